"""Sums whose money is told once: "20 milliards d'euros, dont 11,8 milliards destinés à l'hôpital".

A bare number of billions without a noun right behind is money in news: of the sum before it. Nobody counts people so.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from recoupe.model.mention import Quantity
from recoupe.quantities import around
from recoupe.quantities.counted import Counted
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import NEXT, STOP, Hit
from recoupe.quantities.measured import ANSWERS, EACH, measured
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals

_BILLION = 1e9
_MILLION = 1e6
_ALL_PEOPLE = 8.5e9
"""More than all people of the world."""
_REACH = 300
_NEAR = 90
"""Characters back to the sum that says whose money it is: of billions; of what may as well be people."""
_BESIDE = 5
"""Characters between the word that says what a sum is of and the sum: "de", "of a"."""
_BACK = 400
"""Quantities back to the one that says whose money it is."""
_NO_SUM = frozenset(("rise", "fall", "price", "cost", "share price", "fund", "trade", "exports", "imports", "sales"))
"""What comes in other units than money too, or says no more than that a number changed."""
_VERBS = ("verb before", "verb behind", "unknown noun")


def bare_sum(
    folded: str, number: Number, place: tuple[int, int, int], what: Counted | None, out: Sequence[Quantity],
    words: Words, kinds: Mapping[str, str],
) -> Counted | None:  # fmt: skip
    """Return a bare number as money where it is, else `what` it was taken to count. `place` is where the expression
    begins and the bounds of its clause; more people than there are become a thing no table knows."""
    start, left, right = place
    if number.scale < _MILLION or number.low < _MILLION:
        return _for_each(folded, number, out, words, kinds) or what
    if what is not None and not _may_be_sum(folded, number, what, words):
        return what
    behind = _measure_behind(folded, number, words)
    near_by = _measure_near(folded, number, place, words)
    named = behind if near_by is None or near_by.key != ANSWERS else near_by
    named = named or near_by
    reach = len(folded) if named is not None else _REACH
    near = itertools.takewhile(lambda q: number.start - q.end <= reach, itertools.islice(reversed(out), _BACK))
    last = _whose_money(folded, number, [q for q in near if _is_money(q, kinds)])
    if last is not None and named is not None:
        said = folded[named.start : named.end]
        end = behind.end if behind is not None and named is behind else 0
        return Counted(unit=last.unit, of=named.key, of_text=said, end=end, rule="sum")
    if last is not None and number.start - last.end <= _reach(folded, number, place, last, what, words):
        unit = last.unit or ""
        as_money = around.Measure(start, number.end, unit, "money")
        of = measured(folded, (start, number.end), (left, right), as_money, words)
        own = folded[of.start : of.end] if of else None
        return Counted(unit=unit, of=of.key if of else unit, of_text=own, rule="sum")
    if what is not None and what.unit == "person" and number.low > _ALL_PEOPLE:
        return Counted(unit="thing", of_text=what.of_text, end=number.end, rule="unknown noun")
    return what


def _whose_money(folded: str, number: Number, sums: Sequence[Quantity]) -> Quantity | None:
    """Return the sum whose money a bare number is of, the last of its sentence, else one in the money most are told in.

    `sums` are those before it, the last first. What a sum is in other money is told of that sum alone.
    """
    told = [q for q in sums if q.rule != "converted"]
    if not told or not STOP.search(folded, told[0].end, number.start):
        return next(iter(told), None)
    units = [q.unit for q in told]
    return max(told, key=lambda q: units.count(q.unit))  # the first of equals


def _for_each(
    folded: str, number: Number, out: Sequence[Quantity], words: Words, kinds: Mapping[str, str]
) -> Counted | None:
    """Return a bare number with "a share" right behind as a sum of the money of the text: "it is 1.85 a share"."""
    m = NEXT.match(folded, number.end)
    hit = words.cues.match(folded, m.start(1), m[1]) if m is not None else None
    if hit is None or hit.key != EACH or number.low != number.high:
        return None
    last = next((q for q in reversed(out) if _is_money(q, kinds)), None)
    return Counted(unit=last.unit, of=EACH, of_text=folded[hit.start : hit.end], rule="sum") if last else None


def _measure_behind(folded: str, number: Number, words: Words) -> Hit | None:
    """Return what a bare number of billions is of where its noun is always money: "31 milliards de pertes"."""
    if number.low < _BILLION:
        return None
    at = number.end
    for _ in range(2):
        m = NEXT.match(folded, at)
        if m is None:
            return None
        hit = words.cues.match(folded, m.start(1), m[1])
        if hit is not None:
            return hit if "money" in keys().measure[hit.key] and hit.key not in _NO_SUM else None
        if m[1] not in numerals(words.code).links:
            return None
        at = m.end()
    return None


def _measure_near(folded: str, number: Number, place: tuple[int, int, int], words: Words) -> Hit | None:
    """Return what a bare number of billions is of where a word near is always of money: it ends its phrase, or the
    word stands right before it ("le détournement de 12 milliards destinés à l'hôpital")."""
    if number.low < _BILLION:
        return None
    start, left, right = place
    hit = measured(folded, (start, number.end), (left, right), around.Measure(start, number.end, "", "money"), words)
    if hit is None or hit.key in _NO_SUM:
        return None
    return hit if _ends(NEXT.match(folded, number.end), words) or 0 <= start - hit.end <= _BESIDE else None


def _ends(behind: re.Match[str] | None, words: Words) -> bool:
    """Tell whether no noun follows: the word right behind a number is none, or a small one."""
    return behind is None or any(behind[1] in small for small in (words.stop, words.aux, words.conjunctions))


def _is_money(quantity: Quantity, kinds: Mapping[str, str]) -> bool:
    unit = quantity.unit or ""
    return quantity.rule in ("measure", "sum", "change") and unit.isupper() and unit not in kinds and len(unit) > 2


def _may_be_sum(folded: str, number: Number, what: Counted, words: Words) -> bool:
    """Tell whether `what` was read off no noun right behind the number."""
    if what.rule in _VERBS:
        return True
    m = NEXT.match(folded, number.end)
    return what.rule == "noun" and m is not None and m[1] in words.stop


def _reach(
    folded: str, number: Number, place: tuple[int, int, int], last: Quantity, what: Counted | None, words: Words
) -> int:
    """Return how far before the sum may stand that tells the money; 0 where the number is no sum."""
    m = NEXT.match(folded, number.end)
    ends = _ends(m, words)
    if m is not None and (m[1] in numerals(words.code).links or (words.adjectives_before and not ends)):
        return 0  # a noun follows
    apart = STOP.search(folded, last.end, number.start) is not None
    if number.low >= _BILLION:
        return _REACH if ends else 0 if apart else _NEAR
    start, left, _ = place
    part = around.ending_at(folded, start, left, words.part) is not None
    between = folded[last.end : start].strip(" ,")
    joined = between in words.conjunctions or (last.rule == "sum" and between.split(" ")[-1] in words.conjunctions)
    return _NEAR if ends and not apart and (part or joined) and what is None else 0
