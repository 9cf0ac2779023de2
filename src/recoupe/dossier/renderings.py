"""Which quotations are the same saying: edited, cut or put into another language by each outlet.

    words of meaning (text.vocabulary), the rarer the weightier -> pairs of like words -> one group

Those of one speaker are compared, and those of whom one outlet names with what another's "governor" or "a girl" says:
these must say the same nearly word by word. Two that one article prints apart are two sayings; so are two of which one
denies or counts otherwise. Of a saying of several sentences an outlet may print but one.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations
from typing import NamedTuple

from recoupe.languages import load, normal_code
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.text.vocabulary import function_words, meanings, told

ALIKE = 0.5
"""The share of the weight of the words of the fuller one that the other must have."""

SO_ALIKE = 0.65
"""The same within one language, in which a speaker says much in like words."""

MARKED_ALIKE = 0.4
"""The same where the words in marks are the same: the others are the outlet's own ("called the board a “burden”")."""

SAME = 0.75
"""The same where one speaker or both have no name."""

SAME_WORDS = 3
"""Words of meaning that these must have in common."""

DEFINITE, INDEFINITE = "definite", "indefinite"

SURELY = 1 - 1e-9
"""What rounding may take from a sum of weights."""

SHORT = 0.5
"""A saying of fewer words than this share of the other's is not the whole of it."""

COMMON = 12
"""A word in more sayings than this proposes no pair."""

_NUMBER = compiled(r"\d+")
_WORD = compiled(r"[^\W\d_]+")
_SENTENCE = compiled(r"[^.!?…]{12,}")


class Saying(NamedTuple):
    """The words of one quotation, who says them (None where nobody is named), in which language, the articles that
    print them, and the words that stand in marks where the others are the narrator's.

    `nameless` are those of a speaker without a name: "definite" of the governor, whom another outlet may name, or
    "indefinite" of a girl, whom none does.
    """

    speaker: str | None
    words: str
    language: str | None
    articles: frozenset[str]
    marks: str = ""
    nameless: str = ""


class _Read(NamedTuple):
    meanings: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]
    denies: bool
    length: int


def alike(sayings: Sequence[Saying]) -> list[list[int]]:
    """Return the numbers of the sayings that are one, in groups; each saying is in one group, in the order given.

    Two named speakers never say one thing; sayings without a speaker at all stand alone.
    """
    read = [_read(s.words, s.language) if s.speaker or s.nameless else None for s in sayings]
    weight = _weights(sayings, read)

    @functools.cache
    def whole(n: int) -> float:
        mine = read[n]
        return _whole(mine, weight) if mine is not None else 0.0

    pairs = []
    for one, other in _candidates(sayings, [_keys(its) if its else Counter() for its in read]):
        mine, theirs = read[one], read[other]
        if mine is None or theirs is None:
            continue
        least = _least(sayings[one], sayings[other])
        if _common(mine, theirs, weight) < least * min(whole(one), whole(other)) * SURELY:
            continue  # most have little in common; of two one is whole, however short a part of the other is
        parts = _parts(mine, sayings[one], theirs), _parts(theirs, sayings[other], mine)
        named = sayings[one].speaker == sayings[other].speaker is not None
        words = 1 if named and (mine,) in parts and (theirs,) in parts else SAME_WORDS
        share = max(_share(a, b, weight, least, words) for a in parts[0] for b in parts[1])
        if share:
            pairs.append((-share, one, other))
    group = {n: [n] for n in range(len(sayings))}
    for _, one, other in sorted(pairs):
        first, second = group[one], group[other]
        if first is second or not _apart(sayings, first).isdisjoint(_apart(sayings, second)):
            continue
        if len({who for n in (*first, *second) if (who := sayings[n].speaker) is not None}) > 1:
            continue
        first += second
        group.update(dict.fromkeys(second, first))
    return [sorted(g) for n, g in group.items() if min(g) == n]


def _least(one: Saying, other: Saying) -> float:
    """Return the share of the weight of their words that two must have in common to be one."""
    if one.speaker != other.speaker or one.speaker is None:
        return SAME
    if one.language != other.language:
        return ALIKE
    return MARKED_ALIKE if one.marks and one.marks == other.marks else SO_ALIKE


