"""Ranges of two counts joined by a dash: "2,000-2,500 people", "200–250 Menschen"."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_DASH = compiled(r" ?[-–—] ?")
_FREE = compiled(r"[^\w/:.,$€£°#+–—-]")

WIDEST = 3
"""How far apart (larger over smaller) the ends of a range are at most: further apart they are parts of a code."""

LEAST = 5
"""The least number that opens a range: below it two numbers joined are rather a score or a vote."""

YEARS = (1700, 2199)

COUNTING = ("noun", "verb behind", "verb before", "measure")
"""Rules of the quantities that a range may be."""

OF_TWO_SIDES = ("vote", "seat", "point", "goal", "score", "win", "thing")
"""What each of two sides has its number of: "48-52 votes" is no range."""


def dashed(folded: str, found: Sequence[Number], at: int) -> Number | None:
    """Return the range that the number at `at` of those `found` opens with a dash, None where it opens none.

    The ends rise; a season's two years, a telephone number and a score are none.
    """
    first, second = found[at], found[at + 1] if at + 1 < len(found) else None
    if second is None or second.start - first.end > LONGEST or not (_whole(first) and _whole(second)):
        return None
    low = first.low * (second.scale if first.scale == 1 else 1)  # "10-15 million people"
    if not LEAST * second.scale <= low < second.low <= WIDEST * low:
        return None
    if all(YEARS[0] <= n.low <= YEARS[1] and n.end - n.start == 4 for n in (first, second)):
        return None
    joined = _DASH.fullmatch(folded, first.end, second.start) is not None
    free = first.start == 0 or _FREE.match(folded, first.start - 1) is not None
    if not joined or not free or folded[second.end : second.end + 1] != " ":
        return None
    return Number(start=first.start, end=second.end, low=low, high=second.high, span=True, scale=second.scale)


def _whole(number: Number) -> bool:
    exact = not (number.ordinal or number.article) and (number.scale > 1 or not number.spelled)
    return exact and number.low == number.high == int(number.low)


LONGEST = 3
"""Characters between the two."""
