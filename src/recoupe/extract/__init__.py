"""Read: a page to its articles and sightings.

    Page ──┬── text ──> flat.read ──┐
           └── html ──> html.read ──┴──> Reading

Pure: no clock, no network. The two readers are imported when first needed, so that start-up stays fast.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.daywords import DayWord, FindDayWords
from recoupe.extract.daywords import find as day_words
from recoupe.extract.templates import BlocksOf, printed
from recoupe.model import Article, Page, Reading, ReadSettings

__all__ = ["DayWord", "day_words", "printed", "read", "refer", "template", "together"]


def read(page: Page, settings: ReadSettings = ReadSettings()) -> Reading:  # noqa: B008  (frozen)
    """Return the articles and sightings found on `page`.

    A page with nothing to read gives an empty Reading whose `reason` says why; it never raises on strange content.
    """
    if page.html is not None:
        from recoupe.extract import html

        return html.read(page, settings)
    if page.text is not None:
        from recoupe.extract import flat

        return flat.read(page, settings)
    return Reading(id=page.id, page=page.page, articles=(), sightings=(), reason="the page holds neither HTML nor text")


def refer(articles: Sequence[Article], find: FindDayWords = day_words) -> tuple[Article, ...]:
    """Return `articles` with the day each undated one was written, where they say enough together (`reference`).

    `read` does this for one page; call it again with the articles of all pages read together, and a page that names
    no year takes it from another that tells of the same. `find` gives the day words of a text in a language.
    """
    from recoupe.extract import reference

    return reference.refer(articles, find)


def template(readings: Sequence[Reading], blocks_of: BlocksOf = printed) -> tuple[Reading, ...]:
    """Return `readings` without what pages of one host repeat: its template. Pages read together teach it.

    `blocks_of` gives the words of an article's blocks.
    """
    from recoupe.extract import templates

    return templates.strip(readings, blocks_of)


def together(
    readings: Sequence[Reading], find: FindDayWords = day_words, blocks_of: BlocksOf = printed
) -> tuple[Reading, ...]:
    """Return what pages read together teach each other. Same order out.

    Captures of one live blog are one, templates gone (from what `blocks_of` gives), days of writing found (from what
    `find` gives).
    """
    import msgspec

    from recoupe.extract import versions

    readings = template(versions.merge(readings), blocks_of)
    known = iter(refer([article for reading in readings for article in reading.articles], find))
    return tuple(msgspec.structs.replace(r, articles=tuple(next(known) for _ in r.articles)) for r in readings)
