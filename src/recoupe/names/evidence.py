"""What speaks for a type of a candidate: its own words, and the words around it.

Evidence is a small number per type, added up; a candidate is what its largest sum says if that sum is large enough.
The numbers are chosen by hand: 5 settles a type (a title before a person, "Ltd" behind a company), 3 is strong (a name
of the tables), 1 a hint (a preposition of place).
"""

from __future__ import annotations

import functools

import regex

from recoupe.names.candidate import ORGANISATION, PERSON, PLACE, THING, Candidate
from recoupe.names.spans import LATELY, NEXT_WORD, Word, is_given, is_somebodys, joined
from recoupe.names.tables import Gazetteer, Lexicon, clubs, gazetteer, lexicon
from recoupe.text.patterns import compiled_by_regex

_LAST = compiled_by_regex(r"(?r)([\p{L}\p{M}'.-]+)[ \u00a0]*[\"“«'(]?[ \u00a0]*\Z", regex.V1)
_LAST_TWO = compiled_by_regex(r"(?r)([\p{L}\p{M}'.-]+)[ \u00a0]+([\p{L}\p{M}'.-]+)[ \u00a0]*\Z", regex.V1)
_CLAUSE = compiled_by_regex(r"[^,.;:!?\n«»\"]+\Z", regex.V1)
_ROMAN = compiled_by_regex(r"[IVX]+", regex.V1)
_AGE = compiled_by_regex(
    r"[ \u00a0]?[,(][ \u00a0]?(?:(?:aged|d[ei])[ ])?\p{N}{2}(?=[ \u00a0]?(?:[,)]|ans\b|a[nñ]os\b|anni\b|Jahre))",
    regex.V1,
)
_BEHIND_COMMA = compiled_by_regex(r", ((?:[^\s,.;:()]+ ?){1,4})", regex.V1)
_DATELINE = compiled_by_regex(r"[ ]?(?:,[ ]?\p{N}|,[ ]\p{Lu}|\(\p{Lu}|\(AFP|[-–—][ ]|/|\.?[ \n]*$)", regex.V1)


_REACH = 40
"""Characters before a name in which its last words are looked for."""
_CLOSING = frozenset(",(")
_MARKS = frozenset(("", *',.:;!?)"”»\n'))
"""What no word begins with."""


