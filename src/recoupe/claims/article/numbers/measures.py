"""What a length or a speed measures: a fall, a river, a wave, a distance and from where; a wind, a limit."""

from __future__ import annotations

import regex

from recoupe.claims.article.ground.belonging import REACH, SHORT_REACH, deed, others, owns
from recoupe.claims.article.ground.scene import Scene, Sentence, cost, nearest
from recoupe.languages import load
from recoupe.model import Quantity
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

LENGTHS = frozenset(("m", "ft", "yd", "km", "mi", "nmi"))

SPEEDS = frozenset(("km/h", "mph", "kn"))

LIMIT_REACH = 100
"""Within this cost a word of limits is of a speed."""

BARE_REACH = 25
"""Characters from such a word to the bare number it leads to."""

FROM_REACH = 40
"""Characters between a distance and the place it is from: "12 miles from the resort of X"."""

_PLACE_BEHIND = compiled_by_regex(r"(?: \p{Ll}{1,12}){0,4} \p{Ll}{1,12}[ '’](\p{Lu}[\p{L}-]+)", regex.V1)

_BARE = compiled_by_regex(r"(?<![\p{L}\d.,])\d{2,3}(?![\d.,]\d|\d| ?\p{L}{1,2}/)")


def of_length(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return what a length measures, `attribute` where nothing beside it tells."""
    if attribute not in (quantity.unit, "depth", "height", "water level"):
        return attribute
    if "ceasefire" in scene.opening and deed(scene, sentence, quantity, "pullback", REACH):
        return "pull-back"
    if attribute == quantity.unit and _short_of(sentence, quantity):
        return "distance"  # "fell 700 metres short of the harbour": how far off it came down, not how deep
    if deed(scene, sentence, quantity, "fall", SHORT_REACH):
        return "height of the fall"
    if attribute in (quantity.unit, "water level") and _of_a_river(scene, sentence, quantity, attribute, SHORT_REACH):
        return "water level"  # "the river climbed to 7.4 metres"
    if quantity.unit in ("m", "ft") and deed(scene, sentence, quantity, "altitude", REACH):
        return "altitude"
    if deed(scene, sentence, quantity, "wave", REACH):
        return "wave height"
    return "water level" if _of_a_river(scene, sentence, quantity, attribute, REACH) else attribute


def _short_of(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the words right behind a length measure it from a thing on the ground ("vor dem", "antes del")."""
    return any(c.key == "short" and c.start == quantity.end + 1 for c in sentence.of("away"))


_HIGH_WATER = frozenset(("flood", "storm", "landslide"))


def _of_a_river(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None, reach: int) -> bool:
    """Tell whether a length is a river's: named before it ("the river rose 7 metres"), or behind it where its own
    words say that it is a depth or a height. A slab of 74 metres that falls into the river is none.
    """
    if attribute != quantity.unit and not scene.opening.isdisjoint(_HIGH_WATER):
        return deed(scene, sentence, quantity, "river", reach)  # else a bridge 40 metres high stands over it
    cues = [c for c in sentence.of("deed") if c.key == "river" and c.end <= quantity.start]
    metres = quantity.unit in ("m", "ft")  # a river is polluted over 12 kilometres
    return metres and bool(cues) and owns(scene, sentence, quantity, cues, reach)


def of_speed(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return of what a speed is: a limit, a wind or its gusts, else something that moves."""
    if deed(scene, sentence, quantity, "limit", LIMIT_REACH) and not _limit_behind(scene, sentence, quantity):
        return "speed limit"
    windy = "storm" in scene.opening or any(c.key == "storm" for c in sentence.of("event"))
    if windy:
        span = (quantity.start, quantity.end)
        winds = [c for c in sentence.of("deed") if c.key in ("gust", "sustained")]
        before = [c for c in winds if c.end <= quantity.start]  # "winds of 215 km/h and gusts of 265"
        wind = nearest(scene, sentence, span, before, SHORT_REACH) or nearest(scene, sentence, span, winds, SHORT_REACH)
        if wind is not None and owns(scene, sentence, quantity, [wind], SHORT_REACH):
            return "gust" if wind.key == "gust" else "wind speed"
        if attribute == "wind speed":
            return attribute
    return attribute if windy else "speed"


def _limit_behind(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a word of limits leads to a bare number behind it: "at 117 km/h, where 70 is allowed"."""
    end = sentence.quantities[-1].start if sentence.quantities[-1].start > quantity.start else sentence.end
    rest = [c for c in sentence.of("deed") if c.key == "limit" and quantity.end <= c.start < end]
    text = scene.article.text
    return any(_BARE.search(text, quantity.end, min(end, c.end + BARE_REACH)) for c in rest)


def is_of_another(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the word a measure was read by stands nearer to another measure of its sentence."""
    rivals = [q for q in others(sentence, quantity) if q.of == quantity.of]
    if not rivals or not quantity.of_text:
        return False
    text = fold(scene.article.text[sentence.start : sentence.end])
    word = text.find(fold(quantity.of_text))
    if word < 0 or len(text) != sentence.end - sentence.start or text.count(fold(quantity.of_text)) > 1:
        return False
    place = (sentence.start + word, sentence.start + word + len(quantity.of_text))
    mine = cost(scene, sentence, (quantity.start, quantity.end), place)
    return any(cost(scene, sentence, (r.start, r.end), place) < mine for r in rivals)


def away_from(scene: Scene, sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the name, folded, of the place a length in kilometres or miles is measured from."""
    if quantity.unit not in ("km", "mi", "nmi"):
        return None
    origins = [c for c in sentence.of("away") if c.key == "from"]
    nouns = load(scene.article.language).table("names").get("nouns_capitalised")  # "vor der Insel X"
    behind = None if nouns else _PLACE_BEHIND.match(scene.article.text, quantity.end)
    if behind and any(quantity.end < c.start and c.end < behind.end() for c in origins):
        return fold(behind[1])
    places = [n for n in sentence.names if n.type == "place" and not n.role and n.start >= quantity.end]
    first = min(places, key=lambda n: n.start, default=None)
    if first is None or first.start - quantity.end > FROM_REACH:
        return None
    between = scene.article.text[quantity.end : first.start]
    if any(c in between for c in ",;.:()\n"):
        return None
    away = any(quantity.end <= c.start and c.end <= first.start for c in origins)
    return fold(scene.article.text[first.start : first.end]) if away else None


def apart(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return "distance" for a length that two prepositions make one, else `attribute`.

    "Le dépôt, à 600 mètres des premières maisons" says so where a language has no word for it, as do Spanish, Italian
    and Portuguese.
    """
    if quantity.of in STEPS or (attribute or "")[2:3] == ":":  # one of these, or what no table knows: "blocks"
        near = (c for c in sentence.of("away") if c.key == "steps" and 0 <= c.start - quantity.end <= 1)
        return "distance" if any(near) else attribute  # "arrested three houses away": no house befell anything
    if attribute != quantity.unit or quantity.unit != "m":  # kilometres are told from a place with a name
        return attribute
    text = scene.article.text
    at = [c for c in sentence.of("away") if c.key == "at" and c.end <= quantity.start]
    if not at or quantity.start - at[-1].end > PREPOSITION or _APART.search(text, at[-1].end, quantity.start):
        return attribute
    from_it = any(c.key == "from" and c.start == quantity.end + 1 for c in sentence.of("away"))
    return "distance" if from_it else attribute


STEPS = frozenset(("house", "building", "street", "door", "station"))
"""What a way is counted in where no metres are told."""

PREPOSITION = 16
"""Characters before a length in which the preposition stands: "a menos de 600 metros", "à environ 600 mètres"."""

_APART = compiled_by_regex(r"[\p{P}\d]|\p{L}+ \p{L}+ \p{L}+ \p{L}+", regex.V1)
"""What parts a preposition from a length that does not belong to it."""
