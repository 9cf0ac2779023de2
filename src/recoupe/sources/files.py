"""Files, folders, globs, addresses and standard input: each to what reads it."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from recoupe.model import Page, PageMissing, PageUnreadable, ReadSettings, RecoupeError
from recoupe.sources import feeds, records, warc
from recoupe.sources.decoded import HTML_SUFFIXES, inflated, page_of

TEXT_SUFFIXES = (".txt", ".text", ".md")
RECORD_SUFFIXES = (".json", ".jsonl", ".ndjson")
PACKED_SUFFIXES = (".gz", ".zst")
_KNOWN = HTML_SUFFIXES + TEXT_SUFFIXES + RECORD_SUFFIXES + feeds.SUFFIXES + warc.SUFFIXES


def open_place(place: str, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the pages of one path, folder, glob, address or "-"."""
    if place == "-":
        yield from _bytes("-", sys.stdin.buffer.read(settings.max_bytes + 1), settings)
    elif place.startswith(("http://", "https://")):
        yield from _address(place, settings)
    else:
        yield from _path(place, settings)


def _address(place: str, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    from recoupe.sources.fetch import Fetcher, FetchSettings

    try:
        fetched = Fetcher(FetchSettings(max_bytes=settings.max_bytes, allow_private=settings.allow_private)).fetch(
            place
        )
    except RecoupeError as error:
        yield error
        return
    for page in _bytes(place, fetched.data, settings, charset=fetched.charset):
        own = isinstance(page, Page) and not page.url
        yield msgspec.structs.replace(page, url=fetched.url) if own and isinstance(page, Page) else page


def _path(place: str, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    path = Path(place)
    try:
        if path.is_dir():
            yield from _folder(place, path, settings)
        elif path.exists():
            yield from _file(place, path, settings)
        elif glob.has_magic(place):
            found = sorted(p for p in glob.glob(place, recursive=True) if Path(p).is_file())
            if not found:
                yield PageMissing(place, "no file matches", "check the pattern")
            for name in found:
                yield from _file(name, Path(name), settings)
        else:
            yield PageMissing(place, "no such file or folder", "check the path")
    except OSError as error:
        yield PageUnreadable(place, error.strerror or str(error), "check its permissions")
    except ValueError as error:
        yield PageMissing(place, str(error), "check the path")


def _folder(place: str, path: Path, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the pages of a folder and its folders, by name; hidden files and READMEs are no pages."""
    files = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith((".", "README")))
    found = [p for p in files if p.name.lower().removesuffix(".gz").removesuffix(".zst").endswith(_KNOWN)]
    if not found:
        yield PageMissing(place, "no pages in this folder", f"pages end in {', '.join(_KNOWN)}, packed or not")
    for file in found:
        yield from _file(str(file), file, settings)


def _file(place: str, path: Path, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    try:
        if not path.is_file() and not path.is_fifo():
            yield PageUnreadable(place, "neither a file nor a folder", "give a page, a folder or an address")
            return
        name = path.name.lower()
        if name.endswith(warc.SUFFIXES):
            yield from warc.read(place, settings)
            return
        if name.endswith(RECORD_SUFFIXES):
            with path.open("rb") as lines:
                yield from records.read(place, lines, settings)
            return
        with path.open("rb") as file:
            data = file.read(settings.max_bytes + 1)
        if name.endswith(PACKED_SUFFIXES):
            name, data = name.rsplit(".", 1)[0], inflated(place, data, settings.max_bytes)
    except OSError as error:
        yield PageUnreadable(place, error.strerror or str(error), "check its permissions")
        return
    except RecoupeError as error:
        yield error
        return
    yield from _bytes(place, data, settings, name=name)


def _bytes(
    place: str, data: bytes, settings: ReadSettings, *, charset: str | None = None, name: str = ""
) -> Iterator[Page | RecoupeError]:
    """Yield what some bytes hold: page records, a feed, or one page."""
    if name.endswith(RECORD_SUFFIXES) or (not name and data.lstrip()[:1] in (b"{", b"[")):
        yield from records.read(place, data.splitlines(keepends=True), settings)
        return
    head = data[:2048].decode("latin-1")
    if not name.endswith(HTML_SUFFIXES) and feeds.looks_like_feed(head) and len(data) <= settings.max_bytes:
        yield from feeds.read(place, data, settings)
        return
    yield from page_of(place, data, settings, charset=charset, html=True if name.endswith(HTML_SUFFIXES) else None)
