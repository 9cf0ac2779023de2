"""A language's time grammar: words and patterns from `languages/<code>/times.toml`, compiled once.

Word lists are `[name]` tables, value = [words]; words are folded (lower case, no accents) before they meet the text:
`weekday` 1 to 7, `month` 1 to 12, `season` SP SU FA WI, `unit` (second ... millennium, weekend, night), `units` (plural
forms only), `part` of the day MO MI AF EV NI DT, `direction` -1 0 1 before after same, `dayword` (days from the
reference; `1*` from the last day named), `ordinal`, `quantity` ("a" 1, "a dozen" 12~, "several" X), `fraction`,
`modifier` START MID END, `approx` about nearly more less at_least at_most, `nearclock` about after before, `meridiem`
am pm night, `clockword`, `every`, `holiday` ("12-25", "easter+39", "11-4#4" is the fourth Thursday of November,
"11-1#1+1" the day after the first Monday), `division` Q H, `decadeword`, `zonename` and `zoneplace` (IANA name;
"name|-05:00" gives the offset as second reading), which `zones.toml` adds to, `zonenation` (nationalities as the table
of names has them, and countries of several
zones). `[join]` has the words between a day and its clock, `[tense]` cues ahead and back, `[age]` what
makes a count of years an age, `[macro]` pieces of patterns.

Keys: `day_suffix`, `first`, `ordinal_days`, `capital` (words that need one), `lower`, `numbered` (months and
weekdays that need a number beside them), `extra_trigger` (a regular expression), `names` (a capital in mid-sentence
makes a name),
`event_after` ("the day before" + this: no value), `compared` ("unlike" + today: these times, no day), `rate` ("four
flights" + a week: how often, no time).

`[[pattern]]` entries: `kind` says how the slots are read (resolve), `rule` names it for --explain, `match` is written
in folded words: a space is any white space, `{slot}` a word of that list, `{slot:name}` the same under another name,
`<piece>` a macro, `(...)?` and `|` as in a regular expression. `trigger` lists words that start a search where no slot
does, `need` words of which one must be near, `only` units it holds for; any other key is a slot with a fixed value.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from recoupe.languages import Language, load
from recoupe.model.errors import LanguageError
from recoupe.text.normalise import fold
from recoupe.text.zones import of_country
from recoupe.times import masks, packed

SPACE = r"\s{1,3}"
EDGE = "\n"
"""Set before a text that is searched: patterns take in the character before a word rather than look behind at every
place, because `re` finds a class of characters many times faster than it tries a place. What they find ends before a
character that is of no word, so that no two of them want the same one."""

NUMBER = rf"(?:\d{{1,3}}(?:[ ,.]\d{{3}})+(?!\d)|\d+[.,]\d{{1,2}}(?![.,]?\d)|\d+(?:\s\d/\d)?|{masks.NUMBER}+)"
BUILT_IN = {
    "year": rf"(?:(?:1[0-9]|20)\d\d(?![.,]?\d|[%°$€£]|\s(?:gmt|utc)\b)|{masks.NUMBER}{{9,}})",
    "year2": r"(?:'\d\d(?!\d))",
    "short": r"(?:\d\d(?!\d|[.,:]\d))",
    "hour": r"(?:[01]?\d|2[0-4])",
    "minute": r"(?:[0-5]\d)(?!\d)",
    "daynumber": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "monthnumber": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "numeral": r"(?:\d{1,3})",
    "count": NUMBER,  # a {number} that is no article
    "offset": r"(?:[+-]\s?(?:1[0-4]|0?\d)(?::?[0-5]\d)?(?!\d))",
    "roman": r"(?:[ivx]{1,6})",
    **masks.CLASSES,
}
SECONDS = r"(?::[0-5]\d(?!\d))?"
"""What may follow the minutes of a clock and is read over: values are of minutes."""
WORDS = (
    "weekday", "month", "unit", "units", "part", "season", "direction", "dayword", "ordinal", "quantity", "modifier",
    "approx", "meridiem", "nearclock", "holiday", "every", "clockword", "division", "fraction", "decadeword",
    "zonename", "zoneplace", "zonenation",
)  # fmt: skip
"""Word lists a pattern may name."""


class Rule(msgspec.Struct, frozen=True, gc=False):
    name: str
    kind: str
    source: str
    groups: tuple[tuple[str, str], ...]  # (group name, slot)
    near: int  # bit mask of trigger classes, one of which must be near for the pattern to be tried
    all_near: int  # those that must all be near
    literals: tuple[str, ...]  # words that must be near
    need: tuple[str, ...]  # one of which must be near (the table's `need`), where there are any
    fixed: Mapping[str, str]
    zoned: bool  # it takes words that name a zone, which are masked before it is tried
    counted: bool  # it takes a number in digits, or one in words that is no article ("two", not "a")

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried: a page needs half of them. It takes in what stands before what
        it finds, see EDGE."""
        return _compiled(self.source)


