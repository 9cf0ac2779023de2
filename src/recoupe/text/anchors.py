"""What a span of an article is shown as: its words, and its place on the page where that is known."""

from __future__ import annotations

from recoupe.model import TITLE, Anchor, Article, Support


def words(article: Article, start: int, end: int, part: str | None = None) -> str:
    """Return `[start, end)` of the article's text, of its headline where `part` is "title"."""
    return (article.title or "" if part == TITLE else article.text)[start:end]


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


def support(
    article: Article, start: int, end: int, sentence: tuple[int, int] | None = None, status: str = "stated"
) -> Support:
    """Return `[start, end)` of the article's text as what supports a line, of the day the article was published."""
    place = of_span(article, start, end)
    return Support(
        article=place.article,
        page=place.page,
        start=start,
        end=end,
        exact=place.exact,
        page_start=place.page_start,
        sentence=sentence,
        status=status,
        as_of=article.published,
    )
