"""Claims set against each other: groups of equal scope, their values, the verdict.

    claims -> groups of equal attribute and scope (group) -> clock times to one zone and day (instants)
           -> neighbours: values near enough to be meant of one thing (values) -> distinct values -> verdict

Precision first: what lies far from the other values of its group is another thing until a page says otherwise.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims import explain, instants, sums
from recoupe.claims.group import Key, groups
from recoupe.claims.moments import DAY, MOVES
from recoupe.claims.values import CUMULATIVE, Interval, bounds, components, meet, neighbours
from recoupe.model import Article, Claim, Finding, Support, Value
from recoupe.model.ids import digest
from recoupe.text.normalise import fold

Independent = Callable[[Collection[str]], tuple[int, int]]

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


_DISTINCT = 10
"""A number this large, and not round, is hardly the same in two articles by chance."""

NEAR_MOVE = 1800.0
"""Arrivals of unnamed and named people that lie this close (seconds) are one."""


BARE_RATIO = 0.06
"""Measures of one unit that differ by less are hardly of two things, even where nothing says what was measured."""


SAME_SHARE = 4.0
"""Points between two percentages of one party that may be one share."""


class Item(NamedTuple):
    """A claim with the interval it is compared by."""

    claim: Claim
    interval: Interval


def compare(claims: Sequence[Claim], articles: Sequence[Article], independent: Independent) -> list[Finding]:
    """Return the findings of a story, those a reader needs first in front.

    `independent` tells the range of independent origins behind a set of article ids.
    """
    ordered = sorted(
        claims, key=lambda c: (c.anchor.article, c.anchor.start, c.anchor.end, c.attribute, c.scope, c.unit)
    )
    by_id = {a.id: a for a in articles}
    day = instants.story_day(ordered)
    found: list[Finding] = []
    settled: dict[Key, list[Item]] = {}
    for key, members in groups(ordered, articles):
        settled[key] = _settle(key, members, by_id, day)
    _adopt(settled)
    for key, items in settled.items():
        for part in _parts(key, items):
            found.extend(_findings(key, [items[i] for i in part], by_id, independent))
            found.extend(_same_instants(key, [items[i] for i in part], by_id, independent))
    found.extend(_kept_plans(settled, by_id, independent))
    found.extend(_sums(ordered, by_id, independent))
    found.extend(_same_counts(settled, found, by_id, independent))
    unique = {f.id: f for f in found}
    return sorted(unique.values(), key=lambda f: (-f.weight, f.attribute, f.scope, f.id))


def _parts(key: Key, items: Sequence[Item]) -> list[list[int]]:
    """Return the indices of `items` by neighbourhood. Durations gather around the one most articles state.

    (Half an hour, 45 minutes, an hour, two hours: each near the next, and not all of one thing.)
    """
    parts = components([i.interval for i in items], key.unit, key.attribute)
    if key.unit != "second":
        return parts
    out = []
    for part in parts:
        left = part
        while left:
            near = {
                i: [j for j in left if neighbours(items[i].interval, items[j].interval, key.unit, key.attribute)]
                for i in left
            }
            centre = min(
                left, key=lambda i: (-len({items[j].claim.anchor.article for j in near[i]}), items[i].interval, i)
            )
            out.append(near[centre])
            left = [i for i in left if i not in near[centre]]
    return out


def _settle(key: Key, members: Sequence[Claim], articles: Mapping[str, Article], day: float | None) -> list[Item]:
    if key.unit == "day":
        return [Item(c, instants.in_year(c, day)) for c in members]
    if key.unit == "instant":
        intervals = instants.settle(members, articles, day)
        return [Item(c, i) for c, i in zip(members, intervals, strict=True)]
    return [Item(c, bounds(c)) for c in members]


def _adopt(settled: dict[Key, list[Item]]) -> None:
    """Give values that do not say what they are of to the group they fit.

    An arrival whose subject is not named joins the arrival it is nearest to; a length or sum without a word for what
    is measured joins the measure of its unit that has nearly its value.
    """
    for key, items in settled.items():
        if not _bare(key) and (key.attribute not in MOVES or key.narrow):
            continue
        left = []
        for item in items:
            homes = [
                (*fit, other_key)
                for other_key, others in settled.items()
                if other_key != key and _could_hold(other_key, key)
                for other in others
                if (fit := _fit(key, item, other)) is not None
            ]
            if homes:
                _, shift, home = min(homes, key=lambda h: (h[0], h[2]))
                settled[home].append(item._replace(interval=(item.interval[0] + shift, item.interval[1] + shift)))
            else:
                left.append(item)
        settled[key] = left


def _fit(key: Key, item: Item, other: Item) -> tuple[float, float] | None:
    """Return (how far two values lie apart, how far to shift the first to another day), None when they do not fit."""
    gap = other.interval[0] - item.interval[0]
    if key.unit == "instant":
        days = round(gap / DAY) * DAY if item.claim.loose else 0.0
        return (abs(gap - days), days) if abs(gap - days) <= NEAR_MOVE else None
    if key.unit == "%":
        return (abs(gap), 0.0) if abs(gap) <= SAME_SHARE else None
    size = max(abs(item.interval[1]), abs(other.interval[1]))
    return (abs(gap), 0.0) if meet(item.interval, other.interval) or abs(gap) <= BARE_RATIO * size else None


def _bare(key: Key) -> bool:
    """Tell whether a group is of a unit alone: 40 metres of nothing named."""
    return key.attribute == key.unit and key.unit not in ("person", "thing", "magnitude")


def _tight(items: Sequence[Item]) -> bool:
    """Tell whether bare measures lie so close, and are so exact, that they are of one thing."""
    if items[0].claim.unit == "%":
        return False
    low, high = min(i.interval[0] for i in items), max(i.interval[1] for i in items)
    return low >= _DISTINCT and high - low <= BARE_RATIO * high and len({i.claim.anchor.article for i in items}) > 1


def _could_hold(home: Key, vague: Key) -> bool:
    if home.unit != vague.unit or home.planned != vague.planned:
        return False
    if vague.unit == "%" and set(home.narrow) != set(vague.narrow):
        return False  # percentages are everywhere: only of the same party, of the same year
    return home.attribute == vague.attribute if vague.attribute in MOVES else home.attribute != vague.attribute


# ---- one group ----


def _findings(key: Key, items: list[Item], articles: Mapping[str, Article], independent: Independent) -> list[Finding]:
    items = _one_scope(key, items)
    if not items or (_bare(key) and not _tight(items)):
        return []
    status = _verdict(key, items, articles)
    if status is None:
        return []
    return [_finding(key, items, status, articles, independent)]


def _one_scope(key: Key, items: list[Item]) -> list[Item]:
    """Keep the values of each article that are meant of the same thing.

    An article that prints several counts under one key speaks of parts; its first (the headline's, the lead's) stands,
    and another only where a second article says it too, a correction goes with it, or someone holds it.
    """
    if key.unit == "day":
        # a weekday alone hangs on a reference date: it may agree, it may not accuse
        firm = [i for i in items if not i.claim.loose]
        return items if all(meet(a.interval, b.interval) for a in items for b in items) else firm
    if key.unit in ("instant", "second"):
        return items
    by_article: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_article[item.claim.anchor.article].append(item)
    items = _without_second_things(items, by_article)
    firsts = {article: _first(mine) for article, mine in by_article.items()}
    out = []
    for item in items:
        first = firsts[item.claim.anchor.article]
        if item is first or meet(item.interval, first.interval):
            out.append(item)
            continue
        elsewhere = any(other is not first and meet(item.interval, other.interval) for other in firsts.values())
        if elsewhere or item.claim.status == "corrected" or (item.claim.holder and first.claim.holder):
            out.append(item)
    return out


def _without_second_things(items: list[Item], by_article: Mapping[str, list[Item]]) -> list[Item]:
    """Drop the value fewer articles state of two that one article prints side by side as two things.

    Side by side: the same article, neither corrected, nor held by two sides, nor a bound or a rounding of the other.
    """
    tellers: dict[Interval, set[str]] = defaultdict(set)
    for item in items:
        tellers[item.interval].add(item.claim.anchor.article)
    second: set[Interval] = set()
    for mine in by_article.values():
        for n, a in enumerate(mine):
            for b in mine[n + 1 :]:
                corrected = "corrected" in (a.claim.status, b.claim.status)
                sides = a.claim.holder and b.claim.holder and a.claim.holder != b.claim.holder
                if not corrected and not sides and not meet(a.interval, b.interval):
                    fewer = min((a, b), key=lambda i: (len(tellers[i.interval]), -i.claim.anchor.start))
                    second.add(fewer.interval)
    return [i for i in items if i.interval not in second]


def _first(items: list[Item]) -> Item:
    return min(items, key=lambda i: (i.claim.anchor.start, i.claim.anchor.end))


def _verdict(key: Key, items: list[Item], by_id: Mapping[str, Article]) -> str | None:
    """Return the status of a group of neighbours, None when it is not worth a line."""
    articles = {i.claim.anchor.article for i in items}
    pairs_meet = all(meet(a.interval, b.interval) for n, a in enumerate(items) for b in items[n + 1 :])
    distinct = len({(round(i.interval[0], 3), round(i.interval[1], 3)) for i in items})
    if key.unit == "instant" and not pairs_meet and _within_minutes(items):
        return "rounded"
    if pairs_meet:
        if distinct > 1:
            return "rounded"
        if len(articles) > 1:
            return "same instant" if key.unit == "instant" and _clocks(items) > 1 else "agreed"
        return "alone"
    if len(articles) == 1 and key.unit not in ("instant", "second", "day", "year") and key.attribute not in CUMULATIVE:
        return None  # one article's several numbers are rarely of one thing
    if key.attribute == "person":
        return None  # people of whom nothing is said are any people
    if ":" in key.attribute and not _alike(items, by_id):
        return None
    if any(n.startswith(("past:", "elsewhere:", "part:")) for n in key.narrow):
        return None
    if key.attribute in CUMULATIVE and _evolves(items):
        return "evolving"
    return "disputed"


_STEM = regex.compile(r"(?<!\p{L})\p{L}{5}", regex.V1)
_SHARED = 3


def _alike(items: Sequence[Item], by_id: Mapping[str, Article]) -> bool:
    """Tell whether sentences with different values share enough words: things without a concept need a likeness."""
    told = []
    for item in items:
        article = by_id.get(item.claim.anchor.article)
        start, end = item.claim.sentence
        told.append(
            (item.interval, frozenset(_STEM.findall(fold(article.text[start:end]))) if article else frozenset())
        )
    return any(
        not meet(a, b) and len(words & others) >= _SHARED + 1
        for n, (a, words) in enumerate(told)
        for b, others in told[n + 1 :]
    )


MINUTES = 300.0


def _within_minutes(items: Sequence[Item]) -> bool:
    """Tell whether clock times differ by five minutes at most: one moment, read off several clocks."""
    return max(i.interval[0] for i in items) - min(i.interval[1] for i in items) <= MINUTES


def _clocks(items: Sequence[Item]) -> int:
    return len({i.claim.zone for i in items if i.claim.zone})


def _evolves(items: Sequence[Item]) -> bool:
    """Tell whether the values follow each other in time: corrections are announced, or later articles say another."""
    if any(i.claim.status == "corrected" for i in items):
        return True
    spans: dict[Interval, list[str]] = defaultdict(list)
    for item in items:
        if item.claim.as_of is None:
            return False
        spans[item.interval].append(item.claim.as_of)
    ranges = sorted((min(times), max(times)) for times in spans.values())
    return all(a[1] <= b[0] and a[0] != b[1] for a, b in itertools.pairwise(ranges))


# ---- what agrees beside what does not ----


def _same_instants(
    key: Key, items: list[Item], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding for each instant of a disputed group that articles print by clocks of several zones."""
    if key.unit != "instant" or all(meet(a.interval, b.interval) for a in items for b in items):
        return []
    best: list[Item] = []
    for moment in sorted({i.interval for i in items if i.interval[0] == i.interval[1]}):
        there = [i for i in items if meet(i.interval, moment)]
        told_by = len({i.claim.anchor.article for i in there})
        if told_by > 1 and _clocks(there) > 1 and told_by > len({i.claim.anchor.article for i in best}):
            best = there
    return [_finding(key, best, "same instant", articles, independent)] if best else []


