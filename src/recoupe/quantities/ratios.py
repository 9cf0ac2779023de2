"""Ratios: "one train in three", "un train sur trois", "uno de cada tres trenes", "jeder dritte Zug"."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.quantities.bases import LAST_WORD, Fraction, Table, noun_at, people
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import NEXT, Hit
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number

_ROUND = (3, 4, 5, 10, 20, 100)
"""Of how many a ratio is told, where it is of more than one: "49 out of 50 states" are 49 states."""
_MOST = 100
_BETWEEN = 40
"""Characters between the two numbers of a ratio ("one commuter train in three")."""
_FEW = frozenset(("suspect", "attacker", "fugitive", "thief", "candidate", "defendant", "astronaut", "pilot",
                  "point", "set", "match", "round", "reactor"))  # fmt: skip
"""What comes in such small numbers that "two out of three" counts them."""


def ratios(folded: str, found: Sequence[Number], table: Table, lexicon: Words) -> list[Fraction]:
    """Return the ratios among the numbers of a text; one whose noun no table knows has no key."""
    out: list[Fraction] = []
    for at, number in enumerate(found):
        if number.ordinal and table.every and 2 <= number.low <= 20:
            one = _every(folded, number, table, lexicon)
            if one is not None:
                out.append(one)
        if at + 1 < len(found) and (table.ratio or table.behind or table.loose):
            one = _ratio(folded, number, found[at + 1], table, lexicon)
            if one is not None:
                out.append(one)
    return out


def _ratio(folded: str, first: Number, second: Number, table: Table, lexicon: Words) -> Fraction | None:
    if not 0 < second.start - first.end <= _BETWEEN or first.ordinal or second.ordinal:
        return None
    if not (_whole_number(first) and _whole_number(second)) or not 1 <= first.low < second.low <= _MOST:
        return None
    if first.low > 1 and second.low not in _ROUND:
        return None
    gap = folded[first.end : second.start].replace("-", " ")
    if gap[0] != " " or gap[-1] != " ":
        return None
    value = first.low / second.low
    for phrases in (table.ratio, table.behind, table.loose):
        for phrase in phrases:
            if gap == f" {phrase} ":
                hit = noun_at(folded, second.end, table, lexicon, second.low)
                if phrases is table.loose and (hit is None or _counted_singly(hit)):
                    return None
                if phrases is table.behind and hit is not None:
                    return None  # "deux sur trois routes" are on three roads
                end = max(second.end, hit.end if hit else 0)
                return Fraction(
                    first.start, end, value, hit.key if hit else None, (hit.start, hit.end) if hit else None
                )
            if gap.endswith(f" {phrase} "):
                hit = noun_at(folded, first.end, table, lexicon, first.low)
                reach = second.start - len(phrase) - 2
                if hit is None or hit.end > reach or _counted_singly(hit) or noun_at(
                    folded, second.end, table, lexicon, second.low
                ):  # fmt: skip
                    return None
                return Fraction(first.start, second.end, value, hit.key, (hit.start, hit.end))
    return None


def _every(folded: str, number: Number, table: Table, lexicon: Words) -> Fraction | None:
    """ "every third household", "jeder zweite Zug"."""
    m = LAST_WORD.search(folded, max(0, number.start - 16), number.start)
    if m is None or m[1] not in table.every:
        return None
    n = NEXT.match(folded, number.end)
    hit = lexicon.nouns.match(folded, n.start(1), n[1]) if n else None
    if hit is None and n is not None:
        hit = people(folded, n.start(1), n[1], lexicon)
    if hit is None:
        return None
    return Fraction(m.start(1), hit.end, 1 / number.low, hit.key, (hit.start, hit.end))


def _whole_number(number: Number) -> bool:
    return number.low == number.high == int(number.low) and number.scale == 1 and not number.approximate


def _counted_singly(hit: Hit) -> bool:
    return hit.key in keys().outcomes or hit.key in _FEW
