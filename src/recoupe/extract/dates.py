"""Dates that people see: "Publié dans ... le 14 - 08 - 2025", "Updated August 12, 2025 10:30 AM EDT", "2h ago".

A date line is short and made of a date with what usually stands beside it: a cue (published, updated), a clock time, a
zone, a name. Month names, cues and the ways of saying "ago" come from the `furniture` tables (`[dates]`) of all
languages; the page's language only decides the order of day and month in figures, and an order that stays unsure gives
no date.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import NamedTuple

import regex

from recoupe.extract.furniture import alternatives, listed, tables
from recoupe.extract.lines import count_words, ends_sentence
from recoupe.languages import load, normal_code
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled, compiled_by_regex
from recoupe.text.zones import zone

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800}
_FIGURE = compiled_by_regex(r"\d")
_FOUR = compiled_by_regex(r"^(\d\d)(\d\d)\b")  # "1405 GMT"
_GAP = compiled_by_regex(r"\{n\}|\{unit\}")
_SEPARATORS = " \t\u00a0\u202f-–—|·•,:;/()[]"


class Printed(NamedTuple):
    """A date as printed: `[start, end)` in its line, in ISO 8601 with what the line tells.

    `role` is published or modified.
    """

    start: int
    end: int
    iso: str
    role: str


class Ago(NamedTuple):
    """A relative time as printed: `[start, end)` in its line, the words, and the age in seconds, `[low, high)`.

    Sites round or cut: "6 hours" may be five and a half or nearly seven.
    """

    start: int
    end: int
    words: str
    low: float
    high: float


class _Tables(NamedTuple):
    date: re.Pattern[str]
    months: dict[str, int]
    time: re.Pattern[str]
    zones: dict[str, str]
    cue: re.Pattern[str]
    modified: frozenset[str]
    ago: tuple[tuple[str, str], ...]  # a word that stands in a way to say it, and the pattern
    units: dict[str, str]
    noise: re.Pattern[str]


@functools.cache
def months() -> dict[str, int]:
    """Return the number of each month by its folded names in all languages."""
    lists = (table.get("dates", {}).get("months", ()) for table in tables())
    return {fold(name): number for names in lists for number, same in enumerate(names, 1) for name in same}


def weekdays() -> frozenset[str]:
    """Return the names of weekdays in all languages."""
    return frozenset(name for names in listed("dates", "weekdays") for name in names)


@functools.cache
def _tables() -> _Tables:
    zones = {fold(k): v for table in tables() for k, v in table.get("dates", {}).get("zones", {}).items()}
    modified, published = (frozenset(map(fold, listed("dates", role))) for role in ("modified", "published"))
    beside = alternatives({*weekdays(), *listed("dates", "at"), *listed("dates", "small")})
    ago, units = _ways()
    return _Tables(
        date=_date(alternatives(months())),
        months=months(),
        time=_clock_time(alternatives(zones)),
        zones=zones,
        cue=compiled(rf"(?<![^\W\d_])(?:{alternatives(modified | published)})(?![^\W\d_])"),
        modified=modified,
        ago=ago,
        units=units,
        noise=compiled(rf"\b(?:{beside})\b|[\W_]+"),
    )


def _date(month: str) -> re.Pattern[str]:
    """Return the pattern of a date in folded text; each way to write one has groups of its own."""
    return compiled(
        # Page builders glue words to dates ("Corbel12 août 2025"), so only figures end them.
        # The two letters behind a day are its ordinal ("1er", "3rd"), those before a month "de", "of".
        r"(?<!\d)(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)"
        rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:[^\W\d_]{{2}}|[º.])? ?(?:[^\W\d_]{{2}} |-)?(?P<m2>{month})\b\.?,?"
        r"(?: [^\W\d_]{2,3}|-)? ?(?P<y2>(?:19|20)\d\d)(?!\d)"
        rf"|\b(?P<m3>{month})\b\.? (?P<d3>\d{{1,2}})(?:[^\W\d_]{{2}})?,? (?P<y3>(?:19|20)\d\d)(?!\d)"
        r"|(?<!\d)(?P<a4>\d{1,2}) ?(?P<sep>[-/.]) ?(?P<b4>\d{1,2}) ?(?P=sep) ?(?P<y4>(?:19|20)\d\d)(?!\d)"
        r"|(?<!\d)(?P<y5>(?:19|20)\d\d)[/.](?P<m5>\d\d)[/.](?P<d5>\d\d)(?!\d)"
        r"|(?<![\d.])(?P<a6>\d\d?)\.(?P<b6>\d\d)\.(?P<y6>\d\d)(?![\d.])"
    )


def _clock_time(zone: str) -> re.Pattern[str]:
    """Return the pattern of a clock time in folded text, with what leads to it and its zone."""
    at, clock = (alternatives(listed("dates", where)) for where in ("at", "clock"))
    return compiled(
        rf"(?:[t ,|·@()-]|\b(?:{at})\b){{0,8}}(?<!\d)(?P<h>\d{{1,2}}) ?"
        r"(?:[:h.] ?(?P<i>\d\d)(?::\d\d)?|h|(?= ?[ap]\.?m\b))(?!\d)"
        rf"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?:{clock})\b)?"
        rf"(?: ?\(? ?(?:(?P<zone>{zone})\b|(?P<utc>z)\b)?"
        r"(?: ?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)\b)?)?"
    )


def _ways() -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    """Return the ways of all languages to say "ago", as `_Tables.ago` has them, and what their words for units mean."""
    ago: list[tuple[str, str]] = []
    units: dict[str, str] = {}
    for table in (table.get("dates", {}) for table in tables()):
        local = {fold(word): unit for unit, words in table.get("units", {}).items() for word in words}
        units = local | units  # of two languages that have a word the first counts
        number = rf"(?P<n>\d{{1,3}}|{alternatives(table.get('one', ()))})"
        for phrase in map(fold, (*table.get("ago", ()), *table.get("now", ()))):
            body = regex.escape(phrase, special_only=True, literal_spaces=True).replace(r"\{", "{").replace(r"\}", "}")
            body = body.replace("{n}", number).replace("{unit}", rf"(?P<unit>{alternatives(local)})")
            if "{" in phrase:
                body = body.replace(" ", "(?: {1,3}|')")  # "un'ora fa"
            ago.append((_mark(phrase), rf"\b(?:{body})\b"))
    return tuple(ago), units


def _mark(phrase: str) -> str:
    """Return the longest word of a way to say "ago", with the space between it and what varies: " ago", "vor "."""
    fixed = [part for part in _GAP.split(phrase) if part.strip()]
    part, word = max(((part, word) for part in fixed for word in part.split()), key=lambda found: len(found[1]))
    return " " * part.startswith(" " + word) + word + " " * part.endswith(word + " ")


def printed(line: str, language: str | None = None) -> list[Printed]:
    """Return the dates of `line` in order, whether or not it is a date line. Empty for lines beyond 400 characters."""
    if len(line) > 400 or _FIGURE.search(line) is None:
        return []
    folded, data, found = fold(line), _tables(), []
    if data.date.search(folded) is None:
        return []
    cues = [(m.start(), "modified" if m.group() in data.modified else "published") for m in data.cue.finditer(folded)]
    previous = 0
    for match in data.date.finditer(folded):
        day = _day(match, language, data)
        if day is None:
            continue
        clock, end = _clock(folded, match.end(), day, data)
        if not clock:
            clock = _clock_before(folded, previous, match.start(), day, data)
        role = next((r for at, r in reversed(cues) if at < match.start()), "published")
        found.append(Printed(match.start(), end, day.isoformat() + clock, role))
        previous = end
    return found


def _day(match: re.Match[str], language: str | None, data: _Tables) -> dt.date | None:
    g = match.groupdict()
    try:
        if g["y1"] or g["y5"]:
            n = "1" if g["y1"] else "5"
            return dt.date(int(g["y" + n]), int(g["m" + n]), int(g["d" + n]))
        if g["y2"]:
            return dt.date(int(g["y2"]), data.months[g["m2"]], int(g["d2"]))
        if g["y3"]:
            return dt.date(int(g["y3"]), data.months[g["m3"]], int(g["d3"]))
        if g["y6"]:  # "25.04.24": with full stops the day comes first
            century = 1900 if int(g["y6"]) >= 69 else 2000  # as POSIX reads two figures
            return dt.date(century + int(g["y6"]), int(g["b6"]), int(g["a6"]))
        first, second, year = int(g["a4"]), int(g["b4"]), int(g["y4"])
        if first <= 12 < second:
            return dt.date(year, first, second)
        order = load(normal_code(language)).table("furniture").get("dates", {}).get("order")
        if second <= 12 < first or first == second or g["sep"] == "." or order == "dmy":
            return dt.date(year, second, first)
    except (ValueError, KeyError):
        pass
    return None


def _clock(folded: str, at: int, day: dt.date, data: _Tables) -> tuple[str, int]:
    match = data.time.match(folded, at)
    clock = _time(match, day, data) if match else ""
    return (clock, match.end()) if match and clock else ("", at)


def _clock_before(folded: str, low: int, high: int, day: dt.date, data: _Tables) -> str:
    """A clock time printed before its date ("10:32 AM EDT, August 12, 2025")."""
    low = max(low, high - 40)
    match = data.time.search(folded, low, high)
    # What stands between the two must be no more than a weekday and punctuation.
    return _time(match, day, data) if match and not data.noise.sub("", folded[match.end() : high]) else ""


def _time(match: re.Match[str], day: dt.date, data: _Tables) -> str:
    hour, minute = int(match["h"]), int(match["i"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    name = match["zone"]
    offset = data.zones.get(name, "") if name else ("+00:00" if match["utc"] else "")
    if match["offset"]:
        digits = match["offset"][1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        if int(hours) <= 14 and int(minutes) < 60 and (not name or offset == "+00:00"):
            offset = f"{match['offset'][0]}{int(hours):02d}:{minutes}"
    elif offset and offset[0] not in "+-":
        offset = _offset(offset, dt.datetime(day.year, day.month, day.day, hour, minute))
    return f"T{hour:02d}:{minute:02d}{offset}"


def clock(words: str, day: dt.date) -> str:
    """Return the ISO 8601 clock time ("T19:02+05:30") that `words` ("19:02 (IST)") name on `day`; "" for none."""
    match = _tables().time.match(_full_hour().sub(r"\1:00", _FOUR.sub(r"\1:\2", fold(words))))
    return _time(match, day, _tables()) if match else ""


@functools.cache
def _full_hour() -> regex.Pattern[str]:
    """Return what a clock without minutes has: "9 Uhr"."""
    return compiled_by_regex(rf"^(\d{{1,2}})(?= (?:{alternatives(listed('dates', 'clock'))})\b(?! ?\d))")


def _offset(name: str, local: dt.datetime) -> str:
    """Return the offset from UTC ("+02:00") of the IANA zone `name` at `local`; nothing for an unknown zone."""
    info = zone(name)
    return local.replace(tzinfo=info).isoformat()[16 + 3 :] if info else ""


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern)


def ago(line: str) -> Ago | None:
    """Return the relative time in `line` ("il y a 3 heures", "an hour ago"), None when there is none."""
    if len(line) > 400:
        return None
    data = _tables()
    folded = fold(line)
    near = (_compiled(pattern).search(folded) for mark, pattern in data.ago if mark in folded)
    match = min(filter(None, near), key=lambda m: m.start(), default=None)
    if match is None:
        return None
    groups = match.groupdict()
    count, unit = groups.get("n"), groups.get("unit")
    number = int(count) if count and count.isdigit() else 1
    seconds = _SECONDS[data.units[unit]] if unit else 60
    words = line[match.start() : match.end()]
    return Ago(match.start(), match.end(), words, max(0.0, (number - 0.5) * seconds), (number + 1.0) * seconds)


_ADDRESS = compiled_by_regex(r"/(?P<y>20\d\d)(?P<s>[/-]?)(?P<m>[01]\d)(?P=s)(?P<d>[0-3]\d)(?=[/_-])")


def in_address(url: str | None) -> str | None:
    """Return the day in the path of an address ("/2025/08/16/", "/20250816/"), None when there is none."""
    match = _ADDRESS.search(url[:2000]) if url else None
    try:
        return dt.date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat() if match else None
    except ValueError:
        return None


def date_line(line: str, language: str | None = None) -> list[Printed]:
    """Return the dates of `line` when it is a date line, else nothing.

    Prose that holds a date is no date line: what remains without dates, cues and small words must be short.
    """
    words = count_words(line)
    if words > 30 or _FIGURE.search(line) is None:
        return []
    data = _tables()
    last = line.rstrip(" .").rpartition(" ")[2]
    sentence = ends_sentence(line) and not data.noise.fullmatch(fold(last))  # "Reading time 2 min."
    if words > 14 and sentence:
        return []
    found = printed(line, language)
    if not found:
        return []
    folded = fold(line)
    gaps = list(zip([0, *(p.end for p in found)], [*(p.start for p in found), len(line)], strict=True))
    cued = any(data.cue.search(folded, low, high) for low, high in gaps)
    left = [word for low, high in gaps for word in _beside(line, folded, low, high, data)]
    left = [word for word in left if not word.isdigit()]  # minutes of reading, numbers of comments
    if cued:
        return found if len(left) <= 8 else []
    # Without a cue only a name may stand there ("By Jane Doe"); words in lower case are prose.
    named = sum(word[:1].islower() for word in left) <= 1
    return found if len(left) <= 5 and named and not (left and sentence) else []


def _beside(line: str, folded: str, low: int, high: int, data: _Tables) -> list[str]:
    """Return the words of `line[low:high]` that are neither cues nor the small words of date lines."""
    rest = list(line[low:high])
    for pattern in (data.cue, data.noise):
        for match in pattern.finditer(folded, low, high):
            rest[match.start() - low : match.end() - low] = " " * (match.end() - match.start())
    return "".join(rest).split()


class Stamp(NamedTuple):
    """A line that dates a piece and may name its outlet: "Le Journal · 6 hours ago"."""

    outlet: str
    ago: Ago | None
    date: Printed | None


def stamp(line: str, language: str | None = None) -> Stamp | None:
    """Return what a short line made of a time and perhaps a name says, None for any other line."""
    if count_words(line) > 12 or len(line) > 120:
        return None
    relative = ago(line)
    dates = [] if relative else printed(line, language)
    span = relative or (dates[0] if len(dates) == 1 else None)
    if span is None:
        return None
    if dates and count_words(line[: span.start]) and _tables().time.search(fold(line[: span.start])):
        name = ""  # the clock time stands before the date
    else:
        name = _name_beside(line, span.start, span.end)
    if name and (count_words(name) > 6 or not (name[0].isupper() or name[0].isdigit()) or ends_sentence(name)):
        return None
    return Stamp(name, relative, dates[0] if dates else None)


def _name_beside(line: str, start: int, end: int) -> str:
    """Return what stands beside a time, without cues and small words; nothing when only those stand there."""
    name = (line[:start].rstrip(_SEPARATORS) + " " + line[end:].lstrip(_SEPARATORS)).strip(_SEPARATORS)
    bare = _tables().cue.sub("", fold(name))
    return name if _tables().noise.sub("", bare) else ""
