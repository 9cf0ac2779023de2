"""Where a search for a time may begin: the words and figures that start one, found in one pass over a text.

Words of an alphabet of ASCII, as folded text of most languages is, are found by one automaton: that takes half the time
of trying the pattern of all of them at every word. The pattern then says whether one stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe.text.letters import DECIMALS
from recoupe.text.normalise import letters
from recoupe.text.patterns import compiled

EDGE = "\n"
"""Set before a text that is searched: patterns take in the character before a word rather than look behind at every
place, because `re` finds a class of characters many times faster than it tries a place. What they find ends before a
character that is of no word, so that no two of them want the same one."""
FIGURES = r"\d{1,2}[:.h]\d\d|(?:[01]\d|2[0-3])\d\d|\d{1,2}/\d{1,2}|'\d\d|'?(?:\d\d)?\d0'?s"
"""Clocks, years, days in figures, decades."""
_FIGURE = compiled(rf"[{DECIMALS}'](?:(?<=\d)|(?=\d))(?<!\w.)")
_BAR = compiled(r"\|(?![^(]*\))")
_BEGINNING = compiled(r"\(\?:([^()]*)\)|([a-z]+)")
_HEAD = compiled(r"[\W\d_]?([^\W\d_]+)(?:([\W\d_]+)([^\W\d_]+))?")


class Triggers:
    """Finds what `pattern` does: one of `words`, FIGURES, or what `extra` says, a regular expression."""

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str], extra: str) -> None:
        self.pattern = pattern
        self._finder: AhoCorasick | None = None
        heads, beginnings = _heads(words), _beginnings(extra)
        if heads is not None and beginnings is not None:
            keys = [*heads, *((f" {beginning}", 0) for beginning in beginnings)]
            self._finder = AhoCorasick([key for key, _ in keys], matchkind=MatchKind.Standard)
            self._back = [back for _, back in keys]

    def find(self, folded: str) -> Iterator[re.Match[str]]:
        """Yield each in order, as the pattern finds it in EDGE and the text."""
        if self._finder is None:
            yield from self.pattern.finditer(EDGE + folded)
            return
        back = self._back
        hits = self._finder.find_matches_as_indexes(f" {letters(folded)} ", overlapping=True)
        places = {start - back[which] for which, start, _ in hits}
        places.update([m.start() for m in _FIGURE.finditer(folded)])
        text, reached = EDGE + folded, 0
        for place in sorted(places):
            if place >= reached:
                m = self.pattern.match(text, place)
                if m is not None:
                    yield m
                    reached = m.end()


def _heads(words: Iterable[str]) -> list[tuple[str, int]] | None:
    """Return what each word or phrase begins with between blanks (see `letters`), two words of a phrase as the first
    are small ones ("the day"), and how many characters before that it begins; None where some are of another alphabet.
    What begins with a figure is found as one."""
    found: set[tuple[str, int]] = set()
    for word in words:
        if word[0].isdecimal():
            continue
        head = _HEAD.match(word)
        if head is None or not word.isascii():
            return None
        first, gap, second = head.groups()
        gaps = (1, 2, 3) if gap == " " else (len(gap or ""),)  # as SPACE of the patterns
        found.update((f" {first}{' ' * n}{second or ''} ", head.start(1)) for n in gaps)
    return sorted(found)


def _beginnings(extra: str) -> list[str] | None:
    """Return what words begin with that `extra` finds, None where that cannot be told. Its figures are FIGURES'."""
    found: set[str] = set()
    for piece in _BAR.split(extra) if extra else ():
        if piece.startswith((r"\d", r"(?:\d")):
            continue
        m = _BEGINNING.match(piece)
        if m is None:
            return None
        found.update([m[2]] if m[2] else m[1].split("|"))
    return sorted(found)
