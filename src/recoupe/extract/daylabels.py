"""The day before the clock of a live blog's entry: "Thursday, 12 June, 2.05pm", "12 giugno - 14:05", "12/06 à 14h05",
and the day alone on a line above its entries: "Saturday 8 March".

Mostly without a year, so it is no date by itself (`dates`): the page's own time tells the year.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import NamedTuple

import regex

from recoupe.extract import dates
from recoupe.extract.furniture import alternatives, listed
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_LONGEST = 60  # characters in which the day and the beginning of the clock stand
_ALONE = 40  # characters of a line that is only a day
_FIGURE = compiled_by_regex(r"\d")


class DayLabel(NamedTuple):
    """A day as printed: the clock behind it begins at `end` of its line; None for what it does not tell.

    `led` says that a word leads to the clock ("Am 12. Juni um"), as in a sentence. `weekday` (ISO) is that of a label
    which tells no more.
    """

    end: int
    led: bool
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    def on(self, near: dt.date | None) -> dt.date | None:
        """Return the date: in its own year, else in the one closest to `near`; None where there is none."""
        if self.weekday is not None and near is not None:
            return near + dt.timedelta(days=(self.weekday - near.isoweekday() + 3) % 7 - 3)
        if self.day is None or self.month is None or not (self.year or near):
            return None
        years = [self.year] if self.year else [near.year + more for more in (-1, 0, 1)] if near else []
        found = [date for year in years if (date := _date(year, self.month, self.day))]
        return min(found, key=lambda date: abs(date - near) if near else dt.timedelta(0), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _day() -> str:
    weekdays = alternatives(dates.weekdays()).replace(" ", "[ -]")  # "segunda-feira"
    month, small = alternatives(dates.months()), alternatives(listed("dates", "small"))
    return (
        rf"(?:(?P<week>{weekdays})\b[.,]? ?)?(?:(?:{small}) )?"
        rf"(?:(?P<d>\d{{1,2}})(?:[^\W\d_]{{2}}|[.º°])? ?(?:(?:{small}) )?(?P<name>{month})\b\.?"
        rf"|(?P<name>{month})\b\.? (?P<d>\d{{1,2}})(?:[^\W\d_]{{2}})?"
        r"|(?P<a>\d{1,2})(?:/(?P<b>\d{1,2})(?:/(?P<y>20\d\d))?|(?P<dot>\.)(?P<b>\d{1,2})\.(?P<y>20\d\d)?)(?!\d))?"
        rf"(?:,? (?:(?:{small}) )?(?P<y>20\d\d)(?!\d))?"
    )


@functools.cache
def _pattern() -> regex.Pattern[str]:
    at = alternatives(listed("dates", "at"))
    return compiled_by_regex(
        rf"{_day()}[ ,·|@–—-]{{0,4}}(?:(?P<at>{at})\b ?)?"
        r"(?=\d{1,2}(?:[:.]\d\d| ?h\b| ?h ?\d\d| ?[ap]\.?m\b)(?!\d))"
    )


@functools.cache
def _line() -> regex.Pattern[str]:
    return compiled_by_regex(rf"[•*–—-]? ?{_day()} ?[:.–—-]?")


def alone(line: str) -> DayLabel | None:
    """Return the day and month that are all of `line`; None where it says more, or less."""
    if len(line) > _ALONE or not _FIGURE.search(line):
        return None
    match = _line().fullmatch(fold(line).strip())
    if match is None or not match["d"]:
        return None
    year = int(match["y"]) if match["y"] else None
    return DayLabel(match.end(), False, int(match["d"]), dates.months()[match["name"]], year)


@functools.cache
def _weekdays() -> dict[str, int]:
    """Return the names of weekdays in all languages with the number of each (ISO)."""
    return {fold(name): 1 + n % 7 for n, names in enumerate(listed("dates", "weekdays")) for name in names}


def heading(line: str) -> DayLabel | None:
    """Return the day or the weekday that is all of `line`: "SUNDAY" is one where the entries of a live blog follow."""
    number = _weekdays().get(fold(line).strip(" :.–—-")) if len(line) <= _ALONE else None
    return DayLabel(len(line), False, weekday=number) if number is not None else alone(line)


def before_clock(line: str) -> DayLabel | None:
    """Return the day that `line` begins with, right before a clock; None where it does not."""
    if ":" in line[1:3] or not _FIGURE.search(line, endpos=_LONGEST):
        return None  # most lines that begin with a clock do so at once
    match = _pattern().match(fold(line[:_LONGEST]))
    if match is None or not (match["week"] or match["d"] or match["a"]):
        return None
    year, end, led = int(match["y"]) if match["y"] else None, match.end(), match["at"] is not None
    if match["d"]:
        return DayLabel(end, led, int(match["d"]), dates.months()[match["name"]], year)
    if not match["a"]:
        return DayLabel(end, led)
    first, second = int(match["a"]), int(match["b"])
    if match["dot"] or second <= 12 < first or first == second:
        return DayLabel(end, led, first, second, year)
    # "06/12" may be of June or December: the entries' own order tells.
    return DayLabel(end, led, second, first, year) if first <= 12 < second else DayLabel(end, led)
