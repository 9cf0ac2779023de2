"""What a count is of in the event that is told of: hostages, marchers, people in shelters, who came to it, loot."""

from __future__ import annotations

from recoupe.claims.article.ground.belonging import REACH, SHORT_REACH, deed
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.model import Quantity

_PEOPLE = frozenset(("person", "displaced", "evacuee", "resident", "family", "homeless", "affected", "victim"))

_HELD = frozenset(("trapped", "aboard"))
"""What those held hostage are counted as too, where the article opens with a taking of hostages."""

_MARCHING = frozenset(
    (
        "guard", "worker", "employee", "teacher", "student", "farmer", "nurse", "doctor", "driver", "participant",
        "pensioner",
    )
)  # fmt: skip
"""Who is counted as marching where a verb says so."""

CROWD, BIG_CROWD = 50, 1000
"""People from whose number on a verb, or a word of crowds, says that they marched."""

_ITEMS = frozenset(("jewel", "painting", "work", "object"))


def of_count(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return whom or what a count is of, `attribute` where nothing beside it tells."""
    named = attribute is not None and ":" not in attribute
    if "hostage" in scene.opening and attribute in _HELD and not (attribute == "aboard" and sentence.of("mover")):
        return "hostage"
    if marching(scene, sentence) and _crowd(scene, sentence, quantity, attribute):
        return "protester"
    if attribute == "participant" and "protest" in scene.opening:
        return "protester"
    if attribute == "attended" and marching(scene, sentence):
        return "protester"  # who came to a march marched: one crowd has one name
    if attribute == "vote" and deed(scene, sentence, quantity, "lead", SHORT_REACH):
        return "lead in votes"
    many = (quantity.low or 0.0) >= CROWD
    if quantity.unit == "person" and many and attribute in _MARCHING:
        return "protester" if _marched(scene, sentence, quantity, SHORT_REACH) else attribute
    if attribute in _PEOPLE:
        return "people in shelters" if deed(scene, sentence, quantity, "sheltered", SHORT_REACH) else attribute
    if named and attribute not in _ITEMS:
        return attribute
    if attribute is None:
        return None
    span = (quantity.start, quantity.end)
    thing = next((c.key for c in sentence.of("thing") if span[0] <= c.start and c.end <= span[1]), None)
    if (thing == "jewel" or attribute in _ITEMS) and deed(scene, sentence, quantity, "stolen", REACH):
        return "things stolen"
    if thing and thing != "jewel":
        return thing
    return "protester" if not named and many and _marched(scene, sentence, quantity, REACH) else attribute


def _marched(scene: Scene, sentence: Sentence, quantity: Quantity, reach: int) -> bool:
    """Tell whether a verb says that those counted marched."""
    roles = [c for c in sentence.of("role") if c.key == "protester"]
    return nearest(scene, sentence, (quantity.start, quantity.end), roles, reach) is not None


def _crowd(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> bool:
    """Tell whether thousands of people no verb tells anything of are those of the march an article opens with."""
    if attribute != "person" or (quantity.low or quantity.high or 0.0) < BIG_CROWD:
        return False
    said = [*sentence.of("crowd"), *(c for c in sentence.of("holder") if c.key in ("police", "unions", "counters"))]
    return nearest(scene, sentence, (quantity.start, quantity.end), said, REACH) is not None


def marching(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a march is spoken of: the article opens with one, or this sentence or the one before tells of it."""
    if "protest" in scene.opening:
        return True
    near = scene.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    return any((c.section, c.key) in (("crowd", "crowd"), ("event", "protest")) for s in near for c in s.cues)


def came(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return "attended" for those who came to something, else `attribute`.

    People of whom a sentence says only that they were there, or that a fair, a concert or a funeral drew them, attended
    it, as did its visitors. The visitors a museum has in a year are told with no such word.
    """
    if attribute not in COMING or (quantity.low or quantity.high or 0.0) < FEWEST:
        return attribute
    span = (quantity.start, quantity.end)
    said = sentence.of("gathering")
    occasion = [c for c in said if c.key == "occasion"] + [c for c in sentence.of("event") if c.key in OCCASIONS]
    there = [c for c in said if c.key == "there"]
    found = nearest(scene, sentence, span, occasion, GATHERING_REACH) and nearest(
        scene, sentence, span, there, GATHERING_REACH
    )
    return "attended" if found else attribute


GATHERING_REACH = 110
"""Cost between those counted and what they came to, and what says that they were there."""

FEWEST = 50
"""Fewer people are not who came, but some of them."""

COMING = frozenset(("person", "visitor", "spectator", "guest", "attended"))
"""What those who came are counted as."""

OCCASIONS = frozenset(("ceremony", "festival", "match"))
"""Events that people come to see."""
