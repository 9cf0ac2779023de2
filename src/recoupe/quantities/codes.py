"""Numbers that count nothing: of codes and names, clocks, rows of a table, and those that words around exclude.

Telephone numbers are told in `phones`; the numbers of time expressions are those expressions' own.
"""

from __future__ import annotations

from recoupe.model.mention import Quantity
from recoupe.quantities import around
from recoupe.quantities.lexicon import WORD
from recoupe.quantities.words import Words
from recoupe.text.multipliers import MILLION
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_LONG_CODE = 7
"""Figures in one piece from which on they are the code of a page or a record: a count of millions is grouped."""

_HALF, _TO_HALF, _HALF_TO = 50, ("-50", "/50", ":50"), ("50-", "50/", "50:")
"""What is shared equally is told so: "a 50-50 merger"."""

_CALLED = compiled(r"er[ns]?(?![^\W_])")
"""What makes a name of digits: a team, a set of so many."""

ROW = 16
"""Numbers that begin within the reach of one are a row of a table, or rubbish: no words say what they are."""


def without_rows(found: list[Number]) -> list[Number]:
    """Return the numbers that do not stand in rows: to read each by its words would take long, for nothing."""
    rows: set[int] = set()
    for at in range(len(found) - ROW):
        if found[at + ROW].start - found[at].start <= around.REACH:
            rows.update(range(at, at + ROW + 1))
    return [number for at, number in enumerate(found) if at not in rows] if rows else found


def of_a_kind(folded: str, number: Number, quantity: Quantity, words: Words) -> bool:
    """Tell whether a number says of what kind things are, not how many: "five-star hotels", "16-bit games"."""
    kind = _KIND.match(folded, number.end)
    return (
        quantity.unit == "thing"
        and kind is not None
        and kind.end() < quantity.end
        and kind[1] not in words.joined
        and not (quantity.of_text or "").startswith(kind[1])
    )


_KIND = compiled(r"-([^\W\d_]+)[ -](?=[^\W\d_])")
"""A word joined to a number, before the one it describes."""


def coded(text: str, folded: str, number: Number) -> bool:
    """Tell whether a number is part of a code, a name or a clock: "4x4", "A1/B2", "Group of Seven", "06.00"."""
    if folded[number.start] == "0" and folded[number.start + 1 : number.start + 2].isdigit():
        return True  # "06.00"
    first = text[number.start]
    if number.spelled and first.isupper() and number.scale == 1 and not number.approximate:
        before = text[max(0, number.start - 3) : number.start].rstrip(" \u00a0\"'«»“”‘’(")
        if before and (before[-1].isalpha() or before[-1] == ",") and "\n" not in before:
            return True
    if number.low == number.high == _HALF and (
        folded.startswith(_TO_HALF, number.end) or folded.endswith(_HALF_TO, 0, number.start)
    ):
        return True  # "50-50"
    if number.scale >= MILLION and text[number.end : number.end + 1] == "-":
        return text[number.end + 1 : number.end + 2].isupper()  # "eine Millionen-Klage"
    if not number.spelled and _CALLED.match(folded, number.end):
        return True  # "the 76ers"
    after = folded[number.end : number.end + 2]
    before = folded[max(0, number.start - 2) : number.start]
    return (
        (len(after) == 2 and after[0] in "/_" and after[1].isalnum())
        or (len(before) == 2 and before[1] in "/_@#")
        or before.endswith(("n°", "nº", "№"))
    )


def excluded(folded: str, number: Number, left: int, words: Words) -> bool:
    """Tell whether the words around say that a number counts nothing ("article 49", "flight 93", "3 fois")."""
    if number.end - number.start >= _LONG_CODE and folded[number.start : number.end].isdecimal():
        return True
    if not number.spelled and around.ending_at(folded, number.start, left, words.exclude):
        return True
    at = number.end
    while at < len(folded) and folded[at] in " -,":
        at += 1
    after = WORD.match(folded, at)
    if after is None:
        return False
    if words.held_after.match(folded, at, after.group()) is not None:
        return False  # "12.000 secondo la polizia": no second, an opinion
    if words.follow.match(folded, at, after.group()) is not None:
        return True
    return after.group() in words.times and folded[number.end : at] in (" ", "-", "")
