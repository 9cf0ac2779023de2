"""Numbers that are telling by themselves: two pages about one event that print one of them speak of one thing.

    quantities and numerals no table has a noun for ("948 hPa", "from 4.20") -> those with digits enough -> figures

A round or small share or sum is said of many things: it tells something beside a name alone ("64% in Tarnholm"), other
such numbers are left to what counts and measures. Quoted words are left out: they are their speaker's. So are clock
times, dates and years, and headings but for those of updates, which say what no other sentence does.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from recoupe.claims.article.facts import clauses, runs
from recoupe.claims.article.ground import quoted
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.text import numbers
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_NUMERAL = compiled_by_regex(
    r"(?<![\p{L}\p{N}.,:/#+-]|\d[ \u00a0])\d{1,9}(?:[.,\u00a0\u202f ]\d{2,3})*+(?![\p{L}\p{N}:/]|[.,-]\d|-\p{L})",
    regex.V1,
)
_NAME = compiled_by_regex(r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]{3,}+", regex.V1)
_WORD = compiled_by_regex(r"[ \u00a0\u202f](\p{L}{2,}+)", regex.V1)
_CODE = compiled_by_regex(r"(?r)\p{Lu}{2,}[ \u00a0]\Z", regex.V1)
_YEAR = compiled_by_regex(r"1[5-9]\d\d|20\d\d|21\d\d")

TELLING = 3
"""Digits, without the zeros behind them, that make a number telling by itself."""

LONGEST = 220
"""Characters of a clause beyond which only the number with the words around it is shown."""

AROUND = 60
"""Characters around a number that are shown of a longer clause."""

STEM = 3
"""Letters by which words behind a numeral are alike in two languages ("drans", "dranes")."""

COUNTS = frozenset(("person", "thing", "household", None))
"""Units of what is counted: one number of them is one number, whatever noun a table has for it."""

NAMELESS = frozenset((None, "person", "thing"))


class Figure(msgspec.Struct, frozen=True):
    """A telling number at `[at, until)` of an article, shown in `[start, end)`; `unit` is "" for a count.

    `of` is the concept counted or measured, "" where no table has one; `bare` tells a numeral without a noun, `behind`
    what stands behind it, folded and cut. `beside` are the names near it (ids of the story, and words written large),
    no number between; `small` tells that it is telling with one of them alone.
    """

    article: str
    language: str | None
    start: int
    end: int
    at: int
    until: int
    number: float
    unit: str
    of: str
    bare: bool
    behind: str
    beside: tuple[str, ...]
    small: bool


def read(ground: Scene) -> list[Figure]:
    """Return the telling numbers of an article, in the order of its text."""
    said = quoted.spans(ground.quotes)
    out, text = [], ground.article.text
    for sentence in ground.sentences:
        if sentence.block == "heading" and ground.article.kind != "update":
            continue
        counted = [(*one, False) for one in _counted(text, sentence)]
        numerals = [(*one, "", "", False, True) for one in _bare(ground, sentence)]
        for at, until, number, unit, of, small, bare in (*counted, *numerals):
            if not quoted.holds(said, at):
                span = _shown(ground, sentence, at, until)
                word = _WORD.match(text, until) if bare else None
                behind = fold(word.group(1))[:STEM] if word else ""
                beside = _beside(ground, sentence, at, until)
                if beside or not small:
                    name, code = ground.article.id, ground.article.language
                    out.append(Figure(name, code, *span, at, until, number, unit, of, bare, behind, beside, small))
    return sorted(out, key=lambda f: (f.at, f.until))


def _beside(ground: Scene, sentence: Sentence, at: int, until: int) -> tuple[str, ...]:
    """Return the names around a number, no other number between: ids of the story, and words written large."""
    held = [(q.start, q.end) for q in sentence.quantities if q.end <= at or q.start >= until]
    low = max([sentence.start, at - AROUND, *(end for _, end in held if end <= at)])
    high = min([sentence.end, until + AROUND, *(start for start, _ in held if start >= until)])
    text, language = ground.article.text, ground.article.language
    names = {ground.entity(n) for n in sentence.names if not n.role and low <= n.start and n.end <= high}
    words = {m.group() for m in _NAME.finditer(text, low, high) if not at <= m.start() < until}
    return tuple(sorted(names | {w for w in map(fold, words) if w not in runs.common(language)}))


def _counted(text: str, sentence: Sentence) -> Iterator[tuple[int, int, float, str, str, bool]]:
    for quantity in sentence.quantities:
        number = quantity.low if quantity.low is not None else quantity.high
        if quantity.unit == "score":
            continue  # its number is one side's
        if number is None or quantity.of == "age" or (quantity.low, quantity.high).count(number) + (
            None in (quantity.low, quantity.high)
        ) < 2:  # fmt: skip
            continue
        unit = "" if quantity.unit in COUNTS else str(quantity.unit)
        of = "" if quantity.of in NAMELESS or quantity.of == quantity.unit else str(quantity.of)
        if not unit and _CODE.search(text, sentence.start, quantity.start):
            continue  # "flight XY 731"
        if telling(number, known=bool(of)) if not unit else measured(number, unit, known=bool(of)):
            yield quantity.start, quantity.end, number, unit, of, False
        elif unit == "%" or is_money(unit):
            yield quantity.start, quantity.end, number, unit, of, True


def _bare(ground: Scene, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    text = ground.article.text
    held = [(q.start, q.end) for q in sentence.quantities] + [(t.start, t.end) for t in sentence.times]
    places = [
        m.span()
        for m in _NUMERAL.finditer(text, sentence.start, sentence.end)
        if len(m.group()) > 2
        and not _YEAR.fullmatch(m.group())
        and not any(s < m.end() and m.start() < e for s, e in held)
    ]
    if not places:
        return
    found = numbers.find(text[sentence.start : sentence.end], language=ground.article.language)
    for number in found:
        at, until = sentence.start + number.start, sentence.start + number.end
        if (at, until) in places and number.low == number.high and not number.ordinal:
            exact = "." in f"{number.low:.10g}" and len(text[at:until].rpartition(",")[2].rpartition(".")[2]) > 1
            if telling(number.low, known=exact):
                yield at, until, number.low


def telling(number: float, *, known: bool) -> bool:
    """Tell whether a count is telling: of three digits beside its zeros, of two in thousands or of a known noun."""
    return telling_alone(number) or (_digits(number) == TELLING - 1 and (number >= 1000 or known))


def telling_alone(number: float) -> bool:
    """Tell whether a number has three digits beside its zeros."""
    return _digits(number) >= TELLING


def _digits(number: float) -> int:
    return len(f"{number:.10g}".rstrip("0").replace(".", "").lstrip("0"))


def measured(number: float, unit: str, *, known: bool) -> bool:
    """Tell whether a measure is telling: percentages are everywhere, so theirs must be of something known."""
    if unit == "%":
        return len(f"{number:.10g}") > (TELLING - 2 if known else TELLING)
    return len(f"{number:.10g}".rstrip("0").replace(".", "")) >= TELLING - 1


def _shown(ground: Scene, sentence: Sentence, at: int, until: int) -> tuple[int, int]:
    """Return the clause of a number, or the words around it where that is long."""
    for start, end in clauses.spans(ground.article, sentence.start, sentence.end):
        if start <= at and until <= end and end - start <= LONGEST:
            return start, end
    text = ground.article.text
    low = text.find(" ", max(sentence.start, at - AROUND), at)
    high = text.rfind(" ", until, min(sentence.end, until + AROUND))
    return (low + 1 if low >= 0 else at), (high if high > until else until)
