"""A romanisation key: one short word for all the ways a name is spelt across languages and scripts.

Ouchakov, Ushakov, Uschakow and Ушаков share a key, as do Zelensky, Selenskyj and Зеленский. Letters are first written
in ASCII (anyascii), then the sounds that languages write differently are made one and the vowels dropped but for the
fact that the word begins with one. Equal keys make candidates; they never join two names alone.
"""

from __future__ import annotations

import functools
import unicodedata

import regex

from recoupe.text.ascii import ascii
from recoupe.text.patterns import compiled, compiled_by_regex

_RULES = tuple(
    (compiled_by_regex(pattern), out)
    for pattern, out in (
        (r"shch|schtsch|chtch|szcz", "s"),
        (r"tsch|tch|sch|cz|ch|sh|zh|dsch|dj|ts|tz", "s"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"kh|gh|qu|gu(?=[ei])", "k"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"[cgqh]", "k"),
        (r"w", "v"),
        (r"z", "s"),
        (r"(?:ff|f)$", "v"),
        (r"^[aeiouyj]+", "a"),
        (r"(?<!^)[aeiouyj]+", ""),
        (r"(.)\1+", r"\1"),
    )
)
_CYRILLIC = compiled_by_regex(r"\p{Cyrillic}", regex.V1)
_ARABIC = compiled_by_regex(r"\p{Arabic}", regex.V1)
_ENDINGS = compiled_by_regex(
    r"(?:ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ом|ем|ым|им|ах|ях|ую|юю|ая|яя|ий|ый|у|ю|а|я|е|ы|и|ь|й)$", regex.V1
)


_BETWEEN = compiled(r"[-./]")
_NO_LETTER = compiled(r"[^a-z ]+")


@functools.lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return `name` in lower-case ASCII letters and spaces: accents, hyphens and apostrophes gone."""
    plain = name if name.isascii() else ascii(unicodedata.normalize("NFC", name))
    out = _NO_LETTER.sub("", _BETWEEN.sub(" ", plain.lower().replace("ı", "i")))
    return " ".join(out.split())


@functools.lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the key of one word of a name; empty when it has no letters."""
    if _CYRILLIC.search(word):
        word = stem(word)
    sound = fold_name(word).replace(" ", "")
    for pattern, out in _RULES:
        sound = pattern.sub(out, sound)
    return sound


def stem(word: str) -> str:
    """Return a Cyrillic word without the ending of its case, so that "Путина" and "Путин" agree."""
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) >= 3 else word


def script(word: str) -> str:
    """Return "cyrillic", "arabic" or "latin" (all others)."""
    if word.isascii():
        return "latin"
    if _CYRILLIC.search(word):
        return "cyrillic"
    return "arabic" if _ARABIC.search(word) else "latin"
