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
from collections.abc import Sequence
from itertools import groupby

import msgspec
import regex

from recoupe.extract import neighbours
from recoupe.extract.dates import ago
from recoupe.extract.daywords import DayWord
from recoupe.extract.lesson import Learn, days
from recoupe.extract.lesson import day as day_of
from recoupe.extract.neighbours import Story
from recoupe.extract.window import Window, near
from recoupe.model import Article, Evidence
from recoupe.text.patterns import compiled, compiled_by_regex

# Its first character first, then what stands before it: so `re` looks for it at the speed of a memory search.
_YEAR = compiled(r"[12](?<![\d.,][12])(?:(?<=1)9|(?<=2)0)\d\d(?![\d.,]?\d)")
_DATELINE = compiled_by_regex(r"^\p{Lu}[\p{Lu} .'’-]{2,30}(?: ?[(/][\p{L} .'’-]{2,30}[)/])?, (?:\p{L}+,? )?$", regex.V1)
_DAY = dt.timedelta(days=1)


def refer(articles: Sequence[Article], learn: Learn = days, *, one_story: bool = False) -> tuple[Article, ...]:
    """Return `articles` with `reference` (and `published_between`) set where the pages say enough.

    Articles of one page are read together; a page that names no year takes it from a page read with it that speaks of
    the same names and the same day, and in `one_story` from the days of the others. Articles with a date of publication
    are left as they are. Pure and deterministic; the order of pages does not matter. `learn` gives what one teaches by
    itself.
    """
    windows = [_window(_unread(article), learn, names=not one_story) for article in articles]
    pages = [
        list(group) for _, group in groupby(sorted(windows, key=lambda w: w.article.page), lambda w: w.article.page)
    ]
    waiting = []
    story = neighbours.story(windows) if one_story else None
    for page in pages:
        anchor, sure = _anchor(page)
        if story is not None:
            _in_story(page, story, anchor)
        elif anchor is not None and sure:
            _solve(page, anchor)
        else:
            waiting.append((page, anchor))
    for _ in range(2):  # a page's neighbours know its year better than its weekday does; then its weekday tells others
        known = neighbours.known(windows if waiting else ())
        waiting = [(page, neighbours.borrowed(page, known, guess)) for page, guess in waiting]
        for page, anchor in waiting:
            if anchor is not None:
                _solve(page, anchor)
                _beside(page, anchor)
        waiting = [(page, None) for page, anchor in waiting if anchor is None]
    return tuple(_settle(window, story) for window in windows)


def _unread(article: Article) -> Article:
    """Return an article without what was concluded of its day before: with more pages other conclusions are drawn."""
    if article.published or article.reference is None:
        return article
    between = article.published_between if article.relative_time else None
    return msgspec.structs.replace(article, reference=None, reference_evidence=None, published_between=between)


LAGGING = dt.timedelta(days=3)
"""How long after the last dated article of a story an undated one may be written."""


def _in_story(page: Sequence[Window], story: Story, guess: dt.date | None) -> None:
    """Narrow the days of a page of a story."""
    for window in page:
        if any(m.kind == "date" for m in window.mentions):
            window.before(story.latest + LAGGING, "", "story")
    neighbours.by_weekdays(page, story)
    anchor = neighbours.in_story(page, story, guess)
    _solve(page, anchor or story.day, latest=story.latest + LAGGING)
    if anchor is not None:
        _beside(page, anchor)
    for window in page:
        if anchor is None and window.low is not None and story.first - window.low > FRESH:
            window.after(story.first, window.why, "story")  # all it tells is background ("ill since January 31")
        if window.low is None:  # all it tells is to come: the years of its dates are told from the story's day
            dates_only = window.mentions and all(m.kind == "date" for m in window.mentions)
            window.high = story.day + _DAY if dates_only else None


def _window(article: Article, learn: Learn, *, names: bool) -> Window:
    """Return what an article tells by itself; of one with a date its names at most, where they are asked for."""
    day = day_of(article.published)
    age = ago(article.relative_time) if article.relative_time else None
    if day and not names:
        return Window(article, (), age, low=day, high=day, dated=True)
    lesson = learn(article)
    before = len(article.title or "") + 1
    mentions = [] if day else [_placed(m, article, before) for m in lesson.day_words]
    window = Window(article, mentions, age, names=lesson.names)
    if day:
        window.low = window.high = day
        window.dated = True
    return window


