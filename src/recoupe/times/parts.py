"""A part: one pattern's match, before its value is known."""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, gc=False):
    """`[start, end)` of a match, how to read it (`kind`), the pattern's name, and the words of its slots."""

    start: int
    end: int
    kind: str
    rule: str
    slots: dict[str, str]
    order: int = 0
    clock: Part | None = None  # a day with the clock (or part of the day) printed beside it
