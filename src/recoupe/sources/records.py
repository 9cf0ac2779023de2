"""Page records: `.jsonl` (one a line), or `.json` (one record, or a list of them).

{"url"?, "fetched"?, "html"|"text", "outlet"?, "published"?, "language"?, "title"?, "id"?, "page"?}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from recoupe.model import Page, ReadSettings, RecordError, RecoupeError
from recoupe.model.ids import digest
from recoupe.sources import feeds


class PageRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The wire form of a page record. Fields it does not know are passed over."""

    url: str | None = None
    fetched: str | None = None
    html: str | None = None
    text: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None


_DECODER = msgspec.json.Decoder(PageRecord)
_LIST = msgspec.json.Decoder(list[msgspec.Raw])


def read(place: str, lines: Iterable[bytes], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the pages of a records file, line by line where each line is a record, whole where it is one document.

    A malformed line gives a RecordError that names the line; the other lines are still read.
    """
    stream = iter(lines)
    first = next(stream, b"").removeprefix(b"\xef\xbb\xbf")
    if _is_record_line(first) and not feeds.is_json_feed(msgspec.json.decode(first)):
        second = next(stream, b"")
        if second.strip() or place.endswith((".jsonl", ".ndjson")):
            yield from _lines(place, chain([first, second], stream), settings)
        else:
            yield from _one(place, first, settings)
        return
    data = first + b"".join(stream)
    if not data.strip():
        yield RecordError(place, "an empty file", "a page record holds 'text' or 'html'")
        return
    try:
        items = _LIST.decode(data) if data.lstrip()[:1] == b"[" else [msgspec.Raw(data)]
        whole = msgspec.json.decode(data)
    except msgspec.DecodeError:
        yield from _lines(place, data.splitlines(keepends=True), settings)
        return
    if feeds.is_json_feed(whole):
        yield from feeds.read_json(place, whole, settings)
        return
    if not isinstance(whole, dict | list):
        yield RecordError(place, "not a page record", "a page record holds 'text' or 'html'")
        return
    for number, item in enumerate(items, 1):
        about = place if len(items) == 1 else f"{place}#{number}"
        yield from _one(about, bytes(item), settings)


def _is_record_line(line: bytes) -> bool:
    """Tell whether `line` alone is a whole JSON object (then the file is JSON Lines)."""
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except msgspec.DecodeError:
        return False


def _lines(place: str, lines: Iterable[bytes], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from _one(f"{place}#{number}", line, settings)


def _one(about: str, data: bytes, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    try:
        record = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        line = about.rpartition("#")[2] if "#" in about else "1"
        yield RecordError(about, f"line {line}: {error}", "each line is one JSON object")
        return
    if record.html is None and record.text is None:
        yield RecordError(about, "a record with neither 'text' nor 'html'", "a page record holds 'text' or 'html'")
        return
    if len(record.html or record.text or "") > settings.max_bytes:
        yield RecordError(about, f"larger than {settings.max_bytes / 1e6:g} MB", "raise --max-bytes")
        return
    content = record.html if record.html is not None else record.text or ""
    name = record.url or about.rpartition("/")[2]
    yield Page(
        id=digest(name, content),
        page=about,
        html=record.html,
        text=record.text if record.html is None else None,
        url=record.url,
        fetched=record.fetched,
        outlet=record.outlet,
        published=record.published,
        language=record.language,
        title=record.title,
    )
