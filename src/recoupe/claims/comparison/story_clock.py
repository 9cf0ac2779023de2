"""When a story happens and by which clocks it is told: its day, the zones its pages print, the clock of its place."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import DAY, UNDATED, on_several_days, yearless
from recoupe.claims.article.times import day_words
from recoupe.claims.article.times.clock_times import LOCAL
from recoupe.claims.article.times.moments import UNTOLD
from recoupe.claims.values import Interval
from recoupe.model import Article, Claim
from recoupe.text import zones
from recoupe.text.patterns import compiled_by_regex

BESIDE = frozenset(("announcement", "trading_halt", "branches"))
"""Events that may be on another day than the story's own."""


def story_day(claims: Sequence[Claim]) -> float | None:
    """Return the day most clock times of a story stand on (seconds of its midnight), None without any.

    What is to come counts only where nothing else does, and so does a day of no known year.
    """
    dated = [c for c in claims if c.unit in ("instant", "day") and c.low and c.low >= UNDATED and c.attribute != UNTOLD]
    for kept in (_own, _of_a_year, _done):
        dated = [c for c in dated if kept(c)] or dated
    days = Counter(c.low // DAY * DAY for c in dated if c.low)
    return min(days, key=lambda d: (-days[d], d)) if days else None


def _own(claim: Claim) -> bool:
    return scopes.key(claim.scope, "event") not in BESIDE


def _of_a_year(claim: Claim) -> bool:
    return claim.low is not None and not yearless(claim.low)


def _done(claim: Claim) -> bool:
    return claim.status != "planned"


class StoryClock(NamedTuple):
    """The story's day (seconds of its midnight, None without any), whether it has several, the zones its clock times
    are printed in, with the number of articles that print them, those of most first, and their languages; `ahead` is
    by how many seconds the clocks of its place are ahead of UTC, None where no page tells; `own` the zone in
    which an article tells its bare clocks, as far as it prints one, by its id; `sure` the instants told with their day
    and their zone, in order."""

    day: float | None
    lasting: bool
    zones: Mapping[str, int]
    languages: Mapping[str, frozenset[str | None]]
    ahead: float | None = None
    own: Mapping[str, str] = {}
    sure: Sequence[float] = ()


def story_clock(claims: Sequence[Claim], articles: Mapping[str, Article]) -> StoryClock:
    """Return when a story happens and by which clocks it is told."""
    day = story_day(claims)
    printing = {(c.zone, c.anchor.article) for c in claims if c.zone and c.zone != LOCAL}
    told = Counter(z for z, _ in printing)
    languages: dict[str, set[str | None]] = {}
    for zone, article in printing:
        if article in articles:
            languages.setdefault(zone, set()).add(articles[article].language)
    zones_of = dict(sorted(told.items(), key=lambda item: (-item[1], item[0])))
    spoken = {z: frozenset(its) for z, its in languages.items()}
    own = _told_in(printing)
    sure = sorted({c.low for c in claims if c.low is not None and c.low == c.high and _surely(c)})
    return StoryClock(day, _lasts(claims, day), zones_of, spoken, _ahead(claims, articles), own, sure)


def _surely(claim: Claim) -> bool:
    return claim.unit == "instant" and not claim.loose and not claim.local and claim.status != "planned"


def _told_in(printing: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the zone in which each article tells its bare clocks, by its id, of all (zone, article) printed.

    "(Brasília time)" is told once, at the first clock; where a bare clock stands beside another zone's ("11 a.m., 8
    a.m. UK time"), what it tells of its zone is of all bare clocks.
    """
    printed: dict[str, set[str]] = {}
    for zone, article in printing:
        printed.setdefault(article, set()).add(zone)
    out = {}
    for article, its in printed.items():
        own = {z for z in its if _FIXED.fullmatch(z)} or {z for z in its if "/" in z}
        if len(own) == 1:
            out[article] = own.pop()
    return out


_FIXED = compiled_by_regex(r"([+-])(\d\d):(\d\d)")


def _ahead(claims: Sequence[Claim], articles: Mapping[str, Article]) -> float | None:
    """Return by how many seconds the clocks of a story's place are ahead of UTC, as bare clocks printed beside another
    zone's tell in most articles that print such pairs, two at least, or one that calls its bare clock local.

    What may be the readers' own zone says nothing of the place.
    """
    pairs = [(c, articles.get(c.anchor.article), a) for c in claims if (a := fixed(c.zone)) is not None]
    local = {a for c, article, a in pairs if article and day_words.of_the_place(c.display, article.language)}
    told: dict[float, set[str]] = {}
    for claim, article, ahead in pairs:
        if ahead in local or ahead not in _own_zones(claim, article):
            told.setdefault(ahead, set()).add(claim.anchor.article)
    best = max(told, key=lambda a: (len(told[a]), a), default=None)
    every = set[str]().union(*told.values())
    if best is None or 2 * len(told[best]) <= len(every):
        return None
    return best if best in local or len(told[best]) >= 2 else None


def fixed(zone: str | None) -> float | None:
    """Return by how many seconds a zone told by its offset ("-04:00") is ahead of UTC, None for any other."""
    m = _FIXED.fullmatch(zone or "")
    return float(m[1] + str(int(m[2]) * 3600 + int(m[3]) * 60)) if m else None


def _own_zones(claim: Claim, article: Article | None) -> set[float]:
    """Return by how much the clocks of an article's own readers may be ahead of UTC at a claim's time."""
    home = home_of(article)
    names = [home] if home else zones.of_press(article.language if article else None)
    at = claim.low or 0.0
    return {at - shift((at, at), name)[0] for name in names}


def _lasts(claims: Sequence[Claim], day: float | None) -> bool:
    """Tell whether a story's clock times stand on other days than its own, as far as its pages print their days."""
    clocks = (c for c in claims if c.unit == "instant" and c.attribute != UNTOLD and not c.loose)
    return on_several_days((c.low for c in clocks if c.low), day)


def home_of(article: Article | None) -> str | None:
    """Return the zone an article's outlet counts in, None where that is not known."""
    return zones.of_outlet(article.url or article.page) if article else None


def shift(interval: Interval, name: str) -> Interval:
    local = dt.datetime.fromtimestamp(interval[0], tz=dt.UTC).replace(tzinfo=None)
    if 0 <= interval[0] < UNDATED:
        local = local.replace(year=NOWADAYS)  # the clocks of 1970 went by other rules
    instant = zones.to_utc(local, name)
    offset = (instant - local.replace(tzinfo=dt.UTC)).total_seconds() if instant else 0.0
    return interval[0] + offset, interval[1] + offset


NOWADAYS = 2024
"""A year by whose rules clock times of no known day are read."""
