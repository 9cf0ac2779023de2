"""Numbers of what their line or clause opens with.

    a label       "Dead: 14. Injured: 40."
    a subject     "The violations recorded by the observers are seven."
    the next one  "Gli arresti sono 22, i fermi 52"

Only of what a story has one number of: page furniture is full of labels ("Comments: 14").
"""

from __future__ import annotations

import re

from recoupe.model.mention import Quantity
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import WORD, Hit
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_KEYS = frozenset(
    (
        "victim", "firefighter", "rescuer", "police officer", "soldier", "protester", "passenger", "crew", "civilian",
        "child", "woman", "man", "prisoner", "body", "house", "building", "helicopter", "violation", "occupant",
    )
)  # fmt: skip
"""What may be counted so besides outcomes."""

RULES = ("label", "copula")
_REACH = 90
_OPENS = compiled(r"(?:^|[\n;]|[.,!?(](?=[ \n]))[ \n\u2022\u00b7*–—-]*", re.M)
_ENDS = compiled(r" ?(?:[.;)(\n]|$|,(?! ?\d)|[-–] )")
_SMALL = 3
"""Letters of the longest word that may be an article."""
_BETWEEN = 8
"""Words at most between a subject and its verb."""


def named(folded: str, start: int, number: Number, last: Quantity | None, words: Words) -> Hit | None:
    """Return what the number that ends its clause at `start` is of by the words its clause opens with."""
    if not _ENDS.match(folded, number.end) or listed(folded, number):
        return None
    left = max(0, start - _REACH)
    opened = [m.end() for m in _OPENS.finditer(folded, left, start) if m.end() < start]
    if not opened or (opened[-1] == left and left > 0):
        return None
    subject = _subject(folded, opened[-1], start, words)
    if subject is None:
        return None
    rest = folded[subject.end : start]
    if rest.strip() == ":" or (last is not None and last.rule in RULES and not rest.strip()):
        return subject
    return subject if _is(rest, words) and not subject.single else None


def labelled(folded: str, start: int, words: Words) -> str | None:
    """Return the outcome a line is labelled with right before `start`: "Missing: at least 12 people"."""
    if folded[start - 2 : start] != ": ":
        return None
    left = max(0, start - _REACH)
    opened = [m.end() for m in _OPENS.finditer(folded, left, start - 2)]
    subject = _subject(folded, opened[-1], start, words) if opened else None
    if subject is None or folded[subject.end : start].strip() != ":":
        return None
    return subject.key if subject.key in keys().outcomes else None


def _subject(folded: str, at: int, start: int, words: Words) -> Hit | None:
    """Return the noun or participle a clause opens with, past an article."""
    for _ in range(2):
        m = WORD.match(folded, at)
        if m is None or m.end() > start:
            return None
        for lexicon in (words.nouns, words.verbs):
            hit = lexicon.match(folded, m.start(), m.group())
            if hit is not None and hit.end <= start and hit.key in keys().outcomes | _KEYS:
                return hit
        if len(m.group()) > _SMALL and m.group() not in words.definite:
            return None
        at = m.end() + 1
    return None


def _is(rest: str, words: Words) -> bool:
    """Tell whether the words between a subject and its number end in a verb that only says that it is."""
    said = WORD.findall(rest)
    if not 0 < len(said) <= _BETWEEN or any(c in rest for c in ',;:()"'):
        return False
    numbers = re.findall(r"\d+ ?([^\W\d_]*)", rest)
    verbs = words.several_are or words.aux  # where an age needs no "years", "the dead man was 51" tells one
    return any(w in verbs for w in said[-2:]) and all(n in words.times for n in numbers)


def listed(folded: str, number: Number) -> bool:
    """Tell whether another number follows behind a comma: ages, a score, a row of a table."""
    return re.match(r",? ?\d", folded[number.end : number.end + 3]) is not None
