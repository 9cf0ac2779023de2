"""Neighbours that say one time together: a day and its clock, a clock and its zone, a day and a part of the day."""

from __future__ import annotations

import functools
import re

from msgspec.structs import replace

from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.times.grammar import Grammar, grammar
from recoupe.times.parts import Part
from recoupe.times.patterns import SPACE

DAYS = frozenset({"date", "dayword", "nearday"})
CLOCKS = frozenset({"clock", "clockword", "afterclock"})

LEAD = 24
"""Characters before a clock in which the start of its sentence is looked for."""


def joined(parts: list[Part], folded: str, rules: Grammar) -> list[Part]:
    """Return `parts` with neighbours joined; zones without a clock are dropped."""
    gap = _gaps(rules.code)
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        between = folded[last.end : part.start] if last else ""
        if last is not None and len(between) <= 14:
            merged = _merge(last, part, folded, gap, rules)
            if merged is not None:
                found[-1] = merged
                continue
            if last.kind in CLOCKS and part.kind in ("part", "unit") and gap.day.match(between):
                # "at 4:45 that afternoon": two times, of which one tells of the other
                found[-1] = _of_turn(last, part, rules)
        found.append(part)
    return [p for p in found if p.kind != "zone"]


class _Gaps:
    def __init__(self, table: dict[str, list[str]]) -> None:
        self.clock = _gap(table.get("clock", []))
        self.day = _gap(table.get("day", []))
        small = "|".join(map(re.escape, map(fold, table.get("zone", ())))) or r"(?!)"
        # on one line: in a list the next line is another zone's
        self.zone = compiled(rf"[^\S\n]?,?[^\S\n]?(?:(?:{small})[^\S\n])?[(\"]?\Z")
        self.part = _gap(table.get("part", []))
        was = "|".join(re.escape(fold(w)).replace(r"\ ", SPACE) for w in table.get("headed", ())) or r"(?!)"
        self.headed = compiled(rf"(?:\)?[^\S\n]?:[^\S\n]{{1,3}}|,?[^\S\n](?:{was})[^\S\n])\Z")


@functools.cache
def _gaps(code: str) -> _Gaps:
    return _Gaps(dict(grammar(code).table.get("join", {})))


def _gap(words: list[str]) -> re.Pattern[str]:
    body = "|".join(re.escape(fold(w)).replace(r"\ ", SPACE) for w in sorted(words, key=len, reverse=True))
    return compiled(rf"[\s]{{0,2}},?[\s]{{0,2}}(?:(?:{body})[\s]{{0,2}})?$" if body else r"[\s]{0,2},?[\s]{0,2}$")


def _of_part(clock: Part, said: Part, rules: Grammar) -> Part:
    """Return a clock that stands beside a part of the day: an afternoon's 4:45 is 16:45."""
    of = _part_of_day(said, rules)
    if of is None or "meridiem" in clock.slots:
        return clock
    return replace(clock, slots={**clock.slots, "of_part": of})


def _part_of_day(said: Part, rules: Grammar) -> str | None:
    """Return the code of the part of a day that is said ("AF"), None where none is."""
    if rules.words["unit"].get(said.slots.get("unit", "")) == "night":
        return "NI"  # "last night"
    word = said.slots.get("part") or said.slots.get("glued")
    return None if word is None else rules.words["part"].get(word, word)


def _of_turn(clock: Part, said: Part, rules: Grammar) -> Part:
    """Return a clock of a part of the page's day, or of one beside it: "at 9:30 last night", "at 4:45 this morning"."""
    turn = said.slots.get("direction", "")
    sign = rules.words["direction"].get(turn, turn)
    of_part = _of_part(clock, said, rules)
    if sign not in ("-1", "0", "1") or _part_of_day(said, rules) is None:
        return of_part
    return replace(of_part, slots={**of_part.slots, "of_turn": sign})


