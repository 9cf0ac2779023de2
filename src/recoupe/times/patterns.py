"""From a pattern of a language's table to a rule: its regular expression, and the words that must be near for a try.

The notation of patterns is told in `grammar`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from recoupe.model.errors import LanguageError
from recoupe.text import patterns
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.times import masks

SPACE = r"\s{1,3}"
NUMBER = rf"(?:\d{{1,3}}(?:[ ,.]\d{{3}})+(?!\d)|\d+[.,]\d{{1,2}}(?![.,]?\d)|\d+(?:[\s-]\d/\d)?|{masks.NUMBER}+)"
BUILT_IN = {
    "year": rf"(?:(?:1[0-9]|20)\d\d(?![.,]?\d|[%°$€£]|\s(?:gmt|utc)\b)|{masks.NUMBER}{{9,}})",
    "year2": r"(?:'\d\d(?!\d))",
    "short": r"(?:\d\d(?!\d|[.,:]\d))",
    "hour": r"(?:[01]?\d|2[0-4])",
    "minute": r"(?:[0-5]\d)(?!\d)",
    "daynumber": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "monthnumber": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "spelledday": rf"(?:{masks.NUMBER}+)",
    "numeral": r"(?:\d{1,3})",
    "count": NUMBER,  # a {number} that is no article
    "offset": r"(?:[+-]\s?(?:1[0-4]|0?\d)(?::?[0-5]\d)?(?!\d))",
    "roman": r"(?:[ivx]{1,6})",
    **masks.CLASSES,
}
SECONDS = r"(?::[0-5]\d(?!\d)|\s?min\.?\s?[0-5]?\d\s?s(?:ec\.?)?(?!\w))?"
"""What may follow the minutes of a clock and is read over: values are of minutes. "22:40:51", "22 h 40 min 51 s"."""
TRIGGERS = frozenset({
    "weekday", "month", "unit", "units", "part", "season", "dayword", "holiday", "meridiem", "clockword", "division",
    "decadeword",
})  # fmt: skip
"""Word lists whose words start a search."""
DIGITS = ("year", "hour", "numeral", "monthnumber")
"""Slots of digits that start one too."""
_PIECE = compiled(r"\{([a-z]\w*)(?::(\w+))?\}|\[[^\]]*\]| ")
_SHORT_LISTS = frozenset(("modifier", "direction", "fraction", "ordinal"))
"""Lists of which one word must stand near for a rule that names them, where they are short."""
_MOST = 24
_LEAST = 3
"""Words, and letters of the shortest, that are worth looking for before a rule is tried."""
_BRACKET = compiled(r"(?<!\\)[()]")
_REPEATED = compiled(r"[?*]|\{\d")
_WORDS_ONLY = compiled(r"[^\W_][\w '?|-]*")
_WHOLE = compiled(r"(?:^| |(?<= )\)\??|\[[^]\w]*\])\{(\w+)(?::\w+)?\}(?= [^?*]|$|\[[^]\w]*\])")
"""A slot whose word stands alone: between blanks or marks, behind a group that ends with one, at an end."""
_MANY = ("zonename",)
"""Lists so long that their words are not looked for."""
_MACRO = compiled(r"<([a-z_]+)>")
_SURE_SLOT = compiled(r"\{(\w+)(?::\w+)?\}(?!\?)")
_NO_WORD = compiled(r"\{[^}]*\}\??|\[[^\]]*\][?*]?|\S*[\\?*+]\S*")
_LONG_WORD = compiled(r"[^\W\d_]{3,}")
_SURE_WORD = compiled(r"[^\W\d_]+(?![?*])")
_LETTERS = compiled(r"[^\W\d_]+")
_OWN = ("kind", "match", "rule", "trigger", "need")
"""Keys of an entry; any other is a slot with a fixed value."""


class Rule(msgspec.Struct, frozen=True, gc=False):
    name: str
    kind: str
    source: str
    slots: tuple[str, ...]  # what its groups hold, in their order
    near: int  # bit mask of trigger classes, one of which must be near for the pattern to be tried
    all_near: int  # those that must all be near
    literals: tuple[str, ...]  # words that must be near
    need: tuple[str, ...]  # one of which must be near (the table's `need`, or what `_need` tells), where there are any
    listed: tuple[frozenset[str], ...]  # words of each of which one must be near, whole
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
    return patterns.compiled(source)


def trie(words: Iterable[str]) -> str:
    """Return a regular expression for any of `words`, longest first, factored by their beginnings."""
    ordered = sorted(set(words))
    return _branch(ordered, 0) if ordered else ""


def _branch(words: Sequence[str], at: int) -> str:
    """Return the expression of what stands from `at` on in sorted `words`, which begin alike before it."""
    ends = len(words[0]) == at
    options, low = [], int(ends)
    while low < len(words):
        first, high = words[low], low + 1
        while high < len(words) and words[high][at] == first[at]:
            high += 1
        if high == low + 1:
            options.append(_literal(first[at:]))
        else:
            last, alike = words[high - 1], at + 1
            while alike < len(first) and first[alike] == last[alike]:
                alike += 1
            options.append(_literal(first[at:alike]) + _branch(words[low:high], alike))
        low = high
    if not options:
        return ""
    body = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
    return f"(?:{body})?" if ends else body


def _literal(text: str) -> str:
    return re.escape(text).replace(r"\ ", SPACE)


class Patterns:
    """Makes the rules of one language from its words.

    `bits` gives each list of words and each slot of digits a bit; `classes` the bits of each word that starts a search,
    to which the literal triggers of the rules are added.
    """

    def __init__(
        self,
        table: Mapping[str, Any],
        words: Mapping[str, Mapping[str, str]],
        bits: Mapping[str, int],
        classes: dict[str, int],
    ) -> None:
        self._table = table
        self._words = words
        self._bits = bits
        self._classes = classes
        self._written: dict[str, str] = {}

    def rule(self, entry: Mapping[str, Any], number: int) -> Rule:
        """Return the rule of entry `number` of the table. Raises LanguageError where no word of it starts a search."""
        source = self._source(entry["match"])
        pattern, named = self._pattern(source)
        slots = [m[1] for m in _PIECE.finditer(source) if m[1]]
        must = _outer(source)
        near, all_near = self._near(entry, number, slots, must.slots)
        return Rule(
            name=entry.get("rule", entry["kind"]),
            kind=entry["kind"],
            source=pattern,
            slots=named,
            near=near,
            all_near=all_near,
            literals=must.words,
            need=tuple(map(fold, entry["need"])) if "need" in entry else self._need(must),
            listed=self._listed(source, slots, must.slots),
            fixed={k: str(v) for k, v in entry.items() if k not in _OWN},
            zoned=not masks.CLASSES.keys().isdisjoint(slots),
            counted="count" in must.slots,
        )

    def _source(self, match: str) -> str:
        """Return a pattern as the table has it, folded, its macros written out: they may hold others, twice."""
        macros: Mapping[str, str] = self._table.get("macro", {})
        for _ in range(3):
            match = _MACRO.sub(lambda m: "(?:" + macros[m[1]] + ")", match)
        return fold(match)

    def _pattern(self, source: str) -> tuple[str, tuple[str, ...]]:
        """Return the regular expression of a pattern, and the slots its groups hold."""
        named: list[str] = []

        def piece(m: re.Match[str]) -> str:
            if m.group() == " ":
                return f"(?:{SPACE})" if m.string[m.end() : m.end() + 1] in ("?", "*", "+") else SPACE
            if m.group().startswith("["):
                return m.group().replace(" ", r"\s")
            slot = m[1]
            named.append(m[2] or slot)
            if slot not in self._written:
                self._written[slot] = self._slot(slot)
            return f"({self._written[slot]}){SECONDS if slot == 'minute' else ''}"

        body = _PIECE.sub(piece, source)
        return rf"[^\w{masks.ALL}](?:{body})(?![\w{masks.ALL}])", tuple(named)

    def _slot(self, slot: str) -> str:
        """Return the regular expression of a slot: one of digits, or any of its words."""
        words, table = self._words, self._table
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

    def _need(self, must: _Outer) -> tuple[str, ...]:
        """Return words one of which every match has: those of a group outside all others or of a short list, the rarest
        as far as their lengths tell; () where small words may do."""
        lists = (self._words[slot] for slot in must.slots if slot in _SHORT_LISTS)
        found = [*must.choices, *(tuple({_longest(form.split()) for form in forms}) for forms in lists)]
        shortest = [(min(map(len, words)), words) for words in found if 0 < len(words) <= _MOST]
        told = sorted((-length, len(words), sorted(words)) for length, words in shortest if length >= _LEAST)
        return tuple(told[0][2]) if told else ()

    def _listed(self, source: str, slots: list[str], must: tuple[str, ...]) -> tuple[frozenset[str], ...]:
        """Return for each list that starts no search, and that every match has a whole word of, the longest words of
        its forms."""
        whole = [m[1] for m in _WHOLE.finditer(source)]
        own = {slot for slot in must if slot in self._words and whole.count(slot) == slots.count(slot)}
        lists = [self._words[slot] for slot in sorted(own.difference(TRIGGERS, masks.CLASSES, _MANY))]
        found = ([_LETTERS.findall(form) for form in words] for words in lists)
        return tuple(frozenset(map(_longest, forms)) for forms in found if all(forms))

    def _near(self, entry: Mapping[str, Any], number: int, slots: list[str], must: tuple[str, ...]) -> tuple[int, int]:
        """Return the classes one of which must be near for the rule to be tried, and those that must all be."""
        bits = self._bits
        near = all_near = 0
        for slot in slots:
            near |= bits[slot] if slot in TRIGGERS or slot in DIGITS else 0
        for slot in must:
            all_near |= bits[slot] if slot in TRIGGERS or slot == "year" else 0
        if entry.get("trigger"):  # literal words that this pattern has
            bit = 1 << (len(bits) + number)
            near, all_near = (near | bit, all_near) if all_near else (bit, 0)
            for trigger in map(fold, entry["trigger"]):
                self._classes[trigger] = self._classes.get(trigger, 0) | bit
        if entry["kind"] == "zone":  # a zone counts beside a clock only
            near |= bits["hour"] | bits["meridiem"] | bits["clockword"]
        if not near:
            raise LanguageError(f"times pattern {entry['match']!r}", "no word of it is a trigger", "give it a trigger")
        return near, all_near


class _Outer(NamedTuple):
    slots: tuple[str, ...]
    words: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...]


def _outer(source: str) -> _Outer:
    """Return the slots and words that every match of a pattern must have: those outside all groups; and of each group
    outside all others the words one of which it must have."""
    plain, depth, begin, done = [], 0, 0, 0
    groups: list[str] = []
    for bracket in _BRACKET.finditer(source):
        n = bracket.start()
        if not depth:
            plain.append(source[done:n])
        if bracket[0] == "(":
            begin, depth = begin if depth else n, depth + 1
        else:
            depth -= 1
            plain.append(" ( ")
            if not depth and _REPEATED.match(source, n + 1) is None:
                groups.append(source[begin + 1 : n])
        done = n + 1
    plain.append(source[done:])
    outside = "".join(plain)
    if "|" in outside:
        return _Outer((), (), ())
    slots = tuple(m[1] for m in _SURE_SLOT.finditer(outside))
    words = _NO_WORD.sub(" ", outside)
    choices = (_choice(group) for group in groups)
    return _Outer(slots, tuple(w for w in _LONG_WORD.findall(words)), tuple(c for c in choices if c))


def _choice(group: str) -> tuple[str, ...]:
    """Return the longest word of each alternative of a group of words, () where one has none; a word that may be longer
    or shorter gives what it has in any case."""
    if not group.startswith("?:") or not _WORDS_ONLY.fullmatch(group, 2):
        return ()
    sure = [_SURE_WORD.findall(alternative) for alternative in group[2:].split("|")]
    return tuple(set(map(_longest, sure))) if all(sure) else ()


def _longest(words: list[str]) -> str:
    return max(words, key=len)
