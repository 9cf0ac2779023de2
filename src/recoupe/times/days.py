"""Days, months, seasons and years: from words to a stretch of the calendar."""

from __future__ import annotations

import datetime as dt
import re

from recoupe.model.mention import Time
from recoupe.text.patterns import compiled
from recoupe.times import calendar, durations
from recoupe.times.calendar import Stretch
from recoupe.times.parts import Part
from recoupe.times.reading import BREAK, SIGN, Reading

CLOSE = 2
"""Days ahead within which a weekday that sets a limit is to come, whatever the verb: "mourning decreed from Monday"."""

SOON = 4
"""Months ahead within which a month is meant that no tense tells of: nearer than its last time."""


LONGEST = 31
"""Days of a month."""

NUMBERED = 45
"""Days to either side in which a weekday with the number of its day is looked for."""


ALIKE = 3
"""Days by which one of two such days may be farther and yet be as near."""

APPOSED = 10
"""Characters between a day and the weekday that only says which it is."""

_BESIDE = compiled(r"\s?[,(–—-]\s?(?:[^\W\d_]{1,6}\s)?")
"""What stands between them: a comma or a bracket, and an article at most."""

OPENING = 24
"""Characters in which a year that opens a sentence stands with the words before it: "Already back in 2019"."""

_OPENING = compiled(r"(?:^|(?<=[.!?:;\n»”“\"])) ?[^\W\d]+(?:[ '’][^\W\d]+){0,3}$")
"""Four words at most that a sentence opens with: "In the previous year"."""

OPENED = 160
"""Characters behind a year that opens a sentence in which a day is of that year."""

SENTENCE_ENDS = '.!?:;\n"»”“'


