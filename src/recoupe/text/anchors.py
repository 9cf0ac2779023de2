"""The anchor of a span of an article: its words, and its place on the page where that is known."""

from __future__ import annotations

from recoupe.model import Anchor, Article


def of_span(article: Article, start: int, end: int) -> Anchor:
    """Return the anchor of `[start, end)` of the article's text."""
    page_start = None
    for segment in article.segments:
        if segment.start <= start < segment.end:
            page_start = segment.page_start + start - segment.start
            break
    return Anchor(
        article=article.id,
        page=article.page,
        start=start,
        end=end,
        exact=article.text[start:end],
        page_start=page_start,
    )
