"""Which claims may meet: those of equal attribute, unit and scope."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.article.ground import happening
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.numbers.sites import BY_DAY, OF_A_SITE
from recoupe.claims.article.numbers.wholes import WITHIN
from recoupe.claims.article.times.lasting import OF_A_BODY
from recoupe.claims.article.times.phases import ACTS, MOVES, OPENING, POINT_EVENTS
from recoupe.claims.comparison import apart, parts
from recoupe.claims.comparison.meant import (
    TOLD,
    in_one_money,
    in_one_word,
    of_everyone,
    of_the_one_meant,
    of_who_held_it,
)
from recoupe.claims.values import CUMULATIVE, Interval, bounds, meet, neighbours
from recoupe.model import Claim

MAIN_SHARE = 0.3
"""A place that this share of the articles that name places beside their values name is where the story happens."""

MAIN_SHARE_OF_COUNTS = 0.6
"""For counts the share is higher: a capital's toll stands beside the country's in many articles."""

_NARROWING = (
    "of", "group", "call", "who", "with", "from", "period", "year", "part", "past", "elsewhere", "limit", "passage",
)  # fmt: skip


FORECAST = frozenset(
    (
        "revenue", "profit", "loss", "sales", "growth", "deficit", "inflation", "gdp", "debt", "savings",
        "rainfall", "mm", "wind speed", "wind force", "gust", "wave height", "m", "water level", "temperature",
        "protester", "person", "category",
    )
)  # fmt: skip
"""What is forecast before it is counted: the forecast and the count are two things."""


_ALSO_CALLED = {
    "attack": ("robbery", "hostage"),
    "explosion": ("attack",),
    "storm": ("accident",),
    "sitting": ("talks",),
}
"""Events whose words also stand for a story's own event: the raid of a robbery is that robbery, a ship that struck a
pier in a storm had an accident, the "séance" of a summit is of its talks."""


_AT_WAR = frozenset(("ceasefire", "attack", "hostage", "release"))
"""Stories whose strikes are no walkouts."""


def unsaid(key: Key, claim: Claim) -> tuple[str, ...]:
    """Return the attribute and the event of a group that one of its claims does not say itself.

    A clock time that says of nothing what it is of stands with the story's main event, and with the moment that others
    tell. That serves to compare; to call it so would say what no page says.
    """
    if key.unit not in ("instant", "day", "second"):
        return ()
    own = scopes.key(claim.scope, "event")
    called = own == key.event or key.event in (*_ALSO_CALLED.get(own or "", ()), "rescue")
    called = called and not claim.aside
    same = OPENING if key.attribute in OPENING else (key.attribute,)
    parts = [] if claim.attribute in same else [key.attribute]
    at_war = own == "strike" and key.event == "attack"
    if key.event and not (called or at_war):
        parts.append(key.event.replace("_", " "))
    return tuple(parts)


class Key(NamedTuple):
    """What claims of one group share. `places` are those outside the story's own."""

    attribute: str
    unit: str
    event: str | None
    narrow: tuple[str, ...]
    places: tuple[str, ...]
    planned: bool


def groups(claims: Sequence[Claim], opened: Sequence[frozenset[str]]) -> list[tuple[Key, list[Claim]]]:
    """Return the claims by key, in order of the keys. A denied value belongs to nobody.

    `opened` holds the events each article opens with.
    """
    stated = parts.named_alike(in_one_money([c for c in claims if c.status != "denied"]))
    main = main_places([c for c in stated if c.rule != "count"], MAIN_SHARE)
    counts = [c for c in stated if c.rule == "count"]
    main_of_counts = main_places(counts, MAIN_SHARE_OF_COUNTS) - parts.places_of_parts(counts)
    event = happening.main_event(opened) or main_event(stated)
    by_key: dict[Key, list[Claim]] = defaultdict(list)
    for claim in of_everyone(of_who_held_it(of_the_one_meant(in_one_word(stated)))):
        by_key[_key(claim, main_of_counts if claim.rule == "count" else main, event)].append(claim)
    _by_name(by_key)
    _by_body(by_key)
    _of_the_same(by_key)
    _rejoin(by_key)
    _without_contrast(by_key)
    _by_site(by_key)
    if event in _FOR_DAYS:
        _of_one_day(by_key)
    _of_one_loan(by_key)
    return sorted(((k, v) for k, v in by_key.items() if v), key=lambda item: _order(item[0]))


