"""From matched parts to values: reading order, one resolver a text.

TIMEX3 values follow TimeML 1.2.1 (Saurí et al. 2006) and its annotation guidelines: a calendar expression is a DATE,
below a day a TIME, a count of units a DURATION, a repeated one a SET.
"""

from __future__ import annotations

import datetime as dt
import re

from recoupe.model.mention import Time
from recoupe.text.zones import to_utc
from recoupe.times import calendar, clocks, durations
from recoupe.times.calendar import Stretch
from recoupe.times.context import TimeContext
from recoupe.times.grammar import Grammar
from recoupe.times.parts import Part
from recoupe.times.tense import Tense

_PARTS = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 20)}

_BREAK = re.compile(r"[.!?]\s+[^\sa-z]|\n")
_SIGN = {"-1": "-1", "0": "0", "1": "1", "before": "-1", "after": "1", "same": "0"}


class Resolver:
    """Holds what reading order needs: the reference day, the last day and the last quarter named."""

    def __init__(self, text: str, folded: str, rules: Grammar, published: str | None, context: TimeContext) -> None:
        self.text = text
        self.folded = folded
        self.rules = rules
        self.context = context
        self.reference = day_of(published or context.reference)
        self.moment = moment_of(published or context.reference)
        self.sure = published is not None
        self.tense = Tense(text, rules)
        self.last: Stretch | None = None
        self.last_day: dt.date | None = None
        self.last_end = -1
        self.clock_day: dt.date | None = None
        self.last_quarter: Stretch | None = None
        self.last_quarter_end = -1

    def time(self, part: Part) -> Time | None:
        """Return the mention of `part`, or None when its words are no time after all."""
        read = getattr(self, "_" + part.kind, None)
        if read is None or not self.allowed(part):
            return None
        found: Time | None = read(part)
        return found

    def allowed(self, part: Part) -> bool:
        """A pattern may be for some units `only`."""
        only = part.slots.get("only")
        return only is None or (self.word(part, "unit") or "period") in only.split()

    # -- words of the tables ---------------------------------------------------------------------------------------

    def word(self, part: Part, slot: str, words: str | None = None) -> str | None:
        """Return the table value of a slot's word (a fixed value of the pattern counts as its own value)."""
        raw = part.slots.get(slot)
        if raw is None:
            return None
        return self.rules.words.get(words or slot, {}).get(" ".join(raw.split()), raw)

    def make(self, part: Part, kind: str, value: str, **more: object) -> Time:
        return Time(start=part.start, end=part.end, text=self.text[part.start : part.end], type=kind, value=value,
                    rule=part.rule, **more)  # type: ignore[arg-type]  # fmt: skip

    def modifier(self, part: Part) -> str | None:
        mod = self.word(part, "modifier")
        if mod is None and "approx" in part.slots:
            return durations.MODIFIER[self.word(part, "approx") or "about"]
        if mod is None and "nearclock" in part.slots:
            return {"about": "APPROX", "after": "AFTER", "before": "BEFORE"}.get(str(self.word(part, "nearclock")))
        return mod

    def date(self, part: Part, stretch: Stretch | None, kind: str = "DATE") -> Time:
        if stretch is None or not stretch.value:
            return self.make(part, kind, "")
        mod = self.modifier(part)
        self.last, self.last_end = stretch, part.end
        if stretch.grain == "day" and stretch.begin:
            self.last_day = stretch.begin
        if stretch.grain == "quarter" and stretch.begin:
            self.last_quarter, self.last_quarter_end = stretch, part.end
        return self.make(part, kind, stretch.value, mod=mod, begin=_iso(stretch.begin), end_time=_iso(stretch.end))

    # -- kinds -----------------------------------------------------------------------------------------------------

    def _date(self, part: Part) -> Time | None:
        stretch = self.calendar(part)
        if part.clock:
            return self.with_clock(part, stretch)
        if "glued" in part.slots:  # Samstagabend
            code = self.word(part, "glued", "part") or "DT"
            return self.day_part(part, part._replace(slots={"part": code}), stretch)
        return self.date(part, stretch)

    def calendar(self, part: Part) -> Stretch | None:
        """Return the stretch of a weekday, day, month, season, year with what the words say of direction."""
        month = self.word(part, "month") or part.slots.get("monthnumber")
        day = part.slots.get("day")
        year = self.year(part)
        direction = _SIGN.get(self.word(part, "direction") or "")
        weekday = self.word(part, "weekday")
        if day is not None and month is not None:
            number = self.day_number(day)
            return None if number is None else self.month_day(part, int(month), number, year, direction)
        if month is not None:
            return self.month(part, int(month), year, direction)
        if day is not None:
            return self.bare_day(part, self.day_number(day))
        season = self.word(part, "season")
        if season is not None:
            return self.season(part, season, year, direction)
        if weekday is not None:
            return self.weekday(part, int(weekday), direction)
        return calendar.of_year(year) if year is not None else None

    def day_number(self, day: str) -> int | None:
        m = re.match(r"\d+", day)
        if m:
            return int(m.group())
        listed = self.rules.words["ordinal"].get(" ".join(day.split()), "1")
        return int(listed) if listed.isdigit() else None

    def year(self, part: Part) -> int | None:
        raw = part.slots.get("year")
        if raw is not None:
            try:
                number = float(raw)
            except ValueError:
                return None
            return int(number) if 1000 <= number <= 2100 else None
        short = part.slots.get("year2") or part.slots.get("short")
        if short is not None:
            number = int(short.lstrip("'"))
            pivot = (self.reference.year if self.reference else 2030) % 100 + 20
            century = (self.reference.year if self.reference else 2000) // 100 * 100
            return century + number - (100 if number > pivot else 0)
        turn = _SIGN.get(self.word(part, "year_direction", "direction") or "")
        if turn is not None and self.reference:
            return self.reference.year + int(turn)
        return None

    def month_day(self, part: Part, month: int, day: int, year: int | None, direction: str | None) -> Stretch | None:
        if year is not None:
            exact = calendar.make_day(year, month, day)
            return calendar.of_day(exact) if exact else None
        if self.reference is None:
            if calendar.make_day(2000, month, day) is None:
                return None
            return Stretch(f"XXXX-{month:02}-{day:02}", None, None, "day")
        years = [self.reference.year + k for k in (-1, 0, 1)]
        days = [d for y in years if (d := calendar.make_day(y, month, day))]
        if not days:
            return None
        hint = int(direction) if direction else self.tense.direction(part.start, part.end)
        reference = self.reference
        if hint < 0 and any(d <= reference for d in days) and (direction or (min(abs((d - reference).days) for d in days) > 100)):
            return calendar.of_day(max(d for d in days if d <= reference))
        if hint > 0 and any(d >= reference for d in days) and (direction or (min(abs((d - reference).days) for d in days) > 100)):
            return calendar.of_day(min(d for d in days if d >= reference))
        weekday = self.word(part, "weekday")
        if weekday is not None:
            same = [d for d in days if d.isoweekday() == int(weekday)]
            days = same or days
        return calendar.of_day(min(days, key=lambda d: abs((d - reference).days)))

    def month(self, part: Part, month: int, year: int | None, direction: str | None) -> Stretch | None:
        if year is not None:
            return calendar.of_month(year, month)
        if self.reference is None:
            return Stretch(f"XXXX-{month:02}", None, None, "month")
        now = self.reference.month
        hint = int(direction) if direction else self.tense.direction(part.start, part.end)
        this = self.reference.year
        if direction == "0":
            return calendar.of_month(this, month)
        if hint > 0:
            return calendar.of_month(this + (month < now or (month == now and direction is not None)), month)
        if month == now and direction is None:
            return calendar.of_month(this, month)
        return calendar.of_month(this - (month > now or (month == now)), month)

    def season(self, part: Part, season: str, year: int | None, direction: str | None) -> Stretch | None:
        if year is None and self.reference is None:
            return None
        if year is None:
            assert self.reference is not None
            turn = int(direction) if direction else 0
            year = self.reference.year
            now = calendar.of_season(year, season)
            if now.begin and now.end:
                if turn < 0 and now.end > self.reference:
                    year -= 1
                elif turn > 0 and now.begin <= self.reference:
                    year += 1
        return calendar.of_season(year, season)

    def bare_day(self, part: Part, day: int | None) -> Stretch | None:
        base = self.last_day or self.reference
        if base is None or day is None:
            return None
        exact = calendar.make_day(base.year, base.month, day)
        return calendar.of_day(exact) if exact else None

    def weekday(self, part: Part, weekday: int, direction: str | None) -> Stretch | None:
        if self.reference is None:
            return None
        ahead = (weekday - self.reference.isoweekday()) % 7
        hint = int(direction) if direction is not None else self.tense.direction(part.start, part.end)
        if direction == "0":
            days = ahead if ahead <= 3 else ahead - 7
            if self.tense.direction(part.start, part.end) > 0:
                days = ahead
        elif hint > 0:
            days = ahead or (7 if direction else 0)
        else:
            days = ahead - 7 if ahead or (direction and direction != "0") else 0
        exact = calendar.shift(self.reference, "day", days)
        return calendar.of_day(exact) if exact else None

    def _unit(self, part: Part) -> Time | None:
        unit = self.word(part, "unit") or "year"
        direction = self.word(part, "direction")
        if unit in ("second", "minute", "hour"):
            return None
        base = self.reference
        if unit == "weekend" and direction == "0" and base is not None and base.isoweekday() <= 3:
            direction = "-1" if self.tense.direction(part.start, part.end) < 0 else "0"
        if direction in ("before", "after", "same"):
            base = self.last_day or (self.last.begin if self.last else None) or self.reference
        if base is None:
            return self.make(part, "DATE", "")
        steps = {"before": -1, "after": 1, "same": 0}.get(direction or "0", None)
        moved = calendar.shift(base, unit, int(direction or 0) if steps is None else steps)
        return self.date(part, calendar.containing(moved, unit) if moved else None)

    def _dayword(self, part: Part) -> Time | None:
        turn = self.word(part, "dayword") or "0"
        stretch = None
        if turn.endswith("*"):
            base = self.last_day or self.reference
            moved = calendar.shift(base, "day", int(turn[:-1])) if base else None
        else:
            moved = calendar.shift(self.reference, "day", int(turn)) if self.reference else None
        stretch = calendar.of_day(moved) if moved else None
        if part.clock:
            return self.with_clock(part, stretch)
        return self.date(part, stretch)

    def _nearday(self, part: Part) -> Time | None:
        return self._dayword(part)

    def _part(self, part: Part) -> Time | None:
        """A part of a day alone: this morning, tonight, the night."""
        turn = self.word(part, "direction") or "0"
        base = self.reference if part.slots.get("direction") else (self.last_day or self.reference)
        moved = calendar.shift(base, "day", int(turn) if turn.lstrip("-").isdigit() else 0) if base else None
        return self.day_part(part, part, calendar.of_day(moved) if moved else None)

    def day_part(self, part: Part, said: Part, stretch: Stretch | None) -> Time:
        code = self.word(said, "part") or "DT"
        mod = self.modifier(said) or self.modifier(part)
        if stretch is None or stretch.begin is None:
            return self.make(part, "TIME", f"{stretch.value}T{code}" if stretch else "", mod=mod)
        self.last, self.last_day, self.last_end = stretch, stretch.begin, part.end
        low, high = _PARTS[code]
        begin = clocks.local_moment(stretch.begin, low, 0)
        end = clocks.local_moment(stretch.begin, high, 0)
        return self.make(part, "TIME", f"{stretch.value}T{code}", mod=mod, begin=begin and begin.isoformat(),
                         end_time=end and end.isoformat())  # fmt: skip

    def with_clock(self, part: Part, stretch: Stretch | None) -> Time:
        assert part.clock is not None
        if part.clock.kind == "part":
            return self.day_part(part, part.clock, stretch)
        return self.clock(part, part.clock, stretch)

    def _clock(self, part: Part) -> Time | None:
        day, reference = self.last_day, self.reference
        if self.clock_day is not None and _BREAK.search(self.text, max(0, self.last_end), part.start):
            day = self.clock_day
        elif day is not None and reference is not None and self.sure and part.start - self.last_end > 400:
            day = day if abs((day - reference).days) <= 2 else reference
        day = day or reference
        return self.clock(part, part, calendar.of_day(day) if day else None)

    _clockword = _clock
    _afterclock = _clock

    def clock(self, part: Part, said: Part, stretch: Stretch | None) -> Time:
        """A clock time on a day; in UTC when its zone is printed, else local with the readings the context gives."""
        meridiem = self.word(said, "meridiem")
        slots = dict(said.slots)
        if "hourword" in slots:
            spoken = durations.count(slots["hourword"], self.rules.words["quantity"])
            if spoken is None or spoken.low is None or spoken.low > 24 or spoken.low != int(spoken.low):
                return self.make(part, "TIME", "")
            slots["hour"] = str(int(spoken.low))
        if "fraction" in slots:
            slots["minute"] = str(int(60 * float(self.word(said, "fraction") or 0)))
        if "clockword" in slots:
            hour, minute = (self.word(said, "clockword") or "12:00").split(":")
            slots |= {"hour": hour, "minute": minute}
        read = clocks.hour_minute(slots, meridiem)
        if read is None:
            return self.make(part, "TIME", "")
        hour, minute = read
        if said.kind == "afterclock":
            n = durations.count(slots.get("number", "0"), self.rules.words["quantity"])
            minute += int(n.low or 0) if n else 0
            hour, minute = hour % 24 + minute // 60, minute % 60
        mod = self.modifier(said) or self.modifier(part)
        if stretch is None or stretch.begin is None:
            day_text = stretch.value if stretch else ""
            zone = self.zone(said)
            mark = "Z" if zone == "UTC" else ""
            return self.make(part, "TIME", f"{day_text}T{hour:02}:{minute:02}{mark}", mod=mod, zone=zone,
                             zone_from="printed" if zone else None)  # fmt: skip
        day = stretch.begin
        self.last, self.last_day, self.last_end, self.clock_day = stretch, day, part.end, day
        if said.kind == "afterclock" and hour < 12 and "clockword" in said.slots and slots["hour"] in ("24", "00"):
            day = calendar.shift(day, "day", 1) or day
        local = clocks.local_moment(day, hour, minute)
        if local is None:
            return self.make(part, "TIME", "")
        value = clocks.text_of(day, hour, minute)
        zone = self.zone(said)
        readings: list[str] = []
        if zone and "|" in zone:
            zone, other = zone.split("|")
            utc = to_utc(local, other)
            if utc is not None and utc != to_utc(local, zone):
                readings.append(clocks.short(utc))
        if zone and zone != "local":
            utc = to_utc(local, zone)
            if utc is not None:
                begin, end = clocks.interval(utc, mod)
                return self.make(part, "TIME", clocks.short(utc), mod=mod, begin=begin, end_time=end, zone=zone,
                                 zone_from="printed", readings=tuple(readings))  # fmt: skip
        return self.unzoned(part, local, value, mod, zone == "local")

    def unzoned(self, part: Part, local: dt.datetime, value: str, mod: str | None, is_local: bool) -> Time:
        place, outlet = self.context.place_zone, self.context.outlet_zone
        order = [("place", place)] if is_local else [("outlet", outlet), ("place", place)]
        known = [(where, name, to_utc(local, name)) for where, name in order if name]
        instants = [(where, name, utc) for where, name, utc in known if utc is not None]
        if not instants:
            begin, end = clocks.interval(local, mod)
            return self.make(part, "TIME", value, mod=mod, begin=begin, end_time=end)
        where, name, utc = instants[0]
        begin, end = clocks.interval(utc, mod)
        readings = tuple(dict.fromkeys(clocks.short(u) for _, _, u in instants))
        return self.make(part, "TIME", value, mod=mod, begin=begin, end_time=end, zone=name, zone_from=where,
                         readings=readings)  # fmt: skip

    def zone(self, said: Part) -> str | None:
        for slot in ("zonename", "zoneplace"):
            raw = said.slots.get(slot)
            if raw is not None:
                return self.rules.words[slot].get(" ".join(raw.split()), raw)
        return None

    def _duration(self, part: Part) -> Time | None:
        unit = self.word(part, "unit")
        counted = durations.count(part.slots.get("number", "1"), self.rules.words["quantity"])
        if unit is None or counted is None or (unit == "year" and self.tense.is_age(part.start, part.end)):
            return None
        how = self.word(part, "approx") or ("about" if counted.loose and counted.low is not None else None)
        mod = durations.MODIFIER.get(how or "")
        mod = mod or self.word(part, "modifier")
        if counted.low is None:
            return self.make(part, "DURATION", durations.value(None, unit), mod=mod)
        if 1500 <= counted.low <= 2100 and "number2" in part.slots:
            return None  # "1971 to a year": a year, no count
        low, high = counted.low, counted.high or counted.low
        half = self.word(part, "fraction")
        if half:
            low, high = low + float(half), high + float(half)
        if "number2" in part.slots and "unit2" not in part.slots and "minute" not in part.slots:
            upper = durations.count(part.slots["number2"], self.rules.words["quantity"])
            if upper and upper.high and upper.high > low:
                high = upper.high
        value = durations.value(low, unit)
        seconds = (durations.seconds(low, unit), durations.seconds(high, unit))
        rest = self.rest(part, unit)
        if rest is not None:
            value = durations.compound((low, unit), rest)
            extra = durations.seconds(*rest)
            seconds = (seconds[0] + extra, seconds[1] + extra)
        first, last = durations.bounds(*seconds, how)
        return self.make(part, "DURATION", value, mod=mod, low=first, high=last)

    def rest(self, part: Part, unit: str) -> tuple[float, str] | None:
        """The second count of "2 hours 15 minutes", "2 heures 15"."""
        if "minute" in part.slots:
            return float(part.slots["minute"]), "minute" if unit == "hour" else "second"
        if "unit2" in part.slots and "number2" in part.slots:
            counted = durations.count(part.slots["number2"], self.rules.words["quantity"])
            unit2 = self.word(part, "unit2", "unit")
            if counted and counted.low is not None and unit2:
                return counted.low, unit2
        return None

    def _ago(self, part: Part) -> Time | None:
        """A count of units before or after the reference ("ago") or the last time named ("earlier", "later")."""
        unit = self.word(part, "unit") or "year"
        counted = durations.count(part.slots.get("number", "1"), self.rules.words["quantity"])
        if counted is None:
            return None
        sign, base = int(part.slots.get("sign", "-1")), self.reference
        relative = part.slots.get("from") == "last"
        how = self.word(part, "approx") or ("about" if counted.loose and counted.low is not None else None)
        mod = durations.MODIFIER.get(how or "")
        if counted.low is None:
            return self.make(part, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)
        if self.last_quarter and part.start - self.last_quarter_end < 800 and unit == "year" and counted.low == 1:
            # results are held against the same quarter of the year before
            year, quarter = int(self.last_quarter.value[:4]), self.last_quarter.value[5:]
            return self.make(part, "DATE", f"{year + sign * int(counted.low)}-{quarter}", mod=mod)
        if relative:
            base = self.last_day or (self.last.begin if self.last else None)
            if base is None:  # nothing named yet that it could count from
                return self._duration(part)
        n = counted.low + float(self.word(part, "fraction") or 0)
        if unit in ("hour", "minute", "second"):
            return self.moment_ago(part, n, unit, sign, mod)
        if base is None:
            return self.make(part, "DATE", "", mod=mod)
        moved = calendar.shift(base, unit, sign * int(n)) if n == int(n) else calendar.shift(base, "month", sign * int(n * 12))
        grain = {"decade": "year", "century": "year", "fortnight": "week"}.get(unit, unit)
        stretch = calendar.containing(moved, grain) if moved else None
        if stretch is None:
            return self.make(part, "DATE", "", mod=mod)
        keep = self.last, self.last_day
        found = self.date(part, stretch)
        self.last, self.last_day = keep
        return found

    def moment_ago(self, part: Part, n: float, unit: str, sign: int, mod: str | None) -> Time:
        """ "6 hours ago": between 6 and 7 hours before the reference, when that is an instant."""
        if self.moment is None or part.slots.get("from") == "last":
            return self.make(part, "TIME", "", mod=mod)
        step = dt.timedelta(seconds=calendar.SECONDS[unit])
        try:
            near = self.moment + sign * n * step
            far = near + sign * step
        except OverflowError:
            return self.make(part, "TIME", "", mod=mod)
        first, last = min(near, far), max(near, far)
        value = clocks.short(near.astimezone(dt.UTC)) if near.tzinfo else near.strftime("%Y-%m-%dT%H:%M")
        return self.make(part, "TIME", value, mod=mod or "APPROX", begin=_instant(first), end_time=_instant(last))

    def _same(self, part: Part) -> Time | None:
        """ "the quarter", "the week": the one just named, else the one that is on (a quarter: the one that has ended)."""
        unit = self.word(part, "unit") or "quarter"
        if unit == "quarter" or "unit" not in part.slots:
            if self.last_quarter is not None:
                return self.date(part, self.last_quarter)
            before = calendar.shift(self.reference, "quarter", -1) if self.reference else None
            return self.date(part, calendar.containing(before, "quarter") if before else None)
        base = self.reference
        if unit == "weekend" and base is not None and base.isoweekday() < 6:
            base = calendar.shift(base, "week", -1 if self.tense.direction(part.start, part.end) <= 0 else 0)
        return self.date(part, calendar.containing(base, unit) if base else None)

    def _yearend(self, part: Part) -> Time | None:
        if self.reference is None:
            return self.make(part, "DATE", "")
        found = self.date(part, calendar.of_year(self.reference.year))
        return found

    def _night(self, part: Part) -> Time | None:
        """The night from one day to the next belongs to the first."""
        weekday = self.word(part, "weekday")
        if weekday is not None:
            stretch = self.weekday(part, int(weekday), _SIGN.get(self.word(part, "direction") or ""))
        else:
            stretch = self.calendar(part)
        if stretch is None or stretch.begin is None:
            return self.make(part, "TIME", "")
        return self.day_part(part, part._replace(slots={**part.slots, "part": "NI"}), stretch)

    def _ref(self, part: Part) -> Time | None:
        return self.make(part, part.slots.get("type", "DATE"), part.slots["value"])

    def _set(self, part: Part) -> Time | None:
        if "value" in part.slots:
            return self.make(part, "SET", part.slots["value"])
        weekday, month, code = self.word(part, "weekday"), self.word(part, "month"), self.word(part, "part")
        if weekday is not None:
            return self.make(part, "SET", f"XXXX-WXX-{weekday}" + (f"T{code}" if code else ""))
        if month is not None:
            return self.make(part, "SET", f"XXXX-{int(month):02}")
        if code is not None:
            return self.make(part, "SET", f"XXXX-XX-XXT{code}")
        season = self.word(part, "season")
        if season is not None:
            return self.make(part, "SET", f"XXXX-{season}")
        unit = self.word(part, "unit")
        counted = durations.count(part.slots.get("number", "1"), self.rules.words["quantity"])
        if unit is None or counted is None:
            return None
        return self.make(part, "SET", durations.value(counted.low, unit))

    def _quarter(self, part: Part) -> Time | None:
        """ "the third quarter", "le premier semestre 2024": a part of a year."""
        division = self.word(part, "division") or "Q"
        number = self.word(part, "ordinal") or part.slots.get("numeral") or "1"
        if number == "last":
            number = {"Q": "4", "H": "2"}[division]
        if not number.isdigit() or int(number) > {"Q": 4, "H": 2}[division]:
            return None
        year = self.year(part)
        if year is None and part.slots.get("from") == "quarter":
            year = self.reference.year - 1 if self.reference else None
        if year is None:
            if self.reference is None:
                return self.make(part, "DATE", f"XXXX-{division}{number}")
            year = self.reference.year
            now = calendar.containing(self.reference, "quarter" if division == "Q" else "semester")
            ahead = int(number) > int(now.value[-1]) if now else False
            if ahead and self.tense.direction(part.start, part.end) <= 0 and int(number) - int(now.value[-1] if now else 1) > 1:
                year -= 1
        stretch = calendar.of_quarter(year, int(number)) if division == "Q" else calendar.of_half(year, int(number))
        return self.date(part, stretch)

    def _decade(self, part: Part) -> Time | None:
        raw = self.word(part, "decadeword") or part.slots.get("numeral") or part.slots.get("year") or ""
        digits = re.sub(r"\D", "", raw)
        if len(digits) == 2:
            digits = ("20" if int(digits) < 20 and self.reference and self.reference.year > 2020 else "19") + digits
        if len(digits) != 4 or digits[3] != "0":
            return None
        return self.date(part, calendar.of_decade(int(digits)))

    def _century(self, part: Part) -> Time | None:
        raw = self.word(part, "ordinal") or part.slots.get("numeral") or part.slots.get("roman") or ""
        number = int(raw) if raw.isdigit() else roman(raw)
        if not number or number > 30:
            return None
        return self.date(part, calendar.of_century(number))

    def _holiday(self, part: Part) -> Time | None:
        code = self.word(part, "holiday") or ""
        year = self.year(part)
        if year is None and self.reference is None:
            return self.make(part, "DATE", f"XXXX-{code}" if code[:1].isdigit() else "")
        direction = self.word(part, "direction")
        hint = int(direction) if direction and direction.lstrip("-").isdigit() else self.tense.direction(part.start, part.end)
        if year is not None:
            days = [holiday(code, year)]
        else:
            assert self.reference is not None
            days = [holiday(code, self.reference.year + k) for k in (-1, 0, 1)]
        known = [d for d in days if d]
        if not known:
            return None
        if year is None:
            reference = self.reference
            assert reference is not None
            past, future = [d for d in known if d <= reference], [d for d in known if d >= reference]
            if hint < 0 and past and direction:
                known = [max(past)]
            elif hint > 0 and future:
                known = [min(future)]
            else:
                known = [min(known, key=lambda d: abs((d - reference).days))]
        return self.date(part, calendar.of_day(known[0]))


def holiday(code: str, year: int) -> dt.date | None:
    """Return the day of "12-25", "easter+39" or "11-4#4" (the fourth Thursday of November) in `year`."""
    try:
        if code.startswith("easter"):
            return calendar.shift(calendar.easter(year), "day", int(code[6:] or 0))
        if "#" in code:
            month, rest = code.split("-")
            weekday, nth = map(int, rest.split("#"))
            first = dt.date(year, int(month), 1)
            return calendar.shift(first, "day", (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        month, day = code.split("-")
        return calendar.make_day(year, int(month), int(day))
    except ValueError:
        return None


def roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}.get(c, 0) for c in text.lower()]
    return sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values)) if all(values) else 0


def day_of(value: str | None) -> dt.date | None:
    if not value or not re.match(r"\d{4}-\d\d-\d\d", value):
        return None
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


def moment_of(value: str | None) -> dt.datetime | None:
    if not value or "T" not in value:
        return None
    try:
        return dt.datetime.fromisoformat(value)
    except ValueError:
        return None


def _iso(day: dt.date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00" if day else None


def _instant(moment: dt.datetime) -> str:
    return clocks.instant(moment.astimezone(dt.UTC).replace(microsecond=0) if moment.tzinfo else moment)
