"""Writing text in ASCII, letter by letter: Русь is "Rus'", Łódź "Lodz"."""

from __future__ import annotations

import unicodedata

_LATIN = {"ß": "ss", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d"}
_MARKS = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}


class _Letters(dict[int, str]):
    """Each character in ASCII, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", chr(code))
        if letter[0].isascii() and all(unicodedata.category(mark) == "Mn" for mark in letter[1:]):
            found = letter[0]  # as anyascii has it, which takes 6 ms to load: Latin pages do without
        else:
            from anyascii import anyascii

            found = anyascii(chr(code))
        self[code] = found
        return found


_LETTERS = _Letters({ord(char): written for char, written in (_LATIN | _MARKS).items()})


def ascii(text: str) -> str:
    """Return `text` in ASCII, as anyascii writes it."""
    return text if text.isascii() else text.translate(_LETTERS)
