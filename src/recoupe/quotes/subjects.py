"""Subjects: the noun phrase that ends before a verb, and the one that opens the sentence."""

from __future__ import annotations

from recoupe.quotes.grammar import Grammar
from recoupe.quotes.phrases import REACH, noun_phrase
from recoupe.quotes.view import POINT, QUOTED, WORD, Token
from recoupe.quotes.voices import known

SHORT = 3
"""Letters of words that are no verb by their ending: "ou" is Portuguese for "or"."""


def subject_left(words: list[Token], at: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the noun phrase that ends right before token `at`, stepping over one insertion between commas."""
    last = at
    bracket = False
    if last > 0 and words[last - 1].kind == POINT and words[last - 1].low in ",)–—-":
        bracket = last > 1 and words[last - 1].low == "," and words[last - 2].low == ")"
        opened = _insertion(words, last - 2 if bracket else last - 1, grammar)
        if opened is None:
            last -= 1
        else:
            last = opened
    span = _undated(words, _phrase_back(words, last, grammar), grammar)
    if span is not None and last < at:
        span = _apposed(words, span, at, grammar) or span
    elif span is not None:
        span = _of_the_main_clause(words, span, grammar)
    if span is None and bracket:  # "Ann Poe, head of “Salt” (SA), said"
        opened = _insertion(words, at - 1, grammar)
        span = None if opened is None else _phrase_back(words, opened, grammar)
    if span is not None and all(not any(c.isalpha() for c in t.low) for t in words[span[0] : span[1]]):
        # an age between commas: "Ann Poe, 21, a sailor, said"
        k = span[0] - 1
        if k > 0 and words[k].low in (",", "(") and words[k - 1].capital:
            return _phrase_back(words, k, grammar)
    return span


def _apposed(words: list[Token], span: tuple[int, int], at: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "Rill, the insurer in Ems, Brenz and Lorn, said": return the name that opens the clause, of whom a description
    that is told between commas holds commas of its own. One word alone ("Impassive, the head of the port, Ann Poe,
    said") is a name where a list follows."""
    comma = span[0] - 1
    if comma < 1 or words[comma].low != "," or words[span[0]].low not in grammar.determiners:
        return None
    first = comma
    while first and words[first - 1].kind == WORD and words[first - 1].capital:
        first -= 1
    named = comma - first > 1 or (first < comma and any(t.low in grammar.joining for t in words[span[1] : at]))
    opens = first == 0 or words[first - 1].kind != WORD
    return (first, comma) if named and opens and words[first].low not in grammar.small else None


def _insertion(words: list[Token], comma: int, grammar: Grammar) -> int | None:
    """Return where the insertion closed by the comma at `comma` begins: the comma, bracket or dash that opens it."""
    close = words[comma].low
    wanted = {")": "("}.get(close, close)
    for k in range(comma - 1, max(-1, comma - 30), -1):
        if words[k].kind == QUOTED and wanted != "(":
            continue
        if words[k].low == wanted and words[k].kind == POINT:
            if k and words[k - 1].kind == POINT and words[k - 1].low == ")":
                return _insertion(words, k - 1, grammar)
            return k
        if words[k].kind == POINT and words[k].low in ";:?!":
            return None
    return None


def _phrase_back(words: list[Token], last: int, grammar: Grammar) -> tuple[int, int] | None:
    k = last
    while k > 0 and last - k < REACH:
        token = words[k - 1]
        if token.kind == QUOTED:
            break
        if token.kind == POINT:
            abbreviation = (
                token.low == "."
                and k >= 2
                and len(words[k - 2].low) <= 4
                and words[k - 2].end == token.start
                and k < last
            )
            if abbreviation or (token.low in "-&/@#" and k < last):
                k -= 1
                continue
            if token.low == ")" and k > 1:
                opened = _insertion(words, k - 1, grammar)
                if opened is not None:
                    k = opened
                    continue
            break
        if k < last and token.low in grammar.no_nouns and not token.capital:
            break
        if k < last and grammar.pronouns.get(token.low) == "r" and words[k].low in grammar.adverbial:
            return (k - 1, k)  # "who in June said"
        if token.low in grammar.stop:
            if token.low in grammar.joining and k < last:
                opened = _coordinated(words, k - 1, grammar)
                if opened is not None:
                    k = opened
                    continue
            if not (token.low in grammar.joining and k < last and words[k].capital and k > 1 and words[k - 2].capital):
                if token.low in grammar.pronouns and k == last:
                    return (k - 1, last)
                break
        if token.low in grammar.pronouns:
            return (k - 1, last) if k == last else (k, last)
        k -= 1
    first = k if grammar.habits.get("verb_second") else _trim(words, k, last, grammar)
    return (first, last) if first < last else None


def _coordinated(words: list[Token], joint: int, grammar: Grammar) -> int | None:
    """ "“...,” the senator and former mayor of Ems said": return where the noun phrase before the "and" at `joint`
    begins, None where it is none that a quotation or a comma opens."""
    for k in range(joint - 1, max(-1, joint - 9), -1):
        token = words[k]
        if token.kind == QUOTED:
            return k + 1 if k + 1 < joint else None
        if token.kind != WORD or token.low in grammar.verbs or token.low in grammar.finite or token.low in grammar.stop:
            return None
        if token.low in grammar.pronouns or token.low in grammar.dates:
            return None
    return None


def _trim(words: list[Token], first: int, last: int, grammar: Grammar) -> int:
    """Drop what cannot begin a subject (a date, a preposition's object before it) from the left of `[first, last)`."""
    best = first
    k = first
    while k < last:
        low = words[k].low
        if low in grammar.prepositions and k == best:
            # a prepositional phrase that opens the clause: its object ends where the next phrase begins
            begins = [
                j
                for j in range(k + 2, last)
                if words[j - 1].low not in grammar.prepositions and words[j - 1].low not in grammar.linking
            ]
            nxt = next((j for j in begins if words[j].low in grammar.determiners), None)
            if nxt is None:
                nxt = next((j for j in begins if _opens_name(words, j, grammar)), None)
            if nxt is None:
                share = k + 1 < last and words[k + 1].low in grammar.plurals
                return first if share else last  # "About four in 10 said"
            best = k = nxt
            continue
        if low in grammar.dates and k == best and words[k].low not in grammar.determiners:
            best = k + 1
        k += 1
    while best < last and words[best].kind == POINT:
        best += 1
    return best


def _opens_name(words: list[Token], k: int, grammar: Grammar) -> bool:
    """Tell whether a name begins with token `k`, without an article."""
    before = words[k - 1]
    return words[k].capital and not before.capital and before.low not in grammar.determiners


def main_subject(words: list[Token], before: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the sentence's first noun phrase: a name or a pronoun near its start."""
    k = 0
    while k < before and words[k].kind == POINT:
        k += 1
    opener = words[k].low if k < before else ""
    if grammar.habits.get("verb_second") and opener in grammar.auxiliaries and k + 1 < before:
        k += words[k + 1].low in grammar.prepositions  # "Bereits am Sonntag"
        opener = words[k].low
    if grammar.habits.get("verb_second") and opener in grammar.breaking:
        comma = next((j for j in range(k + 1, before) if words[j].low == ","), before)
        return noun_phrase(words, comma + 2, grammar)  # "Als es hell war, griff der Mann zu und rief"
    if grammar.habits.get("verb_second") and opener in grammar.prepositions:
        return _behind_first_verb(words, k + 1, before, grammar)
    opening = (grammar.prepositions, grammar.dates, grammar.stop, grammar.adverbial)
    if any(opener in small for small in opening):
        k = next((j + 1 for j in range(k, before) if words[j].low == ","), k)
    while k < before and words[k].kind == POINT:
        k += 1
    if k < before and words[k].kind == WORD and words[k].low not in grammar.joining:
        if words[k].low in grammar.pronouns:
            return (k, k + 1)
        if grammar.habits.get("nouns_capital") and (whole := noun_phrase(words, k, grammar)) and whole[1] < before:
            return whole  # "Die Ministerin kam um 18.30 Uhr an und sagte": a small word behind a noun is its verb
        last = k
        while (
            last < before
            and words[last].kind == WORD
            and last - k < 10
            and (
                last == k
                or words[last].capital
                or (
                    not (words[last].low.endswith(grammar.pasts) and known(words[last - 1].low, grammar))
                    and not (len(words[last].low) > SHORT and words[last].low.endswith(grammar.narrating))
                    and words[last].low not in grammar.verbs
                    and (words[last].low not in grammar.auxiliaries or words[last].low in grammar.linking)
                )
            )
        ):
            last += 1
        if last - k == 1 and words[k].low in grammar.titles and words[last].low == ".":
            return noun_phrase(words, last + 1, grammar)  # "Sen. Ann Poe, R-Ky., meanwhile, said"
        return _undated(words, (k, last), grammar)
    return None


def _behind_first_verb(words: list[Token], at: int, before: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "Am Sonntag zogen Leute durch Ems und ...": return the subject behind the verb of a clause that opens with a
    preposition. Where nouns have capitals, a small word right behind a noun or words in marks is that verb."""
    small = grammar.prepositions | grammar.linking | grammar.joining | grammar.stop | grammar.determiners
    for k in range(at, before - 1):
        token = words[k]
        if token.kind == WORD and not token.capital and token.low not in small:
            if words[k - 1].capital or words[k - 1].kind == QUOTED:
                span = noun_phrase(words, k + 1, grammar)
                if span is None or span[1] > before or words[span[0]].low in grammar.oblique:
                    return None
                return span
    return None


def _of_the_main_clause(words: list[Token], span: tuple[int, int], grammar: Grammar) -> tuple[int, int] | None:
    """ "A fund that held four bonds announces": behind "who" and its verb, what stands before the verb of the sentence
    is an object; the subject is whom "who" is about."""
    k = span[0] - 1
    while k > 0 and span[0] - k < REACH and grammar.pronouns.get(words[k].low) != "r":
        if words[k].low in grammar.stop or (words[k].kind != WORD and words[k].low != "%"):
            return span
        k -= 1
    relative = k > 0 and grammar.pronouns.get(words[k].low) == "r" and words[k - 1].kind == WORD
    return _phrase_back(words, k, grammar) if relative and k + 1 < span[0] else span


def _undated(words: list[Token], span: tuple[int, int] | None, grammar: Grammar) -> tuple[int, int] | None:
    """Return a subject without the day it spoke on, behind its preposition: "Ann Poe on Thursday (said)"."""
    if span is None:
        return None
    first, last = _behind_day(words, span, grammar)
    end = last
    while end > first + 1 and words[end - 1].low in grammar.dates:
        end -= 1
    dated = end < last and end > first + 1 and words[end - 1].low in grammar.prepositions
    return first, end - 1 if dated else last


def _behind_day(words: list[Token], span: tuple[int, int], grammar: Grammar) -> tuple[int, int]:
    """ "Le samedi à quinze heures le maire", "El lunes a las tres el alcalde", "3 / 8 Rill": return a subject without
    the day and hour, or the number of a picture, that stand before it."""
    first, last = span
    if (
        last - first > 3
        and words[first + 1].low == "/"
        and words[first].low.isdigit()
        and words[first + 2].low.isdigit()
    ):
        return first + 3, last
    opener = first + (words[first].low in grammar.definite)
    if grammar.habits.get("verb_second") or opener + 1 >= last or words[opener].low not in grammar.dates:
        return span
    tying = grammar.prepositions | grammar.linking
    begins = (
        k for k in range(last - 1, opener + 1, -1) if words[k].low in grammar.definite and words[k - 1].low not in tying
    )
    return next(begins, first), last
