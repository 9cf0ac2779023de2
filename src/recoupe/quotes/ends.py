"""Ends: where what is reported stops and the narrator takes over again."""

from __future__ import annotations

from recoupe.quotes.cues import Cue
from recoupe.quotes.grammar import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE, Grammar
from recoupe.quotes.relatives import named_before
from recoupe.quotes.scene import Scene
from recoupe.quotes.subjects import subject_left
from recoupe.quotes.view import COMMA, POINT, QUOTED, WHOLE, WORD, Token


def end_of(scene: Scene, start: int) -> int:
    """Return where what is reported ends: the sentence, or a comma before another cue that reports beside it."""
    words, grammar, later = scene.words, scene.grammar, scene.later
    for cue in later:
        k = cue.first
        if cue.form == GERUND and k > start and words[k - 1].low in (WHOLE, COMMA):
            return k
        if cue.form == GERUND and k > start + 1 and (words[k - 1].low == "," or words[k - 1].low in grammar.joining):
            return k - 1 if k < 2 or words[k - 2].low != "," else k - 2
        if (
            cue.form not in (GERUND, INFINITIVE)
            and (k > start + 2 or (k == start + 2 and words[start].kind == QUOTED))
            and words[k - 1].low in grammar.joining
            and cue.subject is None
            and cue.strength != "think"
        ):
            return k - 1
        if _in_series(words, start, cue, grammar):
            return k - 1
        if cue.form not in (GERUND, INFINITIVE) and cue.subject is None:
            comma = _next_clause(words, start, k, grammar) or _joined_clause(words, start, cue, grammar)
            if comma is not None:
                return comma
        if cue.strength == "according" and cue.inverted and k > start + 1:
            return k - 1 if words[k - 1].low == "," else k
        for look in (_ASIDES if scene.quoted else _PLAIN_ASIDES)[cue.form]:
            aside = look(words, start, cue, grammar)
            if aside is not None:
                return aside
    seen = False
    for k in range(start, len(words) - 1):
        seen = seen or words[k].kind == QUOTED
        if seen and words[k].low == "," and words[k + 1].low in grammar.breaking and any(c.first > k for c in later):
            return k
    return len(words)


