"""Whom an article names, and where: what a timeline needs of its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recoupe.model import Name


class Naming(NamedTuple):
    """Whom an article names: the story's id (else the article's own name), whether as a `person`, and where the words
    begin, those that name (`starts`) and those that only describe (`roles`)."""

    entity: str
    person: bool
    starts: tuple[int, ...]
    roles: tuple[int, ...]


def read(names: Iterable[Name], entities: Mapping[str, str]) -> list[Naming]:
    """Return whom an article names. `entities` maps its own names for someone to the story's ids."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        mentions[entities.get(name.entity, name.entity)].append(name)
    return [
        Naming(
            entity=entity,
            person=any(n.type == "person" for n in its),
            starts=tuple(sorted(n.start for n in its if not n.role)),
            roles=tuple(sorted(n.start for n in its if n.role)),
        )
        for entity, its in mentions.items()
    ]


def within(naming: Naming, start: int, end: int) -> bool:
    """Tell whether an article names or describes somebody within `[start, end)`."""
    return any(start <= place < end for place in (*naming.starts, *naming.roles))
