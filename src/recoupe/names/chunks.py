"""Runs cut into candidates: one name each, weighed by `evidence`.

An article says the same names again and again, and the next article many of them too: what the words of a run alone
tell is worked out once and kept; the words around it are read each time.
"""

from __future__ import annotations

import functools

import msgspec

from recoupe.names import bodies
from recoupe.names.candidate import PERSON, THING, Candidate
from recoupe.names.evidence import Evidence
from recoupe.names.extents import Extents
from recoupe.names.spans import Run, Word, is_given, known, lookup, words_of
from recoupe.names.tables import Gazetteer, Lexicon, gazetteer


class _Draft(msgspec.Struct, frozen=True, gc=False):
    """A candidate before the words around it are read, `weighed` by its own words.

    `scores` is what spoke for its types before they were weighed, for `told` reasons; `done` when nothing around it
    says more.
    """

    weighed: Candidate
    scores: dict[str, float]
    told: int
    done: bool = False


_KEPT = 8192
"""Runs lately cut whose drafts are kept."""


@functools.cache
def _drafts(code: str) -> dict[tuple[str, bool], tuple[int, list[_Draft]]]:
    """Return the drafts of runs lately cut in a language, by their words and whether they open a sentence, with where
    the run they were cut from stood."""
    return {}


@functools.cache
def _lone_drafts(code: str) -> dict[tuple[str, int, bool, str | None], tuple[int, _Draft | None]]:
    """Return the drafts of single words lately met in longer runs, with where each stood."""
    return {}


