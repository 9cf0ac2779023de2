"""Which quotations of one speaker are the same saying: edited, cut or put into another language by each outlet.

    words of meaning (text.vocabulary), the rarer the weightier -> pairs of like words -> one group

Two that one article prints apart are two sayings; so are two of which one denies or counts otherwise.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations
from typing import NamedTuple

from recoupe.languages import load, normal_code
from recoupe.text.normalise import fold
from recoupe.text.vocabulary import function_words, told

ALIKE = 0.5
"""The share of the weight of the words of the fuller one that the other must have."""

SO_ALIKE = 0.65
"""The same within one language, in which a speaker says much in like words."""

MARKED_ALIKE = 0.4
"""The same where the words in marks are the same: the others are the outlet's own ("called the board a “burden”")."""

SURELY = 1 - 1e-9
"""What rounding may take from a sum of weights."""

SHORT = 0.5
"""A saying of fewer words than this share of the other's is not the whole of it."""

COMMON = 12
"""A word in more sayings than this proposes no pair."""

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")


class Saying(NamedTuple):
    """The words of one quotation, who says them, in which language, the articles that print them, and the words that
    stand in marks where the others are the narrator's."""

    speaker: str | None
    words: str
    language: str | None
    articles: frozenset[str]
    marks: str = ""


class _Read(NamedTuple):
    meanings: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]
    denies: bool
    length: int


def alike(sayings: Sequence[Saying]) -> list[list[int]]:
    """Return the numbers of the sayings that are one, in groups; each saying is in one group, in the order given.

    Only sayings of the same known speaker are looked at; those without one stand alone.
    """
    read = [_read(s.words, s.language) if s.speaker else None for s in sayings]
    weight = _weights(sayings, read)
    pairs = []
    keys = [Counter[str](chain.from_iterable(one.meanings) if one else ()) for one in read]
    whole = functools.cache(lambda n: _whole(read[n], weight))  # most sayings are like no other
    for one, other in _candidates(sayings, keys):
        least = _least(sayings[one], sayings[other])
        total = max(whole(one), whole(other))
        mine, theirs = keys[one], keys[other]
        common = math.fsum(weight[key] * min(mine[key], theirs[key]) for key in mine.keys() & theirs.keys())
        if common < least * total * SURELY:
            continue  # most have little in common: which of their words answer each other need not be found
        share = _share(read[one], read[other], weight, total)
        share = share if share >= least else 0.0
        if share:
            pairs.append((-share, one, other))
    group = {n: [n] for n in range(len(sayings))}
    for _, one, other in sorted(pairs):
        first, second = group[one], group[other]
        if first is second or not _apart(sayings, first).isdisjoint(_apart(sayings, second)):
            continue
        first += second
        group.update(dict.fromkeys(second, first))
    return [sorted(g) for n, g in group.items() if min(g) == n]


def _least(one: Saying, other: Saying) -> float:
    """Return the share of the weight of their words that two must have in common to be one."""
    if one.language != other.language:
        return ALIKE
    return MARKED_ALIKE if one.marks and one.marks == other.marks else SO_ALIKE


def _apart(sayings: Sequence[Saying], group: Sequence[int]) -> set[str]:
    return {article for n in group for article in sayings[n].articles}


@functools.lru_cache(maxsize=1 << 12)
def _read(words: str, language: str | None) -> _Read:
    folded = fold(words)
    small = _small(normal_code(language or "und"))
    plain = _WORD.findall(folded)
    meant = told(" ".join(w for w in plain if w not in small), language)
    denying = _denying(normal_code(language or "und"))
    return _Read(
        meanings=tuple(meant),
        numbers=tuple(sorted(_NUMBER.findall(words))),
        denies=any(w in denying for w in plain),
        length=len(plain),
    )


@functools.cache
def _small(code: str) -> frozenset[str]:
    """Return the words that tell nothing of what is said: of the grammar, and the verbs that help others."""
    small = load(code).table("vocabulary").get("small", ())
    return function_words(code) | {fold(w) for w in small}


@functools.cache
def _denying(code: str) -> frozenset[str]:
    """Return the single words that deny."""
    table = load(code).table("statements").get("negation", {})
    words = (fold(w).rstrip("'") for part in ("noun", "verb") for w in table.get(part, ()))
    return frozenset(w for phrase in words for w in phrase.split()[:1])


def _weights(sayings: Sequence[Saying], read: Sequence[_Read | None]) -> dict[str, float]:
    """Return what each meaning tells: the fewer sayings of one language have it, the more."""
    counts: dict[str | None, Counter[str]] = {}
    for saying, mine in zip(sayings, read, strict=True):
        if mine is not None:
            counts.setdefault(saying.language, Counter()).update(set(chain.from_iterable(mine.meanings)))
    most: dict[str, int] = {}
    for of_language in counts.values():
        for key, count in of_language.items():
            most[key] = max(most.get(key, 0), count)
    return {key: math.log(1.0 + len(sayings) / count) for key, count in most.items()}


def _candidates(sayings: Sequence[Saying], keys: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    """Return the pairs of one speaker's sayings that share a word few of them have."""
    holding: dict[str | None, dict[str, list[int]]] = {}
    for n, mine in enumerate(keys):
        by_key = holding.setdefault(sayings[n].speaker, {})
        for key in mine:
            by_key.setdefault(key, []).append(n)
    shared = (held for by_key in holding.values() for held in by_key.values() if 1 < len(held) <= COMMON)
    return sorted({pair for held in shared for pair in combinations(held, 2)})


def _whole(side: _Read | None, weight: dict[str, float]) -> float:
    """Return the weight of all words of a saying."""
    meanings = side.meanings if side is not None else ()
    return sum(weight[keys[0]] if len(keys) == 1 else max(weight[x] for x in keys) for keys in meanings)


def _share(a: _Read | None, b: _Read | None, weight: dict[str, float], whole: float) -> float:
    """Return the share of the fuller one's weight (`whole`) that two have in common, 0 where they are not the same."""
    if a is None or b is None or a.numbers != b.numbers or a.denies != b.denies:
        return 0.0
    if min(a.length, b.length) < SHORT * max(a.length, b.length):
        return 0.0
    left = list(map(frozenset, b.meanings))
    common, matched = 0.0, 0
    for keys in map(frozenset, a.meanings):
        best = max(left, key=lambda k: max((weight[x] for x in keys & k), default=0.0), default=frozenset[str]())
        shared = keys & best
        if shared:
            left.remove(best)
            matched += 1
            common += max(weight[x] for x in shared)
    share = common / whole if whole else 0.0
    return share if matched > 1 or share > SURELY else 0.0
