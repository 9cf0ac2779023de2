"""Bare numbers of what their sentence names: "the death toll rose to 21", "auf 60 ist die Zahl der Toten gestiegen".

    before       "the number of injured is 60"
    far before   "the toll of the fire that gutted the hotel has climbed to 21": the verb leads to it
    behind       "sube a 21 la cifra de muertos"

What tells by how many a number differs ("rose by three", "tres menos que el lunes") tells no number.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities import around
from recoupe.quantities.counted import GENERIC, Counted
from recoupe.quantities.keys import keys
from recoupe.quantities.led import leads, to
from recoupe.quantities.lexicon import LAST, NEXT, Hit
from recoupe.quantities.words import Words
from recoupe.text import numbers
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_REACH = 60
"""Characters from what is numbered to its number."""
_FAR = 150
"""The same where a verb of change leads to the number."""
_STOP = compiled(r"[.;!?\n](?!\d)")
_COMMA = compiled(r",(?!\d)")
_ARTICLES = 2
"""Words between a number and what it numbers behind it: "la", "ist die"."""


def toll(folded: str, text: str, span: tuple[int, int], out: Sequence[Quantity], words: Words) -> Counted | None:
    """Return what a bare number at `span` numbers; `out` are the quantities before it."""
    start, end = span
    if _only_differs(folded, start, end, words):
        return None
    led = leads(folded, start, end, words)
    reach = _FAR if led else _REACH
    found = _named(folded, start, reach, words) or _numbered(folded, start, reach, words)
    others = [q for q in out[-6:] if found is not None and q.start > found.start and q.rule != "toll"]
    if any(not led or q.of in keys().outcomes for q in others):
        return None
    if found is None and (led or (words.verb_final and to(folded, start, words))):
        found = _behind(folded, end, words)
    if found is None:
        return None
    unit = "person" if found.key in keys().person else "thing"
    return Counted(unit=unit, of=found.key, of_text=text[found.start : found.end], rule="toll")


def _only_differs(folded: str, start: int, end: int, words: Words) -> bool:
    before = LAST.search(folded, max(0, start - 16), start)
    if before is not None and before[1] in words.difference_before:
        return numbers.changing(folded, start, numerals(words.code))
    m = NEXT.match(folded, end)
    return m is not None and words.difference.match(folded, m.start(1), m[1]) is not None


def _behind(folded: str, end: int, words: Words) -> Hit | None:
    """Return "number of injured" or "death toll" right behind a number: "sube a 21 la cifra de muertos"."""
    at = end
    for _ in range(_ARTICLES + 1):
        m = NEXT.match(folded, at)
        if m is None:
            return None
        hit = words.toll.match(folded, m.start(1), m[1])
        if hit is not None:
            return hit
        hit = words.number_of.match(folded, m.start(1), m[1])
        if hit is not None:
            return _noun_behind(folded, hit, len(folded), words)
        if m[1] not in words.stop:
            return None
        at = m.end()
    return None


def _named(folded: str, start: int, reach: int, words: Words) -> Hit | None:
    """Return the last "death toll" before; "le bilan des interpellations" is of what it names."""
    hits = words.toll.all(folded, max(0, start - reach), start)
    hits = [hit for hit in hits if not _STOP.search(folded, hit.end, start)]
    if not hits:
        return None
    own = _noun_behind(folded, hits[-1], start, words)
    return own if own is not None and own.key in keys().outcomes else hits[-1]


def _numbered(folded: str, start: int, reach: int, words: Words) -> Hit | None:
    """Return "number of injured" where the number is what that rose to or is ("rose by 12" tells no number)."""
    hits = words.number_of.all(folded, max(0, start - reach), start)
    if not hits or _STOP.search(folded, hits[-1].end, start) or _COMMA.search(folded, hits[-1].end, start):
        return None
    if not to(folded, start, words) and around.ending_at(folded, start, hits[-1].end, words.reaches) is None:
        return None
    return _noun_behind(folded, hits[-1], start, words)


def _noun_behind(folded: str, hit: Hit, start: int, words: Words) -> Hit | None:
    """Return the noun within two words behind a hit, with it: "of the injured", "of seriously injured"."""
    at = hit.end
    for _ in range(2):
        m = NEXT.match(folded, at)
        if m is None or m.end() >= start:
            return None
        noun = words.nouns.match(folded, m.start(1), m[1])
        if noun is not None:
            return msgspec.structs.replace(_what_became(folded, noun, words), start=hit.start)
        at = m.end()
    return None


def _what_became(folded: str, noun: Hit, words: Words) -> Hit:
    """Return the outcome said right behind people ("people missing", "personas desaparecidas"), else the noun."""
    m = NEXT.match(folded, noun.end) if noun.key in GENERIC else None
    verb = words.verbs.match(folded, m.start(1), m[1]) if m else None
    return msgspec.structs.replace(noun, key=verb.key, end=verb.end) if verb is not None else noun
