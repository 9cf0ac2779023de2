"""Which of several happenings an agreed day or length is of: a story has its own talks, and others it recalls.

agreed day -> the sources whose sentence dates the event by it, and does not only say when somebody spoke
           -> the day most tell of an event is the story's own
           -> any other is told apart by who or where half of its sources name beside it; else it is not shown
agreed length -> the same, where its sources name people or places that have nothing in common
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from recoupe.claims.article.told import Told
from recoupe.claims.own import of_the_story
from recoupe.claims.values import LIKE_SENTENCES
from recoupe.model import Finding, Independent, Support

RATES = frozenset(("day", "month", "year"))
"""Scopes of what comes again and again: "a year" in "12 billion a year" is no length."""

BIG = 40
"""Articles beyond which a story recalls so many others that a length needs a name beside it, if anyone is named."""

LOOKED_AT = 24
"""Sources of a length whose names are compared."""

NAMED = 2
"""Names that tell a happening apart in its scope."""


def told_apart(
    findings: Sequence[Finding], told: Mapping[str, Told], names: Mapping[str, str], independent: Independent
) -> list[Finding]:
    """Return the findings with agreed days and lengths said to be of which happening, without those of no one's.

    `names` is what the story calls its entities.
    """
    main = of_the_story(map(_naming, told.values()), len(told))
    out: list[Finding | None] = []
    days: dict[str, list[int]] = defaultdict(list)
    for finding in findings:
        kept: Finding | None = finding
        if finding.reason == LIKE_SENTENCES:
            out.append(kept)
            continue
        if finding.status == "agreed" and finding.unit == "day":
            kept = _dated(finding, told, independent)
            if kept is not None:
                days[kept.scope.partition(",")[0]].append(len(out))
        elif finding.status == "agreed" and finding.attribute == "duration":
            kept = _length(finding, told, names, main)
        out.append(kept)
    for numbers in days.values():
        found = [(n, f) for n in numbers if (f := out[n]) is not None]
        found.sort(key=lambda item: (-len(_articles(item[1])), -item[1].weight, item[0]))
        for place, (number, finding) in enumerate(found):
            out[number] = _named(finding, told, names, main) or (finding if place == 0 else None)
    return [f for f in out if f is not None]


def _naming(one: Told) -> frozenset[str]:
    return frozenset[str]().union(*[clause.entities for clause in one.clauses])


def _articles(finding: Finding) -> set[str]:
    return {s.article for v in finding.values for s in v.support}


def _dated(finding: Finding, told: Mapping[str, Told], independent: Independent) -> Finding | None:
    """Return an agreed day with the sources that date its event by it, None where they are not of two origins."""
    event = finding.scope.partition(",")[0].replace(" ", "_")

    def dates(support: Support) -> bool:
        return any(
            support.part is None
            and d.time.start < support.end
            and support.start < d.time.end
            and d.what[0] in (event, "")
            for d in told[support.article].dated
        )

    values = [
        msgspec.structs.replace(v, support=kept) for v in finding.values if (kept := tuple(filter(dates, v.support)))
    ]
    if not values:
        return None
    origins = independent(sorted({s.article for v in values for s in v.support}))
    if origins[0] < 2:
        return None
    return msgspec.structs.replace(finding, values=tuple(values), independent=origins)


def _beside(support: Support, told: Mapping[str, Told]) -> frozenset[str]:
    """Return who and what the sentence of a support names."""
    if support.part is not None:
        return frozenset()
    start, end = support.sentence or (support.start, support.end)
    return frozenset(e for c in told[support.article].clauses if c.start < end and start < c.end for e in c.entities)


def _length(
    finding: Finding, told: Mapping[str, Told], names: Mapping[str, str], main: frozenset[str]
) -> Finding | None:
    """Return an agreed length, told apart where its sources name others than the story's own; None for rates."""
    if not RATES.isdisjoint(p.strip() for p in finding.scope.split(",")):
        return None
    sets = [_beside(s, told) - main for s in _supports(finding)][:LOOKED_AT]
    several = any(a and b and not a & b for n, a in enumerate(sets) for b in sets[n + 1 :])
    if several or (len(told) > BIG and any(sets)):
        return _named(finding, told, names, main)
    return finding


def _named(
    finding: Finding, told: Mapping[str, Told], names: Mapping[str, str], main: frozenset[str]
) -> Finding | None:
    """Return a finding with whom or what most of its sources name in its scope, None where there is nobody."""
    telling: dict[str, set[str]] = defaultdict(set)
    for support in _supports(finding):
        for entity in _beside(support, told) - main:
            telling[entity].add(support.article)
    total = len(_articles(finding))
    often = [e for e, of in telling.items() if 2 * len(of) > total and len(of) > 1]
    often.sort(key=lambda e: (-len(telling[e]), names.get(e, e)))
    if not often:
        return None
    said = [p.strip() for p in finding.scope.split(",") if p.strip()]
    more = [names.get(e, e) for e in often[:NAMED]]
    return msgspec.structs.replace(finding, scope=", ".join([*said, *(m for m in more if m not in said)]))


def _supports(finding: Finding) -> Iterable[Support]:
    return (s for v in finding.values for s in v.support)
