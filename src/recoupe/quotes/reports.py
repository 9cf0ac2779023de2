"""Reports: each cue of a sentence with its subject and what it reports."""

from __future__ import annotations

import msgspec

from recoupe.quotes.cues import Cue, cues, noun_phrase, subject_left
from recoupe.quotes.extent import (
    Report,
    Scene,
    according,
    around,
    before_words,
    behind_words,
    clause_start,
    colon_behind,
    complement_behind,
    cut,
    end_of,
    opening,
)
from recoupe.quotes.grammar import FINITE, GERUND, INFINITIVE, PARTICIPLE, Grammar
from recoupe.quotes.view import COMMA, POINT, QUOTED, WHOLE, WORD, Token
from recoupe.quotes.voices import known

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


def follows_quotation(words: list[Token], grammar: Grammar) -> bool:
    """Tell whether a sentence is only "Ann said" or "said Ann" to the quotation that ended the one before."""
    for cue in cues(words[:12], grammar)[:1]:
        strengths = {cue.strength} | {strength for _, strength in grammar.verbs.get(words[cue.verb].low, ())}
        if cue.form in (GERUND, INFINITIVE) or strengths.isdisjoint(("say", "ask", "voice", "tell")):
            return False
        span = cue.subject or subject_left(words, cue.first, grammar)
        if span is None or span[0] > 1 or (span[1] > cue.first and not cue.glued):
            return False
        follows = words[cue.last] if cue.last < len(words) else None
        if (
            follows is not None
            and follows.low == ","
            and cue.last + 1 < len(words)
            and words[cue.last + 1].kind == QUOTED
        ):
            return False
        if cue.strength == "tell":
            return _only_recipient(words, cue.last, grammar)
        return (
            follows is None
            or follows.low in ".,;"
            or (
                follows.low in grammar.adverbial
                and complement_behind(words, cue.last, grammar) is None
                and colon_behind(words, cue.last) is None
            )
        )
    return False


