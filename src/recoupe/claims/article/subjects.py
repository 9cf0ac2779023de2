"""What a number is of where its own words leave that open: told by the verbs, nouns and places beside it.

"Fell 30 metres" and "d'une hauteur de 35 mètres" measure one fall; "eight jewels were stolen" and "made off with eight
pieces" count one loot. A cue belongs to the number of its kind that stands nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from recoupe.claims.article import happening, shocks
from recoupe.claims.article.cues import Found
from recoupe.claims.article.happening import DISASTERS
from recoupe.claims.article.scene import Scene, Sentence, cost, nearest
from recoupe.claims.values import MEASURED
from recoupe.languages import load
from recoupe.model import Quantity
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

CONVERTED = {
    "mi": ("km", 1.609344), "nmi": ("km", 1.852), "ft": ("m", 0.3048), "yd": ("m", 0.9144), "mph": ("km/h", 1.609344),
    "kn": ("km/h", 1.852), "cm": ("m", 0.01), "in": ("mm", 25.4), "lb": ("kg", 0.45359237), "acre": ("ha", 0.40468564),
    "bp": ("pp", 0.01), "kW": ("MW", 0.001), "GW": ("MW", 1000.0), "MWh": ("GWh", 0.001), "TWh": ("GWh", 1000.0),
    "kWh": ("GWh", 1e-6), "l": ("m3", 0.001), "MB": ("GB", 0.001), "TB": ("GB", 1000.0), "PB": ("GB", 1e6),
}  # fmt: skip
"""Units that pages print for readers of one country or for small things, and the metric one all are compared in."""

LENGTHS = frozenset(("m", "ft", "yd", "km", "mi", "nmi"))
SPEEDS = frozenset(("km/h", "mph", "kn"))
SHORT_REACH = 45
REACH = 70
LIMIT_REACH = 100
BARE_REACH = 25
FROM_REACH = 40
"""Characters between a distance and the place it is from: "12 miles from the resort of X"."""
LIST = 40
"""More numbers than a sentence has: a table's row or rubbish."""


_PLACE_BEHIND = compiled_by_regex(r"(?: \p{Ll}{1,12}){0,4} \p{Ll}{1,12}[ '’](\p{Lu}[\p{L}-]+)", regex.V1)
_BARE = compiled_by_regex(r"(?<![\p{L}\d.,])\d{2,3}(?![\d.,]\d|\d| ?\p{L}{1,2}/)")
_WET = frozenset(("storm", "flood"))
_HOUSES = frozenset(("house", "building", "apartment", "school"))
_PEOPLE = frozenset(("person", "displaced", "evacuee", "resident", "family", "homeless", "affected", "victim"))
_HELD = frozenset(("trapped", "aboard"))
"""What those held hostage are counted as too, where the article opens with a taking of hostages."""

_MARCHING = frozenset(
    (
        "guard",
        "worker",
        "employee",
        "teacher",
        "student",
        "farmer",
        "nurse",
        "doctor",
        "driver",
        "participant",
        "pensioner",
    )
)
"""Who is counted as marching where a verb says so."""

CROWD = 50
BIG_CROWD = 1000

_OFFERED = ("share price", "price", "cost", "acquisition", "reward", "valuation")
"""What a sum offered for each share may have been taken for."""

DEAR = 100_000
"""Money from which on a price is the cost of something built, launched or run."""

POINTS = frozenset(("pp", "bp"))
RATE_CHANGE = "rate change"
LARGEST_CHANGE = 5
"""Points by which no central bank changes its rate at once: more are of an index, a game, a table."""
_FALLS = frozenset(("%", "fall", "rise"))
"""What a percentage beside a halt of trading may have been taken for."""
_OF_RATES = frozenset(("pp", "bp", "point", "rise", "fall", "interest rate"))
"""What points beside a change of rates may have been taken for."""
_ITEMS = frozenset(("jewel", "painting", "work", "object"))


