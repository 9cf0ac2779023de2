"""Numbers spelled in words near a time."""

from __future__ import annotations

import functools
import re

from recoupe.text import numbers
from recoupe.text.numerals import numerals
from recoupe.times.grammar import trie


def spelled(piece: str, code: str) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the spans of numbers written in words in a folded text, with their lowest and highest value.

    Articles ("a year"), round words ("a dozen") and ordinals are left to the word lists of the time table, which know
    what they mean before a unit of time. A year said in two numbers ("nineteen ninety-six") is one.
    """
    begins = _begins(code)
    if begins is None or begins.search(piece) is None:
        return {}
    found: dict[tuple[int, int], tuple[float, float]] = {}
    last: tuple[int, int] | None = None
    for n in numbers.in_folded(piece, language=code):
        if not n.spelled or n.article or n.approximate or n.ordinal or any(c.isdigit() for c in piece[n.start : n.end]):
            last = None
            continue
        high = n.low if n.high is None else n.high
        span, value = (n.start, n.end), (n.low, high)
        if last is not None and n.start - last[1] == 1 and _century(found[last]) and 10 <= n.low == high < 100:
            span, value = (last[0], n.end), (found[last][0] * 100 + n.low,) * 2
            del found[last]
        found[span] = value
        last = span
    return found


def _century(value: tuple[float, float]) -> bool:
    return value[0] == value[1] and 11 <= value[0] <= 20


@functools.cache
def _begins(code: str) -> re.Pattern[str] | None:
    """What a number in words begins with, without those that are articles as well: cheaper than reading all."""
    words = numerals(code)
    plain = [w for w in words.begins if w not in words.articles and w not in words.indefinite and w.isalpha()]
    glued = f"|{words.prefix.pattern}" if words.prefix is not None else ""
    return re.compile(rf"(?<!\w)(?:(?:{trie(plain)})(?!\w){glued})") if plain else None
