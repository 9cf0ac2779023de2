"""Who is who across the articles of a story.

Every article brings its own entities (the fullest form it gives of each). They join when they mean the same one:

    places and bodies   one line of the tables (Pékin, Beijing), else the same letters
    persons             the family name is the same, or sounds the same by its romanisation key and looks alike, and the
                        given names agree: equal, an initial, or the same name in another spelling
    a family name alone joins the one person of the story who bears it; two bearers, and it stays alone

Precision first: "Claire Martin" and "Paul Martin" stay apart, and so does what only sounds alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from recoupe.model import Anchor, Entity, Name
from recoupe.model.ids import digest
from recoupe.names.key import fold_name, key, script
from recoupe.names.spans import is_given, lookup
from recoupe.names.spellings import alike, bears, family_key, is_initial, one_lone_name, same_person
from recoupe.names.tables import gazetteer


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """`entities` of a story, most mentioned first; `by_article[article][name.entity]` is the entity's id."""

    entities: tuple[Entity, ...]
    by_article: Mapping[str, Mapping[str, str]]


class _Node(msgspec.Struct, gc=False):
    """One entity of one article."""

    article: str
    name: str
    type: str = "person"
    types: dict[str, int] = {}
    forms: dict[str, int] = {}
    roles: dict[str, int] = {}
    mentions: int = 0
    first: tuple[int, int, str] | None = None


def _most(counts: Mapping[str, int]) -> str:
    """Return what was counted most often, the last by the alphabet where two were."""
    return max(counts, key=lambda word: (counts[word], word)) if len(counts) > 1 else next(iter(counts))


def _count(counts: dict[str, int], word: str, times: int = 1) -> None:
    counts[word] = counts.get(word, 0) + times  # a Counter takes longer to make than a few words to count


class _Group(msgspec.Struct, gc=False):
    """Nodes that mean one entity. `name` is the fullest person name so far."""

    type: str
    names: dict[str, int] = {}
    nodes: list[_Node] = []
    articles: set[str] = set()

    def add(self, node: _Node) -> None:
        self.nodes.append(node)
        self.articles.add(node.article)


def link(articles: Sequence[tuple[str, str, Sequence[Name]]]) -> Linked:
    """Return the entities of `articles` (id, language, names), and each article's own names mapped to their ids."""
    nodes = [node for article, _, names in articles for node in _nodes(article, names)]
    groups = _things([n for n in nodes if n.type != "person"]) + _persons([n for n in nodes if n.type == "person"])
    _roles(articles, groups)
    by_article: dict[str, dict[str, str]] = {article: {} for article, _, _ in articles}
    entities = _apart([_entity(group) for group in groups])
    for group, entity in zip(groups, entities, strict=True):
        for node in group.nodes:
            by_article[node.article][node.name] = entity.id
    ordered = sorted(entities, key=lambda e: (-e.mentions, -len(e.articles), e.name, e.id))
    return Linked(entities=tuple(ordered), by_article=by_article)


def _nodes(article: str, names: Sequence[Name]) -> list[_Node]:
    found: dict[str, _Node] = {}
    for name in names:
        node = found.get(name.entity)
        if node is None:
            node = found[name.entity] = _Node(article, name.entity)
        node.mentions += 1
        kind, text, types, forms = name.type, name.text, node.types, node.forms
        if name.role:
            _count(node.roles, text)
            if not types and text != name.entity:
                types[kind] = 0
            continue
        types[kind] = types.get(kind, 0) + 1  # not by `_count`: it is done for every name of a story
        forms[text] = forms.get(text, 0) + 1
        if node.first is None:
            node.first = (name.start, name.end, text)
    # A role that stands for nobody named is no entity of the story.
    named = [n for n in found.values() if n.forms]
    for node in named:
        node.type = _most(node.types)
    return named


def _roles(articles: Sequence[tuple[str, str, Sequence[Name]]], groups: Sequence[_Group]) -> None:
    """Give the roles no article explains by itself to the one person whom another article of the story says it is.

    The key of a role is the same in every language ("leader:RU:"), so a French article may explain a Spanish one.
    """
    owner: dict[str, dict[str, _Group]] = {article: {} for article, _, _ in articles}
    for group in groups:
        for node in group.nodes:
            owner[node.article][node.name] = group
    roles = [(article, name) for article, _, names in articles for name in names if name.role]
    taught: dict[str, list[_Group]] = {}
    for article, name in roles:
        bearer = owner[article].get(name.entity)
        if bearer is not None and bearer.type == "person":
            known = taught.setdefault(_role_key(name), [])
            if not any(bearer is k for k in known):
                known.append(bearer)
    made: dict[tuple[str, str], dict[int, _Node]] = {}
    for article, name in roles:
        who = taught.get(_role_key(name), [])
        if name.entity in owner[article] or len(who) != 1 or not name.rule.split(":")[2]:
            continue
        of_name = made.setdefault((article, name.entity), {})
        made_node = of_name.get(id(who[0]))
        if made_node is None:
            made_node = of_name[id(who[0])] = _Node(article, name.entity)
            who[0].add(made_node)
        made_node.mentions += 1
        _count(made_node.roles, name.text)


def _role_key(name: Name) -> str:
    return name.rule.split(":", 1)[-1]


def _by_name(nodes: Iterable[_Node]) -> dict[str, list[_Node]]:
    """Return the nodes by their name: what many articles call alike is looked at once."""
    out: dict[str, list[_Node]] = {}
    for node in nodes:
        out.setdefault(node.name, []).append(node)
    return out


