"""The day an undated text was written, as far as its words and its neighbours on the page tell.

Every article without a date gets a window of days, which evidence narrows:

    a date told in the past tense, a dated post quoted in it      not before that day
    a date told in the future ("prévue le", "prochain")           not after it
    "ce vendredi 15 août"                                          that week; a weekday with its date fixes the year
    "à la veille du sommet", the summit's day known                the day before
    "demain", a planned day known                                  the day before it
    "BRÉVENT, 4 May (Agency) -"                                    that day
    a date in a picture's caption                                  not before it
    updates of a live blog, newest first                           not before the one below
    "6 hours ago" beside "an hour ago"                             one moment of saving binds them all

What remains is never given out as a date of publication: it is `reference`, the day relative words are read from, with
the words it rests on; and `published_between` where both ends are known. Where evidence is missing there is nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, groupby

import msgspec
import regex

from recoupe.extract.dates import Ago, ago
from recoupe.extract.daywords import DayWord
from recoupe.extract.lesson import Learn, days
from recoupe.extract.lesson import day as day_of
from recoupe.model import Article, Evidence

_NEAR = 60  # days around the anchor within which a date may bear on the day of writing
# Its first character first, then what stands before it: so `re` looks for it at the speed of a memory search.
_YEAR = re.compile(r"[12](?<![\d.,][12])(?:(?<=1)9|(?<=2)0)\d\d(?![\d.,]?\d)")
_DATELINE = regex.compile(r"^\p{Lu}[\p{Lu} .'’-]{2,30}(?: ?[(/][\p{L} .'’-]{2,30}[)/])?, (?:\p{L}+,? )?$", regex.V1)
_DAY = dt.timedelta(days=1)


class _Window(msgspec.Struct):
    """What is known of one article: its day words, its names, the days `[low, high]` it may be of and why."""

    article: Article
    mentions: Sequence[DayWord]
    age: Ago | None
    low: dt.date | None = None
    high: dt.date | None = None
    why: str = ""
    where: str = "text"
    dated: bool = False
    names: frozenset[str] = frozenset()

    def after(self, day: dt.date, why: str, where: str = "text") -> None:
        if not self.dated and (self.low is None or day > self.low) and (self.high is None or day <= self.high):
            self.low, self.why, self.where = day, why, where

    def before(self, day: dt.date, why: str, where: str = "text") -> None:
        if not self.dated and (self.high is None or day < self.high) and (self.low is None or day >= self.low):
            self.high = day
            if not self.why:
                self.why, self.where = why, where

    def fix(self, day: dt.date, why: str, where: str = "text") -> None:
        self.after(day, why, where)
        self.before(day, why, where)
        if self.low == self.high == day:
            self.why, self.where = why, where

    @property
    def fixed(self) -> dt.date | None:
        return self.low if self.low is not None and self.low == self.high else None


def refer(articles: Sequence[Article], learn: Learn = days) -> tuple[Article, ...]:
    """Return `articles` with `reference` (and `published_between`) set where the pages say enough.

    Articles of one page are read together; a page that names no year takes it from a page read with it that speaks of
    the same names and the same day. Articles with a date of publication are left as they are. Pure and deterministic;
    the order of pages does not matter. `learn` gives what one teaches by itself.
    """
    windows = [_window(article, learn) for article in articles]
    pages = [
        list(group) for _, group in groupby(sorted(windows, key=lambda w: w.article.page), lambda w: w.article.page)
    ]
    waiting = []
    for page in pages:
        anchor, sure = _anchor(page)
        if anchor is not None and sure:
            _solve(page, anchor)
        else:
            waiting.append((page, anchor))
    for _ in range(2):  # a page's neighbours know its year better than its weekday does; then its weekday tells others
        known, naming = _known(windows) if waiting else ([], {})
        waiting = [(page, _borrowed(page, known, naming) or guess) for page, guess in waiting]
        for page, anchor in waiting:
            if anchor is not None:
                _solve(page, anchor)
                _beside(page, anchor)
        waiting = [(page, None) for page, anchor in waiting if anchor is None]
    found = {id(w.article): _settle(w) for w in windows}
    return tuple(found[id(article)] for article in articles)


def _known(windows: Sequence[_Window]) -> tuple[list[_Window], Mapping[str, Sequence[int]]]:
    """Return the windows with a day, and the numbers of those that print a name, by the name."""
    known = [w for w in windows if w.fixed or w.low]
    naming: dict[str, list[int]] = defaultdict(list)
    for number, window in enumerate(known):
        for name in window.names:
            naming[name].append(number)
    return known, naming


def _window(article: Article, learn: Learn) -> _Window:
    day, lesson = day_of(article.published), learn(article)
    before = len(article.title or "") + 1
    mentions = [] if day else [_placed(m, article, before) for m in lesson.day_words]
    window = _Window(
        article, mentions, ago(article.relative_time) if article.relative_time else None, names=lesson.names
    )
    if day:
        window.low = window.high = day
        window.dated = True
    return window


def _placed(mention: DayWord, article: Article, before: int) -> DayWord:
    """A picture was taken on the day its caption names; an agency's text opens with its place and day.

    The text stands `before` characters behind the beginning of what mentions are counted in.
    """
    if mention.kind != "date" or mention.tense is not None:
        return mention
    at = mention.start - before
    if any(block.kind == "caption" and block.start <= at < block.end for block in article.blocks):
        return mention._replace(tense="past")
    if 0 <= at <= 60 and _DATELINE.match(article.text[:at]):
        return mention._replace(tense="past", dateline=True)
    return mention


def _anchor(page: Sequence[_Window]) -> tuple[dt.date | None, bool]:
    """Return a day near which the page was written and whether it is sure.

    The latest that it dates fully, or by weekday and date; not sure is one whose year its text does not name.
    """
    days = [(w.low, True) for w in page if w.dated and w.low]
    for window in page:
        named = any(m.kind == "date" and m.weekday is not None for m in window.mentions)
        years = sorted({int(y) for y in _YEAR.findall(window.article.text)}) if named else []
        for mention in window.mentions:
            if mention.kind != "date":
                continue
            day = mention.on(0) if mention.year else _year_by_weekday(mention, years)
            if day and (mention.year is None or mention.posted or mention.tense or mention.weekday is not None):
                days.append((day, mention.year is not None or day.year in years))
    return max(days, default=(None, False))


def _year_by_weekday(mention: DayWord, years: Sequence[int]) -> dt.date | None:
    """ "Friday 15 August" is in 2025, not in 2024: take the latest year the text names, or the first after it."""
    if mention.weekday is None or not years:
        return None
    fits = [
        day for y in range(years[-1], years[-1] + LATER) if (day := mention.on(y)) and day.weekday() == mention.weekday
    ]
    return fits[0] if fits else None


LATER = 7
"""Years from the latest that a text names within which it is taken to be written: a weekday comes back by then."""


def _near(mention: DayWord, anchor: dt.date) -> dt.date | None:
    """Return the date of `mention` that is nearest to `anchor`; None when it is far away or its weekday is another."""
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := mention.on(year))]
    days = [day for day in days if mention.weekday is None or day.weekday() == mention.weekday]
    best = min(days, key=lambda day: abs(day - anchor), default=None)
    return best if best and abs(best - anchor).days <= _NEAR else None


def _solve(page: Sequence[_Window], anchor: dt.date) -> None:
    planned: list[tuple[dt.date, DayWord]] = []
    for window in page:
        for mention in window.mentions:
            day = _near(mention, anchor) if mention.kind == "date" else None
            if day is not None:
                _bound(window, mention, day)
                if mention.tense == "future" or mention.here:
                    planned.append((day, mention))
    planned.sort(key=lambda p: p[0])
    for _ in range(3):  # each round hands on what the last one found; three reach from any article to any other
        for window in page:
            _eves(window, planned)
        _in_order([w for w in page if w.article.kind == "update"])
        for window in page:
            _tomorrow(window, planned)
        moment = _saved(page)
        for window in page:
            _weekday_here(window)
            _aged(window, moment)
    moment = _saved(page)
    for window in page:
        _weekday_past(window, moment)


def _beside(page: Sequence[_Window], anchor: dt.date) -> None:
    """Where all that a page tells lies days back ("ill since January 31"), it is of its neighbour's day."""
    for window in page:
        if window.low is not None and window.high is None and anchor - window.low > FRESH:
            window.after(anchor, window.why, "story")


