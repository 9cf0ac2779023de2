"""Addresses, and what they name: a page, or a feed or list whose addresses are opened in turn.

    address ── fetch ──> bytes ── contents ──┬──> pages
       ^                                     │
       └──────────── links ──────────────────┘   (at most LEVELS deep: OPML, feed, page)

One Web serves one run: it knows each host's robots.txt and when it was last asked, which addresses were opened, and how
many more may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin

import msgspec

from recoupe.model import Page, PageRefused, ReadSettings, RecoupeError
from recoupe.sources import contents
from recoupe.sources.cache import FolderCache
from recoupe.sources.fetch import Fetcher, FetchSettings
from recoupe.sources.lists import Link

LEVELS = 3
"""How deep links are followed: a sitemap index names sitemaps, which name pages; OPML names feeds, which name pages."""


class Web:
    """Opens addresses politely. `fetcher` is passed in where its limits are not the settings'. Raises SettingError."""

    def __init__(self, settings: ReadSettings, fetcher: Fetcher | None = None) -> None:
        self._settings = settings
        limits = FetchSettings(max_bytes=settings.max_bytes, allow_private=settings.allow_private)
        self._fetcher = fetcher or Fetcher(limits, cache=FolderCache(settings.cache) if settings.cache else None)
        self._opened: set[str] = set()
        self._left = settings.max_links

    def open(self, url: str) -> Iterator[Page | RecoupeError]:
        """Yield the page at an address, or the pages that the feed or list there names."""
        yield from self._open(url, 0)

    def follow(self, place: str, links: Iterable[Link]) -> Iterator[Page | RecoupeError]:
        """Yield the pages at the addresses that `place` names, each opened once a run."""
        yield from self._follow(place, links, 1)

    def _open(self, url: str, level: int) -> Iterator[Page | RecoupeError]:
        self._opened.add(urldefrag(url).url)
        try:
            fetched = self._fetcher.fetch(url)
        except RecoupeError as error:
            yield error
            return

        def follow(place: str, links: Iterable[Link]) -> Iterator[Page | RecoupeError]:
            base = (msgspec.structs.replace(link, url=_joined(fetched.url, link.url)) for link in links)
            return self._follow(place, base, level + 1)

        for page in contents.read(
            url, fetched.data, self._settings, charset=fetched.charset, follow=follow, from_web=True
        ):
            if isinstance(page, Page) and not page.url:
                yield msgspec.structs.replace(page, url=fetched.url)
            else:
                yield page

    def _follow(self, place: str, links: Iterable[Link], level: int) -> Iterator[Page | RecoupeError]:
        for link in links:
            if urldefrag(link.url).url in self._opened:
                continue
            if level > LEVELS:
                yield PageRefused(link.url, f"named {level} lists deep, by {place}", "give its address itself")
                return
            if self._left <= 0:
                if self._left == 0:  # said once
                    words = f"names more than the {self._settings.max_links} addresses that are followed"
                    yield PageRefused(place, words, "raise --max-links")
                self._left = -1
                return
            self._left -= 1
            yield from self._said(link, self._open(link.url, level))

    def _said(self, link: Link, pages: Iterator[Page | RecoupeError]) -> Iterator[Page | RecoupeError]:
        """Yield pages with what the list said of them; the feed's own words of it when the address cannot be read."""
        said = {k: v for k in ("outlet", "published", "language", "title") if (v := getattr(link, k))}
        for page in pages:
            if isinstance(page, Page):
                yield msgspec.structs.replace(page, **{k: v for k, v in said.items() if not getattr(page, k)})
                continue
            yield page
            if link.words:
                yield link.words


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:  # a bracket that opens no IPv6 address: refused by name when it is fetched
        return url
