"""The tables names are told by: one lexicon per language, and the places, bodies and given names all languages share.

`lexicon(code)` compiles `languages/<code>/names.toml`; `gazetteer()` reads the committed tables in `names/data`
(made by `tools/make_names.py` and by hand) and what every language's `names.toml` adds to them: `given` names, and
`[organisations]` and `[places]` (the English name and how the language calls it). Both are read once, at first use;
setting up packs the shared ones (`packed.py`).
"""

from __future__ import annotations

import functools
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import regex

from recoupe.languages import Dictionary, available, dictionary, load, normal_code
from recoupe.languages.packed import PACKAGE
from recoupe.names import packed
from recoupe.names.key import script, stem
from recoupe.text.patterns import compiled_by_regex


class Place(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A place of the tables: `kind` is world, country, state, region or city; `people` in thousands."""

    id: str
    name: str
    kind: str
    country: str
    people: int


class Gazetteer(msgspec.Struct, frozen=True, gc=False):
    """Names all languages share. Keys are names as written, with one kind of apostrophe and space.

    `given` and `surnames` are chosen by hand: a word of them is hardly anything else. `given_more` and `family_more`
    are long lists of facts; a word of them may be a name. `starts` are the first words of names of several, lower case.
    """

    places: packed.Table[Place]
    organisations: Mapping[str, str]
    given: frozenset[str]
    surnames: frozenset[str]
    given_more: Container[str]
    family_more: Container[str]
    family_first: frozenset[str]
    mixed: Mapping[str, tuple[str, ...]]
    folded: packed.Table[tuple[str, str]]
    starts: frozenset[str]
    given_stems: frozenset[str]


_LONG = {"places": Place, "folded": tuple[str, str]}
_LISTS = ("given_more", "family_more")
_SHORT = {"organisations": dict[str, str], "mixed": dict[str, tuple[str, ...]]}
"""The kinds of the values of long tables, long lists, the kinds of short tables; those not named are sets of words."""


class Lexicon(msgspec.Struct, frozen=True, gc=False):
    """A language's words, lower case, as sets; `demonyms` maps a word to a country code, `title_starts` are the first
    words of titles and roles, `one` has by article how a word of origin ends that stands for one person behind it."""

    code: str
    elisions: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    noble: frozenset[str]
    conjunctions: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    title_starts: frozenset[str]
    role_prefixes: frozenset[str]
    role_articles: frozenset[str]
    role_contractions: frozenset[str]
    definite: frozenset[str]
    copulas: frozenset[str]
    first: frozenset[str]
    list_joints: frozenset[str]
    possessives: frozenset[str]
    role_adjectives: frozenset[str]
    link_words: frozenset[str]
    portfolio_adjectives: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_first: frozenset[str]
    organisation_singles: frozenset[str]
    organisation_common: frozenset[str]
    organisation_tails: frozenset[str]
    organisation_cues: frozenset[str]
    organisation_adjectives: frozenset[str]
    place_heads: frozenset[str]
    place_tails: frozenset[str]
    place_cues: frozenset[str]
    place_links: frozenset[str]
    place_prepositions: frozenset[str]
    place_strong: frozenset[str]
    place_before: frozenset[str]
    facility_heads: frozenset[str]
    verbs_after: frozenset[str]
    say_after: frozenset[str]
    auxiliaries: frozenset[str]
    inverted_verbs: frozenset[str]
    kin_before: frozenset[str]
    say_before: frozenset[str]
    not_names: frozenset[str]
    other_tails: frozenset[str]
    other_first: frozenset[str]
    thing_heads: frozenset[str]
    common: frozenset[str]
    function_words: frozenset[str]
    portfolios: frozenset[str]
    common_endings: tuple[str, ...]
    origin_endings: tuple[str, ...]
    one: Mapping[str, tuple[str, ...]]
    nouns_capitalised: bool
    adjectives_before: bool
    genitive_behind: bool
    family_of: bool
    family_too: frozenset[str]
    calendar: frozenset[str]
    article_means_club: bool
    heads_last: bool
    lone_letters: bool
    demonyms: Mapping[str, str]
    dictionary: Dictionary
    table: Mapping[str, Any]


_CASED = ("organisation_tails", "place_tails", "other_tails")
_FLAGS = (
    "nouns_capitalised",
    "adjectives_before",
    "genitive_behind",
    "family_of",
    "article_means_club",
    "heads_last",
    "lone_letters",
)
"""Habits of a language, true or false."""
_OTHER = (
    "code",
    "title_starts",
    "common_endings",
    "origin_endings",
    "one",
    *_FLAGS,
    "demonyms",
    "dictionary",
    "calendar",
    "table",
    *_CASED,
)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w.lower() for w in words)


@functools.cache
def lexicon(language: str | None) -> Lexicon:
    """Return the lexicon of `language`; one without a table gives empty sets."""
    code = normal_code(language)
    table = load(code).table("names")
    values: dict[str, Any] = {
        field: _folded(table.get(field, ())) for field in Lexicon.__struct_fields__ if field not in _OTHER
    }
    values.update({field: frozenset(table.get(field, ())) for field in _CASED})
    values["title_starts"] = frozenset(phrase.partition(" ")[0] for phrase in values["titles"] | values["roles"])
    values["organisation_tails"] |= _tails_of_all()  # a company keeps its name abroad
    demonyms = {word.lower(): country for country, words in table.get("demonyms", {}).items() for word in words}
    values.update({field: tuple(table.get(field, ())) for field in ("common_endings", "origin_endings")})
    values["one"] = {word: tuple(ends) for word, ends in table.get("one", {}).items()}
    for flag in _FLAGS:
        values[flag] = bool(table.get(flag, False))
    times = load(code).table("times")
    values["calendar"] = _folded(
        word
        for part in ("weekday", "month")
        for words in times.get(part, {}).values()
        for word in words
        if len(word) > 3
    )
    return Lexicon(code=code, table=table, demonyms=demonyms, dictionary=dictionary(code), **values)


@functools.cache
def _tails_of_all() -> frozenset[str]:
    """Return the words that end a body's name in any language: "Columbia Records" in a German text."""
    return frozenset(tail for code in available() for tail in load(code).table("names").get("organisation_tails", ()))


@functools.cache
def clubs() -> frozenset[str]:
    """Return words that begin or end the name of a club: "FC", "Dinamo", "Lakers"."""
    return _words("clubs.txt")


def _lines(name: str) -> list[list[str]]:
    text = (_HERE / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


def _columns(name: str, width: int) -> list[list[str]]:
    """Return the columns of a long table without comments, whose rows have `width` cells each: one split for all."""
    text = (_HERE / "data" / name).read_text(encoding="utf-8")
    cells = text.rstrip("\n").replace("\n", "\t").split("\t")
    return [cells[n::width] for n in range(width)]


def _words(name: str) -> frozenset[str]:
    text = (_HERE / "data" / name).read_text(encoding="utf-8")
    text = " ".join(line for line in text.split("\n") if not line.startswith("#"))
    words = text.split()
    return frozenset([w.replace("_", " ") for w in words] if "_" in text else words)


def _brought(section: str) -> list[list[str]]:
    """Return what the languages' own tables add, as lines of the shared ones: a name, its other names."""
    tables = (load(code).table("names").get(section, {}) for code in available())
    return [[name, *(["|".join(others)] if others else [])] for table in tables for name, others in table.items()]


@functools.cache
def gazetteer() -> Gazetteer:
    """Return the shared tables, as they were packed or made of their texts."""
    tables = packed.read(_PACKED, _made_of())
    if tables is None:
        return _made()
    read: dict[str, Any] = {}
    for name, value in msgspec.msgpack.decode(tables, type=dict[str, memoryview]).items():
        if name in _LONG:
            read[name] = packed.Parts(value, _LONG[name])
        elif name in _LISTS:
            read[name] = packed.Words(value)
        else:
            read[name] = msgspec.msgpack.decode(value, type=_SHORT.get(name, frozenset[str]))
    return Gazetteer(**read)


def pack() -> None:
    """Write the shared tables packed."""
    tables = msgspec.structs.asdict(_made())
    tables |= {name: sorted(table) for name, table in tables.items() if isinstance(table, frozenset)}
    ways = dict.fromkeys(_LONG, packed.parts) | dict.fromkeys(_LISTS, packed.words)
    values = {name: ways.get(name, packed.packed)(table) for name, table in tables.items()}
    packed.write(_PACKED, _made_of(), packed.packed(values))


_HERE = Path(__file__).parent
_PACKED = _HERE / "tables.packed"


def _made_of() -> bytes:
    """Return a digest of all that the shared tables are made of: lists, the languages' tables, the code."""
    languages = (PACKAGE / "languages" / code / "names.toml" for code in available())
    code = (_HERE / name for name in ("tables.py", "packed.py", "key.py"))
    return packed.digest([*sorted((_HERE / "data").iterdir()), *filter(Path.exists, languages), *code])


def _made() -> Gazetteer:
    """Return the shared tables made of their texts."""
    places: dict[str, Place] = {}
    by_name: dict[str, Place] = {}
    ids, kinds, countries, people, called, others = _columns("places.tsv", 6)
    for place, more in zip(map(Place, ids, called, kinds, countries, map(int, people)), others, strict=True):
        by_name.setdefault(place.name, place)
        places.setdefault(place.name, place)
        for form in more.split("|") if more else ():
            places.setdefault(form, place)
    for row in [*_lines("exonyms.tsv"), *_brought("places")]:
        place = by_name.get(row[0]) or Place(f"x:{row[0]}", row[0], "city", "", 500)
        for form in (row[0], *(row[1].split("|") if len(row) > 1 else ())):
            places[form] = place
    for row in _lines("regions.tsv"):
        place = Place(f"r:{row[0]}", row[0], "region", "", 1000)
        for form in (row[0], *(row[1].split("|") if len(row) > 1 else ())):
            if form not in places or places[form].kind in ("city", "state"):
                places[form] = place
    organisations: dict[str, str] = {}
    for row in [*_lines("organisations.tsv"), *_brought("organisations")]:
        for form in (row[0], *(row[1].split("|") if len(row) > 1 else ())):
            organisations.setdefault(form, row[0])
    spaced_places = [form for form in places if " " in form]
    spaced_bodies = [form for form in organisations if " " in form]
    folded = {form.lower(): ("place", places[form].name) for form in spaced_places if len(form) > 5}
    folded.update({f.lower(): ("organisation", organisations[f]) for f in spaced_bodies if len(f) > 5})
    mixed: dict[str, list[str]] = {}
    spaced = {*spaced_bodies, *spaced_places}
    small = (form for form in spaced if form[0].isupper() and form[form.rfind(" ") + 1].islower())
    for form in sorted(small, key=lambda f: (-len(f), f)):
        mixed.setdefault(form.partition(" ")[0], []).append(form)
    given = _words("given.txt").union(*(load(code).table("names").get("given", ()) for code in available()))
    return Gazetteer(
        places=places,
        organisations=organisations,
        given=given,
        surnames=_words("surnames.txt"),
        given_more=_words("given_more.txt"),
        family_more=_words("family_more.txt"),
        family_first=_words("syllables.txt"),
        mixed={first: tuple(forms) for first, forms in mixed.items()},
        folded=folded,
        starts=frozenset([form.partition(" ")[0].lower() for form in spaced]),
        given_stems=frozenset(stem(w) for w in given if w[0] > "\u0400"),
    )


def country(name: str) -> str:
    """Return the country (ISO 3166) of a place by its name, "" where the tables do not have it."""
    place = gazetteer().places.get(name)
    return place.country or (place.id if place.kind == "country" else "") if place is not None else ""


@functools.cache
def stems() -> Mapping[str, Place]:
    """Return the places of the tables written in Cyrillic by the stems of their words, whatever the case ending."""
    return {
        " ".join(map(stem, form.split())): place
        for form, place in packed.names_from(gazetteer().places, "\u0400")
        if form[0] > "\u0400" and script(form) == "cyrillic" and (place.kind != "city" or place.people > 100)
    }


@functools.cache
def metonyms() -> Mapping[str, str]:
    """Return the country each seat of government stands for."""
    return {row[0]: row[1] for row in _lines("metonyms.tsv")}


@functools.cache
def run_pattern(code: str) -> regex.Pattern[str]:
    """Return the pattern of a run of capitalised words with the small words of language `code` between them."""
    lex = lexicon(code)
    small = "|".join(
        sorted(
            (regex.escape(w) for w in lex.connectors | lex.particles if len(w) > 1 or w in "ye&"),
            key=lambda w: (-len(w), w),
        )
    )
    glued = "|".join(sorted((regex.escape(w) for w in lex.elisions), key=lambda w: (-len(w), w)))
    gap = r"[ \u00a0](?:-[ ])?"
    if small:
        gap += rf"(?:(?:{small})[ \u00a0](?:(?:{small})[ \u00a0])?)?"
    if glued:
        gap += rf"(?:(?:{glued})')?"
    gap = rf"(?:{gap}|[ ]?&[ ]?|[/–](?=\p{{Lu}}))"
    word = f"(?P<word>{WORD})"
    return compiled_by_regex(rf"(?<![\p{{L}}\p{{N}}_@#]){word}(?:{gap}{word})*+", regex.V1)


@functools.cache
def small_head_pattern(code: str) -> regex.Pattern[str] | None:
    """Return the pattern, read backwards from a name, of a body's head written small and what links it to the name."""
    lex = lexicon(code)
    if not lex.organisation_common:
        return None
    heads = "|".join(sorted(lex.organisation_common))
    links = "|".join(sorted(map(regex.escape, lex.link_words), key=lambda w: (-len(w), w)))
    adjective = r"(?:(?P<adjective>[\p{L}\p{M}-]++)[ ])?"  # whether it is one of origin is for the caller to see
    return compiled_by_regex(rf"(?r)(?<!\p{{L}})(?:{heads})[ ]{adjective}(?:(?:{links})(?:[ ]|'))+$", regex.V1)


_ABBREVIATED = (
    "St|Ste|Mt|Ft|Sr|Jr|At|Dr|Mr|Mrs|Ms|Gen|Col|Lt|Capt|Prof|Rev|Sen|Gov|Rep|Hon|Sgt|Maj|Brig|Mgr|MM?|Me|Pr|Mme|D|Dña"
    "|Sra|Dra|Dott|Ing|On|Avv|Hr|Fr"
)
WORD = (
    r"(?:(?:EE\.[ \u00a0]?UU|FF\.[ ]?AA|JJ\.[ ]?OO|CC\.[ ]?OO)\."
    r"|(?:\p{Lu}\.[ -]?){2,}(?![\p{L}])|\p{Lu}\.(?=[ \u00a0-]?\p{Lu})"
    rf"|(?=\p{{L}}{{1,4}}\.)(?:{_ABBREVIATED})\.(?=[ \u00a0]?\p{{Lu}})"
    r"|(?:al|el|as|ash|an|ad|ar|at|az|ul|ur)(?:-|\u2060-\u2060)\p{Lu}[\p{L}\p{M}]*"
    r"|\p{Lu}[\p{L}\p{M}\p{N}]*"
    r"(?:(?:'(?=\p{Lu}|(?!s(?!\p{L}))\p{Ll}{1,3}(?!\p{L}))|-(?=[\p{L}\p{N}])|\u2060-\u2060(?=\p{L}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)"
)
"""A capitalised word: initials and abbreviated titles keep their full stop, "China's" ends before its 's."""


@functools.cache
def word_pattern() -> regex.Pattern[str]:
    return compiled_by_regex(WORD, regex.V1)