class Days(Reading):
    """Reads calendar expressions."""

    def calendar(self, part: Part) -> Stretch | None:
        """Return the stretch of a weekday, day, month, season, year with what the words say of direction."""
        month = self.word(part, "month") or part.slots.get("monthnumber")
        day = part.slots.get("day")
        year = self.year(part)
        direction = SIGN.get(self.word(part, "direction") or "")
        weekday = self.word(part, "weekday")
        if year is None and month is not None and direction is None and weekday is None:
            year = self.opening_year(part)
        if day is not None and month is not None:
            number = self.day_number(day)
            return None if number is None else self.month_day(part, int(month), number, year, direction)
        if month is not None:
            return self.month(part, int(month), year, direction)
        if day is not None and weekday is not None:
            number = self.day_number(day)
            return self.numbered(part, int(weekday), number) or self.weekday(part, int(weekday), direction)
        if day is not None:
            return self.bare_day(part, self.day_number(day))
        season = self.word(part, "season")
        if season is not None:
            return self.season(part, season, year, direction)
        if weekday is not None:
            return self.weekday(part, int(weekday), direction)
        return calendar.of_year(year) if year is not None else None

    def opening_year(self, part: Part) -> int | None:
        """Return the year that opens the sentence of a day: "In 2019 the town lost its mill in a fire on 15 April"."""
        last = self.last
        if last is None or last.grain != "year" or self.in_year is None or part.start - self.last_end > OPENED:
            return None
        begin = max(0, self.last_end - OPENING)
        led = self.in_year.search(self.folded[begin : self.last_end - 4])
        before = self.text[: begin + led.start()].rstrip(" ") if led is not None else "in the middle"
        if before and before[-1] not in SENTENCE_ENDS and not self._in_another_year():
            return None
        if BREAK.search(self.text, self.last_end, part.start) or self.tense.direction(part.start, part.end) > 0:
            return None
        return int(last.value)

    def _in_another_year(self) -> bool:
        """Tell whether the year told last opens its sentence in words: "Last year, on 3 March, two died"."""
        opening = _OPENING.search(self.text, max(0, self.last_end - OPENING), self.last_end)
        return opening is not None and self.last is not None and self.last.value not in opening[0]

    def _of_this_year(self, part: Part) -> bool:
        """Tell whether the sentence of a day names the year it is written in right before."""
        if self.last is None or self.last.grain != "year" or self.reference is None or self.last_end > part.start:
            return False
        near = part.start - self.last_end <= OPENED // 2 and not BREAK.search(self.text, self.last_end, part.start)
        return near and self.last.value == str(self.reference.year)

    def day_number(self, day: str) -> int | None:
        m = re.match(r"\d+", day)
        if m:
            number = int(m.group())
            return number if number <= LONGEST and ".." not in day else None  # "dos o tres de julio"
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
        turn = SIGN.get(self.word(part, "year_direction", "direction") or "")
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
        if direction is None and self._of_this_year(part):
            hint = 0  # "the 2031 election scheduled for March 18", written in July 2031
        if (
            hint < 0
            and any(d <= reference for d in days)
            and (direction or (min(abs((d - reference).days) for d in days) > 100))
        ):
            return calendar.of_day(max(d for d in days if d <= reference))
        if (
            hint > 0
            and any(d >= reference for d in days)
            and (direction or (min(abs((d - reference).days) for d in days) > 100))
        ):
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
        if hint == 0 and direction is None and (month - now) % 12 <= SOON:
            return calendar.of_month(this + (month < now), month)
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

    def numbered(self, part: Part, weekday: int, number: int | None) -> Stretch | None:
        """Return the day nearest to the reference that is both: "Saturday the 10th". None where there is none near.

        Of two about as near (28 February, 28 March) it is the one of which the tense tells, else the one to come.
        """
        reference = self.reference
        if reference is None or number is None:
            return None
        around = (reference + n * calendar.DAY for n in range(-NUMBERED, NUMBERED + 1))
        fitting = [d for d in around if d.day == number and d.isoweekday() == weekday]
        if not fitting:
            return None
        nearest = min(abs(d - reference) for d in fitting)
        near = [d for d in fitting if abs(d - reference) - nearest <= ALIKE * calendar.DAY]
        back = len(near) > 1 and self.tense.direction(part.start, part.end) < 0
        return calendar.of_day(near[0] if back else near[-1])

    def bare_day(self, part: Part, day: int | None) -> Stretch | None:
        """Return the day of a number alone: of the month named last, but where near the page's day the tense tells of
        the next one or the one before."""
        base, reference = self.last_day or self.reference, self.reference
        if base is None or day is None:
            return None
        exact = calendar.make_day(base.year, base.month, day)
        if exact is not None and reference is not None and abs((exact - reference).days) <= LONGEST:
            hint = self.tense.direction(part.start, part.end)
            if hint and (exact - reference).days * hint < 0:
                months = (calendar.shift(reference.replace(day=1), "month", n) for n in (0, hint))
                days = (calendar.make_day(m.year, m.month, day) for m in months if m)
                exact = next((d for d in days if d and (d - reference).days * hint >= 0), None)
        return calendar.of_day(exact) if exact else None

    def apposed(self, part: Part, weekday: int) -> dt.date | None:
        """Return the day right before a weekday that only says which it is: "28 March, a Friday"; else None."""
        day = self.last_day
        if day is None or day.isoweekday() != weekday or not self.last_end <= part.start <= self.last_end + APPOSED:
            return None
        return day if _BESIDE.fullmatch(self.text, self.last_end, part.start) else None

    def weekday(self, part: Part, weekday: int, direction: str | None) -> Stretch | None:
        if self.reference is None:
            return None
        if direction is None and (same := self.apposed(part, weekday)) is not None:
            return calendar.of_day(same)
        if direction in ("-1", "1") and self.word(part, "direction") in ("before", "after") and self.last_day:
            turn = int(direction)  # "the previous Friday": from the day named last
            days = ((weekday - self.last_day.isoweekday()) * turn - 1) % 7 + 1
            exact = calendar.shift(self.last_day, "day", days * turn)
            return calendar.of_day(exact) if exact else None
        ahead = (weekday - self.reference.isoweekday()) % 7
        hint = self.tense.direction(part.start, part.end, week=ahead > CLOSE) if direction is None else int(direction)
        if direction == "0":
            days = ahead if ahead <= 3 else ahead - 7
            if self.tense.direction(part.start, part.end) > 0:
                days = ahead
        elif hint > 0 or (hint == 0 and ahead == 1 and direction is None):  # tomorrow, rather than six days ago
            days = ahead or (7 if direction else 0)
        else:
            days = ahead - 7 if ahead or (direction and direction != "0") else 0
        exact = calendar.shift(self.reference, "day", days)
        return calendar.of_day(exact) if exact else None

    def read_unit(self, part: Part) -> Time | None:
        unit = self.word(part, "unit") or "year"
        direction = self.word(part, "direction")
        if direction in ("-1", "0", "1") and part.slots.get("unit") in self.rules.words["units"]:
            if direction == "0" and unit == "day":  # "in diesen Tagen"
                return self.make(part, "DATE", "PRESENT_REF")
            return self.make(part, "DURATION", durations.value(None, unit))  # "the coming months"
        if unit in ("second", "minute", "hour", *durations.QUARTERS):
            return None
        base = self.reference
        if unit == "weekend" and direction == "0" and base is not None and base.isoweekday() <= 3:
            direction = "-1" if self.tense.direction(part.start, part.end) < 0 else "0"
        if direction in ("before", "after", "same"):  # from what was named last: "later that year" is that month's
            base = (self.last.begin if self.last else None) or self.last_day or self.reference
        if base is None:
            return self.make(part, "DATE", "")
        steps = {"before": -1, "after": 1, "same": 0}.get(direction or "0")
        moved = calendar.shift(base, unit, int(direction or 0) if steps is None else steps)
        return self.date(part, calendar.containing(moved, unit) if moved else None)

    def read_same(self, part: Part) -> Time | None:
        """ "the quarter", "the week": the one just named, else the one that is on (of quarters, the one that ended)."""
        unit = self.word(part, "unit") or "quarter"
        if part.slots.get("unit") in self.rules.words["units"]:
            return self.make(part, "DURATION", durations.value(None, unit))
        if "month" in part.slots:  # "the quarter ended June 30"
            ended = self.month(part, int(self.word(part, "month") or 1), self.year(part), None)
            return self.date(part, calendar.containing(ended.begin, unit) if ended and ended.begin else None)
        if {"year", "year_direction"} & part.slots.keys():  # "the 2019 quarter": the one just named, of that year
            year = self.year(part)
            if year is not None and self.last_quarter is not None:
                now = self.last_quarter
                found = self.date(part, calendar.of_quarter(year, int(now.value[-1])))
                self.last_quarter = now  # held against it, not spoken of from here on
                return found
            return self.date(part, calendar.of_year(year)) if year is not None else None
        if unit == "quarter" or "unit" not in part.slots:
            before = calendar.shift(self.reference, "quarter", -1) if self.reference else None
            if self.last_quarter is not None and part.rule == "the-unit":
                return self.date(part, self.last_quarter)
            return self.date(part, calendar.containing(before, "quarter") if before else None)
        base = self.reference
        if unit == "weekend" and base is not None and base.isoweekday() < 6:
            hint = self.tense.direction(part.start, part.end)  # by itself the nearest: on a Thursday the coming one
            back = hint < 0 or (hint == 0 and base.isoweekday() <= 3)
            base = calendar.shift(base, "week", -1 if back else 0)
        return self.date(part, calendar.containing(base, unit) if base else None)

    def read_yearend(self, part: Part) -> Time | None:
        if self.reference is None:
            return self.make(part, "DATE", "")
        return self.date(part, calendar.of_year(self.reference.year))

    def read_holiday(self, part: Part) -> Time | None:
        code = self.word(part, "holiday") or ""
        year = self.year(part)
        if year is None and self.reference is None:
            return self.make(part, "DATE", f"XXXX-{code}" if code[:1].isdigit() else "")
        direction = self.word(part, "direction")
        hint = (
            int(direction)
            if direction and direction.lstrip("-").isdigit()
            else self.tense.direction(part.start, part.end)
        )
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
    """Return the day of "12-25", "easter+39", "11-4#4" (the fourth Thursday of November) in `year`.

    "11-1#1+1" is the day after the first Monday of November.
    """
    try:
        if code.startswith("easter"):
            return calendar.shift(calendar.easter(year), "day", int(code[6:] or 0))
        if "#" in code:
            month, rest = code.split("-")
            rest, _, later = rest.partition("+")
            weekday, nth = map(int, rest.split("#"))
            first = dt.date(year, int(month), 1)
            ahead = (weekday - first.isoweekday()) % 7 + 7 * (nth - 1) + int(later or 0)
            return calendar.shift(first, "day", ahead)
        month, day = code.split("-")
        return calendar.make_day(year, int(month), int(day))
    except ValueError:
        return None
