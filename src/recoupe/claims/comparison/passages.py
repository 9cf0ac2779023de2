"""The comings of a storm: hours of one coming lie near each other, and those of two most of a day apart.

A measure of which no hour is told is of the coming that another page tells its value of, else of the last before it was
written. Where a story tells of one coming nothing is set apart.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import DAY, HOUR, iso_seconds
from recoupe.claims.article.passing import PASSING, THEN
from recoupe.claims.values import bounds, meet, moment
from recoupe.model import Claim

PASSAGE = "passage:"
"""Begins the scope of a measure with the day of the coming it is of."""

APART = 16 * HOUR
"""Seconds between two comings, at least: clock times are read here without their zones."""

TOLD = 2
"""Articles that must tell hours of a coming."""


def told_apart(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a story, each measure of what passes with the day of its coming where there are several."""
    hours = {n: at for n, c in enumerate(claims) if (at := _hour(c)) is not None}
    middles = _middles([(at, claims[n].anchor.article) for n, at in hours.items() if CLOCK in _then(claims[n])])
    if len(middles) < TOLD:
        return [_placed(c, None) for c in claims]
    known = {n: min(range(len(middles)), key=lambda m: abs(middles[m] - at)) for n, at in hours.items()}
    out = []
    for n, claim in enumerate(claims):
        if claim.attribute not in PASSING:
            out.append(claim)
            continue
        at = known[n] if n in known else _without_hour(claim, claims, known, middles)
        out.append(_placed(claim, middles[at] if at >= 0 else None))
    return out


def _then(claim: Claim) -> str:
    return scopes.key(claim.scope, THEN[:-1]) or ""


def _hour(claim: Claim) -> float | None:
    """Return the hour a value is told of as seconds since 1970, midday where a day alone is told."""
    then = _then(claim)
    seconds = iso_seconds(then)
    return seconds + DAY / 2 if seconds is not None and CLOCK not in then else seconds


CLOCK = "T"
"""In the value of a time: it has a clock, and not its day alone."""


def _middles(hours: Sequence[tuple[float, str]]) -> list[float]:
    """Return the middle one of the hours of each coming that several articles tell of, in order."""
    comings: list[list[tuple[float, str]]] = []
    for at, article in sorted(hours):
        if not comings or at - comings[-1][-1][0] >= APART:
            comings.append([])
        comings[-1].append((at, article))
    return [coming[len(coming) // 2][0] for coming in comings if len({article for _, article in coming}) >= TOLD]


def _without_hour(claim: Claim, claims: Sequence[Claim], known: dict[int, int], middles: Sequence[float]) -> int:
    """Return the number of the coming a value without an hour is of."""
    mine = bounds(claim)
    alike = {at for n, at in known.items() if claims[n].attribute == claim.attribute and meet(bounds(claims[n]), mine)}
    return alike.pop() if len(alike) == 1 else bisect.bisect_right(middles, moment(claim.as_of)) - 1


def _placed(claim: Claim, middle: float | None) -> Claim:
    if claim.attribute not in PASSING:
        return claim
    scope = [s for s in claim.scope if not s.startswith(THEN)]
    if middle is not None:
        scope.append(f"{PASSAGE}{dt.datetime.fromtimestamp(middle, tz=dt.UTC).date().isoformat()}")
    return msgspec.structs.replace(claim, scope=tuple(sorted(scope)))
