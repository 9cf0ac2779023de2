"""Tellings of one event as one line of the timeline, and the lines that say no more than others do.

tellings -> one event and phase on one day (within minutes, for clock times)
         -> clock times of one instant, whatever each calls it
         -> clock times that one page sets on another day than others do
         -> what one page tells of an event at another hour than more pages do
         -> days into the clock times of their event
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from recoupe.claims.article.ground.seconds import DAY, HOUR, iso_seconds, unsure_by
from recoupe.claims.article.times.clock_times import NIGHT
from recoupe.claims.article.times.phases import MOVES, OPENING, POINT_EVENTS
from recoupe.claims.chronology.tellings import Telling, stamped, told_by
from recoupe.model import Independent

SAME = HOUR / 6
"""Clock times further apart than this are two lines: what is disputed is not settled by a timeline."""

APART = ({"start", "end"}, {"departure", "arrival"})
"""Phases that are two happenings even at one instant."""

OFF = 7
"""Days by which a page may miss the day of a clock time: "Tuesday" is a week, "at 23:40" a day off."""

ROUND = HOUR / 4
"""Minutes to which hours are rounded: 3:10 is none of them."""

FULL = 3
"""Clock times of a day from which on what one page tells of it without an hour is left out."""

MORNING = 9 * HOUR
"""Until when (UTC) a clock time may belong to the night told by the day before."""

TWICE = 2
"""How many times as many articles must tell a line before an hour that differs is a slip."""

ZONES = 14
"""Hours by which a clock read in a wrong zone is off."""

SLIP = 120.0
"""Seconds by which the minutes of such a clock may differ."""

ONCE = 3 * HOUR
"""How far off most pages a page may tell the hour of what happens once."""

ALIKE = {"appeal": "trial", "reading": "trial", "result": "vote", "results": "assembly", "one_on_one": "talks"}
"""Events that on one day, without an hour, are told as one."""


def merged(tellings: Sequence[Telling], people: Collection[str] = ()) -> list[list[Telling]]:
    """Return tellings of one event: of one kind, on one day; clock times within minutes of the line's first.

    `people` are the ids of persons: "the ship" may be any other name that comes or goes.
    """
    by_kind: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        event, phase, who = telling.what
        if not telling.clock:
            event, phase = ("stay", "start") if phase == "arrival" and who else (ALIKE.get(event, event), phase)
        phase = "start" if phase == "occurrence" and not telling.clock else phase  # on a day the two are one
        by_kind[event, phase, who, "clock" if telling.clock else "day", str(telling.begin // DAY)].append(telling)
    out: list[list[Telling]] = []
    for _, members in sorted(by_kind.items()):
        line: list[Telling] = []
        for telling in sorted(members, key=lambda t: (t.begin, t.article.id, t.sentence)):
            if line and telling.begin - line[0].begin <= SAME:
                line.append(telling)
            else:
                line = [telling]
                out.append(line)
    return _days_into_clocks(_at_one_hour(_on_one_day(_one_line_an_instant(out)), people))


def _one_line_an_instant(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Join groups of clock times of one instant: to the minute it is one event under two names.

    Not so where one begins and the other ends, or where two people come or go.
    """
    home: dict[float, list[list[Telling]]] = defaultdict(list)
    out: list[list[Telling]] = []
    for group in sorted(groups, key=lambda g: -len(told_by(g))):
        begins = Counter(t.begin for t in group if t.clock).most_common()
        there = next((g for begin, _ in begins for g in home[begin] if not other_event(group[0], g[0])), None)
        if there is not None:
            there.extend(group)
            continue
        out.append(group)
        if group[0].clock:
            for instant in sorted({t.begin for t in group}):
                home[instant].append(group)
    return out


