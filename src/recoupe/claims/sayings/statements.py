"""What several articles say in their own words: sentences that say the same, and those that say the contrary.

    clauses (clauses.read)
      -> by the words of the tables: no deal, one deed done to one thing (deeds)                    -> agreed
      -> the others by all their words (likeness): most of what the shorter says is in the other,
         and nothing in them clashes                                                                -> agreed
      -> one deed and its opposite (deeds), one sentence and its denial (likeness),
         what somebody is said to deny (denials)                                                    -> disputed

Precision first: what is left out is only not shown.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from recoupe.claims.article.facts import clauses
from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.article.told import Told
from recoupe.claims.sayings import deeds, denials
from recoupe.claims.sayings.likeness import LEAST, Likeness, clash
from recoupe.claims.sayings.support import cited
from recoupe.model import Annotated, Article, Finding, Independent, Value
from recoupe.model.ids import digest
from recoupe.text import anchors

Place = tuple[str, int]
"""Where a clause stands: its article, its start there."""

SPREAD = 0.05
"""The share of the articles that must tell one deed, or one thing there was none of, in the words of the tables alone:

in a story of hundreds of articles a few of them speak of another deal.
"""

MOST = 30
"""The most statements shown: beyond these a reader only skims."""


def find(
    articles: Sequence[Article],
    mentions: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    independent: Independent,
    read: Mapping[str, Told] | None = None,
    findings: Iterable[Finding] = (),
) -> list[Finding]:
    """Return the statements that articles of two origins share, and those that contradict each other.

    `read` is what each article tells, where it was read before. What holds a value that `findings` have others dispute,
    or that changed, is one side of that and agreed by nobody.
    """
    told = [
        clause
        for article in sorted(articles, key=lambda a: a.id)
        for clause in (
            clauses.read(article, mentions.get(article.id, Annotated()), entities.get(article.id, {}))
            if read is None
            else read[article.id].clauses
        )
    ]
    by_id = {a.id: a for a in articles}
    likeness = Likeness(told)
    contested = cited(f for f in findings if f.status in ("disputed", "evolving"))
    denied = [d for a in sorted(by_id) for d in (() if read is None else read[a].denied)]
    parts = denials.within(told, denied)
    aside = {(c.article, c.start) for n, c in enumerate(told) if n in parts or _holds(c, contested)}
    found = []
    for group in _same(told, likeness, len(articles), aside):
        origins = independent(sorted({c.article for c in group}))
        if origins[0] > 1:
            found.append(_agreed(group, by_id, origins))
    found = sorted(found, key=lambda f: (-f.weight, f.id))[:MOST]
    for yes, no in _contrary(told, likeness):
        origins = independent(sorted({c.article for c in (*yes, *no)}))
        if origins[0] > 1:
            found.append(_disputed(yes, no, by_id, origins))
    return found + denials.find(denied, likeness, by_id, independent)


def _holds(clause: Clause, values: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    """Tell whether one of the values of its article begins in a clause."""
    mine = values.get(clause.article, ())
    at = bisect.bisect_left(mine, (clause.start,))
    return at < len(mine) and mine[at][0] < clause.end


def _same(told: Sequence[Clause], likeness: Likeness, articles: int, aside: Collection[Place]) -> list[list[Clause]]:
    """Return groups of clauses that say the same, each of two articles at least, the largest first; none `aside`."""
    out: list[list[Clause]] = []
    covered = set(aside)
    least = max(2.0, SPREAD * articles)
    left = [c for c in told if (c.article, c.start) not in covered]
    for group in sorted(deeds.told_alike(left, articles), key=lambda g: -len(g)):
        if len({c.article for c in group}) < least:
            continue
        if sum((c.article, c.start) in covered for c in group) * 2 < len(group):
            out.append(group)
            covered.update((c.article, c.start) for c in group)
    out += _alike(likeness, covered)
    return sorted(out, key=lambda g: (-len({c.article for c in g}), g[0].article, g[0].start))


def _alike(likeness: Likeness, covered: Collection[Place]) -> list[list[Clause]]:
    """Return groups of clauses in like words, but for those `covered` already."""
    told = likeness.told
    left = [(c.article, c.start) not in covered for c in told]
    group_of: dict[int, list[int]] = {}
    for one, other in likeness.pairs:
        if not left[one] or not left[other]:
            continue
        mine, theirs = group_of.get(one, [one]), group_of.get(other, [other])
        if mine is theirs:
            continue
        # what joins by a third clause must not clash with any clause already there
        if likeness.same(one, other) and not any(clash(told[m], told[n]) for m in mine for n in theirs):
            mine += theirs
            group_of.update(dict.fromkeys((one, *theirs), mine))
    groups = {id(g): g for _, g in sorted(group_of.items())}
    return [[told[n] for n in sorted(g)] for g in groups.values() if len({told[n].article for n in g}) > 1]


def _contrary(told: Sequence[Clause], likeness: Likeness) -> list[tuple[list[Clause], list[Clause]]]:
    """Return (clauses that say someone did it, clauses that say they did not or did the opposite)."""
    out: list[tuple[list[Clause], list[Clause]]] = []
    seen: set[tuple[str, int]] = set()
    for yes, no in [*deeds.opposite([c for c in told if not c.unsure and not c.planned]), *_gainsaid(likeness)]:
        places = [(c.article, c.start) for c in (*yes, *no)]
        if not any(p in seen for p in places):
            seen.update(places)
            out.append((yes, no))
    return out


def _gainsaid(likeness: Likeness) -> list[tuple[list[Clause], list[Clause]]]:
    """Return the pairs of clauses of one language that are one sentence but for a negation or an opposite word."""
    pairs = [(m, n) for m, n in likeness.pairs if likeness.contrary(m, n)]
    told = [(likeness.told[m], likeness.told[n]) for m, n in pairs]
    return [([b], [a]) if _denied(a, b) else ([a], [b]) for a, b in told if not a.planned and not b.planned]


def _denied(a: Clause, b: Clause) -> bool:
    return a.denies or any(k.startswith("deed:-") for k in a.keys - b.keys)


def _agreed(group: Sequence[Clause], by_id: Mapping[str, Article], origins: tuple[int, int]) -> Finding:
    value = _value(group, by_id)
    return Finding(
        id="f" + digest("statement", *(f"{s.article}:{s.start}" for s in value.support)),
        status="agreed",
        attribute="statement",
        scope="",
        values=(value,),
        independent=origins,
        explanation=f"{len({c.article for c in group})} articles say so in words of their own.",
        weight=40.0 + min(30.0, 4.0 * origins[0]),
        reason="agreed",
    )


def _disputed(
    yes: Sequence[Clause], no: Sequence[Clause], by_id: Mapping[str, Article], origins: tuple[int, int]
) -> Finding:
    values = (_value(yes, by_id), _value(no, by_id))
    return Finding(
        id="f" + digest("statement", "disputed", *(f"{s.article}:{s.start}" for v in values for s in v.support)),
        status="disputed",
        attribute="statement",
        scope="",
        values=values,
        independent=origins,
        explanation="One side says it was done, the other that it was not or that the opposite was.",
        weight=90.0 + min(20.0, 4.0 * origins[0]),
        reason="disputed",
    )


def _value(group: Sequence[Clause], by_id: Mapping[str, Article]) -> Value:
    """Return clauses as one value, in the words of the one that says least beside what the others say.

    In the language most of them are in, a whole sentence rather than a part, and a short one.
    """
    languages = Counter(c.language for c in group)
    naming = Counter(k for c in group for k in {*c.entities, *c.days, *(f"{much:g}" for _, much in c.amounts)})
    told = sorted(
        group,
        key=lambda c: (
            -languages[c.language],
            c.end - c.start < LEAST,
            not by_id[c.article].text[c.start].isupper(),
            sum(naming[k] == 1 for k in {*c.entities, *c.days, *(f"{much:g}" for _, much in c.amounts)}),
            c.end - c.start,
            c.article,
            c.start,
        ),
    )
    once: dict[Place, Clause] = {}
    for clause in told:
        once.setdefault((clause.article, clause.start), clause)
    support = [anchors.support(by_id[c.article], c.start, c.end, (c.start, c.end)) for c in once.values()]
    return Value(low=None, high=None, display=" ".join(support[0].exact.split()), support=tuple(support))
