"""Times: dates, clock times, durations and sets in a text, with their TIMEX3 value, their interval and their zone."""

from recoupe.times.context import TimeContext
from recoupe.times.declared import declared_zone
from recoupe.times.find import find
from recoupe.times.places import EventZone, Zones, event_zone, zones_named

__all__ = ["EventZone", "TimeContext", "Zones", "declared_zone", "event_zone", "find", "zones_named"]
