"""Terms of an item: words by their stems, names by a key that spellings and scripts share, numbers.

No language is needed for this: words are romanised, cut to their first letters (which joins inflected forms, and words
of one root in several languages), names get a key of their consonants in classes that transliterations confuse.
"""

from __future__ import annotations

import functools

import regex
from anyascii import anyascii

from recoupe.model import StoryItem

STEM = 6
"""Letters of a stem. Five join more, seven fewer; measured flat between five and seven."""


@functools.cache
def _word() -> regex.Pattern[str]:
    return regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|\p{N}+|[\p{L}\p{M}]+", regex.V1)


@functools.lru_cache(maxsize=1 << 16)
def romanised(word: str) -> str:
    """Return `word` in a to z and 0 to 9, small."""
    return "".join(c for c in anyascii(word).lower() if c.isalnum())


_SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("dzh", "s"), ("ch", "s"), ("sh", "s"), ("zh", "s"), ("ph", "f"), ("ts", "s"),
    ("tz", "s"), ("dj", "s"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"),
)  # fmt: skip
_CLASSES = str.maketrans("bcqzj", "pkkss")
_SOFT = frozenset("aeiouyvwh")  # vowels, and the letters that one script or another writes as a vowel or leaves out
_LETTERS = str.maketrans({"č": "s", "ć": "s", "ç": "s", "أ": "a", "إ": "a", "آ": "a", "ا": "a", "х": "h", "Х": "Kh"})


@functools.lru_cache(maxsize=1 << 16)
def name_key(word: str) -> str:
    """Return the consonants of a name in classes that spellings and scripts confuse; "" when too few are left.

    Ouchakov, Ushakov and Ушаков have one key; so have Trump and ترامب. The Arabic article does not count.
    """
    if len(word) > 4 and word.startswith("ال"):
        word = word[2:]
    text = romanised(word.translate(_LETTERS))
    for spelling, sound in _SOUNDS:
        text = text.replace(spelling, sound)
    if not text:
        return ""
    key = "a" if text[0] in "aeiouy" else text[0].translate(_CLASSES)
    for c in text[1:].translate(_CLASSES):
        if c not in _SOFT and c != key[-1]:
            key += c
    return key if len(key) >= 3 else ""


def words(text: str) -> list[str]:
    """Return the words and numbers of `text` as they stand."""
    return _word().findall(text)


def title_terms(title: str) -> dict[str, float]:
    """Return the terms of a title with their weights before rarity: capitals and figures weigh more."""
    found: dict[str, float] = {}
    for word in words(title):
        stem = romanised(word)[:STEM]
        if stem:
            weight = 1.3 if not word[0].islower() else 1.0
            found[stem] = max(weight, found.get(stem, 0.0))
    return found


def text_terms(text: str, most: int = 400) -> dict[str, float]:
    """Return the terms of the first `most` words of `text`; repeated words weigh more, slowly."""
    counts: dict[str, float] = {}
    for word in words(text[: most * 12])[:most]:
        stem = romanised(word)[:STEM]
        if stem:
            counts[stem] = counts.get(stem, 0.0) + (1.3 if not word[0].islower() else 1.0)
    return {stem: count**0.5 for stem, count in counts.items()}


def item_terms(item: StoryItem) -> dict[str, float]:
    """Return the terms of an item: its title and text, and the names found in it, where known."""
    found = title_terms(item.title) if item.title else {}
    if item.text:
        for stem, weight in text_terms(item.text).items():
            found[stem] = found.get(stem, 0.0) + weight
    for name in item.names:
        key = "@" + romanised(name)
        found[key] = max(1.3, found.get(key, 0.0))
    return found