def _placed(mention: DayWord, article: Article, before: int) -> DayWord:
    """A picture was taken on the day its caption names; an agency's text opens with its place and day.

    The text stands `before` characters behind the beginning of what mentions are counted in.
    """
    at = mention.start - before
    if mention.kind != "date" or mention.tense == "future":
        return mention
    if any(block.kind == "caption" and block.start <= at < block.end for block in article.blocks):
        return mention._replace(tense="past")
    if 0 <= at <= 60 and _DATELINE.match(article.text[:at]):
        return mention._replace(tense="past", dateline=True)
    return mention


def _anchor(page: Sequence[Window]) -> tuple[dt.date | None, bool]:
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


LATER = 2
"""Years from the latest that a text names within which it is taken to be written: it may name a plan, or the past."""


def _solve(page: Sequence[Window], anchor: dt.date, latest: dt.date = dt.date.max) -> None:
    """Narrow the days of a page that was written near `anchor`; what it tells of days behind `latest` is to come."""
    planned: list[tuple[dt.date, DayWord]] = []
    for window in page:
        for mention in window.mentions:
            day = near(mention, anchor) if mention.kind == "date" else None
            if day is not None and day > latest:
                mention = mention._replace(tense="future", here=False)
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


def _beside(page: Sequence[Window], anchor: dt.date) -> None:
    """Where all that a page tells lies days back ("ill since January 31"), it is of its neighbour's day."""
    for window in page:
        if window.low is not None and window.high is None and anchor - window.low > FRESH:
            window.after(anchor, window.why, "story")


FRESH = dt.timedelta(days=2)
"""News tells of the last two days."""


def _bound(window: Window, mention: DayWord, day: dt.date) -> None:
    if mention.dateline:
        window.fix(day, mention.words)
    elif mention.here and mention.weekday is not None:
        window.after(day if mention.tense == "past" else day - 6 * _DAY, mention.words)
        window.before(day + 6 * _DAY if mention.tense == "past" else day, mention.words)
    elif mention.tense == "past":
        window.after(day, mention.words, by=_bare(mention))
    elif mention.tense == "future":
        # "le 15 août prochain" is not said on that day.
        window.before(day - _DAY if mention.coming else day, mention.words, by=_bare(mention))


def _bare(mention: DayWord) -> DayWord | None:
    """Return a date that stands without its weekday, or a word that says how near it is: "le 15 août prochain"."""
    near = mention.weekday is not None or mention.coming
    return None if near or mention.dateline or mention.posted else mention


def _eves(window: Window, planned: Sequence[tuple[dt.date, DayWord]]) -> None:
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


def _in_order(updates: Sequence[Window]) -> None:
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


def _tomorrow(window: Window, planned: Sequence[tuple[dt.date, DayWord]]) -> None:
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


def _weekday_here(window: Window) -> None:
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


def _saved(page: Sequence[Window]) -> _Moment:
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


def _aged(window: Window, moment: _Moment) -> None:
    if window.age is None or window.fixed:
        return
    if moment[0] is not None:
        window.after((moment[0] - dt.timedelta(seconds=window.age.high)).date(), window.age.words, "relative")
    if moment[1] is not None:
        window.before((moment[1] - dt.timedelta(seconds=window.age.low)).date(), window.age.words, "relative")


def _weekday_past(window: Window, moment: _Moment) -> None:
    """News names the day it reports: of the weekdays told in the past tense, the last one before the window closes."""
    if window.fixed:
        return
    if moment[1] is not None and window.age is None:
        window.before(moment[1].date(), "")
    if window.high is None or window.high_by is not None:
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


def _settle(window: Window, story: Story | None) -> Article:
    article = window.article
    if window.dated or (window.low is None and window.high is None):
        return article
    day, sure = window.low, "likely"
    if window.low_by is not None and not (story and story.dated and _of(story, window.low)):
        # "killed on March 11, 2005" may be told at the trial: where the year is the story's it serves for other dates
        years = window.low_by.year is not None if story is None else not _of(story, window.low)
        if years or (story is not None and any(m.kind != "date" for m in window.mentions)):
            return article
        sure = "weak"
    elif window.low is None and window.high is not None:
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


def _of(story: Story, day: dt.date | None) -> bool:
    return day is not None and abs(day - story.day).days <= neighbours.AWAY


def _middle(window: Window) -> dt.date | None:
    return window.high if window.where == "relative" and window.age and window.age.low > 5400 else window.low
