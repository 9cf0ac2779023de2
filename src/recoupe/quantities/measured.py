"""What a number with a unit measures: the nearest word of a measure that takes such a unit.

Nearness is characters, dearer across a comma, a bracket or another number; a word tied behind the number
("25 % des voix") is nearest of all. Beyond the limit the measure stays open: the unit alone is known.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.quantities.around import Measure
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import LAST, NEXT, Hit
from recoupe.quantities.words import Words
from recoupe.text.patterns import compiled

_LIMIT = 62
_NUMBER_LIMIT = 24
_NUMBER = compiled(r"\d+(?:[.,]\d+)*")
_SHARE_OF_ALL = 40
"""Added to "of gross domestic product" behind a number: something else is measured by it, a deficit or a debt."""

_CHANGES = ("rise", "fall", "lost")
_LOST = {"money": "loss", "percent": "fall"}
"""What somebody "lost": money is gone, a percentage is a fall."""

_WEAK = frozenset(
    (
        "rise",
        "fall",
        "cost",
        "diameter",
        "price",
        "share",
        "area",
        "distance",
        "speed",
        "imports",
        "exports",
        "capital",
        "lost",
    )
)
"""Measures that any other measure near the number explains better ("inflation rose to 3 %" is about inflation)."""

EACH = "price per share"
_OF_EACH = {"dividend": "dividend", "profit": "earnings per share", "share price": "share price"}
"""What a sum for each share is of, where a word of its clause says so: else it is what a buyer pays."""

_EACH_BEFORE = 12
"""Characters from "per share" to a number behind it: "earnings per share came to "."""

WITH_DEBT = "enterprise value"
_PAID = frozenset(("valuation", "acquisition", "price", "cost"))
"""What a deal is worth, which "including debt" says more of."""

ANSWERS = "guarantee"
_OWED = frozenset(("loss", "loan", "bad loans", "debt", "bond"))
"""What others answer for: "guarantees losses of up to 18 billion" is a guarantee."""


def measured(folded: str, span: tuple[int, int], bounds: tuple[int, int], unit: Measure, words: Words) -> Hit | None:
    """Return the word that says what is measured at `span`, None where none is near enough."""
    measures = keys().measure
    left, right = bounds
    start, end = span
    best: tuple[int, int, Hit] | None = None
    led = LAST.search(folded, max(left, start - 14), start)
    level = unit.kind in ("money", "percent") and led is not None and led[1] in words.level
    limit = _NUMBER_LIMIT if unit.kind == "number" else _LIMIT
    found = [*words.cues.all(folded, left, start), *words.cues.all(folded, end, right)]
    hits = [hit for hit in found if unit.kind in measures.get(hit.key, ())]
    each = next((hit for hit in hits if hit.key in (EACH, "share price") and _beside(folded, hit, span)), None)
    if each is not None and unit.kind == "money":
        return _of_each(hits, each)
    for hit in hits:
        before = hit.end <= start
        if hit.key == EACH or (level and (hit.key in _CHANGES or not before)):
            continue  # "sales rose 5 % to 3 million": what it rose to is sales
        gap = folded[hit.end : start] if before else folded[end : hit.start]
        if not before and _of_the_next(folded, gap, hit, words):
            continue
        joined = hit.key in _OF_THINGS and (before or len(gap) > 1)
        if joined and _JOINED.search(folded, max(0, hit.start - _SHORT), hit.start):
            continue  # "a season-high 716 yards", "a year-long stretch": a half of another word
        numbers = _NUMBER.findall(gap)
        if unit.kind == "money" and hit.key in _IN_PERCENT:
            # "a deficit of 5 % of GDP, or 48 billion", "haben 3 Prozent verloren und gingen mit 17,84 Euro"
            if (before and _SHARE_OF.search(folded, left, hit.start)) or _PERCENT.search(gap):
                continue
        commas = gap.count(",") - sum(n.count(",") for n in numbers)
        price = len(gap) + 14 * commas + 30 * sum(map(gap.count, "();")) + (0 if level else 25) * len(numbers)
        if not before:
            price += _SHARE_OF_ALL if hit.key == "gdp" else 0 if len(gap) <= 6 else 12
        if hit.key in _WEAK:
            price += 15
        if price <= limit and (best is None or (price, hit.start) < best[:2]):
            best = (price, hit.start, hit)
    if best is None:
        return None
    if best[2].key in _OWED:
        return next((h for h in hits if h.key == ANSWERS and _leads(folded, h, start)), best[2])
    if best[2].key in _PAID:
        return next((h for h in hits if h.key == WITH_DEBT), best[2])
    return msgspec.structs.replace(best[2], key=_LOST[unit.kind]) if best[2].key == "lost" else best[2]


_PERCENT = compiled(r"%|(?<!\w)(?:per ?cent|pour ?cent|prozent|procent|per cento|por ?ciento|por cento)(?!\w)")
_SHARE_OF = compiled(r"(?:%|cent|prozent|procent|cento|ciento) (?:(?:of|du|des?|del|do|der|van het|d')[ ']?){0,2}$")


_IN_PERCENT = ("gdp", "lost")
"""Words that, where a percentage leads to them or parts them from a sum, say nothing of the sum."""


def _beside(folded: str, hit: Hit, span: tuple[int, int]) -> bool:
    """Tell whether "per share" is tied to the sum at `span`, behind it or before."""
    start, end = span
    if hit.start >= end:
        return hit.start - end <= 1  # "1,85 couronne l'action"
    if hit.key != EACH:
        return False
    gap = folded[hit.end : start]
    return len(gap) <= _EACH_BEFORE and not any(c in ",;:(" or c.isdigit() for c in gap)


def _of_each(hits: Sequence[Hit], each: Hit) -> Hit:
    """Return what a sum "per share" is of: a dividend, what was earned, what shares cost, else what is paid."""
    of = [hit for hit in hits if hit.key in _OF_EACH and (hit.end <= each.start or hit.key == "dividend")]
    known = min(of, key=lambda hit: list(_OF_EACH).index(hit.key), default=each)
    return msgspec.structs.replace(known, key=_OF_EACH[known.key] if known is not each else EACH)


def _leads(folded: str, hit: Hit, start: int) -> bool:
    """Tell whether nothing but words stands between a guarantee and the sum at `start`."""
    return hit.end <= start and not any(c in ",;()" or c.isdigit() for c in folded[hit.end : start])


_BASE_WORDS = 4
"""Words from a percentage to what it is of ("38% of its own trains")."""


def base(folded: str, end: int, right: int, words: Words) -> Hit | None:
    """Return what a percentage that ends at `end` is of: the noun behind "of", "del", "der". None where none is."""
    at = end
    for number in range(_BASE_WORDS):
        m = NEXT.match(folded, at)
        if m is None or m.end() > right:
            return None
        hit = words.nouns.match(folded, m.start(1), m[1])
        if hit is not None and number:
            return hit
        if not number and m[1] not in words.links and m[1] not in words.stop - words.relatives | words.definite:
            return None  # "30 % that the law allows" is no share of laws
        at = m.end()
    return None


def _of_the_next(folded: str, gap: str, hit: Hit, words: Words) -> bool:
    """Tell whether a word behind a number begins the clause of the next: "lost 1.4 billion and turned over 21.3"."""
    joined = gap.rstrip(" ").rpartition(" ")[2] in words.conjunctions
    return joined and (len(gap) <= _SHORT or _NUMBER.search(folded, hit.end, hit.end + _SHORT) is not None)


_OF_THINGS = ("height", "length", "width", "depth")
"""Measures told by an adjective behind the number ("40 metres high", "40-metre-high")."""

_JOINED = compiled(r"[^\W\d_] ?- ?$")

_SHORT = 6
"""Characters of a gap that holds "and" and no more, and from a word to its number."""