def other_event(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings of one instant are of two happenings."""
    if a.article.id == b.article.id and a.sentence == b.sentence:
        return False
    (event, one, mine), (other, two, theirs) = a.what, b.what
    if one == two:  # nobody else comes or goes at that very minute: it is one, named in two ways
        return bool(mine and theirs and mine != theirs and one not in (*MOVES, "clock"))  # a clock's is its minute
    return {one, two} in APART and (one in MOVES or event != other)


def _on_one_day(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Move what one page tells at an hour to the day on which more pages tell the same event at that hour.

    A minute that is none of the quarters' is told of one event only, whatever a page without a day calls it.
    """
    out: list[list[Telling]] = []
    clocks: dict[tuple[str, str], list[list[Telling]]] = defaultdict(list)
    odd: dict[float, list[list[Telling]]] = defaultdict(list)
    of_day = Counter(day for day, _ in {(t.begin // DAY, t.article.id) for g in groups for t in g if t.clock})
    main = min(of_day, key=lambda d: (-of_day[d], d), default=None)
    for group in sorted(
        groups,
        key=lambda g: (is_ahead(g), -len(told_by(g)), not _day_named(g), g[0].begin // DAY != main),
    ):
        event, _, who = group[0].what
        first = group[0]
        home = next((g for g in clocks[event, who] if _days_off(first, g[0])), None) if first.clock else None
        sure = home is not None and _surer(home, group)
        if not sure and first.clock and not _day_named(group) and not is_ahead(group):
            home = next((g for g in odd[first.begin % DAY] if _days_off(first, g[0])), None)
            many = home is not None and len(told_by(home)) >= TWICE * len(told_by(group))
            sure = home is not None and (many or _day_named(home) or home[0].begin // DAY == main)
        if home is not None and sure and any(map(stamped, group)) and not (any(map(stamped, home)) or _day_named(home)):
            days = round((home[0].begin - first.begin) / DAY)
            home[:] = [*(t._replace(begin=t.begin - days * DAY) for t in home), *group]
            continue
        if home is not None and sure:
            home += [t._replace(begin=t.begin - round((t.begin - home[0].begin) / DAY) * DAY) for t in group]
            continue
        out.append(group)
        if first.clock:
            clocks[event, who].append(group)
            for begin in {t.begin for t in group if t.begin % ROUND}:
                odd[begin % DAY].append(group)
    return _to_a_named_day(out, odd)


def _to_a_named_day(groups: list[list[Telling]], odd: Mapping[float, Sequence[list[Telling]]]) -> list[list[Telling]]:
    """Move an odd minute of a day that no words name to the one day on which a page that names it tells that minute."""
    out = []
    for group in groups:
        named = _day_named(group) or is_ahead(group) or not group[0].clock
        homes = [] if named else [g for g in odd[group[0].begin % DAY] if g is not group]
        if len(homes) == 1 and _day_named(homes[0]) and _days_off(group[0], homes[0][0]):
            days = round((group[0].begin - homes[0][0].begin) / DAY)
            homes[0] += [t._replace(begin=t.begin - days * DAY) for t in group]
        else:
            out.append(group)
    return out


def _day_named(group: Sequence[Telling]) -> bool:
    return any(t.day_named for t in group if t.clock)


def _days_off(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings differ by whole days; what begins and ends at one hour of the day is no slip."""
    days = round((a.begin - b.begin) / DAY)
    lasts = a.what[0] == b.what[0] and {_opens(a), _opens(b)} == {True, False} and "end" in (a.what[1], b.what[1])
    return 0 < abs(days) <= OFF and abs(a.begin - b.begin - days * DAY) <= SAME and not lasts


def _opens(telling: Telling) -> bool:
    return telling.what[1] in OPENING


def _at_one_hour(groups: list[list[Telling]], people: Collection[str]) -> list[list[Telling]]:
    """Let a line go into that of its event which at least twice as many articles tell, where its hour is a slip.

    A clock read in another zone is whole hours off; what
    happens once, as an accident does, happened when most say.
    """
    size = {id(g): len(told_by(g)) for g in groups}
    hosts: dict[int, list[list[Telling]]] = defaultdict(list)
    out = []
    for group in sorted(groups, key=lambda g: -size[id(g)]):
        near = [] if not group[0].clock else [
            h for day in (-1, 0, 1) for h in hosts[int(group[0].begin // DAY) + day]
            if size[id(h)] >= TWICE * size[id(group)] and _slip(group, h, people, size[id(h)] // size[id(group)])
        ]  # fmt: skip
        if near:
            max(near, key=lambda h: size[id(h)]).extend(group)
            continue
        out.append(group)
        if group[0].clock:
            hosts[int(group[0].begin // DAY)].append(group)
    return out


def _slip(group: Sequence[Telling], host: Sequence[Telling], people: Collection[str], times: int) -> bool:
    (event, phase, who), (other, second, whom) = group[0].what, host[0].what
    apart = abs(group[0].begin - Counter(t.begin for t in host if t.clock).most_common(1)[0][0])
    alone = len(told_by(group)) == 1
    if is_ahead(group) != is_ahead(host) or (event, _once(event, phase)) != (other, _once(other, second)):
        return False
    if phase == "clock":
        return False  # what happened is not known: at another hour it is another thing
    if not event and (not who or not whom or (who != whom and not {who, whom}.isdisjoint(people))):
        return False
    zone = is_slip_of_a_zone(apart)
    one = alone or event in POINT_EVENTS  # two that agree tell another opening
    both = told_by(group) <= told_by(host)  # who tells both tells two happenings
    return (zone and one) or (alone and event in POINT_EVENTS and times > TWICE and apart <= ONCE and not both)


def is_slip_of_a_zone(apart: float) -> bool:
    """Tell whether two clock times that are `apart` (seconds) may be one, read in two zones."""
    hours = round(apart / HOUR)
    return 0 < hours <= ZONES and abs(apart - hours * HOUR) <= SLIP


def _once(event: str, phase: str) -> str:
    return "start" if phase == "occurrence" and event in POINT_EVENTS else phase


def _surer(home: Sequence[Telling], group: Sequence[Telling]) -> bool:
    """Tell whether more articles tell the day of `home`, or the day of `group` is nowhere printed and lies ahead.

    What a page announces is on no day before that on which it was written.
    """
    written = (iso_seconds((t.article.published or "")[:10]) for t in group if t.announced)
    if any(day is not None and home[0].begin < day for day in written):
        return False
    if not any(t.day_named for t in group) and is_ahead(group) and not is_ahead(home):
        return True
    return len(told_by(home)) > len(told_by(group))


def is_ahead(group: Sequence[Telling]) -> bool:
    """Tell whether half of a line's tellings at least hold it to be still to come."""
    return 2 * sum(t.planned and not over(t) for t in group) >= len(group)


def over(telling: Telling) -> bool:
    """Tell whether what is told lay in the past when its page was written, as its date tells it."""
    stamp = telling.article.published or ""
    written = iso_seconds(stamp)
    if written is None:
        return False
    whole = len(stamp) == len("2031-05-06")
    return telling.begin // DAY < written // DAY if whole else telling.begin < written - unsure_by(stamp)


def _days_into_clocks(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Let a day's line go into the clock-time line of its event and day that most tell: the same, told more exactly."""
    clocks: dict[tuple[object, ...], list[list[Telling]]] = defaultdict(list)
    for group in groups:
        for of, _ in {(t.what, t.begin // DAY): t for t in group if t.clock}.items():
            clocks[of].append(group)
    out = []
    for group in groups:
        there = clocks.get((group[0].what, group[0].begin // DAY), [])
        if not there and all(t.time.value.endswith(NIGHT) for t in group):  # "in the night to Friday" is on Friday too
            next_day = clocks.get((group[0].what, group[0].begin // DAY + 1), [])
            there = [g for g in next_day if g[0].begin % DAY <= MORNING]
        if not there and len(told_by(group)) == 1 and all(t.day_named for t in group):
            beside = [g for day in (-1, 1) for g in clocks.get((group[0].what, group[0].begin // DAY + day), [])]
            there = [g for g in beside if len(told_by(g)) > TWICE]  # a page of another side of midnight
        if not group[0].clock and there:
            max(there, key=lambda g: len(told_by(g))).extend(group)
        else:
            out.append(group)
    return out


def one_a_day(groups: Sequence[list[Telling]], main: str | None) -> list[list[Telling]]:
    """Join lines of a day, without an hour, whose sentences speak of one event beside the story's `main` one."""
    out: list[list[Telling]] = []
    of_day: dict[float, list[tuple[frozenset[str], list[Telling]]]] = defaultdict(list)
    for group in sorted(groups, key=lambda g: -len(told_by(g))):
        if group[0].clock:
            out.append(group)
            continue
        events = frozenset(e for t in group for e in t.beside) - {main}
        home = next((g for mine, g in of_day[group[0].begin] if mine & events and is_ahead(g) == is_ahead(group)), None)
        if home is None or len(told_by(group)) > 1:
            of_day[group[0].begin].append((events, group))
            out.append(group)
        else:
            home.extend(group)
    return out


def without_the_day_s_rest(
    groups: Sequence[list[Telling]], independent: Independent, main: str | None
) -> list[list[Telling]]:
    """Return groups without what is told of a day, without an hour, that others tell hour by hour: by one origin, or of
    the story's `main` event, which is what the hours tell."""
    hours = Counter(g[0].begin // DAY for g in groups if g[0].clock)

    def adds(group: Sequence[Telling]) -> bool:
        if group[0].clock or hours[group[0].begin // DAY] < FULL:
            return True
        event, phase, _ = group[0].what
        return independent(sorted(told_by(group)))[0] > 1 and not (event == main and phase in OPENING)

    return [g for g in groups if adds(g)]
