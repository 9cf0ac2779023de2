"""A lexicon: words and phrases of a table to keys, and which of them stands at a place of a folded text.

An entry is a word or phrase. "soldat/s" stands for "soldat" and "soldats": each ending after a stroke is put behind the
first form. "débu*" stands for every word that begins so. Which lexicons a language has is said in `words`. Beside
it stand the patterns of a word, of the one before a place and of the one behind.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

import msgspec

from recoupe.text.normalise import fold, letter_runs
from recoupe.text.patterns import compiled

WORD = compiled(r"[^\W\d_]+")
NEXT = compiled(r" ([^\W\d_]+)")
"""The word behind a space."""
LAST = compiled(r"([^\W\d_]+) $")
LAST_OR_ELIDED = compiled(r"([^\W\d_]+)[ ']$")
"""The word before a place, with the space or the apostrophe behind it."""
STOP = compiled(r"[.;!?](?=\s|$)|\n")
"""Where a sentence ends."""
_GAP = compiled(r"[ \t]{1,2}|-|'|[\u064b-\u0652]")
"""What parts two pieces of an entry; Arabic vowel signs part the letters of a word."""


_LATELY = 4096
"""Words lately asked for in vain that are remembered."""
_HEAD = 6
"""Letters of the shortest word that is taken for the head of a compound."""
_PREFIX = 24
_ROOT = 2
"""Letters of the shortest word that may have a prefix written onto it."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A word of a lexicon at `[start, end)`; `single` marks the first, singular form of an entry with endings."""

    start: int
    end: int
    key: str
    single: bool = False


_Form = tuple[str, str, bool]
"""A form of an entry as it is written, folded; its key; whether it is a singular."""


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """A form of an entry by the words behind its first."""

    rest: tuple[str, ...]
    key: str
    single: bool


