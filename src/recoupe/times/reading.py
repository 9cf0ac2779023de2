"""What reading order needs, and the words of a part."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping

from recoupe.model.mention import Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.times import clocks, durations
from recoupe.times.calendar import Stretch
from recoupe.times.context import TimeContext
from recoupe.times.grammar import Grammar, before, grammar
from recoupe.times.parts import Part
from recoupe.times.tense import Tense

BREAK = compiled(r"[.!?]\s+[^\sa-z]|\n")
"""What ends a sentence between two times."""

SIGN = {"-1": "-1", "0": "0", "1": "1", "before": "-1", "after": "1", "same": "0"}
"""A direction word's turn: -1 back, 0 this one, 1 ahead."""


class Reading:
    """Holds the reference day, and the last day, clock and quarter named so far."""

    def __init__(self, text: str, folded: str, rules: Grammar, published: str | None, context: TimeContext) -> None:
        self.text = text
        self.folded = folded
        self.rules = rules
        self.context = context
        self.reference = day_of(published or context.reference)
        self.moment = moment_of(published or context.reference)
        self.sure = published is not None
        self.tense = Tense(text, rules)
        self.compared = before(rules.code, "compared")
        self.rate = before(rules.code, "rate")
        self.since = before(rules.code, "since")
        self.relative = _relative(rules.code)
        self.in_year = before(rules.code, "in_year")
        self.last: Stretch | None = None
        self.last_day: dt.date | None = None
        self.lasting: dt.date | None = None
        """The day named last where something lasts since then, or that of a relative clause ("the ferry, which sank on
        Thursday"): another sentence does not go on from it."""
        self.day_before: dt.date | None = None
        """The day named before that one."""
        self.news_day: dt.date | None = None
        """The day named last that is no more than `ASIDE` days from that of publication."""
        self.last_start = self.last_end = self.day_end = -1
        """Where the stretch of time told last starts and ends in the text, and where the day ends."""
        self.clock_day: dt.date | None = None
        self.whole_night: dt.date | None = None
        """The evening of the last night told by both its days."""
        self.last_clock: dt.datetime | None = None
        self.last_clock_end: int | None = None
        """Where the clock with a day that was read last ends."""
        self.last_zone: str | None = None
        self.of_the_place = False
        """Whether a clock before was told in local time: bare ones behind it are too."""
        """The zone printed with the clock named last."""
        self.told: set[int] = set()
        """Where clocks alone stand that are told in the past tense and were put on the day of publication."""
        self.night: dt.date | None = None
        """The day whose night was named last: its small hours are the next day's."""
        self.day_behind: Mapping[int, Part] = {}
        """The day printed behind a clock, by where the clock starts."""
        self.said = False
        """Whether the text names the day of publication by its weekday or as today."""
        self.last_quarter: Stretch | None = None
        self.last_quarter_end = -1

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

    def name_day(self, part: Part, day: dt.date) -> None:
        """Hold a day as the one named last."""
        past = self.reference is None or day <= self.reference  # "from Monday on" is no "since"
        lasts = past and self.since is not None and self.since.search(self.folded[max(0, part.start - 20) : part.start])
        if self.lasting is None:
            self.day_before = self.last_day
        aside = lasts or self.of_relative(part)
        self.last_day, self.day_end, self.lasting = day, part.end, day if aside else None

    def of_relative(self, part: Part) -> bool:
        """Tell whether a time stands in a relative clause behind a comma."""
        begin = max(0, part.start - CLAUSE)
        return self.relative is not None and self.relative.search(self.folded, begin, part.start) is not None

    def date(self, part: Part, stretch: Stretch | None, kind: str = "DATE") -> Time:
        if stretch is None or not stretch.value:
            return self.make(part, kind, "")
        mod = self.modifier(part)
        self.last, self.last_start, self.last_end = stretch, part.start, part.end
        if stretch.grain == "day" and stretch.begin:
            self.name_day(part, stretch.begin)
            if self.reference is not None and abs((stretch.begin - self.reference).days) <= ASIDE:
                self.news_day = stretch.begin
            self.said |= stretch.begin == self.reference and ("weekday" in part.slots or part.kind == "dayword")
        if stretch.grain == "quarter" and stretch.begin:
            self.last_quarter, self.last_quarter_end = stretch, part.end
        return self.make(part, kind, stretch.value, mod=mod, begin=iso(stretch.begin), end_time=iso(stretch.end))


CLAUSE = 90
"""Characters before a day in which the relative clause begins that it is of."""


@functools.cache
def _relative(code: str) -> re.Pattern[str] | None:
    words = grammar(code).table.get("relative")
    return compiled(rf",\s(?:{fold(words)})\s[^\W\d_][^,.;:!?()\n]*\Z") if words else None


ASIDE = 10
"""Days from publication beyond which a day named is an aside where the text names a nearer one."""


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


def iso(day: dt.date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00" if day else None


def instant(moment: dt.datetime) -> str:
    return clocks.instant(moment.astimezone(dt.UTC).replace(microsecond=0) if moment.tzinfo else moment)
