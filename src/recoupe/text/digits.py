"""Digits of a page: what a run of them is worth, and which are part of a code and no number.

They follow the page's habit: what it shows beyond doubt ("1.234.567", "2,5") decides how "1.234" and "1,234" are read,
else the habit of the language's press. What stands behind them ("3 millions") is told in `multipliers`.
"""

from __future__ import annotations

import functools

from recoupe.text.letters import DECIMALS
from recoupe.text.numerals import FRACTIONS, Numerals
from recoupe.text.patterns import compiled
from recoupe.text.spaced import is_spaced

_DIGITS = compiled(r"\d+(?:[.,' ٬٫]\d+)*")
_PIECES = compiled(r"\d+|\D")
_SPACED = compiled(r"(\d{1,3})(?:(?:, \d{3})+(?![\d,])(?:\. \d{1,2}(?![\d.]))?|\. \d{1,2}(?![\d.,]\d|\d))")
"""A number whose signs have blanks behind them, as texts print it whose marks were set apart: "26, 000", "5. 9"."""
_FRACTION = compiled(r"[ -]?(?:(?P<one>[½¼¾⅓⅔])|(?<=[ -])(?P<n>[1-3])/(?P<d>[234])(?![\d/]))")
_LONGEST = 24
"""Characters of the longest run of digits that may be a number; longer ones are identifiers."""
# The digit comes before the look behind it: `re` finds the beginnings of a pattern fast when they are one class.
_BEGIN = rf"[{DECIMALS}](?<![\d.,]\d)\d{{0,2}}"
_COMMA_HABIT = compiled(_BEGIN + r"(?:(?:\.\d{3})+,\d{1,2}|(?:\.\d{3}){2,}|,\d{1,2})(?![\d.,]\d|\d)")
_POINT_HABIT = compiled(_BEGIN + r"(?:(?:,\d{3})+\.\d{1,2}|(?:,\d{3}){2,})(?![\d.,]\d|\d)")
_SEPARATED = compiled(r"[.,](?<=\d.)\d")
"""What both habits have: texts without it show none."""
_GROUPED_POINTS = compiled(_BEGIN + r"(?:\.\d{3})+,\d{1,2}(?!\d)")
_GROUPED_MILLIONS = compiled(_BEGIN + r",\d\d0 (?:de )?(?=[mb]il(?:l|h|i))")
"""Commas before three digits that end with a nought, of millions: nobody prints "28,400 million" for 28.4."""
_SMALL_FRACTION = compiled(r"/[2345](?!\d)")
_CODE_BEHIND = compiled(r"h(?:\d\d)?(?![^\W\d_])|[a-z]\d")
_WRITTEN_ON = frozenset("وفبلكـ")
"""Arabic "and", "with", "to" and the stroke that ties them to digits: "و14" is "and 14", no code."""
_DOLLARS = compiled(r"\$ ?(?:us|au?|nz|ca?|hk|s)$")
"""Whose dollars they are, between the sign and the digits, as Australian papers print it: "$US1 million"."""
_CLUMSY = compiled(r"[/:.]\d")


