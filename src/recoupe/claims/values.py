"""Values as intervals: when they meet, when they are near enough to be of one thing, and which are one value."""

from __future__ import annotations

import bisect
import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from recoupe.claims.article.ground.seconds import DAY, HOUR, MONTH, YEAR, iso_seconds
from recoupe.model import Claim
from recoupe.text.currencies import is_money

Interval = tuple[float, float]

CUMULATIVE = frozenset(
    (
        "death", "injury", "missing", "arrest", "evacuee", "survivor", "displaced", "hostage", "homeless",
        "hospitalised",
        "rescued", "infected", "detainee", "victim", "burnt area", "containment", "case", "damage",
        "house", "building", "affected", "trapped", "fugitive",
    )
)  # fmt: skip
"""Counts that grow and shrink as an event goes on."""

OUTCOMES = CUMULATIVE | {
    "released", "convicted", "acquitted", "charged", "deported", "dismissed", "fined", "poisoned", "questioned",
    "treated", "held",
}  # fmt: skip
"""What befell those counted: who they were narrows such a count."""

LOST = frozenset(("death", "injury", "missing", "victim"))
"""What a toll counts: it is another every day, and few of those who were there."""

FOLLOWING = frozenset(("corrected", "updated"))
"""Statuses of what a value became after another: it was wrong, or it grew."""

MEASURED = frozenset(("magnitude", "depth", "speed", "height of the fall", "distance"))
"""What instruments read: two institutes read two values of one thing."""

_WIDE = frozenset(
    ("depth", "radius", "reward", "ransom", "investigator", "people in shelters", "shelter", "things stolen",
     "price per share", "job")
)  # fmt: skip
"""What a story has one of, so that values far from each other are still meant of it."""


AGES = 5
"""Years between two ages of one person; two drivers' ages lie further apart."""

POINTS = frozenset(("pp", "bp"))
"""Units of percentage points, and of their hundredths."""

STEPS = 0.5
"""Percentage points between two tellings of one change of interest rates, which go by quarters."""

SHARE_OF = "share of "
"""Begins the attribute of a percentage that says what it is of: "38% of its trains"."""

SIDES_APART = 25
"""Points between what two sides say of one share."""

OPEN = 1.5
"""How far above its bound "more than X" is meant at most: nobody says "more than 100" of 200."""

CROWDS_APART = 5
"""How far apart (larger over smaller) two sides count one crowd."""

FEW, NEAR_COUNT = 3, 2
"""From three on, counts that differ by two at most are of one thing: three helicopters, five helicopters."""

_OFF = 0.06
"""How far from a power of ten two sums may lie apart that differ by a misprint of it: as a part, for their rounding."""

_SAME_DIGITS = 0.011
"""The same of measures, which nobody tells in millions: their digits are the same but for what a conversion rounds."""

LIKE_SENTENCES = "like sentences"
"""Reason of what is agreed because the sentences around it are alike: they say which happening it is of."""

_NEIGHBOURS = {"instant": 2 * HOUR, "day": 1.0, "year": 3 * 366 * DAY}
"""Instants further apart than this are not readings of one moment but two moments."""


EVERYWHERE = frozenset(("m", "km", "%", "second", "°C", "°F", "°", "mm"))
"""Units in which a story measures many things."""

BARE_APART = 1.07
"""How far apart (larger over smaller) two values are of which only the unit is known, where it measures many things."""

_POINTS_APART = {"stake": 10, "share price": 8}
"""Percentage points between two tellings of one share or fall, where more than the usual may lie."""


MARKETS = frozenset(("share price", "fall", "rise", "exchange rate"))
"""What is told of a share or of a currency: its price, and how far it moved."""

PRICE = 100_000.0
"""Money below which it is what a share costs rather than what a company lost."""


def of_its_minute(attribute: str, unit: str, interval: Interval) -> bool:
    """Tell whether a value is what a share costs: another a minute later, so that two are no dispute."""
    return attribute in MARKETS and is_money(unit) and interval[1] < PRICE


def in_turn(attribute: str, unit: str) -> bool:
    """Tell whether one article tells several values one after another: what is offered, how far a share moved."""
    return attribute == "price per share" or (attribute == "share price" and unit == "%")


