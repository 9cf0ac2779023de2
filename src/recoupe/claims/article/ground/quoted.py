"""Words in quotation marks that somebody said: they are their speaker's, not the article's.

Words are quoted for other ends too (titles, words held at arm's length): those are the article's own.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from recoupe.model import Quote

Span = tuple[int, int]


def spans(quotes: Iterable[Quote]) -> list[Span]:
    """Return the quoted words of an article, in the order of its text."""
    return sorted(s for q in quotes if q.kind in ("direct", "mixed") and not q.use for s in q.content)


def holds(quoted: Sequence[Span], place: int) -> bool:
    """Tell whether a place of the text lies in quoted words, as `spans` returns them."""
    at = bisect.bisect_right(quoted, (place, 1 << 60)) - 1
    return at >= 0 and quoted[at][0] <= place < quoted[at][1]