def _of_one_loan(by_key: dict[Key, list[Claim]]) -> None:
    """Move a loan to the liquidity that others call it: "the central bank lends 60 billion", "a line of 60 billion"."""
    for key in [k for k in by_key if k.attribute == "loan" and k._replace(attribute="liquidity") in by_key]:
        line = by_key[key._replace(attribute="liquidity")]
        told = {bounds(c) for c in line}
        same = [c for c in by_key[key] if any(neighbours(bounds(c), b, key.unit, "liquidity") for b in told)]
        line.extend(same)
        by_key[key] = [c for c in by_key[key] if c not in same]


def _by_site(by_key: dict[Key, list[Claim]]) -> None:
    """Part what every place and day has its own of by the place and the day it is told of."""
    for key in [k for k in by_key if k.attribute in OF_A_SITE]:
        for places, claims in apart.parts(by_key.pop(key)):
            by_key[key._replace(places=places or key.places)].extend(claims)


def _of_one_day(by_key: dict[Key, list[Claim]]) -> None:
    """Part the arrests of one day from those of all days: "46 on Wednesday night" are of the "more than 200" so far.

    What tells no day and has the number of a day is of that day.
    """
    for key in [k for k in by_key if k.attribute in BY_DAY]:
        claims = by_key[key]
        days = {bounds(c): day for c in claims for day in scopes.keys(c.scope, "on")}

        def of(claim: Claim, days: Mapping[Interval, str] = days) -> str | None:
            return next((day for value, day in sorted(days.items()) if meet(value, bounds(claim))), None)

        most = max((bounds(c)[0] for c in claims if of(c) is None), default=-math.inf)
        parted = [(c, day) for c in claims if (day := of(c)) and bounds(c)[1] < most]
        for claim, day in parted:
            by_key[key._replace(places=(day,))].append(claim)
            claims.remove(claim)


_FOR_DAYS = frozenset(("clash", "protest", "strike", "war"))
"""Events of which each day has arrests of its own."""


def _order(key: Key) -> tuple[str, ...]:
    return (key.attribute, key.unit, key.event or "", *key.narrow, "|", *key.places, str(key.planned))


def _key(claim: Claim, main: frozenset[str], event: str | None) -> Key:
    kinds = [k for k in _NARROWING if not (claim.unit == "instant" and k in ("year", "past"))]
    narrow = tuple(_ahead(s, claim) for s in claim.scope if s.split(":", 1)[0] in kinds)
    of = None
    if claim.unit in ("instant", "second", "day") and claim.rule != "term":
        of = scopes.key(claim.scope, "event")
        nobodys = claim.attribute in _NOT_OF_A_HAPPENING and event in POINT_EVENTS
        if of is None and not _of_itself(claim) and not nobodys:
            of = event  # what opens, begins or goes on after a happening is not the happening
        if claim.attribute in ("end", "date of end") and of in happening.OPERATION:
            of = "rescue"
        if event in _ALSO_CALLED.get(of or "", ()):
            of = event
        if of == "strike" and event in _AT_WAR:
            of = "attack"
        if claim.attribute in ("arrival", "departure") or claim.attribute.startswith(("time after", "time until")):
            of = None
    named = scopes.keys(claim.scope, "place")
    # a place beside the story's own one is only mentioned; and two clock times of one phase an hour apart are of one
    # event wherever it is said to be
    act = claim.unit == "day" and of in ACTS  # a law is passed, a deal is signed once
    mentioned = bool(named & main) and WITHIN not in claim.scope
    places = () if claim.unit == "instant" or act or mentioned else tuple(sorted(named))
    timed = claim.unit in ("instant", "second")
    planned = claim.status == "planned" and (timed or claim.attribute in FORECAST)
    attribute = claim.attribute
    if claim.unit == "instant" and attribute == "start" and of in POINT_EVENTS:
        attribute = "occurrence"  # what has no schedule starts when it happens
    return Key(attribute, claim.unit, of, narrow, places, planned)


