"""Attributed: what a phrase beside the clause gives a source: "According to Ann Poe, ...", "Citing “delays,” ..."."""

from __future__ import annotations

from recoupe.quotes.behind import on_title
from recoupe.quotes.clauses import clause_start
from recoupe.quotes.cues import Cue
from recoupe.quotes.cuts import cut
from recoupe.quotes.ends import end_of
from recoupe.quotes.grammar import GERUND, Grammar
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.scene import Report, Scene
from recoupe.quotes.view import COMMA, QUOTED, WORD, Token


def according(scene: Scene, cue: Cue) -> Report | None:
    """ "According to Ann Poe, ...", "..., according to her": what is reported stands behind the source or before it."""
    words, grammar = scene.words, scene.grammar
    subject = cue.subject
    if subject is None:
        return None
    before = words[cue.first - 1]
    if cue.first == 0 or (before.low != "," and before.kind != QUOTED and cue.first < 3):
        start = max(subject[1], cue.last)
        # behind the comma that closes what is said of the source
        comma = next((k for k in range(start, min(len(words), start + 25)) if words[k].low == ","), None)
        if comma is not None:
            start = comma + 1
            more = next((k for k in range(start, min(len(words), start + 12)) if words[k].low == ","), None)
            if more is not None and grammar.pronouns.get(words[start].low) == "r" and more + 1 < len(words):
                start = more + 1  # "selon Anna Poe, qui dirige le port, « ... »"
            elif (
                more is not None
                and not grammar.verbs.keys() & {t.low for t in words[start:more]}
                and words[start].low not in grammar.pronouns
                and words[more - 1].kind == WORD
                and (more + 1 >= len(words) or words[more + 1].low not in grammar.joining)
                and any(t.kind == QUOTED for t in words[more:])
                and not any(t.kind == QUOTED for t in words[start:more])
            ):
                start = more + 1
        end = end_of(scene, start)
        return cut(words, Report(cue, subject, [(start, end)], "according-first"), grammar) if end > start else None
    start = clause_start(words, cue.first, grammar)
    end = subject[0] if subject[1] == cue.first > subject[0] > start else cue.first
    quoted = scene.quoted
    behind = subject[1] + (subject[1] < len(words) and words[subject[1]].low == ",")
    about = behind < len(words) and grammar.pronouns.get(words[behind].low) == "r"  # "selon des élus, qui parlent de"
    if quoted and quoted[0] >= subject[1] and not about:
        told = max(subject[1], cue.last)  # "der Stadt zufolge „faul“"
        last = end_of(scene, told)
        return cut(words, Report(cue, subject, [(told, last)], "according-inside"), grammar) if last > told else None
    return cut(words, Report(cue, subject, [(start, end)], "according-last"), grammar) if end > start else None


def opening(words: list[Token], cue: Cue, quoted: list[int], grammar: Grammar) -> Report | None:
    """ "Citing “delays,” the mayor ...": the subject stands behind the opening phrase."""
    if not quoted or cue.form != GERUND:
        return None
    comma = next((k for k in range(cue.last, len(words)) if words[k].low in (",", COMMA)), None)
    if comma is None or comma < quoted[0] or comma + 1 >= len(words):
        return None
    subject = noun_phrase(words, comma + 1, grammar)
    if subject is None:
        return None
    end = comma + 1 if words[comma].low == COMMA else comma
    if on_title(words, cue.last, end, grammar):
        return None  # "Speaking to “The Tide” on Monday, Ann Poe ..."
    return cut(words, Report(cue, subject, [(cue.last, end)], "opening"), grammar)
