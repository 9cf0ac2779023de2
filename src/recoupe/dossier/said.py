"""Who said what, one line a quotation however many articles print it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from recoupe.model import Anchor, Annotated, Article, Entity, Quote, Said
from recoupe.text.normalise import fold
from recoupe.text.tokens import words

CONTAINED = 4
"""Words a quotation must have to be taken for part of a longer one: shorter ones are said too often to tell."""


class _Printed(msgspec.Struct, frozen=True):
    """A quotation as one article prints it: its folded words, and who says it (entity id or None)."""

    key: tuple[str, ...]
    entity: str | None
    name: str | None
    kind: str
    anchors: tuple[Anchor, ...]
    article: str


def gather(
    articles: Iterable[Article],
    mentions: Mapping[str, Annotated],
    entities_of: Mapping[str, Mapping[str, str]],
    entities: Mapping[str, Entity],
    independent: Callable[[Iterable[str]], tuple[int, int]],
) -> tuple[Said, ...]:
    """Return the quotations with a speaker, most printed first within the speaker most quoted first.

    Indirect speech is left to the findings; scare quotes and titles of works are nobody's words.
    """
    printed = [
        _print(article, quote, entities_of.get(article.id, {}))
        for article in articles
        for quote in mentions[article.id].quotes
        if quote.kind in ("direct", "mixed") and quote.speaker and not quote.use
    ]
    groups = _group(printed)
    spoken: dict[str, int] = {}
    for group in groups:
        who = group[0].entity or group[0].name or ""
        spoken[who] = spoken.get(who, 0) + 1
    ordered = sorted(
        groups, key=lambda g: (-spoken[g[0].entity or g[0].name or ""], g[0].entity or g[0].name or "", -len(g))
    )
    return tuple(_said(group, entities, independent) for group in ordered)


def _print(article: Article, quote: Quote, known: Mapping[str, str]) -> _Printed:
    anchors = tuple(
        Anchor(article=article.id, page=article.page, start=s, end=e, exact=article.text[s:e]) for s, e in quote.content
    )
    text = " ".join(a.exact for a in anchors)
    speaker = quote.speaker[0]
    entity = known.get(speaker.entity) or known.get(speaker.name)
    key = tuple(fold(text[s:e]) for s, e in words(text))
    return _Printed(key, entity, speaker.entity or speaker.name, quote.kind, anchors, article.id)


def _group(printed: list[_Printed]) -> list[list[_Printed]]:
    """Join prints of the same words by the same speaker; a shorter print joins the longest that contains it."""
    groups: list[list[_Printed]] = []
    by_words: dict[tuple[str | None, str], list[list[_Printed]]] = {}
    for item in sorted(printed, key=lambda p: -len(p.key)):
        who = item.entity or item.name
        home = next(
            (g for g in by_words.get((who, item.key[0] if item.key else ""), ()) if _same(g[0].key, item.key)), None
        )
        if home is None:
            home = []
            groups.append(home)
            for word in dict.fromkeys(item.key):
                by_words.setdefault((who, word), []).append(home)
        home.append(item)
    return groups


def _same(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    if longer == shorter:
        return True
    n = len(shorter)
    return n >= CONTAINED and any(longer[i : i + n] == shorter for i in range(len(longer) - n + 1))


def _tidy(words: str) -> str:
    """Return words as a line: white space folded, without the commas that join them to the narrator's sentence."""
    return " ".join(words.split()).strip(" ,;:")


def _said(
    group: list[_Printed], entities: Mapping[str, Entity], independent: Callable[[Iterable[str]], tuple[int, int]]
) -> Said:
    first = group[0]
    articles = tuple(dict.fromkeys(p.article for p in group))
    entity = entities.get(first.entity or "")
    return Said(
        words=" […] ".join(_tidy(a.exact) for a in first.anchors),
        kind=first.kind,
        speaker=entity.name if entity else first.name,
        entity=first.entity,
        support=tuple(a for p in group for a in p.anchors),
        articles=articles,
        independent=independent(articles),
    )
