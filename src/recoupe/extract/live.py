"""Live blogs in flattened text: where one dated entry ends and the next begins.

Three shapes: entries that begin with a clock ("9h05 - ...", "12.31 Uhr: ...", "19:02 (IST)", a clock alone on its
line), entries under a line of a day and a clock, and entries that begin with a bullet and go on in paragraphs. Clocks
are also what programmes, chronologies and transcripts are made of, and bullets what lists are made of: they count where
the page says that it is updated as things happen, and clocks too where the newest stands first, as in nothing else.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from recoupe.extract.clocklines import four_digits, labelled_clock, signature, signed
from recoupe.extract.daylabels import DayLabel, before_clock, heading
from recoupe.extract.furniture import alternatives, kind_of, listed
from recoupe.extract.lines import Line, bullet, count_words, ends_sentence, headline_like, paragraph_like
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_FEWEST = 3
_BODY_WORDS = 10
_STAMP_WORDS = 6  # of a clock with its zone or age, alone on its line
_DOTTED = compiled_by_regex(r"^\d{1,2}\.\d\d$")
_YEAR = compiled_by_regex(r"19|20")
_STAMPED = 120
"""Minutes from the newest entry of a live blog to the stamp of its page."""

_FOUR = 4
"""Characters of a clock in figures alone: "1805"."""

_NIGHT = 180  # minutes a clock jumps back at least when it has passed midnight


class Entry(NamedTuple):
    """One entry: lines `[first, last)`. `skip` characters of the first line are its clock or bullet.

    `clock` is the clock as printed, `minute` its minute of the day, `zone` the words behind it; all empty without one.
    `title` says that the first line (behind `skip`, or the next when nothing is left of it) is a headline. `moment` is
    the day and clock in ISO 8601 where the entry's own line tells both; `day` stands before the clock, mostly without
    its year. `foot` says that the clock stands in the entry's last line; `author` stands before the clock.
    """

    first: int
    last: int
    skip: int
    clock: str
    minute: int | None
    title: bool
    moment: str | None = None
    day: DayLabel | None = None
    foot: bool = False
    author: str = ""


@functools.cache
def _live_words() -> regex.Pattern[str]:
    return compiled_by_regex(rf"\b(?:{alternatives(listed('live', 'words'))})\b")


def says_live(line: str) -> bool:
    """Say whether a title or label tells of a live blog ("Direct.", "Live updates")."""
    return len(line) <= 300 and _live_words().search(fold(line)) is not None


def headings(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of the clocks that stand over prose and of the headlines between; none when they are few.

    A clock alone under the last prose may be that of the entry above it. Four figures alone are clocks too, where they
    run one way down the page; days alone on a line go with the entries below them.
    """
    found: list[int] = []
    clocks = 0
    figures = _figures(lines)
    for n, line in enumerate(lines):
        if labelled_clock(line.text) is None and n not in figures:
            continue
        below = next((m for m in range(n + 1, min(n + 4, len(lines))) if paragraph_like(lines[m].text)), None)
        if below is not None and not paragraph_like(line.text):
            clocks += 1
            found.extend(range(n - (n > 0 and heading(lines[n - 1].text) is not None), below))
        elif below is None and n and paragraph_like(lines[n - 1].text) and count_words(line.text) <= _STAMP_WORDS:
            found.append(n)
    return frozenset(found) if clocks >= _FEWEST else frozenset()


