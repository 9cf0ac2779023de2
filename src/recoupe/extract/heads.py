"""Where a headline stands on its page."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from recoupe.model import Article

NEAR = 20_000
"""Characters before a text in which its headline is looked for."""


def placed(articles: Iterable[Article], visible: str) -> list[Article]:
    """Return articles that know where in the page's visible text their headlines begin.

    That is the nearest place before the text, else the page's first; None where the page prints it otherwise.
    """
    return [a if (at := _place(a, visible)) is None else msgspec.structs.replace(a, title_start=at) for a in articles]


def _place(article: Article, visible: str) -> int | None:
    if not article.title:
        return None
    first = article.segments[0].page_start if article.segments else 0
    at = visible.rfind(article.title, max(0, first - NEAR), first + len(article.title))
    if at < 0 and not article.part_of:  # the headline of an update is never far: a page may have thousands
        at = visible.find(article.title)
    return at if at >= 0 else None
