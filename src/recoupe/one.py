"""What the steps make of one page and of one article, before anything is compared.

    page    -> read ──> its articles and sightings; a page that says in which zone its clocks are told tells it of all
    article -> annotate ──> name (who and where), then mentions_of (when, how many, who said what)

A paragraph in another language than its article's is read with the tables of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from recoupe import extract, names, quantities, quotes, times
from recoupe.memory import FORGETFUL, Memory
from recoupe.model import (
    Annotated,
    Article,
    Evidence,
    Name,
    Page,
    Quantity,
    Quote,
    Reading,
    ReadSettings,
    StoryItem,
    Time,
)
from recoupe.text import zones
from recoupe.text.language import Foreign, foreign
from recoupe.text.patterns import compiled
from recoupe.times import TimeContext

M = TypeVar("M", Name, Time, Quantity)


def read(page: Page, settings: ReadSettings, memory: Memory = FORGETFUL) -> Reading:
    """Return the articles and sightings of one page."""
    # where a page lies and where answers are kept tells nothing
    key = memory.key("read", msgspec.structs.replace(page, page=""), msgspec.structs.replace(settings, cache=None))
    return _lying_at(page.page, memory.recall(key, Reading, lambda: _clocked(page, extract.read(page, settings))))


def _clocked(page: Page, reading: Reading) -> Reading:
    """Return a reading whose articles know the zone in which their page says its times are told.

    What the page of a live blog says anywhere holds for its updates, whose clock times are instants then.
    """
    live = next((a for a in reading.articles if a.kind == "live"), None)
    of_page = times.declared_zone(extract.visible_text(page), live.language) if live is not None else None
    zone_of = {a.id: of_page or times.declared_zone(a.text, a.language) for a in reading.articles}
    if not any(zone_of.values()):
        return reading
    articles = (_told_in(a, zone) if (zone := zone_of[a.id]) else a for a in reading.articles)
    return msgspec.structs.replace(reading, articles=tuple(articles))


def _told_in(article: Article, zone: str) -> Article:
    """Return an article whose clock times are told in a zone; the one that stamps an update is as well.

    How far the clocks of the place are ahead of UTC, its page does not say: the story may.
    """
    known = article.kind == "update" and zone != zones.LOCAL
    local = _LOCAL.fullmatch(article.published or "") if known else None
    published = zones.with_offset(local[0], zone) if local else article.published
    return msgspec.structs.replace(article, clock_zone=zone, published=published)


def _lying_at(place: str, reading: Reading) -> Reading:
    """Return a reading of a page that lies at `place`; it may have been kept when the page lay elsewhere."""
    if reading.page == place:
        return reading
    return msgspec.structs.replace(
        reading,
        page=place,
        articles=tuple(msgspec.structs.replace(a, page=place) for a in reading.articles),
        sightings=tuple(msgspec.structs.replace(s, page=place) for s in reading.sightings),
    )


def annotate(article: Article, recognise: names.Recogniser | None = None, *, explain: bool = False) -> Annotated:
    """Return the mentions of one article; `recognise` may find the names, `explain` adds what gave each of them."""
    found = name(article, recognise, explain=explain)
    place = times.event_zone([times.zones_named(found, article.language, names.country)])
    return mentions_of(article, found, place, explain=explain)


def name(article: Article, recognise: names.Recogniser | None = None, *, explain: bool = False) -> list[Name]:
    """Return the names of one article, with what spoke for each where that is to be explained."""

    def find(code: str | None) -> list[Name]:
        return names.find(article.text, language=code, blocks=article.blocks, recognise=recognise, explain=explain)

    return _by_paragraph(article, foreign(article.text, article.language), find)


_LOCAL = compiled(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")
_OFFSET = compiled(r"T\d\d:\d\d(?::\d\d(?:\.\d+)?)?([+-]\d\d:\d\d)$")


def outlet_zone(article: Article) -> str | None:
    """Return the zone that the outlet of an article counts in, as its address tells; None where that is not known."""
    return zones.of_outlet(article.url or article.page)


def _stamped(article: Article) -> str | None:
    """Return the zone of the clock that stamps an update: its words are told by the same. UTC is a machine's clock."""
    stamp = _OFFSET.search(article.published or "") if article.kind == "update" else None
    return stamp[1] if stamp and stamp[1] not in ("+00:00", "-00:00") else None


