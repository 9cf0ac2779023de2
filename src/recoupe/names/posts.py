"""Who holds which post, as one article says it right beside a name, and which post or country some words ask for.

    "Anna Brun, maire d'Ems,"                    -> mayor, Ems: Anna Brun
    "l'Américaine Ann Poe", "der Russe Oleg Rill" -> of that country
    "le maire d'Ems", "l'Américaine"             -> what is asked for

Posts have one key in every language (the table `facts`, section `post`); a description that no table knows has its
noun's. "Former mayor", "deputy mayor" and "spokesman for the mayor" are other posts than "mayor".
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe.languages import load
from recoupe.model import Name
from recoupe.names.spans import even
from recoupe.names.tables import Lexicon, lexicon
from recoupe.names.wording import Role, apposed, found, qualifying, read
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

LEADER = "leader"
"""The key of words that only say who leads a country: "le dirigeant russe"."""

LEADERS = frozenset(("president", "prime minister", "chancellor", "king", "queen"))
"""Posts whose holder a country's leader may be."""

OFFICES = LEADERS | frozenset(
    (
        "vice president", "foreign minister", "defence minister", "interior minister", "finance minister",
        "economy minister", "justice minister", "health minister", "transport minister", "energy minister",
        "environment minister", "secretary of state", "attorney general", "governor", "mayor", "pope", "spokesman",
        "ambassador", "envoy", "adviser", "prosecutor", "lawyer", "speaker of parliament", "chief executive",
        "party leader", "coach", "judge", "captain", "director", "police chief", "union leader", "prefect", "bishop",
        "flight director", "mission director", "harbour master", "fire chief", "negotiator",
    )
)  # fmt: skip
"""The keys of the table that are of people; the others are of things ("ship", "dam") and of companies."""

ALONE = frozenset(
    (
        "chief executive", "prosecutor", "pope", "police chief", "flight director", "mission director", "governor",
        "captain", "harbour master", "fire chief", "coach", "union leader", "negotiator",
    )
)  # fmt: skip
"""Posts of which a story has one: who is meant need not be named in the article if two others say who holds it."""

_WORDS = compiled_by_regex(r"\p{L}+", regex.V1)
_ORIGIN = compiled_by_regex(r"(\p{L}+)(?:[ \u00a0]|')(\p{L}[\p{L}\p{M}-]*)", regex.V1)
_LAST = compiled_by_regex(r"(?r)(\p{L}+)(?:[ \u00a0]|')(\p{L}[\p{L}\p{M}-]*)[ \u00a0]\Z", regex.V1)
_OF_BODY = compiled_by_regex(
    r"[ \u00a0](\p{Ll}{1,5})['\u00a0 ](?:\p{L}[\p{L}'-]*[ \u00a0]){0,3}\p{L}[\p{L}-]*, ", regex.V1
)
_BODY_OF = compiled_by_regex(r"(?r), (\p{Ll}+) (?:\p{Ll}[\p{L}-]* ){1,3}\Z", regex.V1)
BEFORE = 40
"""Characters before a name in which a word of origin stands."""


