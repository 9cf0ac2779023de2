"""Clock times of a night: the one before midnight is of the day before the one behind it.

"halted at 9:44 p.m. and resumed at 2:10 a.m. on Thursday" -> halted on Wednesday
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground.seconds import DAY, HOUR, iso_seconds
from recoupe.model import Claim
from recoupe.text import zones

EVENING, SMALL_HOURS = 18 * HOUR, 6 * HOUR
"""Seconds of the day from which a night is told, and to which."""

NIGHT = 12 * HOUR
"""Seconds from a clock time to the next of its sentence within which both are of one night."""


def settled(told: Sequence[list[Claim]], published: str | None) -> list[Claim]:
    """Return the instants of an article, `told` by sentence in order, those of a night on its two days.

    A night may go on in the first instant of the next sentence.
    """
    out: list[Claim] = []
    for number, mine in enumerate(told):
        after = told[number + 1][:1] if number + 1 < len(told) else []
        out += _overnight([*mine, *after], published)[: len(mine)]
    return out


def _overnight(told: list[Claim], published: str | None) -> list[Claim]:
    """Return clock times in their order, one whose night ends at the next on the day before that one's.

    "Halted at 9:44 p.m. and resumed at 2:10 a.m. on Thursday": only the second has its day beside it. "It began at
    10:30 p.m. and lasted four hours. Word came at 2:40 a.m.", published that day: the night was that before.
    """
    out = list(told)
    today = iso_seconds((published or "")[:10])
    for at in range(len(out) - 2, -1, -1):
        one, after = told[at], out[at + 1]
        if not one.loose or one.status == "planned" or one.low is None or one.high is None or after.low is None:
            continue
        begun, ended = _shown(one), _shown(after)
        again = after is not told[at + 1] and one.low == told[at + 1].low  # that instant on another clock
        if after.loose and not again and ended // DAY * DAY != today:
            continue
        of_a_night = begun % DAY >= EVENING and ended % DAY <= SMALL_HOURS
        if (after.loose or after.sentence != one.sentence) and not (again or of_a_night):
            continue
        if again or (begun > ended and 0 < ended - (begun - DAY) <= NIGHT):
            readings = tuple((low - DAY, high - DAY) for low, high in one.readings)
            out[at] = msgspec.structs.replace(
                one, low=one.low - DAY, high=one.high - DAY, readings=readings, loose=after.loose
            )
    return out


def _shown(claim: Claim) -> float:
    """Return the seconds that the clock of an instant shows where it was read."""
    assert claim.low is not None
    ahead = zones.ahead(claim.zone.partition("|")[0], claim.low) if claim.zone and not claim.local else None
    return claim.low + (ahead or 0.0)
