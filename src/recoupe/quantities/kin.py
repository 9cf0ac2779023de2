"""Numbers right behind a word for a relative and "of", which count none of those that a verb behind them tells of.

"her son of six died"            -> an age whose years are left out
"a mother of four was injured"   -> how many children she has
"the son of two teachers"        -> whose son he is
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from recoupe.languages import load
from recoupe.quantities.lexicon import NEXT
from recoupe.quantities.words import Words
from recoupe.text.normalise import fold
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

LONGEST = 24
"""Characters of such a word with what ties the number to it: "granddaughter of "."""

GROWN = 14
"""Years from which on a parent's number is an age: nobody counts so many children."""


class _Kin(NamedTuple):
    """What ends before a child's number, and before that of a parent or of several children."""

    children: re.Pattern[str]
    parents: re.Pattern[str]


def age_end(folded: str, number: Number, words: Words) -> int | None:
    """Return where the age of a child ends that a number without a noun of its own tells, None where it tells none."""
    kin = _kin(words.code)
    if kin is None or kin.children.search(folded, max(0, number.start - LONGEST), number.start) is None:
        return None
    behind = NEXT.match(folded, number.end)
    if behind is None or behind[1] in words.times:
        return number.end if behind is None else behind.end()
    open_ = any(behind[1] in known for known in (words.stop, words.aux, words.conjunctions))
    return number.end if open_ or words.verbs.match(folded, behind.start(1), behind[1]) is not None else None


def counts_nobody(folded: str, number: Number, words: Words) -> bool:
    """Tell whether a number that is no age stands behind a relative: a parent's, or one that tells whose child."""
    kin = _kin(words.code)
    if kin is None:
        return False
    reach = max(0, number.start - LONGEST), number.start
    if number.low < GROWN and kin.parents.search(folded, *reach) is not None:
        behind = NEXT.match(folded, number.end)
        return behind is None or behind[1] not in words.times
    return kin.children.search(folded, *reach) is not None


@functools.cache
def _kin(code: str) -> _Kin | None:
    table = load(code).table("concepts")
    links = "|".join(re.escape(fold(link)) for link in table.get("kin_of", ()))
    if not links:
        return None

    def before(words: Iterable[str]) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(re.escape(fold(word)) for word in words)}) (?:{links})\Z")

    return _Kin(before(table.get("kin", ())), before(table.get("parents", ())))
