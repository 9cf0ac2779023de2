"""Heads: which name inside a noun phrase is who it means, and whose or of what it only speaks."""

from __future__ import annotations

from recoupe.quotes import voices
from recoupe.quotes.described import content
from recoupe.quotes.gather import Known
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.people import People
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.view import POINT, WORD, Token

GENITIVE = 2
"""Characters of "'s", which are of a name's word: "Liège-based" is not the name's."""


def person(persons: list[Known], words: list[Token], span: tuple[int, int], grammar: Grammar) -> Known | None:
    """Return the person a phrase means: the last named, or the one before where a preposition or nothing but a
    space parts them ("Ann Poe à l'abbé Rill", "according to Poe Rill is")."""
    heads = [k for k in persons if is_head(k, words, span, grammar)]
    if len(heads) < 2:
        return heads[-1] if heads else None
    first, second = heads[-2:]
    between = [t.low for t in words[span[0] : span[1]] if first.end <= t.start < second.start]
    if not between and " " not in first.entity and voices.known(first.entity.lower(), grammar):
        return second  # "Einsatzleiter Otto Rill": what somebody is, before the name
    parted = not between or any(low in grammar.prepositions for low in between)
    return first if parted else second


def is_head(name: Known, words: list[Token], span: tuple[int, int], grammar: Grammar) -> bool:
    """A name inside a phrase is who is meant, unless it only says whose or of what: "Poe's lawyer", "the Poe
    camp", "l'avocat d'Ann Poe"."""
    first, last = span
    begin = next((k for k in range(first, last) if words[k].end > name.start), last)
    close = next((k for k in range(begin, last) if words[k].end >= name.end), last - 1)
    if close < last and words[close].low.endswith("'s") and close + 1 < last:
        return False
    while begin - 2 >= first and _particle(words, begin - 1, grammar):
        begin -= 2  # "de Vila do Corvelo"
    if begin > first:
        if words[begin].low in grammar.linking and words[begin].low not in grammar.determiners:
            return False
        before = words[begin - 1]
        noun = begin - 2 >= first and words[begin - 2].low not in grammar.small
        of = before.low in grammar.linking and (
            noun or before.low not in grammar.determiners
        )  # "ministre des Transports"
        tied = of or before.low in grammar.prepositions
        if tied and before.kind == WORD and before.low not in grammar.joining:
            return False
    more = words[close + 1 : last]  # "the Poe camp", but "Ann Poe of the Guild"
    compound = bool(more) and not more[0].capital and more[0].low not in grammar.linking
    compound = compound and (voices.known(more[0].low, grammar) or _describes(name, more, grammar))
    return not (compound and grammar.habits.get("bare_nouns"))


def _describes(name: Known, more: list[Token], grammar: Grammar) -> bool:
    """ "the Marghani prime minister", "Velmar health authorities": tell whether a name only says of what the noun that
    ends the phrase is. A body has a noun of its kind behind it ("the Tide news agency")."""
    last = more[-1].low
    if not voices.known(last, grammar) or (name.type == "organisation" and last not in grammar.people):
        return False
    small = grammar.small | grammar.finite | grammar.joining
    return all(
        t.kind == WORD
        and not t.capital
        and t.low not in small
        and not t.low.endswith(grammar.pasts)
        and (t.low not in grammar.verbs or voices.known(t.low, grammar))
        for t in more
    )


def _particle(words: list[Token], k: int, grammar: Grammar) -> bool:
    """Tell whether a small word of no table parts two words with capitals: "Vila do Corvelo" in a French text."""
    token = words[k]
    known = token.low in grammar.small or token.low in grammar.linking or token.low in grammar.auxiliaries
    if token.kind != WORD or token.capital or len(token.low) > 3 or known or token.low in grammar.joining:
        return False
    return words[k - 1].capital and words[k + 1].capital


def opens(name: Known, words: list[Token], first: int, grammar: Grammar) -> bool:
    """Tell whether a noun phrase begins with the name, behind an article: it is the speaker itself."""
    k = next((k for k in range(first, len(words)) if words[k].low not in grammar.determiners), None)
    return k is not None and name.start <= words[k].start < name.end >= words[k].end - GENITIVE


