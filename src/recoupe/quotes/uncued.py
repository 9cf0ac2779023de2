"""Words in marks that no cue of the tables reports: a verb no table has, a noun of speech, the narrator inside."""

from __future__ import annotations

from recoupe.quotes.cues import Cue, cues
from recoupe.quotes.cuts import cut
from recoupe.quotes.grammar import FINITE, GERUND, INFINITIVE, PARTICIPLE, Grammar
from recoupe.quotes.order import right_of
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.scene import Report
from recoupe.quotes.subjects import main_subject
from recoupe.quotes.view import COMMA, POINT, QUOTED, WHOLE, WORD, Token
from recoupe.quotes.voices import known


def unnamed_verb(words: list[Token], k: int, grammar: Grammar, exclaimed: bool) -> Report | None:
    """ "“...,” beamed Ann Poe": behind a whole sentence in marks, a small word and a name are a verb that no table
    has and its subject; `exclaimed` as for `named_verb`."""
    at = k + 1
    if words[k].title and k and words[k - 1].kind == WORD:
        return None  # "On “The Tide,” Ann Poe came"
    if at < len(words) and words[at].low == ",":
        at += 1
    if (words[k].low == COMMA or exclaimed) and words[k].capital:
        report = named_verb(words, k, grammar, exclaimed)
        if report is not None:
            return report
    if at + 1 >= len(words) or words[at].kind != WORD or words[at].capital or not words[k].capital:
        return None
    if words[k].low not in (WHOLE, COMMA) and words[at - 1].low != ",":
        return None  # "„Salt“ shows": the words in marks end no sentence
    small = (
        grammar.stop | grammar.determiners | grammar.prepositions | grammar.complements | grammar.dates | grammar.finite
    )
    if words[at].low in small or words[at].low in grammar.pronouns or len(words[at].low) < 3:
        return None
    last = at + 1
    while last < len(words) and last - at < 3 and words[last].low in grammar.auxiliaries:
        last += 1
    span = noun_phrase(words, last, grammar)
    if span is None or not any(t.capital for t in words[span[0] : span[1]]):
        return None
    return Report(Cue(at, last, at, FINITE, "voice", span, True), span, [(k, k + 1)], "unnamed-verb")


def named_verb(words: list[Token], k: int, grammar: Grammar, exclaimed: bool) -> Report | None:
    """ "“...,” Ann Poe barked": behind a whole sentence in marks, somebody and a small word that no table has.

    `exclaimed` tells that a question or an exclamation mark ends the words in marks."""
    first = k + 1
    if not (words[k].low == COMMA or exclaimed) or not words[k].capital:
        return None
    if words[k].title and k and words[k - 1].kind == WORD:
        return None
    last = first
    while last < len(words) and words[last].kind == WORD and words[last].capital:
        last += 1
    if last == first and last < len(words) and words[last].low in grammar.definite:
        ends = range(first + 2, min(len(words), first + 5))  # "the vice mayor riffed"
        roles = [j for j in ends if words[j].kind == WORD and known(words[j - 1].low, grammar)]
        last = next((j for j in roles if words[j].low.endswith(grammar.pasts)), first)
        behind = words[last + 1] if last + 1 < len(words) else words[last]
        if behind.kind == WORD and behind.low not in grammar.adverbial:
            return None  # "“Tide,” the sailor discussed the sea": it has an object
    if last == first or last >= len(words) or words[last].kind != WORD or last - first > 4:
        return None
    low, small = words[last].low, grammar.small | grammar.finite | grammar.complements
    if low in small or low in grammar.auxiliaries or not low.endswith(grammar.pasts):
        return None
    cue = Cue(last, last + 1, last, FINITE, "voice", (first, last))
    return Report(cue, (first, last), [(k, k + 1)], "unnamed-verb")


def noun_cue(words: list[Token], k: int, grammar: Grammar) -> Report | None:
    """ "Poe's promise to be “neutral”", "her claim that ...", "his answer was “no”": a noun of speech, whose it is, and
    the words of quotation `k` inside what it says."""
    comma = grammar.habits.get("comma_complement")
    for n in range(k - 1, max(0, k - 14), -1):
        if words[n].low in (".", ";", ":"):
            return None
        after = n + 2 if words[n + 1].low == "," and comma else n + 1
        if words[n].low in grammar.speech and not comma:
            after = _behind_occasion(words, after, k, grammar)
        link = words[after].low if after < len(words) else ""
        told = words[n].low in grammar.speech and (link in grammar.that or link in grammar.to or link in ("of",))
        equal = link in grammar.passive and (words[n].low in grammar.nouns or words[n].low in grammar.speech)
        if not told and not (equal and _opens_behind(words, after + 1, grammar)):
            continue
        owner = _owner(words, n, grammar)
        if owner is not None:
            start = n + 2 if equal or link in ("of",) else after
            cue = Cue(n, n + 1, n, FINITE, "say" if equal else "call", owner)
            end = len(words) if equal or comma else _main_verb(words, k, grammar)
            return cut(words, Report(cue, owner, [(start, end)], "noun"), grammar)
        if comma and told:
            subject = main_subject(words, n, grammar)
            if subject is not None:
                cue = Cue(n, n + 1, n, FINITE, "say", subject)
                return cut(words, Report(cue, subject, [(after, len(words))], "noun"), grammar)
    return None


