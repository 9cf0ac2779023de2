"""Files, folders, globs and standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from recoupe.model import Page, PageMissing, PageUnreadable, ReadSettings, RecoupeError
from recoupe.model.ids import digest
from recoupe.sources import records

HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
TEXT_SUFFIXES = (".txt", ".text", ".md")
RECORD_SUFFIXES = (".json", ".jsonl", ".ndjson")
_MAGIC = {
    b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive", b"\x7fELF": "a program", b"\x1f\x8b": "gzip data", b"RIFF": "a media file",
    b"\x28\xb5\x2f\xfd": "zstd data", b"SQLite": "a database",
}  # fmt: skip


def open_place(place: str, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the pages of one path, folder, glob, address or "-"."""
    if place == "-":
        yield from _decoded("-", sys.stdin.buffer.read(settings.max_bytes + 1), settings)
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
    for page in _decoded(place, fetched.data, settings, charset=fetched.charset):
        yield msgspec.structs.replace(page, url=fetched.url) if isinstance(page, Page) else page


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
    known = HTML_SUFFIXES + TEXT_SUFFIXES + RECORD_SUFFIXES
    found = sorted(
        p for p in path.rglob("*") if p.suffix.lower() in known and not p.name.startswith(".") and p.is_file()
    )
    if not found:
        yield PageMissing(place, "no pages in this folder", f"pages end in {', '.join(known)}")
    for file in found:
        yield from _file(str(file), file, settings)


def _file(place: str, path: Path, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    try:
        if not path.is_file() and not path.is_fifo():
            yield PageUnreadable(place, "neither a file nor a folder", "give a page, a folder or an address")
            return
        if path.suffix.lower() in RECORD_SUFFIXES:
            with path.open("rb") as lines:
                yield from records.read(place, lines, settings)
            return
        with path.open("rb") as file:
            data = file.read(settings.max_bytes + 1)
    except OSError as error:
        yield PageUnreadable(place, error.strerror or str(error), "check its permissions")
        return
    yield from _decoded(place, data, settings)


def _decoded(
    place: str, data: bytes, settings: ReadSettings, charset: str | None = None
) -> Iterator[Page | RecoupeError]:
    if len(data) > settings.max_bytes:
        limit = f"{settings.max_bytes / 1e6:g} MB"
        yield PageUnreadable(place, f"larger than {limit}", "raise --max-bytes if it really is one page")
        return
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            yield PageUnreadable(place, f"{what}, not a page", "give HTML, text or page records")
            return
    if place == "-" and data.lstrip()[:1] in (b"{", b"["):
        yield from records.read(place, data.splitlines(keepends=True), settings)
        return
    from recoupe.extract.html.charset import decode

    text, _ = decode(data, charset)
    if text.count("\x00") > len(text) // 100:
        yield PageUnreadable(place, "binary data, not a page", "give HTML, text or page records")
        return
    is_html = Path(place).suffix.lower() in HTML_SUFFIXES or looks_like_html(text)
    yield make_page(place, text, is_html=is_html)


def looks_like_html(text: str) -> bool:
    """Tell whether `text` is markup, by the tags among its first characters."""
    head = text[:2048].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--", "<div", "<article")) or (
        "<html" in head or "</p>" in head or "<meta " in head
    )


def make_page(place: str, text: str, *, is_html: bool) -> Page:
    """Return a Page for decoded `text`; its id stands for the file's name and its content."""
    identity = digest(Path(place).name, text)
    return Page(id=identity, page=place, html=text) if is_html else Page(id=identity, page=place, text=text)
