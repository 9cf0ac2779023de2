"""Live blog entries from markup: siblings that repeat, each with a time of its own.

Markers are `time` elements and lines that begin with a clock. From each marker one climbs to the largest element that
holds no other marker; where at least three of these are children of one parent, they are either the entries (the text
is inside) or the heads of entries (the text is between one and the next).

What repeats with times is often no live blog: teasers and cards (their headlines link to other pages), comments
(their markup says so), a chronology told by one article (it runs forward, and the page does not call itself live).
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from recoupe.extract import dates, live
from recoupe.extract.daylabels import before_clock
from recoupe.extract.furniture import caption, kind_of
from recoupe.extract.html import moments, repeats
from recoupe.extract.html.live import Entry, heading_like, is_falling
from recoupe.extract.html.moments import Moment
from recoupe.extract.html.repeats import Group
from recoupe.extract.html.visible import HEADINGS, Place, Visible
from recoupe.extract.lines import count_words
from recoupe.model import Evidence

_FEWEST = 3
_MARKERS = 3_000  # markers looked at on one page
_CLOSE = 80  # characters within which two times belong to one entry
_LONGEST_MARK = 90  # characters of an element that is only a time
_WORDS_EACH = 12  # words an entry has on average
# No clock: the day and month of a date ("09.08.2022", "2022-08-09").
_CLOCK = re.compile(r"(?<![\d./-])([01]?\d|2[0-3])\s?[:.hH]\s?([0-5]\d)(?!\d|[./-]\s?\d)(?:\s?([ap])\.?m)?", re.I)
_DAY = re.compile(r"\s*\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}")
_ENTRIES = frozenset(("li", "tr", "article", "section", "dd"))
_LINES = frozenset(("p", "dt"))  # one paragraph is no whole entry: what follows is of the same
_TIMED = re.compile(r"time|date|stamp|publi", re.I)
_TOLD_BY_ATTRIBUTE = (
    "//body//*[@data-timestamp or @data-time or @data-date or @data-datetime or @data-published or @data-unixtime "
    "or @data-published-at or @data-post-date or @data-publish-date or @data-created]"
)
_LIVE_MARK = re.compile(r"(?:^|[^a-z])live(?:[^a-z]|blog|ticker|event|feed|entr|$)|liveblog|ticker", re.I)
_COMMENT_MARK = re.compile(r"comment|disqus|reply|replies|discussion", re.I)


class Marker(msgspec.Struct, frozen=True):
    """A time on the page: where its line or element begins, the element, the clock found there."""

    start: int
    end: int
    element: Any
    clock: str | None
    minute: int | None
    moment: Moment | None
    words: str = ""  # the line that tells the moment, where no attribute does


_UNTIMED = Marker(-1, -1, None, None, None, None)


def entries(root: Any, shown: Visible, *, told: bool, language: str | None = None) -> list[Entry]:
    """Return the entries of the page's live blog in page order; none when it shows none.

    `told` says that the page calls itself a live blog; `language` is what its dates are written in.
    """
    markers = _markers(root, shown, _dated_lines(shown.text, language) if told else ())
    if told and len(markers) < _FEWEST:
        markers = _unseen(root, shown) or _behind(shown)
    if len(markers) < _FEWEST:
        return []
    links = _links(root, shown)
    best: list[Entry] = []
    for group in repeats.groups([m.element for m in markers], [m.start for m in markers], shown, _FEWEST):
        found = _read(group, markers, shown, links)
        if found and _is_live(group, found, shown, told) and _words(found, shown) > _words(best, shown):
            best = found
    return best


def told(title: str | None, url: str | None) -> bool:
    """Say whether a page calls itself a live blog, in its headline or its address."""
    words = re.sub(r"[-_/.]+", " ", (url or "").split("?")[0][8:])
    return live.says_live(title or "") or live.says_live(words[-200:])


def _markers(root: Any, shown: Visible, dated: Iterable[tuple[int, str, str]]) -> list[Marker]:
    found: dict[int, Marker] = {}
    for element in root.iter("time"):
        span = shown.spans.get(element)
        if span and span[0] < span[1] and span[1] - span[0] <= _LONGEST_MARK:
            words = shown.text[span[0] : span[1]]
            moment = moments.parse(element.get("datetime"))
            clock = _CLOCK.search(words)
            if clock or moment or dates.ago(words):
                head = live.clock_heading(words[clock.start() :]) if clock else None
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
    ordered = [found[k] for k in sorted(found)][:_MARKERS]
    return _merged(ordered)


def _dated_lines(text: str, language: str | None) -> Iterator[tuple[int, str, str]]:
    """Yield where each short line of `text` begins that is a day and a clock, its words and its moment in ISO 8601."""
    at = 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST_MARK:
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
    return [found[at] for at in sorted(found)][:_MARKERS]


def _behind(shown: Visible) -> list[Marker]:
    """Return the short lines that end with a clock: who wrote an entry and when, printed under it."""
    at, found, innermost = 0, [], repeats.innermost(shown)
    for line in shown.text.split("\n"):
        clock = next(_CLOCK.finditer(line[-25:]), None) if len(line) <= _LONGEST_MARK else None
        tail = line[-25:][clock.start() :] if clock else ""
        if clock and (head := live.clock_heading(tail)) and head[1] == len(tail) and at in innermost:
            found.append(Marker(at, at + len(line), innermost[at], clock[0], _minute(clock), None))
        at += len(line) + 1
    return found[:_MARKERS]


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
    at = 0
    for line in text.split("\n"):
        if len(line) <= 2_000:
            head = _clock_of(line)
            if head:
                yield at, at + len(line), head[0], head[2]
        at += len(line) + 1


def _clock_of(line: str) -> tuple[int, int, str] | None:
    """Return `labelled_clock` of a line; the day and month of a date are none."""
    return None if _DAY.match(line) and not before_clock(line) else live.labelled_clock(line)


def _links(root: Any, shown: Visible) -> list[Place]:
    """Return where links to other pages stand, in order."""
    out = []
    for element in root.iter("a"):
        href = element.get("href") or ""
        span = shown.spans.get(element)
        if span and span[1] > span[0] and href and not href.startswith("#") and "#" not in href:
            out.append(span)
    return out


def _read(group: Group, markers: list[Marker], shown: Visible, links: list[Place]) -> list[Entry]:
    heads: list[tuple[Any, int | None]] = list(group.heads)
    spans = [shown.spans[head] for head, _ in heads]
    inside = sum(b - a for a, b in spans)
    parent = shown.spans[group.parent]
    between = sum(c - b for (_, b), (c, _) in itertools.pairwise(spans))
    lines = sum(head.tag in _LINES for head, _ in group.heads)
    if between > inside or 2 * lines > len(group.heads):
        stops = [s for s, _ in spans[1:]] + [_last_stop(group, shown, spans)]
        spans = [(s, max(s, stop - 1)) for (s, _), stop in zip(spans, stops, strict=True)]
    elif not repeats.alike([head for head, _ in group.heads]):
        return []
    else:
        heads = list(_with_siblings(group, markers, shown))
        spans = [shown.spans[head] for head, _ in heads]
    out = []
    hidden = captions(group.parent, shown)
    marked = [_UNTIMED if number is None else markers[number] for _, number in heads]
    signed = _signed(marked, shown)
    for (head, _), marker, span in zip(heads, marked, spans, strict=True):
        if span[0] >= parent[1]:
            continue
        entry = make(head, marker, span, shown, hidden, signed=signed)
        if entry is not None:
            entry.name = _name(head)
            out.append(entry)
    if len({entry.name for entry in out}) < len(out):
        for entry in out:
            entry.name = None
    return out


def _signed(markers: list[Marker], shown: Visible) -> bool:
    """Say whether names stand behind the clocks, as authors do, and not here and there a headline of two nouns."""
    named = []
    for marker in markers:
        line, _, below = (
            shown.text[marker.start : marker.start + 400].partition("\n") if marker.start >= 0 else ("",) * 3
        )
        if words := _behind_clock(line) or below.partition("\n")[0]:
            named.append(_name_like(words))
    return 2 * sum(named) >= len(named)


def _with_siblings(group: Group, markers: list[Marker], shown: Visible) -> Iterator[tuple[Any, int | None]]:
    """Yield the heads of a group and what else is made as they are: entries with no time, or with more than one."""
    known = dict(group.heads)
    makes = Counter((head.tag, head.get("class")) for head in known)
    (tag, named), count = makes.most_common(1)[0]
    starts = [marker.start for marker in markers]
    for child in group.parent:
        if child in known:
            yield child, known[child]
        elif (child.tag, child.get("class")) == (tag, named) and 2 * count > len(known) and (named or tag in _ENTRIES):
            start, end = shown.spans.get(child, (0, 0))
            if len(shown.text[start:end].split()) >= _WORDS_EACH:
                at = bisect.bisect_left(starts, start)
                yield child, at if at < len(starts) and starts[at] < end else None


def _name(head: Any) -> str | None:
    """Return what markup calls an entry: its id, or a data attribute that is one."""
    for key, value in head.attrib.items():
        if value.strip() and (key == "id" or (key.startswith("data-") and key.endswith("id"))):
            return str(value).strip()[:200]
    return None


def _last_stop(group: Group, shown: Visible, spans: list[Place]) -> int:
    """Return where the last entry of a flat list ends: at its parent's end, or at the first furniture behind it."""
    end = shown.spans[group.parent][1]
    at = spans[-1][1] + 1
    for line in shown.text[at:end].split("\n"):
        if kind_of(line) not in (None, "advert", "read_also", "share"):
            return at
        at += len(line) + 1
    return end + 1


