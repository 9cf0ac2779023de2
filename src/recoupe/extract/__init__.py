"""Read: a page to its articles and sightings.

    Page ──┬── text ──> flat.read ──┐
           └── html ──> html.read ──┴──> Reading

Pure: no clock, no network. The two readers are imported when first needed, so that start-up stays fast.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.lesson import Learn, Lesson, learn
from recoupe.model import Article, Page, Reading, ReadSettings

__all__ = ["Learn", "Lesson", "learn", "read", "refer", "template", "together", "visible_text"]


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


def visible_text(page: Page) -> str:
    """Return what a reader of a page sees, the text that `page_start` counts in; "" when there is none."""
    if page.html is None:
        return page.text or ""
    from recoupe.extract import html

    return html.visible_text(page.html)


def refer(articles: Sequence[Article], learn: Learn = learn, *, one_story: bool = False) -> tuple[Article, ...]:
    """Return `articles` with the day each undated one was written, where they say enough together (`reference`).

    `read` does this for one page; call it again with the articles of all pages read together, and a page that names
    no year takes it from another that tells of the same. Articles known to be of `one_story` take the days of those
    that are dated. `learn` gives what an article teaches by itself.
    """
    from recoupe.extract import reference

    return reference.refer(articles, learn, one_story=one_story)


def template(readings: Sequence[Reading], learn: Learn = learn) -> tuple[Reading, ...]:
    """Return `readings` without what pages of one host repeat: its template. Pages read together teach it.

    `learn` gives what an article teaches by itself.
    """
    from recoupe.extract import templates

    return templates.strip(readings, learn)


def together(readings: Sequence[Reading], learn: Learn = learn) -> tuple[Reading, ...]:
    """Return what pages read together teach each other. Same order out.

    Captures of one live blog are one, templates gone, days of writing found; `learn` gives what an article teaches.
    """
    import msgspec

    from recoupe.extract import versions

    taught: dict[int, tuple[Article, Lesson]] = {}  # with the article, so that its number stays its own

    def once(article: Article) -> Lesson:
        if id(article) not in taught:
            taught[id(article)] = article, learn(article)
        return taught[id(article)][1]

    readings = template(versions.merge(readings), once)
    known = iter(refer([article for reading in readings for article in reading.articles], once))
    return tuple(msgspec.structs.replace(r, articles=tuple(next(known) for _ in r.articles)) for r in readings)
