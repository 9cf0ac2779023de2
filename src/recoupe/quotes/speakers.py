"""Speakers: who the subject of a report is. Names first, then roles, descriptions and pronouns; else nobody."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.model import Name, Speaker
from recoupe.quotes import aged, heads, voices
from recoupe.quotes.cues import matches
from recoupe.quotes.described import gender_of
from recoupe.quotes.gather import Known
from recoupe.quotes.grammar import INFINITIVE, Grammar
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.pronouns import NOBODY, Kept, Pronouns
from recoupe.quotes.scene import Report
from recoupe.quotes.view import QUOTED, WORD, Token

HEARD = 40
"""Bodies and descriptions heard before that a short form is held against."""
OWN = 6
"""Words of a source within which it may be told to be the outlet itself."""
_MARKS = "«»‹›“”„‟\"‚‘’'＂` \u00a0\u202f"
OPENING = 3
"""Tokens before an infinitive that opens a sentence."""


GOES_ON = 500
"""Characters between who spoke last and words in marks that somebody goes on with."""


class Speakers(Pronouns):
    """Who speaks in one article."""

    def __init__(self, text: str, names: Sequence[Name], grammar: Grammar) -> None:
        super().__init__(text, names, grammar)
        self.heard: list[tuple[frozenset[str], str]] = []

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
        going_on = self._going_on(report, words, kept)
        if going_on is not None:
            return going_on
        if report.subject is None:
            several = g.habits.get("plural_verb")
            if several and words[report.cue.last - 1].low.endswith(several):
                return None  # "..., avisan, ...": nobody who was named alone
            return self.topic(words[0].start)
        first, last = report.subject
        if words[last - 1].kind == QUOTED:
            return self._in_marks(words[last - 1])
        if report.cue.strength == "according" and self._is_own(words, first):
            return None
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
        if report.rule == "clause-verb" and first >= report.cue.last and self._is_object(words, first, last):
            return None
        found = self._phrase(words, (first, last), "" if weak else report.cue.strength)
        if (
            found is None
            and report.cue.form == INFINITIVE
            and report.cue.first <= OPENING
            and words[0].low in g.breaking
        ):
            # "Poe said no. Before adding: ...": the subject is the one of the sentence before
            spoke = self.last
            self.why = "who spoke in the sentence before"
            return spoke if spoke is not None and spoke.start >= self.previous else None
        return found

    def _is_object(self, words: list[Token], first: int, last: int) -> bool:
        """ "the mayor demanded an end to it": tell whether "a" and nobody known stand behind a verb, where a subject
        stands before it."""
        g = self.grammar
        if not g.habits.get("bare_nouns") or words[first].low not in g.indefinite:
            return False
        return not any(t.capital or voices.known(t.low, g) for t in words[first + 1 : last])

    def _going_on(self, report: Report, words: list[Token], kept: Kept) -> Speaker | None:
        """ "The minister said no. Poe had said yes. “...”, he added": who goes on is who spoke last."""
        g, last = self.grammar, self.aloud
        cue = words[report.cue.first : report.cue.last]
        if kept or last is None or not any(t.low in g.continuing for t in cue) or words[0].kind != QUOTED:
            return None
        if report.subject is None:
            return last if g.habits.get("pro_drop") and words[0].start - last.end < GOES_ON else None
        first, end = report.subject
        pronoun = g.pronouns.get(report.cue.glued or words[first].low, "")
        if end - first != 1 or pronoun not in ("m", "f") or words[0].start - last.end >= GOES_ON:
            return None
        if not self._fits(last, pronoun):
            return None
        self.why = "who spoke last, and goes on"
        start = words[first].end - len(report.cue.glued) if report.cue.glued else words[first].start
        return self._speaker(start, words[first].end, last.entity, self.why)

    def _in_marks(self, marked: Token) -> Speaker:
        """Return whose name stands in marks: a paper's, a site's."""
        name = self.text[marked.start : marked.end].strip(_MARKS)
        start = marked.start + self.text[marked.start : marked.end].index(name)
        known = next(iter(self.people.inside(start, start + len(name))), None)
        whole = known is not None and (known.start, known.end) == (start, start + len(name))
        return self._speaker(start, start + len(name), known.entity if known and whole else name, "a name in marks")

    def _is_own(self, words: list[Token], first: int) -> bool:
        """Tell whether a source is the outlet: "selon nos calculs", "according to data seen by this newspaper"."""
        own = self.grammar.own
        for k in range(first, min(len(words), first + OWN)):
            if words[k].kind != WORD:
                return False
            if any(matches(words, k, phrase) for phrase in own.get(words[k].low, ())):
                return True
        return False

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
        author = self._author(words, colon)
        if author is not None:
            return self.named(author)
        marked = [t for t in words[:colon] if t.kind == QUOTED]
        for k in self.people.inside(words[0].start, words[colon].start):
            if any(t.start <= k.start < t.end for t in marked):
                continue  # a name in a title
            before = next((t.low for t in reversed(words[:colon]) if t.end <= k.start), "")
            bound = self._bound(k) and before not in g.breaking and not self._uttered(k)
            if not k.person or heads.governed(words, k, g) or bound:
                continue  # "la patronne de Rill", "alude a Ana Pons": but "la réponse d'Ann Poe", "as Poe put it"
            alone = colon == 2 and words[0].start == k.start
            if not k.type and self.names and g.habits.get("nouns_capital"):
                continue  # any noun with a capital: "Stoibers Äußerungen"
            if k.type or " " in k.entity or k.start > words[0].start or alone:
                return self.named(k)
        return self._people_before(words, colon)

    def _author(self, words: list[Token], colon: int) -> Known | None:
        """ "“Golden days,” by Ann Poe of the Tide: “...”": who wrote what stands in marks is who says what follows."""
        title = next((k for k in range(colon - 1, -1, -1) if words[k].kind == QUOTED), colon)
        by = title + 1 + (title + 1 < colon and words[title + 1].low == ",")
        if by + 1 >= colon or words[by].low not in self.grammar.authors:
            return None
        near = self.people.inside(words[by].end, words[colon].start)
        return next((k for k in near if k.person and not k.role and " " in k.entity), None)

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
        if shaped:
            last = voices.end(words, first, last, g)
            span, b = (first, last), words[last - 1].end
        inside = people.inside(a, b)
        byname = next((t.end for t in words[first:last] if t.kind == WORD and not self.text[t.start].isalnum()), None)
        if byname is not None:  # "Ann “Salty” Poe"
            family = next((k for k in people.inside(byname, b) if heads.is_head(k, words, span, g)), None)
            entity = family.entity if family is not None else self.text[a:b]
            return self._speaker(a, b, entity, "a person named in it")
        persons = [k for k in inside if k.type == "person" and not k.role]
        person = heads.person(persons, words, span, g)
        if person is not None:
            behind = next((t for t in words[first:last] if t.start >= person.end), None)
            told = (*g.pasts, *g.narrating)
            if behind is not None and behind.kind == WORD and not behind.capital and behind.low.endswith(told):
                b = person.end  # "Ann Poe faced reporters and (said)"
            return self._speaker(a, b, person.entity, "a person named in it")
        held = (k for k in inside if k.role and k.entity != self.text[k.start : k.end] and k.entity not in self.absent)
        roles = [k for k in held if heads.is_head(k, words, span, g)]
        if roles and shaped:
            beside = heads.beside(people, words, last)
            if beside is not None:  # "Präsident Rill sagte zu. „...“, so der Präsident der Werft, Ann Poe"
                return self._speaker(a, b, beside.entity, "a name set beside it")
            roles = [k for k in roles if k.end >= b or not heads.elsewhere(people, words, span, k.entity)]
        if roles and shaped:
            return self._speaker(a, b, roles[0].entity, "a role whose holder is known")
        origin = heads.origin(people, words, span)
        if origin is not None:
            return self._speaker(a, b, origin, "the one person this word of origin describes")
        names = [k for k in inside if not k.role and k.type != "person" and k.end <= b]
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
        years = aged.age(self.text[a:b], people)
        if years is not None and not any(t.capital and t.low.isalpha() for t in words[first:last]):
            spoken_of = self._pronoun(a, aged.gender(self.text[a:b], g), words, [])
            near = {k.entity for k in people.inside(a - aged.NEAR, a)}
            who = aged.holder(people, years) or (spoken_of if spoken_of in near else self.text[a:b])
            return self._speaker(a, b, who, "the one of that age")
        role = self._described(words, span)
        if role is not None and heads.elsewhere(people, words, span, role):
            role = None
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
        role = self.present(people.by_role(a, b, self.last.entity if self.last else None))
        if role is None and low in g.definite and people.is_office(a, b):
            role = self.present(self._holder(a, b))
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
        alone = people.only_person_before(a) or self._one_before(a, gender_of(self.text[a:b], self.grammar))
        noun = people.described.noun(people.lettered.words(a, b))
        if alone is not None and (people.has_age(alone) or people.described.only_of(alone, noun)):
            return None
        if alone is not None and not people.has_country(alone, particulars):
            return alone
        if particulars or spoke is None or a - spoke.end >= 700 or not people.is_person(spoke.entity):
            return None
        if not people.fits(spoke.entity, gender_of(self.text[a:b], self.grammar)):
            return None
        return None if people.described.bags(spoke.entity) else spoke.entity

    def _one_before(self, at: int, gender: str) -> str | None:
        """ "La motion visant Ann Poe est rejetée. La ministre": the one person of the sentence before, where nothing
        describes them otherwise."""
        near = self.people.inside(self.previous, at)
        found = {k.entity for k in near if k.type == "person" and not k.role and " " in k.entity}
        alone = found.pop() if len(found) == 1 and "\n" not in self.text[self.previous : at] else None
        if alone is None or not self.people.fits(alone, gender):
            return None
        bags = self.people.described.bags(alone)
        return None if any(voices.known(word, self.grammar) for bag in bags for word in bag) else alone

    def _heard(self, words: list[Token], first: int, last: int) -> str | None:
        """ "the ministry" stands for "the Ministry of Defence" heard before: its words begin a longer name."""
        mine = frozenset(t.low for t in words[first:last])
        for bag, entity in self.heard[: -HEARD - 1 : -1]:
            if mine < bag:
                return entity
        self.heard.append((mine, self.text[words[first].start : words[last - 1].end]))
        return None
