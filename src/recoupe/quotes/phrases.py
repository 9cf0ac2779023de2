"""Noun phrases: the subject that ends before a verb, the one that begins behind it, the sentence's first."""

from __future__ import annotations

from recoupe.quotes.grammar import Grammar
from recoupe.quotes.view import POINT, QUOTED, WORD, Token
from recoupe.quotes.voices import known

REACH = 14
"""Tokens a subject may be long."""


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
    if span is None and bracket:  # "Ann Poe, head of “Salt” (SA), said"
        opened = _insertion(words, at - 1, grammar)
        span = None if opened is None else _phrase_back(words, opened, grammar)
    if span is not None and all(not any(c.isalpha() for c in t.low) for t in words[span[0] : span[1]]):
        # an age between commas: "Ann Poe, 21, a sailor, said"
        k = span[0] - 1
        if k > 0 and words[k].low in (",", "(") and words[k - 1].capital:
            return _phrase_back(words, k, grammar)
    return span


def _undated(words: list[Token], span: tuple[int, int] | None, grammar: Grammar) -> tuple[int, int] | None:
    """Return a subject without the day it spoke on, behind its preposition: "Ann Poe on Thursday (said)"."""
    if span is None:
        return None
    first, last = span
    end = last
    while end > first + 1 and words[end - 1].low in grammar.dates:
        end -= 1
    return (first, end - 1) if end < last and end > first + 1 and words[end - 1].low in grammar.prepositions else span


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


