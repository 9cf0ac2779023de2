"""Numbers of a text, in digits and in words, with their spans and their value as an interval.

    folded text -> tokens -> a number begins at a digit or a number word -> its parts are composed
                -> multipliers, halves -> ranges ("trois à quatre", "between 3 and 4 million")

Words come from `languages/<code>/numbers.toml`. Digits follow the page's habit: what the page shows beyond doubt
("1.234.567", "2,5") decides how "1.234" and "1,234" are read, else the habit of the language's press.
"""

from __future__ import annotations

import functools

import msgspec

from recoupe.languages import normal_code
from recoupe.text.letters import DECIMALS
from recoupe.text.normalise import fold
from recoupe.text.numerals import FRACTIONS, GAP, Numerals, numerals, token_at, token_behind
from recoupe.text.patterns import compiled

_DIGITS = compiled(r"\d+(?:[.,' ٬٫]\d+)*")
_PIECES = compiled(r"\d+|\D")
_FRACTION = compiled(r" ?(?:(?P<one>[½¼¾⅓⅔])|(?<= )(?P<n>[1-3])/(?P<d>[234])(?![\d/]))")
_LONGEST = 24
"""Characters of the longest run of digits that may be a number; longer ones are identifiers."""
_PARTS = 14
"""Parts of the longest number in words."""
# The digit comes before the look behind it: `re` finds the beginnings of a pattern fast when they are one class.
_BEGIN = rf"[{DECIMALS}](?<![\d.,]\d)\d{{0,2}}"
_COMMA_HABIT = compiled(_BEGIN + r"(?:(?:\.\d{3})+,\d{1,2}|(?:\.\d{3}){2,}|,\d{1,2})(?![\d.,]\d|\d)")
_POINT_HABIT = compiled(_BEGIN + r"(?:(?:,\d{3})+\.\d{1,2}|(?:,\d{3}){2,})(?![\d.,]\d|\d)")
_SEPARATED = compiled(r"[.,](?<=\d.)\d")
"""What both habits have: texts without it show none."""
_GROUPED_POINTS = compiled(_BEGIN + r"(?:\.\d{3})+,\d{1,2}(?!\d)")
_GROUPED_MILLIONS = compiled(_BEGIN + r",\d\d0 (?:de )?(?=[mb]il(?:l|h|i))")
"""Commas before three digits that end with a nought, of millions: nobody prints "28,400 million" for 28.4."""
_THOUSANDS = compiled(
    r"[ \u00a0](?:([^\W\d_]{1,3}) )?(\d{1,3})(?:[. \u00a0](\d{3})(?![\d%]|[.,]\d)| ?([^\W\d_]{3,8})(?![^\W\d_]))"
)
"""What goes on behind a multiplier: "5 milioni e 300 mila", "5 millions 300 000"."""
THOUSAND, MILLION = 1e3, 1e6
_REST = compiled(r"[ \u00a0](\d{3})(?![\d.,%]|[^\W\d_])")
"""What a number goes on with behind its thousands, in digits: "11 mil 400"."""
_SMALL_FRACTION = compiled(r"/[2345](?!\d)")
_CODE_BEHIND = compiled(r"h(?:\d\d)?(?![^\W\d_])|[a-z]\d")
_WRITTEN_ON = frozenset("وفبلكـ")
"""Arabic "and", "with", "to" and the stroke that ties them to digits: "و14" is "and 14", no code."""
_CLAUSE = compiled(r"[.;:!?\n]")
_WORDS = compiled(r"[^\W\d_]+")
_VERB_REACH = 60
_VERB_WORDS = 8
"""Characters and words before "from 16 to 21" within which a verb makes it a change and no range."""
_CLUMSY = compiled(r"[-/:.]\d")


