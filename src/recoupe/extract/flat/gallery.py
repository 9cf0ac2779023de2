"""Captions of a gallery: lines that begin with "3/7" or "Bild 3 von 7" and end with who took the picture.

The counter and the credit are the gallery's; what stands between them is what the page says.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence

import regex

from recoupe.extract.furniture import caption, listed
from recoupe.extract.lines import Line
from recoupe.text.patterns import compiled_by_regex

_CREDIT = compiled_by_regex(
    r"(?<=[.!?…»”\"])[ \u00a0]*+"
    r"(?:\(\p{L}[^().!?]{1,30}\)|(?P<said>(?P<sign>©|\p{L}{4,9}[ \u00a0]?:)[^!?]{2,60}))$",
    regex.V1,
)
"""What may follow the last sentence of a caption: "(Agency)", "© L. Orsel", "Photo: L. Orsel"."""

FEWEST = 3
"""Captions that are a gallery."""


def captions(lines: Sequence[Line]) -> tuple[list[Line], frozenset[int]]:
    """Return lines, those of a gallery without their counter and credit, and where these start in the page."""
    counted = {n: m for n, line in enumerate(lines) if (m := _counter().match(line.text))}
    out = list(lines)
    starts: set[int] = set()
    for whole, count in Counter(m["whole"] for m in counted.values()).items():
        shown = [n for n, m in counted.items() if m["whole"] == whole]
        first = int(counted[shown[0]]["number"])
        numbers = range(first, first + count)
        if count < FEWEST or numbers[-1] > int(whole) or [int(counted[n]["number"]) for n in shown] != list(numbers):
            continue
        for n in shown:
            out[n] = _caption(lines[n], counted[n].end())
            starts.add(out[n].start)
    return out, frozenset(starts)


@functools.cache
def _counter() -> regex.Pattern[str]:
    of = "|".join(sorted(set(listed("caption", "of"))))
    return compiled_by_regex(
        r"(?:\p{L}{3,10}[ \u00a0])?(?P<number>\d{1,3})[ \u00a0]?"
        rf"(?:/|(?:{of})[ \u00a0])[ \u00a0]?(?P<whole>\d{{1,3}})(?!\d)[ \u00a0]*[–—|:.)-]?[ \u00a0]+(?=\S)",
        regex.V1,
    )


def _caption(line: Line, begin: int) -> Line:
    found = _CREDIT.search(line.text, begin)
    end = len(line.text)
    if found is not None and (found["said"] is None or found["sign"] == "©" or caption(found["said"])):
        end = found.start()
    return line._replace(start=line.start + begin, end=line.start + end, text=line.text[begin:end])