def _behind_occasion(words: list[Token], at: int, quote: int, grammar: Grammar) -> int:
    """ "her claim during the vote that ...": return where behind when or where it was said a "that" opens it."""
    if words[at].low not in grammar.occasion and words[at].low not in grammar.dates:
        return at
    that = next((k for k in range(at + 1, min(quote, at + 6)) if words[k].low in grammar.that), None)
    return at if that is None else that


def _main_verb(words: list[Token], quote: int, grammar: Grammar) -> int:
    """ "Poe's promise to be “fair” in all talks has calmed the port": return where behind the last words in marks the
    sentence goes on with its own verb, or its end."""
    last = max(k for k in range(quote, len(words)) if words[k].kind == QUOTED)
    inside = grammar.joining | grammar.that | frozenset(grammar.pronouns)  # "and would", "that have", "she was"
    for k in range(last + 1, len(words)):
        if words[k].low in grammar.finite and words[k - 1].low not in inside:
            return k
    return len(words)


def _opens_behind(words: list[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether a quotation or "that" opens at `at`, behind a comma or not."""
    at += at < len(words) and words[at].low == ","
    return at < len(words) and (words[at].kind == QUOTED or words[at].low in grammar.that)


def _owner(words: list[Token], noun: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return whose a noun is: "her" or "Ann Poe's" up to four words before it."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        low = words[at].low
        if words[at].kind != WORD:
            return None
        if low in grammar.possessive or low.endswith("'s"):
            first = at
            while low.endswith("'s") and first and words[first - 1].capital:
                first -= 1
            return first - (first > 0 and words[first - 1].low in grammar.definite), at + 1
    return None


def _who_opens(words: list[Token], before: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the noun phrase that opens a clause, or stands behind its verb where a preposition does, when it is
    somebody: a word that no table knows as one, with an article, is not."""
    first = next((k for k, t in enumerate(words) if t.kind == WORD and t.low not in grammar.auxiliaries), 0)
    if words[first].low in grammar.prepositions:
        span = main_subject(words, before, grammar)
    else:
        span = noun_phrase(words, first, grammar)
    if span is None or span[1] >= before or words[span[0]].low in grammar.oblique:
        return None
    opener = words[span[0]]
    if opener.low in grammar.pronouns and opener.low not in grammar.determiners:
        return span
    behind = words[span[1] + 1].low if span[1] + 1 < before else ""
    small = grammar.determiners | grammar.common | grammar.small
    name = span[0] == first and opener.low not in small and behind not in grammar.definite  # "Monatelang haben die ..."
    return span if name or any(known(t.low, grammar) for t in words[span[0] : span[1]]) else None


def own_clause(words: list[Token], grammar: Grammar) -> Report | None:
    """ "Der Senat hatte gehofft, dass die Mittel „reichen“ würden": where the mood of reported speech stands only
    behind a "that", the clause before it tells whose words they are, whatever its verb."""
    mood = next((k for k, t in enumerate(words) if t.low in grammar.reported), 0)
    that = next((k for k in range(3, mood) if words[k].low in grammar.that and words[k - 1].low == ","), 0)
    subject = _who_opens(words, that - 1, grammar) if that else None
    if subject is None:
        return None
    cue = Cue(that - 2, that - 1, that - 2, FINITE, "say", subject)
    return Report(cue, subject, [(that, len(words))], "own-clause")


def judged(words: list[Token], k: int, grammar: Grammar) -> Report | None:
    """ "hat den Plan als „falsch“ bezeichnet", "weil Rill ihn als „falsch“ bezeichnet hat", "wird von Rill als „falsch“
    bezeichnet": what something is called, before the verb that ends the clause."""
    verb = k + 1
    if verb >= len(words) or words[k - 1].low not in grammar.objectives:
        return None
    if all(strength != "call" for _, strength in grammar.verbs.get(words[verb].low, ())):
        return None
    start = next((j + 1 for j in range(k - 1, -1, -1) if words[j].kind == POINT), 0)
    if start and words[start].low in grammar.definite:
        return None  # "..., der den Plan als": a relative clause
    start += words[start].low in grammar.stop
    by = next((j for j in range(k - 2, start - 1, -1) if words[j].low in grammar.agent), None)
    passive = any(t.low in grammar.passive for t in words[start : verb + 3])
    subject = noun_phrase(words, start if by is None else by + 1, grammar) if passive == (by is not None) else None
    if subject is None or subject[1] >= k or (by is None and words[subject[0]].low in grammar.oblique):
        return None
    return Report(Cue(verb, verb + 1, verb, FINITE, "call", subject), subject, [(k, k + 1)], "judged")


_DASHES = "–—-"


def insets(words: list[Token], grammar: Grammar, before: str = ",–—-") -> list[Report]:
    """Return the narrator's ", said Ann Poe," inside what are the words of a quotation, behind one of `before`. What a
    dash opens a dash closes."""
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
        span = cue.subject or right_of(words, cue, True, grammar)
        if span is None:
            continue
        k = max(span[1], cue.last)
        ends = ".,;:" + _DASHES * (words[at].low in _DASHES)
        while k < len(words) and words[k].low not in ends + "!?":
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
        if k < len(words) and words[k].low in ends:
            first = at + 1 if words[at].low in "?!…" else at
            content = [(0, first)] + ([(k + 1, len(words))] if k + 1 < len(words) else [])
            found.append(Report(cue, span, content, "inset"))
    return found
