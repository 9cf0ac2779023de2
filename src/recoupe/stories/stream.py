"""The stream: one story id for each item as it comes, in constant time and bounded memory.

An item joins the living story whose centre is nearest (cosine over terms weighted by rarity, less with every day the
story is silent), or begins one; an update goes where its live page went. Where two stories are near to a title, the one
it does not join gives its words away: what both are told in parts them no longer, and what is their own does. Rarity is
counted as the stream goes, by language, and forgotten slowly. Stories are found by their terms in an inverted index
whose lists are short; silent ones are dropped. One pass: an id once given stands; what later items show (two stories
are one) is told as a revision, which can be taken back. (Single-pass clustering of news streams: Allan, Papka, Lavrenko
1998; the runner-up that gives way is learning vector quantisation, Kohonen 1990; several languages in one space through
shared keys in place of embeddings.)
"""

from __future__ import annotations

import itertools
import math
from collections import OrderedDict
from collections.abc import Sequence

import msgspec

from recoupe.languages import normal_code
from recoupe.model import StoryItem
from recoupe.model.ids import digest
from recoupe.stories.columns import Columns
from recoupe.stories.crowd import Crowds
from recoupe.stories.index import Index
from recoupe.stories.living import Living
from recoupe.stories.rarity import Rarity
from recoupe.stories.revise import Ledger, Revision
from recoupe.stories.terms import item_terms
from recoupe.stories.vectors import shown, strongest
from recoupe.text.instants import instant


class StreamSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What decides, and what bounds time and memory.

    `join`: least similarity to a story for a title, where a thousand items of its language came of late; `crowd`: how
    much more is asked where e times as many came. `join_text`: for an item with text, which has more words in common
    with anything; `twice`: how much less is asked of it for each part that the second nearest story is nearer than half
    as near (an event told in two stories is near to both, and what is told of it begins no third); `join_abroad`: to a
    story that is told in other languages, for an item with text, by what languages share alone. `join_bare`: for a
    title alone to a story of texts (the page of a live blog): beside so many words any title looks far.
    `close`: part of that from which on the second nearest story gives way to a title that joins the nearest.
    `calm`: days of silence after which a story is e times less near to a title, `calm_text` to an item with text, whose
    words say more and time less; `window`: after which it is gone.
    `prior`: items imagined before the first, so that early counts are not trusted, for a title; `prior_text`: for an
    item with text; `small_text`: part of these that had each small word.
    `damp`: exponent of rarity (below 1, so that one very rare word does not decide alone);
    `damp_text`: for an item with text, which has many rare words.
    `again`: how much a word counts that its story already has, and with it a title of a story that is there; a word is
    common when many stories have it, not when one story is told often. A text has words enough that are new to its
    story, so it counts as a whole item.

    `stories`: most living stories; `places`: most stories an index entry remembers; `candidates`: most stories
    compared; `asked`: terms of an item looked up; `terms`: most terms kept of a story; `memory`: items after which all
    counts are halved; `reasons`: items that `explain` and `split` remember; `undoable`: revisions that can be undone.

    `merge`: how alike two stories must be that one item is near to both of, for the younger to go into the older;
    `merge_abroad`: the same of texts told in other languages, by what languages share alone. `rivals`: how many
    stories near an item are looked at for that.
    """

    join: float = 0.285
    crowd: float = 0.03
    join_text: float = 0.35
    twice: float = 0.2
    join_abroad: float = 0.18
    join_bare: float = 0.19
    close: float = 0.8
    calm: float = 1.5
    calm_text: float = 3.0
    window: float = 10.0
    prior: int = 50
    prior_text: int = 120
    small_text: float = 0.1
    damp: float = 0.8
    damp_text: float = 0.7
    again: float = 0.5
    stories: int = 50_000
    places: int = 100
    candidates: int = 50
    asked: int = 30
    terms: int = 200
    memory: int = 100_000
    reasons: int = 10_000
    undoable: int = 1_000
    merge: float = 0.7
    merge_abroad: float = 0.36
    rivals: int = 3


_DEFAULT = StreamSettings()


class Why(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why an item is in its story: how near, and the terms that decided with their part of it, the strongest first.

    A term is a stem, "#" and a key of the language's vocabulary, or "@" and a name. `began`: the item began the story.
    `part_of`: the page it is an update of, whose story it went to however near that is.
    """

    story: str
    near: float
    began: bool
    terms: tuple[tuple[str, float], ...]
    part_of: str | None = None


