"""What a fraction or a ratio is of: the noun behind "of the", in the plural, or a word for all of some people."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.languages import load
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import NEXT, WORD, Hit, Lexicon
from recoupe.quantities.words import Words
from recoupe.text.normalise import fold
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_BASE_WORDS = 4
"""Words between a fraction and the noun it is of ("of the country's own trains")."""
_GENITIVE = compiled(r"'s?(?= )")
_AREAS = frozenset(("country", "state", "region", "district", "city", "town", "village", "island", "road", "street",
                    "river", "line", "bridge", "building", "set", "day"))  # fmt: skip
"""Nouns of what one thing may have halves of: only their clear plurals are counted."""
_PLURAL_ENDS = ("s", "x", "i", "e", "en", "er", "ern", "ов", "ей")
_SMALL = 5
"""Letters of the longest word that may only link."""
LAST_WORD = compiled(r"([^\W\d_]+)[ -]$")
_NUMBER = compiled(r"\d[\d.,]* ")


class Fraction(msgspec.Struct, frozen=True, gc=False):
    """A share at `[start, end)`: its value (1 is all), the key of what it is of, where its word is (None: not told)."""

    start: int
    end: int
    value: float
    key: str | None
    words: tuple[int, int] | None = None


class Table(msgspec.Struct, frozen=True, gc=False):
    """A language's words of fractions; `heads` gives by a phrase's longest word where it stands in which phrases,
    `points` the same for parts of a percentage point."""

    heads: dict[str, list[tuple[int, str, float]]]
    points: dict[str, list[tuple[int, str, float]]]
    of: Lexicon
    ratio: tuple[str, ...]
    behind: tuple[str, ...]
    loose: tuple[str, ...]
    every: frozenset[str]
    wholes: Lexicon
    not_behind: frozenset[str]
    bare: bool


@functools.cache
def table_of(code: str) -> Table:
    """Return the words of fractions of a language, read once; empty without a table."""
    table = load(code).table("numbers")
    return Table(
        _heads(table.get("fractions", {})),
        _heads(load(code).table("concepts").get("points", {})),
        Lexicon({"of": table.get("fraction_of", ())}),
        _longest_first(table.get("ratio", ())),
        _longest_first(table.get("ratio_behind", ())),
        _longest_first(table.get("ratio_loose", ())),
        frozenset(fold(word) for word in table.get("every", ())),
        Lexicon(load(code).table("concepts").get("wholes", {})),
        frozenset(fold(word) for word in table.get("fraction_not", ())),
        table.get("fraction_bare", False),
    )


def _heads(phrases: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[int, str, float]]]:
    """Return phrases listed by their value ("1/3", "0.5") as `Table.heads` has them."""
    heads: dict[str, list[tuple[int, str, float]]] = {}
    for value, listed in phrases.items():
        over, _, under = value.partition("/")
        for phrase in map(fold, listed):
            head = max(WORD.findall(phrase), key=len)
            heads.setdefault(head, []).append((phrase.index(head), phrase, float(over) / float(under or 1)))
    for found in heads.values():
        found.sort(key=lambda entry: -len(entry[1]))
    return heads


def _longest_first(phrases: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted((fold(p) for p in phrases), key=len, reverse=True))


def whole(folded: str, end: int, table: Table, lexicon: Words) -> tuple[Hit, int] | None:
    """Return what a fraction that ends at `end` is of, and where the expression ends."""
    link = _link(folded, end, table)
    if link is None:
        return None
    at, plural = link
    if not plural:
        return _of_all(folded, at, table)
    numbers = numerals(lexicon.code)
    stop = end
    for _ in range(_BASE_WORDS):
        m = WORD.match(folded, at)
        if m is None:  # "half of the 300 hostages": the number is another quantity
            digits = _NUMBER.match(folded, at)
            if digits is None:
                return None
            at, stop = digits.end(), -1
            continue
        word = m.group()
        part = lexicon.part.match(folded, m.start(), word)
        if part is not None or word in numbers.magnitude:
            return None
        hit = lexicon.nouns.match(folded, m.start(), word)
        everyone = table.wholes.match(folded, m.start(), word)
        if everyone is not None:
            return everyone, (everyone.end if stop >= 0 else end)
        if hit is not None and _several(folded, hit, lexicon):
            genitive = _GENITIVE.match(folded, hit.end)
            if genitive is None:
                hit = _last_of_row(folded, hit, lexicon)
                return hit, (hit.end if stop >= 0 else end)
        else:
            genitive = _GENITIVE.match(folded, m.end())
            hit = None
            those = people(folded, m.start(), word, lexicon)
            if those is not None:
                return those, those.end
        if word in numbers.units:
            stop = -1
        elif hit is None and genitive is None and not lexicon.adjectives_before and word not in lexicon.skip:
            return None  # "trois quarts des investissements étrangers": a noun no table knows stands first
        if genitive is None and (word in lexicon.stop or word in lexicon.aux):
            return None
        at = (hit.end if hit else m.end()) if genitive is None else genitive.end()
        if folded[at : at + 1] not in (" ", "-"):
            return None
        at += 1
    return None


def _of_all(folded: str, at: int, table: Table) -> tuple[Hit, int] | None:
    """Return the word for all of some people behind up to two small words ("de la population")."""
    for _ in range(3):
        m = WORD.match(folded, at)
        if m is None:
            return None
        hit = table.wholes.match(folded, m.start(), m.group())
        if hit is not None:
            return hit, hit.end
        if len(m.group()) > _SMALL or folded[m.end() : m.end() + 1] not in (" ", "'"):
            return None
        at = m.end() + 1
    return None


def _link(folded: str, end: int, table: Table) -> tuple[int, bool] | None:
    """Return where the phrase behind "of the" begins, and whether that is of several; None where nothing links."""
    m = NEXT.match(folded, end)
    if m is None:
        return None
    hit = table.of.match(folded, m.start(1), m[1])
    if hit is not None:
        at = hit.end
        return (at + 1, True) if folded[at : at + 1] in (" ", "'") else None
    return m.start(1), table.bare  # "de la population": without the plural's link only a word for all of them


def _several(folded: str, hit: Hit, lexicon: Words) -> bool:
    """Tell whether a noun is of several: no listed singular, and where one thing may be halved, a plural form."""
    word = folded[hit.start : hit.end]
    if lexicon.plural_follows and (hit.single or word.endswith("'")):
        return False
    if hit.key in _AREAS:
        return lexicon.code not in ("ar",) and word.endswith(_PLURAL_ENDS)
    return not (hit.single and lexicon.plural_ends)


def _last_of_row(folded: str, hit: Hit, lexicon: Words) -> Hit:
    """Return the last of nouns in a row where the last is the head ("half of the police vehicles")."""
    if not lexicon.adjectives_before or lexicon.genitive_behind:
        return hit
    m = NEXT.match(folded, hit.end)
    following = lexicon.nouns.match(folded, m.start(1), m[1]) if m else None
    if following is None or following.key in keys().outcomes or (lexicon.plural_follows and following.single):
        return hit
    return following


def people(folded: str, start: int, word: str, lexicon: Words) -> Hit | None:
    """Return the people of a country where no noun follows: "a third of Britons", "one in four Germans"."""
    hit = lexicon.groups.match(folded, start, word)
    if hit is None or not (len(hit.key) == 2 and hit.key.isupper()):
        return None
    if lexicon.plural_follows and word.endswith("s"):
        return hit
    m = NEXT.match(folded, hit.end)
    if m is not None and m[1] not in lexicon.stop and m[1] not in lexicon.aux and m[1] not in lexicon.have:
        if not lexicon.verbs.match(folded, m.start(1), m[1]) and lexicon.adjectives_before:
            return None  # an adjective of what comes
    return hit


def noun_at(folded: str, end: int, table: Table, lexicon: Words, count: float) -> Hit | None:
    """Return the noun at most three words behind `end`, past "of the"."""
    at = end
    for passed in range(3):
        m = NEXT.match(folded, at)
        if m is None:
            return None
        hit = lexicon.nouns.match(folded, m.start(1), m[1])
        if hit is not None and not (count > 1 and lexicon.plural_follows and hit.single):
            return _last_of_row(folded, hit, lexicon)
        those = people(folded, m.start(1), m[1], lexicon)
        if those is not None:
            return those
        linked = table.of.match(folded, m.start(1), m[1]) if not passed else None
        if linked is None and (m[1] in lexicon.stop or m[1] in lexicon.aux):
            return None
        at = linked.end if linked else m.end()
    return None
