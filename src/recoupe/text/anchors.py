"""The anchor of a span of an article: its words, and its place on the page where that is known."""

from __future__ import annotations

from recoupe.model import Anchor, Article


def of_span(article: Article, start: int, end: int) -> Anchor:
    """Return the anchor of `[start, end)` of the article's text."""
    page_start = next((s.page_start + start - s.start for s in article.segments if s.start <= start < s.end), None)
    return Anchor(
        article=article.id,
        page=article.page,
        start=start,
        end=end,
        exact=article.text[start:end],
        page_start=page_start,
    )
