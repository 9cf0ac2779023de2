"""A language's time grammar: words and patterns from `languages/<code>/times.toml`, compiled once.

Word lists are `[name]` tables, value = [words]; words are folded (lower case, no accents) before they meet the text:
`weekday` 1 to 7, `month` 1 to 12, `season` SP SU FA WI, `unit` (second ... millennium, weekend, night), `units` (plural
forms only), `part` of the day MO MI AF EV NI DT, `direction` -1 0 1 before after same, `dayword` (days from the
reference; `1*` from the last day named), `ordinal`, `quantity` ("a" 1, "a dozen" 12~, "several" X), `fraction`,
`modifier` START MID END, `approx` about nearly more less at_least at_most, `nearclock` about after before, `meridiem`
am pm night, `clockword`, `every`, `holiday` ("12-25", "easter+39", "11-4#4" is the fourth Thursday of November,
"11-1#1+1" the day after the first Monday), `division` Q H, `decadeword`, `zonename` and `zoneplace` (IANA name;
"name|-05:00" gives the offset as second reading), which `zones.toml` adds to, `shortmonth` (of `stamps.toml`, whose
patterns every language has), `zonenation` (nationalities as the table
of names has them, and countries of several
zones). `[join]` has the words between a day and its clock, `[tense]` cues ahead and back, `[age]` what
makes a count of years an age, `[macro]` pieces of patterns.

Keys: `day_suffix`, `first`, `ordinal_days`, `capital` (words that need one), `lower`, `numbered` (months and
weekdays that need a number beside them), `extra_trigger` (a regular expression), `names` (a capital in mid-sentence
makes a name),
`event_after` ("the day before" + this: no value), `compared` ("unlike" + today: these times, no day),
`held_against` (a comparison before "today", and "than" behind it: the same), `rate` ("four
flights" + a week: how often, no time), `since` (+ a day: no clock of another
sentence is of it), `in_year` (+ a year that opens a sentence: a day behind it is of that year).

`[[pattern]]` entries: `kind` says how the slots are read (resolve), `rule` names it for --explain, `match` is written
in folded words: a space is any white space, `{slot}` a word of that list, `{slot:name}` the same under another name,
`<piece>` a macro, `(...)?` and `|` as in a regular expression. `trigger` lists words that start a search where no slot
does, `need` words of which one must be near, `only` units it holds for; any other key is a slot with a fixed value.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from recoupe.languages import Language, load, read_table
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.text.zones import of_country
from recoupe.times import masks
from recoupe.times.patterns import DIGITS, TRIGGERS, Patterns, Rule, trie
from recoupe.times.triggers import FIGURES, Triggers

WORDS = (
    "weekday", "month", "unit", "units", "part", "season", "direction", "dayword", "ordinal", "quantity", "modifier",
    "approx", "meridiem", "nearclock", "holiday", "every", "clockword", "division", "fraction", "decadeword",
    "zonename", "zoneplace", "zonenation", "shortmonth",
)  # fmt: skip
"""Word lists a pattern may name."""


class Grammar(msgspec.Struct, frozen=True, gc=False):
    code: str
    words: Mapping[str, Mapping[str, str]]
    rules: tuple[Rule, ...]
    triggers: Triggers | None
    trigger_class: Mapping[str, int]
    table: Mapping[str, Any]
    guarded: frozenset[str]  # words that need a capital
    lower: frozenset[str]  # words that need a small letter
    numbered: frozenset[str]  # months that need a day or a year beside them
    bits: Mapping[str, int]
    counted: int  # trigger classes beside which a number may stand in words
    zones: masks.ZoneWords
    digit_bits: int  # trigger classes of an extra trigger that begins with a digit ("19h30")
    parts: tuple[str, ...]  # words for parts of a unit ("three quarters of an")
    shouted: frozenset[str]  # trigger words that name a zone in capitals and nothing in small letters ("ET", "et")

    def bit_of(self, word: str) -> int:
        """Return the trigger classes of a matched trigger."""
        known = self.trigger_class.get(word) or self.trigger_class.get(" ".join(word.split()))
        if known is not None:
            return known
        if not any(c.isalpha() for c in word):
            return self.bits["year"] | self.bits["hour"] | self.bits["numeral"] | self.bits["monthnumber"]
        return self.digit_bits if word[:1].isdigit() else -1  # an extra trigger may start any pattern


@functools.cache
def grammar(code: str | None) -> Grammar:
    """Return the compiled grammar of a language; one without a table has no rules."""
    language = load(code)
    table = language.table("times")
    words = {name: _words(table.get(name, {})) for name in WORDS}
    for name in ("zonename", "zoneplace", "zonenation"):
        words[name] = _words(language.table("zones").get(name, {})) | words[name]
    shared = _words(read_table(_ZONES)["zonename"]) if table else {}
    words["zonename"] = shared | words["zonename"]
    words["zonenation"] = _nationalities(language) | words["zonenation"]
    stamps = read_table(_STAMPS) if table else {}
    words["shortmonth"] = _short(words["month"], _words(stamps.get("shortmonth", {})))
    bits = {name: 1 << n for n, name in enumerate([*WORDS, *DIGITS])}
    classes: dict[str, int] = {}
    for name in WORDS:
        if name in TRIGGERS:
            for word in words[name]:
                classes[word] = classes.get(word, 0) | bits[name]
    counted = sum(bits[name] for name in ("unit", "units", "meridiem", "clockword", "year", "hour"))
    if "{spelledday" in str(table.get("pattern", ())):
        counted |= bits["month"]  # "el ocho de julio"
    patterns = Patterns(table, words, bits, classes)
    entries = [_with(entry, shared) for entry in (*table.get("pattern", ()), *stamps.get("pattern", ()))]
    rules = [patterns.rule(entry, number) for number, entry in enumerate(entries)]
    words["month"] = words["shortmonth"] | words["month"]  # the patterns are made: those of stamps say a month too
    literal = sum({rule.near >> len(bits) << len(bits) for rule in rules if rule.kind == "clock"})
    rules = [msgspec.structs.replace(r, near=r.near | literal) if r.kind == "zone" else r for r in rules]
    spoken = {"number", "hourword", "number2", "tens"}
    digits = sum(bits[name] for name in ("hour", "year", "numeral", "monthnumber", "meridiem", "month"))
    zoned = sum({rule.near >> len(bits) << len(bits) for rule in rules if rule.kind == "zone"})
    short = filter(is_also_a_word, words["zonename"])
    shouted = frozenset(word for word in short if word in classes and not classes[word] & ~zoned)
    for rule in rules:  # literal triggers of patterns that count
        if "hour" in rule.slots or "minute" in rule.slots:
            digits |= rule.near >> len(bits) << len(bits)
        if not spoken.isdisjoint(rule.slots):
            counted |= rule.near >> len(bits) << len(bits)
    return Grammar(language.code, words, tuple(rules), _triggers(classes, table) if rules else None, classes, table,
                   frozenset(fold(w) for w in table.get("capital", ())),
                   frozenset(fold(w) for w in table.get("lower", ())),
                   frozenset(fold(w) for w in table.get("numbered", ())), bits, counted,
                   masks.ZoneWords(words["zoneplace"], words["zonenation"]), digits,
                   tuple(w for w, n in words["quantity"].items() if n.startswith("0.")), shouted)  # fmt: skip


def is_also_a_word(zone: str) -> bool:
    """Tell whether the short name of a zone may be a word too when it is written small: "et", "est", "tu"."""
    return zone.isascii() and zone.isalpha() and len(zone) <= 4 and zone not in ("gmt", "utc", "msk")


@functools.lru_cache(maxsize=8192)
def candidates(code: str, near: int) -> tuple[tuple[int, Rule], ...]:
    """Return the rules worth trying where the trigger classes `near` are, with their order in the table; those for
    zones come last, which are tried where clocks are found."""
    listed = sorted(enumerate(grammar(code).rules), key=lambda one: one[1].kind == "zone")
    return tuple((n, r) for n, r in listed if r.near & near and r.all_near & near == r.all_near)


def _nationalities(language: Language) -> dict[str, str]:
    """Return the zone each nationality counts in: "Spanish" time is Madrid's."""
    demonyms = language.table("names").get("demonyms", {})
    zoned = ((forms, of_country(country)) for country, forms in demonyms.items())
    return {form: zone for forms, zone in zoned if zone is not None for form in _folded(forms)}


