"""Descriptions that stand for a person: "le chancelier allemand", "the Kremlin leader", "l'ancienne conseillère".

The article itself says who is meant: "le chancelier allemand Friedrich Merz" teaches that this role, of that country,
is Friedrich Merz, and so does "Fiona Hill, conseillère de ...". A later role is that person when exactly one taught
person fits; else its entity is the words themselves.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe.model import Name
from recoupe.names.tables import lexicon
from recoupe.names.wording import Role, apposed, found, read


def find_roles(text: str, names: Sequence[Name], code: str) -> list[Name]:
    """Return the roles in `text` (one kind of apostrophe) as names with `role` set; `names` are those found in it."""
    lex = lexicon(code)
    pattern = _heads(code)
    if pattern is None:
        return []
    by_start = {n.start: n for n in names}
    by_end = {n.end: n for n in names}
    lesson = _Lesson()
    open_roles: list[Role] = []
    out: list[Name] = []
    reach = -1
    low = text.lower()
    low = low if len(low) == len(text) else text
    for start, end in found(pattern, low, lex.nouns_capitalised):
        if start < reach:
            continue
        role = read(text, start, end, lex, by_start, by_end)
        reach = role.end
        person = apposed(text, role, by_start, by_end, lex)
        if person is not None:
            role = lesson.learn(role, person.entity)
            if role.narrow and not role.indefinite:
                out.append(_name(text, role, person.entity, "taught"))
        elif role.definite:
            open_roles.append(role)
    for role in open_roles:
        entity = lesson.who(role)
        if entity is None and not role.narrow:
            continue
        out.append(_name(text, role, entity or text[role.start : role.end], "role"))
    return out


def _name(text: str, role: Role, entity: str, rule: str) -> Name:
    """Return the role as a name; its `rule` keeps what it says in no language: "role:leader:RU:"."""
    start = role.start
    return Name(
        start=start, end=role.end, text=text[start : role.end], type="person", entity=entity, role=True,
        rule=f"{rule}:{'former ' if role.former else ''}{role.group}:{role.of}:{role.matter}",
    )  # fmt: skip


@functools.cache
def _heads(code: str) -> AhoCorasick | None:
    roles = sorted(lexicon(code).roles)
    return AhoCorasick(roles, matchkind=MatchKind.LeftmostLongest) if roles else None


class _Lesson:
    """What an article has taught: who holds a role. Every question and answer takes the same time."""

    def __init__(self) -> None:
        self._exact: dict[tuple[str, str, str, bool], set[str]] = {}
        self._alike: dict[tuple[str, str, bool], set[str]] = {}
        self._everyone: dict[str, set[str]] = {}
        self._last: Role | None = None

    def learn(self, role: Role, entity: str) -> Role:
        """Note that `role` is `entity`; a counterpart has the role of the one named before it."""
        last = self._last
        if role.group == "counterpart" and last and role.start - last.end < 250:
            role = msgspec.structs.replace(role, group=last.group, head=last.head, matter=last.matter)
        self._last = role
        word = _word(role.head)
        for of in {role.of, "*"}:
            self._exact.setdefault((word, of, role.matter, role.former), set()).add(entity)
        if not role.matter:
            self._alike.setdefault((role.group, role.of, role.former), set()).add(entity)
        self._everyone.setdefault(role.of, set()).add(entity)
        return role

    def who(self, role: Role) -> str | None:
        """Return the one person this role means; None if the article does not say, or names two.

        A former holder is not the holder. Where nothing narrows a role ("the adviser"), either may be meant.
        """
        word, of = _word(role.head), role.of if role.narrow else "*"
        exact = self._exact.get((word, of, role.matter, role.former), set())
        if not exact and not role.narrow:
            exact = self._exact.get((word, of, role.matter, not role.former), set())
        if exact:
            return next(iter(exact)) if len(exact) == 1 else None
        if not role.of:
            return None
        if role.group == "counterpart":
            fitting = self._everyone.get(role.of, set())
        else:
            fitting = set() if role.matter else self._alike.get((role.group, role.of, role.former), set())
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
