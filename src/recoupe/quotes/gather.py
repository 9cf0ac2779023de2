"""Gather: the names of an article as the names step gave them, and what else has capitals where it gave none."""

from __future__ import annotations

import bisect
import functools
import re
from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from recoupe.model import Name
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.voices import known
from recoupe.text.patterns import compiled

_OPENERS = frozenset('.!?:;\n"«“„‘(–—-…»”*•|/')


_CREDIT = compiled(r"[A-Z]{2} ?/ ?$")
_CREDIT_BEHIND = compiled(r" ?(?:/|\[) ?[A-Z]{2,8}(?:/[A-Z][A-Za-z]+)*\]? *(?:\n|$)")
_SHORTENED = compiled(r"(?<=[^\W\d_]{2})\.[ \u00a0]([^\W\d_]+)")
LONGEST_CREDIT = 6
"""Characters between the end of an agency's name in capitals and that of its photographer."""


class Known(msgspec.Struct, frozen=True, gc=False):
    """A name where it stands; `type` is "" where the names step did not give it."""

    start: int
    end: int
    entity: str
    type: str
    role: bool

    @property
    def person(self) -> bool:
        """Tell whether it is the name of a person, or may be, and no role."""
        return self.type in ("", "person") and not self.role


@functools.cache
def _capitals() -> str:
    """Return a class of the capital letters of the alphabets that have them: `re` is twice as fast as a property."""
    return "".join(chr(c) for c in (*range(0x41, 0x530), *range(0x1E00, 0x2000)) if chr(c).isupper())


@functools.cache
def _sequence() -> re.Pattern[str]:
    capital = f"[{_capitals()}]"
    one = rf"{capital}(?:[^\W\d_]{{0,2}}\.(?=[ \u00a0]{capital})|[^\W_]*(?:['’-][^\W_]*)*)"
    particle = r"(?:(?:de|da|do|dos|du|van|von|der|den|bin|al|el|di|la|le|ter|zu|of the|of)[ \u00a0]){0,2}"
    return compiled(rf"{one}(?:[ \u00a0]{particle}{one}){{0,6}}")


@functools.lru_cache(maxsize=8192)
def pieces(entity: str) -> tuple[str, ...]:
    """Return the words of a name: names come again and again."""
    return tuple(entity.split())


