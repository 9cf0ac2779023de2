"""What an article says of names in its own voice: which post somebody holds, what a thing is called, where it happened.

    runs of capitals, with the names found in them
      -> a post or a kind of thing right beside one ("President X", "X, the mayor of Y", "the ship Z")   -> post
      -> a word for where right before one, an event before that or beside ("talks in X", "the X accord") -> place
      -> "from" or "bound for" before one, in a sentence about what moves                                -> from, to
      -> people named one after the other ("A and B")                                                    -> beside
      -> what force was used with ("tear gas", "a shotgun")                                              -> means
      -> a year, a month or a day far from the article's own, with whom and what is named beside it      -> recalled

Names are taken as printed, not as typed: a hall or a village that no list knows is a place by what stands before it.
Quoted words are left out: they are their speaker's. Tables: `languages/<code>/facts.toml`.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article import clauses, cues, quoted
from recoupe.claims.article.cues import Found
from recoupe.claims.article.patterns import TOKEN
from recoupe.claims.article.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Name
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_RUN = compiled_by_regex(
    r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}-]*+(?:['’]\p{Lu}[\p{L}\p{M}-]*+)?"
    r"(?:[ \u00a0](?:(?:de|do|da|dos|das|del|della|di|du|des|la|le|les|el|los|las|of|van|von|al|bin)[ \u00a0]){0,2}"
    r"(?:(?:[ae]l|a[drstz]|ash)-)?\p{Lu}[\p{L}\p{M}-]*+)*",
    regex.V1,
)
_LAST = compiled_by_regex(r"(?r)([\p{L}\p{M}]+)['’-]?[ \u00a0]*\Z", regex.V1)
_MARK = compiled_by_regex(r"[,;:.!?()\n«»“”\"]", regex.V1)
_DATE = compiled_by_regex(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PLAIN_GAP = compiled_by_regex(r"[\p{L}\p{M} \u00a0'’-]*", regex.V1)
_CLOSED = compiled_by_regex(r"[ \u00a0]?(?:[,.;:)\n]|\Z)")

NAMED = frozenset(
    (
        "dam", "ship", "storm", "rocket", "volcano", "bridge", "airport", "stadium", "museum", "tunnel", "square",
        "prison", "hospital", "mine", "band", "village", "river", "station", "hotel", "theatre",
    )
)  # fmt: skip
"""Kinds of things that are called something: "the dam of X" is X."""

FIRMS = frozenset(("operator", "owner", "airline", "company"))
"""What companies are as well as people."""

BEFORE = 60
"""Characters before a name in which the words that lead to it are looked for."""

BETWEEN = 2
"""Words at most between an event and the word for where: "talks on ending the war in X" are not held in X."""

NEAR = 6
"""The same for words that only tell where: "near", "off"."""

LEADING = 5
"""Words at most from the word for where to the name."""

LONGEST = 3
"""Words a phrase for where has beside its first: "off the coast of"."""

QUALIFIED = 14
"""Characters at most from "former" to its post: "the former French president"."""

LISTED = 5
"""Words at most between two people of a list: "A, special envoy B"."""

LONG = 90
"""Characters beyond which a place is shown with the word before it alone, without its event."""

ASIDE = frozenset(
    ("stay", "speech", "flight", "mourning", "identification", "reading", "photo", "contact", "recall", "result")
)  # fmt: skip
"""Events whose place tells nothing of the story."""


class Fact(msgspec.Struct, frozen=True):
    """What `[start, end)` of an article says of the name `[at, until)`: a `relation` and its key in every language.

    `entity` is the story's id of who is named, "" where the names step found none; `native` tells that the name is one
    in its language (not a noun written large), `person` that it was found to be somebody's, `tight` that the words
    leave no doubt what is said of it. `beside` is the list of people, the nation of a post, or
    what stands beside a date.
    """

    article: str
    language: str | None
    relation: str  # post | place | from | to | beside | means | recalled
    key: str
    start: int
    end: int
    at: int
    until: int
    entity: str
    native: bool
    person: bool
    tight: bool
    sentence: tuple[int, int]
    beside: tuple[str, ...] = ()


class _Run(NamedTuple):
    start: int
    end: int
    name: Name | None


def read(ground: Scene) -> list[Fact]:
    """Return what the article of a scene says of names, in the order of its text."""
    language = ground.article.language
    if not load(language).table("facts"):
        return []
    said = quoted.spans(ground.quotes)
    told = [c for c in cues.find(ground.article.text, language, "statements") if not quoted.holds(said, c.start)]
    found = [c for c in told if c.section in cues.FACTS]
    denials = [c.start for c in told if c.section == "negation"]
    starts = [c.start for c in found]
    out: list[Fact] = []
    for sentence in ground.sentences:
        mine = found[bisect.bisect_left(starts, sentence.start) : bisect.bisect_left(starts, sentence.end)]
        posts = [c for c in mine if c.section == "post"]
        out += _lists(ground, sentence, posts, said)
        acts = [c for c in mine if c.section == "act"] + sentence.of("event") + sentence.of("weak")
        acts = [c for c in acts if c.key not in ASIDE] + [c for c in sentence.of("phase") if c.key == "arrival"]
        moving = [*sentence.of("mover"), *(c for c in sentence.of("event") if c.key == "flight")]
        out += _dates(ground, sentence, said)
        out += _means(ground, sentence, mine, denials)
        if posts or acts or moving:
            runs = _runs(ground, sentence, posts)
            out += _posts(ground, sentence, posts, runs)
            out += _places(ground, sentence, acts, runs, moving=bool(moving))
    return sorted(out, key=lambda f: (f.start, f.end, f.relation, f.key, f.at))


def _runs(ground: Scene, sentence: Sentence, posts: Sequence[Found]) -> list[_Run]:
    """Return the runs of capitals of a sentence; a name found inside a run, or a post, ends it there."""
    text, out = ground.article.text, []
    names = [n for n in sentence.names if not n.role]
    for m in _RUN.finditer(text, sentence.start, sentence.end):
        start, end = m.span()
        for post in posts:  # "Präsident X": the post is no part of the name
            if start <= post.start < end:
                start, end = (post.end, end) if post.start - start < end - post.end else (start, post.start)
        inside = [n for n in names if n.start < end and start < n.end]
        if len(inside) == 1 and inside[0].type != "person" and inside[0].start <= start:
            out.append(_Run(inside[0].start, max(end, inside[0].end), inside[0]))  # "Vale" of "Vale do Peso"
            continue
        out += [_Run(n.start, n.end, n) for n in inside]
        start = max([start, *(n.end for n in inside)])
        while start < end and not text[start].isalpha():
            start += 1
        rest = text[start:end].strip()
        first = TOKEN.match(rest)
        if not rest or not rest[0].isupper() or first is None:
            continue
        language = ground.article.language
        if fold(first.group()) not in _common(language) and fold(rest) not in _demonyms(language):
            out.append(_Run(start, start + len(rest), None))
    return sorted(set(out), key=lambda r: (r.start, r.end))


@cache
def _common(language: str | None) -> frozenset[str]:
    table = load(language).table("names")
    return frozenset(fold(w) for part in ("common", "function_words", "titles") for w in table.get(part, ()))


@cache
def _demonyms(language: str | None) -> Mapping[str, str]:
    """Return the country of each word for a nationality."""
    table = load(language).table("names").get("demonyms", {})
    return {fold(w): code for code, forms in table.items() for w in forms}


@cache
def _leading(language: str | None) -> frozenset[str]:
    """Return the words that may stand between "in" and a place: articles, "village of", nationalities."""
    table = load(language).table("names")
    words = [w for part in ("role_articles", "definite", "link_words", "place_links", "place_cues", "facility_heads")
             for w in table.get(part, ())]  # fmt: skip
    words += [w for forms in table.get("demonyms", {}).values() for w in forms]
    words += [w for phrase in table.get("place_before", ()) for w in phrase.split()]
    return frozenset(fold(w) for w in words)


@cache
def _describing(language: str | None) -> Mapping[str, bool]:
    """Return the words that may stand between a post and its holder; true for those that only link ("of")."""
    table = load(language).table("names")
    words = {fold(w): False for part in ("role_adjectives", "role_articles", "titles") for w in table.get(part, ())}
    words |= {fold(w): False for forms in table.get("demonyms", {}).values() for w in forms}
    words |= {fold(w): True for w in table.get("link_words", ())}
    return words


def _posts(ground: Scene, sentence: Sentence, found: Sequence[Found], runs: Sequence[_Run]) -> Iterator[Fact]:
    text, language = ground.article.text, ground.article.language
    former, other = ([c for c in found if c.key == key] for key in ("former", "other"))
    for post in found:
        if post.key in ("former", "other") or any(_touch(c, post) for c in other):
            continue
        run = _named_behind(text, language, post, runs) or _named_before(text, language, post, runs)
        if run is None or (run.name is None and post.key not in NAMED | FIRMS):
            continue
        if post.key not in NAMED | FIRMS and run.name is not None and run.name.type != "person":
            continue
        if post.key in NAMED | FIRMS and run.name is not None and len(TOKEN.findall(text[run.start : run.end])) > 4:
            continue
        nation = _nation(text, language, post, run, sentence)
        key = f"former {post.key}" if any(_touch(c, post) for c in former) else post.key
        yield _fact(ground, sentence, "post", key, run, (post.start, post.end), nation)


def _touch(word: Found, post: Found) -> bool:
    """Tell whether a word stands right before or behind a post, a nationality between them perhaps."""
    return 0 <= post.start - word.end <= QUALIFIED or 0 <= word.start - post.end <= 1


def _nation(text: str, language: str | None, post: Found, run: _Run, sentence: Sentence) -> tuple[str, ...]:
    """Return the nation of a post as its words tell it: "the Austrian president X", "X, presidente austríaco"."""
    codes = _demonyms(language)
    low, high = min(post.start, run.start), max(post.end, run.end)
    before = _LAST.search(text, max(sentence.start, low - BEFORE), low)
    behind = TOKEN.match(text, high + 1)
    words = [m.group() for m in TOKEN.finditer(text, low, high)]
    words += [m.group(1) for m in (before,) if m] + [m.group() for m in (behind,) if m and text[high : high + 1] == " "]
    return tuple(sorted({codes[w] for w in map(fold, words) if w in codes}))


def _named_behind(text: str, language: str | None, post: Found, runs: Sequence[_Run]) -> _Run | None:
    """Return the name that a post leads to: "President X", "the president of Y, X,", "the ship X"."""
    for run in runs:
        if run.start < post.end or run.start - post.end > BEFORE:
            continue
        gap = text[post.end : run.start]
        bare, comma, _ = gap.partition(",")
        if comma and (gap[len(bare) + 1 :].strip() or not _CLOSED.match(text, run.end)):
            return None
        if not _PLAIN_GAP.fullmatch(bare.strip('“"«„ ')):
            return None
        others = [r for r in runs if post.end <= r.start and r.end <= run.start]
        words = [
            fold(m.group())
            for m in TOKEN.finditer(text, post.end, post.end + len(bare))
            if not any(r.start <= m.start() < r.end for r in others)
        ]
        known = _describing(language)
        if any(r.name is not None and r.name.type == "person" for r in others) or any(w not in known for w in words):
            return None
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


def _named_before(text: str, language: str | None, post: Found, runs: Sequence[_Run]) -> _Run | None:
    """Return the name a post is set behind: "X, the president of Y,", "X (mayor)", "the X dam"."""
    before = [r for r in runs if r.end <= post.start and post.start - r.end <= BEFORE]
    if not before:
        return None
    run = before[-1]
    gap = text[run.end : post.start]
    if post.key in NAMED:
        return run if gap in (" ", "\u00a0", "-") else None
    opening = gap[:2]
    if opening not in (", ", " (") or "," in gap[2:]:
        return None
    known = _describing(language)
    if any(fold(w) not in known for w in TOKEN.findall(gap)) or len(TOKEN.findall(gap)) > 3:
        return None
    behind = TOKEN.match(text, post.end + 1)
    linked = behind is not None and known.get(fold(behind.group()), False)
    return run if linked or _CLOSED.match(text, post.end) or (behind and fold(behind.group()) in known) else None


def _places(
    ground: Scene, sentence: Sentence, acts: Sequence[Found], runs: Sequence[_Run], *, moving: bool
) -> Iterator[Fact]:
    for run in runs:
        if any(t.start < run.end and run.start < t.end for t in sentence.times):
            continue
        where = _leads(ground, sentence, run)
        if where is not None and where.key in ("from", "to"):
            if moving:
                yield _fact(ground, sentence, where.key, "", run, (where.start, where.end))
            continue
        led = [e for e in acts if where is not None and _right_before(ground, sentence, e, where)]
        if led:
            best = max(led, key=lambda c: c.start)
            yield _fact(ground, sentence, "place", best.key, run, (best.start, best.end))
            continue
        for act in acts if where is not None else [a for a in acts if _joined(ground, a, run)]:
            yield _fact(ground, sentence, "place", act.key, run, (act.start, act.end), tight=False)


def _joined(ground: Scene, act: Found, run: _Run) -> bool:
    """Tell whether a name and an event stand side by side: "the X accord", "l'accord de X"."""
    text = ground.article.text
    if run.end <= act.start:
        return text[run.end : act.start] in (" ", "\u00a0", "-")
    words = TOKEN.findall(text[act.end : run.start]) if act.end <= run.start <= act.end + 20 else [""] * 4
    known = _leading(ground.article.language)
    return bool(words) and len(words) <= 2 and all(fold(w) in known for w in words)


def _leads(ground: Scene, sentence: Sentence, run: _Run) -> Found | None:
    """Return the word for where that leads to a name, past an article, "the village of" or a nationality."""
    text, language = ground.article.text, ground.article.language
    low = max(sentence.start, run.start - BEFORE)
    last = _LAST.search(text, low, run.start)
    if last is None or fold(last.group(1)) not in _ends(language):
        return None  # most names follow another word: no need to look further
    words = [m.span() for m in TOKEN.finditer(text, low, run.start)][-LEADING - LONGEST :]
    folded = [fold(text[s:e]) for s, e in words]
    known, wheres = _leading(language), _wheres(language)
    for until in range(len(words) - 1, max(-1, len(words) - LEADING), -1):
        for first in range(max(0, until - LONGEST), until + 1):
            phrase = " ".join(folded[first : until + 1])
            if phrase in wheres and not _MARK.search(text, words[first][0], run.start):
                return Found(words[first][0], words[until][1], "where", wheres[phrase])
        if folded[until] not in known:
            return None
    return None


@cache
def _ends(language: str | None) -> frozenset[str]:
    """Return the words that may stand right before a place that something leads to."""
    return _leading(language) | {phrase.rpartition(" ")[2] for phrase in _wheres(language)}


@cache
def _wheres(language: str | None) -> Mapping[str, str]:
    """Return the key of each phrase for where."""
    table = load(language).table("facts").get("where", {})
    return {" ".join(TOKEN.findall(fold(words))): key for key, phrases in table.items() for words in phrases}


def _right_before(ground: Scene, sentence: Sentence, event: Found, where: Found) -> bool:
    """Tell whether an event stands right before a word for where: names, times and few words at most lie between."""
    if event.end > where.start or any(c in ground.article.text[event.end : where.start] for c in ";:.()\n"):
        return False
    held = [(n.start, n.end) for n in sentence.names] + [(t.start, t.end) for t in sentence.times]
    words = [
        m
        for m in TOKEN.finditer(ground.article.text, event.end, where.start)
        if not any(s <= m.start() < e for s, e in held)
    ]
    return len(words) <= (NEAR if where.key == "near" else BETWEEN)


def _lists(ground: Scene, sentence: Sentence, posts: Sequence[Found], said: Sequence[quoted.Span]) -> Iterator[Fact]:
    """Yield each list of people: "A and B", "A, special envoy B and the minister C"."""
    people = [n for n in sentence.names if n.type == "person" and not n.role and not quoted.holds(said, n.start)]
    people.sort(key=lambda n: n.start)
    listed: list[Name] = []
    for name in people:
        if listed and not _goes_on(ground, posts, listed[-1].end, name.start):
            yield from _list(ground, sentence, listed)
            listed = []
        listed.append(name)
    yield from _list(ground, sentence, listed)


def _list(ground: Scene, sentence: Sentence, listed: Sequence[Name]) -> Iterator[Fact]:
    who = tuple(sorted({ground.entity(n) for n in listed}))
    if len(who) > 1:
        span = (listed[0].start, listed[-1].end)
        yield _fact(ground, sentence, "beside", "", _Run(*span, listed[0]), span, who)


def _goes_on(ground: Scene, posts: Sequence[Found], end: int, start: int) -> bool:
    """Tell whether a list of people goes on between two places: a comma or "and", and words of their posts."""
    if start - end > BEFORE:
        return False
    language = ground.article.language
    between = ground.article.text[end:start]
    words = [(m.start(), fold(m.group())) for m in TOKEN.finditer(between)]
    joined = between[:1] == "," or (bool(words) and words[0][1] in _joining(language))
    if not joined or len(words) > LISTED or not _PLAIN_GAP.fullmatch(between[1:] if between[:1] == "," else between):
        return False
    return all(
        w in _joining(language) or w in _describing(language) or any(p.start <= end + at < p.end for p in posts)
        for at, w in words
    )


@cache
def _joining(language: str | None) -> frozenset[str]:
    return frozenset(fold(w) for w in load(language).table("names").get("conjunctions", ()))


def _dates(ground: Scene, sentence: Sentence, said: Sequence[quoted.Span]) -> Iterator[Fact]:
    """Yield the years, months and days a sentence tells that are not of the article's own weeks."""
    article = ground.article
    own = (article.published or article.reference or "")[:10]
    dates = [t for t in sentence.times if t.type == "DATE" and _DATE.fullmatch(t.value) and not t.mod]
    for time in dates:
        if quoted.holds(said, time.start) or not any(c.isdigit() for c in time.text) or _near(time.value, own):
            continue
        names = [n for n in sentence.names if not n.role and abs(n.start - time.start) <= 2 * BEFORE]
        others = {t.value[:4] for t in dates} - {time.value[:4], own[:4]}
        beside = tuple(sorted({ground.entity(n) for n in names} | others))
        run = _Run(time.start, time.end, None)
        yield _fact(ground, sentence, "recalled", time.value, run, _words_around(ground, sentence, run), beside)


