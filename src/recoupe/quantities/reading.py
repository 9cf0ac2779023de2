"""One text as its quantities are read, left to right: its words, what was found so far, and a number as a quantity.

What a number counts or measures is told elsewhere (`Counted`); here its words become a span and its interval.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from recoupe.model.mention import Quantity, Time
from recoupe.quantities import around
from recoupe.quantities.counted import Counted
from recoupe.quantities.lexicon import Hit
from recoupe.quantities.words import Words
from recoupe.text import numbers
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals


class Reading:
    """A text and its folded form; `out` holds the quantities found so far, the next one begins at `done` or behind."""

    def __init__(self, text: str, folded: str, words: Words, times: Sequence[Time]) -> None:
        self.text = text
        self.folded = folded
        self.words = words
        spans = sorted((time.start, time.end) for time in times)
        self.time_starts = [start for start, _ in spans]
        self._time_ends = [end for _, end in spans]
        self.out: list[Quantity] = []
        self.done = 0

    @property
    def last(self) -> Quantity | None:
        """The quantity found last."""
        return self.out[-1] if self.out else None

    def in_time(self, start: int, end: int) -> bool:
        """Tell whether a time expression overlaps `[start, end)`."""
        n = bisect.bisect_left(self._time_ends, start + 1)
        return n < len(self.time_starts) and self.time_starts[n] < end

    def clause(self, number: Number) -> tuple[int, int]:
        """Return the bounds of the clause of a number, without what was read already."""
        left, right = around.clause(self.folded, number.start, number.end)
        return max(left, self.done), right

    def qualifier(self, start: int, left: int) -> tuple[str | None, int]:
        """Return the qualifier right before `start` and where the expression begins with it."""
        hit = around.qualifier(self.folded, start, left, self.words)
        if hit is None or (hit.key == "up to" and self._rose_to(hit)):
            return None, start
        return hit.key, hit.start

    def _rose_to(self, hit: Hit) -> bool:
        """Tell whether "up to" is "to" here, behind a verb of change: "выросло до 214", "subió hasta 21"."""
        if self.folded[hit.start : hit.end] not in self.words.level:
            return False
        return numbers.changing(self.folded, hit.start, numerals(self.words.code))

    def words_of(self, hit: Hit | None) -> str | None:
        """Return the words of a hit as they are printed."""
        return self.text[hit.start : hit.end] if hit else None

    def quantity(
        self,
        number: Number,
        span: tuple[int, int],
        value: tuple[float, float | None],
        qualifier: str | None,
        what: Counted,
        *,
        part: bool = False,
        after: Hit | None = None,
    ) -> Quantity:
        """Return a number as the quantity of `what` at `span`; `after` is the qualifier behind it ("or more")."""
        start, end = span
        if after is not None:
            end, qualifier = after.end, qualifier or after.key
        if number.approximate and qualifier not in (None, "about") and value[1] is not None:
            value = ((value[0] + value[1]) / 2,) * 2  # "plus d'un millier": more than 1,000, not than 900
        low, high = around.bounds(value[0], value[1], qualifier)
        if qualifier is None and number.approximate:
            qualifier = "about" if number.high is not None else "several"
        return Quantity(
            start=start, end=end, text=self.text[start:end], low=low, high=high, unit=what.unit, of=what.of,
            of_text=what.of_text, qualifier=qualifier, group=what.group, part=part, rule=what.rule,
        )  # fmt: skip
