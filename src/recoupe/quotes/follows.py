"""Follows: whether a sentence is only the narrator's "Ann said" to the quotation that ended the one before."""

from __future__ import annotations

from recoupe.quotes.clauses import colon_behind, complement_behind
from recoupe.quotes.cues import cues
from recoupe.quotes.grammar import GERUND, INFINITIVE, Grammar
from recoupe.quotes.subjects import subject_left
from recoupe.quotes.view import QUOTED, WORD, Token


def follows_quotation(words: list[Token], grammar: Grammar, asked: bool) -> bool:
    """Tell whether a sentence is only "Ann said" or "said Ann" to the quotation that ended the one before; `asked`
    tells that it was a question."""
    for cue in cues(words[:12], grammar)[:1]:
        strengths = {cue.strength} | {strength for _, strength in grammar.verbs.get(words[cue.verb].low, ())}
        if cue.form in (GERUND, INFINITIVE) or strengths.isdisjoint(("say", "ask", "voice", "tell")):
            return False
        span = cue.subject or subject_left(words, cue.first, grammar)
        if span is None or span[0] > 1 or (span[1] > cue.first and not cue.glued):
            return False
        if words[span[0]].low in grammar.prepositions and grammar.habits.get("verb_second"):
            return False  # "Im Mai hatte Rill erklärt, ..."
        if span[0] and words[0].kind == WORD and words[0].low not in grammar.joining | grammar.auxiliaries:
            return False  # "He toured various states, ..."
        follows = words[cue.last] if cue.last < len(words) else None
        if (
            follows is not None
            and follows.low == ","
            and cue.last + 1 < len(words)
            and words[cue.last + 1].kind == QUOTED
        ):
            return False
        if asked and cue.strength == "ask" and follows is not None and follows.kind == WORD:
            return follows.low not in grammar.complements  # "“Why?” Ann Poe asked reporters with a smile."
        if cue.strength == "tell":
            return _only_recipient(words, cue.last, grammar)
        if follows is not None and follows.low == "," and _more_is_told(words, cue.last, grammar):
            return False
        return (
            follows is None
            or follows.low in ".,;"
            or (
                (follows.low in grammar.adverbial or follows.low in grammar.dates)
                and complement_behind(words, cue.last, grammar) is None
                and colon_behind(words, cue.last) is None
            )
        )
    return False


def reports_already(held: list[Token], grammar: Grammar) -> bool:
    """ "Poe spoke of a “calm sea.” He told a crowd ...": tell whether the words in marks that end a sentence are what a
    verb before them in it reports."""
    return any(cue.form not in (GERUND, INFINITIVE) for cue in cues(held[:-1], grammar)[:4])


def _more_is_told(words: list[Token], at: int, grammar: Grammar) -> bool:
    """ "She said, without a word of proof, that ...": words of its own follow behind what stands between commas."""
    return any(
        t.kind == QUOTED or (t.low in grammar.that and words[at + n].low == ",") for n, t in enumerate(words[at + 1 :])
    )


def _only_recipient(words: list[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether behind "told" stand whom it is told to and where or when, and no words that are told."""
    for k in range(at, min(len(words), at + 9)):
        token = words[k]
        if token.low == "." or (k > at and (token.low in grammar.adverbial or token.low in grammar.dates)):
            return True
        if token.kind != WORD or token.low in grammar.complements or (k > at and token.low in grammar.pronouns):
            return False
    return False
