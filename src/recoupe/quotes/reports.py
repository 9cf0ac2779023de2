"""Reports: each cue of a sentence with its subject and what it reports."""

from __future__ import annotations

import msgspec

from recoupe.quotes import order
from recoupe.quotes.cues import Cue, cues
from recoupe.quotes.ends import cut, end_of
from recoupe.quotes.extent import (
    according,
    around,
    before_words,
    behind_words,
    clause_start,
    colon_behind,
    complement_behind,
    opening,
)
from recoupe.quotes.grammar import GERUND, INFINITIVE, Grammar
from recoupe.quotes.phrases import antecedent, main_subject, noun_phrase, subject_left
from recoupe.quotes.scene import Report, Scene
from recoupe.quotes.view import COMMA, PIECE, POINT, QUOTED, WHOLE, WORD, Token
from recoupe.quotes.voices import opens_with_participle

MOST = 16
"""Cues of one sentence; more are no prose."""


def reports(words: list[Token], grammar: Grammar) -> list[Report]:
    """Return the reports of a sentence, in the order of their cues."""
    found: list[Report] = []
    quoted = [k for k, t in enumerate(words) if t.kind == QUOTED]
    hits = cues(words, grammar)[:MOST]
    for n, cue in enumerate(hits):
        report = _report(Scene(words, grammar, quoted, hits[n + 1 : n + 13], found[-6:]), cue)
        if report is not None:
            found.append(report)
    return found


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
        return _place(scene, cue, who, (first, cue.last), False)
    subject, inverted = cue.subject, cue.inverted
    described = order.described(words, cue, grammar) if subject is None else None
    if described is not None:
        return _place(scene, cue, described, (described[0], cue.last), False)
    if subject is None:
        subject = _behind(scene, cue)
        inverted = subject is not None
    if subject is None and cue.strength != "impersonal":
        subject = _relative(words, cue, grammar)
    if subject is None and _goes_on(scene, cue):
        return _shared(scene, cue)
    if subject is None and cue.strength != "impersonal":
        subject = None if order.parenthesis(words, cue, grammar) else subject_left(words, cue.first, grammar)
        if subject is None:
            if order.unspoken(words, cue, grammar):
                return _place(scene, cue, None, (cue.first, cue.last), False)
            return _shared(scene, cue)
        source = scene.earlier[-1] if scene.earlier else None
        if source is not None and source.cue.strength == "according" and source.subject is not None:
            if grammar.pronouns.get(words[subject[0]].low) == "r" and 0 <= subject[0] - source.subject[1] <= 1:
                subject = source.subject  # "selon des élus qui parlent de « chance »"
        if subject[0] and words[subject[0] - 1].kind == QUOTED and grammar.pronouns.get(words[subject[0]].low) == "r":
            return None  # "a “chief delegate” who reports to": the narrator's clause about the words in marks
        if order.relative(words, cue, subject, grammar):
            return None
        if order.oblique(words, subject[0], grammar):
            behind = noun_phrase(words, cue.last, grammar)
            if behind is not None and not order.oblique(words, behind[0], grammar):
                subject, inverted = behind, True  # "Dem Rat sagte Anna Rill:"
    left = cue.first if inverted or subject is None else min(cue.first, subject[0])
    right = max(cue.last, subject[1]) if inverted and subject else cue.last
    return _place(scene, cue, subject, (left, right), inverted)


def _goes_on(scene: Scene, cue: Cue) -> bool:
    """ "Ann Poe said it was late, called the log “poor” and left": tell whether a verb behind the first comma of a
    sentence, which ends what is told, has the subject of the verb before."""
    told = scene.earlier[-1] if scene.earlier else None
    comma = cue.first - 1
    if told is None or not told.content or told.content[-1][1] != comma or told.cue.form in (GERUND, INFINITIVE):
        return False
    return all(t.low != "," for t in scene.words[:comma]) and scene.words[comma].low == ","


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


def _closes(words: list[Token], places: list[int]) -> bool:
    """Tell whether the last of the places before a verb, if there is one, is a whole quotation or a comma."""
    return bool(places) and words[places[-1]].low in (WHOLE, COMMA)


