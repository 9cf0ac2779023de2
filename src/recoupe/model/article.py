"""Articles and sightings: what a page holds."""

from __future__ import annotations

import msgspec


class Block(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A block of an article's text, `[start, end)` in characters. Blocks do not overlap and stand in order."""

    kind: str  # heading | paragraph | list | quote | caption
    start: int
    end: int


class Segment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A run of an article's text that stands unchanged on its page: the way back of every anchor.

    `article.text[start:end] == visible[page_start : page_start + end - start]`, where `visible` is the page's visible
    text: the text itself for a flattened page, `extract.html.visible_text(html)` for HTML. `source_start` is the offset
    of the same words in the HTML source where they stand there unchanged (no entity, no tag inside), else None.
    """

    start: int
    end: int
    page_start: int
    source_start: int | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a value is believed: `where` it stands, the exact `words`, and how `sure` (certain, likely, weak)."""

    where: str  # json-ld | meta | microdata | visible | address | feed | record | relative | text | fetched
    words: str
    sure: str = "certain"


class Version(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an update or a live blog said before it was edited: its words then, with their own way back to a page.

    `page` is where these words stand and `segments` lead to them there, as in an Article. `article` is the id that
    reading that page gave them.
    """

    article: str
    page: str
    title: str | None
    text: str
    published: str | None
    modified: str | None = None
    segments: tuple[Segment, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One piece of journalism found on a page.

    `kind` is article, live, update (one dated entry of a live blog, `part_of` names it) or extract (another outlet's
    piece embedded in an aggregator's page). `published` is ISO 8601, with the zone where the page tells it, shorter
    where the page tells less (`2025-08`); None when the page does not tell. `published_between` bounds it when only
    an interval is known ("6 hours ago"). `outlet` published the words, `host` is where they were seen.
    `reference` is the day that relative words ("jeudi") are read from when `published` is None, ISO, with its
    `reference_evidence`; it is set only when the page says enough.
    """

    id: str
    page: str
    kind: str
    title: str | None
    outlet: str | None
    host: str | None
    authors: tuple[str, ...]
    published: str | None
    published_evidence: Evidence | None
    language: str | None
    text: str
    blocks: tuple[Block, ...]
    part_of: str | None = None
    url: str | None = None
    modified: str | None = None
    modified_evidence: Evidence | None = None
    published_between: tuple[str, str] | None = None
    reference: str | None = None
    reference_evidence: Evidence | None = None
    credits: tuple[str, ...] = ()  # agencies credited on the page: AFP, Reuters
    relative_time: str | None = None
    truncated: bool = False
    paywalled: bool = False
    derivative: str | None = None  # "machine translation", "third-party content"
    tags: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()
    also_at: tuple[Segment, ...] = ()  # the same body printed again on the page
    parts: tuple[tuple[int, int], ...] = ()  # runs of a live blog's text that its updates hold as articles of their own
    clock_zone: str | None = None  # zone of all its clock times, as its page says: an IANA name, or "local"
    title_start: int | None = None  # where the headline begins in the visible text, if it stands there unchanged
    entry_id: str | None = None  # what its page calls an update: its id in structured data or markup
    versions: tuple[Version, ...] = ()  # what it said before it was edited, oldest first


class Sighting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A headline seen on a page (ticker, list of links). Never a source. `start`, `end` into the visible text."""

    page: str
    words: str
    outlet: str | None
    language: str | None
    start: int
    end: int
    url: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What reading one page gave. `reason` says why there is nothing, when there is nothing."""

    id: str
    page: str
    articles: tuple[Article, ...]
    sightings: tuple[Sighting, ...]
    reason: str | None = None
