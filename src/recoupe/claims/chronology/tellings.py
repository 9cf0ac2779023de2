"""A telling: what a sentence of an article tells to have happened when, as the timeline reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.times.chronicle import HEAD
from recoupe.model import Article, Time


class Telling(NamedTuple):
    """What a `Dated` says, field by field (from `sentence` on), with the article whose sentence it is."""

    article: Article
    sentence: tuple[int, int]
    time: Time
    begin: float
    clock: bool
    what: tuple[str, str, str]
    planned: bool
    loose: bool
    weekday: bool
    guessed: bool
    day_named: bool
    dayless: bool
    telling: bool
    named: bool
    block: str
    announced: bool
    beside: frozenset[str]
    findings: frozenset[int] = frozenset()
    """The findings, by number, that hold its instant."""


def told_by(tellings: Iterable[Telling]) -> set[str]:
    """Return the ids of the articles that some tellings are of."""
    return {t.article.id for t in tellings}


def stamped(telling: Telling) -> bool:
    """Tell whether an entry of a live blog tells something by the time that stands above it: its day is known."""
    return telling.clock and telling.article.kind == "update" and not telling.time.text


def enough(telling: Telling) -> bool:
    """Tell whether a telling says more than when: the head of an entry does not, the entry itself does."""
    return len(WORD.findall(telling.article.text[slice(*telling.sentence)])) > HEAD
