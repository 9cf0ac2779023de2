"""Bodies printed twice on one page: the second printing is found so that it is kept once, with both places."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.lines import Line, count_words, key

_FEWEST_WORDS = 40
_LINE_WORDS = 8


def repeats(lines: Sequence[Line]) -> dict[int, int]:
    """Return, for each line of a later printing, the line of the first printing with the same words.

    A printing is a run of lines, 40 words or more together, that stands on the page before in the same order. Lone
    repeated titles and pull quotes are none. Linear but for pages that repeat one line very often.
    """
    keys = [key(line.text) for line in lines]
    first: dict[str, int] = {}
    found: dict[int, int] = {}
    at = 0
    while at < len(lines):
        source = first.get(keys[at])
        length = _run(keys, source, at) if source is not None else 0
        if (
            length
            and sum(count_words(lines[at + n].text) for n in range(length)) >= _FEWEST_WORDS
            and source is not None
        ):
            found.update({at + n: source + n for n in range(length)})
            at += length
            continue
        if count_words(lines[at].text) >= _LINE_WORDS:
            first.setdefault(keys[at], at)
        at += 1
    return found


def _run(keys: Sequence[str], source: int, at: int) -> int:
    """Return how many lines from `at` repeat those from `source`; the two printings may not overlap."""
    length = 0
    while at + length < len(keys) and source + length < at and keys[at + length] == keys[source + length]:
        length += 1
    return length
