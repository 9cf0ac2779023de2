"""A number with a unit as a quantity: money, a share, a measure; two of one unit as a range.

Which word says what is measured is told by `measured`, which signs and words are a unit by `around`.
"""

from __future__ import annotations

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities import around, beside
from recoupe.quantities.counted import Counted
from recoupe.quantities.lexicon import LAST, STOP, Hit
from recoupe.quantities.measured import base, measured
from recoupe.quantities.reading import Reading
from recoupe.quantities.words import Words
from recoupe.text.currencies import is_money
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_QUAKE = 24
"""Characters before its degrees in which a quake is named."""
_OF_A_HOUSE = ("seat", "vote")
"""What a party may hold a share of."""
_SHOCKS = frozenset(("earthquake", "aftershock"))


def with_unit(reading: Reading, number: Number, unit: around.Measure, bounds: tuple[int, int]) -> Quantity:
    """Return a number as what its `unit` measures; `bounds` are those of its clause."""
    folded, words = reading.folded, reading.words
    left, right = bounds
    qualifier, start = reading.qualifier(min(unit.start, number.start), left)
    after = around.qualifier_after(folded, unit.end, right, words)
    low, high = number.low * unit.factor, None if number.high is None else number.high * unit.factor
    if unit.kind == "temperature":
        below = beside.below_zero(folded, start, left, words)
        if below is not None and high is not None:
            start, low, high = below, -high, -low
    told = beside.converted(folded, start, unit.unit, qualifier, reading.out, words)
    if unit.kind == "money" and told is not None:
        of = told.of if told.of != told.unit else unit.unit
        again = Counted(unit=unit.unit, of=of, of_text=told.of_text, rule="converted")
        return reading.quantity(number, (start, unit.end), (low, high), qualifier, again)
    far = left
    by = reading.last.unit if reading.last else None
    if (unit.kind == "money" and by == "%") or (unit.unit == "%" and by in ("pp", "bp")):
        # "sales rose 5 % to 3 million", "cut its rate by half a point to 2 %"
        far = around.clause(folded, number.start, number.end)[0]
        if qualifier == "up to" and folded[start : number.start].strip() in words.level:
            qualifier, start = None, min(unit.start, number.start)  # "subieron un 5 % hasta 3 millones"
    what = measured(folded, (start, unit.end), (far, right), unit, words)
    if what is None and unit.kind in ("weight", "volume"):
        what = _stuff(folded, unit.end, right, words)
    if what is not None and what.key == "angle":
        unit = msgspec.structs.replace(unit, unit="°")  # "incliné de 8 degrés": no heat
    if qualifier == "more than" and what is not None and _is_for(reading, what, start, number):
        qualifier, start = None, min(unit.start, number.start)
    whole = base(folded, unit.end, right, words) if unit.unit == "%" else None
    if whole is not None and what is not None and what.key in ("rise", "fall"):
        what = None  # "70 Prozent der Züge fielen aus": a share of the trains, no fall
    if whole is not None and what is not None and what.key == "stake" and whole.key in _OF_A_HOUSE:
        what = None  # "holds 60% of the seats"
    group = (whole.key,) if whole is not None else ()
    if unit.unit == "°C" and _of_a_quake(reading, start, unit.end, left):
        shock = Counted(unit="magnitude", of="magnitude", rule="measure")
        return reading.quantity(number, (start, unit.end), (low, high), qualifier, shock)
    if what is None and (unit.unit in ("°C", "°F") or low < 0):
        heat = Counted(unit=unit.unit, of="temperature", rule="measure")
        return reading.quantity(number, (start, unit.end), (low, high), qualifier, heat)
    if unit.unit == beside.BEAUFORT.unit:
        return reading.quantity(number, (start, unit.end), (low, high), qualifier, beside.BEAUFORT)
    if what is None and whole is None and unit.kind == "percent":
        known = beside.bracketed_share(folded, (start, unit.end), reading.last)
        if known is not None:
            share = Counted(unit="%", of=known.of, of_text=known.of_text, rule="share beside a share")
            return reading.quantity(number, (start, unit.end), (low, high), qualifier, share)
    same = _told_again(reading, unit, start) if what is None or what.key == "gdp" else None
    of = same or (what.key if what else unit.unit)
    found = Counted(unit=unit.unit, of=of, of_text=reading.words_of(what), group=group, rule="measure")
    return reading.quantity(number, (start, unit.end), (low, high), qualifier, found, after=after)


