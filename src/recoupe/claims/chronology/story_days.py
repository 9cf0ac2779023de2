"""The day of what is told: where a page leaves it open ("Monday", "today", "at 9"), the story's other pages tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from recoupe.claims.article.moments import DAY, HOUR, iso_seconds
from recoupe.claims.article.tellings import Telling

MINUTE = 60.0

NEAR = HOUR / 2
"""How near to another telling's a clock time must be to take its day."""

MUCH = 5
"""How many times as many articles must tell another day before a day that is only inferred gives way to it."""

ONE_DAY = 0.8
"""Share of a story's clock times that must stand on one day before it is a story of that day."""

WEEK = 7 * DAY


def lasts(tellings: Sequence[Telling]) -> bool:
    """Tell whether the clock times of a story stand on several days, as far as its pages tell their days."""
    days = Counter(t.begin // DAY for t in tellings if t.clock and not t.dayless)
    return bool(days) and max(days.values()) < ONE_DAY * sum(days.values())


def in_their_week(tellings: Sequence[Telling]) -> list[Telling]:
    """Move days that only their page's date tells to the day that more articles tell of the same event.

    A bare weekday ("on Monday") may be a week off, the "today" of a page that has no date of its own a day or two.
    """

    def what(telling: Telling) -> tuple[str, str]:
        event, phase, _ = telling.what
        return event, "start" if phase == "occurrence" else phase

    days: dict[tuple[str, str], Counter[float]] = defaultdict(Counter)
    whole: Counter[float] = Counter()
    for of, begin, _ in {(what(t), t.begin // DAY * DAY, t.article.id) for t in tellings}:
        days[of][begin] += 1
        whole[begin] += 1
    out = []
    for telling in tellings:
        reach = [WEEK] if telling.weekday else [DAY, 2 * DAY] if telling.guessed else []
        for other in sorted(telling.begin + sign * shift for shift in reach for sign in (-1, 1)):
            told = days[what(telling)]
            here, there = told[telling.begin], told[other]
            weeks = telling.weekday and telling.what[1] != "end" and whole[other] >= MUCH * whole[telling.begin]
            if (telling.what[0] and (there > here if telling.weekday else there >= MUCH * here)) or weeks:
                written = iso_seconds((telling.article.published or telling.article.reference or "")[:10])
                telling = telling._replace(begin=other, planned=written is not None and written < other)
                break
        out.append(telling)
    return out


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
            published = telling.article.published or telling.article.reference or ""
            late = len(published) == len("2031-05-06") or (iso_seconds(published) or telling.begin) < telling.begin
            if told or (late and earlier // DAY == main):
                telling = telling._replace(begin=earlier)
        out.append(telling)
    return out
