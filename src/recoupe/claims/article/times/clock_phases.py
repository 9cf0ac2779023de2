"""What happened at a clock time: a phase of an event, and who came or left; its own clause says it, or that before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.circumstances import Circumstances
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, cost, nearest
from recoupe.claims.article.times import day_words, movers
from recoupe.claims.article.times.phases import ACTS, MOVES, POINT_EVENTS, outside, phase_and_event, phase_of
from recoupe.model import Time

BESIDE = 45
"""Within this cost what is told before a clock time is told of it."""

BEHIND = 10
"""The same behind it."""

BY_ITS_VERB = 80
"""How far from a clock time the verb of an act may stand: "at 10:05 the minister handed in her resignation"."""

FIRE_REACH = 25
"""Characters between a fire and the verb that says that it set out from somewhere."""

_SAYING = ("phase", "event", "weak", "attribution")

ELLIPSIS = 90
"""Characters between two clock times of which the second may be of the first's verb."""


class About(NamedTuple):
    """What a clock time is of: a phase (and the word that says it), an event, and who arrives or leaves."""

    phase: str | None
    cue: Found | None
    event: str | None
    who: tuple[str, ...]
    around: Circumstances


def find(scene: Scene, sentence: Sentence, span: tuple[int, int], time: Time) -> About | None:
    """Return what the clock times at `span`, of which `time` is the first, are of; None where nothing tells."""
    cue, phase, event = phase_and_event(scene, sentence, span)
    if phase == "end" and event == "closure" and cue is not None and _shuts(sentence, cue):
        phase = "start"  # "shut since 13:30": what ends a vote begins a closure
    if phase in ("end", "start") and event == "vote" and _of_some_stations(sentence):
        return None
    if phase is None and event is None:
        return None
    around = circumstances.find(scene, sentence, (time.start, time.end))
    if phase is None and (event not in POINT_EVENTS or event in ACTS) and around.status != "planned":
        events = [*sentence.of("event"), *(c for c in sentence.of("weak") if c.key == "launch")]
        acts = [c for c in events if c.key in ACTS]
        before = nearest(scene, sentence, span, [c for c in events if c.end <= span[0]], BESIDE)
        before = before or nearest(scene, sentence, span, [c for c in acts if c.end <= span[0]], BY_ITS_VERB)
        behind = nearest(scene, sentence, span, [c for c in events if c.start >= span[1]], BEHIND)
        behind = behind or nearest(scene, sentence, span, [c for c in acts if c.start >= span[1]], BY_ITS_VERB)
        if before is None and behind is None:
            return None  # something said or seen while the event was going on
    if phase in MOVES and day_words.since(scene.article, time):
        return None  # 'speaks of a "natural departure" and says the run was shut since 10:50': a state
    if phase == "departure" and cue is not None and _fire_spread(sentence, cue):
        return About(None, cue, "fire", (), around)
    if phase == "departure" and cue is not None and _slid(sentence, cue):
        return About(None, cue, "landslide", (), around)
    if phase in ("start", "end", "resume") and event == "talks" and _parliament(scene):
        return About(phase, cue, "sitting", (), around)  # its "session", its "Sitzung"
    comes = phase in MOVES and not (phase == "arrival" and event == "storm")
    who = movers.who(scene, sentence, span, cue) if comes else ()
    if phase == "departure" and who == ("rocket",):
        return About(None, cue, "launch", (), around)  # a rocket that leaves is launched
    return About(phase, cue, event, who, around)


def _parliament(scene: Scene) -> bool:
    """Tell whether an article opens with a law being passed, or a vote after a debate."""
    return "adoption" in scene.opening or {"vote", "debate"} <= scene.opening or "sitting" in scene.opening


def _fire_spread(sentence: Sentence, leaves: Found) -> bool:
    """Tell whether a fire is what leaves ("l'incendie est parti d'un hangar"): it broke out there."""
    fires = [c for c in sentence.of("event") if c.key == "fire" and 0 <= leaves.start - c.end <= FIRE_REACH]
    if not fires:
        return False
    others = [c.start for c in sentence.of("mover")] + [n.start for n in sentence.names if n.type == "person"]
    return not any(fires[-1].end <= start < leaves.start for start in others)


def _shuts(sentence: Sentence, cue: Found) -> bool:
    """Tell whether the word of a phase is that of a closure: "fermeture", "closed"."""
    said = [c for c in (*sentence.of("event"), *sentence.of("door")) if c.key in ("closure", "shut")]
    return any(c.start < cue.end and cue.start < c.end for c in said)


def _slid(sentence: Sentence, leaves: Found) -> bool:
    """Tell whether snow or earth is what leaves, right behind the word: "départ de l'avalanche"."""
    return any(c.key == "landslide" and 0 <= c.start - leaves.end <= SLID_REACH for c in sentence.of("event"))


SLID_REACH = 8
"""Characters between the two: " de l'"."""


def _of_some_stations(sentence: Sentence) -> bool:
    """ "police had closed 92 polling stations by 5 p.m.": tell whether so many places of a vote are counted, of which
    closing or opening is told, and not of the vote."""
    return any(q.of in _STATIONS for q in sentence.quantities)


_STATIONS = frozenset(("polling station", "school"))


def of_one_more(scene: Scene, sentence: Sentence, last: tuple[int, About], span: tuple[int, int]) -> About | None:
    """Return what a clock time is of whose clause has no verb of its own: "A landed at 9:30, B at 10:15".

    Between the two times stands one more person, and no word of another event.
    """
    end, about = last
    if about.phase not in MOVES or not about.who or span[0] - end > ELLIPSIS:
        return None
    gap = scene.article.text[end : span[0]]
    closed = regex.search(r"[;:.!?](?=\s)|\n", gap.removeprefix("."))
    between = [n for n in sentence.names if n.type == "person" and end <= n.start and n.end <= span[0]]
    people = {scene.entity(n) for n in between} - set(about.who)
    others = [c for c in sentence.cues if c.section in _SAYING and end <= c.start < span[0]]
    others += [c for c in sentence.cues if c.section in ("phase", "attribution") and 0 <= c.start - span[1] <= BEHIND]
    if closed or others or len(people) != 1:
        return None
    around = circumstances.find(scene, sentence, span)
    return about._replace(who=tuple(people), around=around._replace(status=about.around.status))


def is_another_s(
    scene: Scene, sentence: Sentence, about: About, rivals: Sequence[tuple[int, int]], span: tuple[int, int]
) -> bool:
    """Tell whether a phase is that of another clock time: "contact was lost at 6:38; the first call came at 6:44".

    The other is nearer to it, and to no other phase ("left at 14:30, struck the pier at 18:10": each has its own).
    """
    if about.cue is None:
        return False
    place = (about.cue.start, about.cue.end)
    mine = cost(scene, sentence, span, place)
    phases = sentence.of("phase")
    return any(
        cost(scene, sentence, rival, place) < mine
        and phase_of(scene, sentence, rival, outside(phases, rival)) == about.cue
        for rival in rivals
    )
