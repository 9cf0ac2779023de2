"""Which zone the place of an event counts in, as far as the articles' leads tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from recoupe.model import Name
from recoupe.text.normalise import fold
from recoupe.times.grammar import grammar

LEAD = 500
"""Characters of an article within which it says where things happen."""

CLEAR = 1.5
"""How many times as many articles must name the first place's zone as the second's, for it to be the event's."""


def zones_named(names: Sequence[Name], language: str | None) -> frozenset[str]:
    """Return the zones (IANA) of the places an article names in its lead, as its language's tables know them."""
    places = grammar(language).words.get("zoneplace", {})
    found = (places.get(fold(n.text)) for n in names if n.type == "place" and n.start < LEAD)
    return frozenset(z.split("|")[0] for z in found if z and z != "local")


def event_zone(articles: Iterable[frozenset[str]]) -> str | None:
    """Return the zone most leads name, None when a second is named nearly as often: then it is not known."""
    votes = Counter(zone for zones in articles for zone in zones)
    ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
        return None
    return ranked[0][0]
