"""Clock times: a local time, its zone, the instant; and two clocks printed for one event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import msgspec

from recoupe.model.mention import Time
from recoupe.text.patterns import compiled
from recoupe.text.zones import to_utc
from recoupe.times import calendar
from recoupe.times.context import TimeContext

AROUND = dt.timedelta(minutes=15)
"""How far "about 19:30" reaches to both sides."""


def hour_minute(slots: Mapping[str, str], meridiem: str | None) -> tuple[int, int] | None:
    """Return hour (0 to 24) and minute of a clock's slots; `meridiem` is am, pm, noon, night. None where it is none."""
    hour, minute = int(slots.get("hour", "0")), int(slots.get("minute", "0"))
    if meridiem and hour > 12:
        meridiem = None
    if meridiem == "pm" and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    elif meridiem == "night" and 6 <= hour < 12:
        hour += 12
    elif meridiem == "night" and hour == 12:
        hour = 0 if minute else 24
    elif meridiem == "noon" and hour <= 4:
        hour += 12  # "a la una del mediodía"; "las 11.30 del mediodía" is before it
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return hour, minute


def text_of(day: dt.date | None, hour: int, minute: int) -> str:
    return f"{day.isoformat() if day else ''}T{hour:02}:{minute:02}"


def instant(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.tzinfo else moment.isoformat()


def short(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%MZ")


def local_moment(day: dt.date, hour: int, minute: int) -> dt.datetime | None:
    try:
        return dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hour, minutes=minute)
    except OverflowError:
        return None


def interval(begin: dt.datetime, how: str | None) -> tuple[str, str]:
    """Return begin and end of a clock time as ISO; "about" widens it to both sides, "after" and "before" to one."""
    try:
        first = begin - AROUND if how in ("APPROX", "BEFORE", "LESS_THAN") else begin
        last = begin + AROUND if how in ("APPROX", "AFTER", "MORE_THAN") else begin
    except OverflowError:  # the first or last day of the calendar
        first = last = begin
    return instant(first), instant(last)


OF_A_PLACE = 32
"""Characters between a clock and the same on another where the place of the first is named."""

_BETWEEN = compiled(r"[\s]{0,3}[(,;/=\"-]?[\s]{0,3}(?:[a-z]{1,5}[\s]{1,2}){0,2}[(]?[\s]{0,2}$")
_MARK = compiled(r"[(,=\"/]")
_OF_A_PLACE = compiled(r",?(?:\s[^\W\d_]{1,15}){1,4}\s\($")
"""What names the place of a clock before the same on another: ", heure de Mirvald (", " Mirvald time (" """
_CLOCK_VALUE = compiled(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(Z?)$")


def agreed(first: Time, last: Time) -> Time:
    """Return what a time means when the text was published between two days: the value both days give, if any."""
    if first.value == last.value:
        return first
    readings = tuple(dict.fromkeys((*(r for t in (first, last) for r in (t.value, *t.readings) if r),)))
    return msgspec.structs.replace(first, value="", readings=readings, begin=first.begin, end_time=last.end_time)


def reconcile(
    times: list[Time], folded: str, context: TimeContext, joined: re.Pattern[str] | None = None
) -> list[Time]:
    """Let two clocks printed for one event tell each other's zone and day: "11:00 a.m. (10:00 p.m. Moscow time)".

    The first tells the day, the second the offset. The second's day is moved by one where only that makes the first an
    existing zone (UTC-12 to UTC+14). Two that words of `joined` join have the zone printed behind the second.
    """
    found = list(times)
    for n in range(1, len(found)):
        first, second = found[n - 1], found[n]
        between = folded[first.end : second.start]
        near = len(between) <= 12 and _BETWEEN.match(between) and _MARK.search(between)
        if near or (len(between) <= OF_A_PLACE and _OF_A_PLACE.fullmatch(between)):
            if first.type == second.type == "TIME":
                found[n - 1], found[n] = _pair(first, second, context)
        elif first.type == second.type == "TIME" and joined is not None:
            link = joined.match(folded, first.end)  # which may be taken in by the second: "alle 8.06"
            if link is not None and second.start <= link.end() < second.end:
                found[n - 1] = _in_zone_of(first, second)
    return found


def _in_zone_of(first: Time, second: Time) -> Time:
    """Return the first of two joined clocks in the zone of the second: "between 7:28 and 8:06 GMT"."""
    here, there = _moment(first), _moment(second)
    told = second.zone_from == "printed" != first.zone_from and second.zone not in (None, "local")
    if told and second.zone == UTC and _DAYLESS.fullmatch(first.value) and second.value.startswith("T"):
        return msgspec.structs.replace(first, value=f"{first.value}Z", zone=UTC, zone_from="printed", readings=())
    if here is None or there is None or not told:
        return first
    moment = to_utc(here.replace(tzinfo=None), (second.zone or "").partition("|")[0])
    if moment is None:
        return first
    return _at(first, moment - calendar.DAY if moment > there else moment, zone=second.zone)


UTC = "UTC"
_DAYLESS = compiled(r"T\d\d:\d\d")
"""A clock time on a page of no known day."""


def happened(times: list[Time], told: set[int], day: dt.date | None, moment: dt.datetime | None) -> list[Time]:
    """Return `times` with no clock in the past tense (`told` has their starts) that is later than the publication.

    Such a clock was the day before, as an evening elsewhere is. Where the hour of publication is not known, a clock in
    the second half of its day (UTC) keeps its value and has the day before as a second reading.
    """
    if not told or day is None or (moment is not None and moment.tzinfo is None):
        return times
    found: list[Time] = []
    before: Time | None = None
    for time in times:
        pair = before is not None and before.value == time.value and before.start in told
        clock = _moment(time) if time.start in told or pair else None
        before = time
        if clock is None or time.zone_from != "printed" or not time.value.endswith("Z"):
            found.append(time)
        elif moment is not None:
            found.append(_at(time, clock - calendar.DAY) if clock > moment + AROUND else time)
        elif clock > dt.datetime.combine(day, dt.time(12), dt.UTC):
            earlier = short(clock - calendar.DAY)
            found.append(msgspec.structs.replace(time, readings=(*time.readings, earlier)))
        else:
            found.append(time)
    return found


def _pair(first: Time, second: Time, context: TimeContext) -> tuple[Time, Time]:
    a, b = _moment(first), _moment(second)
    if a is None or b is None:
        return first, second
    zoned_a, zoned_b = (t.zone_from == "printed" and t.zone != "local" for t in (first, second))
    if "+" in second.rule:  # its day is told: "2:40 a.m. on Monday (2340 GMT on Sunday)"
        offset = a.replace(tzinfo=dt.UTC) - b if zoned_b and not zoned_a else None
        if offset is not None and to_utc(a.replace(tzinfo=None), (second.zone or "").partition("|")[0]) == b:
            return first, second  # "at 4 in the morning (4 a.m. EDT Thursday)" says it again
        if offset is None or not dt.timedelta(hours=-12) <= offset <= dt.timedelta(hours=14) or not _quarter(offset):
            return first, second
        return _at(first, b, zone=_offset_name(offset)), second
    if zoned_a and zoned_b:
        moved = min((b + dt.timedelta(days=k) for k in (-1, 0, 1)), key=lambda m: abs(m - a))
        return first, (_at(second, moved) if abs(moved - a) <= dt.timedelta(hours=1) else second)
    if zoned_b:
        days = [b + dt.timedelta(days=k) for k in (0, 1, -1)]
        offsets = [(m, a.replace(tzinfo=dt.UTC) - m) for m in days]
        fitting = [(m, o) for m, o in offsets if dt.timedelta(hours=-12) <= o <= dt.timedelta(hours=14)]
        fitting = [x for x in fitting if _quarter(x[1])] or fitting
        if not fitting:
            return first, second
        expected = _expected(a, context)
        moment, offset = min(fitting, key=lambda x: abs(x[1] - expected)) if expected is not None else fitting[0]
        if not _quarter(offset):
            return first, second
        return _at(first, moment, zone=_offset_name(offset)), _at(second, moment)
    if zoned_a and not zoned_b:
        days = [b + dt.timedelta(days=k) for k in (0, 1, -1)]
        fitting = [(m, m.replace(tzinfo=dt.UTC) - a) for m in days]
        fitting = [x for x in fitting if dt.timedelta(hours=-12) <= x[1] <= dt.timedelta(hours=14) and _quarter(x[1])]
        if fitting:
            return first, _at(second, a, zone=_offset_name(fitting[0][1]))
    return first, second


def _expected(local: dt.datetime, context: TimeContext) -> dt.timedelta | None:
    for name in (context.place_zone, context.outlet_zone):
        utc = to_utc(local.replace(tzinfo=None), name) if name else None
        if utc is not None:
            return local.replace(tzinfo=dt.UTC) - utc
    return None


def _quarter(offset: dt.timedelta) -> bool:
    return offset.total_seconds() % 900 == 0


def _offset_name(offset: dt.timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _moment(time: Time) -> dt.datetime | None:
    m = _CLOCK_VALUE.match(time.value)
    if m is None:
        return None
    moment = local_moment(dt.date.fromisoformat(m[1]), int(m[2]), int(m[3]))
    if moment is None:
        return None
    return moment.replace(tzinfo=dt.UTC) if m[4] else moment


def _at(time: Time, moment: dt.datetime, zone: str | None = None) -> Time:
    begin, end = interval(moment, time.mod)
    change: dict[str, object] = {"value": short(moment), "begin": begin, "end_time": end}
    if zone is not None:
        change |= {"zone": zone, "zone_from": "printed", "readings": ()}
    return msgspec.structs.replace(time, **change)