def captions(parent: Any, shown: Visible) -> list[Place]:
    return [shown.spans[e] for e in parent.iter("figcaption", "figure", "nav", "button", "aside") if e in shown.spans]


def make(
    head: Any, marker: Marker, span: Place, shown: Visible, hidden: list[Place], *, signed: bool = True
) -> Entry | None:
    """Return the entry in `span` of the element `head`, None when it shows no words.

    `hidden` are captions; `signed` says that a name behind the clock is an author's.
    """
    titled = _heading_in(head, span, shown)
    entry = Entry(place=span, title=None, pieces=[], clock=marker.clock, minute=marker.minute)
    entry.label = before_clock(shown.text[marker.start : marker.end]) if marker.clock and marker.start >= 0 else None
    _date(entry, head, marker)
    names: list[str] = []
    at = span[0]
    for line in shown.text[span[0] : span[1]].split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip() or (kind_of(line) is not None and not (titled and titled[0] <= start < titled[1])):
            continue
        if any(a <= start and end <= b for a, b in hidden) or caption(line):
            continue
        if marker.words and start == marker.start:
            continue
        if marker.start < marker.end and (start <= marker.start < end or start == marker.start):
            rest = _behind_clock(line)
            if entry.title is None and rest and heading_like(rest) and (titled is None or start == titled[0]):
                if (count_words(rest) >= 3 and titled is not None) or not (signed and _name_like(rest)):
                    entry.title, entry.heading = rest, (start, end)
                else:
                    names.append(rest)
            elif rest and count_words(rest) > 3 and not heading_like(rest):
                entry.pieces.append(("paragraph", [(end - len(rest), end)]))
            elif rest:
                names.append(rest)
            continue
        if entry.title is None and titled is not None and titled[0] <= start < titled[1]:
            entry.title, entry.heading = line, (start, end)
            continue
        if entry.title is None and titled is not None and start < titled[0]:
            names.append(line)
            continue
        if not entry.pieces and entry.title is None and titled is None and heading_like(line):
            if signed and _name_like(line):
                names.append(line)
            else:
                entry.title, entry.heading = line, (start, end)
            continue
        entry.pieces.append(("paragraph", [(start, end)]))
    entry.authors = tuple(n for n in names if _name_like(n) and not _CLOCK.search(n) and not dates.ago(n))[:3]
    if not entry.pieces:
        if entry.title is None:
            return None
        start = shown.text.find(entry.title, span[0], span[1])
        entry.pieces = [("heading", [(start, start + len(entry.title))])] if start >= 0 else []
    return entry if entry.pieces else None


