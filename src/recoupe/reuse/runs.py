"""Maximal shared word runs of many texts: fingerprints, an inverted index, exact extension.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson, Aiken 2003): of every window of `least - gram + 1` word
n-grams the one with the smallest hash. Two texts that share a run of at least `least` words choose the same n-gram in
it, so no such run is missed; hits on one diagonal are merged and extended word by word, so none is invented.
Time and memory grow with the words and with the shared runs, not with the pairs of texts.
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from recoupe.reuse.words import Corpus, Ids

_CHUNK = 1 << 21
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


class RunSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`least`: shortest run looked for, in words. `gram`: words in a fingerprint, at most `least`.

    `repeats`: places of one fingerprint in one text that are looked at; a text that says the same over and over (a
    table, a broken page) has more. `most`: a fingerprint in more places than this is page furniture; its further places
    are compared with the first `most` only, so that one line on a million pages costs a million steps and not a
    million times a million.
    """

    least: int = 12
    gram: int = 8
    repeats: int = 64
    most: int = 2000


class Runs(msgspec.Struct, frozen=True, kw_only=True):
    """Shared runs as columns: texts `left` < `right`, first word in each (counted in that text), length in words.

    Sorted by left, right, left_start, right_start.
    """

    left: Ids
    right: Ids
    left_start: Ids
    right_start: Ids
    words: Ids

    def __len__(self) -> int:
        return len(self.left)


_DEFAULT = RunSettings()


def find(corpus: Corpus, settings: RunSettings = _DEFAULT) -> Runs:
    """Return every maximal run of at least `settings.least` words that two different texts of `corpus` share."""
    values, positions = _few(corpus, *fingerprints(corpus, settings), settings.repeats)
    a, b = _hits(values, positions, settings.most)
    text_a, text_b = corpus.of(a), corpus.of(b)
    differ = text_a != text_b
    return _extend(corpus, (a[differ], b[differ]), (text_a[differ], text_b[differ]), settings)


def fingerprints(corpus: Corpus, settings: RunSettings) -> tuple[NDArray[np.uint64], Ids]:
    """Return (hash, global word position) of the chosen n-grams of all texts, ordered by position."""
    window = settings.least - settings.gram + 1
    total = len(corpus.ids)
    values: list[NDArray[np.uint64]] = []
    positions: list[Ids] = []
    for start in range(0, total, _CHUNK):
        end = min(total, start + _CHUNK + settings.least)
        grams = _grams(corpus, start, end, settings.gram)
        if len(grams) == 0:
            continue
        padded = np.concatenate([grams, np.full(window - 1, _NONE, np.uint64)])
        chosen = _winnow(padded, window)
        chosen = chosen[chosen < len(grams)]
        chosen = chosen[grams[chosen] != _NONE]
        values.append(grams[chosen])
        positions.append(chosen + start)
    if not values:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    places, first = _distinct(np.concatenate(positions))  # chunks overlap
    return np.concatenate(values)[first], places


