"""What stands around a number: the symbols and words that make it money, a share, a measure; how exact it is.

All functions take the folded text (same length as the text) and look no further than a fixed reach, so that the work
is linear in the number of numbers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

import msgspec

from recoupe.quantities import currencies
from recoupe.quantities.lexicon import WORD, Hit, Lexicon
from recoupe.quantities.words import Words
from recoupe.text.patterns import compiled

REACH = 110
"""Characters to either side that may belong to a number."""

_CLAUSE_LEFT = compiled(r".*(?:[;!?\n]|[.](?=\s)|:(?=\s))", re.S)
_CLAUSE_RIGHT = compiled(r"[;!?\n]|\.(?=\s|$)|:\s")
_SYMBOLS = {
    "us$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "r$": "BRL", "c$": "CAD", "a$": "AUD", "₽": "RUB",
    "₴": "UAH", "₹": "INR", "rs": "INR", "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "₺": "TRY",
    "$us": "USD", "$ us": "USD", "$a": "AUD", "$au": "AUD", "$c": "CAD", "$ca": "CAD", "$nz": "NZD", "$hk": "HKD",
    "$s": "SGD", "hk$": "HKD", "s/": "PEN", "nz$": "NZD", "₩": "KRW", "rs.": "INR",
}  # fmt: skip
_BEFORE = compiled(rf"(?<![^\W_])(?:{'|'.join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True))}) ?$")
_LETTERS = {
    "m": 1e6,
    "k": 1e3,
    "b": 1e9,
    "bn": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "md": 1e9,
    "mds": 1e9,
    "mrd": 1e9,
    "mio": 1e6,
}
_AFTER_PREFIX = compiled(r" ?(m|k|bn|b|tn|t)(?![^\W_])")
_AFTER_SYMBOL = compiled(
    r" ?(m|k|md|mds|mrd|mio)?(?:[.] ?| ?)(us\$|r\$|€|\$|£|¥|₽|₴|₹|₺|eur|usd|chf|gbp)"
    r"(?:(?![^\W_])|(?<=[€$£¥₽₴₹₺]))( ?us(?!\w))?"
)
_PENNY = compiled(r"p(?![^\W_])")
"""The short sign of pence, where a page tells of pounds or pence: a picture has "1080p" too."""
_PERCENT = compiled(r" ?(?:%|٪|p\.c\.|v\. ?h\.)")


class Measure(msgspec.Struct, frozen=True, gc=False):
    """A number's unit: where the whole expression begins and ends, and what the value is multiplied by."""

    start: int
    end: int
    unit: str
    kind: str
    factor: float = 1.0


