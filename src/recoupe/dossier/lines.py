"""Lines: what the view gives the writers to print, and how words are made to fit a line."""

from __future__ import annotations

import msgspec


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a source that a line rests on: the article, the span, and what to call the source."""

    article: str
    start: int
    end: int
    exact: str
    label: str
    number: int
    copied: bool = False
    status: str | None = None
    holder: str | None = None
    part: str | None = None  # "title" where they are the headline's
    sentence: str = ""
    shown: str = ""  # what is printed: the words, within their sentence where nothing else says what they are of


class ValueLine(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a finding with its references."""

    display: str
    references: tuple[Reference, ...]
    as_of: str | None = None
    mark: str = ""  # what a cell of the matrix shows instead of whole sentences


class FindingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A finding as it is shown: `title` names what is compared, in the reader's language."""

    id: str
    status: str
    title: str
    line: str  # its title, with its value where it has but one
    row: str  # its title in the matrix: of a statement, its words
    values: tuple[ValueLine, ...]
    independent: str
    explanation: str


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A source of the matrix: an outlet, with its articles."""

    label: str
    articles: tuple[str, ...]
    origin: int


def cut(words: str) -> str:
    """Return words as a line: with dots before them where they do not begin as a sentence does."""
    line = " ".join(words.split())
    return f"… {line}" if line[:1].islower() else line


def within(sentence: str, start: int, end: int) -> str:
    """Return the words of a sentence at `[start, end)` with some of those around them, cut between words."""
    first = max(0, sentence.rfind(" ", 0, max(0, start - AROUND)) + 1) if start > AROUND else 0
    last = sentence.find(" ", end + AROUND)
    last = last if last >= 0 else len(sentence)
    line = " ".join(sentence[first:last].split())
    return f"{'… ' if first else ''}{line}{' …' if last < len(sentence) else ''}"


AROUND = 45
"""Characters on either side of words that are shown with them, up to the next space."""


def shortened(words: str, limit: int) -> str:
    """Return words as a line; one of more than `limit` characters ends with its last whole word within, and dots."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + "…"
