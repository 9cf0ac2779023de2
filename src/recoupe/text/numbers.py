"""Numbers of a text, in digits and in words, with their spans and their value as an interval.

    folded text -> a number begins at a digit or a number word (numerals) -> its digits | its words (digits | spelled)
                -> multipliers, halves (multipliers) -> ranges ("trois à quatre", "between 3 and 4 million")

A range and a change are told apart here: "from 16 to 21" behind a verb of change is two numbers.
"""

from __future__ import annotations

import functools

import msgspec

from recoupe.languages import normal_code
from recoupe.text.digits import Digits
from recoupe.text.multipliers import Multiplied, multiplied
from recoupe.text.normalise import fold
from recoupe.text.numerals import FRACTIONS, Numerals, behind_gap, numerals, token_at, token_behind
from recoupe.text.patterns import compiled
from recoupe.text.spelled import composed, several

_CLAUSE = compiled(r"[.;:!?\n]")
_WORDS = compiled(r"[^\W\d_]+")
_VERB_REACH = 60
_VERB_WORDS = 8
"""Characters and words before "from 16 to 21" within which a verb makes it a change and no range."""


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
    return list(_of_text(folded, normal_code(language))) if folded else []


@functools.lru_cache(maxsize=4)
def _of_text(folded: str, code: str) -> tuple[Number, ...]:
    """Return the numbers of a text: its times and then its quantities are told of the same."""
    reader = Reader(folded, numerals(code))
    out: list[Number] = []
    done = 0
    for start, _ in reader.words.starts(folded):
        if start < done:
            continue
        number, done = reader.read(start)
        if number is not None:
            out.append(number)
    return tuple(out)


class Reader:
    """Reads the numbers of one folded text with the words of one language."""

    def __init__(self, folded: str, words: Numerals) -> None:
        self.text = folded
        self.words = words
        self.digits = Digits(folded, words)

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
        at = behind_gap(self.text, self._behind_article(end))
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
        start = behind_gap(self.text, end)
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

    # ---- digits, words ----

    def _digits(self, start: int) -> tuple[Number | None, int]:
        value, end = self.digits.at(start)
        if value is None:
            return None, end
        suffix = self.words.ordinal_suffix
        ordinal = suffix.match(self.text, end) if suffix and value == int(value) else None
        if ordinal:
            return Number(start=start, end=ordinal.end(), low=value, high=value, ordinal=True), ordinal.end()
        return _scaled(start, multiplied(self.text, end, value, self.words))

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
                return _scaled(start, multiplied(text, stop, low, words), spelled=True)
            return Number(start=start, end=stop, low=low, high=high, approximate=True, spelled=True), stop
        if word in words.vague or word in words.plural:
            many = several(text, word, end, words)
            if many is None:
                return None, end
            low, scale, end = many
            return Number(start=start, end=end, low=low, high=None, approximate=True, spelled=True, scale=scale), end
        told, article, end = composed(text, start, words)
        return (None, end) if told is None else _scaled(start, told, spelled=True, article=article)


def _scaled(start: int, told: Multiplied, *, spelled: bool = False, article: bool = False) -> tuple[Number, int]:
    return Number(
        start=start, end=told.end, low=told.low, high=told.high, approximate=told.approximate, scale=told.scale,
        article=article, spelled=spelled or told.scale > 1,
    ), told.end  # fmt: skip


def changing(folded: str, start: int, words: Numerals) -> bool:
    """Tell whether a verb of change stands before `start` in its clause: "est passé de 16 à 21" gives two values."""
    before = _CLAUSE.split(folded[max(0, start - _VERB_REACH) : start])[-1]
    return any(word in words.change for word in _WORDS.findall(before)[-_VERB_WORDS:])


def _ends_with(folded: str, start: int, words: frozenset[str]) -> bool:
    """Tell whether one of `words` stands right before `start`."""
    tail = _WORDS.findall(folded[max(0, start - 16) : start])
    return bool(tail) and tail[-1] in words
