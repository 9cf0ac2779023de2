"""Sums that do not add up: the men and women of one sentence against the toll of the same article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.model import Claim

PARTS = ("man", "woman", "child", "girl", "boy")
TOTALS = ("death", "injury", "victim", "passenger", "aboard")

OFF_BY = 3
"""A difference larger than this is of another count, not of a sum that does not add up."""


def off(claims: Sequence[Claim]) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """Return (total, parts) of each article where the parts of one sentence miss every total near to them.

    Two parts at least, all exact; a total they add up to excuses them.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.anchor.article].append(claim)
    out = []
    for article in sorted(by_article):
        mine = by_article[article]
        totals = [c for c in mine if c.attribute in TOTALS and c.low is not None and not _background(c)]
        by_sentence: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in mine:
            if (
                claim.attribute in PARTS
                and claim.low is not None
                and claim.low == claim.high
                and not _background(claim)
            ):
                by_sentence[claim.sentence].append(claim)
        for sentence in sorted(by_sentence):
            parts = by_sentence[sentence]
            if len(parts) < 2 or len({p.attribute for p in parts}) < len(parts):
                continue
            total = sum(p.low or 0.0 for p in parts)
            near = [t for t in totals if 0 < abs((t.low or 0.0) - total) <= OFF_BY]
            if near and not any(t.low == total or t.high == total for t in totals):
                out.append((near[0], tuple(parts)))
    return out


def _background(claim: Claim) -> bool:
    return any(s.startswith(("year:", "past:", "elsewhere:")) for s in claim.scope)
