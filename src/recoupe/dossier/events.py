"""Events of the timeline as lines: the words of each, its sources, which are the story's own and which come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from recoupe.dossier.lines import Reference, cut
from recoupe.dossier.moments import moment
from recoupe.dossier.references import References
from recoupe.model import Article, Dossier, TimelineEvent
from recoupe.text.normalise import fold

TITLE_ENDS = ".!?…:»”"
"""Marks behind which a title needs no colon before what its entry tells."""

TITLE = 90
"""Characters of the longest title of an entry that stands before what it tells."""


def what(event: TimelineEvent, articles: Mapping[str, Article]) -> str:
    """Return an event's words as a line; one cut out of its sentence begins with dots.

    The entry of a live blog goes on from its title: "Drone over the port: A small craft circles, then it is gone."
    """
    article = articles.get(event.support[0].article)
    title = " ".join((article.title or "").split()) if article is not None and article.kind == "update" else ""
    if not title or len(title) > TITLE or fold(title) in fold(event.what):
        return cut(event.what)
    return f"{title}{'' if title[-1] in TITLE_ENDS else ':'} {cut(event.what)}"


def notes(event: TimelineEvent, words: Mapping[str, str], language: str) -> list[str]:
    """Return what is to be said of an event beside it: that it is planned, at which other instants pages put it."""
    told = [words["planned"]] if event.planned else []
    if event.otherwise:
        told.append(f"{words['told_otherwise']} {', '.join(moment(at, language) for at in event.otherwise)}")
    return told


def sources(event: TimelineEvent, references: References) -> list[Reference]:
    """Return one reference a source of an event, in the order of the articles."""
    found: dict[str, Reference] = {}
    for support in event.support:
        reference = references.of(support)
        found.setdefault(reference.label, reference)
    return sorted(found.values(), key=lambda r: r.number)


def recent(dossier: Dossier) -> tuple[list[TimelineEvent], list[TimelineEvent]]:
    """Return the timeline in two: what was before the story's own weeks, and the story's own.

    Its weeks begin two before the day by which a tenth of its articles were published: one old page dates no story.
    """
    days = sorted(d[:10] for a in dossier.articles if (d := a.published or a.reference) and len(d) >= 10)
    if not days:
        return [], list(dossier.timeline)
    edge = (date.fromisoformat(days[len(days) // 10]) - timedelta(days=14)).isoformat()
    before = [e for e in dossier.timeline if e.begin[:10] < edge]
    return before, [e for e in dossier.timeline if e.begin[:10] >= edge]


def foremost(events: Sequence[TimelineEvent], limit: int) -> list[int]:
    """Return the places of the `limit` lines that most articles tell, clock times first, in the order of time."""

    def rank(number: int) -> tuple[int, bool, int]:
        event = events[number]
        return -len({s.article for s in event.support}), len(event.begin) <= len("2031-05-06"), number

    return sorted(sorted(range(len(events)), key=rank)[:limit])
