"""Clock times as they are printed: which together tell one instant, in which zone, and what seconds they mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec
import regex

from recoupe.claims.article.ground.patterns import ISO_DAY
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.ground.seconds import DAY, HOUR, NO_YEAR, iso_seconds, on_weekday
from recoupe.claims.article.times import day_words, stray
from recoupe.model import Time
from recoupe.text import zones
from recoupe.text.patterns import compiled_by_regex

_CLOCK = compiled_by_regex(r"T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?$")

_BRACKET = compiled_by_regex(
    r",?(?: \p{Ll}{1,7}){0,3} \p{Lu}[\p{L}-]{1,14}(?: \p{Lu}[\p{L}-]{1,14}){0,2}(?: \p{Ll}{4})? \(", regex.V1
)
"""From one clock time to the same on another clock: "7:05 p.m. in Stockholm (1:05 p.m. New York time)", "17h30, heure
de Tbilissi (15h30 à Paris)", "5.30pm Tbilisi time (1.30pm UK time)"."""

_APPROXIMATE = {
    "APPROX": (-900.0, 900.0), "START": (0.0, 900.0), "END": (-900.0, 0.0), "AFTER": (0.0, 1200.0),
    "MORE_THAN": (0.0, 1200.0), "ON_OR_AFTER": (0.0, 1200.0), "EQUAL_OR_MORE": (0.0, 1200.0),
    "BEFORE": (-1200.0, 0.0), "LESS_THAN": (-1200.0, 0.0), "ON_OR_BEFORE": (-1200.0, 0.0),
    "EQUAL_OR_LESS": (-1200.0, 0.0),
}  # fmt: skip

PAIR_GAP = 14
"""Characters between two clock times that tell one instant twice: "11 a.m. local time (7 p.m. GMT)"."""

RANGE = 3
"""Characters of a word that joins the two clock times of a range, with its spaces."""


def alone(sentence: Sentence) -> Iterator[Time]:
    """Yield the clock times of a sentence, each by itself."""
    return (t for t in sentence.times if t.type == "TIME" and _CLOCK.search(t.value) and "\n" not in t.text)


def together(scene: Scene, sentence: Sentence) -> list[list[Time]]:
    """Return the clock times of a sentence at which something may have happened, those together that tell one instant.

    A place's zone said once holds to the sentence's end: "at 2:15 (Brasília time), and at 10:40". Universal time, told
    without a clock beside it, goes on for what its paragraph tells of the next hour: "16:31 UTC. A call at 16:38".
    """
    clocks = [t for t in alone(sentence) if not _closes_a_range(sentence, t) and not stray.clock(scene.article, t)]
    groups: list[list[Time]] = []
    for number, time in enumerate(clocks):
        if number and _paired(scene.article.text[clocks[number - 1].end : time.start]):
            groups[-1].append(time)
        else:
            groups.append([time])
    said_once: Time | None = None
    universal = _universal_before(scene, sentence) if groups else None
    for number, group in enumerate(groups):
        if len(group) == 1 and group[0].zone_from == "printed":
            said_once = group[0] if "/" in (group[0].zone or "") else None  # GMT is a reader's, beside a place's own
            universal = _universal(scene, group[0])
        elif universal is not None and all(0 <= _later(time, universal) <= HOUR for time in group):
            groups[number] = [_in_zone(time, UTC) for time in group]
        elif len(group) == 1 and said_once is not None and _unsaid(scene, group[0], said_once):
            groups[number] = [_in_zone(group[0], said_once.zone or "")]
    return groups


def _unsaid(scene: Scene, time: Time, said: Time) -> bool:
    """Tell whether a clock time prints no zone of its own, nor that it is the place's, nor has another than that: what
    its page says of another clock time tells more of it than where things happened does."""
    of_the_place = day_words.of_the_place(time.text, scene.article.language)
    return time.zone in (None, said.zone) or (time.zone_from == "place" and not of_the_place)


UTC = "UTC"


def _universal_before(scene: Scene, sentence: Sentence) -> Time | None:
    """Return the last clock time of a sentence's paragraph before it that has a zone, where that is universal time."""
    after = sentence
    for earlier in reversed(scene.sentences[: sentence.number]):
        if "\n" in scene.article.text[earlier.end - 1 : after.start]:
            return None
        zoned = [t for t in alone(earlier) if t.zone_from == "printed"]
        if zoned:
            return _universal(scene, zoned[-1])
        after = earlier
    return None


def _universal(scene: Scene, time: Time) -> Time | None:
    """Return a clock time told in universal time; in brackets it is its readers' own, beside the place's."""
    alone_ = not scene.article.text[: time.start].endswith("(")
    return time if time.zone == UTC and alone_ else None


def _later(time: Time, before: Time) -> float:
    """Return the seconds from what one clock time shows to what another bare one does, of whatever days; -1 of no bare
    one."""
    shown, told = _CLOCK.search(time.value), _CLOCK.search(before.value)
    if shown is None or told is None or shown[4]:
        return -1.0
    return (int(shown[1]) - int(told[1])) * HOUR + (int(shown[2]) - int(told[2])) * 60


