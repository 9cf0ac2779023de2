"""Within which bounds a number is meant, in the unit that all are compared in: rounded, converted, "at least".

Also whether a number only repeats another in another unit, and within which bounds it was before it changed.
"""

from __future__ import annotations

from math import inf

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.model import Claim, Quantity
from recoupe.text.currencies import is_money
from recoupe.text.patterns import compiled_by_regex

CONVERTED = {
    "mi": ("km", 1.609344), "nmi": ("km", 1.852), "ft": ("m", 0.3048), "yd": ("m", 0.9144), "mph": ("km/h", 1.609344),
    "kn": ("km/h", 1.852), "cm": ("m", 0.01), "in": ("mm", 25.4), "lb": ("kg", 0.45359237), "acre": ("ha", 0.40468564),
    "bp": ("pp", 0.01), "kW": ("MW", 0.001), "GW": ("MW", 1000.0), "MWh": ("GWh", 0.001), "TWh": ("GWh", 1000.0),
    "kWh": ("GWh", 1e-6), "PENCE": ("GBP", 0.01), "l": ("m3", 0.001), "MB": ("GB", 0.001), "TB": ("GB", 1000.0),
    "PB": ("GB", 1e6),
}  # fmt: skip
"""Units that pages print for readers of one country or for small things, and the metric one all are compared in."""

_METRIC = frozenset(metric for metric, _ in CONVERTED.values())

_AGAIN = compiled_by_regex(r" ?(?:[(/]|, (?:or|ou|o|oder|of) (?:\p{L}{4,8} )?) ?")

_BRACKET = compiled_by_regex(r" ?[(\[] ?")

CONVERSION = 0.08
"""Part of itself by which a measure may change when it is converted and rounded."""

_DECIMAL = frozenset(("PENCE", "cm", "bp", "kW", "GW", "MWh", "TWh", "kWh", "l", "MB", "TB", "PB"))
"""Units that only move the point: nothing is rounded."""

EXCHANGE = 0.03
"""Part of itself by which a sum converted to other money may differ: pages take the rates of other days."""


def meant(quantity: Quantity) -> tuple[float | None, float | None, str]:
    """Return the bounds a quantity is meant within and their unit, a metric one."""
    low, high = quantity.low, quantity.high
    if low is not None and low == high:
        low, high = _loosened(low, quantity.qualifier)
        if quantity.rule == "converted" and low is not None and low == high:
            low, high = low * (1 - EXCHANGE), low * (1 + EXCHANGE)
    unit = quantity.unit or "thing"
    return _converted(low, high, unit) if unit in CONVERTED else (low, high, unit)


def _converted(low: float | None, high: float | None, unit: str) -> tuple[float | None, float | None, str]:
    """Return bounds in the metric unit: of two pages, one for miles and one for kilometres, either may have rounded."""
    metric, factor = CONVERTED[unit]
    if low is not None and low == high and unit not in _DECIMAL:
        low, high = low * (1 - CONVERSION / 2), low * (1 + CONVERSION / 2)
    return (low * factor if low is not None else None), (high * factor if high is not None else None), metric


def _loosened(value: float, qualifier: str | None) -> tuple[float | None, float | None]:
    """Return the bounds that the words before a number make of it."""
    if qualifier == "about":
        return value * 0.9, value * 1.1
    if qualifier == "nearly":
        return value * 0.85, value
    if qualifier in ("at least", "more than"):
        return value, None
    if qualifier in ("up to", "less than", "at most"):
        return None, value
    return value, value


def is_converted(scene: Scene, last: Claim, claim: Claim) -> bool:
    """Tell whether a measure only repeats the one before it in another unit: "165 kph (103 mph)"."""
    between = scene.article.text[last.anchor.end : claim.anchor.start]
    if is_money(claim.unit) and last.unit == claim.unit:
        return _BRACKET.fullmatch(between) is not None  # "US$1 million ($1.52 million)": the same in a reader's money
    beside = _AGAIN.fullmatch(between) is not None
    return last.unit == claim.unit and last.unit in _METRIC and beside and _near(last, claim)


def _near(a: Claim, b: Claim) -> bool:
    values = [v for v in (a.low, a.high, b.low, b.high) if v is not None]
    return max(values) - min(values) <= CONVERSION * max(values)


def before(sentence: Sentence, quantity: Quantity) -> tuple[float, float] | None:
    """Return what the sentence says the value was before: "from 42 million to 35"."""
    if quantity.old:
        return None
    for other in sentence.quantities:
        if other.old and (other.unit, other.of) == (quantity.unit, quantity.of) and other.group == quantity.group:
            return (other.low if other.low is not None else 0.0), (other.high if other.high is not None else inf)
    return None
