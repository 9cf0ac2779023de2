"""Gathering what the steps found into one dossier, in the order a reader needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from recoupe.dossier import importance
from recoupe.dossier import words as tables
from recoupe.dossier.as_said import called
from recoupe.dossier.folding import folded
from recoupe.dossier.lines import shortened
from recoupe.dossier.said import Spoken, gather
from recoupe.model import (
    Article,
    Coverage,
    Dossier,
    Entity,
    Finding,
    Heading,
    Independent,
    LeftOut,
    Origin,
    Passage,
    Quote,
    Reading,
    TimelineEvent,
)
from recoupe.model.ids import digest
from recoupe.text.normalise import fold
from recoupe.text.tokens import split

LEAD = 4000
"""Characters in which an article says what it is about."""

SHORT_TITLE = 4
"""Added to the words of a title, so that one of two names is not the best."""

STRAY = 100
"""One article in so many may be of another time: the days a story covers are those of the others."""

SHORT = 3
"""Letters of the words that say nothing of that."""


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a dossier is built from: the readings, and what each step found of the articles kept.

    `entities_of` maps an article's id and its own name for someone to the entity's id, `spoken` speakers it prints by a
    role or an origin to the entity's id and the words that say so. By an article's id: its `quotes`, the words `said`
    in each (`words_said`), and in `openings` the longer words it opens with (`opening`).
    """

    readings: tuple[Reading, ...]
    articles: tuple[Article, ...]
    quotes: Mapping[str, Sequence[Quote]]
    said: Mapping[str, Sequence[str]]
    openings: Mapping[str, str]
    entities: tuple[Entity, ...]
    entities_of: Mapping[str, Mapping[str, str]]
    spoken: Mapping[str, Spoken]
    findings: tuple[Finding, ...]
    timeline: tuple[TimelineEvent, ...]
    passages: tuple[Passage, ...]
    origins: tuple[Origin, ...]
    left_out: tuple[LeftOut, ...]


def build(material: Material, independent: Independent) -> Dossier:
    """Return the dossier. `independent` gives the range of independent origins behind some article ids."""
    articles = tuple(sorted(material.articles, key=_by_date))
    named = {e.id: e for e in material.entities}
    by_id = {a.id: a for a in articles}
    told = folded([*called(material.findings)], independent)
    findings = [msgspec.structs.replace(f, weight=importance.weigh(f, by_id)) for f in told]
    return Dossier(
        story=_heading(articles, material.openings),
        articles=articles,
        entities=tuple(sorted(material.entities, key=lambda e: (-len(e.articles), -e.mentions, e.name, e.id))),
        timeline=material.timeline,
        quotes=gather(
            articles,
            material.quotes,
            material.said,
            material.entities_of,
            material.spoken,
            named,
            independent,
        ),
        findings=tuple(sorted(findings, key=lambda f: (-f.weight, f.attribute, f.scope, f.id))),
        passages=material.passages,
        origins=material.origins,
        sightings=tuple(s for r in sorted(material.readings, key=lambda r: (r.page, r.id)) for s in r.sightings),
        coverage=_coverage(material, articles, independent),
    )


def _by_date(article: Article) -> tuple[str, str, int, str]:
    when = article.published or article.reference or (article.published_between or ("9999",))[0]
    return when[:10], article.page, article.segments[0].page_start if article.segments else 0, article.id


def _heading(articles: tuple[Article, ...], openings: Mapping[str, str]) -> Heading:
    days = sorted(d[:10] for a in articles if (d := a.published or a.reference))
    own = [a for a in articles if a.kind in ("article", "live")] or list(articles)
    middle = ("", days[len(days) // 2]) if days else ("",)
    own = [a for a in own if _day(a) in middle] or own  # not what was to come, nor what is said of it afterwards
    asked = {word for a in own for word in _longer(a.title or "")}
    spread = Counter(chain.from_iterable(asked.intersection(openings[a.id].split(" ")) for a in articles))
    best = _central_title(own, spread)
    titles = {}
    for code in tables.LANGUAGES:
        spoken = _central_title([a for a in own if a.title and a.language == code], spread)
        if spoken is not None and spoken is not best:
            titles[code] = spoken.title or ""
    return Heading(
        id=digest("story", articles[0].id if articles else ""),
        title=best.title or shortened(best.text.strip().split("\n", 1)[0], 110) if best else "",
        first=days[len(days) // STRAY] if days else None,
        last=days[-1 - len(days) // STRAY] if days else None,
        language=best.language if best else None,
        titles=titles,
    )


def _shouted(title: str) -> bool:
    """Tell whether a headline shouts: "CHAMBER OF HORRORS: Mob storms parliament!"."""
    return "!" in title or sum(len(word) > SHORT and word.isupper() for word in title.split()) >= SHOUTED


SHOUTED = 2
"""Words in capitals, longer than the shortest, that make a headline shout: one is a name."""


def _day(article: Article) -> str:
    return (article.published or article.reference or "")[:10]


def opening(text: str) -> str:
    """Return the longer words a text opens with, folded, each once, with one space between them."""
    return " ".join(dict.fromkeys(_longer(text[:LEAD])))


def _longer(text: str) -> list[str]:
    return [word for word in split(fold(text)) if len(word) > SHORT]


def _central_title(own: list[Article], spread: Mapping[str, int]) -> Article | None:
    """Return the one of `own` whose title shares most words with all the articles, None of none; `spread` tells how
    many of these open with a word of a title."""
    if not own:
        return None
    # "The president (L) and his guest" is a caption, not a headline
    own = [a for a in own if a.title and not set(a.title) & set("()[]|")] or own
    own = [a for a in own if a.title and not set(a.title) & set('?"“”«»„')] or own  # nor what somebody said or asks
    own = [a for a in own if a.title and not _shouted(a.title)] or own

    def score(article: Article) -> float:
        words = _longer(article.title or "")  # "President A and President B" says one word twice
        return sum(spread[word] for word in set(words)) / (len(words) + SHORT_TITLE) if words else 0.0

    return max(own, key=score)  # of equal ones the first


def _coverage(material: Material, articles: tuple[Article, ...], independent: Independent) -> Coverage:
    return Coverage(
        pages=len({r.page for r in material.readings}),
        articles=len(articles),
        origins=independent([a.id for a in articles]) if articles else (0, 0),
        outlets=tuple(sorted({a.outlet or a.host or "" for a in articles} - {""})),
        languages=tuple(sorted({a.language for a in articles if a.language})),
        left_out=material.left_out,
        undated=tuple(a.id for a in articles if not a.published and not a.part_of),
        truncated=tuple(a.id for a in articles if a.truncated or a.paywalled),
    )
