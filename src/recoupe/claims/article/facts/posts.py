"""Who holds a post and what a thing is called: a post or a kind of thing right beside a name.

"President X", "X, the mayor of Y", "the ship Z". A post "former" or of a nation is told so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.claims.article.facts.runs import BEFORE, LAST, PLAIN_GAP, Fact, Run, articles, demonyms, describing, fact
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import TOKEN
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_CLOSED = compiled_by_regex(r"[ \u00a0]?(?:[,.;:)\n]|\Z)")

_ADJECTIVE = compiled_by_regex(r"-\p{Ll}+\Z")
"""What no name ends in: "Portuguese-flagged"."""

NAMED = frozenset(
    (
        "dam", "ship", "storm", "rocket", "volcano", "bridge", "airport", "stadium", "museum", "tunnel", "square",
        "prison", "hospital", "mine", "band", "village", "river", "station", "hotel", "theatre", "tug", "probe",
        "mountain", "refinery",
    )
)  # fmt: skip
"""Kinds of things that are called something: "the dam of X" is X."""

CRAFT = frozenset(("ship", "tug", "rocket", "probe"))
"""Of these, kinds whose names are said with an article, as the kind is: "the ship, the Salt Heron"."""

FIRMS = frozenset(("operator", "owner", "airline", "company"))
"""What companies are as well as people."""

QUALIFIED = 14
"""Characters at most from "former" to its post: "the former French president"."""


def find(ground: Scene, sentence: Sentence, found: Sequence[Found], runs: Sequence[Run]) -> Iterator[Fact]:
    """Yield who holds which of the posts `found` in a sentence, and what its things are called, of the names `runs`."""
    text, language = ground.article.text, ground.article.language
    former, other = ([c for c in found if c.key == key] for key in ("former", "other"))
    for post in found:
        if post.key in ("former", "other") or any(_touch(c, post) for c in other):
            continue
        run = _named_as(text, language, post, runs)
        run = run or _named_behind(text, language, post, runs) or _named_before(text, language, post, runs)
        if run is None or (run.name is None and post.key not in NAMED | FIRMS):
            continue
        if post.key not in NAMED | FIRMS and run.name is not None and run.name.type != "person":
            continue
        if post.key in NAMED | FIRMS and run.name is not None and len(TOKEN.findall(text[run.start : run.end])) > 4:
            continue
        nation = _nation(text, language, post, run, sentence)
        key = f"former {post.key}" if any(_touch(c, post) for c in former) else post.key
        yield fact(ground, sentence, "post", key, run, (post.start, post.end), nation)


def _named_as(text: str, language: str | None, post: Found, runs: Sequence[Run]) -> Run | None:
    """ "Police identified the suspect as X", "un suspect : X": return the name that somebody looked for is given."""
    run = next((r for r in runs if r.start > post.end), None) if post.key == "suspect" else None
    gap = fold(text[post.end : run.start]).strip() if run is not None else ""
    return run if gap == ":" or gap in _like(language) else None


@cache
def _like(language: str | None) -> frozenset[str]:
    """Return the words for "as"."""
    return frozenset(str(load(language).table("quotes").get("complements", {}).get("like", "")).split())


def _touch(word: Found, post: Found) -> bool:
    """Tell whether a word stands right before or behind a post, a nationality between them perhaps."""
    return 0 <= post.start - word.end <= QUALIFIED or 0 <= word.start - post.end <= 1


def _nation(text: str, language: str | None, post: Found, run: Run, sentence: Sentence) -> tuple[str, ...]:
    """Return the nation of a post as its words tell it: "the Austrian president X", "X, presidente austríaco"."""
    codes = demonyms(language)
    low, high = min(post.start, run.start), max(post.end, run.end)
    before = LAST.search(text, max(sentence.start, low - BEFORE), low)
    behind = TOKEN.match(text, high + 1)
    words = [m.group() for m in TOKEN.finditer(text, low, high)]
    words += [m.group(1) for m in (before,) if m] + [m.group() for m in (behind,) if m and text[high : high + 1] == " "]
    return tuple(sorted({codes[w] for w in map(fold, words) if w in codes}))


def _named_behind(text: str, language: str | None, post: Found, runs: Sequence[Run]) -> Run | None:
    """Return the name that a post leads to: "President X", "the president of Y, X,", "the ship X"."""
    for run in runs:
        if run.start < post.end or run.start - post.end > BEFORE:
            continue
        gap = text[post.end : run.start]
        bare, comma, _ = gap.partition(",")
        called = post.key in CRAFT and fold(gap[len(bare) + 1 :]).strip(" \u00a0'’\"“«„") in articles(language)
        if comma and ((gap[len(bare) + 1 :].strip() and not called) or not _CLOSED.match(text, run.end)):
            return None
        if not PLAIN_GAP.fullmatch(bare.strip('“"«„ ')):
            return None
        others = [r for r in runs if post.end <= r.start and r.end <= run.start]
        words = [
            fold(m.group())
            for m in TOKEN.finditer(text, post.end, post.end + len(bare))
            if not any(r.start <= m.start() < r.end for r in others)
        ]
        known = describing(language)
        if any(r.name is not None and r.name.type == "person" for r in others) or any(w not in known for w in words):
            return None
        if comma and called:
            return run if not bare.strip() else None  # "the ship, the Salt Heron,"
        if post.key in NAMED and (comma or not all(known[w] for w in words)):
            return None  # "the museum's director X": X is no museum
        linked = any(known[w] for w in words)
        if linked and not others and not comma:
            # "the lawyer of X" is not X; "the dam of X" is
            return run if post.key in NAMED else None
        if others and not linked and post.key not in NAMED:
            return None
        if linked and run.name is not None and run.name.type != "person" and post.key not in NAMED | FIRMS:
            continue  # "the president of Y, X": Y is passed over
        return run
    return None


def _named_before(text: str, language: str | None, post: Found, runs: Sequence[Run]) -> Run | None:
    """Return the name a post is set behind: "X, the president of Y,", "X (mayor)", "the X dam"."""
    before = [r for r in runs if r.end <= post.start and post.start - r.end <= BEFORE]
    before = [r for r in before if not _ADJECTIVE.search(text, r.start, r.end)]
    if not before:
        return None
    run = before[-1]
    gap = text[run.end : post.start]
    if post.key in CRAFT and _is_one(text, language, gap, post):
        return run  # "the Salt Heron, a Maltese-flagged container ship,"
    if post.key in NAMED:
        return run if gap in (" ", "\u00a0", "-") else None
    opening = gap[:2]
    if opening not in (", ", " (") or "," in gap[2:]:
        return None
    known = describing(language)
    if any(fold(w) not in known for w in TOKEN.findall(gap)) or len(TOKEN.findall(gap)) > 3:
        return None
    behind = TOKEN.match(text, post.end + 1)
    linked = behind is not None and known.get(fold(behind.group()), False)
    return run if linked or _CLOSED.match(text, post.end) or (behind and fold(behind.group()) in known) else None


def _is_one(text: str, language: str | None, gap: str, post: Found) -> bool:
    """Tell whether a kind of thing ends what stands behind a name and its comma: "X, a feeder ship loaded with"."""
    words = TOKEN.findall(gap)
    if gap[:1] != "," or any(mark in gap[1:] for mark in ",.;:()") or not 1 <= len(words) <= ASIDE:
        return False
    known = describing(language)
    if fold(words[0]) not in articles(language) or any(known.get(fold(w), False) for w in words):
        return False  # "X, a captain of the ship"
    behind = TOKEN.match(text, post.end + 1)
    goes_on = behind is not None and fold(behind.group()) in _onward(language)
    return goes_on or _CLOSED.match(text, post.end) is not None


ASIDE = 5
"""Words at most between a name and the word for what it is."""


@cache
def _onward(language: str | None) -> frozenset[str]:
    """Return the words that say more of a thing behind the word for it: prepositions, "loaded", "that"."""
    subject = load(language).table("quotes").get("subject", {})
    words = f"{subject.get('prepositions', '')} {subject.get('linking', '')}".split()
    return frozenset(fold(w).rstrip("'’") for w in (*words, *load(language).table("facts").get("onward", ())))
