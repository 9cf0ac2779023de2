"""What a number is of where its own words leave that open: told by the verbs, nouns and places beside it.

"Fell 30 metres" and "d'une hauteur de 35 mètres" measure one fall; "eight jewels were stolen" and "made off with eight
pieces" count one loot. A cue belongs to the number of its kind that stands nearest to it. What is asked depends on the
unit: `measures`, `money`, `changes`, `counted`.
"""

from __future__ import annotations

from recoupe.claims.article.ground.belonging import SHORT_REACH, deed
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.numbers import changes, counted, measures, money
from recoupe.claims.article.numbers.changes import CHANGES, FALLS, LARGEST_CHANGE, OF_SHARES
from recoupe.claims.values import MEASURED, POINTS
from recoupe.model import Quantity

_WET = frozenset(("storm", "flood"))

_OF_ONE_MEASURE = {
    "m3/s": "flow",
    "hPa": "air pressure",
    "mg/l": "concentration",
    "µg/m3": "concentration",
    "ppm": "concentration",
    "m/h": "speed",
}
"""Units in which one thing alone is measured."""


def refined(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return what `quantity` is of, from `attribute` (its concept or noun, else None) and what stands beside it."""
    unit = quantity.unit
    if attribute == quantity.of and attribute in MEASURED and measures.is_of_another(scene, sentence, quantity):
        attribute = unit
    if unit in measures.SPEEDS and attribute in (unit, "speed", "wind speed"):
        return measures.of_speed(scene, sentence, quantity, attribute)
    if unit in _OF_ONE_MEASURE:
        return _OF_ONE_MEASURE[unit]
    if unit == attribute == "t" and deed(scene, sentence, quantity, "tnt", SHORT_REACH):
        return "force of the blast"
    if unit == "%" and attribute in FALLS and any(c.key == "trading_halt" for c in sentence.of("event")):
        return "share price"
    if unit == "%" and attribute in CHANGES and changes.what(scene, sentence, quantity, attribute or "") == [OF_SHARES]:
        return "share price"  # "shares in X closed down 6%"
    if unit in ("mm", "in") and attribute == unit and scene.opening & _WET:
        return "rainfall"
    if unit in POINTS or (attribute == "point" and quantity.low is not None and quantity.low < LARGEST_CHANGE):
        return changes.of_points(scene, sentence, attribute)
    if unit in measures.LENGTHS:
        return measures.of_length(scene, sentence, quantity, attribute)
    if unit in (None, "thing", "person"):
        return counted.of_count(scene, sentence, quantity, attribute)
    if unit is not None and len(unit) > 2 and unit.isupper():
        return money.of_sum(scene, sentence, quantity, attribute)
    return attribute