class Chunker:
    """Cuts the runs of one text."""

    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text = text
        self.lex = lex
        self.tables: Gazetteer = gazetteer()
        self.evidence = Evidence(text, lex)
        self.extents = Extents(text, lex, self.evidence)
        self._kept = _drafts(lex.code)
        self._words = _lone_drafts(lex.code)

    def candidates(self, run: Run) -> list[Candidate]:
        """Return the candidates of `run` in order."""
        start = run.start
        key = (self.text[start : run.end], run.initial)
        kept = self._kept.get(key)
        if kept is None:
            words = words_of(run, self.text)
            drafts = self._cut(words, run.initial)
            if self._reads_on(words):
                return [self._finished(draft, draft.weighed) for draft in drafts]
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = kept = (start, drafts)
        shift = start - kept[0]
        return [self._finished(draft, draft.weighed.moved(shift)) for draft in kept[1]]

    def _reads_on(self, words: list[Word]) -> bool:
        """Tell whether a name of a run may go on in small letters behind it: then the run alone does not decide. Where
        nouns have capitals, runs of several words hardly come again."""
        lex, mixed = self.lex, self.tables.mixed
        if lex.nouns_capitalised and len(words) > 1:
            return True
        if any(word.text in mixed for word in words):
            return True
        return any(bodies.may_widen(word, lex) for word in words)

    def _finished(self, draft: _Draft, c: Candidate) -> Candidate:
        """Return `c`, the candidate of `draft` in its place, weighed by what stands around it too."""
        if draft.done:
            return c
        head = bodies.small_head(c, self.text, self.lex)
        if head is None:
            self.evidence.outside(c)
        else:
            c.weigh(dict(draft.scores))  # it settles what the name is
            c.canonical = None
            del c.reasons[draft.told :]
            bodies.take_in(head, c, self.text, self.lex)
        return c

    def _cut(self, words: list[Word], initial: bool) -> list[_Draft]:
        """Return what a run of `words` is cut into, in order."""
        out: list[_Draft] = []
        position = 0
        titled: str | None = None
        while position < len(words):
            word = words[position]
            if word.small:
                position += 1
                titled = titled if word.low in self.lex.particles else None
                continue
            whole = self._mixed(word)
            if whole is not None:
                out.append(_Draft(whole, {}, 0, done=True))
                titled, initial = None, False
                while position < len(words) and words[position].start < whole.end:
                    position += 1
                continue
            span = self.extents.listed(words, position)
            taken = self._title(words, position) if span < 2 else 0
            if taken:
                titled = " ".join(w.low for w in words[position : position + taken])
                position += taken
                initial = False
                continue
            if span < 2 and self._says_nothing(words, position, initial):
                position += 1
                initial = False
                titled = None
                continue
            if word.low in self.lex.demonyms and span < 1 and not self._head_after(words, position):
                position += 1
                initial = False
                continue
            end = self.extents.end(words, position, span, titled)
            made = self._made(words, position, end, initial, titled)
            if made:
                out.append(made)
            titled, initial = None, False
            position = max(end, position + 1)
        return out

    def _mixed(self, word: Word) -> Candidate | None:
        """Return the name of the tables that begins here and goes on in small letters: "Union européenne"."""
        for form in self.tables.mixed.get(word.text, ()):
            end = word.start + len(form)
            if self.text.startswith(form, word.start) and not self.text[end : end + 1].isalnum():
                entry = lookup(form)
                if entry:
                    made = Candidate(word.start, end, form.split(" "), False, {}, entry[1])
                    made.add(entry[0], 5.0, "name of the tables")
                    made.sure = True
                    return made
        return None

    def _says_nothing(self, words: list[Word], position: int, initial: bool) -> bool:
        """Tell whether a capitalised word is none of the name: the first of a sentence, or a word of the grammar."""
        low = words[position].low
        if len(low) > 1 and words[position].text.isupper() and known(words, position, position + 1):
            return False
        if low in self.lex.function_words or low.split("'")[0] in self.lex.function_words:
            return (
                len(low) > 1 or initial or words[position].text != words[position].low.upper() or self.lex.lone_letters
            )
        if position + 1 < len(words) and is_given(words[position + 1].text):
            if low in self.lex.portfolios:
                return True
            if position + 2 < len(words) and self._only_of_the_dictionary(words[position]):
                return True  # "Remember Ana Ruiz?"
            if position + 2 < len(words) and not words[position + 2].small and self._before_a_name(words[position]):
                return True  # "Steiger Otto Rill"
        if self.lex.nouns_capitalised and position + 1 < len(words) and low.endswith("s"):
            if low[:-1] in self.lex.organisation_cues and not words[position + 1].small:
                return True  # "des Autobauers Velmar"
        if low in self.lex.portfolios and self._portfolio_before(words, position):
            return True
        return initial and self._is_common(words, position)

    def _before_a_name(self, word: Word) -> bool:
        """Where every noun is capitalised: tell whether a word that no table of names knows, before a given name and
        another word, is what somebody is."""
        if not self.lex.nouns_capitalised or len(word.text) < 4 or is_given(word.text) or lookup(word.text):
            return False
        return word.text not in self.tables.surnames and word.text not in self.tables.given_more

    def _portfolio_before(self, words: list[Word], position: int) -> bool:
        """ "le ministre des Transports Anno Rill": tell whether two words behind a portfolio may be a name."""
        name = words[position + 1 : position + 3]
        if self.lex.heads_last or len(name) < 2 or any(w.small or self.evidence.common_looking(w) for w in name):
            return len(name) == 2 and name[0].low in self.lex.portfolios and self._portfolio_before(words, position + 1)
        return all(w.low not in self.lex.organisation_heads and w.text not in self.lex.organisation_tails for w in name)

    def _only_of_the_dictionary(self, word: Word) -> bool:
        lex = self.lex
        heads = (lex.organisation_heads, lex.organisation_first, lex.place_heads, lex.facility_heads)
        if any(word.low in words for words in heads):
            return False
        return lex.dictionary.has(word.low) and self.evidence.common_looking(word)

    def _is_common(self, words: list[Word], position: int) -> bool:
        low = words[position].low
        if low in self.lex.common or low in self.lex.roles:
            return True
        if low.endswith("s") and not is_given(words[position].text):  # plurals: "Officers said"
            for singular in (
                low[:-1],
                low[:-2] if low.endswith("es") else "",
                low[:-3] + "y" if low.endswith("ies") else "",
            ):
                if singular and (
                    singular in self.lex.roles or singular in self.lex.titles or singular in self.lex.common
                ):
                    return True
        base = low.split("'")[0]
        return base in self.lex.common and "'" in low

    def _title(self, words: list[Word], position: int) -> int:
        """Return how many words from `position` are a title before another word: "Prime Minister", "Mr."."""
        lex = self.lex
        if words[position].low.rstrip(".") not in lex.title_starts:
            return 0
        for length in (3, 2, 1):
            end = position + length
            if end < len(words) and not any(w.small for w in words[position:end]):
                phrase = " ".join(w.low.rstrip(".") for w in words[position:end])
                if phrase in lex.titles or (phrase in lex.roles and not words[end].small):
                    return length
        if position + 1 == len(words):
            low = words[position].low.rstrip(".")
            if low in lex.titles or low in lex.roles:
                return 1
        return 0

    def _head_after(self, words: list[Word], position: int) -> bool:
        for word in words[position + 1 : position + 5]:
            if word.small:
                return False
            if word.low in self.lex.organisation_heads or word.text in self.lex.organisation_tails:
                return True
        return False

    def _made(self, words: list[Word], begin: int, end: int, initial: bool, titled: str | None) -> _Draft | None:
        """Return what `_make` makes of one word alone, kept where nothing behind it counts: most words of the runs of a
        language whose nouns have capitals, which come again, while the runs do not."""
        word = words[begin]
        if end - begin > 1 or not self.lex.nouns_capitalised or bodies.may_widen(word, self.lex):
            return self._make(words, begin, end, initial, titled)
        key = (word.text, word.end - word.start, initial, titled)
        if key not in self._words:
            if len(self._words) >= _KEPT:
                self._words.clear()
            self._words[key] = (word.start, self._make(words, begin, end, initial, titled))
        start, kept = self._words[key]
        if kept is None:
            return None
        return _Draft(kept.weighed.moved(word.start - start), kept.scores, kept.told)

    def _make(self, words: list[Word], begin: int, end: int, initial: bool, titled: str | None) -> _Draft | None:
        while end > begin and words[end - 1].small:
            end -= 1
        while end - begin > 1 and words[end - 1].low in self.lex.not_names and words[end - 1].low in self.lex.demonyms:
            end -= 1
        end = self._without_role(words, begin, end)
        if end <= begin:
            return None
        thing = end - begin > 1 and words[begin].low in self.lex.thing_heads and not known(words, begin, end)
        if thing:
            begin += 1
            while words[begin].small:
                begin += 1
        part = words[begin:end]
        first = part[0]
        if len(part) > 1:
            phrase = " ".join(w.low for w in part)
            if self._is_other(part) or phrase in self.lex.not_names or phrase in self.lex.demonyms:
                return None
        candidate = Candidate(first.start, part[-1].end, [w.text for w in part], initial, {})
        if len(part) == 1 and not titled and not bodies.widen(candidate, part, self.text, self.lex):
            if first.low.rstrip(".") in self.lex.not_names or first.low in self.lex.demonyms:
                return None
        elif len(part) > 1 and not titled:
            bodies.widen(candidate, part, self.text, self.lex)
        if titled and not (words[begin - 1].small and self._is_country(part)):  # "o presidente dos EUA"
            candidate.titled, candidate.role = True, titled
            candidate.add(PERSON, 4.0, f"title before: {titled}")
        if thing:
            candidate.add(THING, 6.0, "kind of thing before")
        if any(w.small and w.low in self.lex.noble for w in part[1:-1]):
            candidate.add(PERSON, 3.0, "a particle of names of persons")
        link = next((k for k, w in enumerate(part) if w.small), 0)
        if link > 1 and link == len(part) - 2 and all(is_given(w.text) for w in part[:link]):
            candidate.add(PERSON, 3.0, "given names, a particle and a word")
        scores, told = dict(candidate.scores), len(candidate.reasons)
        self.evidence.inside(candidate, part, known(words, begin, end))
        return _Draft(candidate, scores, told)

    def _is_country(self, part: list[Word]) -> bool:
        place = self.tables.places.get(" ".join(w.text for w in part))
        return place is not None and place.kind == "country"

    def _without_role(self, words: list[Word], begin: int, end: int) -> int:
        """Cut what a person does from the end of a body's name: "Consumer Council Chairman"."""
        while end - begin > 1:
            low = words[end - 1].low
            if words[end - 1].small or (
                (low in self.lex.titles or low in self.lex.roles) and not is_given(words[end - 2].text)
            ):
                end -= 1
                continue
            break
        if end - begin == 1 and words[begin].low in self.lex.roles and not is_given(words[begin].text):
            return begin
        return end

    def _is_other(self, part: list[Word]) -> bool:
        """Tell whether the words name a law, a prize, an event: "Treaty of Rome", "World Cup"."""
        if part[-1].text in self.lex.other_tails and not known(part, 0, len(part)):
            return True
        return part[0].low in self.lex.other_first and part[1].small and not known(part, 0, len(part))
