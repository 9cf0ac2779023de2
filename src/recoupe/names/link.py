"""Who is who across the articles of a story.

Every article brings its own entities (the fullest form it gives of each). They join when they mean the same one:

    places and bodies   one line of the tables (Pékin, Beijing), else the same letters
    persons             the family name is the same, or sounds the same by its romanisation key and looks alike, and the
                        given names agree: equal, an initial, or the same name in another spelling
    a family name alone joins the one person of the story who bears it; two bearers, and it stays alone

Precision first: "Claire Martin" and "Paul Martin" stay apart, and so does what only sounds alike.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from recoupe.model import Anchor, Entity, Name
from recoupe.model.ids import digest
from recoupe.names.holders import Holders
from recoupe.names.key import fold_name, key, script
from recoupe.names.posts import Post
from recoupe.names.spans import is_given, lookup
from recoupe.names.spellings import alike, bears, family_key, is_initial, one_lone_name, same_person
from recoupe.names.tables import gazetteer
from recoupe.text.patterns import compiled


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """`entities` of a story, most mentioned first; `by_article[article][name.entity]` is the entity's id.

    `holders` tells whom a description means that no article explains by itself.
    """

    entities: tuple[Entity, ...]
    by_article: Mapping[str, Mapping[str, str]]
    holders: Holders


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


class _Node(msgspec.Struct, frozen=True, gc=False):
    """One entity of one article."""

    article: str
    called: Called


def _most(counts: Mapping[str, int]) -> str:
    """Return what was counted most often, the last by the alphabet where two were."""
    return max(counts, key=lambda word: (counts[word], word)) if len(counts) > 1 else next(iter(counts))


def _count(counts: dict[str, int], word: str, times: int = 1) -> None:
    counts[word] = counts.get(word, 0) + times  # a Counter takes longer to make than a few words to count


class _Group(msgspec.Struct, gc=False):
    """Nodes that mean one entity. Of a person `names` with how often each is mentioned, which all have one `sound`."""

    type: str
    sound: str = ""
    names: dict[str, int] = {}
    nodes: list[_Node] = []
    articles: set[str] = set()

    def add(self, node: _Node) -> None:
        self.nodes.append(node)
        self.articles.add(node.article)


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
            _count(roles.setdefault(who, {}), name.text)
            if who not in types and name.text != who:
                types[who] = {name.type: 0}
            continue
        _count(types.setdefault(who, {}), name.type)
        _count(forms.setdefault(who, {}), name.text)
        first.setdefault(who, (name.start, name.end, name.text))
    # A role that stands for nobody named is no entity of the story.
    called = []
    for who, count in mentions.items():
        if who in forms:
            kind = _most(types[who])
            mark = _sound(who) if kind == "person" else _mark(who, kind)
            called.append(Called(who, mark, kind, types[who], forms[who], roles.get(who, {}), count, first[who]))
    return Known(tuple(called), tuple(name for name in names if name.role), posts)


def link(articles: Sequence[tuple[str, Known]]) -> Linked:
    """Return the entities of `articles` (id, what is `known` of its names), and each article's own names mapped to
    their ids."""
    nodes = [_Node(article, called) for article, names in articles for called in names.called]
    groups = _things([n for n in nodes if n.called.type != "person"])
    groups += _persons([n for n in nodes if n.called.type == "person"])
    owner: dict[str, dict[str, _Group]] = {article: {} for article, _ in articles}
    for group in groups:
        for node in group.nodes:
            owner[node.article][node.called.name] = group
    roles = [(article, name) for article, names in articles for name in names.roles]
    _roles(roles, owner)
    by_article: dict[str, dict[str, str]] = {article: {} for article, _ in articles}
    entities = _apart([_entity(group) for group in groups])
    for group, entity in zip(groups, entities, strict=True):
        for node in group.nodes:
            by_article[node.article][node.called.name] = entity.id
    people = {e.id: e.aliases for e in entities if e.type == "person"}
    first = {
        article: {
            who: c.first[0]
            for c in sorted(names.called, key=lambda c: -c.first[0] if c.first else 0)
            if c.first and (who := by_article[article][c.name]) in people
        }
        for article, names in articles
    }
    return Linked(
        entities=tuple(sorted(entities, key=lambda e: (-e.mentions, -len(e.articles), e.name, e.id))),
        by_article=by_article,
        holders=Holders([(article, names.posts) for article, names in articles], by_article, first, people),
    )


def _roles(roles: Sequence[tuple[str, Name]], owner: Mapping[str, Mapping[str, _Group]]) -> None:
    """Give the roles no article explains by itself to the one person whom another article of the story says it is.

    The key of a role is the same in every language ("leader:RU:"), so a French article may explain a Spanish one.
    `owner` has by article and name whom an article means.
    """
    taught: dict[str, list[_Group]] = {}
    for article, name in roles:
        bearer = owner[article].get(name.entity)
        if bearer is not None and bearer.type == "person":
            bearers = taught.setdefault(_role_key(name), [])
            if not any(bearer is k for k in bearers):
                bearers.append(bearer)
    told: dict[tuple[str, str, int], tuple[_Group, dict[str, int]]] = {}
    for article, name in roles:
        who = taught.get(_role_key(name), [])
        if name.entity in owner[article] or len(who) != 1 or not name.rule.split(":")[2]:
            continue
        _count(told.setdefault((article, name.entity, id(who[0])), (who[0], {}))[1], name.text)
    for (article, entity, _), (group, words) in told.items():
        group.add(_Node(article, Called(entity, "", "person", {}, {}, words, sum(words.values()), None)))


def _role_key(name: Name) -> str:
    return name.rule.split(":", 1)[-1]


def _by_name(nodes: Iterable[_Node]) -> dict[str, list[_Node]]:
    """Return the nodes by their name: what many articles call alike is looked at once."""
    out: dict[str, list[_Node]] = {}
    for node in nodes:
        out.setdefault(node.called.name, []).append(node)
    return out


def _things(nodes: Sequence[_Node]) -> list[_Group]:
    """Join places and bodies by the tables, else by their letters."""
    groups: dict[str, _Group] = {}
    for node in nodes:
        mark = node.called.mark
        if mark not in groups:
            groups[mark] = _Group("")
        groups[mark].add(node)
    for group in groups.values():
        types: dict[str, int] = {}
        for node in group.nodes:
            for kind, times in node.called.types.items():
                types[kind] = types.get(kind, 0) + times
        group.type = _most(types)
    return list(groups.values())


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
    return family_key(name) if _is_full(name) else key(name)


def _is_full(name: str) -> bool:
    return " " in fold_name(name)


def _persons(nodes: Sequence[_Node]) -> list[_Group]:
    """Join persons: full names first, then family names alone where one person of the story bears them."""
    called = _by_name(nodes)
    spelt: dict[str, str] = {}
    for name in sorted(called, key=lambda n: (-sum(node.called.mentions for node in called[n]), n)):
        first = spelt.setdefault(fold_name(name), name) if _is_full(name) else name
        if first != name:  # "Lee Sung-un", "Lee Sung Un"
            called[first] = [*called[first], *called.pop(name)]
    for name in sorted(called):
        plain = _without_realm(name) or _without_noun(name, called) or _in_full_letters(name, called)
        if plain is not None:
            called[plain] = [*called.get(plain, ()), *called.pop(name)]
    full = {name for name in called if _is_full(name)}
    groups = _in_full({name: called[name] for name in full})
    return groups + _alone({name: called[name] for name in called.keys() - full}, groups)


def _without_realm(name: str) -> str | None:
    """Return a ruler's name without what follows its numeral: "Otto IV d'Ems" is "Otto IV"."""
    ruler = _RULER.match(name)
    return ruler[1] if ruler is not None else None