class Post(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """`[start, end)` of an article says that `entity` (as the article calls them) holds the post `key`.

    `of` is a country's code, else the place or body as the article calls it, "" where it is not told. A word of origin
    has no key.
    """

    key: str
    of: str
    entity: str
    start: int
    end: int


class Asked(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the words at `start` ask for: who holds the post `key`, "" for who is of the country `of`."""

    key: str
    of: str
    start: int


def posts(text: str, names: Sequence[Name], language: str | None) -> tuple[Post, ...]:
    """Return what an article says of the posts and the countries of its people, in order; `names` are those in it."""
    lex = lexicon(language)
    heads = _heads(lex.code)
    people = {n.end: n for n in names if not n.role}
    if heads is None or not any(n.type == "person" for n in people.values()):
        return ()
    plain = even(text)
    by_start = {n.start: n for n in people.values()}
    out = [Post("", of, n.entity, start, n.end) for n, of, start in _origins(plain, people.values(), lex)]
    beside: tuple[Role, Name] | None = None
    for role in reversed(list(_roles(plain, heads, lex, by_start, people))):
        name = apposed(plain, role, by_start, people, lex)
        if name is None and _key(role, lex) in ALONE:
            name = _of_a_body(plain, role, by_start, people, lex)
        if name is None and beside is not None and plain[role.end : beside[0].start] == ", ":
            name = beside[1]  # "the president of the agency, the engineer Ann Poe"
        beside = (role, name) if name is not None else None
        if name is not None:
            out.append(
                Post(_key(role, lex), role.of, name.entity, min(role.start, name.start), max(role.end, name.end))
            )
    return tuple(sorted(out, key=lambda p: (p.start, p.end, p.key)))


def _of_a_body(text: str, role: Role, by_start: dict[int, Name], by_end: dict[int, Name], lex: Lexicon) -> Name | None:
    """ "the governor of the central bank, Ann Poe,", "Ann Poe, the central bank governor,": return the person beside a
    post that is of a body without a name."""
    behind = _OF_BODY.match(text, role.end)
    if behind is not None and behind.group(1) in lex.link_words:
        name = by_start.get(behind.end())
        closed = name is not None and name.type == "person" and text[name.end : name.end + 1] in (",", ".")
        return name if closed else None
    before = _BODY_OF.search(text, max(0, role.start - BEFORE), role.start)
    if before is None or before.group(1) not in lex.definite or text[role.end : role.end + 1] not in (",", "."):
        return None
    name = by_end.get(before.start())
    another = not qualifying(lex.code).isdisjoint(before.group().split())  # "the former central bank governor"
    return name if name is not None and name.type == "person" and not another else None


def asked(text: str, start: int, end: int, names: Sequence[Name], language: str | None) -> Asked | None:
    """Return what the words `[start, end)` of a text ask for, None where they are neither a post nor a word of origin.

    They must be definite ("the mayor", not "a mayor" nor "his mayor"), stand for one person and say nothing else.
    """
    lex = lexicon(language)
    plain = even(text)
    origin = _ORIGIN.fullmatch(plain, start, end)
    if origin is not None:
        country = _one_of(origin, lex)
        if country:
            return Asked("", country, start)
    heads = _heads(lex.code)
    if heads is None:
        return None
    others = [n for n in names if not n.role]
    by_start, by_end = {n.start: n for n in others}, {n.end: n for n in others}
    for at, until in found(heads, plain[start:end].lower(), lex.nouns_capitalised):
        role = read(plain, start + at, start + until, lex, by_start, by_end)
        before, behind = plain[start : max(start, role.start)], plain[min(end, role.end) : end]
        definite = role.definite or (before and _ORIGIN.match(before) and before.split()[0].lower() in lex.definite)
        whole = _plain(before, lex) and _plain(behind, lex)
        return Asked(_key(role, lex), role.of, start) if whole and definite else None
    return None


def _plain(words: str, lex: Lexicon) -> bool:
    """Tell whether words beside a post say of what it is without a name: "the company's", "de la ville"."""
    small = lex.definite | lex.link_words | lex.organisation_cues | lex.place_cues
    return all(w in small or w == "s" for w in _WORDS.findall(words.lower()))


def _roles(
    text: str, heads: AhoCorasick, lex: Lexicon, by_start: dict[int, Name], by_end: dict[int, Name]
) -> Iterator[Role]:
    low = text.lower()
    reach = -1
    for start, end in found(heads, low if len(low) == len(text) else text, lex.nouns_capitalised):
        if start >= reach:
            role = read(text, start, end, lex, by_start, by_end)
            reach = role.end
            yield role


def _origins(text: str, names: Iterable[Name], lex: Lexicon) -> Iterator[tuple[Name, str, int]]:
    """Yield the people right behind a word of origin, the country and where the words begin: "l'Américaine Ann Poe"."""
    for name in names:
        before = _LAST.search(text, max(0, name.start - BEFORE), name.start) if name.type == "person" else None
        country = _one_of(before, lex) if before is not None else ""
        if country and before is not None:
            yield name, country, before.start()


def _one_of(words: regex.Match[str], lex: Lexicon) -> str:
    """Return the country of "the American" where these words stand for one person, else ""."""
    noun = words.group(2).lower()
    country = lex.demonyms.get(noun, "")
    ends = lex.one.get(words.group(1).lower())
    one = ends is not None and noun.endswith(ends)
    return country if one and len(country) == 2 else ""  # a longer code is a continent's or a people's


def _key(role: Role, lex: Lexicon) -> str:
    mine: list[str] = _WORDS.findall(fold(f"{role.head} {role.matter}"))
    bags = _bags(lex.code)
    for word in mine:
        for bag, office in bags.get(word, ()):
            if bag <= set(mine):
                return f"former {office}" if role.former else office
    groups = lex.table.get("role_groups", {})
    key = role.group if role.group in groups else f"{lex.code}:{role.head}"
    if role.matter:
        key += f":{lex.code}:{role.matter}"
    return f"former {key}" if role.former else key


@functools.cache
def _offices(code: str) -> dict[str, tuple[str, ...]]:
    """Return the posts of the table that are people's, with their words."""
    table = load(code).table("facts").get("post", {})
    return {key: tuple(w for w in words if "*" not in w) for key, words in table.items() if key in OFFICES}


@functools.cache
def _bags(code: str) -> dict[str, list[tuple[frozenset[str], str]]]:
    """Return the posts by each of their words, those of more words first; small words tell nothing."""
    lex = lexicon(code)
    small = {fold(w) for w in lex.link_words | lex.role_articles}
    out: dict[str, list[tuple[frozenset[str], str]]] = {}
    for office, phrases in _offices(code).items():
        for phrase in phrases:
            bag = frozenset(w for w in _WORDS.findall(fold(phrase)) if w not in small)
            for word in bag:
                out.setdefault(word, []).append((bag, office))
    return {word: sorted(bags, key=lambda b: (-len(b[0]), sorted(b[0]), b[1])) for word, bags in out.items()}


@functools.cache
def _heads(code: str) -> AhoCorasick | None:
    lex = lexicon(code)
    words = set(lex.roles).union(*_offices(code).values(), *lex.table.get("role_groups", {}).values())
    return AhoCorasick(sorted(w.lower() for w in words), matchkind=MatchKind.LeftmostLongest) if words else None