def _with(entry: Mapping[str, Any], zones: Iterable[str]) -> Mapping[str, Any]:
    """Return an entry of the table of patterns; one for names of zones is tried where those of all languages stand."""
    named = entry["kind"] == "zone" and "{zonename}" in entry["match"] and "trigger" in entry
    return {**entry, "trigger": [*entry["trigger"], *zones]} if named else entry


_ZONES = Path(__file__).with_name("zones.toml")
"""Letters that name a zone in every language."""

_STAMPS = Path(__file__).with_name("stamps.toml")
"""Dates that pages of every language are stamped with."""


def _short(months: Mapping[str, str], english: Mapping[str, str]) -> dict[str, str]:
    """Return the months as stamps have them: their first three letters where only one month begins with them, a
    language's own before the English ones ("set", "mar")."""
    begun: dict[str, set[str]] = {}
    for word, month in months.items():
        begun.setdefault(word[:3], set()).add(month)
    own = {letters: next(iter(its)) for letters, its in begun.items() if len(its) == 1 and len(letters) == 3}
    return {**english, **own}


def _words(entries: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, forms in entries.items():
        for form in _folded(forms):
            found.setdefault(form, value)
    return found


def _folded(forms: Iterable[str]) -> list[str]:
    """Return some words folded: at once, which takes a third of the time."""
    return fold("\n".join(forms)).split("\n") if forms else []


def _triggers(classes: Mapping[str, int], table: Mapping[str, Any]) -> Triggers:
    extra = table.get("extra_trigger", "")
    figures = f"{extra}|{FIGURES}" if extra else FIGURES
    return Triggers(compiled(rf"\W(?:{trie(classes)}|{figures})(?!\w)"), classes, extra)


@functools.cache
def clocks_joined(code: str) -> re.Pattern[str] | None:
    """What joins two clocks that have one zone: "between 7:28 and 8:06 GMT", the table's words or a dash."""
    words = grammar(code).table.get("clocks_joined")
    return compiled(rf"\s?[–-]\s?|\s(?:{fold(words)})\s") if words else None


@functools.cache
def before(code: str, key: str) -> re.Pattern[str] | None:
    """What right before a time changes what it says: the table's words under `key` (`compared`, `in_year`...)."""
    words = grammar(code).table.get(key)
    return compiled(rf"(?<![^\W\d_])(?:{fold(words)})\s?$") if words else None