def _same_counts(
    settled: Mapping[Key, list[Item]],
    found: Sequence[Finding],
    articles: Mapping[str, Article],
    independent: Independent,
) -> list[Finding]:
    """Return a finding for each exact count that several articles print of one thing, however they narrow it."""
    covered = {(s.article, s.start) for f in found if f.status != "alone" for v in f.values for s in v.support}
    by_count: dict[tuple[str, str, float], list[Item]] = defaultdict(list)
    home: dict[tuple[str, str, float], Key] = {}
    for key, items in settled.items():
        if key.unit not in ("person", "thing") or any(n.startswith(("year:", "past:")) for n in key.narrow):
            continue
        for item in items:
            low, high = item.interval
            if low == high and low >= _DISTINCT and low % 100 and not _bare(key):
                by_count[key.attribute, key.unit, low].append(item)
                home.setdefault((key.attribute, key.unit, low), Key(key.attribute, key.unit, None, (), (), False))
    out = []
    for count, items in by_count.items():
        fresh = [i for i in items if (i.claim.anchor.article, i.claim.anchor.start) not in covered]
        if fresh and len({i.claim.anchor.article for i in items}) > 1:
            out.append(_finding(home[count], items, "agreed", articles, independent))
    return out


def _sums(claims: Sequence[Claim], articles: Mapping[str, Article], independent: Independent) -> list[Finding]:
    """Return a finding for each article whose parts do not add up to its total."""
    out = []
    for total, parts in sums.off(claims):
        key = Key(f"sum of {total.attribute}", total.unit, None, (), (), False)
        whole = Item(total, bounds(total))
        size = sum(p.low or 0.0 for p in parts)
        items = [whole, *(Item(p, (size, size)) for p in parts)]
        finding = _finding(key, items, "disputed", articles, independent)
        words = " + ".join(p.display for p in parts)
        values = [v if v.low == total.low else msgspec.structs.replace(v, low=size, high=size) for v in finding.values]
        why = f"The parts do not add up: {words} make {size:g}, not {total.display}."
        out.append(msgspec.structs.replace(finding, values=tuple(values), explanation=why))
    return out