def bounds(claim: Claim, interval: Interval | None = None) -> Interval:
    """Return the interval a claim is meant as, its open sides closed and round durations loosened.

    An hour said without minutes ("trois heures") is meant to the quarter, many hours to the half, a number to its
    last printed place.
    """
    if interval is not None:
        return interval
    low, high = claim.low, claim.high
    if low is None and high is None:
        return 0.0, 0.0
    if high is None and claim.rule == "count" and _several(claim):
        return (low or 0.0) / 2, (low or 0.0) * 50
    if high is None:
        assert low is not None
        return low, low * OPEN if low > 0 else low
    if low is None:
        return high / OPEN if high > 0 else high, high
    if claim.unit == "second" and low == high and low >= HOUR and low % HOUR == 0 and low < DAY:
        slack = min(low * 0.08, HOUR / 2)
        return low - slack, low + slack
    if claim.unit == "second" and low == high and low % MONTH == 0 and low < YEAR:
        months = low / MONTH
        return months * 28 * DAY, months * 31 * DAY  # "two months": eight weeks, sixty days, or sixty-two
    if low == high and claim.rule == "count" and claim.qualifier is None:
        slack = low / 20 if _half_a_million(claim) else rounding(low, claim.unit)
        return low - slack, low + slack
    return low, high


def _half_a_million(claim: Claim) -> bool:
    """Tell whether a count is half of a million, or of a billion, in words: nobody says so of 476,000 alone."""
    low = claim.low or 0.0
    while low >= 10 and low % 10 == 0:
        low /= 10
    return low == 5 and (claim.low or 0.0) >= HALF and not any(c.isdigit() for c in claim.display)


HALF = 500_000.0
"""The least that is told as half of a larger number: half a million."""


DOZENS = 20
"""The least that words for many stand for."""


def _several(claim: Claim) -> bool:
    """Tell whether a count only says that there are many: "thousands", "des dizaines"; "at least two" are counted."""
    low = claim.low or 0.0
    if low < DOZENS:
        return False
    while low >= 20 and low % 10 == 0:
        low /= 10
    return low == 2 and not any(c.isdigit() for c in claim.display)


def moment(as_of: str | None) -> float:
    """Return when a value was stated as seconds since 1970; a day without a clock ends it, no day comes last."""
    begin = iso_seconds(as_of or "")
    if begin is None:
        return math.inf
    return begin + DAY - 1 if len(as_of or "") <= len("2031-05-06") else begin


def rounding(value: float, unit: str) -> float:
    """Return how far a number may be from what it was rounded from: just under half of its last printed place.

    "5.3 billion" may be 5.34, "2,800" may be 2,836, "22 %" may be 22.1, "$71" may be $71.40; a count below a thousand
    is meant as it is printed. Never more than a fortieth of the number.
    """
    size = abs(value)
    if size >= 1000:
        place = 1.0
        while size % (place * 10) == 0 and place < size:
            place *= 10
        return min(0.49 * place, size / 40) if place > 1 else 0.0
    if size == int(size) and (unit == "%" or (is_money(unit) and size >= TENS)):
        return 0.49
    return 0.0


TENS = 20.0
"""Money from which on hundredths may be left out."""


def meet(a: Interval, b: Interval) -> bool:
    """Tell whether two intervals share a point (but for what floats lose)."""
    slack = min(SLACK, 1e-6 * max(abs(a[1]), abs(b[1])))
    return a[0] <= b[1] + slack and b[0] <= a[1] + slack


SLACK = 0.5
"""How far two intervals may lie apart that share a point, at most."""


class Meeting:
    """Values, to be asked which of them meet another: found by where they begin, among those about as wide."""

    def __init__(self, values: Iterable[Interval] = ()) -> None:
        by_width: dict[int, list[Interval]] = defaultdict(list)
        for value in dict.fromkeys(values):
            by_width[_size(value)].append(value)
        self._by_width = {size: sorted(held) for size, held in by_width.items()}

    def add(self, value: Interval) -> None:
        held = self._by_width.setdefault(_size(value), [])
        at = bisect.bisect_left(held, value)
        if held[at : at + 1] != [value]:
            held.insert(at, value)

    def met(self, value: Interval) -> Iterator[Interval]:
        """Yield the values that share a point with one."""
        for size, held in self._by_width.items():
            first = bisect.bisect_left(held, (value[0] - SLACK - 2.0**size,)) if size < _WIDEST else 0
            last = bisect.bisect_right(held, (value[1] + SLACK, math.inf))
            yield from (other for other in held[first:last] if meet(value, other))


def _size(value: Interval) -> int:
    """Return a power of two (its exponent) that a value is no wider than; one for all that are narrow."""
    return max(0, math.frexp(value[1] - value[0])[1]) if value[1] < math.inf else _WIDEST


_WIDEST = 1000


