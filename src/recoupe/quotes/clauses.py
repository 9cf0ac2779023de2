"""Clauses: where one begins, and where behind a verb a colon or a "that" opens what is said."""

from __future__ import annotations

from recoupe.quotes.cues import Cue
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.view import PIECE, POINT, QUOTED, WORD, Token
from recoupe.quotes.voices import known


def clause_start(words: list[Token], left: int, grammar: Grammar) -> int:
    """Return where the clause that ends at `left` begins: the sentence, or behind a semicolon."""
    closed = 0
    for k in range(left - 1, max(-1, left - 150), -1):
        if words[k].kind != POINT:
            continue
        low = words[k].low
        if low in "()":
            closed += 1 if low == ")" else -1
        if closed < 0 or (not closed and low in ";:"):
            return k + 1
        if low in ".!?" and k + 1 < left and words[k - 1].kind == QUOTED:
            return k + 1
    return 0


def colon_behind(words: list[Token], at: int) -> int | None:
    """Return the place of a colon within reach behind `at`, before any quotation or full stop."""
    for k in range(at, min(len(words), at + 16)):
        if words[k].kind == QUOTED:
            return None
        if words[k].kind == POINT:
            if words[k].low == ":":
                return k
            if words[k].low in ".;?!":
                return None
    return None


def complement_behind(words: list[Token], at: int, grammar: Grammar) -> int | None:
    """Return where "that" (or its like) opens the reported clause behind `at`, None when nothing does."""
    placed = False
    for k in range(at, min(len(words), at + 18)):
        token = words[k]
        if token.kind == QUOTED and token.low == PIECE and token.capital and k > at and k + 1 < len(words):
            that = k + 1
            while that < min(len(words) - 1, k + 3) and words[that].low in grammar.adverbial | grammar.dates:
                that += 1
            if words[that].low in grammar.that:
                return that  # "said on “Meet the Town” that ...", "told “Meet the Town” on Friday that ..."
        if token.kind == QUOTED or (token.kind == POINT and token.low in ";:."):
            return None
        if token.low in grammar.complements or (k == at and token.low in grammar.close):
            return k
        if (
            k == at
            and token.low in grammar.pronouns
            and not (k + 1 < len(words) and words[k + 1].low in grammar.complements)
        ):
            return None
        if token.kind == POINT and token.low == "," and (placed or _inside_place(words, k, at, grammar)):
            placed = not placed and words[k + 1].capital  # the comma behind "Ems, New Holm"
            continue
        if token.kind == POINT and token.low == ",":
            joined = grammar.habits.get("comma_complement")
            return k + 1 if joined and k + 1 < len(words) and words[k + 1].low in grammar.close else None
        if k > at and (
            (token.low in grammar.stop and token.low not in grammar.adverbial) or token.low in grammar.pronouns
        ):
            return None
    return None


def _inside_place(words: list[Token], k: int, at: int, grammar: Grammar) -> bool:
    """ "told a hall in Ems, New Holm, on Monday that": the comma at `k` stands inside or behind the name of a place."""
    if k == at or k + 1 >= len(words) or not words[k - 1].capital or grammar.habits.get("comma_complement"):
        return False
    close = k + 1
    while close < len(words) and words[close].kind == WORD and words[close].capital:
        close += 1
    if close == len(words):
        return False
    ends = words[close].low in grammar.adverbial or words[close].low in grammar.that
    return ends or (close > k + 1 and words[close].low == ",")


def complement_of(words: list[Token], right: int, cue: Cue, grammar: Grammar) -> int | None:
    """Return where a "that" opens what `cue` reports: one far behind it may belong to what is said, or be about a thing
    ("asked to describe the boat that sank")."""
    found = complement_behind(words, right, grammar)
    if found is None or found <= right or grammar.habits.get("comma_complement"):
        return found
    distant = words[found].low not in grammar.that and cue.strength not in ("tell", "ask")
    distant = distant or (cue.strength == "say" and _noun_at(words, right, found, grammar))
    return None if cue.strength == "call" or distant else found


def _noun_at(words: list[Token], k: int, that: int, grammar: Grammar) -> bool:
    """ "said the crew saw that ...": what is said begins with a noun at `k`, and a later "that" is its own; but "warned
    sailors that", "insisted more loudly that", "claimed without proof that"."""
    if _clause_at(words, k, that, grammar):
        return True
    token, low = words[k], words[k].low
    if not grammar.habits.get("bare_nouns") or token.kind != WORD or low in grammar.dates or low in grammar.adverbial:
        return False
    if low in grammar.determiners or token.capital:
        return True
    if known(low, grammar) and not any(t.low in grammar.finite for t in words[k:that]):
        return False
    last = words[that - 1].low
    if last.endswith(grammar.manner) or last in grammar.dates or low in grammar.breaking:
        return False
    adverb = low in grammar.auxiliaries or low.endswith(grammar.manner) or low in grammar.objects
    return not adverb and low not in grammar.prepositions


def _clause_at(words: list[Token], k: int, that: int, grammar: Grammar) -> bool:
    """ "said on Saturday there are no signs that ...": tell whether a clause of its own begins behind the day at `k`:
    without it the contrary would be told."""
    at = k
    while at + 2 < that and words[at].kind == WORD:
        if words[at].low in grammar.dates:
            at += 1
        elif words[at].low in grammar.adverbial and words[at + 1].low in grammar.dates:
            at += 2
        else:
            break
    begins = words[at].kind == WORD and words[at].low not in grammar.adverbial | grammar.close
    return k < at and begins and words[at + 1].low in grammar.finite
