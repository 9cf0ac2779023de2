"""Marks: what a side piece shares with its story though it names nothing of what most of the others name.

A portrait or a reader's analysis may leave out the place and the main people. That it names someone whom the others
name, and prints a figure that they print, is no chance when the figure has three digits of its own (5.47, 1,247, 172).
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping

from recoupe.languages import load, normal_code
from recoupe.model import StoryItem
from recoupe.stories.terms import name_key, places, romanised
from recoupe.text.patterns import compiled_by_regex

DIGITS = 3
"""Digits of a figure that two stories do not print by chance, without zeros before and behind."""
FELLOWS = 3
"""Articles that must have a mark for it to be one of their story."""
FIGURES = 2
"""Figures that are enough by themselves, and articles that must have each."""

_FIGURE = compiled_by_regex(r"(?<![\d.,:])\d+(?:[.,:h]\d+|[ \u00a0\u202f]\d{3}(?!\d))*(?!\d)")
_YEAR = compiled_by_regex(r"(?:19|20)\d\d")


def marks(item: StoryItem, lead: int) -> set[str]:
    """Return the marks of an item's first `lead` words: "^" and a name within a sentence, "%" and a figure's digits."""
    language = normal_code(item.language)
    text = f"{item.title or ''}\n{item.text or ''}"[: lead * 14]
    spans = places(text)[:lead]
    found = {f"^{key}" for key in _names(text, spans, _days(language))}
    for figure in _FIGURE.findall(text[: spans[-1][1]] if spans else ""):
        digits = "".join(c for c in figure if c.isdecimal()).strip("0")
        if len(digits) >= DIGITS and not _YEAR.fullmatch(figure):
            found.add(f"%{digits}")
    return found


def shares(keys: Mapping[str, str], others: Counter[str]) -> bool:
    """Tell whether an item has a name and a figure that enough others have, or figures; `others` counts them by key."""
    kinds = {key[0] for key in keys if key[0] in "^%" and others[key] >= FELLOWS}
    figures = sum(key[0] == "%" and others[key] >= FIGURES for key in keys)
    return len(kinds) == 2 or figures >= FIGURES


def counted(named: Iterable[Mapping[str, str]]) -> Counter[str]:
    """Count the marks among the keys of some items."""
    return Counter(key for keys in named for key in keys if key[0] in "^%")


def _names(text: str, spans: list[tuple[int, int]], days: frozenset[str]) -> set[str]:
    """Return the keys of capitalised words behind a word of their sentence, the last of several in a row."""
    found = set()
    for n, (start, end) in enumerate(spans):
        following = spans[n + 1][0] if n + 1 < len(spans) else -1
        runs_on = following == end + 1 and text[following].isupper()
        within = text[start - 1 : start] in (" ", "'", "’") and text[start - 2 : start - 1].isalpha()
        if text[start].isupper() and within and not runs_on and romanised(text[start:end]) not in days:
            found.add(name_key(text[start:end]))
    return found - {""}


@functools.cache
def _days(language: str) -> frozenset[str]:
    """Return a language's words for weekdays and months, some of which have capitals and are no names."""
    times = load(language).table("times")
    return frozenset(romanised(w) for part in ("weekday", "month") for ws in times.get(part, {}).values() for w in ws)
