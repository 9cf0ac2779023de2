"""Of which shock of a quake a magnitude is: the main one, or an aftershock."""

from __future__ import annotations

from recoupe.claims.article.scene import Scene, Sentence, nearest

REACH = 100
"""Within this cost a shock is the one measured."""


def of_aftershock(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the shock named nearest to a magnitude is an aftershock."""
    shocks = [c for c in sentence.of("event") if c.key in ("quake", "aftershock")]
    found = nearest(scene, sentence, span, shocks, REACH)
    return found is not None and found.key == "aftershock"
