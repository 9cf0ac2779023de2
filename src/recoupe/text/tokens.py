"""Words with their offsets."""

from __future__ import annotations

import regex

from recoupe.text.patterns import compiled_by_regex

_WORD = compiled_by_regex(r"\p{N}+(?:[.,\u00a0\u202f' ]\p{N}{3})*(?:[.,]\p{N}+)?|[\p{L}\p{M}]+", regex.V1)


def words(text: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each word or number of `text`, in order. "l'Otan" is two words, "1 300" is one."""
    return [m.span() for m in _WORD.finditer(text)]


def split(text: str) -> list[str]:
    """Return the words and numbers of `text` themselves, in order."""
    return _WORD.findall(text)
