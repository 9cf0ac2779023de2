"""Counts and measures of a day, a week or a month before the page: "three weeks ago a quake killed 27".

Whether that day is the story's own, its pages tell together (`comparison.before`): a toll told again months later is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground import reference
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.numbers.wholes import COUNTED
from recoupe.claims.article.times import day_words
from recoupe.claims.values import MEASURED
from recoupe.model import Claim, Time
from recoupe.text.patterns import compiled_by_regex

_TOLD_EARLIER = ("year:", "past:")

LAST = "last:"
"""Begins the scope of a value with the last day it may be of."""

_VALUE = compiled_by_regex(r"(\d{4})-(?:W(\d\d)|(\d\d)(?:-(\d\d))?)")


def dated(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, those told of an earlier time with its last day."""
    read = reference.day(scene)
    sentences = {(s.start, s.end): s for s in scene.sentences if any(t.type == "DATE" for t in s.times)}
    if read is None or not sentences:
        return list(claims)

    def of(claim: Claim) -> Claim:
        sentence = sentences.get(claim.sentence)
        if sentence is None or claim.rule != "count" or claim.attribute not in COUNTED | MEASURED:
            return claim
        if any(s.startswith(_TOLD_EARLIER) for s in claim.scope):
            return claim
        last = _last(scene, sentence, claim)
        if last is None or (read - last).days < EARLIER:
            return claim
        return msgspec.structs.replace(claim, scope=tuple(sorted((*claim.scope, f"{LAST}{last.isoformat()}"))))

    return [of(c) for c in claims]


EARLIER = 5
"""Days before the page, at least: within them a story's own day lies."""


def _last(scene: Scene, sentence: Sentence, claim: Claim) -> dt.date | None:
    """Return the last day of the time told nearest to a value."""
    language = scene.article.language
    dates = [t for t in sentence.times if t.type == "DATE" and not day_words.bare_weekday(t.text, language)]
    time = nearest(scene, sentence, (claim.anchor.start, claim.anchor.end), dates)
    return _end(time) if time is not None else None


def _end(time: Time) -> dt.date | None:
    m = _VALUE.fullmatch(time.value)
    if m is None:
        return None
    try:
        if m[2]:
            return dt.date.fromisocalendar(int(m[1]), int(m[2]), 7)
        if m[4]:
            return dt.date(int(m[1]), int(m[3]), int(m[4]))
        year, month = divmod(int(m[1]) * 12 + int(m[3]), 12)
        return dt.date(year, month + 1, 1) - dt.timedelta(days=1)
    except ValueError:
        return None
