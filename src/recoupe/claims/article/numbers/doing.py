"""Whom a count is of: the concept its words name, else what those counted did; else its noun.

"1,840 people" whom a town employs are its employees, "400 people" who got inside are those who got in, "900 officers"
who are deployed, "efectivos" and "hommes" that are, are one force; "homes without power" are counted for their power.
"""

from __future__ import annotations

import functools

from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.happening import DISASTERS
from recoupe.claims.article.ground.patterns import LONG_WORD
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.languages import load
from recoupe.model import Quantity
from recoupe.text.normalise import fold

_OF_HOSTAGES = {"held": "hostage", "left": "released"}
"""What is said of hostages where an article opens with a taking of them, and elsewhere of anyone."""

POLICED = frozenset(
    ("attack", "hostage", "protest", "clash", "robbery", "arrest", "strike", "fire", "explosion", "trial")
)
"""Events at which English "officers" are the police's."""

_HOLDING = frozenset(("house", "household", "customer", "family", "passenger", "spectator", "guest", "vehicle", "car"))
_STATES = frozenset(("without power", "capacity"))
"""What is said of homes, or of those there is room for, and is counted instead of them."""

_WORKING = frozenset(("worker", "employee", "teacher", "doctor", "nurse", "driver", "pilot", "official", "member"))
"""Those who may be on strike."""

_DEPLOYED = frozenset(("police officer", "officer", "worker", "official", "rescuer", "guard", "man", "investigator"))
"""Those of whom an operation counts how many it has, whatever a page calls them: officers, agents, "efectivos"."""

_HURT = frozenset(("injury",))

_DID = (
    (_HOLDING, _STATES),  # "homes are without power", "room for 650 passengers": no homes, no passengers are counted
    (_WORKING, frozenset(("striker",))),
    (_DEPLOYED, frozenset(("deployed", "attended", "rescuer"))),  # "160 officers took part"
    (_HURT, frozenset(("hospitalised",))),  # "198 of the injured are still in hospital"
)
"""What those called something may have done, to be counted for that."""


def _said_of_others(sentence: Sentence, quantity: Quantity, role: Found) -> bool:
    """Tell whether another number stands between those counted and what is said: "of the 60 hurt, 9 are still in"."""
    first, last = sorted(((quantity.start, quantity.end), (role.start, role.end)))
    return any(first[1] <= q.start and q.end <= last[0] for q in sentence.quantities)


def _of_a_share(sentence: Sentence, quantity: Quantity, role: Found) -> bool:
    """Tell whether a percentage behind those counted is of whom a word names: "2.4 million people, or 88 percent of
    the country's registered voters"."""
    shares = (q for q in sentence.quantities if q.unit == "%" and quantity.end <= q.start)
    return any(0 <= role.start - q.end <= SHARE_OF_THEM for q in shares)


SHARE_OF_THEM = 30
"""Characters from a percentage to the word for those it is of: " of the country's "."""

ROLE_REACH = 110
"""Cost from people to the verb that tells what they did."""

_NEAR = 30
"""The same where they are called something already."""

_STEM = 6


def attribute(scene: Scene, sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the concept a quantity counts or measures, else its noun with its language; None of a bare measure."""
    if quantity.rule == "held":  # "2,500 people according to the union, 900 according to the police" marched
        before = [q for q in sentence.quantities if q.end <= quantity.start]
        quantity = max(before, key=lambda q: q.end, default=quantity)
    if quantity.of == "person" or (quantity.of in _OF_HOSTAGES and "hostage" not in scene.opening):
        # "half a million people took to the streets": what they did says what is counted
        roles = [c for c in sentence.of("role") if not _of_a_share(sentence, quantity, c)]
        role = nearest(scene, sentence, (quantity.start, quantity.end), roles, ROLE_REACH)
        of_none = "arrest" if quantity.of == "held" and scene.opening & POLICED else "person"
        return role.key if role else of_none
    for called, did in _DID:
        if quantity.of in called:
            span = (quantity.start, quantity.end)
            role = nearest(scene, sentence, span, [c for c in sentence.of("role") if c.key in did], _NEAR)
            if role is not None and called is _DEPLOYED:
                saving = quantity.of == "rescuer" and scene.opening & DISASTERS
                helping = "rescuer" if role.key == "rescuer" or saving else "deployed"
                return "soldier" if _of_the_army(scene, sentence, span) else helping
            if role is not None and not (called is _HURT and _said_of_others(sentence, quantity, role)):
                return role.key
    if quantity.of in _OF_HOSTAGES:
        return _OF_HOSTAGES[quantity.of]
    if quantity.of == "occupant" and _of_a_ride(scene):
        return "aboard"
    if quantity.of == "household" and "epidemic" in scene.opening:
        return "outbreak"  # French has one word for both
    if quantity.of == "death" and (animal := _counted_before(sentence, quantity)) is not None:
        return animal
    if quantity.of:
        return quantity.of
    if quantity.unit not in (None, "person", "thing"):
        return None
    word = noun(quantity, scene.article.language)
    return f"{scene.article.language}:{word}" if word else None


def _counted_before(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return which animals a sentence counts before a number without a noun: "1.5 million birds are condemned, half a
    million are dead"."""
    before = [q for q in sentence.quantities if q.end <= quantity.start and (q.of in ANIMALS or q.unit == "person")]
    last = before[-1] if before else None
    return last.of if last is not None and last.of in ANIMALS and not quantity.group else None


ANIMALS = frozenset(("animal", "bird", "poultry", "cow", "pig", "sheep", "horse", "dog", "cat", "whale"))


def _of_a_ride(scene: Scene) -> bool:
    """Tell whether an article's first sentences speak of what carries people: occupants of a hall are not aboard."""
    return any(c.key not in _ON_FOOT for s in scene.sentences[:IN_FRONT] for c in s.of("mover"))


IN_FRONT = 12
"""Sentences that say what an article is about."""

_ON_FOOT = frozenset(("march", "convoy", "storm", "water", "flames", "rocket"))


def _of_the_army(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the army, not the police, deploys those counted: "the army has deployed 1,200 men"."""
    army = [c for c in sentence.of("deed") if c.key == "army"]
    police = [c for c in sentence.of("holder") if c.key == "police"]
    found = nearest(scene, sentence, span, [*army, *police], _NEAR)
    return found is not None and found.key == "army"


def noun(quantity: Quantity, language: str | None) -> str | None:
    """Return the stem of the noun of a quantity no table knows."""
    words = [fold(w) for w in LONG_WORD.findall(quantity.of_text or "")]
    noun_last = load(language).table("concepts").get("adjectives_before", 0) > 0
    return stem(words[-1] if noun_last else words[0]) if words else None


@functools.lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the first letters of a folded word: enough to join singular and plural, in any language."""
    return word[: max(_STEM, len(word) - 3)] if len(word) > _STEM else word.rstrip("sxne") or word