# ---- plans and what came of them ----


def _kept_plans(
    settled: Mapping[Key, list[Item]], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding where what was planned and what happened differ."""
    out = []
    for key, planned in settled.items():
        done = settled.get(key._replace(planned=False))
        if not key.planned or not done or key.unit != "instant":
            continue
        items = [*planned, *done]
        for part in _parts(key, items):
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
                out.append(_finding(key._replace(planned=False), chosen, "evolving", articles, independent))
    return out


# ---- records ----


def _finding(
    key: Key, items: list[Item], status: str, articles: Mapping[str, Article], independent: Independent
) -> Finding:
    by_value: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in items:
        plan = item.claim.status == "planned"
        by_value[(*(round(x, 3) for x in item.interval), item.claim.qualifier or "", plan)].append(item)
    values = [_value(members) for _, members in sorted(by_value.items(), key=lambda pair: _rank(pair[1], status))]
    ids = {i.claim.anchor.article for i in items}
    scope = explain.scope_words(key, explain.entity_names([i.claim for i in items]))
    origins = independent(sorted(ids))
    weight = _WEIGHT[status] + _IMPORTANT.get(key.attribute, 0.0) + min(30.0, 4.0 * origins[0])
    return Finding(
        id="f"
        + digest(
            key.attribute,
            key.unit,
            scope,
            status,
            *sorted(f"{i.claim.anchor.article}:{i.claim.anchor.start}" for i in items),
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


def _rank(members: list[Item], status: str) -> tuple[object, ...]:
    """Order values by time where they follow each other, else most articles first."""
    first = _first(members)
    count = len({i.claim.anchor.article for i in members})
    if status == "evolving":
        when = min((i.claim.as_of or "9999") for i in members)
        return (first.claim.status != "planned", when, first.interval)
    return (-count, first.interval, first.claim.qualifier or "")


def _value(members: list[Item]) -> Value:
    claims = sorted((i.claim for i in members), key=lambda c: (c.as_of or "9999", c.anchor.article, c.anchor.start))
    first = claims[0]
    low: float | None = first.low
    high: float | None = first.high
    if first.unit == "instant":
        low, high = members[0].interval
    as_of = min((c.as_of for c in claims if c.as_of), default=None)
    support = []
    seen: set[tuple[str, int]] = set()
    for claim in claims:
        if (claim.anchor.article, claim.anchor.start) in seen:
            continue
        seen.add((claim.anchor.article, claim.anchor.start))
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
                status=claim.status,
                as_of=claim.as_of,
            )
        )
    return Value(
        low=explain.stamp(low) if first.unit in ("instant", "day", "year") else low,
        high=explain.stamp(high) if first.unit in ("instant", "day", "year") else high,
        display=explain.display(first, low),
        support=tuple(support),
        as_of=as_of,
    )
