"""Whole pages with all their menus: where the running text is.

The body is the stretch of lines with the largest sum, when a line of prose counts its words and every other line costs
a few (the maximum subarray; over tag and word tokens this is the method of Pasternack and Roth, "Extracting article
text from the web with maximum subsequence segmentation", WWW 2009; here over lines, since the tags are gone).
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.lines import Line, bullet, count_words, ends_sentence, paragraph_like
from recoupe.extract.live import headings

_PROSE_LIMIT = 60
_COST = {"plain": 7.0, "furniture": 4.0, "date": 2.0}
_FEWEST_LOOSE = 14


def noisy(lines: Sequence[Line], kinds: Sequence[str | None]) -> bool:
    """Say whether a page came with its menus: more loose lines than lines of prose, and many."""
    loose = prose = 0
    entries = headings(lines)  # what stands over the entries of a live blog is no menu
    for n, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is None and paragraph_like(line.text):
            prose += 1
        elif n in entries:
            continue
        elif not bullet(line.text) and (kind is None or kind == "menu"):
            loose += 1
    return loose >= _FEWEST_LOOSE and loose > prose


def densest(lines: Sequence[Line], kinds: Sequence[str | None]) -> tuple[int, int] | None:
    """Return the lines `[start, end)` of the densest stretch of prose, None where there is no prose."""
    best, best_sum = None, 0.0
    entries = headings(lines)
    start, total = 0, 0.0
    for n, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if total <= 0:
            start, total = n, 0.0
        total += 0.0 if n in entries else value(line, kind)
        if total > best_sum:
            best, best_sum = (start, n + 1), total
    return best


def value(line: Line, kind: str | None) -> float:
    """Return what a line counts for: its words when it is prose, a cost when it is not."""
    if kind == "date":
        return -_COST["date"]
    if kind is not None:
        return -_COST["furniture"]
    words = count_words(line.text)
    if paragraph_like(line.text):
        return float(min(words, _PROSE_LIMIT))
    return 0.0 if words >= 4 and ends_sentence(line.text) else -_COST["plain"]