def beside(people: People, words: list[Token], last: int) -> Known | None:
    """A name set beside a role: "the adviser, Ann Poe,". Behind "according to the ruling," one begins the clause."""
    if last + 1 < len(words) and words[last].low in (",", "(") and words[last + 1].capital:
        titled = words[last + 1].low in people.grammar.titles and last + 2 < len(words)
        for k in people.inside(words[last + 1].start, words[last + 2 if titled else last + 1].end):
            if k.person:
                after = next((w for w in words[last + 2 :] if w.start >= k.end), None)
                goes_on = after is not None and after.kind == WORD and after.low not in people.grammar.verbs
                listed = words[last].low == "(" and after is not None and after.low != ")"
                return None if goes_on or listed else k  # "the group (Rill, Poe, Valk)"
    return None


def beside_too(people: People, words: list[Token], last: int) -> Known | None:
    """ "el anfitrión, el primer ministro Rustam Rill,": what somebody is said twice, the name at the end of it."""
    g = people.grammar
    if last + 2 >= len(words) or words[last].low != "," or words[last + 1].low not in g.definite:
        return None
    span = noun_phrase(words, last + 1, g)
    if span is None or (span[1] < len(words) and (words[span[1]].kind != POINT or words[span[1]].low not in ",.;:")):
        return None
    inside = people.inside(words[span[0]].start, words[span[1] - 1].end)
    found = person([k for k in inside if k.person and k.type], words, span, g)
    return found if found is not None and found.end >= words[span[1] - 1].end else None


def elsewhere(people: People, words: list[Token], span: tuple[int, int], entity: str) -> bool:
    """ "the president of the club" behind "President Ann Poe": tell whether a role is of something that is neither a
    country nor a town, and that nobody says of who holds such a role."""
    first, last = span
    g = people.grammar
    of = next((k for k in range(first + 2, last - 1) if words[k].kind == WORD and words[k].low in g.linking), last)
    rest = content([t.low for t in words[of + 1 : last] if t.kind == WORD], g)
    if not rest or not rest.isdisjoint(g.realm) or not rest.isdisjoint(g.countries):
        return False
    if any(k.type == "place" for k in people.inside(words[of].start, words[last - 1].end)):
        return False
    return all(rest.isdisjoint(bag) for bag in people.described.bags(entity))


def owner(people: People, words: list[Token], span: tuple[int, int], persons: list[Known]) -> Known | None:
    """ "Poe's short statement spoke of": what somebody says is theirs."""
    first, last = span
    if not voices.is_thing(words, first, last, people.grammar):
        return None
    if persons:
        return persons[-1]
    for k in range(first - 1, max(-1, first - 6), -1):
        if words[k].low.endswith("'s"):
            near = people.inside(words[k].start, words[k].end)
            return next((n for n in near if n.person), None)
        if words[k].kind == WORD and (words[k].low in people.grammar.verbs or words[k].low in people.grammar.stop):
            return None
    return None


def nationality(words: list[Token], span: tuple[int, int], grammar: Grammar) -> str | None:
    """ "l'Américain", "the Russian": return the country of a word of origin that stands alone for one person."""
    first, last = span
    if last - first == 2 and words[first].low in grammar.definite and words[first + 1].capital:
        return grammar.countries.get(words[first + 1].low)
    return None


def origin(people: People, words: list[Token], span: tuple[int, int]) -> str | None:
    """ "Le Norsave" behind "le ministre norsave, Olaf Poe": the one person a word of origin describes."""
    first, last = span
    if last - first != 2 or words[first].low not in people.grammar.definite or not words[first + 1].capital:
        return None
    if any(k.type in ("place", "organisation") for k in people.inside(words[first + 1].start, words[first + 1].end)):
        return None  # "le Kremlin" beside "le porte-parole du Kremlin, Olaf Poe"
    low = words[first + 1].low
    if people.grammar.habits.get("nouns_capital") and voices.known(low, people.grammar):
        return None  # "die Regierung" beside "der Chef der Regierung, Otto Poe": a body, no origin
    described = [entity for entity in people.described_as(low) if not people.described.only_of(entity, low)]
    return described[0] if len(described) == 1 else None


def governed(words: list[Token], name: Known, grammar: Grammar) -> bool:
    """ "griff den Präsidenten Otto Rill an": a name in a case no subject stands in."""
    at = next((k for k, t in enumerate(words) if t.start >= name.start), 0)
    return any(t.kind == WORD and t.low in grammar.oblique for t in words[max(0, at - 3) : at + 1])
