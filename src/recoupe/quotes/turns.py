"""Turns of a printed interview: "WALLACE: Were you there?", "POE: I was." Lines that open with who speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.quotes import marks
from recoupe.quotes.drafts import Draft
from recoupe.quotes.listener import Listener

LONGEST = 40
"""Characters a label may be long."""
_OPENERS = "\"“„«'‘–—- *"
Turn = tuple[int, int, int]
"""`[start, end)` of the label, and where its words begin."""


def turns(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, Turn]:
    """Return the turns of an article by the start of their line; none unless two speak twice, as lists have labels
    too ("Sport: ...")."""
    if ": " not in text:
        return {}
    found = {start: turn for start, end in lines if (turn := _turn(text, start, end)) is not None}
    heads = {start: _last(text, turn) for start, turn in found.items()}
    counts = Counter(heads.values())
    if sum(n > 1 for n in counts.values()) < 2:
        return {}
    return {start: turn for start, turn in found.items() if counts[heads[start]] > 1}


def _turn(text: str, start: int, end: int) -> Turn | None:
    """Return the label of a line: up to four words with capitals, a colon, a space and words."""
    colon = text.find(": ", start, min(end, start + LONGEST))
    while start < colon and text[start] in _OPENERS:
        start += 1
    words = text[start : max(start, colon)].split()
    if not 1 <= len(words) <= 4 or not all(w[0].isupper() for w in words) or len(words[-1]) < 2:
        return None
    return (start, colon, colon + 2) if colon + 2 < end else None


def _last(text: str, turn: Turn) -> str:
    """Return the family name of a label as printed: a headline ("Poe: I Was There") is no "POE:" of the interview."""
    return text[turn[0] : turn[1]].split()[-1]


def hear(ear: Listener, turn: Turn, end: int) -> None:
    """Add what is said in a turn that ends at `end`: direct where all of it is in marks, mixed where some words are."""
    first, last, at = turn
    speaker = ear.speakers.label(first, last)
    marked = [m for m in marks.pair(ear.text, at, end) if not m.depth and m.closed]
    quoted = [(m.inner_start, m.inner_end) for m in marked]
    whole = len(marked) == 1 and marked[0].start == at and marked[0].end >= end - 1
    kind = "direct" if whole else "mixed" if quoted else "indirect"
    content = quoted if whole else [(at, end)]
    ear.add(Draft(list(content), quoted, kind, speaker, None, "turn", ear.paragraph, why=ear.speakers.why))
    ear.speakers.hear(speaker)
    ear.pass_by(first)
