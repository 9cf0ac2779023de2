"""Descriptions that stand for a person: "le chancelier allemand", "the Kremlin leader", "l'ancienne conseillère".

The article itself says who is meant: "le chancelier allemand Friedrich Merz" teaches that this role, of that country,
is Friedrich Merz, and so does "Fiona Hill, conseillère de ...". A later role is that person when exactly one taught
person fits; else its entity is the words themselves.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import msgspec
import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe.model import Name
from recoupe.names.tables import Lexicon, gazetteer, lexicon, metonyms
from recoupe.text.patterns import compiled_by_regex

_BEFORE = compiled_by_regex(r"(?r)([\p{L}\p{M}\p{N}.-]+'?)[ ]?\Z", regex.V1)
_AFTER = compiled_by_regex(r"[ ]?(\p{L}[\p{L}\p{M}-]*'?)", regex.V1)
_PREFIX = compiled_by_regex(r"(?r)\p{L}+-\Z", regex.V1)
_COMMA = compiled_by_regex(r"[ ]?,?[ ]", regex.V1)


class _Role(msgspec.Struct, frozen=True, gc=False):
    """One description: its span, the head noun's class, what country, body or matter narrows it."""

    start: int
    end: int
    head: str
    group: str
    of: str
    matter: str
    definite: bool
    indefinite: bool = False


def find_roles(text: str, names: Sequence[Name], code: str) -> list[Name]:
    """Return the roles in `text` (one kind of apostrophe) as names with `role` set; `names` are those found in it."""
    lex = lexicon(code)
    pattern = _heads(code)
    if pattern is None:
        return []
    by_start = {n.start: n for n in names}
    by_end = {n.end: n for n in names}
    lesson = _Lesson()
    open_roles: list[_Role] = []
    out: list[Name] = []
    reach = -1
    low = text.lower()
    low = low if len(low) == len(text) else text
    for start, end in _found(pattern, low, lex.nouns_capitalised):
        if start < reach:
            continue
        role = _read(text, start, end, lex, by_start, by_end)
        reach = role.end
        person = _apposed(text, role, by_start, by_end, lex)
        if person is not None:
            role = lesson.learn(role, person.entity)
            if (role.of or role.matter) and not role.indefinite:
                out.append(_name(text, role, person.entity, "taught"))
        elif role.definite:
            open_roles.append(role)
    for role in open_roles:
        entity = lesson.who(role)
        if entity is None and not (role.of or role.matter):
            continue
        out.append(_name(text, role, entity or text[role.start : role.end], "role"))
    return out


def _found(pattern: AhoCorasick, low: str, compounds: bool) -> Iterator[tuple[int, int]]:
    for _, start, end in pattern.find_matches_as_indexes(low):
        if _in_word(low, end):
            continue
        if start and low[start - 1] == "-" and compounds:  # "Kreml-Chef"
            prefix = _PREFIX.search(low, max(0, start - 20), start)
            if prefix is None:
                continue
            start = prefix.start()
        if _in_word(low, start - 1):
            continue
        yield start, end


def _in_word(low: str, at: int) -> bool:
    """Tell whether the character at `at` is of a word, or a hyphen; there is none at -1."""
    char = low[at : at + 1]
    return char.isalnum() or char == "-"


def _name(text: str, role: _Role, entity: str, rule: str) -> Name:
    """Return the role as a name; its `rule` keeps what it says in no language: "role:leader:RU:"."""
    start = role.start
    return Name(
        start=start, end=role.end, text=text[start : role.end], type="person", entity=entity, role=True,
        rule=f"{rule}:{role.group}:{role.of}:{role.matter}",
    )  # fmt: skip


@functools.cache
def _heads(code: str) -> AhoCorasick | None:
    roles = sorted(lexicon(code).roles)
    return AhoCorasick(roles, matchkind=MatchKind.LeftmostLongest) if roles else None


@functools.cache
def _groups(code: str) -> dict[str, str]:
    table = lexicon(code).table.get("role_groups", {})
    return {word: group for group, words in table.items() for word in words}