def _merge(last: Part, part: Part, folded: str, gap: _Gaps, rules: Grammar) -> Part | None:
    between = folded[last.end : part.start]
    if last.kind == "zone" and part.kind in CLOCKS and "zonename" not in part.slots and gap.headed.match(between):
        return replace(part, slots={**part.slots, **last.slots})  # "Eastern (ET): 3:30 p.m.", "in Lima it was 3:30"
    if part.kind == "zone":
        clock = last if last.kind in CLOCKS else last.clock
        if clock is None or clock.kind not in CLOCKS or "zonename" in clock.slots or not gap.zone.match(between):
            return None
        alone = folded[part.end : part.end + 1] == ")"  # "7.41am on Friday (AEDT)"
        if "(" in between and last.end != clock.end and not alone:
            return None
        zoned = replace(clock, slots={**clock.slots, **part.slots})
        end = part.end + (between.endswith("(") and folded[part.end : part.end + 1] == ")")
        if "outside" in part.slots:  # "at nine in Lima" tells the zone, but the place stays outside
            zoned.slots["zone_end"] = str(part.end)
            end = last.end
        if last.kind in CLOCKS:
            return replace(zoned, end=end)
        return replace(last, end=end, clock=zoned)
    if last.kind in DAYS and last.clock is None:
        dayless = last.kind == "date" and last.slots.keys() <= _DAYLESS
        if part.kind in CLOCKS and not dayless and "," not in between and gap.clock.match(between):
            return replace(last, end=part.end, clock=part, rule=f"{last.rule}+{part.rule}")
        if part.kind == "part" and "direction" not in part.slots and gap.part.match(between):
            return replace(last, end=part.end, clock=part, rule=f"{last.rule}+{part.rule}")
    if last.kind in DAYS and last.clock is not None and last.clock.kind == "part" and part.kind in CLOCKS:
        if "," not in between and gap.clock.match(between):  # "yesterday afternoon at 4:45"
            return replace(last, end=part.end, clock=_of_part(part, last.clock, rules), rule=f"{last.rule}+{part.rule}")
    if (
        last.kind in CLOCKS
        and last.clock is None
        and part.kind in DAYS
        and part.clock is None
        and gap.day.match(between)
    ):
        clock = _of_part(last, part, rules)  # "um 9.30 Uhr am Montagabend"
        return replace(part, start=last.start, clock=clock, rule=f"{part.rule}+{last.rule}")
    if last.kind in DAYS and last.clock is not None and last.clock.kind in CLOCKS and part.kind == "part":
        if "direction" not in part.slots and "of_part" not in last.clock.slots and gap.part.match(between):
            return replace(last, end=part.end, clock=_of_part(last.clock, part, rules))  # "at 9:30 on Monday evening"
    if last.kind == "part" and part.kind in DAYS and part.clock is None and gap.day.match(between):
        if "direction" not in last.slots and "," not in between:
            return replace(part, start=last.start, clock=last, rule=f"{part.rule}+{last.rule}")
    return None


_DAYLESS = {"year", "month", "modifier", "approx"}
"""Slots of a year or a month, on no day of which a clock stands: "2025 10:05"."""

_CLAUSE_END = compiled(r"[,;:!?\n]|\.\s")
_BESIDE = compiled(r"[\s()/]*(?:[^\W\d_]+\s)?")
"""What stands between a clock and its day, or between two clocks of one instant: a bracket, a preposition."""
_HEAD = compiled(r"(?:^|[.!?\n»”\"]\s*)(?:[^\W\d_]{1,7}\s){0,2}\Z")
"""What stands before a clock that opens its sentence: "Um", "Vers les"."""


def days_behind(parts: list[Part], folded: str) -> dict[int, Part]:
    """Return the day of each clock that is printed behind it, in its own clause, by where the clock starts.

    Right behind ("at about 10:20 p.m. (2220 GMT) on Saturday"), or further on where the clock opens the sentence ("Um
    22.15 Uhr endete am Dienstag die Suche").
    """
    found: dict[int, Part] = {}
    day: Part | None = None
    following: Part | None = None
    for part in reversed(parts):
        if part.kind not in CLOCKS or part.clock is not None:
            day = part if part.kind in DAYS and part.clock is None else None
        elif day is not None and following is not None:
            end = int(part.slots.get("zone_end", part.end))
            beside = _BESIDE.fullmatch(folded, end, following.start) is not None
            opens = _HEAD.search(folded, max(0, part.start - LEAD), part.start) is not None
            if (beside and (following is day or following.start in found)) or (
                opens and not _CLAUSE_END.search(folded, part.end, day.start)
            ):
                found[part.start] = day
        following = part
    return found
