"""Which articles name the same person: the names of a story's people, in full and by one word alone.

Whether two spellings may be one name is told by `spellings`; here the other names of the story are asked too: who else
bears that family name, whom another article names so without what stands before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recoupe.names.called import is_full
from recoupe.names.groups import Group, Node
from recoupe.names.key import fold_name
from recoupe.names.spans import is_given
from recoupe.names.spellings import alike, bears, family_key, is_initial, one_lone_name, same_person
from recoupe.text.patterns import compiled


def persons(nodes: Sequence[Node]) -> list[Group]:
    """Join persons: full names first, then family names alone where one person of the story bears them."""
    called = _by_name(nodes)
    spelt: dict[str, str] = {}
    for name in sorted(called, key=lambda n: (-sum(node.called.mentions for node in called[n]), n)):
        first = spelt.setdefault(fold_name(name), name) if is_full(name) else name
        if first != name:  # "Lee Sung-un", "Lee Sung Un"
            called[first] = [*called[first], *called.pop(name)]
    for name in sorted(called):
        plain = _without_realm(name) or _without_noun(name, called) or _in_full_letters(name, called)
        if plain is not None:
            called[plain] = [*called.get(plain, ()), *called.pop(name)]
    full = {name for name in called if is_full(name)}
    groups = _in_full({name: called[name] for name in full})
    return groups + _alone({name: called[name] for name in called.keys() - full}, groups)


def _without_realm(name: str) -> str | None:
    """Return a ruler's name without what follows its numeral: "Otto IV d'Ems" is "Otto IV"."""
    ruler = _RULER.match(name)
    return ruler[1] if ruler is not None else None


_RULER = compiled(r"(\w[\w' -]* (?:[IVX]{2,}|[IV])\.?) [a-z]")


def _without_noun(name: str, called: Mapping[str, Sequence[Node]]) -> str | None:
    """Return the name without its first word where other articles give it so: "Geologin Ana Ruiz", where "Geologin" is
    no given name and "Ana Ruiz", in this spelling or another, is somebody of the story."""
    first, _, plain = name.partition(" ")
    mine = {node.article for node in called[name]}
    if " " not in plain or is_given(first) or not is_given(plain.split()[0]):
        return None
    sound = called[name][0].called.mark
    spelt = [plain] if plain in called else [n for n in called if n != name and _called_so(n, plain, sound, called)]
    return plain if any(node.article not in mine for other in spelt for node in called[other]) else None


def _in_full_letters(name: str, called: Mapping[str, Sequence[Node]]) -> str | None:
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


def _called_so(name: str, plain: str, sound: str, called: Mapping[str, Sequence[Node]]) -> bool:
    """Tell whether a name is another spelling of a plain one whose last word sounds so: "Delawar" and "Delavar"."""
    if called[name][0].called.mark != sound or len(name.split()) != len(plain.split()):
        return False
    return same_person(name, plain)


def _in_full(called: Mapping[str, Sequence[Node]]) -> list[Group]:
    """Return the persons with these full names, each with the nodes called so; the fullest names come first."""
    groups: list[Group] = []
    by_key: dict[str, list[Group]] = {}
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
        made = [_join(Group("person", sound), name, part) for part in apart]
        groups += made
        near += made
    return groups


def _alone(called: Mapping[str, Sequence[Node]], groups: Iterable[Group]) -> list[Group]:
    """Give nodes with names of one word to the one of `groups` that bears each; return the others' own groups."""
    by_word: dict[str, list[Group]] = {}
    for group in groups:
        for mark in sorted({f"last:{group.sound}", *(f"first:{fold_name(m.split()[0])}" for m in group.names)}):
            by_word.setdefault(mark, []).append(group)
    lone: dict[str, list[tuple[str, Group]]] = {}
    for name in sorted(called):
        sound = called[name][0].called.mark
        near = {id(g): g for mark in (f"last:{sound}", f"first:{fold_name(name)}") for g in by_word.get(mark, ())}
        bearers = [g for g in near.values() if any(bears(m, name) for m in g.names)]
        left = []
        for node in sorted(called[name], key=lambda n: n.article):
            bearer = _one_bearer(bearers, node)
            if bearer is None:
                left.append(node)
            else:
                bearer.add(node)
        if left:
            fellows = lone.setdefault(sound, [])
            fitting = next((g for other, g in fellows if alike(other, name) and one_lone_name(other, name)), None)
            if fitting is None:
                fitting = Group("person", sound, {name: left[0].called.mentions})
                fellows.append((name, fitting))
            for node in left:
                fitting.add(node)
    return [g for fellows in lone.values() for _, g in fellows]


def _join(group: Group, name: str, nodes: Sequence[Node]) -> Group:
    for node in nodes:
        group.add(node)
    group.names[name] = sum(n.called.mentions for n in nodes)
    return group


_DOMINANT = 8
"""A person named in full so many times as often as all namesakes together is who a family name alone means."""

_AGAIN = 4
"""So many times as often as all bearers named in the article a family name stands alone that is of none of them."""


def _one_bearer(bearers: Sequence[Group], lone: Node) -> Group | None:
    """Return the one person who bears a family name, None when two do.

    A lone mention that begins with no given name ("Per Trump") is no rival of a person the story often names. Nor is
    somebody the story hardly names beside one it is about, unless the article names only that somebody, and as often.
    """
    if len(bearers) > 1:
        bearers = [g for g in bearers if sum(g.names.values()) > 1 or any(is_given(m.split()[0]) for m in g.names)]
    if len(bearers) > 1:
        counts = [sum(g.names.values()) for g in bearers]
        first = max(range(len(counts)), key=lambda i: counts[i])
        named = [lone.article in g.articles for g in bearers]
        if counts[first] >= _DOMINANT * (sum(counts) - counts[first]):
            others = [n.called for g in bearers for n in g.nodes if n.article == lone.article]
            again = lone.called.mentions >= _AGAIN * sum(called.mentions for called in others)
            if named[first] or again:  # "Rill" again and again beside "Anna Rill" once
                return bearers[first]
    return bearers[0] if len(bearers) == 1 else None


def _by_name(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    """Return the nodes by their name: what many articles call alike is looked at once."""
    out: dict[str, list[Node]] = {}
    for node in nodes:
        out.setdefault(node.called.name, []).append(node)
    return out