class Stream:
    """Gives each item its story. Not thread-safe; the same items in the same order give the same ids."""

    def __init__(self, settings: StreamSettings = _DEFAULT) -> None:
        self._settings = settings
        self._stories: OrderedDict[str, Living] = OrderedDict()  # the longest silent first
        self._index = Index(settings.places, settings.asked)
        self._rarity = Rarity(settings.terms)
        self._since = 0
        self._why: OrderedDict[str, Why] = OrderedDict()
        self._ledger = Ledger(settings.reasons, settings.undoable)
        self._births = 0
        self._columns = Columns()
        self._crowds = Crowds(settings.window, settings.stories)

    def add(self, item: StoryItem) -> str:
        """Return the id of the story `item` belongs to; a new one is named after its first item.

        A line that was written is never taken back: where the item shows that two stories are one, `revision` tells.
        """
        language = normal_code(item.language)
        when = _days(item.published)
        terms, shared, heads = item_terms(item, self._columns)
        settings = self._settings
        damp, prior = (settings.damp_text, settings.prior_text) if item.text else (settings.damp, settings.prior)
        vector = self._rarity.vector(terms, language, damp, prior, settings.small_text if item.text else 0.0)
        abroad = self._rarity.abroad(vector, shared, language) if item.text else {}
        calm = settings.calm_text if item.text else settings.calm
        (story, near), (second, nearly), rivals = self._nearest(vector, abroad, language, when, calm)
        least = settings.join + settings.crowd * self._crowds.come(language, when)
        whole = self._whole(item)
        if whole is not None:
            story, near, second = whole, whole.near(vector), None
        elif story is None or near < self._least(item, story, least, nearly / near):
            story, near = self._begin(item), 1.0
            second = None
        whole_item = bool(item.text) or not story.count
        self._rarity.count(terms, language, story.total, settings.again, 1.0 if whole_item else settings.again)
        self._remember(item, story, vector, near, None if whole is None else item.part_of)
        story.add(vector, when, self._settings.terms)
        story.tell(abroad, (language,), bool(item.text))
        self._columns.see(heads, language, story.id)
        self._stories.move_to_end(story.id)
        self._index.enter(story.id, vector)
        self._ledger.keep(item.id, story.id, vector)
        self.revision = self._merge_near(story, rivals, calm)
        if second and nearly >= settings.close * least and not (item.text or second.texts or self.revision):
            second.give_way(vector)
        self._forget(when)
        return self.current(story.id)

    revision: Revision | None = None
    """The merge that the last item brought about, if any."""

    def current(self, story: str) -> str:
        """Return the id a story goes by now: that of the story it went into, else its own."""
        return self._ledger.current(story)

    def merge(self, one: str, other: str) -> Revision | None:
        """Put the younger of two living stories into the older; None when there is nothing to merge."""
        return self._merge(self.current(one), self.current(other), "hand")

    def split(self, story: str, items: Sequence[str]) -> Revision | None:
        """Take items out of a story into one of their own; None when they are not all its own and remembered."""
        items = list(dict.fromkeys(items))
        home = self._stories.get(self.current(story))
        found = self._ledger.vectors(self.current(story), items)
        if home is None or not found or len(found) >= home.count:
            return None
        new = self._new(digest("split", home.id, str(self._births), *items))
        new.parted = True
        for vector in found:
            new.add(vector, home.last, self._settings.terms)
            home.give_up(vector, 1)
        new.tell((t for t in new.total if t in home.abroad), home.languages, home.texts)
        self._index.enter(new.id, new.total)
        return self._ledger.split(home, new, items)

    def undo(self, revision: str) -> Revision | None:
        """Take a merge or a split back; None when it is unknown or one of its stories is gone.

        Items that came in between stay with the older story after a merge, and go back with the others after a split.
        What a hand took apart the stream does not merge again.
        """
        done = self._ledger.revision(revision)
        if done is None or done.undone:
            return None
        if done.kind == "split":
            home = self._ledger.home(done.story, self._stories)
            if home is None or done.into not in self._stories:
                return None
            new = self._stories.pop(done.into)
            self._ledger.undo_split(done, home, new, self._settings.terms)
            self._take_in(home, new)
        else:
            gone = self._ledger.undo_merge(done, self._stories)
            if gone is None:
                return None
            gone.parted = True
            self._stories[gone.id] = gone
            self._index.enter(gone.id, gone.total)
        return self._ledger.undone(revision)

    def _merge_near(self, story: Living, rivals: Sequence[Living], calm: float) -> Revision | None:
        for rival in rivals:
            silent = abs((rival.last or 0.0) - (story.last or 0.0)) > calm
            if rival is story or rival.id not in self._stories or silent or story.parted or rival.parted:
                continue
            if story.like(rival) >= self._settings.merge or self._alike_abroad(story, rival):
                return self._merge(story.id, rival.id, "stream")
        return None

    def _alike_abroad(self, story: Living, rival: Living) -> bool:
        """Tell whether two stories of texts are one, told in other languages; their first came too early to meet."""
        if not (story.texts and rival.texts) or story.languages == rival.languages:
            return False
        return story.like_abroad(rival) >= self._settings.merge_abroad

    def _merge(self, one: str, other: str, by: str) -> Revision | None:
        if one == other or one not in self._stories or other not in self._stories:
            return None
        home, gone = sorted((self._stories[one], self._stories[other]), key=lambda story: story.born)
        del self._stories[gone.id]
        made = self._ledger.merge(home, gone, by)
        self._take_in(home, gone)
        return made

    def _take_in(self, home: Living, gone: Living) -> None:
        home.take_in(gone, self._settings.terms)
        self._stories.move_to_end(home.id)
        self._index.enter(home.id, gone.total)

    def explain(self, item: str) -> Why | None:
        """Return why the item with this id is in its story; None when it is unknown or came long ago."""
        why, story = self._why.get(item), self._ledger.story(item)
        return why if why is None or story is None else msgspec.structs.replace(why, story=story)

    def __len__(self) -> int:
        """How many stories are living."""
        return len(self._stories)

    def _whole(self, item: StoryItem) -> Living | None:
        """Return the story of the live page an item is an update of, if it is remembered and living."""
        story = None if item.part_of is None else self._ledger.story(item.part_of)
        return None if story is None else self._stories.get(story)

    def _begin(self, item: StoryItem) -> Living:
        """Begin a story; an item sent again goes where its story went."""
        id_ = self.current(digest("story", item.id, item.title or "", (item.text or "")[:200]))
        return self._stories.get(id_) or self._new(id_)

    def _new(self, id_: str) -> Living:
        self._births += 1
        return self._stories.setdefault(id_, Living(id_, self._births))

    def _least(self, item: StoryItem, story: Living, title: float, second: float) -> float:
        """Return how near an item must be to a story to join it.

        `title`: what is asked of a title among titles; `second`: how near the second nearest story is, as a part.
        """
        if item.text:
            return self._settings.join_text * (1.0 - self._settings.twice * max(0.0, second - 0.5))
        return min(title, self._settings.join_bare) if story.texts else title

    def _nearest(
        self, vector: dict[str, float], abroad: dict[str, float], language: str, when: float | None, calm: float
    ) -> tuple[tuple[Living | None, float], tuple[Living | None, float], list[Living]]:
        """Return the nearest story and the second, each with how near it is, and the stories that got most votes.

        Two languages share few words, so all the words of an item would say that it is far from any story told in
        another; there what languages share decides, where that is more.
        """
        votes: dict[str, float] = {}
        living = self._stories
        scale = self._settings.join_text / self._settings.join_abroad
        for term, weight, id_ in itertools.chain(self._index.having(vector), self._index.having(abroad)):
            story = living.get(id_)
            if story is not None:
                votes[id_] = votes.get(id_, 0.0) + weight * story.total.get(term, 0.0) / story.length
        best: tuple[Living | None, float] = (None, 0.0)
        second = best
        ranked = strongest(votes, self._settings.candidates)
        for id_, _ in ranked:
            story = self._stories[id_]
            near = story.near(vector)
            if abroad and story.languages != {language}:
                near = max(near, story.near_abroad(abroad) * scale)
            near *= self._fresh(story, when, calm)
            if near > best[1]:
                best, second = (story, near), best
            elif near > second[1]:
                second = story, near
        return best, second, [self._stories[id_] for id_, _ in ranked[: self._settings.rivals]]

    def _fresh(self, story: Living, when: float | None, calm: float) -> float:
        if when is None or story.last is None:
            return 1.0
        silent = abs(when - story.last)
        return math.exp(-silent / calm) if silent <= self._settings.window else 0.0

    def _remember(
        self, item: StoryItem, story: Living, vector: dict[str, float], near: float, part_of: str | None
    ) -> None:
        parts = {t: w * story.total.get(t, 0.0) / story.length for t, w in vector.items()} if story.count else vector
        self._why[item.id] = Why(
            story=story.id, near=round(near, 4), terms=shown(parts), began=not story.count, part_of=part_of
        )
        while len(self._why) > self._settings.reasons:
            self._why.popitem(last=False)

    def _forget(self, when: float | None) -> None:
        """Keep memory bounded: drop the longest silent stories; now and then halve all counts and sweep the index.

        Two at most an item: time stays constant, and one wrong date far ahead does not empty the memory.
        """
        for _ in range(2):
            oldest = next(iter(self._stories.values()))
            if when is None or oldest.last is None or when - oldest.last <= 2 * self._settings.window:
                break
            self._stories.popitem(last=False)
        while len(self._stories) > self._settings.stories:
            self._stories.popitem(last=False)
        self._since += 1
        if self._since < self._settings.memory:
            return
        self._since = 0
        self._rarity.halve()
        self._index.sweep(self._stories)


def _days(published: str | None) -> float | None:
    """Return an ISO date or time as days since 1970, a month as its middle; None when it is none."""
    when = instant(published if published is None or len(published) != 7 else f"{published}-15")
    return when.timestamp() / 86400 if when is not None else None
