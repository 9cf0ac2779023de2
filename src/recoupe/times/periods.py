"""Parts of a year, decades and centuries."""

from __future__ import annotations

import re

from recoupe.model.mention import Time
from recoupe.times import calendar, durations
from recoupe.times.days import Days
from recoupe.times.parts import Part


class Periods(Days):
    """Reads quarters, halves, decades, centuries."""

    def read_quarter(self, part: Part) -> Time | None:
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
            if (
                ahead
                and self.tense.direction(part.start, part.end) <= 0
                and int(number) - int(now.value[-1] if now else 1) > 1
            ):
                year -= 1
        stretch = calendar.of_quarter(year, int(number)) if division == "Q" else calendar.of_half(year, int(number))
        return self.date(part, stretch)

    def read_decade(self, part: Part) -> Time | None:
        raw = (
            self.word(part, "decadeword")
            or part.slots.get("numeral")
            or part.slots.get("tens")
            or part.slots.get("year")
            or ""
        )
        digits = re.sub(r"\D", "", raw)
        if len(digits) == 2:
            digits = ("20" if int(digits) < 20 and self.reference and self.reference.year > 2020 else "19") + digits
        if len(digits) != 4 or digits[3] != "0":
            return None
        return self.date(part, calendar.of_decade(int(digits)))

    def read_era(self, part: Part) -> Time | None:
        """ "52 BC": a year that no calendar of days reaches."""
        counted = durations.count(part.slots.get("number", ""), self.rules.words["quantity"])
        if counted is None or counted.low is None or not 1 <= counted.low <= 9999:
            return None
        return self.make(part, "DATE", f"BC{int(counted.low):04}")

    def read_century(self, part: Part) -> Time | None:
        raw = self.word(part, "ordinal") or part.slots.get("numeral") or part.slots.get("roman") or ""
        number = int(raw) if raw.isdigit() else roman(raw)
        if not number or number > 30:
            return None
        return self.date(part, calendar.of_century(number))


def roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}.get(c, 0) for c in text.lower()]
    return (
        sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values)) if all(values) else 0
    )
