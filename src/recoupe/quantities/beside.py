"""What stands right beside a number and tells more of it: a minus, a scale, a bracket, the other side, a part.

All functions take the folded text; `last` is the quantity before the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from recoupe.model.mention import Quantity
from recoupe.quantities import around, nouns
from recoupe.quantities.counted import Counted
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import WORD
from recoupe.quantities.words import Words
from recoupe.text import numbers
from recoupe.text.currencies import is_money
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_SIGN = compiled(r"(?<![\w.,])[-\u2212\u2013]$")
_WORD_BEFORE = compiled(r"(?<!\w)([^\W\d_]+) $")
MONEY = ("measure", "sum", "change")
"""Rules that give sums of money."""
_ONE_OR_TWO = compiled(r" (?:([^\W\d_]+) )?([^\W\d_]+)")
_ENDS = compiled(r"(?<!\b\w)[.;!?](?=\s)|\n")
_REACH = 90
_CONVERTED = 40
"""Characters between a sum and the same in other money."""


def below_zero(folded: str, start: int, left: int, words: Words) -> int | None:
    """Return where the "minus" or the sign begins that makes a temperature one below zero; a range's dash is none."""
    sign = _SIGN.search(folded, max(0, start - 2), start)
    if sign is not None:
        return sign.start()
    m = _WORD_BEFORE.search(folded, max(left, start - 12), start)
    return m.start() if m is not None and m[1] in words.minus else None


BEAUFORT = Counted(unit="Bft", of="wind force", rule="scale")
_STRONGEST = 12


class Force(msgspec.Struct, frozen=True, gc=False):
    """The force of a wind: where its expression begins, and what it is of."""

    start: int
    what: Counted


def force(folded: str, number: Number, left: int, words: Words) -> Force | None:
    """Return the force of a wind whose number stands right behind the word of its scale ("force 8", "Windstärke 8")."""
    if number.article or number.low != int(number.low) or not 0 < number.low <= _STRONGEST:
        return None
    hit = around.ending_at(folded, number.start, left, words.scales)
    return Force(hit.start, BEAUFORT) if hit is not None else None


def bracketed_share(folded: str, span: tuple[int, int], last: Quantity | None) -> Quantity | None:
    """Return the share that one in brackets stands beside ("with 38 % of the votes, ahead of B (31 %)")."""
    start, end = span
    if last is None or last.unit != "%" or last.of in (None, "%") or start - last.end > _REACH:
        return None
    if folded[start - 1 : start] != "(" or folded[end : end + 1] != ")":
        return None
    return None if _ENDS.search(folded, last.end, start) else last


def in_millions(folded: str, number: Number, right: int, words: Words) -> Number:
    """Return a number whose letter means millions or thousands of what stands behind it, as such: "1.2m people".

    What has a size may be as many metres: "30m trees".
    """
    letter = _GLUED.match(folded, number.end, right) if words.plural_follows and number.scale == 1 else None
    if letter is None:
        return number
    factor = _GLUED_FACTORS[letter[1]]
    high = None if number.high is None else number.high * factor
    more = msgspec.structs.replace(number, low=number.low * factor, high=high, end=letter.end(), scale=factor)
    noun, passed = nouns.behind(folded, more, right, words)
    return number if noun is None or passed or noun.key in _SIZED else more


_GLUED = compiled(r"([mk])(?= [^\W\d_]{3})")
_GLUED_FACTORS = {"m": 1e6, "k": 1e3}
_SIZED = frozenset(("tree", "pole", "ship", "building", "bridge", "tunnel", "rocket", "athlete", "swimmer", "road"))


def converted(
    folded: str, start: int, unit: str, qualifier: str | None, out: Sequence[Quantity], words: Words
) -> Quantity | None:
    """Return the sum that one which begins at `start` only tells again in other money, None where it is a sum of its
    own: "200 million crowns ($18 million)", "soit 17 millions d'euros", "umgerechnet gut 17 Millionen Euro"."""
    last = out[-1] if out else None
    if last is None or last.unit in (None, unit) or not 0 < start - last.end <= _CONVERTED:
        return None
    if last.rule not in MONEY or not is_money(last.unit):
        return None
    gap = folded[last.end : start]
    between = WORD.findall(gap)
    if any(word not in words.in_other_money for word in between) or _ENDS.search(gap):
        return None
    return last if between or "(" in gap or (qualifier and gap.strip(" ") in (",", "–")) else None


def and_a_half(text: str, folded: str, quantity: Quantity, words: Words) -> Quantity:
    """Return a measure or a number of points with the half said behind its unit: "tre punti e mezzo"."""
    half, value = numerals(words.code).half, quantity.low
    if half is None or value is None or value != quantity.high or value != int(value) or value > _HALVED:
        return quantity
    if quantity.unit in (None, "person") or is_money(quantity.unit):
        return quantity  # "two million euros and a half": half a million
    m = half.match(folded, quantity.end)
    if m is None or _begins_a_number(folded, m, words):
        return quantity
    told = text[quantity.start : m.end()]
    return msgspec.structs.replace(quantity, end=m.end(), text=told, low=value + 0.5, high=value + 0.5)


def _begins_a_number(folded: str, half: re.Match[str], words: Words) -> bool:
    """Tell whether a half is that of a number of its own: "subió tres puntos y medio millón se fue"."""
    found = numbers.in_folded(folded[half.start() : half.end() + _NEXT], language=words.code)
    return any(n.start < half.end() - half.start() for n in found)


_HALVED, _NEXT = 100, 16
"""The largest number to which halves are told, and characters behind a half that may make it a number of its own."""


def votes_against(folded: str, place: tuple[Number, int], last: Quantity | None, words: Words) -> Counted | None:
    """ "116 votes for and 98 against": the word behind the number says on which side."""
    number, start = place
    if last is None or last.of not in ("vote", "seat") or start - last.end > 25:
        return None
    m = _ONE_OR_TWO.match(folded, number.end)
    if m is None:
        return None
    one, two = m[1], m[2]
    if one in words.versus:
        two = one
    elif two not in words.versus or (one and one not in words.links):
        return None
    end = m.end(1) if two == one else m.end(2)
    return Counted(unit=last.unit, of=last.of, of_text=last.of_text, end=end, rule="versus")


def one_more_part(folded: str, what: Counted, start: int, last: Quantity, words: Words) -> bool:
    """ "including five Germans and two Belgians": the second is a part as the first is."""
    if not last.part or what.unit != "person" or what.of in keys().outcomes:
        return False
    return folded[last.end : start].strip() in (",", *words.conjunctions)
