"""Floor 4: where pages come from. `open_pages` is the door: it gives a Page, or the error of that page, one at a time.

files  paths, folders, globs, standard input ─┬─> contents: what some bytes hold
web    addresses, and what they name ─────────┘     records  .json and .jsonl page records
warc, parquet  archives, streamed                   feeds    RSS, Atom, JSON Feed
fetch  polite and safe; cache  between runs         lists    OPML, sitemaps
                                                    decoded  one page
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from recoupe.model import Page, ReadSettings, RecoupeError

if TYPE_CHECKING:
    from recoupe.sources.lists import Link
    from recoupe.sources.web import Web


def open_pages(places: Iterable[str], settings: ReadSettings, web: Web | None = None) -> Iterator[Page | RecoupeError]:
    """Yield the pages at `places` (paths, folders, globs, addresses, "-") in the order given, errors among them.

    A page that cannot be opened is an error in the stream, never an exception: the others are still read. Addresses
    are opened by `web`, by one made of `settings` when there is none.
    """
    from recoupe.sources import files

    def the_web() -> Web:
        nonlocal web
        if web is None:
            from recoupe.sources.web import Web

            web = Web(settings)
        return web

    def follow(place: str, links: Iterable[Link]) -> Iterator[Page | RecoupeError]:
        return the_web().follow(place, links)

    for place in places:
        try:
            if place[:8].lower().startswith(("http://", "https://")):
                yield from the_web().open(place)
            else:
                yield from files.open_place(place, settings, follow)
        except RecoupeError as error:
            yield error
