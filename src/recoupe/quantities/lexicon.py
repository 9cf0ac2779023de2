"""The words of a language for what is counted and measured: `languages/<code>/concepts.toml`, folded, by first word.

An entry is a word or phrase. "soldat/s" stands for "soldat" and "soldats": each ending after a stroke is put behind the
first form. "débu*" stands for every word that begins so. Keys are the concept keys of `keys.toml`, the same in every
language.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from recoupe.languages import load, read_table
from recoupe.text.normalise import fold, letter_runs
from recoupe.text.patterns import compiled

WORD = compiled(r"[^\W\d_]+")
NEXT = compiled(r" ([^\W\d_]+)")
LAST = compiled(r"([^\W\d_]+) $")
LAST_OR_ELIDED = compiled(r"([^\W\d_]+)[ ']$")
"""The word before a place, with the space or the apostrophe behind it."""
STOP = compiled(r"[.;!?](?=\s|$)|\n")
"""Where a sentence ends."""
"""The word behind a space."""
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


class _Form(msgspec.Struct, frozen=True, gc=False):
    """A form of an entry as it is written, folded."""

    text: str
    key: str
    single: bool


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
            base, *endings = entry.split("/")
            self._add(base, key, bool(endings))
            for ending in endings:
                self._add(base + ending, key, False)
        self._parted: dict[str, tuple[dict[str, list[_Entry]], _Entry | None]] = {}
        self._lengths = sorted({len(s) for s in self._stems}, reverse=True)
        self._heads = self._long_words() if compounds else {}
        self._whole = _folded(whole)
        self._unknown: set[str] = set()
        self._ending: dict[str, bool] = {}

    def _add(self, form: str, key: str, single: bool) -> None:
        if form.endswith("*"):
            self._stems.setdefault(form[:-1], key)
            return
        first = WORD.search(form)
        if first:
            self._first.setdefault(first[0], []).append(_Form(form, key, single))

    def _long_words(self) -> dict[str, str]:
        """Return the entries of one long word: what a compound that ends so is ("Rettungshubschrauber")."""
        return {
            word: form.key
            for word, forms in self._first.items()
            if len(word) >= _HEAD
            for form in forms
            if len(WORD.findall(form.text)) == 1
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

    @functools.cached_property
    def _last_words(self) -> frozenset[str]:
        """The last words of the entries of several words."""
        forms = (WORD.findall(form.text) for forms in self._first.values() for form in forms)
        return frozenset(words[-1] for words in forms if len(words) > 1)

    def _part(self, word: str) -> tuple[dict[str, list[_Entry]], _Entry | None]:
        """Return the entries of several words that begin with `word` by their second one, the longest first, and the
        entry of that word alone; worked out when the word is first met, for a text meets few."""
        entries = [_Entry(tuple(WORD.findall(f.text)[1:]), f.key, f.single) for f in self._first[word]]
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
        unknown = self._unknown
        if unknown.issuperset(_words_in(text, start, end)):
            return out  # most clauses hold nothing; to ask for their words one by one takes long
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


class Keys(msgspec.Struct, frozen=True, gc=False):
    """The concept keys: which are outcomes, which are people; the kinds of unit a measure takes, and of each unit."""

    outcomes: frozenset[str]
    person: frozenset[str]
    measure: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]


@functools.cache
def keys() -> Keys:
    """Return the concept keys, read once from the package's table."""
    table = read_table(Path(__file__).with_name("keys.toml"))
    kinds = {unit: kind for kind, units in table["units"].items() for unit in units}
    return Keys(
        frozenset(table["outcomes"]),
        frozenset(table["person"]),
        {key: frozenset(kinds) for key, kinds in table["measure"].items()},
        kinds,
    )


