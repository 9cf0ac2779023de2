"""Which clauses of a story say the same in like words, and which are one sentence but for what one of them denies.

    one index of who holds which word beginning (by language) and which key
      -> how much each tells: the fewer hold it, the more
      -> the pairs worth a look: they share a few rare word beginnings, or a rare pair of keys
      -> share of weight in common: of word beginnings in one language, of keys across languages

The cost grows with the text and not with the pairs of clauses: what many hold proposes no pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, combinations

from recoupe.claims.article.clauses import Clause

LIKE = 0.42
"""Share of two clauses' weight that must be common within one language (weighted Jaccard)."""

SO_LIKE = 0.5
"""The share for clauses that say the contrary: but for the negation or the opposite word they are one sentence."""

RARE = 12
"""A key in more clauses than this proposes no pairs."""

SHARED = 3
"""Rare word beginnings that propose a pair."""

LEAST = 40
"""Characters of a clause that is compared by its words."""

DONE = ("deed:", "event:")
"""Keys of what happened. That two clauses name one thing ("power") does not make them say the same of it without these,

or without a number.
"""

KEYS = 3
"""Keys that clauses of two languages must share, a name or number and a deed or notion among them."""

COVERED = 0.75
"""Share of the weight of the shorter clause's keys that the other must have."""


class Likeness:
    """The clauses of a story that can be compared by their words, in the order given; clauses are asked for by number.

    `pairs` are those of different articles that are worth comparing, in order.
    """

    def __init__(self, told: Sequence[Clause]) -> None:
        self.told = [c for c in told if c.end - c.start >= LEAST and not c.unsure and not c.bare]
        by_language: dict[str | None, list[Clause]] = defaultdict(list)
        for clause in self.told:
            by_language[clause.language].append(clause)
        stems = {c: Counter(chain.from_iterable(t.stems for t in told)) for c, told in by_language.items()}
        keys = Counter(chain.from_iterable(map(_keys, self.told)))
        self._stem_weight = {code: _weights(count, len(by_language[code])) for code, count in stems.items()}
        self._key_weight = _weights(keys, len(self.told))
        self.pairs = sorted({*_by_stems(self.told, stems), *_by_keys(self.told, keys)})

    def same(self, one: int, other: int) -> bool:
        """Tell whether two clauses say the same."""
        a, b = self.told[one], self.told[other]
        if clash(a, b):
            return False
        if a.language == b.language:
            return self._in_words(a, b) >= LIKE
        mine, theirs = _keys(a), _keys(b)
        common = mine & theirs
        if len(common) < KEYS or common.isdisjoint(a.entities | a.numbers) or common.isdisjoint(a.keys):
            return False
        numbered = not common.isdisjoint(a.numbers) and any(k.startswith("notion:") for k in common)
        if not numbered and not any(k.startswith(DONE) for k in common):
            return False
        weight = self._key_weight
        shorter = mine if len(mine) <= len(theirs) else theirs
        return _share(common, shorter, weight) >= COVERED and _share(common, mine | theirs, weight) >= LIKE

    def contrary(self, one: int, other: int) -> bool:
        """Tell whether two clauses are one sentence but for one negation or one opposite word."""
        a, b = self.told[one], self.told[other]
        if a.language != b.language or a.numbers != b.numbers or a.entities != b.entities:
            return False
        if (a.denies and b.denies) or _opposite(a, b) == (a.denies != b.denies):
            return False
        if other_amount(a, b) or other_day(a, b):
            return False
        return self._in_words(a, b) >= SO_LIKE

    def _in_words(self, a: Clause, b: Clause) -> float:
        return _share(a.stems & b.stems, a.stems | b.stems, self._stem_weight[a.language])


def _keys(clause: Clause) -> frozenset[str]:
    return clause.keys | clause.entities | clause.numbers


def _weights(counts: Mapping[str, int], clauses: int) -> dict[str, float]:
    return {word: math.log((clauses + 1) / count) for word, count in counts.items()}


def _by_stems(told: Sequence[Clause], counts: Mapping[str | None, Mapping[str, int]]) -> Iterator[tuple[int, int]]:
    rare: dict[str | None, dict[str, list[int]]] = {
        code: {stem: [] for stem, count in found.items() if 1 < count <= RARE} for code, found in counts.items()
    }
    for number, clause in enumerate(told):
        holding = rare[clause.language]
        mine = holding.keys() & clause.stems
        before = Counter(chain.from_iterable(holding[stem] for stem in mine)) if len(mine) >= SHARED else {}
        for other, shared in before.items():
            if shared >= SHARED and told[other].article != clause.article:
                yield other, number
        for stem in mine:
            holding[stem].append(number)


def _by_keys(told: Sequence[Clause], counts: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    again = {key for key, count in counts.items() if count > 1}
    keys = [list(combinations(sorted(again & (c.keys | c.entities)), 2)) for c in told]
    rare = {pair for pair, clauses in Counter(chain.from_iterable(keys)).items() if 1 < clauses <= RARE}
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, pairs in enumerate(keys):
        for pair in rare.intersection(pairs):
            sharing[pair].append(number)
    for numbers in sharing.values():
        yield from (pair for pair in combinations(numbers, 2) if told[pair[0]].article != told[pair[1]].article)


def _share(part: Collection[str], whole: Collection[str], weight: Mapping[str, float]) -> float:
    if len(part) == len(whole):
        return float(bool(whole))
    # exact sums, so the order of a set tells nothing
    return math.fsum(weight[k] for k in part) / math.fsum(weight[k] for k in whole)


def clash(a: Clause, b: Clause) -> bool:
    """Tell whether two clauses cannot say the same: one denies, other numbers, other days, other people, opposites."""
    return (
        a.denies != b.denies
        or (a.language == b.language and a.numbers != b.numbers)
        or not (a.entities <= b.entities or b.entities <= a.entities)
        or other_day(a, b)
        or other_amount(a, b)
        or _opposite(a, b)
    )


def other_amount(a: Clause, b: Clause) -> bool:
    """Tell whether two clauses count one thing differently, or have no amount in common."""
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return True
    if not a.amounts or not b.amounts:
        return False
    mine, theirs = _by_kind(a), _by_kind(b)
    if any(kind in theirs and much.isdisjoint(theirs[kind]) for kind, much in mine.items()):
        return True
    return {x for _, x in a.amounts}.isdisjoint(x for _, x in b.amounts)


def _by_kind(clause: Clause) -> dict[str, set[float]]:
    kinds: dict[str, set[float]] = defaultdict(set)
    for of, much in clause.amounts:
        kinds[of].add(much)
    return kinds


def other_day(a: Clause, b: Clause) -> bool:
    """Tell whether two clauses tell of different days."""
    return bool(a.days and b.days and a.days.isdisjoint(b.days))


def _opposite(a: Clause, b: Clause) -> bool:
    """Tell whether one clause tells a deed and the other its contrary."""
    return any(_contrary(k) in b.keys for k in a.keys if k.startswith("deed:"))


def _contrary(deed: str) -> str:
    return f"deed:{deed[6:]}" if deed.startswith("deed:-") else f"deed:-{deed[5:]}"
