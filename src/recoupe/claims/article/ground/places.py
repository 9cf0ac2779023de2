"""Whether a place that stands beside a value is another value's, or only where something began.

"216 dead, 71 in Brenz, 86 in Lorn"                  Brenz is not of the 216
"61 percent in Lorn, 47 percent in Brenz"            Lorn is not of the 47 percent, which has its own
"eleven aircraft, two of them lent by Brenz"         Brenz is not of the eleven
"three plants, among them the one in Brenz"          Brenz is not of the three
"three plants will close: Brenz, Lorn and Varn"      nor is any of those listed: they are what is counted
"a quake with its epicentre in Brenz left 120 dead"  Brenz is not where they died
"""

from __future__ import annotations

import functools

import regex

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Name
from recoupe.text import numbers
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

CENTRE = 40
"""Characters behind a word for an epicentre in which its place, and the state it lies in, are named."""

OWN = 40
"""Characters behind a value in which a place of its own is named: "of the road traffic in "."""

_LENGTHS = frozenset(("km", "mi", "nmi", "m"))
FROM = 20
"""Characters between a length and the place from which it is measured: " southeast of "."""

BY = 8
"""Characters between a place and its number behind it: " by "."""

CURRENCIES = ("$", "£")
"""Signs before which a country only says whose money is meant."""

_PART = compiled_by_regex(r"[,:;(] ?(?:\p{L}+ ){0,2}\d[\d.]* (\p{L}+) ")
_APART = compiled_by_regex(r"[,;:.()\n\d]")


def of_another_value(scene: Scene, sentence: Sentence, value: tuple[int, int], name: Name) -> bool:
    """Tell whether the place `name` is told of another number than the one at `value`, or of no number at all."""
    if scene.article.text[name.end : name.end + 1] in CURRENCIES:
        return True  # the "US" of "US$4 billion"
    if _of_another_number(scene, sentence, value, name) or _of_a_centre(sentence, value, name):
        return True
    if _of_one_listed(scene, sentence, value, name) or _of_a_part(scene, value, name):
        return True
    if _is_counted(scene, value, name):
        return True
    return name.end <= value[0] and _of_one_before(scene, sentence, value, name)


def _of_one_listed(scene: Scene, sentence: Sentence, value: tuple[int, int], name: Name) -> bool:
    """Tell whether a place is that of another of a list that says only its number: "14 German, 11 from Lorn"."""
    text = scene.article.text
    comma = text.rfind(",", sentence.start, name.start)
    if comma < 0 or (comma < value[1] and value[0] < name.start) or _LISTED.match(text, name.end) is None:
        return False
    if any(t.start < name.start and comma < t.end for t in sentence.times):
        return False  # "on May 7, 2031 in Lorn"
    item = text[comma + 1 : name.start]
    told = numbers.find(item, language=scene.article.language) if len(item) <= ITEM else []
    return len(told) == 1 and told[0].start <= 1 and _SMALL.fullmatch(item, told[0].end) is not None


_LISTED = compiled_by_regex(r"[,.;]|\s\p{L}{1,3} ")
_SMALL = compiled_by_regex(r" \p{Ll}{1,4} (?:\p{L}{1,3}[ '’])?")
ITEM = 30
"""Characters of the longest number and the words that lead from it to its place."""


def _of_a_part(scene: Scene, value: tuple[int, int], name: Name) -> bool:
    """Tell whether a place is told of some of those counted: "eleven aircraft, two of them lent by Lorn"."""
    text, language = scene.article.text, scene.article.language
    comma = max(text.rfind(mark, value[1], name.start) for mark in ",;(–")
    if comma < 0:
        return False
    item = text[comma + 1 : name.start].lstrip()
    part, out_of = _parts(language)
    opened = part.match(item)
    rest = item[opened.end() :] if opened is not None else item
    told = numbers.find(rest[:ITEM], language=language)
    if opened is not None and not told and len(item) <= ITEM:
        return True
    if not told or told[0].start > (ARTICLE if opened is not None else 0):
        return False
    return opened is not None or out_of.match(rest, told[0].end) is not None


def _is_counted(scene: Scene, value: tuple[int, int], name: Name) -> bool:
    """Tell whether a place is one of those that a colon lists: "three plants will close: Brenz, Lorn and Varn"."""
    text = scene.article.text
    colon = text.rfind(":", value[1], name.start)
    return colon >= 0 and _LIST.fullmatch(text, colon + 1, name.start) is not None


_LIST = compiled_by_regex(r" ?(?:\p{Lu}[\p{L}'’-]*+(?: \p{Lu}[\p{L}'’-]*+)*+(?:, | \p{Ll}{1,3} ))*+")
"""Names before one of a list, with what joins them."""

ARTICLE = 4
"""Characters at most between "among them" and the number of those it leads to."""


@functools.lru_cache(maxsize=32)
def _parts(language: str | None) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Return the words that lead from those counted to some of them, before a number of these and behind it."""
    table = load(language).table("concepts")
    before, behind = (
        "|".join(sorted(map(regex.escape, table.get(key, ())), key=len, reverse=True)) or "(?!)"
        for key in ("part", "out_of")
    )
    of_them = f"{behind}|{before}"
    return compiled_by_regex(rf"(?i)(?:{before})\b ?"), compiled_by_regex(rf"(?i) (?:{of_them})\b")


def _of_another_number(scene: Scene, sentence: Sentence, value: tuple[int, int], name: Name) -> bool:
    """Tell whether a place is told right behind another bare number ("216 dead, 71 in Brenz", "dont 71 à
    Brenz"), or behind a comma right before one ("down by 70 percent in Brenz, in Lorn by 40 percent")."""
    if name.start <= value[1]:
        return False
    text = scene.article.text
    parts = _PART.finditer(text, value[1], name.start)
    if any(fold(m[1]) in _leading(scene.article.language) for m in parts):
        return True
    if any(q.unit in _LENGTHS and value[1] < q.start and 0 < name.start - q.end <= FROM for q in sentence.quantities):
        return True  # "has 3,000 residents and lies 90 km south of Brenz"
    behind = (q for q in sentence.quantities if 0 < q.start - name.end <= BY)
    return "," in text[value[1] : name.start] and any(_APART.search(text, name.end, q.start) is None for q in behind)


def _of_one_before(scene: Scene, sentence: Sentence, value: tuple[int, int], name: Name) -> bool:
    """Tell whether a place before a value stands right behind another number, and the value has a place of its own."""
    text = scene.article.text
    before = [q for q in sentence.quantities if q.end <= name.start]
    if not before or _APART.search(text, before[-1].end, name.start):
        return False
    own = (n for n in sentence.names if n.type == "place" and 0 < n.start - value[1] <= OWN)
    return any(_led_to(scene, value[1], n.start) for n in own)


def _led_to(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words that stand before where something is lead from a value to a place."""
    between = scene.article.text[start:end]
    words = fold(between).split()
    return not _APART.search(between) and any(word in _leading(scene.article.language) for word in words)


@functools.lru_cache(maxsize=32)
def _leading(language: str | None) -> frozenset[str]:
    """Return the words that stand before where something is."""
    return frozenset(map(fold, load(language).table("facts").get("where", {}).get("at", ())))


def _of_a_centre(sentence: Sentence, value: tuple[int, int], name: Name) -> bool:
    """Tell whether a place is only where something began: "a quake with its epicentre in Brenz left 120 dead"."""
    centres = (c for c in sentence.of("scope") if c.key == "centre")
    return name.end <= value[0] and any(0 <= name.start - c.end <= CENTRE for c in centres)
