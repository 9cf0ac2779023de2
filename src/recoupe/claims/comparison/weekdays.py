"""Bare weekdays ("on Monday") of a story: a week off from the day that more of its articles tell, they are that day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import DAY
from recoupe.claims.article.times import day_words
from recoupe.model import Article, Claim

WEEK = 7 * DAY


def in_their_week(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[Claim]:
    """Return the claims with each bare weekday on the day, a week on or back, that more articles tell of its event."""
    days: dict[tuple[str, str | None], Counter[float]] = defaultdict(Counter)
    for of, low, _ in {(_of(c), c.low, c.anchor.article) for c in claims if c.unit == "day" and c.low is not None}:
        days[of][low] += 1
    return [_moved(c, days[_of(c)], articles) if c.unit == "day" and c.loose else c for c in claims]


def _of(claim: Claim) -> tuple[str, str | None]:
    return claim.attribute, scopes.key(claim.scope, "event")


def _moved(claim: Claim, told: Mapping[float, int], articles: Mapping[str, Article]) -> Claim:
    article = articles.get(claim.anchor.article)
    if claim.low is None or article is None or not day_words.bare_weekday(claim.display, article.language):
        return claim
    other = max((claim.low - WEEK, claim.low + WEEK), key=lambda day: told.get(day, 0))
    if told.get(other, 0) <= told.get(claim.low, 0):
        return claim
    return msgspec.structs.replace(claim, low=other, high=other + DAY - 1)
