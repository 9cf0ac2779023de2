"""A number without a unit as a quantity: its noun, a verb, a toll or another number beside it says what it counts.

Which noun and which verb is told by `counted`, of numbers whose noun stands elsewhere by `elliptic`, of tolls by
`tolls`; here is which of them is asked first, and when a number counts nothing or a part of what another one does.
"""

from __future__ import annotations

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities import around, beside, nouns
from recoupe.quantities.counted import Counted, counted
from recoupe.quantities.elliptic import among, elliptic, speaks_of_those
from recoupe.quantities.keys import keys
from recoupe.quantities.led import turned
from recoupe.quantities.lexicon import LAST, WORD
from recoupe.quantities.measured import measured
from recoupe.quantities.reading import Reading
from recoupe.quantities.sums import bare_sum
from recoupe.quantities.tolls import toll
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_TORN = compiled(r", \d(?!\d)")
"""What is left of a decimal number that a space has torn: "magnitude 7, 1"."""
_LISTED = 4
"""Characters between two of a list of people: ", " or a word such as "and"."""
_NTH = 30
_STOPS = compiled(r"[.;!?\n]")
_PLAIN_YEAR = compiled(r"(?:1[5-9]|20|21)\d\d$")


def without_unit(reading: Reading, number: Number, bounds: tuple[int, int], limit: int) -> Quantity | None:
    """Return a number as what it counts, None where it counts nothing; `bounds` are those of its clause, the next
    number begins at `limit`."""
    folded, words = reading.folded, reading.words
    left, right = bounds
    qualifier, start = reading.qualifier(number.start, left)
    what = counted(folded, reading.text, number, (start, left, right, limit), words)
    part = around.ending_at(folded, start, left, words.part) is not None
    if what is None or what.rule == "unknown noun" or speaks_of_those(folded, number, words):
        other = elliptic(folded, (number, start), reading.out, words)
        if other is not None and not number.article:
            return _told(reading, number, (start, right), qualifier, other[0], part=other[1] or part)
    if what is None or what.rule == "unknown noun":
        what = beside.votes_against(folded, (number, start), reading.last, words) or what
    if what is None:
        what = _bare(reading, number, start, bounds)
    what = bare_sum(folded, number, (start, left, right), what, reading.out, words, keys().kinds)
    part = part or _breaks_down(reading, number, what, start)
    if what is None or _named_already(reading, number, what, start):
        return None
    if what.of is None and _is_year(reading.text, number):
        return None
    if what.of in keys().outcomes and _almost(folded, number.end, what.end, words):
        return None  # "two nearly killed": they were not
    if what.of in keys().outcomes and number.scale == 1 and number.low != int(number.low):
        return None  # "18,20 I morti": a clock; nobody dies by halves
    last = reading.last
    more = last is not None and beside.one_more_part(folded, what, start, last, words)
    if (part or more) and last is not None and what.of is not None:
        what = _partial(reading, what, start, more=more)
    what = among(folded, what, start, reading.out, words)
    return _told(reading, number, (start, right), qualifier, what, part=part or more)


def _almost(folded: str, start: int, end: int, words: Words) -> bool:
    """Tell whether a word for "nearly" stands between a number and what befell those counted, which ends at `end`."""
    return any(hit.key == "nearly" for hit in words.before.all(folded, start, end)) if end > start else False


def _breaks_down(reading: Reading, number: Number, what: Counted | None, start: int) -> bool:
    """Tell whether a bare sum is a part of the one before a colon: "14 billion left: 3.2 billion on Thursday"."""
    last = reading.last
    if what is None or what.rule != "sum" or last is None or last.unit != what.unit or last.low is None:
        return False
    gap = reading.folded[last.end : start]
    return last.low > number.low and ":" in gap and _STOPS.search(gap) is None


def _told(
    reading: Reading, number: Number, place: tuple[int, int], qualifier: str | None, what: Counted, *, part: bool
) -> Quantity:
    """Return a number as the quantity of `what`; `place` is where its expression begins and its clause ends."""
    start, right = place
    end = max(number.end, what.end)
    after = around.qualifier_after(reading.folded, end, right, reading.words)
    value = number.low, number.high
    return reading.quantity(number, (start, end), value, qualifier, what, part=part, after=after)


def nth(reading: Reading, number: Number, limit: int) -> Quantity | None:
    """Return the dead of a nation of whom one is told as the third: "a third Frenchman was among the dead".

    ("A third victim" may be the third to be named, or to die in hospital.)
    """
    if not 2 <= number.low <= _NTH:
        return None
    one = Number(start=number.start, end=number.end, low=1.0, high=1.0)  # its noun is of one
    place = (number.start, *reading.clause(number), limit)
    what = counted(reading.folded, reading.text, one, place, reading.words)
    if what is None:
        return None
    what = among(reading.folded, what, number.start, (), reading.words)
    if what.of != "death" or not any(len(g) == 2 and g.isupper() for g in what.group):
        return None
    span = number.start, max(number.end, what.end)
    return reading.quantity(number, span, (number.low, number.low), None, what)