def _parts(mine: _Read, saying: Saying, theirs: _Read) -> tuple[_Read, ...]:
    """Return a saying whole, or its sentences where the other one is much shorter."""
    if theirs.length >= SHORT * mine.length:
        return (mine,)
    return tuple(_read(part, saying.language) for part in _SENTENCE.findall(saying.words)) or (mine,)


def _apart(sayings: Sequence[Saying], group: Sequence[int]) -> set[str]:
    return {article for n in group for article in sayings[n].articles}


@functools.lru_cache(maxsize=1 << 12)
def _read(words: str, language: str | None) -> _Read:
    folded = fold(words)
    small = _small(normal_code(language or "und"))
    plain = _WORD.findall(folded)
    meant = told(" ".join(w for w in plain if w not in small), language, everyday=True)
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
    plain = frozenset(fold(w) for w in small)
    return plain | {w for w in function_words(code) if not meanings(w, code, "speech")}


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


@functools.lru_cache(maxsize=1 << 12)
def _keys(read: _Read) -> Counter[str]:
    return Counter(chain.from_iterable(read.meanings))


def _candidates(sayings: Sequence[Saying], keys: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    """Return the pairs that share a word few have, of one speaker's sayings and of those without a name."""
    holding: dict[str | None, dict[str, list[int]]] = {}
    everybody: dict[str, list[int]] = {}
    for n, mine in enumerate(keys):
        by_key = holding.setdefault(sayings[n].speaker, {})
        for key in mine:
            everybody.setdefault(key, []).append(n)
            if sayings[n].speaker is not None:
                by_key.setdefault(key, []).append(n)
    shared = (held for by_key in holding.values() for held in by_key.values() if 1 < len(held) <= COMMON)
    pairs = {pair for held in shared for pair in combinations(held, 2)}
    for held in everybody.values():
        nameless = [n for n in held if sayings[n].nameless] if 1 < len(held) <= COMMON else ()
        pairs.update(
            (min(n, m), max(n, m)) for n in nameless for m in held if n != m and _may_be(sayings[n], sayings[m])
        )
    return sorted(pairs)


def _may_be(nameless: Saying, other: Saying) -> bool:
    return bool(other.nameless) or nameless.nameless == DEFINITE


def _whole(side: _Read, weight: dict[str, float]) -> float:
    """Return the weight of all words of a saying."""
    return sum(weight[keys[0]] if len(keys) == 1 else max(weight[x] for x in keys) for keys in side.meanings)


def _common(a: _Read, b: _Read, weight: dict[str, float]) -> float:
    """Return the weight of the words two have in common, at most: a word may mean several things."""
    mine, theirs = _keys(a), _keys(b)
    return math.fsum([weight[key] * min(mine[key], theirs[key]) for key in mine.keys() & theirs.keys()])


def _share(a: _Read, b: _Read, weight: dict[str, float], least: float, words: int) -> float:
    """Return the share of the fuller one's weight that two have in common, 0 where they are not the same: where it is
    below `least`, or fewer `words` are."""
    if a.numbers != b.numbers or a.denies != b.denies:
        return 0.0
    if min(a.length, b.length) < SHORT * max(a.length, b.length):
        return 0.0
    whole = max(_whole(a, weight), _whole(b, weight))
    if _common(a, b, weight) < least * whole * SURELY:
        return 0.0  # which of their words answer each other need not be found
    left, theirs = list(map(frozenset, b.meanings)), _keys(b)
    common, matched = 0.0, 0
    for keys in map(frozenset, a.meanings):
        if theirs.keys().isdisjoint(keys):
            continue
        best = max(left, key=lambda k: max((weight[x] for x in keys & k), default=0.0), default=frozenset[str]())
        shared = keys & best
        if shared:
            left.remove(best)
            matched += 1
            common += max(weight[x] for x in shared)
    share = common / whole if whole else 0.0
    if share < least or matched < words:
        return 0.0
    return share if matched > 1 or share > SURELY else 0.0
