"""Ages: numbers that the words around make one ("aged 5", "de 37 ans", "a 48-year-old")."""

from __future__ import annotations

from recoupe.model.mention import Quantity
from recoupe.quantities.lexicon import NEXT, Words
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_NEXT_WORD = compiled(r" ?([^\W\d_]+)")
_OLDEST = 125
_REACH = 40
_NEAR = 8
"""Characters back in which words make an age; between two ages ("aged 5 and 8")."""


def age_end(folded: str, number: Number, last: Quantity | None, words: Words) -> int | None:
    """Return where the age that `number` tells ends, None where it is none; `last` is the quantity before."""
    if number.low > _OLDEST or number.high is None or number.ordinal:
        return None
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
    if words.age.search(before):
        m = _NEXT_WORD.match(folded, number.end)
        return m.end() if m is not None and m[1] in words.times else number.end
    return None
