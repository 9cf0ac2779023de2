"""Sentences of different articles that say the same in their own words.

    sentences -> word beginnings, weighed by how rare they are in the story -> candidates share three rare ones
              -> a pair says the same when half of the weight is shared, its numbers agree and neither denies
              -> pairs joined; copied words (a long run in common) are no second voice

Precision first: what is left out is only not shown as agreed. Within one language.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import regex

from recoupe.claims import cues
from recoupe.model import Article
from recoupe.text import sentences
from recoupe.text.normalise import fold

LIKE = 0.5
"""Share of two sentences' weight that must be common (weighted Jaccard)."""

RARE = 8
"""A word beginning in more sentences than this proposes no pairs."""

SHARED = 3
RUN = 8
"""Words in a row that only copying explains."""

LENGTHS = (40, 320)

_TOKEN = regex.compile(r"\p{L}{4,}|\p{N}+(?:[.,]\p{N}+)?", regex.V1)
_STEM = 6


class Told(NamedTuple):
    """A sentence of an article: its span, its language, its words in order and their beginnings."""

    article: str
    start: int
    end: int
    words: tuple[str, ...]
    stems: frozenset[str]
    numbers: frozenset[str]
    denies: bool


def same(articles: Sequence[Article]) -> list[list[Told]]:
    """Return groups of sentences that say the same, each of two articles at least, the largest first."""
    by_language: dict[str | None, list[Told]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.id):
        by_language[article.language].extend(_told(article))
    out: list[list[Told]] = []
    for language in sorted(by_language, key=str):
        out.extend(_groups(by_language[language]))
    return sorted(out, key=lambda g: (-len({t.article for t in g}), g[0].article, g[0].start))


def _told(article: Article) -> list[Told]:
    out = []
    for start, end in sentences.split(article.text, language=article.language):
        if not LENGTHS[0] <= end - start <= LENGTHS[1]:
            continue
        text = article.text[start:end]
        words = tuple(_TOKEN.findall(fold(text)))
        if len(words) < 5:
            continue
        numbers = frozenset(w for w in words if w[0].isdigit())
        stems = frozenset(w[:_STEM] for w in words)
        denies = any(c.section == "status" and c.key == "denial" for c in cues.find(text, article.language))
        out.append(Told(article.id, start, end, words, stems, numbers, denies))
    return out


def _groups(told: Sequence[Told]) -> list[list[Told]]:
    frequency = Counter(stem for t in told for stem in t.stems)
    weight = {stem: math.log((len(told) + 1) / n) for stem, n in frequency.items()}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, t in enumerate(told):
        for stem in t.stems:
            if 1 < frequency[stem] <= RARE:
                holders[stem].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for stem in sorted(holders):
        shared.update(combinations(holders[stem], 2))
    parent = list(range(len(told)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    for (a, b), common in sorted(shared.items()):
        if common >= SHARED and told[a].article != told[b].article and _alike(told[a], told[b], weight):
            parent[max(root(a), root(b))] = min(root(a), root(b))
    groups: dict[int, list[Told]] = defaultdict(list)
    for number, t in enumerate(told):
        groups[root(number)].append(t)
    return [g for g in groups.values() if len({t.article for t in g}) > 1]


def _alike(a: Told, b: Told, weight: dict[str, float]) -> bool:
    if a.denies != b.denies or a.numbers != b.numbers:
        return False
    union = sum(weight[s] for s in a.stems | b.stems)
    if union <= 0 or sum(weight[s] for s in a.stems & b.stems) < LIKE * union:
        return False
    runs = {a.words[i : i + RUN] for i in range(len(a.words) - RUN + 1)}
    return not any(b.words[i : i + RUN] in runs for i in range(len(b.words) - RUN + 1))
