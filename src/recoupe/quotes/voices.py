"""Voices: whether a noun phrase may speak at all. A wrong speaker costs more trust than none.

Somebody, a body, a role or a document speaks; a numeral, a preposition, a group of words that begins with a verb, or a
thing does not. What no table knows may speak where the verb is one of saying, and never where it only names or judges.
"""

from __future__ import annotations

from recoupe.quotes.grammar import BASE, Grammar
from recoupe.quotes.view import POINT, QUOTED, WORD, Token

STRONG = frozenset(("say", "tell", "ask", "according", "impersonal"))
"""Strengths of cues whose subject is somebody, even when no table knows the word."""


def well_formed(words: list[Token], first: int, last: int, grammar: Grammar, strength: str) -> bool:
    """Tell whether tokens `[first, last)` have the shape of a subject: a noun, and no verb that opens or parts them."""
    k = body(words, first, last, grammar)
    if k >= last:
        return False
    if strength == "according":
        return True
    opener = words[first].low
    free = grammar.habits.get("verb_second")
    if not free and first == 0 and opener in grammar.verbs and last - first > 1 and not words[first + 1].capital:
        return _noun_first(words, first, last, grammar)  # "Interroger les témoins", "Added that"
    before = words[first - 1].low if first else ""
    plain = not words[first].capital and opener not in grammar.determiners and not known(opener, grammar)
    if before in grammar.pronouns and before not in grammar.determiners and (grammar.pronouns[before] != "r" or plain):
        return False  # "she walked to the door and": the words behind a pronoun are its verb's
    if opener not in grammar.determiners and (
        opener in grammar.prepositions
        or opener in grammar.stop
        or opener in grammar.auxiliaries
        or (opener in grammar.linking and not words[first].capital)
        or (opener in grammar.verbs and not words[first].capital and not _noun_first(words, first, last, grammar))
        or opens_with_participle(words, first, last, grammar)
    ):
        return False
    if grammar.habits.get("verb_second"):
        return not any(t.low in grammar.finite and not t.capital for t in words[k:last])  # "Sieben Tote sind bisher"
    return not any(
        t.low in grammar.finite
        and t.low not in grammar.linking
        and not t.capital
        and not t.low.endswith(grammar.openings)
        for t in words[k:last]
    )


def _noun_first(words: list[Token], first: int, last: int, grammar: Grammar) -> bool:
    """ "state officials": a word that is a verb's bare form too, before a noun of people."""
    opener = words[first].low
    forms = {form for form, _ in grammar.verbs.get(opener, ())}
    return opener in grammar.nouns or (forms == {BASE} and last - first > 1 and known(words[last - 1].low, grammar))


def opens_with_participle(words: list[Token], first: int, last: int, grammar: Grammar) -> bool:
    """ "Speaking in Ems, ...", "Interrogée sur la digue, ...": a group that stands before the subject."""
    token = words[first]
    endings = grammar.openings
    if not endings or token.kind != WORD or token.low in grammar.voices or len(token.low) < 5:
        return False
    if last - first == 1 and token.capital:
        return False  # "“...,” Hemming said"
    if known(words[last - 1].low, grammar) and not any(
        t.low in grammar.prepositions or t.low in grammar.determiners for t in words[first:last]
    ):
        return False  # "Voting rights advocates"
    at_start = first == 0 or words[first - 1].kind != WORD
    return at_start and token.low.endswith(endings) and token.low not in grammar.nouns


def body(words: list[Token], first: int, last: int, grammar: Grammar) -> int:
    """Return the first token of `[first, last)` behind articles, numerals, empty adjectives and points."""
    k = first
    while k < last and (
        words[k].kind == POINT
        or words[k].low in grammar.determiners
        or words[k].low in grammar.empty
        or not any(c.isalpha() for c in words[k].low)
    ):
        k += 1
    return k


def end(words: list[Token], first: int, last: int, grammar: Grammar) -> int:
    """Return where a description `[first, last)` ends whose noun is known: before a verb and its object of a clause of
    its own ("la maire y voit un signe, parle de", "anunciou a comissão passavam 40 minutos de")."""
    noun = first < last and known(words[first].low, grammar)
    for k in range(first + 2, last if not grammar.habits.get("verb_second") else 0):
        token = words[k]
        noun = noun or known(words[k - 1].low, grammar)
        if not noun:
            continue
        clitic = len(token.low) < 4 and token.low in grammar.auxiliaries and not grammar.habits.get("bare_nouns")
        behind = words[k + 1].low if k + 1 < last else ""
        governs = not token.capital and token.kind == WORD and behind in grammar.determiners
        small = token.low in grammar.determiners or token.low in grammar.linking or token.low in grammar.empty
        if governs and behind not in grammar.linking and not small and token.low not in grammar.prepositions:
            if not grammar.habits.get("bare_nouns"):
                return k  # "o presidente descarta qualquer declaração"
        helps = clitic or (token.low in grammar.finite and not token.capital)
        if helps and not small:
            return k
        before = words[k - 1]
        tied = before.capital or before.low in grammar.small or before.low in grammar.linking
        if token.low.isdigit() and k > first + 2 and not tied:
            return k - 1
    return last


