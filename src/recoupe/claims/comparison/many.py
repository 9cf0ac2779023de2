"""What a story has many of, as its own articles show: who prints several points, years or shares tells of several
players, works or countries, and a value of one page against another's is no dispute."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.comparison.verdicts import CORE
from recoupe.claims.own import LARGE, SEVERAL, TELLERS
from recoupe.claims.values import FOLLOWING, LIKE_SENTENCES, bounds, meet
from recoupe.model import Article, Claim, Finding, Support


def without(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    clauses: Mapping[str, Sequence[Clause]],
    articles: Mapping[str, Article],
) -> list[Finding]:
    """Return findings without the disputes of what there is much of, and without the small counts of it that agree by
    chance: in clauses that name nobody in common ("14 points", of two players). `clauses` holds those of each article.
    """
    kinds = {(f.attribute, f.unit) for f in findings if _may_differ(f) or _may_agree(f)}
    many = _of_many([c for c in claims if (c.attribute, c.unit) in kinds]) if kinds else frozenset()

    def chance(finding: Finding) -> bool:
        if finding.status == "disputed" and finding.unit == "score" and _of_two_matches(finding, clauses):
            return True
        if (finding.attribute, finding.unit) not in many:
            return False
        return _may_differ(finding) or (_may_agree(finding) and not _of_one(finding, clauses, articles))

    return [f for f in findings if not chance(f)]


def _may_differ(finding: Finding) -> bool:
    """Tell whether a dispute is of small counts, of shares of which no more is known, or of years that are no slip."""
    if finding.status != "disputed" or finding.attribute in CORE:
        return False
    if finding.unit == "year":
        years = sorted(int(str(v.low)[:4]) for v in finding.values if v.low is not None)
        return bool(years) and years[-1] - years[0] > 1
    return _is_small(finding) if finding.unit == "thing" else finding.unit == finding.attribute == "%"


def _may_agree(finding: Finding) -> bool:
    """Tell whether what is agreed on is a small count, for all that its sentences are not alike."""
    by_number = finding.status in ("agreed", "rounded") and finding.reason != LIKE_SENTENCES
    return by_number and finding.unit == "thing" and finding.attribute not in CORE and _is_small(finding)


def _is_small(finding: Finding) -> bool:
    return all(isinstance(v.low, float) and v.low < LARGE for v in finding.values)


def _of_one(finding: Finding, clauses: Mapping[str, Sequence[Clause]], articles: Mapping[str, Article]) -> bool:
    """Tell whether the clauses of two articles that tell a count name somebody in common, or are of two languages: what
    one calls somebody may not be known for the same."""
    if len({articles[s.article].language for v in finding.values for s in v.support if s.article in articles}) > 1:
        return True
    naming: dict[str, set[str]] = defaultdict(set)
    for support in (s for v in finding.values for s in v.support):
        for who in _named(support, clauses):
            naming[who].add(support.article)
    return any(len(its) > 1 for its in naming.values())


def _of_two_matches(finding: Finding, clauses: Mapping[str, Sequence[Clause]]) -> bool:
    """Tell whether the clauses of each score name others than those of the first, which most articles tell."""
    first, *others = ([_named(s, clauses) for s in v.support] for v in finding.values)
    mine = frozenset[str]().union(*first)
    return all(all(names and names.isdisjoint(mine) for names in other) for other in others)


def _named(support: Support, clauses: Mapping[str, Sequence[Clause]]) -> frozenset[str]:
    """Return whom the clause of a value names."""
    its = clauses.get(support.article, ())
    at = bisect.bisect_right(its, support.start, key=lambda clause: clause.start) - 1
    return its[at].entities if at >= 0 else frozenset()


def _of_many(claims: Iterable[Claim]) -> frozenset[tuple[str, str]]:
    """Return the kinds (attribute, unit) of which many articles print several values: as things side by side, none
    corrected, nor each held by somebody else."""
    told: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.status not in FOLLOWING and claim.anchor.part is None:
            told[claim.attribute, claim.unit][claim.anchor.article].append(claim)
    out = set()
    for kind, by_article in told.items():
        several = sum(any(_apart(a, b) for a, b in combinations(its, 2)) for its in by_article.values())
        if several >= max(TELLERS, SEVERAL * len(by_article)):
            out.add(kind)
    return frozenset(out)


def _apart(a: Claim, b: Claim) -> bool:
    sides = a.holder and b.holder and a.holder != b.holder
    return not sides and not meet(bounds(a), bounds(b))
