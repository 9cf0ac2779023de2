"""What pure steps have given before, by everything it was made from.

A value is kept under the digest of its step's name, of all its inputs, and of the version of the code and the tables,
so a value that anything would change is never found. What is kept must come back the same, types and all: that is
tried before it is kept. Without a store nothing is kept, and no digest made.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from recoupe.model.ports import Store

Value = TypeVar("Value")

_NONE = b""


class Memory:
    """Remembers what steps gave, in `store`. `version` stands for the code, the tables and what they rest on."""

    def __init__(self, store: Store | None = None, version: bytes = b"") -> None:
        self._store = store
        self._begun = hashlib.sha256(version)

    def key(self, step: str, *inputs: object) -> bytes:
        """Return the key of what `step` makes of `inputs`: records, plain values, or keys of earlier steps.

        Inputs hold no sets, and mappings in one order only. Empty where nothing is kept, or what has no key.
        """
        if self._store is None or _NONE in inputs:
            return _NONE
        digest = self._begun.copy()
        try:
            digest.update(_ENCODER.encode((step, inputs)))
        except (ValueError, OverflowError):  # a lone surrogate, a number beyond 64 bits
            return _NONE
        return digest.digest()

    def recall(self, key: bytes, kind: Any, make: Callable[[], Value]) -> Value:
        """Return the value of `key`, a `kind` in msgspec's sense, made anew where it is not kept."""
        if self._store is None or not key:
            return make()
        data = self._store.get(key)
        if data is not None:
            try:
                return _decoder(kind).decode(data)  # type: ignore[no-any-return]
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                pass
        value = make()
        kept = _comes_back(value, kind)
        if kept is not None:
            self._store.put(key, kept)
        return value


FORGETFUL = Memory()
"""Keeps nothing: each step is worked out."""


def _comes_back(value: object, kind: Any) -> bytes | None:
    """Return `value` encoded, None where decoding would give something else: 5 for 5.0, a list for a tuple."""
    try:
        data = _ENCODER.encode(value)
        again = _decoder(kind).decode(data)
        return data if again == value and _ENCODER.encode(again) == data else None
    except (ValueError, OverflowError, TypeError, RecursionError):  # msgspec's errors are ValueErrors
        return None


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


@functools.lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
