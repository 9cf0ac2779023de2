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
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article.ground import months
from recoupe.languages import load
from recoupe.text.normalise import fold, unmarked
from recoupe.text.patterns import compiled, compiled_by_regex

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
    "held",
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
    "company",
    "floor",
    "gathering",
)

STATEMENTS = ("deed", "contrary", "matter", "notion", "manner", "making", "negation", "clause", "picture", "denial")
"""Sections of the table `statements`."""

FACTS = ("post", "act", "means", "vote")
"""Sections of the table `facts` that are looked up with those of `statements`, for one reading of a text."""

_READ = {"cues": (("cues", SECTIONS),), "statements": (("statements", STATEMENTS), ("facts", FACTS))}

NONE = "none"
"""Key of longer words that hold a cue and are none: "left engine" is no departure."""

_WORD = compiled_by_regex(r"([\p{L}\p{M}]+|\p{N}+)", regex.V1)
_PLAIN_WORD = compiled(r"([a-z]+|[0-9]+)")
"""The same in folded text of plain letters, as most is: found three times as fast."""
_PLAIN_FIRST = compiled(r"^(?:([a-z]+\*?)(?= |$))?", re.M)
"""The first word of each line, with a "*" where any ending may follow, where that is plain."""
_PLAIN_SECOND = compiled(r"[a-z]+\*?(?:$| ([a-z]+)(\*?)(?= |$))")
"""The same of the second word of an entry."""
_GAP = " ... "
_FAR_PIECE = 14
"""Words within which the second piece of a verb stands behind the first."""
_CLAUSE_END = compiled_by_regex(r"[.!?;](?=\s)|\n")
_SHORTEST_PREFIX = 2
_LATELY = 4096
"""Texts whose cues are kept."""
_WORDS = 65536
"""Words of one table that are remembered."""


class Found(msgspec.Struct, frozen=True, order=True, gc=False):
    """A cue in a text: `[start, end)`, its section and its key."""

    start: int
    end: int
    section: str
    key: str


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """An entry of a table, its words folded, and what it is the cue of."""

    words: str
    section: str
    key: str


class _Split(NamedTuple):
    """A verb in two pieces: its second, and what it is the cue of."""

    piece: str
    section: str
    key: str


class _Begun(NamedTuple):
    """The entries that begin with a word: those of one word, and the others by their second word."""

    alone: Sequence[_Entry]
    longer: Mapping[str, Sequence[_Entry]]


class _Table(dict[str, _Begun | None]):
    """The entries by the words they may begin with, put together when a word is first met: a language has fewer words
    than its texts. Entries stand by their first word, or by its beginning where it has any ending."""

    def __init__(self, language: str | None, name: str) -> None:
        self.whole: dict[str, list[int]] = {}  # by their numbers: few are ever met
        self.prefix: dict[str, list[int]] = {}
        self.split: dict[str, list[_Split]] = {}
        listed: list[str] = []
        self._cue_of: list[tuple[str, str]] = []
        for table, sections in _READ[name]:
            for section in sections:
                for key, entries in load(language).table(table).get(section, {}).items():
                    listed += entries
                    self._cue_of += [(section, key)] * len(entries)
        all_folded = fold("\n".join(listed))  # at once: a third of the time
        self._folded = all_folded.split("\n")
        parted = {n for n, entry in enumerate(self._folded) if _GAP in entry} if _GAP in all_folded else set()
        for number in sorted(parted):
            verb, _, piece = self._folded[number].partition(_GAP)
            self.split.setdefault(verb, []).append(_Split(piece, *self._cue_of[number]))
        whole, prefix = self.whole, self.prefix
        for number, first in enumerate(_PLAIN_FIRST.findall(all_folded)):
            if number in parted:
                continue
            starred = first[-1:] == "*"
            if starred:
                first = first[:-1]
            elif not first:
                words, at = _cut(self._folded[number])
                first, starred = (words[0], self._folded[number].startswith("*", at[1])) if words else ("", False)
            if first:
                (prefix if starred else whole).setdefault(first, []).append(number)
        self._lengths = sorted({max(len(beginning), _SHORTEST_PREFIX) for beginning in self.prefix})
        # what may be written onto a word: in Arabic "and", "the"
        self._written_on = tuple(map(fold, load(language).table("concepts").get("prefixes", ())))
        self.months = months.words(language) & self.whole.keys()  # "March" is also a march
        self.ends = _ends(language)  # what stands behind the last word of a clause

    def __missing__(self, word: str) -> _Begun | None:
        entries = self._beginning(word)
        for prefix in self._written_on:
            if len(word) - len(prefix) > _SHORTEST_PREFIX and word.startswith(prefix):
                entries += self._beginning(word[len(prefix) :])
        if len(self) >= _WORDS:
            self.clear()
        self[word] = found = _begun(entries) if entries else None
        return found

    def _beginning(self, word: str) -> list[_Entry]:
        """Return the entries whose first word is `word` or one of its beginnings."""
        found = list(self.whole.get(word, ()))
        for length in self._lengths:
            found += self.prefix.get(word[:length], ())
            if length >= len(word):
                break
        return [_Entry(self._folded[number], *self._cue_of[number]) for number in found]


