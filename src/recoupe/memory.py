"""What pure steps have given before, by everything it was made from.

A value is kept under the digest of its step's name, of all its inputs, and of the version of the code and the tables,
so a value that anything would change is never found. What is kept must come back the same, types and all: that is
tried before it is kept. Without a store nothing is kept, and no digest made.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec

from recoupe.model.ports import Store

Value = TypeVar("Value")

_NONE = b""
_MISSING = object()


class Memory:
    """Remembers what steps gave, in `store`. `version` stands for the code, the tables and what they rest on."""

    def __init__(self, store: Store | None = None, version: bytes = b"") -> None:
        self._store = store
        self._begun = hashlib.sha256(version)
        self._again: dict[bytes, Any] = {}
        self._ahead: dict[bytes, bytes] = {}
        self._given: list[Any] = []

    def key(self, step: str, *inputs: object) -> bytes:
        """Return the key of what `step` makes of `inputs`: records, plain values, or keys of earlier steps.

        Inputs hold no sets; the order of a mapping tells nothing. Empty where nothing is kept, or what has no key.
        """
        if self._store is None or _NONE in inputs:
            return _NONE
        digest = self._begun.copy()
        try:
            digest.update(_ENCODER.encode((step, inputs)))
        except (ValueError, OverflowError):  # a lone surrogate, a number beyond 64 bits
            return _NONE
        return digest.digest()

    def ahead(self, keys: Iterable[bytes]) -> None:
        """Look up at once what will be asked for one by one."""
        if self._store is not None:
            self._ahead |= self._store.get_many(key for key in keys if key)

    def recall(self, key: bytes, kind: Any, make: Callable[[], Value], *, twice: bool = False) -> Value:
        """Return the value of `key`, a `kind` in msgspec's sense, made anew where it is not kept.

        What is asked for `twice` in a run, and not often, is held between the two.
        """
        if self._store is None or not key:
            return make()
        if key in self._again:
            return self._again.pop(key)  # type: ignore[no-any-return]
        value = self._kept(key, kind)
        if value is _MISSING:
            value = make()
            self._keep(key, value, kind)
        if twice:
            self._again[key] = value
        return value  # type: ignore[no-any-return]

    def renew(self, key: bytes, kind: Any, make: Callable[[Value | None], Value]) -> Value:
        """Return what `make` gives, told what it gave when this was last asked; that is kept instead.

        For what grows: `make` itself knows which of the old still holds.
        """
        old = self._kept(key, kind)
        before = None if old is _MISSING else old
        value = make(before)
        if value is not before:
            self._keep(key, value, kind)
        return value

    def _kept(self, key: bytes, kind: Any) -> Any:
        if self._store is None or not key:
            return _MISSING
        data = self._ahead.pop(key, None) or self._store.get(key)
        if data is not None:
            try:
                value = _decoder(kind).decode(data)
                self._given.append(value)
                return value
            except (ValueError, RecursionError):
                pass
        return _MISSING

    def _keep(self, key: bytes, value: object, kind: Any) -> None:
        if self._store is None or not key:
            return
        kept = _comes_back(value, kind)
        if kept is not None:
            self._store.put(key, kept)


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
