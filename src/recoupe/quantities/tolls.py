"""Bare numbers of what their sentence names before: "the death toll rose to 21", "the number of injured is 60"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities import around
from recoupe.quantities.counted import GENERIC, Counted
from recoupe.quantities.lexicon import LAST, NEXT, Hit, Words, keys
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_REACH = 60
"""Characters from what is numbered to its number."""
_STOP = compiled(r"[.;!?\n]")


def toll(folded: str, text: str, start: int, out: Sequence[Quantity], words: Words) -> Counted | None:
    """Return what a bare number that begins at `start` numbers; `out` are the quantities before it."""
    found = _named(folded, start, words) or _numbered(folded, start, words)
    if found is None or any(q.rule != "toll" for q in out[-6:] if q.start > found.start):
        return None
    unit = "person" if found.key in keys().person else "thing"
    return Counted(unit=unit, of=found.key, of_text=text[found.start : found.end], rule="toll")


def _named(folded: str, start: int, words: Words) -> Hit | None:
    """Return the last "death toll" before; "le bilan des interpellations" is of what it names."""
    hits = words.toll.all(folded, max(0, start - _REACH), start)
    hits = [hit for hit in hits if not _STOP.search(folded, hit.end, start)]
    if not hits:
        return None
    own = _noun_behind(folded, hits[-1], start, words)
    return own if own is not None and own.key in keys().outcomes else hits[-1]


def _numbered(folded: str, start: int, words: Words) -> Hit | None:
    """Return "number of injured" where the number is what that rose to or is ("rose by 12" tells no number)."""
    hits = words.number_of.all(folded, max(0, start - _REACH), start)
    if not hits or _STOP.search(folded, hits[-1].end, start) or "," in folded[hits[-1].end : start]:
        return None
    led = LAST.search(folded, max(0, start - 16), start)
    to = led is not None and led[1] in numerals(words.code).target
    if not to and around.ending_at(folded, start, hits[-1].end, words.reaches) is None:
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
