"""Durations: a count of units as TIMEX3 value and as an interval of seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from recoupe.text.patterns import compiled
from recoupe.times.calendar import LETTER, SECONDS

MODIFIER = {
    "about": "APPROX", "nearly": "APPROX", "more": "MORE_THAN", "less": "LESS_THAN", "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
}  # fmt: skip
ABOUT = 0.2
"""How far "about" and "nearly" reach, as a part of the number: "about ten" is 8 to 12, "nearly ten" is 8 to 10."""


class Count(msgspec.Struct, frozen=True, gc=False):
    """A number that counts units: `low` to `high`; None for "several". `loose` when the word itself is vague."""

    low: float | None
    high: float | None
    loose: bool = False


_DIGITS = compiled(r"(\d+)[\s-](\d)/(\d)$|(\d{1,3}(?:[ ,.]\d{3})+)$|(\d+)[.,](\d{1,2})$|(\d+)$")


MOST = 1e12
"""A number beside a unit of time at most: more are digits that count nothing."""


def count(word: str, quantities: Mapping[str, str]) -> Count | None:
    """Return what a {number} slot says: digits, "2 1/2", "1,300", "2..3" (a spelled range) or a word of [quantity]."""
    printed, word = word, quantities.get(" ".join(word.split()), word)
    loose = word.endswith("~")
    word = word.rstrip("~")
    if word in ("X", ""):
        return Count(None, None, True)
    if ".." in word:
        low, high = word.split("..")
        return Count(float(low), float(high), loose)
    m = _DIGITS.match(word) if word == printed else None  # "9.400" as printed is no 9.4, as a table's value it is
    if m is None:
        try:
            n = float(word)
        except ValueError:
            return None
    elif m[1]:
        n = int(m[1]) + int(m[2]) / max(1, int(m[3]))
    elif m[4]:
        n = float(re.sub(r"\D", "", m[4]))
    elif m[5]:
        n = float(f"{m[5]}.{m[6]}")
    else:
        n = float(m[7])
    return Count(n, n, loose) if n <= MOST else None  # nor is "nan" a number


QUARTERS = {"quarterhour": 15, "threequarterhour": 45}
"""Minutes of the words for parts of an hour that are units of their own ("zwei Viertelstunden")."""


_FINER = {("hour", 0.5): "30M", ("hour", 0.25): "15M", ("hour", 0.75): "45M", ("minute", 0.5): "30S"}


def value(n: float | None, unit: str) -> str:
    """Return the TIMEX3 value of `n` units: "PT2H30M", "P3Y6M", "PXD" for an unknown number."""
    if unit in QUARTERS:
        n, unit = None if n is None else n * QUARTERS[unit], "minute"
    if unit == "decade":
        return "PXE" if n is None else f"P{n * 10:g}Y"
    if unit == "century":
        return "PXC" if n is None else f"P{n * 100:g}Y"
    if unit == "millennium":
        return "PXL" if n is None else f"P{n * 1000:g}Y"
    if unit == "semester":
        return "PXM" if n is None else f"P{n * 6:g}M"
    if unit == "fortnight":
        n, unit = None if n is None else n * 2, "week"
    if unit == "weekend":
        return "PXWE" if n is None else f"P{n:g}WE"
    if unit == "night":
        return "PXTNI" if n is None else f"P{n:g}TNI"
    time, letter = LETTER[unit]
    if n is None:
        return f"P{time}X{letter}"
    whole, rest = int(n), round(n - int(n), 4)
    if rest and (unit, rest) in _FINER:
        return f"PT{f'{whole}{letter}' if whole else ''}{_FINER[unit, rest]}"
    if rest == 0.5 and unit == "year":
        return f"P{f'{whole}Y' if whole else ''}6M"
    if rest == 0.5 and unit == "day" and whole == 0:
        return "PT12H"
    return f"P{time}{n:g}{letter}"


def compound(first: tuple[float, str], second: tuple[float, str]) -> str:
    """Return the value of "2 hours 15 minutes"."""
    time1, letter1 = LETTER.get(first[1], ("", "D"))
    time2, letter2 = LETTER.get(second[1], ("", "D"))
    middle = "T" if time2 and not time1 else ""
    return f"P{time1}{first[0]:g}{letter1}{middle}{second[0]:g}{letter2}"


def bounds(low: float, high: float, how: str | None) -> tuple[float | None, float | None]:
    """Return the interval that "nearly", "more than"... make of `low` to `high`."""
    if how == "about":
        return low * (1 - ABOUT), high * (1 + ABOUT)
    if how == "nearly":
        return low * (1 - ABOUT), high
    if how in ("more", "at_least"):
        return low, None if low == high else high
    if how in ("less", "at_most"):
        return 0.0, high
    return low, high


def seconds(n: float, unit: str) -> float:
    return n * SECONDS[unit]
