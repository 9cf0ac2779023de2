"""Texts as numbers: the hashes of a text's words, and which of them each word is.

Words are compared folded (no case, no accents, one apostrophe); punctuation and quotation marks do not count, so that
other quotation marks or a dash instead of a comma do not end a shared run. Scripts without spaces between words are
compared character by character.
"""

from __future__ import annotations

import functools
from array import array
from hashlib import blake2b

import msgspec
import regex

from recoupe.text.normalise import fold, unmarked
from recoupe.text.patterns import compiled, compiled_by_regex


@functools.cache
def _pattern() -> regex.Pattern[str]:
    return compiled_by_regex(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{M}]+|\p{N}+", regex.V1)


_PLAIN = compiled("[a-z]+|[0-9]+")
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


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one text: its `vocabulary`, the hash of each word once as it first comes, and for each word of the
    text its number there (`places`), HASH bytes and an unsigned integer of 32 bits each, as this machine has them."""

    vocabulary: bytes
    places: bytes


def read(text: str) -> Words:
    """Return the words of one text, by themselves."""
    known: dict[str, int] = {}
    found = words(text)
    places = array("I", [known.setdefault(word, len(known)) for word in found])
    return Words(vocabulary=b"".join(map(_hash, known)), places=places.tobytes())


HASH = 8
"""Bytes of a hash."""


@functools.lru_cache(maxsize=1 << 16)
def _hash(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=HASH).digest()
