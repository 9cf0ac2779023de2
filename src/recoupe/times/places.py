"""Which zone the place of an event counts in, as far as the articles' leads tell."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from recoupe.model import Name
from recoupe.text import zones
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.times.grammar import grammar

LEAD = 500
"""Characters of an article within which it says where things happen."""

CLEAR = 1.5
"""How many times as many articles must name the first place's zone as the second's, for it to be the event's."""

TOWNS_CLEAR = 2.0
TOWNS_SHARE = 0.2
"""The same of the towns they name, and the share of all articles that must name one: ships and visitors have homes."""


class Zones(msgspec.Struct, frozen=True, gc=False):
    """The zones (IANA) of what an article names in its lead: countries and great cities, and towns of other countries.

    `towns` are those the times' tables do not have; of them it is the zone of their country, where that has but one.
    """

    known: frozenset[str]
    towns: frozenset[str] = frozenset()


class EventZone(msgspec.Struct, frozen=True, gc=False):
    """The zone of a story's place; not `sure` where only towns tell it: a ship that sank came from another."""

    name: str
    sure: bool = True


def zones_named(
    names: Sequence[Name], language: str | None, country: Callable[[str], str] = lambda _: "", text: str = ""
) -> Zones:
    """Return the zones of the places an article of this `text` names in its lead; `country` (ISO 3166) is that of a
    place's name. "At 20:00, an hour less in the Canaries" tells of no place but which clock is meant."""
    rules = grammar(language)
    places, apart = rules.words.get("zoneplace", {}), _apart(rules.code)
    lead = [n.text for n in names if n.type == "place" and n.start < LEAD and not _is_apart(apart, text, n.start)]
    known = {name: z for name in lead if (z := places.get(fold(name)))}
    towns = (zones.of_its_towns(country(name)) for name in lead if name not in known)
    told = frozenset(z.split("|")[0] for z in known.values() if z != "local")
    return Zones(told, frozenset(z for z in towns if z))


BEFORE = 28
"""Characters before a place in which it is looked for that it only tells by how much its clocks differ."""


def _is_apart(apart: re.Pattern[str] | None, text: str, start: int) -> bool:
    return apart is not None and apart.search(fold(text[max(0, start - BEFORE) : start])) is not None


@functools.cache
def _apart(code: str) -> re.Pattern[str] | None:
    """Return what leads to a place whose clocks show so many hours more or less than those told."""
    words = grammar(code).table.get("join", {}).get("apart")
    return compiled(fold(words)) if words else None


def event_zone(articles: Iterable[Zones]) -> EventZone | None:
    """Return the zone most leads name, None when a second is named nearly as often: then it is not known."""
    every = list(articles)
    known, of_towns = _ranked(a.known for a in every), _ranked(a.known | a.towns for a in every)
    if not of_towns:
        return None
    (first, most), second = of_towns[0], of_towns[1][1] if len(of_towns) > 1 else 0
    towns = most >= max(TOWNS_CLEAR * second, TOWNS_SHARE * len(every))
    alone = bool(known) and (len(known) == 1 or known[0][1] >= CLEAR * known[1][1])
    if alone and not (towns and most >= TOWNS_CLEAR * known[0][1]):
        return EventZone(known[0][0])
    return EventZone(first, sure=False) if towns else None


def _ranked(named: Iterable[frozenset[str]]) -> list[tuple[str, int]]:
    """Return the zones named with how many name each, that of most first."""
    return sorted(Counter(zone for its in named for zone in its).items(), key=lambda v: (-v[1], v[0]))
