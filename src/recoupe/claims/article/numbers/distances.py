"""Lengths that say how far something lies from something else, where a language has no word for it.

"Le dépôt, à 600 mètres des premières maisons" says so by its two prepositions alone, as do Spanish, Italian and
Portuguese.
"""

from __future__ import annotations

import regex

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.model import Quantity
from recoupe.text.patterns import compiled_by_regex

BEFORE = 16
"""Characters before a length in which the preposition stands: "a menos de 600 metros", "à environ 600 mètres"."""


def apart(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str | None) -> str | None:
    """Return "distance" for a length that two prepositions make one, else `attribute`."""
    if attribute != quantity.unit or quantity.unit != "m":  # kilometres are told from a place with a name
        return attribute
    text = scene.article.text
    at = [c for c in sentence.of("away") if c.key == "at" and c.end <= quantity.start]
    if not at or quantity.start - at[-1].end > BEFORE or _APART.search(text, at[-1].end, quantity.start):
        return attribute
    from_it = any(c.key == "from" and c.start == quantity.end + 1 for c in sentence.of("away"))
    return "distance" if from_it else attribute


_APART = compiled_by_regex(r"[\p{P}\d]|\p{L}+ \p{L}+ \p{L}+ \p{L}+", regex.V1)
"""What parts a preposition from a length that does not belong to it."""
