"""Percentages that tell how far a share or an index moved, though their sentence says no more than who fell.

    "Carron lost 3.4 per cent at the close"    the share of Carron: a company that falls by a percentage is its share
    "inflation lost 0.3 points", "the party lost 3 per cent"       are none

The sentence speaks of the exchange, or the article does and the sentence says of which hour of its day.
"""

from __future__ import annotations

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.numbers import changes, owners
from recoupe.claims.article.numbers.money import DEAR, PER_SHARE
from recoupe.model import Quantity
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

SHARES = "share price"
_MAY_MOVE = ("%", "fall", "rise")
_OF_MARKETS = ("share price", "stock exchange")
_HOURS = ("momentary", "closing")
ENOUGH = 2
"""Sentences of an article that speak of shares or an exchange, from which on it is about them too."""


def moved(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> bool:
    """Tell whether a percentage of which nothing is known, or a rise or fall, is the move of a share or an index."""
    if quantity.unit != "%" or attribute not in _MAY_MOVE or quantity.group or "vote" in scene.opening:
        return False
    of = changes.what(scene, sentence, quantity, "fall")
    if of and of[0].removeprefix("of:") not in _OF_MARKETS:
        return False
    if of and any(c.key == SHARES for c in sentence.of("changing")):
        return True
    who = owners.of_whom(scene, sentence, quantity, SHARES)
    if of or who is None:
        return who is not None and not _is_the_exchange(scene, sentence)
    if any(q.of == "price" for q in sentence.quantities):
        return False  # "diesel costs 1.89 euros, up 4 per cent"
    timed = attribute != "%" or any(c.key in _HOURS for c in sentence.of("aside"))
    return timed and not _is_person(scene, who) and _tells_of_markets(scene)


def priced(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> bool:
    """Tell whether a small sum is what a share costs at an hour of the exchange: "it closed at 7.42 crowns"."""
    if not is_money(quantity.unit or "") or (quantity.high or quantity.low or 0.0) >= DEAR:
        return False
    if attribute not in (quantity.unit, "price", "fall", "rise", "trade"):
        return False
    if any(c.key == SHARES for c in sentence.of("changing")):
        return True
    moved = attribute != "price" and any(q.unit == "%" for q in sentence.quantities)  # diesel has a price
    timed = moved or any(c.key in _HOURS for c in sentence.of("aside"))
    return timed and _tells_of_markets(scene)


def against_the_price(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> str | None:
    """Return what a percentage is that tells how far what is paid for a share lies from its price: "75 % less than the
    close" a discount, "38 % more than the close" a premium, "7 % more than the 512 pence of May" no more than that."""
    if quantity.unit != "%" or attribute not in (*_MAY_MOVE, "price", SHARES):
        return None
    behind = [c for c in sentence.of("deed") if c.key in _SIDES and 0 <= c.start - quantity.end <= _BESIDE]
    if not behind or not _is_offered(scene, sentence):
        return None
    if any(is_money(q.unit or "") and 0 < q.start - behind[0].end <= _SUM for q in sentence.quantities):
        return quantity.unit
    return _SIDES[behind[0].key]


_SIDES = {"below": "discount", "above": "premium"}
_BESIDE = 2
"""Characters between a percentage and "less than"."""
_SUM = 8
"""Characters from there to a sum: " the "."""


def _is_offered(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether this sentence, or the one before in its paragraph, says what is paid for each share."""
    last = scene.sentences[sentence.number - 1] if sentence.number else sentence
    near = [sentence] if "\n" in scene.article.text[last.start : sentence.start] else [last, sentence]
    return any(q.of == PER_SHARE for s in near for q in s.quantities)


def _tells_of_markets(scene: Scene) -> bool:
    found = 0
    for sentence in scene.sentences:
        if any(c.key == "trading_halt" for c in sentence.of("event")):
            return True
        found += any(c.key in _OF_MARKETS for c in sentence.of("changing"))
    return found >= ENOUGH


def _is_the_exchange(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the name is the exchange's own: "the Varnal stock exchange plunged", not "the Varnal index"."""
    text = scene.article.text
    places = [c for c in sentence.of("changing") if c.key == "stock exchange"]
    return any(_NAMED.search(text, sentence.start, c.start) and text[c.start : c.end][:3] not in _INDEX for c in places)


_NAMED = compiled_by_regex(r"\p{Lu}\p{Ll}+ $")
_INDEX = ("ind", "\N{LATIN SMALL LETTER I WITH ACUTE}nd")


def _is_person(scene: Scene, who: str) -> bool:
    """Tell whether a person of that name is called in full: a company's first word alone may be taken for one."""
    names = (n for s in scene.sentences for n in s.names if n.type == "person" and " " in n.text)
    return any(scene.entity(n) == who or who in fold(n.text).split() for n in names)
