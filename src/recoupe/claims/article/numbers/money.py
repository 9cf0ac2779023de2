"""What a sum of money is of: a price, a cost, loot, a ransom, damage; whether it is the rate of a currency."""

from __future__ import annotations

from recoupe.claims.article.ground.belonging import REACH, SHORT_REACH, deed
from recoupe.claims.article.ground.happening import DISASTERS
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.model import Quantity
from recoupe.text.currencies import is_money

PER_SHARE = "price per share"
_OFFERED = (PER_SHARE, "share price", "price", "cost", "acquisition", "reward", "valuation")
"""What a sum offered for each share may have been taken for."""

DEAR = 100_000
"""Money from which on a price is the cost of something built, launched or run."""


def of_sum(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return what a sum is of: what was stolen is worth in a theft, what was destroyed in a disaster."""
    dear = (quantity.high or quantity.low or 0.0) >= DEAR
    if dear and attribute in (quantity.unit, *_OFFERED) and any(c.key == "per_share" for c in sentence.of("deed")):
        return _in_all(sentence, quantity, attribute)
    if not dear and attribute in (quantity.unit, *_MAY_BE_A_BID) and deed(scene, sentence, quantity, "offer", REACH):
        if _is_bid_for(scene, quantity):
            return PER_SHARE  # "a first offer of 0.90 crowns", where another was told for each share
    if attribute == "share price" and deed(scene, sentence, quantity, "per_share", SHORT_REACH):
        return PER_SHARE if deed(scene, sentence, quantity, "offer", REACH) else attribute
    if attribute == "share price" and dear:
        return quantity.unit  # no share costs a million: "spent 5 billion to hold the rate"
    if attribute in ("price", "cost"):
        # languages have one verb for both: what is dear has a cost, what is bought a price
        attribute = "cost" if dear else "price"
    if attribute == "valuation" and deed(scene, sentence, quantity, "takeover", SHORT_REACH):
        return "acquisition"
    valued = attribute in (quantity.unit, "valuation", "damage", "loss")
    if valued and all(deed(scene, sentence, quantity, key, REACH) for key in ("seized", "worth")):
        return "seizure"  # what the police find is not all that was stolen
    valued = valued and not deed(scene, sentence, quantity, "damages", REACH)  # "destrozos por valor de"
    if valued and "robbery" in scene.opening and deed(scene, sentence, quantity, "worth", REACH):
        return "value of the loot"
    if attribute == quantity.unit and deed(scene, sentence, quantity, "demand", REACH) and _for_ransom(scene):
        return "ransom"
    paid = attribute in (quantity.unit, "salary", "aid", "cost")
    if paid and deed(scene, sentence, quantity, "bereaved", REACH):
        return "compensation"
    if attribute == "compensation" and scene.opening & DISASTERS and "trial" not in scene.opening:
        return "damage" if deed(scene, sentence, quantity, "damages", SHORT_REACH) else attribute  # "$1m in damages"
    given = scene.opening & DISASTERS and attribute in (quantity.unit, "fund", "prize")
    if given and deed(scene, sentence, quantity, "donations", REACH):
        return "donation"  # a kitty is of a lottery elsewhere
    if scene.opening & DISASTERS and attribute in (quantity.unit, "loss", "cost"):
        return "damage" if deed(scene, sentence, quantity, "damages", REACH) else attribute
    return attribute


_MAY_BE_A_BID = ("price", "acquisition", "fall", "rise")


def _is_bid_for(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an article tells a price for each share in the money of `quantity`."""
    return any(q.of == PER_SHARE and q.unit == quantity.unit for s in scene.sentences for q in s.quantities)


def _in_all(sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return what a large sum is of beside one for each share: "1.85 crowns a share, or 2.74 billion in all"."""
    bought = any(q.of == PER_SHARE for q in sentence.quantities)
    return "acquisition" if bought else quantity.unit if attribute in (PER_SHARE, "share price") else attribute


def _for_ransom(scene: Scene) -> bool:
    """Tell whether an article tells of what money is demanded for: hostages, data."""
    return any(c.key in _FOR_RANSOM for s in scene.sentences for c in s.of("event"))


_FOR_RANSOM = frozenset(("hostage", "cyberattack"))
"""Events at which money that is demanded is a ransom."""


def is_rate(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether money is what a currency costs: told beyond the cent ("the euro fell to $1.1310")."""
    low = quantity.low
    if not is_money(quantity.unit or "") or low is None or low > LARGEST_RATE or round(low, 2) == low:
        return False
    return any(c.key == "currency" and c.end <= quantity.start for c in sentence.of("changing"))


LARGEST_RATE = 1000.0
"""More of one currency is not paid for another, with parts of a cent."""
