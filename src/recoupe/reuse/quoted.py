"""Short quotations that several articles print in the same words: too short for a shared run, yet worth showing.

They make nobody dependent: each newsroom may have heard the words itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.model import Article, Quote
from recoupe.reuse.kinds import quotations
from recoupe.reuse.words import spans, words

_LETTERS = 4


def shared(
    articles: Sequence[Article], quotes: Mapping[str, Sequence[Quote]], least: int, below: int
) -> list[list[tuple[Article, int, int]]]:
    """Return quotations of `least` words and more, fewer than `below`, that two or more articles print alike.

    Each is a list of (article, start, end) of the words themselves, one place an article, in the order of `articles`.
    A quotation needs two words of four letters, or it would be a turn of phrase.
    """
    places: dict[tuple[str, ...], list[tuple[Article, int, int]]] = {}
    for article in articles:
        seen: set[tuple[str, ...]] = set()
        for start, end in _quoted(article, quotes.get(article.id, ())):
            inside = spans(article.text[start:end])
            if not least <= len(inside) < below:
                continue
            key = tuple(words(article.text[start:end]))
            if key not in seen and sum(len(w) >= _LETTERS for w in key) >= 2:
                seen.add(key)
                places.setdefault(key, []).append((article, start + inside[0][0], start + inside[-1][1]))
    return [found for _, found in sorted(places.items()) if len(found) > 1]


def _quoted(article: Article, quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Places in quotation marks, and directly reported ones, in order."""
    reported = [span for quote in quotes if quote.kind == "direct" for span in quote.content]
    return sorted(set(quotations(article.text) + reported))