def may_speak(words: list[Token], first: int, last: int, grammar: Grammar, strength: str) -> bool:
    """Tell whether the description `[first, last)`, which no name stands for, may be who speaks."""
    if not well_formed(words, first, last, grammar, strength):
        return False
    if last - first > 2 and _of_them(words, first, last, grammar):
        return True
    k = body(words, first, last, grammar)
    plain = [t for t in words[k:last] if t.kind == WORD]
    head = _head(words, k, last, grammar)
    if any(known(t.low, grammar) for t in head):
        return True
    if any(t.low in grammar.things for t in head) or _abstract(head, grammar):
        return False
    if words[last - 1].low in grammar.linking or words[last - 1].low in grammar.prepositions:
        return False
    if k == first and not words[first].capital and len(head) < len(plain):
        return False  # "lives in a village near"
    if any(t.capital for t in plain[1:]) or (k > first and plain[0].capital):
        return not all(t.capital and t.low in grammar.common for t in plain)
    if grammar.habits.get("nouns_capital"):
        return (strength in STRONG and plain[0].low not in grammar.common) or k > first
    opener = plain[0] if plain else words[k]
    if strength == "voice" and k > first and words[first].low in grammar.indefinite and len(head) == 1:
        return True  # "« ... », soupire une commerçante": it stands beside words in marks, and is somebody's
    if strength not in STRONG or opener.low.endswith(grammar.adverbs):
        return False
    if k > first:
        return True
    if opener.low in grammar.common:
        return False
    if opener.capital:
        return len(plain) == 1 or not grammar.habits.get("bare_nouns") or plain[-1].low.endswith("s")
    return bool(grammar.habits.get("bare_nouns")) and plain[-1].low.endswith("s")


def _of_them(words: list[Token], first: int, last: int, grammar: Grammar) -> bool:
    """ "l'un d'eux", "uno de ellos", "two of them"."""
    behind, of = words[last - 1].low, words[last - 2].low
    them = behind in grammar.tonic or grammar.pronouns.get(behind) in ("p", "fp") or behind in grammar.objects
    return them and of in grammar.linking and words[first].low in grammar.determiners | grammar.indefinite


def _abstract(head: list[Token], grammar: Grammar) -> bool:
    """ "l'activité", "the situation": nouns with the ending of a quality or an act, small and in no table of bodies."""
    return bool(grammar.abstract) and any(not t.capital and t.low.endswith(grammar.abstract) for t in head)


def _head(words: list[Token], k: int, last: int, grammar: Grammar) -> list[Token]:
    """Return the words of a phrase before the preposition behind its noun: "the camp" of "the camp by the sea"."""
    close = next(
        (
            j
            for j in range(k + 1, last)
            if words[j].low in grammar.prepositions
            or (words[j].low in grammar.linking and words[j].low not in grammar.determiners)
        ),
        last,
    )
    return [t for t in words[k:close] if t.kind == WORD]


def known(low: str, grammar: Grammar) -> bool:
    """Tell whether a word is a role, a body, a group of people or a document, in the singular or the plural."""
    voices = grammar.voices
    if low in voices or (low[-1:] in "sx" and low[:-1] in voices) or (low.endswith("es") and low[:-2] in voices):
        return True
    if low.endswith("ies") and low[:-3] + "y" in voices:
        return True
    if low.endswith("'s") and low[:-2] in voices:
        return True
    if any(low.endswith(end) and low[: -len(end)] in voices for end in grammar.plural_endings):
        return True
    if "-" in low:
        return any(part in voices for part in low.split("-"))
    # where nouns are written together, the last part is what somebody is: "Bundestrainer"
    if not grammar.habits.get("nouns_capital"):
        return False
    feminine = low[:-2] if low.endswith("in") else low[:-5] if low.endswith("innen") else low  # "Flugdirektorin"
    return any(feminine[k:] in voices or low[k:] in voices for k in range(3, len(feminine) - 3))


def is_thing(words: list[Token], first: int, last: int, grammar: Grammar) -> bool:
    """Tell whether a phrase's words are those of a thing or a piece of speech ("Poe's statement")."""
    return any(t.low in grammar.things or t.low in grammar.nouns for t in words[first:last] if t.kind != QUOTED)
