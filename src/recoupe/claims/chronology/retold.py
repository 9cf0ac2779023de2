"""Lines that tell at another hour what a line of more origins tells: they go into it, for a line is one event.

"She took the oath at 11:30" of one page   -> "took the oath at 11:42" of three, which one finding holds together
"is to land at 5:30 p.m."                  -> "landed at 7:40 p.m.": a plan that turned out otherwise
"contact was restored shortly after 4"     -> "communication resumed at 4:02" of many

What two origins tell stays a line, save where the other holds those very words of theirs. So does what a page tells
beside the other: it tells of two happenings, unless it is one sentence about what happens once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from recoupe.claims.article.ground.seconds import HOUR
from recoupe.claims.article.times.phases import POINT_EVENTS
from recoupe.claims.chronology.lines import ROUND, is_ahead, is_slip_of_a_zone, other_event
from recoupe.claims.chronology.other_clocks import PHASE
from recoupe.claims.chronology.tellings import Telling, told_by
from recoupe.model import Independent

APART = 3 * HOUR
"""How far off the hour of most a page may tell what it tells with them."""

DISPUTED = 3 * HOUR / 4
"""How far apart the hours may be that pages dispute of one happening; further apart they are two of a kind."""

HALF = HOUR / 2
SEVERAL = 4
"""Origins that must tell an instant before a full or half hour near it is held to be it."""


def folded(
    groups: Sequence[list[Telling]], independent: Independent, disputed: Set[int] = frozenset()
) -> list[list[Telling]]:
    """Return the groups of lines, those of one origin in that of more origins which tells the same at another hour.

    `disputed` are the numbers of the findings whose pages dispute one instant: it is one line too.
    """
    sizes = {id(g): independent(sorted(told_by(g)))[0] for g in groups}
    plans = {id(g): all(t.announced for t in g) for g in groups}
    out: list[list[Telling]] = []
    for group in sorted(groups, key=lambda g: (plans[id(g)], -sizes[id(g)])):
        homes = []
        if group[0].clock:
            homes = [
                h for h in out
                if h[0].clock and (
                    _in_dispute(group, h, disputed)
                    or (sizes[id(group)] == 1 and (sizes[id(h)] > 1 or plans[id(group)] > plans[id(h)])
                        and _at_another_hour(group, h, sizes[id(h)]))
                )
            ]  # fmt: skip
        if homes:
            max(homes, key=lambda h: sizes[id(h)]).extend(group)
        else:
            out.append(group)
    return out


def _in_dispute(group: Sequence[Telling], home: Sequence[Telling], disputed: Set[int]) -> bool:
    """Tell whether two lines tell one happening, by most of their words, whose hour their pages dispute."""
    told, other = ([t.what for t in line if t.clock] for line in (group, home))
    alike = sum(what in other and what[1] != "instant" for what in told)
    if 2 * alike < len(told) or any(what[1] == PHASE for what in told):
        return False
    both = frozenset[int]().union(*(t.findings for t in group)) & frozenset[int]().union(*(t.findings for t in home))
    near = ROUND < abs(_hour(group) - _hour(home)) <= DISPUTED
    return near and not both.isdisjoint(disputed) and is_ahead(group) == is_ahead(home)


def _hour(group: Sequence[Telling]) -> float:
    """Return the instant that most tellings of a line tell."""
    return Counter(t.begin for t in group if t.clock).most_common(1)[0][0]


def _at_another_hour(group: Sequence[Telling], home: Sequence[Telling], origins: int) -> bool:
    """Tell whether a finding holds what two lines tell, whose hours are near or one clock read in two zones.

    A full or half hour near the instant that several of `origins` tell is that instant, told roundly.
    """
    clocks = [t for t in home if t.clock]
    if {(t.article.id, t.time.start) for t in group} <= {(t.article.id, t.time.start) for t in clocks}:
        return True
    once = {(t.article.id, t.sentence[0]) for t in clocks if t.what == group[0].what and t.what[0] in POINT_EVENTS}
    both = {(t.article.id, t.sentence[0]) for t in group if t.article.id in told_by(clocks)}
    if not both <= once or is_ahead(home) or other_event(group[0], home[0]):
        return False
    if is_ahead(group) and not all(t.announced for t in group):
        return False
    apart = abs(group[0].begin - home[0].begin)
    held = frozenset[int]().union(*(t.findings for t in home))
    if not held.isdisjoint(frozenset[int]().union(*(t.findings for t in group))):
        return apart <= APART or is_slip_of_a_zone(apart)
    roundly = group[0].begin % HALF == 0 and group[0].what[1] == home[0].what[1] != PHASE
    return roundly and apart <= ROUND and origins >= SEVERAL