def _figures(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of lines that are a clock in four figures and nothing else, where there are enough of them.

    Years and other numbers do not run through the hours one way, but for midnight, or from one day's heading to the
    next.
    """
    found = [(n, one[0]) for n, line in enumerate(lines) if len(line.text) == _FOUR and (one := four_digits(line.text))]
    if len(found) < _FEWEST or all(_YEAR.match(lines[n].text) for n, _ in found):
        return frozenset()
    days = list(itertools.accumulate(heading(line.text) is not None for line in lines))
    runs = itertools.groupby(found, lambda one: days[one[0]])
    steps = [step for _, run in runs for step in _steps([minute for _, minute in run])]
    one_way = all(s > 0 for s in steps) or all(s < 0 for s in steps)
    return frozenset(n for n, _ in found) if one_way else frozenset()


def entries(lines: Sequence[Line], *, told: bool) -> list[Entry]:
    """Return the entries of a live blog among `lines`, in the order printed; none when this is no live blog.

    `told` says that the page calls itself a live blog.
    """
    heads = [(n, found) for n, line in enumerate(lines) if (found := labelled_clock(line.text))]
    if told and len(heads) < _FEWEST:  # comments too are signed with a name and a clock
        heads = [(n, one[1]) for n, line in enumerate(lines) if (one := signed(line.text))] or heads
    if told and len(heads) < _FEWEST:
        figures = [(n, found) for n, line in enumerate(lines) if (found := four_digits(line.text))]
        if any(not _YEAR.match(found[2]) for _, found in figures):  # a list of years is none of clocks
            heads = figures
    heads = _without_pointers(lines, heads)
    if not told:
        # "03.08" may be a day; and a story told forwards is a chronology, a programme, a match, a transcript.
        heads = [(n, found) for n, found in heads if not _DOTTED.match(found[2])]
        if not _backwards([minute for _, (minute, _, _) in heads]):
            heads = []
    if len(heads) >= (2 if told else _FEWEST):
        made = _close(lines, [(n, skip, words, minute) for n, (minute, skip, words) in heads])
        words = sum(sum(count_words(line.text) for line in lines[e.first : e.last]) for e in made)
        if told or words >= len(made) * _BODY_WORDS * 2:
            return made
    if told:
        bullets = [(n, bullet(line.text), "", None) for n, line in enumerate(lines) if bullet(line.text)]
        if len(bullets) >= _FEWEST and _go_on(lines, [n for n, _, _, _ in bullets]):
            return _close(lines, bullets)
    return []


def _go_on(lines: Sequence[Line], bullets: Sequence[int]) -> bool:
    """Tell whether half of what begins with a bullet goes on in lines of text.

    Else the bullets are a list's: the points over a live blog, or what is sent where, with a label here and there.
    """
    parts = itertools.pairwise([*bullets, len(lines)])
    on = sum(any(not line.text.rstrip().endswith(":") for line in lines[start + 1 : end]) for start, end in parts)
    return 2 * on >= len(bullets)


def stamped(lines: Sequence[Line], moments: Mapping[int, str]) -> list[Entry]:
    """Return the entries under lines of a day and a clock; `moments` has the ISO 8601 of such lines by their start."""
    heads = [
        (n, len(line.text), line.text, _minute(moments[line.start]))
        for n, line in enumerate(lines)
        if line.start in moments
    ]
    made = _close(lines, heads)
    told = [any(paragraph_like(line.text) for line in lines[e.first + (not e.foot) : e.last]) for e in made]
    if sum(told) < _FEWEST or not all(told):
        return []
    return [e._replace(moment=moments[lines[e.last - 1 if e.foot else e.first].start]) for e in made]


def _minute(iso: str) -> int:
    return int(iso[11:13]) * 60 + int(iso[14:16])


def _without_pointers(
    lines: Sequence[Line], heads: list[tuple[int, tuple[int, int, str]]]
) -> list[tuple[int, tuple[int, int, str]]]:
    """Return the clocked lines without those of a summary: a headline alone whose clock an entry with text has too."""
    starts = {n for n, _ in heads}
    lone = {n for n, _ in heads if (n + 1 in starts or n + 1 == len(lines)) and not paragraph_like(lines[n].text)}
    told = {minute for n, (minute, _, _) in heads if n not in lone}
    return [(n, found) for n, found in heads if n not in lone or found[0] not in told]


def newest_first(found: Sequence[Entry]) -> bool:
    """Say whether clocks run backwards down the page."""
    moments = [entry.moment for entry in found if entry.moment]
    if len(moments) > 1:
        return moments[0] > moments[-1]
    days = [(entry.day.month, entry.day.day) for entry in found if entry.day and entry.day.month and entry.day.day]
    if days and days[0] != days[-1]:
        far = abs(days[0][0] - days[-1][0]) > 6  # from December to January
        return (days[0] < days[-1]) if far else (days[0] > days[-1])
    steps = _steps([entry.minute for entry in found if entry.minute is not None])
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def days(
    found: Sequence[Entry], first: dt.date | None, last: dt.date | None, printed: Mapping[int, dt.date]
) -> list[dt.date | None]:
    """Return the day of each entry, None where none is known.

    `printed` gives the day under whose heading an entry stands (by place in `found`); else days run on from `first`,
    the day the live blog began, and a clock that jumps back by hours has passed midnight. `last` is the day of its
    last change: no entry is later, and where `first` is not known the newest entry is of that day.
    """
    order = range(len(found) - 1, -1, -1) if newest_first(found) else range(len(found))
    made: list[dt.date | None] = [None] * len(found)
    day, before = first or last, None
    for place in order:
        minute = found[place].minute
        if place in printed:
            day = printed[place]
        elif day is not None and before is not None and minute is not None and minute < before - _NIGHT:
            day += dt.timedelta(days=1)
        before = minute if minute is not None else before
        made[place] = day if minute is not None else None
    newest = max((d for d in made if d), default=None)
    late = newest - last if newest and last and not printed else dt.timedelta(0)
    return [d - late if d and (late > dt.timedelta(0)) else d for d in made]


def stamped_last(found: Sequence[Entry], minute: int) -> bool:
    """Tell whether a page was stamped, at a minute of the day, after its newest entry, where it does not say so.

    Then that entry is minutes older than the stamp, and nearer to it than the oldest, which a stamp of the beginning
    would be just before.
    """
    minutes = [entry.minute for entry in found if entry.minute is not None]
    if not minutes:
        return False
    newest, oldest = (minutes[0], minutes[-1]) if newest_first(found) else (minutes[-1], minutes[0])
    since, until = (minute - newest) % 1440, (oldest - minute) % 1440
    return since <= _STAMPED and since < until


def _backwards(minutes: Sequence[int]) -> bool:
    steps = _steps(minutes)
    up, down = sum(s > 0 for s in steps), sum(s < 0 for s in steps)
    return up <= len(steps) // 10 and down >= 2


def _steps(minutes: Sequence[int]) -> list[int]:
    """Return the steps from clock to clock the shorter way round: from 23:15 to 0:40 it is an hour and a half."""
    return [(b - a + 720) % 1440 - 720 for a, b in itertools.pairwise(minutes)]


def _close(lines: Sequence[Line], heads: Sequence[tuple[int, int, str, int | None]]) -> list[Entry]:
    """Give each head the lines up to the next one; the last ends where the page goes back to other things."""
    made: list[Entry] = []
    if starts := _starts_above(lines, heads):
        for (foot, skip, clock, minute), first in zip(heads, starts, strict=True):
            titled, author = _titled(lines, first, foot, 0), signature(lines[foot].text)
            made.append(Entry(first, foot + 1, skip, clock, minute, titled, foot=True, author=author))
        return made
    for place, (first, skip, clock, minute) in enumerate(heads):
        last = heads[place + 1][0] if place + 1 < len(heads) else _end(lines, first, heads)
        day = before_clock(lines[first].text[bullet(lines[first].text) :]) if clock else None
        titled, author = _titled(lines, first, last, skip), signature(lines[first].text)
        made.append(Entry(first, last, skip, clock, minute, titled, day=day, author=author))
    return made


def _starts_above(lines: Sequence[Line], heads: Sequence[tuple[int, int, str, int | None]]) -> list[int]:
    """Return where entries begin whose clocks stand below them, each alone on its line and nothing behind the last one.

    The first begins with the paragraph above its clock, or the headline above that. None where clocks stand above.
    """
    places = [n for n, *_ in heads]
    if (
        not heads
        or any(lines[n].text[skip:].strip() for n, skip, *_ in heads)
        or _end(lines, places[-1], heads) > places[-1] + 1
    ):
        return []
    first = places[0]
    if places[0] == 0 or not all(paragraph_like(lines[n - 1].text) for n in places):
        return []
    first = places[0] - 1
    titled = first > 0 and not paragraph_like(lines[first - 1].text) and not ends_sentence(lines[first - 1].text)
    return [first - titled, *(n + 1 for n in places[:-1])]


def _end(lines: Sequence[Line], first: int, heads: Sequence[tuple[int, int, str, int | None]]) -> int:
    """Return where the last entry ends: at furniture, or where the indent of the entries' paragraphs ends."""
    inside = [lines[n].indent for (a, *_), (b, *_) in itertools.pairwise(heads) for n in range(a + 1, b)]
    indented = bool(inside) and min(inside) > 0
    for n in range(first + 1, len(lines)):
        if kind_of(lines[n].text) not in (None, "advert") or (indented and lines[n].indent == 0):
            return n
    return len(lines)


def _titled(lines: Sequence[Line], first: int, last: int, skip: int) -> bool:
    head = first if lines[first].text[skip:].strip() else first + 1
    words = lines[head].text[skip if head == first else 0 :].strip() if head < last else ""
    follows = any(paragraph_like(line.text) for line in lines[head + 1 : last])
    short = 0 < count_words(words) < 3
    return follows and (short or headline_like(words)) and not ends_sentence(words.rstrip("?!"))
