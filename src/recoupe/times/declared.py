"""The zone in which a page says that all its clock times are told: "All times GMT", "(heures de Paris)", "local"."""

from __future__ import annotations

import functools

import regex

from recoupe.languages import load, normal_code
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex
from recoupe.text.zones import LOCAL
from recoupe.times.find import find

REACH = 40
"""Characters behind "all times are in" within which the zone is named."""


def declared_zone(text: str, language: str | None) -> str | None:
    """Return the IANA name (or offset) of the zone a text says its clock times are in, None where it does not say.

    LOCAL stands for the clocks of where it happens: those are "local times", and those of a town no table knows.
    """
    folded = fold(text)
    local = False
    for pattern, clock in _leads(normal_code(language)):
        for m in pattern.finditer(folded):
            named = _END.split(text[m.end() : m.end() + REACH], maxsplit=1)[0]
            read = find(f"{clock}{named.lower()}", language=language) + find(f"{clock}{named}", language=language)
            zones = [t.zone for t in read if t.zone_from == "printed" and t.zone]
            named_zones = [z for z in zones if z != LOCAL]
            if named_zones:
                return named_zones[0].partition("|")[0]
            local = local or bool(zones) or (clock.endswith(_OF) and named[:1].isupper())
    return LOCAL if local else None


_OF = (" de ", " of ", " di ", " von ")
"""How the clock time ends behind which a town is named whose clocks are meant."""

_END = regex.compile(r"[.;:)\n]")


@functools.cache
def _leads(code: str) -> tuple[tuple[regex.Pattern[str], str], ...]:
    """Return what leads to a zone that is declared, each with a clock time to read that zone behind."""
    table = load(code).table("times").get("declared", {})
    return tuple(
        (compiled_by_regex(rf"(?<!\w)(?:{'|'.join(map(fold, leads))})(?:(?<=')|(?!\w))\s*", regex.V1), clock)
        for clock, leads in table.items()
    )
