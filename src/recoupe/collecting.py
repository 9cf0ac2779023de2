"""How often Python looks for what nobody refers to any more. It imports nothing that takes time."""

from __future__ import annotations

import gc

Thresholds = tuple[int, int, int]
"""How many objects more than before make Python look through the youngest, the younger, all."""


def seldom() -> Thresholds:
    """Let Python seldom look: what is loaded, and what is made of pages, stays until their dossier is done, and to look
    through it again and again takes up to half of the time. Return how often it looked before."""
    before = gc.get_threshold()
    gc.set_threshold(10_000_000, 50, 1000)
    return before
