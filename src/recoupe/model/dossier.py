"""The dossier: everything known of one story, ready to read or to send."""

from __future__ import annotations

import msgspec

from recoupe.model.anchor import Anchor
from recoupe.model.article import Article, Sighting
from recoupe.model.claim import Finding, Support
from recoupe.model.entity import Entity
from recoupe.model.news import News
from recoupe.model.reuse import Origin, Passage


class TimelineEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One dated event, however many pages tell it. `begin`/`end` are ISO, as exact as the pages are; `what` is the
    sentence chosen to say it (an exact sentence of the first support); `planned` when no page says it has happened;
    `otherwise` are the other instants at which pages put it that dispute the hour."""

    begin: str
    end: str | None
    display: str
    what: str
    support: tuple[Support, ...]
    planned: bool = False
    independent: tuple[int, int] = (1, 1)
    otherwise: tuple[str, ...] = ()


class Identified(msgspec.Struct, frozen=True, kw_only=True):
    """Why a speaker `printed` as "the mayor" or "the American" is somebody: the words `told` somewhere in the story.

    `other` says that these words are of the other one of two: who is Russian is not the American.
    """

    printed: Anchor
    told: Anchor
    other: bool = False


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One quotation, however many pages print it. `support` anchors its words, cut by the narrator or not.

    `identified` has, for speakers printed by a role or an origin, the words that say who that is.
    """

    words: str
    kind: str
    speaker: str | None
    entity: str | None
    support: tuple[Anchor, ...]
    articles: tuple[str, ...]
    independent: tuple[int, int] = (1, 1)
    identified: tuple[Identified, ...] = ()


OTHER_STORY = "another story"
"""Begins the reason why an article that tells something else is left out."""


class LeftOut(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article or page that is not part of this dossier, and why."""

    about: str
    reason: str
    article: str | None = None
    title: str | None = None


class Coverage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How much was read: counts, outlets, languages, and what was left out or failed."""

    pages: int
    articles: int
    origins: tuple[int, int]
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    undated: tuple[str, ...] = ()
    truncated: tuple[str, ...] = ()


class Heading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The story of a dossier: its id, a title (an article's own) and the days it covers.

    `titles` has the best title of each language a dossier is written in, where it is another.
    """

    id: str
    title: str
    first: str | None = None
    last: str | None = None
    language: str | None = None
    titles: dict[str, str] = {}


class Dossier(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    story: Heading
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    timeline: tuple[TimelineEvent, ...]
    quotes: tuple[Said, ...]
    findings: tuple[Finding, ...]
    passages: tuple[Passage, ...]
    origins: tuple[Origin, ...]
    sightings: tuple[Sighting, ...]
    coverage: Coverage
    since: str | None = None  # id of the earlier dossier's story, where one was given
    news: tuple[News, ...] = ()
