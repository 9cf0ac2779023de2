"""Sums that do not add up within one article: parts against their total, start and length against the end.

A part is one kind of those counted: the men and the women, the people of each nation. Parts may be fewer than the
total, since not all need be told; they may never be more. That the men and women of one sentence make a little less
than the toll is a sum that does not add up as well: people are one or the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.values import Interval, bounds
from recoupe.model import Claim

PARTS = ("man", "woman", "child", "girl", "boy")
TOTALS = ("death", "injury", "victim", "passenger", "aboard")

OFF_BY = 3
"""A difference larger than this is of another count, not of a sum that does not add up."""


def off(claims: Sequence[Claim]) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """Return (total, parts) of each article where the parts of one sentence miss every total near to them.

    Two parts at least, all exact; a total they add up to excuses them.
    """
    out = []
    for mine in _by_article(claims):
        totals = [c for c in mine if c.attribute in TOTALS and c.low is not None and not _background(c)]
        by_sentence: dict[tuple[str, tuple[int, int]], list[Claim]] = defaultdict(list)
        for claim in mine:
            if (
                claim.attribute in PARTS
                and claim.low is not None
                and claim.low == claim.high
                and not _background(claim)
            ):
                by_sentence[claim.anchor.part or "", claim.sentence].append(claim)
        for sentence in sorted(by_sentence):
            parts = by_sentence[sentence]
            if len(parts) < 2 or len({p.attribute for p in parts}) < len(parts):
                continue
            total = sum(p.low or 0.0 for p in parts)
            near = [t for t in totals if 0 < abs((t.low or 0.0) - total) <= OFF_BY]
            if near and not any(t.low == total or t.high == total for t in totals):
                out.append((near[0], tuple(parts)))
    return out


def over(claims: Sequence[Claim]) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """Return (total, parts) of each article where the people of several nations are more than all of them."""
    out = []
    for mine in _by_article(claims):
        exact = [c for c in mine if c.attribute in TOTALS and c.low is not None and not _background(c)]
        by_sentence: dict[tuple[str, tuple[int, int], str], list[Claim]] = defaultdict(list)
        for claim in exact:
            nations = [g for g in scopes.keys(claim.scope, "group") if len(g) == 2 and g.isupper()]
            if len(nations) == 1 and len(scopes.keys(claim.scope, "group")) == 1 and claim.low == claim.high:
                by_sentence[claim.anchor.part or "", claim.sentence, claim.attribute].append(claim)
        for (*_, attribute), parts in sorted(by_sentence.items()):
            wholes = [c for c in exact if c.attribute == attribute and not c.scope]
            total = max(wholes, key=lambda c: c.high if c.high is not None else float("inf"), default=None)
            nations_told = {c.scope for c in parts}
            if total is None or total.high is None or len(parts) < 2 or len(nations_told) < len(parts):
                continue
            if sum(p.low or 0.0 for p in parts) > total.high:
                out.append((total, tuple(parts)))
    return out


SLACK = 600.0
"""Seconds by which start and length may miss an end: clock times are told in round minutes."""


def lengths_off(claims: Sequence[Claim]) -> list[tuple[Claim, Claim, Claim, Interval]]:
    """Return (length, start, end, what lies between them) of each article whose clock times belie its length."""
    out = []
    for mine in _by_article(claims):
        told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in mine:
            event = scopes.key(claim.scope, "event")
            if event and claim.status == "stated" and claim.attribute in ("start", "end", "duration"):
                told[event, claim.attribute].append(claim)
        for event in sorted({event for event, _ in told}):
            starts, ends, lengths = (told.get((event, a), []) for a in ("start", "end", "duration"))
            if not (len(starts) == len(ends) == len(lengths) == 1) or starts[0].local != ends[0].local:
                continue
            (low, high), (first, last) = bounds(starts[0]), bounds(ends[0])
            between = (first - high - SLACK, last - low + SLACK)
            length = bounds(lengths[0])
            if between[1] > 0 and (length[0] > between[1] or length[1] < between[0]):
                out.append((lengths[0], starts[0], ends[0], (first - high, last - low)))
    return out


def _by_article(claims: Sequence[Claim]) -> list[list[Claim]]:
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.anchor.article].append(claim)
    return [by_article[article] for article in sorted(by_article)]


def _background(claim: Claim) -> bool:
    return any(s.startswith(("year:", "past:", "elsewhere:")) for s in claim.scope)
