"""WARC archives (.warc, .warc.gz, .warc.zst): a page a response record, streamed, in constant memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from recoupe.model import Page, PageUnreadable, ReadSettings, RecoupeError
from recoupe.sources.decoded import PACKED, inflated, page_of

SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")


def read(place: str, file: str | IO[bytes], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the HTML and text responses of an archive; other records are passed over, a broken one ends it.

    `file` is the archive's path, or a stream of it not packed; `place` names it in messages.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = last = 0
    try:
        for record in ArchiveIterator(
            file,
            record_types=WarcRecordType.response | WarcRecordType.conversion,
            auto_decode="transfer",  # what packs the content is unpacked here: read in part, it loses the next record
            fsspec_args=False,
        ):
            last = record.stream_pos
            kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
            if kind not in _KINDS or (record.http_headers is not None and record.http_headers.status_code != 200):
                continue
            number += 1
            about = f"{place}#{number}"
            packing = (record.http_headers.get("Content-Encoding") if record.http_headers is not None else None) or ""
            data = _content(record.reader.read(settings.max_bytes + 1), packing.strip().lower(), settings.max_bytes)
            url = record.headers.get("WARC-Target-URI")
            for page in page_of(about, data, settings, charset=record.http_charset, html=kind != "text/plain"):
                yield _dated(page, url, record.headers.get("WARC-Date"))
    except (OSError, ValueError) as error:
        yield PageUnreadable(place, f"broken after {number} pages: {error}", "check that the archive is whole")
        return
    if isinstance(file, str) and _breaks_off(Path(file), last):
        problem = f"it breaks off: {number} pages, the last of them or one behind it in part"
        yield PageUnreadable(place, problem, "check that the archive is whole")
    elif not number:
        yield PageUnreadable(place, "no pages in this archive", "it should hold responses with HTML or text")


def _breaks_off(path: Path, last: int) -> bool:
    """Say whether an archive ends within a record, which its reader takes for the end; `last` is where one begins."""
    with path.open("rb") as file:
        head = file.read(4)
        if head.startswith(b"WARC"):
            file.seek(max(last, path.stat().st_size - 4))
            return file.read() != b"\r\n\r\n"
        if not head.startswith(b"\x1f\x8b"):
            return False
        file.seek(last)
        member, whole = zlib.decompressobj(31), True
        while data := file.read(1 << 16):
            while data:
                member.decompress(data, 1 << 20)
                while member.unconsumed_tail and not member.eof:
                    member.decompress(member.unconsumed_tail, 1 << 20)
                whole, data = member.eof, member.unused_data.lstrip(b"\0")
                if whole:
                    member = zlib.decompressobj(31)
        return not whole


def _content(data: bytes, packing: str, limit: int) -> bytes:
    """Return the content of a response, at most `limit` + 1 bytes of it; as it stands where it cannot be unpacked."""
    if not packing or len(data) > limit:
        return data
    try:
        if packing == "deflate":
            return zlib.decompressobj(zlib.MAX_WBITS if data[:1] == b"x" else -zlib.MAX_WBITS).decompress(
                data, limit + 1
            )
        return inflated("", data, limit) if data.startswith(PACKED) else data
    except (zlib.error, PageUnreadable):
        return data


def _dated(page: Page | RecoupeError, url: str | None, fetched: str | None) -> Page | RecoupeError:
    return msgspec.structs.replace(page, url=url, fetched=fetched) if isinstance(page, Page) else page
