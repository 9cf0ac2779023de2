"""Live blog entries from JSON-LD: the updates of a LiveBlogPosting, found again in the visible text."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urldefrag

from recoupe.extract.html import align, jsonld, moments
from recoupe.extract.html.align import Packed
from recoupe.extract.html.live import Entry, Place
from recoupe.extract.html.visible import Visible
from recoupe.model import Evidence

_BREAK = re.compile(r"<\s*(?:/?p|br|/?div|/?li|/?h[1-6]|/?blockquote|/?ul|/?ol)\b[^<>]{0,500}>|[\r\n]+", re.I)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_MOST = 2_000  # entries read of one page
_NEAR_HEAD = 600  # packed characters before a body within which its headline stands


def updates(things: list[jsonld.Thing]) -> list[jsonld.Thing]:
    """Return the update objects of the page's live blog, references into the graph followed; none when it has none."""
    by_id: dict[str, jsonld.Thing] = {}
    for thing in things:
        name = thing.get("@id")
        if isinstance(name, str) and len(thing) > 2:
            by_id.setdefault(name, thing)
    out: list[jsonld.Thing] = []
    for thing in things:
        listed = thing.get("liveBlogUpdate") or thing.get("liveBlogUpdates")
        for item in listed if isinstance(listed, list) else [listed]:
            if isinstance(item, list):
                out.extend(i for i in item if isinstance(i, dict))
            elif isinstance(item, dict):
                reference = item.get("@id")
                known = by_id.get(reference) if isinstance(reference, str) and len(item) <= 2 else None
                out.append(known or item)
        if out:
            break
    return out[:_MOST]


def entries(things: list[jsonld.Thing], shown: Visible, page: Packed) -> list[Entry]:
    """Return the entries that structured data tells of and the page shows, in the order told."""
    told = updates(things)
    if not told:
        return []
    lines = _lines(shown.text)
    cursor = 0
    out: list[Entry] = []
    taken: set[int] = set()
    for update in told:
        title = jsonld.words(update.get("headline") or update.get("name"))
        body = _body(update.get("articleBody") or update.get("text") or update.get("description"))
        found = _found(title, body, page, lines, cursor)
        if found is None or found[0] in taken:
            continue
        start, places = found
        taken.add(start)
        if not places:
            cursor = start + 1
        else:
            cursor = places[-1][-1][1]
        entry = _entry(update, title, _unpacked(places, page))
        entry.place = (page.to_source(start), entry.pieces[-1][1][-1][1] if entry.pieces else page.to_source(start) + 1)
        if title and page.text.startswith(align.squeeze(title), start):
            end = page.to_source(start + len(align.squeeze(title)) - 1) + 1
            entry.heading = (page.to_source(start), end)
        if not entry.pieces and title:
            end = page.to_source(start + len(align.squeeze(title)) - 1) + 1
            entry.pieces = [("heading", [(page.to_source(start), end)])]
            entry.place = (entry.place[0], end)
        out.append(entry)
    return out


def _entry(update: jsonld.Thing, title: str | None, pieces: list[tuple[str, list[Place]]]) -> Entry:
    entry = Entry(place=(0, 0), title=title, pieces=pieces)
    for key in ("datePublished", "dateCreated", "uploadDate", "dateModified"):
        value = update.get(key)
        moment = moments.parse(value) if isinstance(value, str) else None
        if moment and isinstance(value, str):
            entry.moment, entry.evidence = moment, Evidence(where="json-ld", words=f"{key}: {value.strip()}")
            break
    changed = update.get("dateModified")
    entry.modified = moments.parse(changed) if isinstance(changed, str) else None
    entry.authors = tuple(dict.fromkeys(jsonld.names(update.get("author"))))[:10]
    url = update.get("url")
    entry.url = url if isinstance(url, str) and urldefrag(url)[0].startswith("http") else None
    return entry


def _body(value: Any) -> list[str]:
    if isinstance(value, list):
        value = "\n".join(v for v in value if isinstance(v, str))
    if not isinstance(value, str):
        return []
    text = html.unescape(value) if "&" in value else value
    lines = (_TAG.sub("", part) if "<" in part else part for part in _BREAK.split(text))
    return [html.unescape(line).strip() for line in lines if line and not line.isspace()]


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


def _unpacked(places: list[list[Place]], page: Packed) -> list[tuple[str, list[Place]]]:
    return [("paragraph", [(page.to_source(a), page.to_source(b - 1) + 1) for a, b in where]) for where in places]
