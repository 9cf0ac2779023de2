"""Sentences with their offsets: a candidate boundary, then the reasons against it.

A boundary is a full stop, question mark, exclamation mark or ellipsis (with the closing quotation marks and brackets
behind it) before white space, or a line break; and a stop between a word and the capital of the next sentence, where a
page has lost the break between two of its paragraphs ("of the port.The mayor"). It is none behind an abbreviation or an
initial, inside an open quotation or bracket that closes on the same line and goes on in lower case, or before a word in
lower case.
Abbreviations come from `languages/<code>/sentences.toml` (`abbreviations`).
"""

from __future__ import annotations

import functools
import re

import regex

from recoupe.languages import load
from recoupe.text.patterns import compiled, compiled_by_regex
from recoupe.text.spaced import is_spaced

# A run of stops is entered at its beginning only and never given back; behind it one mark at a time: linear in length.
# The mark itself comes first, what stands before it is looked at then: `re` finds one of a few characters fast.
_STOPS = ".!?…。！？؟"
_BOUNDARY = compiled(
    rf"[{_STOPS}\n](?:(?<=\n)\n*|(?<=[{_STOPS}])(?<![{_STOPS}][{_STOPS}])[{_STOPS}]*+"
    r"(?:«|\s?[»”\"'’)\]“])*(?=\s|$)"
    r"|(?<=[a-zß-ÿ\s][a-zß-ÿ\s][a-zß-ÿ»”%)][.!?])(?=[A-ZÀ-Þ](?:[a-zß-ÿ]*+(?<!\.Com)(?<!\.Net)(?<!\.Org)['’ ]|\.\s)))"
)
_BEFORE = compiled_by_regex(r"(?r)[\p{L}\p{M}\p{N}.'’-]+$", regex.V1)
_FIRST = compiled_by_regex(r"\p{Lu}\p{Ll}*+(?![\p{L}.])", regex.V1)
_INITIALS = compiled_by_regex(r"^(?:\p{Lu}|(?:\p{L}\.)+\p{L}?)$", regex.V1)
_REACH = 20
"""Characters of the longest word before a stop that is looked at."""
ORDINAL = "@ordinal"
"""Listed among a language's abbreviations where a full stop behind a number makes it an ordinal."""
_OPENERS = "«“„\"'‘([—–-•"


@functools.cache
def _openers(language: str | None) -> frozenset[str]:
    """Return the small words whose capital only the beginning of a sentence gives: "The", "Il"."""
    return frozenset(load(language).table("names").get("function_words", ()))


@functools.cache
def _abbreviations(language: str | None) -> frozenset[str]:
    return frozenset(a.rstrip(".").lower() for a in load(language).table("sentences").get("abbreviations", ()))


def split(text: str, *, language: str | None = None) -> list[tuple[int, int]]:
    """Return `[start, end)` of each sentence of `text`, without the white space around it, in order."""
    abbreviations, openers = _abbreviations(language), _openers(language)
    spans: list[tuple[int, int]] = []
    start = 0
    for m in _BOUNDARY.finditer(text):
        if text[m.start()] == "\n" or (
            _ends(text, start, m, abbreviations, openers) and not _within_number(text, m.start())
        ):
            _add(text, start, m.end(), spans)
            start = m.end()
    _add(text, start, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


def _within_number(text: str, at: int) -> bool:
    """Tell whether the stop at `at` is a sign within a number of a text that sets its marks apart: "magnitude 5. 9"."""
    digits = text[at - 1 : at].isdigit() and text[at : at + 2] == ". " and text[at + 2 : at + 3].isdigit()
    return digits and _DECIMAL.match(text, at) is not None and is_spaced(text)


_DECIMAL = compiled(r"\. \d{1,2}(?![\d.,:]\d|\d|, \d| \.)")


def _ends(text: str, start: int, m: re.Match[str], abbreviations: frozenset[str], openers: frozenset[str]) -> bool:
    rest = text[m.end() : m.end() + 40].lstrip(" \t\u00a0\u202f")
    following = rest.lstrip(_OPENERS + " \u00a0\u202f")[:1]
    if rest[:1] not in ("", "\n") and following.islower():
        return False
    if m.group().strip() == ".":
        word = text[max(start, m.start() - _REACH) : m.start()].rpartition(" ")[2]
        if word.isalpha():  # most stops stand behind a plain word
            initial = len(word) == 1 and word.isupper() and rest[:1] not in ("", "\n")
            return not (initial or word.lower() in abbreviations)
        before = _BEFORE.search(text, max(start, m.start() - _REACH), m.start())
        word = before.group() if before else ""
        first = _FIRST.match(rest) if "." in word else None
        if first is not None and first.group().lower() in openers:
            return True  # "at 7 p.m. The", "in the U.S. He"
        if word.lower() in abbreviations or word.rsplit("'", 1)[-1].lower() in abbreviations:
            return False
        if _INITIALS.match(word) and rest[:1] not in ("", "\n"):
            return False
        if word.isdigit() and len(word) <= 2 and following.isalpha() and ORDINAL in abbreviations:
            return False  # German "15. August"
    return True
