"""The shared tables as they were made, in one file beside them: names asked for are decoded, the others are not.

    python -c "from recoupe.names import tables; tables.pack()"      writes it, as setting up does

Making the tables takes .06 s, most of it for names that five pages do not ask for. The file holds a digest of what they
were made of and a sum of its own bytes: if either is not as it was, they are made again. Reading never writes.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

Value = TypeVar("Value")

_SHELF, _BEGINNING = 2, 3
"""Characters that the names of one part have in common: thousands of parts of some names each. The parts stand on
shelves by the first of these, for to tell thousands of parts apart takes long too."""


class Parts(Generic[Value]):
    """A long table of names, in parts by their first characters; a part is decoded when a name of it is asked for."""

    def __init__(self, packed: bytes | memoryview, kind: Any) -> None:
        self._shelves = _parts_of(packed)
        self._decoder = msgspec.msgpack.Decoder(dict[str, kind])
        self._packed: dict[str, memoryview] = {}  # the parts of the shelves that were gone to
        self._opened: dict[str, Mapping[str, Value]] = {}

    def _part(self, beginning: str) -> Mapping[str, Value]:
        found = self._opened.get(beginning)
        if found is None:
            shelf = self._shelves.pop(beginning[:_SHELF], None)
            if shelf is not None:
                self._packed.update(_parts_of(shelf))
            packed = self._packed.get(beginning)
            if packed is None:
                return {}
            self._opened[beginning] = found = self._decoder.decode(packed)
        return found

    def __contains__(self, name: str) -> bool:
        beginning = name[:_BEGINNING]
        return name in (self._opened.get(beginning) or self._part(beginning))

    def __getitem__(self, name: str) -> Value:
        return self._part(name[:_BEGINNING])[name]

    def get(self, name: str) -> Value | None:
        """Return the value of `name`, None where there is none."""
        beginning = name[:_BEGINNING]
        return (self._opened.get(beginning) or self._part(beginning)).get(name)

    def from_(self, beginning: str) -> Iterator[tuple[str, Value]]:
        """Yield the names that come at `beginning` or behind it in the order of characters, with their values."""
        for shelf in self._shelves.values():
            self._packed.update(_parts_of(shelf))
        self._shelves.clear()
        for part in self._packed:
            if part >= beginning:
                yield from self._part(part).items()


Table = Parts[Value] | Mapping[str, Value]
"""A long table as it was packed, or as it was made."""


def names_from(table: Table[Value], beginning: str) -> Iterator[tuple[str, Value]]:
    """Yield the names that come at `beginning` or behind it in the order of characters, with their values."""
    if isinstance(table, Parts):
        return table.from_(beginning)
    return ((name, value) for name, value in table.items() if name >= beginning)


def parts(table: Mapping[str, Any]) -> bytes:
    """Return a table packed as `Parts` reads it."""
    shelves: dict[str, dict[str, dict[str, Any]]] = {}
    for name, value in table.items():
        shelves.setdefault(name[:_SHELF], {}).setdefault(name[:_BEGINNING], {})[name] = value
    return packed({key: packed({k: packed(part) for k, part in shelf.items()}) for key, shelf in shelves.items()})


def _parts_of(shelf: bytes | memoryview) -> dict[str, memoryview]:
    return msgspec.msgpack.decode(shelf, type=dict[str, memoryview])


def packed(value: object) -> bytes:
    return msgspec.msgpack.encode(value)


class _File(NamedTuple):
    made_of: bytes
    sum: int
    tables: memoryview  # a view decodes without a copy


def read(place: Path, made_of: bytes) -> memoryview | None:
    """Return what was packed at `place`, if it was of the same sources and is whole."""
    try:
        file = msgspec.msgpack.decode(place.read_bytes(), type=_File)
    except (OSError, ValueError, RecursionError):
        return None
    return file.tables if file.made_of == made_of and file.sum == zlib.crc32(file.tables) else None


def write(place: Path, made_of: bytes, tables: bytes) -> None:
    """Write what was made; the same sources give the same bytes."""
    new = msgspec.msgpack.encode(_File(made_of, zlib.crc32(tables), memoryview(tables)))
    if not place.exists() or place.read_bytes() != new:
        place.write_bytes(new)


def digest(files: Iterable[Path]) -> bytes:
    """Return a digest of the contents of some files, in their order."""
    found = hashlib.blake2b(digest_size=16)
    for file in files:
        data = file.read_bytes()
        found.update(f"{file.name} {len(data)} ".encode())
        found.update(data)
    return found.digest()