def all_meet(items: Iterable[Item]) -> bool:
    """Tell whether every two of some values share a point; of many items few values are different."""
    return all(meet(a, b) for a, b in combinations(dict.fromkeys(item.interval for item in items), 2))


def neighbours(a: Interval, b: Interval, unit: str, attribute: str) -> bool:
    """Tell whether two values are near enough to be meant of one thing, so that a difference is worth showing."""
    if meet(a, b):
        return True
    gap = b[0] - a[1] if b[0] > a[1] else a[0] - b[1]
    if attribute == "age":
        return gap <= AGES
    if attribute == "rate change":
        return gap <= STEPS
    if unit == "storey":  # a floor miscounted, or counted from the ground floor
        return gap <= 1 or transposed(a, b)
    if unit in _NEIGHBOURS:
        return gap <= _NEIGHBOURS[unit] or (unit == "year" and _misprinted(a, b))
    low, high = min(abs(a[1]), abs(b[1])), max(abs(a[0]), abs(b[0]))
    if attribute.startswith(SHARE_OF):  # two sides differ widely, but what is left of the whole is another share
        return gap <= SIDES_APART and abs(a[0] + b[1] - 100) > 1.5
    if unit == "%":
        return gap <= _POINTS_APART.get(attribute, 6)
    if low <= 0:
        return gap <= 2
    ratio = high / low
    off = _OFF if is_money(unit) else _SAME_DIGITS
    if unit not in ("person", "thing", "second") and any(abs(ratio / power - 1) <= off for power in (10, 1000)):
        return True  # a zero lost, "million" for "billion"
    if unit == "second":
        return ratio <= (BARE_APART if attribute == unit else 2)
    if attribute in CUMULATIVE:
        return ratio <= (5 if attribute == "missing" else 3) or gap <= 5  # those missing are found
    if attribute in _WIDE:
        return ratio <= 2.5
    if attribute == unit and unit not in ("person", "thing", "magnitude"):
        return ratio <= (BARE_APART if unit in EVERYWHERE else 1.3 if is_money(unit) else 1.5) or transposed(a, b)
    if attribute == "person" or ":" in attribute:
        return ratio <= 1.25
    if unit in ("person", "thing"):
        if low >= FEW and gap <= NEAR_COUNT:
            return True
        return ratio <= 1.6 or (ratio <= CROWDS_APART and attribute in ("protester", "participant", "intruder"))
    return ratio <= 1.5


def transposed(a: Interval, b: Interval) -> bool:
    """Tell whether two exact numbers are printed with the same digits in another order: 34 and 43."""
    if a[0] != a[1] or b[0] != b[1]:
        return False
    first, second = (sorted(f"{i[0]:.10g}") for i in (a, b))
    return first == second and len(first) > 1


def _misprinted(a: Interval, b: Interval) -> bool:
    """Tell whether two years are printed with the same digits: 1871 and 1817."""
    first, second = (str(dt.datetime(1970, 1, 1) + dt.timedelta(seconds=i[0]))[:4] for i in (a, b))
    return sorted(first) == sorted(second)


def components(intervals: Sequence[Interval], unit: str, attribute: str) -> list[list[int]]:
    """Return the indices of `intervals` in groups of neighbours (single link over the values in order)."""
    order = sorted(range(len(intervals)), key=lambda i: (intervals[i], i))
    out: list[list[int]] = []
    reach: Interval | None = None
    for i in order:
        if reach is not None and neighbours(reach, intervals[i], unit, attribute):
            out[-1].append(i)
            if intervals[i][1] > reach[1]:
                reach = intervals[i]
        else:
            out.append([i])
            reach = intervals[i]
    return _with_misprints(out, intervals, unit, attribute)


def _with_misprints(
    groups: list[list[int]], intervals: Sequence[Interval], unit: str, attribute: str
) -> list[list[int]]:
    """Return groups with a last one joined to the group whose value it is but for a zero ("500" for "50"), whatever
    lies between."""
    if unit in _NEIGHBOURS or not 2 < len(groups) <= FEW_GROUPS:
        return groups
    last = groups[-1]
    for at, group in enumerate(groups[:-2]):
        if any(neighbours(intervals[i], intervals[last[0]], unit, attribute) for i in group):
            return [*groups[:at], [*group, *last], *groups[at + 1 : -1]]
    return groups


FEW_GROUPS = 12
"""With more groups of values a key is a list of many things: any is ten times another."""


class Item(NamedTuple):
    """A claim with the interval it is compared by."""

    claim: Claim
    interval: Interval


DISTINCT = 10
"""A number this large, and not round, is hardly the same in two articles by chance."""