class Number(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number at `[start, end)`, worth `[low, high]`: equal when exact, `high` None where open.

    `approximate` marks words that are round by nature: "une vingtaine" is 18 to 22 (ten per cent either side), "a
    couple of" 2 to 3. The plural of such a word alone ("des dizaines", "hundreds") is at least two of them and open
    above: it says that there are several, never how many. `article` marks a word that is an article or pronoun as
    well ("une", "one"): whoever uses it must know from what follows that it counts. `spelled` is false for digits
    alone; `scale` is the multiplier word's value ("3 millions": 1e6), else 1. `span` marks a range of two numbers.
    """

    start: int
    end: int
    low: float
    high: float | None
    ordinal: bool = False
    approximate: bool = False
    article: bool = False
    spelled: bool = False
    scale: float = 1.0
    span: bool = False


def find(text: str, *, language: str | None) -> list[Number]:
    """Return the numbers of `text` in order, without overlaps. Linear in its length; never raises.

    Left out: digits that are part of a code ("G20", "A-320", "3.2.1", "19:30", "24/7"), and runs too long to count.
    """
    return in_folded(fold(text), language=language)


def in_folded(folded: str, *, language: str | None) -> list[Number]:
    """Return the numbers of a text that is folded already (see `normalise.fold`)."""
    if not folded:
        return []
    reader = _Reader(folded, numerals(normal_code(language)))
    out: list[Number] = []
    done = 0
    for start, _ in reader.words.starts(folded):
        if start < done:
            continue
        number, done = reader.read(start)
        if number is not None:
            out.append(number)
    return out


class _Reader:
    """Reads the numbers of one folded text with the words of one language."""

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

    # ---- one number ----

    def read(self, start: int) -> tuple[Number | None, int]:
        """Return the number that begins at `start`, and where reading goes on."""
        word, end = token_at(self.text, start)
        if word in self.words.only_articles and self._alone(start, word, end):
            if word not in self.words.articles:
                return None, end
            return Number(start=start, end=end, low=1.0, high=1.0, article=True, spelled=True), end
        between = self._between(start, word, end) if word in self.words.between else None
        if between is not None:
            return between, between.end
        first, end = self.single(start)
        if first is None:
            return None, end
        found = self._ranged(first)
        return found, max(end, found.end)

    def _alone(self, start: int, word: str, end: int) -> bool:
        """Tell whether the article `word` at `[start, end)` begins no longer number: most do not."""
        words = self.words
        behind = token_behind(self.text, end)[0]
        return not words.continues(behind) and words.phrase_at(self.text, start, word) is None

    def single(self, start: int) -> tuple[Number | None, int]:
        char = self.text[start]
        if char.isdecimal() or char in FRACTIONS:
            return self._digits(start)
        return self._words(start)

    def _between(self, start: int, word: str, end: int) -> Number | None:
        """ "between 3 and 4 million": the `word` at `[start, end)`, two numbers, the word that joins them."""
        at = self._skip(self._behind_article(end))
        first, _ = self.single(at) if at < len(self.text) else (None, 0)
        if first is None or first.ordinal:
            return None
        link, link_end = token_behind(self.text, first.end)
        if link != self.words.between[word]:
            return None
        found = self._second(first, self._behind_article(link_end))
        return None if found is None else msgspec.structs.replace(found, start=start)

    def _behind_article(self, at: int) -> int:
        """Return where an article at `at` ends: "tra le 98 e le 112 mila"; `at` where there is none."""
        word, end = token_behind(self.text, at)
        return end if word in self.words.between_the else at

    def _ranged(self, first: Number) -> Number:
        if first.ordinal or first.high is None or first.article:
            return first
        link, end = token_behind(self.text, first.end)
        if link not in self.words.ranges or end - first.end == len(link):
            return first
        if _ends_with(self.text, first.start, self.words.source) and changing(self.text, first.start, self.words):
            return first
        return self._second(first, end) or first

    def _second(self, first: Number, end: int) -> Number | None:
        start = self._skip(end)
        if start >= len(self.text) or start == end:
            return None
        second, _ = self.single(start)
        if second is None or second.ordinal or second.high is None or second.article or first.high is None:
            return None
        if first.scale == 1 and second.scale == 1 and not first.spelled and (first.low % 1 > 0) != (second.low % 1 > 0):
            return None  # "magnitudo 4,9 a 12 chilometri": two things
        low = first.low
        if first.scale == 1 and second.scale > 1 and first.low < 1000:
            low *= second.scale
        if low >= second.high:
            return None
        return Number(
            start=first.start, end=second.end, low=low, high=second.high, span=True, scale=second.scale,
            approximate=second.approximate, spelled=first.spelled or second.spelled,
        )  # fmt: skip

    def _skip(self, at: int) -> int:
        """Return where the next token begins: one space, hyphen or line-internal gap further."""
        m = GAP.match(self.text, at)
        return m.end() if m else at

    # ---- digits ----

    def _digits(self, start: int) -> tuple[Number | None, int]:
        text = self.text
        fraction = FRACTIONS.get(text[start])
        if fraction is not None:
            return self._scaled(start, start + 1, fraction)
        m = _DIGITS.match(text, start)
        assert m is not None
        end, value = self._value(start, m.end())
        if value is None or self._coded(start, end):
            return None, max(end, start + 1)
        m2 = _FRACTION.match(text, end)
        if m2 and value == int(value):
            if m2["one"]:
                return self._scaled(start, m2.end(), value + FRACTIONS[m2["one"]])
            return self._scaled(start, m2.end(), value + int(m2["n"]) / int(m2["d"]))
        ordinal = self.words.ordinal_suffix.match(text, end) if self.words.ordinal_suffix else None
        if ordinal and value == int(value):
            return Number(start=start, end=ordinal.end(), low=value, high=value, ordinal=True), ordinal.end()
        return self._scaled(start, end, value)

    def _coded(self, start: int, end: int) -> bool:
        """Tell whether the digits are part of a code, a clock, a date or an address."""
        text = self.text
        before, after = text[start - 1 : start], text[end : end + 2]
        if before in _WRITTEN_ON and (before == "ـ" or not text[start - 2 : start - 1].isalnum()):
            return False
        if before.isalnum() or before in ("_", "#", "@"):
            return True
        if before in ("-", "/", ":", ".", ",") and start >= 2 and text[start - 2].isalnum():
            if before in "/:" or (before in ".," and text[start - 2].isdigit()):
                return text[start - 2].isdigit() or before in "/:"
            if before == "-" and text[start - 2].isalpha():
                return not self._range_hyphen(start)
        if _CLUMSY.match(after):
            if after[0] == ":":
                return True
            if after[0] in "/.":
                return not _SMALL_FRACTION.match(text, end) or after[0] == "."
        return bool(_CODE_BEHIND.match(text, end))

    def _range_hyphen(self, start: int) -> bool:
        """Tell whether the hyphen before is a dash of the sentence ("mid-20" is not, " -20" is)."""
        return start >= 3 and self.text[start - 3].isspace() and not self.text[start - 2].isalpha()

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

    # ---- what follows the digits or a word: multipliers, halves ----

    def _scaled(self, start: int, end: int, value: float, spelled: bool = False) -> tuple[Number, int]:
        text, words = self.text, self.words
        scale, approximate = 1.0, False
        for _ in range(3):
            half = words.half.match(text, end) if words.half and scale == 1 else None
            if half:
                value, end = value + 0.5, half.end()
            word, after = token_behind(text, end)
            factor = words.magnitude.get(word)
            loose = words.collective.get(word)
            if loose is not None:
                scale, end, approximate = scale * loose, after, True
            elif factor is not None and not (word in words.short and text[after : after + 1].isdigit()):
                scale, end = scale * factor, after
                if word in words.short and text[after : after + 1] == "." and words.dotted(word):
                    end += 1
                goes_on = word in words.goes_on and scale == factor and value == int(value)
                rest = _REST.match(text, end) if goes_on else None
                if rest is not None:
                    value, end = value + int(rest[1]) / factor, rest.end()
                elif factor >= MILLION and scale == factor and value == int(value) and word not in words.short:
                    more, end = self._thousands(end)
                    value += more / factor
            else:
                linked = self._linked(end) if scale > 1 else None
                if linked is None:
                    break
                scale, end = scale * linked[0], linked[1]
        half = words.half.match(text, end) if words.half and scale > 1 else None
        if half:
            value, end = value + 0.5, half.end()
        low = high = value * scale
        if approximate:
            low, high = _about(low)
        return Number(
            start=start, end=end, low=low, high=high, approximate=approximate, scale=scale, spelled=spelled or scale > 1
        ), end

    def _thousands(self, end: int) -> tuple[float, int]:
        """Return the thousands told behind millions and where they end ("5 milioni e 300 mila")."""
        m, words = _THOUSANDS.match(self.text, end), self.words
        if m is None or (m[1] and m[1] not in words.joiners):
            return 0.0, end
        if m[4] is not None:
            if words.magnitude.get(m[4]) != THOUSAND:
                return 0.0, end
            rest = _REST.match(self.text, m.end()) if m[4] in words.goes_on else None
            return int(m[2]) * THOUSAND + int(rest[1] if rest else 0), (rest or m).end()
        return (0.0, end) if m[1] else (int(m[2]) * THOUSAND + int(m[3]), m.end())

    def _linked(self, end: int) -> tuple[float, int] | None:
        """Return the multiplier behind a linking word: "dizaines de milliers", "hundreds of thousands"."""
        word, after = token_behind(self.text, end)
        if word not in self.words.links:
            return None
        at = self._skip(after)
        if self.text[after : after + 1] == "'":
            at = after + 1
        word, after = token_at(self.text, at)
        factor = self.words.magnitude.get(word) or self.words.collective.get(word)
        return (factor, after) if factor else None

    # ---- words ----

    def _words(self, start: int) -> tuple[Number | None, int]:
        text, words = self.text, self.words
        word, end = token_at(text, start)
        ordinal = words.ordinals.get(word)
        if ordinal is not None:
            return Number(start=start, end=end, low=ordinal, high=ordinal, ordinal=True, spelled=True), end
        phrase = words.phrase_at(text, start, word)
        if phrase is not None:
            low, high, stop = phrase
            if low == high:
                number, stop = self._scaled(start, stop, low, spelled=True)
                return number, stop
            return Number(start=start, end=stop, low=low, high=high, approximate=True, spelled=True), stop
        if word in words.vague or word in words.plural:
            return self._vague(start, word, end)
        return self._composed(start)

    def _vague(self, start: int, word: str, end: int) -> tuple[Number | None, int]:
        """ "several hundred", "des dizaines", "hundreds of thousands": at least two of them, open above."""
        words = self.words
        stop = end
        if word in words.vague:
            word, stop = token_behind(self.text, end)
        factor = words.magnitude.get(word) or words.collective.get(word)
        if factor is None:
            return None, end
        at = stop
        for _ in range(2):
            linked = self._linked(at)
            if linked is None:
                word, after = token_behind(self.text, at)
                if word not in words.magnitude or word in words.short:
                    break
                linked = words.magnitude[word], after
            factor, at = factor * linked[0], linked[1]
        low = 2 * factor if factor != 12 else 20.0
        return Number(start=start, end=at, low=low, high=None, approximate=True, spelled=True, scale=factor), at

    def _composed(self, start: int) -> tuple[Number | None, int]:
        """Return the number whose words begin at `start`, and where reading goes on."""
        text, words = self.text, self.words
        told = _Sum(words)
        at = end = start
        parts, bare = 0, False
        while parts < _PARTS:
            word, after = token_at(text, at)
            value = words.value(word)
            if value is None and parts and word in words.joiners:
                word, after, value = self._joined(word, after, told.group)
            if value is not None:
                goes_on, article = told.add(value), word in words.articles
            elif word in words.hundred and (told.group is None or 0 < told.group < 100):
                goes_on, article = told.hundred(word), False
            elif word in words.magnitude and word not in words.short:
                goes_on, article = told.multiply(word), False
            elif word in words.indefinite and parts == 0:
                goes_on, article, told.group = True, True, 1.0
                following, _ = token_behind(text, after)
                if not any(following in many for many in (words.hundred, words.magnitude, words.collective)):
                    return None, after
            else:
                break
            if not goes_on:
                break
            bare = article and not parts
            end, parts = after, parts + 1
            at = self._skip(after)
            if at == after or at >= len(text):
                break
        if not parts:
            return None, token_at(text, start)[1]
        value = told.value
        if told.scale == 1:
            number, end = self._scaled(start, end, value, spelled=True)
            alone = bare and number.scale == 1 and number.low == 1
            return (msgspec.structs.replace(number, article=True) if alone else number), end
        half = words.half.match(text, end) if words.half else None
        if half and told.group is None:
            value, end = value + told.scale / 2, half.end()
        linked = self._linked(end)
        if linked:
            value, end = value * linked[0], linked[1]
        return Number(start=start, end=end, low=value, high=value, spelled=True, scale=told.scale), end

    def _joined(self, word: str, after: int, group: float | None) -> tuple[str, int, float | None]:
        """Return the word behind an "and" that ends at `after`, its end and value; the "and" where it joins none."""
        at = self._skip(after)
        behind, end = token_at(self.text, at)
        value = self.words.value(behind)
        if value is not None and at > after and self.words.may_join(word, group, value):
            return behind, end, value
        return word, after, None


class _Sum:
    """A number in words as it is told: what its multipliers have closed, and the open `group` below a thousand."""

    def __init__(self, words: Numerals) -> None:
        self.words = words
        self.closed = 0.0
        self.group: float | None = None
        self.last = float("inf")
        self.scale = 1.0

    @property
    def value(self) -> float:
        """What has been told so far."""
        return self.closed + (self.group or 0)

    def add(self, value: float) -> bool:
        """Add a unit or a ten; tell whether the number goes on with it."""
        merged = self.words.merge(self.group, value)
        if merged is None or (self.closed and value >= self.last):
            return False
        self.group = merged
        return True

    def hundred(self, word: str) -> bool:
        """Multiply the open group by a hundred; tell whether the number goes on with that."""
        if self.group is None and not self.words.alone(word):
            return False
        self.group = (self.group or 1) * 100
        return True

    def multiply(self, word: str) -> bool:
        """Close the open group with a multiplier; tell whether the number goes on with it."""
        factor = self.words.magnitude[word]
        if self.group is None and not self.closed and not self.words.alone(word):
            return False
        if self.group is None and self.closed and factor > self.last:
            self.closed *= factor
        elif factor < self.last:
            self.closed += (1 if self.group is None else self.group) * factor
        else:
            return False
        self.scale, self.group, self.last = max(self.scale, factor), None, factor
        return True


def changing(folded: str, start: int, words: Numerals) -> bool:
    """Tell whether a verb of change stands before `start` in its clause: "est passé de 16 à 21" gives two values."""
    before = _CLAUSE.split(folded[max(0, start - _VERB_REACH) : start])[-1]
    return any(word in words.change for word in _WORDS.findall(before)[-_VERB_WORDS:])


def _ends_with(folded: str, start: int, words: frozenset[str]) -> bool:
    """Tell whether one of `words` stands right before `start`."""
    tail = _WORDS.findall(folded[max(0, start - 16) : start])
    return bool(tail) and tail[-1] in words


def _about(value: float) -> tuple[float, float]:
    """Return ten per cent either side, rounded outward for counts below a thousand."""
    low, high = value * 0.9, value * 1.1
    return (float(int(low)), float(-int(-round(high, 6) // 1))) if value < 1000 else (low, high)