def _stuff(folded: str, end: int, right: int, words: Words) -> Hit | None:
    """Return what is weighed or poured, a few words behind its unit: "two tonnes of dead fish", "22 Tonnen Fische"."""
    limit = min(right, end + STUFF)
    if not words.stuff:
        return None
    hit = next(iter(words.stuff.all(folded, end, limit)), None)
    return hit if hit is not None and _UP_TO.fullmatch(folded, end, hit.start) else None


STUFF = 36
"""Characters behind a unit in which what it measures stands."""

_UP_TO = compiled(r"(?: [^\W\d_]+['-]?){0,3}[ '-]?")
"""What stands between: "of", and two words that describe it."""


def _told_again(reading: Reading, unit: around.Measure, start: int) -> str | None:
    """Return what a sum is of that only tells a percentage again, or that a sum: "9 % of GDP, or 4 billion"."""
    last, led = reading.last, LAST.search(reading.folded, max(0, start - _OR), start)
    if last is None or led is None or last.of not in _TOLD_BOTH_WAYS:
        return None
    if (unit.kind, last.unit) != ("money", "%") and not (unit.unit == "%" and is_money(last.unit or "")):
        return None
    near = start - last.end <= _REACH and not STOP.search(reading.folded, last.end, start)
    return last.of if near and led[1] in reading.words.in_other_money else None


_TOLD_BOTH_WAYS = ("deficit", "debt", "bad loans", "budget")
_OR = 14
"""Characters before a sum in which "or" stands."""
_REACH = 60


def _is_for(reading: Reading, what: Hit, start: int, number: Number) -> bool:
    """Tell whether a word for "more than" is "for" here: "eine Garantie über 25 Milliarden"."""
    words = reading.words.for_sum
    return what.end + 1 == start and reading.folded[start : number.start].strip() in words


def _of_a_quake(reading: Reading, start: int, end: int, left: int) -> bool:
    """ "un sismo de 7,1 grados": tell whether degrees without a scale of heat are a quake's."""
    folded = reading.folded
    if folded[start:end].endswith(("c", "°", "celsius")):
        return False
    hits = [h for h in reading.words.nouns.all(folded, max(left, start - _QUAKE), start) if h.key in _SHOCKS]
    return bool(hits) and len(folded[hits[-1].end : start].split()) <= 1


def between(reading: Reading, second: Quantity) -> Quantity | None:
    """ "between $10 million and $15 million", "de 5 % à 7 %": two values of one unit are an interval.

    Return it in the place of the quantity found last and of the `second` behind that; None where they are none.
    """
    folded, first = reading.folded, reading.last
    if first is None or second.rule != "measure" or first.unit != second.unit or second.low is None:
        return None
    if first.rule != "measure" or first.low is None or second.qualifier or first.high != first.low:
        return None
    if second.high is None or first.low >= second.high or folded[first.end : second.start].count(" ") > 2:
        return None
    link = folded[first.end : second.start].strip(" ")
    before = LAST.search(folded, max(0, first.start - 14), first.start)
    if before is None or numerals(reading.words.code).between.get(before[1]) != link:
        return None
    start = before.start()
    return msgspec.structs.replace(
        second, start=start, text=reading.text[start : second.end], low=first.low,
        of=second.of if second.of != second.unit else first.of, of_text=second.of_text or first.of_text,
    )  # fmt: skip