def _of_itself(claim: Claim) -> bool:
    """Tell whether a length is of no event: someone's delay, and one of which nothing says what lasted so long."""
    return claim.attribute == "second" or (claim.attribute == "delay" and bool(scopes.keys(claim.scope, "who")))


_NOT_OF_A_HAPPENING = frozenset(("start", "resume", "date of resume"))

_YEAR_AHEAD = "year:+"
"""Begins a year that lies ahead of the article."""


def _ahead(scope: str, claim: Claim) -> str:
    year = scope.removeprefix("year:")
    return f"{_YEAR_AHEAD}{year}" if year != scope and year > (claim.as_of or year)[:4] else scope


def main_places(claims: Sequence[Claim], share: float) -> frozenset[str]:
    """Return the places where the story happens: named beside values by many of the articles that name any."""
    by_place: dict[str, set[str]] = defaultdict(set)
    naming: set[str] = set()
    for claim in claims:
        for place in scopes.keys(claim.scope, "place"):
            by_place[place].add(claim.anchor.article)
            naming.add(claim.anchor.article)
    least = max(2.0, share * len(naming))
    return frozenset(p for p, named in by_place.items() if len(named) >= least)


def main_event(claims: Sequence[Claim]) -> str | None:
    """Return the event concept most articles bind a value to: what a phase without a noun is a phase of."""
    named: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        event = scopes.key(claim.scope, "event")
        if event:
            named[event].add(claim.anchor.article)
    counts = Counter({event: len(articles) for event, articles in named.items()})
    return min(counts, key=lambda e: (-counts[e], e)) if counts else None


_MOVERS = frozenset(f"who:{kind}" for kind in ("ship", "plane", "train", "bus", "rocket", "convoy"))


def _by_name(by_key: dict[Key, list[Claim]]) -> None:
    """Move arrivals and departures of "the ship" to those of the one that the story's pages name."""
    for key in [k for k in by_key if k.attribute in MOVES and k.unit == "instant" and set(k.narrow) <= _MOVERS]:
        named = [
            other
            for other, claims in by_key.items()
            if other._replace(narrow=key.narrow) == key
            and len(other.narrow) == 1
            and not set(other.narrow) <= _MOVERS
            and len({c.anchor.article for c in claims}) >= TOLD
        ]
        others = [k for k in by_key if k._replace(narrow=key.narrow) == key and k.narrow and set(k.narrow) <= _MOVERS]
        if key.narrow and len(named) == 1 and len(others) == 1:
            by_key[named[0]].extend(by_key[key])
            by_key[key] = []


def _by_body(by_key: dict[Key, list[Claim]]) -> None:
    """Move lengths of "the NATO summit" to those of "the summit" where the story's pages say no less often whose."""
    for key in [k for k in by_key if k.attribute == "duration" and k.event in OF_A_BODY and k.narrow]:
        home = key._replace(narrow=tuple(n for n in key.narrow if not n.startswith("who:")))
        told = {k: {c.anchor.article for c in by_key[k]} for k in (key, home) if k in by_key}
        if key != home and home in told and len(told[key]) >= len(told[home]):
            by_key[home].extend(by_key[key])
            by_key[key] = []


def _rejoin(by_key: dict[Key, list[Claim]]) -> None:
    """Move a claim that names a place of its own to the story's group where its value says the same as others there,
    and none of their pages tells a larger one, of which it may be a part."""
    most: dict[tuple[Key, str], float] = {}
    for key, claims in by_key.items():
        home = key._replace(places=())
        for claim in claims:
            at = home, claim.anchor.article
            most[at] = max(most.get(at, -math.inf), bounds(claim)[0])
    told: dict[Key, set[Interval]] = {}
    for key in [k for k in by_key if k.places]:
        home = key._replace(places=())
        if home not in by_key:
            continue
        if home not in told:
            told[home] = {bounds(c) for c in by_key[home] if most[home, c.anchor.article] <= bounds(c)[1]}
        stays: list[Claim] = []
        moved: set[Interval] = set()
        for claim in by_key[key]:
            mine = bounds(claim)
            largest = most[home, claim.anchor.article] <= mine[1]
            goes = not claim.local and largest and any(meet(mine, b) for b in told[home])
            (by_key[home] if goes else stays).append(claim)
            moved |= {mine} if goes else set()
        by_key[key] = stays
        told[home] |= moved


