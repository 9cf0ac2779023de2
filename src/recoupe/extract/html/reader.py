"""One HTML page to its Reading: the order of the readers in this folder, nothing else."""

from __future__ import annotations

from typing import Any

from recoupe.extract.html import (
    align,
    body,
    build,
    jsonld,
    live,
    live_markup,
    live_structured,
    meta,
    parse,
    trim,
    visible,
)
from recoupe.extract.html.meta import Facts
from recoupe.extract.html.visible import Visible
from recoupe.model import Article, Page, Reading, ReadSettings
from recoupe.model.ids import digest
from recoupe.text.language import identify


def read(page: Page, settings: ReadSettings) -> Reading:
    """Return the articles and sightings of `page.html`."""
    source = page.html or ""
    root = parse.tree(source)
    if root is None:
        return _empty(page, "the page holds no HTML")
    shown = visible.of(root)
    if not shown.text:
        return _empty(page, "the page shows no text")
    return _Reader(page, settings, root, shown).read()


class _Reader:
    """What the readers of one page share."""

    def __init__(self, page: Page, settings: ReadSettings, root: Any, shown: Visible) -> None:
        self.page = page
        self.settings = settings
        self.root = root
        self.shown = shown
        self.packed = align.pack(shown.text)
        self.source = build.Source(page.html or "")

    def read(self) -> Reading:
        things = jsonld.things(self.root)
        pieces = self._chosen()
        places = [place for _, where in pieces for place in where]
        sample = " ".join(self.shown.text[a:b] for a, b in places[:40])
        known = meta.Known(sample, places[0][0] if places else None)
        facts = meta.read(self.root, things, self.shown, self.page, known)
        around = trim.Around(facts.titles, facts.authors, facts.outlet)
        pieces = trim.trim(pieces, self.root, self.shown, around)
        pieces = trim.with_lead(pieces, facts.descriptions, facts.head, self.shown)
        entries = self._entries(things, facts)
        text = build.put_together(live.whole(pieces, entries), self.shown, self.source)
        if not text.text and not entries:
            return _empty(self.page, "no article was found on the page")
        is_live = bool(entries) or "liveblogposting" in jsonld.types(facts.main or {})
        own = self._own(facts, text, "live" if is_live else "article", entries)
        articles = [own, *(self._update(own, entry) for entry in live.in_order(entries))]
        return Reading(id=self.page.id, page=self.page.page, articles=tuple(articles), sightings=())

    def _chosen(self) -> list[trim.Piece]:
        """Return the blocks that the extractor chose, by their places in the visible text."""
        chosen = body.choose(self.root, fast=self.settings.profile == "fast")
        places = align.locate([block.text for block in chosen], self.packed)
        return [(block.kind, where) for block, where in zip(chosen, places, strict=True) if where]

    def _entries(self, things: list[jsonld.Thing], facts: Facts) -> list[live.Entry]:
        """Return the live blog's entries in page order: as structured data tells them, and what markup shows beside."""
        told = live_structured.entries(things, self.shown, self.packed)
        marked = live_markup.entries(self.root, self.shown, facts.title, facts.url)
        if len(told) < 2 and len(marked) > len(told):
            told = []
        taken = [e.place for e in told]
        entries = told + [e for e in marked if not any(a < e.place[1] and e.place[0] < b for a, b in taken)]
        entries.sort(key=lambda e: e.place)
        live.date(entries, facts.published, facts.modified)
        return entries

    def _own(self, facts: Facts, text: build.Text, kind: str, entries: list[live.Entry]) -> Article:
        return Article(
            id=digest(self.page.id, kind, "", facts.title or "", text.text[:300]),
            page=self.page.page,
            kind=kind,
            title=facts.title,
            outlet=facts.outlet,
            host=facts.host,
            authors=facts.authors,
            published=facts.published,
            published_evidence=facts.published_evidence,
            language=facts.language,
            text=text.text,
            blocks=text.blocks,
            segments=text.segments,
            url=facts.url,
            modified=facts.modified,
            modified_evidence=facts.modified_evidence,
            paywalled=facts.paywalled,
            parts=live.parts([(s.start, s.end, s.page_start) for s in text.segments], entries),
        )

    def _update(self, own: Article, entry: live.Entry) -> Article:
        text = build.put_together(entry.pieces, self.shown, self.source)
        language = own.language
        if len(text.text) > 200:
            language = identify(text.text) or language
        return Article(
            id=digest(self.page.id, "update", own.id, entry.title or "", text.text[:300]),
            page=self.page.page,
            kind="update",
            title=entry.title,
            outlet=own.outlet,
            host=own.host,
            authors=entry.authors,
            published=entry.moment.iso if entry.moment else None,
            published_evidence=entry.evidence,
            language=language,
            text=text.text,
            blocks=text.blocks,
            segments=text.segments,
            part_of=own.id,
            url=entry.url or own.url,
            modified=entry.modified.iso if entry.modified else None,
            relative_time=entry.clock if entry.moment is None else None,
        )


def _empty(page: Page, reason: str) -> Reading:
    return Reading(id=page.id, page=page.page, articles=(), sightings=(), reason=reason)