class Digits:
    """Reads the digits of one folded text; `words` are of its language."""

    def __init__(self, folded: str, words: Numerals) -> None:
        self.text = folded
        self.words = words

    @functools.cached_property
    def decimal(self) -> str:
        """The decimal sign of the page, asked for where digits stand behind a sign: few texts have such."""
        if _SEPARATED.search(self.text) is None:
            return self.words.decimal
        comma = _COMMA_HABIT.search(self.text) is not None
        point = _POINT_HABIT.search(self.text) is not None or _GROUPED_MILLIONS.search(self.text) is not None
        if comma and not point and self.words.decimal == ".":
            # English "1,5" is rare and may be a list: only grouped points turn an English page's habit.
            return "," if _GROUPED_POINTS.search(self.text) else "."
        if point and not comma:
            return "."
        return self.words.decimal

    def at(self, start: int) -> tuple[float | None, int]:
        """Return what the digits at `start` are worth with the fraction behind them ("2 1/2"), and where they end.

        None for those of a code, a clock, a date or an address, and for runs too long to count.
        """
        text = self.text
        if text[start] in FRACTIONS:
            return FRACTIONS[text[start]], start + 1
        m = _DIGITS.match(text, start)
        assert m is not None
        end, value = self._value(start, m.end())
        apart = self._set_apart(start, end)
        if apart is not None:
            end, value = apart
        if value is None or self._coded(start, end):
            return None, max(end, start + 1)
        fraction = _FRACTION.match(text, end)
        if fraction and value == int(value):
            one = fraction["one"]
            return value + (FRACTIONS[one] if one else int(fraction["n"]) / int(fraction["d"])), fraction.end()
        return value, end

    def _set_apart(self, start: int, end: int) -> tuple[int, float] | None:
        """Return where a number ends whose digits up to `end` are followed by a sign and a blank, and its value; None
        where they are followed by none or the text sets no marks apart."""
        text = self.text
        if text[end : end + 1] not in (".", ",") or text[end + 1 : end + 2] != " ":
            return None
        m = _SPACED.match(text, start) if self.words.decimal == "." else None
        if m is None or m.end(1) != end or not is_spaced(text):
            return None
        return m.end(), float(m[0].replace(",", "").replace(" ", ""))

    def _coded(self, start: int, end: int) -> bool:
        """Tell whether the digits are part of a code, a clock, a date or an address."""
        text = self.text
        before, after = text[start - 1 : start], text[end : end + 2]
        if before in _WRITTEN_ON and (before == "ـ" or not text[start - 2 : start - 1].isalnum()):
            return False
        if before.isalnum() and _DOLLARS.search(text, max(0, start - 5), start):
            return False
        if before.isalnum() or before in ("_", "#", "@"):
            return True
        last = text[start - 2 : start - 1]
        if (before in ("/", ":") and last.isalnum()) or (before in (".", ",") and last.isdigit()):
            return True
        if before == "-" and last.isalpha():
            return True
        if _CLUMSY.match(after):
            return after[0] != "/" or not _SMALL_FRACTION.match(text, end)
        return bool(_CODE_BEHIND.match(text, end))

    def _value(self, start: int, end: int) -> tuple[int, float | None]:
        """Return where the number that begins at `start` ends and its value; digits up to `end` may belong to it."""
        raw = self.text[start:end]
        if len(raw) > 400:
            return end, None
        pieces = _PIECES.findall(raw)
        if len(pieces[0]) > _LONGEST:
            return start + len(pieces[0]), None
        whole, used, at = pieces[0], len(pieces[0]), 1
        group = ""
        while at + 1 < len(pieces):
            sign, digits = pieces[at], pieces[at + 1]
            fits = len(digits) == 3 and (group or (len(pieces[0]) <= 3 and pieces[0] != "0"))
            if sign == " " and (not fits or (group and group != " ") or not self.words.space_groups):
                break
            other = fits and sign != self.decimal and group in ("", sign)
            own = fits and sign == self.decimal and (group == sign or self._grouped(pieces, at))
            if sign == " " or other or own:
                group, whole = sign, whole + digits
            elif sign in (self.decimal, "٫") or (sign in ".," and len(digits) != 3 and group != sign):
                if at + 2 < len(pieces) and pieces[at + 2] != " " and pieces[at + 2] in ".,'":
                    return end, None  # "3.2.1", "15.08.2025"
                if len(digits) > _LONGEST:
                    return end, None
                return start + used + 1 + len(digits), float(f"{int(whole)}.{digits}")
            else:
                break
            used += 1 + len(digits)
            at += 2
        if len(whole) > _LONGEST:
            return start + used, None
        return start + used, float(int(whole))

    def _grouped(self, pieces: list[str], at: int) -> bool:
        """Tell whether the language's decimal sign groups here: "1,234,567" in French, "15.000" in English."""
        return (at + 2 < len(pieces) and pieces[at + 2] == pieces[at]) or (
            self.decimal == "." and pieces[at + 1] == "000" and len(pieces) <= at + 2
        )
