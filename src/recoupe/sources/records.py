"""Page records: `.jsonl` (one a line), or `.json` (one record, or a list of them).

{"url"?, "fetched"?, "html"|"text", "outlet"?, "published"?, "language"?, "title"?}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO

import msgspec

from recoupe.model import Page, ReadSettings, RecordError, RecoupeError
from recoupe.model.ids import digest
from recoupe.sources import feeds
from recoupe.sources.decoded import unpacked_name
from recoupe.sources.lists import Link


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


DOCUMENT = 10
"""Pages of the largest size that one JSON document may amount to."""
_LINES = (".jsonl", ".ndjson")
_DECODER = msgspec.json.Decoder(PageRecord)
_LIST = msgspec.json.Decoder(list[msgspec.Raw])


def read(
    place: str, lines: Iterable[bytes], settings: ReadSettings, *, follow: bool = False
) -> Iterator[Page | Link | RecoupeError]:
    """Yield the pages of a records file, line by line where each line is a record, whole where it is one document.

    A malformed line gives a RecordError that names the line; the other lines are still read. One document may hold
    as much as `DOCUMENT` pages of the largest size, because it is read whole; JSON Lines have no such limit.
    """
    stream = iter(lines)
    first = next(stream, b"").removeprefix(b"\xef\xbb\xbf")
    if not first:
        yield _empty(place)
        return
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield RecordError(place, "UTF-16, where JSON is UTF-8", "save it as UTF-8")
        return
    alone = _decoded(first)
    by_line = unpacked_name(place).endswith(_LINES)
    if isinstance(alone, dict) and not feeds.is_json_feed(alone):
        second = next(stream, b"")
        if second.strip() or by_line:
            yield from _lines(place, chain([first, second], stream), settings)
        else:
            yield from _one(place, first, settings, "record")
        return
    if by_line and not isinstance(alone, dict | list):
        yield from _lines(place, chain([first], stream), settings)
        return
    data = bytearray(first)
    for line in stream:
        data += line
        if len(data) > DOCUMENT * settings.max_bytes:
            remedy = "write one record a line (.jsonl)"
            yield RecordError(
                place, f"one JSON document larger than {DOCUMENT * settings.max_bytes / 1e6:g} MB", remedy
            )
            return
    yield from _document(place, bytes(data), settings, by_line=by_line, follow=follow)


def _document(
    place: str, data: bytes, settings: ReadSettings, *, by_line: bool, follow: bool
) -> Iterator[Page | Link | RecoupeError]:
    """Yield what one JSON document holds: a record, a list of records, a JSON Feed. What is none may be lines."""
    if not data.strip():
        yield _empty(place)
        return
    try:
        items = _LIST.decode(data) if data.lstrip()[:1] == b"[" else [msgspec.Raw(data)]
        whole = msgspec.json.decode(data) if len(items) == 1 else None
    except (ValueError, RecursionError) as error:
        if data.lstrip()[:1] == b"[" and not by_line:
            remedy = "check that the file is whole; of records a line each (.jsonl) the whole ones are read"
            yield RecordError(place, f"a list that is malformed or not whole: {_said(error)}", remedy)
            return
        lines = data.splitlines(keepends=True)
        if by_line or any(_decoded(line) is not None for line in lines):
            yield from _lines(place, lines, settings)
        else:
            yield RecordError(
                place, f"JSON that is malformed or not whole: {_said(error)}", "check that the file is whole"
            )
        return
    if feeds.is_json_feed(whole):
        yield from feeds.read_json(place, whole, follow=follow)  # type: ignore[arg-type]
        return
    if not items:
        yield RecordError(place, "an empty list", "a page record holds 'text' or 'html'")
    for number, item in enumerate(items, 1):
        about = place if len(items) == 1 else f"{place}#{number}"
        yield from _one(about, bytes(item), settings, "record")


def lines_of(file: IO[bytes], limit: int) -> Iterator[bytes]:
    """Yield the lines of a stream, none kept longer than `limit` + 1 bytes: what a longer one has more is passed over.

    A file of one endless line costs no more memory than any other.
    """
    while line := file.readline(limit + 1):
        yield line
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass


def longest_line(settings: ReadSettings) -> int:
    """Return the longest line that may hold a page of the largest size: escapes (\\u00e9) make it thrice as long."""
    return 3 * settings.max_bytes + 65_536


def _decoded(line: bytes) -> object:
    """Return what `line` alone holds, None when it is no whole JSON document."""
    try:
        return msgspec.json.decode(line)
    except (ValueError, RecursionError):
        return None


def _lines(place: str, lines: Iterable[bytes], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    longest = longest_line(settings)
    found = False
    for number, line in enumerate(lines, 1):
        found = found or not line.isspace()
        about = f"{place}#{number}"
        if len(line) > longest:
            yield RecordError(about, f"line {number}: longer than {longest / 1e6:g} MB", "raise --max-bytes")
        elif line.strip():
            yield from _one(about, line, settings, "line")
    if not found:
        yield _empty(place)


def _empty(place: str) -> RecordError:
    return RecordError(place, "an empty file", "a page record holds 'text' or 'html'")


def _one(about: str, data: bytes, settings: ReadSettings, unit: str) -> Iterator[Page | RecoupeError]:
    """Yield the page of one record; `unit` is what it is in its file, a line or a record."""
    try:
        record = _DECODER.decode(data)
    except (ValueError, RecursionError) as error:
        where = f"{unit} {about.rpartition('#')[2]}: " if "#" in about else ""
        remedy = "each line is one JSON object" if unit == "line" else "a page record is one JSON object"
        if isinstance(error, UnicodeDecodeError):
            remedy = "save it as UTF-8"
        yield RecordError(about, f"{where}{_said(error)}", remedy)
        return
    yield page_of_record(about, record, settings)


def _said(error: Exception) -> str:
    """Return what is wrong in words for people, where the decoder's are for programs."""
    return "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)


def page_of_record(about: str, record: PageRecord, settings: ReadSettings) -> Page | RecoupeError:
    """Return the page a record is, or what is wrong with it."""
    if record.html is None and record.text is None:
        return RecordError(about, "a record with neither 'text' nor 'html'", "a page record holds 'text' or 'html'")
    if len(record.html or record.text or "") > settings.max_bytes:
        return RecordError(about, f"larger than {settings.max_bytes / 1e6:g} MB", "raise --max-bytes")
    content = record.html if record.html is not None else record.text or ""
    whose = record.url or record.outlet or ""
    return Page(
        id=digest(whose, record.published or "", content),  # whatever file holds it, and in which line
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
