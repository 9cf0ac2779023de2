"""Live blogs taken apart: entries from structured data or from repeated markup, and the articles made of them.

An entry is known by its place in the visible text. Structured data tells its headline, time and words; markup tells
where it begins and ends. Entries that the page does not show are left out: their words have no anchor.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
from collections.abc import Sequence

import msgspec

from recoupe.extract import dates
from recoupe.extract.daylabels import DayLabel, alone
from recoupe.extract.html.visible import Place
from recoupe.extract.lines import ends_sentence
from recoupe.extract.moments import Moment
from recoupe.model import Evidence

_DAY_ABOVE = 60  # characters above the first entry in which a day may stand
_LONGEST_DAY = 60  # characters of a line that is only a day


class Entry(msgspec.Struct):
    """One dated entry of a live blog. Places are `[start, end)` of the visible text.

    `place` is all of the entry, `pieces` the blocks of its text (kind, places); `title` its headline. `clock` is the
    time as printed, `minute` its minute of the day, where there is no `moment`.
    """

    place: Place
    title: str | None
    pieces: list[tuple[str, list[Place]]]
    moment: Moment | None = None
    evidence: Evidence | None = None
    modified: Moment | None = None
    clock: str | None = None
    minute: int | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    heading: Place | None = None  # the line that holds the headline, its clock included
    name: str | None = None  # what the page calls the entry: its id in structured data or markup
    day: dt.date | None = None  # printed above the entry
    label: DayLabel | None = None  # the day before its clock
    cut: bool = False  # structured data tells its beginning only ("...")


def under_days(entries: Sequence[Entry], text: str, language: str | None) -> None:
    """Give each entry that has only a clock time the day printed above it as a heading, and leave that heading out.

    `text` is the page's visible text. Days count from a little above the first entry on; a day without a year is a
    label of the entries below it.
    """
    if not entries or not any(e.moment is None and e.minute is not None for e in entries):
        return
    ordered = sorted(entries, key=lambda e: e.place)
    first, last = ordered[0].place[0], max(e.place[1] for e in ordered)
    at = text.rfind("\n", 0, max(0, first - _DAY_ABOVE)) + 1
    lines: dict[int, dt.date | DayLabel] = {}
    for line in text[at:last].split("\n"):
        if day := _day_of(line, language):
            lines[at] = day
        at += len(line) + 1
    starts = list(lines)
    for entry in ordered:
        entry.pieces = [p for p in entry.pieces if p[1][0][0] not in lines] or entry.pieces
        place = bisect.bisect_right(starts, entry.place[0]) - 1
        if place >= 0 and (starts[place] >= first or len(lines) > 1):
            above = lines[starts[place]]
            if isinstance(above, DayLabel):
                entry.label = entry.label or above
            else:
                entry.day = above


def _day_of(line: str, language: str | None) -> dt.date | DayLabel | None:
    """Return the day that a line is a heading of."""
    if len(line) > _LONGEST_DAY:
        return None
    found = dates.printed(line, language)
    if len(found) != 1:
        return alone(line)
    beside = line[: found[0].start] + line[found[0].end :]
    return dt.date.fromisoformat(found[0].iso) if len(found[0].iso) == 10 and len(beside.split()) <= 1 else None


def date(entries: Sequence[Entry], published: str | None, modified: str | None) -> None:
    """Give each entry that has only a clock time its day and zone, from the page's own times and the entries' order.

    Newest first (the clock falls down the page): the first entry is of the day the page was last changed, and each rise
    of the clock is a midnight passed. Oldest first: from the day of publication on. A day printed above an entry goes
    before both. Entries of a page without a day keep their clock only.
    """
    clocked = [e for e in entries if e.moment is None and e.minute is not None]
    falling = is_falling([e.minute for e in clocked if e.minute is not None])
    known = (modified or published) if falling else (published or modified)
    days = (e.day or (e.label and e.label.on(None)) for e in clocked)
    known = known or next((day.isoformat() for day in days if day), None)
    if not known or len(known) < 10:
        return
    # An offset is the zone the page is written in; "Z" is how machines write any zone, and tells of no place.
    zone = Moment(known).iso[19:] if Moment(known).exactness == 3 and not known.endswith("Z") else ""
    for entry in entries:
        if entry.moment is not None and entry.moment.exactness == 2 and entry.clock is not None:
            entry.moment = Moment(entry.moment.iso + zone)
    try:
        day = dt.date.fromisoformat(known[:10])
    except ValueError:
        return
    previous: int | None = None
    for entry in clocked:
        minute = entry.minute or 0
        if previous is not None and falling and minute > previous + 60:
            day -= dt.timedelta(days=1)
        elif previous is not None and not falling and minute < previous - 60:
            day += dt.timedelta(days=1)
        previous = minute
        day = (entry.label and entry.label.on(day)) or entry.day or day
        told = dates.clock(entry.clock or "", day)[len("T00:00") :]
        entry.moment = Moment(f"{day.isoformat()}T{minute // 60:02d}:{minute % 60:02d}:00{told or zone}")
        entry.evidence = Evidence(where="visible", words=entry.clock or "", sure="likely")


def join(told: Sequence[Entry], marked: Sequence[Entry]) -> list[Entry]:
    """Return the entries of the page in page order: as structured data tells them, with what markup knows beside.

    Markup adds the entries structured data does not tell, and to those it tells a time, a headline, an author where
    they are missing, and the rest of the words where structured data breaks off ("..."). Where structured data tells
    fewer than two entries and markup more, it is no list of the page's entries and markup is taken alone.
    """
    if len(told) < 2 and len(marked) > len(told):
        told = []
    ordered = sorted(told, key=lambda e: e.place)
    starts = [e.place[0] for e in ordered]
    out: list[Entry] = []
    for shown in marked:
        first = bisect.bisect_right(starts, shown.place[0]) - 1
        around = ordered[max(first, 0) : bisect.bisect_left(starts, shown.place[1])]
        same = [e for e in around if e.place[0] < shown.place[1] and shown.place[0] < e.place[1]]
        if not same:
            out.append(shown)
        elif len(same) == 1:
            _complete(same[0], shown)
    return sorted(ordered + out, key=lambda e: e.place)


def _complete(told: Entry, shown: Entry) -> None:
    if told.moment is None:
        told.moment, told.evidence, told.clock, told.minute = shown.moment, shown.evidence, shown.clock, shown.minute
    if told.title is None and shown.title is not None and shown.heading is not None:
        low, high = shown.heading
        pieces = [p for p in told.pieces if not all(low <= a and b <= high for a, b in p[1])]
        if pieces:
            told.title, told.heading, told.pieces = shown.title, shown.heading, pieces
    if told.cut and sum(b - a for a, b in _all(shown)) > sum(b - a for a, b in _all(told)):
        told.pieces = shown.pieces
        told.place = (min(told.place[0], shown.place[0]), max(told.place[1], shown.place[1]))
    told.authors = told.authors or shown.authors
    told.name = told.name or shown.name


def is_falling(minutes: Sequence[int]) -> bool:
    """Say whether clock times mostly fall down the page: newest first, as live blogs are printed."""
    falls = sum(a > b for a, b in itertools.pairwise(minutes))
    rises = sum(a < b for a, b in itertools.pairwise(minutes))
    return falls > rises and falls * 2 >= len(minutes) - 1


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries in the order things happened, oldest first; page order where hardly any time is known.

    An entry without a time stays behind the one that the page prints as the older neighbour.
    """
    times = [_utc(e.moment.value) if e.moment else None for e in entries]
    known = [t for t in times if t is not None]
    if 2 * len(known) <= len(entries):
        falling = is_falling([e.minute for e in entries if e.minute is not None])
        return list(reversed(entries)) if falling else list(entries)
    newest_first = len(known) > 1 and known[0] >= known[-1]
    order = range(len(entries) - 1, -1, -1) if newest_first else range(len(entries))
    ranked, before = [], min(known)
    for number in order:
        before = times[number] or before
        ranked.append((before, number))
    return [entries[number] for _, number in sorted(ranked, key=lambda item: item[0])]


