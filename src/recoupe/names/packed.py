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

from recoupe.languages.packed import opened, replace

Value = TypeVar("Value")

_SHELF, _BEGINNING = 2, 3
"""Characters that the names of one part have in common: thousands of parts of some names each. The parts stand on
shelves by the first of these, for to tell thousands of parts apart takes long too."""


class _Opened(dict[str, Any]):
    """The parts of a table that were gone to, by what their names begin with; `none` is what one without names is."""

    def __init__(self, packed: bytes | memoryview, kind: Any, none: Any) -> None:
        self.shelves = _parts_of(packed)
        self.packed: dict[str, memoryview] = {}  # the parts of the shelves that were gone to
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._none = none

    def __missing__(self, beginning: str) -> Any:
        shelf = self.shelves.pop(beginning[:_SHELF], None)
        if shelf is not None:
            self.packed.update(_parts_of(shelf))
        packed = self.packed.get(beginning)
        if packed is None:
            return self._none
        self[beginning] = found = self._decoder.decode(packed)
        return found


class Parts(Generic[Value]):
    """A long table of names, in parts by their first characters; a part is opened when a name of it is asked for, and
    a value is decoded when it is: few of those beside it are."""

    def __init__(self, packed: bytes | memoryview, kind: Any) -> None:
        self._opened = _Opened(packed, dict[str, msgspec.Raw], {})
        self._decoder: msgspec.msgpack.Decoder[Value] = msgspec.msgpack.Decoder(kind)

    def __contains__(self, name: str) -> bool:
        return name in self._opened[name[:_BEGINNING]]

    def __getitem__(self, name: str) -> Value:
        return self._decoder.decode(self._opened[name[:_BEGINNING]][name])

    def get(self, name: str) -> Value | None:
        """Return the value of `name`, None where there is none."""
        found = self._opened[name[:_BEGINNING]].get(name)
        return None if found is None else self._decoder.decode(found)

    def from_(self, beginning: str) -> Iterator[tuple[str, Value]]:
        """Yield the names that come at `beginning` or behind it in the order of characters, with their values."""
        opened = self._opened
        for shelf in opened.shelves.values():
            opened.packed.update(_parts_of(shelf))
        opened.shelves.clear()
        for part in opened.packed:
            if part >= beginning:
                yield from ((name, self._decoder.decode(value)) for name, value in opened[part].items())


class Words:
    """A long list of words, in parts by their first characters, each of which is one text: to look for a word in it
    takes less than to make a set of it."""

    def __init__(self, packed: bytes | memoryview) -> None:
        self._opened = _Opened(packed, str, "")

    def __contains__(self, word: str) -> bool:
        return f"\n{word}\n" in self._opened[word[:_BEGINNING]]


Table = Parts[Value] | Mapping[str, Value]
"""A long table as it was packed, or as it was made."""


def names_from(table: Table[Value], beginning: str) -> Iterator[tuple[str, Value]]:
    """Yield the names that come at `beginning` or behind it in the order of characters, with their values."""
    if isinstance(table, Parts):
        return table.from_(beginning)
    return ((name, value) for name, value in table.items() if name >= beginning)


def parts(table: Mapping[str, Any]) -> bytes:
    """Return a table packed as `Parts` reads it."""
    return _shelved({part: {name: table[name] for name in names} for part, names in _by_beginning(table).items()})


def words(table: Iterable[str]) -> bytes:
    """Return a list of words packed as `Words` reads it. No word has a line's end in it."""
    return _shelved({part: "\n".join(("", *names, "")) for part, names in _by_beginning(sorted(table)).items()})


def _by_beginning(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name[:_BEGINNING], []).append(name)
    return found


def _shelved(of_beginning: Mapping[str, Any]) -> bytes:
    shelves: dict[str, dict[str, bytes]] = {}
    for beginning, part in of_beginning.items():
        shelves.setdefault(beginning[:_SHELF], {})[beginning] = packed(part)
    return packed({key: packed(shelf) for key, shelf in shelves.items()})


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
        file = msgspec.msgpack.decode(opened(place), type=_File)
    except (OSError, ValueError, RecursionError):
        return None
    return file.tables if file.made_of == made_of and file.sum == zlib.crc32(file.tables) else None


def write(place: Path, made_of: bytes, tables: bytes) -> None:
    """Write what was made; the same sources give the same bytes."""
    new = msgspec.msgpack.encode(_File(made_of, zlib.crc32(tables), memoryview(tables)))
    replace(place, new)


def digest(files: Iterable[Path]) -> bytes:
    """Return a digest of the contents of some files, in their order."""
    found = hashlib.sha1(usedforsecurity=False)
    for file in files:
        data = file.read_bytes()
        found.update(f"{file.name} {len(data)} ".encode())
        found.update(data)
    return found.digest()
