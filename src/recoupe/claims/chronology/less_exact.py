"""Lines that tell again, less exactly, what another line tells: they go into it.

"about 11:30 p.m." of one page   -> the instant near it that three pages tell
a day, without an hour           -> the hour of that day at which more pages tell its event
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set

from recoupe.claims.article.ground.seconds import DAY, HOUR
from recoupe.claims.article.times.clock_times import NIGHT
from recoupe.claims.article.times.phases import OPENING
from recoupe.claims.chronology.lines import is_ahead, other_event
from recoupe.claims.chronology.page_clocks import ahead_of
from recoupe.claims.chronology.tellings import Telling, told_by

VAGUE = HOUR / 3
"""How far "about 11:30 p.m." may be from when it was."""

AFTERMATH = 2
"""Lines at most of a day after a story's own of which nothing else is told."""

SURE = 3
"""Pages that must tell an instant before another's vague hour is held to be it."""


def folded(groups: Sequence[list[Telling]], main: str | None) -> list[list[Telling]]:
    """Return the groups of lines, those that tell less exactly what another tells within it; `main` is the story's."""
    clocks = sorted((g for g in groups if g[0].clock), key=lambda g: -len(told_by(g)))
    out: list[list[Telling]] = []
    homes: list[list[Telling]] = []
    for group in clocks:
        home = next((h for h in homes if _vaguely(group, h)), None)
        if home is None:
            homes.append(group)
            out.append(group)
        else:
            home.extend(group)
    days = [_days(home) for home in homes]
    for group in (g for g in groups if not g[0].clock):
        day = group[0].begin // DAY
        near = (n for n, its in enumerate(days) if day in its or day + 1 in its)
        at = next((n for n in near if _its_hour(group, homes[n], days[n], main)), None)
        if at is None:
            out.append(group)
        else:
            homes[at].extend(group)
            days[at] |= _days(group)
    return out


def with_nameless(
    known: Sequence[list[Telling]], tellings: Iterable[Telling], keeps: Callable[[Sequence[Telling]], bool]
) -> list[list[Telling]]:
    """Return the lines `known` with what is told of days in words no table knows: a line of that day takes it up.

    A day whose hours several pages tell needs none; of another it is a line of its own where it is to be kept.
    """
    by_day: dict[tuple[float, bool], list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_day[telling.begin, telling.planned].append(telling)
    out = list(known)
    for (begin, planned), group in sorted(by_day.items()):
        there = [g for g in known if begin // DAY in {g[0].begin // DAY, *_days(g)}]
        lines = [g for g in there if not g[0].clock and is_ahead(g) == planned]
        there = [g for g in there if planned or not is_ahead(g)]  # what was planned for a day is told by what was done
        if lines:
            max(lines, key=lambda g: len(told_by(g))).extend(group)
        elif not any(len(told_by(g)) > 1 for g in there) and keeps(group):
            out.append(group)
    return out


def with_aftermath(
    known: Sequence[list[Telling]], tellings: Iterable[Telling], keeps: Callable[[Sequence[Telling]], bool]
) -> list[list[Telling]]:
    """Return the lines `known` and those of what has happened on days of which they tell nothing, few of each day."""
    told = {g[0].begin // DAY for g in known if not is_ahead(g)}
    by_day: dict[float, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: (t.article.published or "", t.article.id, t.sentence)):
        if telling.begin // DAY not in told:
            by_day[telling.begin].append(telling)
    lines: list[list[Telling]] = []
    for its in by_day.values():
        if keeps(its):
            lines.append(its)
        else:
            lines += [one for t in its if keeps(one := [t])][:AFTERMATH]
    return [*known, *lines]


def _vaguely(group: Sequence[Telling], home: Sequence[Telling]) -> bool:
    """Tell whether a page says of a line's instant only about when it was."""
    one, other = told_by(group), told_by(home)
    if len(one) > 1 or len(other) < SURE or one <= other or not all(t.time.mod for t in group):
        return False
    near = abs(group[0].begin - home[0].begin) <= VAGUE
    return near and is_ahead(group) == is_ahead(home) and not other_event(group[0], home[0])


def _its_hour(group: Sequence[Telling], home: Sequence[Telling], days: Set[float], main: str | None) -> bool:
    """Tell whether more pages tell the event of a day's line at an hour of that day, as some clock shows it (`days`).

    What one page tells of a day beside the story's main event is that event: "drones flew on Wednesday, and it shut".
    """
    if len(told_by(home)) <= len(told_by(group)) or is_ahead(group) != is_ahead(home):
        return False
    if not all(t.what[0] and t.what[1] in OPENING for t in group):
        return False
    event = group[0].what[0]
    if len(told_by(group)) == 1 and all(main in t.beside for t in group) and len(told_by(home)) >= SURE:
        event = main or event
    if not any(t.what[1] in OPENING and (event == t.what[0] or event in t.beside) for t in home):
        return False
    nights = (1, 0) if all(t.time.value.endswith(NIGHT) for t in group) else (0,)
    return any(group[0].begin // DAY + n in days for n in nights)


def _days(group: Sequence[Telling]) -> set[float]:
    """Return the days on which some clock shows the hours of a line."""
    return {(t.begin + (ahead_of(t) or 0.0)) // DAY for t in group if t.clock}