def _behind_clock(line: str) -> str:
    found = _clock_of(line)
    if found:
        return line[found[1] :].strip(" \u00a0\u202f-–—|·:,+")
    clock = _CLOCK.search(line[:_LONGEST_MARK])
    return line[clock.end() :].strip(" \u00a0\u202f-–—|·:,") if clock else ""


def _name_like(words: str) -> bool:
    return count_words(words) <= 4 and all(w[:1].isupper() for w in words.split() if w[:1].isalpha())


def _heading_in(head: Any, span: Place, shown: Visible) -> Place | None:
    if head.tag in HEADINGS:
        return shown.spans.get(head)
    for element in head.iter(*HEADINGS):
        found = shown.spans.get(element)
        if found and found[0] < found[1] and span[0] <= found[0] < span[1]:
            clock = live.labelled_clock(shown.text[found[0] : found[1]])
            if clock is None or clock[1] < found[1] - found[0]:
                return found
    return None


def _date(entry: Entry, head: Any, marker: Marker) -> None:
    """Take the moment from the marker's `datetime`, else from an attribute of the entry that tells a time."""
    if marker.moment and marker.moment.exactness >= 2:
        entry.moment = marker.moment
        words = (marker.element.get("datetime") or "").strip()
        entry.evidence = Evidence(where="microdata", words=words)
        if marker.words:
            entry.evidence = Evidence(where="visible", words=marker.words, sure="likely")
        if marker.moment.exactness == 3:
            return
    chain = [marker.element, head] if marker.element not in (None, head) else [head]
    for element in chain:
        for name, value in element.attrib.items():
            if _TIMED.search(name) and (moment := moments.parse(value)) and moment.exactness >= 2:
                if moment.exactness == 2 and entry.moment is not None:
                    continue
                entry.moment = moment
                entry.evidence = Evidence(where="microdata", words=f"{name}: {value.strip()}", sure="likely")
                if moment.exactness == 3:
                    return


