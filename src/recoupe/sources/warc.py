"""WARC archives (.warc, .warc.gz, .warc.zst): a page a response record, streamed, in constant memory."""

from __future__ import annotations

import contextlib
import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from recoupe.model import Page, PageUnreadable, ReadSettings, RecoupeError
from recoupe.sources.decoded import PACKED, inflated, page_of

SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
_VERSION = b"WARC/1."
_NEXT = b"\r\n\r\n" + _VERSION
_HEAD = 60  # bytes in which the first line of a record and the name of its first field stand
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d{1,15})\s*\r\n", re.I)
_HEADER = re.compile(rb"\r\n\r\nWARC/1\.\d\r\n(?:WARC|Content)-[A-Za-z-]{2,40}:")
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")


def read(place: str, file: str | IO[bytes], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the HTML and text responses of an archive; other records are passed over.

    A record that is longer or shorter than it says is named, and reading goes on with the one behind it; where that
    cannot be found the archive ends. `file` is its path, or a stream of it not packed; `place` names it in messages.
    """
    number = last = 0
    start: int | None = 0
    while start is not None:
        problem = None
        try:
            for record in _records(file, start):
                last = record.stream_pos
                kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0]
                kind = kind.strip().lower()
                if kind not in _KINDS or (record.http_headers is not None and record.http_headers.status_code != 200):
                    continue
                number += 1
                data = record.reader.read(settings.max_bytes + 1)
                if _holds_another(data):
                    problem = "the next record begins within it"
                    break
                yield from _pages(f"{place}#{number}", data, record, settings, html=kind != "text/plain")
        except (OSError, ValueError) as error:
            problem = str(error)
        start = _behind(Path(file), last) if problem and isinstance(file, str) else None
        if start is not None:
            words = f"it is not as long as it says: {problem}"
            yield PageUnreadable(f"{place}#{number}", words, "check how the archive was written")
        elif problem:
            yield PageUnreadable(place, f"broken after {number} pages: {problem}", "check that the archive is whole")
            return
    if isinstance(file, str) and _breaks_off(Path(file), last):
        problem = f"it breaks off: {number} pages, the last of them or one behind it in part"
        yield PageUnreadable(place, problem, "check that the archive is whole")
    elif not number:
        yield PageUnreadable(place, "no pages in this archive", "it should hold responses with HTML or text")


def _records(file: str | IO[bytes], start: int) -> Iterator[Any]:
    """Yield the responses of an archive from the record at `start` of its file on."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with contextlib.ExitStack() as stack:
        if start and isinstance(file, str):
            file = stack.enter_context(Path(file).open("rb"))
            file.seek(start)
        yield from ArchiveIterator(
            file,
            record_types=WarcRecordType.response | WarcRecordType.conversion,
            auto_decode="transfer",  # what packs the content is unpacked here: read in part, it loses the next record
            fsspec_args=False,
        )


def _pages(
    about: str, data: bytes, record: Any, settings: ReadSettings, *, html: bool
) -> Iterator[Page | RecoupeError]:
    """Yield the page that a record holds, or the error of it."""
    packing = (record.http_headers.get("Content-Encoding") if record.http_headers is not None else None) or ""
    try:
        data = _content(about, data, packing.strip().lower(), settings.max_bytes)
    except PageUnreadable as error:
        yield error
        return
    url, fetched = record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date")
    for page in page_of(about, data, settings, charset=record.http_charset, html=html):
        yield msgspec.structs.replace(page, url=url, fetched=fetched) if isinstance(page, Page) else page


def _holds_another(data: bytes) -> bool:
    """Say whether a record's content goes on into the next record: it says that it is longer than it is."""
    at = data.find(_NEXT)
    return at >= 0 and (len(data) - at < _HEAD or _HEADER.match(data, at) is not None)


def _behind(path: Path, last: int) -> int | None:
    """Return where the record behind the one at `last` begins, None where none does or it cannot be told."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(last)
        if packed:
            return _next_member(file)
        at, kept = last, b""
        while data := file.read(1 << 20):
            found = (kept + data).find(_NEXT)
            if found >= 0:
                return at - len(kept) + found + len(_NEXT) - len(_VERSION)
            at += len(data)
            kept = data[-len(_NEXT) :]
    return None


def _next_member(file: IO[bytes]) -> int | None:
    """Return where the gzip member behind the one at which `file` stands begins, None at the end or in broken data."""
    member = zlib.decompressobj(31)
    try:
        while data := file.read(1 << 16):
            while data and not member.eof:
                member.decompress(data, 1 << 20)
                data = member.unconsumed_tail
            if member.eof:
                at = file.tell() - len(member.unused_data)
                file.seek(at)
                return at if file.read(1) else None
    except zlib.error:
        pass
    return None


def _breaks_off(path: Path, last: int) -> bool:
    """Say whether an archive ends within the record that begins at `last`, which its reader takes for the end."""
    with path.open("rb") as file, contextlib.ExitStack() as stack:
        head = file.read(4)
        if not head.startswith((b"WARC", b"\x1f\x8b")):
            return False
        file.seek(last)
        record = cast(IO[bytes], stack.enter_context(gzip.open(file))) if head.startswith(b"\x1f") else file
        try:
            head = record.read(1 << 16)
            told, ends = _LENGTH.search(head), head.find(b"\r\n\r\n")
            wanted = int(told[1]) + 4 if told and told.start() < ends else 0
            left, tail = wanted + ends + 4 - len(head), head[-4:]
            while data := record.read(1 << 20):
                left -= len(data)
                tail = (tail + data[-4:])[-4:]
        except (EOFError, OSError, zlib.error):
            return True
    return left > 0 or tail != b"\r\n\r\n"


def _content(about: str, data: bytes, packing: str, limit: int) -> bytes:
    """Return the content of a response, at most `limit` + 1 bytes of it; as it stands where it is not packed.

    Raises PageUnreadable, which names the page `about`, for an answer that the server did not send whole.
    """
    if not packing or len(data) > limit:
        return data
    if packing != "deflate":
        return inflated(about, data, limit) if data.startswith(PACKED) else data
    stream = zlib.decompressobj(zlib.MAX_WBITS if data[:1] == b"x" else -zlib.MAX_WBITS)
    try:
        content = stream.decompress(data, limit + 1)
    except zlib.error:
        return data
    if not stream.eof and len(content) <= limit:
        raise PageUnreadable(about, "cannot be unpacked: it breaks off", "the server did not send the whole of it")
    return content