@functools.cache
def word_pattern() -> re.Pattern[str]:
    return compiled(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def gather(text: str, names: Sequence[Name], grammar: Grammar) -> list[Known]:
    """Return the names of `text` in order, each with the fullest form the article has of it."""
    return _Gatherer(text, grammar).run(names)


class _Gatherer:
    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self._credits = "/" in text or "[" in text

    def run(self, names: Sequence[Name]) -> list[Known]:
        given = sorted(
            (Known(n.start, n.end, n.entity or n.text, n.type, n.role) for n in names), key=lambda k: (k.start, -k.end)
        )
        given = [k for k in given if not self._credited(k.start, k.end)]
        if self.grammar.habits.get("nouns_capital"):
            given = [k for k in given if not self._noun(k)]
        starts = [k.start for k in given]
        reach = {k.start: k.end for k in reversed(given)}  # of those that begin together the longest
        found = list(given)
        guesses: list[Known] = []
        small, bare = self.grammar.small, self.grammar.habits.get("bare_nouns")
        lone = not (given and self.grammar.habits.get("nouns_capital"))
        for m in _sequence().finditer(self.text):
            start, end = m.start(), self._end(m)
            word = self.text[start:end]
            if reach.get(start, 0) >= end or (word.isalpha() and (not lone or word.lower() in small)):
                continue  # given, a word every sentence may begin with, or one where every noun has a capital
            at = bisect.bisect_right(starts, end - 1) - 1
            over = [k for k in given[max(0, at - 2) : at + 1] if k.end > start] if at >= 0 else []
            if over and over[-1].role and all(k.end < end for k in over):
                start = over[-1].end + 1  # "il ministro dell'Interno" | "Otto Poe"
            elif over:
                continue
            if over or not word.isalpha():
                start = self._strip(start, end, small)
            if bare and self.text[end - 2 : end] in ("'s", "’s"):
                end -= 2
            if self.text[start : start + 1].islower():
                continue  # "L'autre": only the article has a capital
            if end - start >= 2 and not self._credited(start, end):
                # "the Tide Grill": in English no person's name stands behind an article
                article = bare and self.text[max(0, start - 4) : start].lower() == "the "
                guesses.append(Known(start, end, self.text[start:end], "organisation" if article else "", False))
        found += self._likely(guesses, given)
        found.sort(key=lambda k: (k.start, -k.end))
        return self._full(self._parted(found))

    def _end(self, found: re.Match[str]) -> int:
        """Return where words with capitals end: "the Sud. In the hills" is two sentences, "Jos. Rill" one name."""
        for stop in _SHORTENED.finditer(self.text, found.start(), found.end()):
            if stop[1].lower() in self.grammar.small:
                return stop.start()
        return found.end()

    def _credited(self, at: int, end: int) -> bool:
        """Tell whether a name is who took a picture: "REUTERS/Ann Poe", "AFP PHOTO / ANN POE", "Ann Poe [POOL/AFP]"."""
        if not self._credits:
            return False
        before = _CREDIT.search(self.text, max(0, at - LONGEST_CREDIT), at)
        return before is not None or _CREDIT_BEHIND.match(self.text, end) is not None

    def _noun(self, k: Known) -> bool:
        """Where every noun has a capital, a "person" called by a noun is none: "Einsatzleiter", "Jahre Haft"."""
        if k.type != "person" or k.role:
            return False
        words = k.entity.lower().split()
        return (len(words) == 1 and known(words[0], self.grammar)) or any(w in self.grammar.things for w in words)

    def _likely(self, guesses: list[Known], given: list[Known]) -> list[Known]:
        """Drop guesses that are words with a capital by their place, lines of capitals, or words of origin.

        Where names are given, a single word that begins a sentence is a name only if it has its capital elsewhere too.
        """
        g = self.grammar
        inner = {part for k in given for part in pieces(k.entity)}
        initial = {k.start for k in guesses if self._begins(k.start)}
        inner.update(k.entity for k in guesses if k.start not in initial)
        kept = []
        for k in guesses:
            low = k.entity.lower()
            single = not any(c in k.entity for c in " \u00a0")
            if low in g.not_names or (single and low in g.countries) or (k.entity.isupper() and len(k.entity) > 4):
                continue
            if g.habits.get("nouns_capital") and any(w.lower() in g.things for w in k.entity.split()):
                continue  # "Zehn Prozent"
            if g.habits.get("nouns_capital") and self.text[max(0, k.start - 2) : k.start].rstrip()[-1:].isdigit():
                continue  # "um 5 Uhr Brenzer Zeit"
            if single and given and g.habits.get("nouns_capital"):
                continue  # where every noun has a capital, it tells nothing
            if single and k.start in initial and self.text[k.end : k.end + 1] == ":" and low not in g.common:
                kept.append(k)
                continue
            if single and k.start in initial and (low in g.common or (given and k.entity not in inner)):
                continue
            kept.append(k)
        return kept

    def _begins(self, at: int) -> bool:
        """Tell whether a word begins a sentence, a line or words in marks."""
        before = self.text[max(0, at - 4) : at].rstrip(" \t\u00a0\u202f")
        return not before or before[-1] in _OPENERS

    def _parted(self, found: list[Known]) -> list[Known]:
        """Part "Palace Ann Poe" where "Ann Poe" stands alone elsewhere."""
        whole = {k.entity for k in found if len(pieces(k.entity)) == 2}
        parted = []
        for k in found:
            words = () if k.type else pieces(k.entity)
            if len(words) >= 3 and " ".join(words[-2:]) in whole:
                cut = self.text.rindex(words[-2], k.start, k.end)
                before = self.text[k.start : cut]
                parted.append(replace(k, end=k.start + len(before.rstrip()), entity=before.strip()))
                parted.append(replace(k, start=cut, entity=self.text[cut : k.end]))
            else:
                parted.append(k)
        return parted

    def _strip(self, start: int, end: int, small: frozenset[str]) -> int:
        while True:
            m = word_pattern().match(self.text, start, end)
            if m is None:
                return end
            rest = self.text[m.end() : end]
            elided = rest[:1] in ("'", "’")
            low = m.group().lower()
            if not (low in small or (elided and low + "'" in small)):
                return start
            start = m.end() + (1 if elided else 0)
            while start < end and not self.text[start].isalpha():
                start += 1
            if start >= end:
                return end

    def _full(self, found: list[Known]) -> list[Known]:
        """Give a surname the full form the article has of it. One that was given alone
        though one full form was given too is somebody else's ("Mr Poe and Ann Poe")."""
        fuller: dict[str, Counter[str]] = {}
        given = {k.entity for k in found if k.type == "person"}
        for k in found:
            parts = pieces(k.entity)
            if len(parts) >= 2 and k.person:
                fuller.setdefault(parts[-1].lower(), Counter())[k.entity] += 1
        longest = {family: _meant(forms) for family, forms in fuller.items()}
        full = []
        for k in found:
            entity = k.entity
            if len(pieces(entity)) == 1 and k.person:
                family = entity.lower()
                longer = longest.get(family, entity)
                alone = k.type and longer in given and longer != entity and len(fuller[family]) == 1
                entity = entity if alone else longer
            full.append(k if entity == k.entity else replace(k, entity=entity))
        return full


OFTEN = 6
"""A full name printed so many times as often as the first of its family is who the family name means."""


def _meant(forms: Counter[str]) -> str:
    """Return the first of the full names with one family name, unless another is printed far more often."""
    first = next(iter(forms))
    most = max(forms, key=lambda form: forms[form])
    return most if forms[most] >= OFTEN * forms[first] else first
