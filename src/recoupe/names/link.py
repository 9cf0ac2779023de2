"""Who is who across the articles of a story.

Every article brings its own entities (the fullest form it gives of each). They join when they mean the same one:

    places and bodies   one line of the tables (Pékin, Beijing), else the same letters
    persons             the family name is the same, or sounds the same by its romanisation key and looks alike, and the
                        given names agree: equal, an initial, or the same name in another spelling
    a family name alone joins the one person of the story who bears it; two bearers, and it stays alone

Precision first: "Claire Martin" and "Paul Martin" stay apart, and so does what only sounds alike.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping, Sequence

import msgspec
from rapidfuzz import fuzz

from recoupe.model import Anchor, Entity, Name
from recoupe.model.ids import digest
from recoupe.names.key import fold_name, key, script, stem
from recoupe.names.spans import LATELY, is_given, lookup
from recoupe.names.tables import gazetteer


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """`entities` of a story, most mentioned first; `by_article[article][name.entity]` is the entity's id."""

    entities: tuple[Entity, ...]
    by_article: Mapping[str, Mapping[str, str]]


@dataclasses.dataclass
class _Node:
    """One entity of one article."""

    article: str
    name: str
    types: dict[str, int] = dataclasses.field(default_factory=dict)
    forms: dict[str, int] = dataclasses.field(default_factory=dict)
    roles: dict[str, int] = dataclasses.field(default_factory=dict)
    mentions: int = 0
    first: tuple[int, int, str] | None = None

    @property
    def type(self) -> str:
        return _most(self.types) if self.types else "person"


def _most(counts: Mapping[str, int]) -> str:
    """Return what was counted most often, the last by the alphabet where two were."""
    return max(counts, key=lambda word: (counts[word], word)) if len(counts) > 1 else next(iter(counts))


def _count(counts: dict[str, int], word: str, times: int = 1) -> None:
    counts[word] = counts.get(word, 0) + times  # a Counter takes longer to make than a few words to count


@dataclasses.dataclass
class _Group:
    """Nodes that mean one entity. `name` is the fullest person name so far."""

    type: str
    nodes: list[_Node]
    names: dict[str, int]


def link(articles: Sequence[tuple[str, str, Sequence[Name]]]) -> Linked:
    """Return the entities of `articles` (id, language, names), and each article's own names mapped to their ids."""
    nodes = [node for article, _, names in articles for node in _nodes(article, names)]
    people = [n.type == "person" for n in nodes]
    groups = _things([n for n, person in zip(nodes, people, strict=True) if not person])
    groups += _persons([n for n, person in zip(nodes, people, strict=True) if person])
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
        if name.role:
            _count(node.roles, name.text)
            if not node.types and name.text != name.entity:
                _count(node.types, name.type, 0)
        else:
            _count(node.types, name.type)
            _count(node.forms, name.text)
            if node.first is None:
                node.first = (name.start, name.end, name.text)
    # A role that stands for nobody named is no entity of the story.
    return [n for n in found.values() if n.forms]


def _roles(articles: Sequence[tuple[str, str, Sequence[Name]]], groups: Sequence[_Group]) -> None:
    """Give the roles no article explains by itself to the one person whom another article of the story says it is.

    The key of a role is the same in every language ("leader:RU:"), so a French article may explain a Spanish one.
    """
    owner = {(node.article, node.name): group for group in groups for node in group.nodes}
    taught: dict[str, list[_Group]] = {}
    for article, _, names in articles:
        for name in names:
            group = owner.get((article, name.entity))
            if name.role and group is not None and group.type == "person":
                known = taught.setdefault(_role_key(name), [])
                if not any(group is k for k in known):
                    known.append(group)
    for article, _, names in articles:
        for name in names:
            if not name.role or (article, name.entity) in owner:
                continue
            who = taught.get(_role_key(name), [])
            if len(who) != 1 or not name.rule.split(":")[2]:
                continue
            node = next((n for n in who[0].nodes if (n.article, n.name) == (article, name.entity)), None)
            if node is None:
                node = _Node(article, name.entity)
                who[0].nodes.append(node)
            node.mentions += 1
            _count(node.roles, name.text)


