"""Runs of words that texts share. Those of few words are found here, without numpy, which takes longer to load."""

from __future__ import annotations

from array import array
from bisect import bisect
from collections.abc import Sequence
from itertools import combinations

from recoupe.reuse.edited import Found
from recoupe.reuse.settings import RunSettings
from recoupe.reuse.words import HASH, Words

FEW = 40_000
"""Words, and pairs of places of the same ones, that are looked through in less time than numpy takes to load."""

_DEFAULT = RunSettings()


def find(texts: Sequence[Words], settings: RunSettings = _DEFAULT) -> Found:
    """Return every maximal run of at least `settings.least` words that two of the texts share, pairs in order."""
    few = _of_few(texts, settings) if sum(len(text.places) for text in texts) <= FEW * array("I").itemsize else None
    if few is not None:
        return few
    from recoupe.reuse import corpus, runs

    known = corpus.corpus_of(texts)
    return Found(runs.pairs(runs.find(known, settings)), known.text)


def _of_few(texts: Sequence[Words], settings: RunSettings) -> Found | None:
    """Return the runs of texts of few words, None where some are said over and over.

    All texts stand in one list, each behind a number of its own that no word has: no run goes over it.
    """
    numbers: dict[bytes, int] = {}
    row: list[int] = []
    begins: list[int] = []
    for text in texts:
        row.append(-1 - len(begins))
        begins.append(len(row))
        hashes = (text.vocabulary[at : at + HASH] for at in range(0, len(text.vocabulary), HASH))
        words = [numbers.setdefault(one, len(numbers)) for one in hashes]
        row += [words[place] for place in array("I", text.places)]
    row.append(-1 - len(begins))
    first: dict[tuple[int, ...], int] = {}
    again: dict[int, list[int]] = {}  # places of what comes more than once, by the first of them
    for place, words_here in enumerate(zip(*(row[n:] for n in range(settings.gram)), strict=False)):
        begin = first.setdefault(words_here, place)
        if begin != place:
            again.setdefault(begin, [begin]).append(place)
    said = [len(places) for places in again.values()]
    if max(said, default=0) > min(settings.repeats, settings.most) or sum(count * count for count in said) > FEW:
        return None
    runs: list[tuple[int, int, int, int, int]] = []
    for places in again.values():
        for one, other in combinations(places, 2):
            if row[one - 1] == row[other - 1]:  # it began before
                continue
            left, right = bisect(begins, one) - 1, bisect(begins, other) - 1
            length = settings.gram
            while row[one + length] == row[other + length]:
                length += 1
            if left != right and length >= settings.least:
                runs.append((left, right, one - begins[left], other - begins[right], length))
    pairs: dict[tuple[int, int], array[int]] = {}
    for left, right, *run in sorted(runs):
        pairs.setdefault((left, right), array("q")).extend(run)
    ends = [begin - 1 for begin in begins[1:]] + [len(row) - 1]
    return Found(
        [(pair, packed.tobytes()) for pair, packed in pairs.items()],
        lambda number: row[begins[number] : ends[number]],
    )