def antecedent(words: list[Token], that: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "a message that said", "a letter from the crew on Friday that says": return the noun phrase before a relative
    "that": the nearest noun of speech, or the noun right before it, from its article on."""
    noun = next((k for k in range(that - 1, max(-1, that - 9), -1) if words[k].low in grammar.nouns), that - 1)
    if words[noun].kind != WORD or words[noun].low in grammar.verbs or words[noun].low in grammar.stop:
        return None
    first = noun
    while first and noun - first < 5 and words[first].low not in grammar.determiners and words[first - 1].kind == WORD:
        if words[first - 1].low in grammar.verbs or words[first - 1].low in grammar.prepositions:
            break
        first -= 1
    return first, noun + 1


def crowd(words: list[Token], first: int, last: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "supporters who chanted: “...”": return the people without a name right before a relative pronoun and the verb
    `[first, last)`, where a colon before words in marks follows: they say them, not whom the sentence is about."""
    if first < 2 or last + 1 >= len(words) or words[last].low != ":" or words[last + 1].kind != QUOTED:
        return None
    low, at = words[first - 1].low, first - 1
    if grammar.habits.get("verb_second"):  # ", die riefen:"
        if low not in grammar.definite or words[at - 1].low != ",":
            return None
        at -= 1
    elif low not in grammar.that and grammar.pronouns.get(low) != "r":
        return None
    noun = words[at - 1]
    if noun.kind != WORD or (noun.capital and not grammar.habits.get("nouns_capital")) or not known(noun.low, grammar):
        return None
    span = antecedent(words, at, grammar)
    return None if span is None or (span[0] and words[span[0] - 1].low == ",") else span


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
            nxt = next(
                (
                    j
                    for j in range(k + 2, last)
                    if words[j].low in grammar.determiners
                    and words[j - 1].low not in grammar.prepositions
                    and words[j - 1].low not in grammar.linking
                ),
                None,
            )
            if nxt is None:
                nxt = next(
                    (
                        j
                        for j in range(k + 2, last)
                        if words[j].capital
                        and not words[j - 1].capital
                        and words[j - 1].low not in grammar.prepositions
                        and words[j - 1].low not in grammar.linking
                        and words[j - 1].low not in grammar.determiners
                    ),
                    None,
                )
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


def noun_phrase(words: list[Token], at: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the noun phrase that begins at token `at` (behind adverbs and dates), None where none does."""
    first = _behind_dates(words, at, grammar)
    if first >= len(words) or words[first].kind != WORD:
        return None
    if words[first].low in grammar.pronouns:
        return (first, first + 1)
    if not _opens_phrase(words[first], grammar):
        return None
    end = first
    while end < len(words) and end - first < REACH and _is_part(words, first, end, grammar):
        end += 1
    return (first, end) if end > first else None


def _behind_dates(words: list[Token], at: int, grammar: Grammar) -> int:
    """Return the first token from `at` on that is no date and no auxiliary."""
    dated = not grammar.habits.get("bare_nouns")  # "el miércoles la consejera"
    while at < len(words) and words[at].kind == WORD:
        low = words[at].low
        day = _behind_number(words, at, grammar)
        if day > at:
            at = day
            continue
        article = low in grammar.determiners
        date = low in grammar.dates or (dated and article and words[min(at + 1, len(words) - 1)].low in grammar.dates)
        if not date and (article or low not in grammar.auxiliaries):
            break
        at += 1
    return at


def _behind_number(words: list[Token], at: int, grammar: Grammar) -> int:
    """Return the token behind a day's number and month, which begin at `at`: "(a dit samedi) 16 juillet", "le 3 mai",
    "am 16. Juli"; `at` where none does."""
    number = at + (words[at].low in grammar.definite)
    if number + 1 >= len(words) or not words[number].low.rstrip(".").removesuffix("er").isdigit():
        return at
    month = number + 1
    month += words[month].low in (".", "de")
    return month + 1 if month < len(words) and words[month].low in grammar.months else at


def _opens_phrase(token: Token, grammar: Grammar) -> bool:
    """Tell whether a noun phrase may begin with a word: with a name, an article, a title, or any noun."""
    low = token.low
    if low in grammar.stop:
        return False
    if low in grammar.determiners:
        return True
    if low in grammar.prepositions:
        return False
    return bool(grammar.habits.get("bare_nouns")) or token.capital or low in grammar.titles


def _is_part(words: list[Token], first: int, k: int, grammar: Grammar) -> bool:
    """Tell whether token `k` is part of the noun phrase that began at token `first` and holds all before `k`."""
    token = words[k]
    low = token.low
    if token.kind == POINT:
        spaced = low == "-" and k > first and words[k - 1].end < token.start  # "spiega il sindaco - è"
        return (low in "-&/" and not spaced) or (low == "." and k > first and _is_short(words, k))
    if k == first or token.kind == QUOTED:
        return token.kind != QUOTED
    if _is_told(words, first, k, grammar):
        return False
    if _ends_noun(words, k, grammar) or grammar.pronouns.get(low) == "r":  # "des délégués qui"
        return False
    if low in grammar.verbs and words[k - 1].low in grammar.linking and words[k - 1].low not in grammar.determiners:
        return True  # "secretary of state Ann Poe"
    if low in grammar.stop or (low in grammar.verbs and not token.capital and low not in grammar.nouns):
        article = words[first].low in grammar.determiners and words[first].low not in grammar.definite
        if k == first + 1 and article and not grammar.habits.get("nouns_capital") and known(low, grammar):
            return True  # "un conseiller"
        if low not in grammar.joining or not words[k - 1].capital or k + 1 >= len(words) or not words[k + 1].capital:
            return False
    if low in grammar.dates:
        return False
    if low in grammar.linking:
        return not _tells_when(words, k, grammar)
    verb = (low in grammar.auxiliaries or low in grammar.reported) and low not in grammar.determiners
    return not verb and low not in grammar.prepositions


def _tells_when(words: list[Token], k: int, grammar: Grammar) -> bool:
    """ "sagte Rill im Anschluss", "a dit Ann Poe à la sortie": the preposition at token `k` opens when it was said."""
    k += 1
    while k < len(words) and words[k].low in grammar.definite | grammar.indefinite:
        k += 1
    return k < len(words) and words[k].low in grammar.occasions


def _is_told(words: list[Token], first: int, k: int, grammar: Grammar) -> bool:
    """ "sagte ein Sprecher der Bank der Presse-Agentur": the article at token `k` opens whom it was said to, a medium.

    "Ein Reporter der Zeitung" and "der Chef der Zeitung" are its own.
    """
    if not grammar.hearers or words[k].low not in grammar.linking & grammar.determiners:
        return False
    if words[k - 1].low.startswith(grammar.writers) or (k == first + 2 and words[first].low in grammar.definite):
        return False
    end = k + 1
    while end < len(words) and end - k <= 4 and (words[end].capital or words[end].low == "-"):
        end += 1
    return any(t.low.endswith(grammar.hearers) for t in words[k + 1 : max(end, k + 2)])


def _is_short(words: list[Token], k: int) -> bool:
    """Tell whether the full stop at token `k` is of the short word before it: an initial, a title."""
    before = words[k - 1]
    if before.end != words[k].start or len(before.low) > 4 or k + 1 >= len(words):
        return False
    return words[k + 1].capital or (len(before.low) == 1 and words[k + 1].kind == WORD)


def _ends_noun(words: list[Token], k: int, grammar: Grammar) -> bool:
    """ "Sein Anwalt bestreitet": where nouns have capitals, a small word behind one is no noun's any more."""
    if not grammar.habits.get("nouns_capital") or words[k].capital or not words[k - 1].capital:
        return False
    low = words[k].low
    if low in grammar.oblique and low in grammar.determiners and not low.endswith("s"):
        return True  # "sagte Otto Rill dem Abendblatt"
    if words[k - 1].low.endswith("s") and k + 1 < len(words) and words[k + 1].capital and low.endswith(("e", "er")):
        return False  # "Frankreichs neuer Minister"
    if k > 1 and words[k - 2].low.isdigit():
        return False  # "ein 52 Jahre alter Passagier"
    particle = len(low) <= 3 and k + 1 < len(words) and words[k + 1].capital
    return low not in grammar.linking and low not in grammar.determiners and low[:1].isalpha() and not particle


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
    if opener in grammar.prepositions | grammar.dates | grammar.stop | grammar.adverbial:
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
                    not (words[last].low.endswith(grammar.pasts) and known(words[last - 1].low, grammar))
                    and words[last].low not in grammar.verbs
                    and (words[last].low not in grammar.auxiliaries or words[last].low in grammar.linking)
                )
            )
        ):
            last += 1
        return _undated(words, (k, last), grammar)
    return None
