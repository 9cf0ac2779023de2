"""Files, folders, globs and standard input: each to what reads it."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from recoupe.model import Page, PageMissing, PageUnreadable, ReadSettings, RecoupeError
from recoupe.sources import contents, feeds, parquet, records, warc
from recoupe.sources.contents import RECORD_SUFFIXES, Follow
from recoupe.sources.decoded import HTML_SUFFIXES, PACKED, PACKED_SUFFIXES, inflated, unpacked, unpacked_name, unpacking

TEXT_SUFFIXES = (".txt", ".text", ".md")
_KNOWN = HTML_SUFFIXES + TEXT_SUFFIXES + RECORD_SUFFIXES + feeds.SUFFIXES + warc.SUFFIXES + parquet.SUFFIXES


def _matching(pattern: str) -> list[str]:
    """Return the files a pattern matches. `**` goes through folders, not through links to folders: they may circle."""
    if "**" not in pattern:
        return sorted(p for p in glob.glob(pattern) if Path(p).is_file())
    path = Path(pattern if not pattern.endswith("**") else f"{pattern}/*")
    root = Path(path.anchor)
    below = path.relative_to(root) if path.anchor else path
    hidden = any(part.startswith(".") for part in below.parts)
    found = (p for p in root.glob(str(below)) if hidden or not any(part.startswith(".") for part in p.parts))
    return sorted({str(p) for p in found if p.is_file()})


def open_place(place: str, settings: ReadSettings, follow: Follow) -> Iterator[Page | RecoupeError]:
    """Yield the pages of one path, folder, glob, or "-". `follow` opens the addresses of a list given by name."""
    try:
        if place == "-":
            yield from _stream(place, sys.stdin.buffer, settings, follow)
            return
        path = Path(place)
        if not place:
            yield PageMissing("(an empty name)", "no such file or folder", "check the path")
        elif path.is_dir():
            yield from _folder(place, path, settings)
        elif path.exists():
            yield from _file(place, path, settings, follow)
        elif glob.has_magic(place):
            found = _matching(place)
            if not found:
                yield PageMissing(place, "no file matches", "check the pattern")
            for name in found:
                yield from _file(name, Path(name), settings, None)
        elif path.is_symlink():
            yield PageMissing(place, "a link that leads nowhere", "check where it points to")
        elif "://" in place:
            yield PageMissing(place, "not a web address", "give a path, or an address with http:// or https://")
        else:
            yield PageMissing(place, "no such file or folder", "check the path")
    except RecoupeError as error:
        yield error
    except OSError as error:
        yield _unreadable(place, error)
    except ValueError as error:  # a name with a null character
        yield PageMissing(place, str(error), "check the path")


def _folder(place: str, path: Path, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the pages of a folder and its folders, by name; hidden files and READMEs are no pages.

    Links to folders are not entered, so that no loop is; a folder that may not be listed is an error of its own.
    """
    refused: list[OSError] = []
    found: list[Path] = []
    for folder, _, names in os.walk(path, onerror=refused.append):
        pages = [n for n in names if not n.startswith((".", "README")) and unpacked_name(n).endswith(_KNOWN)]
        found += [Path(folder, name) for name in pages if Path(folder, name).is_file()]
    for error in sorted(refused, key=lambda e: str(e.filename)):
        yield _unreadable(str(error.filename), error)
    if not found and not refused:
        yield PageMissing(place, "no pages in this folder", f"pages end in {', '.join(_KNOWN)}, packed or not")
    for file in sorted(found):
        yield from _file(str(file), file, settings, None)


def _file(place: str, path: Path, settings: ReadSettings, follow: Follow | None) -> Iterator[Page | RecoupeError]:
    try:
        if not path.is_file() and not path.is_fifo():
            yield PageUnreadable(place, "neither a file nor a folder", "give a page, a folder or an address")
            return
        name = path.name.lower()
        if name.endswith(warc.SUFFIXES):
            yield from warc.read(place, place, settings)
        elif name.endswith(parquet.SUFFIXES):
            yield from parquet.read(place, settings)
        elif unpacked_name(name).endswith(RECORD_SUFFIXES):
            with path.open("rb") as file:
                yield from _records(place, file, settings, follow)
        else:
            with path.open("rb") as file:
                data = file.read(settings.max_bytes + 1)
            if name.endswith(PACKED_SUFFIXES):
                if not data.startswith(PACKED):
                    raise PageUnreadable(place, "not packed, as its name says", "check that the file is whole")
                data = inflated(place, data, settings.max_bytes)
            yield from contents.read(place, data, settings, name=unpacked_name(name), follow=follow)
    except OSError as error:
        yield _unreadable(place, error)
    except RecoupeError as error:
        yield error


def _records(
    place: str, file: IO[bytes], settings: ReadSettings, follow: Follow | None
) -> Iterator[Page | RecoupeError]:
    """Yield the pages of a records file, packed or not, holding a line at a time."""
    head = file.peek(4) if hasattr(file, "peek") else b""
    with unpacking(place):
        lines = records.lines_of(unpacked(file, head), records.longest_line(settings))
        yield from contents.opened(place, records.read(place, lines, settings), follow)


def _stream(place: str, file: IO[bytes], settings: ReadSettings, follow: Follow) -> Iterator[Page | RecoupeError]:
    """Yield the pages of standard input: archives and records as a stream, anything else whole."""
    head = file.peek(4096) if hasattr(file, "peek") else b""
    if head.startswith(b"WARC/"):
        yield from warc.read(place, file, settings)
    elif contents.is_json(head.decode("latin-1")):
        yield from _records(place, file, settings, follow)
    else:
        yield from contents.read(place, file.read(settings.max_bytes + 1), settings, follow=follow)


def _unreadable(place: str, error: OSError) -> PageUnreadable:
    return PageUnreadable(place, error.strerror or str(error), "check its permissions")
