"""Of which hour a measure of what moves on is told: a storm has another wind, pressure and category at each place it
comes to.

    the clock time or the day nearest to the value in its sentence
    -> else a clock time of the sentence before, of one paragraph
    -> else, of an update, when it was written

Which hours are of one coming, the pages of a story tell together (`comparison.passages`).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.claims.article import categories
from recoupe.claims.article.ground.circumstances import NEAR
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.model import Claim, Time

PASSING = frozenset(("wind speed", "gust", "air pressure", categories.ATTRIBUTE))
"""What is another at each place that a storm comes to."""

THEN = "then:"
"""Begins the scope of such a value with the hour or the day it is told of."""

_DATED = 10
"""Characters of a whole day ("2031-05-06"), with which the value of what is dated begins."""


def dated(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, those of what passes with a storm with the hour they are told of."""
    if not any(c.attribute in PASSING for c in claims):
        return list(claims)
    sentences = {(s.start, s.end): s for s in scene.sentences}

    def of(claim: Claim) -> Claim:
        sentence = sentences.get(claim.sentence)
        if claim.attribute not in PASSING or sentence is None:
            return claim
        then = _then(scene, sentence, claim)
        if then is None:
            return claim
        return msgspec.structs.replace(claim, scope=tuple(sorted((*claim.scope, f"{THEN}{then}"))))

    return [of(c) for c in claims]


def _then(scene: Scene, sentence: Sentence, claim: Claim) -> str | None:
    span = (claim.anchor.start, claim.anchor.end)
    time = nearest(scene, sentence, span, _dated(sentence, "TIME"), NEAR)
    time = time or nearest(scene, sentence, span, _dated(sentence, "DATE"), NEAR)
    before = scene.sentences[sentence.number - 1] if sentence.number and time is None else None
    if before is not None and "\n" not in scene.article.text[before.start : sentence.start]:
        time = next(iter(_dated(before, "TIME")), None)  # the first has the day of those behind it
    if time is not None:
        return time.value
    return scene.article.published if scene.article.kind == "update" else None


def _dated(sentence: Sentence, kind: str) -> list[Time]:
    """Return the times of a kind whose day is known."""
    return [t for t in sentence.times if t.type == kind and t.value[:_DATED].count("-") == 2 and t.value[:1].isdigit()]
