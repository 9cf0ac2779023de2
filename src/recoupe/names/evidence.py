"""What speaks for a type of a candidate: its own words, and the words around it.

Evidence is a small number per type, added up; a candidate is what its largest sum says if that sum is large enough.
The numbers are chosen by hand: 5 settles a type (a title before a person, "Ltd" behind a company), 3 is strong (a name
of the tables), 1 a hint (a preposition of place).
"""

from __future__ import annotations

import functools

import regex

from recoupe.names.candidate import ORGANISATION, PERSON, PLACE, THING, Candidate
from recoupe.names.spans import LATELY, Word, is_given, is_somebodys, joined
from recoupe.names.tables import Gazetteer, Lexicon, clubs, gazetteer, lexicon

_LAST = regex.compile(r"(?r)([\p{L}\p{M}'.-]+)[ \u00a0]*[\"“«'(]?[ \u00a0]*\Z", regex.V1)
_LAST_TWO = regex.compile(r"(?r)([\p{L}\p{M}'.-]+)[ \u00a0]+([\p{L}\p{M}'.-]+)[ \u00a0]*\Z", regex.V1)
_CLAUSE = regex.compile(r"[^,.;:!?\n«»\"]+\Z", regex.V1)
_NEXT = regex.compile(r"[ \u00a0]*([\p{L}\p{M}'-]+)", regex.V1)
_ROMAN = regex.compile(r"[IVX]+", regex.V1)
_AGE = regex.compile(
    r"[ \u00a0]?[,(][ \u00a0]?(?:aged[ ])?\p{N}{2}(?=[ \u00a0]?(?:[,)]|ans\b|años\b|anni\b|anos\b|Jahre))", regex.V1
)
_DATELINE = regex.compile(r"[ ]?(?:,[ ]?\p{N}|,[ ]\p{Lu}|\(\p{Lu}|\(AFP|[-–—][ ]|/|\.?[ \n]*$)", regex.V1)


class Evidence:
    """Weighs the candidates of one text."""

    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text = text
        self.lex = lex
        self.tables: Gazetteer = gazetteer()

    def inside(self, c: Candidate, part: list[Word], entry: tuple[str, str] | None) -> None:
        """Evidence from the words of the name itself."""
        lex, tables = self.lex, self.tables
        caps = [w for w in part if not w.small]
        first, last = caps[0], caps[-1]
        given = is_given(first.text)
        if entry and len(caps) == 1 and self._only_a_word(first):
            entry = None
        if entry:
            kind, c.canonical = entry
            c.add(kind, 3.0, "name of the tables")
            c.sure = True
            if kind == PLACE:
                place = tables.places.get(joined(part, 0, len(part)))
                if place and place.kind == "city" and place.people < 300:
                    c.add(PLACE, -1.2)
                    c.sure = False
                    if lex.nouns_capitalised and len(caps) == 1:
                        c.add(PLACE, -1.0)
                if len(caps) == 1 and (given or first.text in tables.surnames) and not (place and place.kind != "city"):
                    c.add(PERSON, 2.0, "also a name of people")
        place_of_tables = entry is not None and len(caps) > 1 and entry[0] == PLACE
        headed = len(caps) > 1 and not place_of_tables and any(w.low in lex.organisation_heads for w in caps)
        if (
            len(caps) > 1
            and first.text.isupper()
            and not entry
            and all(w.text.isupper() and lex.dictionary.has(w.low) for w in caps)
        ):
            c.add(THING, 9.0, "words in capitals")
        if headed or any(w.text in lex.organisation_tails for w in caps[1:]):
            c.add(ORGANISATION, 4.0, "head or tail of a body")
        elif len(caps) > 1 and (first.text in clubs() or last.text in clubs()) and not entry:
            if first.text.isupper() or not given:
                c.add(ORGANISATION, 4.5, "word of a club")
        elif len(part) > 1 and first.low in lex.organisation_heads:
            c.add(ORGANISATION, 3.0, "begins as a body does")
        if len(part) > 1 and first.low in lex.place_heads:
            c.add(PLACE, 4.0, "begins as a place does")
        if len(caps) > 1 and last.text in lex.place_tails:
            c.add(PLACE, 4.0, "ends as a place does")
        if len(caps) > 1 and not given and any(w.low in lex.facility_heads for w in caps):
            c.add(PLACE, 3.0, "a building or road")
        if len(caps) == 1:
            if first.low in lex.organisation_singles and not c.initial:
                c.add(ORGANISATION, 2.0, "a word for a body")
                c.add(PERSON, -1.0)
            if self._is_acronym(first) and not entry:
                c.add(ORGANISATION, 2.0, "capitals")
            elif given:
                c.add(PERSON, 1.8, "given name")
            elif first.text in tables.surnames:
                c.add(PERSON, 2.0, "family name")
            elif lex.nouns_capitalised:
                c.add(PERSON, 0.1)
            elif is_somebodys(first.text):
                c.add(PERSON, 1.1, "a name of people")
                c.add("verb", 1.0)
            elif not self.common_looking(first):
                c.add(PERSON, 0.5, "unknown word")
                c.initial = c.initial and not lex.dictionary  # no word of the language: its capital does say something
            elif c.initial:
                c.add(PERSON, -1.5)
            if given or first.text in tables.surnames:
                c.add("verb", 1.0)
        else:
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
        lex, text = self.lex, self.text
        before = text[max(0, c.start - 40) : c.start]
        two = _LAST_TWO.search(before)
        last = two.group(2).lower() if two else ""
        if not last:
            one = _LAST.search(before)
            last = one.group(1).lower() if one else ""
        glued = last.rsplit("'", 1)[-1] if "'" in last else last
        if lex.nouns_capitalised and not c.canonical and len(c.words) == 1:
            pass  # "in Betrieb": any noun may stand there
        elif two and f"{two.group(1).lower()} {last}" in lex.place_before:
            c.add(PLACE, 2.0, "words of place before")
        elif last in lex.place_strong:
            c.add(PLACE, 1.8, "preposition of place")
        elif last in lex.place_prepositions:
            c.add(PLACE, 1.0, "preposition")
        if last in lex.place_cues or (
            two and last.rstrip("'") in lex.place_links and two.group(1).lower() in lex.place_cues
        ):
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
                two
                and (last in lex.demonyms or last.endswith(("-", ",")))
                and two.group(1).lower().rsplit("'", 1)[-1] in lex.roles
            )
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
        after = text[c.end : c.end + 24]
        following = _NEXT.match(after)
        if following:
            word = following.group(1).lower()
            if word in lex.say_after:
                c.add(PERSON, 1.5, "verb of saying after")
                c.add("verb", 1.0)
            elif word in lex.verbs_after:
                c.add(PERSON, 0.5, "verb after")
                if word not in lex.auxiliaries:
                    c.add("verb", 1.0)
        if c.initial and c.canonical and _DATELINE.match(after):
            c.add(PLACE, 1.5, "dateline")
        if _AGE.match(after):
            c.add(PERSON, 3.0, "age after")
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

    def _only_a_word(self, word: Word) -> bool:
        """Tell whether a place of the tables is rather a word of this language ("Union", "Plan")."""
        place, lex = self.tables.places.get(word.text), self.lex
        if place is None or place.kind != "city" or place.people > 1000 or word.text in self.tables.organisations:
            return False
        return word.low in lex.organisation_heads or word.low in lex.common or word.low in lex.place_heads

    def common_looking(self, word: Word) -> bool:
        """Tell whether a word is rather of the dictionary than a name, by the tables or its ending."""
        return _common_looking(word.text, self.lex.code)


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