_RULER = compiled(r"(\w[\w' -]* (?:[IVX]{2,}|[IV])\.?) [a-z]")


def _without_noun(name: str, called: Mapping[str, Sequence[_Node]]) -> str | None:
    """Return the name without its first word where other articles give it so: "Geologin Ana Ruiz", where "Geologin" is
    no given name and "Ana Ruiz", in this spelling or another, is somebody of the story."""
    first, _, plain = name.partition(" ")
    mine = {node.article for node in called[name]}
    if " " not in plain or is_given(first) or not is_given(plain.split()[0]):
        return None
    sound = called[name][0].called.mark
    spelt = [plain] if plain in called else [n for n in called if n != name and _called_so(n, plain, sound, called)]
    return plain if any(node.article not in mine for other in spelt for node in called[other]) else None


def _in_full_letters(name: str, called: Mapping[str, Sequence[_Node]]) -> str | None:
    """Return the full name of whom a page calls by a given name and one letter, as pages do with suspects: "Otto R." is
    "Otto Rill" where others name nobody else so."""
    given, _, letter = name.rstrip(".").rpartition(" ")
    if not given or len(letter) != 1 or not letter.isupper():
        return None
    bearers = [n for n in called if len(n.split()[-1]) > LETTERS and _begun_so(n, given, letter)]
    families = {family_key(n) for n in bearers}
    return max(bearers, key=lambda n: (len(called[n]), n)) if len(families) == 1 else None