def _begun(entries: Iterable[_Entry]) -> _Begun:
    alone: list[_Entry] = []
    longer: dict[str, list[_Entry]] = {}
    for entry in entries:
        plain = _PLAIN_SECOND.match(entry.words)
        second, star = (plain[1], plain[2]) if plain else next(iter(_rest(entry.words)), (None, ""))
        if second is None:
            alone.append(entry)
        else:
            longer.setdefault(_OPEN if star else second, []).append(entry)
    return _Begun(alone, longer)


@functools.lru_cache(maxsize=_WORDS)
def _rest(entry: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a folded entry behind its first, each with a "*" where it may have any ending."""
    words, at = _cut(entry)
    stars = ("*" if entry.startswith("*", end) else "" for end in at[3::2])
    return tuple(zip(words[1:], stars, strict=False))


_OPEN = "*"
"""Stands for the second words that are beginnings of words."""


@functools.cache
def _table(language: str | None, name: str) -> _Table:
    return _Table(language, name)


def _cut(folded: str) -> tuple[list[str], list[int]]:
    """Return the words and numbers of a folded text, and the places where each begins and ends, one after the other."""
    folded = unmarked(folded)
    parts: list[str] = (_PLAIN_WORD if folded.isascii() else _WORD).split(folded)
    return parts[1::2], list(accumulate(map(len, parts)))


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
    words, at = _cut(folded)
    found: list[Found] = []
    pieces: set[tuple[int, str]] = set()
    if not table.split.keys().isdisjoint(words):
        for index, word in enumerate(words):
            for verb in table.split.get(word, ()):
                place = _piece(folded, words, at, index, verb.piece, table.ends)
                if place is not None:
                    found.append(Found(at[2 * index], at[2 * index + 1], verb.section, verb.key))
                    pieces.add((place, verb.section))
    for index, begun in enumerate(map(table.__getitem__, words)):
        if begun is None:
            continue
        start = at[2 * index]
        for entry in begun.alone:
            found.append(Found(start, at[2 * index + 1], entry.section, entry.key))
        if begun.longer and index + 1 < len(words):
            for entry in (*begun.longer.get(words[index + 1], ()), *begun.longer.get(_OPEN, ())):
                last = _last(folded, words, at, index, _rest(entry.words))
                if last is not None:
                    found.append(Found(start, at[2 * last + 1], entry.section, entry.key))
    if pieces:  # "ein Feuer brach um sechs aus" puts no fire out
        found = [c for c in found if not any(c.start < place < c.end and s == c.section for place, s in pieces)]
    if not table.months.isdisjoint(words):
        found = [c for c in found if not months.named(text, c.start, c.end, language)]
    kept = _longest(found)
    none = {(c.start, c.end, c.section) for c in kept if c.key == NONE}
    return tuple(c for c in kept if (c.start, c.end, c.section) not in none)


def _piece(
    folded: str, words: Sequence[str], at: Sequence[int], index: int, piece: str, ends: regex.Pattern[str]
) -> int | None:
    """Return where the second piece of the verb at word `index` stands: at the end of its clause, not far behind."""
    *before, last = piece.split(" ")
    for n in range(index + 1, min(index + 1 + _FAR_PIECE, len(words))):
        if _CLAUSE_END.search(folded, at[2 * n - 1], at[2 * n]):
            return None
        if words[n] == last and ends.match(folded, at[2 * n + 1]):
            if not before or " ".join(words[max(index + 1, n - len(before)) : n]) == " ".join(before):
                return at[2 * n]
    return None


def _last(
    folded: str, words: Sequence[str], at: Sequence[int], index: int, rest: Sequence[tuple[str, str]]
) -> int | None:
    """Return which word is the last of `rest` where that stands behind word `index`, else None."""
    if index + len(rest) >= len(words):
        return None
    for n, (wanted, star) in enumerate(rest, start=index + 1):
        if not (words[n].startswith(wanted) if star else words[n] == wanted):
            return None
        end, start = at[2 * n - 1], at[2 * n]
        if start - end > 2 or "\n" in folded[end:start]:
            return None
    return index + len(rest)


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
