"""How a sentence looks to the rules: words and punctuation, with every quotation one opaque token."""

from __future__ import annotations

import functools
import re

import msgspec

from recoupe.quotes.marks import Marked

WORD, POINT, QUOTED = "w", "p", "Q"
WHOLE, COMMA, PIECE = '"', '",', "”"
"""`low` of a quotation: one that ends with a stop, one with a comma inside its marks, and one with neither."""
_ENDS = frozenset(",.?!…-–—;:،؟؛")
_ARABIC = {"،": ",", "؟": "?", "؛": ";"}
_BEFORE_A_DASH = frozenset(",.!?…")
"""Marks that make the dash behind them no mark of its own: "«Воды нет», — сказал мэр."."""
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a punctuation mark or a quotation (`marked` is its place in the paragraph's list, else -1)."""

    start: int
    end: int
    low: str
    kind: str
    marked: int = -1
    capital: bool = False


@functools.cache
def _token() -> re.Pattern[str]:
    # The elided words come first: an apostrophe ends them even before a space or a mark ("qu' « ").
    return re.compile(
        r"(?:[cdjlmnstCDJLMNST]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’]"
        r"|\w+(?:[-‑]\w+)*(?:['’](?:s|t|re|ll|ve|d|m)\b|['’](?=\w))?|[^\w\s]"
    )


def tokens(text: str, start: int, end: int, marked: list[Marked]) -> list[Token]:
    """Return the tokens of `text[start:end]`; spans of depth 0 in `marked` become one token each."""
    found: list[Token] = []
    at = start
    for n, span in enumerate(marked):
        if span.depth or span.start < start or span.start >= end:
            continue
        _plain(text, at, span.start, found)
        inner = text[span.inner_start : span.inner_end].strip()
        ended = inner[-1:] in _ENDS or text[span.end : span.end + 1] in _ENDS
        low = COMMA if inner.endswith((",", "،")) else WHOLE if ended else PIECE
        found.append(Token(span.start, span.end, low, QUOTED, n, inner[:1].isupper()))
        at = span.end
    _plain(text, at, end, found)
    return found


def _plain(text: str, start: int, end: int, found: list[Token]) -> None:
    add = found.append
    for m in _token().finditer(text, start, end):
        word = m[0]
        a, b = m.span()
        low = word.lower()
        if word[0].isalnum():
            if not word.isascii():
                low = low.translate(_APOSTROPHES)
            add(Token(a, b, low, WORD, -1, word[0] != low[0]))
        elif word not in "—–" or not found or found[-1].low not in _BEFORE_A_DASH:
            add(Token(a, b, _ARABIC.get(word, word), POINT))


_MARKS = '.,;:!?…()[]{}«»“”„"-–—/|*#'
_GAPS = str.maketrans(dict.fromkeys(_MARKS, " "))


def vocabulary(text: str) -> set[str]:
    """Return the words of `text` in lower case, roughly: enough to tell that a sentence holds no cue."""
    low = text.lower().replace("’", "'").replace("'", "' ")
    if low.isascii():  # one character for one: the fast way
        return set(low.translate(_GAPS).split())
    for mark in _MARKS:
        if mark in low:
            low = low.replace(mark, " ")
    return set(low.split())


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
