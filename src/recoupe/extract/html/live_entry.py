"""One entry of a live blog, line by line: what its headline is, who signs it, and what its words are."""

from __future__ import annotations

import re
from typing import Any

from recoupe.extract import clocklines, dates, moments
from recoupe.extract.daylabels import before_clock
from recoupe.extract.furniture import caption, kind_of
from recoupe.extract.html.live import Entry, heading_like
from recoupe.extract.html.live_markers import CLOCK, LONGEST, Marker, clock_of
from recoupe.extract.html.visible import HEADINGS, Place, Visible
from recoupe.extract.lines import count_words
from recoupe.model import Evidence
from recoupe.text.patterns import compiled

_TIMED = compiled(r"time|date|stamp|publi", re.I)


def captions(parent: Any, shown: Visible) -> list[Place]:
    """Return where captions, menus and buttons inside an element stand."""
    return [shown.spans[e] for e in parent.iter("figcaption", "figure", "nav", "button", "aside") if e in shown.spans]


def make(
    head: Any, marker: Marker, span: Place, shown: Visible, hidden: list[Place], *, signed: bool = True
) -> Entry | None:
    """Return the entry in `span` of the element `head`, None when it shows no words.

    `hidden` are captions; `signed` says that a name behind the clock is an author's.
    """
    entry = Entry(place=span, title=None, pieces=[], clock=marker.clock, minute=marker.minute)
    entry.label = before_clock(shown.text[marker.start : marker.end]) if marker.clock and marker.start >= 0 else None
    _date(entry, head, marker)
    lines = _Lines(entry, _heading_in(head, span, shown), signed)
    at = span[0]
    for line in shown.text[span[0] : span[1]].split("\n"):
        place = at, at + len(line)
        at = place[1] + 1
        if not lines.holds_words(line, place, hidden) or (marker.words and place[0] == marker.start):
            continue
        if marker.start < marker.end and place[0] <= marker.start < place[1]:
            lines.with_clock(line, place)
        else:
            lines.read(line, place)
    entry.authors = tuple(n for n in lines.names if name_like(n) and not CLOCK.search(n) and not dates.ago(n))[:3]
    if not entry.pieces and entry.title is not None:
        start = shown.text.find(entry.title, span[0], span[1])
        entry.pieces = [("heading", [(start, start + len(entry.title))])] if start >= 0 else []
    return entry if entry.pieces else None


class _Lines:
    """Reads the lines of an entry: its headline, the names before that, its paragraphs. `titled` is its heading's
    place, where its markup has one."""

    def __init__(self, entry: Entry, titled: Place | None, signed: bool) -> None:
        self._entry = entry
        self._titled = titled
        self._signed = signed
        self.names: list[str] = []

    def holds_words(self, line: str, place: Place, hidden: list[Place]) -> bool:
        """Tell whether a line is of the entry's words: not empty, no furniture but in its heading, no caption."""
        if not line.strip() or (kind_of(line) is not None and not self._in_heading(place)):
            return False
        return not any(a <= place[0] and place[1] <= b for a, b in hidden) and not caption(line)

    def with_clock(self, line: str, place: Place) -> None:
        """Read the line that holds the entry's time: behind that may stand its headline, its author, its words."""
        rest = behind_clock(line)
        if not rest:
            name = clocklines.signature(line)
            self.names += [name] if name else []
            return
        opens = self._titled is None or place[0] == self._titled[0]
        if self._entry.title is None and heading_like(rest) and opens:
            marked = count_words(rest) >= 3 and self._titled is not None
            self._name_or_headline(rest, place, named=not marked)
        elif count_words(rest) > 3 and not heading_like(rest):
            self._entry.pieces.append(("paragraph", [(place[1] - len(rest), place[1])]))
        else:
            self.names.append(rest)

    def read(self, line: str, place: Place) -> None:
        """Read any other line."""
        entry, titled = self._entry, self._titled
        if entry.title is None and titled is not None and self._in_heading(place):
            entry.title, entry.heading = line, place
        elif entry.title is None and titled is not None and place[0] < titled[0]:
            self.names.append(line)
        elif entry.title is None and titled is None and not entry.pieces and heading_like(line):
            self._name_or_headline(line, place, named=True)
        else:
            entry.pieces.append(("paragraph", [place]))

    def _name_or_headline(self, words: str, place: Place, *, named: bool) -> None:
        """Take words for an author's where they look so and may be (`named`), else for the headline."""
        if named and self._signed and name_like(words):
            self.names.append(words)
        else:
            self._entry.title, self._entry.heading = words, place

    def _in_heading(self, place: Place) -> bool:
        return self._titled is not None and self._titled[0] <= place[0] < self._titled[1]


def behind_clock(line: str) -> str:
    """Return the words behind the clock of a line, none where there is no clock."""
    found = clock_of(line)
    if found:
        return line[found[1] :].strip(" \u00a0\u202f-–—|·:,+")
    clock = CLOCK.search(line[:LONGEST])
    return line[clock.end() :].strip(" \u00a0\u202f-–—|·:,") if clock else ""


def name_like(words: str) -> bool:
    """Tell whether words may be a name: four at most, all with capitals."""
    return count_words(words) <= 4 and all(w[:1].isupper() for w in words.split() if w[:1].isalpha())


def _heading_in(head: Any, span: Place, shown: Visible) -> Place | None:
    if head.tag in HEADINGS:
        return shown.spans.get(head)
    for element in head.iter(*HEADINGS):
        found = shown.spans.get(element)
        if found and found[0] < found[1] and span[0] <= found[0] < span[1]:
            clock = clocklines.labelled_clock(shown.text[found[0] : found[1]])
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