class Evidence:
    """Weighs the candidates of one text."""

    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text = text
        self.lex = lex
        self.tables: Gazetteer = gazetteer()
        self._telling = _telling_before(lex.code)

    def inside(self, c: Candidate, part: list[Word], entry: tuple[str, str] | None) -> None:
        """Evidence from the words of the name itself; `entry` is what the tables say of it."""
        caps = [w for w in part if not w.small]
        if len(caps) == 1:
            if entry and self._only_a_word(caps[0]):
                entry = None
            self._listed(c, part, caps, entry)
            if len(part) > 1:
                self._begins(c, caps[0])
            self._one_word(c, caps[0], entry)
        else:
            self._listed(c, part, caps, entry)
            self._heads_and_tails(c, caps, entry)
            self._several_words(c, caps, entry)

    def _listed(self, c: Candidate, part: list[Word], caps: list[Word], entry: tuple[str, str] | None) -> None:
        if not entry:
            return
        tables, first = self.tables, caps[0]
        kind, c.canonical = entry
        c.add(kind, 3.0, "name of the tables")
        c.sure = True
        if kind == PLACE:
            place = tables.places.get(joined(part, 0, len(part)))
            if place and place.kind == "city" and place.people < 300:
                c.add(PLACE, -1.2)
                c.sure = False
                if self.lex.nouns_capitalised and len(caps) == 1:
                    c.add(PLACE, -1.0)
            if len(caps) == 1 and not (place and place.kind != "city"):
                if is_given(first.text) or first.text in tables.surnames:
                    c.add(PERSON, 2.0, "also a name of people")

    def _begins(self, c: Candidate, first: Word) -> None:
        if first.low in self.lex.organisation_heads:
            c.add(ORGANISATION, 3.0, "begins as a body does")
        if first.low in self.lex.place_heads:
            c.add(PLACE, 4.0, "begins as a place does")

    def _heads_and_tails(self, c: Candidate, caps: list[Word], entry: tuple[str, str] | None) -> None:
        lex, first, last = self.lex, caps[0], caps[-1]
        given = is_given(first.text)
        if first.text.isupper() and not entry and all(w.text.isupper() and lex.dictionary.has(w.low) for w in caps):
            c.add(THING, 9.0, "words in capitals")
        headed = not (entry and entry[0] == PLACE) and any(w.low in lex.organisation_heads for w in caps)
        if headed or any(w.text in lex.organisation_tails for w in caps[1:]):
            c.add(ORGANISATION, 4.0, "head or tail of a body")
        elif (first.text in clubs() or last.text in clubs()) and not entry:
            if first.text.isupper() or not given:
                c.add(ORGANISATION, 4.5, "word of a club")
        elif first.low in lex.organisation_heads:
            c.add(ORGANISATION, 3.0, "begins as a body does")
        if first.low in lex.place_heads:
            c.add(PLACE, 4.0, "begins as a place does")
        if last.text in lex.place_tails:
            c.add(PLACE, 4.0, "ends as a place does")
        if not given and any(w.low in lex.facility_heads for w in caps):
            c.add(PLACE, 3.0, "a building or road")

    def _one_word(self, c: Candidate, word: Word, entry: tuple[str, str] | None) -> None:
        lex, tables = self.lex, self.tables
        given, surname = is_given(word.text), word.text in tables.surnames
        if word.low in lex.organisation_singles and not c.initial:
            c.add(ORGANISATION, 2.0, "a word for a body")
            c.add(PERSON, -1.0)
        if not entry and self._is_acronym(word):
            c.add(ORGANISATION, 2.0, "capitals")
        elif given:
            c.add(PERSON, 1.8, "given name")
        elif surname:
            c.add(PERSON, 2.0, "family name")
        elif lex.nouns_capitalised:
            c.add(PERSON, 0.1)
        elif is_somebodys(word.text):
            c.add(PERSON, 1.1, "a name of people")
            c.add("verb", 1.0)
        elif not self.common_looking(word):
            c.add(PERSON, 0.5, "unknown word")
            c.initial = c.initial and not lex.dictionary  # no word of the language: its capital does say something
        elif c.initial:
            c.add(PERSON, -1.5)
        if given or surname:
            c.add("verb", 1.0)

    def _several_words(self, c: Candidate, caps: list[Word], entry: tuple[str, str] | None) -> None:
        tables, first, last = self.tables, caps[0], caps[-1]
        given = is_given(first.text)
        if given and entry and entry[0] == PLACE:
            pass  # "San Juan"
        elif given:
            c.add(PERSON, 3.0 if len(caps) <= 4 else 1.0, "given name first")
        elif not entry and first.text in tables.given_more:
            c.add(PERSON, 1.0, "given name first")
        if first.text in tables.family_first and len(caps) <= 3 and not entry:
            c.add(PERSON, 2.0, "family name first")
        if last.text in tables.surnames or (first.text in tables.surnames and len(caps) <= 3):
            c.add(PERSON, 1.5, "family name")
        elif not entry and last.text in tables.family_more:
            c.add(PERSON, 0.5, "family name")
        if first.text[1:2] == "." or any(w.text[1:] in ("", ".") for w in caps[1:-1]):  # initials
            c.add(PERSON, 2.5, "initials")
        if 2 <= len(caps) <= 3 and not any(w.text.isupper() and len(w.text) > 1 for w in caps):
            c.add(PERSON, 1.0, "two or three words")
        if any(self.common_looking(w) for w in caps):
            c.add(PERSON, -1.5)
        if not entry and not given and first.text in tables.places and last.text not in tables.surnames:
            c.add(ORGANISATION, 2.2, "a place begins it")

    def outside(self, c: Candidate) -> None:
        """Evidence from the words around the name."""
        last = self._plain_last(c.start)  # most names stand behind a plain word that tells nothing
        earlier = ""
        if last is None or last in self._telling:
            earlier, last = self._before(c.start)
        if last and (not last.isalpha() or last in self._telling):
            self._behind(c, earlier, last)
        elif self._in_apposition(c):
            c.add(PERSON, 2.0, "role in apposition")
        if self.lex.nouns_capitalised and self.text[max(0, c.start - 2) : c.start - 1].isdigit():
            c.add(PERSON, -1.5, "a number before")  # "21 Schuss Salut"
        if last and last in self.lex.possessives:
            c.add(PERSON, -1.5, "a possessive before")  # "mit seinen Freunden Karten spielen"
        self._ahead(c, last)

    def _plain_last(self, start: int) -> str | None:
        """Return the word before `start`, lower case, where it stands between two spaces and has letters only."""
        text = self.text
        at = text.rfind(" ", max(0, start - _REACH), start - 1) if start and text[start - 1] == " " else -1
        word = text[at + 1 : start - 1] if at >= 0 else ""
        return word.lower() if word.isalpha() else None

    def _before(self, start: int) -> tuple[str, str]:
        """Return the two words before `start`, lower case; "" for one that does not stand right there."""
        before = self.text[max(0, start - _REACH) : start]
        pieces = before.rsplit(" ", 3)  # most names stand behind two plain words and a space
        if len(pieces) == 4 and not pieces[3] and pieces[2].isalpha() and pieces[1].isalpha():
            return pieces[1].lower(), pieces[2].lower()
        two = _LAST_TWO.search(before)
        if two:
            return two.group(1).lower(), two.group(2).lower()
        one = _LAST.search(before)
        return "", one.group(1).lower() if one else ""

    def _behind(self, c: Candidate, earlier: str, last: str) -> None:
        """Evidence from the words `earlier` and `last` before the name."""
        lex, text = self.lex, self.text
        glued = last.rsplit("'", 1)[-1] if "'" in last else last
        if lex.nouns_capitalised and not c.canonical and len(c.words) == 1:
            pass  # "in Betrieb": any noun may stand there
        elif f"{earlier} {last}" in lex.place_before:
            c.add(PLACE, 2.0, "words of place before")
        elif last in lex.place_strong:
            c.add(PLACE, 1.8, "preposition of place")
        elif last in lex.place_prepositions:
            c.add(PLACE, 1.0, "preposition")
        if last in lex.place_cues or (last.rstrip("'") in lex.place_links and earlier in lex.place_cues):
            c.add(PLACE, 1.5, "kind of place before")
        if last in lex.thing_heads or (glued in lex.thing_heads and "'" in last):
            c.add(THING, 6.0, "kind of thing before")
        if last in lex.organisation_cues:
            c.add(ORGANISATION, 1.8, "kind of body before")
        if (
            last.rstrip(".") in lex.titles
            or glued in lex.roles
            or last in lex.kin_before
            or (
                last in lex.portfolios and len(c.words) > 1 and not lex.heads_last
            )  # "le ministre des Transports Anno Rill"
            or ((last in lex.demonyms or last.endswith("-")) and earlier.rsplit("'", 1)[-1] in lex.roles)
        ):
            c.add(PERSON, 2.0, "title or role before")
        if self._in_apposition(c):
            c.add(PERSON, 2.0, "role in apposition")
        if glued in lex.definite:
            # "the Ortega government": a family name may have the article of what follows.
            lent = c.words[-1] in self.tables.surnames and text[c.end + 1 : c.end + 2].islower()
            c.add(PERSON, 0.0 if lent else -1.5)
            if lex.article_means_club and glued in ("el", "al", "del") and c.canonical and len(c.words) == 1:
                place = self.tables.places.get(c.words[0])
                if place and place.kind == "city":
                    c.add(ORGANISATION, 4.0, "article before a city's club")
        elif glued in lex.say_before:
            c.add(PERSON, 0.4, "somebody is told or asked")

    def _ahead(self, c: Candidate, last: str) -> None:
        """Evidence from what stands behind the name, and from a verb that turned it round, `last` before it."""
        lex = self.lex
        after = self.text[c.end : c.end + 24]
        word = _first_word(after)
        if word in lex.say_after:
            c.add(PERSON, 1.5, "verb of saying after")
            c.add("verb", 1.0)
        elif word in lex.verbs_after:
            c.add(PERSON, 0.5, "verb after")
            if word not in lex.auxiliaries:
                c.add("verb", 1.0)
        if c.initial and c.canonical and _DATELINE.match(after):
            c.add(PLACE, 1.5, "dateline")
        if after[:1] in _CLOSING or after[1:2] in _CLOSING:
            if _AGE.match(after):
                c.add(PERSON, 3.0, "age after")
            if len(c.words) > 1 and self._role_behind(c.end):
                c.add(PERSON, 1.5, "role behind")
        if last in lex.inverted_verbs:
            c.add(PERSON, 1.2, "verb before")
        if after.startswith(("'s", " 's", ", who ", ", a ", ", an ", ", the ")):
            c.add("verb", 1.0)
            c.add(PERSON, 0.3, "what somebody has or is")

    def _is_acronym(self, word: Word) -> bool:
        text = word.text
        if not text.isupper() or not 2 <= len(text) <= 7 or not text.isalpha():
            return False
        if _ROMAN.fullmatch(text):
            return False  # "XIV secolo"
        return len(text) < 5 or not self.lex.dictionary.has(word.low)  # "NOTHING" is a shout

    def _in_apposition(self, c: Candidate) -> bool:
        """Whether the name stands between commas behind a role: "the coastguard's spokeswoman, Haddad, said"."""
        text = self.text
        if text[c.start - 2 : c.start] != ", " or text[c.end : c.end + 1] not in (",", ".", "»"):
            return False
        clause = _CLAUSE.search(text, max(0, c.start - 70), c.start - 2)
        words = clause.group().lower().replace("'", " ").split() if clause else []
        return any(word in self.lex.roles for word in words)

    def _role_behind(self, end: int) -> bool:
        """Whether a role stands behind the comma that ends the name: "Homayun Sadri, primo ministro del Dahrestan,"."""
        words = _BEHIND_COMMA.match(self.text, end)
        return words is not None and any(word in self.lex.roles for word in words[1].lower().replace("'", " ").split())

    def _only_a_word(self, word: Word) -> bool:
        """Tell whether a place of the tables is rather a word of this language ("Union", "Plan")."""
        place, lex = self.tables.places.get(word.text), self.lex
        if place is None or place.kind != "city" or place.people > 1000 or word.text in self.tables.organisations:
            return False
        return word.low in lex.organisation_heads or word.low in lex.common or word.low in lex.place_heads

    def common_looking(self, word: Word) -> bool:
        """Tell whether a word is rather of the dictionary than a name, by the tables or its ending."""
        return _common_looking(word.text, self.lex.code)


