"""The day of what is told: where a page leaves it open ("Monday", "today", "at 9"), the story's other pages tell it."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.article.ground.seconds import DAY, HOUR, iso_seconds, on_several_days, unsure_by
from recoupe.claims.article.times.phases import OPENING
from recoupe.claims.chronology.page_clocks import page_of
from recoupe.claims.chronology.tellings import Telling, stamped
from recoupe.model import Article

MINUTE = 60.0

SLIP = HOUR / 6
"""How far "shortly after three" may be from the hour that others print."""

NEAR = HOUR / 2
"""How near to another telling's a clock time must be to take its day."""

SAME = 3
"""Minutes by which the entry of a live blog may be off the hour of what it tells."""

ENTRIES = 3
"""Entries of a live blog that must fit another day, and articles that must tell when all began."""

CLOSING = ("end", "resume")

MUCH = 5
"""How many times as many articles must tell another day before a day that is only inferred gives way to it."""

WEEK = 7 * DAY

FURTHER = HOUR
"""For how long a page may be told further after its stamp."""

WEEKS = 8 * WEEK
"""How far off the weekday of a page without a date may be."""


def lasts(tellings: Sequence[Telling]) -> bool:
    """Tell whether the clock times of a story stand on several days, as far as its pages tell their days."""
    return on_several_days(t.begin for t in tellings if t.clock and not t.dayless)


