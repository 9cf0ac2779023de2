"""Folding text to a key of the same length, so that offsets stay true."""

from __future__ import annotations

import unicodedata

from recoupe.text.patterns import compiled

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
    try:  # what newspapers of Western Europe print is set by a table of bytes: faster than any other way
        return text.replace("\u202f", " ").encode("cp1252").translate(_WESTERN).decode("cp1252")
    except UnicodeEncodeError:
        if len(text.encode("utf-8", "replace")) < 1.15 * len(text):  # few letters have a fold of their own
            return _OTHER.sub(lambda m: _FOLDED[m[0]], text).lower()
        return "".join(map(_FOLDED.__getitem__, text))


def small(text: str) -> str:
    """Return `text` in small letters, same length."""
    return text.replace("İ", "I").lower()  # the one letter that would become two


def _western() -> bytes:
    """Return the fold of each character of Windows' Western alphabet, by their bytes; all folds are of it too."""
    characters = [bytes([code]).decode("cp1252", "replace") for code in range(256)]
    return bytes(
        code if char == "\ufffd" else _FOLDED[char].encode("cp1252")[0] for code, char in enumerate(characters)
    )


_WESTERN = _western()


_MARKS = "«»…•·©€£°"
"""What is neither letter nor figure, and often all in a folded text that is no ASCII."""


def unmarked(folded: str) -> str:
    """Return a folded text with blanks for _MARKS: its words are the same, and in ASCII found three times as fast. Same
    length."""
    if not folded.isascii():
        for mark in _MARKS:
            folded = folded.replace(mark, " ")
    return folded


def letters(folded: str) -> str:
    """Return a folded text with a blank for all but the letters a to z, so that every word of a Latin alphabet stands
    between blanks. Same length. Bytes are set by a table: faster than any pattern."""
    return folded.encode("ascii", "replace").translate(_LETTERS).decode("ascii")


def letter_runs(folded: str) -> list[str]:
    """Return the runs of letters of a folded text, in order: of ASCII four times as fast as a pattern finds them."""
    return letters(folded).split() if folded.isascii() else _WORD.findall(folded)


_WORD = compiled(r"[^\W\d_]+")
_LETTERS = bytes(code if chr(code).isascii() and chr(code).islower() else ord(" ") for code in range(256))
_OTHER = compiled(r"[^\x00-\x7f]|`")
_TYPOGRAPHY = {k: v for k, v in _SAME.items() if not k.isalpha()}


def plain(text: str) -> str:
    """Return `text` with one kind of apostrophe, dash, double quote and space; case and accents stay. Same length."""
    for character, same in _TYPOGRAPHY.items():  # none is put in the place of another
        text = text.replace(character, same)
    return text
