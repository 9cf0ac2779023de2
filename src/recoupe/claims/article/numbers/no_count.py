"""Numbers that count nothing: the end of a span of days, the base of a ratio, a version, an age's bound, no noun.

"the June 3-5 floods"                            -> no five floods
"one in every 400 savers"                        -> no 400 savers
"brought Orrin 4.2 to its users"                 -> no 4.2 users
"children aged 7 and older"                      -> nobody's age
"""

from __future__ import annotations

import functools
import re

from recoupe.claims.article.ground.patterns import TOKEN
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.numbers import doing
from recoupe.languages import load
from recoupe.model import Quantity
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled

_DASHES = "-–"
REACH = 40
"""Characters before a number in which "one in every" stands."""

BOUND = 24
"""Characters of the words behind an age that make it a bound."""


def counts_nothing(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a quantity is no count of the noun behind it, or nobody's age."""
    text, language = scene.article.text, scene.article.language
    if quantity.of == "age":
        behind = fold(text[quantity.end : quantity.end + BOUND]).lstrip(" ,")
        return behind.startswith(_bounds(language))
    if quantity.unit not in (None, "person", "thing"):
        return False
    if text[quantity.start - 1 : quantity.start] in tuple(_DASHES) and any(
        t.end == quantity.start - 1 for t in sentence.times
    ):
        return True
    if quantity.unit == "person" and quantity.low is not None and quantity.low != int(quantity.low):
        return quantity.low == quantity.high
    ratio = _ratio(language)
    return (
        ratio is not None
        and ratio.search(fold(text[max(sentence.start, quantity.start - REACH) : quantity.start])) is not None
    )


@functools.lru_cache(maxsize=32)
def _bounds(language: str | None) -> tuple[str, ...]:
    return tuple(map(fold, load(language).table("concepts").get("age_bounds", ())))


@functools.lru_cache(maxsize=32)
def _ratio(language: str | None) -> re.Pattern[str] | None:
    """Return what leads from "one" to the number it is one of."""
    table = load(language).table("numbers")
    links = [fold(w) for part in ("ratio", "ratio_behind") for w in table.get(part, ())]
    ones = ["1", *(fold(w) for w in table.get("units", {}).get("1", ()))]
    if not links:
        return None
    return compiled(rf"(?<!\w)(?:{'|'.join(map(re.escape, ones))}) (?:{'|'.join(map(re.escape, links))}) $")


def has_no_noun(scene: Scene, quantity: Quantity, attribute: str) -> bool:
    """Tell whether no noun is counted where all nouns have a capital ("um fünf los", "auf 31 gestiegen"), and whether
    one with a capital is where they have none: "the thirteen Grey Wolves" are a team."""
    if attribute in doing.ANIMALS and not load(scene.article.language).table("names").get("nouns_capitalised"):
        return any(word[0].isupper() for word in TOKEN.findall(quantity.text)[1:])
    if attribute[2:3] != ":" or not load(scene.article.language).table("names").get("nouns_capitalised"):
        return False
    return not any(word[0].isupper() for word in TOKEN.findall(quantity.text) if not word[0].isdigit())
