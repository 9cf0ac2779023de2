"""Claims of terms a court sets: years of prison, of them suspended, and of a ban from office.

A term is of the person named nearest in its sentence, else of whom the story's terms are mostly of (`group` decides).
What a prosecutor asks for, and what a law allows at most, are other terms.
"""

from __future__ import annotations

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.scene import Scene, Sentence, cost, nearest, of_times
from recoupe.claims.article.times.lengths import period_seconds
from recoupe.model import Claim, Time
from recoupe.text.patterns import compiled_by_regex

KINDS = {
    "prison": "prison sentence",
    "firm": "prison to serve",
    "suspended": "suspended sentence",
    "ban": "ban from office",
}
"""Cues that make a length of years a term, and the attribute it is of."""

REACH = 45
SOUGHT_REACH = 70
WHO_REACH = 160

_TERM = compiled_by_regex(r"^P\d+(?:\.\d+)?(?:Y(?:\d+M)?|M)$")


def find(scene: Scene) -> list[Claim]:
    """Return the claims of terms of an article, in order."""
    return of_times(scene, _term)


def _term(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    if time.type != "DURATION" or not _TERM.match(time.value):
        return None
    span = (time.start, time.end)
    cue = nearest(scene, sentence, span, [c for c in sentence.of("deed") if c.key in KINDS], REACH)
    length = period_seconds(time.value)
    if cue is None or length is None:
        return None
    if cue.key == "prison":  # "deux ans de prison avec sursis"
        behind = [c for c in sentence.of("deed") if c.key == "suspended" and 0 <= c.start - cue.end <= 1]
        cue = behind[0] if behind and cue.start >= span[1] else cue
    mine = cost(scene, sentence, span, (cue.start, cue.end))
    rivals = [t for t in sentence.times if t.type == "DURATION" and t.start != time.start]
    if any(cost(scene, sentence, (t.start, t.end), (cue.start, cue.end)) < mine for t in rivals):
        return None
    around = circumstances.find(scene, sentence, span)
    scope = {s for s in around.scope if s.startswith(("past:", "limit:"))}
    sought = [c for c in sentence.of("deed") if c.key == "sought"]
    if nearest(scene, sentence, span, sought, SOUGHT_REACH) is not None:
        scope.add("group:sought")
    if any(c.key == "appeal" for c in sentence.of("event")):
        scope.add("group:appeal")
    around_it = (span[0], max(span[1], cue.end))
    people = [n for n in sentence.names if n.type == "person" and not (n.start < around_it[1] and around_it[0] < n.end)]
    who = nearest(scene, sentence, span, people, WHO_REACH)
    if who is not None:
        scope.add(f"who:{scene.entity(who)}")
    return Claim(
        attribute=KINDS[cue.key],
        scope=tuple(sorted(scope)),
        low=length,
        high=length,
        unit="second",
        display=time.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status="stated" if around.status == "planned" else around.status,  # a term always lies ahead
        holder=around.holder,
        as_of=scene.article.published,
        qualifier=time.mod,
        named=scene.named(scope),
        rule="term",
    )
