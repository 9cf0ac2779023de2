"""Maximal shared word runs of many texts: fingerprints, an inverted index, exact extension.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson, Aiken 2003): of every window of `least - gram + 1` word
n-grams the one with the smallest hash. Two texts that share a run of at least `least` words choose the same n-gram in
it, so no such run is missed; hits on one diagonal are merged and extended word by word, so none is invented.
Time and memory grow with the words and with the shared runs, not with the pairs of texts.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from recoupe.reuse.corpus import Corpus, Ids
from recoupe.reuse.settings import RunSettings

_CHUNK = 1 << 21
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


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


def pairs(runs: Runs) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield the runs by pair of texts (left, right), in the order of `runs`, as `search.Found` has them."""
    if not len(runs):
        return
    rows = np.stack([runs.left_start, runs.right_start, runs.words], axis=1)
    changes = (runs.left[1:] != runs.left[:-1]) | (runs.right[1:] != runs.right[:-1])
    begins = [0, *(np.flatnonzero(changes) + 1).tolist(), len(rows)]
    texts = zip(runs.left[begins[:-1]].tolist(), runs.right[begins[:-1]].tolist(), strict=True)
    packed, length = rows.tobytes(), rows.strides[0]
    for pair, begin, end in zip(texts, begins, begins[1:], strict=False):
        yield pair, packed[begin * length : end * length]


def find(corpus: Corpus, settings: RunSettings = _DEFAULT) -> Runs:
    """Return every maximal run of at least `settings.least` words that two different texts of `corpus` share."""
    groups, positions = _few(corpus, *_again(corpus, *fingerprints(corpus, settings)), settings.repeats)
    return _extend(corpus, *_hits(groups, positions, settings.most), settings)


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


def _again(corpus: Corpus, values: NDArray[np.uint64], positions: Ids) -> tuple[Ids, Ids]:
    """Return (group, place) of the fingerprints that come more than once, by group and place; a group has one hash."""
    bits = len(corpus.ids).bit_length()
    order = np.argsort(values)
    values, positions = values[order], positions[order]
    changes = np.append(True, values[1:] != values[:-1])[: len(values)]
    several = ~(changes & np.append(changes[1:], True))
    rows = np.sort((np.cumsum(changes)[several] << bits) | positions[several])
    return rows >> bits, rows & ((1 << bits) - 1)


def _few(corpus: Corpus, groups: Ids, positions: Ids, repeats: int) -> tuple[Ids, Ids]:
    """Keep the first `repeats` places of each fingerprint in each text."""
    if len(groups) == 0:
        return groups, positions
    texts = corpus.of(positions)
    first = _first_of_group((groups[1:] != groups[:-1]) | (texts[1:] != texts[:-1]))
    kept = np.arange(len(groups)) - first < repeats
    return groups[kept], positions[kept]


def _first_of_group(changes: NDArray[np.bool_]) -> Ids:
    """For each of n sorted rows the row where its group begins, given where each of the n - 1 later ones changes."""
    begins = np.concatenate([[0], np.where(changes, np.arange(1, len(changes) + 1), 0)])
    return np.maximum.accumulate(begins)


def _hits(groups: Ids, positions: Ids, most: int) -> tuple[Ids, Ids]:
    """All pairs of places with the same fingerprint (rows sorted by fingerprint and place), the earlier place first."""
    if len(groups) == 0:
        return positions, positions
    first = _first_of_group(groups[1:] != groups[:-1])
    rank = np.minimum(np.arange(len(groups)) - first, most)
    total = int(rank.sum())
    b = np.repeat(positions, rank)
    offset = np.arange(total) - np.repeat(np.cumsum(rank) - rank, rank)
    a = positions[np.repeat(first, rank) + offset]
    return a, b


def _extend(corpus: Corpus, a: Ids, b: Ids, settings: RunSettings) -> Runs:
    """Merge hits of two texts on one diagonal and lengthen each run to both sides while the words are equal."""
    if len(a) == 0:
        none = np.empty(0, np.int64)
        return Runs(left=none, right=none, left_start=none, right_start=none, words=none)
    bits = len(corpus.ids).bit_length()
    hits = np.sort(((b - a) << bits) | a)  # no two hits have one diagonal and one place
    a, diagonal = hits & ((1 << bits) - 1), hits >> bits
    # n-grams that overlap on one diagonal cover every word between them, and are of one text: no need to look
    new = np.append(True, (diagonal[1:] != diagonal[:-1]) | (a[1:] - a[:-1] >= settings.gram))
    head = np.flatnonzero(new)
    tail = np.append(head[1:], len(a)) - 1
    start_a, end_a, between = a[head], a[tail] + settings.gram, diagonal[head]
    text_a, text_b = corpus.of(start_a), corpus.of(start_a + between)
    differ = text_a != text_b
    start_a, end_a, between, text_a, text_b = (c[differ] for c in (start_a, end_a, between, text_a, text_b))
    start_b, end_b = start_a + between, end_a + between
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
    long = end_a - start_a >= settings.least
    rows = np.stack([text_a, text_b, start_a - low_a, start_b - low_b, end_a - start_a], axis=1)[long]
    places = (start_a[long] << bits) | start_b[long]
    # two hits may have grown to one run
    rows = rows[_distinct(places)[1]]
    rows = rows[np.argsort(rows[:, 0] * len(corpus) + rows[:, 1], kind="stable")]
    return Runs(left=rows[:, 0], right=rows[:, 1], left_start=rows[:, 2], right_start=rows[:, 3], words=rows[:, 4])
