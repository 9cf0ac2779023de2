"""One HTML page to its Reading: the order of the readers in this folder, nothing else."""

from __future__ import annotations

import itertools
from typing import Any

import msgspec

from recoupe.extract import heads
from recoupe.extract.dates import Ago
from recoupe.extract.flat.assemble import between, cut_off
from recoupe.extract.furniture import disclaimer, in_parts, kind_of, paywall
from recoupe.extract.html import (
    align,
    blocks,
    body,
    build,
    cards,
    jsonld,
    links,
    live,
    live_markup,
    live_microdata,
    live_structured,
    meta,
    parse,
    scripted,
    several,
    trim,
)
from recoupe.extract.html.blocks import Piece
from recoupe.extract.html.meta import Facts
from recoupe.extract.html.source import Source
from recoupe.extract.html.visible import Visible
from recoupe.extract.lines import hashtags
from recoupe.model import Article, Evidence, Page, Reading, ReadSettings, Sighting
from recoupe.model.ids import digest
from recoupe.text.language import identify

_NOTES = 8  # lines behind a body in which a paywall or a disclaimer speaks of it
_FEWEST_CHARACTERS = 25
_PROSE = 120  # characters from which a line is prose
_MOST = 0.5  # share of the page's prose that the extractor's main pass must hold
_SHORT = 500  # characters under which its comparison is asked in any case


def read(page: Page, settings: ReadSettings) -> Reading:
    """Return the articles and sightings of `page.html`."""
    source = page.html or ""
    root = parse.tree(source)
    if root is None:
        return _empty(page, "the page holds no HTML")
    things = jsonld.things(root)
    shown = scripted.shown(root, things)
    if not shown.text:
        return _empty(page, "the page shows no text")
    return _Reader(page, settings, root, shown, things).read()


class _Notes(msgspec.Struct, frozen=True):
    """What the page says beside its body: that it is cut off, for those who pay, or not its own words."""

    paywalled: bool
    truncated: bool
    derivative: str | None


