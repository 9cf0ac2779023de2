"""The clocks of pages: clock times without a zone that nobody else settles are read by the clock their page counts in.

A bare clock time is settled with the others that tell the same; one that stands alone was read by a place the page
names, which need not be that of its clock. What tells the clock of a page:

    its bare clock times that a page with another clock tells too | "9:30 (0730 GMT)" | the zone it prints once for all
        -> how far its clock is ahead of UTC -> its bare clock times that nobody else settles, read by it

A page that tells nothing of its clock and is stamped by that of the story's place, or names it "local time", is read by
it, where two pages tell that clock and none tells another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.article.ground.seconds import DAY, HOUR
from recoupe.claims.article.times import day_words
from recoupe.claims.article.times.chronicle import FEW
from recoupe.claims.chronology.tellings import Telling
from recoupe.model import Article, Time
from recoupe.text import instants, zones

EAST = 14 * HOUR
"""How far a clock may be ahead of UTC; one further ahead is behind it."""

ROUND = HOUR / 4
"""Minutes to which hours are rounded: 3:10 is none of them, and hardly two things happen at it."""

ZONES = HOUR / 2
"""By how much the clocks of two zones differ at least."""

PAGES = 2
"""Pages that must tell by how much the clocks of the story's place are ahead."""


class _Instant(NamedTuple):
    """An instant as one clock shows it: the tellings of one happening at it with those digits."""

    what: tuple[str, str, str]
    begin: float
    face: float


class Clocks(NamedTuple):
    """How many seconds clocks are ahead of UTC: those of pages, and those of the story's place, None if not known;
    `settled` are the tellings whose bare clock another page settles."""

    pages: Mapping[str, float]
    place: float | None
    settled: frozenset[int]


def clocks_of(tellings: Sequence[Telling]) -> Clocks:
    """Return the clocks that pages count in, and that of the story's place."""
    sure = []
    for group in _at_one_instant(tellings).values():
        for telling in group:
            face = _bare(telling.time)
            if face is not None and any(_settles(other, telling, face) for other in group):
                sure.append((telling, _ahead(face, telling.begin)))
    return _clocks(tellings, sure)


def read_again(tellings: Sequence[Telling], clocks: Clocks) -> list[Telling]:
    """Return tellings whose bare clock times, where nobody else settles them, are read by the clock of their page."""
    shown: dict[_Instant, list[Telling]] = defaultdict(list)
    for (what, begin), group in _at_one_instant(tellings).items():
        for telling in group:
            face = _bare(telling.time)
            if face is not None:
                shown[_Instant(what, begin, face)].append(telling)
    pages: dict[float, set[str]] = defaultdict(set)
    for telling in tellings:
        pages[telling.begin % DAY].add(page_of(telling.article))
    moved: dict[int, float] = {}
    for instant, group in shown.items():
        local = clocks.place is not None and any(map(_of_the_place, group))
        if any(id(t) in clocks.settled for t in group) and not local:
            continue
        if not local and instant.begin % ROUND and pages[instant.begin % DAY] - {page_of(t.article) for t in group}:
            continue  # another page tells that very minute, of whatever, though it may be of another day
        ahead = _of_most(group, clocks)
        if ahead is not None and ahead != _ahead(instant.face, instant.begin):
            moved |= {id(t): instant.begin + _ahead(instant.face, instant.begin) - ahead for t in group}
    return [t._replace(begin=moved[id(t)]) if id(t) in moved else t for t in tellings]


