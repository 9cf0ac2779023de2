"""Whether two spellings may be one name.

The key of a name (`key`) makes candidates; here its letters decide. Precision first: "Claire Martin" and "Paul Martin"
are two, and so is what only sounds alike.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from rapidfuzz import fuzz

from recoupe.names.key import fold_name, key, script, stem
from recoupe.names.spans import LATELY

_LONE_ALIKE = 75
"""Of 100: how alike the letters of two lone names must be."""


def family_key(name: str) -> str:
    """Return the key of a full name's last word."""
    return key(name.split()[-1])


@functools.lru_cache(maxsize=LATELY)
def bears(full: str, alone: str) -> bool:
    """Tell whether the person called `full` may be called `alone`: the family name, or the first word (Xi Jinping)."""
    words = full.split()
    if alike(words[-1], alone) and key(words[-1]) == key(alone):
        return True
    return fold_name(words[0]) == fold_name(alone)


@functools.lru_cache(maxsize=LATELY)
def same_person(one: str, other: str) -> bool:
    """Tell whether two full names may be spellings of one person's name."""
    if fold_name(one) == fold_name(other):
        return True
    a, b = one.split(), other.split()
    if key(a[-1]) != key(b[-1]) or not alike(a[-1], b[-1]):
        return False
    return _given_agree(a[0], b[0]) and _middles_agree(a[1:-1], b[1:-1])


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether what stands between given and family name may be one person's: "George H.W." is not "George W."."""
    a, b = ("".join(_initials(word) for word in words) for words in (one, other))
    return a.startswith(b) or b.startswith(a)


def _initials(word: str) -> str:
    """Return the initials a middle word stands for; "" for a particle ("von", "dos")."""
    if word[:1].islower():
        return ""
    return "".join(fold_name(piece)[:1] for piece in word.split(".") if piece)


def alike(one: str, other: str) -> bool:
    """Tell whether two words with one key also look alike enough to be one name."""
    a, b = _letters(one), _letters(other)
    if a == b:
        return True
    if key(one) != key(other) or len(key(one)) < 2:
        return False
    if script(one) != script(other):
        return True
    # Short words of one key are often other names (Hill, Hilal): the fewer the sounds, the closer the letters must be.
    bar = {2: 88, 3: 76}.get(len(key(one)), 60)
    return fuzz.ratio(a, b) >= bar


@functools.lru_cache(maxsize=LATELY)
def _letters(word: str) -> str:
    """Return the letters of a word in ASCII, a Cyrillic one without its case ending."""
    return fold_name(stem(word) if script(word) == "cyrillic" else word).replace(" ", "")


def is_initial(word: str) -> bool:
    """Tell whether a given name is one letter alone."""
    return len(_letters(word)) == 1


def _given_agree(one: str, other: str) -> bool:
    """Tell whether two given names may be one: equal, an initial, a spelling of the same, a clipped form."""
    a, b = _letters(one), _letters(other)
    if not a or not b or a == b:
        return True
    if "." in one or "." in other:  # "J.-P." is Jean-Pierre
        x, y = ("".join(piece[0] for piece in fold_name(word).split()) for word in (one, other))
        if ("-" in one and "-" in other) or len(x) == len(y):
            return x == y
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short) or key(long)[:1] == key(short)[:1]
    if long.startswith(short) and len(short) >= 3:
        return long[len(short) :] not in ("a", "e", "ie", "ine", "ina", "elle", "ette", "ella")
    if key(one) != key(other):
        return False
    if script(one) != script(other):
        return True
    ends = {a[-1], b[-1]}
    return not (ends & {"a", "e"} and ends & {"o", "i", "y", "a"} and len(ends) == 2 and a[-1] != b[-1])


def one_lone_name(one: str, other: str) -> bool:
    """Tell whether two names of one word, with nothing beside them, are spellings of one: "Alix" is not "Alexei"."""
    if script(one) != script(other):
        return True
    return _given_agree(one, other) and fuzz.ratio(_letters(one), _letters(other)) >= _LONE_ALIKE
