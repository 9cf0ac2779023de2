"""Recipients: stepping over whom, when and where something is told to, from a verb to what is told."""

from __future__ import annotations

from recoupe.quotes.cues import Cue, matches
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.view import COMMA, QUOTED, WHOLE, WORD, Token
from recoupe.quotes.voices import known


def behind_recipient(words: list[Token], cue: Cue, start: int, end: int, grammar: Grammar) -> int:
    """Step over dates, "in a statement" before a quotation, and whom it is told to."""
    while start < end and words[start].low in grammar.dates:
        start += 1
    start = behind_aside(words, start, end, grammar)
    if cue.strength in ("say", "ask", "tell"):
        for k in range(start, min(end, start + 12)):
            if words[k].kind == QUOTED and (
                words[k - 1].low in (",", ":")
                or (k - start > 1 and words[start].low in grammar.adverbial and grammar.habits.get("recipient_first"))
                or (k > start and words[k - 1].low in grammar.dates and words[start].low in grammar.adverbial)
                or (cue.strength == "ask" and k > start and words[k].capital and _sentence(words, k, start, grammar))
            ):
                return k
            if words[k].kind != WORD and not (words[k].low == "," and k + 1 < end and words[k + 1].kind == QUOTED):
                break
        whole = _behind_circumstance(words, start, end, grammar)
        if whole is not None:
            return whole
    if cue.strength == "tell" and start < end:
        whose = words[start].low in grammar.possessive and start + 1 < end and known(words[start + 1].low, grammar)
        if (words[start].low in grammar.pronouns or words[start].low in grammar.objects) and not whose:
            return start + 1
        k = start + 1
        while (
            k < end
            and words[k].kind == WORD
            and (
                words[k].capital
                or words[k - 1].low in grammar.determiners
                or words[k].low in grammar.prepositions
                or words[k - 1].low in grammar.prepositions
            )
        ):
            k += 1
        near = next((j for j in range(k, min(end, k + 3)) if words[j].low in grammar.pronouns), None)
        return k if near is None else near
    if start < end and words[start].low in grammar.adverbial and cue.strength == "say":
        k = start
        while k < end and k - start < 8 and words[k].kind == WORD and words[k].low not in grammar.pronouns:
            k += 1
        if k < end and words[k].low in grammar.pronouns:
            return k
    return start


def _sentence(words: list[Token], quote: int, start: int, grammar: Grammar) -> bool:
    """ "asked the crowd “Who stays?”": tell whether a whole sentence in marks stands behind whom is asked."""
    return words[quote].low == WHOLE and words[start].low in grammar.determiners and quote + 1 >= len(words) - 1


def _behind_circumstance(words: list[Token], start: int, end: int, grammar: Grammar) -> int | None:
    """ "said in the spring, when the story broke, “I sent nothing.”": behind a verb, where and when it was said, and a
    comma, a whole sentence in marks is what is said. Return its place."""
    if start >= end or words[start].low not in grammar.adverbial:
        return None
    k = next((k for k in range(start, min(end, start + 24)) if words[k].kind == QUOTED), None)
    if k is None or words[k - 1].low != "," or not words[k].capital or words[k].low not in (WHOLE, COMMA):
        return None
    return k


def behind_aside(words: list[Token], start: int, end: int, grammar: Grammar) -> int:
    """Step over a set phrase behind the verb, between commas or not: "dénonce quant à elle « ... »", "dice, por su
    parte, Ana Pons"."""
    inset = start + 1 < end and words[start].low == ","
    at = start + inset
    for phrase in grammar.asides.get(words[at].low, ()) if at < end else ():
        close = at + len(phrase)
        if matches(words, at, phrase) and (not inset or (close < end and words[close].low == ",")):
            return min(end, close + inset)
    return start