def _at_one_instant(tellings: Sequence[Telling]) -> dict[tuple[tuple[str, str, str], float], list[Telling]]:
    """Return the tellings of each happening at each instant, where a clock tells it."""
    told: dict[tuple[tuple[str, str, str], float], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.clock:
            told[telling.what, telling.begin].append(telling)
    return told


def _settles(other: Telling, telling: Telling, face: float) -> bool:
    """Tell whether another page tells an instant by a clock of its own: one that is printed, or shows other digits."""
    if page_of(other.article) == page_of(telling.article):
        return False
    shows = _bare(other.time)
    return abs(shows - face) >= ZONES if shows is not None else _printed(other.time)


def ahead_of(telling: Telling) -> float | None:
    """Return by how many seconds the clock that tells an instant is ahead of UTC; None where that is not known."""
    zone = telling.time.zone
    if zone == "UTC":
        return None  # of which day it is where it happens, it does not say
    if _printed(telling.time) and zone:
        return _offset(zone, telling.begin)
    face = _bare(telling.time)
    return _ahead(face, telling.begin) if face is not None else None


def in_season(ahead: float, article: Article, seen: float, begin: float) -> float:
    """Return by how many seconds the clock of a page is ahead at `begin` that was `ahead` at the instant `seen`.

    Where the clocks of its outlet were as far ahead then, it goes on and back with them.
    """
    home = _home_of(article)
    return _offset(home, begin) or 0.0 if home is not None and _offset(home, seen) == ahead else ahead


def page_of(article: Article) -> str:
    """Return the id of the page an article stands on: an update's is its live blog's."""
    return article.part_of or article.id


def _bare(time: Time) -> float | None:
    """Return the seconds of the day a clock time shows whose zone is not printed beside it."""
    _, _, clock = time.value.partition("T")
    if not clock[:2].isdigit() or ":" not in clock or clock.endswith("Z") or not time.text:
        return None
    if time.zone_from == "printed" and time.zone != "local":
        return None
    return (int(clock[:2]) * HOUR + int(clock[3:5]) * 60) % DAY


def _printed(time: Time) -> bool:
    return time.zone_from == "printed" and time.zone != "local"


def _ahead(face: float, begin: float) -> float:
    """Return by how many seconds a clock that shows `face` at an instant is ahead of UTC, to the half hour."""
    ahead = (face - begin) % DAY
    return round((ahead - DAY if ahead > EAST else ahead) / HOUR * 2) * HOUR / 2


def _clocks(tellings: Sequence[Telling], sure: Sequence[tuple[Telling, float]]) -> Clocks:
    """Return what pages tell of their clocks; `sure` are bare clock times that others settle, and how far ahead."""
    by_page: dict[str, Counter[float]] = defaultdict(Counter)
    printed: dict[str, set[float]] = defaultdict(set)
    here: dict[float, set[str]] = defaultdict(set)
    beside = [(t, ahead) for t in tellings if (ahead := _beside(t)) is not None]
    for telling, ahead in (*sure, *beside):
        if _of_the_place(telling):
            here[ahead].add(page_of(telling.article))
        else:
            by_page[page_of(telling.article)][ahead] += 1
    for telling, ahead in beside:
        if ahead not in _at_home(telling):
            here[ahead].add(page_of(telling.article))
    for telling in tellings:
        told_here = telling.article.clock_zone == zones.LOCAL
        home = _home(telling) if telling.article.kind == "update" and not told_here else None
        if home is not None:
            by_page[page_of(telling.article)][home] += 1
        told = _printed_once(telling)
        if told is not None:
            printed[page_of(telling.article)].add(told)
    two = set[str]().union(*here.values())  # it tells the place's clock beside its own
    pages = {page: next(iter(its)) for page, its in printed.items() if len(its) == 1 and page not in two}
    pages |= {page: ahead for page, its in by_page.items() if (ahead := _first(its)) is not None}
    place = max(here, key=lambda ahead: (len(here[ahead]), ahead), default=None)
    known = place is not None and len(here[place]) >= PAGES and 2 * len(here[place]) > len(two)
    if place is not None and known:
        at_home = {page_of(t.article) for t in tellings if instants.ahead(t.article.published) == place}
        pages |= dict.fromkeys(at_home - pages.keys(), place)
    return Clocks(pages, place if known else None, frozenset(id(t) for t, _ in sure))


def _beside(telling: Telling) -> float | None:
    """Return how far a bare clock is ahead that stands beside one with its zone: "9:30 (0730 GMT)"."""
    zone = telling.time.zone or ""
    return _offset(zone, telling.begin) if _printed(telling.time) and zone[:1] in ("+", "-") else None


def _at_home(telling: Telling) -> set[float | None]:
    """Return how far the clocks of a page's own readers may be ahead: what stands beside those is another place's."""
    zone = zones.of_outlet(telling.article.url or telling.article.page)
    names = [zone] if zone else zones.of_press(telling.article.language)
    return {_offset(name, telling.begin) for name in names}


def _printed_once(telling: Telling) -> float | None:
    """Return how far the clock of a named zone is ahead: "6:20 p.m. Pacific time"."""
    zone = telling.time.zone or "UTC"
    return _offset(zone, telling.begin) if _printed(telling.time) and zone != "UTC" and zone[0] not in "+-" else None


def _home(telling: Telling) -> float | None:
    """Return how far the clock that stamps the updates of a live blog is ahead of UTC, where its outlet tells."""
    zone = _home_of(telling.article)
    return _offset(zone, telling.begin) if zone else None


def _home_of(article: Article) -> str | None:
    """Return the zone of an article's outlet, of the press of its language where that has few."""
    press = zones.of_press(article.language)
    return zones.of_outlet(article.url or article.page) or (press[0] if len(press) <= FEW else None)


def _offset(zone: str, begin: float) -> float | None:
    return zones.ahead(zone.partition("|")[0], begin)


def _first(counted: Counter[float]) -> float | None:
    """Return what is counted most, None where two things are."""
    ranked = counted.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _of_the_place(telling: Telling) -> bool:
    return telling.time.zone == "local" or day_words.of_the_place(telling.time.text, telling.article.language)


def _of_most(group: Sequence[Telling], clocks: Clocks) -> float | None:
    """Return by how much the clock is ahead by which most pages tell one instant in the same digits."""
    here = [t for t in group if _of_the_place(t)]
    if here:
        return clocks.place
    pages = {page_of(t.article) for t in group}
    known = [clocks.pages[p] for p in pages if p in clocks.pages]
    return _first(Counter(known)) if 2 * len(known) >= len(pages) else None
