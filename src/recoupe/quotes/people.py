"""Who is meant: the names of an article, what it calls them, and the pronouns and roles that stand for them."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence

from recoupe.model import Name
from recoupe.quotes.described import Descriptions, content, gender_of
from recoupe.quotes.gather import Known, gather
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.lettered import Lettered
from recoupe.text.patterns import compiled

_AGE = compiled(r",? \(?\d{1,2}(?!\w|[.,:]\d)")
NEAR = 20
"""Descriptions with one word looked at, the nearest before the place."""


class People:
    """The names of one article, in order, and what is known of each."""

    def __init__(self, text: str, names: Sequence[Name], grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.known = gather(text, names, grammar)
        self.starts = [k.start for k in self.known]
        self.lettered = Lettered(text)
        self.described = Descriptions(text, self.lettered, self.known, grammar)
        self._named = frozenset(k.entity for k in self.known if k.type in ("", "person"))
        self._bodies = frozenset(k.entity for k in self.known if k.type in ("place", "organisation"))

    @functools.cached_property
    def families(self) -> dict[str, str]:
        """The first person of each family name, folded, among those with two names or more."""
        found: dict[str, str] = {}
        for k in self.known:
            if k.person and " " in k.entity:
                found.setdefault(k.entity.split()[-1].casefold(), k.entity)
        return found

    def inside(self, start: int, end: int) -> list[Known]:
        """Return the names that begin in `[start, end)`."""
        return self.known[bisect.bisect_left(self.starts, start) : bisect.bisect_left(self.starts, end)]

    def before(self, at: int, reach: int = 6) -> list[Known]:
        """Return the last names that begin before `at`, the nearest first."""
        n = bisect.bisect_left(self.starts, at)
        return self.known[max(0, n - reach) : n][::-1]

    def fits(self, entity: str, gender: str) -> bool:
        """Tell whether a pronoun's gender may stand for an entity (unknown fits all)."""
        known = self.described.gender(entity)
        if not known and entity not in self._named:
            known = gender_of(entity, self.grammar)
        return not known or gender not in ("m", "f") or known == gender

    def by_role(self, start: int, end: int, spoke: str | None = None) -> str | None:
        """Return who a description ("the former adviser") stands for: who is described so elsewhere.

        A president is one called so before he is one called a leader. Of two called so it is the one who `spoke` last,
        else one called so without a country, as readers' own is, else the nearest.
        """
        bag = content(self.lettered.words(start, end), self.grammar)
        if bag.issubset(self.grammar.countries):
            return None  # "the French state" is not whoever is French
        best: dict[str, tuple[float, int, tuple[int, int], int]] = {}
        particulars = self.particulars(start, end)
        offices = self.grammar.offices
        noun = self.described.noun(self.lettered.words(start, end))
        for word in sorted(bag.union(*(offices[mine] for mine in bag if mine in offices))):
            places, described = self.described.by(word)
            at = bisect.bisect_left(places, start)
            for k in range(max(0, at - NEAR), min(len(places), at + 4)):
                entity, words = described[k]
                if self._tied_elsewhere(entity, particulars) or self.described.only_of(entity, noun):
                    continue
                distance = abs(places[k] - start) + (200 if places[k] > start else 0)
                here = int(entity == spoke), int(words.isdisjoint(self.grammar.countries))
                score = (self._shared(bag, words) / len(bag), len(bag & words), here, -distance)
                if entity not in best or score > best[entity]:
                    best[entity] = score
        chosen = max(best, key=lambda entity: best[entity], default=None)
        return chosen if chosen is not None and best[chosen][0] > 0.5 else None

    def is_person(self, entity: str) -> bool:
        """Tell whether an entity is the name of a person, or may be."""
        return entity in self._named

    def is_body(self, entity: str) -> bool:
        """Tell whether an entity is a place or an organisation."""
        return entity in self._bodies

    def particulars(self, start: int, end: int) -> frozenset[str]:
        """Return the words of a description that tie it to a country or another name: "of the United States"."""
        words = self.lettered.words(start, end)
        places = [k for k in self.inside(start, end) if k.type == "place"]
        named = (word for k in places for word in self.lettered.words(k.start, k.end))
        return frozenset(word for word in words if word in self.grammar.countries).union(named)

    def tied_to(self, country: str) -> list[str]:
        """Return the persons described by a word of this country, sorted."""
        words = [word for word, of in self.grammar.countries.items() if of == country]
        tied = {entity for word in words for entity, _ in self.described.by(word)[1]}
        return sorted(entity for entity in tied if not self.is_body(entity))

    def described_as(self, word: str) -> list[str]:
        """Return the persons a small word describes ("norsave"), sorted."""
        return sorted({entity for entity, _ in self.described.by(word)[1]})

    def has_country(self, entity: str, particulars: frozenset[str]) -> bool:
        """Tell whether somebody is described by a country, and a description by some country or name."""
        mine = (word for bag in self.described.bags(entity) for word in bag)
        return bool(particulars) and any(word in self.grammar.countries for word in mine)

    def _tied_elsewhere(self, entity: str, particulars: frozenset[str]) -> bool:
        """Tell whether a description's country or name is none of those an entity is described with."""
        if not particulars:
            return False
        countries = self.grammar.countries
        mine = {w for bag in self.described.bags(entity) for w in bag} | set(entity.lower().split())
        of = {countries[w] for w in mine if w in countries}
        return not any(w in mine or countries.get(w) in of for w in particulars)

    def only_person_before(self, at: int) -> str | None:
        """Return the one person (two names or more) named before `at`, None when there are none or several."""
        found = {k.entity for k in self.before(at, 12) if k.person and not k.role and len(k.entity.split()) >= 2}
        return found.pop() if len(found) == 1 else None

    def has_age(self, entity: str) -> bool:
        """Tell whether an age stands behind a name: who is told by it holds no office."""
        return any(k.entity == entity and _AGE.match(self.text, k.end) for k in self.known)

    def is_office(self, start: int, end: int) -> bool:
        """Tell whether a description names an office ("the president"), which somebody named before may hold."""
        return any(word in self.grammar.offices for word in self.lettered.words(start, end))

    def _shared(self, bag: frozenset[str], words: frozenset[str]) -> int:
        offices = self.grammar.offices
        return sum(word in words or not words.isdisjoint(offices.get(word, ())) for word in bag)
