"""Find an extractor's paragraphs again in the visible text, so that each character keeps its way back to the page.

Matching ignores white space and invisible characters: both sides are packed to what is printed, and the packed
paragraph is looked for from a cursor that moves forward. A paragraph that is not there in one piece (an extractor cut a
button or a caption out of its middle) is found piece by piece; pieces that are nowhere are left out.
"""

from __future__ import annotations

import bisect
import itertools

import msgspec

from recoupe.text.patterns import compiled

_PRINTED = compiled("[^\\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f]+")
_SEED = 24  # packed characters that begin a piece: long enough to be rare on a page
_SHORT = 30  # packed characters under which a paragraph is looked for only between its neighbours


class Packed(msgspec.Struct):
    """A text without white space: `text`, and for each run of printed characters its packed and its own start."""

    text: str
    packed_starts: list[int]
    starts: list[int]

    def to_source(self, position: int) -> int:
        """Return the offset in the unpacked text of packed character `position`."""
        index = bisect.bisect_right(self.packed_starts, position) - 1
        return self.starts[index] + position - self.packed_starts[index]


def pack(text: str) -> Packed:
    """Return `text` without white space and invisible characters, with the way back."""
    spans = [found.span() for found in _PRINTED.finditer(text)]
    packed_starts = list(itertools.accumulate((end - start for start, end in spans), initial=0))[:-1]
    return Packed(squeeze(text), packed_starts, [start for start, _ in spans])


def squeeze(text: str) -> str:
    """Return `text` without white space and invisible characters."""
    return "".join(_PRINTED.findall(text))


def locate(paragraphs: list[str], page: Packed) -> list[list[tuple[int, int]]]:
    """Return for each paragraph where its words stand: `[start, end)` pieces of the unpacked page, in order.

    Long paragraphs are placed first, from a moving cursor (else anywhere not yet taken); short ones then between the
    places of their neighbours, so that a one-word line is never taken from the menu or the footer.
    """
    places = locate_packed([squeeze(p) for p in paragraphs], page.text)
    return [[(page.to_source(a), page.to_source(b - 1) + 1) for a, b in spans] for spans in places]


def locate_packed(packed: list[str], text: str, cursor: int = 0) -> list[list[tuple[int, int]]]:
    """Return the same for packed paragraphs in a packed text: packed places, looked for from `cursor` on."""
    places: list[list[tuple[int, int]]] = [[] for _ in packed]
    origin = cursor
    for index, words in enumerate(packed):
        if len(words) < _SHORT:
            continue
        found = _whole(words, text, cursor) or _pieces(words, text, cursor)
        if not found and cursor > origin:
            found = _whole(words, text, origin)
        if found:
            places[index] = found
            cursor = max(cursor, found[-1][1])
    _place_short(packed, places, text, origin)
    return places


def _whole(words: str, text: str, cursor: int) -> list[tuple[int, int]]:
    at = text.find(words, cursor)
    return [(at, at + len(words))] if at >= 0 else []


def _pieces(words: str, text: str, cursor: int) -> list[tuple[int, int]]:
    """Return the runs of `words` found in order behind `cursor`, each at least a seed long."""
    found: list[tuple[int, int]] = []
    position, done, misses = 0, 0, 0
    while position + _SEED <= len(words) and misses < 40:
        seed = words[position : position + _SEED]
        at = text.find(seed, cursor)
        if at < 0:
            position += _SEED // 2
            misses += 1
            continue
        length = _common(words, position, text, at)
        start = at - _common_before(words[done:position], text[cursor:at])  # seeds are tried in steps: none is cut
        found.append((start, at + length))
        position = done = position + length
        cursor = at + length
    return found


def _common_before(words: str, text: str) -> int:
    """Return how many characters agree at the ends of two texts."""
    pairs = zip(reversed(words), reversed(text), strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _common(words: str, position: int, text: str, at: int) -> int:
    """Return how many characters agree from `words[position:]` and `text[at:]` (doubling, then halving)."""
    limit = min(len(words) - position, len(text) - at)
    low, step = 0, _SEED
    while low < limit and step:
        size = min(step, limit - low)
        if words[position + low : position + low + size] == text[at + low : at + low + size]:
            low += size
            step *= 2
        else:
            step = size // 2
    return low


def _place_short(packed: list[str], places: list[list[tuple[int, int]]], text: str, origin: int) -> None:
    """Place the short paragraphs between what stands before and behind them, nearest to the one before."""
    following = [len(text)] * (len(packed) + 1)
    for index in range(len(packed) - 1, -1, -1):
        following[index] = places[index][0][0] if places[index] else following[index + 1]
    before = origin
    seen = origin > 0
    for index, words in enumerate(packed):
        if places[index]:
            before = places[index][-1][1]
            seen = True
            continue
        if not words or len(words) >= _SHORT:
            continue
        upper = following[index + 1]
        if seen or upper == len(text):
            at = text.find(words, before, upper) if before <= upper else -1
        else:
            at = text.rfind(words, origin, upper)
        if at >= 0:
            places[index] = [(at, at + len(words))]
            before = at + len(words)
