"""Who came to what people gather for: "4,200 people were at the fair", "alla sagra c'erano 4 mila persone".

People of whom a sentence says only that they were there, or that a fair, a concert or a funeral drew them, attended it,
as did its visitors. The visitors a museum has in a year are told with no such word.
"""

from __future__ import annotations

from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.model import Quantity

REACH = 110
"""Cost between those counted and what they came to, and what says that they were there."""

LEAST = 50
"""Fewer people are not who came, but some of them."""

COMING = frozenset(("person", "visitor", "spectator", "guest", "attended"))
"""What those who came are counted as."""

OCCASIONS = frozenset(("ceremony", "festival", "match"))
"""Events that people come to see."""


def came(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return "attended" for those who came to something, else `attribute`."""
    if attribute not in COMING or (quantity.low or quantity.high or 0.0) < LEAST:
        return attribute
    span = (quantity.start, quantity.end)
    said = sentence.of("gathering")
    occasion = [c for c in said if c.key == "occasion"] + [c for c in sentence.of("event") if c.key in OCCASIONS]
    there = [c for c in said if c.key == "there"]
    found = nearest(scene, sentence, span, occasion, REACH) and nearest(scene, sentence, span, there, REACH)
    return "attended" if found else attribute