FRESH = dt.timedelta(days=2)
"""News tells of the last two days."""


def _bound(window: _Window, mention: DayWord, day: dt.date) -> None:
    if mention.dateline:
        window.fix(day, mention.words)
    elif mention.here and mention.weekday is not None:
        window.after(day if mention.tense == "past" else day - 6 * _DAY, mention.words)
        window.before(day + 6 * _DAY if mention.tense == "past" else day, mention.words)
    elif mention.tense == "past":
        window.after(day, mention.words)
    elif mention.tense == "future":
        # "le 15 août prochain" is not said on that day.
        window.before(day - _DAY if mention.coming else day, mention.words)


def _eves(window: _Window, planned: Sequence[tuple[dt.date, DayWord]]) -> None:
    """ "On the eve of the summit": the summit is the planned day whose sentence names most of the same."""
    for mention in window.mentions:
        if mention.kind != "eve" or not planned:
            continue
        shared = [(len(mention.keys & plan.keys), -place, day) for place, (day, plan) in enumerate(planned)]
        best, _, day = max(shared)
        if best < 2:
            continue
        weekdays = {m.weekday for m in window.mentions if m.kind == "weekday" and (m.tense == "past" or m.here)}
        if (day - _DAY).weekday() in weekdays:
            window.fix(day - _DAY, mention.words)
        elif mention.tense == "past":
            window.after(day - _DAY, mention.words)


