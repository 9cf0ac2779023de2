"""Measures of one thing told in units of two kinds: whoever turned one into the other rounded it once more.

"35 miles", "60 km"                  -> 60 kilometres are meant within a twelfth, for they are a round number
"13 nautical miles", "some 13 miles" -> the miles of a ship are nautical miles, though a page leaves the word out
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.claims.article.numbers.bounds import CONVERSION, CONVERTED
from recoupe.claims.values import Interval, Item

MEASURES = frozenset(("m", "km", "km/h", "kg", "ha"))
"""Metric units that pages turn others into."""

_OFF = 0.001
"""Part of itself by which a ratio of two values may differ from that of their units."""

AT_SEA = CONVERTED["nmi"][1] / CONVERTED["mi"][1]
"""A nautical mile in miles."""
_TURNED = (1 + CONVERSION / 2) / (1 - CONVERSION / 2)


def loosened(unit: str, items: Sequence[Item]) -> list[Item]:
    """Return the items of one group with the intervals of round metric numbers wide enough for those turned into them,
    and those of miles that are nautical ones reaching to these."""
    if unit not in MEASURES:
        return list(items)
    out = list(items)
    if unit == "km":
        middles = {round(sum(i.interval) / 2, 6): i.interval for i in items}
        out = [i._replace(interval=_at_sea(i.interval, middles)) for i in items]
    if not any(_is_turned(i) for i in items):
        return out
    return [i._replace(interval=_round(i.interval)) for i in out]


def _at_sea(value: Interval, middles: dict[float, Interval]) -> Interval:
    middle = sum(value) / 2
    same = (other for mid, other in middles.items() if middle and abs(mid / middle / AT_SEA - 1) <= _OFF)
    return value[0], max((other[1] for other in same), default=value[1])


def _is_turned(item: Item) -> bool:
    """Tell whether a value was told in feet or miles: see `bounds`."""
    low, high = item.interval
    return low > 0 and (abs(high / low / _TURNED - 1) <= _OFF or not _whole(low * 10) or not _whole(high * 10))


def _whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6 * max(1.0, abs(value))


def _round(value: Interval) -> Interval:
    """Return the bounds of an exact number of one digit or two, as loose as those that were turned into metres."""
    low, high = value
    digits = len(f"{low:.10g}".replace(".", "").strip("0"))
    if low != high or digits > 2:
        return value
    slack = low * (CONVERSION if digits == 1 else CONVERSION / 2)
    return low - slack, high + slack
