"""Names as an article prints them: runs of capitals with the names found in them, and what is said of one (`Fact`).

A hall or a village that no list knows is a name too; a nation, a month or a word that opens a sentence is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article.facts import clauses
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import TOKEN
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Name
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_RUN = compiled_by_regex(
    r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}-]*+(?:['’]\p{Lu}[\p{L}\p{M}-]*+)?"
    r"(?:[ \u00a0](?:(?:de|do|da|dos|das|del|della|di|du|des|la|le|les|el|los|las|of|van|von|al|bin)[ \u00a0]){0,2}"
    r"(?:(?:[ae]l|a[drstz]|ash)-)?\p{Lu}[\p{L}\p{M}-]*+)*(?:(?<=-)\p{N}++)?",
    regex.V1,
)
MARKS = ('"', "“", "”", "„", "«", "»", "'", "‘", "’")
"""What may stand around the name of a thing: the ship “Salt Heron”."""
LAST = compiled_by_regex(r"(?r)([\p{L}\p{M}]+)['’-]?[ \u00a0]*\Z", regex.V1)
PLAIN_GAP = compiled_by_regex(r"[\p{L}\p{M} \u00a0'’-]*", regex.V1)
BEFORE = 60
"""Characters before a name in which the words that lead to it are looked for."""

LONG = 90
"""Characters beyond which a place is shown with the word before it alone, without its event."""


class Recalled(msgspec.Struct, frozen=True):
    """What a sentence tells of a date. `before` and `behind` have what each word means, the nearest first, "|" between
    several meanings; `names` the words written large and the ids of who is named, each as printed; `numbers` the
    telling ones."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]


class Fact(msgspec.Struct, frozen=True):
    """What `[start, end)` of an article says of the name `[at, until)`: a `relation` and its key in every language.

    `entity` is the story's id of who is named, "" where the names step found none; `native` tells that the name is one
    in its language (not a noun written large), `person` that it was found to be somebody's, `tight` that the words
    leave no doubt what is said of it. `beside` is the list of people, the nation of a post, the
    dates beside a place that are not the article's own, or what stands beside a date; `of` is what is told of a date.
    """

    article: str
    language: str | None
    relation: (
        str  # post | place | from | to | between | flag | months | beside | means | recalled | opposing | abstaining
    )
    key: str
    start: int
    end: int
    at: int
    until: int
    entity: str
    native: bool
    person: bool
    tight: bool
    sentence: tuple[int, int]
    beside: tuple[str, ...] = ()
    of: Recalled | None = None


class Run(NamedTuple):
    start: int
    end: int
    name: Name | None


def find(ground: Scene, sentence: Sentence, posts: Sequence[Found]) -> list[Run]:
    """Return the runs of capitals of a sentence; a name found inside a run, or a post, ends it there."""
    text, out = ground.article.text, []
    names = [n for n in sentence.names if not n.role]
    for m in _RUN.finditer(text, sentence.start, sentence.end):
        start, end = m.span()
        if start and text[start - 1] in MARKS and text[end : end + 1] in MARKS:
            out.append(Run(start, end, next((n for n in names if (n.start, n.end) == (start, end)), None)))
            continue  # the trawler “Virgin of the Mount” is called all of it
        for post in posts:  # "Präsident X": the post is no part of the name
            if start <= post.start < end:
                start, end = (post.end, end) if post.start - start < end - post.end else (start, post.start)
        inside = [n for n in names if n.start < end and start < n.end]
        if len(inside) == 1 and inside[0].type != "person" and inside[0].start <= start:
            out.append(Run(inside[0].start, max(end, inside[0].end), inside[0]))  # "Vale" of "Vale do Peso"
            continue
        out += [Run(n.start, n.end, n) for n in inside]
        start = max([start, *(n.end for n in inside)])
        while start < end and not text[start].isalpha():
            start += 1
        rest = text[start:end].strip()
        first = TOKEN.match(rest)
        language = ground.article.language
        if first is not None and fold(first.group()) in articles(language):  # "The Salt Heron, a ferry,"
            start += len(rest) - len(rest[first.end() :].lstrip())
            rest = text[start:end].strip()
            first = TOKEN.match(rest)
        if not rest or not rest[0].isupper() or first is None:
            continue
        if fold(first.group()) not in common(language) and fold(rest) not in demonyms(language):
            out.append(Run(start, start + len(rest), None))
    return sorted(set(out), key=lambda r: (r.start, r.end))


@cache
def common(language: str | None) -> frozenset[str]:
    """Return the words that are no names however they are written."""
    table = load(language).table("names")
    return frozenset(fold(w) for part in ("common", "function_words", "titles") for w in table.get(part, ()))


@cache
def articles(language: str | None) -> frozenset[str]:
    """Return the articles of a language."""
    table = load(language).table("names")
    return frozenset(fold(w).rstrip("'’") for part in ("role_articles", "definite") for w in table.get(part, ()))


@cache
def demonyms(language: str | None) -> Mapping[str, str]:
    """Return the country of each word for a nationality."""
    table = load(language).table("names").get("demonyms", {})
    return {fold(w): code for code, forms in table.items() for w in forms}


@cache
def describing(language: str | None) -> Mapping[str, bool]:
    """Return the words that may stand between a post and its holder; true for those that only link ("of")."""
    table = load(language).table("names")
    words = {fold(w): False for part in ("role_adjectives", "role_articles", "titles") for w in table.get(part, ())}
    words |= {fold(w): False for forms in table.get("demonyms", {}).values() for w in forms}
    words |= {fold(w): True for w in table.get("link_words", ())}
    return words


def words_around(ground: Scene, sentence: Sentence, run: Run) -> tuple[int, int]:
    """Return the clause of a date where it is short, else the date."""
    for start, end in clauses.spans(ground.article, sentence.start, sentence.end):
        if start <= run.start and run.end <= end and end - start <= LONG:
            return start, end
    return run.start, run.end


def fact(
    ground: Scene,
    sentence: Sentence,
    relation: str,
    key: str,
    run: Run,
    other: tuple[int, int],
    beside: tuple[str, ...] = (),
    *,
    tight: bool = True,
) -> Fact:
    """Return what is said of the name `run`: the words from it to `other`, or the name alone where these are many."""
    language = ground.article.language
    nouns = bool(load(language).table("names").get("nouns_capitalised"))
    start, end = min(run.start, other[0]), max(run.end, other[1])
    if end - start > LONG and relation == "place":
        start, end = run.start, run.end
    return Fact(
        ground.article.id,
        language,
        relation,
        key,
        start,
        end,
        run.start,
        run.end,
        ground.entity(run.name) if run.name is not None else "",
        run.name is not None or not nouns,
        run.name is not None and run.name.type == "person",
        tight,
        (sentence.start, sentence.end),
        beside,
    )
