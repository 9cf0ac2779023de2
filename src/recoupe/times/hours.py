"""Below a day: clock times, parts of a day, nights."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from recoupe.model.mention import Time
from recoupe.text import zones
from recoupe.text.patterns import compiled
from recoupe.text.zones import to_utc
from recoupe.times import calendar, clocks, durations
from recoupe.times.calendar import Stretch
from recoupe.times.days import OPENED, OPENING, SENTENCE_ENDS
from recoupe.times.parts import Part
from recoupe.times.reading import ASIDE, BREAK, SIGN
from recoupe.times.shown import NOON, Shown

_PARTS = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 20)}
"""Hours of a part of the day, from the day's midnight."""
MIDNIGHT = 24
FOUR = "clock-four"
"""The rule for four figures that are a clock time where the page says in which zone all its clock times are."""
YEARS = range(1500, 2101)
"""What such figures may be else."""
NIGHT = dt.timedelta(hours=12)
_ELSEWHERE = compiled(r"\s?\(\s?")
"""What stands between a clock and the same instant by another clock."""
_BEFORE_FIGURES = compiled(r"[^\W\d_]+\s(?=\d)")
_ASIDE = compiled(r"\s?\(([^()\n]{4,24})\)")
"""What is said of the zone of a part of a day."""


class Hours(Shown):
    """Reads days with or without a clock, clocks alone, parts of a day."""

    def read_date(self, part: Part) -> Time | None:
        stretch = self.calendar(part)
        if stretch is None and "year" in part.slots:
            return None
        if part.clock:
            return self.with_clock(part, stretch)
        if "glued" in part.slots:  # Samstagabend
            code = self.word(part, "glued", "part") or "DT"
            return self.day_part(part, msgspec.structs.replace(part, slots={"part": code}), stretch)
        return self.date(part, stretch)

    def day_of(self, part: Part) -> Stretch | None:
        """Return the day that a calendar expression or a word like "yesterday" tells."""
        if part.kind != "dayword":
            return self.calendar(part)
        turn = self.word(part, "dayword") or "0"
        base = (self.last_day or self.reference) if turn.endswith("*") else self.reference
        moved = calendar.shift(base, "day", int(turn.rstrip("*"))) if base else None
        return calendar.of_day(moved) if moved else None

    def read_dayword(self, part: Part) -> Time | None:
        turn = self.word(part, "dayword") or "0"
        event = self.rules.table.get("event_after")
        if turn.endswith("*") and event and re.match(event, self.folded[part.end : part.end + 16]):
            return self.make(part, "DATE", "")  # "the day before the vote": a day, but which?
        if turn == "0" and self.compared is not None and part.clock is None:
            if self.compared.search(self.folded[max(0, part.start - 40) : part.start]):
                return self.make(part, "DATE", "PRESENT_REF")  # "unlike today": these times, no day
        if turn == "0" and part.clock is None and self._held_against(part):
            return self.make(part, "DATE", "PRESENT_REF")  # "dearer today than in 1969"
        stretch = self.day_of(part)
        if part.clock:
            return self.with_clock(part, stretch)
        keep = self.last, self.last_day
        found = self.date(part, stretch)
        if turn == "0" and keep[0] is not None:  # "unlike today" leaves the story where it was
            self.last, self.last_day = keep
        return found

    def _held_against(self, part: Part) -> bool:
        """Tell whether "today" is held against another time."""
        words = self.rules.table.get("held_against")
        if words is None:
            return False
        before = re.search(rf"\b(?:{words[0]}) (?:\w+ )?$", self.folded[max(0, part.start - 40) : part.start])
        return before is not None and re.match(rf" (?:{words[1]})", self.folded[part.end : part.end + 12]) is not None

    def read_unit(self, part: Part) -> Time | None:
        if self.word(part, "unit") == "night":  # "last night"
            return self.read_part(msgspec.structs.replace(part, slots={**part.slots, "part": "NI"}))
        return super().read_unit(part)

    def read_part(self, part: Part) -> Time | None:
        """A part of a day alone: this morning, tonight, the night."""
        turn = self.word(part, "direction") or "0"
        told = part.slots.get("direction") and turn not in ("before", "after", "same")
        base = self.reference if told else (self.last_day or self.reference)
        step = int(SIGN[turn])
        if part.slots.get("turn") == "tense":  # "overnight": the night that ended, when nothing says it is to come
            step = 0 if self.tense.direction(part.start, part.end) > 0 else -1
        moved = calendar.shift(base, "day", step) if base else None
        return self.day_part(part, part, calendar.of_day(moved) if moved else None)

    def day_part(self, part: Part, said: Part, stretch: Stretch | None) -> Time:
        aside = _ASIDE.match(self.folded, part.end)
        if aside is not None and self.rules.words["zonename"].get(aside[1]) == "local":
            self.of_the_place = True  # "on Sunday evening (local time)"
        code = self.word(said, "part") or "DT"
        mod = self.modifier(said) or self.modifier(part)
        if stretch is None or stretch.begin is None:
            return self.make(part, "TIME", f"{stretch.value}T{code}" if stretch else "", mod=mod)
        self.name_day(part, stretch.begin)
        self.last, self.last_end = stretch, part.end
        self.night = stretch.begin if code == "NI" else None
        low, high = _PARTS[code]
        begin = clocks.local_moment(stretch.begin, low, 0)
        end = clocks.local_moment(stretch.begin, high, 0)
        return self.make(part, "TIME", f"{stretch.value}T{code}", mod=mod, begin=begin and begin.isoformat(),
                         end_time=end and end.isoformat())  # fmt: skip

    def with_clock(self, part: Part, stretch: Stretch | None) -> Time:
        assert part.clock is not None
        if part.clock.kind == "part":
            later = stretch is not None and stretch.begin and self.clock_day and self.clock_day < stretch.begin
            if later and not self.of_relative(part):
                self.clock_day = None  # "on Wednesday at 9. Thursday evening it was 40. At 8 p.m. ...": that evening
            return self.day_part(part, part.clock, stretch)
        keep = self.last, self.last_day, self.clock_day
        found = self.clock(part, part.clock, stretch)
        if self.last_clock_end is not None and _ELSEWHERE.fullmatch(self.text, self.last_clock_end, part.start):
            self.last, self.last_day, self.clock_day = keep  # "2:40 a.m. on Monday (2340 GMT on Sunday)": it is Monday
        self.last_clock_end = part.end
        return found

    def read_clock(self, part: Part) -> Time | None:
        if part.rule == FOUR and not (self.zone(part) or self.context.declared_zone):
            year = int(part.slots["hour"] + part.slots["minute"])
            return self.date(part, calendar.of_year(year)) if year in YEARS else None
        day, reference = self.last_day, self.reference
        if "of_turn" in part.slots and reference is not None:
            turn = int(part.slots["of_turn"])
            if turn < 0 and self.early(part):
                turn += 1  # "at 2 a.m. last night"
            moved = calendar.shift(reference, "day", turn)
            return self.clock(part, part, calendar.of_day(moved) if moved else None)
        new = day is None or BREAK.search(self.text, max(0, self.day_end - 1), part.start) is not None
        behind = self.day_behind.get(part.start)
        if new and behind is not None:
            return self.clock(part, part, self.day_of(behind))
        long_ago = self._long_ago(part)
        if long_ago is not None:
            return self.clock(part, part, long_ago)
        if new and day is not None and day == self.lasting:
            day = self.day_before  # "sealed off since Wednesday. The talks begin at 10 a.m."
        elif not new and day is not None and day == self.lasting and self._closed_since(part):
            day = reference  # "the shares, which were halted on Friday, are traded again since 10:30"
        if self.clock_day is not None and new:
            day = self.clock_day
        elif day is not None and reference is not None and self.sure and part.start - self.last_end > 400:
            day = day if abs((day - reference).days) <= 2 else reference
        aside = day is not None and reference is not None and abs((day - reference).days) > ASIDE
        if new and aside and self.news_day is not None:
            day = self.news_day  # "impeached on 11 December; the reading, begun at 10:07": that Friday
        if day is not None and reference is not None and day > reference:
            if new and self.tense.direction(part.start, part.end) < 0:
                day = reference  # what has happened is on no day to come that another sentence names
        if new and day is not None and reference is not None and day < reference:
            if self.tense.to_come(part.start, part.end):
                day = reference  # what is still to come is on no day past
        if new and day == self.night and reference is not None and not self.early(part) and not self.late(part):
            day = reference  # "results released overnight. Polls had closed at noon": that day's
        if new and not self.late(part) and not (self.early(part) and self.night == self.whole_night):
            self.night = None  # that was another sentence's; "It began at 11 p.m. and ended at 3" is still of it
        if day is not None and day == self.night and self.early(part):
            day = calendar.shift(day, "day", 1) or day  # "in the night to Wednesday, at 0:20"
        if self._behind_midnight(day) and self.early(part):
            day = calendar.shift(day, "day", 1) if day else day  # "shut at midnight on Wednesday. At 2 a.m. ..."
        day = day or reference
        return self.clock(part, part, calendar.of_day(day) if day else None, bare=True, carried=new)

    def _behind_midnight(self, day: dt.date | None) -> bool:
        """Tell whether the clock told last was the midnight at the end of a day."""
        last = self.last_clock
        return last is not None and day is not None and last.time() == dt.time() and last.date() > day

    def _closed_since(self, part: Part) -> bool:
        """Tell whether something lasts since a clock behind the comma that closes a relative clause."""
        words = _BEFORE_FIGURES.match(self.folded, part.start)  # "dalle 10.30"
        lead = self.folded[max(0, part.start - 20) : words.end() if words is not None else part.start]
        led = self.since is not None and self.since.search(lead)
        return bool(led) and "," in self.folded[self.day_end : part.start]

    def _long_ago(self, part: Part) -> Stretch | None:
        """Return the unknown day of a clock in a month or a year long over: "In March 2009 a fire broke out at 3 a.m.",
        "The last strike, in 2011, began at noon". So is that of what had been then in the sentence behind."""
        last, reference = self.last, self.reference
        if last is None or last.grain not in ("month", "year") or last.end is None or self.in_year is None:
            return None
        if reference is None or last.end > reference or part.start - self.last_end > OPENED:
            return None
        if BREAK.search(self.text, self.last_end, part.start):
            is_its = self.tense.had_been(part.start, part.end)
        else:
            begin = max(0, self.last_start - OPENING)
            led = self.in_year.search(self.folded[begin : self.last_start])
            before = self.text[: begin + led.start()].rstrip(" ") if led is not None else "in the middle"
            is_its = not before or before[-1] in SENTENCE_ENDS or before[-1] in ",("
        day = last.value + "-XX" * (2 - last.value.count("-"))
        return Stretch(day, None, None, "day") if is_its else None

    def _had_been(self, part: Part, local: dt.datetime | None, *, carried: bool) -> bool:
        """Tell whether a clock is told to have been before the clock told last, yet would be later on its day.

        ("The raid began at 4:52. The man had come in at 10:20": the day before.) Within one sentence only where a night
        lies between: "announced at 2:40, after a session that had begun at 22:30".
        """
        last = self.last_clock
        if local is None or last is None or last.date() != local.date() or local <= last:
            return False
        if not carried and local - last <= NIGHT:
            return False
        if carried and self.zone(part) != self.last_zone:
            return False  # of the clocks of two zones the one that shows more need not be later
        return self.tense.had_been(part.start, part.end)

    def clock(
        self, part: Part, said: Part, stretch: Stretch | None, *, bare: bool = False, carried: bool = False
    ) -> Time:
        """A clock time on a day; in UTC when its zone is printed, else local with the readings the context gives.

        `bare` says that no day is printed with it, `carried` that another sentence told the day.
        """
        shown = self.shown(said)
        if shown is None:
            return self.make(part, "TIME", "")
        hour, minute = shown
        mod = self.modifier(said) or self.modifier(part)
        if stretch is None or stretch.begin is None:
            zone = self.zone(said) or self.context.declared_zone
            value = f"{stretch.value if stretch else ''}T{hour:02}:{minute:02}{'Z' if zone == 'UTC' else ''}"
            return self.make(part, "TIME", value, mod=mod, zone=zone, zone_from="printed" if zone else None)
        day = stretch.begin
        aside = not bare and self.of_relative(part)
        if aside and self.lasting is None:
            self.day_before = self.last_day
        self.last, self.last_day, self.lasting = stretch, day, day if aside else self.lasting
        self.clock_day = self.clock_day if aside else day
        self.last_end = self.day_end = part.end
        if self.reference is not None and abs((day - self.reference).days) <= ASIDE:
            self.news_day = day
        if bare and self._had_been(part, clocks.local_moment(day, hour, minute), carried=carried):
            day = calendar.shift(day, "day", -1) or day
            if carried:  # what follows goes on from there
                self.last, self.last_day, self.clock_day = calendar.of_day(day), day, day
        unsaid = not self.said or (carried and self.moment is not None)
        if part is said and day == self.reference and unsaid and self.tense.direction(part.start, part.end) < 0:
            self.told.add(part.start)
            if hour == MIDNIGHT and bare:
                hour = 0  # "the result came shortly after midnight": the day of the page began with it
        if (
            said.kind == "afterclock"
            and hour < NOON
            and bare
            and self.at_midnight(said)
            and part.start not in self.told
        ):
            day = calendar.shift(day, "day", 1) or day
        if hour == MIDNIGHT and mod in ("AFTER", "MORE_THAN") and not bare:
            hour = 0  # "shortly after midnight on Sunday": that day has begun
        local = self.last_clock = clocks.local_moment(day, hour, minute)
        self.last_zone = self.zone(said)
        if local is None:
            return self.make(part, "TIME", "")
        zone, _, other = (self.zone(said) or self.context.declared_zone or "").partition("|")
        self.of_the_place = self.of_the_place or zone == "local"
        utc = to_utc(local, zone) if zone and zone != "local" else None
        if utc is None:
            return self.unzoned(part, local, clocks.text_of(day, hour, minute), mod, zone == "local")
        second = to_utc(local, other) if other else None
        readings = (clocks.short(second),) if second is not None and second != utc else ()
        begin, end = clocks.interval(utc, mod)
        return self.make(part, "TIME", clocks.short(utc), mod=mod, begin=begin, end_time=end, zone=zone,
                         zone_from="printed", readings=readings)  # fmt: skip

    def unzoned(self, part: Part, local: dt.datetime, value: str, mod: str | None, is_local: bool) -> Time:
        place, outlet, sure = self.context.place_zone, self.context.outlet_zone, self.context.place_sure
        its_own = is_local or (self.of_the_place and place and sure)
        place = place if sure or not its_own else None
        order = [("place", place)] if its_own else [("outlet", outlet), ("place", place)]
        known = [(where, name, to_utc(local, name)) for where, name in order if name]
        instants = [(where, name, utc) for where, name, utc in known if utc is not None]
        if not instants:
            begin, end = clocks.interval(local, mod)
            said, how = ("local", "printed") if is_local else (None, None)
            return self.make(part, "TIME", value, mod=mod, begin=begin, end_time=end, zone=said, zone_from=how)
        where, name, utc = instants[0]
        begin, end = clocks.interval(utc, mod)
        readings = tuple(dict.fromkeys(clocks.short(u) for _, _, u in instants))
        return self.make(part, "TIME", value, mod=mod, begin=begin, end_time=end, zone=name, zone_from=where,
                         readings=readings)  # fmt: skip

    def zone(self, said: Part) -> str | None:
        if "offset" in said.slots:  # "GMT+3"
            m = re.match(r"([+-])\s?(\d{1,2}):?(\d\d)?$", said.slots["offset"])
            return f"{m[1]}{int(m[2]):02}:{m[3] or '00'}" if m else None
        for slot in ("zonename", "zoneplace", "zonenation"):
            raw = said.slots.get(slot)
            if raw is not None:
                name = self.rules.words[slot].get(" ".join(raw.split()), raw)
                return self._beside(said, name) if "apart" in said.slots else name
        return None

    def _beside(self, said: Part, name: str) -> str | None:
        """Return the zone of a clock that shows so many hours more or less than those of zone `name`, as an offset:
        "20.00, una hora menos en Canarias"."""
        apart = durations.count(said.slots["apart"], self.rules.words["quantity"])
        day = self.last_day or self.reference
        noon = dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp() if day is not None else 0.0
        there = zones.ahead(name, noon)
        if apart is None or apart.low is None or there is None:
            return None
        ahead = there / 60 + 60 * apart.low * (1 if "less" in said.slots else -1)
        return f"{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02.0f}:{abs(ahead) % 60:02.0f}"

    def read_night(self, part: Part) -> Time | None:
        """The night from one day to the next belongs to the first."""
        weekday = self.word(part, "weekday")
        stretch = self.calendar(part) if weekday is None or "day" in part.slots else None
        if stretch is None and weekday is not None:
            stretch = self.weekday(part, int(weekday), SIGN.get(self.word(part, "direction") or ""))
        if stretch is not None and stretch.begin is not None and "shift" in part.slots:  # "in der Nacht auf Sonntag"
            moved = calendar.shift(stretch.begin, "day", int(part.slots["shift"]))
            stretch = calendar.of_day(moved) if moved else None
        if stretch is None or stretch.begin is None:
            return self.make(part, "TIME", "")
        night = self.day_part(part, msgspec.structs.replace(part, slots={**part.slots, "part": "NI"}), stretch)
        self.whole_night = stretch.begin
        return night
