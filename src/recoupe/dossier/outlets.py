"""What the source of an article is called: its outlet, where it was seen or its page, and a label of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from recoupe.model import Article


def source(article: Article, words: Mapping[str, Any]) -> str:
    """Return what to call the article's source: its outlet, else where it was seen, else its page's name."""
    if article.outlet:
        return article.outlet
    host = article.host or (urlsplit(article.url).hostname if article.url else None)
    if host:
        return host if article.kind != "extract" else f"{words['seen_on']} {host}"
    stem = PurePosixPath(article.page.split("#")[0]).stem or article.page
    return stem if len(stem) <= 16 else stem[:15] + "…"


def labels(articles: Iterable[Article], words: Mapping[str, Any]) -> dict[str, str]:
    """Return a label an article that no other article has: the source, with a number where it has several."""
    homes = {a.id: a for a in articles}
    names = {a.id: source(homes.get(a.part_of or "", a), words) for a in homes.values()}
    totals = Counter(names[a.id] for a in homes.values() if a.kind != "update")
    seen: Counter[str] = Counter()
    found = {}
    for a in homes.values():
        key = f"{names[a.id]}\0update" if a.kind == "update" else names[a.id]
        seen[key] += 1
        if a.kind == "update":
            found[a.id] = f"{names[a.id]}, {words['update']} {seen[key]}"
        else:
            found[a.id] = f"{names[a.id]} ({seen[key]})" if totals[names[a.id]] > 1 else names[a.id]
    return found