def _role_key(name: Name) -> str:
    return name.rule.split(":", 1)[-1]


def _things(nodes: Sequence[_Node]) -> list[_Group]:
    """Join places and bodies by the tables, else by their letters."""
    tables = gazetteer()
    groups: dict[str, _Group] = {}
    for node in nodes:
        place, body, entry = tables.places.get(node.name), tables.organisations.get(node.name), lookup(node.name)
        if body and (node.type == "organisation" or not place):
            mark = f"organisation:{body}"
        elif place and (node.type == "place" or not body):
            mark = f"place:{place.name}:{place.country}"
        elif entry:
            known = tables.places.get(entry[1])
            mark = f"{entry[0]}:{entry[1]}" + (f":{known.country}" if known and entry[0] == "place" else "")
        else:
            mark = f"name:{fold_name(node.name) or node.name}"
        group = groups.setdefault(mark, _Group(node.type, [], {}))
        group.nodes.append(node)
    for group in groups.values():
        types: dict[str, int] = {}
        for node in group.nodes:
            for kind, times in node.types.items():
                _count(types, kind, times)
        group.type = _most(types)
    return list(groups.values())


def _persons(nodes: Sequence[_Node]) -> list[_Group]:
    """Join persons: full names first, then family names alone where one person of the story bears them."""
    groups: list[_Group] = []
    by_key: dict[str, list[_Group]] = {}
    full = [n for n in nodes if len(fold_name(n.name).split()) > 1]
    alone = [n for n in nodes if len(fold_name(n.name).split()) <= 1]
    for node in sorted(full, key=lambda n: (-len(n.name.split()), -n.mentions, n.name, n.article)):
        fits = [g for g in by_key.get(_family_key(node.name), ()) if any(same_person(node.name, m) for m in g.names)]
        if len(fits) == 1 or (fits and len({g.nodes[0].name for g in fits}) == 1):
            group = fits[0]
        else:
            group = _Group("person", [], {})
            groups.append(group)
            by_key.setdefault(_family_key(node.name), []).append(group)
        group.nodes.append(node)
        group.names[node.name] = group.names.get(node.name, 0) + node.mentions
    by_word: dict[str, list[_Group]] = {}
    for group in groups:
        marks = {f"last:{_family_key(m)}" for m in group.names} | {
            f"first:{fold_name(m.split()[0])}" for m in group.names
        }
        for mark in sorted(marks):
            by_word.setdefault(mark, []).append(group)
    lone: dict[str, list[tuple[str, _Group]]] = {}
    for node in sorted(alone, key=lambda n: (n.name, n.article)):
        near = {
            id(g): g
            for mark in (f"last:{key(node.name)}", f"first:{fold_name(node.name)}")
            for g in by_word.get(mark, ())
        }
        bearer = _one_bearer([g for g in near.values() if any(_bears(m, node.name) for m in g.names)], node.article)
        if bearer is not None:
            bearer.nodes.append(node)
            continue
        fellows = lone.setdefault(key(node.name), [])
        fitting = next((g for name, g in fellows if _alike(name, node.name) and _one_lone_name(name, node.name)), None)
        if fitting is None:
            fitting = _Group("person", [], {node.name: node.mentions})
            fellows.append((node.name, fitting))
        fitting.nodes.append(node)
    return groups + [g for fellows in lone.values() for _, g in fellows]


def _one_lone_name(one: str, other: str) -> bool:
    """Tell whether two names of one word, with nothing beside them, are spellings of one: "Alix" is not "Alexei"."""
    if script(one) != script(other):
        return True
    return _given_agree(one, other) and fuzz.ratio(_letters(one), _letters(other)) >= _LONE_ALIKE


_LONE_ALIKE = 75
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
        named = [any(n.article == article for n in g.nodes) for g in bearers]
        if counts[first] >= _DOMINANT * (sum(counts) - counts[first]) and (named[first] or not any(named)):
            return bearers[first]
    return bearers[0] if len(bearers) == 1 else None


