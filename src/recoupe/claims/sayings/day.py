"""On which day it happened: what articles agree on where each dates the story's event in a sentence of its own.

dated sentences (article.times.dated, article.times.chronicle)
  -> those of the event most articles open with, whose own words name the day
  -> the day that two origins tell and hardly anybody tells otherwise -> a line
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recoupe.claims.article.ground import happening
from recoupe.claims.article.ground.seconds import DAY
from recoupe.claims.article.times.dated import Dated
from recoupe.claims.article.times.phases import OPENING
from recoupe.claims.sayings.support import supports
from recoupe.model import Article, Finding, Independent, Value
from recoupe.model.ids import digest

OTHERWISE = 0.25
"""The share of the articles that date the event which may date it otherwise: the day before, or another of its kind."""

ZONES = 14 * 3600.0
"""Seconds that clocks lie apart from that of Greenwich at most."""

WEIGHT = 40.0


def find(
    articles: Sequence[Article],
    told: Mapping[str, Sequence[Dated]],
    opened: Sequence[frozenset[str]],
    independent: Independent,
    findings: Iterable[Finding] = (),
) -> list[Finding]:
    """Return the day of what the story is about, none where `findings` tell or dispute it already."""
    main = happening.main_event(opened)
    if main is None or any(f.unit == "day" and f.status != "alone" and _of(f, main) for f in findings):
        return []
    days: dict[float, dict[str, Dated]] = defaultdict(dict)
    clocks: dict[str, list[float]] = defaultdict(list)
    for article in articles:
        for dated in told.get(article.id, ()):
            event, phase, _ = dated.what
            if event != main or phase not in OPENING or dated.planned or not dated.day_named:
                continue
            if dated.clock:
                clocks[article.id].append(dated.begin)
            else:
                days[dated.begin // DAY * DAY].setdefault(article.id, dated)
    if not days:
        return []
    day = min(days, key=lambda d: (-len(days[d]), d))
    telling = {a for of_day in days.values() for a in of_day} | clocks.keys()
    on_it = days[day].keys() | {a for a, told_at in clocks.items() if any(_within(c, day) for c in told_at)}
    origins = independent(sorted(days[day]))
    if origins[0] < 2 or len(telling - on_it) > OTHERWISE * len(telling):
        return []
    return [_finding(day, main, days[day], {a.id: a for a in articles}, origins)]


def _within(clock: float, day: float) -> bool:
    """Tell whether an instant may lie on a day somewhere on earth."""
    return day - ZONES <= clock < day + DAY + ZONES


def _of(finding: Finding, event: str) -> bool:
    return finding.scope.partition(",")[0].replace(" ", "_") == event


def _finding(
    day: float, main: str, dated: Mapping[str, Dated], articles: Mapping[str, Article], origins: tuple[int, int]
) -> Finding:
    spans = ((a, d.time.start, d.time.end, d.whole) for a, d in sorted(dated.items()))
    support = supports(spans, articles)
    date = dt.datetime.fromtimestamp(day, tz=dt.UTC).strftime("%Y-%m-%d")
    value = Value(low=f"{date}T00:00:00", high=f"{date}T23:59:59", display=date, support=tuple(support))
    return Finding(
        id="f" + digest("day", main, *(f"{s.article}:{s.start}" for s in support)),
        status="agreed",
        attribute="date",
        scope=main.replace("_", " "),
        values=(value,),
        unit="day",
        independent=origins,
        explanation=f"{len(support)} articles date it so.",
        weight=WEIGHT + min(30.0, 4.0 * origins[0]),
        reason="agreed",
    )
