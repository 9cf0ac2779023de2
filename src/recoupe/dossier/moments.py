"""Dates, clocks and instants as the reader's language writes them."""

from __future__ import annotations

import datetime as dt

from recoupe.text.patterns import compiled_by_regex

_OFFSET = compiled_by_regex(r"T.*?(?:Z|([+-])(\d{2}):?(\d{2}))$")

_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}


def moment(begin: str, language: str) -> str:
    """Return an ISO date, month, year or instant as people read it: "15 Aug 2025, 19:30 GMT"."""
    months = _MONTHS.get(language, _MONTHS["en"])
    day, _, clock = begin.partition("T")
    unknown_year = day.startswith("XXXX-")
    numbers = day.replace("XXXX", "0000").split("-")
    if not all(n.isdigit() for n in numbers) or len(numbers) > 3 or not 1 <= int([*numbers, "1"][1]) <= 12:
        return begin
    named = [str(int(numbers[2]))] if len(numbers) > 2 else []
    named += [months[int(numbers[1]) - 1]] if len(numbers) > 1 else []
    said = " ".join(named if unknown_year else [*named, numbers[0]])
    if clock[:5].count(":") == 1:
        zone = " GMT" if clock.endswith(("Z", "+00:00")) else ""
        return f"{said}, {clock[:5]}{zone}"
    return said


def stamp(when: str, language: str) -> str:
    """Return when something was published as people read it, on its own clock: "27 Mar 2026, 08:15 UTC+1"."""
    zone = _OFFSET.search(when)
    if zone is None:
        return moment(when[: len("2031-05-06T20:00")], language)
    hours, minutes = int(zone[2] or 0), int(zone[3] or 0)
    ahead = f" UTC{zone[1]}{hours}" + (f":{minutes:02}" if minutes else "") if hours or minutes else " GMT"
    return moment(when[: len("2031-05-06T20:00")], language) + ahead


def between(low: str, high: str, unit: str | None, language: str) -> str | None:
    """Return what two instants bound as people read it: a year, a day, an instant, or about when it was ("≈ 14:00").

    `unit` is "year", "day" or "instant"; None for what is no ISO instant and for a "day" that lasts longer.
    """
    try:
        begin, end = (dt.datetime.fromisoformat(x.replace("Z", "+00:00")) for x in (low, high))
    except ValueError:
        return None
    months = _MONTHS.get(language, _MONTHS["en"])
    day = f"{begin.day} {months[begin.month - 1]} {begin.year}"
    if unit == "year":
        return str((begin + (end - begin) / 2).year)
    if unit == "day":
        return day if (end - begin) < dt.timedelta(days=1) else None
    if begin == end:
        return f"{day}, {begin:%H:%M} GMT"
    middle = begin + (end - begin) / 2
    return f"{middle.day} {months[middle.month - 1]} {middle.year}, ≈ {middle:%H:%M} GMT"