@functools.cache
def _compiled(source: str) -> re.Pattern[str]:
    return packed.compiled(source)


class Grammar(msgspec.Struct, frozen=True, gc=False):
    code: str
    words: Mapping[str, Mapping[str, str]]
    rules: tuple[Rule, ...]
    trigger: re.Pattern[str] | None  # as a rule's pattern, it takes in EDGE
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
    words["zonenation"] = _nationalities(language) | words["zonenation"]
    bits = {name: 1 << n for n, name in enumerate([*WORDS, "year", "hour", "numeral", "monthnumber"])}
    classes: dict[str, int] = {}
    for name in WORDS:
        if name in _TRIGGERS:
            for word in words[name]:
                classes[word] = classes.get(word, 0) | bits[name]
    counted = sum(bits[name] for name in ("unit", "units", "meridiem", "clockword", "year", "hour"))
    written: dict[str, str] = {}
    rules = [_rule(entry, n, words, bits, classes, table, written) for n, entry in enumerate(table.get("pattern", ()))]
    spoken = {"number", "hourword", "number2", "tens"}
    digits = sum(bits[name] for name in ("hour", "year", "numeral", "monthnumber", "meridiem", "month"))
    zoned = sum({rule.near >> len(bits) << len(bits) for rule in rules if rule.kind == "zone"})
    short = filter(is_also_a_word, words["zonename"])
    shouted = frozenset(word for word in short if word in classes and not classes[word] & ~zoned)
    for rule in rules:  # literal triggers of patterns that count
        if any(slot == "hour" or slot == "minute" for _, slot in rule.groups):
            digits |= rule.near >> len(bits) << len(bits)
        if any(slot in spoken for _, slot in rule.groups):
            counted |= rule.near >> len(bits) << len(bits)
    return Grammar(language.code, words, tuple(rules), _trigger(classes, table) if rules else None, classes, table,
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
    """Return the rules worth trying where the trigger classes `near` are, with their order in the table."""
    listed = enumerate(grammar(code).rules)
    return tuple((n, r) for n, r in listed if r.near & near and r.all_near & near == r.all_near)


_TRIGGERS = frozenset({
    "weekday", "month", "unit", "units", "part", "season", "dayword", "holiday", "meridiem", "clockword", "division",
    "decadeword",
})  # fmt: skip


def _nationalities(language: Language) -> dict[str, str]:
    """Return the zone each nationality counts in: "Spanish" time is Madrid's."""
    demonyms = language.table("names").get("demonyms", {})
    zoned = ((forms, of_country(country)) for country, forms in demonyms.items())
    return {fold(form): zone for forms, zone in zoned if zone is not None for form in forms}


def _words(entries: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, forms in entries.items():
        for form in forms:
            found.setdefault(fold(form), value)
    return found


def trie(words: Iterable[str]) -> str:
    """Return a regular expression for any of `words`, longest first, factored by their beginnings."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    options = []
    for char in sorted(k for k in node if k):
        piece = SPACE if char == " " else re.escape(char)
        options.append(piece + _branch(node[char]))
    if not options:
        return ""
    body = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
    return f"(?:{body})?" if "" in node else body


_PIECE = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}|\[[^\]]*\]| ")


def _rule(
    entry: Mapping[str, Any],
    number: int,
    words: Mapping[str, Mapping[str, str]],
    bits: Mapping[str, int],
    classes: dict[str, int],
    table: Mapping[str, Any],
    written: dict[str, str],
) -> Rule:
    groups: list[tuple[str, str]] = []
    macros: Mapping[str, str] = table.get("macro", {})
    source = entry["match"]
    for _ in range(3):
        source = re.sub(r"<([a-z_]+)>", lambda m: "(?:" + macros[m[1]] + ")", source)

    def piece(m: re.Match[str]) -> str:
        if m.group() == " ":
            return f"(?:{SPACE})" if m.string[m.end() : m.end() + 1] in ("?", "*", "+") else SPACE
        if m.group().startswith("["):
            return m.group().replace(" ", r"\s")
        slot = m[1]
        name = f"g{len(groups)}"
        groups.append((name, m[2] or slot))
        if slot not in written:
            written[slot] = _slot(slot, words, table)
        return f"(?P<{name}>{written[slot]}){SECONDS if slot == 'minute' else ''}"

    body = _PIECE.sub(piece, fold(source))
    pattern = rf"[^\w{masks.ALL}](?:{body})(?![\w{masks.ALL}])"
    near = 0
    slots = [m[1] for m in _PIECE.finditer(fold(source)) if m[1]]
    for slot in slots:
        near |= bits.get(slot, 0) if slot in _GATES else 0
    must = _outer(fold(source))
    all_near = 0
    for slot in must.slots:
        all_near |= bits.get(slot, 0) if slot in _GATES and slot not in ("hour", "numeral", "monthnumber") else 0
    if entry.get("trigger"):  # literal words that this pattern has
        bit = 1 << (len(bits) + number)
        near, all_near = (near | bit, all_near) if all_near else (bit, 0)
        for trigger in entry["trigger"]:
            classes[fold(trigger)] = classes.get(fold(trigger), 0) | bit
    if entry["kind"] == "zone":  # a zone counts beside a clock only
        near |= bits["hour"] | bits["meridiem"] | bits["clockword"]
    if not near:
        raise LanguageError(f"times pattern {entry['match']!r}", "no word of it is a trigger", "give it a trigger")
    fixed = {k: str(v) for k, v in entry.items() if k not in ("kind", "match", "rule", "trigger", "need")}
    need = tuple(map(fold, entry.get("need", ())))
    return Rule(
        entry.get("rule", entry["kind"]),
        entry["kind"],
        pattern,
        tuple(groups),
        near,
        all_near,
        must.words,
        need,
        fixed,
        not masks.CLASSES.keys().isdisjoint(slots),
        "count" in must.slots,
    )


_GATES = _TRIGGERS | {"year", "hour", "numeral", "monthnumber"}


class _Outer(NamedTuple):
    slots: tuple[str, ...]
    words: tuple[str, ...]


def _outer(source: str) -> _Outer:
    """Return the slots and words that every match of a pattern must have: those outside all groups."""
    plain, depth = [], 0
    for n, char in enumerate(source):
        if char == "(" and source[n - 1 : n] != "\\":
            depth += 1
        elif char == ")" and source[n - 1 : n] != "\\":
            depth -= 1
            plain.append(" ( ")
        elif not depth:
            plain.append(char)
    outside = "".join(plain)
    if "|" in outside:
        return _Outer((), ())
    slots = tuple(m[1] for m in re.finditer(r"\{(\w+)(?::\w+)?\}(?!\?)", outside))
    words = re.sub(r"\{[^}]*\}\??|\[[^\]]*\][?*]?|\S*[\\?*+]\S*", " ", outside)
    return _Outer(slots, tuple(w for w in re.findall(r"[^\W\d_]{3,}", words)))


def _slot(slot: str, words: Mapping[str, Mapping[str, str]], table: Mapping[str, Any]) -> str:
    if slot == "day":
        suffix = fold(table.get("day_suffix", ""))
        days = [w for w, n in words["ordinal"].items() if n.isdigit()] if table.get("ordinal_days", False) else ()
        listed = trie([*days, *map(fold, table.get("first", ()))])
        digits = rf"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d){suffix}"
        return f"(?:{digits}|{listed})" if listed else digits
    if slot == "number":
        listed = trie(words["quantity"])
        return f"(?:{NUMBER}|{listed})" if listed else NUMBER
    if slot in BUILT_IN:
        return BUILT_IN[slot]
    return trie(words[slot]) or r"(?!)"


def _trigger(classes: Mapping[str, int], table: Mapping[str, Any]) -> re.Pattern[str]:
    digits = r"\d{1,2}[:.h]\d\d|(?:1[0-9]|20)\d\d|\d{1,2}/\d{1,2}|'\d\d|'?(?:\d\d)?\d0'?s"
    if "extra_trigger" in table:
        digits = table["extra_trigger"] + "|" + digits
    return re.compile(rf"\W(?:{trie(classes)}|{digits})(?!\w)")
