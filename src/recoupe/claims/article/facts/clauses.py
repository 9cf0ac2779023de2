"""Clauses: what an article says in its own voice, as keys that clauses of other articles and languages share.

    sentences -> clauses (cut at ";", ":", dashes, and at ", and", ", which"... of the table)
              -> who is named, which days and numbers, which deeds and notions (`languages/<code>/statements.toml`),
                 word beginnings, whether it is denied, and what it says there was none of

Left out: quoted words (they are their speaker's), questions, headings of a few words, the lines of pictures.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from recoupe.claims.article.ground import cues, quoted
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import TOKEN
from recoupe.model import Annotated, Article
from recoupe.text import sentences
from recoupe.text.normalise import fold
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled_by_regex

LONGEST = 320
"""Characters of a clause beyond which it says too many things to be said again."""

FEWEST = 3
"""Words a clause must have."""

_TOKEN = compiled_by_regex(r"\p{L}{4,}|\p{N}+(?:[.,]\p{N}+)?", regex.V1)
_CUT = compiled_by_regex(r"[;:][ \u00a0\n]|[ \u00a0][—–][ \u00a0]|,[ \u00a0]", regex.V1)
_STEM = 6
_NEAR = 4
"""Words at most between a negation, what was made and the thing there was none of."""
_IS = frozenset("èéÈÉ")
"""What begins "is" in Italian and Portuguese, and is no "and" for all that it folds to one."""
_OWNS = ("'s", "’s")
"""What makes a name the owner of what follows: "rejected Dolen's offer" rejects no Dolen."""
_SMALL = 2
"""Words in small letters a clause must have to be compared by its words: credits and lists of names have fewer."""
_SAID = 3
"""Words beside names that a clause needs to say something of them."""
_COMPLEMENT = 25
"""Characters behind a thing within which a name says of what it is ("a deal with Iran")."""


class Deed(NamedTuple):
    """What is done or not: `sign` is -1 for the contrary or a denied deed; who does it ("" if not named right there).

    `what` it is done to, or with: the names and notions beside it, and how (`manner`): "first", "next".
    """

    key: str
    sign: int
    who: str
    what: frozenset[str]


class Clause(NamedTuple):
    """A clause `[start, end)` of an article. `keys` are the same in every language, `stems` only within one: sorted,
    with a space between them, for many clauses are copies. What is unsure or bare is not compared by its words and has
    none. What most clauses have none of is a tuple in order: a set takes five times the memory.
    """

    article: str
    start: int
    end: int
    language: str | None
    stems: str
    numbers: tuple[str, ...]
    amounts: tuple[tuple[str, float], ...]  # (what is counted or measured, how much)
    entities: frozenset[str]
    days: tuple[str, ...]
    keys: frozenset[str]
    denies: bool
    unsure: bool  # a condition or a question
    bare: bool  # names and credits, an address, a quotation: nothing is said in the article's own words
    planned: bool  # to come, wished or feared
    deeds: tuple[Deed, ...]
    none_of: tuple[tuple[str, str], ...]  # (the thing, whom or what it would be of: an entity or "")


class _Line(NamedTuple):
    """An article with what was found in it, by place."""

    article: Article
    found: Sequence[Found]
    places: Sequence[int]  # where each of them begins
    entities: Sequence[tuple[int, int, str, str]]
    days: Sequence[tuple[int, str]]
    amounts: Sequence[tuple[int, str, float]]


def read(article: Article, mentions: Annotated, entities: Mapping[str, str]) -> list[Clause]:
    """Return the clauses of an article. `entities` maps its own names for someone to the story's ids."""
    found = sorted(
        [
            *cues.find(article.text, article.language, "statements"),
            *(c for c in cues.find(article.text, article.language) if c.section in ("event", "status")),
        ]
    )
    names = [
        (n.start, n.end, entities.get(n.entity, n.entity), n.type)
        for n in sorted(mentions.names, key=lambda n: n.start)
        if not n.role
    ]
    days = sorted((t.start, t.value[:10]) for t in mentions.times if len(t.value) >= 10 and t.value[4:5] == "-")
    amounts = sorted((q.start, q.of or q.unit or "", q.low) for q in mentions.quantities if q.low is not None)
    line = _Line(article, found, [c.start for c in found], names, days, amounts)
    said = quoted.spans(mentions.quotes)
    out = []
    begins = {c.start for c in found if c.section == "clause"}
    pictures = [c.start for c in found if c.section == "picture"]
    cut = sentences.split(article.text, language=article.language)
    cut = [line for line in cut if not any(line[0] <= at < line[1] for at in pictures)]
    for start, end in (span for low, high in cut for span in spans(article, low, high, begins)):
        if any(low <= start < high for low, high in article.parts):
            continue
        inside = sum(max(0, min(end, e) - max(start, s)) for s, e in said)
        if inside * 2 > end - start:
            continue
        clause = _clause(line, start, end, said)
        if clause is not None:
            out.append(clause)
    return out


