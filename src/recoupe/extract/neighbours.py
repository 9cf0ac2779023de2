"""What the pages of one story tell an undated page that was read with them: its year, the days it may be of."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from recoupe.extract.window import NEAR, Window, near

FEWEST = 3
"""Names two pages of one story share at least."""

AWAY = 20
"""Days between a date a page prints and the day of a neighbour at most."""

_DAY = dt.timedelta(days=1)


class Known(NamedTuple):
    """The articles whose day is known, and the numbers of those that print a name, by the name."""

    windows: Sequence[Window]
    naming: Mapping[str, Sequence[int]]


def known(windows: Sequence[Window]) -> Known:
    """Return what neighbours may be asked for: those of the articles that have a day."""
    having = [w for w in windows if w.fixed or w.low]
    naming: dict[str, list[int]] = defaultdict(list)
    for number, window in enumerate(having):
        for name in window.names:
            naming[name].append(number)
    return Known(having, naming)


def borrowed(page: Sequence[Window], of: Known, guess: dt.date | None) -> dt.date | None:
    """Return the day of the article that shares most names with the page and a date (day and month) near its own.

    Without one the `guess`, unless all that share its names are of another year.
    """
    dates = [m for w in page for m in w.mentions if m.kind == "date"]
    if not dates:
        return guess
    best: tuple[int, str] | None = None
    anchor = None
    distance: dict[dt.date, tuple[int, bool]] = {}
    others = []
    for window, shared, smaller in _alike(page, of):
        day = window.fixed or window.low
        if day is None:
            continue
        others.append(day)
        if day not in distance:  # many articles, few days
            fits = [(abs(date - day).days, m.weekday is None) for m in dates if (date := near(m, day))]
            distance[day] = min(fits, default=(NEAR, True))
        away, bare = distance[day]
        if away > AWAY:
            continue
        # A date with its weekday is of one year in seven. Else a short text has few names; then the day must be the
        # same, and half of its names.
        same = shared >= 2 * FEWEST and shared * 4 >= smaller
        same = same or not bare or (shared * 2 >= smaller and away <= 2)
        rank = (shared, window.article.id)
        if same and (best is None or rank > best):
            best, anchor = rank, day
    if anchor is None and guess is not None and others and all(abs(guess - day).days > NEAR for day in others):
        return None
    return anchor or guess


class Story(NamedTuple):
    """The day that most of a story's articles are of or tell, by how many, and the first and last that one is of; all
    by days of publication (`dated`) or, where there are none, by days that words fix."""

    day: dt.date
    tellers: int
    first: dt.date
    latest: dt.date
    dated: bool


def story(windows: Sequence[Window]) -> Story | None:
    """Return what is known of the days of the articles of one story; None where none has a day.

    Days of publication say more than those read from words; dates that undated ones print near them count too.
    """
    dated = [w.low for w in windows if w.dated and w.low]
    days = dated or [w.fixed for w in windows if w.fixed]
    if not days:
        return None
    told, latest = Counter(days), max(days)
    middle = sorted(days)[len(days) // 2]
    for window in windows:
        printed = [date for m in window.mentions if m.kind == "date" and (date := near(m, middle))]
        told.update({date for date in printed if date <= latest and (middle - date).days <= AWAY})
    day = min(told, key=lambda d: (-told[d], d))
    return Story(day, told[day], min(days), latest, bool(dated))


def in_story(page: Sequence[Window], of: Story, guess: dt.date | None) -> dt.date | None:
    """Return a day near which a page of a story was written, by a date it prints; its `guess` where none is near."""
    dates = [date for w in page for m in w.mentions if m.kind == "date" and (date := near(m, of.day))]
    if any(abs(date - of.day).days <= AWAY for date in dates):
        return of.day
    return guess if guess is not None and abs(guess - of.day).days <= NEAR else None


def by_weekdays(page: Sequence[Window], of: Story) -> None:
    """Narrow the days of a page by the weekdays it tells of: those nearest to the day that several articles tell."""
    for window in page:
        past = [m for m in window.mentions if m.kind == "weekday" and m.tense == "past" and m.weekday is not None]
        found = [(_nearest(m.weekday or 0, of), m.words) for m in past]
        if found:  # of no tense, but a day of which all write: "touched down near the south pole on Thursday"
            untold = (m for m in window.mentions if m.kind == "weekday" and m.tense is None and not m.here)
            news = [(_nearest(m.weekday or 0, of), m.words) for m in untold]
            found += [(day, said) for day, said in news if day in (of.day, of.day - _DAY)]
        if found and window.low is None and of.tellers >= TELLERS:
            window.after(*max(found), "story")


TELLERS = 2
"""Articles that must tell the day of a story before the weekdays of others are read from it."""


def _nearest(weekday: int, of: Story) -> dt.date:
    days = [of.day + n * _DAY for n in range(-6, 7) if (of.day + n * _DAY).weekday() == weekday]
    return min((day for day in days if day <= of.latest), key=lambda day: abs(day - of.day))


def _alike(page: Sequence[Window], of: Known) -> Iterator[tuple[Window, int, int]]:
    """Yield the articles that share names with a page, how many, and how many names the one with fewer has."""
    names = frozenset[str]().union(*(w.names for w in page))
    shared = Counter(chain.from_iterable(of.naming.get(name, ()) for name in names))
    for number, count in sorted(shared.items()):
        if count >= FEWEST:
            window = of.windows[number]
            yield window, count, min(len(names), len(window.names))
