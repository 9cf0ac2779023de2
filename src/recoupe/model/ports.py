"""Ports: what the pipeline needs of the outside world, as protocols whose docstrings are contracts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Store(Protocol):
    """Bytes by key, kept between runs or not. It may forget anything at any time; it never gives other bytes back."""

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under `key`, exactly, or None. Never raises: what cannot be read is not there."""
        ...

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return what `get` would, of all `keys` at once: those that are not there are left out. Never raises."""
        ...

    def put(self, key: bytes, value: bytes) -> None:
        """Keep `value` under `key` where that is possible. Never raises: what cannot be kept is made again."""
        ...
