"""How many independent hands stand behind some articles: a range, because it is never certain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recoupe.model import Origin
from recoupe.text.disjoint import Groups
from recoupe.text.normalise import fold


class Independence:
    """Counts hands by `origins`; `outlets` by article id.

    Asked for every finding, so the signs of each article are listed once, and an answer is given again.
    """

    def __init__(self, origins: Sequence[Origin], outlets: Mapping[str, str | None]) -> None:
        self._outlets = {article: fold(outlet or "") for article, outlet in outlets.items()}
        self._signs: dict[str, list[int]] = {}
        self._counted: dict[tuple[str, ...], tuple[int, int]] = {}
        together: dict[frozenset[str], None] = {}
        for origin in origins:
            whole = frozenset(origin.articles)
            together[whole] = None
            # what lies within one origin is joined by it
            together.update((ids, None) for s in origin.evidence if not (ids := frozenset(s.articles)) <= whole)
        for n, ids in enumerate(together):
            for article in ids if len(ids) > 1 else ():
                self._signs.setdefault(article, []).append(n)

    def count(self, articles: Iterable[str]) -> tuple[int, int]:
        """Return (low, high) for `articles` (ids).

        High counts distinct outlets (an article whose outlet is not known counts for itself). Low is what remains
        after every sign of dependence is followed.
        """
        ids = tuple(sorted(set(articles)))
        if ids not in self._counted:
            self._counted[ids] = self._count(ids)
        return self._counted[ids]

    def _count(self, ids: Sequence[str]) -> tuple[int, int]:
        if len(ids) == 1:
            return 1, 1
        high = {self._outlets.get(i) or f"\0{i}" for i in ids}
        groups = Groups(len(ids))
        first: dict[int, int] = {}
        low = len(ids)
        for number, article in enumerate(ids):
            if low == 1:
                break
            for sign in self._signs.get(article, ()):
                low -= groups.join(first.setdefault(sign, number), number)
        return low, max(low, len(high))
