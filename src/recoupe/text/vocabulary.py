"""What words mean, one key in every language, as the table `vocabulary` of each language tells: words of news, and the
everyday words of what people say (`speech`).

An entry is the beginning of a word, a whole word where it ends in a full stop, and any part of a word where it begins
with an asterisk (the head of a German compound). Words are compared in small letters without accents.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

import regex

from recoupe.languages import load, normal_code
from recoupe.text.normalise import fold, letters
from recoupe.text.patterns import compiled_by_regex


class _Entries(NamedTuple):
    whole: Mapping[str, tuple[str, ...]]
    beginnings: Mapping[str, tuple[str, ...]]
    inside: Mapping[str, tuple[str, ...]]
    longest: int  # letters of a beginning


SHORTEST = 4
"""Letters of the shortest beginning of a word."""


@functools.cache
def _entries(language: str, section: str) -> _Entries:
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    inside: dict[str, tuple[str, ...]] = {}
    for key, forms in load(language).table("vocabulary").get(section, {}).items():
        alone = (key,)
        for form in forms:
            table = whole if form[-1] == "." else inside if form[0] == "*" else beginnings
            text = form.strip(".*")
            known = table.get(text)
            if known is None:
                table[text] = alone
            elif key not in known:
                table[text] = (*known, key)
    return _Entries(whole, beginnings, inside, max(map(len, beginnings), default=0))


@functools.cache
def function_words(language: str | None) -> frozenset[str]:
    """Return the small words of a language (folded), which mean nothing by themselves."""
    return frozenset(fold(w) for w in load(normal_code(language or "und")).table("names").get("function_words", ()))


def meanings(word: str, language: str | None, section: str = "vocabulary") -> tuple[str, ...]:
    """Return the keys of a word (folded: small, without accents), () where the language's table does not know it."""
    entries = _entries(normal_code(language or "und"), section)
    if word in entries.whole:
        return entries.whole[word]
    begun: dict[str, None] = {}
    for length in range(min(len(word), entries.longest), min(len(word), SHORTEST) - 1, -1):
        keys = entries.beginnings.get(word[:length])
        if keys is not None:
            begun.update(dict.fromkeys(keys))
    if begun:
        return tuple(begun)
    if entries.inside:
        for start in range(1, len(word) - 4):
            for end in range(len(word), start + 4, -1):
                if word[start:end] in entries.inside:
                    return entries.inside[word[start:end]]
    return ()


_WORD = compiled_by_regex(r"\p{L}+", regex.V1)

_SHORT = 3

_LETTERS = 5
"""Letters by which words of two languages are alike: names, places and learned words are spelt alike in most."""


class _Told(dict[str, tuple[str, ...]]):
    """What each word of a language tells, worked out when it is first met; () of one that tells nothing."""

    def __init__(self, language: str | None, everyday: bool) -> None:
        self._language, self._nothing, self._everyday = language, function_words(language), everyday

    def __missing__(self, word: str) -> tuple[str, ...]:
        known = meanings(word, self._language) if len(word) >= _SHORT else ()
        if self._everyday:
            known = tuple(dict.fromkeys((*known, *meanings(word, self._language, "speech"))))
        if not known and len(word) > _SHORT and word not in self._nothing:
            known = (word[:_LETTERS],)
        self[word] = known
        return known


_telling = functools.cache(_Told)


def told(folded: str, language: str | None, *, everyday: bool = False) -> list[tuple[str, ...]]:
    """Return what each word of a text (folded) means, in order: its keys, or the first letters of an unknown one.

    Words of one or two letters, and unknown ones of three, are left out. What people say has `everyday` words too.
    """
    telling = _telling(language, everyday)
    words = letters(folded).split() if folded.isascii() else _WORD.findall(folded)
    return [keys for word in words if (keys := telling[word])]
