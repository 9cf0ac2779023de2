"""The day of clock times whose own words name none, or only a weekday, by what surely holds of a page.

    a weekday                 -> a clock time stands on the weekday its words name, as its clock shows it
    a week                    -> and of several such on the one on which other pages tell that instant
    an evening, small hours   -> told in one sentence they are one night's: "from 9:44 p.m. to 2:10 a.m."
    what had happened         -> "it ended at 11:52. He had come in at 10:20": before what is told before it
    the story's night         -> a clock time twice as near to it on another day is of that day
    its page's date           -> what has happened is on no later day than its page, as its clock shows it

All that tell one happening at one instant move together, unless the words of one of them name the day.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from recoupe.claims.article.ground.seconds import DAY, HOUR, iso_seconds, unsure_by
from recoupe.claims.article.times import day_words
from recoupe.claims.article.times.overnight import EVENING, SMALL_HOURS
from recoupe.claims.chronology.other_clocks import PHASE
from recoupe.claims.chronology.page_clocks import ahead_of, page_of
from recoupe.claims.chronology.story_days import ENTRIES
from recoupe.claims.chronology.tellings import Telling

WEEK = 7

TWICE = 2
"""How many times as near to the story's night a clock time must be on another day."""

Happening = tuple[tuple[str, str, str], float]
"""What is told to have happened, and when."""


def on_days_that_hold(tellings: Sequence[Telling]) -> list[Telling]:
    """Return clock times on the days that their words and their pages allow."""
    out = [_on_its_weekday(t) if t.clock else t for t in tellings]
    out = _in_the_week_of_most(out)
    for find in (_in_order, _of_the_night, _after_their_pages):
        out = _together(out, find(out))
    return out


def _shown_day(telling: Telling) -> float:
    """Return the midnight of the day on which the clock that tells an instant stands, as if in UTC.

    "Midnight on Thursday", 24:00 of that day, still stands on it.
    """
    last = 1.0 if "T24:00" in telling.time.value else 0.0
    return (telling.begin + (ahead_of(telling) or 0.0) - last) // DAY * DAY


def _on_its_weekday(telling: Telling) -> Telling:
    number = day_words.weekday(telling.time.text, telling.article.language)
    if number is None or (not telling.weekday and telling.day_named and not telling.dayless):
        return telling
    stands = dt.datetime.fromtimestamp(_shown_day(telling), tz=dt.UTC).isoweekday()
    off = (number - stands) % WEEK
    days = off - WEEK if off > WEEK // 2 else off
    return telling._replace(begin=telling.begin + days * DAY) if days else telling


def _in_the_week_of_most(tellings: Sequence[Telling]) -> list[Telling]:
    """Move clock times of a bare weekday to the week in which more pages tell that very instant."""
    pages: dict[float, set[str]] = defaultdict(set)
    for telling in tellings:
        if telling.clock:
            pages[telling.begin].add(telling.article.id)

    def moved(telling: Telling) -> Telling:
        if not telling.clock or not telling.weekday:
            return telling
        weeks = (telling.begin + n * WEEK * DAY for n in (-1, 1))
        best = max(weeks, key=lambda begin: len(pages.get(begin, ())))
        more = len(pages.get(best, ())) > len(pages[telling.begin])
        return telling._replace(begin=best) if more else telling

    return [moved(t) for t in tellings]


def _together(tellings: Sequence[Telling], days: Mapping[Happening, int]) -> list[Telling]:
    """Move by `days` what is told of an instant whose day no words name."""
    named = {_of(t) for t in tellings if t.clock and t.day_named}
    return [
        t._replace(begin=t.begin + days[_of(t)] * DAY) if t.clock and _of(t) in days and _of(t) not in named else t
        for t in tellings
    ]


def _of(telling: Telling) -> Happening:
    return telling.what, telling.begin


def in_one_paragraph(tellings: Sequence[Telling]) -> list[Telling]:
    """Return what a paragraph tells, behind what it tells of the same phase on a day it names, on that day too.

    "She landed at 7:40 p.m. on Thursday. He landed at 2:20." Where only its page told the day: what it recalls of the
    day before it recalls together. So too what it tells right before an hour that others set on that day: "It left at
    18:25. At 19:32 it called for help."
    """
    pages: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.clock and telling.time.text and telling.article.kind != "update":
            pages[telling.article.id].append(telling)
    told: dict[float, set[str]] = defaultdict(set)
    for telling in tellings:
        if telling.clock:
            told[telling.begin].add(page_of(telling.article))
    out: dict[Happening, int] = {}
    for its in pages.values():
        its.sort(key=lambda t: (t.time.start, t.begin))
        out |= _leading_up(its, told)
        for one, after in itertools.pairwise(its):
            text = one.article.text
            together = "\n" not in text[one.time.end : after.time.start] and one.what[1] == after.what[1] != PHASE
            if not together or not one.day_named or after.day_named or after.announced:
                continue
            if one.sentence[0] == after.sentence[0]:
                continue  # its own sentence told its day otherwise: "halted on Friday, they are traded since 10:30"
            days = round((_shown_day(one) - _shown_day(after)) / DAY)
            written = iso_seconds((after.article.published or "")[:10])
            if -WEEK <= days < 0 and _shown_day(after) == written:
                out[_of(after)] = days
    return _together(tellings, out)


