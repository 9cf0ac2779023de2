"""Relative clauses: whom or what one that tells words is about: "Ann Poe, who said: “...”", "a message that said"."""

from __future__ import annotations

from recoupe.quotes.cues import Cue
from recoupe.quotes.grammar import GERUND, INFINITIVE, Grammar
from recoupe.quotes.view import QUOTED, WORD, Token
from recoupe.quotes.voices import known


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


def antecedent(words: list[Token], that: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "a message that said", "a letter from the crew on Friday that says": return the noun phrase before a relative
    "that": the nearest noun of speech, or the noun right before it, from its article on."""
    noun = next((k for k in range(that - 1, max(-1, that - 9), -1) if words[k].low in grammar.nouns), that - 1)
    if words[noun].kind != WORD or words[noun].low in grammar.verbs or words[noun].low in grammar.stop:
        return None
    first = noun
    while first and noun - first < 5 and words[first].low not in grammar.determiners and words[first - 1].kind == WORD:
        if words[first - 1].low in grammar.verbs or words[first - 1].low in grammar.prepositions:
            break
        first -= 1
    return first, noun + 1


def crowd(words: list[Token], first: int, last: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "supporters who chanted: “...”": return the people without a name right before a relative pronoun and the verb
    `[first, last)`, where a colon before words in marks follows: they say them, not whom the sentence is about."""
    if first < 2 or last + 1 >= len(words) or words[last].low != ":" or words[last + 1].kind != QUOTED:
        return None
    low, at = words[first - 1].low, first - 1
    if grammar.habits.get("verb_second"):  # ", die riefen:"
        if low not in grammar.definite or words[at - 1].low != ",":
            return None
        at -= 1
    elif low not in grammar.that and grammar.pronouns.get(low) != "r":
        return None
    noun = words[at - 1]
    if noun.kind != WORD or (noun.capital and not grammar.habits.get("nouns_capital")) or not known(noun.low, grammar):
        return None
    span = antecedent(words, at, grammar)
    return None if span is None or (span[0] and words[span[0] - 1].low == ",") else span
