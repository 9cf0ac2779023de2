"""Folding text to a key of the same length, so that offsets stay true."""

from __future__ import annotations

import re
import unicodedata

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "‛": "'", "`": "'", "´": "'", "′": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200a": " ", "\u3000": " ",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "“": '"', "”": '"', "„": '"', "‟": '"',
    "œ": "o", "æ": "a", "ß": "s", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
}  # fmt: skip


class _Folded(dict[str, str]):
    """Each character's fold, worked out when it is first met."""

    def __missing__(self, char: str) -> str:
        base = unicodedata.normalize("NFD", char)[0].lower()
        self[char] = found = _SAME.get(base, base[0]) if base else char
        return found


_FOLDED = _Folded(_SAME)


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, one kind of apostrophe, dash, double quote and space.

    The result has exactly the length of `text`: character i of one is character i of the other.
    """
    if text.isascii():
        return text.lower()
    if len(text) > _SHORT and len(text.encode("utf-8", "replace")) < 1.15 * len(text):
        # a Latin alphabet: few letters have a fold of their own
        return _OTHER.sub(lambda m: _FOLDED[m[0]], text).lower()
    return "".join(map(_FOLDED.__getitem__, text))


def letters(folded: str) -> str:
    """Return a folded text with a blank for all but the letters a to z, so that every word of a Latin alphabet stands
    between blanks. Same length. Bytes are set by a table: faster than any pattern."""
    return folded.encode("ascii", "replace").translate(_LETTERS).decode("ascii")


_LETTERS = bytes(code if chr(code).isascii() and chr(code).islower() else ord(" ") for code in range(256))
_SHORT = 40
"""Characters of a word or phrase, which is folded letter by letter."""
_OTHER = re.compile(r"[^\x00-\x7f]|`")
_TYPOGRAPHY = {k: v for k, v in _SAME.items() if not k.isalpha()}
_TYPOGRAPHIC = re.compile(f"[{''.join(_TYPOGRAPHY)}]")


def plain(text: str) -> str:
    """Return `text` with one kind of apostrophe, dash, double quote and space; case and accents stay. Same length."""
    return _TYPOGRAPHIC.sub(lambda m: _TYPOGRAPHY[m[0]], text)
