"""Lines of one day, without an hour, that tell one thing in the same words: they are one.

    "Twelve officers were indicted on Friday" | "after Friday's indictment of twelve officers"

Words of the story itself, and those of the time, are no sign of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from recoupe.claims.chronology.lines import is_ahead
from recoupe.claims.chronology.tellings import Telling, told_by
from recoupe.claims.chronology.words import words

STEM = 6
"""Letters by which words that belong together begin alike ("indicted", "indictment"); shorter ones say too little."""

ALIKE = 3
"""Words beside the story's own in which two lines tell one thing."""

COPIED = 0.85
"""Share of their words in which two sentences of one day are one."""


def joined(groups: Sequence[list[Telling]], common: Collection[str]) -> list[list[Telling]]:
    """Return the groups of lines, those of one day told alike in the one most tell; `common` are the story's words."""
    known = {word[:STEM] for word in common}
    out: list[list[Telling]] = []
    of_day: dict[tuple[float, bool], list[tuple[frozenset[str], list[Telling]]]] = defaultdict(list)
    for group in sorted(groups, key=lambda g: -len(told_by(g))):
        if group[0].clock:
            out.append(group)
            continue
        there = of_day[group[0].begin, is_ahead(group)]
        said = _said(group) - known
        home = next((line for theirs, line in there if len(said & theirs) >= ALIKE), None)
        if home is not None:
            home.extend(group)
        else:
            there.append((said, group))
            out.append(group)
    return out


def copies(groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    """Return the groups of lines, those of one day whose sentences are one but for a word or two together: a copy that
    was touched up."""
    out: list[list[Telling]] = []
    of_day: dict[float, list[list[Telling]]] = defaultdict(list)
    for group in groups:
        there = of_day[group[0].begin] if not group[0].clock else []
        home = next((line for line in there if _copied(group, line)), None)
        if home is not None:
            home.extend(group)
        else:
            there.append(group)
            out.append(group)
    return out


def _copied(group: Sequence[Telling], other: Sequence[Telling]) -> bool:
    theirs = {words(t) for t in other}
    return any(len(a & b) >= COPIED * max(len(a), len(b)) for a in {words(t) for t in group} for b in theirs)


def _said(group: Sequence[Telling]) -> frozenset[str]:
    """Return how the words begin that a third of the articles of a line use, but for those of its time."""
    told = {(t.article.id, word[:STEM]) for t in group for word in words(t) - _when(t) if len(word) >= STEM}
    spread = Counter(stem for _, stem in told)
    return frozenset(stem for stem, n in spread.items() if 3 * n >= len(told_by(group)))


def _when(telling: Telling) -> frozenset[str]:
    return words(telling._replace(sentence=(telling.time.start, telling.time.end)))


def each_once(groups: Iterable[list[Telling]]) -> list[list[Telling]]:
    """Return lines without those that rest on no other words for a time than lines before them: it is told once when
    something was, however its sentence is read."""
    told: set[tuple[str, int]] = set()
    out = []
    for group in groups:
        words_of_it = {(t.article.id, t.time.start) for t in group if t.time.text}
        if not words_of_it or not words_of_it <= told:
            out.append(group)
        told |= words_of_it
    return out