def article_counts(reading: Reading, number: Number, limit: int) -> bool:
    """Tell whether "one" or "a" may count: a noun of the tables follows, or it is the other side of a vote. Most of
    the numbers of a text are articles, and few of those are more."""
    folded, last = reading.folded, reading.last
    if last is not None and last.of in ("vote", "seat"):
        return True
    hit = nouns.behind(folded, number, min(limit, number.end + around.REACH), reading.words)[0]
    if hit is None or folded[hit.start : hit.end] not in reading.words.wounds:
        return hit is not None
    # "un muerto y una herida", but "por una herida en el ojo"
    return last is not None and last.unit == "person" and number.start - last.end <= _LISTED


def befell_too(reading: Reading, quantity: Quantity) -> Quantity | None:
    """Return the count before "and" with what the verb behind both says: "32 Kinder und fünf Lehrer getötet".

    None where the verb behind `quantity` says it of that alone.
    """
    last, outcomes, words = reading.last, keys().outcomes, reading.words
    if last is None or quantity.rule != "verb behind" or quantity.of not in outcomes or last.of in outcomes:
        return None
    gap = reading.folded[last.end : quantity.start].split()
    if not gap or gap[0] not in words.conjunctions or not all(word in words.links for word in gap[1:]):
        return None
    if last.unit != "person" or last.rule != "noun" or last.of is None:
        return None
    own = () if last.of == "person" else (str(last.of),)
    return msgspec.structs.replace(last, of=quantity.of, group=(*own, *last.group), rule="verb behind")


def _bare(reading: Reading, number: Number, start: int, bounds: tuple[int, int]) -> Counted | None:
    """A number without a noun: a toll ("the death toll rose to 21"), a magnitude, the other side of a vote."""
    if number.article:
        return None
    folded, words = reading.folded, reading.words
    plain = around.Measure(number.start, number.end, "", "number")
    what = measured(folded, (start, number.end), bounds, plain, words)
    if what is not None:
        torn = what.key == "magnitude" and _TORN.match(folded, number.end)
        return None if torn else Counted(unit=what.key, of=what.key, of_text=reading.words_of(what), rule="measure")
    if number.low != int(number.low):
        return None
    if nouns.follows(folded, number.end, words) and not turned(folded, start, number.end, words):
        return None
    year = _is_year(reading.text, number)
    numbered = None if year else toll(folded, reading.text, (start, number.end), reading.out, words)
    if numbered is not None:
        return numbered
    several = around.ending_at(folded, start, max(0, start - 30), words.of_several)
    if several is not None:  # "a crew of 14"
        return Counted(unit="person", of=several.key, of_text=reading.words_of(several), rule="number of a body")
    last = reading.last
    if last and last.of in ("vote", "seat") and start - last.end < 25:
        gap = WORD.findall(folded, last.start, start)
        if gap and gap[-1] in words.versus:
            return Counted(unit=last.unit, of=last.of, of_text=last.of_text, rule="versus")
    return None


def _partial(reading: Reading, what: Counted, start: int, *, more: bool) -> Counted:
    """ "16 dead, including 3 children": the part is of the same outcome, its own noun is its group.

    `more`: it is one more part beside another, and not of the quantity found last.
    """
    folded, out, outcomes = reading.folded, reading.out, keys().outcomes
    whole = out[-1]
    if more:
        if whole.of in outcomes:
            own = () if what.of == "person" else (str(what.of),)
            return msgspec.structs.replace(what, of=whole.of, group=(*own, *what.group))
        return what
    near = start - whole.end < 60 and not _STOPS.search(folded, whole.end, start)
    rival = out[-2] if len(out) > 1 else None
    rival = None if rival and _STOPS.search(folded, rival.end, whole.start) else rival
    if rival and rival.of in outcomes and rival.of != whole.of and whole.start - rival.end < 25:
        near = False  # "16 dead and 21 hurt, including 3 children": of which is not said
    if near and whole.of in outcomes and what.of not in outcomes and what.unit == "person":
        return msgspec.structs.replace(what, of=whole.of, group=(str(what.of), *what.group))
    return what


def _named_already(reading: Reading, number: Number, what: Counted, start: int) -> bool:
    """ "les deux pays", "these two leaders": two that the text has named already; nothing is counted."""
    if number.low != 2 or number.high != 2 or what.of in keys().outcomes:
        return False
    before = LAST.search(reading.folded, max(0, start - 16), start)
    return before is not None and before[1] in reading.words.definite


def _is_year(text: str, number: Number) -> bool:
    return _PLAIN_YEAR.match(text[number.start : number.end]) is not None
