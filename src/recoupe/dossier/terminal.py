"""Lines as wide as a terminal: styled words broken between words, and escape sequences where colours are wanted."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from recoupe.text.patterns import compiled

_CODES = {"bold": "1", "dim": "2", "italic": "3", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_WORD = compiled(r"\s*\S+\s*")
"""A word with the blanks around it."""
_CONTROL = compiled(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What would move a terminal's cursor or change its state; a line's end is none of them."""
_PLAIN = compiled(r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u25fc]*")
"""Characters of one column each, of which most lines are made: Latin, Greek, Cyrillic, dashes, quotation marks."""
_GAP = 2
"""Columns between the first words of a row and what they are of."""


class Styled(msgspec.Struct, frozen=True, gc=False):
    """Words in a style: names of _CODES with blanks between, "" for none."""

    words: str
    style: str = ""


class Terminal:
    """What is written, line by line, in at most `width` columns; with escape sequences where `colour`."""

    def __init__(self, width: int, *, colour: bool = False) -> None:
        self._width = width
        self._colour = colour
        self._lines: list[str] = []

    def write(self, *pieces: str | Styled, style: str = "", indent: int = 0) -> None:
        """Write a paragraph, all of it in `style`, broken where it is too long, `indent` blanks before each line."""
        styled = [_styled(piece, style) for piece in pieces]
        for line in _broken(styled, self._width - indent):
            self._lines.append(" " * indent + self._drawn(line))

    def rows(self, rows: Sequence[tuple[str, Sequence[str | Styled]]], *, style: str, indent: int = 0) -> None:
        """Write rows of two columns: the first as wide as its longest words, in `style`, the second what is left."""
        first = max((columns(head) for head, _ in rows), default=0)
        for head, pieces in rows:
            blanks = " " * (first - columns(head))
            before = " " * indent + self._drawn([Styled(head + blanks, style)]) + " " * _GAP
            for line in _broken([_styled(piece) for piece in pieces], self._width - indent - first - _GAP):
                self._lines.append((before + self._drawn(line)).rstrip())
                before = " " * (indent + first + _GAP)

    def text(self) -> str:
        """Return all lines."""
        return "".join(f"{line}\n" for line in self._lines)

    def _drawn(self, line: Iterable[Styled]) -> str:
        if not self._colour:
            return "".join([piece.words for piece in line])
        return "".join(f"\x1b[{_codes(p.style)}m{p.words}\x1b[0m" if p.style and p.words else p.words for p in line)


def columns(words: str) -> int:
    """Return how many columns of a terminal `words` take: two for a Chinese character, none for an accent by itself."""
    if _PLAIN.fullmatch(words):
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def _styled(piece: str | Styled, style: str = "") -> Styled:
    """Return a piece without control characters, in `style` beside its own."""
    words, own = (piece, "") if isinstance(piece, str) else (piece.words, piece.style)
    return Styled(_CONTROL.sub(_blank_or_none, words), f"{style} {own}".strip())


def _blank_or_none(control: re.Match[str]) -> str:
    return " " if control[0] == "\t" else ""


@functools.cache
def _codes(style: str) -> str:
    return ";".join(_CODES[name] for name in style.split())


def _broken(pieces: Sequence[Styled], width: int) -> Iterator[list[Styled]]:
    """Yield the lines that `pieces` make in `width` columns."""
    whole = "".join([piece.words for piece in pieces])
    start = 0
    for line in whole.split("\n"):
        for low, high in _lines(line, width):
            yield _between(pieces, start + low, start + high)
        start += len(line) + 1


def _between(pieces: Sequence[Styled], low: int, high: int) -> list[Styled]:
    """Return `[low, high)` of the words of all pieces together."""
    out: list[Styled] = []
    at = 0
    for piece in pieces:
        words = piece.words[max(0, low - at) : max(0, high - at)]
        if words:
            out.append(Styled(words, piece.style))
        at += len(piece.words)
    return out


def _lines(line: str, width: int) -> list[tuple[int, int]]:
    """Return `[start, end)` of each line that `line` is broken into: between words, and within one wider than a line.

    Blanks behind the last word of a line are left out.
    """
    breaks: list[int] = []
    used = 0
    for m in _WORD.finditer(line):
        word = m[0].rstrip()
        wide = columns(word)
        if used + wide <= width:
            used += columns(m[0])
        elif wide > width:
            cuts = _cuts(word, width)
            breaks.extend(m.start() + cut for cut in cuts if m.start() + cut)
            used = columns(m[0][cuts[-1] :])
        elif used and m.start():
            breaks.append(m.start())
            used = columns(m[0])
    spans = zip([0, *breaks], [*breaks, len(line)], strict=True)
    return [(low, low + len(line[low:high].rstrip())) for low, high in spans]


def _cuts(word: str, width: int) -> list[int]:
    """Return where the lines begin that a word wider than `width` is cut into, which begins a line itself."""
    cuts, used = [0], 0
    for at, character in enumerate(word):
        wide = columns(character)
        if used + wide > width:
            cuts.append(at)
            used = 0
        used += wide
    return cuts
