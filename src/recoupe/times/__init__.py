"""Times: dates, clock times, durations and sets in a text, with their TIMEX3 value, their interval and their zone."""

from recoupe.times.context import TimeContext
from recoupe.times.find import find

__all__ = ["TimeContext", "find"]
