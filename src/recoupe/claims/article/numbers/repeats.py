"""Claims of how often something was done: "bounced twice", "wurde dreimal verschoben", "for the third time".

A number of times is of the verb or noun nearest to it that is done more than once (`repeated` of `cues.toml`). It is
counted under the same attribute as its noun ("two bounces"), in every language.
"""

from __future__ import annotations

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text.normalise import fold

REACH = 30
"""Cost between a number of times and what was done so often."""

COUNTED = frozenset(("rebound", "postponement", "attempt", "warning", "rollover", "orbit"))
"""Things so rarely counted in a story that even one or two of them are worth comparing."""

_QUALIFIED = 16
"""Characters before a number of times in which what makes it a bound is looked for."""


def find(scene: Scene) -> list[Claim]:
    """Return the claims of numbers of times of an article, in order."""
    return [
        c
        for sentence in scene.sentences
        if (deeds := sentence.of("repeated"))
        for times in sentence.of("times")
        if (c := _times(scene, sentence, times, deeds)) is not None
    ]


def _times(scene: Scene, sentence: Sentence, times: Found, deeds: list[Found]) -> Claim | None:
    span = (times.start, times.end)
    deed = nearest(scene, sentence, span, deeds, REACH)
    if deed is None or any(q.start < times.end and times.start < q.end and q.unit for q in sentence.quantities):
        return None
    around = circumstances.find(scene, sentence, span)
    if around.status == "denied":
        return None
    count = float(times.key)
    least = _at_least(scene, sentence, times)
    return Claim(
        attribute=deed.key,
        scope=tuple(s for s in around.scope if not s.startswith(("place:", "period:"))),
        low=count,
        high=None if least else count,
        unit="thing",
        display=scene.article.text[times.start : times.end],
        anchor=scene.anchor(min(times.start, deed.start), max(times.end, deed.end)),
        sentence=(sentence.start, sentence.end),
        status=around.status,
        holder=around.holder,
        as_of=scene.article.published,
        qualifier="at least" if least else None,
        rule="count",
    )


def _at_least(scene: Scene, sentence: Sentence, times: Found) -> bool:
    """Tell whether "at least" or its like stands right before a number of times."""
    before = fold(scene.article.text[max(sentence.start, times.start - _QUALIFIED) : times.start]).rstrip()
    table = load(scene.article.language).table("concepts").get("qualifiers", {})
    return any(before.endswith(fold(words)) for words in (*table.get("at least", ()), *table.get("more than", ())))
