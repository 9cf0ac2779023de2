"""Answers kept between runs, so that a page is sent again only when it has changed (RFC 9111, validation).

A cache is any mutable mapping from address to Remembered; a dict serves one run, `FolderCache` several.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import msgspec

from recoupe.model import SettingError


class Remembered(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer: its bytes, what the server said of them, and the validators to ask with again."""

    url: str
    data: bytes
    content_type: str
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


class FolderCache(MutableMapping[str, Remembered]):
    """A folder with a file an address, named by the address's digest. A file that cannot be read counts as none.

    Raises SettingError when the folder cannot be made.
    """

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingError(folder, f"no folder for a cache: {error.strerror}", "choose another --cache") from error

    def __getitem__(self, url: str) -> Remembered:
        try:
            return msgspec.msgpack.decode(self._file(url).read_bytes(), type=Remembered)
        except (OSError, ValueError, RecursionError) as error:
            raise KeyError(url) from error

    def __setitem__(self, url: str, answer: Remembered) -> None:
        """Keep an answer; a full disk loses the answer, not the run. Written aside first: two runs may share it."""
        file = self._file(url)
        aside = file.with_suffix(f".{os.getpid()}")
        try:
            aside.write_bytes(msgspec.msgpack.encode(answer))
            aside.replace(file)
        except OSError:
            aside.unlink(missing_ok=True)

    def __delitem__(self, url: str) -> None:
        try:
            self._file(url).unlink()
        except OSError as error:
            raise KeyError(url) from error

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a cache is looked up, not listed: it keeps digests of addresses")

    def __len__(self) -> int:
        return sum(1 for _ in self._folder.glob("*.answer"))

    def _file(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()[:40]}.answer"