def in_their_week(tellings: Sequence[Telling]) -> list[Telling]:
    """Move days that only their page's date tells to the day that more articles tell of the same event.

    A weekday ("on Monday") may be a week off, that of a page without a date some weeks, its days of a month
    a year; the "today" of such a page a day or two.
    """
    days: dict[tuple[str, str], Counter[float]] = defaultdict(Counter)
    whole: Counter[float] = Counter()
    for of, begin, _ in {(_kind(t), t.begin // DAY * DAY, t.article.id) for t in tellings}:
        days[of][begin] += 1
        whole[begin] += 1
    reach = functools.cache(functools.partial(_reach, whole))  # many tellings, few days
    return [_in_its_week(t, days[_kind(t)], whole, reach) for t in tellings]


def _kind(telling: Telling) -> tuple[str, str]:
    event, phase, _ = telling.what
    return event, "start" if phase == "occurrence" else phase


def _in_its_week(
    telling: Telling, told: Mapping[float, int], whole: Mapping[float, int], reach: Callable[[float, _How], list[float]]
) -> Telling:
    """Return a telling on the day that fits it best; `told` counts the articles of each day of its event, `whole` all.

    A page that speaks of no plan tells what had happened when it was written: there one more article is enough.
    """
    begin = telling.begin // DAY * DAY
    if telling.weekday and begin == iso_seconds((telling.article.published or "")[:10]):
        return telling  # its page came out on a day of that name
    written = iso_seconds((telling.article.published or telling.article.reference or "")[:10])
    ahead = not telling.announced and written is not None and begin > written
    how = _How(telling.article.published is None, telling.weekday, telling.day_named, telling.guessed)
    for other in reach(begin, how):
        here, there = told.get(begin, 0), told.get(other, 0)
        if telling.announced and written is not None and other < written <= begin:
            continue  # what a page announces is not over
        loose = telling.guessed and not telling.weekday
        same = bool(telling.what[0]) and (there >= max(1, MUCH * here) if loose else there > here)
        weeks = telling.weekday and telling.what[1] != "end" and whole[other] >= MUCH * whole[begin]
        past = ahead and other < begin and whole[other] > whole[begin]
        if same or weeks or past:
            planned = telling.announced and written is not None and written < other
            return telling._replace(begin=telling.begin + other - begin, planned=planned)
    return telling


class _How(NamedTuple):
    """How a page tells a day: without a date of its own, by weekday, by a day it names, or not at all (`guessed`)."""

    dateless: bool
    weekday: bool
    named: bool
    guessed: bool


def _reach(whole: Mapping[float, int], begin: float, how: _How) -> list[float]:
    """Return the days what is told on `begin` may be of beside it, those of most articles first, all of the story."""
    if how.weekday:
        near = [d for d in whole if (d - begin) % WEEK == 0 and abs(d - begin) <= (WEEKS if how.dateless else WEEK)]
    elif how.dateless and how.named and not how.guessed:
        date = dt.datetime.fromtimestamp(begin, tz=dt.UTC)
        moments = ((d, dt.datetime.fromtimestamp(d, tz=dt.UTC)) for d in whole)
        near = [d for d, m in moments if (m.month, m.day) == (date.month, date.day)]
    else:
        near = [d for d in whole if how.guessed and abs(d - begin) <= 2 * DAY]
    return sorted((d for d in near if d != begin), key=lambda d: (-whole[d], d))


def on_their_day(tellings: Sequence[Telling]) -> list[Telling]:
    """Move a clock time without a day of its own to the day before where others tell the same event at that hour.

    So too where it had not yet come when the article was published, and most pages of the story tell clock times of
    that day, or two do and the article's own hour is known.
    """
    clocks = [t for t in tellings if t.clock]
    days = Counter(day for day, _ in {(t.begin // DAY, page_of(t.article)) for t in clocks if not t.loose})
    main = min(days, key=lambda d: (-days[d], d)) if days else None
    sure = sorted(c.begin for c in clocks if c.day_named and not c.loose)
    of_event: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for clock in clocks:
        of_event[clock.what].append(clock.begin)
    of_event = {what: sorted(begins) for what, begins in of_event.items()}
    out = []
    for telling in tellings:
        earlier = telling.begin - DAY
        if telling.loose and not telling.planned and not _within(sure, telling.begin, SLIP):
            told = _within(of_event.get(telling.what, ()), earlier, NEAR) or _within(sure, earlier, MINUTE)
            ours = earlier // DAY == main or (days[earlier // DAY] > 1 and "T" in (telling.article.published or ""))
            if told or (ours and _after(telling)):
                telling = telling._replace(begin=earlier)
        out.append(telling)
    return out


def live_days(tellings: Sequence[Telling], articles: Iterable[Article]) -> list[Telling]:
    """Move the entries of a live blog to the day on which other pages tell the hours they tell.

    Its entries have hours; its day is told once for all, and a match of the 27th ends on the 28th. One hour is enough
    where the blog was published on the day the others tell most and its entries stand on the day before.
    """
    days = Counter(t.begin // DAY * DAY for t in tellings if not _entry(t))
    main = min(days, key=lambda d: (-days[d], d), default=None)
    told = {round(t.begin / MINUTE) for t in tellings if t.clock and not t.planned and not _entry(t)}
    near = frozenset(minute + step for minute in told for step in range(-SAME, SAME + 1))
    blogs: dict[str, set[float]] = defaultdict(set)
    published = {}
    entries = [t for t in tellings if stamped(t)]  # an hour that an entry tells is not its own
    zone = {t.article.part_of: t.begin - (iso_seconds(t.article.published or "") or 0.0) for t in entries}
    for article in articles:
        published[article.id] = iso_seconds((article.published or "")[:10])
        written = iso_seconds(article.published or "")
        if article.part_of in zone and written is not None and "T" in (article.published or ""):
            blogs[article.part_of or ""].add(written + zone[article.part_of])
    off: dict[str, float] = {}
    for blog, begins in blogs.items():
        fits = {days: sum(round((b + days * DAY) / MINUTE) in near for b in begins) for days in (0, 1, -1)}
        best = max(fits, key=lambda days: fits[days])
        before = main is not None and all(begin < main for begin in begins)
        told_so = best == 1 and before and not fits[0] and published.get(blog) == main
        if told_so or fits[best] >= max(ENTRIES, 2 * fits[0] + 1):
            off[blog] = best * DAY
    return [t._replace(begin=t.begin + off.get(t.article.part_of or "", 0.0)) if _entry(t) else t for t in tellings]


def _entry(telling: Telling) -> bool:
    told = telling.time.text and telling.day_named
    return telling.clock and telling.article.kind == "update" and not told


def behind_the_start(tellings: Sequence[Telling]) -> list[Telling]:
    """Move what ends or goes on again, at an hour without a day, a day on where it would come before all began.

    All began when most articles say that something did.
    """
    opened = Counter(
        begin for begin, _ in {(t.begin, t.article.id) for t in tellings if t.clock and t.what[1] in OPENING}
    )
    start, told = max(opened.items(), key=lambda item: (item[1], -item[0]), default=(0.0, 0))
    if told < ENTRIES:
        return list(tellings)

    def early(telling: Telling) -> bool:
        written = iso_seconds((telling.article.published or "")[:10])
        bare = telling.clock and not telling.day_named and telling.what[1] in CLOSING
        return bare and start - DAY < telling.begin < start and written is not None and written > telling.begin

    return [t._replace(begin=t.begin + DAY) if early(t) else t for t in tellings]


def _within(begins: Sequence[float], moment: float, reach: float) -> bool:
    """Tell whether one of some moments, in order, is at most `reach` seconds from another."""
    at = bisect.bisect_left(begins, moment - reach)
    return at < len(begins) and begins[at] <= moment + reach


def _after(telling: Telling) -> bool:
    """Tell whether a clock time may be later than its article, whose hour is not known or is before it.

    An hour of publication without a zone may be that of any; a page may be told further for an hour after its stamp.
    """
    stamp = telling.article.published or telling.article.reference or ""
    if len(stamp) == len("2031-05-06"):
        return True
    modified = telling.article.modified or ""
    later = (iso_seconds(modified) or 0.0) + unsure_by(modified) if "T" in modified else 0.0
    return max((iso_seconds(stamp) or telling.begin) + unsure_by(stamp), later) + FURTHER < telling.begin