def _place(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, edge: tuple[int, int], inverted: bool
) -> Report | None:
    words, grammar, quoted = scene.words, scene.grammar, scene.quoted
    left, right = edge
    if not order.governs(words, cue, grammar):
        return None
    before_quote = [k for k in quoted if k < left]
    after_quote = [k for k in quoted if k >= right]
    like = left > 0 and words[left - 1].low in grammar.like
    so = inverted and left > 1 and words[left - 1].low in grammar.before_comma and words[left - 2].kind != WORD
    if like or so:
        left -= 1  # "..., as Poe put it", "„...“, so beschrieb ihn Rill"
    touching = left > 0 and words[left - 1].kind == QUOTED
    told = cue.strength == "impersonal" or words[left - 1].low in (WHOLE, COMMA)
    if touching and grammar.habits.get("verb_second") and not told:
        touching = False  # "der „rote“ Minister sagte"
    if not touching and not inverted and before_quote and _apposed(words, before_quote[-1], left, grammar):
        left = before_quote[-1] + 1
        touching = True
    comma = left > 0 and words[left - 1].kind == POINT and words[left - 1].low in ",–—-"
    cleft = left > 1 and words[left - 1].low == ":" and words[left - 2].kind == QUOTED
    comma = comma or cleft
    quote_comma = comma and left > 1 and words[left - 2].kind == QUOTED
    start = clause_start(words, left - 1 if cleft else left, grammar)
    if inverted and words[left - 1].kind == QUOTED and words[start].low in grammar.objectives:
        return Report(cue, subject, [(k, k + 1) for k in before_quote if k >= start], "object-first")
    long_before = left - start >= 4
    follows = words[right] if right < len(words) else None
    ended = (
        follows is None
        or (follows.kind == POINT and follows.low in ".,;?!")
        or follows.low in grammar.adverbial
        or follows.low in grammar.dates
    )
    complement = None if like else complement_behind(words, right, grammar)
    if complement is not None and complement > right:
        distant = words[complement].low not in grammar.that and cue.strength not in ("tell", "ask")
        distant = distant or (cue.strength == "say" and _clause_at(words[right], grammar))
        if (cue.strength == "call" or distant) and not grammar.habits.get("comma_complement"):
            complement = None
    shows = complement == right and words[right].low in grammar.that  # "in “The Tide” he shows that ..."
    colon = colon_behind(words, right)
    closed = (
        next((k for k in range(right, min(len(words) - 1, right + 12)) if words[k].low == ","), None) if like else None
    )
    inside = closed is not None and comma and words[closed + 1].kind == QUOTED  # "at the time, as Poe put it, “...”"
    if like and (inside or left == 0 or (left == 1 and (words[0].low in grammar.joining or words[0].kind == POINT))):
        if closed is None:
            return None
        return cut(words, Report(cue, subject, [(closed + 1, end_of(scene, closed + 1))], "as-first"), grammar)
    if like and not comma and not touching:
        return None
    ended = ended or like
    if (
        touching
        and not inverted
        and after_quote
        and colon is None
        and _clause_follows(words, before_quote[0], right, scene)
    ):
        return before_words(scene, cue, subject, right, complement)
    if (
        (touching or quote_comma)
        and (complement is None or (not shows and _closes(words, before_quote)))
        and (cue.strength != "call" or (ended and _closes(words, before_quote)))
    ):
        if _introduced(words, (start, left, right), before_quote, grammar):
            return before_words(scene, cue, subject, right, complement)
        return behind_words(scene, cue, subject, (start, left, right), "quote-verb")
    said = [r for r in scene.earlier if r.rule == "quote-verb" and r.cue.strength in ("say", "tell", "ask")]
    if before_quote and any(a <= before_quote[-1] < b for r in said for a, b in r.content):
        long_before = False  # "“...,” said a sailor, who, like the others, answered": the words are the sailor's
    if (
        comma
        and long_before
        and ended
        and complement is None
        and (inverted or not after_quote)
        and cue.strength in ("say", "tell", "ask", "think")
        and colon is None
    ):
        if before_quote or inverted or not _opens_with_preposition(words, start, grammar):
            return behind_words(scene, cue, subject, (start, left, right), "clause-verb")
    reporting = cue.strength in ("say", "tell", "ask")
    parenthesis = comma and follows is not None and follows.low == "," and reporting and right + 1 < len(words)
    if parenthesis and not inverted and not quote_comma and not grammar.habits.get("verb_second"):
        opener = _opens_with_preposition(words, start, grammar)
        if words[right + 1].kind == QUOTED and right + 2 >= len(words):
            # "In cases of need, it said, “the town pays.”": a small letter goes on with the sentence begun before
            begun = not words[right + 1].capital or words[start].low in grammar.complements  # "If ..., I stay"
            if begun and not scene.earlier and _begun(words, start, left - 1, grammar):
                return around(scene, cue, subject, (start, left, right))
        elif opener and not before_quote and not any(t.low == "," for t in words[start : left - 1]):
            return cut(words, Report(cue, subject, [(right + 1, end_of(scene, right + 1))], "comma-clause"), grammar)
        elif before_quote or not opener:
            return around(scene, cue, subject, (start, left, right))
    if comma and colon == right and _whole_clause(scene, cue, start, left - 1):
        return around(scene, cue, subject, (start, left, right))
    shouted = _shouted(words, right, grammar) if cue.strength == "voice" else []
    if shouted:
        return Report(cue, subject, shouted, "voiced")
    if cue.strength == "voice" and complement is not None and grammar.habits.get("comma_complement"):
        return before_words(scene, cue, subject, right, complement)
    if (
        cue.strength == "voice"
        and colon is None
        and not (
            follows is not None
            and (
                follows.kind == QUOTED
                or (follows.low == "," and right + 1 < len(words) and words[right + 1].kind == QUOTED)
            )
        )
    ):
        return None
    return before_words(scene, cue, subject, right, complement)


