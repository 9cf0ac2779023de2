"""Claims set against each other: groups of equal scope, their values, the verdict.

    claims -> groups of equal attribute and scope (group) -> clock times to one zone and day (instants)
           -> neighbours: values near enough to be meant of one thing (values) -> distinct values -> verdict
           -> one number of one thing under several scopes is one finding (alike)

Precision first: what lies far from the other values of its group is another thing until a page says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.article import untold
from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.article.ground import happening
from recoupe.claims.article.ground.seconds import DAY
from recoupe.claims.article.times import stamps
from recoupe.claims.article.times.moments import UNTOLD
from recoupe.claims.article.times.phases import POINT_EVENTS
from recoupe.claims.comparison import (
    aligned,
    alike,
    before,
    clocks,
    instants,
    many,
    meant,
    overlapping,
    passages,
    readings,
    story_clock,
    together,
    units,
    unnamed,
    weekdays,
)
from recoupe.claims.comparison.beside import (
    kept_plans,
    money_mistaken,
    same_counts,
    same_instants,
    sums_off,
    units_mistaken,
)
from recoupe.claims.comparison.event_days import placed as on_event_days
from recoupe.claims.comparison.group import Key, groups
from recoupe.claims.comparison.records import make
from recoupe.claims.comparison.sift import neighbourhoods, one_scope, without_late_stamps
from recoupe.claims.comparison.vague import adopt, bare, tight, told_once
from recoupe.claims.comparison.verdicts import verdict
from recoupe.claims.values import Item, bounds
from recoupe.model import Article, Claim, Finding, Independent


def compare(
    claims: Sequence[Claim],
    articles: Sequence[Article],
    independent: Independent,
    opened: Sequence[frozenset[str]] | None = None,
    clauses: Mapping[str, Sequence[Clause]] | None = None,
    called: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Return the findings of a story, those a reader needs first in front.

    `independent` tells the range of independent origins behind a set of article ids; `opened` holds the events each
    article opens with, where they were read before, `clauses` those of each article, by its id; `called`
    gives the story's names of entities.
    """
    ordered = sorted(claims, key=lambda c: (*c.anchor.place, c.anchor.end, c.attribute, c.scope, c.unit))
    by_id = {a.id: a for a in articles}
    ordered = meant.with_others(ordered, clauses or {}, len(articles))
    ordered = passages.told_apart(unnamed.of_the_one_named(ordered, clauses or {}))
    others = [c for c in ordered if c.rule == untold.RULE]
    ordered = [c for c in ordered if c.rule != untold.RULE]
    ordered = on_event_days(weekdays.in_their_week(ordered, by_id))
    clock = story_clock.story_clock([c for c in ordered if c.rule != stamps.RULE], by_id)
    day = clock.day
    unknown = _by_unit(others, day)
    found: list[Finding] = []
    settled: dict[Key, list[Item]] = {}
    events = [happening.events(a) for a in articles] if opened is None else opened
    ordered = before.told_apart(ordered, day, happening.main_event(events))
    ordered = together.parts_alone(together.told_apart(ordered))
    for key, members in groups(ordered, events):
        settled[key] = _settle(key, members, by_id, clock)
    adopt(settled)
    settled = {key: units.loosened(key.unit, items) for key, items in settled.items()}
    clocks.placed(settled, by_id, clock)
    moments = {k: settled.pop(k) for k in [k for k in settled if k.attribute == UNTOLD]}
    for key, items in settled.items():
        for part in neighbourhoods(key, items, day):
            if not _another_weekday(key, [items[i] for i in part], day):
                found.extend(_findings(key, [items[i] for i in part], by_id, independent))
            found.extend(same_instants(key, [items[i] for i in part], by_id, independent))
    found.extend(clocks.missed(settled | moments, found, by_id, independent))
    found.extend(kept_plans(settled, by_id, independent))
    found.extend(money_mistaken(settled, by_id, independent))
    found.extend(units_mistaken(settled, by_id, independent))
    found.extend(sums_off(ordered, by_id, independent))
    found.extend(same_counts(settled, found, by_id, independent))
    found.extend(aligned.found(settled | moments, unknown, clauses or {}, found, by_id, independent, called or {}))
    found = overlapping.joined(alike.joined(_without_echoes(found), independent), by_id, independent)
    unique = {f.id: f for f in _without_echoes(many.without(found, [*ordered, *others], clauses or {}, by_id))}
    if sum("protest" in its for its in events) < PROTESTING:
        unique = {f.id: _of_a_crowd(f) for f in unique.values()}
    return sorted(unique.values(), key=lambda f: (-f.weight, f.attribute, f.scope, f.id))


PROTESTING = 2
"""Articles that must open with a protest before those who came are protesters."""


def _of_a_crowd(finding: Finding) -> Finding:
    return msgspec.structs.replace(finding, attribute="crowd") if finding.attribute == "protester" else finding


def _by_unit(claims: Sequence[Claim], day: float | None) -> dict[Key, list[Item]]:
    """Return values of which nothing is known as groups that only like clauses set against others."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for claim in claims:
        interval = readings.in_year(claim, day) if claim.unit == "day" else bounds(claim)
        groups[Key(claim.attribute, claim.unit, None, (), (), False)].append(Item(claim, interval))
    return groups


def _another_weekday(key: Key, items: Sequence[Item], day: float | None) -> bool:
    """Tell whether weekdays alone set a happening on another day than the story's: they date what was said of it."""
    if key.unit != "day" or key.event not in POINT_EVENTS or day is None:
        return False
    return all(i.claim.loose and abs(i.interval[0] - day) >= DAY for i in items)


def _without_echoes(found: Sequence[Finding]) -> list[Finding]:
    """Return findings without those that only repeat what others cite: lone, agreed or rounded values."""
    cited = [(f, {(f.attribute, v.low, v.high, s.article) for v in f.values for s in v.support}) for f in found]
    told: dict[tuple[object, ...], list[int]] = {}
    for number, (finding, its) in enumerate(cited):
        for words in its if finding.status != "alone" else ():
            told.setdefault(words, []).append(number)
    out = []
    for number, (finding, its) in enumerate(cited):
        others = [set(told.get(words, ())) - {number} for words in its]
        if finding.status == "alone" and all(others):
            continue
        within = set.intersection(*others) if others else set()
        if finding.status in ("agreed", "rounded") and any(its < cited[other][1] for other in within):
            continue
        out.append(finding)
    return out


def _settle(
    key: Key, members: Sequence[Claim], articles: Mapping[str, Article], clock: story_clock.StoryClock
) -> list[Item]:
    if key.unit == "day":
        return [Item(c, readings.in_year(c, clock.day)) for c in members]
    if key.unit == "instant":
        intervals = instants.settle(members, articles, clock)
        return without_late_stamps([Item(c, i) for c, i in zip(members, intervals, strict=True)])
    return [Item(c, bounds(c)) for c in members]


def _findings(key: Key, items: list[Item], articles: Mapping[str, Article], independent: Independent) -> list[Finding]:
    items = one_scope(key, items)
    if not items or (bare(key) and not tight(items) and not told_once(items)):
        return []
    status = verdict(key, items, articles)
    if status is None:
        return []
    return [make(key, items, status, articles, independent)]