def spans(article: Article, start: int, end: int, begins: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """Yield `[start, end)` of the clauses of a sentence; `begins` is where words that begin one stand, if known."""
    if begins is None:
        found = cues.find(article.text[start:end], article.language, "statements")
        begins = {start + c.start for c in found if c.section == "clause"}
    at = start
    for m in _CUT.finditer(article.text, start, end):
        if article.text[m.start()] == "," and (m.end() not in begins or article.text[m.end()] in _IS):
            continue
        yield at, m.start()
        at = m.end()
    yield at, end


def _within(line: _Line, start: int, end: int) -> list[Found]:
    low, high = bisect.bisect_left(line.places, start), bisect.bisect_left(line.places, end)
    return [c for c in line.found[low:high] if c.end <= end]


def _clause(line: _Line, start: int, end: int, said: Sequence[quoted.Span]) -> Clause | None:
    text = line.article.text[start:end]
    if end - start > LONGEST or len(TOKEN.findall(text)) < FEWEST:
        return None
    words = tuple(_TOKEN.findall(fold(text)))
    found = [c for c in _within(line, start, end) if not any(s <= c.start < e for s, e in said)]
    names = line.entities[bisect.bisect_left(line.entities, (start,)) : bisect.bisect_left(line.entities, (end,))]
    days = line.days[bisect.bisect_left(line.days, (start,)) : bisect.bisect_left(line.days, (end,))]
    amounts = line.amounts[bisect.bisect_left(line.amounts, (start,)) : bisect.bisect_left(line.amounts, (end,))]
    negations = [c for c in found if c.section == "negation" and c.key in ("noun", "verb")]
    unsure = text.rstrip().endswith("?") or any(c.section == "negation" and c.key == "unless" for c in found)
    planned = any(c.section == "status" and c.key in ("plan", "hearsay", "estimate") for c in found)
    planned = planned or any(c.section == "negation" and c.key == "perhaps" for c in found)
    keys = {f"{c.section}:{c.key}" for c in found if c.section in ("matter", "notion", "manner", "event")}
    keys |= {f"deed:{c.key}" for c in found if c.section == "deed"}
    keys |= {f"deed:-{c.key}" for c in found if c.section == "contrary"}
    small = sum(not w[0].isupper() for w in TOKEN.findall(text))
    bare = "http" in text or small < _SMALL or _quotes(text) or (not keys and _only_names(text, start, words, names))
    return Clause(
        article=line.article.id,
        start=start,
        end=end,
        language=line.article.language,
        stems="" if unsure or bare else " ".join(sorted({w[:_STEM] for w in words})),
        numbers=tuple(sorted({w for w in words if w[0].isdigit()} | _spelled(text, line.article.language))),
        amounts=tuple(sorted({(of, much) for _, of, much in amounts})),
        entities=frozenset(n[2] for n in names),
        days=tuple(sorted({d for _, d in days})),
        keys=frozenset(keys),
        denies=bool(negations) or any(c.section == "status" and c.key == "denial" for c in found),
        unsure=unsure,
        bare=bare,
        planned=planned,
        deeds=() if unsure else tuple(_deeds(line.article.text, found, names, negations)),
        none_of=() if unsure or planned else tuple(_none_of(line.article.text, found, names)),
    )


def _spelled(text: str, language: str | None) -> set[str]:
    """Return the number words of a clause in digits: "fourteen at Brenz" and "three at Brenz" say two things."""
    table = numerals(language or "")
    if not table.units:
        return set()
    values = (table.units.get(word) for word in TOKEN.findall(fold(text)))
    return {f"{value:g}" for value in values if value is not None and value > 1}


def _only_names(text: str, at: int, words: Sequence[str], names: Sequence[tuple[int, int, str, str]]) -> bool:
    """Tell whether a clause that begins at `at` is a name and a post: the first half of "X, the mayor, and Y said"."""
    named = {w for start, end, _, _ in names for w in _TOKEN.findall(fold(text[start - at : end - at]))}
    return len(set(words) - named) < _SAID


def _quotes(text: str) -> bool:
    """Tell whether a clause is a quotation or the rest of one: it opens with a mark, or closes what it did not open."""
    line = text.strip()
    straight = line.count('"') % 2 == 1
    return line[:1] in _OPENING or straight or any(line.count(a) < line.count(b) for a, b in _PAIRS)


_OPENING = '"“«„”»'
_PAIRS = (("“", "”"), ("«", "»"))


def _deeds(
    text: str, found: Sequence[Found], names: Sequence[tuple[int, int, str, str]], negations: Sequence[Found]
) -> Iterator[Deed]:
    """Yield the deeds of a clause: who is named right before them, what stands right beside them."""
    acts = [c for c in found if c.section in ("deed", "contrary")]
    things = [c for c in found if c.section in ("matter", "notion", "manner")]
    for number, act in enumerate(acts):
        floor = acts[number - 1].end if number else 0
        ceiling = acts[number + 1].start if number + 1 < len(acts) else len(text)
        doers = [
            n
            for n in names
            if n[3] in ("person", "organisation") and floor <= n[0] and n[1] <= act.start
            and _words(text, n[1], act.start) <= _NEAR
        ]  # fmt: skip
        denied = [
            c
            for c in negations
            if (c.end <= act.start and floor <= c.start and _words(text, c.end, act.start) <= 3)
            or (act.end <= c.start < ceiling and _words(text, act.end, c.start) <= 1 and c.key == "verb")
        ]
        if len(denied) > 1 or (denied and act.section == "contrary"):
            continue  # "did not reject" says less than "accepted"
        what = {
            n[2]
            for n in names
            if act.end <= n[0] < ceiling and _words(text, act.end, n[0]) <= 1 and text[n[1] : n[1] + 2] not in _OWNS
        }
        what |= {
            f"{c.section}:{c.key}"
            for c in things
            if (act.end <= c.start < ceiling and _words(text, act.end, c.start) <= _NEAR)
            or (floor <= c.start and c.end <= act.start and not doers and _words(text, c.end, act.start) <= 3)
        }
        sign = -1 if denied or act.section == "contrary" else 1
        yield Deed(act.key, sign, doers[-1][2] if doers else "", frozenset(what))


def _none_of(
    text: str, found: Sequence[Found], names: Sequence[tuple[int, int, str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield what the clause says there was none of: "no deal", "without taking questions", "was not reached"."""
    things = [c for c in found if c.section == "matter"]
    makings = [c for c in found if c.section == "making"]
    for number, thing in enumerate(things):
        if number + 1 < len(things) and things[number + 1].start - thing.end <= 1:
            continue  # "ceasefire deal": what there is none of is the deal
        for negation in found:
            if negation.section != "negation" or negation.key not in ("noun", "verb"):
                continue
            if any(negation.end <= t.start and t.end < thing.start - 1 for t in things):
                continue
            if _denied(text, negation, thing, makings):
                behind = [
                    n[2]
                    for n in names
                    if thing.end <= n[0] <= thing.end + _COMPLEMENT and _words(text, thing.end, n[0]) <= 2
                ]
                yield thing.key, behind[0] if behind else ""
                break


def _denied(text: str, negation: Found, thing: Found, makings: Sequence[Found]) -> bool:
    if negation.end <= thing.start:
        between = [m for m in makings if negation.end <= m.start and m.end <= thing.start]
        if negation.key == "noun" and _words(text, negation.end, thing.start) <= (3 if between else 2):
            return True
        if _words(text, negation.end, thing.start) == 0:
            return True  # "à aucune des questions"
        return any(
            _words(text, negation.end, m.start) <= _NEAR and _words(text, m.end, thing.start) <= 3 for m in between
        )
    # "questions were not answered"
    return negation.key == "verb" and _words(text, thing.end, negation.start) <= 1 and any(
        negation.end <= m.start and _words(text, negation.end, m.start) <= 2 for m in makings
    )  # fmt: skip


def _words(text: str, start: int, end: int) -> int:
    """Return how many words stand between two places; many where a sentence ends between them."""
    between = text[start:end]
    return 99 if "," in between or "(" in between else len(TOKEN.findall(between))
