"""Numbers that stand beside another which is a part or a change of what they are of.

"12 of the 45 hurt are in hospital"            -> not 45
"60 percent of its 800 residents are foreign" -> not 800 foreigners
"an increase of 30 percent in thefts"          -> a rise, no share of them
"up from 20 percent"                           -> what it was, no rise
"""

from __future__ import annotations

import functools

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Quantity
from recoupe.text.normalise import fold

CHANGES = ("rise", "fall")
TOTAL = "total"
"""Rule and group of a quantity that stands behind a part of it ("12 of the 45")."""

REACH = 30
"""Characters before a percentage in which the noun for a change stands: "increase of almost "."""


def is_whole(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether another number right before a quantity is told as a part of it: what is said is said of the part."""
    before = next((q for q in reversed(sentence.quantities) if q.end <= quantity.start), None)
    if before is None:
        return quantity.rule == TOTAL
    link = " ".join(fold(scene.article.text[before.end : quantity.start]).split())
    return quantity.rule == TOTAL or link in _of(scene.article.language)


@functools.lru_cache(maxsize=32)
def _of(language: str | None) -> frozenset[str]:
    """Return the words between a part and its whole."""
    return frozenset(map(fold, load(language).table("concepts").get("out_of", ())))


def change(scene: Scene, sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the kind of change of which a percentage is told by the noun right before it, None where by none."""
    if quantity.unit != "%":
        return None
    words = fold(scene.article.text[max(sentence.start, quantity.start - REACH) : quantity.start]).split()
    if len(words) < 2 or words[-1] not in _links(scene.article.language):
        return None
    return next((kind for kind in CHANGES if words[-2] in _nouns(scene.article.language, kind)), None)


@functools.lru_cache(maxsize=32)
def _links(language: str | None) -> frozenset[str]:
    """Return the words that tie a number to a noun: "a rise of 30 percent", not "a rise to"."""
    return frozenset(map(fold, load(language).table("concepts").get("links", ())))


@functools.lru_cache(maxsize=64)
def _nouns(language: str | None, kind: str) -> frozenset[str]:
    """Return the single words of a language for a rise or a fall."""
    forms = load(language).table("concepts").get("cues", {}).get(kind, ())
    return frozenset(word for form in forms if " " not in (word := fold(str(form).partition("/")[0])))


def was_no_change(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a percentage is what a value was before it changed: "up from 20 percent"."""
    if quantity.of not in CHANGES or quantity.unit != "%":
        return False
    before = fold(scene.article.text[max(0, quantity.start - REACH) : quantity.start]).rstrip()
    return before.endswith(_leading_from(scene.article.language))


@functools.lru_cache(maxsize=32)
def _leading_from(language: str | None) -> tuple[str, ...]:
    return tuple(f" {fold(words)}" for words in load(language).table("concepts").get("down_from", ()))
