"""A living story as the stream keeps it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from recoupe.stories.vectors import strongest

LEFT = 0.1
"""Part of a word that a story keeps when it gives way."""


class Living:
    """A story that may still grow: the sum of its items' vectors, how many they are, when the last one came (days).

    What it gave way (`give_way`) is no longer in the sum.

    `abroad` are terms that items in other languages may have too, `languages` those of its items.
    `texts`: some of its items have text.
    `born` numbers stories in the order they began. `parted`: a hand took it out of another, so only a hand merges it.
    """

    __slots__ = (
        "_abroad_length", "abroad", "born", "count", "id", "languages", "last", "length", "parted", "square", "texts",
        "total",
    )  # fmt: skip

    def __init__(self, id_: str, born: int) -> None:
        self.id = id_
        self.born = born
        self.parted = False
        self.total: dict[str, float] = {}
        self.abroad: set[str] = set()
        self.languages: set[str] = set()
        self.texts = False
        self._abroad_length = 0.0  # 0 when it has to be measured again
        self.square = 0.0
        self.length = 1.0
        self.count = 0
        self.last: float | None = None

    def add(self, vector: Mapping[str, float], when: float | None, most: int) -> None:
        for term, weight in vector.items():
            old = self.total.get(term, 0.0)
            self.total[term] = old + weight
            self.square += 2 * old * weight + weight * weight
        self.count += 1
        if when is not None:
            self.last = when if self.last is None else max(self.last, when)
        if len(self.total) > 2 * most:
            self.total = dict(strongest(self.total, most))
            self.square = sum(w * w for w in self.total.values())
            self.abroad.intersection_update(self.total)
        self._measure()

    def _measure(self) -> None:
        self._abroad_length = 0.0
        self.length = math.sqrt(self.square) if self.square > 0 else 1.0

    def give_way(self, vector: Mapping[str, float]) -> None:
        """Take the words of an item off the centre, which was second nearest to it: they speak for another story."""
        for term, weight in vector.items():
            old = self.total.get(term)
            if old is not None:
                self.total[term] = left = max(LEFT * old, old - weight)
                self.square += left * left - old * old
        self._measure()

    def tell(self, abroad: Iterable[str], languages: Iterable[str], texts: bool) -> None:
        """Note which terms of what was added may be met in other languages, in which it was, whether it had text."""
        self.abroad.update(abroad)
        self.languages.update(languages)
        self.texts = self.texts or texts
        self._abroad_length = 0.0

    def near(self, vector: Mapping[str, float]) -> float:
        return sum(w * self.total[t] for t, w in vector.items() if t in self.total) / self.length

    def near_abroad(self, vector: Mapping[str, float]) -> float:
        """Return the cosine of `vector` to the centre, both as far as languages can share their terms."""
        shared = (w * self.total[t] for t, w in vector.items() if t in self.abroad and t in self.total)
        return sum(shared) / self._length_abroad()

    def _length_abroad(self) -> float:
        if not self._abroad_length:
            self._abroad_length = math.sqrt(sum(self.total.get(t, 0.0) ** 2 for t in sorted(self.abroad))) or 1.0
        return self._abroad_length

    def like(self, other: Living) -> float:
        """Return the cosine of two stories' centres."""
        small, large = sorted((self.total, other.total), key=len)
        return sum(w * large[t] for t, w in small.items() if t in large) / (self.length * other.length)

    def like_abroad(self, other: Living) -> float:
        """Return the cosine of two stories' centres as far as languages can share their terms."""
        shared = {t: other.total[t] for t in sorted(other.abroad) if t in other.total}
        return self.near_abroad(shared) / other._length_abroad()

    def take_in(self, other: Living, most: int) -> None:
        """Add another story's items."""
        count = self.count + other.count
        self.add(other.total, other.last, most)
        self.tell(other.abroad, other.languages, other.texts)
        self.count = count

    def give_up(self, total: Mapping[str, float], count: int) -> None:
        """Take items away: the sum of their vectors, and how many they are."""
        for term, weight in total.items():
            left = self.total.get(term, 0.0) - weight
            if left > 1e-9:
                self.total[term] = left
            else:
                self.total.pop(term, None)
        self.count = max(0, self.count - count)
        self.square = sum(w * w for w in self.total.values())
        self._measure()
