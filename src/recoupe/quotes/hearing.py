"""Hearing: the names of one article as they stand before a verb, and who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.model import Name, Speaker
from recoupe.quotes.gather import Known
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.people import People


class Hearing:
    """What one article has told so far. `last` is the last speaker, `aloud` the last in marks, `previous` where the
    sentence before begins, `why` what gave the speaker resolved last."""

    def __init__(self, text: str, names: Sequence[Name], grammar: Grammar) -> None:
        self.text = text
        self.names = names
        self.grammar = grammar
        self.last: Speaker | None = None
        self.aloud: Speaker | None = None
        self.previous = 0
        self.why = ""
        self._people: People | None = None

    @property
    def people(self) -> People:
        """The names of the article, gathered when they are first asked for."""
        if self._people is None:
            self._people = People(self.text, self.names, self.grammar)
        return self._people

    def hear(self, speaker: Speaker | None, *, aloud: bool = True) -> None:
        """Keep who spoke last, and who did so in marks (`aloud`); a pronoun nobody is known for is nobody."""
        if speaker is not None and not self.unknown(speaker):
            self.last = speaker
            if aloud:
                self.aloud = speaker

    def unknown(self, speaker: Speaker) -> bool:
        """Tell whether a speaker is only a pronoun or "some" that stands for nobody known."""
        if speaker.entity != speaker.name:
            return False
        pronouns, determiners = self.grammar.pronouns, self.grammar.determiners
        return all(w in pronouns or w in determiners for w in speaker.name.lower().split())

    def named(self, known: Known) -> Speaker:
        """Return a name where it stands as a speaker."""
        self.why = "a person named before"
        return Speaker(start=known.start, end=known.end, name=self.text[known.start : known.end], entity=known.entity)

    def _speaker(self, start: int, end: int, entity: str, why: str) -> Speaker:
        self.why = why
        return Speaker(start=start, end=end, name=self.text[start:end], entity=entity)

    def persons(self, start: int, end: int) -> list[Known]:
        """Return the persons named in `[start, end)`: subjects first, then what follows a preposition."""
        free, bound = self._split(start, end)
        return free + bound

    def _split(self, start: int, end: int) -> tuple[list[Known], list[Known]]:
        nouns = self.grammar.habits.get("nouns_capital") and self.names  # capitals tell nothing: only given names do
        persons = [k for k in self.people.inside(start, end) if k.person and (k.type or not nouns)]
        bound = [k for k in persons if self._bound(k)]
        return [k for k in persons if k not in bound], bound

    def _bound(self, name: Known) -> bool:
        """Tell whether a preposition stands before a name: "of the Tide", "de l'ONU"."""
        g = self.grammar
        before = self.text[max(0, name.start - 24) : name.start].replace("’", "'").split()
        if len(before) > 1 and before[-1].lower().rsplit("'", 1)[-1] in g.countries:
            before.pop()  # "au Japonais Ken Abe"
        low = before[-1].lower() if before else ""
        low = low.rsplit("'", 1)[-1] or low
        if low in g.determiners and len(before) > 1 and low not in g.prepositions:
            low = before[-2].lower()
        return low in g.prepositions or (low in g.linking and low not in g.determiners)

    def _of(self, name: Known) -> bool:
        """Tell whether a name only says of what the noun before it is: "d'Ems", "of Ems"."""
        before = self.text[max(0, name.start - 6) : name.start].replace("’", "'").lower().split()
        low = before[-1] if before else ""
        return low in self.grammar.linking and low not in self.grammar.determiners | self.grammar.joining

    def _uttered(self, name: Known) -> bool:
        """Tell whether what a name says whose it is are words: "la réponse d'Ann Poe", "a voz rouca de Ana Poe"."""
        before = self.text[max(0, name.start - 40) : name.start].replace("’", "' ").lower().split()
        return not self.grammar.uttered.isdisjoint(before[-4:])
