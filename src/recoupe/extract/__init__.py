"""Read: a page to its articles and sightings.

    Page ──┬── text ──> flat.read ──┐
           └── html ──> html.read ──┴──> Reading

Pure: no clock, no network. The two readers are imported when first needed, so that start-up stays fast.
"""

from __future__ import annotations

from recoupe.model import Page, Reading, ReadSettings

__all__ = ["read"]


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
