"""The hour and minute a clock shows, in figures or as it is spoken: "19h30", "half past seven", "twenty to six"."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.times import clocks, durations
from recoupe.times.days import Days
from recoupe.times.parts import Part

NOON = 12
EVENING = 18


class Shown(Days):
    """Reads what a clock shows, whatever its day and zone."""

    def early(self, part: Part) -> bool:
        """Tell whether a clock shows an hour before noon."""
        read = self.shown(part)
        return read is not None and read[0] < NOON

    def late(self, part: Part) -> bool:
        """Tell whether a clock shows an hour of the evening."""
        read = self.shown(part)
        return read is not None and read[0] >= EVENING

    def shown(self, said: Part) -> tuple[int, int] | None:
        """Return the hour (0 to 24) and minute a clock shows: "19h30", "half past seven", "halb acht", "noon"."""
        meridiem = self.word(said, "meridiem")
        if meridiem is None and "of_part" in said.slots:
            meridiem = {"MO": "am", "AF": "pm", "EV": "pm", "NI": "night"}.get(said.slots["of_part"])
        slots = dict(said.slots)
        if "hourword" in slots:
            spoken = durations.count(slots["hourword"], self.rules.words["quantity"])
            if spoken is None or spoken.low is None or spoken.low > 24 or spoken.low % 0.5:
                return None
            slots["hour"] = str(int(spoken.low))
            if spoken.low % 1:  # "due e mezza" is read as one number
                slots["minute"] = "30"
        if "half_to" in slots and int(slots.get("hour", "0")) > 0:  # "halb acht" is 7:30
            slots |= {"hour": str(int(slots["hour"]) - 1), "minute": "30"}
        if "fraction" in slots:
            slots["minute"] = str(int(60 * float(self.word(said, "fraction") or 0)))
        if "past" in slots or "to" in slots or "fraction_to" in slots:
            minutes = self._past(slots)
            if minutes is None:
                return None
            hour, minute = divmod(60 * int(slots["hour"]) + minutes, 60)
            slots |= {"hour": str(hour), "minute": str(minute)}
        if "clockword" in slots:
            slots["hour"], slots["minute"] = self._spelled(said)
        shown = clocks.hour_minute(slots, meridiem)
        if shown is None or said.kind != "afterclock":
            return shown
        part_of_hour = 60 * float(self.word(said, "fraction") or 0)  # "minuit et demi"
        n = durations.count(slots.get("number", "0"), self.rules.words["quantity"])
        minute = shown[1] + int(part_of_hour) + (int(n.low or 0) if n else 0)
        return shown[0] % 24 + minute // 60, minute % 60

    def _past(self, slots: Mapping[str, str]) -> int | None:
        """Return how many minutes past its hour a spoken clock shows, fewer than none before it: "twenty to six"."""
        if "fraction_to" in slots:
            return -int(60 * float(self.rules.words["fraction"].get(slots["fraction_to"], 0)))
        spoken = durations.count(slots.get("past") or slots["to"], self.rules.words["quantity"])
        if spoken is None or spoken.low is None or spoken.low >= 60 or spoken.low % 1:
            return None
        return int(spoken.low) * (1 if "past" in slots else -1)

    def _spelled(self, said: Part) -> tuple[str, str]:
        """Return the hour and minute of a word for a clock time: "noon", "midnight"."""
        hour, minute = (self.word(said, "clockword") or "12:00").split(":")
        return hour, minute

    def at_midnight(self, said: Part) -> bool:
        """Tell whether a clock counts from midnight: "ten past midnight" is on the next day."""
        return "clockword" in said.slots and self._spelled(said)[0] in ("24", "00")
