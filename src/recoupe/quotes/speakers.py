"""Speakers: who the subject of a report is. Names first, then roles, descriptions and pronouns; else nobody."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.model import Name, Speaker
from recoupe.quotes import heads, view, voices
from recoupe.quotes.described import gender_of
from recoupe.quotes.gather import Known
from recoupe.quotes.grammar import INFINITIVE, Grammar
from recoupe.quotes.people import People
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.scene import Report
from recoupe.quotes.view import WORD, Token

HEARD = 40
"""Bodies and descriptions heard before that a short form is held against."""
NOBODY = "nobody known"
ANTECEDENT = 60
"""Characters between a name and the relative pronoun that stands for it."""
BODY = 80
"""Characters of a sentence that a body which opens it may be long."""
OPENING_PLACE = 8
"""Tokens of a sentence within which a comma ends the place it opens with."""
OPENING = 3
"""Tokens before an infinitive that opens a sentence."""
Kept = list[tuple[Report, Speaker | None]]


class Speakers:
    """Who speaks in one article. `last` is the last speaker, `previous` where the sentence before begins, `why` what
    gave the speaker resolved last."""

    def __init__(self, text: str, names: Sequence[Name], grammar: Grammar) -> None:
        self.text = text
        self.names = names
        self.grammar = grammar
        self.last: Speaker | None = None
        self.previous = 0
        self.why = ""
        self.heard: list[tuple[frozenset[str], str]] = []
        self._people: People | None = None

    @property
    def people(self) -> People:
        """The names of the article, gathered when they are first asked for."""
        if self._people is None:
            self._people = People(self.text, self.names, self.grammar)
        return self._people

    def hear(self, speaker: Speaker | None) -> None:
        """Keep who spoke last; a pronoun nobody is known for is nobody."""
        if speaker is not None and not self.unknown(speaker):
            self.last = speaker

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

    def signature(self, start: int, end: int) -> Speaker:
        """Return who signs words with the name `[start, end)`."""
        known = next((k for k in self.people.inside(start, end) if k.person), None)
        entity = known.entity if known is not None else self.text[start:end]
        return self._speaker(start, end, entity, "the name it is signed with")

    def label(self, start: int, end: int) -> Speaker:
        """Return who a label of an interview means: the person with that family name, else as it stands."""
        family = self.text[start:end].split()[-1].casefold()
        entity = self.people.families.get(family, self.text[start:end])
        return self._speaker(start, end, entity, "the label of the line")

    def resolve(self, report: Report, words: list[Token], kept: Kept) -> Speaker | None:
        """Return who speaks, None where the subject of the report is nobody who can."""
        if report.shared:
            for other, speaker in reversed(kept):
                if other.subject == report.subject and speaker is not None:
                    self.why = "the subject of the verb before"
                    return speaker
        g = self.grammar
        if report.subject is None:
            several = g.habits.get("plural_verb")
            if several and words[report.cue.last - 1].low.endswith(several):
                return None  # "..., avisan, ...": nobody who was named alone
            return self.topic(words[0].start)
        first, last = report.subject
        whose = (
            {**g.pronouns, **g.possessive, **g.tonic}
            if report.rule == "noun" or report.cue.strength == "according"
            else g.pronouns
        )
        pronoun = whose.get(report.cue.glued or words[first].low, "")
        if last - first == 1 and pronoun:
            if words[first].low in g.latter:
                return self._latter(words[first])
            end = words[first].end
            start = end - len(report.cue.glued) if report.cue.glued else words[first].start
            entity = self._pronoun(start, pronoun, words, kept)
            return self._speaker(start, end, entity or self.text[start:end], self.why if entity else NOBODY)
        weak = report.rule == "dependent"
        if report.rule == "noun" and words[last - 1].low.endswith("'s"):
            owner = words[last - 1]
            words = [
                *words[: last - 1],
                msgspec.structs.replace(owner, end=owner.end - 2, low=owner.low[:-2]),
                *words[last:],
            ]
        found = self._phrase(words, (first, last), "" if weak else report.cue.strength)
        if found is None and report.cue.form == INFINITIVE and report.cue.first <= OPENING:
            # "Poe said no. Before adding: ...": the subject is the one of the sentence before
            spoke = self.last
            self.why = "who spoke in the sentence before"
            return spoke if spoke is not None and spoke.start >= self.previous else None
        return found

    def before_colon(self, words: list[Token], colon: int) -> Speaker | None:
        """Return who speaks before a colon where no verb reports: the pronoun that opens the sentence, a person."""
        g = self.grammar
        opener = g.pronouns.get(words[0].low, "")
        if words[0].low in g.possessive and not voices.known(words[1].low, g):
            opener = g.possessive[words[0].low]  # "His answer: “...”", but "Sein Anwalt: „...“"
        if opener in ("m", "f"):
            entity = self._pronoun(words[0].start, opener, words, [])
            name = self.text[words[0].start : words[0].end]
            return self._speaker(words[0].start, words[0].end, entity or name, self.why if entity else NOBODY)
        near = [*range(1, min(colon, 9)), *range(max(9, colon - 9), colon)]
        spoken = next((k for k in near if words[k].low in g.nominative), None)
        if spoken is not None:
            start, end = words[spoken].start, words[spoken].end
            entity = self._pronoun(start, g.pronouns.get(words[spoken].low, ""), words, [])
            return self._speaker(start, end, entity or self.text[start:end], self.why if entity else NOBODY)
        for k in self.people.inside(words[0].start, words[colon].start):
            if not k.person or heads.governed(words, k, g) or (not k.type and self._of(k)):
                continue  # "le quai de Port Vieux"
            alone = colon == 2 and words[0].start == k.start
            if not k.type and self.names and g.habits.get("nouns_capital"):
                continue  # any noun with a capital: "Stoibers Äußerungen"
            if k.type or " " in k.entity or k.start > words[0].start or alone:
                return self.named(k)
        return self._people_before(words, colon)

    def _people_before(self, words: list[Token], colon: int) -> Speaker | None:
        """ "The villagers take it calmly: “...”": people, a role or a body that is the subject before a colon."""
        g = self.grammar
        span = noun_phrase(words, 0, g)
        reflexive = next((k for k in range(1, min(colon, 8)) if words[k].low in g.reflexive), None)
        if reflexive is not None and words[reflexive + 1].low in g.determiners:
            span = noun_phrase(words, reflexive + 1, g)  # "In Ems zeigt sich der Trainer zufrieden:"
        if span is None or span[1] >= colon or words[0].low in g.pronouns or words[span[0]].low in g.oblique:
            return None
        first = voices.body(words, *span, g)
        return self._phrase(words, span, "colon") if first < span[1] and voices.known(words[first].low, g) else None

    def _speaker(self, start: int, end: int, entity: str, why: str) -> Speaker:
        self.why = why
        return Speaker(start=start, end=end, name=self.text[start:end], entity=entity)

    def _phrase(self, words: list[Token], span: tuple[int, int], strength: str) -> Speaker | None:
        """Return who a noun phrase means: a name in it, a role it holds, what it is called elsewhere, or itself."""
        first, last = span
        people, g = self.people, self.grammar
        while first + 1 < last and (
            words[first].low in g.joining
            or (
                words[first].low in g.auxiliaries
                and words[first].low not in g.determiners
                and (words[first + 1].capital or words[first + 1].low in g.definite)
            )
        ):
            first += 1
        span = (first, last)
        a, b = words[first].start, words[last - 1].end
        shaped = voices.well_formed(words, first, last, g, strength)
        inside = people.inside(a, b)
        byname = next((t.end for t in words[first:last] if t.kind == WORD and not self.text[t.start].isalnum()), None)
        if byname is not None:  # "Ann “Salty” Poe"
            family = next((k for k in people.inside(byname, b) if heads.is_head(k, words, span, g)), None)
            entity = family.entity if family is not None else self.text[a:b]
            return self._speaker(a, b, entity, "a person named in it")
        persons = [k for k in inside if k.type == "person" and not k.role]
        person = heads.person(persons, words, span, g)
        if person is not None:
            return self._speaker(a, b, person.entity, "a person named in it")
        roles = [
            k for k in inside if k.role and k.entity != self.text[k.start : k.end] and heads.is_head(k, words, span, g)
        ]
        if roles and shaped:
            return self._speaker(a, b, roles[0].entity, "a role whose holder is known")
        origin = heads.origin(people, words, span)
        if origin is not None:
            return self._speaker(a, b, origin, "the one person this word of origin describes")
        names = [k for k in inside if not k.role and k.type != "person"]
        begun = [k for k in names if heads.opens(k, words, first, g) and heads.is_head(k, words, span, g)]
        if begun and not begun[-1].type and voices.is_thing(words, first, last, g):
            begun = []  # "Commitments announced this day": a noun that opens the sentence
        untyped = bool(begun) and not begun[-1].type and shaped
        beside = heads.beside(people, words, last) if untyped else None
        if beside is not None:  # "die Leiterin der Werft, Anna Rill,"
            return self._speaker(a, b, beside.entity, "a name set beside it")
        if begun and (shaped or begun[-1].type):
            self.heard.append((frozenset(t.low for t in words[first:last]), begun[-1].entity))
            return self._speaker(a, b, begun[-1].entity, "a name it begins with")
        if not shaped:
            only = all(t.low in g.determiners for t in words[first:last])
            return self._speaker(a, b, self.text[a:b], NOBODY) if only else None
        return self._shaped(words, span, strength, names, persons)

    def _shaped(
        self, words: list[Token], span: tuple[int, int], strength: str, names: list[Known], persons: list[Known]
    ) -> Speaker | None:
        """Return the speaker of a whole noun phrase that no name opens, as its head; None where it says nothing."""
        people, g = self.people, self.grammar
        first, last = span
        a, b = words[first].start, words[last - 1].end
        beside = heads.beside(people, words, last)
        if beside is None and strength != "according" and words[first].low in g.definite:
            beside = heads.beside_too(people, words, last)
        if beside is not None:
            return self._speaker(a, b, beside.entity, "a name set beside it")
        loose = [
            k
            for k in names
            if (not k.type or (k.end == b and k.type != "place"))
            and " " in self.text[k.start : k.end]
            and heads.is_head(k, words, span, g)
        ]
        if loose:
            return self._speaker(a, b, loose[-1].entity, "words with capitals in it")
        owner = heads.owner(people, words, span, persons)
        if owner is not None:
            return self._speaker(a, b, owner.entity, "whose words they are")
        role = self._described(words, span)
        if role is None and not voices.may_speak(words, first, last, g, strength):
            return None
        return self._speaker(a, b, role or self.text[a:b], "who is described so elsewhere" if role else "as it stands")

    def _described(self, words: list[Token], span: tuple[int, int]) -> str | None:
        """Return who a description stands for: who is described so elsewhere, who held an office, who spoke last."""
        first, last = span
        a, b = words[first].start, words[last - 1].end
        people, g = self.people, self.grammar
        low = words[first].low
        country = heads.nationality(words, span, g)
        if country is not None:
            tied = people.tied_to(country)
            return tied[0] if len(tied) == 1 else None
        role = people.by_role(a, b)
        if role is None and low in g.definite and people.is_office(a, b):
            role = self._holder(a, b)
        if role is None and low in g.definite:
            return self._heard(words, first, last)
        if role is None and (low in g.determiners or words[first].capital):
            self.heard.append((frozenset(t.low for t in words[first:last]), self.text[a:b]))
        return role

    def _holder(self, a: int, b: int) -> str | None:
        """Return who an office stands for that nobody is described with: "the president" behind "Poe said".

        An office of a country is nobody's who is described by another; one of a place ("of the United States") is
        nobody's without a description.
        """
        people, spoke = self.people, self.last
        particulars = people.particulars(a, b)
        if any(word not in self.grammar.countries for word in particulars):
            return None
        alone = people.only_person_before(a)
        if alone is not None and people.has_age(alone):
            return None
        if alone is not None and not people.has_country(alone, particulars):
            return alone
        if particulars or spoke is None or a - spoke.end >= 700 or not people.is_person(spoke.entity):
            return None
        return None if people.described.bags(spoke.entity) else spoke.entity

    def _heard(self, words: list[Token], first: int, last: int) -> str | None:
        """ "the ministry" stands for "the Ministry of Defence" heard before: its words begin a longer name."""
        mine = frozenset(t.low for t in words[first:last])
        for bag, entity in self.heard[: -HEARD - 1 : -1]:
            if mine < bag:
                return entity
        self.heard.append((mine, self.text[words[first].start : words[last - 1].end]))
        return None

    def _pronoun(self, at: int, gender: str, words: list[Token], kept: Kept) -> str | None:
        """Return who a pronoun at `at` stands for: the speaker before it, or a person of the sentence before."""
        people = self.people
        if gender in ("1", "2"):
            return None
        sentence = words[0].start
        if gender == "r":
            self.why = "a pronoun for the name before it"
            return self._antecedent(at)
        self.why = "a pronoun for who spoke last"
        for _, speaker in reversed(kept):
            if speaker is not None and self._fits(speaker, gender):
                return speaker.entity
        last = self.last
        if last is not None and last.start >= self.previous and self._fits(last, gender):
            return last.entity
        free, bound = self._split(self.previous, sentence)
        if gender in ("m", "f"):
            for k in free:
                if people.fits(k.entity, gender):
                    self.why = "a pronoun for a person of the sentence before"
                    return k.entity
        body = self._body_before(gender, sentence)
        if body is not None:
            self.why = "a pronoun for the body that opens the sentence before"
            return body
        if last is not None and at - last.end < 900 and self._fits(last, gender):
            return last.entity
        if gender not in ("m", "f"):
            return None
        self.why = "a pronoun for a person named before"
        nouns = self.names and self.grammar.habits.get("nouns_capital")
        before = [k for k in people.before(sentence, 8) if k.person and (k.type or not nouns)]
        near = [k for k in (*bound, *before) if people.fits(k.entity, gender) and self._somebody(k)]
        told = [k for k in near if people.described.gender(k.entity) == gender]
        near = told or near
        if told or len({k.entity for k in near}) == 1:
            return near[0].entity  # of two of whom nothing tells that they are a "she", neither is
        own = self._own_subject(at, gender, words)
        if own is not None:
            self.why = "a pronoun for who opens the sentence"
            return own
        end = words[-1].end
        self.why = "a pronoun for a person named behind"
        ahead = [k for k in self.persons(end, end + 200) if people.fits(k.entity, gender) and " " in k.entity]
        return ahead[0].entity if ahead else None

    def _somebody(self, name: Known) -> bool:
        """Tell whether a name is somebody's for a "he": typed so, or of two words. One alone is as often a place."""
        return bool(name.type) or " " in name.entity

    def _body_before(self, gender: str, sentence: int) -> str | None:
        """ "La banque se tait. Elle a annoncé ...": where "she" may be a body, what opens the sentence before, by its
        noun or the name beside it."""
        g = self.grammar
        if gender not in ("m", "f") or g.habits.get("animate") or self.previous >= sentence:
            return None
        words = view.tokens(self.text, self.previous, min(sentence, self.previous + BODY), [])
        comma = next((k for k, t in enumerate(words[:OPENING_PLACE]) if t.low == ","), -1)
        if comma > 0 and words[0].low in g.prepositions:
            words = words[comma + 1 :]  # "À Ems, le maire"
        span = noun_phrase(words, 0, g) if words else None
        if span is None or words[0].low not in g.definite or not voices.known(words[span[0] + 1].low, g):
            return None
        verbs = (k for k in range(span[0] + 2, span[1] - 1) if words[k + 1].low in g.determiners)
        close = next((k for k in verbs if words[k].low not in g.linking), span[1])  # "Le maire cherche des pelles"
        text = self.text[words[span[0]].start : words[close - 1].end]
        if gender_of(text, g) != gender:
            return None
        beside = heads.beside(self.people, words, span[1])  # "Le ministre, Anno Pau, se lève."
        return text if beside is None else beside.entity

    def _own_subject(self, at: int, gender: str, words: list[Token]) -> str | None:
        """ "Le maire n'est pas d'accord : « ... », a-t-il dit": the role, of that gender, which opens the sentence."""
        place = next((k for k, t in enumerate(words) if t.start <= at < t.end), 0)
        span = noun_phrase(words, 0, self.grammar)
        if span is None or span[1] >= place or not voices.known(words[span[1] - 1].low, self.grammar):
            return None
        text = self.text[words[span[0]].start : words[span[1] - 1].end]
        return text if gender_of(text, self.grammar) == gender else None

    def _antecedent(self, at: int) -> str | None:
        """Return the name a relative pronoun at `at` stands behind: ", who", or the one before what describes it ("Ann
        Poe, of the UN, who")."""
        near = [k for k in self.people.before(at, 3) if at - k.end < ANTECEDENT]
        for n, k in enumerate(near):
            between = self.text[k.end : at]
            if "\n" in between or (between.strip(", ") and (between[:1] != "," or between.count(",") > 2)):
                return None
            before = near[n + 1] if n + 1 < len(near) else None
            beside = before is not None and self.text[before.end : k.start].startswith(", ")
            if not beside and self._of(k):
                return None  # "le tribunal d'Ems, qui"
            if not (beside and self._bound(k)):
                return k.entity
        return None

    def _fits(self, speaker: Speaker, gender: str) -> bool:
        """Tell whether a pronoun may stand for who spoke: "they" for no one person, "she" for no body."""
        if self.unknown(speaker):
            return False
        person = self.people.is_person(speaker.entity)
        if gender not in ("m", "f"):
            return not person
        if speaker.name.lower().split()[0] in self.grammar.neuter:
            return False  # "Das Gericht glaubte ... sagte er"
        if not person and not any(voices.known(w, self.grammar) for w in speaker.entity.lower().split()):
            return False  # "a rescue capsule": "he" and "she" are people
        if self.grammar.habits.get("animate") and not person:
            opener = speaker.entity.lower().split()[0]
            plural = speaker.entity.endswith("s") or speaker.entity.lower() in self.grammar.plurals
            if self.people.is_body(speaker.entity) or (plural and opener not in ("a", "an")):
                return False
        return self.people.fits(speaker.entity, gender)

    def _latter(self, token: Token) -> Speaker:
        """ "celui-ci", "the latter": the person named last before it, in this sentence or the one before."""
        near = [k for k in self.people.inside(self.previous, token.start) if k.type in ("", "person")]
        known = near and (not near[-1].role or near[-1].entity != self.text[near[-1].start : near[-1].end])
        entity = near[-1].entity if known else self.text[token.start : token.end]
        return self._speaker(token.start, token.end, entity, "the one named last" if known else NOBODY)

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
        return low in self.grammar.linking and low not in self.grammar.determiners

    def topic(self, at: int) -> Speaker | None:
        """Who the lines before are about: the first person named in the sentence before, else who spoke last."""
        free, bound = self._split(self.previous, at)
        for k in free or (bound if self.last is None else []):
            return self.named(k)
        self.why = "who spoke last"
        last = self.last
        if last is not None and not self.people.is_person(last.entity) and "\n" in self.text[last.end : at]:
            return None  # a body that spoke in another paragraph
        return last
