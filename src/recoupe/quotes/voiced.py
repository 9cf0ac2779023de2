"""Voiced: what a verb of voice ("chanted") reports: words in marks behind it, or behind a colon."""

from __future__ import annotations

from recoupe.quotes.behind import told_behind
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.scene import Report
from recoupe.quotes.setting import Setting
from recoupe.quotes.view import COMMA, QUOTED, WHOLE, WORD, Token


def voiced(s: Setting) -> Report | None:
    """Return what a verb of voice ("chanted") reports: words in marks behind it, or behind a colon."""
    words, grammar, right = s.words, s.scene.grammar, s.right
    found = shouted(words, right, grammar)
    if found:
        return Report(s.cue, s.subject, found, "voiced")
    clause = s.complement is not None and grammar.habits.get("comma_complement")
    at = right + (right < len(words) and words[right].low == ",")
    marks = at < len(words) and words[at].kind == QUOTED
    if not clause and s.colon is None and not marks:
        return None
    return told_behind(s.scene, s.cue, s.subject, right, s.complement)


def shouted(words: list[Token], at: int, grammar: Grammar) -> list[tuple[int, int]]:
    """ "chanted “Out!” and “Now!” and left": return the whole sentences in marks right behind a verb of voice."""
    found: list[tuple[int, int]] = []
    k = at
    if at < len(words) and words[at].low in grammar.prepositions:  # "chanted back at him, “Out!”"
        comma = next((j for j in range(at + 1, min(len(words), at + 5)) if words[j].kind != WORD), at)
        k = comma if words[comma].low == "," else at
    k += k < len(words) and words[k].low == ","
    while k < len(words) and words[k].kind == QUOTED and (words[k].capital or words[k].low in (WHOLE, COMMA)):
        found.append((k, k + 1))
        k += 1
        if k < len(words) and (words[k].low == "," or words[k].low in grammar.joining):
            k += 1
    return found
