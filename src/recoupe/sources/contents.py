"""What some bytes hold, whatever they came from: page records, a list of addresses, a feed, or one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol

from recoupe.model import Page, PageRefused, ReadSettings, RecoupeError
from recoupe.sources import feeds, lists, records
from recoupe.sources.decoded import HTML_SUFFIXES, PACKED, inflated, page_of

RECORD_SUFFIXES = (".json", ".jsonl", ".ndjson")


class Follow(Protocol):
    """Opens the addresses a list or a feed names. Gives pages and errors, never raises."""

    def __call__(self, place: str, links: Iterable[lists.Link]) -> Iterator[Page | RecoupeError]: ...


def read(
    place: str,
    data: bytes,
    settings: ReadSettings,
    *,
    name: str = "",
    charset: str | None = None,
    follow: Follow | None = None,
    from_web: bool = False,
) -> Iterator[Page | RecoupeError]:
    """Yield what `data` holds. `name` is the file's, in small letters, "" where nothing is known but the bytes.

    `follow` opens the addresses of a list; without it a list is an error. Those of a feed are opened only when the
    feed itself came `from_web`: reading files asks nothing of the network.
    """
    if data.startswith(PACKED) and len(data) <= settings.max_bytes:
        try:
            data = inflated(place, data, settings.max_bytes)
        except RecoupeError as error:
            yield error
            return
    head = data[:2048].replace(b"\0", b"").decode("latin-1")  # the tags of UTF-16 too
    if name.endswith(RECORD_SUFFIXES) or (not name and is_json(head)):
        found: Iterator[Page | lists.Link | RecoupeError] = records.read(
            place, data.splitlines(keepends=True), settings, follow=from_web
        )
    elif len(data) > settings.max_bytes or name.endswith(HTML_SUFFIXES):
        yield from page_of(place, data, settings, charset=charset, html=name.endswith(HTML_SUFFIXES) or None)
        return
    elif lists.looks_like_list(head):
        yield from _list(place, data, follow)
        return
    elif feeds.looks_like_feed(head):
        found = feeds.read(place, data, follow=from_web)
    else:
        yield from page_of(place, data, settings, charset=charset)
        return
    yield from opened(place, found, follow)


def opened(
    place: str, found: Iterable[Page | lists.Link | RecoupeError], follow: Follow | None
) -> Iterator[Page | RecoupeError]:
    """Yield what was found, the links among it opened in their place."""
    for item in found:
        if not isinstance(item, lists.Link):
            yield item
        elif follow:
            yield from follow(place, (item,))
        elif item.words:
            yield item.words


def _list(place: str, data: bytes, follow: Follow | None) -> Iterator[Page | RecoupeError]:
    if follow is None:
        yield PageRefused(place, "a list of addresses", "give it by its own name and they are fetched")
        return
    links = lists.read(data)
    first = next(links, None)
    if first is None:
        yield PageRefused(place, "a list without addresses", "give OPML with feeds, or a sitemap with pages")
        return
    yield from follow(place, chain((first,), links))
    if lists.breaks_off(data):
        yield PageRefused(place, "it breaks off: addresses behind the break are not known", "fetch it again")


def is_json(head: str) -> bool:
    """Tell whether bytes without a telling name are JSON: an object or a list of objects. "[Live] ..." is text."""
    return bool(re.match(r"(?:ï»¿)?\s{0,99}(?:\{\s{0,99}[\"}]|\[\s{0,99}\{)", head))
