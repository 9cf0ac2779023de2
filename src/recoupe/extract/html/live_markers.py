"""Times on a page that may begin entries of a live blog: `time` elements, and lines that begin with a clock.

Where a page calls itself live and shows few of them: elements whose attributes tell a time that only its script would
show, else lines that end with a clock.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from recoupe.extract import clocklines, dates, moments
from recoupe.extract.daylabels import before_clock
from recoupe.extract.html import repeats
from recoupe.extract.html.visible import Visible
from recoupe.extract.moments import Moment
from recoupe.text.patterns import compiled

FEWEST = 3
"""Entries of the shortest live blog."""
LONGEST = 90
"""Characters of an element or a line that is only a time."""
_MOST = 3_000  # markers looked at on one page
_CLOSE = 80  # characters within which two times belong to one entry
# No clock: the day and month of a date ("09.08.2022", "2022-08-09").
CLOCK = compiled(r"(?<![\d./-])([01]?\d|2[0-3])\s?[:.hH]\s?([0-5]\d)(?!\d|[./-]\s?\d)(?:\s?([ap])\.?m)?", re.I)
_DAY = compiled(r"\s*\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}")
_TOLD_BY_ATTRIBUTE = (
    "//body//*[@data-timestamp or @data-time or @data-date or @data-datetime or @data-published or @data-unixtime "
    "or @data-published-at or @data-post-date or @data-publish-date or @data-created]"
)


class Marker(msgspec.Struct, frozen=True):
    """A time on the page: where its line or element begins, the element, the clock found there."""

    start: int
    end: int
    element: Any
    clock: str | None
    minute: int | None
    moment: Moment | None
    words: str = ""  # the line that tells the moment, where no attribute does


UNTIMED = Marker(-1, -1, None, None, None, None)
"""That of an entry that tells no time."""


def find(root: Any, shown: Visible, *, told: bool, language: str | None) -> list[Marker]:
    """Return the markers of a page in order, none where there are too few for a live blog.

    `told` says that the page calls itself a live blog; `language` is what its dates are written in.
    """
    found = _markers(root, shown, _dated_lines(shown.text, language) if told else ())
    if told and len(found) < FEWEST:
        found = _unseen(root, shown) or _behind(shown)
    return found if len(found) >= FEWEST else []


def _markers(root: Any, shown: Visible, dated: Iterable[tuple[int, str, str]]) -> list[Marker]:
    found: dict[int, Marker] = {}
    for element in root.iter("time"):
        span = shown.spans.get(element)
        if span and span[0] < span[1] and span[1] - span[0] <= LONGEST:
            words = shown.text[span[0] : span[1]]
            moment = moments.parse(element.get("datetime"))
            clock = CLOCK.search(words)
            if clock or moment or dates.ago(words):
                head = clocklines.clock_heading(words[clock.start() :]) if clock else None
                printed = head[2] if head else clock[0] if clock else None
                found[span[0]] = Marker(span[0], span[1], element, printed, _minute(clock), moment)
    lines, days = list(_clock_lines(shown.text)), list(dated)
    if lines or days:
        at = repeats.innermost(shown)
        timed = sorted(found)
        for start, end, minute, words in lines:
            place = bisect.bisect_left(timed, start)
            inside = place < len(timed) and timed[place] < end  # a time element behind "Pinned" tells more
            if not inside and (element := at.get(start)) is not None:
                found[start] = Marker(start, end, element, words, minute, None)
        for start, line, iso in days:
            if not any(start <= s <= start + len(line) for s in found) and (element := at.get(start)) is not None:
                minute = int(iso[11:13]) * 60 + int(iso[14:16])
                found[start] = Marker(start, start + len(line), element, line, minute, _moment(iso), line)
    ordered = [found[k] for k in sorted(found)][:_MOST]
    return _merged(ordered)


def _dated_lines(text: str, language: str | None) -> Iterator[tuple[int, str, str]]:
    """Yield where each short line of `text` begins that is a day and a clock, its words and its moment in ISO 8601."""
    at = 0
    for line in text.split("\n"):
        if len(line) <= LONGEST:
            told = dates.date_line(line, language)
            if len(told) == 1 and "T" in told[0].iso:
                yield at, line, told[0].iso
        at += len(line) + 1


def _moment(iso: str) -> Moment:
    return Moment(f"{iso[:16]}:00{iso[16:]}")


def _unseen(root: Any, shown: Visible) -> list[Marker]:
    """Return the elements whose attributes tell a time that the page's script would show."""
    found: dict[int, Marker] = {}
    for element in root.xpath(_TOLD_BY_ATTRIBUTE):
        span = shown.spans.get(element)
        if span and span[0] < span[1] and span[0] not in found:
            found[span[0]] = Marker(span[0], span[0], element, None, None, None)
    return [found[at] for at in sorted(found)][:_MOST]


def _behind(shown: Visible) -> list[Marker]:
    """Return the short lines that end with a clock: who wrote an entry and when, printed under it."""
    at, found, innermost = 0, [], repeats.innermost(shown)
    for line in shown.text.split("\n"):
        clock = next(CLOCK.finditer(line[-25:]), None) if len(line) <= LONGEST else None
        tail = line[-25:][clock.start() :] if clock else ""
        if clock and (head := clocklines.clock_heading(tail)) and head[1] == len(tail) and at in innermost:
            found.append(Marker(at, at + len(line), innermost[at], clock[0], _minute(clock), None))
        at += len(line) + 1
    return found[:_MOST]


def _merged(markers: list[Marker]) -> list[Marker]:
    """Two times close together are one marker: "21 minutes ago 11:48", "Updated 12:05"; the first place counts."""
    out: list[Marker] = []
    for marker in markers:
        last = out[-1] if out else None
        if last is not None and marker.start - last.end <= _CLOSE and not (last.clock and marker.clock):
            clocked = last if last.clock else marker
            moment = last.moment or marker.moment
            out[-1] = Marker(last.start, last.end, last.element, clocked.clock, clocked.minute, moment)
        else:
            out.append(marker)
    return out


def _minute(clock: re.Match[str] | None) -> int | None:
    if clock is None:
        return None
    hour = int(clock[1])
    if clock[3]:
        hour = hour % 12 + (12 if clock[3].lower() == "p" else 0)
    return hour * 60 + int(clock[2])


def _clock_lines(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield (start, end, minute, words) for each line of `text` that begins with a clock."""
    stop = 0
    for like in clocklines.CLOCK_LIKE.finditer(text):
        if like.start() < stop:
            continue
        start = text.rfind("\n", stop, like.start()) + 1 or stop
        stop = (text.find("\n", like.start()) + 1) or len(text) + 1
        if stop - start <= 2_000:
            head = clock_of(text[start : stop - 1])
            if head:
                yield start, stop - 1, head[0], head[2]


def clock_of(line: str) -> tuple[int, int, str] | None:
    """Return `labelled_clock` of a line; the day and month of a date are none."""
    return None if _DAY.match(line) and not before_clock(line) else clocklines.labelled_clock(line)
