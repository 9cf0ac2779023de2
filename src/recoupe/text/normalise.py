"""Folding text to a key of the same length, so that offsets stay true."""

from __future__ import annotations

import functools
import re
import unicodedata

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "‛": "'", "`": "'", "´": "'", "′": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200a": " ", "\u3000": " ",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "“": '"', "”": '"', "„": '"', "‟": '"',
    "œ": "o", "æ": "a", "ß": "s", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
}  # fmt: skip


@functools.cache
def _fold_char(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    base = unicodedata.normalize("NFD", char)[0].lower()
    return _SAME.get(base, base[0]) if base else char


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, one kind of apostrophe, dash, double quote and space.

    The result has exactly the length of `text`: character i of one is character i of the other.
    """
    if text.isascii():
        return text.lower()
    if len(text.encode("utf-8", "replace")) < 1.15 * len(
        text
    ):  # a Latin alphabet: few letters have a fold of their own
        return _OTHER.sub(_fold_match, text).lower()
    return "".join(map(_fold_char, text))


_OTHER = re.compile(r"[^\x00-\x7f]|`")


def _fold_match(m: re.Match[str]) -> str:
    return _fold_char(m.group())


_TYPOGRAPHY = {ord(k): v for k, v in _SAME.items() if not k.isalpha()}


def plain(text: str) -> str:
    """Return `text` with one kind of apostrophe, dash, double quote and space; case and accents stay. Same length."""
    return text.translate(_TYPOGRAPHY)
