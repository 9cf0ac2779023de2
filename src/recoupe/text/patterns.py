"""Patterns as `re` and `regex` compiled them, in one file: those that five pages need take a ninth of a second.

    python tools/pack_patterns.py      writes it, as setting up does

`re` turns a pattern into a list of numbers and gives that to its half in C, which checks it and makes the pattern.
`regex` gives pickle something alike. Both are of one Python, and of one `regex`, alone: a file that others wrote is not
used, nor is a pattern whose text a table has changed since, nor one that is damaged (a digest is of its text and of
what was packed). Such patterns are compiled as ever. Reading never writes.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import functools
import hashlib
import pickle
import re
import sys
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
import regex

from recoupe.languages.packed import opened, replace

PLACE = Path(__file__).parent / "patterns.packed"
PYTHON = f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder} regex {regex.__version__}"


class Asked(NamedTuple):
    """A pattern somebody asked for: by `regex`, else by `re`."""

    source: str
    flags: int
    by_regex: bool


class _Packed(NamedTuple):
    """What `re` makes of a pattern."""

    flags: int
    groups: int
    names: dict[str, int]
    numbers: bytes


class _File(NamedTuple):
    python: str
    patterns: dict[bytes, memoryview]  # by the key of a pattern: the digest, then what was packed


asked: set[Asked] = set()
"""What was asked for in this process: what a run that is to pack them needs."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return `re.compile(source, flags)`, of what was packed where that is of use.

    For patterns of code and of tables, not of pages: each is remembered.
    """
    packed = _packed(Asked(source, int(flags), False))
    if packed is not None:
        try:
            return _of_numbers(source, msgspec.msgpack.decode(packed, type=_Packed))
        except (ValueError, TypeError, RuntimeError):  # another half in C than is named
            pass
    return re.compile(source, flags)


def compiled_by_regex(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return `regex.compile(source, flags)` in the same way."""
    packed = _packed(Asked(source, int(flags), True))
    if packed is not None:
        try:
            found: regex.Pattern[str] = pickle.loads(packed)
            return found
        except (pickle.UnpicklingError, ValueError, TypeError, RuntimeError, AttributeError, ImportError):
            pass
    return regex.compile(source, flags)


def write(patterns: Iterable[Asked], place: Path = PLACE) -> None:
    """Write some patterns; the same give the same bytes on one Python."""
    packed: dict[bytes, memoryview] = {}
    for one in sorted(patterns):
        data = pickle.dumps(regex.compile(one.source, one.flags)) if one.by_regex else _numbers(one)
        packed[_key(one)] = memoryview(_digest(one, data) + data)
    new = msgspec.msgpack.encode(_File(PYTHON, packed))
    replace(place, new)


def _packed(one: Asked) -> memoryview | None:
    """Return what was packed of a pattern, None where it was not or is damaged."""
    asked.add(one)
    found = _patterns().get(_key(one))
    if found is None or found[:_DIGEST] != _digest(one, found[_DIGEST:]):
        return None
    return found[_DIGEST:]


def _numbers(one: Asked) -> bytes:
    from re import _compiler, _parser  # type: ignore[attr-defined]  # needed for writing only

    pattern = re.compile(one.source, one.flags)
    numbers = array("I", _compiler._code(_parser.parse(one.source, one.flags), one.flags)).tobytes()
    names = dict(sorted(pattern.groupindex.items()))
    return msgspec.msgpack.encode(_Packed(pattern.flags, pattern.groups, names, numbers))


def _of_numbers(source: str, packed: _Packed) -> re.Pattern[str]:
    by_number: list[str | None] = [None] * (packed.groups + 1)
    for name, number in packed.names.items():
        by_number[number] = name
    numbers = array("I", packed.numbers).tolist()
    made: re.Pattern[str] = _sre.compile(source, packed.flags, numbers, packed.groups, packed.names, tuple(by_number))
    return made


@functools.cache
def _patterns() -> Mapping[bytes, memoryview]:
    try:
        file = msgspec.msgpack.decode(opened(PLACE), type=_File)
    except (OSError, ValueError, RecursionError):
        return {}
    return file.patterns if file.python == PYTHON else {}


_DIGEST = 16


def _key(one: Asked) -> bytes:
    return hashlib.blake2b(repr(one[1:]).encode() + one.source.encode(), digest_size=12).digest()


def _digest(one: Asked, packed: bytes | memoryview) -> bytes:
    found = hashlib.blake2b(one.source.encode() + b"\0", digest_size=_DIGEST)
    found.update(packed)
    return found.digest()
