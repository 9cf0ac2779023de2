"""Findings beside the verdict on a group: one instant on several clocks, counts that agree, sums that do not, plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
import regex

from recoupe.claims import sums
from recoupe.claims.counts import NEEDS_WHO
from recoupe.claims.group import Key
from recoupe.claims.records import Independent, make
from recoupe.claims.sift import neighbourhoods
from recoupe.claims.vague import bare
from recoupe.claims.values import DISTINCT, Interval, Item, bounds, meet
from recoupe.claims.verdicts import clocks
from recoupe.model import Article, Claim, Finding


def same_instants(
    key: Key, items: list[Item], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding for each instant of a disputed group that articles print by clocks of several zones."""
    if key.unit != "instant" or all(meet(a.interval, b.interval) for a in items for b in items):
        return []
    best: list[Item] = []
    for moment in sorted({i.interval for i in items if i.interval[0] == i.interval[1]}):
        there = [i for i in items if meet(i.interval, moment)]
        told_by = len({i.claim.anchor.article for i in there})
        if told_by > 1 and clocks(there) > 1 and told_by > len({i.claim.anchor.article for i in best}):
            best = there
    return [make(key, best, "same instant", articles, independent)] if best else []


_APART = regex.compile(r"(?:year|past|limit):|group:[A-Z]{2}$")
"""Scopes whose counts are never those of the whole: another year's, a bound, one nation's."""


def same_counts(
    settled: Mapping[Key, list[Item]],
    found: Sequence[Finding],
    articles: Mapping[str, Article],
    independent: Independent,
) -> list[Finding]:
    """Return a finding for each exact count that several articles print of one thing, however they narrow it."""
    covered = {(s.article, s.start) for f in found if f.status != "alone" for v in f.values for s in v.support}
    told = {(f.attribute, v.low) for f in found if f.status != "alone" for v in f.values if v.low == v.high}
    by_count: dict[tuple[str, str, float], list[Item]] = defaultdict(list)
    home: dict[tuple[str, str, float], Key] = {}
    for key, items in settled.items():
        if (
            key.unit not in ("person", "thing")
            or key.attribute in NEEDS_WHO
            or _of_a_nation(key)
            or any(_APART.match(n) for n in key.narrow)
        ):
            continue
        for item in items:
            low, high = item.interval
            if low == high and low >= DISTINCT and low % 100 and not bare(key):
                by_count[key.attribute, key.unit, low].append(item)
                home.setdefault((key.attribute, key.unit, low), Key(key.attribute, key.unit, None, (), (), False))
    out = []
    for count, items in by_count.items():
        fresh = [i for i in items if (i.claim.anchor.article, i.claim.anchor.start) not in covered]
        if fresh and (count[0], count[2]) not in told and len({i.claim.anchor.article for i in items}) > 1:
            out.append(make(home[count], items, "agreed", articles, independent))
    return out


def _of_a_nation(key: Key) -> bool:
    """Tell whether only people of one nation are counted: their number is not that of all."""
    return any(n.startswith("group:") and len(n) == 8 and n[6:].isupper() for n in key.narrow)


def sums_off(claims: Sequence[Claim], articles: Mapping[str, Article], independent: Independent) -> list[Finding]:
    """Return a finding for each article whose parts do not make its total, or whose clock times belie its length."""
    out = []
    for total, parts in (*sums.off(claims), *sums.over(claims)):
        size = sum(p.low or 0.0 for p in parts)
        words = " + ".join(p.display for p in parts)
        why = f"The parts do not add up: {words} make {size:g}, not {total.display}."
        out.append(_off(f"sum of {total.attribute}", (total, parts, (size, size)), why, articles, independent))
    for length, start, end, between in sums.lengths_off(claims):
        why = f"From {start.display} to {end.display} is not {length.display}."
        out.append(_off("length by the clock", (length, (start, end), between), why, articles, independent))
    return out


def _off(
    attribute: str,
    sum_: tuple[Claim, Sequence[Claim], Interval],
    why: str,
    articles: Mapping[str, Article],
    independent: Independent,
) -> Finding:
    """Return the finding that sets a value against what its parts make."""
    whole, parts, made = sum_
    key = Key(attribute, whole.unit, None, (), (), False)
    items = [Item(whole, bounds(whole)), *(Item(p, made) for p in parts)]
    finding = make(key, items, "disputed", articles, independent)
    values = [
        v if v.low == whole.low else msgspec.structs.replace(v, low=made[0], high=made[1]) for v in finding.values
    ]
    return msgspec.structs.replace(finding, values=tuple(values), explanation=why)


def kept_plans(
    settled: Mapping[Key, list[Item]], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding where what was planned and what happened differ."""
    out = []
    for key, planned in settled.items():
        done = settled.get(key._replace(planned=False))
        if not key.planned or not done or key.unit != "instant":
            continue
        items = [*planned, *done]
        for part in neighbourhoods(key, items):
            chosen = [items[i] for i in part]
            before = [i for i in chosen if i.claim.status == "planned"]
            after = [i for i in chosen if i.claim.status != "planned"]
            distinct = len({i.interval for i in chosen})
            if (
                before
                and after
                and distinct <= 3
                and not all(meet(a.interval, b.interval) for a in before for b in after)
            ):
                out.append(make(key._replace(planned=False), chosen, "evolving", articles, independent))
    return out
