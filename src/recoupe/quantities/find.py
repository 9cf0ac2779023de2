"""Find the quantities of a text.

text -> numbers -> those of times, codes and addresses out (codes, phones) -> score | share | age
     -> with a unit (with_unit) | without one (without_unit) -> what all of them together say (elliptic, changes)
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from recoupe.languages import normal_code
from recoupe.model.mention import Quantity, Time
from recoupe.quantities import ages, around, beside, changes, currencies, fractions, kin, none
from recoupe.quantities.bases import Fraction
from recoupe.quantities.codes import coded, excluded, of_a_kind, without_rows
from recoupe.quantities.elliptic import kinds, of_an_outcome, speaks_of_those
from recoupe.quantities.keys import keys
from recoupe.quantities.phones import phones
from recoupe.quantities.ranges import COUNTING, OF_TWO_SIDES, dashed
from recoupe.quantities.reading import Reading
from recoupe.quantities.scores import colon_scores, scores, sides
from recoupe.quantities.with_unit import between, with_unit
from recoupe.quantities.without_unit import article_counts, befell_too, nth, without_unit
from recoupe.quantities.words import words
from recoupe.text import numbers
from recoupe.text.normalise import fold
from recoupe.text.numbers import Number


def find(text: str, *, language: str | None, times: Sequence[Time] = ()) -> list[Quantity]:
    """Return the quantities of `text` in order, without overlaps but for the two sides of a score.

    `times` are the time expressions of the text: numbers inside them are theirs. A language without a table of
    concepts gives numbers with signs ("25 %", "€50") only. Never raises; linear in the length of the text.
    """
    folded = fold(text)
    found = numbers.in_folded(folded, language=language)
    return _Finder(Reading(text, folded, words(normal_code(language)), times)).quantities(without_rows(found))


class _Finder:
    """Reads the quantities of one text, number by number."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.folded = reading.folded
        self.words = reading.words
        dialled = phones(self.folded)
        self.phone_starts = [start for start, _ in dialled]
        self.phone_ends = [end for _, end in dialled]
        self.colons = colon_scores(self.folded, self.words)
        self.shares: list[Fraction] = []

    def quantities(self, found: list[Number]) -> list[Quantity]:
        reading, out = self.reading, self.reading.out
        joined = scores(self.folded, found, self.words)
        self.shares = fractions.fractions(self.folded, found, self.words.code)
        for at, number in enumerate(found):
            self._add_shares(number.start)
            if number.start < reading.done:
                continue
            if at in joined:
                self._add_score(number.start, found[at + 1].end, (number.low, found[at + 1].low))
                continue
            self._add_colons(number.start)
            limit = found[at + 1].start if at + 1 < len(found) else len(self.folded)
            quantity = self._range(found, at) or self._quantity(number, limit)
            if quantity is not None:
                self._add(quantity)
        self._add_colons(len(self.folded))
        self._add_shares(len(self.folded))
        self._add_nobody()
        if not found and not out:
            return []
        free = [number for number in found if not reading.in_time(number.start, number.end)]
        told = kinds(self.folded, of_an_outcome(self.folded, out, self.words), self.words)
        changed = changes.changed(self.folded, reading.text, free, told, reading.time_starts, self.words)
        return currencies.settled(changed)

    def _range(self, found: Sequence[Number], at: int) -> Quantity | None:
        """Return the range of two numbers joined by a dash that count or measure one thing ("2,000-2,500 people")."""
        range_ = dashed(self.folded, found, at)
        if range_ is None:
            return None
        limit = found[at + 2].start if at + 2 < len(found) else len(self.folded)
        quantity = self._quantity(range_, limit)
        if quantity is None or quantity.rule not in COUNTING or quantity.low == quantity.high:
            return None
        return None if quantity.of in OF_TWO_SIDES else quantity

    def _quantity(self, number: Number, limit: int) -> Quantity | None:
        """Return what a number tells, None where it counts nothing; the next one begins at `limit`."""
        reading, folded = self.reading, self.folded
        if self._in_phone(number) or coded(reading.text, folded, number):
            return None
        timed = reading.in_time(number.start, number.end)
        if number.ordinal:
            return None if timed else nth(reading, number, limit)
        ranged = ages.ranged(folded, number, self.words)
        aged = kin.age_end(folded, number, self.words)
        if aged is None and kin.counts_nobody(folded, number, self.words):
            return None
        aged = aged or ages.age_end(folded, ranged, reading.last, self.words)
        if aged is not None:
            return ages.told(reading, ranged, aged)
        if timed or (number.article and not article_counts(reading, number, limit)):
            return None
        left, right = reading.clause(number)
        number = beside.in_millions(folded, number, right, self.words)
        unit = self._unit(reading, number)
        if unit is not None and not number.article:
            return with_unit(reading, number, unit, (left, right))
        force = beside.force(folded, number, left, self.words)
        if force is not None:
            return reading.quantity(number, (force.start, number.end), (number.low, number.high), None, force.what)
        if self.words.empty:
            return None
        if excluded(folded, number, left, self.words) and not speaks_of_those(folded, number, self.words):
            return None
        counted = without_unit(reading, number, (left, right), limit)
        return None if counted is not None and of_a_kind(folded, number, counted, self.words) else counted

    def _unit(self, reading: Reading, number: Number) -> around.Measure | None:
        """Return the unit of a number. A noun of other meanings is money where the text tells a sum in that money."""
        span, kinds = (number.start, number.end), keys().kinds
        unit = around.measure(reading.folded, *span, self.words, kinds, large=number.low >= 1000)
        if unit is not None or number.article or not currencies.is_doubtful(reading.folded, number.end, self.words):
            return unit
        money = around.measure(reading.folded, *span, self.words, kinds, large=True)
        return money if money is not None and any(q.unit == money.unit for q in reading.out) else None

    def _in_phone(self, number: Number) -> bool:
        n = bisect.bisect_right(self.phone_starts, number.start) - 1
        return n >= 0 and number.start < self.phone_ends[n]

    # ---- what was found, in order ----

    def _add(self, quantity: Quantity) -> None:
        """Add what a number tells, with what it tells of the quantity before it."""
        reading = self.reading
        quantity = beside.and_a_half(reading.text, reading.folded, quantity, self.words)
        both = between(reading, quantity)
        if both is not None:
            reading.out.pop()
            quantity = both
        before = befell_too(reading, quantity)
        if before is not None:
            reading.out[-1] = before
        reading.out.append(quantity)
        reading.done = max(reading.done, quantity.end)

    def _add_score(self, start: int, end: int, told: tuple[float, float]) -> None:
        self.reading.out += sides(self.reading.text, start, end, told)
        self.reading.done = end

    def _add_colons(self, until: int) -> None:
        """Add the scores written with a colon that stand before `until`."""
        while self.colons and self.colons[0][0] < until:
            start, end, first, second = self.colons.pop(0)
            if start >= self.reading.done and not self.reading.in_time(start, end):
                self._add_score(start, end, (first, second))

    def _add_shares(self, until: int) -> None:
        """Add the shares told as fractions that begin at `until` or before."""
        reading = self.reading
        while self.shares and self.shares[0].start <= until:
            one = self.shares.pop(0)
            # "three quarters of a point"
            timed = one.key != fractions.POINT and reading.in_time(one.start, one.end)
            if one.start < reading.done or timed:
                continue
            left = max(reading.done, around.clause(self.folded, one.start, one.end)[0])
            share = fractions.told(self.folded, reading.text, one, left, self.words)
            reading.out.extend((share,) if share else ())
            reading.done = share.end if share else one.end

    def _add_nobody(self) -> None:
        """Add the counts of nobody beside the others."""
        out = self.reading.out
        spans = [(q.start, q.end) for q in out]
        for one in none.found(self.folded, self.reading.text, self.words):
            at = bisect.bisect_left(spans, (one.start,))
            if not any(a < one.end and one.start < b for a, b in spans[max(0, at - 2) : at + 1]):
                spans.insert(at, (one.start, one.end))
                out.insert(at, one)