def _is_live(group: Group, found: list[Entry], shown: Visible, told: bool) -> bool:
    """Say whether repeated entries with times are a live blog."""
    if len(found) < _FEWEST or _marked(group, _COMMENT_MARK):
        return False
    marked = told or _marked(group, _LIVE_MARK)
    told_times = sum(e.minute is not None or (e.moment is not None and e.moment.exactness >= 2) for e in found)
    if told_times * 3 < len(found) * 2:
        return False  # days only: a list of articles
    words = _words(found, shown)
    if words < len(found) * (_WORDS_EACH // 2 if marked else _WORDS_EACH):
        return False
    links = _links(group.parent, shown)
    starts = [a for a, _ in links]
    linked = 0
    for entry in found:
        at = bisect.bisect_left(starts, entry.place[0])
        inside = [p for p in links[at : at + 20] if p[1] <= entry.place[1]]
        chars = sum(b - a for a, b in inside)
        titled = entry.title is not None and any(
            len(entry.title) * 0.8 <= b - a and entry.title[:40] in shown.text[a:b] for a, b in inside
        )
        linked += titled or chars * 2 > entry.place[1] - entry.place[0]
    if linked * 2 > len(found):
        return False
    minutes = [e.minute for e in found if e.minute is not None]
    values = [e.moment.iso for e in found if e.moment]
    falling = is_falling(minutes) or (len(values) > 2 and values[0] > values[-1])
    return marked or (falling and len(found) > _FEWEST)


def _marked(group: Group, pattern: re.Pattern[str]) -> bool:
    """Say whether the markup around the group names it so, in classes and ids."""
    element, first = group.parent, group.heads[0][0]
    for place in (first, element, *list(element.iterancestors())[:4]):
        if place.tag == "body":
            break
        if pattern.search(f"{place.get('class') or ''} {place.get('id') or ''}"):
            return True
    return False


def _words(found: list[Entry], shown: Visible) -> int:
    return sum(len(shown.text[a:b].split()) for e in found for _, places in e.pieces for a, b in places)
