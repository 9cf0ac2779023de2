"""Noun phrases: how far one goes that begins at a token."""

from __future__ import annotations

from recoupe.quotes.grammar import Grammar
from recoupe.quotes.view import POINT, QUOTED, WORD, Token
from recoupe.quotes.voices import known

REACH = 14
"""Tokens a subject may be long."""


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
