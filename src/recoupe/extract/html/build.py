"""Put an article's text together from places in the visible text: text, blocks and segments in one pass."""

from __future__ import annotations

import bisect

import msgspec

from recoupe.extract.html.source import Source
from recoupe.extract.html.visible import Visible
from recoupe.model import Block, Segment
from recoupe.text.patterns import compiled

_PLAIN = compiled(r"[A-Za-z0-9 ,.;:!?()/-]{2,}")  # characters that nobody writes as entities


class Text(msgspec.Struct, frozen=True):
    """An article's text with its blocks and segments."""

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]


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
        found = source.find(low, high)
        parts = [(low, high, found)] if found is not None else _known(low, high, visible, source)
        for begin, stop, place in parts:
            last = out[-1] if out else None
            if place is None and last is not None and last.source_start is None:
                out[-1] = Segment(start=last.start, end=at + stop - start, page_start=last.page_start)
            else:
                out.append(
                    Segment(start=at + begin - start, end=at + stop - start, page_start=begin, source_start=place)
                )
        position = high
    return out


def _known(start: int, end: int, visible: Visible, source: Source) -> list[tuple[int, int, int | None]]:
    """Return the parts of `visible[start:end]` with their places in the source: it writes some characters as entities.

    What stands between two characters that may be written so is looked for by itself.
    """
    out: list[tuple[int, int, int | None]] = []
    at = start
    for match in _PLAIN.finditer(visible.text, start, end):
        place = source.find(*match.span())
        if place is None:
            continue
        if match.start() > at:
            out.append((at, match.start(), None))
        out.append((match.start(), match.end(), place))
        at = match.end()
    if at < end:
        out.append((at, end, None))
    return out