def _family_key(name: str) -> str:
    return key(name.split()[-1])


@functools.lru_cache(maxsize=LATELY)
def _bears(full: str, alone: str) -> bool:
    """Tell whether the person called `full` may be called `alone`: the family name, or the first word (Xi Jinping)."""
    words = full.split()
    if _alike(words[-1], alone) and key(words[-1]) == key(alone):
        return True
    return fold_name(words[0]) == fold_name(alone)


@functools.lru_cache(maxsize=LATELY)
def same_person(one: str, other: str) -> bool:
    """Tell whether two full names may be spellings of one person's name."""
    if fold_name(one) == fold_name(other):
        return True
    a, b = one.split(), other.split()
    if key(a[-1]) != key(b[-1]) or not _alike(a[-1], b[-1]):
        return False
    return _given_agree(a[0], b[0]) and _middles_agree(a[1:-1], b[1:-1])


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether what stands between given and family name may be one person's: "George H.W." is not "George W."."""
    a, b = ("".join(_initials(word) for word in words) for words in (one, other))
    return a.startswith(b) or b.startswith(a)


def _initials(word: str) -> str:
    """Return the initials a middle word stands for; "" for a particle ("von", "dos")."""
    if word[:1].islower():
        return ""
    return "".join(fold_name(piece)[:1] for piece in word.split(".") if piece)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words with one key also look alike enough to be one name."""
    a, b = _letters(one), _letters(other)
    if a == b:
        return True
    if key(one) != key(other) or len(key(one)) < 2:
        return False
    if script(one) != script(other):
        return True
    # Short words of one key are often other names (Hill, Hilal): the fewer the sounds, the closer the letters must be.
    bar = {2: 88, 3: 76}.get(len(key(one)), 60)
    return fuzz.ratio(a, b) >= bar


@functools.lru_cache(maxsize=LATELY)
def _letters(word: str) -> str:
    """Return the letters of a word in ASCII, a Cyrillic one without its case ending."""
    return fold_name(stem(word) if script(word) == "cyrillic" else word).replace(" ", "")


def _given_agree(one: str, other: str) -> bool:
    """Tell whether two given names may be one: equal, an initial, a spelling of the same, a clipped form."""
    a, b = _letters(one), _letters(other)
    if not a or not b or a == b:
        return True
    if "." in one or "." in other:  # "J.-P." is Jean-Pierre
        x, y = ("".join(piece[0] for piece in fold_name(word).split()) for word in (one, other))
        if ("-" in one and "-" in other) or len(x) == len(y):
            return x == y
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short) or key(long)[:1] == key(short)[:1]
    if long.startswith(short) and len(short) >= 3:
        return long[len(short) :] not in ("a", "e", "ie", "ine", "ina", "elle", "ette", "ella")
    if key(one) != key(other):
        return False
    if script(one) != script(other):
        return True
    ends = {a[-1], b[-1]}
    return not (ends & {"a", "e"} and ends & {"o", "i", "y", "a"} and len(ends) == 2 and a[-1] != b[-1])


def _entity(group: _Group) -> Entity:
    forms: set[str] = set()
    fullest: dict[str, int] = {}
    roles: set[str] = set()
    for node in group.nodes:
        forms.update(node.forms)
        roles.update(node.roles)
        if node.forms:
            _count(fullest, node.name, node.mentions)
    candidates = {n: c for n, c in fullest.items() if len(n.split()) > 1} if group.type == "person" else fullest
    latin = {n: c for n, c in (candidates or fullest).items() if script(n) == "latin"}
    name = max((latin or candidates or fullest).items(), key=lambda item: (item[1], item[0]))[0]
    articles = sorted({node.article for node in group.nodes})
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
    others = {
        (e.id, e.articles, e.aliases): "e" + digest(e.type, e.name, *e.aliases, *e.articles)
        for namesakes in bearers.values()
        for e in sorted(namesakes, key=lambda e: (-e.mentions, e.articles, e.aliases))[1:]
    }
    return [msgspec.structs.replace(e, id=others.get((e.id, e.articles, e.aliases), e.id)) for e in entities]
