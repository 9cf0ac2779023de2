"""What a value's sentence says beside it: its scope by the dates, cues and places near it, its status, its holder."""

from __future__ import annotations

import datetime as dt
import functools
from typing import NamedTuple

import regex

from recoupe.claims.article.ground import belonging, holder, other_event, places, records, reference, status
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import FOUR_DIGITS, ISO_DAY
from recoupe.claims.article.ground.scene import Scene, Sentence, cost, nearest
from recoupe.claims.article.ground.scope import NATIONWIDE
from recoupe.languages import load
from recoupe.model import Name, Time
from recoupe.text import numbers
from recoupe.text.patterns import compiled_by_regex

NEAR = 90
"""Within this cost a cue of scope narrows a value."""

_CUED = {"previous": "past:", "elsewhere": "elsewhere:", "nationwide": NATIONWIDE, "limit": "limit:", "rule": "limit:"}
"""Cues that make a value one of another time, of another place, of the whole country, or a bound set by rule ("the
limit is 100 km/h")."""

RULE_REACH = 120
"""Within this cost words of what a rule asks for make a number what it asks for: "for the vote to be valid, ..."."""

_RATES = frozenset(("day", "month"))
"""Periods that make a number a rate: "120 trucks a day"."""

BARE_REACH = 25
"""Characters from a word of limits to the number it leads to, which has no unit of its own ("the alarm level is 5")."""

_EARLIEST = 1700

_ZONE_BEHIND = compiled_by_regex(r" ?(?:GMT|UTC|[A-Z]{2,3}T)\b")

_LINK = compiled_by_regex(r" (?:\p{Ll}{1,4}[ '’])?(?:\p{Ll}{1,3}[ '’])?")


class Circumstances(NamedTuple):
    """What a value's sentence says beside it."""

    scope: tuple[str, ...]
    status: str
    holder: str | None
    day: str | None


