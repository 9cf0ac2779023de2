"""Live blog entries from JSON-LD: the updates of a LiveBlogPosting, found again in the visible text."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urldefrag

from recoupe.extract import moments
from recoupe.extract.html import align, jsonld, live_posting
from recoupe.extract.html.align import Packed
from recoupe.extract.html.live import Entry
from recoupe.extract.html.visible import Place, Visible
from recoupe.model import Evidence
from recoupe.text.patterns import compiled

_BREAK = compiled(r"<\s*(?:/?p|br|/?div|/?li|/?h[1-6]|/?blockquote|/?ul|/?ol)\b[^<>]{0,500}>|[\r\n]+", re.I)
_ESCAPED = compiled(r"&(?:amp;)*lt;/?(?:p|br|div|li|ul|ol|h[1-6]|a|strong|b|em|i|span|blockquote)\b", re.I)
_NEAR_HEAD = 600  # packed characters before a body within which its headline stands


def entries(things: list[jsonld.Thing], shown: Visible, page: Packed) -> list[Entry]:
    """Return the entries that structured data tells of and the page shows, in the order told."""
    told = live_posting.updates(things)
    if not told:
        return []
    lines = _lines(shown.text)
    cursor = 0
    out: list[Entry] = []
    taken: set[int] = set()
    for update in told:
        title = jsonld.words(update.get("headline") or update.get("name"))
        body = _without_title(_body(live_posting.body(update)), title)
        found = _found(title, body, page, lines, cursor)
        if found is None or found[0] in taken:
            continue
        start, places = found
        if any(entry.place[0] <= page.to_source(start) < entry.place[1] for entry in out):
            continue  # another update's words
        taken.add(start)
        if not places:
            cursor = start + 1
        else:
            cursor = places[-1][-1][1]
        entry = _entry(update, title, _unpacked(places, page, shown))
        entry.place = (page.to_source(start), entry.pieces[-1][1][-1][1] if entry.pieces else page.to_source(start) + 1)
        if title and page.text.startswith(align.squeeze(title), start):
            end = page.to_source(start + len(align.squeeze(title)) - 1) + 1
            entry.heading = (page.to_source(start), end)
        if not entry.pieces and title:
            end = page.to_source(start + len(align.squeeze(title)) - 1) + 1
            entry.pieces = [("heading", [(page.to_source(start), end)])]
            entry.place = (entry.place[0], end)
        entry.cut = bool(body) and body[-1].rstrip("]) ").endswith(("…", "..."))
        out.append(entry)
    if len(out) > 2 and len({entry.moment for entry in out}) == 1:
        for entry in out:  # one time for all is the page's, not theirs
            entry.moment = entry.evidence = None
    return out


def _entry(update: jsonld.Thing, title: str | None, pieces: list[tuple[str, list[Place]]]) -> Entry:
    entry = Entry(place=(0, 0), title=title, pieces=pieces)
    for key in ("datePublished", "dateCreated", "uploadDate", "dateModified"):
        value = update.get(key)
        moment = moments.parse(value) if isinstance(value, str) else None
        if moment and (entry.moment is None or entry.moment.exactness < 2 <= moment.exactness):
            entry.moment, entry.evidence = moment, Evidence(where="json-ld", words=f"{key}: {str(value).strip()}")
    changed = update.get("dateModified")
    entry.modified = moments.parse(changed) if isinstance(changed, str) else None
    entry.authors = tuple(dict.fromkeys(jsonld.names(update.get("author"))))[:10]
    url = update.get("url")
    entry.url = url if isinstance(url, str) and urldefrag(url)[0].startswith("http") else None
    names = (update.get("@id"), update.get("identifier"), url)
    entry.name = next((name for name in names if isinstance(name, str) and name.strip()), None)
    return entry


def _body(value: Any) -> list[str]:
    if isinstance(value, list):
        value = "\n".join(v for v in value if isinstance(v, str))
    if not isinstance(value, str):
        return []
    text = value
    for _ in range(3):  # markup that was escaped once or twice
        if _ESCAPED.search(text):
            text = html.unescape(text)
    lines = (jsonld.TAG.sub("", part) if "<" in part else part for part in _BREAK.split(text))
    return [html.unescape(line).strip() for line in lines if line and not line.isspace()]


def _without_title(body: list[str], title: str | None) -> list[str]:
    """Return the lines of a body without the headline that some print again above it."""
    if title and len(body) > 1 and align.squeeze(body[0]) == align.squeeze(title):
        return body[1:]
    return body


def _lines(text: str) -> dict[str, list[int]]:
    """Return where (packed) each line of the visible text begins, by its packed words."""
    out: dict[str, list[int]] = {}
    at = 0
    for line in text.split("\n"):
        packed = align.squeeze(line)
        if packed:
            out.setdefault(packed, []).append(at)
        at += len(packed)
    return out


def _found(
    title: str | None, body: list[str], page: Packed, lines: dict[str, list[int]], cursor: int
) -> tuple[int, list[list[Place]]] | None:
    """Return where (packed) an update begins and the packed places of each of its paragraphs."""
    head = align.squeeze(title or "")
    joined = "".join(align.squeeze(line) for line in body)
    if len(joined) >= 12 and joined != head:
        for origin in dict.fromkeys((cursor, 0)):
            places = align.locate_packed([align.squeeze(line) for line in body], page.text, origin)
            covered = sum(b - a for where in places for a, b in where)
            if covered * 2 >= len(joined):
                kept = [where for where in places if where]
                start = kept[0][0][0]
                at = page.text.rfind(head, max(0, start - _NEAR_HEAD - len(head)), start) if head else -1
                return (at if at >= 0 else start), kept
    if not head:
        return None
    known = lines.get(head, [])
    after = [at for at in known if at >= cursor]
    if after or known:
        at = after[0] if after else known[0]
        return at, []
    at = page.text.find(head, cursor) if len(head) >= 25 else -1
    return (at, []) if at >= 0 else None


def _unpacked(places: list[list[Place]], page: Packed, shown: Visible) -> list[tuple[str, list[Place]]]:
    """Return the blocks: what structured data tells in one breath is as many paragraphs as the page prints."""
    out: list[tuple[str, list[Place]]] = []
    for where in places:
        lines: list[list[Place]] = [[]]
        for a, b in where:
            start, end = page.to_source(a), page.to_source(b - 1) + 1
            while (at := shown.text.find("\n", start, end)) >= 0:
                lines[-1].append((start, at))
                lines.append([])
                start = at + 1
            lines[-1].append((start, end))
        out.extend(("paragraph", line) for line in lines if line)
    return out