def _read(
    text: str, start: int, end: int, lex: Lexicon, by_start: dict[int, Name], by_end: dict[int, Name], depth: int = 0
) -> _Role:
    """Return the description whose head noun is `text[start:end]`, with the words that belong to it."""
    head = text[start:end].lower()
    of = ""
    whose, _, bare = head.rpartition("-")
    if whose and bare in lex.roles and lex.nouns_capitalised:  # "US-Präsident", "Kreml-Chef"
        of = _country(text[start : start + len(whose)])
        head = bare if of else head
    end, of, matter = _behind(text, end, of, lex, by_start, depth)
    group = _groups(lex.code).get(head, head)
    return _with_words_before(_Role(start, end, head, group, of, matter, False), text, lex, by_end)


def _behind(text: str, end: int, of: str, lex: Lexicon, by_start: dict[int, Name], depth: int) -> tuple[int, str, str]:
    """Return where a description ends whose head noun ends at `end`, of what it is and what its matter is: adjectives
    stand behind the noun, then "of" something."""
    while following := _AFTER.match(text, end):
        word = following.group(1).lower()
        if word in lex.demonyms:
            of = of or lex.demonyms[word]
        elif word not in lex.role_adjectives:
            break
        end = following.end()
    linked = _linked(text, end, lex, by_start, depth)
    if linked is None:
        return end, of, ""
    end, what, kind = linked
    if kind != "matter":
        return end, of or what, ""
    again = _linked(text, end, lex, by_start)
    if again and again[2] == "of" and not of:
        end, of = again[0], again[1]
    following = _AFTER.match(text, end)
    if following and following.group(1).lower() in lex.demonyms and not of:
        of, end = lex.demonyms[following.group(1).lower()], following.end()
    return end, of, what


def _with_words_before(role: _Role, text: str, lex: Lexicon, by_end: dict[int, Name]) -> _Role:
    """Return a description with the words before its head noun: of what country, which one, the article."""
    start, of, matter = role.start, role.of, role.matter
    definite = indefinite = former = False
    while before := _BEFORE.search(text, max(0, start - 40), start):
        bare = before.group(1).lower().rstrip("'")
        stop = before.end(1)
        name = by_end.get(stop) or by_end.get(stop - 2 if text[stop - 2 : stop] == "'s" else -1)
        if bare in lex.role_articles:
            definite = bare in lex.definite
            indefinite = not definite
            if bare not in lex.role_contractions:
                start = before.start(1)
            break
        if bare in lex.role_prefixes or (bare in lex.role_adjectives and not former):
            former = bare in lex.role_prefixes
            start = before.start(1)
        elif lex.adjectives_before and bare in lex.demonyms and not of:
            of, start = lex.demonyms[bare], before.start(1)
        elif lex.adjectives_before and name and name.type != "person" and not of:
            of, start = _seat(name), name.start
        elif lex.adjectives_before and bare in lex.portfolios and not matter:
            matter, start = bare, before.start(1)
        else:
            break
    return msgspec.structs.replace(role, start=start, of=of, matter=matter, definite=definite, indefinite=indefinite)


def _linked(
    text: str, end: int, lex: Lexicon, by_start: dict[int, Name], depth: int = 0
) -> tuple[int, str, str] | None:
    """Return (end, what, kind) of an "of ..." at `end`: a place or body ("of") or a minister's matter ("matter")."""
    at = end
    for _ in range(3):
        following = _AFTER.match(text, at)
        if not following:
            return None
        word = following.group(1).lower()
        name = by_start.get(following.start(1))
        if at > end and name is not None:
            return (name.end, _seat(name), "of") if name.type != "person" else None
        if at > end and word in lex.roles and depth == 0:
            inner = _read(text, following.start(1), following.end(1), lex, by_start, {}, depth + 1)
            return inner.end, inner.of, "of"
        if at > end and word in lex.portfolios:
            stop = following.end(1)
            more = _AFTER.match(text, stop)
            if more and more.group(1).lower() in lex.portfolio_adjectives:
                stop = more.end(1)
            return stop, text[following.start(1) : stop].lower(), "matter"
        if word.rstrip("'") not in lex.link_words:
            return None
        at = following.end(1)
        glued = by_start.get(at)
        if glued is not None:
            return (glued.end, _seat(glued), "of") if glued.type != "person" else None
    return None