class _Reader:
    """What the readers of one page share."""

    def __init__(
        self, page: Page, settings: ReadSettings, root: Any, shown: Visible, things: list[jsonld.Thing]
    ) -> None:
        self.page = page
        self.settings = settings
        self.root = root
        self.shown = shown
        self.packed = align.pack(shown.text)
        self.source = Source(page.html or "", shown.text)
        self.things = things

    def read(self) -> Reading:
        chosen = self._chosen()
        facts = meta.read(self.root, self.things, self.shown, self.page, self._known(chosen))
        found = cards.find(self.shown, facts.names, facts.host, facts.language)
        pieces = self._own_pieces([p for p in chosen if not _overlaps(p, found)], facts)
        entries = self._entries(facts)
        articles = self._articles(pieces, entries, facts)
        articles += [self._extract(card, facts) for card in found]
        articles = heads.placed(articles, self.shown.text)
        whole = [card.place for card in found] + [entry.place for entry in entries]
        sightings = self._sightings(articles, facts, whole)
        reason = None if articles else self._reason(chosen, sightings)
        return Reading(
            id=self.page.id, page=self.page.page, articles=tuple(articles), sightings=tuple(sightings), reason=reason
        )

    def _chosen(self) -> list[Piece]:
        """Return the blocks that the extractor chose, by their places in the visible text.

        Its main pass is taken when it holds most of the page's prose; else its comparison with other extractors.
        """
        chosen = self._placed(body.choose(self.root, self.shown, fast=True))
        told = sum(b - a for _, places in chosen for a, b in places)
        prose = sum(len(line) for line in self.shown.text.split("\n") if len(line) >= _PROSE)
        if told >= _MOST * prose and told >= _SHORT:
            return chosen
        return self._placed(body.choose(self.root, self.shown)) or chosen

    def _placed(self, chosen: list[body.Chosen]) -> list[Piece]:
        places = align.locate([block.text for block in chosen], self.packed)
        return [(block.kind, where) for block, where in zip(chosen, places, strict=True) if where]

    def _known(self, pieces: list[Piece]) -> meta.Known:
        places = [place for _, where in pieces for place in where]
        sample = " ".join(self.shown.text[a:b] for a, b in places[:40])
        # What stands before the first prose may be the headline, its date line, its kicker.
        prose = next((a for a, b in places if b - a >= _PROSE), None)
        first = places[0][0] if places else None
        begins = prose if prose is not None and first is not None and first <= prose < first + _SHORT else first
        return meta.Known(sample, begins)

    def _own_pieces(self, chosen: list[Piece], facts: Facts) -> list[Piece]:
        """Return the blocks of the page's own article, none when the page is a list of others."""
        if not facts.says_article and trim.listing(chosen, self.root, self.shown):
            return []
        around = trim.Around(facts.titles, facts.authors, facts.outlet, facts.heading)
        pieces = trim.trim(chosen, self.root, self.shown, around)
        pieces = blocks.with_quotations(blocks.with_headings(pieces, self.root, self.shown), self.root, self.shown)
        pieces = trim.before_offers(pieces, self.shown)
        pieces = trim.with_summary(pieces, self.root, self.shown, facts.head)
        return trim.with_lead(pieces, facts.descriptions, facts.head, self.shown)

    def _entries(self, facts: Facts) -> list[live.Entry]:
        """Return the live blog's entries in page order: as structured data tells them, and what markup shows beside."""
        told = live_structured.entries(self.things, self.shown, self.packed)
        if not told and live_microdata.KIND in (self.page.html or ""):
            told = live_microdata.entries(self.root, self.shown)
        says = bool(told) or jsonld.LIVE in jsonld.types(facts.main or {}) or live_markup.told(facts.title, facts.url)
        marked = live_markup.entries(self.root, self.shown, told=says, language=facts.language)
        entries = live.join(told, marked)
        live.under_days(entries, self.shown.text, facts.language)
        live.date(entries, facts.published, facts.modified)
        return entries

    def _articles(self, pieces: list[Piece], entries: list[live.Entry], facts: Facts) -> list[Article]:
        """Return the page's own article, or its live blog and the updates; none when there is too little."""
        text = build.put_together(live.whole(pieces, entries), self.shown, self.source)
        if sum(c.isalnum() for c in text.text[:200]) < _FEWEST_CHARACTERS:
            return []
        is_live = bool(entries) or jsonld.LIVE in jsonld.types(facts.main or {})
        own = self._own(facts, text, "live" if is_live else "article", entries)
        return [own, *(self._update(own, entry) for entry in live.in_order(entries))]

    def _own(self, facts: Facts, text: build.Text, kind: str, entries: list[live.Entry]) -> Article:
        notes = self._notes(text, facts)
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
            paywalled=notes.paywalled,
            truncated=notes.truncated,
            derivative=notes.derivative,
            tags=facts.tags or self._hashtags(text),
            parts=live.parts([(s.start, s.end, s.page_start) for s in text.segments], entries),
        )

    def _hashtags(self, text: build.Text) -> tuple[str, ...]:
        """Return the hashtags that the page prints right behind the body."""
        end = text.segments[-1].page_start + text.segments[-1].end - text.segments[-1].start
        lines = [line for line in self.shown.text[end : end + 600].split("\n") if line.strip()][:4]
        return tuple(dict.fromkeys(tag for line in lines for tag in hashtags(line)))

    def _notes(self, text: build.Text, facts: Facts) -> _Notes:
        """Return what the lines behind the body, and structured data, say of it."""
        taken = [(s.page_start, s.page_start + s.end - s.start) for s in text.segments]
        behind = itertools.takewhile(lambda place: not trim.prose(self.shown.text[slice(*place)]), reversed(taken))
        lines = trim.lines_beside(self.shown, taken[-1 - sum(1 for _ in behind) :], 2_000, _NOTES)
        blocks = [text.text[b.start : b.end] for b in (*text.blocks[:3], *text.blocks[-3:])]
        whole = jsonld.words((facts.main or {}).get("articleBody"))
        shorter = whole is not None and len(whole.split()) > 1.5 * len(text.text.split()) + 20
        noted = any(paywall(line) for line in lines if len(line) < 400)
        goes_on = several.goes_on(self.root, facts.url) or any(in_parts(line) for line in lines)
        return _Notes(
            paywalled=facts.paywalled or noted,
            truncated=cut_off(text.text) or shorter or noted or goes_on,
            derivative=next((kind for line in (*blocks, *lines) if (kind := disclaimer(line))), None),
        )

    def _update(self, own: Article, entry: live.Entry) -> Article:
        text = build.put_together(entry.pieces, self.shown, self.source)
        language = identify(text.text, own.language) if len(text.text) > 200 else own.language
        return Article(
            id=digest(self.page.id, "update", own.id, entry.title or "", text.text[:300]),
            page=self.page.page,
            kind="update",
            title=entry.title if align.squeeze(entry.title or "") != align.squeeze(text.text) else None,
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
            entry_id=entry.name,
        )

    def _extract(self, card: cards.Card, facts: Facts) -> Article:
        text = build.put_together(card.pieces, self.shown, self.source)
        age: Ago | None = card.ago
        return Article(
            id=digest(self.page.id, "extract", "", card.title, text.text[:300]),
            page=self.page.page,
            kind="extract",
            title=card.title,
            outlet=card.outlet,
            host=facts.host or self.page.outlet or facts.outlet,
            authors=(),
            published=card.published,
            published_evidence=Evidence(where="visible", words=card.stamp) if card.published else None,
            language=identify(text.text, facts.language),
            text=text.text,
            blocks=text.blocks,
            segments=text.segments,
            url=card.url,
            published_between=between(self.page.fetched, age),
            relative_time=age.words if age else None,
            truncated=cut_off(text.text),
        )

    def _sightings(self, articles: list[Article], facts: Facts, whole: list[tuple[int, int]]) -> list[Sighting]:
        """Return the headlines beside the articles; `whole` are cards and entries, their own headlines included."""
        told = [(s.page_start, s.page_start + s.end - s.start) for article in articles for s in article.segments]
        taken = trim.merged(told + whole)
        about = (facts.outlet, facts.host, facts.language, facts.url)
        return links.sightings(self.root, self.shown, taken, self.page, about)

    def _reason(self, chosen: list[Piece], sightings: list[Sighting]) -> str:
        lines = [self.shown.text[a:b] for _, places in chosen for a, b in places] or self.shown.text.split("\n")[:60]
        if any(kind_of(line) == "consent" for line in lines if len(line) < 1_000):
            return "only a consent wall, no article"
        return "only headlines, no article" if len(sightings) > 3 else "no article was found on the page"


def _overlaps(piece: Piece, found: list[cards.Card]) -> bool:
    return any(a < card.place[1] and card.place[0] < b for card in found for a, b in piece[1])


def _empty(page: Page, reason: str) -> Reading:
    return Reading(id=page.id, page=page.page, articles=(), sightings=(), reason=reason)
