"""What is a story's own: the names and keys that a good part of its articles hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from itertools import chain

MAIN = 0.35
"""What this share of the articles holds is the story's own: that two sentences name it tells nothing of them."""


SEVERAL = 0.4
"""The share of the articles which tell a value of a kind, TELLERS at least, that must print several of it before the
story has many: points of players, years of works, shares of countries."""

TELLERS = 2

LARGE = 100
"""A count from which on articles that print two hardly mean two of one kind."""


def of_the_story(held: Iterable[Set[str]], articles: int, least: float = 2.0) -> frozenset[str]:
    """Return what a good part of a story's `articles` hold, `least` of them in any case; `held` has a set for each."""
    holding = Counter(chain.from_iterable(held))
    return frozenset(key for key, number in holding.items() if number >= max(least, MAIN * articles))
