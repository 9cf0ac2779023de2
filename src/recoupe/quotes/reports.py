"""Reports: each cue of a sentence with its subject and what it reports."""

from __future__ import annotations

import msgspec

from recoupe.quotes import order
from recoupe.quotes.attributed import according, opening
from recoupe.quotes.behind import told_behind
from recoupe.quotes.clauses import colon_behind, complement_of
from recoupe.quotes.cues import Cue, cues
from recoupe.quotes.grammar import BASE, FINITE, GERUND, INFINITIVE, Grammar
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.placement import place
from recoupe.quotes.relatives import antecedent, crowd, named_before
from recoupe.quotes.scene import Report, Scene
from recoupe.quotes.subjects import main_subject, subject_left
from recoupe.quotes.view import PIECE, QUOTED, WORD, Token
from recoupe.quotes.voiced import shouted

MOST = 16
"""Cues of one sentence; more are no prose."""


def reports(words: list[Token], quoted: list[int], grammar: Grammar) -> list[Report]:
    """Return the reports of a sentence, in the order of their cues; the tokens `quoted` are its quotations."""
    found: list[Report] = []
    hits = cues(words, grammar)[:MOST]
    for n, cue in enumerate(hits):
        report = _report(Scene(words, grammar, quoted, hits[n + 1 : n + 13], found[-6:]), cue)
        if report is not None:
            found.append(report)
    return [r for r in found if r.rule != "colon" or not any(_said_behind(words, r, o, grammar) for o in found)]


def _said_behind(words: list[Token], led: Report, other: Report, grammar: Grammar) -> bool:
    """ "The crew gave the all-clear: “...”, said Ann Poe": what a colon leads to is said by who is named behind it."""
    if other.rule != "quote-verb" or other.content != led.content or other.subject is None:
        return False
    if words[other.subject[0]].low in grammar.pronouns:
        return False  # "Ann Poe said to that: “...,” she insisted"
    return other.subject[0] >= other.cue.last and other.cue.first >= led.content[-1][1]


def _report(scene: Scene, cue: Cue) -> Report | None:
    words, grammar = scene.words, scene.grammar
    if cue.strength == "according":
        return according(scene, cue)
    if cue.form in (GERUND, INFINITIVE):
        return _dependent(scene, cue)
    if order.names_it(words, cue, grammar):
        return None
    cited = order.cited(words, cue, grammar)
    if cited is not None:
        who, first = cited
        return place(scene, cue, who, (first, cue.last), False)
    relative = named_before(words, cue, grammar)
    if relative is not None:
        return told_behind(scene, cue, relative, cue.last, None)
    aside = order.told_of(words, cue, grammar)
    if aside is not None:
        return told_behind(scene, cue, aside, cue.last, complement_of(words, cue.last, cue, grammar))
    announced = order.announced(words, cue, grammar)
    if announced is not None:
        return told_behind(scene, cue, announced, announced[1], None)
    people = crowd(words, cue.first, cue.last, grammar)
    if people is not None:
        return told_behind(scene, cue, people, cue.last, None)
    subject, inverted = cue.subject, cue.inverted
    described = order.described(words, cue, grammar) if subject is None else None
    if described is not None:
        return place(scene, cue, described, (described[0], cue.last), False)
    if subject is None:
        subject = _in_marks(scene, cue)
    if subject is None:
        subject = _behind(scene, cue)
        inverted = subject is not None
    if subject is None and cue.strength != "impersonal":
        subject = _relative(words, cue, grammar)
    if subject is None and _goes_on(scene, cue):
        return _shared(scene, cue)
    if subject is None and cue.strength != "impersonal":
        subject = None if order.parenthesis(words, cue, grammar) else subject_left(words, cue.first, grammar)
        if subject is not None and order.in_brackets(words, subject, cue):
            subject = main_subject(words, cue.first, grammar)
        if subject is None:
            if order.unspoken(words, cue, grammar):
                return place(scene, cue, None, (cue.first, cue.last), False)
            return _shared(scene, cue)
        source = scene.earlier[-1] if scene.earlier else None
        if source is not None and source.cue.strength == "according" and source.subject is not None:
            if grammar.pronouns.get(words[subject[0]].low) == "r" and 0 <= subject[0] - source.subject[1] <= 1:
                subject = source.subject  # "selon des élus qui parlent de « chance »"
        if any(t.low in grammar.supposing for t in words[max(0, subject[0] - 1) : subject[0] + 1]):
            return None  # "if Poe says “no”", "anything Poe says": nobody has said so
        if subject[0] and words[subject[0] - 1].kind == QUOTED and grammar.pronouns.get(words[subject[0]].low) == "r":
            return None  # "a “chief delegate” who reports to": the narrator's clause about the words in marks
        if order.relative(words, cue, subject, grammar) or _named_by_who_judges(scene, cue, subject):
            return None
        if order.oblique(words, subject[0], grammar):
            behind = noun_phrase(words, cue.last, grammar)
            if behind is not None and not order.oblique(words, behind[0], grammar):
                subject, inverted = behind, True  # "Dem Rat sagte Anna Rill:"
    left = cue.first if inverted or subject is None else min(cue.first, subject[0])
    right = max(cue.last, subject[1]) if inverted and subject else cue.last
    return place(scene, cue, subject, (left, right), inverted)


