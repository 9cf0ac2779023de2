"""The day of what is told: where a page leaves it open ("Monday", "today", "at 9"), the story's other pages tell it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from recoupe.claims.article.seconds import DAY, HOUR, iso_seconds, on_several_days, unsure_by
from recoupe.claims.article.tellings import Telling

MINUTE = 60.0

NEAR = HOUR / 2
"""How near to another telling's a clock time must be to take its day."""

MUCH = 5
"""How many times as many articles must tell another day before a day that is only inferred gives way to it."""

WEEK = 7 * DAY


def lasts(tellings: Sequence[Telling]) -> bool:
    """Tell whether the clock times of a story stand on several days, as far as its pages tell their days."""
    return on_several_days(t.begin for t in tellings if t.clock and not t.dayless)


def in_their_week(tellings: Sequence[Telling]) -> list[Telling]:
    """Move days that only their page's date tells to the day that more articles tell of the same event.

    A weekday ("on Monday") may be a week off, that of a page without a date any number of weeks, its days of a month
    a year; the "today" of such a page a day or two.
    """
    days: dict[tuple[str, str], Counter[float]] = defaultdict(Counter)
    whole: Counter[float] = Counter()
    for of, begin, _ in {(_kind(t), t.begin // DAY * DAY, t.article.id) for t in tellings}:
        days[of][begin] += 1
        whole[begin] += 1
    return [_in_its_week(t, days[_kind(t)], whole) for t in tellings]


def _kind(telling: Telling) -> tuple[str, str]:
    event, phase, _ = telling.what
    return event, "start" if phase == "occurrence" else phase


def _in_its_week(telling: Telling, told: Mapping[float, int], whole: Mapping[float, int]) -> Telling:
    """Return a telling on the day that fits it best; `told` counts the articles of each day of its event, `whole` all.

    A page that speaks of no plan tells what had happened when it was written: there one more article is enough.
    """
    begin = telling.begin // DAY * DAY
    written = iso_seconds((telling.article.published or telling.article.reference or "")[:10])
    ahead = not telling.announced and written is not None and begin > written
    for other in _reach(telling, whole):
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


def _reach(telling: Telling, whole: Mapping[float, int]) -> list[float]:
    """Return the days a telling may be of beside its own, those of most articles first, of the story's alone."""
    begin = telling.begin // DAY * DAY
    dateless = telling.article.published is None
    if telling.weekday:
        near = [d for d in whole if (d - begin) % WEEK == 0 and (dateless or abs(d - begin) == WEEK)]
    elif dateless and telling.day_named and not telling.guessed:
        date = dt.datetime.fromtimestamp(begin, tz=dt.UTC)
        moments = ((d, dt.datetime.fromtimestamp(d, tz=dt.UTC)) for d in whole)
        near = [d for d, m in moments if (m.month, m.day) == (date.month, date.day)]
    else:
        near = [d for d in whole if telling.guessed and abs(d - begin) <= 2 * DAY]
    return sorted((d for d in near if d != begin), key=lambda d: (-whole[d], d))


def on_their_day(tellings: Sequence[Telling]) -> list[Telling]:
    """Move a clock time without a day of its own to the day before where others tell the same event at that hour.

    So too where most clock times of the story stand on that day and it had not yet come when the article was published.
    """
    clocks = [t for t in tellings if t.clock]
    days = Counter(t.begin // DAY for t in clocks if not t.loose)
    main = min(days, key=lambda d: (-days[d], d)) if days else None
    out = []
    for telling in tellings:
        earlier = telling.begin - DAY
        if telling.loose and not telling.planned:
            told = any(
                abs(c.begin - earlier) <= (NEAR if c.what == telling.what else MINUTE)
                for c in clocks
                if c.what == telling.what or not c.loose
            )
            if told or (earlier // DAY == main and _after(telling, telling.article.published)):
                telling = telling._replace(begin=earlier)
        out.append(telling)
    return out


def _after(telling: Telling, published: str | None) -> bool:
    """Tell whether a clock time may be later than its article, whose hour is not known or is before it.

    An hour of publication without a zone may be that of any.
    """
    stamp = published or telling.article.reference or ""
    if len(stamp) == len("2031-05-06"):
        return True
    return (iso_seconds(stamp) or telling.begin) + unsure_by(stamp) < telling.begin
