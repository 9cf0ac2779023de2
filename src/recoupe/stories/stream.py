"""The stream: one story id for each item as it comes, in constant time and bounded memory.

An item joins the living story whose centre is nearest (cosine over terms weighted by rarity, less with every day the
story is silent), or begins one. Rarity is counted as the stream goes, by language, and forgotten slowly. Stories are
found by their terms in an inverted index whose lists are short; silent ones are dropped. One pass, no revision: an id
once given stands.
"""

from __future__ import annotations

import math
from collections import Counter, OrderedDict, deque
from datetime import UTC, datetime

import msgspec

from recoupe.languages import normal_code
from recoupe.model import StoryItem
from recoupe.model.ids import digest
from recoupe.stories.terms import item_terms


class StreamSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`join`: least similarity to a story. `calm`: days of silence after which a story is e times less near; `window`:
    after which it is dropped. `stories`, `places`: most living stories, and most stories an index entry remembers.
    `memory`: items after which a word's count is worth half.
    """

    join: float = 0.2
    calm: float = 2.0
    window: float = 10.0
    stories: int = 100_000
    places: int = 100
    candidates: int = 60
    memory: int = 50_000
    terms: int = 200


_DEFAULT = StreamSettings()


class Living:
    """A story that may still grow: the sum of its items' vectors."""

    __slots__ = ("count", "id", "last", "square", "total")

    def __init__(self, id_: str) -> None:
        self.id = id_
        self.total: dict[str, float] = {}
        self.square = 0.0
        self.count = 0
        self.last: float | None = None

    def add(self, vector: dict[str, float], when: float | None, most: int) -> None:
        for term, weight in vector.items():
            old = self.total.get(term, 0.0)
            self.total[term] = old + weight
            self.square += 2 * old * weight + weight * weight
        self.count += 1
        if when is not None:
            self.last = when if self.last is None else max(self.last, when)
        if len(self.total) > 2 * most:
            kept = sorted(self.total.items(), key=lambda tw: (-tw[1], tw[0]))[:most]
            self.total = dict(kept)
            self.square = sum(w * w for w in self.total.values())

    def near(self, vector: dict[str, float]) -> float:
        dot = sum(w * self.total[t] for t, w in vector.items() if t in self.total)
        return dot / math.sqrt(self.square) if self.square > 0 else 0.0


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """Why an item is in its story: how near, and the terms that decided with their part of it, the strongest first."""

    story: str
    near: float
    terms: tuple[tuple[str, float], ...]


class Stream:
    """Gives each item its story. Not thread-safe; the same items in the same order give the same ids."""

    def __init__(self, settings: StreamSettings = _DEFAULT) -> None:
        self._settings = settings
        self._stories: OrderedDict[str, Living] = OrderedDict()  # the longest silent first
        self._index: dict[str, deque[str]] = {}
        self._counts: dict[str, Counter[str]] = {}
        self._items: Counter[str] = Counter()
        self._why: OrderedDict[str, Why] = OrderedDict()

    def add(self, item: StoryItem) -> str:
        """Return the id of the story `item` belongs to; a new one is named after its first item."""
        language = normal_code(item.language)
        when = _days(item.published)
        vector = self._vector(item, language)
        story, near = self._nearest(vector, when)
        if story is None or near < self._settings.join:
            story = Living(digest("story", item.id, item.title or "", (item.text or "")[:200]))
            if story.id in self._stories:
                story = self._stories[story.id]
            near = 1.0
        self._remember(item, story, vector, near)
        story.add(vector, when, self._settings.terms)
        self._stories[story.id] = story
        self._stories.move_to_end(story.id)
        for term, weight in vector.items():
            if weight >= 0.05:
                places = self._index.setdefault(term, deque(maxlen=self._settings.places))
                if not places or places[-1] != story.id:
                    if story.id in places:
                        places.remove(story.id)
                    places.append(story.id)
        self._forget(when)
        return story.id

    def explain(self, item: str) -> Why | None:
        """Return why the item with this id is in its story; None when it is unknown or long gone."""
        return self._why.get(item)

    def _vector(self, item: StoryItem, language: str) -> dict[str, float]:
        terms = item_terms(item)
        counts = self._counts.setdefault(language, Counter())
        self._items[language] += 1
        seen = self._items[language]
        vector: dict[str, float] = {}
        for term, weight in terms.items():
            counts[term] += 1
            rarity = math.log((seen + 20) / (counts[term] + 1))
            if rarity > 0:
                vector[term] = weight * rarity
        if len(vector) > self._settings.terms:
            vector = dict(sorted(vector.items(), key=lambda tw: (-tw[1], tw[0]))[: self._settings.terms])
        length = math.sqrt(sum(w * w for w in vector.values()))
        return {t: w / length for t, w in vector.items()} if length else {}

    def _nearest(self, vector: dict[str, float], when: float | None) -> tuple[Living | None, float]:
        votes: dict[str, float] = {}
        for term, weight in vector.items():
            for id_ in self._index.get(term, ()):
                if id_ in self._stories:
                    votes[id_] = votes.get(id_, 0.0) + weight * self._stories[id_].total.get(term, 0.0) / math.sqrt(
                        self._stories[id_].square or 1.0
                    )
        best: Living | None = None
        nearest = 0.0
        for id_ in sorted(votes, key=lambda i: (-votes[i], i))[: self._settings.candidates]:
            story = self._stories[id_]
            near = story.near(vector) * self._fresh(story, when)
            if near > nearest:
                best, nearest = story, near
        return best, nearest

    def _fresh(self, story: Living, when: float | None) -> float:
        if when is None or story.last is None:
            return 1.0
        silent = abs(when - story.last)
        return math.exp(-silent / self._settings.calm) if silent <= self._settings.window else 0.0

    def _remember(self, item: StoryItem, story: Living, vector: dict[str, float], near: float) -> None:
        length = math.sqrt(story.square) or 1.0
        parts = {t: w * story.total.get(t, 0.0) / length for t, w in vector.items()} if story.count else vector
        strongest = sorted(parts.items(), key=lambda tw: (-tw[1], tw[0]))[:8]
        self._why[item.id] = Why(
            story=story.id, near=round(near, 4), terms=tuple((t, round(w, 4)) for t, w in strongest if w > 0)
        )
        if len(self._why) > self._settings.stories:
            self._why.popitem(last=False)

    def _forget(self, when: float | None) -> None:
        while len(self._stories) > self._settings.stories:
            self._stories.popitem(last=False)


def _days(published: str | None) -> float | None:
    """Return an ISO date or time as days since 1970, None when it is none. Without a zone it is read as UTC."""
    if not published:
        return None
    try:
        when = datetime.fromisoformat(published if len(published) != 7 else published + "-15")
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return when.timestamp() / 86400
