"""Values of an earlier happening of a story's kind: told with a day well before the story's own."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.happening import DISASTERS
from recoupe.claims.article.ground.seconds import DAY, iso_seconds
from recoupe.claims.article.numbers.earlier import LAST
from recoupe.model import Claim

PAST = "past:"

LATE = 2 * DAY
"""Seconds between the last day of the earlier happening and the story's own day, at least."""


def told_apart(claims: Sequence[Claim], day: float | None, event: str | None) -> list[Claim]:
    """Return the claims, those of an earlier time than the story's `day` as past where its `event` struck at once."""

    def of(claim: Claim) -> Claim:
        last = scopes.key(claim.scope, LAST[:-1])
        if last is None:
            return claim
        scope = {s for s in claim.scope if not s.startswith(LAST)}
        if event in DISASTERS and day is not None and (iso_seconds(last) or day) + LATE < day:
            scope.add(PAST)
        return msgspec.structs.replace(claim, scope=tuple(sorted(scope)))

    return [of(c) for c in claims]
