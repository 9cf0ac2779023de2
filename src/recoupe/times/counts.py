"""Counts of units: durations, "three days ago", sets."""

from __future__ import annotations

import datetime as dt

from recoupe.model.mention import Time
from recoupe.times import calendar, clocks, durations
from recoupe.times.parts import Part
from recoupe.times.reading import Reading, instant


class Counts(Reading):
    """Reads durations, offsets, sets and references."""

    def read_duration(self, part: Part) -> Time | None:
        unit = self.word(part, "unit")
        counted = durations.count(part.slots.get("number", "1"), self.rules.words["quantity"])
        if unit is None or counted is None or (unit == "year" and self.tense.is_age(part.start, part.end)):
            return None
        if self.rate is not None and part.slots.get("number") in ("a", "an"):
            if self.rate.search(self.folded[max(0, part.start - 40) : part.start]):
                return None  # "four flights a week": how often, not how long
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
        if unit in durations.QUARTERS:
            return None
        if "minute" in part.slots:
            return float(part.slots["minute"]), "minute" if unit == "hour" else "second"
        if "unit2" in part.slots and "number2" in part.slots:
            counted = durations.count(part.slots["number2"], self.rules.words["quantity"])
            unit2 = self.word(part, "unit2", "unit")
            if counted and counted.low is not None and unit2:
                return counted.low, unit2
        return None

    def read_ago(self, part: Part) -> Time | None:
        """A count of units before or after the reference ("ago") or the last time named ("earlier", "later")."""
        unit = self.word(part, "unit") or "year"
        counted = durations.count(part.slots.get("number", "1"), self.rules.words["quantity"])
        if counted is None:
            return None
        sign, base = int(part.slots.get("sign", "-1")), self.reference
        relative = part.slots.get("from") == "last"
        how = self.word(part, "approx") or ("about" if counted.loose and counted.low is not None else None)
        mod = durations.MODIFIER.get(how or "")
        if counted.low is None and part.slots.get("vague") == "duration":
            return self.make(part, "DURATION", durations.value(None, unit), mod=mod)
        if counted.low is None:
            return self.make(part, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)
        if self.last_quarter and part.start - self.last_quarter_end < 800 and unit == "year" and counted.low == 1:
            # results are held against the same quarter of the year before
            year, quarter = int(self.last_quarter.value[:4]), self.last_quarter.value[5:]
            return self.make(part, "DATE", f"{year + sign * int(counted.low)}-{quarter}", mod=mod)
        if relative:
            base = (self.last.begin if self.last else None) or self.last_day
            if base is None:  # nothing named yet that it could count from
                return self.read_duration(part)
        n = counted.low + float(self.word(part, "fraction") or 0)
        if unit in ("hour", "minute", "second", *durations.QUARTERS):
            if relative:
                return self.read_duration(part)
            return self.moment_ago(part, n, unit, sign, mod)
        if base is None:
            return self.make(part, "DATE", "", mod=mod)
        moved = (
            calendar.shift(base, unit, sign * int(n))
            if n == int(n)
            else calendar.shift(base, "month", sign * int(n * 12))
        )
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
        if self.moment is None:
            return self.make(part, "TIME", "", mod=mod)
        step = dt.timedelta(seconds=calendar.SECONDS[unit])
        try:
            near = self.moment + sign * n * step
            far = near + sign * step
        except OverflowError:
            return self.make(part, "TIME", "", mod=mod)
        first, last = min(near, far), max(near, far)
        value = clocks.short(near.astimezone(dt.UTC)) if near.tzinfo else near.strftime("%Y-%m-%dT%H:%M")
        return self.make(part, "TIME", value, mod=mod or "APPROX", begin=instant(first), end_time=instant(last))

    def read_ref(self, part: Part) -> Time | None:
        return self.make(part, part.slots.get("type", "DATE"), part.slots["value"])

    def read_set(self, part: Part) -> Time | None:
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
