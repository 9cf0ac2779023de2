"""Lines of a visible text, with their offsets."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple

import regex

from recoupe.text.normalise import fold, unmarked
from recoupe.text.patterns import compiled, compiled_by_regex

_SPACE = " \t\r\v\f\u00a0\u202f\u2009\u200b\u200e\u200f\ufeff\u3000"
_BREAK = compiled_by_regex(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# Scripts without spaces: two characters count as a word.
_WORD = compiled_by_regex(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{1,2}"
    r"|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*",
    regex.V1,
)
_ASCII_WORD = compiled(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*")
_KEY = compiled(r"[a-z0-9]+(?: [a-z0-9]+)*")
"""Folded words that are their key, as most of a table are."""
_CLOSERS = "»”\"'’)] \u00a0\u202f“"
RULE = "+++"
_DRAWN = "+" + _SPACE
BULLETS = "•◦▪‣●○■□–—*·►▶➤⁃-"


class Line(NamedTuple):
    """A line without the white space around it: `[start, end)` in the text.

    `gap` counts the blank lines before it, `indent` the characters of white space it began with.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0

    @property
    def words(self) -> int:
        return count_words(self.text)


def split(text: str) -> list[Line]:
    """Return the lines of `text` that hold something, in order. Linear in the length of `text`."""
    lines: list[Line] = []
    start = gap = 0
    for stop, after in _breaks(text):
        low, high = start, stop
        while low < high and text[low] in _SPACE:
            low += 1
        while high > low and text[high - 1] in _SPACE:
            high -= 1
        low, high = _between_rules(text, low, high)
        if high > low:
            lines.append(Line(low, high, text[low:high], gap, low - start))
            gap = 0
        else:
            gap += 1
        start = after
    return lines


def _between_rules(text: str, low: int, high: int) -> tuple[int, int]:
    """Return where the words of a line stand between the plus signs of a news ticker ("+++ 18.50 Uhr: ... +++")."""
    if text.startswith(RULE, low, high):
        while low < high and text[low] in _DRAWN:
            low += 1
    if text.endswith(RULE, low, high):
        while high > low and text[high - 1] in _DRAWN:
            high -= 1
    return low, high


def _breaks(text: str) -> list[tuple[int, int]]:
    found = [m.span() for m in _BREAK.finditer(text)]
    found.append((len(text), len(text)))
    return found


def key(text: str) -> str:
    """Return what two printings of one line have in common: folded words, one space between them."""
    return _short_key(text) if len(text) < 500 else " ".join(_words(unmarked(fold(text))))


def keys(lines: Iterable[str]) -> list[str]:
    """Return the key of each of many lines without a break, in order. They are folded at once: a table has hundreds."""
    lines = list(lines)
    together = "".join(f"{line}\n" for line in lines)
    if "`" in together:
        return [key(line) for line in lines]  # an apostrophe beside letters that are no ASCII alone
    folded = unmarked(fold(together)).split("\n")
    return [line if _KEY.fullmatch(line) else " ".join(_words(line)) for line in folded[:-1]]


@functools.lru_cache(maxsize=8192)
def _short_key(text: str) -> str:
    return " ".join(_words(unmarked(fold(text))))


def _words(text: str) -> list[str]:
    """Return the words of `text`; folded text is mostly plain, and then read three times as fast."""
    found: list[str] = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    return found


_HASHTAGS = compiled_by_regex(r"^(?:#[\p{L}\p{N}_]+[\s,·|]*){1,40}$", regex.V1)


def hashtags(line: str) -> list[str]:
    """Return the words of a line that is nothing but hashtags, without their signs; none for any other line."""
    if not line.startswith("#") or len(line) > 1_000 or not _HASHTAGS.match(line):
        return []
    return [word.strip(" \t,·|") for word in line.split("#") if word.strip(" \t,·|")]


def count_words(text: str) -> int:
    """Return the number of words of `text`, as far as anybody asks: no more than 2,000 characters are read."""
    return _count_words(text[:2000])


@functools.lru_cache(maxsize=8192)
def _count_words(text: str) -> int:
    return len(_words(text))


def ends_sentence(text: str) -> bool:
    """Say whether `text` ends as a sentence does: a full stop, a question or exclamation mark, an ellipsis."""
    return text.rstrip(_CLOSERS)[-1:] in tuple(".!?…。！？؟") and text[-1:] != ""


def headline_like(text: str) -> bool:
    """Say whether `text` could be a headline: three words or more, at most 200 characters, no full stop behind it."""
    if len(text) > 220 or not 3 <= count_words(text) <= 34:
        return False
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] not in tuple(".…;,:。") or bare.endswith("...")


def paragraph_like(text: str) -> bool:
    """Say whether `text` reads as running prose: it ends as a sentence and has some length, or is long anyway."""
    words = count_words(text)
    return (words >= 6 and ends_sentence(text)) or words >= 40


def bullet(text: str) -> int:
    """Return how many characters of `text` are a bullet and the space behind it, 0 when there is none."""
    if text[:1] in BULLETS and text[1:2] in tuple(_SPACE):
        return len(text) - len(text[1:].lstrip(_SPACE))
    return 0
