"""Many texts as numbers: each word of each text becomes an id, all texts stand in one array."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from recoupe.reuse.words import HASH, Words

Ids = NDArray[np.int64]


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


def corpus_of(texts: Iterable[Words]) -> Corpus:
    """Return texts that were read before as a Corpus. Two words of one hash count as one."""
    vocabularies: list[bytes] = []
    parts = [np.empty(0, np.uint32)]
    bounds = [0]
    known = 0  # words of the vocabularies so far
    for text in texts:
        vocabularies.append(text.vocabulary)
        parts.append(np.frombuffer(text.places, np.uint32) + np.uint32(known))
        bounds.append(bounds[-1] + len(parts[-1]))
        known += len(text.vocabulary) // HASH
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
