"""The words of a text in small letters, by their place: those who are described and what describes them are asked for
the same words again and again."""

from __future__ import annotations

import functools

from recoupe.quotes.gather import word_pattern
from recoupe.text.patterns import compiled

_LOOSE = compiled(r"-(?:(?<![^\W\d_]-)|(?![^\W\d_]))")
"""A hyphen that joins no two letters."""


class Lettered:
    """A text whose words (see `word_pattern`) stand between blanks, in small letters: cut out without a pattern.

    That is for what is printed in Western Europe; of another text the words are looked for where they are asked for.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = _spaced(text)

    def words(self, start: int, end: int) -> list[str]:
        """Return the words of `text[start:end]` in small letters; one that is cut there gives its part."""
        if self._words is None:
            return [word.lower() for word in word_pattern().findall(self._text[start:end])]
        return self._words[start:end].strip("-").split()


def _spaced(text: str) -> str | None:
    try:
        plain = text.replace("\u202f", " ").encode("cp1252").translate(_western()).decode("cp1252")
    except UnicodeEncodeError:
        return None
    return _LOOSE.sub(" ", plain) if "-" in plain else plain


@functools.cache
def _western() -> bytes:
    """Return for each byte of Windows' Western alphabet the small letter, a hyphen, or a blank for all else."""
    characters = [bytes([code]).decode("cp1252", "replace") for code in range(256)]
    kept = (c.lower() if c == "-" or word_pattern().fullmatch(c) else " " for c in characters)
    return b"".join(c.encode("cp1252") for c in kept)
