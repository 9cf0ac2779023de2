"""Read HTML pages: the page's own article or live blog, its updates, other outlets' extracts, headlines in passing.

source ── parse ──> tree ──┬── visible ──> visible text ─────────────┐
                           ├── body (trafilatura) ── align ── build ─┼──> articles with segments
                           ├── jsonld, meta ──> title, dates, people ┤
                           └── live, cards, links ───────────────────┘──> updates, extracts, sightings
"""

from __future__ import annotations

from recoupe.model import Page, Reading, ReadSettings

__all__ = ["read", "visible_text"]


def visible_text(source: str) -> str:
    """Return the visible text of an HTML page in the normal form that `visible` defines; "" when there is none."""
    from recoupe.extract.html import jsonld, parse, scripted

    root = parse.tree(source)
    return "" if root is None else scripted.shown(root, jsonld.things(root)).text


def read(page: Page, settings: ReadSettings = ReadSettings()) -> Reading:  # noqa: B008  (frozen)
    """Return the articles and sightings of an HTML page. Never raises; `reason` tells why it is empty."""
    from recoupe.extract.html import reader

    return reader.read(page, settings)
