"""Who is meant: the names of an article, what it calls them, and the pronouns and roles that stand for them."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence

from recoupe.model import Name
from recoupe.quotes.gather import Known, gather, word_pattern
from recoupe.quotes.grammar import Grammar

_ENDS = frozenset('.;:\n,"«»“”()!?')
NEAR = 20
"""Descriptions with one word looked at, the nearest before the place."""
MENTIONS = 8
"""Mentions of an entity whose descriptions are read."""
_BEFORE = 60
"""Characters before a name in which its description is looked for."""


class People:
    """The names of one article, in order, and what is known of each."""

    def __init__(self, text: str, names: Sequence[Name], grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.known = gather(text, names, grammar)
        self.starts = [k.start for k in self.known]
        self._words: dict[str, list[tuple[int, frozenset[str]]]] | None = None
        self._genders: dict[str, str] = {}
        self._index: dict[str, tuple[list[int], list[tuple[str, frozenset[str]]]]] | None = None
        self._named = frozenset(k.entity for k in self.known if k.type in ("", "person"))
        self._bodies = frozenset(k.entity for k in self.known if k.type in ("place", "organisation"))

    @property
    def words(self) -> dict[str, list[tuple[int, frozenset[str]]]]:
        """The words that describe each entity, with the place where they do."""
        if self._words is None:
            self._words = self._describe()
        return self._words

    @functools.cached_property
    def families(self) -> dict[str, str]:
        """The first person of each family name, folded, among those with two names or more."""
        found: dict[str, str] = {}
        for k in self.known:
            if k.person and " " in k.entity:
                found.setdefault(k.entity.split()[-1].casefold(), k.entity)
        return found

    @functools.cached_property
    def _tied(self) -> dict[str, set[str]]:
        """Who is described by a word of each country."""
        countries = self.grammar.countries
        found: dict[str, set[str]] = {}
        for entity, described in self.words.items():
            for country in {countries[word] for _, bag in described for word in bag if word in countries}:
                found.setdefault(country, set()).add(entity)
        return found

    @property
    def gender(self) -> dict[str, str]:
        """The grammatical gender of each entity, m or f, where the words beside it tell."""
        return self._genders if self.words else {}

    def _describe(self) -> dict[str, list[tuple[int, frozenset[str]]]]:
        """Collect the words that stand before and behind each name, and its gender, from its first mentions."""
        words: dict[str, list[tuple[int, frozenset[str]]]] = {}
        seen: dict[str, int] = {}
        for n, k in enumerate(self.known):
            if k.role or k.type in ("place", "organisation"):
                continue
            seen[k.entity] = seen.get(k.entity, 0) + 1
            if seen[k.entity] > MENTIONS:
                continue
            near = self._near(k, n)
            behind = self._behind(k)
            bag = self._content(near) | self._content(behind)
            if bag:
                words.setdefault(k.entity, []).append((k.start, bag))
            gender = self._gender(near + " " + behind)
            if gender:
                self._genders.setdefault(k.entity, gender)
        return words

    def _near(self, k: Known, n: int) -> str:
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
            if low in g.determiners and low not in ("des",):
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

    def _behind(self, k: Known) -> str:
        """Return the apposition behind a name: ", the mayor of Ems," without a verb."""
        after = self.text[k.end : k.end + 90]
        if after[:2] != ", ":
            return ""
        g = self.grammar
        words: list[re.Match[str]] = []
        for m in word_pattern().finditer(after):
            between = after[words[-1].end() if words else 2 : m.start()]
            if not _ENDS.isdisjoint(between):
                return after[2 : words[-1].end()] if words else ""
            low = m.group().lower()
            if (
                (low in g.auxiliaries and low not in g.determiners and low not in g.linking)
                or (low in g.verbs and low not in g.nouns)
                or (low in g.stop and low not in g.linking and low not in ("and", "et"))
            ):
                return ""
            words.append(m)
        return ""

    def _gender(self, words: str) -> str:
        low = [w.lower() for w in word_pattern().findall(words)][-8:]
        feminine = sum(w in self.grammar.feminine for w in low)
        masculine = sum(w in self.grammar.masculine for w in low)
        return "f" if feminine > masculine else "m" if masculine > feminine else ""

    def _content(self, words: str) -> frozenset[str]:
        lows = map(str.lower, word_pattern().findall(words))
        return frozenset([low for low in lows if len(low) > 3 and low not in self.grammar.undescribing])

    def inside(self, start: int, end: int) -> list[Known]:
        """Return the names that begin in `[start, end)`."""
        return self.known[bisect.bisect_left(self.starts, start) : bisect.bisect_left(self.starts, end)]

    def before(self, at: int, reach: int = 6) -> list[Known]:
        """Return the last names that begin before `at`, the nearest first."""
        n = bisect.bisect_left(self.starts, at)
        return self.known[max(0, n - reach) : n][::-1]

    def fits(self, entity: str, gender: str) -> bool:
        """Tell whether a pronoun's gender may stand for an entity (unknown fits all)."""
        known = self.gender.get(entity, "") or (self._gender(entity) if entity not in self._named else "")
        return not known or gender not in ("m", "f") or known == gender

    def by_role(self, start: int, end: int) -> str | None:
        """Return who a description ("the former adviser") stands for: who is described so elsewhere, nearest first."""
        bag = self._content(self.text[start:end])
        if not bag:
            return None
        best: tuple[float, int] | None = None
        chosen = None
        particulars = self.particulars(start, end)
        for word in sorted({w for mine in bag for w in self._likes(mine)}):
            places, described = self.index.get(word, ([], []))
            at = bisect.bisect_left(places, start)
            for k in range(max(0, at - NEAR), min(len(places), at + 4)):
                entity, words = described[k]
                if self._tied_elsewhere(entity, particulars):
                    continue
                distance = abs(places[k] - start) + (200 if places[k] > start else 0)
                score = (self._shared(bag, words) / len(bag), -distance)
                if best is None or score > best:
                    best, chosen = score, entity
        return chosen if best is not None and best[0] > 0.5 else None

    def _likes(self, word: str) -> frozenset[str]:
        """Return a word and those that stand for the same office."""
        return frozenset({word}).union(*(group for group in self.grammar.roles if word in group))

    @property
    def index(self) -> dict[str, tuple[list[int], list[tuple[str, frozenset[str]]]]]:
        """Where each word describes somebody: places in order, and who with which words."""
        if self._index is None:
            self._index = {}
            found = sorted(
                ((at, entity, bag) for entity, d in self.words.items() for at, bag in d), key=lambda x: x[:2]
            )
            for at, entity, bag in found:
                for word in sorted(bag):
                    places, described = self._index.setdefault(word, ([], []))
                    places.append(at)
                    described.append((entity, bag))
        return self._index

    def is_person(self, entity: str) -> bool:
        """Tell whether an entity is the name of a person, or may be."""
        return entity in self._named

    def is_body(self, entity: str) -> bool:
        """Tell whether an entity is a place or an organisation."""
        return entity in self._bodies

    def particulars(self, start: int, end: int) -> frozenset[str]:
        """Return the words of a description that tie it to a country or another name: "of the United States"."""
        words = frozenset(w.lower() for w in word_pattern().findall(self.text[start:end]))
        places = [k for k in self.inside(start, end) if k.type == "place"]
        named = frozenset(w.lower() for k in places for w in word_pattern().findall(self.text[k.start : k.end]))
        return (words & self.grammar.countries.keys()) | named

    def tied_to(self, country: str) -> list[str]:
        """Return the persons described by a word of this country, sorted."""
        return sorted(entity for entity in self._tied.get(country, ()) if not self.is_body(entity))

    def described_as(self, word: str) -> list[str]:
        """Return the persons a small word describes ("norsave"), sorted."""
        return sorted({entity for entity, bag in self.index.get(word, ([], []))[1] if word in bag})

    def has_country(self, entity: str, particulars: frozenset[str]) -> bool:
        """Tell whether somebody is described by a country, and a description by some country or name."""
        mine = (word for _, bag in self.words.get(entity, ()) for word in bag)
        return bool(particulars) and any(word in self.grammar.countries for word in mine)

    def _tied_elsewhere(self, entity: str, particulars: frozenset[str]) -> bool:
        """Tell whether a description's country or name is none of those an entity is described with."""
        if not particulars:
            return False
        countries = self.grammar.countries
        mine = {w for _, bag in self.words.get(entity, ()) for w in bag} | set(entity.lower().split())
        of = {countries[w] for w in mine if w in countries}
        return not any(w in mine or countries.get(w) in of for w in particulars)

    def only_person_before(self, at: int) -> str | None:
        """Return the one person (two names or more) named before `at`, None when there are none or several."""
        found = {k.entity for k in self.before(at, 12) if k.person and len(k.entity.split()) >= 2}
        return found.pop() if len(found) == 1 else None

    def is_office(self, start: int, end: int) -> bool:
        """Tell whether a description names an office ("the president"), which somebody named before may hold."""
        words = {w.lower() for w in word_pattern().findall(self.text[start:end])}
        return any(words & group for group in self.grammar.roles)

    def _shared(self, bag: frozenset[str], words: frozenset[str]) -> int:
        shared = 0
        for word in bag:
            if word in words or any(word in r and r & words for r in self.grammar.roles):
                shared += 1
        return shared
