"""Put an article's text together from places in the visible text: text, blocks and segments in one pass."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

import msgspec

from recoupe.extract.html.visible import Visible
from recoupe.model import Block, Segment

_NOT_TEXT = re.compile(r"<(?:!--|(script|style|template|noscript)\b)", re.I)
_CLOSE = {name: re.compile(f"</{name}\\b", re.I) for name in ("script", "style", "template", "noscript")}
_LONGEST_TAG = 20_000  # characters looked back for the bracket that opens or closes a tag
_WINDOW = 60_000  # characters of source looked through for the next words before the whole page is
_MISSES = 24  # searches of the whole page without success, after which source offsets are given up


class Text(msgspec.Struct, frozen=True):
    """An article's text with its blocks and segments."""

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]


class Source:
    """Finds words of the page in its HTML source, from a cursor that moves forward."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._not_text = list(_without_text(source))
        self._starts = [start for start, _ in self._not_text]
        self._cursor = 0
        self._misses = 0

    def find(self, words: str) -> int | None:
        """Return where `words` stand as text (not in a tag or script) behind the last find; None when nowhere."""
        at = self._search(words, self._cursor, self._cursor + _WINDOW)
        if at is None and self._misses < _MISSES:
            at = self._search(words, 0, len(self._source))
            if at is None:
                self._misses += 1
        if at is not None:
            self._cursor = at + len(words)
        return at

    def _search(self, words: str, start: int, end: int) -> int | None:
        source = self._source
        for _ in range(8):
            at = source.find(words, start, end)
            if at < 0:
                return None
            around = bisect.bisect_right(self._starts, at) - 1
            if around >= 0 and at < self._not_text[around][1]:
                start = self._not_text[around][1]
                continue
            low = max(0, at - _LONGEST_TAG)
            if source.rfind(">", low, at) >= source.rfind("<", low, at):
                return at
            start = at + 1
        return None


def _without_text(source: str) -> Iterator[tuple[int, int]]:
    """Yield `[start, end)` of each comment, script, style and template of `source`, in order."""
    at = 0
    while (found := _NOT_TEXT.search(source, at)) is not None:
        name = found[1]
        close = _CLOSE[name.lower()] if name else None
        ended = close.search(source, found.end()) if close else None
        end = ended.end() if ended else (source.find("-->", found.end()) + 3 if close is None else len(source))
        at = end if end > found.end() else len(source)
        yield found.start(), at


def put_together(pieces: list[tuple[str, list[tuple[int, int]]]], visible: Visible, source: Source) -> Text:
    """Return the text made of `pieces`: (block kind, places in the visible text) in reading order.

    Blocks are separated by a line break, the places of one block by a space or by the line break that stands between
    them on the page. Every character but these separators is in a segment.
    """
    out: list[str] = []
    blocks: list[Block] = []
    segments: list[Segment] = []
    length = 0
    for kind, places in pieces:
        if not places:
            continue
        if out:
            out.append("\n")
            length += 1
        begin = length
        for number, (start, end) in enumerate(places):
            if number:
                out.append(" ")
                length += 1
            out.append(visible.text[start:end])
            segments.extend(_segments(start, end, length, visible, source))
            length += end - start
        blocks.append(Block(kind=kind, start=begin, end=length))
    return Text("".join(out), tuple(blocks), tuple(segments))


def _segments(start: int, end: int, at: int, visible: Visible, source: Source) -> list[Segment]:
    """Return the segments of `visible[start:end]`, which begins at `at` in the article: one a text node."""
    out: list[Segment] = []
    index = bisect.bisect_right(visible.runs, (start, len(visible.text) + 1)) - 1
    position = start
    for run_start, run_end in visible.runs[max(index, 0) :]:
        if run_start >= end:
            break
        low, high = max(position, run_start), min(end, run_end)
        if low >= high:
            continue
        found = source.find(visible.text[low:high])
        last = out[-1] if out else None
        if found is None and last is not None and last.source_start is None:
            out[-1] = Segment(start=last.start, end=at + high - start, page_start=last.page_start)
        else:
            out.append(Segment(start=at + low - start, end=at + high - start, page_start=low, source_start=found))
        position = high
    return out
