"""Calendar arithmetic and TIMEX3 values. Days are `datetime.date`; an interval is `[begin, end)` in days."""

from __future__ import annotations

import datetime as dt

import msgspec

DAY = dt.timedelta(days=1)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629746, "quarter": 7889238,
    "semester": 15778476, "year": 31556952, "decade": 315569520, "century": 3155695200, "millennium": 31556952000,
    "weekend": 172800, "fortnight": 1209600, "night": 43200, "quarterhour": 900, "threequarterhour": 2700,
}  # fmt: skip
LETTER = {
    "second": ("T", "S"), "minute": ("T", "M"), "hour": ("T", "H"), "day": ("", "D"), "week": ("", "W"),
    "month": ("", "M"), "quarter": ("", "Q"), "year": ("", "Y"),
}  # fmt: skip


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A value with the days it covers, `[begin, end)`; None when they are not known."""

    value: str
    begin: dt.date | None
    end: dt.date | None
    grain: str


def make_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def of_day(day: dt.date) -> Stretch:
    return Stretch(day.isoformat(), day, _plus(day, 1), "day")


def of_week(day: dt.date) -> Stretch:
    year, week, weekday = day.isocalendar()
    monday = _plus(day, 1 - weekday)
    return Stretch(f"{year}-W{week:02}", monday, _plus(monday, 7), "week")


def of_weekend(day: dt.date) -> Stretch:
    week = of_week(day)
    assert week.begin is not None
    return Stretch(week.value + "-WE", _plus(week.begin, 5), _plus(week.begin, 7), "weekend")


def of_month(year: int, month: int) -> Stretch:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9998:
        return Stretch("", None, None, "month")
    nxt = dt.date(year + month // 12, month % 12 + 1, 1)
    return Stretch(f"{year:04}-{month:02}", dt.date(year, month, 1), nxt, "month")


def of_quarter(year: int, quarter: int) -> Stretch:
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    first, last = of_month(year, quarter * 3 - 2), of_month(year, quarter * 3)
    return Stretch(f"{year:04}-Q{quarter}", first.begin, last.end, "quarter")


def of_half(year: int, half: int) -> Stretch:
    first, last = of_month(year, half * 6 - 5), of_month(year, half * 6)
    return Stretch(f"{year:04}-H{half}", first.begin, last.end, "semester")


def of_year(year: int) -> Stretch:
    if not 1 <= year <= 9998:
        return Stretch("", None, None, "year")
    return Stretch(f"{year:04}", dt.date(year, 1, 1), dt.date(year + 1, 1, 1), "year")


def of_decade(year: int) -> Stretch:
    start = year // 10 * 10
    return Stretch(f"{start // 10:03}", of_year(start).begin, of_year(start + 10).begin, "decade")


def of_century(number: int) -> Stretch:
    """The `number`-th century: 20 is the twentieth, 1900 to 1999, TIMEX3 "19"."""
    start = (number - 1) * 100
    return Stretch(f"{number - 1:02}", of_year(start).begin or of_year(1).begin, of_year(start + 100).begin, "century")


def of_season(year: int, season: str) -> Stretch:
    first, last = SEASONS[season]
    begin, end = of_month(year, first), of_month(year + (last < first), last)
    return Stretch(f"{year:04}-{season}", begin.begin, end.end, "season")


def shift(day: dt.date, unit: str, count: int) -> dt.date | None:
    """Return `day` moved by `count` units; the day of the month is kept where the month has it."""
    try:
        if unit in ("day", "week", "fortnight", "weekend"):
            return day + count * DAY * {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit]
        months = count * {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}[unit]
        total = day.year * 12 + day.month - 1 + months
        month = of_month(total // 12, total % 12 + 1)
        if month.end is None or month.begin is None:
            return None
        return month.begin.replace(day=min(day.day, (month.end - DAY).day))
    except (OverflowError, KeyError, ValueError):
        return None


def containing(day: dt.date, unit: str) -> Stretch | None:
    """Return the week, month, quarter... that holds `day`."""
    if unit == "day":
        return of_day(day)
    if unit in ("week", "fortnight"):
        return of_week(day)
    if unit == "weekend":
        return of_weekend(day)
    if unit == "month":
        return of_month(day.year, day.month)
    if unit == "quarter":
        return of_quarter(day.year, (day.month + 2) // 3)
    if unit == "semester":
        return of_half(day.year, 1 if day.month <= 6 else 2)
    if unit == "year":
        return of_year(day.year)
    if unit == "decade":
        return of_decade(day.year)
    if unit == "century":
        return of_century(day.year // 100 + 1)
    return None


def easter(year: int) -> dt.date:
    """Return Easter Sunday (Gauss's rule in the form of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def _plus(day: dt.date, days: int) -> dt.date:
    try:
        return day + days * DAY
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min