def _closes_a_range(sentence: Sentence, clock: Time) -> bool:
    """Tell whether a clock time is the second of two whose first reads as a length: "de 22 heures à 5 heures"."""
    return any(t.type == "DURATION" and 0 < clock.start - t.end <= RANGE for t in sentence.times)


def _paired(between: str) -> bool:
    """Tell whether two clock times tell one instant, by what stands between them."""
    return len(between) <= PAIR_GAP or _BRACKET.fullmatch(between) is not None


def _in_zone(time: Time, zone: str) -> Time:
    """Return a clock time of a known day in UTC, as a clock of `zone` tells it."""
    seconds = iso_seconds(time.value) if time.value[:1].isdigit() else None
    local = dt.datetime.fromtimestamp(seconds, tz=dt.UTC).replace(tzinfo=None) if seconds is not None else None
    instant = zones.to_utc(local, zone) if local is not None else None
    return msgspec.structs.replace(time, value=f"{instant:%Y-%m-%dT%H:%M}Z") if instant is not None else time


def instants(scene: Scene, clocks: list[Time], day: str | None) -> Iterator[tuple[Time, float, bool]]:
    """Yield clock times that together tell one instant, each with its seconds since 1970 and whether they are local.

    `day` is that which their sentence prints.
    """
    told = [(t, *_seconds(scene, t, day)) for t in clocks]
    zoned = [seconds for _, seconds, local in told if not local and seconds is not None]
    for number, (time, seconds, local) in enumerate(told):
        if seconds is None or (local and not zoned and number):
            continue  # two clocks without zones: the first is the outlet's own
        if local and zoned:
            if (seconds - zoned[0]) % QUARTER:
                continue  # no two zones are so far apart: another moment
            time, seconds, local = _beside(time, seconds, zoned[0]), zoned[0], False
        yield time, seconds, local


QUARTER = 900.0
"""Seconds: zones are whole quarters of an hour apart."""


def _beside(time: Time, local: float, utc: float) -> Time:
    """Return a clock time without a zone with the one that the clock beside it gives: what it shows is `local`."""
    ahead = (local - utc + DAY / 2) % DAY - DAY / 2
    minutes = int(abs(ahead) // 60)
    sign = "-" if ahead < 0 else "+"
    return msgspec.structs.replace(time, zone=f"{sign}{minutes // 60:02}:{minutes % 60:02}", zone_from="printed")


LOCAL = "local"
"""The zone of a clock time told in "local time"."""


def zone_of(scene: Scene, time: Time) -> str | None:
    """Return the zone a clock time is told in, LOCAL where its words say no more, None where they do not say."""
    if time.zone_from == "printed":
        return time.zone
    return LOCAL if day_words.of_the_place(time.text, scene.article.language) else None


def is_dated(scene: Scene, sentence: Sentence, time: Time) -> bool:
    """Tell whether the day of a clock time is printed with it, or elsewhere in its sentence: "on Monday evening"."""
    if "+" in time.rule:
        return True
    zone = zones.zone(time.zone) if time.zone and time.zone_from == "printed" else None
    moment = iso_seconds(time.value)
    if zone is not None and moment is not None:
        own = dt.datetime.fromtimestamp(max(0.0, moment), tz=zone).date().isoformat()
    else:
        own = time.value[:10]
    return own in sentence.days or any(own in _days_of_a_part(scene, t) for t in sentence.times)


def _days_of_a_part(scene: Scene, time: Time) -> tuple[str, ...]:
    """Return the days that a part of a day names: the night to Tuesday is of Monday and of Tuesday."""
    if time.value[10:] not in PARTS or not day_words.own_day(time.text, scene.article.language):
        return ()
    day = time.value[:10]
    try:
        after = (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ()
    return (day, after) if time.value.endswith(NIGHT) else (day,)


NIGHT = "TNI"
"""What the value of a night ends with."""

PARTS = frozenset(("TMO", "TMI", "TAF", "TEV", NIGHT))
"""What the values of parts of a day end with."""


def _seconds(scene: Scene, time: Time, sentence_day: str | None) -> tuple[float | None, bool]:
    """Return (seconds since 1970, local?) of a clock time; of no known day, the article's. Local: not yet in UTC."""
    m = _CLOCK.search(time.value)
    if not m:
        return None, False
    exact = iso_seconds(time.value)
    if exact is not None:
        return exact, not m[4]
    clock = int(m[1]) * HOUR + int(m[2]) * 60 + int(m[3] or 0)
    day = sentence_day or scene.article.published or scene.article.reference
    base = iso_seconds(day[:10]) if day and ISO_DAY.match(day) else _undated(scene, time)
    return (base or 0.0) + clock, not m[4]


def _undated(scene: Scene, time: Time) -> float:
    """Return where a clock time on a page of no known day is counted from: a day printed without a year is of none."""
    if time.value.startswith("XXXX-"):
        return iso_seconds(f"{NO_YEAR}{time.value[4:10]}") or 0.0
    number = day_words.weekday(time.text, scene.article.language)
    return on_weekday(number) if number is not None else 0.0


def spread(time: Time, seconds: float) -> tuple[float, float]:
    """Return the interval a clock time stands for: "vers 19 h 30" is a quarter of an hour either way."""
    before, after = _APPROXIMATE.get(time.mod or "", (0.0, 0.0))
    return seconds + before, seconds + after
