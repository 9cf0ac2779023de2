"""Findings as records: their values with supports, in order, with weight and explanation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from recoupe.claims.article import untold
from recoupe.claims.article.ground.seconds import DAY
from recoupe.claims.article.times import stamps
from recoupe.claims.comparison import explain
from recoupe.claims.comparison.group import Key, unsaid
from recoupe.claims.comparison.sift import first_of
from recoupe.claims.values import Item, meet, moment
from recoupe.model import Article, Claim, Finding, Independent, Support, Value
from recoupe.model.ids import digest
from recoupe.text.currencies import is_money, kinds

MINUTE = 60.0
_WEIGHT = {"disputed": 100.0, "evolving": 80.0, "rounded": 50.0, "same instant": 45.0, "agreed": 40.0, "alone": 5.0}


_IMPORTANT = {
    "death": 30.0,
    "missing": 22.0,
    "injury": 20.0,
    "injured": 20.0,
    "start": 12.0,
    "occurrence": 12.0,
    "date": 12.0,
}

SAME = ("agreed", "same instant")
"""Where all tell one value, what was planned is what happened."""


def make(
    key: Key, items: list[Item], status: str, articles: Mapping[str, Article], independent: Independent
) -> Finding:
    by_value: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in rounded_to_exact(key, items):
        plan = item.claim.status == "planned" and key.unit in ("instant", "second") and status not in SAME
        qualifier = "" if item.interval[0] == item.interval[1] else item.claim.qualifier or ""
        by_value[(*(round(x, 3) for x in item.interval), qualifier, plan, item.claim.unit)].append(item)
    ordered = sorted(by_value.items(), key=lambda pair: _rank(pair[1], status))
    values = [_value(members, key) for _, members in ordered]
    ids = {i.claim.anchor.article for i in items}
    scope = explain.scope_words(key, explain.entity_names([i.claim for i in items]))
    origins = independent(sorted(ids))
    if status == "rounded" and len(values) == 1:
        status = "agreed"  # an update posted within minutes of what others give the hour of
    if status == "agreed" and origins[0] < 2:
        status = "alone"  # two articles that may be of one hand are one witness
    weight = _WEIGHT[status] + _IMPORTANT.get(key.attribute, 0.0) + min(30.0, 4.0 * origins[0])
    return Finding(
        id="f"
        + digest(
            key.attribute,
            key.unit,
            scope,
            status,
            *sorted("{}:{}".format(*i.claim.anchor.place) for i in items),
        ),
        status=status,
        attribute=key.attribute,
        scope=scope,
        values=tuple(values),
        independent=origins,
        explanation=explain.sentence(key, status, values, articles),
        unit=key.unit,
        weight=weight,
        reason=status,
    )


def rounded_to_exact(key: Key, items: list[Item]) -> list[Item]:
    """Return items with "about half past seven" standing at half past seven, where someone says that exactly."""
    if key.unit != "instant":
        return items
    exact = sorted({i.interval for i in items if i.interval[0] == i.interval[1]})
    out = []
    for item in items:
        if item.claim.rule == stamps.RULE:  # posted within a while of what happened
            known = [e for e in exact if meet(e, item.interval)]
            out.append(item._replace(interval=known[-1] if known else (item.interval[1], item.interval[1])))
            continue
        middle = (item.interval[0] + item.interval[1]) / 2
        meant = next((e for e in exact if abs(e[0] - middle) < MINUTE and meet(e, item.interval)), item.interval)
        out.append(item._replace(interval=meant))
    return out


def _rank(members: list[Item], status: str) -> tuple[object, ...]:
    """Order values by time where they follow each other, else most articles first."""
    first = first_of(members)
    count = len({i.claim.anchor.article for i in members})
    if status == "evolving":
        when = min(moment(i.claim.as_of) for i in members)
        return (first.claim.status != "planned", when, first.interval)
    return (-count, first.interval, first.claim.qualifier or "")


def _value(members: list[Item], key: Key) -> Value:
    claims = sorted((i.claim for i in members), key=lambda c: (moment(c.as_of), *c.anchor.place))
    first = claims[0]
    low: float | None = first.low
    high: float | None = first.high
    resolved = False
    if first.unit == "day":
        low, high = members[0].interval  # in the story's year where none is printed
    if first.unit == "instant":
        low, high = members[0].interval
        resolved = any(not i.claim.local or (i.interval[0] - (i.claim.low or 0.0)) % DAY for i in members)
    as_of = min((c.as_of for c in claims if c.as_of), key=moment, default=None)
    dated = first.unit in ("instant", "day") or first.rule == "year" or first.attribute == untold.YEAR
    support = []
    seen: set[tuple[str, int]] = set()
    for claim in claims:
        if claim.anchor.place in seen:
            continue
        seen.add(claim.anchor.place)
        support.append(
            Support(
                article=claim.anchor.article,
                page=claim.anchor.page,
                start=claim.anchor.start,
                end=claim.anchor.end,
                exact=claim.anchor.exact,
                page_start=claim.anchor.page_start,
                sentence=claim.sentence,
                holder=claim.holder,
                status="stated" if claim.status == "updated" else claim.status,
                as_of=claim.as_of,
                part=claim.anchor.part,
                unsaid=unsaid(key, claim),
            )
        )
    return Value(
        low=explain.stamp(low, resolved=resolved) if dated else low,
        high=explain.stamp(high, resolved=resolved) if dated else high,
        display=first.display,
        support=tuple(support),
        as_of=as_of,
        unit=first.unit if is_money(key.unit) and first.unit != key.unit and first.unit not in kinds()[0] else None,
        qualifier=_said(claims) if first.rule == untold.RULE or low != high else None,
    )


def _said(claims: list[Claim]) -> str | None:
    """Return what all claims of a value say of its number ("up to"), None where they do not say the same."""
    said = {c.qualifier for c in claims}
    return said.pop() if len(said) == 1 else None
