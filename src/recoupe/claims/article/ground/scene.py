"""An article as the claims step sees it: its sentences with their cues and mentions, and what lies near a value."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import regex

from recoupe.claims.article.ground import cues, happening
from recoupe.claims.article.ground.cues import Found
from recoupe.languages import load
from recoupe.model import Anchor, Annotated, Article, Claim, Name, Quantity, Quote, Time
from recoupe.text import anchors, sentences
from recoupe.text.patterns import compiled_by_regex

FAR = 170
"""A cue further away than this cost (characters, plus what separates them) does not belong to a value."""

_SEPARATORS = {",": 12, ";": 60, ":": 25, "(": 12, ")": 12, "\n": 120, "–": 15, "—": 15, "«": 8, "»": 8}

_DAY = compiled_by_regex(r"\d{4}-\d{2}-\d{2}(?!T\d{2}:)")
"""A whole day of a time's value that has no clock."""

Spanned = TypeVar("Spanned", Time, Name, Quantity, Found)


class Sentence(NamedTuple):
    """A sentence `[start, end)` of the article with what stands in it. `number` counts from 0; `block` is its kind.

    `days` are those ("2031-05-06") that its times tell without a clock.
    """

    number: int
    start: int
    end: int
    block: str
    cues: tuple[Found, ...]
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    days: frozenset[str]

    def of(self, section: str) -> list[Found]:
        """Return the cues of one section."""
        return [c for c in self.cues if c.section == section]


class Scene(NamedTuple):
    """An article cut into sentences, with its mentions, the story-wide ids of its names, and the names of these ids.

    `opening` holds the keys of the events its lead speaks of.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    entities: Mapping[str, str]
    quotes: tuple[Quote, ...]
    names: Mapping[str, str]
    opening: frozenset[str]

    def entity(self, name: Name) -> str:
        return self.entities.get(name.entity, name.entity)

    def named(self, scope: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return the story's name, else the article's, for each entity id of a scope."""
        wanted = {s.partition(":")[2] for s in scope if s.startswith(("who:", "place:"))}
        if not wanted:
            return ()
        found: dict[str, str] = {}
        for sentence in self.sentences:
            for name in sentence.names:
                if (id_ := self.entity(name)) in wanted:
                    found.setdefault(id_, self.names.get(id_, name.entity))
        return tuple(sorted(found.items()))

    def anchor(self, start: int, end: int) -> Anchor:
        """Return the anchor of `[start, end)` of the article's text, with its place on the page where that is known."""
        return anchors.of_span(self.article, start, end)


def build(
    article: Article, mentions: Annotated, entities: Mapping[str, str], names: Mapping[str, str] | None = None
) -> Scene:
    """Return the scene of `article`. Mentions belong to the sentence they begin in."""
    spans = sentences.split(article.text, language=article.language)
    starts = [s for s, _ in spans]
    found = [
        c for c in cues.find(article.text, article.language) if c.key != "vote" or not _only_its_result(article, c)
    ]
    by_cue = _by_sentence(starts, found)
    by_name = _by_sentence(starts, mentions.names)
    by_time = _by_sentence(starts, mentions.times)
    by_quantity = _by_sentence(starts, mentions.quantities)
    block_starts = [b.start for b in article.blocks]
    out = []
    for number, (start, end) in enumerate(spans):
        at = bisect.bisect_right(block_starts, start) - 1
        block = article.blocks[at].kind if at >= 0 else "paragraph"
        out.append(
            Sentence(
                number, start, end, block,
                tuple(by_cue.get(number, ())), tuple(by_name.get(number, ())),
                tuple(by_time.get(number, ())), tuple(by_quantity.get(number, ())),
                frozenset(t.value[:10] for t in by_time.get(number, ()) if _DAY.match(t.value)),
            )
        )  # fmt: skip
    return Scene(article, tuple(out), entities, mentions.quotes, names or {}, happening.opening(article))


def _only_its_result(article: Article, vote: Found) -> bool:
    """Tell whether a word for a vote only says of what a result is: "the final results of the referendum came at 8"."""
    words = _outcome(article.language)
    return words is not None and words.search(article.text, max(0, vote.start - RESULT), vote.start) is not None


RESULT = 40
"""Characters before a word for a vote in which that for its result is looked for."""


@functools.lru_cache(maxsize=32)
def _outcome(language: str | None) -> regex.Pattern[str] | None:
    """Return what leads from a language's words for a result to what it is of."""
    nouns = load(language).table("concepts").get("outcome", ())
    if not nouns:
        return None
    return compiled_by_regex(rf"(?i)\b(?:{'|'.join(nouns)})(?: [\p{{L}}’']+){{1,3}}(?: |['’])$", regex.V1)


def _by_sentence(starts: Sequence[int], items: Iterable[Spanned]) -> dict[int, list[Spanned]]:
    out: dict[int, list[Spanned]] = {}
    for item in items:
        at = bisect.bisect_right(starts, item.start) - 1
        if at >= 0:
            out.setdefault(at, []).append(item)
    return out


def of_times(scene: Scene, told: Callable[[Scene, Sentence, Time], Claim | None]) -> list[Claim]:
    """Return what is told of the times of an article, in the order of its text."""
    return [c for s in scene.sentences for t in s.times if (c := told(scene, s, t)) is not None]


_ASIDE = compiled_by_regex(r"[—–][^—–.;:!?]+[—–]")
"""Words between two dashes: what stands before them goes on behind."""


def cost(scene: Scene, sentence: Sentence, value: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how far `other` is from `value`: characters between them, and what separates them.

    Separators are punctuation, connectives ("before", "puis") and other values of the sentence, which have a better
    claim to what lies beyond them. Overlapping spans cost nothing.
    """
    start, end = (other[1], value[0]) if other[1] <= value[0] else (value[1], other[0])
    if start >= end:
        return 0
    gap = scene.article.text[start:end]
    if "–" in gap or "—" in gap:
        gap = _ASIDE.sub("", gap)  # "is to speak — with nobody else in the room — for two hours"
    total = len(gap)
    total += sum(price * gap.count(char) for char, price in _SEPARATORS.items())
    total += (
        50
        * sum(
            # "after three hours": the connective belongs to the value, it does not part it from what lasted
            1
            for c in sentence.cues
            if c.section == "break" and start <= c.start and c.end <= end and c.end + 2 < value[0]
        )
        if other[1] <= value[0]
        else 50 * sum(1 for c in sentence.cues if c.section == "break" and start <= c.start and c.end <= end)
    )
    total += 20 * sum(1 for t in sentence.times if start <= t.start and t.end <= end)
    return total


def nearest(
    scene: Scene, sentence: Sentence, value: tuple[int, int], candidates: Iterable[Spanned], limit: int = FAR
) -> Spanned | None:
    """Return the candidate of least cost below `limit`; the one before the value on a tie."""
    best: tuple[int, int, int] | None = None
    chosen: Spanned | None = None
    for candidate in candidates:
        apart = max(candidate.start - value[1], value[0] - candidate.end)
        if apart > (limit if best is None else min(limit, best[0])):
            continue  # what separates them only adds to that; a sentence may be as long as a page
        price = cost(scene, sentence, value, (candidate.start, candidate.end))
        rank = (price, int(candidate.start > value[0]), candidate.start)
        if price <= limit and (best is None or rank < best):
            best, chosen = rank, candidate
    return chosen