def _introduced(words: list[Token], edge: tuple[int, int, int], before: list[int], grammar: Grammar) -> bool:
    """ "When somebody shouted “Rill,” Poe joked, “Come on up!”": a clause that tells when or how opens the sentence,
    and a whole sentence in marks follows the verb: that is what is said."""
    start, left, right = edge
    opener = words[start]
    if not before or before[0] <= start + 1 or left <= start + 2 or right + 1 >= len(words):
        return False
    said = next((k for k in range(right + 1, min(len(words), right + 8)) if words[k].kind == QUOTED), None)
    if said is None or words[right].low not in ",:" or words[said - 1].low not in ",:" or not words[said].capital:
        return False
    return (
        opener.low in grammar.breaking
        or opener.low in grammar.adverbial
        or opens_with_participle(words, start, left, grammar)
    )


def _shouted(words: list[Token], at: int, grammar: Grammar) -> list[tuple[int, int]]:
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


def _clause_at(token: Token, grammar: Grammar) -> bool:
    """ "said the crew saw that ...": what is said begins with a noun, and a later "that" is its own."""
    low = token.low
    if not grammar.habits.get("bare_nouns") or token.kind != WORD or low in grammar.dates or low in grammar.adverbial:
        return False
    return low in grammar.determiners or token.capital


def _clause_follows(words: list[Token], first: int, right: int, scene: Scene) -> bool:
    """ "Walking in to chants of “Poe!,” the mayor said she was “ready”": words of the narrator's open the sentence, and
    a clause stands behind the verb."""
    grammar = scene.grammar
    follows = words[right]
    opens = follows.low in grammar.pronouns and follows.low not in grammar.objects
    opens = opens or (follows.low in grammar.determiners and follows.low not in grammar.dates)
    return opens and first > 0 and any(t.kind == WORD for t in words[:first]) and words[first - 1].low != ","


