"""Cues: the words of a text that say what a value is of. Looked up in `languages/<code>/cues.toml`.

The words of statements and of facts (`languages/<code>/statements.toml`, `facts.toml`) are looked up in the same way.

A table holds sections (see SECTIONS), a section keys, a key words. A word may end in `*` (any ending) and may be
several words that follow each other; "lief ... aus" is a verb in two pieces, the second of which ends its clause: it
is found where the first stands. Matching folds case and accents and is one dictionary look-up a word, so it
stays linear in the length of the text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article.patterns import TOKEN
from recoupe.languages import load
from recoupe.text.normalise import fold, unmarked
from recoupe.text.patterns import compiled_by_regex

SECTIONS = (
    "door",
    "phase",
    "event",
    "weak",
    "group",
    "period",
    "status",
    "scope",
    "attribution",
    "holder",
    "aside",
    "break",
    "ahead",
    "offset",
    "milestone",
    "role",
    "generic",
    "deed",
    "thing",
    "away",
    "lasting",
    "until",
    "times",
    "repeated",
    "office",
    "helper",
    "mover",
    "crowd",
    "ballot",
    "ballot_short",
    "changing",
    "option",
    "owner",
)

STATEMENTS = ("deed", "contrary", "matter", "notion", "manner", "making", "negation", "clause")
"""Sections of the table `statements`."""

FACTS = ("post", "act", "means")
"""Sections of the table `facts` that are looked up with those of `statements`, for one reading of a text."""

_READ = {"cues": (("cues", SECTIONS),), "statements": (("statements", STATEMENTS), ("facts", FACTS))}

NONE = "none"
"""Key of longer words that hold a cue and are none: "left engine" is no departure."""

_PLAIN_WORD = re.compile(r"[a-z]+|[0-9]+")
"""`TOKEN` in folded text of plain letters, as most is: found three times as fast."""
_GAP = " ... "
_FAR_PIECE = 14
"""Words within which the second piece of a verb stands behind the first."""
_CLAUSE_END = compiled_by_regex(r"[.!?;](?=\s)|\n")
_SHORTEST_PREFIX = 2
_LATELY = 4096
"""Texts whose cues are kept."""


class Found(NamedTuple):
    """A cue in a text: `[start, end)`, its section and its key."""

    start: int
    end: int
    section: str
    key: str


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """An entry of a table as it is written, folded, and what it is the cue of."""

    folded: str
    section: str
    key: str


class _Pattern(NamedTuple):
    words: tuple[tuple[str, bool], ...]  # (folded word, is a prefix)
    section: str
    key: str


class _Split(NamedTuple):
    """A verb in two pieces: its second, and what it is the cue of."""

    piece: str
    section: str
    key: str


class _Table(NamedTuple):
    """The entries by their first word, or by its beginning where it has any ending."""

    whole: Mapping[str, list[_Entry]]
    prefix: Mapping[str, Mapping[str, list[_Entry]]]  # by the first letters of the beginning, then by all of it
    written_on: tuple[str, ...]  # what may be written onto a word: in Arabic "and", "the"
    split: Mapping[str, list[_Split]]
    ends: regex.Pattern[str]  # what stands behind the last word of a clause


@functools.cache
def _table(language: str | None, name: str) -> _Table:
    whole: dict[str, list[_Entry]] = {}
    prefix: dict[str, dict[str, list[_Entry]]] = {}
    split: dict[str, list[_Split]] = {}
    listed = [
        (entry, section, key)
        for table, sections in _READ[name]
        for section in sections
        for key, entries in load(language).table(table).get(section, {}).items()
        for entry in entries
    ]
    all_folded = fold("\n".join([entry for entry, _, _ in listed])).split("\n")  # at once: a third of the time
    for folded, (_, section, key) in zip(all_folded, listed, strict=False):
        if _GAP in folded:
            verb, _, piece = folded.partition(_GAP)
            split.setdefault(verb, []).append(_Split(piece, section, key))
            continue
        first = (_PLAIN_WORD if folded.isascii() else TOKEN).search(folded)
        if first:
            word = first[0]
            open_end = folded.startswith("*", first.end())
            by_word = prefix.setdefault(word[:_SHORTEST_PREFIX], {}) if open_end else whole
            by_word.setdefault(word, []).append(_Entry(folded, section, key))
    written_on = tuple(map(fold, load(language).table("concepts").get("prefixes", ())))
    return _Table(whole, prefix, written_on, split, _ends(language))


def _words(folded: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each word and number."""
    folded = unmarked(folded)
    return [m.span() for m in (_PLAIN_WORD if folded.isascii() else TOKEN).finditer(folded)]


def _ends(language: str | None) -> regex.Pattern[str]:
    words = [fold(w) for w in load(language).table("concepts").get("conjunctions", ())]
    joined = "".join(rf"| {regex.escape(word)}(?!\w)" for word in words)
    return compiled_by_regex(rf" ?[.,;:!?)\"»“”–\n]|${joined}")