def _things(nodes: Sequence[_Node]) -> list[_Group]:
    """Join places and bodies by the tables, else by their letters."""
    groups: dict[str, _Group] = {}
    for name, called in _by_name(nodes).items():
        group_of: dict[str, _Group] = {}
        for node in called:
            group = group_of.get(node.type)
            if group is None:
                mark = _mark(name, node.type)
                group = group_of[node.type] = groups.setdefault(mark, _Group(node.type))
            group.add(node)
    for group in groups.values():
        types: dict[str, int] = {}
        for node in group.nodes:
            for kind, times in node.types.items():
                types[kind] = types.get(kind, 0) + times
        group.type = _most(types)
    return list(groups.values())


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


def _persons(nodes: Sequence[_Node]) -> list[_Group]:
    """Join persons: full names first, then family names alone where one person of the story bears them."""
    called = _by_name(nodes)
    full = {name for name in called if " " in fold_name(name)}
    groups = _in_full({name: called[name] for name in full})
    return groups + _alone({name: called[name] for name in called.keys() - full}, groups)


def _in_full(called: Mapping[str, Sequence[_Node]]) -> list[_Group]:
    """Return the persons with these full names, each with the nodes called so; the fullest names come first."""
    groups: list[_Group] = []
    by_key: dict[str, list[_Group]] = {}
    for name in sorted(called, key=lambda n: (-len(n.split()), -max(node.mentions for node in called[n]), n)):
        near = by_key.setdefault(family_key(name), [])
        fits = [g for g in near if any(same_person(name, m) for m in g.names)]
        nodes = sorted(called[name], key=lambda n: (-n.mentions, n.article))
        if len({g.nodes[0].name for g in fits}) == 1:
            _join(fits[0], name, nodes)
            continue
        # an initial of two people may stand for another one in each article
        apart = [[node] for node in nodes] if fits and is_initial(name.split()[0]) else [nodes]
        made = [_join(_Group("person"), name, part) for part in apart]
        groups += made
        near += made
    return groups


def _alone(called: Mapping[str, Sequence[_Node]], groups: Iterable[_Group]) -> list[_Group]:
    """Give nodes with names of one word to the one of `groups` that bears each; return the others' own groups."""
    by_word: dict[str, list[_Group]] = {}
    for group in groups:
        marks = {f"last:{family_key(m)}" for m in group.names} | {
            f"first:{fold_name(m.split()[0])}" for m in group.names
        }
        for mark in sorted(marks):
            by_word.setdefault(mark, []).append(group)
    lone: dict[str, list[tuple[str, _Group]]] = {}
    for name in sorted(called):
        near = {id(g): g for mark in (f"last:{key(name)}", f"first:{fold_name(name)}") for g in by_word.get(mark, ())}
        bearers = [g for g in near.values() if any(bears(m, name) for m in g.names)]
        left = []
        for node in sorted(called[name], key=lambda n: n.article):
            bearer = _one_bearer(bearers, node.article)
            if bearer is None:
                left.append(node)
            else:
                bearer.add(node)
        if left:
            fellows = lone.setdefault(key(name), [])
            fitting = next((g for other, g in fellows if alike(other, name) and one_lone_name(other, name)), None)
            if fitting is None:
                fitting = _Group("person", {name: left[0].mentions})
                fellows.append((name, fitting))
            for node in left:
                fitting.add(node)
    return [g for fellows in lone.values() for _, g in fellows]


def _join(group: _Group, name: str, nodes: Sequence[_Node]) -> _Group:
    for node in nodes:
        group.add(node)
    group.names[name] = sum(n.mentions for n in nodes)
    return group


_DOMINANT = 8
"""A person named in full so many times as often as all namesakes together is who a family name alone means."""


def _one_bearer(bearers: Sequence[_Group], article: str) -> _Group | None:
    """Return the one person who bears a family name, None when two do.

    A lone mention that begins with no given name ("Per Trump") is no rival of a person the story often names. Nor is
    somebody the story hardly names beside one it is about, unless the article names only that somebody.
    """
    if len(bearers) > 1:
        bearers = [g for g in bearers if sum(g.names.values()) > 1 or any(is_given(m.split()[0]) for m in g.names)]
    if len(bearers) > 1:
        counts = [sum(g.names.values()) for g in bearers]
        first = max(range(len(counts)), key=lambda i: counts[i])
        named = [article in g.articles for g in bearers]
        if counts[first] >= _DOMINANT * (sum(counts) - counts[first]) and (named[first] or not any(named)):
            return bearers[first]
    return bearers[0] if len(bearers) == 1 else None


def _entity(group: _Group) -> Entity:
    forms: set[str] = set()
    fullest: dict[str, int] = {}
    roles: set[str] = set()
    for node in group.nodes:
        forms.update(node.forms)
        roles.update(node.roles)
        if node.forms:
            fullest[node.name] = fullest.get(node.name, 0) + node.mentions
    candidates = {n: c for n, c in fullest.items() if len(n.split()) > 1} if group.type == "person" else fullest
    latin = {n: c for n, c in (candidates or fullest).items() if script(n) == "latin"}
    name = max((latin or candidates or fullest).items(), key=lambda item: (item[1], item[0]))[0]
    articles = sorted(group.articles)
    first = next((n for n in group.nodes if n.first), None)
    anchor = None
    if first and first.first:
        anchor = Anchor(article=first.article, page="", start=first.first[0], end=first.first[1], exact=first.first[2])
    return Entity(
        id="e" + digest(group.type, name),
        name=name,
        type=group.type,
        aliases=tuple(sorted({*forms, *fullest})),
        articles=tuple(articles),
        mentions=sum(node.mentions for node in group.nodes),
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