def _means(ground: Scene, sentence: Sentence, found: Sequence[Found], denials: Sequence[int]) -> Iterator[Fact]:
    """Yield what force was used with, each once a sentence; nothing where a negation or a doubt stands before it."""
    seen = set()
    for means in (c for c in found if c.section == "means"):
        doubted = bisect.bisect_left(denials, means.start) > bisect.bisect_left(denials, sentence.start)
        if sentence.block != "heading" and not doubted and means.key not in seen:
            seen.add(means.key)
            run = _Run(means.start, means.end, None)
            yield _fact(ground, sentence, "means", means.key, run, _words_around(ground, sentence, run))


def _near(value: str, own: str) -> bool:
    """Tell whether a date is of an article's own year, or of its own weeks where it tells a day or a month."""
    if len(own) < len("2031-05"):
        return False
    if len(value) == len("2031"):
        return value == own[:4]
    months = (int(value[:4]) - int(own[:4])) * 12 + int(value[5:7]) - int(own[5:7])
    return abs(months) <= 1


def _words_around(ground: Scene, sentence: Sentence, run: _Run) -> tuple[int, int]:
    """Return the clause of a date where it is short, else the date."""
    for start, end in clauses.spans(ground.article, sentence.start, sentence.end):
        if start <= run.start and run.end <= end and end - start <= LONG:
            return start, end
    return run.start, run.end


def _fact(
    ground: Scene,
    sentence: Sentence,
    relation: str,
    key: str,
    run: _Run,
    other: tuple[int, int],
    beside: tuple[str, ...] = (),
    *,
    tight: bool = True,
) -> Fact:
    language = ground.article.language
    nouns = bool(load(language).table("names").get("nouns_capitalised"))
    start, end = min(run.start, other[0]), max(run.end, other[1])
    if end - start > LONG and relation == "place":
        start, end = run.start, run.end
    return Fact(
        ground.article.id,
        language,
        relation,
        key,
        start,
        end,
        run.start,
        run.end,
        ground.entity(run.name) if run.name is not None else "",
        run.name is not None or not nouns,
        run.name is not None and run.name.type == "person",
        tight,
        (sentence.start, sentence.end),
        beside,
    )
