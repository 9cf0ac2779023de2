"""Columns: what the press prints before or after many titles ("The Latest: ...", "... | The Morning Post").

What stands behind a title is its outlet or section, from the first time on. What stands before it may as well be the
subject ("Chess: ..."): nothing in the words tells a column from the story's own, that many stories have it does. So
heads are learned as the stream goes, and a table of columns in every language is not needed.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from recoupe.text.patterns import compiled_by_regex

WORN = 3
"""Stories that make a head a column."""
REMEMBERED = 10_000
"""Heads remembered; the one not seen for longest is forgotten."""
WORDS = 6

_HEAD = compiled_by_regex(r"([^:|]{2,40}?)(?: ?:| \|| [-–—]) ")
_TAIL = compiled_by_regex(r" (?:\|{1,3}|[-–—»]) ([^|]{2,50})$")


class Parts(NamedTuple):
    """A title without its heads and tails, two of each at most, and these as printed, the outermost first."""

    rest: str
    heads: list[str]
    tails: list[str]


def split(title: str) -> Parts:
    """Take the heads and tails off a title that is long enough without them."""
    rest = " ".join(title[:1000].split())
    heads: list[str] = []
    tails: list[str] = []
    for _ in range(2):
        tail = _TAIL.search(rest)
        if tail is None or tail.start() < 20 or len(tail[1].split()) > WORDS:
            break
        tails.append(tail[1])
        rest = rest[: tail.start()]
    for _ in range(2):
        head = _HEAD.match(rest)
        if head is None or len(rest) - head.end() < 15 or len(head[1].split()) > WORDS:
            break
        heads.append(head[1])
        rest = rest[head.end() :]
    return Parts(rest, heads, tails)


class Columns:
    """The heads of titles, each with the first stories that had it."""

    def __init__(self) -> None:
        self._stories: OrderedDict[tuple[str, str], tuple[str, ...]] = OrderedDict()

    def worn(self, head: str, language: str) -> bool:
        """Tell whether so many stories had this head that it says nothing of one of them."""
        return len(self._stories.get((language, head.lower()), ())) >= WORN

    def see(self, heads: list[str], language: str, story: str) -> None:
        """Remember the heads of a title of `story`."""
        for head in heads:
            key = language, head.lower()
            known = self._stories.get(key, ())
            self._stories[key] = known if story in known or len(known) >= WORN else (*known, story)
            self._stories.move_to_end(key)
        while len(self._stories) > REMEMBERED:
            self._stories.popitem(last=False)
