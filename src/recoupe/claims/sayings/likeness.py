"""Which clauses of a story say the same in like words, and which are one sentence but for what one of them denies.

    one index of who holds which word beginning (by language) and which key
      -> how much each tells: the fewer hold it, the more
      -> the pairs worth a look: they share a few rare word beginnings, or a rare pair of keys
      -> share of weight in common: of word beginnings in one language, of keys across languages

The cost grows with the text and not with the pairs of clauses: what many hold proposes no pairs.
"""

from __future__ import annotations

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.own import of_the_story

LIKE = 0.42
"""Share of two clauses' weight that must be common within one language (weighted Jaccard)."""

BESIDE = 2
"""Words that a denial may have beside those of the sentence it denies."""

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

OWN = 4.0
"""The fewest articles that have anything of their story's own."""

COVERED = 0.75
"""Share of the weight of the shorter clause's keys that the other must have."""


_Held = tuple[frozenset[str], frozenset[str], tuple[str, ...]]
"""The keys, the entities and the numbers of a clause."""


class Likeness:
    """The clauses of a story that can be compared by their words, in the order given; clauses are asked for by number.

    `pairs` are those of different articles that are worth comparing, in order.
    """

    def __init__(self, told: Sequence[Clause]) -> None:
        self.told = [c for c in told if c.end - c.start >= LEAST and not c.unsure and not c.bare]
        worded: dict[str | None, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        keyed: dict[_Held, list[int]] = defaultdict(list)
        for number, clause in enumerate(self.told):  # what many print alike is looked at once
            worded[clause.language][clause.stems].append(number)
            keyed[clause.keys, clause.entities, clause.numbers].append(number)
        self._stem_weight: dict[str | None, dict[str, float]] = {}
        near: dict[int, set[int]] = defaultdict(set)
        for code, same in worded.items():
            alike = [(stems.split(), numbers) for stems, numbers in same.items()]
            counts = _counts(alike)
            self._stem_weight[code] = _weights(counts, sum(map(len, same.values())))
            _add(near, _by_stems(alike, counts))
        self._own = _own(self.told)
        keys = _counts([(frozenset().union(*parts), numbers) for parts, numbers in keyed.items()])
        self._key_weight = _weights(keys, len(self.told))
        _add(near, _by_keys(keyed, keys))
        article = [clause.article for clause in self.told]
        self.pairs = [
            (one, other) for one in sorted(near) for other in sorted(near[one]) if article[one] != article[other]
        ]
        self._stems = functools.cache(lambda stems: frozenset(stems.split()))
        self._weight_of = functools.cache(self._words_weight)

    def same(self, one: int, other: int) -> bool:
        """Tell whether two clauses say the same."""
        a, b = self.told[one], self.told[other]
        if clash(a, b):
            return False
        if a.language == b.language:
            return self._in_words(a, b) >= LIKE
        mine, theirs = _keys(a), _keys(b)
        common = mine & theirs
        telling = common - self._own  # the two leaders, and their talks, are named in every line of a summit
        if len(common) < KEYS or telling.isdisjoint(a.keys) or telling.isdisjoint(a.entities.union(a.numbers)):
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
        if a.denies != b.denies:
            denial, said = (a, b) if a.denies else (b, a)
            if len(self._stems(denial.stems) - self._stems(said.stems)) > BESIDE:
                return False  # "they know who he is, but no arrests were made": something else is denied
        return self._in_words(a, b) >= SO_LIKE

    def _in_words(self, a: Clause, b: Clause) -> float:
        if a.stems == b.stems:
            return float(bool(a.stems))
        common = _sum(self._stems(a.stems) & self._stems(b.stems), self._stem_weight[a.language])
        return common / (self._weight_of(a.language, a.stems) + self._weight_of(b.language, b.stems) - common)

    def _words_weight(self, language: str | None, stems: str) -> float:
        return _sum(self._stems(stems), self._stem_weight[language])


def _own(told: Iterable[Clause]) -> frozenset[str]:
    """Return the names, numbers and keys that are the story's own."""
    held: dict[str, set[str]] = defaultdict(set)
    for clause in told:
        held[clause.article] |= _keys(clause)
    return of_the_story(held.values(), len(held), OWN)


def _add(near: Mapping[int, set[int]], pairs: Iterable[tuple[int, int]]) -> None:
    for one, other in pairs:
        near[one].add(other)


def _keys(clause: Clause) -> frozenset[str]:
    return clause.keys.union(clause.entities, clause.numbers)


def _counts(alike: Sequence[tuple[Collection[str], Sequence[int]]]) -> Counter[str]:
    """Return in how many clauses each word stands, of words with the numbers of the clauses that hold just these."""
    counts = Counter(chain.from_iterable(held for held, _ in alike))
    for held, numbers in alike:
        if len(numbers) > 1:
            for word in held:
                counts[word] += len(numbers) - 1
    return counts


def _weights(counts: Mapping[str, int], clauses: int) -> dict[str, float]:
    return {word: math.log((clauses + 1) / count) for word, count in counts.items()}


def _by_stems(
    alike: Iterable[tuple[Sequence[str], Sequence[int]]], counts: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of clauses of one language that share rare word beginnings, the lower number first."""
    rare = frozenset(stem for stem, count in counts.items() if 1 < count <= RARE)
    holding: dict[str, list[Sequence[int]]] = defaultdict(list)
    for stems, numbers in alike:
        holders = [holding[stem] for stem in rare.intersection(stems)]
        if len(holders) >= SHARED:
            yield from combinations(numbers, 2)
            before = Counter(chain.from_iterable(chain.from_iterable(holders)))
            for other, shared in before.items():
                if shared >= SHARED:
                    yield from ((other, n) if other < n else (n, other) for n in numbers)
        for held in holders:
            held.append(numbers)


def _by_keys(keyed: Mapping[_Held, Sequence[int]], counts: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of clauses that share a rare pair of keys or names, the lower number first."""
    again = frozenset(key for key, count in counts.items() if count > 1)
    alike: dict[frozenset[str], list[int]] = defaultdict(list)
    for (keys, entities, _), numbers in keyed.items():
        alike[again & (keys | entities)] += numbers
    sharing: dict[tuple[str, str], list[list[int]]] = defaultdict(list)
    for held, numbers in alike.items():
        if len(numbers) <= RARE:
            for pair in combinations(sorted(held), 2):
                sharing[pair].append(numbers)
    often = {pair for held, numbers in alike.items() if len(numbers) > RARE for pair in combinations(sorted(held), 2)}
    for pair, parts in sharing.items():
        if pair not in often and 1 < sum(map(len, parts)) <= RARE:
            yield from combinations(sorted(chain.from_iterable(parts)), 2)


def _sum(words: Iterable[str], weight: Mapping[str, float]) -> float:
    return math.fsum([weight[word] for word in words])  # exact, so the order of a set tells nothing


def _share(part: Collection[str], whole: Collection[str], weight: Mapping[str, float]) -> float:
    if len(part) == len(whole):
        return float(bool(whole))
    return _sum(part, weight) / _sum(whole, weight)


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
    if a.numbers and b.numbers and set(a.numbers).isdisjoint(b.numbers):
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
    return bool(a.days and b.days and set(a.days).isdisjoint(b.days))


def _opposite(a: Clause, b: Clause) -> bool:
    """Tell whether one clause tells a deed and the other its contrary."""
    deeds = [key for key in a.keys if key.startswith("deed:")]
    return bool(deeds) and not b.keys.isdisjoint(map(_contrary, deeds))


def _contrary(deed: str) -> str:
    return f"deed:{deed[6:]}" if deed.startswith("deed:-") else f"deed:-{deed[5:]}"
