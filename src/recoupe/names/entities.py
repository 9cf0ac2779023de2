"""The entity that a group of names stands for: its name, its aliases, an id that stays as the story grows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.model import Anchor, Entity
from recoupe.model.ids import digest
from recoupe.names.groups import Group
from recoupe.names.key import script
from recoupe.names.spans import is_given


def entities(groups: Sequence[Group]) -> list[Entity]:
    """Return the entity of each group, in their order."""
    return _apart([_entity(group) for group in groups])


def _entity(group: Group) -> Entity:
    forms: set[str] = set()
    fullest: dict[str, int] = {}
    roles: set[str] = set()
    mentions = 0
    for called in [node.called for node in group.nodes]:
        forms.update(called.forms)
        roles.update(called.roles)
        mentions += called.mentions
        if called.forms:
            fullest[called.name] = fullest.get(called.name, 0) + called.mentions
    candidates = {n: c for n, c in fullest.items() if len(n.split()) > 1} if group.type == "person" else fullest
    candidates = {
        n: c for n, c in candidates.items() if n.partition(" ")[2] not in candidates or is_given(n.split()[0])
    }
    latin = {n: c for n, c in (candidates or fullest).items() if script(n) == "latin"}
    name = max((latin or candidates or fullest).items(), key=lambda item: (item[1], item[0]))[0]
    articles = sorted(group.articles)
    anchor = None
    for node in group.nodes:
        if node.called.first is not None:
            start, end, exact = node.called.first
            anchor = Anchor(article=node.article, page="", start=start, end=end, exact=exact)
            break
    return Entity(
        id="e" + digest(group.type, name),
        name=name,
        type=group.type,
        aliases=tuple(sorted({*forms, *fullest})),
        articles=tuple(articles),
        mentions=mentions,
        roles=tuple(sorted(roles)),
        first=anchor,
    )


def _apart(entities: Sequence[Entity]) -> list[Entity]:
    """Return `entities` with ids that tell namesakes apart; the one most mentioned keeps the id its name gives.

    An id rests on the name alone, not on who prints it, so that it stays as the story grows.
    """
    bearers: dict[str, list[Entity]] = {}
    for entity in entities:
        bearers.setdefault(entity.id, []).append(entity)
    if len(bearers) == len(entities):
        return list(entities)
    others = {
        (e.id, e.articles, e.aliases): "e" + digest(e.type, e.name, *e.aliases, *e.articles)
        for namesakes in bearers.values()
        for e in sorted(namesakes, key=lambda e: (-e.mentions, e.articles, e.aliases))[1:]
    }
    return [
        msgspec.structs.replace(e, id=others[mine]) if (mine := (e.id, e.articles, e.aliases)) in others else e
        for e in entities
    ]