def _of_the_same(by_key: dict[Key, list[Claim]]) -> None:
    """Move a count that is said to be of all, or of a night, to the story's group where its value is told there: of
    people of a kind, where one near it is ("two of the 26 pupils", "27 pupils")."""
    for key in [k for k in by_key if not _NO_OTHERS.isdisjoint(k.narrow)]:
        home = key._replace(narrow=tuple(n for n in key.narrow if n not in _NO_OTHERS))
        home = home if home in by_key else home._replace(places=())
        there = {bounds(c) for c in by_key.get(home, ())}
        same = [c for c in by_key[key] if any(_near(key, bounds(c), b) for b in there)]
        if same:
            by_key[home].extend(same)
            by_key[key] = [c for c in by_key[key] if c not in same]


def _near(key: Key, a: Interval, b: Interval) -> bool:
    """Tell whether two counts meet; people of a kind a table knows may differ a little and be the same: 26 pupils
    and 27, but not five judges and seven."""
    of_a_kind = key.unit == "person" and key.attribute != "person" and key.attribute[2:3] != ":"
    return meet(a, b) or (of_a_kind and max(a[0], b[0]) <= A_LITTLE * min(a[1], b[1]))


A_LITTLE = 1.1
"""How far apart (larger over smaller) two counts of the same people are at most."""


_NO_OTHERS = frozenset(("group:total", "group:overnight"))
"""What may be said of the very things that others count without it: "11 of its 38 cars", "derailed overnight"."""


def _without_contrast(by_key: dict[Key, list[Claim]]) -> None:
    """Move a count or measure to the story's group where no article sets what narrows it against another.

    "16 dead in Kentucky, 7 in Missouri" are two tolls; "seven badly hurt, the police of Kärnten said" is the story's.
    So are a year ahead ("12 billion cubic metres more from 2030") and words of what is usual or elsewhere. Two places
    that no article contrasts are two places all the same, unless a toll or someone's count is told of them.
    """
    homes = {key: home for key in by_key if (home := _home(key)) != key}
    told: dict[tuple[Key, str], list[Claim]] = defaultdict(list)
    for key, claims in by_key.items():
        for claim in claims:
            told[homes.get(key, key), claim.anchor.article].append(claim)
    contrasted = {
        key
        for key, home in homes.items()
        for claim in by_key[key]
        for other in told[home, claim.anchor.article]
        if _narrowed(claim) != _narrowed(other) and not meet(bounds(claim), bounds(other))
    }
    named: dict[Key, set[tuple[str, ...]]] = defaultdict(set)
    for key, home in homes.items():
        named[home].add(key.places)
    for key, home in homes.items():
        several = len(named[home] - {()}) > 1 and key.attribute not in CUMULATIVE and not _of_someone(key)
        if key not in contrasted and not (several and key.places):
            by_key[home].extend(by_key[key])
            by_key[key] = []


def _narrowed(claim: Claim) -> frozenset[str]:
    """Return what of a claim's scope may be let go: its places, words of what is usual, years and earlier times."""
    return frozenset(s for s in claim.scope if s.startswith(("place:", "elsewhere:", "year:", "past:")))


def _of_someone(key: Key) -> bool:
    return key.attribute == "protester" or any(n.startswith("who:") for n in key.narrow)


LASTING = frozenset(("height", "width", "length", "page", "capacity", "floor", "area", "weight"))
"""What a thing keeps from year to year: a time beside it dates something else ("erupted in 1993")."""

_OF_A_PLACE = frozenset(
    (
        "temperature", "rainfall", "wind speed", "gust", "air pressure", "concentration", "mm", "°C", "°F", "m", "km",
        "resident",
    )
)  # fmt: skip
"""What is another thing at every place."""


def _home(key: Key) -> Key:
    """Return the group a claim belongs to if nothing in the story contrasts what narrows it."""
    if key.unit in ("instant", "second", "day", "year"):
        return key
    loose = () if key.attribute in FORECAST else ("elsewhere:", _YEAR_AHEAD)
    loose = ("year:", "past:", *loose) if key.attribute in LASTING else loose
    narrow = tuple(n for n in key.narrow if not n.startswith(loose))
    return key._replace(narrow=narrow, places=key.places if key.attribute in _OF_A_PLACE else ())
