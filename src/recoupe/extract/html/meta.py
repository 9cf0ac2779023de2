"""What a page says of itself: title, times, authors, outlet, host, language, address."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import msgspec

from recoupe.extract.html import jsonld, published
from recoupe.extract.html.visible import Visible
from recoupe.model import Evidence, Page


class Facts(msgspec.Struct):
    """A page's facts, each None or empty where the page does not tell."""

    title: str | None = None
    outlet: str | None = None
    host: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_evidence: Evidence | None = None
    modified: str | None = None
    modified_evidence: Evidence | None = None


def metas(root: Any) -> dict[str, str]:
    """Return the meta tags of the page: name, property, itemprop or http-equiv in lower case to the first content."""
    out: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        if not content or content.isspace():
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name:
                out.setdefault(name.strip().lower(), content.strip())
    return out


def read(root: Any, things: list[jsonld.Thing], shown: Visible, page: Page) -> Facts:
    """Return what the page says of itself."""
    tags = metas(root)
    facts = Facts()
    facts.url = address(root, tags, page)
    facts.host = urlsplit(facts.url).hostname if facts.url else None
    main = next((t for t in things if jsonld.is_article(t)), None)
    facts.title = jsonld.words((main or {}).get("headline")) or tags.get("og:title")
    facts.outlet = tags.get("og:site_name")
    facts.authors = tuple(jsonld.names((main or {}).get("author")))
    facts.language = (root.get("lang") or "")[:2].lower() or None
    pub, mod = published.from_thing(main)
    pub2, mod2 = published.from_metas(tags)
    best = published.choose(pub + pub2)
    if best:
        facts.published, facts.published_evidence = best.moment.iso, best.evidence
    best = published.choose(mod + mod2)
    if best:
        facts.modified, facts.modified_evidence = best.moment.iso, best.evidence
    return facts


def address(root: Any, tags: dict[str, str], page: Page) -> str | None:
    """Return the page's own address: as fetched, else as it names itself."""
    for value in (page.url, *_canonical(root), tags.get("og:url"), tags.get("twitter:url")):
        if value and value.startswith(("http://", "https://")):
            try:
                if urlsplit(value).hostname:
                    return value
            except ValueError:
                continue
    return None


def _canonical(root: Any) -> list[str]:
    return [
        link.get("href", "").strip()
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
