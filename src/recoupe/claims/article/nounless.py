"""Numbers of a sentence of which no noun tells what they count.

"iodine tablets, 12,000 in all"       -> a number
"on the fourth ballot"                -> a rank
"category 3", "three out of five"     -> a level, the step of a scale
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from recoupe.languages import load, normal_code
from recoupe.text import numbers
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.text.vocabulary import function_words

NUMBER = "number"
"""Kind of a number of which nothing is known."""

RANK = "rank"
"""Kind of an ordinal, told with the word behind it: "fourth ballot"."""

LEVEL = "level"
"""Kind of a step of a scale: a category, a degree of danger."""

STEPS = (RANK, LEVEL)
"""Kinds that count one after the other."""

LEAST = 1000
"""Below this a number without a noun may be anything: a page, a channel, a flight."""

FIRST, LAST = 1, 100
"""Ranks that say nothing, for many are "the first", and beyond which none is counted."""

TOP = 12
"""The highest step of the scales that news tells of."""

SCALES = ("3", "4", "5", "6", "7", "10", "12")
"""How many steps a scale has."""

LONG_WORD = 24
_LAST_WORD = compiled(r"([^\W\d_]+) $")
_DETERMINER = compiled(r"([^\W\d_]+)(['’]s)? $")
_NOUN = compiled(r"(?: ?- ?| )([^\W\d_]+)")
_TWO_WORDS = compiled(r" [^\W\d_]+(?: [^\W\d_]+)?")
_ENDS = compiled(r" ?[.,;:)»”]|$")
_LIKE_A_YEAR = compiled(r"(?:1[89]|20|21)\d\d")
_CODED = compiled(r"[\w/:°-]|[ \u00a0.-]\d")
_CODE = compiled(r"(?:[^\W\d_]|[°#@/:-]|n°|no\.?) ?$|\d[ \u00a0.-]$")


class Nounless(NamedTuple):
    """A number at `[start, end)` of a sentence, with the words that tell its kind."""

    start: int
    end: int
    kind: str
    value: float


def find(text: str, language: str | None, taken: Collection[tuple[int, int]]) -> Iterator[Nounless]:
    """Yield the numbers of a sentence without a noun, in order; what is `taken` is a time or counts something."""
    small = function_words(language)
    scale = _scale(normal_code(language))
    for number in numbers.find(text, language=language):
        start, end = number.start, number.end
        step = _step(text, number, scale) if number.low == number.high and number.low <= TOP else None
        if step is not None:
            yield Nounless(*step, LEVEL, number.low)
        elif number.low != number.high or any(a < end and start < b for a, b in taken):
            continue
        elif number.ordinal:
            noun = _NOUN.match(text, end)
            following = _TWO_WORDS.match(text, end)
            idle = noun is not None and fold(noun[1]) in small  # "segundo a prefeitura": no second
            idle = idle or (following is not None and not _units(language).isdisjoint(fold(following[0]).split()))
            idle = idle or (noun is not None and fold(noun[1]) in _numbered(language))
            if FIRST < number.low <= LAST and not idle:
                yield Nounless(start, noun.end() if noun is not None else end, RANK, number.low)
        elif number.low >= LEAST and not _LIKE_A_YEAR.fullmatch(text, start, end) and not _coded(text, start, end):
            yield Nounless(start, end, NUMBER, number.low)


def behind_article(text: str, start: int, language: str | None) -> bool:
    """Tell whether an article that never stands before what is known stands there: "a second dam" is another dam."""
    before = _LAST_WORD.search(text, max(0, start - LONG_WORD), start)
    articles = load(language).table("quotes").get("subject", {}).get("indefinite", "")
    return before is not None and fold(before[1]) in fold(articles).split()


def behind_determiner(text: str, start: int, language: str | None) -> bool:
    """Tell whether a year stands where a noun is told by it: "its 2014 annexation", "the country's 2016 election"."""
    before = _DETERMINER.search(text, max(0, start - LONG_WORD), start)
    words = str(load(language).table("quotes").get("subject", {}).get("determiners", ""))
    return before is not None and (before[2] is not None or fold(before[1]) in fold(words).split())


def behind_of(text: str, start: int, language: str | None) -> bool:
    """Tell whether a word for "of" joins a year to the noun before it: "l'annexion de 2014"."""
    words = tuple(fold(word) for word in load(language).table("concepts").get("kin_of", ()) if word.endswith(" "))
    return bool(words) and fold(text[max(0, start - LONG_WORD) : start]).endswith(tuple(f" {word}" for word in words))


def _coded(text: str, start: int, end: int) -> bool:
    """Tell whether a number is part of a code, a telephone number, a name ("T-1400", "04 72 10 30 30")."""
    return _CODED.match(text, end) is not None or _CODE.search(text, max(0, start - 3), start) is not None


@functools.lru_cache(maxsize=32)
def _units(language: str | None) -> frozenset[str]:
    """Return the words for units of time and for weekdays: "the sixth straight day" only says how long something goes
    on, "the third Tuesday" when it is."""
    table = load(language).table("times")
    lasting = (words for part in ("unit", "units") for unit, words in table.get(part, {}).items() if unit in _LASTS)
    return frozenset(fold(w) for words in (*lasting, *table.get("weekday", {}).values()) for w in words)


@functools.lru_cache(maxsize=32)
def _numbered(language: str | None) -> frozenset[str]:
    """Return the words for what has a number for a name: the third floor, 52nd Street, the 18th arrondissement."""
    return frozenset(map(fold, load(language).table("concepts").get("numbered", ())))


_LASTS = frozenset(("day", "night", "week", "month", "year"))


class _Scale(NamedTuple):
    """Words before a step of a scale, and what tells behind it how many steps there are."""

    words: tuple[str, ...]
    of: re.Pattern[str] | None


def _step(text: str, number: numbers.Number, scale: _Scale) -> tuple[int, int] | None:
    """Return where the words begin and end that make a number a step of a scale, None where none do."""
    before = _LAST_WORD.search(text, max(0, number.start - LONG_WORD), number.start)
    behind = scale.of.match(text, number.end) if scale.of is not None else None
    if before is not None and fold(before[1]).endswith(scale.words):
        return before.start(1), behind.end() if behind else number.end
    return (number.start, behind.end()) if behind and _ENDS.match(text, behind.end()) else None


@functools.cache
def _scale(code: str) -> _Scale:
    table, units = load(code).table("concepts"), load(code).table("numbers").get("units", {})
    between = "|".join(map(re.escape, table.get("scale_of", ())))
    how_many = "|".join((*SCALES, *(word for value in SCALES for word in units.get(value, ()))))
    of = compiled(rf" (?:{between}) (?:{how_many})(?![\w.,]\d|\w)", re.IGNORECASE) if between else None
    return _Scale(tuple(map(fold, table.get("step", ()))), of)
