"""What a story has many of, as its own articles show: who prints several points, years or shares tells of several
players, works or countries, and a value of one page against another's is no dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from recoupe.claims.comparison.verdicts import CORE
from recoupe.claims.values import FOLLOWING, bounds, meet
from recoupe.model import Claim, Finding

SHARE = 0.4
"""The share of the articles which tell a value of a kind that must print several of it, TELLERS at least."""

TELLERS = 2

LARGE = 100
"""A count from which on articles that print two hardly mean two of one kind."""


def without(findings: Iterable[Finding], claims: Sequence[Claim]) -> list[Finding]:
    """Return findings without the disputes of what there is much of."""
    kinds = {(f.attribute, f.unit) for f in findings if _may_be(f)}
    many = _of_many([c for c in claims if (c.attribute, c.unit) in kinds]) if kinds else frozenset()
    return [f for f in findings if not (_may_be(f) and (f.attribute, f.unit) in many)]


def _may_be(finding: Finding) -> bool:
    """Tell whether a dispute is of small counts, of shares of which no more is known, or of years that are no slip."""
    if finding.status != "disputed" or finding.attribute in CORE:
        return False
    if finding.unit == "year":
        years = sorted(int(str(v.low)[:4]) for v in finding.values if v.low is not None)
        return bool(years) and years[-1] - years[0] > 1
    if finding.unit == "thing":
        return all(isinstance(v.low, float) and v.low < LARGE for v in finding.values)
    return finding.unit == finding.attribute == "%"


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
        if several >= max(TELLERS, SHARE * len(by_article)):
            out.add(kind)
    return frozenset(out)


def _apart(a: Claim, b: Claim) -> bool:
    sides = a.holder and b.holder and a.holder != b.holder
    return not sides and not meet(bounds(a), bounds(b))
