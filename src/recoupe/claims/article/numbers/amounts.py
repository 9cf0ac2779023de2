"""Amounts that came within a length of time: "412 mm in 24 hours", "16 inches of rain fell at Brenz in a day".

Such a length is no event's and leads to no moment; what fell in a day and what fell in two days are two amounts. An
amount told of a day after the page is a forecast.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.article.ground import reference
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.ground.seconds import DAY, HOUR
from recoupe.claims.article.times.lengths import period_seconds
from recoupe.model import Claim, Quantity, Time
from recoupe.text.patterns import compiled

FALLEN = frozenset(("rainfall", "snowfall"))
"""What comes down bit by bit."""

UNITS = frozenset(("mm", "in", "cm", "m", "ft", "l", "m3"))
"""Units of what falls, rises or runs out."""

REACH = 45
"""Characters between an amount and its length of time: " of rain fell at Brenz ", " di pioggia "."""

LEADS = 2
"""Characters from the word that leads to a length of time to its first."""

_PARTED = compiled(r"[.,;:!?()\n\d]")

Span = tuple[int, int]


def spans(scene: Scene) -> dict[Span, float]:
    """Return by where an amount stands within how many seconds it came, and the same by where these are told."""
    found: dict[Span, float] = {}
    for sentence in scene.sentences:
        measured = [q for q in sentence.quantities if q.unit in UNITS]
        for time in sentence.times if measured else ():
            seconds = _within(scene, sentence, time)
            amount = _beside(scene, measured, time) if seconds else None
            if seconds and amount is not None:
                found[amount.start, amount.end] = found[time.start, time.end] = seconds
    return found


def _within(scene: Scene, sentence: Sentence, time: Time) -> float | None:
    """Return the seconds of a length of time behind "within", None where it is none."""
    if time.type == "DURATION":
        led = any(c.key == "within" and 0 <= time.start - c.end <= LEADS for c in sentence.of("offset"))
        return period_seconds(time.value) if led else None
    told = _HOURS.search(time.text)  # "in 24 Stunden" is read as a moment to come
    starts = any(c.key == "within" and c.start == time.start for c in sentence.of("offset"))
    return float(told[0]) * HOUR if told is not None and starts and time.type == "TIME" else None


_HOURS = compiled(r"(?<= )\d+(?= \w+$)")


def _beside(scene: Scene, measured: Sequence[Quantity], time: Time) -> Quantity | None:
    """Return the amount nearest to a length of time, no other number or clause between."""
    text = scene.article.text
    near = [
        (max(time.start - q.end, q.start - time.end), q)
        for q in measured
        if not _PARTED.search(text, *((q.end, time.start) if q.end <= time.start else (time.end, q.start)))
    ]
    gap, amount = min(near, key=lambda one: one[0], default=(REACH + 1, None))
    return amount if gap <= REACH else None


def timed(scene: Scene, claims: Sequence[Claim], within: Mapping[Span, float]) -> list[Claim]:
    """Return the claims of an article without the lengths that an amount came within, and what fell with its own."""
    return [
        told
        for claim in claims
        if claim.unit not in ("second", "instant") or (claim.anchor.start, claim.anchor.end) not in within
        for told in [_told(scene, claim, within) if claim.attribute in FALLEN else claim]
    ]


def _told(scene: Scene, claim: Claim, within: Mapping[Span, float]) -> Claim:
    seconds = within.get((claim.anchor.start, claim.anchor.end))
    if seconds is not None:
        period = "day" if seconds == DAY else f"{seconds / HOUR:g} h"
        scope = {s for s in claim.scope if not s.startswith("period:")} | {f"period:{period}"}
        return msgspec.structs.replace(claim, scope=tuple(sorted(scope)))
    today = reference.day(scene)
    sentence = next((s for s in scene.sentences if (s.start, s.end) == claim.sentence), None)
    if sentence is None or today is None or claim.status != "stated":
        return claim
    ahead = any(day > today.isoformat() for day in sentence.days)
    return msgspec.structs.replace(claim, status="planned") if ahead else claim