def _apposed(words: list[Token], quote: int, left: int, grammar: Grammar) -> bool:
    """Only words of a description stand between a quotation and the subject: "“...,” a friend, Ann Poe told"."""
    gap = words[quote + 1 : left]
    return (
        words[quote].low in (WHOLE, COMMA)
        and 0 < len(gap) <= 10
        and gap[0].kind == WORD
        and gap[-1].low == ","
        and all(
            t.low == ","
            or (
                t.kind == WORD
                and t.low not in grammar.verbs
                and t.low not in grammar.auxiliaries
                and t.low not in grammar.pronouns
            )
            for t in gap
        )
    )


def _opens_with_preposition(words: list[Token], start: int, grammar: Grammar) -> bool:
    return words[start].low in grammar.prepositions or words[start].low in grammar.adverbial


def _begun(words: list[Token], start: int, comma: int, grammar: Grammar) -> bool:
    """Tell whether the words before "..., she said, “...”" begin what is said: a clause of its own ("If rain falls"),
    no "Instead", "On Monday", "At that time" or "and also"."""
    parted = (k for k in range(comma - 1, start, -1) if words[k].kind == POINT or words[k].low in grammar.joining)
    first = next((k + 1 for k in parted), start)
    if comma - first < 2 or (_opens_with_preposition(words, start, grammar) and comma - start < 5):
        return False
    when = grammar.dates | grammar.adverbial | grammar.determiners | grammar.auxiliaries
    return not all(t.low in when or t.low.isdigit() or t.kind == POINT for t in words[start:comma])


def _whole_clause(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """ "The town pays its part, she said: “All of it.”": tell whether a clause of its own, without marks, stands before
    the comma, and words in marks behind the colon."""
    words, grammar = scene.words, scene.grammar
    if cue.strength not in ("say", "tell") or scene.earlier or comma - start < 4 or cue.last + 1 >= len(words):
        return False
    opener = words[start].low
    if _opens_with_preposition(words, start, grammar) or opener in grammar.breaking or opener in grammar.verbs:
        return False  # "Asked about the flood that was coming, Ann Poe answered: “...”"
    clause = words[start:comma]
    if any(t.kind != WORD for t in clause) or not any(t.low in grammar.finite for t in clause):
        return False
    return any(t.kind == QUOTED for t in words[cue.last + 1 : cue.last + 3])


def _shared(scene: Scene, cue: Cue) -> Report | None:
    """A verb without a subject of its own takes the one of the verb before it ("said X and added Y")."""
    words, grammar, earlier = scene.words, scene.grammar, scene.earlier
    if cue.strength == "voice":
        return None
    subject = earlier[-1].subject if earlier else main_subject(words, cue.first, grammar)
    if subject is None:
        return None
    before = words[cue.first - 1].low if cue.first else ""
    if (before not in grammar.stop and before != ",") or before in grammar.breaking or before in grammar.like:
        return None
    behind = msgspec.structs.replace(scene, quoted=[k for k in scene.quoted if k >= cue.last])
    report = _place(behind, cue, subject, (cue.first, cue.last), False)
    if report is not None:
        report.shared = True
    return report


def _dependent(scene: Scene, cue: Cue) -> Report | None:
    """ ", adding that ...": the subject is the sentence's."""
    words, grammar, earlier = scene.words, scene.grammar, scene.earlier
    shouted = _shouted(words, cue.last, grammar) if cue.strength == "voice" and cue.form == GERUND else []
    if (cue.strength == "voice" and not shouted) or (cue.form == INFINITIVE and cue.strength not in ("say", "ask")):
        return None
    if (
        cue.form == INFINITIVE
        and colon_behind(words, cue.last) is None
        and complement_behind(words, cue.last, grammar) is None
        and not (cue.last < len(words) and words[cue.last].low == ",")
    ):
        return None
    if cue.first and words[cue.first - 1].low.endswith("'s"):
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
    if shouted:
        return Report(cue, subject, shouted, "dependent", shared=True)
    right = cue.last
    report = before_words(scene, cue, subject, right, complement_behind(words, right, grammar))
    if report is None:
        return None
    report.rule = "dependent"
    report.shared = True
    return report
