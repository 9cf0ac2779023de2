"""Patterns of the rules as `re` compiled them, in one file: five pages try some that take a twentieth of a second.

    python -c "from recoupe.times import packed; packed.write()"      writes it, as setting up does

`re` turns a pattern into a list of numbers and gives that to its half in C, which checks it and makes the pattern. The
numbers are of one Python alone: a file that another wrote is not used, nor is a pattern whose text a table has changed
since, nor one that is damaged (a digest is of its text and its numbers). Such patterns are compiled as ever. Reading
never writes.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import functools
import hashlib
import re
import sys
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

PLACE = Path(__file__).parent / "rules.packed"
PYTHON = f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"


class _Packed(NamedTuple):
    digest: bytes
    flags: int
    groups: int
    names: dict[str, int]
    numbers: bytes


class _File(NamedTuple):
    python: str
    patterns: dict[bytes, msgspec.Raw]


def compiled(source: str) -> re.Pattern[str]:
    """Return the pattern of `source`, of what was packed where that is of use."""
    packed = _patterns().get(_key(source))
    if packed is not None:
        try:
            return _unpacked(source, msgspec.msgpack.decode(packed, type=_Packed))
        except (ValueError, TypeError, RuntimeError):  # damaged, or another half in C than is named
            pass
    return re.compile(source)


def write(sources: Iterable[str] | None = None, place: Path = PLACE) -> None:
    """Write `sources`, those of all languages by default; the same give the same bytes on one Python."""
    if sources is None:
        from recoupe.languages import available
        from recoupe.times.grammar import grammar

        sources = {rule.source for code in available() for rule in grammar(code).rules}
    new = msgspec.msgpack.encode(_File(PYTHON, {_key(source): _pack(source) for source in sorted(sources)}))
    if not place.exists() or place.read_bytes() != new:
        place.write_bytes(new)


def _pack(source: str) -> msgspec.Raw:
    from re import _compiler, _parser  # type: ignore[attr-defined]  # needed for writing only

    pattern = re.compile(source)
    numbers = array("I", _compiler._code(_parser.parse(source), 0)).tobytes()
    names = dict(sorted(pattern.groupindex.items()))
    packed = _Packed(_digest(source, numbers), pattern.flags, pattern.groups, names, numbers)
    return msgspec.Raw(msgspec.msgpack.encode(packed))


def _unpacked(source: str, packed: _Packed) -> re.Pattern[str]:
    if packed.digest != _digest(source, packed.numbers):
        raise ValueError("another pattern")
    by_number: list[str | None] = [None] * (packed.groups + 1)
    for name, number in packed.names.items():
        by_number[number] = name
    numbers = array("I", packed.numbers).tolist()
    made: re.Pattern[str] = _sre.compile(source, packed.flags, numbers, packed.groups, packed.names, tuple(by_number))
    return made


@functools.cache
def _patterns() -> Mapping[bytes, msgspec.Raw]:
    try:
        file = msgspec.msgpack.decode(PLACE.read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError):
        return {}
    return file.patterns if file.python == PYTHON else {}


def _key(source: str) -> bytes:
    return hashlib.blake2b(source.encode(), digest_size=12).digest()


def _digest(source: str, numbers: bytes) -> bytes:
    return hashlib.blake2b(source.encode() + b"\0" + numbers, digest_size=16).digest()
