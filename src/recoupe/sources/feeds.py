"""Feeds (RSS, Atom, JSON Feed): a page an entry, with what the feed says of it beside its words."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from recoupe.model import Page, PageUnreadable, ReadSettings, RecoupeError
from recoupe.model.ids import digest

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
_ROOTS = ("<rss", "<feed", "<rdf:rdf")


def looks_like_feed(text: str) -> bool:
    """Tell whether `text` is an RSS, RDF or Atom document, by its first tags."""
    head = text[:2048].lower()
    return any(root in head for root in _ROOTS) and "<html" not in head


def read(place: str, data: bytes, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield a page for each entry that has words of its own; links without words are no pages."""
    import feedparser

    parsed = feedparser.parse(data, sanitize_html=False)
    outlet = parsed.feed.get("title")
    language = parsed.feed.get("language")
    found = 0
    for number, entry in enumerate(parsed.entries, 1):
        body = max((str(c.get("value", "")) for c in entry.get("content", [])), key=len, default="")
        body = body or str(entry.get("summary", ""))
        if not body.strip():
            continue
        found += 1
        url = entry.get("link")
        yield Page(
            id=digest(url or f"{number}", body),
            page=f"{place}#{number}",
            html=f"<article>{body}</article>",
            url=url,
            outlet=outlet,
            published=_iso(entry),
            language=language,
            title=entry.get("title"),
        )
    if not found:
        reason = "no entries with words in this feed"
        if parsed.bozo and not parsed.entries:
            reason = f"not a feed: {parsed.get('bozo_exception')}"
        yield PageUnreadable(place, reason, "give the addresses of its entries, or another feed")


def read_json(place: str, feed: dict[str, Any], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield a page for each item of a JSON Feed (jsonfeed.org, version 1 and 1.1)."""
    for number, item in enumerate(feed.get("items") or [], 1):
        if not isinstance(item, dict):
            continue
        html, text = item.get("content_html"), item.get("content_text") or item.get("summary")
        if not (html or text):
            continue
        yield Page(
            id=digest(str(item.get("url") or item.get("id") or number), str(html or text)),
            page=f"{place}#{number}",
            html=f"<article>{html}</article>" if html else None,
            text=None if html else str(text),
            url=item.get("url"),
            outlet=feed.get("title"),
            published=item.get("date_published"),
            language=item.get("language") or feed.get("language"),
            title=item.get("title"),
        )


def _iso(entry: Any) -> str | None:
    """Return the entry's date with its zone: as printed when that is ISO 8601, else the instant in UTC."""
    printed = str(entry.get("published") or "")
    try:
        datetime.fromisoformat(printed.replace("Z", "+00:00"))
        return printed
    except ValueError:
        pass
    parsed = entry.get("published_parsed")
    return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else None


def is_json_feed(data: Any) -> bool:
    """Tell whether decoded JSON is a JSON Feed."""
    return isinstance(data, dict) and str(data.get("version", "")).startswith("https://jsonfeed.org/")
