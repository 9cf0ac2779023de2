"""Relative clauses that say words in marks: "with Ann Poe, who said: “...”"."""

from __future__ import annotations

from recoupe.quotes.cues import Cue
from recoupe.quotes.grammar import GERUND, INFINITIVE, Grammar
from recoupe.quotes.view import QUOTED, WORD, Token


def named_before(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[int, int] | None:
    """Return the words with capitals before ", who said:", where words in marks follow; None where nothing is so."""
    who, close = cue.first - 1, cue.last + 1
    if cue.form in (GERUND, INFINITIVE) or who < 2 or close >= len(words) or words[close].kind != QUOTED:
        return None
    if words[cue.last].low not in (",", ":") or words[who - 1].low != ",":
        return None
    low, last = words[who].low, who - 1
    if not (grammar.pronouns.get(low) == "r" or low in grammar.that):
        return None
    first = last
    while first and words[first - 1].kind == WORD and words[first - 1].capital:
        first -= 1
    return (first, last) if first < last else None
