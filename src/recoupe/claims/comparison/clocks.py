"""Clock times of one moment, whatever verb tells it: a story's main moments, and the clocks that miss them.

An instant to an odd minute that several articles tell is one moment of the story, though one says that a signal came,
the next that a hall cheered, and a third nothing that a table knows (a claim of `UNTOLD`).

    untold clock times -> the moment one of their readings is, with what most say happened then (`placed`)
    a moment           -> a clock that shows its digits in another zone, on another page: one took the other's zone
                       -> a clock a whole hour away, of the same phase, or in its own zone to the same odd minute
                       -> a clock a few minutes away, of the same phase or of none
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import DAY, HOUR
from recoupe.claims.article.times.clock_times import LOCAL
from recoupe.claims.article.times.moments import UNTOLD
from recoupe.claims.comparison import readings
from recoupe.claims.comparison.group import Key
from recoupe.claims.comparison.records import make
from recoupe.claims.comparison.sift import ZONES_APART, clock
from recoupe.claims.comparison.story_clock import StoryClock
from recoupe.claims.comparison.verdicts import MINUTES
from recoupe.claims.values import Interval, Item
from recoupe.model import Article, Finding, Independent

HALF = 1800.0
"""Seconds of half an hour: what is planned for a round clock time is often several things."""

FIVE = 300.0
"""Seconds between the minutes that news rounds to: two things hardly happen at one minute between them of two hours."""

TOLD = 2
"""Articles that make an instant a moment of the story."""

MAIN = 3
"""Articles that make it one which other clock times are measured by."""


_VAGUE = frozenset(("start", "occurrence"))
"""Attributes that say nothing of what took place or began, where no event is named beside them."""


class _Told(NamedTuple):
    """A clock time with the group it is in."""

    key: Key
    item: Item


def placed(settled: dict[Key, list[Item]], articles: Mapping[str, Article], story: StoryClock) -> None:
    """Move clock times that do not say what happened to the group that most tell of one of their instants."""
    moments = {m: told for m, told in _moments(settled).items() if told[0].key.attribute != UNTOLD}
    keys = [k for k in settled if k.attribute == UNTOLD]
    untold = [i for k in keys for i in settled[k]]
    zones = readings.printed_zones([i.claim for i in untold], articles, story.zones)
    told_by = {m: len(_tellers(told)) for m, told in moments.items()}
    hosts = {m: _host(told) for m, told in moments.items()}
    coming: dict[float, list[tuple[float, Item]]] = defaultdict(list)
    for key in keys:
        left = []
        for item in settled[key]:
            options = readings.readings(item.claim, articles.get(item.claim.anchor.article), zones, story)
            fits = [
                (m, o)
                for m in moments
                for o in options
                if _is(o, m, loose=item.claim.loose) and not _told_apart(item, m, settled[hosts[m]])
            ]
            best = min(fits, key=lambda f: (-told_by[f[0]], f[0]), default=None)
            if best is None:
                if item.claim.zone == LOCAL:
                    options = [item.interval, *options]  # what others' clocks show there
                left.append(item._replace(interval=_likeliest(options, told_by)))
            else:
                coming[best[0]].append((best[1][0], item))
        settled[key] = left
    for moment, items in sorted(coming.items()):
        host = hosts[moment]
        instant = _on_the_day_of_most(moment, items, moments[moment])
        settled[host] = [
            i._replace(interval=(instant, instant)) if i.interval == (moment, moment) else i for i in settled[host]
        ]
        settled[host].extend(item._replace(interval=(instant, instant)) for _, item in items)


def _told_apart(item: Item, moment: float, others: Sequence[Item]) -> bool:
    """Tell whether the article of a clock time tells another instant as what happened at a moment: its own was not."""
    article = item.claim.anchor.article
    return any(i.claim.anchor.article == article and i.interval != (moment, moment) for i in others)


def _on_the_day_of_most(moment: float, items: Sequence[tuple[float, Item]], told: Sequence[_Told]) -> float:
    """Return a moment on the day on which most read its clock; its own unless no clock has a day beside it."""
    if any(not t.item.claim.loose for t in told) or any(not item.claim.loose for _, item in items):
        return moment
    read: dict[float, set[str]] = defaultdict(set)
    for one in told:
        read[moment].add(one.item.claim.anchor.article)
    for reading, item in items:
        read[reading].add(item.claim.anchor.article)
    return min(read, key=lambda instant: (-len(read[instant]), instant != moment, instant))


def _likeliest(options: Sequence[Interval], told_by: Mapping[float, int]) -> Interval:
    """Return the reading of a clock time minutes away from a main moment of the story, else the first."""
    near = [
        (abs((o[0] + o[1]) / 2 - m), place)
        for place, o in enumerate(options)
        for m, tellers in told_by.items()
        if tellers >= MAIN
    ]
    apart, place = min(near, default=(MINUTES + 1, 0))
    return options[place] if apart <= MINUTES else options[0]


def _is(option: Interval, moment: float, *, loose: bool) -> bool:
    apart = option[0] - moment
    return option[0] == option[1] and (apart == 0 or (loose and abs(apart) == DAY))


def _moments(settled: Mapping[Key, Sequence[Item]]) -> dict[float, list[_Told]]:
    """Return what is told of each exact instant to an odd minute, by phases and events that are known."""
    found: dict[float, list[_Told]] = defaultdict(list)
    for key, items in settled.items():
        for item in items:
            if key.unit == "instant" and item.interval[0] == item.interval[1] and item.interval[0] % HALF:
                found[item.interval[0]].append(_Told(key, item))
    return {m: [t for t in told if t.key.attribute != UNTOLD] or told for m, told in found.items()}


def _tellers(told: Sequence[_Told]) -> set[str]:
    return {t.item.claim.anchor.article for t in told}


def _host(told: Sequence[_Told]) -> Key:
    """Return the group that most articles tell an instant in, one that says what happened if any does."""
    by_key: dict[Key, set[str]] = defaultdict(set)
    for one in told:
        by_key[one.key].add(one.item.claim.anchor.article)
    return min(by_key, key=lambda k: (k.attribute == UNTOLD, -len(by_key[k]), str(k)))


def missed(
    settled: Mapping[Key, Sequence[Item]],
    found: Sequence[Finding],
    articles: Mapping[str, Article],
    independent: Independent,
) -> list[Finding]:
    """Return a finding for each moment of the story that a clock on another page misses, where none shows it yet."""
    moments = _moments(settled)
    clocks = _Clocks([_Told(k, i) for k, items in settled.items() if k.unit == "instant" for i in items])
    shown = _Shown(found)
    counted = {m: len(_tellers(told)) for m, told in moments.items()}
    out = []
    for moment in sorted(moments, key=lambda m: (-counted[m], m)):
        if counted[moment] < TOLD:
            break
        told = moments[moment]
        others = list(_others(moment, told, clocks, counted))
        mine = [t.item for t in told]
        if not others or shown.against(mine, others):
            continue
        host = _host(told)
        several = len({t.key.narrow for t in told}) > 1
        key = host._replace(narrow=()) if several else host
        gaps = [abs(i.interval[0] - moment) for i in others]
        status = "rounded" if max(gaps) <= MINUTES else "disputed"
        out.append(make(key, [*mine, *others], status, articles, independent))
    return out


class _Clocks:
    """All clock times of a story, to be asked for those that may mean a moment: it has many of both."""

    def __init__(self, told: Sequence[_Told]) -> None:
        self._told = told
        self._shows = [_shows(one.item) for one in told]
        self._order = sorted((_middle(one.item), number) for number, one in enumerate(told))
        self._showing: dict[float | None, list[int]] = defaultdict(list)
        for number, shown in enumerate(self._shows):
            self._showing[shown].append(number)

    def about(self, moment: float, digits: Iterable[float | None]) -> Iterator[tuple[_Told, bool]]:
        """Yield those that show one of `digits`, and so told, and those minutes or a whole hour or two away."""
        digits = set(digits)
        found = {number for shown in digits for number in self._showing.get(shown, ())}
        for hours, apart in ((-2, 1.0), (-1, 1.0), (0, MINUTES), (1, 1.0), (2, 1.0)):
            middle = moment + hours * HOUR
            low, high = bisect.bisect(self._order, (middle - apart,)), bisect.bisect(self._order, (middle + apart + 1,))
            found.update(number for _, number in self._order[low:high])
        for number in sorted(found):
            yield self._told[number], self._shows[number] in digits


def _middle(item: Item) -> float:
    return (item.interval[0] + item.interval[1]) / 2


def _others(moment: float, told: Sequence[_Told], clocks: _Clocks, counted: Mapping[float, int]) -> Iterator[Item]:
    """Yield the clock times of other articles that mean a moment and show another."""
    tellers = _tellers(told)
    pages = {t.item.claim.anchor.page for t in told}
    digits = {clock(t.item) for t in told} - {None}
    phases = {(t.key.attribute, t.key.event, t.key.planned) for t in told}
    planned = {t.key.planned for t in told}
    for (key, item), same_digits in clocks.about(moment, digits):
        claim = item.claim
        apart = abs(_middle(item) - moment)
        if claim.anchor.article in tellers or claim.anchor.page in pages or not 0 < apart <= ZONES_APART:
            continue
        if counted.get(item.interval[0], 0) >= min(MAIN, counted[moment]) or key.planned not in planned:
            continue
        same = key.attribute != UNTOLD and (key.attribute, key.event, key.planned) in phases
        slipped = apart in (HOUR, 2 * HOUR) and len(tellers) >= MAIN and item.interval[0] == item.interval[1]
        whole = slipped and (same or (moment % FIVE != 0 and claim.zone is not None))
        vague = key.attribute == UNTOLD or (key.attribute in _VAGUE and not scopes.keys(claim.scope, "event"))
        close = (same or vague) and apart <= MINUTES and len(tellers) >= MAIN
        mistaken = claim.zone is not None and same_digits
        if whole or close or mistaken:
            yield item


def _shows(item: Item) -> float | None:
    """Return what the clock of an instant shows, of "about 9:20" the middle."""
    middle = _middle(item)
    claim = item.claim
    if claim.low is None or claim.high is None:
        return None
    exact = (claim.low + claim.high) / 2
    return clock(Item(msgspec.structs.replace(claim, low=exact, high=exact), (middle, middle)))


class _Shown:
    """The differing findings there are, by the places they cite."""

    def __init__(self, found: Sequence[Finding]) -> None:
        self._at: dict[tuple[str, int], set[int]] = defaultdict(set)
        for number, finding in enumerate(found):
            if finding.status in ("disputed", "evolving", "rounded"):
                for support in (s for value in finding.values for s in value.support):
                    self._at[support.place].add(number)

    def against(self, mine: Sequence[Item], others: Sequence[Item]) -> bool:
        """Tell whether one sets one of these against each of those."""
        here, there = ([self._at.get(i.claim.anchor.place, set()) for i in items] for items in (mine, others))
        return not set.intersection(*there).isdisjoint(set[int]().union(*here))
