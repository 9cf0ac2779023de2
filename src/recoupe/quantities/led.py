"""Numbers that a verb of change leads to: "rose to 86", "auf 86 gestiegen"."""

from __future__ import annotations

from recoupe.quantities.lexicon import LAST, NEXT
from recoupe.quantities.words import Words
from recoupe.text import numbers
from recoupe.text.numerals import numerals


def leads(folded: str, start: int, end: int, words: Words) -> bool:
    """Tell whether a verb of change leads to the number at `[start, end)`."""
    if turned(folded, start, end, words):
        return True
    return to(folded, start, words) and numbers.changing(folded, start, numerals(words.code))


def turned(folded: str, start: int, end: int, words: Words) -> bool:
    """Tell whether that verb follows the number, where verbs end their clause: it is nothing counted."""
    if not words.verb_final or not to(folded, start, words):
        return False
    m = NEXT.match(folded, end)
    return m is not None and m[1] in numerals(words.code).change


def to(folded: str, start: int, words: Words) -> bool:
    """Tell whether "to" stands right before a number."""
    before = LAST.search(folded, max(0, start - 16), start)
    return before is not None and before[1] in numerals(words.code).target
