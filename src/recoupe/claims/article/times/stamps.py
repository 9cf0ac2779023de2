"""Claims from the clock that stamps an update: what its first sentence tells happened by then.

    update of 3:55, "The first miner is out" -> the first miner's arrival, at 3:55 or up to LAG before

Only what the sentence itself tells as new: no plan, no quotation, no "he said", no clock time or day of its own.
"""

from __future__ import annotations

from recoupe.claims.article.ground import circumstances, status
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.scene import Scene, nearest
from recoupe.claims.article.ground.seconds import iso_seconds
from recoupe.claims.article.times import chronicle
from recoupe.claims.article.times.phases import attribute_of, phase_and_event
from recoupe.model import Claim
from recoupe.text import zones

RULE = "stamp"

LAG = 40 * 60.0
"""Seconds within which an update is posted after what it tells."""

REACH = 60
"""Characters from the beginning of an update within which the word for what happened stands."""


def find(scene: Scene) -> list[Claim]:
    """Return the claim of an update's stamp, none for other articles."""
    head = chronicle.first(scene)
    if head is None:
        return []
    sentence, published = head
    told = iso_seconds(published)
    span = (sentence.start, sentence.start)
    spoken = sentence.of("attribution")
    quoted = any(s < sentence.end and sentence.start < e for q in scene.quotes for s, e in q.content)
    if told is None or sentence.times or spoken or quoted or status.find(scene, sentence, span) != "stated":
        return []
    cue, phase, event = phase_and_event(scene, sentence, span)
    if cue is None or cue.start - sentence.start > REACH:
        return []
    if any(c.start < cue.start for c in sentence.of("offset")):
        return []  # "Twelve have died after the ferry went down": when it did is not told
    around = circumstances.find(scene, sentence, span)
    attribute, scope = attribute_of(phase, event)
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    who = nearest(scene, sentence, (cue.start, cue.end), people) if attribute in ("arrival", "departure") else None
    if attribute in ("arrival", "departure") and who is None:
        return []
    whose = [f"who:{scene.entity(who)}"] if who is not None else []
    end = max(cue.end, who.end) if who is not None else cue.end
    evidence = scene.article.published_evidence
    return [
        Claim(
            attribute=attribute,
            scope=tuple(sorted((*scope, *whose, *scopes.kept(around.scope, place=who is None)))),
            low=told - LAG,
            high=told,
            unit="instant",
            display=evidence.words if evidence is not None else published,
            anchor=scene.anchor(sentence.start, end),
            sentence=(sentence.start, sentence.end),
            status="stated",
            holder=around.holder,
            as_of=scene.article.published,
            local=not published.endswith("Z"),
            zone=zones.LOCAL if scene.article.clock_zone == zones.LOCAL else None,
            named=scene.named(whose),
            rule=RULE,
        )
    ]