def _in_order(updates: Sequence[_Window]) -> None:
    """Entries stand newest first: what is below is not later, what is above not earlier."""
    low: tuple[dt.date, str] | None = None
    for window in reversed(updates):
        if low is not None:
            window.after(low[0], low[1])
        if window.low is not None:
            low = (window.low, window.why)
    high: tuple[dt.date, str] | None = None
    for window in updates:
        if high is not None:
            window.before(high[0], high[1])
        if window.high is not None:
            high = (window.high, window.why)


def _tomorrow(window: _Window, planned: Sequence[tuple[dt.date, DayWord]]) -> None:
    """ "Tomorrow" is the first planned day that the window allows; a text bound on no side is not judged."""
    if window.low is None or window.fixed:
        return
    for mention in window.mentions:
        if mention.kind == "tomorrow":
            fits = [
                day
                for day, _ in planned
                if window.low <= day - _DAY and (window.high is None or day - _DAY <= window.high)
            ]
            if fits and (fits[0] - window.low).days <= 3:
                window.fix(fits[0] - _DAY, f"{mention.words}")


def _weekday_here(window: _Window) -> None:
    """ "Ce samedi": the only Saturday the window allows, or the first within a week of its beginning."""
    if window.low is None or window.fixed:
        return
    for mention in window.mentions:
        if mention.kind == "weekday" and mention.here and mention.weekday is not None:
            days = [window.low + n * _DAY for n in range(7)]
            day = next(d for d in days if d.weekday() == mention.weekday)
            if window.high is None or day <= window.high:
                window.fix(day, mention.words)


_Moment = tuple[dt.datetime | None, dt.datetime | None]


