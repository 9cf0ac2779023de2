"""Clock times of a story made comparable: one zone, one day.

A clock time whose zone is not printed has several readings: in the zones the story's clock times are printed in, in the
zone its outlet counts in, and in those the press of its language does. It takes the reading that fits what others say;
only when none fits can it disagree.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.article import day_words
from recoupe.claims.article import scope as scopes
from recoupe.claims.article.moments import LOCAL, UNTOLD
from recoupe.claims.article.seconds import (
    DAY,
    HOUR,
    UNDATED,
    WEEK,
    iso_seconds,
    on_several_days,
    placed,
    unsure_by,
    yearless,
)
from recoupe.claims.values import Interval, Meeting
from recoupe.model import Article, Claim
from recoupe.text import zones
from recoupe.text.patterns import compiled_by_regex

BESIDE = frozenset(("announcement", "trading_halt", "branches"))
"""Events that may be on another day than the story's own."""


def story_day(claims: Sequence[Claim]) -> float | None:
    """Return the day most clock times of a story stand on (seconds of its midnight), None without any.

    What is to come counts only where nothing else does, and so does a day of no known year.
    """
    dated = [c for c in claims if c.unit in ("instant", "day") and c.low and c.low >= UNDATED and c.attribute != UNTOLD]
    for kept in (_own, _of_a_year, _done):
        dated = [c for c in dated if kept(c)] or dated
    days = Counter(c.low // DAY * DAY for c in dated if c.low)
    return min(days, key=lambda d: (-days[d], d)) if days else None


def _own(claim: Claim) -> bool:
    return scopes.key(claim.scope, "event") not in BESIDE


def _of_a_year(claim: Claim) -> bool:
    return claim.low is not None and not yearless(claim.low)


def _done(claim: Claim) -> bool:
    return claim.status != "planned"


class StoryClock(NamedTuple):
    """The story's day (seconds of its midnight, None without any), whether it has several, the zones its clock times
    are printed in, with the number of articles that print them, those of most first, and their languages; `ahead` is
    by how many seconds the clocks of its place are ahead of UTC, None where no page tells; `own` the zone in
    which an article tells its bare clocks, as far as it prints one, by its id."""

    day: float | None
    lasting: bool
    zones: Mapping[str, int]
    languages: Mapping[str, frozenset[str | None]]
    ahead: float | None = None
    own: Mapping[str, str] = {}


def story_clock(claims: Sequence[Claim], articles: Mapping[str, Article]) -> StoryClock:
    """Return when a story happens and by which clocks it is told."""
    day = story_day(claims)
    printing = {(c.zone, c.anchor.article) for c in claims if c.zone and c.zone != LOCAL}
    told = Counter(z for z, _ in printing)
    languages: dict[str, set[str | None]] = {}
    for zone, article in printing:
        if article in articles:
            languages.setdefault(zone, set()).add(articles[article].language)
    zones_of = dict(sorted(told.items(), key=lambda item: (-item[1], item[0])))
    spoken = {z: frozenset(its) for z, its in languages.items()}
    own = _told_in(printing)
    return StoryClock(day, _lasts(claims, day), zones_of, spoken, _ahead(claims, articles), own)


def _told_in(printing: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the zone in which each article tells its bare clocks, by its id, of all (zone, article) printed.

    "(Brasília time)" is told once, at the first clock; where a bare clock stands beside another zone's ("11 a.m., 8
    a.m. UK time"), what it tells of its zone is of all bare clocks.
    """
    printed: dict[str, set[str]] = {}
    for zone, article in printing:
        printed.setdefault(article, set()).add(zone)
    out = {}
    for article, its in printed.items():
        own = {z for z in its if _FIXED.fullmatch(z)} or {z for z in its if "/" in z}
        if len(own) == 1:
            out[article] = own.pop()
    return out


_FIXED = compiled_by_regex(r"([+-])(\d\d):(\d\d)")


def _ahead(claims: Sequence[Claim], articles: Mapping[str, Article]) -> float | None:
    """Return by how many seconds the clocks of a story's place are ahead of UTC, as bare clocks printed beside another
    zone's tell in most articles that print such pairs, two at least, or one that calls its bare clock local.

    What may be the readers' own zone says nothing of the place.
    """
    told: dict[float, set[str]] = {}
    local: set[float] = set()
    for claim in claims:
        article, ahead = articles.get(claim.anchor.article), _fixed(claim.zone)
        if ahead is not None and article and day_words.of_the_place(claim.display, article.language):
            local.add(ahead)
        if ahead is not None and (ahead in local or ahead not in _own_zones(claim, article)):
            told.setdefault(ahead, set()).add(claim.anchor.article)
    best = max(told, key=lambda a: (len(told[a]), a), default=None)
    every = set[str]().union(*told.values())
    sure = best is not None and (len(told[best]) >= 2 or best in local)
    return best if sure and best is not None and 2 * len(told[best]) > len(every) else None


def _fixed(zone: str | None) -> float | None:
    """Return by how many seconds a zone told by its offset ("-04:00") is ahead of UTC, None for any other."""
    fixed = _FIXED.fullmatch(zone or "")
    return float(fixed[1] + str(int(fixed[2]) * 3600 + int(fixed[3]) * 60)) if fixed else None


def _own_zones(claim: Claim, article: Article | None) -> set[float]:
    """Return by how much the clocks of an article's own readers may be ahead of UTC at a claim's time."""
    home = _home(article)
    names = [home] if home else zones.of_press(article.language if article else None)
    at = claim.low or 0.0
    return {at - _shift((at, at), name)[0] for name in names}


def _lasts(claims: Sequence[Claim], day: float | None) -> bool:
    """Tell whether a story's clock times stand on other days than its own, as far as its pages print their days."""
    clocks = (c for c in claims if c.unit == "instant" and c.attribute != UNTOLD and not c.loose)
    return on_several_days((c.low for c in clocks if c.low), day)


def in_year(claim: Claim, day: float | None) -> Interval:
    """Return the interval of a day; one printed without a year, on a page without a date, is of the story's year."""
    assert claim.low is not None
    assert claim.high is not None
    if not yearless(claim.low) or day is None:
        return claim.low, claim.high
    year = dt.datetime.fromtimestamp(day, tz=dt.UTC).year
    printed = dt.datetime.fromtimestamp(claim.low, tz=dt.UTC)
    try:
        low = printed.replace(year=year).timestamp()
    except ValueError:  # 29 February
        low = claim.low
    return low, low + claim.high - claim.low


def settle(claims: Sequence[Claim], articles: Mapping[str, Article], story: StoryClock) -> list[Interval]:
    """Return the interval of each claim, in UTC seconds, chosen among its readings to fit the others."""
    day, lasting = story.day, story.lasting
    printed = printed_zones(claims, articles, story.zones)
    candidates = [
        _before_its_page(readings(c, articles.get(c.anchor.article), printed, story), c, articles) for c in claims
    ]
    # a day that is not the article's own was read from the words; the article's own may be a mere default
    own = [_published_day(c) for c in claims]
    read = [c[0] for c, day_ in zip(candidates, own, strict=True) if c[0][0] // DAY * DAY != day_]
    firm = (
        [c[0] for c, claim in zip(candidates, claims, strict=True) if not claim.loose]
        or ([] if _against_the_story(read, candidates, day) else read)
        or [c[0] for c in candidates if len(c) == 1]
        or [c[0] for c in candidates]
    )
    centre = _centre(firm)
    if day is not None and not lasting and all(c.loose for c in claims) and abs(centre - (day + DAY / 2)) > WITHIN:
        # no clock has its day beside it: the story's day is a better guess than one carried over from elsewhere
        centre = day + DAY / 2
    hours = sorted({(low + high) / 2 for low, high in firm}) if lasting else []
    homes = [_home(articles.get(c.anchor.article)) for c in claims]
    shifted = [
        [_moved(interval, centre, hours, claim, written) for interval in options]
        for claim, options, written in zip(claims, candidates, zip(own, homes, strict=True), strict=True)
    ]
    held = Meeting(options[0] for options in shifted if len(options) == 1)
    showing = [_digits(c) for c in claims]
    others = _Others(shifted, showing)
    out: list[Interval] = []
    for options, shown in zip(shifted, showing, strict=True):
        fitting = [o for o in options if any(held.met(o))]
        if not fitting and len(options) > 1:
            fitting = [o for o in options if others.tell(o, options, shown)]
        out.append((fitting or options)[0])
        held.add(out[-1])
    return _alike(claims, out)


class _Others:
    """The readings of clocks whose zone is not printed, and what each of these clocks shows."""

    def __init__(self, readings: Sequence[Sequence[Interval]], showing: Sequence[float | None]) -> None:
        both = list(zip(readings, showing, strict=True))
        self._alike = Counter((o, shown) for options, shown in both for o in set(options))
        self._first = Counter((options[0], shown) for options, shown in both)
        self._likeliest = Counter(options[0] for options, _ in both)
        self._all = Meeting(o for o, _ in self._alike)

    def tell(self, option: Interval, options: Sequence[Interval], shown: float | None) -> bool:
        """Tell whether a clock that shows the same has a reading that meets `option`, or another its likeliest.

        What two clocks that show other digits take in second readings alone is chance.
        """
        return any(
            self._alike[met, shown] > (met in options) or self._likeliest[met] > self._first[met, shown]
            for met in self._all.met(option)
        )


def _digits(claim: Claim) -> float | None:
    """Return what a clock shows, in seconds of its day; None where it is told in UTC already."""
    return claim.low % DAY if claim.local and claim.low is not None else None


def _against_the_story(read: Sequence[Interval], candidates: Sequence[Sequence[Interval]], day: float | None) -> bool:
    """Tell whether days read from words are not the story's where its other clocks, which most are, stand on it."""
    if day is None or 2 * len(read) >= len(candidates):
        return False
    return not _on(_centre(read), day) and _on(_centre([c[0] for c in candidates]), day)


def _on(moment: float, day: float) -> bool:
    return abs(moment - (day + DAY / 2)) <= WITHIN


def _alike(claims: Sequence[Claim], chosen: list[Interval]) -> list[Interval]:
    """Return the chosen readings, one for all clocks of a day without a zone that show the same: what most of them
    took, before it what a clock with its zone tells.
    """
    sure = {i for c, i in zip(claims, chosen, strict=True) if c.zone or not c.local}
    by_digits: dict[float, list[int]] = {}
    for number, claim in enumerate(claims):
        if claim.local and not claim.zone and claim.low is not None and claim.low == claim.high:
            by_digits.setdefault(claim.low % DAY, []).append(number)
    out = list(chosen)
    for numbers in by_digits.values():
        taken = Counter(chosen[n] for n in numbers)
        if len(taken) < 2:
            continue
        best = min(taken, key=lambda i: (i not in sure, -taken[i], i))
        for n in numbers:
            out[n] = best if abs(chosen[n][0] - best[0]) < DAY else chosen[n]
    return out


def printed_zones(claims: Sequence[Claim], articles: Mapping[str, Article], told: Mapping[str, int]) -> list[str]:
    """Return the zones clock times are printed in, and those their outlets count in; without any the story's.

    Those in which most of the story's articles (`told`) print clock times stand first.
    """
    homes = {_home(articles.get(c.anchor.article)) for c in claims}
    named = {z for z in (*(c.zone for c in claims), *homes) if z and z != LOCAL}
    here = sorted(named, key=lambda z: (-told.get(z, 0), z))
    return here or [zone for zone, tellers in told.items() if tellers > 1]


def readings(claim: Claim, article: Article | None, printed: Sequence[str], story: StoryClock) -> list[Interval]:
    """Return the intervals a clock time may stand for, in UTC seconds, the likeliest first.

    `printed` are the zones that the story's clock times are told in. One that only pages of another language print is
    their readers' own.
    """
    day = story.day
    assert claim.low is not None
    assert claim.high is not None
    interval = claim.low, claim.high
    if 0 <= claim.low < UNDATED and day is not None and not yearless(day):  # on a page without any date
        since = placed(claim.low, day)
        interval = interval[0] + since, interval[1] + since
    elif yearless(claim.low):
        interval = in_year(claim, day)
    if not claim.local:
        return [interval, *claim.readings]
    if claim.zone == LOCAL and story.ahead is not None:
        return [(interval[0] - story.ahead, interval[1] - story.ahead)]
    if claim.zone == LOCAL and claim.readings:
        return list(claim.readings)
    if claim.zone and claim.zone != LOCAL:
        return [_shift(interval, claim.zone.partition("|")[0])]  # "EST" on no known day: the place's own time
    language = article.language if article else None
    others = (z for z, spoken in story.languages.items() if len(spoken) == 1 and language not in spoken)
    theirs = {*others, "UTC"}  # a bare clock is nobody's GMT
    names = [z for z in printed if z not in theirs]
    home = _home(article)
    if home:
        names.insert(0, home)
    own = story.own.get(claim.anchor.article)
    if own:
        names.insert(1 if home else 0, own)
    names.extend(_of_its_press(article, interval[0]) if not home else ())
    if claim.zone == LOCAL:  # "8:20 local time": whoever says so counts in another zone
        names = [z for z in names if z not in (home, own)] or names
    options = [*claim.readings, *(_shift(interval, name) for name in dict.fromkeys(names))]
    if story.ahead is not None and not home and not own:
        there = interval[0] - story.ahead, interval[1] - story.ahead
        if article is not None and _fixed((article.published or "")[-6:]) == story.ahead:
            return [there]  # a page of the story's place
        options.append(there)  # its press may be of another language
    return list(dict.fromkeys(options)) or [interval]


def _of_its_press(article: Article | None, at: float) -> list[str]:
    """Return the zones the press of an article's language counts in; first those whose clocks show what the stamp of
    its publication shows."""
    if article is None:
        return []
    ahead = _fixed((article.published or "")[-6:])
    return sorted(zones.of_press(article.language), key=lambda name: at - _shift((at, at), name)[0] != ahead)


def _before_its_page(options: list[Interval], claim: Claim, articles: Mapping[str, Article]) -> list[Interval]:
    """Return the readings of a clock time whose day is not printed, none of what had happened behind its page.

    "The call came at 19:41", on a page of noon, was in a zone that far ahead, or else on the evening before. A page may
    be told further for an hour after its stamp.
    """
    article = articles.get(claim.anchor.article)
    stamps = [s for s in (article.published, article.modified) if s] if article else []
    written = [iso_seconds(s) for s in stamps if "T" in s and not unsure_by(s)]
    if not claim.loose or claim.status == "planned" or len(written) < max(1, len(stamps)):
        return options
    last = max(w for w in written if w is not None)
    over = [(low, high) for low, high in options if not last + HOUR < low <= last + DAY]
    return over or [(low - DAY, high - DAY) for low, high in options]


def _published_day(claim: Claim) -> float | None:
    """Return the midnight of the day the claim's article was published, in seconds since 1970."""
    seconds = iso_seconds((claim.as_of or "")[:10])
    return seconds // DAY * DAY if seconds is not None else None


def _home(article: Article | None) -> str | None:
    """Return the zone an article's outlet counts in, None where that is not known."""
    return zones.of_outlet(article.url or article.page) if article else None


def _shift(interval: Interval, name: str) -> Interval:
    local = dt.datetime.fromtimestamp(interval[0], tz=dt.UTC).replace(tzinfo=None)
    if 0 <= interval[0] < UNDATED:
        local = local.replace(year=NOWADAYS)  # the clocks of 1970 went by other rules
    instant = zones.to_utc(local, name)
    offset = (instant - local.replace(tzinfo=dt.UTC)).total_seconds() if instant else 0.0
    return interval[0] + offset, interval[1] + offset


NOWADAYS = 2024
"""A year by whose rules clock times of no known day are read."""


def _centre(intervals: Sequence[Interval]) -> float:
    middles = sorted((a + b) / 2 for a, b in intervals)
    return middles[len(middles) // 2] if middles else 0.0


THAT_HOUR = 1.25 * HOUR
"""How near a clock time must be to another, but for the day, to be of its hour; a zone may have been mistaken."""

WITHIN = 0.75 * DAY
"""Seconds from the middle of a day, told in UTC, that are still of that day somewhere."""


def _moved(
    interval: Interval, centre: float, hours: Sequence[float], claim: Claim, written: tuple[float | None, str | None]
) -> Interval:
    """Return a clock time on the day of the others where its own is not printed.

    `written` is the day of its article, and the zone its outlet counts in. What has happened is not put on a day after
    its article's, what was to come when it was published not before.
    """
    own, home = written
    read = claim.low is not None and claim.low >= UNDATED and claim.low // DAY * DAY != own  # a sentence tells its day
    near = _near(interval, centre, hours, 0 if read else 1) if claim.loose else interval
    if own is None or near == interval:
        return near
    if claim.status == "planned":
        published = iso_seconds(claim.as_of or "") if "T" in (claim.as_of or "") else None
        off = published is not None and near[1] < published <= interval[0]
    else:
        off = near[0] >= own + DAY + WITHIN or _after(near[0], own, claim.zone or home)
    return interval if off else near


def _after(moment: float, own: float, zone: str | None) -> bool:
    """Tell whether a clock time is of a day after its article's where its clock hangs, or where that was written."""
    ahead = zones.ahead(zone.partition("|")[0], moment) if zone and zone not in (LOCAL, "UTC") else None
    return ahead is not None and moment + ahead >= own + DAY


def _near(interval: Interval, centre: float, hours: Sequence[float], freely: int) -> Interval:
    """Move a clock time whose day is not printed to the day that brings it nearest to the others.

    By a week at most (a weekday read the wrong way); an event further away is another event, one nearby stays. In a
    story of several days by more than `freely` days only to the day on which others tell that very hour: `hours`, in
    order.
    """
    middle = (interval[0] + interval[1]) / 2
    if abs(centre - middle) <= WITHIN:
        return interval
    days = round((centre - middle) / DAY)
    if hours and abs(days) > freely:
        days = next((n for n in _NEAREST_DAYS if _told_near(hours, middle + n * DAY)), 0)
    return (interval[0] + days * DAY, interval[1] + days * DAY) if abs(days) <= WEEK else interval


_NEAREST_DAYS = sorted(range(-WEEK, WEEK + 1), key=lambda n: (abs(n), n))


def _told_near(hours: Sequence[float], middle: float) -> bool:
    at = bisect.bisect_left(hours, middle - THAT_HOUR)
    return at < len(hours) and hours[at] <= middle + THAT_HOUR
