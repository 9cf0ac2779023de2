"""Lightly edited copies: shared runs with little between them are one passage.

A cut clause, another tense, a swapped synonym or other figures leave runs of equal words in the same order. Around
the runs of two texts the words are aligned (longest common subsequence, bit-parallel: Hyyrö 2004, by rapidfuzz), equal
pieces of a few words are kept, and pieces with short gaps between them are joined.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from rapidfuzz.distance import Indel


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Words two texts share: `[start, end)` in words on both sides, how many are `equal`, the `longest` equal run.

    `pieces` are the equal pieces: (first word left, first word right, length).
    """

    left: int
    right: int
    left_span: tuple[int, int]
    right_span: tuple[int, int]
    equal: int
    longest: int
    pieces: tuple[tuple[int, int, int], ...]


class JoinSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`gap`: most words between two pieces on the side that has fewer; `insert`: on the side that has more (a clause
    cut or put in). `piece`: fewest words of a piece beside an anchor run. `reach`: how far around an anchor run the
    texts are aligned. `share`: least part of the shorter side that is equal; of the longer side, two thirds of it.
    """

    gap: int = 8
    insert: int = 25
    piece: int = 3
    reach: int = 120
    share: float = 0.6


_DEFAULT = JoinSettings()


Anchors = bytes
"""The runs of equal words of two texts: where each begins left and right, in words, and how long it is, as integers of
64 bits side by side."""


class Found(NamedTuple):
    """The runs of words that texts share, by pair of them (left, right), and the words of each text as numbers."""

    pairs: Iterable[tuple[tuple[int, int], Anchors]]
    text: Callable[[int], Sequence[int]]


def join(found: Found, settings: JoinSettings = _DEFAULT) -> Iterator[Match]:
    """Yield the passages of every pair of texts, in the order of the pairs."""
    for pair, anchors in found.pairs:
        yield from of_pair(found.text, pair, anchors, settings)


def of_pair(
    text: Callable[[int], Sequence[int]], pair: tuple[int, int], anchors: Anchors, settings: JoinSettings
) -> Iterator[Match]:
    """Yield the passages of two texts that share the runs `anchors`, in order; `text` gives the words of each."""
    a, b = map(text, pair)
    runs = iter(array("q", anchors))
    found: list[Match] = []
    for anchor in sorted(zip(runs, runs, runs, strict=True), key=lambda r: (-r[2], r)):
        if any(_inside(anchor, m) for m in found):
            continue
        match = _grow(a, b, anchor, pair, settings)
        if not any(_overlap(match, m) for m in found):
            found.append(match)
    yield from sorted(found, key=lambda m: (m.left_span, m.right_span))


def _inside(run: tuple[int, int, int], match: Match) -> bool:
    return (match.left_span[0] <= run[0] and run[0] + run[2] <= match.left_span[1]) or (
        match.right_span[0] <= run[1] and run[1] + run[2] <= match.right_span[1]
    )


def _overlap(one: Match, other: Match) -> bool:
    """Most of one lies in the other on both sides: the same passage found from two anchors."""
    both = 0
    for a, b in ((one.left_span, other.left_span), (one.right_span, other.right_span)):
        both += 2 * (min(a[1], b[1]) - max(a[0], b[0])) > a[1] - a[0]
    return both == 2


def _grow(
    a: Sequence[int], b: Sequence[int], anchor: tuple[int, int, int], pair: tuple[int, int], settings: JoinSettings
) -> Match:
    """Lengthen an anchor run piece by piece to both sides."""
    x, y, n = anchor
    pieces = [anchor]
    while True:  # forward
        x, y, n = pieces[-1]
        more = _next(a[x + n : x + n + settings.reach], b[y + n : y + n + settings.reach], settings)
        if not more:
            break
        pieces.extend((x + n + i, y + n + j, k) for i, j, k in more)
    while True:  # backward: the same on the reversed texts
        x, y, _ = pieces[0]
        before_a = a[max(0, x - settings.reach) : x][::-1]
        before_b = b[max(0, y - settings.reach) : y][::-1]
        more = _next(before_a, before_b, settings)
        if not more:
            break
        pieces[:0] = [(x - i - k, y - j - k, k) for i, j, k in reversed(more)]
    pieces = _tidy(pieces, anchor, settings)
    first, last = pieces[0], pieces[-1]
    return Match(
        left=pair[0],
        right=pair[1],
        left_span=(first[0], last[0] + last[2]),
        right_span=(first[1], last[1] + last[2]),
        equal=sum(p[2] for p in pieces),
        longest=max(p[2] for p in pieces),
        pieces=tuple(pieces),
    )


def _next(a: Sequence[int], b: Sequence[int], settings: JoinSettings) -> list[tuple[int, int, int]]:
    """Equal pieces that follow without a gap of more than `settings.gap` words, aligned from the beginning."""
    if not a or not b:
        return []
    found: list[tuple[int, int, int]] = []
    x = y = 0
    for block in Indel.opcodes(a, b):
        if block.tag != "equal":
            continue
        length = block.src_end - block.src_start
        gaps = (block.src_start - x, block.dest_start - y)
        if min(gaps) > settings.gap or max(gaps) > settings.insert:
            break
        # the wider the gap the more must follow, or common words would carry the passage on and on
        if length < settings.piece or length * 3 < max(gaps):
            continue
        found.append((block.src_start, block.dest_start, length))
        x, y = block.src_end, block.dest_end
    return found


def _tidy(
    pieces: list[tuple[int, int, int]], anchor: tuple[int, int, int], settings: JoinSettings
) -> list[tuple[int, int, int]]:
    """Drop pieces at the ends until enough of what lies between the first and the last is equal."""
    pieces = list(pieces)
    while len(pieces) > 1:
        first, last = pieces[0], pieces[-1]
        spans = (last[0] + last[2] - first[0], last[1] + last[2] - first[1])
        equal = 3 * sum(p[2] for p in pieces)
        if equal >= 3 * settings.share * min(spans) and equal >= 2 * settings.share * max(spans):
            break
        if last == anchor or (first != anchor and first[2] <= last[2]):
            pieces.pop(0)
        else:
            pieces.pop()
    return pieces