def refined(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return what `quantity` is of, from `attribute` (its concept or noun, else None) and what stands beside it."""
    unit = quantity.unit
    if attribute == quantity.of and attribute in MEASURED and _said_of_another(scene, sentence, quantity):
        attribute = unit
    if unit in SPEEDS and attribute in (unit, "speed", "wind speed"):
        return _speed(scene, sentence, quantity, attribute)
    if unit == "m3/s":
        return "flow"
    if unit == attribute == "t" and _deed(scene, sentence, quantity, "tnt", SHORT_REACH):
        return "force of the blast"
    if unit == "%" and attribute in _FALLS and any(c.key == "trading_halt" for c in sentence.of("event")):
        return "share price"
    if unit == "%" and attribute in _CHANGES and changing(scene, sentence, quantity, attribute or "") == [OF_SHARES]:
        return "share price"  # "shares in X closed down 6%"
    if unit in ("mm", "in") and attribute == unit and scene.opening & _WET:
        return "rainfall"
    if unit in POINTS or (attribute == "point" and quantity.low is not None and quantity.low < LARGEST_CHANGE):
        return _points(scene, sentence, attribute)
    if unit in LENGTHS:
        return _length(scene, sentence, quantity, attribute)
    if unit in (None, "thing", "person"):
        return _counted(scene, sentence, quantity, attribute)
    if unit is not None and len(unit) > 2 and unit.isupper():
        return _money(scene, sentence, quantity, attribute)
    return attribute


def _points(scene: Scene, sentence: Sentence, attribute: str | None) -> str | None:
    """Return what points are of: in a sentence or an article about interest rates those of a decision on them."""
    if attribute not in _OF_RATES:
        return attribute
    told = any(c.key == "rates" for c in sentence.of("deed")) or (
        "rates" in happening.deeds(scene.article) and attribute != "point"
    )
    return RATE_CHANGE if told else attribute


def _length(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    if attribute not in (quantity.unit, "depth", "height", "water level"):
        return attribute
    if "ceasefire" in scene.opening and _deed(scene, sentence, quantity, "pullback", REACH):
        return "pull-back"
    if _deed(scene, sentence, quantity, "fall", SHORT_REACH):
        return "height of the fall"
    if attribute in (quantity.unit, "water level") and _of_a_river(scene, sentence, quantity, attribute, SHORT_REACH):
        return "water level"  # "the river climbed to 7.4 metres"
    if quantity.unit in ("m", "ft") and _deed(scene, sentence, quantity, "altitude", REACH):
        return "altitude"
    if _deed(scene, sentence, quantity, "wave", REACH):
        return "wave height"
    return "water level" if _of_a_river(scene, sentence, quantity, attribute, REACH) else attribute


_HIGH_WATER = frozenset(("flood", "storm", "landslide"))


def _of_a_river(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None, reach: int) -> bool:
    """Tell whether a length is a river's: named before it ("the river rose 7 metres"), or behind it where its own
    words say that it is a depth or a height. A slab of 74 metres that falls into the river is none.
    """
    if attribute != quantity.unit and not scene.opening.isdisjoint(_HIGH_WATER):
        return _deed(scene, sentence, quantity, "river", reach)  # else a bridge 40 metres high stands over it
    cues = [c for c in sentence.of("deed") if c.key == "river" and c.end <= quantity.start]
    metres = quantity.unit in ("m", "ft")  # a river is polluted over 12 kilometres
    return metres and bool(cues) and _owns(scene, sentence, quantity, cues, reach)


def _money(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return what a sum is of: what was stolen is worth in a theft, what was destroyed in a disaster."""
    if attribute in (quantity.unit, *_OFFERED) and _deed(scene, sentence, quantity, "per_share", SHORT_REACH):
        return "offer per share" if _deed(scene, sentence, quantity, "offer", REACH) else attribute
    if attribute == "share price" and (quantity.high or quantity.low or 0.0) >= DEAR:
        return quantity.unit  # no share costs a million: "spent 5 billion to hold the rate"
    if attribute in ("price", "cost"):
        # languages have one verb for both: what is dear has a cost, what is bought a price
        attribute = "cost" if (quantity.high or quantity.low or 0.0) >= DEAR else "price"
    if attribute == "valuation" and _deed(scene, sentence, quantity, "takeover", SHORT_REACH):
        return "acquisition"
    valued = attribute in (quantity.unit, "valuation", "damage", "loss")
    if valued and all(_deed(scene, sentence, quantity, key, REACH) for key in ("seized", "worth")):
        return "seizure"  # what the police find is not all that was stolen
    valued = valued and not _deed(scene, sentence, quantity, "damages", REACH)  # "destrozos por valor de"
    if valued and "robbery" in scene.opening and _deed(scene, sentence, quantity, "worth", REACH):
        return "value of the loot"
    if attribute == quantity.unit and _deed(scene, sentence, quantity, "demand", REACH) and _for_ransom(scene):
        return "ransom"
    paid = attribute in (quantity.unit, "salary", "aid", "cost")
    if paid and _deed(scene, sentence, quantity, "bereaved", REACH):
        return "compensation"
    given = scene.opening & DISASTERS and attribute in (quantity.unit, "fund", "prize")
    if given and _deed(scene, sentence, quantity, "donations", REACH):
        return "donation"  # a kitty is of a lottery elsewhere
    if scene.opening & DISASTERS and attribute in (quantity.unit, "loss", "cost"):
        return "damage" if _deed(scene, sentence, quantity, "damages", REACH) else attribute
    return attribute


def _for_ransom(scene: Scene) -> bool:
    """Tell whether an article tells of what money is demanded for: hostages, data."""
    return any(c.key in _FOR_RANSOM for s in scene.sentences for c in s.of("event"))


def _said_of_another(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
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


def _speed(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    if _deed(scene, sentence, quantity, "limit", LIMIT_REACH) and not _limit_behind(scene, sentence, quantity):
        return "speed limit"
    windy = "storm" in scene.opening or any(c.key == "storm" for c in sentence.of("event"))
    if windy:
        span = (quantity.start, quantity.end)
        winds = [c for c in sentence.of("deed") if c.key in ("gust", "sustained")]
        before = [c for c in winds if c.end <= quantity.start]  # "winds of 215 km/h and gusts of 265"
        wind = nearest(scene, sentence, span, before, SHORT_REACH) or nearest(scene, sentence, span, winds, SHORT_REACH)
        if wind is not None and _owns(scene, sentence, quantity, [wind], SHORT_REACH):
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


def _counted(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    named = attribute is not None and ":" not in attribute
    if "hostage" in scene.opening and attribute in _HELD and not (attribute == "aboard" and sentence.of("mover")):
        return "hostage"
    if marching(scene, sentence) and _crowd(scene, sentence, quantity, attribute):
        return "protester"
    if attribute == "participant" and "protest" in scene.opening:
        return "protester"
    if attribute == "attended" and marching(scene, sentence):
        return "protester"  # who came to a march marched: one crowd has one name
    if attribute == "vote" and _deed(scene, sentence, quantity, "lead", SHORT_REACH):
        return "lead in votes"
    if unit_of_people(quantity) and attribute in _MARCHING:
        roles = [c for c in sentence.of("role") if c.key == "protester"]
        return (
            "protester" if nearest(scene, sentence, (quantity.start, quantity.end), roles, SHORT_REACH) else attribute
        )
    if attribute in _PEOPLE:
        return "people in shelters" if _deed(scene, sentence, quantity, "sheltered", SHORT_REACH) else attribute
    if named and attribute not in _ITEMS:
        return attribute
    if attribute is None:
        return None
    span = (quantity.start, quantity.end)
    thing = next((c.key for c in sentence.of("thing") if span[0] <= c.start and c.end <= span[1]), None)
    if (thing == "jewel" or attribute in _ITEMS) and _deed(scene, sentence, quantity, "stolen", REACH):
        return "things stolen"
    if thing and thing != "jewel":
        return thing
    roles = [c for c in sentence.of("role") if c.key == "protester"]
    if not named and (quantity.low or 0.0) >= CROWD and nearest(scene, sentence, span, roles, REACH):
        return "protester"
    return attribute


def _crowd(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> bool:
    """Tell whether thousands of people no verb tells anything of are those of the march an article opens with."""
    if attribute not in ("person",) or (quantity.low or quantity.high or 0.0) < BIG_CROWD:
        return False
    said = [*sentence.of("crowd"), *(c for c in sentence.of("holder") if c.key in ("police", "unions", "counters"))]
    return nearest(scene, sentence, (quantity.start, quantity.end), said, REACH) is not None


def marching(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a march is spoken of: the article opens with one, or this sentence or the one before tells of it."""
    if "protest" in scene.opening:
        return True
    near = scene.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    return any(c.section == "crowd" or (c.section, c.key) == ("event", "protest") for s in near for c in s.cues)


def unit_of_people(quantity: Quantity) -> bool:
    return quantity.unit == "person" and (quantity.low or 0.0) >= CROWD


def state(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> list[str]:
    """Return the scope of houses said to be damaged (those destroyed are other houses), of aftershocks, and of what
    each family of the dead is paid."""
    if attribute == "compensation":
        return ["group:each"] if _deed(scene, sentence, quantity, "bereaved", REACH) else []
    if attribute == "magnitude":
        span = (quantity.start, quantity.end)
        return ["group:aftershock"] if shocks.of_aftershock(scene, sentence, span) else []
    if attribute not in _HOUSES:
        return []
    cues = [c for c in sentence.of("deed") if c.key in ("damaged", "destroyed")]
    found = nearest(scene, sentence, (quantity.start, quantity.end), cues, REACH)
    return ["group:damaged"] if found is not None and found.key == "damaged" else []


def changing(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> list[str]:
    """Return as scope what it is that fell or rose: the economy, shares, a currency; nothing where no word says so."""
    if attribute not in _CHANGES:
        return []
    span = (quantity.start, quantity.end)
    sums = [(q.start, q.end) for q in sentence.quantities]  # the "lira" of a sum is no currency that falls
    words = [c for c in sentence.of("changing") if not any(start <= c.start < end for start, end in (span, *sums))]
    before = nearest(scene, sentence, span, [c for c in words if c.end <= span[0]], CHANGING_REACH)
    found = before or nearest(scene, sentence, span, words, SHORT_REACH)
    return [f"of:{found.key}"] if found is not None else []


def is_rate(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether money is what a currency costs: told beyond the cent ("the euro fell to $1.1310")."""
    low = quantity.low
    if not is_money(quantity.unit or "") or low is None or low > LARGEST_RATE or round(low, 2) == low:
        return False
    return any(c.key == "currency" and c.end <= quantity.start for c in sentence.of("changing"))


LARGEST_RATE = 1000.0
"""More of one currency is not paid for another, with parts of a cent."""

_FOR_RANSOM = frozenset(("hostage", "cyberattack"))
"""Events at which money that is demanded is a ransom."""

_CHANGES = frozenset(("fall", "rise"))
OF_SHARES = "of:share price"
CHANGING_REACH = 110
"""Cost between a change and what it is of, before it in its sentence."""


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


def office(scene: Scene, sentence: Sentence, span: tuple[int, int], reach: int) -> Found | None:
    """Return who or what an age is of where no name tells: the driver, the pilot, the plane."""
    held = [c for c in sentence.of("office") if c.key not in EXTREMES]
    movers = (c for c in sentence.of("mover") if c.key in AGEING)
    return nearest(scene, sentence, span, [*held, *movers], reach)


AGEING = frozenset(("train", "plane", "ship", "bus", "rocket"))
"""What moves and was built once: a march has no age."""


EXTREMES = frozenset(("youngest", "oldest"))
"""Offices that tell of whom among several an age is, where no name does."""


def others(sentence: Sentence, quantity: Quantity) -> Sequence[Quantity]:
    """Return the other numbers of a sentence; none of a list too long to be one sentence."""
    return [q for q in sentence.quantities if q.start != quantity.start] if len(sentence.quantities) <= LIST else ()


def _deed(scene: Scene, sentence: Sentence, quantity: Quantity, key: str, reach: int) -> bool:
    near = (quantity.start - 2 * reach, quantity.end + 2 * reach)
    cues = [c for c in sentence.of("deed") if c.key == key and near[0] <= c.end and c.start <= near[1]]
    return bool(cues) and _owns(scene, sentence, quantity, cues, reach)


def _owns(scene: Scene, sentence: Sentence, quantity: Quantity, cues: Iterable[Found], reach: int) -> bool:
    """Tell whether one of `cues` lies within `reach` of the number, and nearer to it than to others of its kind."""
    span = (quantity.start, quantity.end)
    rivals = [q for q in others(sentence, quantity) if q.unit == quantity.unit]
    for cue in cues:
        place = (cue.start, cue.end)
        price = cost(scene, sentence, span, place)
        if price <= reach and all(cost(scene, sentence, (r.start, r.end), place) >= price for r in rivals):
            return True
    return False
