"""Namesakes: two of one family named in one breath, the first by the family name alone ("Mr Poe and Ann Poe")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from recoupe.names.tables import Lexicon

WORDS = 5
"""Words that may stand between the two: "Dr Poe and her twin sister, Ann Poe"."""


def beside(persons: Iterable[tuple[int, int, Sequence[str]]], text: str, lex: Lexicon) -> frozenset[str]:
    """Return the full names that stand behind their own family name and an "and". `persons` are the start, end and
    words of the persons of `text`, in order; the one who is called by the family name alone is another."""
    found = set()
    for (_, end, alone), (start, close, full) in pairwise(persons):
        if len(alone) == 1 and len(full) > 1 and alone[0] == full[-1]:
            between = text[end:start].split()
            if 0 < len(between) <= WORDS and between[0].lower() in lex.conjunctions and _one_line(text[end:start]):
                found.add(text[start:close])
    return frozenset(found)


def _one_line(between: str) -> bool:
    return not any(stop in between for stop in ".;:!?\n")
