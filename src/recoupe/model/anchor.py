"""Anchors: exact characters of an article, and the way back to the page."""

from __future__ import annotations

import msgspec

TITLE = "title"
"""The `part` of an article that is its headline."""

Place = tuple[str, int]
"""Where words stand: the article, and a number that grows in reading order."""

_LONGEST = 1 << 20  # characters of a headline; counted back from the text's beginning, so no two places are one


def place(article: str, start: int, part: str | None) -> Place:
    """Return the place of words that begin at `start` of a part of an article: a headline stands before the text."""
    return article, start - _LONGEST if part == TITLE else start


class Anchor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Exact words of an article (W3C TextPositionSelector + TextQuoteSelector).

    `exact` is `article.text[start:end]`, of the headline `article.title[start:end]` where `part` is "title";
    `page_start` is where the words begin in the page's visible text.
    """

    article: str
    page: str
    start: int
    end: int
    exact: str
    page_start: int | None = None
    part: str | None = None  # "title", else the text

    @property
    def place(self) -> Place:
        return place(self.article, self.start, self.part)
