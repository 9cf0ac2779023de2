"""Anchors: exact characters of an article, and the way back to the page."""

from __future__ import annotations

import msgspec


class Anchor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Exact words of an article (W3C TextPositionSelector + TextQuoteSelector).

    `exact` is `article.text[start:end]`; `page_start` is where the words begin in the page's visible text.
    """

    article: str
    page: str
    start: int
    end: int
    exact: str
    page_start: int | None = None
