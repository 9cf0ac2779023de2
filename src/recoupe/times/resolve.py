"""From matched parts to values, in reading order: one resolver a text.

TIMEX3 values follow TimeML 1.2.1 (Saurí et al. 2006) and its annotation guidelines: a calendar expression is a DATE,
below a day a TIME, a count of units a DURATION, a repeated one a SET.
"""

from __future__ import annotations

from recoupe.model.mention import Time
from recoupe.times.counts import Counts
from recoupe.times.hours import Hours
from recoupe.times.parts import Part
from recoupe.times.periods import Periods


class Resolver(Hours, Periods, Counts):
    """Reads a text's parts one after the other; later parts lean on earlier ones."""

    def time(self, part: Part) -> Time | None:
        """Return the mention of `part`, or None when its words are no time after all."""
        read = {
            "date": self.read_date, "dayword": self.read_dayword, "unit": self.read_unit, "same": self.read_same,
            "yearend": self.read_yearend, "holiday": self.read_holiday, "part": self.read_part,
            "clock": self.read_clock, "clockword": self.read_clock, "afterclock": self.read_clock,
            "night": self.read_night, "quarter": self.read_quarter, "decade": self.read_decade,
            "century": self.read_century, "era": self.read_era,
            "duration": self.read_duration, "ago": self.read_ago, "ref": self.read_ref, "set": self.read_set,
        }.get(part.kind)  # fmt: skip
        return read(part) if read is not None else None
