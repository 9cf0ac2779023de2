"""When it befell those counted, between the verb and the number: "a tué samedi soir 12 personnes"."""

from __future__ import annotations

import functools

from recoupe.languages import load
from recoupe.quantities import around
from recoupe.quantities.lexicon import Hit
from recoupe.quantities.words import Words
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled

MOST = 9
"""Words that may stand between, the preposition before the number with them: "la noche del sábado a"."""

LONGEST, SHORT = 20, 3
"""Letters of the longest of them, and of the small words that time words stand among."""

_WORD = compiled(r"(\w+)[ ']$")


def verb_before(folded: str, start: int, left: int, words: Words) -> Hit | None:
    """Return the verb that acts upon those counted from `start` on, with nothing between but when it did."""
    at, link, when, seen = start, "", time_words(words.code), False
    for _ in range(MOST):
        word = _WORD.search(folded, max(left, at - LONGEST), at)
        if word is None:
            return None
        for before in (folded[left:at], folded[left:at] + link) if seen else ():  # "mató | la noche del sábado | a"
            hit = around.ending_at(before, len(before), 0, words.active)
            if hit is not None:
                return Hit(left + hit.start, min(left + hit.end, at), hit.key)
        timed, small = word[1] in when, len(word[1]) <= SHORT
        if not (timed or small or word[1] in words.skip):
            return None
        link = word.group() if small and not seen else link
        seen, at = seen or timed, word.start()
    return None


@functools.lru_cache(maxsize=32)
def time_words(code: str) -> frozenset[str]:
    """Return the single words for days and for parts of a day, folded, and both in one: "samstagabend"."""
    table = load(code).table("times")
    days, parts, others = (
        [fold(w) for kind in kinds for words in table.get(kind, {}).values() for w in words]
        for kinds in (("weekday",), ("part",), ("dayword", "month"))
    )
    joined = (day + part for day in days for part in parts)
    return frozenset(w for w in (*days, *parts, *others, *joined) if " " not in w)
