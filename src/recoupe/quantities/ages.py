"""Ages: numbers that the words around make one ("aged 5", "de 37 ans", "a 48-year-old")."""

from __future__ import annotations

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities.counted import GENERIC, Counted
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import LAST, NEXT
from recoupe.quantities.reading import Reading
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_NEXT_WORD = compiled(r" ?([^\W\d_]+)")
_OLDEST = 125
_REACH = 40
_NEAR = 8
"""Characters back in which words make an age; between two ages ("aged 5 and 8")."""


_TO = compiled(r"[-–](\d{1,3})(?!\d|[-.,–]\d)")
"""What makes a number behind words of age a range of them: "aged 12-16"."""


def ranged(folded: str, number: Number, words: Words) -> Number:
    """Return the range of ages that `number` opens with a dash, `number` itself where it opens none."""
    m = _TO.match(folded, number.end)
    if m is None or number.low != number.high or not number.low < int(m[1]) <= _OLDEST:
        return number
    before = folded[max(0, number.start - _REACH) : number.start]
    if not words.age.search(before) and not words.age_after.match(folded, m.end()):
        return number
    return msgspec.structs.replace(number, end=m.end(), high=float(m[1]))


def age_end(folded: str, number: Number, last: Quantity | None, words: Words) -> int | None:
    """Return where the age that `number` tells ends, None where it is none; `last` is the quantity before."""
    if number.low > _OLDEST or number.high is None or number.ordinal:
        return None
    if number.spelled and number.low == 1:
        counted = NEXT.match(folded, number.end)
        if counted is None or counted[1] not in words.times:
            return None  # "un homme victime d'un infarctus": an article
    before = folded[max(0, number.start - _REACH) : number.start]
    m = words.age_after.match(folded, number.end)
    if m:
        return m.end()
    if last is not None and last.of == "age" and number.start - last.end < _NEAR:
        gap = folded[last.end : number.start].strip()
        m = NEXT.match(folded, number.end)
        counts = m is not None and not any(m[1] in known for known in (words.times, words.stop, words.aux))
        if counts and m is not None and words.verbs.match(folded, m.start(1), m[1]):
            counts = False
        if (gap in words.conjunctions or gap == ",") and not counts:
            return m.end() if m and m[1] in words.times else number.end
    for left_pattern, right_pattern in words.age_between:
        m = right_pattern.match(folded, number.end)
        if m and left_pattern.search(before):
            return m.end()
    if words.age.search(before) or someone(folded, number, words) is not None:
        m = _NEXT_WORD.match(folded, number.end)
        return m.end() if m is not None and m[1] in words.times else number.end
    return None


def someone(folded: str, number: Number, words: Words) -> str | None:
    """Return the key of whom a noun right before a length of years names: "un ouvrier agricole de 34 ans".

    Not "a soldier of 20 years of service".
    """
    unit = NEXT.match(folded, number.end)
    led = LAST.search(folded, max(0, number.start - LONGEST_LINK), number.start)
    if unit is None or unit[1] not in words.times or led is None or led[1] not in words.age_links:
        return None
    behind = NEXT.match(folded, unit.end())
    if behind is not None and behind[1] in words.links:
        return None
    reach = max(0, led.start(1) - _REACH), led.start(1)
    people = [h for h in words.nouns.all(folded, *reach) if h.key in keys().person and h.key not in GENERIC]
    people += [h for h in words.groups.all(folded, *reach) if len(h.key) == CODE and h.key.isupper()]
    last = max(people, key=lambda h: (h.end, h.key), default=None)
    between = folded[last.end : led.start(1)].split(" ") if last is not None else ()
    beside = last is not None and len(between) <= ADJECTIVE and all(w.isalpha() for w in between if w)
    return last.key if beside and last is not None else None


CODE = 2
"""Letters of a nation's code."""

LONGEST_LINK = 6
"""Characters of a word that ties an age to a noun, with spaces."""

ADJECTIVE = 3
"""Pieces between a noun and the word that ties an age to it: one word, and what is before and behind it."""


def told(reading: Reading, number: Number, end: int) -> Quantity:
    """Return the age that a number tells and that ends at `end`, in years: "18 months" is one and a half."""
    left = max(reading.done, number.start - _REACH)
    qualifier, start = reading.qualifier(number.start, left)
    who = someone(reading.folded, number, reading.words)
    age = Counted(unit="year", of="age", group=(who,) if who else (), rule="age")
    unit = NEXT.match(reading.folded, number.end)
    part = reading.words.parts_of_years.get(unit[1], 1.0) if unit is not None and unit.end() <= end else 1.0
    high = None if number.high is None else number.high * part
    return reading.quantity(number, (start, end), (number.low * part, high), qualifier, age)