def _country(word: str) -> str:
    """Return the country a name of the tables stands for, or its body; "" for other words."""
    tables = gazetteer()
    body = tables.organisations.get(word)
    if body:
        return metonyms().get(body, body)
    place = tables.places.get(word)
    return place.country if place and place.kind == "country" else ""


def _seat(name: Name) -> str:
    """Return the country a place or a seat of government stands for, else the name itself."""
    tables = gazetteer()
    body = tables.organisations.get(name.text)
    if body:
        return metonyms().get(body, body)
    place = tables.places.get(name.text)
    if place and place.country and place.kind == "country":
        return place.country
    return name.entity


def _apposed(text: str, role: _Role, by_start: dict[int, Name], by_end: dict[int, Name], lex: Lexicon) -> Name | None:
    """Return the person the role stands beside: "le président X", "le président, X,", "X, président"."""
    gap = _COMMA.match(text, role.end)
    if gap:
        name = by_start.get(gap.end())
        if name is not None and name.type == "person":
            # "the president, Ana Ruiz and her son": a list, unless the name is closed by a comma or a full stop.
            listed = "," in gap.group() and text[name.end : name.end + 1] not in (",", ".", ")", ";", ":")
            return None if listed else name
    before = text[max(0, role.start - 3) : role.start]
    for opening in (", ", " (", "("):
        if before.endswith(opening):
            name = by_end.get(role.start - len(opening))
            if name is not None and name.type == "person" and (not role.definite or _closed(text, role.end, lex)):
                return name
    return None


def _closed(text: str, end: int, lex: Lexicon) -> bool:
    """Tell whether a role behind a name ends there: "X, the president, ..." but not "for X, the president said"."""
    if text[end : end + 1] in (",", ".", ")", ";", ":", "\n", ""):
        return True
    following = _AFTER.match(text, end)
    return following is not None and following.group(1).lower().rstrip("'") in (lex.link_words | lex.place_prepositions)


class _Lesson:
    """What an article has taught: who holds a role. Every question and answer takes the same time."""

    def __init__(self) -> None:
        self._exact: dict[tuple[str, str, str], set[str]] = {}
        self._alike: dict[tuple[str, str], set[str]] = {}
        self._everyone: dict[str, set[str]] = {}
        self._last: _Role | None = None

    def learn(self, role: _Role, entity: str) -> _Role:
        """Note that `role` is `entity`; a counterpart has the role of the one named before it."""
        last = self._last
        if role.group == "counterpart" and last and role.start - last.end < 250:
            role = msgspec.structs.replace(role, group=last.group, head=last.head, matter=last.matter)
        self._last = role
        word = _word(role.head)
        for of in {role.of, "*"}:
            self._exact.setdefault((word, of, role.matter), set()).add(entity)
        if not role.matter:
            self._alike.setdefault((role.group, role.of), set()).add(entity)
        self._everyone.setdefault(role.of, set()).add(entity)
        return role

    def who(self, role: _Role) -> str | None:
        """Return the one person this role means; None if the article does not say, or names two."""
        narrow = bool(role.of or role.matter)
        exact = self._exact.get((_word(role.head), role.of if narrow else "*", role.matter), set())
        if exact:
            return next(iter(exact)) if len(exact) == 1 else None
        if not role.of:
            return None
        if role.group == "counterpart":
            fitting = self._everyone.get(role.of, set())
        else:
            fitting = set() if role.matter else self._alike.get((role.group, role.of), set())
        return next(iter(fitting)) if len(fitting) == 1 else None


@functools.lru_cache(maxsize=4096)
def _word(head: str) -> str:
    """Return a head noun without its feminine ending, so that "conseillère" and "conseiller" agree."""
    for feminine, masculine in (
        ("ère", "er"),
        ("trice", "teur"),
        ("euse", "eur"),
        ("ienne", "ien"),
        ("ora", "or"),
        ("in", ""),
    ):
        if head.endswith(feminine) and len(head) > len(feminine) + 3:
            return head[: -len(feminine)] + masculine
    return head[:-1] if head.endswith(("e", "a")) and len(head) > 4 else head
