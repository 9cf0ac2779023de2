"""The values of findings as the reader's language writes them: numbers, ranges, money, lengths of time.

Exact ones are written alike whatever the page's language; of others the page's own qualifier is said. What a finding
is of is called in `labels`; dates and clocks are in `moments`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from recoupe.dossier import words as tables
from recoupe.dossier.moments import between, moment
from recoupe.languages import available, load
from recoupe.model import Value
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

MONTH = 365.2425 / 12 * 86_400
WEEKS = 3
"""Whole weeks from which on a length is written in them: nobody says 77 days for eleven weeks."""

CODE = 3
"""Letters of the code of a currency."""

SEPARATED = 1000
"""Numbers from here on are written with their thousands apart."""

DIGITS = 4
"""Digits, zeros at the ends aside, of the longest number that anybody says with "about"."""

WORDED = 1.05
"""What the part that a word tells ("half of the town") may be at most, as a part of the number it stands for."""

CONVERTED = 1.01
"""What a sum converted to other money may be, as a part of what is printed."""

KEYED = ("means",)
"""Attributes whose values are words of the tables."""

_DIGIT = compiled_by_regex(r"\d")


def written(shown: Value, unit: str | None, language: str) -> str:
    """Return a value as people read it: exact ones alike whatever the page's language, others in the page's words."""
    low, high = shown.low, shown.high
    if unit == "score":
        return shown.display  # "5-4": both its numbers
    if unit == "date":
        return "–".join(dict.fromkeys(moment(str(d), language) for d in (low, high)))
    if isinstance(low, str) and isinstance(high, str):
        return between(low, high, unit, language) or shown.display
    if not isinstance(low, int | float) or low != high or shown.qualifier:
        return _qualified(shown, unit, language) or " ".join(shown.display.split())
    words = tables.load(language)["unit"]
    if unit == "second":
        return _length(float(low), words, language)
    number = _number(low, words, language)
    if unit in ("%", "rank", "level", "category"):
        return str(words["percent" if unit == "%" else unit]).format(number=number)
    if unit is None or unit in ("person", "thing", "magnitude", "storey"):
        return number
    return _counted(number, unit, words, one=low == 1)


def _qualified(shown: Value, unit: str | None, language: str) -> str | None:
    """Return "about 3,200", "at least 9": what the words of a page say of its number, in the reader's language.

    None where they say no one number, or none that people read. Money that was converted is told as it is printed.
    """
    low, high = (n if isinstance(n, int | float) else None for n in (shown.low, shown.high))
    middle = (low + high) / 2 if low is not None and high is not None else None
    if shown.qualifier is None:
        money = unit is not None and is_money(unit)
        converted = money and middle is not None and high is not None and math.isclose(middle * CONVERTED, high)
        worded = unit == "%" and high is not None and middle is not None and not _DIGIT.search(shown.display)
        if worded and middle and math.isclose(middle * WORDED, high or 0.0):
            form = str(tables.load(language)["qualifier"]["about"])
        elif converted:
            form = "{value}"
        else:
            return _range(low, high, unit, language)
        number = middle
    else:
        number = {"about": middle, "nearly": high, "at least": low, "more than": low}.get(shown.qualifier, high)
        form = str(tables.load(language)["qualifier"].get(shown.qualifier, ""))
    if not form or number is None:
        return None
    said = _said(number, unit, language)
    return form.format(value=said) if said else None


def _range(low: float | None, high: float | None, unit: str | None, language: str) -> str | None:
    """Return "6 to 7 h", "40 to 50 %": both ends of a range, what they count said once."""
    if low is None or high is None:
        return None
    first, last = _said(low, unit, language), _said(high, unit, language)
    if first is None or last is None:
        return None
    for word in reversed(last.split(" ")):
        if any(c.isdigit() for c in word) or not first.endswith(f" {word}"):
            break
        first = first.removesuffix(f" {word}")
    return str(tables.load(language)["range"]).format(low=first, high=last)


def _said(number: float, unit: str | None, language: str) -> str | None:
    """Return a number as it is written, None where nobody says it: "one train in three", told in parts of 100."""
    parted = unit in ("person", "thing") and number % 1  # "a couple": nobody says "about 2.5"
    if parted or (unit != "second" and len(f"{number:.15g}".replace(".", "").strip("0")) > DIGITS):
        return None
    plain = Value(low=number, high=number, display="", support=())
    return written(plain, unit, language)


def _counted(number: str, unit: str, words: Mapping[str, Any], *, one: bool) -> str:
    forms = words.get(unit)
    if forms is None and unit.isupper() and len(unit) > CODE:
        unit = unit.lower()  # money that has no code: "2 shilling"
    return f"{number} {forms['one' if one else 'many']}" if isinstance(forms, Mapping) else f"{number} {unit}"


def _number(low: float, words: Mapping[str, Any], language: str) -> str:
    """Return a number: "1,300", "3.9 billion"; as it is where three decimals would not tell it."""
    for power, word in ((1e9, words["billion"]), (1e6, words["million"])):
        if low >= power and round(low / power, 3) * power == low:
            return f"{_digits(low / power, language)} {word}"
    return _digits(low, language)


def _digits(low: float, language: str) -> str:
    number = f"{low:,.10g}" if low >= SEPARATED else f"{low:.10g}"
    return number.replace(",", "\u202f").replace(".", ",") if language == "fr" else number


def keyed(attribute: str, shown: str, language: str) -> str | None:
    """Return in the reader's language what a table of any language has: "gaz lacrymogènes", tear gas."""
    if attribute not in KEYED:
        return None
    printed = fold(shown)
    for code in available():
        for key, forms in load(code).table("facts").get(attribute, {}).items():
            if any(fold(form) == printed for form in forms):
                own = load(language).table("facts").get(attribute, {}).get(key, ())
                return str(own[0]) if own else None
    return None


def _length(seconds: float, words: Mapping[str, Any], language: str) -> str:
    """Return a length of time: "10 years", "2 h 15 min"; calendar months and years where it is whole ones."""
    for unit, size in (("year", 12 * MONTH), ("month", MONTH)):
        if seconds >= size and seconds % size == 0:
            return _counted(_number(seconds / size, words, language), unit, words, one=seconds == size)
    months, over = divmod(seconds, MONTH)
    if months and over and over % 86_400 == 0:  # "two months and ten days"
        parted = (
            _counted(f"{n:g}", unit, words, one=n == 1) for n, unit in ((months, "month"), (over / 86_400, "day"))
        )
        return " ".join(parted)
    weeks, rest = divmod(int(seconds), 7 * 86_400)
    if weeks >= WEEKS and not rest:
        return _counted(str(weeks), "week", words, one=False)
    days, rest = divmod(int(seconds), 86_400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (rest, "second")]
    said = [_counted(str(days), "day", words, one=days == 1)] if days else []
    return " ".join([*said, *(f"{n} {words[unit]}" for n, unit in parts if n)]) or f"0 {words['second']}"
