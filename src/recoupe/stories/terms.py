"""Terms of an item: words by what they mean or by their stems, names by a key that spellings and scripts share.

Words that a language's table `stories` knows become a key that is the same in every language; those that only the wider
table `vocabulary` knows become its key, and half their stem. Others are romanised and cut to their first letters, which
joins inflected forms, and names and words of one root in several languages. Names have a second key, of their
consonants in classes that transliterations confuse.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

import regex

from recoupe.languages import load, normal_code
from recoupe.model import StoryItem
from recoupe.stories.columns import Columns, split
from recoupe.text.ascii import ascii
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex
from recoupe.text.vocabulary import function_words, meanings

STEM = 5
"""Letters of a stem: joins inflected forms and most cognates; results differ little from five to seven."""
CAPITAL = 1.3
"""Weight of a word with a capital or a figure: names tell stories apart better than other words."""
UNKNOWN = 1.15
"""Weight in a title of a word no table knows: in a language that sets titles in capitals it is rather a name."""
SMALL = 0.7
"""Weight in a title of a small word ("the", "with"): it tells a copy from another title, and nothing of a story."""
NAME_IN_TEXT = 4.0
LEAD = 30
"""Words at the beginning of a text that count double: a headline and a lead say what it is about."""
COLUMN = 0.5
"""Part that a column keeps of its weight: what stands in it may still be the story's subject ("Chess: ...")."""
BESIDE = 0.5
"""Part of a word's weight that its stem has beside its meaning."""
LIVE = "#live"
"""What a title says of its page ("EN DIRECT - ..."): a column of every outlet, so worn from the start."""
PARTICLE = 2
"""Letters of words that any text may have ("A", "De"); two languages do not share them as they share names."""


@functools.cache
def _word() -> regex.Pattern[str]:
    return compiled_by_regex(
        r"[\p{Han}\p{Hiragana}\p{Thai}]|[\p{Katakana}ー]+|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+", regex.V1
    )


@functools.lru_cache(maxsize=1 << 16)
def romanised(word: str) -> str:
    """Return `word` (its first 40 letters) in a to z and 0 to 9, small."""
    letters = ascii(word[:40]).lower()
    return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))


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
    text = romanised(word[:40].translate(_LETTERS))
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
    """Return the words and numbers of `text` as they stand; "2.4" and "15,000" are one number each, not two."""
    return _word().findall(text)