def _only_recipient(words: list[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether behind "told" stand whom it is told to and where or when, and no words that are told."""
    for k in range(at, min(len(words), at + 9)):
        token = words[k]
        if token.low == "." or (k > at and (token.low in grammar.adverbial or token.low in grammar.dates)):
            return True
        if token.kind != WORD or token.low in grammar.complements or (k > at and token.low in grammar.pronouns):
            return False
    return False


def _report(scene: Scene, cue: Cue) -> Report | None:
    words, grammar, quoted = scene.words, scene.grammar, scene.quoted
    if cue.strength == "according":
        return according(scene, cue)
    if cue.form in (GERUND, INFINITIVE):
        return _dependent(scene, cue)
    cited = _cited(words, cue, grammar)
    if cited is not None:
        who, first = cited
        return _place(scene, cue, who, (first, cue.last), False)
    before = cue.first - 1
    subject = cue.subject
    inverted = cue.inverted
    at_mark = before >= 0 and (
        words[before].kind == QUOTED
        or words[before].low in ",–—-"
        or words[before].low in grammar.like
        or (before and words[before].low == ":" and words[before - 1].kind == QUOTED)
    )
    if cue.strength == "tell" and not grammar.habits.get("tell_inverts", True):
        at_mark = False
    elif before < 0 and words[cue.verb].capital and _opens_quote(words, cue, grammar):
        at_mark = True
    if subject is None and (at_mark or (grammar.habits.get("verb_second") and _verb_first(words, cue, grammar))):
        has_quote = any(k < cue.first for k in quoted)
        short = (
            not grammar.habits.get("verb_second")
            and not has_quote
            and cue.first - 1 - clause_start(words, cue.first, grammar) <= 3
            and before > 0
        )
        if at_mark and not has_quote and grammar.habits.get("verb_second"):
            start = clause_start(words, cue.first, grammar)
            short = (
                start < before
                and words[start].low not in grammar.openers
                and words[start].low not in grammar.prepositions
                and words[start].low not in grammar.stop
                and subject_left(words, cue.first, grammar) is not None
                and not _whole_before(words, start, cue, grammar)
            )
        if cue.last < len(words) and words[cue.last].low in grammar.nominative:
            short = False
        if at_mark and not has_quote and not grammar.habits.get("verb_second"):
            short = short or _left_is_noun(words, cue, grammar)
        if (not short or _opens_quote(words, cue, grammar)) and not _insertion_after_quote(words, cue, grammar):
            subject = _right(words, cue, has_quote, grammar)
            if subject is not None and _to_whom(words, subject[0], cue, grammar):
                subject = None
        inverted = subject is not None
    if subject is None and cue.strength != "impersonal":
        if grammar.habits.get("pro_drop") and before > 1 and words[before].low in grammar.that:
            subject = subject_left(words, before - 1, grammar) if words[before - 1].low == "," else None
    if subject is None and cue.strength != "impersonal":
        subject = None if _parenthesis(words, cue, grammar) else subject_left(words, cue.first, grammar)
        if subject is None:
            if _unspoken(words, cue, grammar):
                return _place(scene, cue, None, (cue.first, cue.last), False)
            return _shared(scene, cue)
        if subject[0] and words[subject[0] - 1].kind == QUOTED and grammar.pronouns.get(words[subject[0]].low) == "r":
            return None  # "a “chief delegate” who reports to": the narrator's clause about the words in marks
        if _relative(words, cue, subject, grammar):
            return None
        inverted = False
    left = cue.first if inverted or subject is None else subject[0]
    right = max(cue.last, subject[1]) if inverted and subject else cue.last
    return _place(scene, cue, subject, (left, right), inverted)


def _parenthesis(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "el corte, dice, “era evitable”": a verb alone between commas, in a language that leaves the subject unsaid."""
    if not grammar.habits.get("pro_drop") or not cue.first or cue.last >= len(words):
        return False
    return words[cue.first - 1].low == "," and words[cue.last].low == ","


def _unspoken(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "“Tardé años”, confesó", "E ha aggiunto: “...”": the subject is who spoke or was spoken of before."""
    if not grammar.habits.get("pro_drop") or cue.strength not in ("say", "tell", "ask", "voice"):
        return False
    before = cue.first - 1
    if before >= 1 and words[before].low in ",–—-" and words[before].kind == POINT:
        before -= 1
    at_quote = before >= 0 and words[before].kind == QUOTED
    opens = all(t.low in grammar.joining or t.low in grammar.like for t in words[: cue.first])
    return at_quote or opens or _parenthesis(words, cue, grammar)


def _cited(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[tuple[int, int], int] | None:
    """ "wird Rill mit den Worten zitiert": return who is quoted, and where subject and auxiliary begin."""
    if words[cue.verb].low not in grammar.cited:
        return None
    at = next((k for k in range(cue.verb - 1, max(-1, cue.verb - 18), -1) if words[k].low in grammar.passive), None)
    if at is None:
        return None
    subject = noun_phrase(words, at + 1, grammar) if at == 0 or words[at - 1].kind != WORD else None
    subject = subject or subject_left(words, at, grammar)
    if subject is None:
        return None
    return subject, min(at, subject[0])


def _to_whom(words: list[Token], at: int, cue: Cue, grammar: Grammar) -> bool:
    """ "sagte dem Abendblatt", "äußerte gegenüber der Agentur": to whom it is said, not who says it."""
    before = words[at - 1]
    tied = at > cue.last and before.low in grammar.prepositions and bool(grammar.habits.get("verb_second"))
    return words[at].low in grammar.oblique or tied


def _relative(words: list[Token], cue: Cue, subject: tuple[int, int], grammar: Grammar) -> bool:
    """ "Rill, der wegen Fouls Rot sah, nannte": a clause about the subject, with its verb at its end."""
    first = subject[0]
    if not grammar.habits.get("verb_second") or not first or words[first - 1].low != ",":
        return False
    closed = cue.last < len(words) and words[cue.last].low == ","
    return closed and words[first].low in grammar.definite and complement_behind(words, cue.last, grammar) is None


def _opens_quote(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "Said Ann Poe, “...”", "But, said Ann Poe, “...”": verb and subject stand before the quotation."""
    span = noun_phrase(words, cue.last, grammar)
    if (
        span is None
        or cue.strength not in ("say", "ask", "voice")
        or grammar.habits.get("verb_second")
        or span[1] + 1 >= len(words)
    ):
        return False
    return words[span[1]].low in (",", ":") and words[span[1] + 1].kind == QUOTED


def _whole_before(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> bool:
    """ "Two trains have collided, said the police.": a clause with its own verb, then verb, subject and full stop."""
    span = noun_phrase(words, cue.last, grammar)
    if span is None or (span[1] < len(words) and words[span[1]].kind != POINT):
        return False
    verbs = grammar.have | grammar.auxiliaries | grammar.passive | grammar.finite
    return any(t.low in verbs for t in words[start : cue.first - 1])


def _left_is_noun(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """The clause begins with a noun phrase and an insertion, and no verb: that is the subject."""
    if words[cue.first - 1].low != ",":
        return False
    span = subject_left(words, cue.first, grammar)
    if span is None or span[0] > clause_start(words, cue.first, grammar) + 1:
        return False
    return not any(
        (t.low in grammar.verbs and not t.capital) or t.low in grammar.have for t in words[span[0] : span[1]]
    )


def unnamed_verb(words: list[Token], k: int, grammar: Grammar) -> Report | None:
    """ "“...,” beamed Ann Poe": behind a whole sentence in marks, a small word and a name are a verb that no table
    has and its subject."""
    at = k + 1
    if at < len(words) and words[at].low == ",":
        at += 1
    if words[k].low == COMMA and words[k].capital:
        report = named_verb(words, k, grammar)
        if report is not None:
            return report
    if at + 1 >= len(words) or words[at].kind != WORD or words[at].capital or not words[k].capital:
        return None
    small = grammar.stop | grammar.determiners | grammar.prepositions | grammar.complements | grammar.dates
    if words[at].low in small or words[at].low in grammar.pronouns or len(words[at].low) < 3:
        return None
    last = at + 1
    while last < len(words) and last - at < 3 and words[last].low in grammar.auxiliaries:
        last += 1
    span = noun_phrase(words, last, grammar)
    if span is None or not any(t.capital for t in words[span[0] : span[1]]):
        return None
    return Report(Cue(at, last, at, FINITE, "voice", span, True), span, [(k, k + 1)], "unnamed-verb")


def named_verb(words: list[Token], k: int, grammar: Grammar) -> Report | None:
    """ "“...,” Ann Poe barked": behind a whole sentence in marks, a name and a small word that no table has."""
    first = k + 1
    if words[k].low != COMMA or not words[k].capital:
        return None
    last = first
    while last < len(words) and words[last].kind == WORD and words[last].capital:
        last += 1
    if last == first or last >= len(words) or words[last].kind != WORD or last - first > 4:
        return None
    low, small = words[last].low, grammar.small | grammar.finite | grammar.complements
    if low in small or low in grammar.auxiliaries or not low.endswith(grammar.pasts or ("\0",)):
        return None
    cue = Cue(last, last + 1, last, FINITE, "voice", (first, last))
    return Report(cue, (first, last), [(k, k + 1)], "unnamed-verb")


def noun_cue(words: list[Token], k: int, grammar: Grammar) -> Report | None:
    """ "Poe's promise to be “neutral”", "her claim that ...": a noun of speech, whose it is, and the words of quotation
    `k` inside what it says."""
    for n in range(k - 1, max(0, k - 14), -1):
        if words[n].low in (".", ";", ":"):
            return None
        after = n + 2 if words[n + 1].low == "," and grammar.habits.get("comma_complement") else n + 1
        link = words[after].low if after < len(words) else ""
        if words[n].low not in grammar.speech or (link not in grammar.that and link not in grammar.to and link != "of"):
            continue
        for at in range(n - 1, max(-1, n - 5), -1):
            low = words[at].low
            if words[at].kind != WORD:
                break
            if low in grammar.possessive or low.endswith("'s"):
                first = at
                while low.endswith("'s") and first and words[first - 1].capital and words[first].capital:
                    first -= 1
                owner = (first, at + 1)
                start = n + 2 if link == "of" else n + 1
                cue = Cue(n, n + 1, n, FINITE, "call", owner)
                return cut(words, Report(cue, owner, [(start, len(words))], "noun"), grammar)
        if grammar.habits.get("comma_complement"):
            subject = main_subject(words, n, grammar)
            if subject is not None:
                cue = Cue(n, n + 1, n, FINITE, "say", subject)
                return cut(words, Report(cue, subject, [(after, len(words))], "noun"), grammar)
    return None


def insets(words: list[Token], grammar: Grammar, before: str = ",") -> list[Report]:
    """Return the narrator's ", said Ann Poe," inside what are the words of a quotation, behind one of `before`."""
    found = []
    for cue in cues(words, grammar):
        at = cue.first - 1
        if (
            at < 1
            or words[at].low not in before
            or cue.form in (GERUND, INFINITIVE)
            or (cue.strength not in ("say", "ask", "voice", "tell") and cue.form != PARTICIPLE)
        ):
            continue
        span = cue.subject or _right(words, cue, True, grammar)
        if span is None:
            continue
        k = max(span[1], cue.last)
        while k < len(words) and words[k].low not in ".,;:!?":
            if k - span[1] > 6 or words[k].low in grammar.verbs:
                break
            k += 1
        if k < len(words) and words[k].low == ",":
            # "se souvient Ann Poe, boulangère."
            stop = next((j for j in range(k + 1, min(len(words), k + 8)) if words[j].kind == POINT), None)
            if (
                stop is not None
                and words[stop].low in ".,"
                and not any(t.low in grammar.verbs or t.low in grammar.pronouns for t in words[k + 1 : stop])
            ):
                k = stop
        if k < len(words) and words[k].low in ".,;:":
            first = at + 1 if words[at].low in "?!…" else at
            content = [(0, first)] + ([(k + 1, len(words))] if k + 1 < len(words) else [])
            found.append(Report(cue, span, content, "inset"))
    return found


def _verb_first(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """In a verb-second clause that opens with something else than its subject, the subject follows the verb."""
    behind = words[cue.last].low if cue.last < len(words) else ""
    if cue.first and words[cue.first - 1].low in grammar.joining:
        return behind in grammar.nominative  # "X nannte ... und sagte": the subject is said once
    if cue.first and words[cue.first - 1].low == ")":
        return False
    if cue.first and grammar.pronouns.get(behind, "n") in ("m", "f", "1") and behind not in grammar.determiners:
        return True
    k = cue.first
    while (
        k > 0
        and words[k - 1].kind == WORD
        and (
            words[k - 1].low not in grammar.stop
            or words[k - 1].low in grammar.linking
            or words[k - 1].low in grammar.openers
        )
    ):
        k -= 1
    return k == cue.first or words[k].low in grammar.openers or words[k].low in grammar.prepositions


def _insertion_after_quote(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "“...,” Ann Poe, the mayor, told ...": the subject stands between the quotation and the insertion."""
    if words[cue.first - 1].low != ",":
        return False
    span = subject_left(words, cue.first, grammar)
    if span is None or words[span[1]].low != ",":
        return False
    return span[1] < cue.first - 1 and span[0] > 0 and words[span[0] - 1].kind == QUOTED


def _right(words: list[Token], cue: Cue, has_quote: bool, grammar: Grammar) -> tuple[int, int] | None:
    """Return the subject behind the verb ("said Ann", "a dit à la presse Ann"): its noun phrase, or None."""
    span = noun_phrase(words, cue.last, grammar)
    if span is not None:
        low = words[span[0]].low
        if low in grammar.pronouns and not grammar.habits.get("verb_second"):
            if not has_quote or low in grammar.objects:
                return None
        follows = words[span[1]] if span[1] < len(words) else None
        free = grammar.habits.get("verb_second")
        if (
            not free
            and follows is not None
            and follows.kind == WORD
            and (
                (follows.low in grammar.auxiliaries and follows.low not in grammar.adverbial)
                or follows.low in grammar.verbs
            )
        ):
            return None  # a clause: its verb follows
        return span
    if not has_quote or not grammar.habits.get("recipient_first"):
        return None
    # behind whom it is told to: "a dit à l'agence Tass Ann", "a accusé dimanche sur Radio Mer le maire"
    k = cue.last
    for j in range(k + 1, min(len(words) - 1, k + 9)):
        if words[j].kind != WORD:
            break
        free = words[j - 1].low not in grammar.prepositions and words[j - 1].low not in grammar.linking
        if free and words[j].low in grammar.definite and known(words[j + 1].low, grammar):
            return noun_phrase(words, j, grammar)
    for j in range(k + 1, min(len(words), k + 12)):
        if words[j].kind != WORD:
            break
        if words[j].capital and (j + 1 == len(words) or not words[j + 1].capital):
            start = j
            while start > k + 1 and words[start - 1].capital:
                start -= 1
            if j + 1 >= len(words) or words[j + 1].low in (",", "."):
                return (max(start, j - 2), j + 1)
    return None


def _place(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, edge: tuple[int, int], inverted: bool
) -> Report | None:
    words, grammar, quoted = scene.words, scene.grammar, scene.quoted
    left, right = edge
    before_quote = [k for k in quoted if k < left]
    after_quote = [k for k in quoted if k >= right]
    like = left > 0 and words[left - 1].low in grammar.like
    if like:
        left -= 1
    touching = left > 0 and words[left - 1].kind == QUOTED
    if touching and grammar.habits.get("verb_second") and words[left - 1].low not in (WHOLE, COMMA):
        touching = False  # "der „rote“ Minister sagte"
    if not touching and not inverted and before_quote and _apposed(words, before_quote[-1], left, grammar):
        left = before_quote[-1] + 1
        touching = True
    comma = left > 0 and words[left - 1].kind == POINT and words[left - 1].low in ",–—-"
    cleft = left > 1 and words[left - 1].low == ":" and words[left - 2].kind == QUOTED
    comma = comma or cleft
    quote_comma = comma and left > 1 and words[left - 2].kind == QUOTED
    start = clause_start(words, left - 1 if cleft else left, grammar)
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
    colon = colon_behind(words, right)
    if like and (left == 0 or (left == 1 and words[0].low in grammar.joining)):
        closed = next((k for k in range(right, min(len(words), right + 12)) if words[k].low == ","), None)
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
        and (complement is None or (complement > right and words[before_quote[-1]].low in (WHOLE, COMMA)))
        and cue.strength != "call"
    ):
        return behind_words(scene, cue, subject, (start, left, right), "quote-verb")
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
    parenthesis = (
        comma
        and follows is not None
        and follows.low == ","
        and cue.strength in ("say", "tell", "ask")
        and right + 2 < len(words)
    )
    if parenthesis and not inverted and not quote_comma and not grammar.habits.get("verb_second"):
        opener = _opens_with_preposition(words, start, grammar)
        if opener and not before_quote and not any(t.low == "," for t in words[start : left - 1]):
            return cut(words, Report(cue, subject, [(right + 1, end_of(scene, right + 1))], "comma-clause"), grammar)
        if before_quote or not opener:
            return around(scene, cue, subject, (start, left, right))
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
    if cue.strength == "voice" or (cue.form == INFINITIVE and cue.strength not in ("say", "ask")):
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
    right = cue.last
    report = before_words(scene, cue, subject, right, complement_behind(words, right, grammar))
    if report is None:
        return None
    report.rule = "dependent"
    report.shared = True
    return report


def main_subject(words: list[Token], before: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the sentence's first noun phrase: a name or a pronoun near its start."""
    k = 0
    while k < before and words[k].kind == POINT:
        k += 1
    if k < before and (
        words[k].low in grammar.prepositions or words[k].low in grammar.dates or words[k].low in grammar.stop
    ):
        k = next((j + 1 for j in range(k, before) if words[j].low == ","), k)
    while k < before and words[k].kind == POINT:
        k += 1
    if k < before and words[k].kind == WORD and words[k].low not in grammar.joining:
        if words[k].low in grammar.pronouns:
            return (k, k + 1)
        last = k
        while (
            last < before
            and words[last].kind == WORD
            and last - k < 10
            and (
                last == k
                or words[last].capital
                or (
                    words[last].low not in grammar.verbs
                    and (words[last].low not in grammar.auxiliaries or words[last].low in grammar.linking)
                )
            )
        ):
            last += 1
        return (k, last)
    return None
