"""The days an undated article may be of, as its words narrow them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from recoupe.extract.dates import Ago
from recoupe.extract.daywords import DayWord
from recoupe.model import Article

NEAR = 60
"""Days around the anchor within which a date may bear on the day of writing."""


class Window(msgspec.Struct):
    """What is known of one article: its day words, its names, the days `[low, high]` it may be of and why.

    An end that a date without its weekday gave it (`low_by`, `high_by`) may be long before or behind the day of
    writing: the news of a week says "on Friday".
    """

    article: Article
    mentions: Sequence[DayWord]
    age: Ago | None
    low: dt.date | None = None
    high: dt.date | None = None
    why: str = ""
    where: str = "text"
    dated: bool = False
    names: frozenset[str] = frozenset()
    low_by: DayWord | None = None
    high_by: DayWord | None = None

    def after(self, day: dt.date, why: str, where: str = "text", by: DayWord | None = None) -> None:
        if not self.dated and (self.low is None or day > self.low) and (self.high is None or day <= self.high):
            self.low, self.why, self.where, self.low_by = day, why, where, by

    def before(self, day: dt.date, why: str, where: str = "text", by: DayWord | None = None) -> None:
        if not self.dated and (self.high is None or day < self.high) and (self.low is None or day >= self.low):
            self.high, self.high_by = day, by
            if not self.why:
                self.why, self.where = why, where

    def fix(self, day: dt.date, why: str) -> None:
        self.after(day, why)
        self.before(day, why)
        if self.low == self.high == day:
            self.why, self.where = why, "text"

    @property
    def fixed(self) -> dt.date | None:
        return self.low if self.low is not None and self.low == self.high else None


def near(mention: DayWord, anchor: dt.date) -> dt.date | None:
    """Return the date of `mention` that is nearest to `anchor`; None when it is far away or its weekday is another."""
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := mention.on(year))]
    days = [day for day in days if mention.weekday is None or day.weekday() == mention.weekday]
    best = min(days, key=lambda day: abs(day - anchor), default=None)
    return best if best and abs(best - anchor).days <= NEAR else None