def places(text: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each of `words(text)`."""
    return [m.span() for m in _word().finditer(text)]


@functools.cache
def nouns_capitalised(language: str) -> bool:
    """Tell whether every noun of a language has a capital, so that a capital marks no name."""
    return bool(load(language).table("names").get("nouns_capitalised", False))


@functools.cache
def _vocabulary(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What words of headlines mean, the same keys in every language: (whole words, beginnings of words)."""
    whole: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for key, forms in load(language).table("stories").get("vocabulary", {}).items():
        for form in forms:
            table = whole if form.endswith(".") else beginnings
            table.setdefault(romanised(_bare(form.rstrip("."))), "#" + key)
    return whole, beginnings


@functools.lru_cache(maxsize=1 << 16)
def term(word: str, language: str) -> str:
    """Return what stands for `word`: what it means where the language's table knows it, else its stem."""
    text = romanised(_bare(word))
    whole, beginnings = _vocabulary(language)
    if text in whole:
        return whole[text]
    if beginnings:
        for length in range(len(text), 1, -1):
            if text[:length] in beginnings:
                return beginnings[text[:length]]
    return text[:STEM]


@functools.cache
def small_stems(language: str) -> frozenset[str]:
    """Return the stems of the small words of a language, which any text has."""
    return frozenset(key for key in (term(word, language) for word in function_words(language)) if key[:1] != "#")


@functools.lru_cache(maxsize=1 << 16)
def word_terms(word: str, language: str) -> tuple[tuple[str, float], ...]:
    """Return the terms of `word`, each with its share of the word's weight.

    A word whose meaning the wider table tells is that meaning, and half of it its stem: a meaning joins words that say
    the same, and what is said in the same word is nearer still.
    """
    key = term(word, language)
    meant = () if not key or key[0] == "#" else meanings(fold(word), language)
    return ((f"#{meant[0]}", 1.0), (key, BESIDE)) if meant else ((key, 1.0),) if key else ()


def _bare(word: str) -> str:
    """`word` without the Arabic article, which is written as part of it."""
    return word[2:] if len(word) > 4 and word.startswith("ال") else word


class Terms(NamedTuple):
    """Terms of an item with their weights before rarity, and those of them that another language may have too.

    `abroad`: what the table knows, names, and words of a text that stand in it with a capital or as figures only.
    `heads`: what stands before the title and may be a column.
    """

    weights: dict[str, float]
    abroad: frozenset[str]
    heads: list[str]


def title_terms(title: str, language: str) -> dict[str, float]:
    """Return the terms of a title with their weights before rarity: capitals, figures and unknown words weigh more."""
    found: dict[str, float] = {}
    for word in words(title[:1000]):
        for key, weight in _title_word(word, language):
            found[key] = max(weight, found.get(key, 0.0))
    return found


@functools.lru_cache(maxsize=1 << 16)
def _title_word(word: str, language: str) -> tuple[tuple[str, float], ...]:
    """Return the terms of a word of a title with their weights."""
    terms = word_terms(word, language)
    weight = CAPITAL if not word[0].islower() else 1.0
    if fold(word) in function_words(language):
        weight *= SMALL
    elif len(terms) == 1 and terms[0][0][0] != "#":
        weight *= UNKNOWN
    return tuple((key, weight * share) for key, share in terms)


def text_terms(text: str, language: str, most: int = 200) -> tuple[dict[str, float], set[str]]:
    """Return the terms of the first `most` words of `text`, where news says what it is about, and those ever small.

    Repeated words weigh more, slowly. Names weigh four times a word: a text has words enough to be like any other text
    of its subject, but names few.
    """
    counts: dict[str, float] = {}
    small: set[str] = set()
    for place, word in enumerate(words(text[: most * 12])[:most]):
        weight = 1.0 if word[0].islower() else NAME_IN_TEXT
        for key, share in word_terms(word, language):
            if word[0].islower():
                small.add(key)
            counts[key] = counts.get(key, 0.0) + share * (2 * weight if place < LEAD else weight)
    return {key: count**0.5 for key, count in counts.items()}, small


def item_terms(item: StoryItem, columns: Columns) -> Terms:
    """Return the terms of an item: its title, columns of it for half, its text, and names found in it."""
    language = normal_code(item.language)
    rest, heads, tails = split(item.title or "")
    found = title_terms(rest, language)
    for part, column in (*((head, columns.worn(head, language)) for head in heads), *((tail, True) for tail in tails)):
        terms = title_terms(part, language)
        if LIVE in terms and all(key == LIVE or len(key) <= PARTICLE for key in terms):
            continue  # "EN DIRECT" alone; "The Latest" is one outlet's column, and its parts go on from each other
        share = COLUMN if column else 1.0
        for key, weight in terms.items():
            found[key] = max(weight * share, found.get(key, 0.0))
    abroad = {key for key, weight in found.items() if weight >= CAPITAL}
    if LIVE in found:
        found[LIVE] *= COLUMN
    if item.text:
        counted, small = text_terms(item.text, language)
        abroad = (abroad | counted.keys()) - small
        for key, weight in counted.items():
            found[key] = found.get(key, 0.0) + weight
    for name in item.names:
        key = "@" + romanised(name)
        found[key] = max(CAPITAL, found.get(key, 0.0))
        abroad.add(key)
    return Terms(found, frozenset(key for key in found if key[0] == "#" or (key in abroad and _shared(key))), heads)


def _shared(key: str) -> bool:
    """Tell whether two languages that both write `key` may mean one thing: "A", "De" and "3" say nothing."""
    return key[0] == "@" or len(key) > (1 if key.isdecimal() else PARTICLE) or not key.isascii()
