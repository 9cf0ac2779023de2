"""Clauses that tell one deed or one absence by the words of the tables alone, whatever else they say.

"there was none of it": one thing, the same in every language
one deed done to one thing or person, by nobody else ("rode in the car")
one doer, one deed, one thing done to, and the opposite sign
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from recoupe.claims.article.facts.clauses import Clause, Deed
from recoupe.claims.own import of_the_story
from recoupe.claims.sayings.likeness import other_amount, other_day

RECURRING = frozenset(("meet", "die", "hurt", "investigate", "rise", "win", "high", "possible", "true"))
"""Deeds done again and again in one story, and states: that two clauses tell one does not make it the same one."""


def told_alike(told: Sequence[Clause], articles: int) -> list[list[Clause]]:
    """Return groups of clauses that say there was none of one thing, or that one deed was done to one thing."""
    main = _main(told, articles)
    return [part for group in (*_absent(told, main), *_done(told, main)) for part in _of_one_thing(group, main)]


def _main(told: Iterable[Clause], articles: int) -> frozenset[str]:
    """Return whom the story is about: they tell no two statements apart."""
    named: dict[str, set[str]] = defaultdict(set)
    for clause in told:
        named[clause.article].update(clause.entities)
    return of_the_story(named.values(), articles)


def _absent(told: Iterable[Clause], main: frozenset[str]) -> list[list[Clause]]:
    """Return the clauses by what they say there was none of: "no deal" of the story, apart from one "with Iran"."""
    groups: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for clause in told:
        for thing, of in clause.none_of[:1]:
            groups[thing, "" if of in main else of].append(clause)
    return [g for _, g in sorted(groups.items())]


def _done(told: Iterable[Clause], main: frozenset[str]) -> list[list[Clause]]:
    """Return the clauses by the deed they tell and what it is done to; by its doer too where only how it was done fits.

    Two doers are two deeds; a clause that names no doer ("they left in one car") goes to the deed told most.
    """
    told_by: dict[tuple[str, int, str], dict[str, list[Clause]]] = defaultdict(lambda: defaultdict(list))
    for clause in told:
        for deed in clause.deeds:
            for what in sorted(deed.what):
                if deed.key not in RECURRING and _tells(deed, what, main):
                    told_by[deed.key, deed.sign, what][deed.who].append(clause)
    out = []
    for (_, _, what), by_doer in sorted(told_by.items()):
        unnamed = by_doer.pop("", [])
        doers = sorted(by_doer.values(), key=lambda g: (-len(g), g[0].article, g[0].start))
        if doers:
            out += [[*doers[0], *unnamed], *doers[1:]]
        elif ":" in what:
            out.append(unnamed)  # nobody named did something to somebody: it may have been anybody
    return out


def _of_one_thing(group: Sequence[Clause], main: frozenset[str]) -> list[list[Clause]]:
    """Return clauses apart that tell other amounts, days or people: eight jewels are not nine.

    Those without go to the largest part.
    """

    def apart(a: Clause, b: Clause) -> bool:
        mine, theirs = a.entities - main, b.entities - main
        return other_amount(a, b) or other_day(a, b) or bool(mine and theirs and not mine & theirs)

    parts: list[list[Clause]] = []
    for clause in sorted(group, key=lambda c: (-len(c.amounts), -len(c.entities - main), c.article, c.start)):
        fitting = [p for p in parts if not any(apart(clause, c) for c in p)]
        if fitting:
            max(fitting, key=len).append(clause)
        else:
            parts.append([clause])
    return parts


def _tells(deed: Deed, what: str, main: frozenset[str]) -> bool:
    """Tell whether a deed is one deed by what stands beside it: a thing, someone, or of a named doer "first"."""
    if what.startswith(("notion:", "matter:")):
        return bool(deed.who) or deed.key != "land"  # planes are many: whose it was must be told
    return (bool(deed.who) and what == "manner:first") or (":" not in what and what not in main)


def opposite(told: Iterable[Clause]) -> list[tuple[list[Clause], list[Clause]]]:
    """Return the sides on one deed of one doer to one thing. Who says both tells a change, and is no side."""
    sides: dict[tuple[str, str, str], dict[int, list[Clause]]] = defaultdict(lambda: defaultdict(list))
    for clause in told:
        for deed in clause.deeds:
            for what in deed.what if deed.who and deed.key not in RECURRING else ():
                if not what.startswith("manner:"):
                    sides[deed.key, deed.who, what][deed.sign].append(clause)
    out = []
    for _, by_sign in sorted(sides.items()):
        both = {c.article for c in by_sign[1]} & {c.article for c in by_sign[-1]}
        yes = [c for c in by_sign[1] if c.article not in both]
        no = [c for c in by_sign[-1] if c.article not in both and not any(other_day(c, y) for y in yes)]
        if yes and no:
            out.append((yes, no))
    return out
