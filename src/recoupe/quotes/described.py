"""What an article says of its persons right beside their names: "the mayor of Ems Ann Poe", "Ann Poe, the mayor"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.quotes.gather import Known, word_pattern
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.lettered import Lettered

_ENDS = frozenset('.;:\n,"«»“”()!?')
MENTIONS = 8
"""Mentions of an entity whose descriptions are read."""
_BEFORE = 60
"""Characters before a name in which its description is looked for."""
_BEHIND = 90
"""Characters behind it."""
_LAST = 8
"""Words of a description that may tell a gender."""

Places = tuple[list[int], list[tuple[str, frozenset[str]]]]
"""Where names stand, in order, and with each the entity and the words that describe it there."""


class Descriptions:
    """The descriptions of the first mentions of each person. Each is read when somebody asks for one of its words or
    for its entity: few are asked for."""

    def __init__(self, text: str, lettered: Lettered, known: Sequence[Known], grammar: Grammar) -> None:
        self.text = text
        self._lettered = lettered
        self.grammar = grammar
        self._known = known
        self._read: dict[int, tuple[frozenset[str], str]] = {}
        self._of: dict[str, list[int]] | None = None
        self._near_word: dict[str, list[int]] | None = None
        self._by: dict[str, Places] = {}
        self._told: dict[str, list[list[str]]] = {}

    def bags(self, entity: str) -> list[frozenset[str]]:
        """Return the words of each description of an entity, without those that tell nothing."""
        bags = (self._described(n)[0] for n in self._mentions().get(entity, ()))
        return [bag for bag in bags if bag]

    def gender(self, entity: str) -> str:
        """Return the grammatical gender of an entity, m or f, where the words beside it tell, else ""."""
        genders = (self._described(n)[1] for n in self._mentions().get(entity, ()))
        return next(filter(None, genders), "")

    def noun(self, words: list[str]) -> str:
        """Return what somebody described with some words is: "chef" of "le chef du gouvernement", "minister" of "the
        interior minister of Ems", "" where they tell nothing."""
        told = [n for n, word in enumerate(words) if content([word], self.grammar)]
        if not told or not self.grammar.habits.get("bare_nouns"):
            return words[told[0]] if told else ""
        cut = next((n for n in told if n > told[0] and self._behind_of(words, n)), len(words))
        return words[[n for n in told if n < cut][-1]]

    def only_of(self, entity: str, noun: str) -> bool:
        """Tell whether a noun only says of what an entity is something: of "the government" its spokesman, of "la
        police" son chef."""
        if entity not in self._told:
            mentions = [self._known[n] for n in self._mentions().get(entity, ())]
            self._told[entity] = [_lows(near(k)) for k in mentions for near in (self._near, self._behind)]
        held = [(words, words.index(noun)) for words in self._told[entity] if noun in words]
        return bool(held) and all(self._behind_of(words, n) or self._before_noun(words, n) for words, n in held)

    def _behind_of(self, words: list[str], n: int) -> bool:
        """Tell whether a word stands behind "of", with an article or without, and another before that."""
        g, first = self.grammar, n
        while first and (words[first - 1] in g.linking or words[first - 1] in g.determiners):
            first -= 1
        return first > 0 and any(word in g.linking for word in words[first:n])

    def _before_noun(self, words: list[str], n: int) -> bool:
        """ "government spokesman": tell whether a body stands right before who is of it, where nouns do so."""
        g = self.grammar
        behind = words[n + 1] if n + 1 < len(words) else ""
        return bool(g.habits.get("bare_nouns")) and words[n] not in g.people and behind in g.people

    def by(self, word: str) -> Places:
        """Return where a small word describes somebody, and whom."""
        if word not in self._by:
            numbers = self._words().get(word, ())
            found = [(self._known[n], bag) for n in numbers if word in (bag := self._described(n)[0])]
            found.sort(key=lambda one: (one[0].start, one[0].entity))
            self._by[word] = [k.start for k, _ in found], [(k.entity, bag) for k, bag in found]
        return self._by[word]

    def _mentions(self) -> dict[str, list[int]]:
        """Return the numbers of the first mentions of each entity that may be a person."""
        if self._of is None:
            self._of = {}
            for n, k in enumerate(self._known):
                if not k.role and k.type not in ("place", "organisation"):
                    numbers = self._of.setdefault(k.entity, [])
                    if len(numbers) < MENTIONS:
                        numbers.append(n)
        return self._of

    def _words(self) -> dict[str, list[int]]:
        """Return the mentions by the words near them, one of which a description is made of."""
        if self._near_word is None:
            self._near_word = {}
            for numbers in self._mentions().values():
                for n in numbers:
                    k = self._known[n]
                    near = self._lettered.words(max(0, k.start - _BEFORE), k.start)
                    if self.text.startswith(", ", k.end):
                        near += self._lettered.words(k.end, k.end + _BEHIND)
                    for word in content(near, self.grammar):
                        self._near_word.setdefault(word, []).append(n)
        return self._near_word

    def _described(self, n: int) -> tuple[frozenset[str], str]:
        """Return the words that describe a mention, and the gender they tell."""
        if n not in self._read:
            before, behind = self._near(self._known[n]), self._behind(self._known[n])
            words = _lows(before) + _lows(behind)
            self._read[n] = content(words, self.grammar), _gender(words, self.grammar)
        return self._read[n]

    def _near(self, k: Known) -> str:
        """Return the description right before a name: "the mayor of Ems Ann Poe" gives "the mayor of Ems"."""
        g = self.grammar
        line = self.text[max(0, k.start - _BEFORE) : k.start]
        bare = line.rstrip()
        found = list(word_pattern().finditer(line))
        comma = bare.endswith(",")
        if comma and found:
            line = bare[:-1]
        elif bare[-1:] in _ENDS and not (found and found[-1].group().lower() in g.titles):
            return ""
        first = len(line)
        for m in reversed(found):
            low = m.group().lower()
            between = line[m.end() : first]
            if (
                (not _ENDS.isdisjoint(between) and low not in g.titles)
                or low in g.stop
                or (low in g.auxiliaries and low not in g.linking and low not in g.determiners)
            ):
                break
            if (low in g.prepositions and low not in g.linking) or (low in g.verbs and low not in g.nouns):
                break
            first = m.start()
            if low in g.determiners and low not in ("des",) and not self._genitive(line, m, low):
                before = line[: m.start()].rstrip().lower()
                if not any(before.endswith(" " + p) for p in ("de", "of", "von", "di", "à")):
                    break
        earlier = next((m.group().lower() for m in reversed(found) if m.end() <= first), "") if comma else ""
        if earlier in g.linking or earlier in g.prepositions or earlier in g.stop:
            return ""
        words = line[first:]
        last = found[-1].group().lower() if found else ""
        if last in g.linking or last in g.prepositions:
            return ""
        return words

    def _genitive(self, line: str, article: re.Match[str], low: str) -> bool:
        """ "der Chef der Regierung": tell whether an article right behind a noun is of what is its own."""
        g, before = self.grammar, line[: article.start()].rstrip().rpartition(" ")[2]
        noun = before[:1].isupper() and before.lower() not in g.determiners
        return bool(g.habits.get("nouns_capital")) and low in g.linking and noun

    def _behind(self, k: Known) -> str:
        """Return the apposition behind a name: ", the mayor of Ems," without a verb."""
        after = self.text[k.end : k.end + _BEHIND]
        if after[:2] != ", ":
            return ""
        g = self.grammar
        words: list[re.Match[str]] = []
        for m in word_pattern().finditer(after):
            between = after[words[-1].end() if words else 2 : m.start()]
            if not _ENDS.isdisjoint(between):
                return after[2 : words[-1].end()] if words else ""
            low = m.group().lower()
            if not words and low in g.linking and low not in g.determiners:
                return ""  # "la sonde Rill, de l'Agence spatiale": the agency is not the probe
            if (
                g.pronouns.get(low) == "r"
                or (low in g.auxiliaries and low not in g.determiners and low not in g.linking)
                or (low in g.verbs and low not in g.nouns)
                or (low in g.stop and low not in g.linking and low not in ("and", "et"))
            ):
                return ""
            words.append(m)
        return ""


def gender_of(words: str, grammar: Grammar) -> str:
    """Return the gender the last words of a description tell, "" where they tell none."""
    return _gender(_lows(words), grammar)


def _gender(words: list[str], grammar: Grammar) -> str:
    low = words[-_LAST:]
    feminine = sum(w in grammar.feminine for w in low)
    masculine = sum(w in grammar.masculine for w in low)
    return "f" if feminine > masculine else "m" if masculine > feminine else ""


def _lows(words: str) -> list[str]:
    return [word.lower() for word in word_pattern().findall(words)] if words else []


def content(words: list[str], grammar: Grammar) -> frozenset[str]:
    """Return those of some words in small letters that tell something of who is described with them."""
    nothing = grammar.undescribing
    return frozenset([word for word in words if len(word) > 3 and word not in nothing])
