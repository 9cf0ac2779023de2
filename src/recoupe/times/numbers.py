"""Numbers spelled in words near a time."""

from __future__ import annotations

import bisect

from recoupe.text import numbers


def spelled(folded: str, start: int, end: int, code: str) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the spans of numbers written in words in `folded[start:end]`, with their lowest and highest value.

    Articles ("a year"), round words ("a dozen") and ordinals are left to the word lists of the time table, which know
    what they mean before a unit of time. A year said in two numbers ("nineteen ninety-six") is one.
    """
    told = numbers.in_folded(folded, language=code)  # of the whole text: what it counts is read of the same
    found: dict[tuple[int, int], tuple[float, float]] = {}
    last: tuple[int, int] | None = None
    for n in told[bisect.bisect_left(told, start, key=_begin) : bisect.bisect_left(told, end, key=_begin)]:
        if not n.spelled or n.article or n.approximate or n.ordinal or n.end > end or _in_digits(folded, n):
            last = None
            continue
        high = n.low if n.high is None else n.high
        span, value = (n.start, n.end), (n.low, high)
        if last is not None and n.start - last[1] == 1 and _century(found[last]) and 10 <= n.low == high < 100:
            span, value = (last[0], n.end), (found[last][0] * 100 + n.low,) * 2
            del found[last]
        found[span] = value
        last = span
    return found


def _begin(number: numbers.Number) -> int:
    return number.start


def _in_digits(folded: str, number: numbers.Number) -> bool:
    return any(c.isdigit() for c in folded[number.start : number.end])


def _century(value: tuple[float, float]) -> bool:
    return value[0] == value[1] and 11 <= value[0] <= 20
