"""Pronouns: whom "he", "she", "they", "who" and "the latter" stand for."""

from __future__ import annotations

from recoupe.model import Speaker
from recoupe.quotes import heads, view, voices
from recoupe.quotes.described import gender_of
from recoupe.quotes.gather import Known
from recoupe.quotes.hearing import Hearing
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.scene import Report
from recoupe.quotes.view import Token
from recoupe.text import numbers, sentences

NOBODY = "nobody known"
ANTECEDENT = 60
"""Characters between a name and the relative pronoun that stands for it."""
BODY = 80
"""Characters of a sentence that a body which opens it may be long."""
OPENING_PLACE = 8
"""Tokens of a sentence within which a comma ends the place it opens with."""
OPENED = 8
"""Names before a pronoun among which one that opens a paragraph is looked for."""
HEARD_OF = 900
"""Characters behind a name in which a pronoun may still stand for it."""
Kept = list[tuple[Report, Speaker | None]]


class Pronouns(Hearing):
    """Who is meant by the pronouns of one article."""

    def _pronoun(self, at: int, gender: str, words: list[Token], kept: Kept) -> str | None:
        """Return who a pronoun at `at` stands for: the speaker before it, or a person of the sentence before."""
        people = self.people
        if gender in ("1", "2"):
            return None
        sentence = words[0].start
        if gender == "r":
            self.why = "a pronoun for the name before it"
            return self._antecedent(at)
        opened = self._opened(at, gender) if not kept else None
        if opened is not None:
            self.why = "a pronoun for who a paragraph opened with since"
            return opened
        self.why = "a pronoun for who spoke last"
        for _, speaker in reversed(kept):
            if speaker is not None and self._fits(speaker, gender):
                return speaker.entity
        last = self.last
        if last is not None and last.start >= self.previous and self._fits(last, gender):
            return last.entity
        free, bound = self._split(self.previous, sentence)
        begun = self._before(sentence)
        for k in free if gender in ("m", "f") else ():
            if k.start >= begun and people.fits(k.entity, gender):
                self.why = "a pronoun for a person of the sentence before"
                return k.entity
        body = self._body_before(gender, begun, sentence)
        if body is not None:
            self.why = "a pronoun for who or what opens the sentence before"
            return body
        for k in free if gender in ("m", "f") else ():
            if people.fits(k.entity, gender):
                self.why = "a pronoun for a person of the paragraph before"
                return k.entity
        if last is not None and at - last.end < HEARD_OF and self._fits(last, gender):
            return last.entity
        if gender not in ("m", "f"):
            return None
        self.why = "a pronoun for a person named before"
        nouns = self.names and self.grammar.habits.get("nouns_capital")
        before = [k for k in people.before(sentence, 8) if k.person and (k.type or not nouns) and at - k.end < HEARD_OF]
        near = [k for k in (*bound, *before) if people.fits(k.entity, gender) and self._somebody(k)]
        near = [k for k in near if k.entity not in self.absent]
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
        ahead = (k for k in self.persons(end, end + 200) if people.fits(k.entity, gender) and " " in k.entity)
        return next((k.entity for k in ahead if k.type or not nouns), None)

    def _opened(self, at: int, gender: str) -> str | None:
        """ "James Poe, a clerk, had come to vote. ...¶ “They said no,” he said": the person with whom a paragraph opens
        behind who spoke last, where that was another."""
        last = self.last
        if last is None or gender not in ("m", "f"):
            return None
        for k in self.people.before(at, OPENED):
            if k.start <= last.end or at - k.end > HEARD_OF:
                return None
            opens = self.text[k.start - 1 : k.start] == "\n" and k.type == "person" and " " in k.entity
            if opens and not k.role and k.entity != last.entity:
                within = self.text.count("\n", k.end, at) > 0
                return k.entity if within and self.people.fits(k.entity, gender) else None
        return None

    def _before(self, at: int) -> int:
        """Return where the last sentence before the one at `at` begins: a paragraph that says nothing is stepped over
        as a whole."""
        split = sentences.split(self.text[self.previous : at], language=self.grammar.code)
        return self.previous + split[-1][0] if split else at

    def _somebody(self, name: Known) -> bool:
        """Tell whether a name is somebody's for a "he": typed so, or of two words. One alone is as often a place."""
        return bool(name.type) or " " in name.entity

    def _body_before(self, gender: str, start: int, sentence: int) -> str | None:
        """ "La banque se tait. Elle a annoncé ...", "His daughter sat down. “...,” she said": what opens the sentence
        at `start`, by its noun or the name beside it. Where "she" is no body, it is somebody of that gender."""
        g = self.grammar
        if gender not in ("m", "f") or start >= sentence:
            return None
        words = view.tokens(self.text, start, min(sentence, start + BODY), [])
        comma = next((k for k, t in enumerate(words[:OPENING_PLACE]) if t.low == ","), -1)
        first = words[0].low if words else ""
        if comma > 0 and (first in g.prepositions or first in g.particles):
            words = words[comma + 1 :]  # "À Ems, le maire", "Back at the gate, the painter"
        elif len(words) > 2 and first in g.prepositions and words[1].low in g.dates:
            words = words[2:]  # "On Tuesday the king"
        span = noun_phrase(words, 0, g) if words else None
        animate = g.habits.get("animate")
        opens = g.determiners if animate else g.definite
        if span is None or span[1] - span[0] < 2 or words[0].low not in opens:
            return None
        if animate:
            named = [t.low for t in words[1 : span[1]]]
            several = any(low in g.plurals or (low[-1:] == "s" and low[:-1] in g.people) for low in named)
            somebody = not several and any(low in g.people for low in named)  # "the parents of"
        else:
            somebody = voices.known(words[span[0] + 1].low, g)
        if not somebody or any(t.low.endswith("'s") for t in words[span[0] : span[1]]):
            return None
        verbs = (k for k in range(span[0] + 2, span[1] - 1) if words[k + 1].low in g.determiners)
        close = next((k for k in verbs if words[k].low not in g.linking), span[1])  # "Le maire cherche des pelles"
        while words[close - 1].low in g.pronouns:
            close -= 1  # "Another patient I saw"
        text = self.text[words[span[0]].start : words[close - 1].end]
        told = gender_of(text.partition(" ")[2] if animate else text, g)  # "her" tells nothing of "her son"
        if told != gender and (told or not animate):
            return None
        beside = heads.beside(self.people, words, span[1])  # "Le ministre, Anno Pau, se lève."
        if beside is not None:
            return beside.entity
        return (self.people.by_role(words[span[0]].start, words[close - 1].end) if animate else None) or text

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
        if self.unknown(speaker) or speaker.entity in self.absent:
            return False
        person = self.people.is_person(speaker.entity)
        if gender not in ("m", "f"):
            return not person
        if speaker.name.lower().split()[0] in self.grammar.neuter:
            return False  # "Das Gericht glaubte ... sagte er"
        if not person and self._several(speaker.entity.lower().split()[0]):
            return False  # "trois anciens collaborateurs", "los bomberos": no "she"
        words = speaker.entity.lower().split()
        somebody = person or any(voices.known(w, self.grammar) for w in words)
        if not somebody and (self.grammar.habits.get("animate") or words[0] not in self.grammar.indefinite):
            return False  # "a rescue capsule": "he" and "she" are people; but "un glaciologue", who has spoken
        if self.grammar.habits.get("animate") and not person:
            if all(w in self.grammar.bodies for w in words if voices.known(w, self.grammar)):
                return False  # "The communique says ...": no "he"
            opener = speaker.entity.lower().split()[0]
            plural = speaker.entity.endswith("s") or speaker.entity.lower() in self.grammar.plurals
            if self.people.is_body(speaker.entity) or (plural and opener not in ("a", "an")):
                return False
        return self.people.fits(speaker.entity, gender)

    def _several(self, opener: str) -> bool:
        """Tell whether a description that begins with a word is of several: a number, an article of the plural."""
        g = self.grammar
        count = next(iter(numbers.find(opener, language=g.code)), None)
        if count is not None and not count.ordinal and count.low > 1:
            return True
        plural = opener.endswith("s") and not g.habits.get("nouns_capital") and not g.habits.get("animate")
        return plural and opener in g.determiners

    def _latter(self, token: Token) -> Speaker:
        """ "celui-ci", "the latter": the person named last before it, in this sentence or the one before."""
        near = [k for k in self.people.inside(self.previous, token.start) if k.type in ("", "person")]
        known = near and (not near[-1].role or near[-1].entity != self.text[near[-1].start : near[-1].end])
        entity = near[-1].entity if known else self.text[token.start : token.end]
        return self._speaker(token.start, token.end, entity, "the one named last" if known else NOBODY)
