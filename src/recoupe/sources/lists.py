"""Lists of addresses: OPML (the feeds a reader follows) and sitemaps (sitemaps.org, with Google's news fields).

Both are read as streams, so that a sitemap of 50,000 addresses costs no more memory than its bytes; entities are not
resolved and nothing is loaded from elsewhere.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from recoupe.model import Page

WEB = ("http://", "https://")
"""What an address of the web begins with."""
_ROOTS = ("<opml", "<urlset", "<sitemapindex")
_ROOT = re.compile(rb"<((?:rss|feed|rdf:rdf|opml|urlset|sitemapindex)\b)", re.IGNORECASE)


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An address that a list or a feed names, with what it says of the page there. `words` is what the feed itself
    prints of it: a teaser, read when the address cannot be."""

    url: str
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    words: Page | None = None


def looks_like_list(head: str) -> bool:
    """Tell whether a document is OPML or a sitemap, by its first characters."""
    head = head.lower()
    return any(root in head for root in _ROOTS) and "<html" not in head


def breaks_off(data: bytes) -> bool:
    """Tell whether a list or a feed in XML ends before its outermost element is closed, in any charset."""
    head, tail = data[:4096].replace(b"\0", b""), data[-4096:].replace(b"\0", b"")
    root = _ROOT.search(head)
    return root is not None and b"</" + root[1].lower() not in tail.lower()


def read(data: bytes) -> Iterator[Link]:
    """Yield the addresses a list names, in order; a document that breaks off gives those before the break."""
    from lxml import etree

    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False
        ):
            name = etree.QName(element).localname.lower()
            if name == "outline":
                url = element.get("xmlUrl") or element.get("xmlurl") or ""
                if url.strip():
                    yield Link(url=url.strip(), title=None)
            elif name in ("url", "sitemap"):
                link = _entry(element, etree)
                if link:
                    yield link
            else:
                continue
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError):  # ValueError: a tag that is no name
        return


def _entry(element: Any, etree: Any) -> Link | None:
    """Return what a `<url>` or `<sitemap>` says. `lastmod` is no date of publication and is passed over."""
    said: dict[str, str] = {}
    for part in element.iter(etree.Element):
        if part.text and part.text.strip():
            said.setdefault(etree.QName(part).localname.lower(), part.text.strip())
    if "loc" not in said:
        return None
    return Link(
        url=said["loc"],
        outlet=said.get("name"),
        published=said.get("publication_date"),
        language=said.get("language"),
        title=said.get("title"),
    )
