"""Instants as seconds since 1970."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable

from recoupe.text.instants import instant

HOUR = 3600.0
DAY = 86400.0
MONTH, YEAR = 2_629_746.0, 31_556_952.0
"""Those of the calendar on average, as times count them."""
WEEK = 7
"""Days."""

NO_YEAR = 2972
"""The (leap) year that stands for none in days printed without one, on pages of no known year: news tells of no such
year."""

_YEARLESS = 29_348_006_400.0  # 2900-01-01


def yearless(seconds: float) -> bool:
    """Tell whether a day (seconds since 1970) was printed without a year."""
    return seconds >= _YEARLESS


UNDATED = 12 * DAY
"""A clock time before this (seconds since 1970) is on no known day: in the first two days, or where its weekday is
printed in the week from Monday 5 January 1970 on."""

_FIRST_MONDAY = 4 * DAY

ANY_ZONE = 12 * HOUR
"""How far the clock of an unknown zone may be from UTC, but for the last islands."""


@functools.lru_cache(maxsize=1 << 12)  # a story has few days, and asks for them again and again
def iso_seconds(value: str) -> float | None:
    """Return seconds since 1970 UTC of an ISO date or date-time; one without a zone is counted as if in UTC."""
    moment = instant(value)
    return moment.timestamp() if moment is not None else None


def unsure_by(stamp: str) -> float:
    """Return by how many seconds a stamp of publication may be off from UTC: any zone's, where it names none."""
    return 0.0 if stamp.endswith("Z") or "+" in stamp[10:] or "-" in stamp[10:] else ANY_ZONE


ONE_DAY = 0.8
"""Share of a story's clock times that must stand on one day before it is a story of that day."""


def on_several_days(instants: Iterable[float], day: float | None = None) -> bool:
    """Tell whether the clock times of a story stand on several days (UTC): too few on `day`, else on any one day."""
    days = Counter(instant // DAY for instant in instants)
    most = max(days.values(), default=0) if day is None else days[day // DAY]
    return most < ONE_DAY * days.total()


def on_weekday(number: int) -> float:
    """Return where clock times of a weekday (1 is Monday) of no known week are counted from: see `UNDATED`."""
    return _FIRST_MONDAY + (number - 1) * DAY


def placed(clock: float, day: float) -> float:
    """Return what a clock time of no known day is counted from in a story of `day`: the weekday nearest to that."""
    if clock < _FIRST_MONDAY:
        return day
    ahead = (int(clock // DAY) - int(day // DAY)) % WEEK
    return day + (ahead - WEEK if ahead > WEEK // 2 else ahead) * DAY - clock // DAY * DAY
