"""Tellings of what the sentences of an article date, as far as no finding holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from recoupe.claims.article.ground.seconds import DAY, HOUR
from recoupe.claims.article.times.dated import Dated
from recoupe.claims.chronology.tellings import Telling
from recoupe.model import Article


def tellings(
    article: Article, found: Iterable[Dated], known: Mapping[tuple[int, int], float], offset: float | None = None
) -> list[Telling]:
    """Return what the sentences of an article date (`found`).

    Times that are `known`, by place with their instant, are not told again. `offset` is what the clocks of its entries
    are from UTC where none of its own tells (`offset_of`). A sentence that tells the hour of a day
    says no more by that day, and one instant on two clocks is told once.
    """
    entries = [d for d in found if d.time.end <= d.whole[0]]
    fresh = [d for d in found if not _settled_elsewhere(d, known)]
    own = offset_of(entries, known)
    fresh = [d for d in fresh if d not in entries] + _of_entries(entries, offset if own is None else own)
    out = []
    instants: set[tuple[int, float]] = set()
    for one in fresh:
        if not one.clock or (one.number, one.begin) in instants:
            continue
        instants.add((one.number, one.begin))
        out.append(Telling(article, *one[3:]))
    for one in fresh:
        start, end = one.whole
        clocks = [begin for (at, _), begin in known.items() if start <= at < end]
        clocks += [begin for number, begin in instants if number == one.number]
        if not one.clock and not any(-DAY < i - one.begin < 2 * DAY for i in clocks):
            out.append(Telling(article, *one[3:]))
    return out


def _settled_elsewhere(one: Dated, known: Mapping[tuple[int, int], float]) -> bool:
    """Tell whether the story settled a time, or another clock of its sentence that shows the same hour in its zone."""
    start, end = one.whole
    return any(
        (low < one.time.end and one.time.start < high)
        or (one.clock and start <= low < end and (begin - one.begin) % DAY == 0)
        for (low, high), begin in known.items()
    )


def offset_of(entries: Iterable[Dated], known: Mapping[tuple[int, int], float]) -> float | None:
    """Return by how many seconds the clocks of a chronicle's entries are behind UTC, as settled instants tell.

    The clock that stamps an update is known by where its sentence begins.
    """
    instants = {start: begin for (start, _), begin in known.items()}
    local = [d for d in entries if d.local and d.time.end <= d.whole[0]]
    offsets = [instants[d.time.start] - d.begin for d in local if d.time.start in instants]
    return Counter(round(o / HOUR * 4) * HOUR / 4 for o in offsets).most_common(1)[0][0] if offsets else None


def _of_entries(entries: Sequence[Dated], offset: float | None) -> list[Dated]:
    """Return the entries of a chronicle in UTC; without an offset those that tell their zone."""
    moved = [d._replace(begin=d.begin + offset, local=False) for d in entries if d.local and offset is not None]
    return [d for d in entries if not d.local] + moved