def _in_marks(scene: Scene, cue: Cue) -> tuple[int, int] | None:
    """ "O jornal “Correio” afirma que ...": a name in marks right before a verb that reports a clause says it."""
    words, grammar, name = scene.words, scene.grammar, cue.first - 1
    if name < 0 or words[name].kind != QUOTED or words[name].low != PIECE or not words[name].capital:
        return None
    if complement_of(words, cue.last, cue, grammar) is None:
        return None
    near = range(name - 1, max(-1, name - 4), -1)
    first = next((k for k in near if words[k].kind != WORD or words[k].low in grammar.determiners), None)
    if first is not None and words[first].kind == WORD and first < name - 1:
        return first, name + 1
    return (name, name + 1) if words[name].title else None


def _goes_on(scene: Scene, cue: Cue) -> bool:
    """ "Ann Poe said it was late, called the log “poor” and left": tell whether a verb behind the first comma of a
    sentence, which ends what is told, has the subject of the verb before."""
    told = scene.earlier[-1] if scene.earlier else None
    comma = cue.first - 1
    if told is None or not told.content or told.content[-1][1] != comma or told.cue.form in (GERUND, INFINITIVE):
        return False
    return all(t.low != "," for t in scene.words[:comma]) and scene.words[comma].low == ","


def _named_by_who_judges(scene: Scene, cue: Cue, subject: tuple[int, int]) -> bool:
    """ "Poe condemned what he called a “breach” of the law": whoever condemns calls it so, and that is told once."""
    words, grammar = scene.words, scene.grammar
    before = words[subject[0] - 1].low if subject[0] else ""
    if cue.strength != "call" or (before not in grammar.close and before not in grammar.that):
        return False
    if grammar.pronouns.get(words[subject[0]].low) not in ("m", "f", "p", "n"):
        return False
    return any(
        r.cue.strength == "call"
        and r.cue.form != GERUND
        and r.content
        and 0 < subject[0] - r.content[0][0] < 3
        and r.content[-1][1] > cue.last
        for r in scene.earlier
    )


def _behind(scene: Scene, cue: Cue) -> tuple[int, int] | None:
    """Return the subject behind a verb that words in marks, a comma or the order of the language set before it."""
    words, grammar, before = scene.words, scene.grammar, cue.first - 1
    at_mark = before >= 0 and (
        words[before].kind == QUOTED
        or words[before].low in ",–—-"
        or words[before].low in grammar.like
        or (before and words[before].low == ":" and words[before - 1].kind == QUOTED)
    )
    if cue.strength == "tell" and not grammar.habits.get("tell_inverts", True):
        at_mark = False
    elif before < 0 and words[cue.verb].capital and order.opens_quote(words, cue, grammar):
        at_mark = True
    if not at_mark and not (grammar.habits.get("verb_second") and order.verb_first(words, cue, grammar)):
        return None
    has_quote = any(k < cue.first and not _named(words, k, grammar) for k in scene.quoted)
    short = at_mark and not has_quote and order.subject_before(words, cue, grammar)
    if short and not order.opens_quote(words, cue, grammar):
        return None
    if order.insertion_after_quote(words, cue, grammar):
        return None
    subject = order.right_of(words, cue, has_quote, grammar) or order.behind_object(words, cue.last, grammar)
    return None if subject is None or order.to_whom(words, subject[0], cue, grammar) else subject


def _named(words: list[Token], k: int, grammar: Grammar) -> bool:
    """ "ein Vertreter der Organisation „Salz“": a name in marks behind its noun is nobody's words."""
    nouns = grammar.habits.get("nouns_capital")
    return bool(nouns) and words[k].low == PIECE and k > 0 and words[k - 1].kind == WORD and words[k - 1].capital


