"""Articles on several pages: whether a page's links say that the article goes on on another."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from recoupe.text.patterns import compiled

_QUERY = compiled(r"(?:^|&)(?:page|seite|pagina|pg|p)=(\d{1,2})(?=&|$)", re.I)
# Not "/page/2": those are lists of articles.
_NAMED = compiled(r"[/,_-](?:page|seite|pagina|pg|p)[-_]?(\d{1,2})(?=(?:\.\w{2,5})?/?$)", re.I)
_BARE = compiled(r"[/,_-](\d{1,2})(?=(?:\.\w{2,5})?/?$)")


def goes_on(root: Any, url: str | None) -> bool:
    """Say whether a link to the next of several pages (`rel=next`) leads to this article's own next page.

    The next article is linked so too: its address is another. "/story-12" and "/story-13" are two articles.
    """
    if not url:
        return False
    try:
        stem, number = _page(url, bare=False)
    except ValueError:
        return False
    if "/" not in stem:
        return False  # a front page
    for link in root.iter("link", "a"):
        rel = link.get("rel")
        if rel and "next" in rel.lower().split():
            try:
                other, following = _page(urljoin(url, (link.get("href") or "").strip()), bare=number == 1)
            except ValueError:
                continue
            if other == stem and following == number + 1:
                return True
    return False


def _page(address: str, *, bare: bool) -> tuple[str, int]:
    """Return an address without the number of its page, and that number, 1 where it has none.

    `bare` says that a number alone behind the path is one too.
    """
    parts = urlsplit(address)
    if query := _QUERY.search(parts.query):
        beside = parts.query[: query.start()] + parts.query[query.end() :]
        return f"{parts.netloc}{parts.path}".rstrip("/") + (f"?{beside}" if beside else ""), int(query[1])
    found = _NAMED.search(parts.path) or (_BARE.search(parts.path) if bare else None)
    path = parts.path[: found.start()] + parts.path[found.end() :] if found else parts.path
    return f"{parts.netloc}{path}".rstrip("/"), int(found[1]) if found else 1
