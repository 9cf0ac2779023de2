"""What a value was and what it became: "rose from 12 to 17", "47 seats, down from 63", "porté de 31 à 45 milliards".

Both are values, and what is told once holds for both: the noun, the unit, the multiplier. What was is marked `old`.
Two numbers are a change where a word for "from" stands before the first and one for "to" between them, and a verb of
change is near, or the second is smaller, or the word for "to" never joins a range ("von 12 auf 17").
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities import around
from recoupe.quantities.lexicon import LAST_OR_ELIDED, NEXT, WORD
from recoupe.quantities.words import Words
from recoupe.text.normalise import fold
from recoupe.text.numbers import Number, changing
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_STOP = compiled(r"[.;:!?](?=\s|$)|\n")
_GAP = 45
"""Characters between the two numbers of a change ("from 12 confirmed dead to at least 19")."""
_REACH = 90
"""Characters back to the value that was 63 before ("against 63")."""
_BEHIND = 30
"""Characters from a value to the time that dates it ("against 63 seats in 2027")."""
_SMALL_WORDS = 3
"""Words between "to" and its number ("to at least 19")."""
_OTHERS = ("score", "fraction", "age")


def changed(
    folded: str, text: str, found: Sequence[Number], out: Sequence[Quantity], times: Sequence[int], lexicon: Words
) -> list[Quantity]:
    """Return the quantities of a text with those that changes give besides.

    `found` are its numbers that may count, `times` where its time expressions begin, in order.
    """
    reader = _Reader(folded, text, out, times, lexicon)
    for at in range(1, len(found)):
        first, second = found[at - 1], found[at]
        if reader.becomes(first, second):
            reader.tell(first, second)
        elif reader.was(second):
            reader.tell_before(second)
    return reader.quantities()


class _Reader:
    """Joins the numbers of changes to the quantities found; those are kept by where they stand."""

    def __init__(self, folded: str, text: str, out: Sequence[Quantity], times: Sequence[int], lexicon: Words) -> None:
        self.folded = folded
        self.text = text
        self.times = times
        self.lexicon = lexicon
        self.words = numerals(lexicon.code)
        self.out = list(out)
        self.starts = [q.start for q in out]
        self.added: list[Quantity] = []

    def quantities(self) -> list[Quantity]:
        return sorted([*self.out, *self.added], key=lambda q: q.start) if self.added else self.out

    # ---- is it a change? ----

    def becomes(self, first: Number, second: Number) -> bool:
        """Tell whether `second` is what `first` became."""
        if first.ordinal or second.ordinal or not 0 < second.start - first.end <= _GAP:
            return False
        gap = self.folded[first.end : second.start]
        between = WORD.findall(gap)
        to = next((n for n, word in enumerate(between) if word in self.words.target), None)
        if to is None or len(between) - to > _SMALL_WORDS + 1 or _STOP.search(gap) or "," in gap:
            return False
        start = self._start(first)
        if not self._follows(start, self.words.source):
            return False
        if between[to] in self.words.becomes or (second.low < first.low and not second.article):
            return True  # "long de 1 182 mètres, à une hauteur de 45": an article is no number that anything fell to
        behind = WORD.findall(self.folded[second.end : second.end + 40])[:4]
        return changing(self.folded, start, self.words) or any(word in self.words.change for word in behind)

    def was(self, number: Number) -> bool:
        """Tell whether `number` is said to be what the quantity before it was."""
        last = self._last(number)
        if number.ordinal or number.article or last is None:
            return False
        between = WORD.findall(self.folded[last.end : number.start])
        if not any(word in self.lexicon.before_old or word in self.words.source for word in between):
            return False
        start = self._start(number)
        if around.ending_at(self.folded, start, last.end, self.lexicon.down_from) is not None:
            return True
        if around.ending_at(self.folded, start, last.end, self.lexicon.against) is not None:
            return self._dated(number)
        if not self._follows(last.start, self.words.target) or not self._follows(start, self.words.source):
            return False
        if not changing(self.folded, last.start, self.words):
            return False
        plain = self._follows(start, self.words.links) or "," in self.folded[last.end : number.start]
        return not plain or self._at(number) is not None  # "de" before a bare number may be any "of"

    def _dated(self, number: Number) -> bool:
        """Tell whether a time stands behind: "63 in 2027" is what it was, "63 for the others" is another's."""
        at = bisect.bisect_left(self.times, number.end)
        if at == len(self.times) or self.times[at] - number.end > _BEHIND:
            return False
        return not re.search(r"[,.;:()\n]", self.folded[number.end : self.times[at]])

    def _start(self, number: Number) -> int:
        at = self._at(number)
        if at is not None:
            return min(number.start, self.out[at].start)
        hit = around.qualifier(self.folded, number.start, max(0, number.start - 40), self.lexicon)
        return hit.start if hit is not None else number.start

    def _follows(self, start: int, words: frozenset[str]) -> bool:
        m = LAST_OR_ELIDED.search(self.folded, max(0, start - 16), start)
        return m is not None and m[1] in words

    # ---- the quantities ----

    def _at(self, number: Number) -> int | None:
        """Return the place in `out` of the quantity that `number` gave."""
        at = bisect.bisect_right(self.starts, number.start) - 1
        return at if at >= 0 and number.start < self.out[at].end else None

    def _last(self, number: Number) -> Quantity | None:
        """Return the quantity before `number` in its sentence."""
        at = bisect.bisect_left(self.starts, number.start) - 1
        if at >= 0 and self.out[at].end > number.start:
            at -= 1
        if at < 0 or number.start - self.out[at].end > _REACH:
            return None
        return None if _STOP.search(self.folded, self.out[at].end, number.start) else self.out[at]

    def tell(self, first: Number, second: Number) -> None:
        one, two = self._at(first), self._at(second)
        if one is not None and two is not None and self._only_verb(self.out[two]):
            self._add(second, self.out[one], first, old=False, at=two)
            self.out[one] = msgspec.structs.replace(self.out[one], old=True)
        elif one is not None and two is not None:
            if one != two and self._same(self.out[one], self.out[two]):
                old, new = self.out[one], self.out[two]
                self.out[one] = msgspec.structs.replace(_shared(old, new), old=True)
                self.out[two] = _shared(new, old)
        elif two is not None and self._counts(self.out[two]):
            gap = WORD.findall(self.folded[first.end : second.start])
            if gap[0] in self.words.target:  # else it has a noun of its own, which no table knows
                self._add(first, self.out[two], second, old=True)
        elif one is not None and self._counts(self.out[one]):
            self._add(second, self.out[one], first, old=False)
            self.out[one] = msgspec.structs.replace(self.out[one], old=True)

    def tell_before(self, number: Number) -> None:
        last = self._last(number)
        at = self._at(number)
        if last is None or not self._counts(last):
            return
        if at is not None:
            if self._same(last, self.out[at]):
                self.out[at] = msgspec.structs.replace(_shared(self.out[at], last), old=True)
        elif self._stands_alone(number):
            self._add(number, last, None, old=True)

    def _only_verb(self, quantity: Quantity) -> bool:
        """Tell whether the unknown noun of a number is the verb of its change ("von 12 auf 17 gestiegen")."""
        return quantity.rule == "unknown noun" and fold(quantity.of_text or "") in self.words.change

    def _counts(self, quantity: Quantity) -> bool:
        return quantity.rule not in _OTHERS and quantity.of is not None

    def _same(self, one: Quantity, two: Quantity) -> bool:
        return one.unit == two.unit and one.rule not in _OTHERS and two.rule not in _OTHERS

    def _stands_alone(self, number: Number) -> bool:
        m = NEXT.match(self.folded, number.end)
        small = (self.lexicon.stop, self.lexicon.aux, self.lexicon.conjunctions, self.lexicon.links)
        return m is None or any(m[1] in words for words in small)

    def _add(self, number: Number, like: Quantity, told: Number | None, *, old: bool, at: int | None = None) -> None:
        """Add what `number` counts, or put it at `at`: what `like` does, whose own number is `told`; what scales one
        scales both."""
        factor = 1.0
        if told is not None:
            if like.low is not None and like.low == like.high and told.low:
                factor = like.low / told.low
            if number.scale == 1 and told.scale > 1 and number.low < 1000:
                factor *= told.scale
        hit = around.qualifier(self.folded, number.start, max(0, number.start - 40), self.lexicon)
        qualifier = hit.key if hit is not None and hit.key != "up to" else None
        start = hit.start if hit is not None and qualifier else number.start
        high = None if number.high is None else number.high * factor
        low, high = around.bounds(number.low * factor, high, qualifier)
        told_too = msgspec.structs.replace(
            like, start=start, end=number.end, text=self.text[start : number.end], low=low, high=high,
            qualifier=qualifier, part=False, rule="change", old=old,
        )  # fmt: skip
        if at is None:
            self.added.append(told_too)
        else:
            self.out[at] = told_too


def _shared(one: Quantity, other: Quantity) -> Quantity:
    """Return `one` with what `other` counts or measures, where that is told only there. What a value rose from or to
    is no rise."""
    if one.of in ("rise", "fall"):
        one = msgspec.structs.replace(one, of=one.unit, of_text=None)
    if one.of not in (None, one.unit) or other.of in (None, other.unit, "rise", "fall"):
        return one
    return msgspec.structs.replace(one, of=other.of, of_text=other.of_text, group=other.group or one.group)