class Lexicon:
    """Words and phrases to keys. `match` reads the longest that begins at a place of a folded text."""

    def __init__(
        self,
        table: Mapping[str, Iterable[str]],
        *,
        compounds: bool = False,
        whole: Iterable[str] = (),
        prefixes: Iterable[str] = (),
    ) -> None:
        """`whole` are words that are no compounds, whatever they end in ("Niederländer" are no countries); `prefixes`
        what may be written onto a word: in Arabic the article, "and", "in"."""
        self._prefixes = tuple(sorted(map(fold, prefixes), key=len, reverse=True))
        self._first: dict[str, list[_Form]] = {}
        self._stems: dict[str, str] = {}
        entries = [(key, entry) for key, listed in table.items() for entry in listed]
        folded = fold("\n".join([entry for _, entry in entries])).split("\n")  # at once: a third of the time
        for (key, _), entry in zip(entries, folded, strict=False):
            if "/" not in entry:
                first = entry.partition(" ")[0]
                if first.isalpha() and entry[-1] != "*":  # most; a call for each takes as long again
                    self._first.setdefault(first, []).append((entry, key, False))
                else:
                    self._add(entry, key, False)
                continue
            base, *endings = entry.split("/")
            self._add(base, key, True)
            for ending in endings:
                self._add(base + ending, key, False)
        self._parted: dict[str, tuple[dict[str, list[_Entry]], _Entry | None]] = {}
        self._lengths = sorted({len(s) for s in self._stems}, reverse=True)
        self._heads = self._long_words() if compounds else {}
        self._whole = frozenset(fold("\n".join(whole)).split("\n")) if compounds else frozenset()
        self._unknown: set[str] = set()
        self._ending: dict[str, bool] = {}
        self._seconds: dict[str, frozenset[str] | None] = {}

    def _add(self, form: str, key: str, single: bool) -> None:
        if form.endswith("*"):
            self._stems.setdefault(form[:-1], key)
            return
        first = form.partition(" ")[0]
        if not first.isalpha():
            found = WORD.search(form)
            first = found[0] if found else ""
        if first:
            self._first.setdefault(first, []).append((form, key, single))

    def _long_words(self) -> dict[str, str]:
        """Return the entries of one long word: what a compound that ends so is ("Rettungshubschrauber")."""
        return {
            word: key
            for word, forms in self._first.items()
            if len(word) >= _HEAD
            for text, key, _ in forms
            if text == word or len(WORD.findall(text)) == 1
        }

    def __bool__(self) -> bool:
        return bool(self._first or self._stems)

    def match(self, text: str, start: int, word: str) -> Hit | None:
        """Return the entry that begins with `word` at `start`, the longest first."""
        if word in self._unknown:
            return None
        if word in self._first:
            longer, alone = self._parted.get(word) or self._part(word)
            if longer:
                behind, at = _next_word(text, start + len(word))
                for entry in longer.get(behind, ()):
                    end = _rest(text, at, entry.rest[1:])
                    if end is not None:
                        return Hit(start, end, entry.key, entry.single)
            if alone is not None:
                return Hit(start, start + len(word), alone.key, alone.single)
        for length in self._lengths:
            if len(word) >= length and word[:length] in self._stems:
                return Hit(start, start + len(word), self._stems[word[:length]])
        if self._heads and word not in self._whole:
            for at in range(3, min(len(word) - _HEAD, _PREFIX) + 1):
                if word[at:] in self._heads:
                    return Hit(start, start + len(word), self._heads[word[at:]])
        if self._prefixes and word.startswith(self._prefixes):
            return self._behind_prefix(text, start, word)
        if word not in self._first:
            if len(self._unknown) >= _LATELY:
                self._unknown.clear()
            self._unknown.add(word)
        return None

    def may_end(self, word: str) -> bool:
        """Tell whether an entry may end with `word`: few words before a number are the last of an entry."""
        known = self._ending.get(word)
        if known is None:
            if len(self._ending) >= _LATELY:
                self._ending.clear()
            known = self._ending[word] = word in self._last_words or self.match(word, 0, word) is not None
        return known

    def _may_begin(self, word: str, words: list[str]) -> bool:
        """Tell whether an entry may begin with `word` in a text of `words`: of it alone, or of it and another there."""
        if word not in self._first:
            return True
        if word not in self._seconds:
            alone = self.match(word, 0, word)
            self._seconds[word] = frozenset(self._parted[word][0]) if alone is None else None
        seconds = self._seconds[word]
        return seconds is None or not seconds.isdisjoint(words)

    @functools.cached_property
    def _last_words(self) -> frozenset[str]:
        """The last words of the entries of several words."""
        forms = (WORD.findall(text) for word, forms in self._first.items() for text, _, _ in forms if text != word)
        return frozenset(words[-1] for words in forms if len(words) > 1)

    def _part(self, word: str) -> tuple[dict[str, list[_Entry]], _Entry | None]:
        """Return the entries of several words that begin with `word` by their second one, the longest first, and the
        entry of that word alone; worked out when the word is first met, for a text meets few."""
        entries = [_Entry(tuple(WORD.findall(text)[1:]), key, single) for text, key, single in self._first[word]]
        longer: dict[str, list[_Entry]] = {}
        for entry in sorted(entries, key=lambda e: -len(e.rest)):
            if entry.rest:
                longer.setdefault(entry.rest[0], []).append(entry)
        alone = next((entry for entry in entries if not entry.rest), None)
        self._parted[word] = parted = (longer, alone)
        return parted

    def _behind_prefix(self, text: str, start: int, word: str) -> Hit | None:
        """Return the entry behind what is written onto it ("and the dead" is one word), from where the word begins."""
        for prefix in self._prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= _ROOT:
                found = self.match(text, start + len(prefix), word[len(prefix) :])
                if found is not None:
                    return msgspec.structs.replace(found, start=start)
        return None

    def all(self, text: str, start: int, end: int) -> list[Hit]:
        """Return the entries in `text[start:end]`, in order, without overlaps."""
        out: list[Hit] = []
        done = start
        unknown, words = self._unknown, _words_in(text, start, end)
        if unknown.issuperset(words):
            return out  # most clauses hold nothing; to ask for their words one by one takes long
        known = [word for word in words if word not in unknown]
        if not any(self._may_begin(word, words) for word in known):
            return out  # only "of" and "the", with which phrases begin
        for m in WORD.finditer(text, start, end):
            if m[0] in unknown or m.start() < done:
                continue
            hit = self.match(text, m.start(), m[0])
            if hit is not None and hit.end <= end:
                out.append(hit)
                done = hit.end
        return out


@functools.lru_cache(maxsize=16)
def _words_in(text: str, start: int, end: int) -> list[str]:
    """Return the words of `text[start:end]`, of which several lexicons are asked in turn."""
    return letter_runs(text[start:end])


def _next_word(text: str, at: int) -> tuple[str, int]:
    """Return the word behind the gap at `at` and where it ends; "" where there is no gap or no word."""
    gap = _GAP.match(text, at)
    m = WORD.match(text, gap.end()) if gap else None
    return (m[0], m.end()) if m else ("", at)


def _rest(text: str, at: int, words: tuple[str, ...]) -> int | None:
    """Return where `words` end that stand one behind another from the gap at `at`."""
    for word in words:
        behind, at = _next_word(text, at)
        if behind != word:
            return None
    return at