def mentions_of(
    article: Article, found: Sequence[Name], place: times.EventZone | None, *, explain: bool = False
) -> Annotated:
    """Return all mentions of an article whose names are found; clocks without a zone may be those of its `place`."""
    context = TimeContext(
        reference=article.reference,
        reference_from=_source(article.reference_evidence),
        outlet_zone=outlet_zone(article) or _stamped(article),
        place_zone=place.name if place is not None else None,
        place_sure=place is None or place.sure,
        declared_zone=article.clock_zone,
    )

    def when(code: str | None) -> list[Time]:
        return times.find(article.text, language=code, published=article.published, context=context, explain=explain)

    others = foreign(article.text, article.language)
    found_times = _by_paragraph(article, others, when)
    counted = _by_paragraph(
        article, others, lambda code: quantities.find(article.text, language=code, times=found_times)
    )
    return Annotated(
        times=tuple(found_times),
        names=tuple(found),
        quantities=tuple(map(quantities.explained, counted) if explain else counted),
        quotes=tuple(said(article, others, found)),
    )


def said(article: Article, others: Sequence[Foreign], found: Sequence[Name]) -> list[Quote]:
    """Return the quotations of an article whose names are found; `others` are its paragraphs in other languages."""
    return quotes.find(article.text, language=article.language, names=found, blocks=article.blocks, foreign=others)


def _by_paragraph(article: Article, others: Sequence[Foreign], find: Callable[[str | None], list[M]]) -> list[M]:
    """Return what `find` finds with the tables of a language: of each paragraph what its own language finds there,
    `others` being those in another than the article's."""
    found = find(article.language)
    if not others:
        return found
    kept = [m for m in found if not any(o.start <= m.start < o.end for o in others)]
    for code in sorted({o.language for o in others}):
        mine = [o for o in others if o.language == code]
        kept += [m for m in find(code) if any(o.start <= m.start < o.end for o in mine)]
    return sorted(kept, key=lambda m: m.start)


def _source(evidence: Evidence | None) -> str | None:
    return f"{evidence.where}, '{evidence.words}'" if evidence is not None else None


def story_item(article: Article) -> StoryItem:
    """Return what the stories step needs of an article."""
    return StoryItem(
        id=article.id,
        title=article.title,
        text=article.text,
        language=article.language,
        published=article.published or article.reference,
        part_of=article.part_of,
    )


class Asking(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Words `[start, end)` that ask whom the story means by a speaker; the article prints the speaker as `words`."""

    words: str
    name: str
    start: int
    end: int
    asked: names.Asked


def asking(article: Article, quotes: Sequence[Quote], found: Sequence[Name]) -> tuple[Asking, ...]:
    """Return what asks for the speakers whom an article does not name; names are `found` in it."""
    named = {n.entity for n in own(article, Annotated(names=tuple(found))).names if not n.role}
    out = []
    for speaker in (s for quote in quotes for s in quote.speaker[:1]):
        words = speaker.entity
        if words in named or speaker.name in named:
            continue
        start, end = speaker.start, speaker.end
        asked = names.asked(article.text, start, end, found, article.language)
        if asked is None and words != speaker.name:  # "he" for "the mayor" is printed somewhere before it
            start = article.text.rfind(words, 0, speaker.start)
            end = start + len(words)
            asked = names.asked(article.text, start, end, found, article.language) if start >= 0 else None
        if asked is not None:
            out.append(Asking(words, speaker.name, start, end, asked))
    return tuple(out)


def own(article: Article, found: Annotated) -> Annotated:
    """Return the mentions that are not those of a live blog's updates, which are articles of their own."""
    if not article.parts:
        return found

    def own(start: int) -> bool:
        return not any(low <= start < high for low, high in article.parts)

    return Annotated(
        times=tuple(t for t in found.times if own(t.start)),
        names=tuple(n for n in found.names if own(n.start)),
        quantities=tuple(q for q in found.quantities if own(q.start)),
        quotes=tuple(q for q in found.quotes if own(q.content[0][0])),
    )