LETTERS = 2
"""Characters of a family name cut to its first letter: "R", "R."."""


def _begun_so(name: str, given: str, letter: str) -> bool:
    first, last = name.split()[0], name.split()[-1]
    return " " in name and fold_name(first) == fold_name(given.split()[0]) and last.startswith(letter)


def _called_so(name: str, plain: str, sound: str, called: Mapping[str, Sequence[_Node]]) -> bool:
    """Tell whether a name is another spelling of a plain one whose last word sounds so: "Delawar" and "Delavar"."""
    if called[name][0].called.mark != sound or len(name.split()) != len(plain.split()):
        return False
    return same_person(name, plain)


def _in_full(called: Mapping[str, Sequence[_Node]]) -> list[_Group]:
    """Return the persons with these full names, each with the nodes called so; the fullest names come first."""
    groups: list[_Group] = []
    by_key: dict[str, list[_Group]] = {}
    for name in sorted(called, key=lambda n: (-len(n.split()), -max(node.called.mentions for node in called[n]), n)):
        sound = called[name][0].called.mark
        near = by_key.setdefault(sound, [])
        fits = [g for g in near if any(same_person(name, m) for m in g.names)]
        nodes = sorted(called[name], key=lambda n: (-n.called.mentions, n.article))
        if len({g.nodes[0].called.name for g in fits}) == 1:
            _join(fits[0], name, nodes)
            continue
        # an initial of two people may stand for another one in each article
        apart = [[node] for node in nodes] if fits and is_initial(name.split()[0]) else [nodes]
        made = [_join(_Group("person", sound), name, part) for part in apart]
        groups += made
        near += made
    return groups


def _alone(called: Mapping[str, Sequence[_Node]], groups: Iterable[_Group]) -> list[_Group]:
    """Give nodes with names of one word to the one of `groups` that bears each; return the others' own groups."""
    by_word: dict[str, list[_Group]] = {}
    for group in groups:
        for mark in sorted({f"last:{group.sound}", *(f"first:{fold_name(m.split()[0])}" for m in group.names)}):
            by_word.setdefault(mark, []).append(group)
    lone: dict[str, list[tuple[str, _Group]]] = {}
    for name in sorted(called):
        sound = called[name][0].called.mark
        near = {id(g): g for mark in (f"last:{sound}", f"first:{fold_name(name)}") for g in by_word.get(mark, ())}
        bearers = [g for g in near.values() if any(bears(m, name) for m in g.names)]
        left = []
        for node in sorted(called[name], key=lambda n: n.article):
            bearer = _one_bearer(bearers, node.article)
            if bearer is None:
                left.append(node)
            else:
                bearer.add(node)
        if left:
            fellows = lone.setdefault(sound, [])
            fitting = next((g for other, g in fellows if alike(other, name) and one_lone_name(other, name)), None)
            if fitting is None:
                fitting = _Group("person", sound, {name: left[0].called.mentions})
                fellows.append((name, fitting))
            for node in left:
                fitting.add(node)
    return [g for fellows in lone.values() for _, g in fellows]


def _join(group: _Group, name: str, nodes: Sequence[_Node]) -> _Group:
    for node in nodes:
        group.add(node)
    group.names[name] = sum(n.called.mentions for n in nodes)
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
