"""Who is meant by "the American" or "le maire d'Ems" in one article, as the articles of the story say.

    posts (posts.posts) of all articles -> who holds which post of which country or body, who is of which country
    the article's own words, then the others': the one person who fits, and the words that say so

Precision first: two who fit, and nobody is meant. Where no country or body says which mayor is meant, it is one whom
the article names. Of two people named before "the American" of whom the story ties one to another country, it is the
other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recoupe.names.posts import ALONE, LEADER, LEADERS, Asked, Post
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_WORDS = compiled_by_regex(r"\p{L}+")

MAIN = 0.5
"""The share of the articles that must name somebody for them to be who is left over."""


class Held(NamedTuple):
    """`entity` is who is meant; `[start, end)` of `article` says so, of them or of the `other` one of two."""

    entity: str
    article: str
    start: int
    end: int
    other: bool = False


class _Told(NamedTuple):
    """One telling of a post, its `of` and `entity` the story's own."""

    article: str
    of: str
    entity: str
    start: int
    end: int


class Holders:
    """The posts of a story. `posts` has each article's, `ids` the story's id of each of its names, `first` where each
    person is first named in it; `called` is how each person is called."""

    def __init__(
        self,
        posts: Iterable[tuple[str, Sequence[Post]]],
        ids: Mapping[str, Mapping[str, str]],
        first: Mapping[str, Mapping[str, int]],
        called: Mapping[str, Iterable[str]],
    ) -> None:
        self._ids, self._first = ids, first
        self._called = {who: {fold(name.split()[-1]) for name in forms} for who, forms in called.items()}
        self._told: dict[str, list[_Told]] = {}
        self._of: dict[str, list[_Told]] = {}
        self._countries: dict[str, set[str]] = {}
        for article, mine in posts:
            for post in mine:
                entity = ids[article].get(post.entity)
                if entity is None or entity not in first[article]:
                    continue
                told = _Told(article, self._place(article, post.of), entity, post.start, post.end)
                self._told.setdefault(post.key, []).append(told)
                if _is_country(post.of) and not post.key.startswith("former "):
                    self._of.setdefault(post.of, []).append(told)
                    self._countries.setdefault(entity, set()).add(post.of)
        naming = Counter(who for people in first.values() for who in people)
        self._main = {who for who, articles in naming.items() if articles >= MAIN * len(first)}

    def who(self, article: str, asked: Asked, title: str = "") -> Held | None:
        """Return whom words of an article mean, None where nothing says it or two fit. The `title` names people too."""
        if not asked.key:
            here = [t for t in self._of.get(asked.of, ()) if t.entity in self._first[article]]
            return _one(here, article) or (None if here else self._left_over(article, asked))
        if asked.key.removeprefix("former ") in (LEADER, *LEADERS) and _is_country(asked.of):
            return self._leader(article, asked)
        of = self._place(article, asked.of)
        fitting = self._told.get(asked.key, [])
        if of:
            exact = [t for t in fitting if t.of == of]
            loose = [] if _is_country(of) else [t for t in fitting if not t.of]
            return _one(exact or loose, article) if exact or len({t.entity for t in fitting}) == 1 else None
        own = [t for t in fitting if t.article == article]
        if own:
            return _one(own, article)
        held = _one(fitting, article)
        telling = {t.article for t in fitting}
        named = held is not None and (
            self._first[article].get(held.entity, asked.start) < asked.start
            or not self._called[held.entity].isdisjoint(_WORDS.findall(fold(title)))
        )
        return held if named or (asked.key in ALONE and len(telling) > 1) else None

    def _leader(self, article: str, asked: Asked) -> Held | None:
        """Return who leads a country: the holder of that post, or whoever is only called its leader."""
        former = "former " if asked.key.startswith("former ") else ""
        mine = self._of_country(asked.key, asked.of)
        if asked.key == former + LEADER:
            mine += [t for key in sorted(LEADERS) for t in self._of_country(former + key, asked.of)]
        elif not mine:
            mine = self._of_country(former + LEADER, asked.of)
        return _one(mine, article) or (None if mine or former else self._left_over(article, asked))

    def _of_country(self, key: str, country: str) -> list[_Told]:
        return [t for t in self._told.get(key, ()) if t.of == country]

    def _left_over(self, article: str, asked: Asked) -> Held | None:
        """ "L'Américaine" behind "Ann Poe et Oleg Rill", of whom the story says that Rill is Russian: Poe, whom it is
        about and of whom no country is told. What is told of Rill says so."""
        before = [who for who, at in self._first[article].items() if at < asked.start]
        others = [who for who in before if who in self._countries and asked.of not in self._countries[who]]
        left = [who for who in before if who not in others]
        if len(left) != 1 or not others or left[0] in self._countries or left[0] not in self._main:
            return None
        first = next(t for tellings in self._of.values() for t in tellings if t.entity == others[0])
        return Held(left[0], first.article, first.start, first.end, other=True)

    def _place(self, article: str, of: str) -> str:
        return of if _is_country(of) else self._ids[article].get(of, of)


def _is_country(of: str) -> bool:
    return len(of) == 2 and of.isupper()


def _one(told: Sequence[_Told], article: str) -> Held | None:
    """Return the one person of some tellings, as the article itself tells it where it does."""
    if len({t.entity for t in told}) != 1:
        return None
    best = min(told, key=lambda t: (t.article != article, t.end - t.start, t.article, t.start))
    return Held(best.entity, best.article, best.start, best.end)
