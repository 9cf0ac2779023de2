"""How often Python looks for what nobody refers to any more. It imports nothing that takes time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def seldom() -> None:
    """Let Python seldom look: what is loaded, and what is made of pages, stays until their dossier is done, and to look
    through it again and again takes up to half of the time."""
    gc.set_threshold(10_000_000, 50, 1000)


@contextmanager
def meanwhile_seldom() -> Iterator[None]:
    """Let Python look `seldom` within, and afterwards as often as before."""
    before = gc.get_threshold()
    seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
