"""Values that do not say what they are of, given to the group they fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.claims.article.ground.seconds import DAY
from recoupe.claims.article.times.moments import UNTOLD
from recoupe.claims.article.times.phases import MOVES
from recoupe.claims.comparison.group import Key
from recoupe.claims.values import DISTINCT, EVERYWHERE, OPEN, Interval, Item, meet, transposed

NEAR_MOVE = 1800.0
"""Arrivals of unnamed and named people that lie this close (seconds) are one."""


BARE_RATIO = 0.06
"""Measures of one unit that differ by less are hardly of two things, even where nothing says what was measured."""


ODD_RATIO = 0.08
"""The same of the middles of two lengths, of which those without a word are odd ones."""

SAME_SHARE = 4.0
"""Points between two percentages of one party that may be one share."""


def adopt(settled: dict[Key, list[Item]]) -> None:
    """Give values that do not say what they are of to the group they fit.

    An arrival whose subject is not named joins the arrival it is nearest to; a length or sum without a word for what
    is measured joins the measure of its unit that has nearly its value; victims are the dead where that many died.
    """
    for key, items in settled.items():
        moved = key.attribute in MOVES and not key.narrow
        if not bare(key) and key.attribute != "victim" and not moved and not _of_no_speaker(key):
            continue
        left = []
        hosts = {  # values, each once, in the order told: many items have one
            home: dict.fromkeys(other.interval for other in others)
            for home, others in settled.items()
            if home != key and _could_hold(home, key)
        }
        for item in items:
            if key.unit in ("m", "km") and _common(item.interval):
                left.append(item)
                continue
            homes = [
                (*fit, other_key)
                for other_key, others in hosts.items()
                for other in others
                if (fit := _fit(key, item, other)) is not None
            ]
            if homes:
                _, shift, home = min(homes, key=lambda h: (h[0], h[2]))
                interval = item.interval[0] + shift, item.interval[1] + shift
                settled[home].append(item._replace(interval=interval))
                hosts[home][interval] = None
            else:
                left.append(item)
        settled[key] = left


def _common(interval: Interval) -> bool:
    """Tell whether a length is so round and short that two things of a story may well be as long: 15 km, 50 m."""
    low, high = interval
    return low == high and low < COMMON and low % 5 == 0


COMMON = 100


def _fit(key: Key, item: Item, other: Interval) -> tuple[float, float] | None:
    """Return (how far two values lie apart, how far to shift the first to another day), None when they do not fit."""
    gap = other[0] - item.interval[0]
    if key.attribute == "victim":
        return (0.0, 0.0) if item.interval == other else None
    if _of_no_speaker(key):
        return (0.0, 0.0) if meet(item.interval, other) else None
    if key.attribute == UNTOLD:
        return None  # see `clocks`
    if key.unit == "instant":
        days = round(gap / DAY) * DAY if item.claim.loose else 0.0
        return (abs(gap - days), days) if abs(gap - days) <= NEAR_MOVE else None
    if key.unit == "%":
        return (abs(gap), 0.0) if abs(gap) <= SAME_SHARE else None
    size = max(abs(item.interval[1]), abs(other[1]))
    near = abs(gap) <= BARE_RATIO * size or transposed(item.interval, other)
    if key.unit == "second":  # "more than a month" meets whatever took longer
        apart = abs(sum(item.interval) - sum(other)) / 2
        return (apart, 0.0) if apart <= ODD_RATIO * size else None
    return (abs(gap), 0.0) if meet(item.interval, other) or near else None


def _of_no_speaker(key: Key) -> bool:
    """Tell whether a group holds the lengths of speeches that name nobody."""
    return key.attribute == "duration" and key.event == "speech" and not key.narrow


def bare(key: Key) -> bool:
    """Tell whether a group is of a unit alone: 40 metres of nothing named."""
    return key.attribute == key.unit and key.unit not in ("person", "thing", "magnitude")


def tight(items: Sequence[Item]) -> bool:
    """Tell whether bare measures lie so close, and are so exact, that they are of one thing."""
    if items[0].claim.unit == "%":
        return False
    low, high = min(i.interval[0] for i in items), max(i.interval[1] for i in items)
    return low >= DISTINCT and high - low <= BARE_RATIO * high and len({i.claim.anchor.article for i in items}) > 1


def told_once(items: Sequence[Item]) -> bool:
    """Tell whether a story measures one thing in a unit: no page tells two values of it, and two pages tell one."""
    tellers: dict[Interval, set[str]] = defaultdict(set)
    told: dict[str, set[Interval]] = defaultdict(set)
    for item in items:
        if item.interval[0] <= 0 or item.interval[1] > OPEN * item.interval[0]:
            return False
        tellers[item.interval].add(item.claim.anchor.article)
        told[item.claim.anchor.article].add(item.interval)
    several = any(len(articles) > 1 for articles in tellers.values())
    return several and all(len(values) == 1 for values in told.values()) and items[0].claim.unit not in EVERYWHERE


def _could_hold(home: Key, vague: Key) -> bool:
    if _of_no_speaker(vague):
        return home.attribute == vague.attribute and home.event == vague.event
    if "part:" in vague.narrow and "part:" not in home.narrow:
        return False  # what is told as a part of a sum is not what others tell of that size
    if home.unit != vague.unit or home.planned != vague.planned or (vague.places and vague.places != home.places):
        return False
    if vague.unit == "second" and (home.attribute != "duration" or home.event == "speech"):
        return False  # several speak
    if vague.unit == "%" and set(home.narrow) != set(vague.narrow):
        return False  # percentages are everywhere: only of the same party, of the same year
    if vague.attribute == "victim":
        return home.attribute == "death" and home.narrow == vague.narrow
    return home.attribute == vague.attribute if vague.attribute in MOVES else home.attribute != vague.attribute