def _distinct(values: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Return the values in order, each once, and where each stands first; np.unique loads numpy.ma, 30 ms, for it."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    first = np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]
    return ordered[first], order[first]


def _grams(corpus: Corpus, start: int, end: int, gram: int) -> NDArray[np.uint64]:
    """Hashes of the n-grams that begin at each position of [start, end); _NONE where one would cross two texts."""
    count = end - start - gram + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    hashes = corpus.hashes[corpus.ids[start:end]]
    mixed = np.zeros(count, np.uint64)
    for j in range(gram):
        mixed *= np.uint64(0x9E3779B97F4A7C15)
        mixed += hashes[j : j + count]
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    first, final = np.searchsorted(corpus.bounds, (start, end))
    for bound in corpus.bounds[first : final + 1].tolist():
        low = max(0, bound - gram + 1 - start)
        mixed[low : max(low, min(count, bound - start))] = _NONE
    return mixed


def _winnow(values: NDArray[np.uint64], window: int) -> Ids:
    """Positions of the rightmost smallest value of each window, each once, rising."""
    count = len(values) - window + 1
    smallest = values[:count].copy()
    where = np.zeros(count, np.int64)
    for j in range(1, window):
        candidate = values[j : j + count]
        np.copyto(where, j, where=candidate <= smallest)
        np.minimum(smallest, candidate, out=smallest)
    chosen = where + np.arange(count)
    return chosen[np.concatenate([[True], chosen[1:] != chosen[:-1]])] if count else chosen


def _few(corpus: Corpus, values: NDArray[np.uint64], positions: Ids, repeats: int) -> tuple[NDArray[np.uint64], Ids]:
    """Keep the first `repeats` places of each fingerprint in each text."""
    order = np.lexsort((positions, values))
    values, positions = values[order], positions[order]
    if len(values) == 0:
        return values, positions
    texts = corpus.of(positions)
    first = _first_of_group((values[1:] != values[:-1]) | (texts[1:] != texts[:-1]))
    kept = np.arange(len(values)) - first < repeats
    return values[kept], positions[kept]


def _first_of_group(changes: NDArray[np.bool_]) -> Ids:
    """For each of n sorted rows the row where its group begins, given where each of the n - 1 later ones changes."""
    begins = np.concatenate([[0], np.where(changes, np.arange(1, len(changes) + 1), 0)])
    return np.maximum.accumulate(begins)


def _hits(values: NDArray[np.uint64], positions: Ids, most: int) -> tuple[Ids, Ids]:
    """All pairs of places with the same fingerprint (rows sorted by fingerprint and place), the earlier place first."""
    if len(values) == 0:
        return positions, positions
    first = _first_of_group(values[1:] != values[:-1])
    rank = np.minimum(np.arange(len(values)) - first, most)
    total = int(rank.sum())
    b = np.repeat(positions, rank)
    offset = np.arange(total) - np.repeat(np.cumsum(rank) - rank, rank)
    a = positions[np.repeat(first, rank) + offset]
    return a, b


def _extend(corpus: Corpus, hits: tuple[Ids, Ids], texts: tuple[Ids, Ids], settings: RunSettings) -> Runs:
    """Merge hits on one diagonal and lengthen each run to both sides while the words are equal."""
    a, b = hits
    diagonal = b - a
    order = np.argsort(diagonal * len(corpus.ids) + a)  # no two hits have one diagonal and one place
    a, b, diagonal = a[order], b[order], diagonal[order]
    text_a, text_b = texts[0][order], texts[1][order]
    if len(a) == 0:
        none = np.empty(0, np.int64)
        return Runs(left=none, right=none, left_start=none, right_start=none, words=none)
    # n-grams that touch on one diagonal cover every word between them: the run is proved without looking
    new = np.concatenate(
        [[True], (diagonal[1:] != diagonal[:-1]) | (a[1:] - a[:-1] > settings.gram) | (text_a[1:] != text_a[:-1])
         | (text_b[1:] != text_b[:-1])]
    )  # fmt: skip
    head = np.flatnonzero(new)
    tail = np.append(head[1:], len(a)) - 1
    start_a, start_b = a[head].copy(), b[head].copy()
    end_a, end_b = a[tail] + settings.gram, b[tail] + settings.gram
    text_a, text_b = text_a[head], text_b[head]
    low_a, low_b = corpus.bounds[text_a], corpus.bounds[text_b]
    high_a, high_b = corpus.bounds[text_a + 1], corpus.bounds[text_b + 1]
    active = np.arange(len(start_a))
    while len(active):
        active = active[(start_a[active] > low_a[active]) & (start_b[active] > low_b[active])]
        active = active[corpus.ids[start_a[active] - 1] == corpus.ids[start_b[active] - 1]]
        start_a[active] -= 1
        start_b[active] -= 1
    active = np.arange(len(start_a))
    while len(active):
        active = active[(end_a[active] < high_a[active]) & (end_b[active] < high_b[active])]
        active = active[corpus.ids[end_a[active]] == corpus.ids[end_b[active]]]
        end_a[active] += 1
        end_b[active] += 1
    table = np.stack([text_a, text_b, start_a - low_a, start_b - low_b, end_a - start_a], axis=1)
    table = table[table[:, 4] >= settings.least]
    table = table[np.lexsort(table.T[::-1])]
    table = table[np.append(True, (table[1:] != table[:-1]).any(axis=1))] if len(table) else table
    return Runs(left=table[:, 0], right=table[:, 1], left_start=table[:, 2], right_start=table[:, 3], words=table[:, 4])
