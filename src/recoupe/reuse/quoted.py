"""Short quotations that several articles print in the same words: too short for a shared run, yet worth showing.

They make nobody dependent: each newsroom may have heard the words itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recoupe.model import Article, Quote
from recoupe.reuse.kinds import quotations
from recoupe.reuse.words import spans, words

_LETTERS = 4


class Quotation(NamedTuple):
    """Words that stand in quotation marks or are reported directly, folded, and where they stand."""

    words: tuple[str, ...]
    start: int
    end: int


def quotations_of(article: Article, quotes: Sequence[Quote], least: int, below: int) -> tuple[Quotation, ...]:
    """Return the quotations of one article of `least` words and more, fewer than `below`, each once.

    A quotation needs two words of four letters, or it would be a turn of phrase.
    """
    found: dict[tuple[str, ...], Quotation] = {}
    for start, end in _quoted(article, quotes):
        inside = spans(article.text[start:end])
        if not least <= len(inside) < below:
            continue
        key = tuple(words(article.text[start:end]))
        if key not in found and sum(len(w) >= _LETTERS for w in key) >= 2:
            found[key] = Quotation(key, start + inside[0][0], start + inside[-1][1])
    return tuple(found.values())


def shared(printed: Iterable[tuple[Article, Sequence[Quotation]]]) -> list[list[tuple[Article, int, int]]]:
    """Return the quotations that two or more articles print alike.

    Each is a list of (article, start, end) of the words themselves, one place an article, in the order of `printed`.
    """
    places: dict[tuple[str, ...], list[tuple[Article, int, int]]] = {}
    for article, printed_by_it in printed:
        for quotation in printed_by_it:
            places.setdefault(quotation.words, []).append((article, quotation.start, quotation.end))
    return [found for _, found in sorted((key, found) for key, found in places.items() if len(found) > 1)]


def _quoted(article: Article, quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Places in quotation marks, and directly reported ones, in order."""
    reported = [span for quote in quotes if quote.kind == "direct" for span in quote.content]
    return sorted(set(quotations(article.text) + reported))
