"""Columns: what the press prints before or after many titles ("The Latest: ...", "... | The Morning Post").

Nothing in the words tells a column from the story's own words; that many stories have it does. So columns are learned
as the stream goes, and a table of them in every language is not needed.
"""

from __future__ import annotations

from collections import OrderedDict

import regex

WORN = 3
"""Stories that make a head or a tail a column."""
REMEMBERED = 10_000
"""Heads and tails remembered; the one not seen for longest is forgotten."""
WORDS = 6

_HEAD = regex.compile(r"([^:|]{2,40}?)(?: ?:| \|| [-–—]) ")
_TAIL = regex.compile(r" (?:\|{1,3}|[-–—»]) ([^|]{2,50})$")


def split(title: str) -> tuple[str, list[str]]:
    """Return what a title says without its heads and tails, two of each at most, and these as printed."""
    rest, parts = " ".join(title[:1000].split()), []
    for _ in range(2):
        tail = _TAIL.search(rest)
        if tail is None or tail.start() < 20 or len(tail[1].split()) > WORDS:
            break
        parts.append(tail[1])
        rest = rest[: tail.start()]
    for _ in range(2):
        head = _HEAD.match(rest)
        if head is None or len(rest) - head.end() < 15 or len(head[1].split()) > WORDS:
            break
        parts.append(head[1])
        rest = rest[head.end() :]
    return rest, parts


class Columns:
    """The heads and tails of titles, each with the first stories that had it."""

    def __init__(self) -> None:
        self._stories: OrderedDict[tuple[str, str], tuple[str, ...]] = OrderedDict()

    def worn(self, part: str, language: str) -> bool:
        """Tell whether so many stories had this head or tail that it says nothing of one of them."""
        return len(self._stories.get((language, part.lower()), ())) >= WORN

    def see(self, parts: list[str], language: str, story: str) -> None:
        """Remember the heads and tails of a title of `story`."""
        for part in parts:
            key = language, part.lower()
            known = self._stories.get(key, ())
            self._stories[key] = known if story in known or len(known) >= WORN else (*known, story)
            self._stories.move_to_end(key)
        while len(self._stories) > REMEMBERED:
            self._stories.popitem(last=False)
