"""Long lists of words, set aside before the patterns are tried: each character of a word becomes a mask.

A pattern then sees one class of characters where it would have to try a thousand words, and need not hold them.
"""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.text.normalise import letter_runs
from recoupe.text.patterns import compiled

NUMBER = "\x01"
"""Stands for each character of a number written in words, so that patterns see one class and offsets stay."""
PLACE, NATION, BOTH = "\x02", "\x03", "\x04"
"""The same for words that name a zone by a place ("paris"), by a nationality ("french"), by either."""
CLASSES = {"zoneplace": f"[{PLACE}{BOTH}]+", "zonenation": f"[{NATION}{BOTH}]+"}
"""Patterns of the word lists that are masked."""
ALL = "\x01-\x04"

_TOKEN = compiled(r"[^\W\d_]+")
_ENDING = 2
"""Letters a language may put behind a place ("Londoner Zeit"); the pattern says which."""


class ZoneWords:
    """The words of a language that name a zone, by their first token."""

    def __init__(self, places: Mapping[str, str], nations: Mapping[str, str]) -> None:
        self._places, self._nations = places, nations
        self._first: dict[str, list[str]] = {}
        for words in sorted({**places, **nations}, key=len, reverse=True):
            first = words.partition(" ")[0]
            if not first.isalpha():
                token = _TOKEN.match(words)
                first = token[0] if token else ""
            if first:
                self._first.setdefault(first, []).append(words)

    def masked(self, piece: str) -> str | None:
        """Return `piece` with the longest words at each token masked, None when there are none."""
        tokens = letter_runs(piece)
        if self._first.keys().isdisjoint(tokens) and self._first.keys().isdisjoint([t[:-_ENDING] for t in tokens]):
            return None
        out: list[str] = []
        done = 0
        for m in _TOKEN.finditer(piece):
            known = self._first.get(m[0]) or self._first.get(m[0][:-_ENDING])
            if known is None or m.start() < done:
                continue
            for words in known:
                end = _end(piece, m.start(), words.split(" "))
                if end is not None:
                    mask = PLACE if words not in self._nations else NATION if words not in self._places else BOTH
                    out += (piece[done : m.start()], mask * (end - m.start()))
                    done = end
                    break
        return "".join((*out, piece[done:])) if out else None


def _end(piece: str, at: int, words: list[str]) -> int | None:
    """Return where `words` end that stand at `at` with one to three spaces between them."""
    for n, word in enumerate(words):
        if n:
            begin = at
            while at < len(piece) and at - begin < 3 and piece[at].isspace():
                at += 1
            if at == begin:
                return None
        if not piece.startswith(word, at):
            return None
        at += len(word)
    return at
