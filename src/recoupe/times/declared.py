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
    return LOCAL if local else _of_a_line(text, language)


def _of_a_line(text: str, language: str | None) -> str | None:
    """Return the zone that a line at the head of a page names and nothing else: "Heure du Luxembourg", "UK time"."""
    code = normal_code(language)
    word = _line_word(code)
    if word is None:
        return None
    for line in text.split("\n", HEAD)[:HEAD]:
        words = line.strip(" \u00a0.:|()")
        if not 1 < words.count(" ") + 1 <= MANY or len(words) > REACH or not word.search(fold(words)):
            continue
        clock = _leads(code)[0][1]
        read = find(f"{clock}{words[:1].lower()}{words[1:]}", language=language)
        whole = [t.zone for t in read if t.zone_from == "printed" and t.end == len(clock) + len(words)]
        if len(read) == 1 and whole and whole[0]:
            return whole[0].partition("|")[0]
    return None


HEAD = 12
"""Lines at the head of a page among which one may name the zone of its clocks."""

MANY = 5
"""Words at most of such a line."""


_OF = (" de ", " of ", " di ", " von ")
"""How the clock time ends behind which a town is named whose clocks are meant."""

_END = compiled_by_regex(r"[.;:)\n]")


@functools.cache
def _line_word(code: str) -> regex.Pattern[str] | None:
    """Return what a line has in it that names a zone, None where a language has no words for it."""
    word = load(code).table("times").get("declared_line", {}).get("word")
    return compiled_by_regex(rf"(?<!\w)(?:{word})(?!\w)", regex.V1) if word else None


@functools.cache
def _leads(code: str) -> tuple[tuple[regex.Pattern[str], str], ...]:
    """Return what leads to a zone that is declared, each with a clock time to read that zone behind."""
    table = load(code).table("times").get("declared", {})
    return tuple(
        (compiled_by_regex(rf"(?<!\w)(?:{'|'.join(map(fold, leads))})(?:(?<=')|(?!\w))\s*", regex.V1), clock)
        for clock, leads in table.items()
    )
