"""Texts as numbers: each word of each text becomes an id, all texts stand in one array.

Words are compared folded (no case, no accents, one apostrophe); punctuation and quotation marks do not count, so that
other quotation marks or a dash instead of a comma do not end a shared run. Scripts without spaces between words are
compared character by character.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from hashlib import blake2b

import msgspec
import numpy as np
import regex
from numpy.typing import NDArray

from recoupe.text.normalise import fold, unmarked

Ids = NDArray[np.int64]


@functools.cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{M}]+|\p{N}+", regex.V1)


_PLAIN = re.compile("[a-z]+|[0-9]+")
"""The same of folded text that is all ASCII, as most is: read in half the time."""


def spans(text: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each word of `text` as this step counts them, in characters."""
    folded = unmarked(fold(text))
    return [m.span() for m in (_PLAIN if folded.isascii() else _pattern()).finditer(folded)]


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in the order of `spans`."""
    folded = unmarked(fold(text))
    found: list[str] = (_PLAIN if folded.isascii() else _pattern()).findall(folded)
    return found


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """All texts in one array.

    `ids` holds the word ids of all texts, one text behind the other; text `n` is `ids[bounds[n]:bounds[n + 1]]`.
    `hashes[id]` is 64 bits that stand for the word, the same on every machine and in every corpus.
    """

    ids: NDArray[np.uint32]
    bounds: Ids
    hashes: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def of(self, position: Ids) -> Ids:
        """Return the number of the text that holds each global word position."""
        return np.searchsorted(self.bounds, position, side="right").astype(np.int64) - 1

    def text(self, number: int) -> list[int]:
        """Return the word ids of one text as a list."""
        return self.ids[self.bounds[number] : self.bounds[number + 1]].tolist()  # type: ignore[no-any-return]


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one text: its `vocabulary`, the hash of each word once as it first comes, and for each word of the
    text its number there (`places`). Unsigned integers of 64 and 32 bits, little-endian."""

    vocabulary: bytes
    places: bytes


def read(text: str) -> Words:
    """Return the words of one text, by themselves."""
    known: dict[str, int] = {}
    found = words(text)
    places = np.fromiter((known.setdefault(w, len(known)) for w in found), "<u4", len(found))
    return Words(vocabulary=b"".join(map(_hash, known)), places=places.tobytes())


def corpus(texts: Iterable[str]) -> Corpus:
    """Return `texts` as a Corpus; reads them once, keeps no text."""
    return corpus_of(map(read, texts))


def corpus_of(texts: Iterable[Words]) -> Corpus:
    """Return texts that were read before as a Corpus. Two words of one hash count as one."""
    vocabularies: list[bytes] = []
    parts = [np.empty(0, np.uint32)]
    bounds = [0]
    known = 0  # words of the vocabularies so far
    for text in texts:
        vocabularies.append(text.vocabulary)
        parts.append(np.frombuffer(text.places, "<u4") + np.uint32(known))
        bounds.append(bounds[-1] + len(parts[-1]))
        known += len(text.vocabulary) // _HASH
    hashes, ids = _numbered(np.frombuffer(b"".join(vocabularies), "<u8").astype(np.uint64))
    return Corpus(ids=ids[np.concatenate(parts)], bounds=np.array(bounds, np.int64), hashes=hashes)


def _numbered(values: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """Return the distinct values, rising, and the number of each value among them."""
    order = np.argsort(values)
    ordered = values[order]
    new = np.append(True, ordered[1:] != ordered[:-1])[: len(values)]
    numbers = np.empty(len(values), np.uint32)
    numbers[order] = np.cumsum(new) - 1
    return ordered[new], numbers


_HASH = 8
"""Bytes of a hash."""


@functools.lru_cache(maxsize=1 << 16)
def _hash(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest()
