"""The day on which most articles say that an event is to be: a planned clock time without a day of its own is on it.

"the talks on Monday" of forty pages, "they are to begin at 1 p.m." of one written on Sunday -> Monday, 1 p.m.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import DAY, UNDATED, WEEK, iso_seconds, yearless
from recoupe.model import Claim

TELLING = 3
SHARE = 0.75
"""Articles that must tell the day of an event, and which share of those that date it."""


def placed(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims with planned clock times of no day of their own on that of their event."""
    days = _days(claims)
    return [_placed(c, days) if c.unit == "instant" and c.loose and c.status == "planned" else c for c in claims]


def _days(claims: Sequence[Claim]) -> dict[str, float]:
    """Return the day (seconds of its midnight) of each event that most of its articles agree on, by its key."""
    told: dict[str, dict[float, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.unit == "day" and claim.attribute == "date" and claim.low is not None and not yearless(claim.low):
            told[scopes.key(claim.scope, "event") or ""][claim.low // DAY * DAY].add(claim.anchor.article)
    out = {}
    for event, days in told.items():
        best = min(days, key=lambda d: (-len(days[d]), d))
        every = set[str]().union(*days.values())
        if event and len(days[best]) >= max(TELLING, SHARE * len(every)):
            out[event] = best
    return out


def _placed(claim: Claim, days: Mapping[str, float]) -> Claim:
    """Return a planned clock time on the day of its event, where its article does not lie behind that."""
    day = days.get(scopes.key(claim.scope, "event") or "")
    if day is None or claim.low is None or claim.high is None or claim.low < UNDATED or yearless(claim.low):
        return claim
    written = iso_seconds((claim.as_of or "")[:10])
    off = day - claim.low // DAY * DAY
    if not off or abs(off) > WEEK * DAY or (written is not None and written > day):
        return claim
    readings = tuple((low + off, high + off) for low, high in claim.readings)
    return msgspec.structs.replace(claim, low=claim.low + off, high=claim.high + off, readings=readings)
