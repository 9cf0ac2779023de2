"""Runs of words that texts share. Those of few words, and of one text with others that were read before, are found
here, without numpy, which takes longer to load."""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import msgspec

from recoupe.reuse.edited import Found
from recoupe.reuse.settings import RunSettings
from recoupe.reuse.words import HASH, Words

FEW = 40_000
"""Words, and pairs of places of the same ones, that are looked through in less time than numpy takes to load."""

_DEFAULT = RunSettings()


class Grams(msgspec.Struct, frozen=True):
    """The n-grams of one text: a number of 64 bits for every few of them (`samples`: every run that is looked for holds
    one), and how often the text says the one it says most (`most`)."""

    samples: bytes
    most: int


def grams(text: Words, settings: RunSettings = _DEFAULT) -> Grams:
    """Return the n-grams of one text, by itself."""
    found = _grams(row(text), settings)
    samples = array("q", found[:: settings.least - settings.gram + 1])
    return Grams(samples.tobytes(), max(Counter(found).values(), default=0))


def row(text: Words) -> list[int]:
    """Return the words of a text, the hash of each as a number."""
    hashes = array("Q", text.vocabulary)
    return [hashes[place] for place in array("I", text.places)]


def _grams(words: Sequence[int], settings: RunSettings) -> list[int]:
    """Return a number for the n-gram that begins at each word."""
    return list(map(hash, zip(*(words[n:] for n in range(settings.gram)), strict=False)))


def is_plain(texts: Sequence[Grams], settings: RunSettings = _DEFAULT) -> bool:
    """Tell whether texts say nothing so often that `find` would not look at all places of it."""
    said = [text.most for text in texts]
    return max(said, default=0) <= settings.repeats and sum(said) <= settings.most


def beside(
    one: Sequence[int], others: Sequence[tuple[Words, Grams]], settings: RunSettings = _DEFAULT
) -> list[tuple[int, list[tuple[int, int, int]]]]:
    """Return the runs that one text, a `row`, shares with others, by the number of the other: the first word there, the
    first word here, and the length, in order.

    They are those that `find` finds where all texts are plain (`is_plain`).
    """
    at: dict[int, list[int]] = {}
    for place, gram in enumerate(_grams(one, settings)):
        at.setdefault(gram, []).append(place)
    step = settings.least - settings.gram + 1
    found = []
    for number, (words, its) in enumerate(others):
        samples = array("q", its.samples)
        if at.keys().isdisjoint(samples):
            continue
        other = row(words)
        places = [(n * step, b) for n, gram in enumerate(samples) for b in at.get(gram, ())]
        runs = {run for a, b in places if (run := _run(other, one, a, b))[2] >= settings.least}
        if runs:
            found.append((number, sorted(runs)))
    return found


def _run(one: Sequence[int], other: Sequence[int], a: int, b: int) -> tuple[int, int, int]:
    """Return the longest run of equal words that holds the word at `a` of one text and that at `b` of another."""
    before, room = 0, min(a, b)
    while before < room and one[a - before - 1] == other[b - before - 1]:
        before += 1
    behind, room = 0, min(len(one) - a, len(other) - b)
    while behind < room and one[a + behind] == other[b + behind]:
        behind += 1
    return a - before, b - before, before + behind


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