def _leading_up(its: Sequence[Telling], told: Mapping[float, Collection[str]]) -> dict[Happening, int]:
    """Return what an article tells, on its page's day, hours before what other pages tell on a day before that one.

    `its` stand in the order of the text; `told` has the pages that tell each instant.
    """
    out: dict[Happening, int] = {}
    for one, after in reversed(list(itertools.pairwise(its))):
        begin = after.begin + out.get(_of(after), 0) * DAY
        bare = not (one.day_named or one.announced or after.day_named or after.announced)
        if not bare or "\n" in one.article.text[one.time.end : after.time.start] or ahead_of(one) != ahead_of(after):
            continue
        days = round((begin - one.begin) / DAY - LEADING / 2 / DAY)
        on_its_page = _shown_day(one) == iso_seconds((one.article.published or "")[:10])
        others = len(told[after.begin]) > 1 or _of(after) in out
        if -2 <= days < 0 and on_its_page and others and 0 < begin - (one.begin + days * DAY) <= LEADING:
            out[_of(one)] = days
    return out


LEADING = 6 * HOUR
"""Seconds from a clock time to the next of its paragraph within which the one leads up to the other."""


def _in_order(tellings: Sequence[Telling]) -> dict[Happening, int]:
    """Return what is a day earlier: an evening before small hours, what had happened before what is told before it."""
    pages: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.clock and telling.time.text and ahead_of(telling) is not None:
            pages[telling.article.id].append(telling)
    out = {}
    for its in pages.values():
        its.sort(key=lambda t: (t.time.start, t.begin))
        for one, after in itertools.pairwise(its):
            together = one.sentence[0] == after.sentence[0] and ahead_of(one) == ahead_of(after)
            night = _face(one) >= EVENING and _face(after) <= SMALL_HOURS
            bare = not (after.day_named or after.announced)
            if night and one.day_named and bare and 0 < one.begin - after.begin < DAY:
                out[_of(after)] = 1  # "at 11 p.m. on Wednesday the phones rang. It was official at 12:45 a.m."
                continue
            night = night and together
            if night and 0 < one.begin - after.begin < DAY:
                out[_of(one)] = -1
            live = after.article.kind == "update" or after.announced
            had_been = not live and day_words.had_been(after.article, after.time)
            if had_been and 0 < after.begin - one.begin < DAY:
                out[_of(after)] = -1
    return out


def _of_the_night(tellings: Sequence[Telling]) -> dict[Happening, int]:
    """Return by how many days to move what is told by an article that tells the story's main instant, one at night.

    So too by one of no known day, and on a day not named by one written within a day of that night.
    """
    told: dict[float, set[str]] = defaultdict(set)
    for telling in tellings:
        if telling.clock:
            told[telling.begin].add(telling.article.id)
    main = max(told, key=lambda begin: (len(told[begin]), -begin), default=0.0)
    if len(told[main]) < ENTRIES:
        return {}
    out = {}
    for telling in tellings:
        ahead = ahead_of(telling) if telling.clock and telling.article.kind != "update" else None
        if ahead is None or not (telling.dayless or telling.article.id in told[main] or _of_that_day(telling, main)):
            continue
        if SMALL_HOURS < (main + ahead) % DAY < EVENING:
            continue
        days = round((main - telling.begin) / DAY)
        if days < 0 and SMALL_HOURS < _face(telling) < EVENING:
            continue  # by day: it came out the day after, when the page was written
        times = 1 if telling.announced else TWICE  # of a plan the next hour is meant
        if abs(days) == 1 and times * abs(telling.begin + days * DAY - main) <= abs(telling.begin - main):
            out[_of(telling)] = days
    return out


def _of_that_day(telling: Telling, night: float) -> bool:
    """Tell whether an article written within a day of a night tells something on no day of its own before it."""
    stamp = telling.article.published or ""
    written = iso_seconds(stamp) if "T" in stamp and not unsure_by(stamp) else None
    if written is None or telling.day_named or telling.announced:
        return False
    return 0 <= written - night < DAY and telling.begin < night - DAY / 2 and telling.begin + DAY <= written


def _face(telling: Telling) -> float:
    return (telling.begin + (ahead_of(telling) or 0.0)) % DAY


def _after_their_pages(tellings: Sequence[Telling]) -> dict[Happening, int]:
    """Return what lies a day behind the days of all dated pages that tell it."""
    late: dict[Happening, set[bool]] = defaultdict(set)
    for telling in tellings:
        if telling.clock and telling.article.published is not None:
            late[_of(telling)].add(_after_its_page(telling))
    return {of: -1 for of, its in late.items() if its == {True}}


def _after_its_page(telling: Telling) -> bool:
    """Tell whether something told as past stands on the day after that of its page, though read on no later one."""
    written, read = iso_seconds((telling.article.published or "")[:10]), iso_seconds(telling.time.value[:10])
    if telling.day_named or telling.announced or telling.article.kind == "update" or written is None:
        return False
    if ahead_of(telling) is None or (read is not None and read > written):
        return False
    return 0 < _shown_day(telling) - written <= DAY