def find(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> Circumstances:
    """Return scope, status, holder and printed day of the value at `value`."""
    years, day = _years_and_day(scene, sentence, value)
    scope = {*years, *_cued(scene, sentence, value), *_places(scene, sentence, value)}
    return Circumstances(
        scope=tuple(sorted(_of_one_period(scope))),
        status=status.find(scene, sentence, value),
        holder=holder.find(scene, sentence, value),
        day=day,
    )


def _years_and_day(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> tuple[list[str], str | None]:
    """Return as scope the other years that the dates near a value tell, and the first day of its own year."""
    years: list[str] = []
    day = None
    today = reference.day(scene)
    year = today.year if today else reference.year(scene)
    for time in sentence.times:
        if time.type != "DATE":
            continue
        if cost(scene, sentence, value, (time.start, time.end)) > NEAR and not (
            _governs(sentence, time) or _opens_a_clause(scene, value, time)
        ):
            continue
        milestones = sentence.of("milestone")
        if milestones and nearest(scene, sentence, (time.start, time.end), milestones, 25) is not None:
            continue  # the year something was opened, not the year of the value beside it
        if _ZONE_BEHIND.match(scene.article.text, time.end):
            continue  # "(1917 GMT)" is a clock time
        if _of_every_year(sentence, time) or records.compared_with(scene, sentence, value, time):
            continue
        found_day = ISO_DAY.match(time.value)
        found_year = FOUR_DIGITS.match(time.value)
        if found_year and not _EARLIEST <= int(found_year[0]) <= (year or 0) + 5:
            continue
        if found_year and year and int(found_year[0]) != year and not _close(found_day, today):
            if not _of_another_clause(scene, sentence, value, time):
                years.append(f"year:{found_year[0]}")
        elif found_day and day is None:
            day = found_day.group()
    return years, day


def _cued(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> set[str]:
    """Return as scope what cues near a value say: that it is of an earlier time, of elsewhere, a bound, a period's."""
    scope: set[str] = set()
    for cue in sentence.cues:
        if cue.section == "scope" and cue.key in _CUED:
            price = cost(scene, sentence, value, (cue.start, cue.end))
            if price <= (RULE_REACH if cue.key == "rule" else NEAR // 2) and not _of_another(
                scene, sentence, value, cue
            ):
                scope.add(_CUED[cue.key])
        elif cue.section == "period" and cost(scene, sentence, value, (cue.start, cue.end)) <= NEAR:
            rate = cue.key in _RATES
            long = rate and scene.article.text.startswith("-", cue.end)  # "a month-long ban"
            if not long and not (rate and belonging.nearer_another(sentence, value, cue)):
                scope.add(f"period:{cue.key}")
    if other_event.tells(scene, sentence, value):
        scope.add("past:")
    return scope


def _places(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> list[str]:
    """Return as scope the places named near a value that are its own."""
    return [
        f"place:{scene.entity(name)}"
        for name in sentence.names
        if name.type == "place"
        and not name.role
        and not any(t.start <= name.start < t.end for t in sentence.times)  # "Moscow time"
        and not _names_a_body(scene, sentence, name)
        and not places.of_another_value(scene, sentence, value, name)
        and cost(scene, sentence, value, (name.start, name.end)) <= NEAR
    ]


def _governs(sentence: Sentence, time: Time) -> bool:
    """Tell whether a date is of all its sentence says, however far: one that opens it ("In 1997, the two held a two-day
    summit"), or one told from the day of writing ("their first meeting came last July and went on for two hours").

    A year elsewhere may be a noun's ("the 2016 election").
    """
    others = [t for t in sentence.times if t.type == "DATE" and t is not time]
    return not others and (time.start - sentence.start <= OPENING or not FOUR_DIGITS.search(time.text))


def _opens_a_clause(scene: Scene, value: tuple[int, int], time: Time) -> bool:
    """Tell whether all behind a year is of it: "since 1998, when Gaspar flattened 9,000 houses and killed 112"."""
    words = _when(scene.article.language)
    behind = words.match(scene.article.text, time.end) if words is not None and time.end <= value[0] else None
    return behind is not None and ";" not in scene.article.text[time.end : value[0]]


@functools.lru_cache(maxsize=32)
def _when(language: str | None) -> regex.Pattern[str] | None:
    words = load(language).table("concepts").get("when", ())
    return compiled_by_regex(rf"(?i), (?:{'|'.join(map(regex.escape, words))})(?!\p{{L}})") if words else None


OPENING = 12
"""Characters before a date that opens its sentence: "At the end of ", "Back in "."""


def _of_another_clause(scene: Scene, sentence: Sentence, value: tuple[int, int], time: Time) -> bool:
    """Tell whether a year is of another number behind a comma: "five absent, and the deficit, 6.1% last year"; or
    beyond a semicolon, where the value's own clause is dated too ("in 1989 it left 61 dead; in 2017 it left none")."""
    text = scene.article.text
    if ";" in text[value[1] : time.start] + text[time.end : value[0]]:
        return any(
            t.type == "DATE" and t is not time and ";" not in text[value[1] : t.start] + text[t.end : value[0]]
            for t in sentence.times
        )
    between = (q for q in sentence.quantities if value[1] <= q.start and q.end <= time.start)
    return any("," in text[value[1] : q.start] for q in between)


def _of_every_year(sentence: Sentence, time: Time) -> bool:
    """Tell whether a month stands in a span of months of no year: "410 cubic metres from April to September"."""
    if _MONTH.fullmatch(time.value) is None or FOUR_DIGITS.search(time.text):
        return False
    others = (t for t in sentence.times if t is not time and _MONTH.fullmatch(t.value))
    return any(0 <= max(t.start - time.end, time.start - t.end) <= SPAN_OF_MONTHS for t in others)


_MONTH = compiled_by_regex(r"\d{4}-\d{2}")

SPAN_OF_MONTHS = 9
"""Characters between the two months of a span: " through ", " bis "."""


def _of_another(scene: Scene, sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether a cue is said of another number: "17 dead, not 19 as before", "104, just above the limit of 100"."""
    others = [(q.start, q.end) for q in sentence.quantities if (q.start, q.end) != value]
    if cue.key == "limit":
        own = belonging.gap(value, cue)
        bare = cue.start >= value[1] and _leads_to_a_number(scene, cue)
        return bare or any(belonging.gap(other, cue) < own for other in others)
    text = scene.article.text
    if cue.key == "rule":  # "52 percent, so that the vote will be valid" is what there was
        return (cue.start >= value[1] and "," in text[value[1] : cue.start]) or belonging.nearer_another(
            sentence, value, cue
        )
    if cue.end <= value[0]:  # "up from nine the previous evening, with 12 missing"
        closed = "," in text[cue.end : value[0]]
        return closed and any(end <= cue.start and "," not in text[end : cue.start] for start, end in others)
    between = text[value[1] : cue.start]
    return "," in between and any(value[1] <= start and end <= cue.start for start, end in others)


def _leads_to_a_number(scene: Scene, cue: Found) -> bool:
    """Tell whether a number stands right behind a word of limits: "the alarm level is 5", "permitted are four"."""
    told = numbers.find(scene.article.text[cue.end : cue.end + BARE_REACH], language=scene.article.language)
    return any(not n.ordinal and not n.article for n in told)


_QUARTERS = frozenset(f"period:{part}" for part in ("q1", "q2", "q3", "q4", "h1", "h2", "nine"))


def _of_one_period(scope: set[str]) -> set[str]:
    """Return a scope without "a year" where it names a quarter or a half: that year is what it is compared with
    ("the quarter's profit, up 9 percent in a year")."""
    return scope - {"period:year"} if not scope.isdisjoint(_QUARTERS) else scope


def _names_a_body(scene: Scene, sentence: Sentence, name: Name) -> bool:
    """Tell whether a place says which police or prefecture speaks ("the police of Carinthia"): no scene of a value."""
    for office in sentence.of("holder"):
        gap = scene.article.text[office.end : name.start] if office.end <= name.start else ""
        if gap and gap.strip(" ") == gap.strip() and _LINK.fullmatch(gap):
            return True
    return False


def _close(found: regex.Match[str] | None, reference: dt.date | None) -> bool:
    """Tell whether a day lies within two months of the article's (a new year does not make another scope)."""
    if not found or not reference:
        return False
    try:
        day = dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return abs((day - reference).days) <= 60
