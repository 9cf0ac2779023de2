"""Feeds (RSS, Atom, JSON Feed): a page an entry, with what the feed says of it beside its words.

Many feeds print only a teaser. Where links may be followed (the feed itself came from an address), an entry of fewer
than `TEASER` characters is a Link, which keeps the teaser; else its words are the page, however few.
"""

from __future__ import annotations

import calendar
import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from recoupe.model import Page, PageUnreadable, RecoupeError
from recoupe.model.ids import digest
from recoupe.sources.lists import WEB, Link, breaks_off
from recoupe.text.patterns import compiled

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
TEASER = 700
"""Characters of an entry's words, tags aside, below which they are taken for a teaser; news in brief has more."""
_ROOTS = ("<rss", "<feed", "<rdf:rdf")
_TAG = compiled(r"<[^<>]*>")


def looks_like_feed(text: str) -> bool:
    """Tell whether `text` is an RSS, RDF or Atom document, by its first tags."""
    head = text[:2048].lower()
    return any(root in head for root in _ROOTS) and "<html" not in head


def read(place: str, data: bytes, *, follow: bool = False) -> Iterator[Page | Link | RecoupeError]:
    """Yield a page for each entry that has words, and a link for the others where links may be followed."""
    import feedparser

    try:
        parsed = feedparser.parse(data, sanitize_html=False)
    except Exception as error:  # feedparser on markup nobody foresaw
        yield PageUnreadable(place, f"not a feed: {error!r}", "give the addresses of its entries, or another feed")
        return
    found = 0
    for number, entry in enumerate(parsed.entries, 1):
        body = max((str(c.get("value") or "") for c in entry.get("content") or []), key=len, default="")
        body = body if body.strip() else str(entry.get("summary") or "")
        url = _text(entry.get("link"))
        said = {
            "outlet": _text(parsed.feed.get("title")),
            "published": _iso(entry),
            "language": _text(parsed.feed.get("language")),
            "title": _text(entry.get("title")),
        }
        page = None
        if body.strip():
            identity = digest(url or f"{number}", body)
            page = Page(id=identity, page=f"{place}#{number}", html=f"<article>{body}</article>", url=url, **said)
        item = _page_or_link(page, url, said, follow and len(_TAG.sub("", body)) < TEASER)
        if item:
            found += 1
            yield item
    if not found:
        reason = "no entries with words in this feed"
        if parsed.bozo and not parsed.entries:
            reason = f"not a feed: {parsed.get('bozo_exception')}"
        yield PageUnreadable(place, reason, "give the addresses of its entries, or another feed")
    elif breaks_off(data):
        yield PageUnreadable(place, f"it breaks off after {found} entries, the last perhaps in part", "fetch it again")


def read_json(place: str, feed: dict[str, Any], *, follow: bool = False) -> Iterator[Page | Link | RecoupeError]:
    """Yield a page (or a link, as `read` does) for each item of a JSON Feed (jsonfeed.org, version 1 and 1.1)."""
    items = feed.get("items")
    found = 0
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if not isinstance(item, dict):
            continue
        html = _text(item.get("content_html"))
        text = _text(item.get("content_text")) or _text(item.get("summary"))
        url = _text(item.get("url"))
        said = {
            "outlet": _text(feed.get("title")),
            "published": _text(item.get("date_published")),
            "language": _text(item.get("language")) or _text(feed.get("language")),
            "title": _text(item.get("title")),
        }
        page = None
        if html or text:
            page = Page(
                id=digest(url or _text(item.get("id")) or str(number), html or text or ""),
                page=f"{place}#{number}",
                html=f"<article>{html}</article>" if html else None,
                text=None if html else text,
                url=url,
                **said,
            )
        short = len(_TAG.sub("", html)) < TEASER if html else len(text or "") < TEASER
        entry = _page_or_link(page, url, said, follow and short)
        if entry:
            found += 1
            yield entry
    if not found:
        reason = "no items with words in this feed"
        yield PageUnreadable(place, reason, "give the addresses of its items, or another feed")


def is_json_feed(data: Any) -> bool:
    """Tell whether decoded JSON is a JSON Feed."""
    return isinstance(data, dict) and str(data.get("version", "")).startswith("https://jsonfeed.org/")


def _page_or_link(page: Page | None, url: str | None, said: dict[str, str | None], follow: bool) -> Page | Link | None:
    if follow and url and url.startswith(WEB):
        return Link(url=url, words=page, **said)
    return page


def _text(value: object) -> str | None:
    """Return a value where it is words, None for what a feed should not hold there."""
    return value if isinstance(value, str) and value.strip() else None


def _iso(entry: Any) -> str | None:
    """Return when an entry was published, in its own zone, else the instant in UTC.

    An entry that tells only when it was updated (Atom asks for no more, RSS 1.0 has one date) was published then.
    """
    kind = "published" if entry.get("published") else "updated"
    printed = str(entry.get(kind) or "").strip()
    with contextlib.suppress(ValueError):
        datetime.fromisoformat(printed.replace("Z", "+00:00"))
        return printed
    with contextlib.suppress(ValueError, TypeError, IndexError):
        from email.utils import parsedate_to_datetime  # slow to load: few runs read a feed

        moment = parsedate_to_datetime(printed)
        if moment.tzinfo is not None:
            return moment.isoformat()
    parsed = entry.get(f"{kind}_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):  # a year that no calendar has
        return None
