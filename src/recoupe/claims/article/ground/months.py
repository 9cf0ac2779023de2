"""Months whose name is also the word for something else: "in March", "from 25 March" is no march."""

from __future__ import annotations

import functools

from recoupe.languages import load
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex
from recoupe.text.vocabulary import function_words

_BEFORE = compiled_by_regex(r"(?:\d(?:st|nd|rd|th)?|\b(\p{L}+))[ -]$")
_NUMBER_BEHIND = compiled_by_regex(r",? \d")
REACH = 12
"""Characters before a month in which a day or the word that leads to it stands."""


@functools.cache
def words(language: str | None) -> frozenset[str]:
    """Return the names of the months, folded."""
    table = load(language).table("times").get("month", {})
    return frozenset(fold(name) for names in table.values() for name in names)


def named(text: str, start: int, end: int, language: str | None) -> bool:
    """Tell whether `[start, end)` of a text names a month: beside a number, or behind a word that leads to one."""
    if not text[start].isupper() or fold(text[start:end]) not in words(language):
        return False
    if _NUMBER_BEHIND.match(text, end):
        return True
    before = _BEFORE.search(text, max(0, start - REACH), start)
    return before is not None and (before[1] is None or fold(before[1]) in _leading(language))


@functools.cache
def _leading(language: str | None) -> frozenset[str]:
    """Return the words that may stand right before a month, but for articles: "the March on the palace"."""
    table, names = load(language).table("times"), load(language).table("names")
    told = [w for part in ("direction", "modifier") for ws in table.get(part, {}).values() for w in ws]
    articles = {fold(w) for part in ("role_articles", "definite") for w in names.get(part, ())}
    return (function_words(language) | {fold(w) for w in told}) - articles
