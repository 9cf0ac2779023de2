"""One dispute is one line: findings that differ and rest in part on the same words are joined.

What the words near a value add to its scope ("in the valley", "on Friday") makes several groups of one thing; 12:30
against 13:30 here and about 12:30 against 13:30 there is one dispute between three clocks. Joined are findings of one
attribute and unit that cite one place of a text, and those of two attributes that cite two of their values at the same
places ("landed", "touched the ground"); an evolving one stays evolving. A year that pages agree on is one line too. Of
their scopes stays what half of the sources have.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from recoupe.claims.article import untold
from recoupe.claims.comparison import explain
from recoupe.claims.comparison.alike import both, scope_of_most
from recoupe.claims.comparison.group import Key
from recoupe.model import Article, Finding, Independent, Value

DIFFERING = ("evolving", "disputed")
"""Statuses that are joined; the first of them that one has is that of all."""


def joined(found: Sequence[Finding], articles: Mapping[str, Article], independent: Independent) -> list[Finding]:
    """Return the findings, each dispute once, in their order."""
    group_of: dict[int, list[int]] = {}
    citing: dict[tuple[object, ...], int] = {}
    for number, finding in enumerate(found):
        if finding.status not in DIFFERING:
            continue
        group_of[number] = [number]
        for support in (s for v in finding.values for s in v.support):
            place = (finding.attribute, finding.unit, *support.place)
            _join(group_of, citing.setdefault(place, number), number)
    for one, other in _of_the_same_values(found, group_of):
        _join(group_of, one, other)
    whole = {id(group): sorted(group) for group in group_of.values() if len(group) > 1}
    hosts = {group[0]: [found[n] for n in group] for group in whole.values()}
    gone = {n for group in whole.values() for n in group[1:]}
    left = [_of_all(hosts[n], articles, independent) if n in hosts else f for n, f in enumerate(found) if n not in gone]
    return _once_a_year(left, articles, independent)


def _once_a_year(found: Sequence[Finding], articles: Mapping[str, Article], independent: Independent) -> list[Finding]:
    """Return the findings with one line for each year that pages agree on: a story recalls it beside many names."""
    lines: dict[object, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.status == "agreed" and finding.attribute == untold.YEAR:
            lines[finding.values[0].low].append(finding)
    whole = {id(max(same, key=lambda f: (f.weight, f.id))): same for same in lines.values() if len(same) > 1}
    gone = {id(f) for same in whole.values() for f in same} - whole.keys()
    return [_of_all(whole[id(f)], articles, independent) if id(f) in whole else f for f in found if id(f) not in gone]


def _join(group_of: dict[int, list[int]], one: int, other: int) -> None:
    """Put two findings, given by their numbers, and those joined to either into one group."""
    theirs, mine = group_of[one], group_of[other]
    if theirs is not mine:
        theirs.extend(mine)
        for number in mine:
            group_of[number] = theirs


def _of_the_same_values(found: Sequence[Finding], differing: Iterable[int]) -> list[tuple[int, int]]:
    """Return the pairs of differing findings of one unit whose values, two at least, cite the same places."""
    at: dict[tuple[object, ...], list[tuple[int, int]]] = defaultdict(list)
    for number in differing:
        for n, value in enumerate(found[number].values):
            for support in value.support:
                at[found[number].unit, *support.place].append((number, n))
    shared: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for citing in at.values():
        for (one, a), (other, b) in itertools.combinations(citing, 2):
            if one != other:
                shared[one, other].add((a, b))
    return [
        pair
        for pair, values in sorted(shared.items())
        if len({a for a, _ in values}) >= VALUES and len({b for _, b in values}) >= VALUES
    ]


VALUES = 2
"""Values that two findings of two attributes must cite at the same places to be one dispute."""


def _of_all(group: Sequence[Finding], articles: Mapping[str, Article], independent: Independent) -> Finding:
    status = min((f.status for f in group), key=(*DIFFERING, "agreed").index)
    host = max(group, key=lambda f: (f.status == status, f.weight, f.id))
    by_value: dict[tuple[object, ...], list[Value]] = defaultdict(list)
    for value in (v for f in (host, *(g for g in group if g is not host)) for v in f.values):
        by_value[value.low, value.high, value.unit].append(value)
    values = [_merged(same) for same in by_value.values()]
    if status == "disputed":
        values.sort(key=lambda v: -len({s.article for s in v.support}))
    key = Key(host.attribute, host.unit or "", None, (), (), False)
    return msgspec.structs.replace(
        host,
        scope=scope_of_most(group),
        values=tuple(values),
        independent=independent(sorted({s.article for v in values for s in v.support})),
        explanation=explain.sentence(key, host.status, values, articles),
        weight=max(f.weight for f in group),
    )


def _merged(same: Sequence[Value]) -> Value:
    value = same[0]
    for other in same[1:]:
        value = msgspec.structs.replace(value, support=both(value, other))
    return value