_CENTS = compiled(r"\d[.,]\d\d$")
"""What has parts of a hundred is money: "7.42 crowns"."""


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause around `[start, end)`: no further than REACH, a full stop or a line break."""
    left = max(0, start - REACH)
    m = _CLAUSE_LEFT.match(text, left, start)
    right = min(len(text), end + REACH)
    n = _CLAUSE_RIGHT.search(text, end, right)
    return (m.end() if m else left), (n.start() if n else right)


def money(text: str, start: int, end: int, words: Words, *, large: bool) -> Measure | None:
    """Return the currency of the number at `[start, end)`: a sign before or behind, or its name."""
    window = text[max(0, start - 5) : start]
    before = _BEFORE.search(window)
    if before:
        unit = _SYMBOLS[before.group().strip()]
        letter = _AFTER_PREFIX.match(text, end)
        begin = start - len(window) + before.start()
        factor, close = (_LETTERS[letter[1]], letter.end()) if letter else (1.0, end)
        whose = currencies.of_country(text, close, unit, words) if before.group().strip() == "$" else None
        if whose:
            return Measure(begin, whose.end, whose.key, "money", factor)
        return Measure(begin, close, unit, "money", factor)
    after = _AFTER_SYMBOL.match(text, end)
    if after:
        factor = _LETTERS[after[1]] if after[1] else 1.0
        return Measure(start, after.end(), _SYMBOLS[after[2]], "money", factor)
    if words.penny and _PENNY.match(text, end) and _tells_of_pounds(text):
        return Measure(start, end + 1, words.penny, "money")
    letter = _AFTER_PREFIX.match(text, end)
    if letter and text[letter.end() : letter.end() + 1] == " ":  # "120m zloty"
        named = currencies.noun(text, letter.end() + 1, words, large=True)
        if named:
            return Measure(start, named.end, named.key, "money", _LETTERS[letter[1]])
    at = _linked(text, end, words)
    m = WORD.match(text, at)
    hit = currencies.noun(text, at, words, large=large)
    if hit is None and m and (m.group() in words.skip or m.group() in ("us", "u")):
        return None
    return Measure(start, hit.end, hit.key, "money") if hit else None


def _linked(text: str, end: int, words: Words) -> int:
    """Return where the word after the number begins, past a space and one linking word ("millions de dollars")."""
    at = end
    for _ in range(2):
        while at < len(text) and at - end < 12 and text[at] in " -'":
            at += 1
        m = WORD.match(text, at)
        if m is None or m.group() not in words.links or m.group() == "en":
            return at
        at = m.end()
    return at


@functools.lru_cache(maxsize=4)
def _tells_of_pounds(text: str) -> bool:
    return "£" in text or "pence" in text


def measure(
    text: str, start: int, end: int, words: Words, kinds: Mapping[str, str], *, large: bool = False
) -> Measure | None:
    """Return the share, currency or physical unit of the number at `[start, end)`, None where it has none."""
    percent = _PERCENT.match(text, end)
    if percent:
        return Measure(start, percent.end(), "%", "percent")
    found = money(text, start, end, words, large=large or _CENTS.search(text, start, end) is not None)
    if found:
        return found
    at = _linked(text, end, words)
    m = WORD.match(text, at)
    if m:
        hit = words.percent.match(text, at, m.group())
        if hit:
            return Measure(start, hit.end, hit.key, "percent")
    if words.units is not None:
        n = words.units.match(text, at)
        if n:
            unit = words.unit_of[n.group()]
            if unit.endswith("/h") and words.hour_of.match(text, n.end()):
                n = words.units.match(text, at, n.end() - 1) or n  # "640 mètres à l'heure où": no speed
                unit = words.unit_of[n.group()]
            if unit == "m3" and words.per_second is not None and words.per_second.match(text, n.end()):
                return Measure(start, n.end(), "m3/s", "flow")  # "410 m³ of water per second"
            return Measure(start, n.end(), unit, kinds.get(unit, "length"))
    return None


def qualifier(text: str, start: int, left: int, words: Words) -> Hit | None:
    """Return the qualifier that ends just before `start`."""
    return ending_at(text, start, left, words.before)


def ending_at(text: str, start: int, left: int, lexicon: Lexicon) -> Hit | None:
    """Return the longest entry of a lexicon that ends at `start` but for white space and an apostrophe."""
    before = _words_before(text, max(left, start - 40), start)
    if not before or not lexicon.may_end(before[-1][1]):
        return None
    best: Hit | None = None
    for at, word in before:
        hit = lexicon.match(text, at, word)
        if hit and hit.end <= start and not text[hit.end : start].strip(" '"):
            if best is None or hit.start < best.start:
                best = hit
    return best


@functools.lru_cache(maxsize=16)
def _words_before(text: str, begin: int, start: int) -> list[tuple[int, str]]:
    """Return the last five words of `text[begin:start]` with their places; asked of one place with many lexicons."""
    words = [(m.start(), m.group()) for m in WORD.finditer(text, begin, start)][-5:]
    return [(at, word) for at, word in words if at == 0 or not text[at - 1].isalnum()]


def qualifier_after(text: str, end: int, right: int, words: Words) -> Hit | None:
    """Return the qualifier just behind `end` ("or more", "au moins")."""
    at = end
    while at < right and text[at] in " ,":
        at += 1
    if at - end > 2 or at == end:
        return None
    m = WORD.match(text, at)
    hit = words.after.match(text, at, m.group()) if m else None
    return hit if hit and hit.end <= right else None


EXACT = 3
"""Digits, zeros at the ends aside, of a number that is exact whatever stands before it."""


def bounds(low: float, high: float | None, qualifier: str | None) -> tuple[float | None, float | None]:
    """Return the interval a qualifier makes of a number.

    "about" is ten per cent either side, two of a number that is not round ("some 212"); "nearly" from ten per cent
    below; "more than" and "at least" are open above; "less than" and "up to" are open below, from nothing.
    """
    if qualifier == "about":
        if high is not None and low == high:
            slack = abs(low) * (0.1 if len(f"{abs(low):.10g}".replace(".", "").strip("0")) < EXACT else 0.02)
            return _round(low - slack), _round(high + slack)
        return low, high
    if qualifier == "nearly":
        return (_round(low * 0.9), high) if low >= 0 else (low, high)
    if qualifier in ("more than", "at least"):
        return low, None
    if qualifier in ("less than", "up to"):
        return None, high
    return low, high


def _round(value: float) -> float:
    """Return ten significant digits: 55e6 times 1.1 has no business ending in 1e-8."""
    return float(f"{value:.10g}")
