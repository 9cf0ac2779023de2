"""What stands behind a number and multiplies it or adds to it: "3 millions", "dizaines de milliers", "et demi".

It does not matter whether the number itself was in digits or in words.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.text.numerals import Numerals, behind_gap, token_at, token_behind
from recoupe.text.patterns import compiled

_THOUSANDS = compiled(
    r"[ \u00a0](?:([^\W\d_]{1,3}) )?(\d{1,3})(?:[. \u00a0](\d{3})(?![\d%]|[.,]\d)| ?([^\W\d_]{3,8})(?![^\W\d_]))"
)
"""What goes on behind a multiplier: "5 milioni e 300 mila", "5 millions 300 000"."""
THOUSAND, MILLION = 1e3, 1e6
_REST = compiled(r"[ \u00a0](\d{3})(?![\d.,%]|[^\W\d_])")
"""What a number goes on with behind its thousands, in digits: "11 mil 400"."""


class Multiplied(NamedTuple):
    """A number with its multipliers: its interval, where they end, what they make of one ("3 millions": 1e6)."""

    low: float
    high: float
    end: int
    scale: float
    approximate: bool


def multiplied(folded: str, end: int, value: float, words: Numerals) -> Multiplied:
    """Return the number `value` that ends at `end` with what multiplies it, with thousands and a half behind that."""
    scale, approximate = 1.0, False
    for _ in range(3):
        half = words.half.match(folded, end) if words.half and scale == 1 else None
        if half:
            value, end = value + 0.5, half.end()
        word, after = token_behind(folded, end)
        factor = words.magnitude.get(word)
        loose = words.collective.get(word)
        if loose is not None:
            scale, end, approximate = scale * loose, after, True
        elif factor is not None and not (word in words.short and folded[after : after + 1].isdigit()):
            scale, end = scale * factor, after
            if word in words.short and folded[after : after + 1] == "." and words.dotted(word):
                end += 1
            goes_on = word in words.goes_on and scale == factor and value == int(value)
            rest = _REST.match(folded, end) if goes_on else None
            if rest is not None:
                value, end = value + int(rest[1]) / factor, rest.end()
            elif factor >= MILLION and scale == factor and value == int(value) and word not in words.short:
                more, end = _thousands(folded, end, words)
                value += more / factor
        else:
            further = linked(folded, end, words) if scale > 1 else None
            if further is None:
                break
            scale, end = scale * further[0], further[1]
    half = words.half.match(folded, end) if words.half and scale > 1 else None
    if half:
        value, end = value + 0.5, half.end()
    low = high = value * scale
    if approximate:
        low, high = _about(low)
    return Multiplied(low, high, end, scale, approximate)


def linked(folded: str, end: int, words: Numerals) -> tuple[float, int] | None:
    """Return the multiplier behind a linking word: "dizaines de milliers", "hundreds of thousands"."""
    word, after = token_behind(folded, end)
    if word not in words.links:
        return None
    at = after + 1 if folded[after : after + 1] == "'" else behind_gap(folded, after)
    word, after = token_at(folded, at)
    factor = words.magnitude.get(word) or words.collective.get(word)
    return (factor, after) if factor else None


def _thousands(folded: str, end: int, words: Numerals) -> tuple[float, int]:
    """Return the thousands told behind millions and where they end ("5 milioni e 300 mila")."""
    m = _THOUSANDS.match(folded, end)
    if m is None or (m[1] and m[1] not in words.joiners):
        return 0.0, end
    if m[4] is not None:
        if words.magnitude.get(m[4]) != THOUSAND:
            return 0.0, end
        rest = _REST.match(folded, m.end()) if m[4] in words.goes_on else None
        return int(m[2]) * THOUSAND + int(rest[1] if rest else 0), (rest or m).end()
    return (0.0, end) if m[1] else (int(m[2]) * THOUSAND + int(m[3]), m.end())


def _about(value: float) -> tuple[float, float]:
    """Return ten per cent either side, rounded outward for counts below a thousand."""
    low, high = value * 0.9, value * 1.1
    return (float(int(low)), float(-int(-round(high, 6) // 1))) if value < 1000 else (low, high)