class Words:
    """Every lexicon of a language that the quantities room reads."""

    def __init__(self, code: str) -> None:
        table = load(code).table("concepts")
        self.code = code
        self.empty = not table
        on = table.get("prefixes", ())
        self.nouns = Lexicon(
            table.get("nouns", {}),
            compounds=bool(table.get("compounds", False)),
            whole=[w for forms in _demonyms(code).values() for entry in forms for w in _forms(entry)],
            prefixes=on,
        )
        self.verbs = Lexicon(table.get("verbs", {}), prefixes=on)
        self.active = Lexicon(table.get("active", {}), prefixes=on)
        self.cues = Lexicon(table.get("cues", {}), prefixes=on)
        self.toll = Lexicon({"death": table.get("toll", ())}, prefixes=on)
        self.groups = Lexicon(_joined(_demonyms(code), table.get("groups", {})), prefixes=on)
        self.each = Lexicon({"each": table.get("each", ())}, prefixes=on)
        self.before = Lexicon(table.get("qualifiers", {}), prefixes=on)
        self.after = Lexicon(table.get("qualifiers_after", {}), prefixes=on)
        self.among = Lexicon(table.get("among", {}), prefixes=on)
        self.those = Lexicon(table.get("those", {}), prefixes=on)
        self.held_after = Lexicon({"x": table.get("held_after", ())}, prefixes=on)
        self.part = Lexicon({"part": table.get("part", ())}, prefixes=on)
        self.down_from = Lexicon({"x": table.get("down_from", ())}, prefixes=on)
        self.against = Lexicon({"x": table.get("against", ())}, prefixes=on)
        self.before_old = frozenset(
            word
            for key in ("down_from", "against")
            for phrase in table.get(key, ())
            for word in WORD.findall(fold(phrase))
        )
        self.in_other_money = frozenset(word for p in table.get("in_other_money", ()) for word in WORD.findall(fold(p)))
        self.number_of = Lexicon({"x": table.get("number_of", ())}, prefixes=on)
        self.difference = Lexicon({"x": table.get("difference", ())}, prefixes=on)
        self.difference_before = _folded(table.get("difference_before", ()))
        self.reaches = Lexicon({"x": table.get("reaches", ())}, prefixes=on)
        self.scales = Lexicon(table.get("scales", {}), prefixes=on)
        self.out_of = Lexicon({"total": table.get("out_of", ())}, prefixes=on)
        self.exclude = Lexicon({"x": table.get("exclude", ())}, prefixes=on)
        self.follow = Lexicon({"x": table.get("exclude_after", ())}, prefixes=on)
        self.score = Lexicon({"score": table.get("score", ())}, prefixes=on)
        self.skip = _folded(table.get("skip", ()))
        self.links = _folded(table.get("links", ()))
        self.aux = _folded(table.get("aux", ()))
        self.stop = _folded(table.get("stop", ()))
        self.several_are = _folded(table.get("several_are", ()))
        self.conjunctions = _folded(table.get("conjunctions", ()))
        self.have = frozenset(fold(str(load(code).table("quotes").get("auxiliaries", {}).get("have", ""))).split())
        self.verb_final: bool = table.get("verb_final", False)
        self.plural_ends = tuple(table.get("plural_ends", ()))
        self.one_counts: bool = table.get("one_counts", False)
        self.score_colon: bool = table.get("score_colon", False)
        self.versus = _folded(table.get("versus", ()))
        self.level = _folded(table.get("level", ()))
        self.minus = _folded(table.get("minus", ()))
        self.none = _none(table)
        self.nobody = _folded(table.get("nobody", ()))
        self.none_more = _folded(table.get("none_more", ()))
        self.of_several = Lexicon(table.get("of_several", {}))
        self.separated = _separated(table.get("separated", {}))
        self.separated_behind = _separated(table.get("separated_behind", {}))
        self.adjectives_before: int = table.get("adjectives_before", 0)
        self.genitive_behind: bool = table.get("genitive_behind", False)
        self.plural_follows: bool = table.get("plural_follows", False)
        self.units = _unit_pattern(table.get("units", {}))
        self.percent = Lexicon(table.get("percent", {}))
        self.unit_of = _unit_words(table.get("units", {}))
        self.per_second = _per_second(table.get("per_second", ()))
        self.definite = _folded(table.get("definite", ()))
        self.age_between = [(_pattern(a), _pattern(b)) for a, b in table.get("age_between", ())]
        self.age = _any_of(table.get("age_before", ()))
        self.adverbs = _folded(table.get("adverbs", ()))
        self.wounds = _folded(table.get("wounds", ()))
        self.age_links = _folded(table.get("age_links", ()))
        self.age_after = _any_of(table.get("age_after", ()))
        times = load(code).table("times")
        self.parts_of_years = _parts_of_years(times.get("unit", {}))
        self.times = _words_of(times.get("unit", {})) | _words_of(times.get("month", {}))


