"""Classes of letters for `re`, which finds a character of a listed class many times faster than `regex` a property."""

from __future__ import annotations

import functools
import unicodedata

_ALPHABETS = (
    (0x41, 0x590), (0x10A0, 0x1100), (0x13A0, 0x1400), (0x1C80, 0x1CC0), (0x1E00, 0x2000), (0x2C00, 0x2E00),
    (0xA640, 0xA800), (0xFF21, 0xFF3B),
)  # fmt: skip
"""Blocks of the alphabets that have capitals; signs made of letters (mathematics) are left out."""


@functools.cache
def capitals() -> str:
    """Return the capital letters (Unicode category Lu) to write between brackets in a pattern."""
    letters = (chr(code) for first, last in _ALPHABETS for code in range(first, last))
    return "".join(c for c in letters if unicodedata.category(c) == "Lu")
