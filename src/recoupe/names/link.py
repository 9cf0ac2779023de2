"""Who is who across the articles of a story.

Every article brings its own entities (the fullest form it gives of each). They join when they mean the same one:

    places and bodies   one line of the tables (Pékin, Beijing), else the same letters
    persons             the family name is the same, or sounds the same by its romanisation key and looks alike, and the
                        given names agree: equal, an initial, or the same name in another spelling
    a family name alone joins the one person of the story who bears it; two bearers, and it stays alone

Precision first: "Claire Martin" and "Paul Martin" stay apart, and so does what only sounds alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from recoupe.model import Entity, Name
from recoupe.names.called import Called, Known, count
from recoupe.names.entities import entities
from recoupe.names.groups import Group, Node, things
from recoupe.names.holders import Holders
from recoupe.names.persons import persons


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """`entities` of a story, most mentioned first; `by_article[article][name.entity]` is the entity's id.

    `holders` tells whom a description means that no article explains by itself.
    """

    entities: tuple[Entity, ...]
    by_article: Mapping[str, Mapping[str, str]]
    holders: Holders


def link(articles: Sequence[tuple[str, Known]]) -> Linked:
    """Return the entities of `articles` (id, what is `known` of its names), and each article's own names mapped to
    their ids."""
    nodes = [Node(article, called) for article, names in articles for called in names.called]
    groups = things([n for n in nodes if n.called.type != "person"])
    groups += persons([n for n in nodes if n.called.type == "person"])
    owner: dict[str, dict[str, Group]] = {article: {} for article, _ in articles}
    for group in groups:
        for node in group.nodes:
            owner[node.article][node.called.name] = group
    roles = [(article, name) for article, names in articles for name in names.roles]
    _roles(roles, owner)
    by_article: dict[str, dict[str, str]] = {article: {} for article, _ in articles}
    found = entities(groups)
    for group, entity in zip(groups, found, strict=True):
        for node in group.nodes:
            by_article[node.article][node.called.name] = entity.id
    people = {e.id: e.aliases for e in found if e.type == "person"}
    first = {
        article: {
            who: c.first[0]
            for c in sorted(names.called, key=lambda c: -c.first[0] if c.first else 0)
            if c.first and (who := by_article[article][c.name]) in people
        }
        for article, names in articles
    }
    return Linked(
        entities=tuple(sorted(found, key=lambda e: (-e.mentions, -len(e.articles), e.name, e.id))),
        by_article=by_article,
        holders=Holders([(article, names.posts) for article, names in articles], by_article, first, people),
    )


def _roles(roles: Sequence[tuple[str, Name]], owner: Mapping[str, Mapping[str, Group]]) -> None:
    """Give the roles no article explains by itself to the one person whom another article of the story says it is.

    The key of a role is the same in every language ("leader:RU:"), so a French article may explain a Spanish one.
    `owner` has by article and name whom an article means.
    """
    taught: dict[str, list[Group]] = {}
    for article, name in roles:
        bearer = owner[article].get(name.entity)
        if bearer is not None and bearer.type == "person":
            bearers = taught.setdefault(_role_key(name), [])
            if not any(bearer is k for k in bearers):
                bearers.append(bearer)
    told: dict[tuple[str, str, int], tuple[Group, dict[str, int]]] = {}
    for article, name in roles:
        who = taught.get(_role_key(name), [])
        if name.entity in owner[article] or len(who) != 1 or not name.rule.split(":")[2]:
            continue
        count(told.setdefault((article, name.entity, id(who[0])), (who[0], {}))[1], name.text)
    for (article, entity, _), (group, words) in told.items():
        group.add(Node(article, Called(entity, "", "person", {}, {}, words, sum(words.values()), None)))


def _role_key(name: Name) -> str:
    return name.rule.split(":", 1)[-1]
