"""What became of stories after their ids were given: merges and splits, each with its reason, each to be taken back.

A ledger of revisions. A line once written stands; whoever keeps lines applies the revisions to them, in order, and an
undone one no longer counts.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from recoupe.model.ids import digest
from recoupe.stories.living import Living
from recoupe.stories.vectors import shown


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
    """Keeps where stories went, the stories that merges put away, and the vectors of the last `items` items.

    A story that went into another is not living, so ways end; what leaves a story also leaves the stories put away that
    it came by, so that revisions can be undone in any order. `undoable`: how many revisions are kept.
    """

    def __init__(self, items: int, undoable: int) -> None:
        self._most = items
        self._undoable = undoable
        self._into: OrderedDict[str, tuple[str, int]] = OrderedDict()  # the other's id, and its number of birth
        self._made: OrderedDict[str, Revision] = OrderedDict()
        self._away: OrderedDict[str, Living] = OrderedDict()
        self._items: OrderedDict[str, tuple[str, Mapping[str, float]]] = OrderedDict()
        self._before: dict[str, dict[str, str]] = {}  # of a split: where its items were
        self._decisions = 0

    def keep(self, item: str, story: str, vector: Mapping[str, float]) -> None:
        """Remember an item's vector and the story it joined."""
        self._items[item] = story, vector
        _bounded(self._items, self._most)

    def current(self, story: str) -> str:
        while story in self._into:
            story = self._into[story][0]
        return story

    def story(self, item: str) -> str | None:
        """Return the id of an item's story by now, None when the item is not remembered."""
        return self.current(self._items[item][0]) if item in self._items else None

    def home(self, story: str, living: Mapping[str, Living]) -> Living | None:
        """Return the living story that `story` is part of; None when it is gone, or an id was given anew."""
        home, born = story, -1
        while home in self._into:
            home, born = self._into[home]
        found = living.get(home)
        return found if found is not None and born in (-1, found.born) else None

    def vectors(self, story: str, items: Sequence[str]) -> list[Mapping[str, float]]:
        """Return the vectors of items of a story; none unless all are known and of that story."""
        known = [self._items[item][1] for item in items if self.story(item) == story]
        return known if len(known) == len(items) else []

    def merge(self, home: Living, gone: Living, by: str) -> Revision:
        """Record that `gone`, no longer living, goes into `home`, which has not taken it in yet."""
        scale = home.length * gone.length
        shared = {t: w * home.total[t] / scale for t, w in gone.total.items() if t in home.total}
        made = Revision(
            id=self._name("merge", gone.id, home.id), kind="merge", story=gone.id, into=home.id,
            near=round(home.like(gone), 4), terms=shown(shared), by=by,
        )  # fmt: skip
        self._lead(gone, home)
        self._away[gone.id] = gone
        _bounded(self._away, self._undoable)
        return self._record(made)

    def split(self, home: Living, new: Living, items: Sequence[str]) -> Revision:
        """Record that `items` left `home` for `new`, and take them out of the stories put away they came by."""
        before = {item: self._items[item][0] for item in items}
        for item, story in before.items():
            vector = self._items[item][1]
            for away in self._way(story):
                away.give_up(vector, 1)
            self._items[item] = new.id, vector
        apart = {t: w / new.length - home.total.get(t, 0.0) / home.length for t, w in new.total.items()}
        made = Revision(
            id=self._name("split", home.id, *items), kind="split", story=home.id, into=new.id,
            near=round(home.like(new), 4), terms=shown(apart), by="hand", items=tuple(items),
        )  # fmt: skip
        self._before[made.id] = before
        return self._record(made)

    def revision(self, id_: str) -> Revision | None:
        return self._made.get(id_)

    def undo_merge(self, made: Revision, living: Mapping[str, Living]) -> Living | None:
        """Return the story a merge put away, taken out of where it went; None when either is gone."""
        home, gone = self.home(made.story, living), self._away.get(made.story)
        if home is None or gone is None or gone.id not in self._into:
            return None
        for other in (*self._way(self._into[gone.id][0]), home):
            other.give_up(gone.total, gone.count)
        del self._away[gone.id], self._into[gone.id]
        return gone

    def undo_split(self, made: Revision, home: Living, new: Living, most: int) -> None:
        """Let what a split made, no longer living, go back into `home`, which has not taken it in yet."""
        for item, story in self._before[made.id].items():
            known = item in self._items and self._items[item][0] == new.id
            if known and self.current(story) == home.id:
                vector = self._items[item][1]
                self._items[item] = story, vector
                for away in self._way(story):
                    away.add(vector, None, most)
        self._lead(new, home)

    def undone(self, id_: str) -> Revision:
        """Mark a revision as undone."""
        self._made[id_] = made = msgspec.structs.replace(self._made[id_], undone=True)
        return made

    def _lead(self, gone: Living, home: Living) -> None:
        self._into[gone.id] = home.id, home.born
        _bounded(self._into, 10 * self._most)

    def _way(self, story: str) -> Iterator[Living]:
        """Yield the stories put away between `story`, with it, and its home."""
        while story in self._into:
            if story in self._away:
                yield self._away[story]
            story = self._into[story][0]

    def _name(self, *parts: str) -> str:
        """Return an id for a decision, another one when the same is decided again."""
        self._decisions += 1
        return digest(*parts, str(self._decisions))

    def _record(self, made: Revision) -> Revision:
        self._made[made.id] = made
        while len(self._made) > self._undoable:
            self._before.pop(self._made.popitem(last=False)[0], None)
        return made


def _bounded(kept: OrderedDict[str, Any], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
