"""Shares told as fractions: "a third of the trains", "one train in three", "nine out of ten pupils".

They are percentages of what is counted, as "33 % of the trains" is. Journalists round when they say a third: the value
is five per cent of itself to either side, unless the words say more ("nearly half"). Only what comes in numbers has
such shares: "half of the night" and "the second half" are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities import around
from recoupe.quantities.bases import LAST_WORD, Fraction, Table, table_of, whole
from recoupe.quantities.lexicon import NEXT, STOP
from recoupe.quantities.measured import measured
from recoupe.quantities.ratios import ratios
from recoupe.quantities.words import Words, words
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals

_REACH = 120
"""Characters back within which a sentence names what a ratio without a noun is of."""
POINT = "point of a percentage"
"""Key of the parts of a percentage point."""
ROUNDING = 0.05
"""Part of itself by which a share told as a fraction may be off: a third is 31.7 to 35 per cent."""


def fractions(folded: str, found: Sequence[Number], code: str) -> list[Fraction]:
    """Return the fractions of a folded text in order, without overlaps; `found` are its numbers.
    Parts of a percentage point are among them.

    A ratio whose noun no table knows has no key: its numbers count nothing ("one in five bookings" is not five).
    """
    table = table_of(code)
    if not table.heads and not table.points:
        return []
    lexicon = words(code)
    both = [
        *_points(folded, table),
        *_phrases(folded, table, lexicon),
        *ratios(folded, found, table, lexicon),
    ]
    both.sort(key=lambda one: (one.start, -one.end))
    out: list[Fraction] = []
    for one in both:
        if out and one.start < out[-1].end:
            continue
        if one.key is None and out and out[-1].key and _of_the_same(folded, out[-1], one, table, lexicon):
            one = msgspec.structs.replace(one, key=out[-1].key, words=out[-1].words)
        out.append(one)
    return out


def _of_the_same(folded: str, last: Fraction, one: Fraction, table: Table, lexicon: Words) -> bool:
    """Tell whether a ratio without a noun is of what the one before is of ("compared with two in three on Monday")."""
    if one.start - last.end > _REACH or STOP.search(folded, last.end, one.start):
        return False
    if table.behind:
        return True  # its noun would stand inside it
    m = NEXT.match(folded, one.end)
    return m is None or any(m[1] in known for known in (lexicon.stop, lexicon.aux, lexicon.times, lexicon.conjunctions))


# ---- "two thirds of the trains" ----


def _phrases(folded: str, table: Table, lexicon: Words) -> list[Fraction]:
    """Return the fractions of listed phrases."""
    out: list[Fraction] = []
    for start, end, value in _listed(folded, table.heads):
        found = whole(folded, end, table, lexicon) if not _ordered(folded, start, table, lexicon.code) else None
        if found is not None:
            out.append(Fraction(start, found[1], value, found[0].key, (found[0].start, found[0].end)))
    return out


def _points(folded: str, table: Table) -> list[Fraction]:
    """Return the parts of a percentage point: "half a point", "trois quarts de point"."""
    return [Fraction(start, end, value, POINT) for start, end, value in _listed(folded, table.points)]


def _listed(folded: str, heads: Mapping[str, Sequence[tuple[int, str, float]]]) -> Iterator[tuple[int, int, float]]:
    """Yield where listed phrases stand, and their values: they are looked for by their longest word, which few texts
    have."""
    for head, entries in heads.items():
        at = folded.find(head) if head in folded else -1
        while at >= 0:
            for offset, phrase, value in entries:
                start, end = at - offset, at - offset + len(phrase)
                if _is_phrase(folded, start, end, phrase):
                    yield start, end, value
                    break
            at = folded.find(head, at + len(head))


def _is_phrase(folded: str, start: int, end: int, phrase: str) -> bool:
    if start < 0 or (start and folded[start - 1].isalnum()) or folded[end : end + 1].isalnum():
        return False
    return folded[start:end].replace("-", " ") == phrase.replace("-", " ")


def _ordered(folded: str, start: int, table: Table, code: str) -> bool:
    """Tell whether a word before makes it one of several parts: "the second half", "the last third", "3 1/2"."""
    m = LAST_WORD.search(folded, max(0, start - 16), start)
    if m is None:
        return False
    return m[1] in table.not_behind or m[1] in numerals(code).ordinals or m[1] in numerals(code).units


def told(folded: str, text: str, one: Fraction, left: int, lexicon: Words) -> Quantity | None:
    """Return the quantity of a fraction with its qualifier ("nearly half of the homes"); None where its base is open.

    `left` is where the expression may begin at the earliest.
    """
    if one.key == POINT:
        return _part_of_a_point(folded, text, one, left, lexicon)
    if one.key is None or one.words is None:
        return None
    before = around.qualifier(folded, one.start, left, lexicon)
    after = None if before else around.qualifier_after(folded, one.end, len(folded), lexicon)
    start = before.start if before else one.start
    end = after.end if after else one.end
    exact = float(f"{100 * one.value:.10g}")
    qualifier = before.key if before else after.key if after else None
    if qualifier is None:
        low, high = (float(f"{exact * part:.6g}") for part in (1 - ROUNDING, 1 + ROUNDING))
        bounds: tuple[float | None, float | None] = low, min(high, 100.0)
    else:
        bounds = around.bounds(exact, exact, qualifier)
    return Quantity(
        start=start, end=end, text=text[start:end], low=bounds[0], high=bounds[1], unit="%",
        of="vote share" if one.key == "vote" else "%", of_text=text[slice(*one.words)], qualifier=qualifier,
        group=(one.key,), rule="fraction",
    )  # fmt: skip


def _part_of_a_point(folded: str, text: str, one: Fraction, left: int, lexicon: Words) -> Quantity:
    """Return the quantity of a part of a percentage point: journalists who say "half a point" mean it."""
    before = around.qualifier(folded, one.start, left, lexicon)
    start = before.start if before else one.start
    low, high = around.bounds(one.value, one.value, before.key if before else None)
    right = around.clause(folded, start, one.end)[1]
    what = measured(folded, (start, one.end), (left, right), around.Measure(start, one.end, "pp", "percent"), lexicon)
    return Quantity(
        start=start, end=one.end, text=text[start : one.end], low=low, high=high, unit="pp",
        of=what.key if what else "pp", of_text=text[what.start : what.end] if what else None,
        qualifier=before.key if before else None, rule="measure",
    )  # fmt: skip
