"""Where words of the visible text stand in the HTML source: the place they were read from, and no other.

A page prints the same words in many places ("said", a headline that is the page's title too), so words alone do not
tell. A place is known when between it and the last place known there is nothing but markup and the words that the
visible text has there; else long words are taken to be the printing of the same number in both. What is not known by
either stays unknown.
"""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Iterator

from recoupe.extract.html.align import squeeze
from recoupe.text.patterns import compiled

_NOT_TEXT = compiled(r"<(?:!--|(script|style|template|noscript|title|textarea)\b)", re.I)
_CLOSE = {
    name: compiled(f"</{name}\\b", re.I) for name in ("script", "style", "template", "noscript", "title", "textarea")
}
_MARKUP = compiled(r"<!--.{0,2000}?-->|<r[tp]\b[^<>]{0,200}>[^<>]{0,200}|<[^<>]{0,2000}>", re.S | re.I)
_LONGEST_TAG = 20_000  # characters looked back for the bracket that opens or closes a tag
_GAP = 400  # characters of visible text between two places of which one is known by the other
_GAP_SOURCE = 3_000  # the same in the source
_LONG = 20  # characters of words that do not stand in many places
_TRIES = 8  # places looked at for the same words
_MISSES = 24  # searches of the whole page without success, after which far places are given up


class Source:
    """Finds words of a page's visible text in its source. Ask in reading order, and it is fast."""

    def __init__(self, source: str, visible: str) -> None:
        self._source = source
        self._visible = visible
        self._not_text = list(_without_text(source))
        self._starts = [start for start, _ in self._not_text]
        self._known: list[tuple[int, int, int]] = [(0, 0, 0)]  # visible start, visible end, source end: sorted
        self._misses = 0

    def find(self, start: int, end: int) -> int | None:
        """Return where `visible[start:end]` stands in the source, None when that is not certain."""
        words = self._visible[start:end]
        place = bisect.bisect_right(self._known, (start, len(self._visible) + 1, 0)) - 1
        seen_start, seen, cursor = self._known[place]
        if (seen_start, seen) == (start, end) and end:
            return cursor - len(words)
        if seen > start:
            return None
        limit = len(self._source)
        if place + 1 < len(self._known):
            later, later_end, after = self._known[place + 1]
            limit = after - (later_end - later)
        at = self._beside(words, start, seen, cursor, limit)
        if at is None and len(words) >= _LONG and self._misses < _MISSES:
            at = self._counted(words, start, seen, cursor, limit)
            self._misses += at is None
        if at is not None:
            self._known.insert(place + 1, (start, end, at + len(words)))
        return at

    def _beside(self, words: str, start: int, seen: int, cursor: int, limit: int) -> int | None:
        """Return the first place of `words` before which stands what the visible text has before them."""
        if start - seen > _GAP:
            return None
        before = squeeze(self._visible[seen:start])
        for at in self._places(words, cursor, min(limit, cursor + _GAP_SOURCE + len(words))):
            between = html.unescape(_MARKUP.sub(" ", self._source[cursor:at]))
            if squeeze(between) == before:
                return at
        return None

    def _counted(self, words: str, start: int, seen: int, cursor: int, limit: int) -> int | None:
        """Return the place of `words` that is the same printing of them, counted from the last known place."""
        number = self._visible.count(words, seen, start)
        if number >= _TRIES:
            return None
        for count, at in enumerate(self._places(words, cursor, limit)):
            if count == number:
                return at
        return None

    def _places(self, words: str, start: int, end: int) -> Iterator[int]:
        """Yield where `words` stand as text, not in a tag or script."""
        source = self._source
        for _ in range(2 * _TRIES):
            at = source.find(words, start, end)
            if at < 0:
                return
            around = bisect.bisect_right(self._starts, at) - 1
            if around >= 0 and at < self._not_text[around][1]:
                start = self._not_text[around][1]
                continue
            low = max(0, at - _LONGEST_TAG)
            if source.rfind(">", low, at) >= source.rfind("<", low, at):
                yield at
                start = at + len(words)
            else:
                start = at + 1


def _without_text(source: str) -> Iterator[tuple[int, int]]:
    """Yield `[start, end)` of each comment, script, style and the like of `source`, in order."""
    at = 0
    while (found := _NOT_TEXT.search(source, at)) is not None:
        name = found[1]
        close = _CLOSE[name.lower()] if name else None
        ended = close.search(source, found.end()) if close else None
        end = ended.end() if ended else (source.find("-->", found.end()) + 3 if close is None else len(source))
        at = end if end > found.end() else len(source)
        yield found.start(), at
