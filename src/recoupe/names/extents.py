"""Extents: where in a run of words a name ends, and which words of it the tables know as one name."""

from __future__ import annotations

from recoupe.names.candidate import PLACE
from recoupe.names.evidence import Evidence
from recoupe.names.spans import Word, is_given, joined, known, lookup
from recoupe.names.tables import Gazetteer, Lexicon, clubs, gazetteer

MOST_OF_PLACE = 7
"""Words of the longest place, or other name of the tables, that is looked up."""


class Extents:
    """Finds where the names of one text end."""

    def __init__(self, text: str, lex: Lexicon, evidence: Evidence) -> None:
        self.text = text
        self.lex = lex
        self.tables: Gazetteer = gazetteer()
        self.evidence = evidence

    def listed(self, words: list[Word], position: int) -> int:
        """Return how many words from `position` make the longest name of the tables (0: none)."""
        word = words[position]
        if word.low in self.tables.starts or word.text[0] > "\u0400":
            for end in range(min(len(words), position + MOST_OF_PLACE), position + 1, -1):
                if not words[end - 1].small and known(words, position, end):
                    return end - position
        return 1 if lookup(word.text) else 0

    def end(self, words: list[Word], position: int, span: int, titled: str | None) -> int:
        """Return where the name that begins at `position` ends.

        `span` is how many words of it the tables know as one name, `titled` the title before it.
        """
        core = self._plain_end(words, position)
        end = max(core, position + span)
        head = self._is_head(words, position, core)
        while end < len(words) and words[end].small:
            link = next((k for k in range(end, len(words)) if not words[k].small), None)
            if link is None:
                break
            lows = [w.low for w in words[end:link]]
            if self._body_goes_on(words, (position, end, link), lows, head):
                after = self._plain_end(words, link)
                tail = words[after - 1].text in self.lex.organisation_tails and after - link > 1
                if tail and lows[0] not in self.lex.place_links:
                    break
                end = after
            elif self._person_goes_on(words, (position, core, link), lows, titled):
                end = self._plain_end(words, link)
                several = core - position > 1 and all(is_given(w.text) for w in words[position:core])
                if self._is_head(words, link, end) and not (several and end - link == 1):
                    return core  # but "Carlo Alberto dalla Chiesa": behind given names only, a family name
            else:
                break
        return end

    def _body_goes_on(self, words: list[Word], places: tuple[int, int, int], lows: list[str], head: bool) -> bool:
        """Tell whether a body's or a place's name goes on behind the small words `lows`: "Ministry of Trade".

        `places` are where it begins, where the small words stand, and the word behind them.
        """
        lex, (position, end, link) = self.lex, places
        if head and lows == ["and"] and end - position > 1 and self._is_abstract(words, link):
            return True  # "Ministry of Trade and Industry"
        if words[position].low in lex.place_heads and lows[0] in lex.place_links:
            return True
        if not head or not lex.connectors.issuperset(lows) or not lex.conjunctions.isdisjoint(lows):
            return False
        if words[link].low in lex.calendar or (lows[0] in lex.place_strong and self._is_place(words, link)):
            return False  # where or when, no more of the name: "the Union in March", "the Museum in Boston"
        if lex.nouns_capitalised and lows[0] in lex.place_links:
            return self._is_place(words, link)  # "kam laut Polizei von der Fahrbahn ab": no name goes on
        return True

    def _person_goes_on(
        self, words: list[Word], places: tuple[int, int, int], lows: list[str], titled: str | None
    ) -> bool:
        """Tell whether a person's name goes on behind the particles `lows`: "Ursula von der Heide".

        `places` are where it begins, where its capitalised words end, and the word behind the particles.
        """
        lex, (position, core, link) = self.lex, places
        if not lex.particles.issuperset(lows) or not lex.conjunctions.isdisjoint(lows):
            return False
        given = is_given(words[position].text)
        noble = lows[0] in lex.noble
        if lex.nouns_capitalised and not noble and not (len(lows) > 1 and given) and self._is_noun(words[link]):
            return False  # "zu Ende", "zu Fuß"
        if not (titled or given or (noble and self._may_be_named(words, position))):
            return False
        of_place = lex.link_words.issuperset(lows) and not (lex.family_of and core - position > 1)
        return not (of_place and self._is_place(words, link))

    def _plain_end(self, words: list[Word], position: int) -> int:
        """Return the end of the capitalised words that stand side by side from `position`."""
        end = position + 1
        while end < len(words) and not words[end].small:
            gap = self.text[words[end - 1].end : words[end].start]
            if gap not in (" ", ""):
                break
            if self._new_name(words, position, end):
                break
            end += 1
        return end

    def _new_name(self, words: list[Word], position: int, end: int) -> bool:
        """Tell whether `words[end]`, side by side with what stands before it, begins another name."""
        lex, tables, word, before = self.lex, self.tables, words[end], words[end - 1]
        if lex.nouns_capitalised and not self._goes_on(words, position, end):
            return True
        more = end + 1 < len(words) and not words[end + 1].small
        if more and lex.heads_last and (is_given(word.text) or word.text in tables.given_more):
            # A body's head ends it, and a country is no first name of three: "Harbour Forum Ana Ruiz".
            if before.low in lex.organisation_heads or before.text in lex.organisation_tails:
                return True
        if more and end - position <= MOST_OF_PLACE:
            place = tables.places.get(before.text if end == position + 1 else joined(words, position, end))
            part = place is not None and place.kind in ("country", "state", "region")
            slavic = place is not None and place.kind == "country" and word.text[0] > "\u0400" and end == position + 1
            if (part and self._begins_a_person(words, end)) or slavic:
                return True  # "министр иностранных дел Перу Хорхе Саласар"
        if word.low in lex.calendar and not is_given(word.text):
            return not (word.low in lex.family_too and is_given(before.text))
        if word.low in lex.function_words:
            if word.low in lex.family_too and is_given(before.text) and not word.text.isupper():
                return False  # "Theresa May"
            if not more and end - position > 1 and self._begins_a_person(words, position) and word.text.istitle():
                return lex.heads_last or lex.nouns_capitalised  # "Lee Sung Un": only headlines have capitals else
            # "Marine Le Pen" is one name: a particle behind a given name and before a capital.
            return not (word.low in lex.particles and more and is_given(before.text))
        title = word.low.rstrip(".")
        if more and (title in lex.titles or title in lex.roles) and not is_given(before.text):
            return not is_given(word.text)
        if more and is_given(word.text) and not is_given(before.text) and len(before.text.rstrip(".")) > 1:
            if word.text[0] > "\u0400":  # given names first: "помощник Путина Юрий Ушаков"
                return True
            prefix = known(words, position, end)
            return (
                bool(prefix and before.text not in tables.surnames)
                or before.low in lex.portfolios
                or before.low in lex.common
                or before.low in lex.demonyms
            )
        return False

    def _goes_on(self, words: list[Word], position: int, end: int) -> bool:
        """Where every noun is capitalised: tell whether `words[end]` belongs to the name before it."""
        before, word = words[end - 1], words[end]
        if before.text in clubs() or word.text in clubs():
            return True
        if word.text in self.lex.organisation_tails or known(words, position, end + 1):
            return True
        if is_given(before.text) or len(before.text.rstrip(".")) == 1:
            return True
        return not (self._is_noun(before) or self._is_noun(word))

    def _is_noun(self, word: Word) -> bool:
        """Where every noun is capitalised: tell whether a word looks like one of the dictionary."""
        if word.text in self.tables.surnames or word.low in self.lex.organisation_heads or word.text.isupper():
            return False
        return (
            len(word.low) > 10
            or self.evidence.common_looking(word)
            or word.low in self.lex.not_names
            or word.low in self.lex.titles
        )

    def _is_head(self, words: list[Word], begin: int, end: int) -> bool:
        lex = self.lex
        if words[begin].text in clubs():
            return not lex.heads_last
        if words[begin].low in lex.organisation_first or (
            not lex.heads_last and words[begin].low in lex.organisation_heads
        ):
            return True
        return end - begin > 1 and any(
            w.low in lex.organisation_first or w.low in lex.organisation_heads for w in words[begin:end]
        )

    def _is_abstract(self, words: list[Word], position: int) -> bool:
        """Tell whether a word behind "and" is a matter of a body ("Ministry of Trade and Industry"), and no name of the
        tables ("the Bank and Putin")."""
        return not (self._begins_a_person(words, position) or known(words, position, position + 1))

    def _begins_a_person(self, words: list[Word], position: int) -> bool:
        word = words[position].text
        return is_given(word) or word in self.tables.given_more or word in self.tables.family_first

    def _may_be_named(self, words: list[Word], position: int) -> bool:
        """Tell whether a word that no table knows may be a first name: "Jost van der Beck"."""
        word, lex = words[position], self.lex
        common = word.low in lex.common or word.low in lex.function_words or word.low in lex.demonyms
        noun = lex.nouns_capitalised and self._is_noun(word)
        held = word.low in lex.roles or word.low in lex.titles or word.low in lex.organisation_heads
        return len(word.low) > 2 and not (common or noun or held or word.text.isupper() or lookup(word.text))

    def _is_place(self, words: list[Word], position: int) -> bool:
        found = known(words, position, position + 1)
        return bool(found and found[0] == PLACE)
