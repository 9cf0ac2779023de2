"""How rare terms are: counted as the stream goes, by language and in all of them, and forgotten slowly."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from recoupe.stories.terms import nouns_capitalised, small_stems
from recoupe.stories.vectors import strongest, unit

_ALL = "*"  # counts of all languages together


class Rarity:
    """Counts of terms. `most`: terms of a vector."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._counts: dict[str, dict[str, float]] = {}
        self._seen: dict[str, float] = {}

    def vector(
        self, terms: Mapping[str, float], language: str, damp: float, prior: int, small: float = 0.0
    ) -> dict[str, float]:
        """Weigh `terms` by their rarity to the power of `damp`, to length 1.

        `prior`: items imagined before the first, so that early counts are not trusted; `small`: part of these that had
        each small word ("the", "with"), which are not rare where a language has just begun either.
        Keys that all languages share are counted in both ways.
        """
        known = small_stems(language) if small else frozenset()
        own, every = self._counts.get(language, {}), self._counts.get(_ALL, {})
        seen, total = (self._seen.get(name, 0.0) + 1 + prior for name in (language, _ALL))
        vector: dict[str, float] = {}
        for term, weight in terms.items():
            rarity = math.log(seen / (own.get(term, 0.0) + 2 + (small * prior if term in known else 0.0)))
            if term[0] == "#":
                rarity = (rarity + math.log(total / (every.get(term, 0.0) + 2))) / 2
            if rarity > 0:
                vector[term] = weight * rarity**damp
        if len(vector) > self._most:
            vector = dict(strongest(vector, self._most))
        return unit(vector)

    def abroad(self, vector: Mapping[str, float], shared: Collection[str], language: str) -> dict[str, float]:
        """Return what of `vector` other languages may have too, to length 1: what is in `shared`.

        Where every noun has a capital it marks no name; that another language has the word does.
        """
        others: list[dict[str, float]] | None = None
        if nouns_capitalised(language):
            others = [counts for name, counts in self._counts.items() if name not in (language, _ALL)]
        return unit(
            {
                t: w
                for t, w in vector.items()
                if t in shared and (others is None or t[0] in "#@" or t.isdecimal() or any(t in o for o in others))
            }
        )

    def count(self, terms: Collection[str], language: str, told: Collection[str], again: float, items: float) -> None:
        """Count the terms of an item; those that its story has `told` count `again` only, the item itself `items`."""
        for name in (language, _ALL):
            counts = self._counts.setdefault(name, {})
            self._seen[name] = self._seen.get(name, 0.0) + items
            for term in terms:
                counts[term] = counts.get(term, 0.0) + (again if term in told else 1.0)

    def halve(self) -> None:
        """Forget half of all counts, and what came once."""
        for name, counts in self._counts.items():
            self._counts[name] = {t: n / 2 for t, n in counts.items() if n >= 2}
            self._seen[name] /= 2