@functools.lru_cache(maxsize=_LATELY)
def find(text: str, language: str | None, name: str = "cues") -> tuple[Found, ...]:
    """Return the cues of `text` that the table `name` has: the longest where they overlap within one section.

    What was found is kept for a while: claims, statements and the timeline ask for the same texts.
    """
    table = _table(language, name)
    if not table.whole and not table.prefix:
        return ()
    folded = fold(text)
    words = _words(folded)
    found: list[Found] = []
    pieces: set[tuple[int, str]] = set()
    for index, (start, end) in enumerate(words):
        word = folded[start:end]
        for verb in table.split.get(word, ()) if table.split else ():
            at = _piece(folded, words, index, verb.piece, table.ends)
            if at is not None:
                found.append(Found(start, end, verb.section, verb.key))
                pieces.add((at, verb.section))
        begun = _begun(language, name, word)
        if begun is None:
            continue
        found.extend(Found(start, end, pattern.section, pattern.key) for pattern in begun.alone)
        if begun.longer and index + 1 < len(words):
            first, last = words[index + 1]
            for pattern in (*begun.longer.get(folded[first:last], ()), *begun.longer.get(_OPEN, ())):
                reach = _match(folded, words, index, pattern)
                if reach is not None:
                    found.append(Found(start, reach, pattern.section, pattern.key))
    if pieces:  # "ein Feuer brach um sechs aus" puts no fire out
        found = [c for c in found if not any(c.start < at < c.end and s == c.section for at, s in pieces)]
    kept = _longest(found)
    none = {(c.start, c.end, c.section) for c in kept if c.key == NONE}
    return tuple(c for c in kept if (c.start, c.end, c.section) not in none)


def _piece(folded: str, words: list[tuple[int, int]], index: int, piece: str, ends: regex.Pattern[str]) -> int | None:
    """Return where the second piece of the verb at word `index` stands: at the end of its clause, not far behind."""
    end = words[index][1]
    for start, stop in words[index + 1 : index + 1 + _FAR_PIECE]:
        if _CLAUSE_END.search(folded, end, start):
            return None
        if folded[start:stop] == piece and ends.match(folded, stop):
            return start
        end = stop
    return None


class _Begun(NamedTuple):
    """The patterns that begin with a word: those of one word, and the others by their second word."""

    alone: tuple[_Pattern, ...]
    longer: Mapping[str, tuple[_Pattern, ...]]


_OPEN = "*"
"""Stands for the second words that are beginnings of words."""


def _beginning(table: _Table, word: str) -> list[_Pattern]:
    """Return the patterns whose first word is `word` or one of its beginnings."""
    begun = table.prefix.get(word[:_SHORTEST_PREFIX])
    found = [entries for beginning, entries in begun.items() if word.startswith(beginning)] if begun else []
    return [_pattern(entry) for entries in (table.whole.get(word, ()), *found) for entry in entries]


def _pattern(entry: _Entry) -> _Pattern:
    words = [(entry.folded[start:end], entry.folded.startswith("*", end)) for start, end in _words(entry.folded)]
    return _Pattern(tuple(words), entry.section, entry.key)


@functools.lru_cache(maxsize=65536)
def _begun(language: str | None, name: str, word: str) -> _Begun | None:
    """Return the patterns that begin with `word`, None where none does: a language has fewer words than its texts."""
    table = _table(language, name)
    patterns = _beginning(table, word)
    for prefix in table.written_on:
        if len(word) - len(prefix) > _SHORTEST_PREFIX and word.startswith(prefix):
            patterns.extend(_beginning(table, word[len(prefix) :]))
    if not patterns:
        return None
    longer: dict[str, list[_Pattern]] = {}
    for pattern in patterns:
        if len(pattern.words) > 1:
            second, open_end = pattern.words[1]
            longer.setdefault(_OPEN if open_end else second, []).append(pattern)
    alone = tuple(pattern for pattern in patterns if len(pattern.words) == 1)
    return _Begun(alone, {second: tuple(listed) for second, listed in longer.items()})


def _match(folded: str, words: list[tuple[int, int]], index: int, pattern: _Pattern) -> int | None:
    """Return where the words of `pattern` end when they stand from word `index` on, else None."""
    end = words[index][1]
    for offset, (wanted, open_end) in enumerate(pattern.words[1:], start=1):
        if index + offset >= len(words):
            return None
        start, stop = words[index + offset]
        if start - end > 2 or "\n" in folded[end:start]:
            return None
        word = folded[start:stop]
        if not (word.startswith(wanted) if open_end else word == wanted):
            return None
        end = stop
    return end


def _longest(found: list[Found]) -> list[Found]:
    """Drop a cue that lies inside a longer one of its section."""
    kept: list[Found] = []
    reach: dict[str, int] = {}
    for cue in sorted(set(found), key=lambda c: (c.start, -c.end, c.section, c.key)):
        if reach.get(cue.section, -1) >= cue.end and not any(
            k.section == cue.section and (k.start, k.end) == (cue.start, cue.end) for k in kept[-6:]
        ):
            continue
        reach[cue.section] = max(reach.get(cue.section, -1), cue.end)
        kept.append(cue)
    return kept