def _relative(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[int, int] | None:
    """Return what a verb behind a relative "that" is about: "a message that said", "il sindaco, che ha detto"."""
    that = cue.first - 1
    if that < 2 or words[that].low not in grammar.that:
        return None
    if grammar.habits.get("bare_nouns"):
        return antecedent(words, that, grammar)
    pro_drop = grammar.habits.get("pro_drop") and words[that - 1].low == ","
    return subject_left(words, that - 1, grammar) if pro_drop else None


def _shared(scene: Scene, cue: Cue) -> Report | None:
    """A verb without a subject of its own takes the one of the verb before it ("said X and added Y")."""
    words, grammar, earlier = scene.words, scene.grammar, scene.earlier
    if cue.strength == "voice":
        return None
    alike = [r for r in earlier if not (_planned(r.cue) and cue.form == FINITE and not _planned(cue))]
    subject = alike[-1].subject if alike else _aside_subject(words, cue, grammar)
    subject = subject or (None if alike else main_subject(words, cue.first, grammar))
    if subject is None:
        return None
    before = words[cue.first - 1].low if cue.first else ""
    if (before not in grammar.stop and before != ",") or before in grammar.breaking or before in grammar.like:
        return None
    behind = msgspec.structs.replace(scene, quoted=[k for k in scene.quoted if k >= cue.last])
    report = place(behind, cue, subject, (cue.first, cue.last), False)
    if report is not None:
        report.shared = True
    return report


def _aside_subject(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[int, int] | None:
    """ "and when Poe rose and said it was late, a man yelled": return the subject behind a "when" without a comma."""
    if grammar.habits.get("verb_second") or not cue.first or words[cue.first - 1].low not in grammar.joining:
        return None
    for k in range(cue.first - 2, max(-1, cue.first - 12), -1):
        if words[k].kind != WORD:
            return None
        if words[k].low in grammar.breaking and words[k].low not in grammar.pronouns:
            span = noun_phrase(words, k + 1, grammar)
            return span if span is not None and span[1] < cue.first else None
    return None


def _judged_for(scene: Scene, cue: Cue) -> bool:
    """ "Poe praised Rill for showing “courage”": what somebody is judged for is no saying of whoever judges."""
    told = scene.earlier[-1] if scene.earlier else None
    if told is None or told.cue.strength != "call" or told.cue.form in (GERUND, INFINITIVE) or not told.content:
        return False
    start, end = told.content[0]
    return start < cue.first - 1 and end > cue.last and all(t.kind == WORD for t in scene.words[start : cue.first])


def _planned(cue: Cue) -> bool:
    """ "said that the town would declare ... and asked": a bare form behind an auxiliary goes on with no past one."""
    return cue.form == BASE and cue.first < cue.verb


def _dependent(scene: Scene, cue: Cue) -> Report | None:
    """ ", adding that ...": the subject is the sentence's."""
    words, grammar, earlier = scene.words, scene.grammar, scene.earlier
    said = shouted(words, cue.last, grammar) if cue.strength == "voice" and cue.form == GERUND else []
    if (cue.strength == "voice" and not said) or (cue.form == INFINITIVE and cue.strength not in ("say", "ask")):
        return None
    if (
        cue.form == INFINITIVE
        and colon_behind(words, cue.last) is None
        and complement_of(words, cue.last, cue, grammar) is None
        and not (cue.last < len(words) and words[cue.last].low == ",")
    ):
        return None
    if cue.first and words[cue.first - 1].low.endswith("'s"):
        return None
    if cue.form == GERUND and cue.first and words[cue.first - 1].low in grammar.governed and _judged_for(scene, cue):
        return None
    if cue.first == 0 and cue.form == GERUND and cue.strength == "say" and 1 <= len(scene.quoted) == len(words) - 2:
        return Report(cue, None, [(k, k + 1) for k in scene.quoted], "opening")  # "Adding, “...”"
    if cue.first == 0:
        return opening(words, cue, scene.quoted, grammar)
    behind = [r for r in earlier if r.rule in ("quote-verb", "clause-verb")]
    subject = behind[-1].subject if behind else main_subject(words, cue.first, grammar)
    if subject is None and earlier:
        subject = earlier[-1].subject
    if (
        cue.form == GERUND
        and cue.first
        and words[cue.first - 1].kind == WORD
        and words[cue.first - 1].low not in grammar.stop
        and words[cue.first - 1].low not in grammar.prepositions
    ):
        near = subject_left(words, cue.first, grammar)
        subject = near or subject
    if said:
        return Report(cue, subject, said, "dependent", shared=True)
    right = cue.last
    report = told_behind(scene, cue, subject, right, complement_of(words, right, cue, grammar))
    if report is None:
        return None
    report.rule = "dependent"
    report.shared = True
    return report
