"""What became of stories after their ids were given: merges and splits, each with its reason, each to be taken back.

A ledger of revisions. A line once written stands; whoever keeps lines applies the revisions to them, in order, and an
undone one no longer counts.
"""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from recoupe.model.ids import digest
from recoupe.stories.living import Living

SHOWN = 8
"""Terms shown as the reason of a revision."""


class Revision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A merge of `story` into another, or a split of `items` off it into another; `into` is that other's id.

    `near` is how alike the two are (cosine of their centres, 0 to 1), `terms` what they share most of, with its part of
    it; for a split the terms are those that part them. `by` is stream (two stories an item was near to) or hand.
    """

    id: str
    kind: str  # merge | split
    story: str
    into: str
    near: float
    terms: tuple[tuple[str, float], ...]
    by: str
    items: tuple[str, ...] = ()
    undone: bool = False


class Ledger:
    """Keeps revisions, what they need to be undone, and the vectors of the last `most` items."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._into: dict[str, str] = {}
        self._made: OrderedDict[str, Revision] = OrderedDict()
        self._gone: OrderedDict[str, Living] = OrderedDict()
        self._items: OrderedDict[str, tuple[str, Mapping[str, float]]] = OrderedDict()
        self._born: OrderedDict[str, int] = OrderedDict()
        self._births = 0

    def keep(self, item: str, story: str, vector: Mapping[str, float]) -> None:
        """Remember an item's vector and when its story began."""
        self._items[item] = story, vector
        self._bear(story)
        _bounded(self._items, self._most)

    def _bear(self, story: str) -> None:
        if story not in self._born:
            self._born[story] = self._births
            self._births += 1
            _bounded(self._born, 10 * self._most)

    def begun(self, stories: Iterable[str]) -> list[str]:
        """Return stories by age, those that began before memory first."""
        return sorted(stories, key=lambda s: (self._born.get(s, -1), s))

    def current(self, story: str) -> str:
        seen = set()
        while story in self._into and story not in seen:
            seen.add(story)
            story = self._into[story]
        return story

    def vectors(self, story: str, items: Sequence[str]) -> list[Mapping[str, float]]:
        """Return the vectors of items of a story; none unless all are known and of that story."""
        found = [self._items.get(item) for item in items]
        known = [f[1] for f in found if f is not None and self.current(f[0]) == story]
        return known if len(known) == len(items) else []

    def merge(self, home: Living, gone: Living, by: str, *, kept: bool) -> Revision:
        """Record that `gone` goes into `home`, which has not taken it in yet."""
        shared = {t: w * home.total[t] for t, w in gone.total.items() if t in home.total}
        scale = home.length * gone.length
        id_ = digest("merge", gone.id, home.id, str(gone.count + home.count))
        made = Revision(
            id=id_, kind="merge", story=gone.id, into=home.id,
            near=round(home.like(gone), 4), terms=_shown({t: w / scale for t, w in shared.items()}), by=by,
        )  # fmt: skip
        self._into[gone.id] = home.id
        if kept:
            self._made[made.id] = made
            self._gone[made.id] = copy.deepcopy(gone)
            _bounded(self._gone, self._most)
            _bounded(self._made, self._most)
        return made

    def split(self, home: Living, new: Living, items: Sequence[str]) -> Revision:
        """Record that `items` left `home` for `new`."""
        for item in items:
            self._items[item] = new.id, self._items[item][1]
        self._into.pop(new.id, None)
        self._bear(new.id)
        apart = {t: w / new.length for t, w in new.total.items() if t not in home.total}
        made = Revision(
            id=digest("split", home.id, *items), kind="split", story=home.id, into=new.id,
            near=round(home.like(new), 4), terms=_shown(apart), by="hand", items=tuple(items),
        )  # fmt: skip
        self._made[made.id] = made
        _bounded(self._made, self._most)
        return made

    def revision(self, id_: str) -> Revision | None:
        return self._made.get(id_)

    def snapshot(self, id_: str) -> Living | None:
        """Return the story a merge put away, as it was."""
        return copy.deepcopy(self._gone.get(id_))

    def undo(self, id_: str) -> Revision:
        """Mark a revision as undone and let its stories go by their own ids again."""
        made = msgspec.structs.replace(self._made[id_], undone=True)
        self._made[id_] = made
        if made.kind == "merge":
            self._into.pop(made.story, None)
        else:
            for item in made.items:
                if item in self._items:
                    self._items[item] = made.story, self._items[item][1]
        return made


def _shown(weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    ordered = sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))[:SHOWN]
    return tuple((term, round(weight, 4)) for term, weight in ordered if weight > 0)


def _bounded(kept: OrderedDict[str, Any], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
