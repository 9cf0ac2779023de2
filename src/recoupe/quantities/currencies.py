"""Which money: a noun ("dollars", "francs") with the nationality beside it, as ISO 4217 names it.

    "Hong Kong dollars" -> a name of the tables -> HKD
    "kanadischen Dollar" -> DOLLAR and CA -> CAD
    "francs" -> FRANC: which country's is not said, until the text names one

Names and nouns come from `languages/<code>/currencies.toml` (made from the Unicode CLDR) and `concepts.toml`; a noun
that several countries' money has stands for its kind, which `recoupe.text.currencies` takes apart by country. A
nationality that has no such money leaves the kind: a wrong code is worse than an open one.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from recoupe.languages import load
from recoupe.model.mention import Quantity
from recoupe.quantities.lexicon import NEXT, WORD, Hit, Lexicon
from recoupe.quantities.words import Words
from recoupe.text.currencies import kinds
from recoupe.text.currencies import settled as codes_of
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled


class _Table(NamedTuple):
    """A language's currencies: full names, nouns, and nouns that mean other things too (money only in large sums)."""

    named: Lexicon
    nouns: Lexicon
    sums: frozenset[str]


@functools.cache
def _table(code: str) -> _Table:
    generated, concepts = load(code).table("currencies"), load(code).table("concepts")
    own: Mapping[str, list[str]] = concepts.get("currency", {})
    return _Table(
        Lexicon(generated.get("named", {})),
        _joined(own, generated.get("bare", {})),
        frozenset(fold(word) for word in concepts.get("currency_sums", ())),
    )


def _joined(own: Mapping[str, list[str]], more: Mapping[str, list[str]]) -> Lexicon:
    """Return both tables; where both have a word, the language's own says what it stands for."""
    return Lexicon({key: [*own.get(key, ()), *more.get(key, ())] for key in [*own, *(k for k in more if k not in own)]})


def noun(folded: str, at: int, words: Words, *, large: bool) -> Hit | None:
    """Return the money named at `at`, with its code or kind as the key; None where no word of money begins there.

    `large` tells that the number before is a sum of a thousand or more: then a noun of other meanings is money.
    """
    m = WORD.match(folded, at)
    if m is None:
        return None
    table = _table(words.code)
    hit = _longest(table.named.match(folded, at, m.group()), table.nouns.match(folded, at, m.group()))
    if hit is None:
        nation = _nation(folded, at, m.group(), words)
        n = NEXT.match(folded, nation.end) if nation else None
        found = table.nouns.match(folded, n.start(1), n[1]) if n else None
        return msgspec.structs.replace(found, start=at, key=_of(found.key, nation.key)) if found and nation else None
    n = NEXT.match(folded, hit.end) if not words.adjectives_before and hit.key in kinds()[1] else None
    nation = _nation(folded, n.start(1), n[1], words) if n else None
    if nation is not None:
        return msgspec.structs.replace(hit, end=nation.end, key=_of(hit.key, nation.key))
    return hit if large or folded[hit.start : hit.end] not in table.sums else None


def is_doubtful(folded: str, end: int, words: Words) -> bool:
    """Tell whether a noun of money that means other things too stands behind a number that ends at `end`."""
    m = NEXT.match(folded, end)
    return m is not None and m[1] in _table(words.code).sums


def of_country(folded: str, at: int, unit: str, words: Words) -> Hit | None:
    """Return whose money of the kind of `unit` the last word of a phrase at `at` says: "$28.5 billion Canadian)"."""
    n = NEXT.match(folded, at)
    nation = _nation(folded, n.start(1), n[1], words) if n else None
    if nation is None or _MORE.match(folded, nation.end):  # "a $5 million Canadian film"
        return None
    return msgspec.structs.replace(nation, key=_of(unit, nation.key))


_MORE = compiled(r"[ -]?\w")


def _longest(*hits: Hit | None) -> Hit | None:
    return max((hit for hit in hits if hit is not None), key=lambda hit: hit.end, default=None)


def _nation(folded: str, at: int, word: str, words: Words) -> Hit | None:
    hit = words.groups.match(folded, at, word)
    return hit if hit is not None and len(hit.key) == 2 and hit.key.isupper() else None


def _of(key: str, country: str) -> str:
    """Return the code of a country's money of the kind of `key`; the kind where the country has none such."""
    table, kind_of = kinds()
    kind = kind_of.get(key)
    return table[kind].get(country, kind) if kind else key


def settled(found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities with money whose country is open as that of the one country the text names for its kind."""
    sure = codes_of(quantity.unit for quantity in found)
    return [_settled(quantity, sure) for quantity in found] if sure else list(found)


def _settled(quantity: Quantity, sure: Mapping[str, str]) -> Quantity:
    code = sure.get(quantity.unit or "")
    if code is None:
        return quantity
    return msgspec.structs.replace(quantity, unit=code, of=code if quantity.of == quantity.unit else quantity.of)
