"""Numbers in words: how words add up to one ("deux cent trente et un"), and words for several ("des dizaines").

What each word is worth is told by `numerals`, what multiplies the whole by `multipliers`.
"""

from __future__ import annotations

from recoupe.text.multipliers import Multiplied, linked, multiplied
from recoupe.text.numerals import Numerals, behind_gap, token_at, token_behind

_PARTS = 14
"""Parts of the longest number in words."""


def composed(folded: str, start: int, words: Numerals) -> tuple[Multiplied | None, bool, int]:
    """Return the number whose words begin at `start`, whether it is no more than an article, where reading goes on."""
    told = _Sum(words)
    at = end = start
    parts, bare = 0, False
    while parts < _PARTS:
        word, after = token_at(folded, at)
        value = words.value(word)
        if value is None and parts and word in words.joiners:
            word, after, value = _joined(folded, word, after, told)
        if value is not None:
            goes_on, article = told.add(value), word in words.articles
        elif word in words.hundred and (told.group is None or 0 < told.group < 100):
            goes_on, article = told.hundred(word), False
        elif word in words.magnitude and word not in words.short:
            goes_on, article = told.multiply(word), False
        elif word in words.indefinite and parts == 0:
            goes_on, article, told.group = True, True, 1.0
            following, _ = token_behind(folded, after)
            if not any(following in many for many in (words.hundred, words.magnitude, words.collective)):
                return None, False, after
        else:
            break
        if not goes_on:
            break
        bare = article and not parts
        end, parts = after, parts + 1
        at = behind_gap(folded, after)
        if at == after or at >= len(folded):
            break
    if not parts:
        return None, False, token_at(folded, start)[1]
    value = told.value
    if told.scale == 1:
        found = multiplied(folded, end, value, words)
        return found, bare and found.scale == 1 and found.low == 1, found.end
    half = words.half.match(folded, end) if words.half else None
    if half and told.group is None:
        value, end = value + told.scale / 2, half.end()
    further = linked(folded, end, words)
    if further:
        value, end = value * further[0], further[1]
    return Multiplied(value, value, end, told.scale, False), False, end


def several(folded: str, word: str, end: int, words: Numerals) -> tuple[float, float, int] | None:
    """Return the least that "several hundred", "des dizaines", "hundreds of thousands" mean, the multiplier and where
    they end: at least two of them, open above. `word` is their first one, which ends at `end`."""
    if word in words.vague:
        word, end = token_behind(folded, end)
    factor = words.magnitude.get(word) or words.collective.get(word)
    if factor is None:
        return None
    for _ in range(2):
        further = linked(folded, end, words)
        if further is None:
            word, after = token_behind(folded, end)
            if word not in words.magnitude or word in words.short:
                break
            further = words.magnitude[word], after
        factor, end = factor * further[0], further[1]
    return (2 * factor if factor != 12 else 20.0), factor, end


def _joined(folded: str, word: str, after: int, told: _Sum) -> tuple[str, int, float | None]:
    """Return the word behind an "and" that ends at `after`, its end and value; the "and" where it joins none."""
    at = behind_gap(folded, after)
    behind, end = token_at(folded, at)
    value = told.words.value(behind)
    if value is not None and at > after and told.words.may_join(word, told.group, value):
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
