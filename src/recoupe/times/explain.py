"""Which evidence gave a time its value: the same reading, with notes taken.

Nothing of it runs unless it is asked for; a reading with notes gives the same values as one without.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from recoupe.model.mention import Time
from recoupe.times import calendar
from recoupe.times.join import CLOCKS
from recoupe.times.parts import Part
from recoupe.times.resolve import Resolver
from recoupe.times.tense import Tense

_WAYS = {1: "ahead", -1: "back"}
_ZONES = {
    "printed": "zone {zone}: printed beside the clock",
    "place": "zone {zone}: that of the event's place; none is printed",
    "outlet": "zone {zone}: that of the outlet; none is printed",
}


class _Noting(Tense):
    """Reads the tense and keeps what told it."""

    notes: list[str]

    def told(self, start: int, end: int, *, week: bool = False) -> tuple[int, str]:
        way, words = super().told(start, end, week=week)
        if way:
            note = f"it lies {_WAYS[way]}: '{' '.join(words.split())}'"
        else:
            note = "no tense tells whether it lies ahead or back"
        if note not in self.notes:
            self.notes.append(note)
        return way, words


class Explained(Resolver):
    """A resolver that gives each time its `why`."""

    def time(self, part: Part) -> Time | None:
        notes: list[str] = []
        if not isinstance(self.tense, _Noting):
            self.tense = _Noting(self.text, self.rules)
        self.tense.notes = notes
        named = self.last_day
        found = super().time(part)
        if found is None:
            return None
        if found.value and not _absolute(part):
            notes.insert(0, self._read_from(part, named))
        if not found.value:
            notes.append("no value: there is no day to read it from")
        return msgspec.structs.replace(found, why=tuple(n for n in notes if n))

    def _read_from(self, part: Part, named: dt.date | None) -> str:
        """Return the day a relative expression was read from."""
        counted = part.slots.get("from") == "last" or str(self.word(part, "dayword") or "").endswith("*")
        clock = part.kind in ("clock", "clockword", "afterclock", "part")
        used = self.clock_day if part.kind in CLOCKS else named
        if used != named and used is not None and part.start in self.day_behind:
            return f"day {used.isoformat()}: named behind it"
        if named is not None and used == calendar.shift(named, "day", -1):
            return f"day {named.isoformat()}, named before it, less one: it had been by then"
        if named is not None and used == named and (counted or (clock and not part.slots.get("direction"))):
            return f"day {named.isoformat()}: named before it"
        if self.reference is None or part.kind in ("duration", "set", "ref"):
            return ""
        source = "the article was published" if self.sure else self.context.reference_from or "the story's day"
        moment = self.moment.isoformat() if self.moment and part.slots.get("unit") else self.reference.isoformat()
        return f"read from {moment}: {source}"


def _absolute(part: Part) -> bool:
    """Tell whether a part's own words say its year."""
    return "year" in part.slots or part.kind in ("decade", "century", "era")


def explained(read: Time, paired: Time, final: Time) -> Time:
    """Return a time with what its zone and the clocks beside it have told; the first two are its earlier states."""
    why = list(read.why)
    if paired.value != read.value or paired.zone != read.zone:
        why.append(f"alone it would be {read.value or 'without a value'}: the clock beside it tells its zone and day")
    if final.value != paired.value:
        why.append(f"the day before {paired.value[:10]}: told in the past, yet later than the publication")
    if final.zone is not None:
        where = _ZONES.get(final.zone_from or "", "zone {zone}")
        why.append(where.format(zone="of the place" if final.zone == "local" else final.zone))
    elif final.type == "TIME" and ":" in final.value and not final.value.endswith("Z"):
        why.append("no zone: none is printed, and neither place nor outlet tells one")
    others = [r for r in final.readings if r != final.value]
    if others:
        why.append(f"it may also be {', '.join(others)}")
    return msgspec.structs.replace(final, why=tuple(why))
