"""A weekday read a week off is on the day that more of the story's articles tell."""

from __future__ import annotations

from recoupe import claims, pipeline
from recoupe.claims.comparison import weekdays
from tests.claims.helpers import article


def days(*texts: str, published: str = "2031-05-11") -> list[str]:
    pages = [article(t, f"a{n}", published=published) for n, t in enumerate(texts)]
    found = [c for p in pages for c in claims.find(p, pipeline.annotate(p), {}, {})]
    moved = weekdays.in_their_week(found, {p.id: p for p in pages})
    return [weekdays_iso(c.low) for c in moved if c.unit == "day" and c.low is not None]


def weekdays_iso(seconds: float) -> str:
    import datetime as dt

    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date().isoformat()


def test_a_bare_weekday_joins_the_day_that_others_print() -> None:
    printed = "The summit in Varnholt takes place on Monday 12 May 2031."
    bare = "The presidents held the summit on Monday."
    assert set(days(printed, printed, bare)) == {"2031-05-12"}


def test_a_bare_weekday_alone_stays() -> None:
    (day,) = days("The presidents held the summit on Monday.")
    assert day == "2031-05-05"