def _utc(value: dt.datetime | None) -> dt.datetime | None:
    if value is None or value.tzinfo is None:
        return value and value.replace(tzinfo=dt.UTC)
    return value.astimezone(dt.UTC)


def parts(segments: Sequence[tuple[int, int, int]], entries: Sequence[Entry]) -> tuple[Place, ...]:
    """Return the runs of a live blog's text that stand inside its entries; `segments` are (start, end, page start)."""
    places = sorted(e.place for e in entries)
    starts = [p[0] for p in places]
    out: list[Place] = []
    for start, end, page_start in segments:
        at = bisect.bisect_right(starts, page_start) - 1
        if at >= 0 and page_start < places[at][1]:
            stop = min(end, start + places[at][1] - page_start)
            if out and start - out[-1][1] <= 1:
                out[-1] = (out[-1][0], stop)
            else:
                out.append((start, stop))
    return tuple(out)


def whole(pieces: Sequence[tuple[str, list[Place]]], entries: Sequence[Entry]) -> list[tuple[str, list[Place]]]:
    """Return the blocks of the live blog as one text: what the extractor chose above the entries, then the entries."""
    if not entries:
        return list(pieces)
    ordered = sorted(entries, key=lambda e: e.place)
    first = ordered[0].place[0]
    out = [(kind, places) for kind, places in pieces if places[-1][1] <= first]
    for entry in ordered:
        if entry.heading is not None and not any(entry.heading[0] < b and a < entry.heading[1] for a, b in _all(entry)):
            out.append(("heading", [entry.heading]))
        out.extend(entry.pieces)
    return out


def _all(entry: Entry) -> list[Place]:
    return [place for _, places in entry.pieces for place in places]


def heading_like(words: str) -> bool:
    """Say whether a line can be an entry's headline."""
    return 2 < len(words) <= 250 and (not ends_sentence(words) or words[-1:] in "?!")
