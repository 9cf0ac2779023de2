"""What one article calls those it names: all that linking its entities to those of other articles needs of it."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.model import Name
from recoupe.names.key import fold_name, key
from recoupe.names.posts import Post
from recoupe.names.spans import lookup
from recoupe.names.spellings import family_key
from recoupe.names.tables import gazetteer


class Called(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Whom or what one article means by a `name`, the fullest form it gives: how many `mentions`, how often of which of
    `types`, in which words that name (`forms`) or describe (`roles`), where it first names them (start, end, words).

    `mark` is what all names of one place or body share; names of one person share theirs, but so do others'.
    """

    name: str
    mark: str
    type: str
    types: dict[str, int]
    forms: dict[str, int]
    roles: dict[str, int]
    mentions: int
    first: tuple[int, int, str] | None


class Known(msgspec.Struct, frozen=True, array_like=True):
    """What linking needs of one article's names: what it calls each entity, the `roles` among them, who has which of
    the `posts`."""

    called: tuple[Called, ...]
    roles: tuple[Name, ...]
    posts: tuple[Post, ...] = ()


def known(names: Sequence[Name], posts: tuple[Post, ...] = ()) -> Known:
    """Return what linking needs of one article's names and of the posts of its people (`posts.posts`)."""
    mentions: dict[str, int] = {}
    types: dict[str, dict[str, int]] = {}
    forms: dict[str, dict[str, int]] = {}
    roles: dict[str, dict[str, int]] = {}
    first: dict[str, tuple[int, int, str]] = {}
    for name in names:
        who = name.entity
        mentions[who] = mentions.get(who, 0) + 1
        if name.role:
            count(roles.setdefault(who, {}), name.text)
            if who not in types and name.text != who:
                types[who] = {name.type: 0}
            continue
        count(types.setdefault(who, {}), name.type)
        count(forms.setdefault(who, {}), name.text)
        first.setdefault(who, (name.start, name.end, name.text))
    # A role that stands for nobody named is no entity of the story.
    called = []
    for who, times in mentions.items():
        if who in forms:
            kind = most(types[who])
            mark = _sound(who) if kind == "person" else _mark(who, kind)
            called.append(Called(who, mark, kind, types[who], forms[who], roles.get(who, {}), times, first[who]))
    return Known(tuple(called), tuple(name for name in names if name.role), posts)


@functools.lru_cache(maxsize=1 << 14)
def _mark(name: str, kind: str) -> str:
    """Return what all names of one place or body share."""
    tables = gazetteer()
    place, body, entry = tables.places.get(name), tables.organisations.get(name), lookup(name)
    if body and (kind == "organisation" or not place):
        return f"organisation:{body}"
    if place and (kind == "place" or not body):
        return f"place:{place.name}:{place.country}"
    if entry:
        known = tables.places.get(entry[1])
        return f"{entry[0]}:{entry[1]}" + (f":{known.country}" if known and entry[0] == "place" else "")
    return f"name:{fold_name(name) or name}"


def _sound(name: str) -> str:
    """Return the key of a person's family name, of a name of one word that word's."""
    return family_key(name) if is_full(name) else key(name)


def is_full(name: str) -> bool:
    """Tell whether a person's name has more than one word."""
    return " " in fold_name(name)


def most(counts: Mapping[str, int]) -> str:
    """Return what was counted most often, the last by the alphabet where two were."""
    return max(counts, key=lambda word: (counts[word], word)) if len(counts) > 1 else next(iter(counts))


def count(counts: dict[str, int], word: str, times: int = 1) -> None:
    """Count a word so many times more."""
    counts[word] = counts.get(word, 0) + times  # a Counter takes longer to make than a few words to count