@functools.cache
def _telling_before(code: str) -> frozenset[str]:
    """Return every word that may tell something of the name behind it."""
    lex = lexicon(code)
    return frozenset().union(
        lex.place_strong, lex.place_prepositions, lex.place_cues, lex.place_links, lex.thing_heads,
        lex.organisation_cues, lex.titles, lex.roles, lex.kin_before, lex.demonyms, lex.definite, lex.say_before,
        lex.portfolios, (phrase.split()[-1] for phrase in lex.place_before),
    )  # fmt: skip


def _first_word(after: str) -> str:
    """Return the word `after` begins with, lower case; "" where a mark comes first."""
    if after.startswith(" "):  # most names stand before a space and a plain word
        word = after[1 : after.find(" ", 1)]
        if word.isalpha() and after[len(word) + 1] == " ":
            return word.lower()
    elif after[:1] in _MARKS:
        return ""
    following = NEXT_WORD.match(after)
    return following.group(1).lower() if following else ""


@functools.lru_cache(maxsize=LATELY)
def _common_looking(word: str, code: str) -> bool:
    low, lex = word.lower(), lexicon(code)
    if is_given(word) or word in gazetteer().surnames or is_somebodys(word):
        return False
    return (
        low in lex.common
        or low in lex.roles
        or low in lex.portfolios
        or low in lex.not_names
        or (len(low) > 5 and low.endswith(lex.common_endings))
        or low in lex.demonyms
        or lex.dictionary.has(low)
    )
