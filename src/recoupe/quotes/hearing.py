"""Hearing: the names of one article as they stand before a verb, and who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.model import Name, Speaker
from recoupe.quotes.gather import Known
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.people import People
from recoupe.quotes.view import PIECE, Token


class Hearing:
    """What one article has told so far. `last` is the last speaker, `aloud` the last in marks, `previous` where the
    sentence before begins, `absent` whom the words in marks name, `why` what gave the speaker resolved last."""

    def __init__(self, text: str, names: Sequence[Name], grammar: Grammar) -> None:
        self.text = text
        self.names = names
        self.grammar = grammar
        self.last: Speaker | None = None
        self.aloud: Speaker | None = None
        self.previous = 0
        self.why = ""
        self.absent: set[str] = set()
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
        words = speaker.name.lower().replace("’", "'").split()
        return all(w in pronouns or w in determiners for w in words)

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
        near = (k for k in self.people.inside(start, end) if k.entity not in self.absent)
        persons = [k for k in near if k.person and (k.type or not nouns)]
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

    def listen_to(self, quoted: Sequence[Token]) -> None:
        """Keep who is named in words in marks that are a sentence or begin one: nobody names himself so ("“I lent
        Poe my oars,” says the mayor")."""
        said = [t for t in quoted if t.low != PIECE or t.capital]
        inside = (k for t in said for k in self.people.inside(t.start, t.end))
        self.absent = {k.entity for k in inside if k.type == "person" and not k.role}

    def present(self, entity: str | None) -> str | None:
        """Return an entity, unless the words in marks speak of it."""
        return None if entity in self.absent else entity

    def topic(self, at: int) -> Speaker | None:
        """Who the lines before are about: where a verb may do without its subject who spoke in the sentence before; the
        first person named there, else who spoke last."""
        last = self.last
        self.why = "who spoke last"
        pro_drop = self.grammar.habits.get("pro_drop")
        if last is not None and last.entity in self.absent:
            last = None
        if pro_drop and last is not None and last.end > self.previous:
            return last  # "Poe afirma que el Congreso decide. “...”, dijo."
        free, bound = self._split(self.previous, at)
        for k in free or (bound if last is None else []):
            if not pro_drop or self._told_of(k):
                return self.named(k)
        begun = self.text.rfind("\n", 0, self.previous) + 1
        if pro_drop and (last is None or last.end < begun):
            for k in self._split(begun, self.previous)[0]:  # "Ann Poe dobla el periódico. Votó no. “...”, dice."
                if k.type and " " in k.entity:
                    return self.named(k)
        if last is not None and not self.people.is_person(last.entity) and "\n" in self.text[last.end : at]:
            return None  # a body that spoke in another paragraph
        return last

    def _told_of(self, name: Known) -> bool:
        """Tell whether a name in the sentence before is of whom it tells: somebody of two names, whom no clause has
        ("la concejala pide que Poe responda")."""
        clause = self.text[self.previous : name.start].rpartition(",")[2]
        governed = not self.grammar.that.isdisjoint(clause.lower().split())
        return (name.type == "person" or not self.names) and " " in name.entity and not governed
