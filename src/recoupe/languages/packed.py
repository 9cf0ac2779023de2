"""Tables as they were parsed, in one file beside them: TOML takes ten times as long to read.

    python -m recoupe.languages.packed      writes it, as setting up and building do

It holds each table under its place in the package as a digest and MessagePack. The digest is of the table's text and of
what was packed: if the table was changed since, or the file is damaged or missing, TOML is read. Reading never writes.
"""

from __future__ import annotations

import functools
import hashlib
import mmap
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import tomli

PACKAGE = Path(__file__).resolve().parent.parent
NAME = "tables.packed"


class _Packed(NamedTuple):
    digest: bytes
    table: memoryview  # a view is passed over in one step when the file is opened


def read(path: Path) -> Mapping[str, Any]:
    """Return the table in a TOML file of the package. Raises OSError and tomli.TOMLDecodeError."""
    text = path.read_bytes()
    packed = _packed().get(path.relative_to(PACKAGE).as_posix()) if path.is_relative_to(PACKAGE) else None
    if packed is not None and packed.digest == _digest(text, packed.table):
        found: dict[str, Any] = msgspec.msgpack.decode(packed.table)
        return found
    return tomli.loads(text.decode("utf-8"))


def write(package: Path = PACKAGE) -> None:
    """Write the packed tables of a package; the same tables give the same bytes."""
    packed = {}
    for path in sorted(package.rglob("*.toml")):
        text = path.read_bytes()
        table = memoryview(msgspec.msgpack.encode(tomli.loads(text.decode("utf-8"))))
        packed[path.relative_to(package).as_posix()] = _Packed(_digest(text, table), table)
    new = msgspec.msgpack.encode(packed)
    replace(package / "languages" / NAME, new)


def opened(place: Path) -> bytes | mmap.mmap:
    """Return a file that was packed, of which few pages are asked for: where a file in use may be replaced, the others
    are never read. Raises OSError, and ValueError where it is empty."""
    if os.name != "posix":
        return place.read_bytes()
    with place.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def replace(place: Path, new: bytes) -> None:
    """Put what was packed in its place, if it is not there yet. Whoever has the file open keeps the old one whole."""
    if place.exists() and place.read_bytes() == new:
        return
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    beside.write_bytes(new)
    beside.replace(place)


@functools.cache
def _packed() -> Mapping[str, _Packed]:
    try:
        return msgspec.msgpack.decode(opened(PACKAGE / "languages" / NAME), type=dict[str, _Packed])
    except (OSError, ValueError, RecursionError):
        return {}


def _digest(text: bytes, table: memoryview) -> bytes:
    found = hashlib.sha1(text, usedforsecurity=False)  # in half the time of blake2b
    found.update(b"\0")
    found.update(table)
    return found.digest()


if __name__ == "__main__":
    write()
