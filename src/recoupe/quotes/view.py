"""How a sentence looks to the rules: words and punctuation, with every quotation one opaque token."""

from __future__ import annotations

import functools
import re

import msgspec

from recoupe.quotes.marks import Marked
from recoupe.text.normalise import small
from recoupe.text.patterns import compiled

WORD, POINT, QUOTED = "w", "p", "Q"
WHOLE, COMMA, PIECE = '"', '",', "”"
"""`low` of a quotation: one that ends with a stop, one with a comma inside its marks, and one with neither."""
_ENDS = frozenset(",.?!…-–—;:،؟؛")
_ARABIC = {"،": ",", "؟": "?", "؛": ";"}
_BEFORE_A_DASH = frozenset(",.!?…")
"""Marks that make the dash behind them no mark of its own: "«Воды нет», — сказал мэр."."""
_DASHES = frozenset("—–")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a punctuation mark or a quotation (`marked` is its place in the paragraph's list, else -1). `title` tells
    that the words of a quotation all have capitals but for small ones."""

    start: int
    end: int
    low: str
    kind: str
    marked: int = -1
    capital: bool = False
    title: bool = False


@functools.cache
def _token() -> re.Pattern[str]:
    # The elided words come first: an apostrophe ends them even before a space or a mark ("qu' « ").
    return compiled(
        r"\d{1,2}:\d{2}(?!\w)|(?:[cdjlmnstCDJLMNST]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’]"
        r"|\w+(?:[-‑]\w+)*(?:['’](?:s|t|re|ll|ve|d|m)\b|['’](?=\w))?|[^\w\s]"
    )


@functools.cache
def _token_without_apostrophe() -> re.Pattern[str]:
    """Return what `_token` is where there is no apostrophe: most sentences have none."""
    return compiled(r"\d{1,2}:\d{2}(?!\w)|\w+(?:[-‑]\w+)*|[^\w\s]")


@functools.cache
def _number() -> re.Pattern[str]:
    """Return what a large number is in the languages that group its digits with commas: one word."""
    return compiled(r"\d(?<![\w,]\d)\d{0,2}(?:,\d{3})+(?![\w,])")


def tokens(text: str, start: int, end: int, marked: list[Marked]) -> list[Token]:
    """Return the tokens of `text[start:end]`; spans of depth 0 in `marked` become one token each."""
    found: list[Token] = []
    at = start
    for n, span in enumerate(marked):
        if span.depth or span.start < start or span.start >= end:
            continue
        _plain(text, at, span.start, found)
        inner = text[span.inner_start : span.inner_end].strip()
        if found and _byname(text, span, inner, found):
            found.append(Token(span.start, span.end, inner.lower(), WORD, -1, True))
            at = span.end
            continue
        ended = inner[-1:] in _ENDS or text[span.end : span.end + 1] in _ENDS
        low = COMMA if inner.endswith((",", "،")) else WHOLE if ended else PIECE
        capital = inner[:1].isupper()
        title = capital and inner[-1:] not in "!?" and _has_capitals(inner)
        found.append(Token(span.start, span.end, low, QUOTED, n, capital, title))
        at = span.end
    _plain(text, at, end, found)
    return found


def _has_capitals(inner: str) -> bool:
    """Tell whether up to seven words all have capitals, but for small ones: "The Tide", "Face the Nation"."""
    words = inner.rstrip(".,;").split()
    return 1 < len(words) < 8 and all(w[0].isupper() or len(w) < 4 for w in words)


def _byname(text: str, span: Marked, inner: str, found: list[Token]) -> bool:
    """ "Ann “Salty” Poe (Ems)": tell whether one word in double marks is the name between two others somebody goes by.

    In a headline whose words all have capitals it is not: "Poe “Furious” After Vote".
    """
    before = found[-1]
    if not inner.isalpha() or inner[0].islower() or text[span.start] in "'‘‚‹" or span.start != before.end + 1:
        return False
    if before.low == "." and len(found) > 1 and len(found[-2].low) == 1:
        before = found[-2]  # "Ann C. “Salty” Poe"
    if before.kind != WORD or not before.capital:
        return False
    behind = _surname().match(text, span.end)
    return behind is not None and not text[behind.end() : behind.end() + 2].strip()[:1].isupper()


@functools.cache
def _surname() -> re.Pattern[str]:
    return compiled(r" [A-ZÀ-ÞĀ-Ž]\w+")


def _plain(text: str, start: int, end: int, found: list[Token]) -> None:
    comma = text.find(",", start + 1, end - 3)
    while comma > 0:
        if text[comma - 1].isdigit() and text[comma + 1].isdigit():
            for m in _number().finditer(text, start, end):
                _words(text, start, m.start(), found)
                found.append(Token(m.start(), m.end(), m[0], WORD))
                start = m.end()
            break
        comma = text.find(",", comma + 1, end - 3)
    _words(text, start, end, found)


def _words(text: str, start: int, end: int, found: list[Token]) -> None:
    elided = text.find("'", start, end) >= 0 or text.find("’", start, end) >= 0
    cut = (_token() if elided else _token_without_apostrophe()).finditer(text, start, end)
    shapes = _SHAPES
    if text.find("—", start, end) < 0 and text.find("–", start, end) < 0:
        found += [Token(m.start(), m.end(), (shape := shapes[m[0]])[0], shape[1], -1, shape[2]) for m in cut]
        return
    for m in cut:
        low, kind, capital = shapes[m[0]]
        if low in _DASHES and found and found[-1].low in _BEFORE_A_DASH:
            continue
        found.append(Token(m.start(), m.end(), low, kind, -1, capital))


class _Shapes(dict[str, tuple[str, str, bool]]):
    """The `low`, `kind` and `capital` of each word and mark met lately: a text says few words, often."""

    def __missing__(self, word: str) -> tuple[str, str, bool]:
        if len(self) >= _LATELY:
            self.clear()
        low = word.lower()
        if word[0].isalnum():
            low = low if word.isascii() else low.translate(_APOSTROPHES)
            self[word] = found = (low, WORD, word[0] != low[0])
        else:
            self[word] = found = (_ARABIC.get(word, word), POINT, False)
        return found


_SHAPES = _Shapes()
_LATELY = 16384


_MARKS = '.,;:!?…()[]{}«»“”„"-–—/|*#'
_GAPS = str.maketrans(dict.fromkeys(_MARKS, " "))


def unmarked(text: str) -> str:
    """Return `text` in lower case, with one kind of apostrophe and no other marks, for `vocabulary`. Same length."""
    low = small(text)
    if low.isascii():  # one character for one: the fast way
        return low.translate(_GAPS)
    low = low.replace("’", "'")
    for mark in _MARKS:
        if mark in low:
            low = low.replace(mark, " ")
    return low


def vocabulary(plain: str) -> set[str]:
    """Return the words of a piece of an `unmarked` text, roughly: enough to tell that a sentence holds no cue."""
    return set(plain.replace("'", "' ").split()) if "'" in plain else set(plain.split())


def sentences(spans: list[tuple[int, int]], marked: list[Marked]) -> list[tuple[int, int]]:
    """Join the sentences that a quotation runs across: a boundary inside marks is none of the narrator's."""
    outer = [s for s in marked if not s.depth]
    joined: list[tuple[int, int]] = []
    n = 0
    for start, end in spans:
        while n < len(outer) and outer[n].end <= start:
            n += 1
        inside = n < len(outer) and outer[n].start < start < outer[n].end
        if inside and joined:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
