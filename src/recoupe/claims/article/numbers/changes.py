"""What it is that fell or rose by a percentage or by points: shares, a currency, interest rates."""

from __future__ import annotations

from recoupe.claims.article.ground import happening
from recoupe.claims.article.ground.belonging import SHORT_REACH
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.model import Quantity

RATE_CHANGE = "rate change"
"""What points are of that a central bank changes its rate by."""

LARGEST_CHANGE = 5
"""Points by which no central bank changes its rate at once: more are of an index, a game, a table."""

_OF_RATES = frozenset(("pp", "bp", "point", "rise", "fall", "interest rate"))
"""What points beside a change of rates may have been taken for."""

CHANGES = frozenset(("fall", "rise"))

FALLS = frozenset(("%", "fall", "rise"))
"""What a percentage beside a halt of trading may have been taken for."""

OF_SHARES = "of:share price"
"""In a scope: it is shares that fell or rose."""

CHANGING_REACH = 110
"""Cost between a change and what it is of, before it in its sentence."""


def of_points(scene: Scene, sentence: Sentence, attribute: str | None) -> str | None:
    """Return what points are of: in a sentence or an article about interest rates those of a decision on them."""
    if attribute not in _OF_RATES:
        return attribute
    told = any(c.key == "rates" for c in sentence.of("deed")) or (
        "rates" in happening.deeds(scene.article) and attribute != "point"
    )
    return RATE_CHANGE if told else attribute


def what(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> list[str]:
    """Return as scope what it is that fell or rose: the economy, shares, a currency; nothing where no word says so."""
    if attribute not in CHANGES:
        return []
    span = (quantity.start, quantity.end)
    sums = [(q.start, q.end) for q in sentence.quantities]  # the "lira" of a sum is no currency that falls
    words = [c for c in sentence.of("changing") if not any(start <= c.start < end for start, end in (span, *sums))]
    before = nearest(scene, sentence, span, [c for c in words if c.end <= span[0]], CHANGING_REACH)
    found = before or nearest(scene, sentence, span, words, SHORT_REACH)
    return [f"of:{found.key}"] if found is not None else []