def _saved(page: Sequence[_Window]) -> _Moment:
    """Return when the page was saved, as an interval open where unknown, from pieces of known age and known day."""
    low: dt.datetime | None = None
    high: dt.datetime | None = None
    for window in page:
        if window.age is not None and window.low is not None:
            begin = _midnight(window.low) + dt.timedelta(seconds=window.age.low)
            low = max(low, begin) if low else begin
        if window.age is not None and window.high is not None:
            end = _midnight(window.high) + _DAY + dt.timedelta(seconds=window.age.high)
            high = min(high, end) if high else end
    return (low, high) if not (low and high and low > high) else (None, None)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day)


def _aged(window: _Window, moment: _Moment) -> None:
    if window.age is None or window.fixed:
        return
    if moment[0] is not None:
        window.after((moment[0] - dt.timedelta(seconds=window.age.high)).date(), window.age.words, "relative")
    if moment[1] is not None:
        window.before((moment[1] - dt.timedelta(seconds=window.age.low)).date(), window.age.words, "relative")


def _weekday_past(window: _Window, moment: _Moment) -> None:
    """News names the day it reports: of the weekdays told in the past tense, the last one before the window closes."""
    if window.fixed:
        return
    if moment[1] is not None and window.age is None:
        window.before(moment[1].date(), "")
    if window.high is None:
        return
    days = []
    for mention in window.mentions:
        if mention.kind == "weekday" and mention.tense == "past" and mention.weekday is not None:
            back = (window.high.weekday() - mention.weekday) % 7
            days.append((window.high - back * _DAY, mention.words))
    if not days:
        return
    day, words = max(days)
    if window.low is None or (window.age is None and day >= window.low):
        window.after(day, words)


def _borrowed(page: Sequence[_Window], known: Sequence[_Window], naming: Mapping[str, Sequence[int]]) -> dt.date | None:
    """Return the day of the article that shares most names with the page and a date (day and month) near its own.

    Of the articles whose day is `known`, `naming` gives the numbers of those that print a name.
    """
    dates = [m for w in page for m in w.mentions if m.kind == "date"]
    if not dates:
        return None
    names = frozenset[str]().union(*(w.names for w in page))
    best: tuple[int, str] | None = None
    anchor = None
    distance: dict[dt.date, int] = {}
    alike = Counter(chain.from_iterable(naming.get(name, ()) for name in names))
    for number, shared in sorted(alike.items()):
        window = known[number]
        day = window.fixed or window.low
        if shared < 3 or day is None:
            continue
        if day not in distance:  # many articles, few days
            distance[day] = min((abs(near - day).days for m in dates if (near := _near(m, day))), default=_NEAR)
        away = distance[day]
        if away > 20:
            continue
        smaller = min(len(names), len(window.names))
        # A short text has few names; then the day must be the same, and half of its names.
        same = (shared >= 6 and shared * 4 >= smaller) or (shared >= 3 and shared * 2 >= smaller and away <= 2)
        rank = (shared, window.article.id)
        if same and (best is None or rank > best):
            best, anchor = rank, day
    return anchor


def _settle(window: _Window) -> Article:
    article = window.article
    if window.dated or (window.low is None and window.high is None):
        return article
    day, sure = window.low, "likely"
    if window.low is None and window.high is not None:
        # Only an end is known. It serves for the year of dates; weekdays would be read from it wrongly.
        if not window.mentions or any(m.kind != "date" for m in window.mentions):
            return article
        day, sure = window.high - _DAY, "weak"
    elif window.low is not None and window.high is not None and (window.high - window.low).days == 1 and window.age:
        day, sure = _middle(window), "likely"
    between = (window.low.isoformat(), window.high.isoformat()) if window.low and window.high else None
    return msgspec.structs.replace(
        article,
        reference=day.isoformat() if day else None,
        reference_evidence=Evidence(where=window.where, words=window.why, sure=sure),
        published_between=article.published_between or between,
    )


def _middle(window: _Window) -> dt.date | None:
    return window.high if window.where == "relative" and window.age and window.age.low > 5400 else window.low
