"""Which values of a group are meant of one thing: by neighbourhood, and by what one article prints side by side."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from recoupe.claims.article.ground.seconds import DAY
from recoupe.claims.article.times import stamps
from recoupe.claims.comparison.group import Key
from recoupe.claims.values import (
    CUMULATIVE,
    FOLLOWING,
    MEASURED,
    Interval,
    Item,
    Meeting,
    all_meet,
    components,
    in_turn,
    meet,
    moment,
    neighbours,
)
from recoupe.text import zones

Rank = tuple[int, int, Interval, int]


def without_late_stamps(items: list[Item]) -> list[Item]:
    """Return clock times without those of updates that no other clock meets, but for those before all others.

    An update may be posted late; what it told before the hour that others give it cannot have known.
    """
    told = [i.interval for i in items if i.claim.rule != stamps.RULE]
    first = min((low for low, _ in told), default=-math.inf)
    return [
        i
        for i in items
        if i.claim.rule != stamps.RULE or any(meet(i.interval, other) for other in told) or i.interval[1] < first
    ]


def neighbourhoods(key: Key, items: Sequence[Item], day: float | None = None) -> list[list[int]]:
    """Return the indices of `items` by neighbourhood. Durations and days gather around the one most articles state.

    `day` is the story's own day, in seconds since 1970.

    (Half an hour, 45 minutes, an hour, two hours: each near the next, and not all of one thing.)
    """
    if key.unit == "instant":
        return _by_oneclock(items, _components(key, items))
    if key.unit not in ("second", "day"):
        return _with_what_they_were(items, _components(key, items))
    parts = components([i.interval for i in items], key.unit, key.attribute)
    out: list[list[int]] = []
    for part in parts:
        left = part
        while left:
            near = _near(key, items, left)
            tellers = {value: _tellers(items, among) for value, among in _by_interval(items, left).items()}
            about = {value: _tellers(items, near[value]) for value in near}

            def rank(i: int, tellers: Mapping[Interval, int] = tellers, about: Mapping[Interval, int] = about) -> Rank:
                value = items[i].interval
                return -tellers[value], -about[value], value, i

            centre = items[min(left, key=rank)].interval
            out.append(near[centre])
            gone = set(near[centre])
            left = [i for i in left if i not in gone]
            if key.unit == "day":  # what is left are the days of other events of the kind
                out.extend(
                    [i for i in left if items[i].interval == day] for day in sorted({items[i].interval for i in left})
                )
                break
    if key.unit != "day":
        return _without_leftovers(items, out)
    return _with_what_they_were(items, _ahead_together(items, out, day, key.event) if day is not None else out)


def _without_leftovers(items: Sequence[Item], groups: Sequence[list[int]]) -> list[list[int]]:
    """Return groups of lengths, those apart that lie away from one many articles tell and of which no two tell one.

    A story's talks went on for two hours; "a half-hour" of an interview and a "15-minute" exchange, of other talks, are
    left over, and of two things each.
    """
    if not any(_tellers(items, group) >= MANY for group in groups):
        return list(groups)
    out: list[list[int]] = []
    for group in groups:
        one = any(
            _told_alike(items[a].interval, items[b].interval)
            and items[a].claim.anchor.article != items[b].claim.anchor.article
            for a, b in combinations(group, 2)
        )
        out.extend([group] if one else [[i] for i in group])
    return out


def _told_alike(a: Interval, b: Interval) -> bool:
    """Tell whether two values say one thing: not where "more than ten minutes" only just reaches fifteen."""
    return a == b or (meet(a, b) and a[1] != b[0] and b[1] != a[0])


def _with_what_they_were(items: Sequence[Item], groups: Sequence[list[int]]) -> list[list[int]]:
    """Return groups with those joined of which one tells what the other's value was, however far apart: a day put off
    with the one on which others still have it, a fund that was raised with what it was."""
    out: list[list[int]] = []
    for group in groups:
        before = next((o for o in out if _one_was_the_other(items, o, group)), None)
        if before is None:
            out.append(group)
        else:
            before += group
    return out


def _one_was_the_other(items: Sequence[Item], one: Sequence[int], other: Sequence[int]) -> bool:
    was = [(items[n].claim.was, among) for group, among in ((one, other), (other, one)) for n in group]
    return any(old is not None and any(items[n].interval == old for n in among) for old, among in was)


def _by_oneclock(items: Sequence[Item], groups: Sequence[list[int]]) -> list[list[int]]:
    """Return groups of instants with those joined that one clock tells in two zones: 0:20 there, "0:20 GMT".

    One of the two pages took the other's zone for its own.
    """
    out: list[list[int]] = []
    for group in groups:
        clocks = {clock(items[i]) for i in group} - {None}
        near = next((o for o in out if clocks & {clock(items[i]) for i in o}), None)
        if near is not None and items[group[0]].interval[0] - items[near[-1]].interval[1] <= ZONES_APART:
            near.extend(group)
        else:
            out.append(list(group))
    return out


def clock(item: Item) -> float | None:
    """Return the seconds of the day that the clock of an instant shows where it was read, None where that is vague."""
    claim = item.claim
    if claim.low is None or claim.low != claim.high:
        return None
    if claim.local:
        return claim.low % DAY
    ahead = zones.ahead(claim.zone.partition("|")[0], claim.low) if claim.zone else None
    return (claim.low + ahead) % DAY if ahead is not None else None


ZONES_APART = DAY / 2
"""Seconds between two zones that are taken for one another, at most."""


def _ahead_together(
    items: Sequence[Item], groups: Sequence[list[int]], day: float, event: str | None
) -> list[list[int]]:
    """Return groups of days with those ahead that lie close joined: two answers to when the next event is.

    What a page without a date says of a day after the story's own lies ahead.
    """
    out: list[list[int]] = []
    for group in sorted(groups, key=lambda g: min(items[i].interval for i in g)):
        if out and all(_ahead(items[i], day) for i in (*group, *out[-1])):
            gap = min(items[i].interval[0] for i in group) - max(items[i].interval[0] for i in out[-1])
            if gap <= (AHEAD if event in _MANY_AHEAD else PUT_OFF):
                out[-1] = [*out[-1], *group]
                continue
        out.append(group)
    return out


def _ahead(item: Item, main: float) -> bool:
    """Tell whether a day is printed with its number and lies ahead of the article."""
    written = moment(item.claim.as_of) if item.claim.as_of else main
    return not item.claim.loose and (item.claim.status == "planned" or item.interval[0] > written)


AHEAD, PUT_OFF = 2 * DAY + 1, 7 * DAY + 1
"""Days ahead this close (in seconds) are of one event; what there is one of ahead is put off by a week at most."""

_MANY_AHEAD = frozenset(("talks", "speech", "press", "match"))
"""Events of which a story has several ahead of it."""


def _by_interval(items: Sequence[Item], among: Sequence[int]) -> dict[Interval, list[int]]:
    """Return the items `among` by their value: many articles tell one."""
    found: dict[Interval, list[int]] = defaultdict(list)
    for i in among:
        found[items[i].interval].append(i)
    return found


def _near(key: Key, items: Sequence[Item], among: Sequence[int]) -> dict[Interval, list[int]]:
    """Return for each value of the items `among` those whose values are near enough to be meant of one thing."""
    values = _by_interval(items, among)
    out = {}
    for value in values:
        fellows = {other for other in values if neighbours(value, other, key.unit, key.attribute)}
        out[value] = [i for i in among if items[i].interval in fellows]
    return out


def _tellers(items: Sequence[Item], among: Sequence[int]) -> int:
    """Return how many articles tell the values `among`."""
    return len({items[i].claim.anchor.article for i in among})


def _components(key: Key, items: Sequence[Item]) -> list[list[int]]:
    """Return neighbourhoods of counts. "Thousands" and "500 to 5,500" fit too much to link two values."""
    firm = [n for n, i in enumerate(items) if not _broad(i)]
    if not firm:
        return components([i.interval for i in items], key.unit, key.attribute)
    parts = components([items[n].interval for n in firm], key.unit, key.attribute)
    return [[firm[n] for n in part] for part in parts]


def _broad(item: Item) -> bool:
    low, high = item.interval
    return item.claim.qualifier == "several" or (low > 0 and high > BROAD * low)


BROAD = 3
"""An interval whose ends lie this far apart says how many at least and at most, not how many."""

SIDED = frozenset(("protester", "striker"))
"""Counts of which two sides always give two."""

MANY = 3
"""Articles a length must be told by before one that two of them are told in counts as of two meetings."""


def one_scope(key: Key, items: list[Item]) -> list[Item]:
    """Keep the values of each article that are meant of the same thing.

    An article that prints several counts under one key speaks of parts; its first (the headline's, the lead's) stands,
    and another only where a second article says it too, a correction goes with it, or someone holds it.
    """
    if key.unit == "day":
        # a weekday alone hangs on a reference date: it may agree, it may not accuse
        by_teller: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            by_teller[item.claim.anchor.article].append(item)
        firm = [i for i in without_second_things(items, by_teller) if not i.claim.loose]
        return items if all_meet(items) else firm
    if key.unit == "instant":
        return _without_second_clocks(items)
    if in_turn(key.attribute, key.unit):
        return items
    if key.unit == "second":
        lengths: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            lengths[item.claim.anchor.article].append(item)
        return without_second_things(items, lengths) if len(lengths) >= MANY else items
    by_article: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_article[item.claim.anchor.article].append(item)
    items = without_second_things(_without_crowds(items), by_article)
    firsts = {article: first_of(mine) for article, mine in by_article.items()}
    out = []
    for item in items:
        first = firsts[item.claim.anchor.article]
        if item is first or meet(item.interval, first.interval):
            out.append(item)
            continue
        elsewhere = any(other is not first and meet(item.interval, other.interval) for other in firsts.values())
        elsewhere = elsewhere or (key.attribute in MEASURED and bool(item.claim.holder))
        # a toll in its own headline is the same toll: the page tells it in two ways
        elsewhere = elsewhere or (key.attribute in CUMULATIVE | MEASURED and item.claim.anchor.part is not None)
        held = item.claim.holder and (first.claim.holder or key.attribute in SIDED)
        if elsewhere or item.claim.status in FOLLOWING or held:
            out.append(item)
    return out


def _without_second_clocks(items: list[Item]) -> list[Item]:
    """Drop a clock time of an article that tells another of the same phase which others tell too: it is of another.

    Not what it corrects, nor what another holder says.
    """
    mine: dict[str, list[Item]] = defaultdict(list)
    told: dict[Interval, set[str]] = defaultdict(set)
    for item in items:
        mine[item.claim.anchor.article].append(item)
        told[item.interval].add(item.claim.anchor.article)
    values = Meeting(told)
    shared = {v for v in told if any(len(told[v] | told[other]) > 1 for other in values.met(v))}
    firsts = {
        article: {i.interval for i in its if i.interval in shared and i.claim.status not in FOLLOWING}
        for article, its in mine.items()
    }

    def second(item: Item) -> bool:
        if item.claim.status in FOLLOWING or item.claim.holder or item.interval in shared:
            return False
        return any(not meet(item.interval, first) for first in firsts[item.claim.anchor.article])

    return [i for i in items if not second(i)]


def _without_crowds(items: list[Item]) -> list[Item]:
    """Drop "dozens of passengers" where a number is told: it says that there were several, not how many."""
    told = [i for i in items if i.claim.qualifier != "several"]
    return told or items


def without_second_things(items: list[Item], by_article: Mapping[str, list[Item]]) -> list[Item]:
    """Drop the value fewer articles state of two that one article prints side by side as two things.

    Side by side: the same article, neither corrected, nor held by two sides, nor a bound or a rounding of the other.
    A headline names one of several things, so it speaks for none.
    """
    tellers: dict[Interval, set[str]] = defaultdict(set)
    for item in items:
        if item.claim.anchor.part is None:
            tellers[item.interval].add(item.claim.anchor.article)
    second: set[Interval] = set()
    alone = {
        mine[0].interval
        for mine in by_article.values()
        if all(i.interval == mine[0].interval and i.claim.anchor.part is None for i in mine)
    }
    for mine in by_article.values():
        for n, a in enumerate(mine):
            for b in mine[n + 1 :]:
                corrected = a.claim.status in FOLLOWING or b.claim.status in FOLLOWING
                sides = bool(a.claim.holder and b.claim.holder and a.claim.holder != b.claim.holder)
                if a.claim.attribute in SIDED and (a.claim.holder or b.claim.holder):
                    sides = True
                if not corrected and not sides and not meet(a.interval, b.interval):
                    fewer = min((a, b), key=lambda i: (len(tellers[i.interval]), -i.claim.anchor.place[1]))
                    # a toll has a past: an article prints the old one beside the new one
                    if (a.claim.attribute in MEASURED or a.claim.rule == "term") and fewer.interval in alone:
                        continue  # read off by someone else; the term of another, and of this one elsewhere
                    if a.claim.attribute not in CUMULATIVE or len(tellers[fewer.interval]) == 1:
                        second.add(fewer.interval)
    winds = [value for value in second if items[0].claim.unit == "km/h"]  # "185 km/h", "115 mph"
    return [i for i in items if i.interval not in second and not any(meet(i.interval, value) for value in winds)]


def first_of(items: list[Item]) -> Item:
    """Return what is told first, in the text where it tells it: a headline says it short."""
    return min(items, key=lambda i: (i.claim.anchor.part is not None, i.claim.anchor.start, i.claim.anchor.end))