def _while(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe said it would rain, while Rill called the risk “low”": return the comma before the "while" of a clause with
    its own subject that `cue` is the verb of, where that tells something or takes words in marks."""
    if cue.form in (GERUND, INFINITIVE) or cue.last >= len(words):
        return None
    for k in range(cue.first - 1, start + 1, -1):
        if words[k].kind == POINT or words[k].kind == QUOTED:
            return None
        if words[k].low in grammar.opposing and words[k - 1].low == ",":
            told = cue.strength in ("say", "tell", "ask") or any(t.kind == QUOTED for t in words[cue.last :])
            own = told and cue.first - k > 1 and words[k].low not in grammar.joining
            return k - 1 if own and k > start + 3 else None
    return None


def _which(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe said he backed the law, which he called “fair”": return the comma before the "which" of a clause whose
    own subject says the words in marks behind its verb."""
    if cue.form in (GERUND, INFINITIVE) or cue.subject is not None or cue.last >= len(words):
        return None
    subject = subject_left(words, cue.first, grammar)
    if subject is None or subject[0] < start + 3:
        return None
    k = subject[0] - 1
    comma = k - 1
    if words[k].low in grammar.prepositions:
        return None
    if words[k].low not in grammar.relative or words[comma].low not in (",", "—", "–"):
        return None
    return comma if any(t.kind == QUOTED for t in words[cue.last : cue.last + 3]) else None


def _who_says(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe promised to help Rill, who said: “...”": return the comma before the "who" that says words in marks."""
    name = named_before(words, cue, grammar)
    return name[1] if name is not None and name[1] > start + 2 else None


def _asked_again(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe said it was late, and when asked why, she replied, “...”": return the comma before the "and when" of a
    sentence that `cue` is the verb of, where words in marks follow that verb."""
    close = cue.last + 1
    if cue.form in (GERUND, INFINITIVE) or close >= len(words) or words[close].kind != QUOTED:
        return None
    if words[cue.last].low not in (",", ":"):
        return None
    closed = False
    for k in range(cue.first - 1, start + 2, -1):
        if words[k].kind == QUOTED:
            return None
        closed = closed or words[k].low == ","
        if words[k - 1].low == "," and words[k].low in grammar.joining and words[k + 1].low in grammar.breaking:
            return k - 1 if closed else None
    return None


def _before_colon(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe told of the weight it would have: “She has opened the port,” the union wrote": return the colon before
    words in marks that `cue`, right behind them, has a subject for."""
    if cue.form in (GERUND, INFINITIVE) or cue.strength not in ("say", "tell", "ask", "voice"):
        return None
    quote = next((k for k in range(cue.first - 1, start, -1) if words[k].kind != WORD), start)
    if quote - 1 <= start or words[quote].kind != QUOTED or words[quote - 1].low != ":":
        return None
    return quote - 1 if subject_left(words, cue.first, grammar) is not None else None


def _by_saying(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe answered a sailor by saying it was “late”": tell that nothing is told before the "by" of a way of saying,
    where no clause stands before it: return `start`."""
    by = cue.first - 1
    if cue.form != GERUND or cue.first != cue.verb or by < start or words[by].low not in grammar.means:
        return None
    if cue.strength not in ("say", "tell", "ask"):
        return None
    clause = grammar.finite | grammar.complements | (grammar.pronouns.keys() - grammar.objects)
    if any(t.kind != WORD or t.low in clause or t.low in grammar.verbs or "'" in t.low for t in words[start:by]):
        return None
    return start


def _written_thing(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe posted a message reading “...”", "held up a sign — which read “...”": tell that a verb tells only what
    speaks, where right behind its object that is said: return `start`."""
    noun = cue.first - 1
    if cue.form == GERUND and cue.first == cue.verb:
        direct = noun > start
    else:
        relative = words[noun].low in grammar.that or grammar.pronouns.get(words[noun].low) == "r"
        direct = cue.form == FINITE and relative
        noun -= 1
        noun -= noun > start and words[noun].kind == POINT and words[noun].low in ",–—-"
    if not direct or noun <= start or cue.strength not in ("say", "ask", "tell") or cue.last >= len(words):
        return None
    if words[start].low not in grammar.indefinite and words[start].low not in grammar.definite:
        return None
    written = any(t.low in grammar.nouns or t.low in grammar.speech for t in words[start + 1 : noun + 1])
    if not written or words[cue.last].kind != QUOTED:
        return None
    if any(t.kind == QUOTED or t.low in grammar.finite or t.low in grammar.complements for t in words[start:noun]):
        return None
    return start


def _bracketed(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe knows it for what it is (Rill once said, “...”)": return the bracket that `cue` and the words in marks it
    takes stand in."""
    if cue.form in (GERUND, INFINITIVE) or cue.strength not in ("say", "tell", "ask"):
        return None
    quoted = False
    for k in range(cue.last, len(words)):
        quoted = quoted or words[k].kind == QUOTED
        if words[k].low == ")":
            break
        if words[k].low == "(" or k == len(words) - 1:
            return None
    opened = next((k for k in range(cue.first - 1, start, -1) if words[k].low in "()"), None)
    return opened if quoted and opened is not None and words[opened].low == "(" else None


def _dashed(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe proposed a vote in May - but the port rejected the idea": return the dash before the "but" of a clause that
    `cue` is the verb of."""
    if cue.subject is not None or subject_left(words, cue.first, grammar) is None:
        return None
    for k in range(cue.first - 2, start + 1, -1):
        if words[k].kind == QUOTED:
            return None
        if words[k].kind == POINT:
            dash = words[k].low in "–—―" or (words[k].low == "-" and words[k].start > words[k - 1].end)
            return k if dash and words[k + 1].low in grammar.joining else None
    return None


def _absolute(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe saying he was glad and Rill calling it a “start”": return the "and" before a name whose participle tells
    something."""
    if cue.first != cue.verb or not words[cue.first - 1].capital or words[cue.first - 1].kind != WORD:
        return None
    first = cue.first - 1
    while first > start and words[first - 1].kind == WORD and words[first - 1].capital:
        first -= 1
    return first - 1 if first - 1 > start and words[first - 1].low in grammar.joining else None


_FINITE_ASIDES = (_dashed, _bracketed, _while, _which, _who_says, _asked_again, _before_colon, _written_thing)
_ASIDES = {
    FINITE: _FINITE_ASIDES, BASE: _FINITE_ASIDES, PARTICIPLE: _FINITE_ASIDES,
    GERUND: (_by_saying, _written_thing, _absolute), INFINITIVE: (),
}  # fmt: skip
"""What a later verb of each form may end, and the same in a sentence without words in marks."""
_PLAIN_ASIDES = {FINITE: (_while,), BASE: (_while,), PARTICIPLE: (_while,), GERUND: (_by_saying,), INFINITIVE: ()}


def _in_series(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> bool:
    """ "Poe said it was late, called the plan “slow” and left": behind a comma, a verb without a subject goes on with
    what the narrator tells, where the words in marks it takes follow it."""
    k = cue.first
    if cue.form not in (FINITE, BASE) or cue.subject is not None or k <= start + 2 or k != cue.verb:
        return False
    if grammar.habits.get("verb_second"):
        return False  # ", glaubt Rill": the subject stands behind the verb
    if words[k - 1].low != "," or words[k].capital or cue.last >= len(words):
        return False
    if any(t.low == "," for t in words[max(start, k - 12) : k - 1]):
        return False  # "the mayor, Ann Poe, wants": the comma closes what is told of the subject
    return words[cue.last].kind == WORD and any(t.kind == QUOTED for t in words[cue.last : cue.last + 8])


def _next_clause(words: list[Token], start: int, verb: int, grammar: Grammar) -> int | None:
    """ "Poe called it “slow”, Rill spoke of “a start”": return the comma before the subject of a verb at `verb`, where
    quoted words stand right before that comma."""
    for k in range(verb - 1, max(start, verb - 8), -1):
        token = words[k]
        if token.kind == QUOTED or (token.kind == POINT and token.low != ","):
            return None
        if token.low == ",":
            behind = words[k + 1]
            quoted = words[k - 1].kind == QUOTED and words[k - 1].low not in (COMMA,)
            opens = behind.capital or behind.low in grammar.definite
            return k if quoted and opens and k + 1 < verb else None
    return None


def _joined_clause(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe called it “slow,” but he also saw “a start”": return where, behind words in marks, the "but" of a clause
    with its own subject stands that `cue` is the verb of."""
    if cue.strength not in ("say", "tell", "ask"):
        return None
    subject = subject_left(words, cue.first, grammar)
    joint = subject[0] - 1 if subject is not None else 0
    if joint <= start + 1 or words[joint].low not in grammar.joining:
        return None
    if words[joint - 1].kind == WORD and grammar.pronouns.get(words[joint + 1].low) not in ("m", "f"):
        return None
    return joint if any(t.kind == QUOTED for t in words[start:joint]) else None