def _separated(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by their verb the outcomes of verbs in two pieces ("nahm ... fest"): the key and the piece behind."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, entries in table.items():
        for entry in entries:
            verb, _, piece = fold(entry).partition(" ... ")
            found[verb] = (*found.get(verb, ()), (key, piece))
    return found


def _none(table: Mapping[str, Any]) -> re.Pattern[str] | None:
    """Return the pattern of words for nobody, None in a language without: pronouns ("nobody") before determiners.

    They stand by their first letters, what stands before these is looked at then: `re` finds one of a few letters fast.
    """
    phrases = [w for part in ("nobody", "none") for w in sorted(table.get(part, ()), key=lambda w: (-len(w), w))]
    by_first: dict[str, list[str]] = {}
    for phrase in map(fold, phrases):
        rest = re.escape(phrase[1:]) + ("" if phrase.endswith("'") else r"(?!\w)")
        by_first.setdefault(phrase[0], []).append(rest)
    forms = (rf"{re.escape(first)}(?<!\w.)(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))
    return compiled("|".join(forms)) if phrases else None


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern with its letters folded, its escapes (\\W) as they are."""
    return compiled(re.sub(r"\\.|[^\\]+", lambda m: m[0] if m[0][0] == "\\" else fold(m[0]), pattern))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of what one of some patterns finds, the first of them that does."""
    return _pattern("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def _parts_of_years(units: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """Return what part of a year each word for a month, a week or a day is."""
    return {fold(w): 1 / n for unit, n in (("month", 12), ("week", 52), ("day", 365)) for w in units.get(unit, ())}


def _words_of(table: Any) -> frozenset[str]:
    return frozenset(fold(w).rstrip(".") for words in table.values() for w in words) if table else frozenset()


def _demonyms(code: str) -> dict[str, list[str]]:
    return {str(k): list(v) for k, v in load(code).table("names").get("demonyms", {}).items() if isinstance(v, list)}


def _joined(first: Mapping[str, list[str]], second: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return both tables; a key of both has the words of both."""
    return {key: [*first.get(key, ()), *second.get(key, ())] for key in {**first, **second}}


def _per_second(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return the pattern of the words between a volume and "per second", with these: "of water per second"."""
    words = "|".join(re.escape(fold(phrase)) for phrase in phrases)
    word = r"'?[^\W\d_]++(?:'[^\W\d_]++)?"  # cut in one way only: else words without end are tried in all ways
    return compiled(rf"(?:[^\S\n]{word}){{0,{BETWEEN}}}[^\S\n](?:{words})(?!\w)") if words else None


BETWEEN = 4
"""Words between a volume and what it flows in at most: "400 Kubikmeter sollen im Sommer jede Sekunde"."""


def _unit_words(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {fold(form): unit for unit, words in table.items() for w in words for form in _unit_forms(w, unit)}


def _unit_forms(entry: str, unit: str) -> list[str]:
    """Return the forms of a unit's word; in a short sign of a ratio the stroke is part of it ("km/h", "км/ч")."""
    sign = "/" in unit and " " not in entry and len(entry.partition("/")[2]) <= 2
    return [entry] if sign else _forms(entry)


def _forms(entry: str) -> list[str]:
    if "/" in entry and entry != "m/s" and not entry.endswith(("/h", "/heure")):
        base, *endings = entry.split("/")
        return [base, *(base + e for e in endings)]
    return [entry]


def _unit_pattern(table: Mapping[str, list[str]]) -> re.Pattern[str] | None:
    words = sorted(_unit_words(table), key=len, reverse=True)
    return compiled(rf"(?:{'|'.join(map(re.escape, words))})(?![^\W_])") if words else None


@functools.cache
def words(code: str) -> Words:
    """Return the lexicons of a language, built once."""
    return Words(code)
