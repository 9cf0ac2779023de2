"""What comparing words needs of one article by itself."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.model import Article, Quote
from recoupe.reuse import credits, quoted, search
from recoupe.reuse.quoted import Quotation
from recoupe.reuse.search import Grams
from recoupe.reuse.settings import DEFAULT, ReuseSettings
from recoupe.reuse.words import Words
from recoupe.reuse.words import read as read_words


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """An article's `words` and their `grams`, the agencies it credits, and what it quotes shortly."""

    words: Words
    grams: Grams
    credits: tuple[str, ...]
    quotations: tuple[Quotation, ...]


def read(article: Article, quotes: Sequence[Quote] = (), settings: ReuseSettings = DEFAULT) -> Printed:
    """Return what `article` prints. `quotes` are its reported words, where known."""
    words = read_words(article.text)
    return Printed(
        words=words,
        grams=search.grams(words, settings.runs),
        credits=credits.credited(article),
        quotations=quoted.quotations_of(article, quotes, settings.quotation, settings.runs.least),
    )
