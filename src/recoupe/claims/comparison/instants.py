"""Clock times of a story made comparable: one zone, one day.

A clock time whose zone is not printed has several readings: in the zones the story's clock times are printed in, in the
zone its outlet counts in, and in those the press of its language does. It takes the reading that fits what others say;
only when none fits can it disagree.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Mapping, Sequence

from recoupe.claims.article.ground.seconds import DAY, HOUR, UNDATED, WEEK, iso_seconds
from recoupe.claims.article.times.clock_times import LOCAL
from recoupe.claims.comparison.readings import before_its_page, printed_zones, readings
from recoupe.claims.comparison.story_clock import StoryClock, home_of
from recoupe.claims.values import Interval, Meeting
from recoupe.model import Article, Claim
from recoupe.text import zones


def settle(claims: Sequence[Claim], articles: Mapping[str, Article], story: StoryClock) -> list[Interval]:
    """Return the interval of each claim, in UTC seconds, chosen among its readings to fit the others."""
    day, lasting = story.day, story.lasting
    printed = printed_zones(claims, articles, story.zones)
    candidates = [
        before_its_page(readings(c, article, printed, story), c, article)
        for c, article in ((c, articles.get(c.anchor.article)) for c in claims)
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
    homes = [home_of(articles.get(c.anchor.article)) for c in claims]
    shifted = [
        [_moved(interval, centre, hours, claim, written) for interval in options]
        for claim, options, written in zip(claims, candidates, zip(own, homes, strict=True), strict=True)
    ]
    if lasting and all(c.loose for c in claims):
        shifted = [_as_told_elsewhere(options, story.sure) for options in shifted]
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
    """Return the chosen readings, one for all clocks of a day that show the same without a zone, or as the place's:
    what most of them took, before it what a clock with its zone tells.
    """
    sure = {i for c, i in zip(claims, chosen, strict=True) if c.zone not in (None, LOCAL) or not c.local}
    by_digits: dict[float, list[int]] = {}
    for number, claim in enumerate(claims):
        if claim.local and claim.zone in (None, LOCAL) and claim.low is not None and claim.low == claim.high:
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


def _published_day(claim: Claim) -> float | None:
    """Return the midnight of the day the claim's article was published, in seconds since 1970."""
    seconds = iso_seconds((claim.as_of or "")[:10])
    return seconds // DAY * DAY if seconds is not None else None


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
    near = _on_that_day(_near(interval, centre, hours, 0 if read else 1), interval, claim) if claim.loose else interval
    if own is None or near == interval:
        return near
    if claim.status == "planned":
        published = iso_seconds(claim.as_of or "") if "T" in (claim.as_of or "") else None
        off = published is not None and near[1] < published <= interval[0]
    else:
        off = near[0] >= own + DAY + WITHIN or _after(near[0], own, claim.zone or home)
    return interval if off else near


def _on_that_day(near: Interval, interval: Interval, claim: Claim) -> Interval:
    """Return a clock time of a named zone on another day, on which its clock shows the same: there summer time may have
    begun."""
    zone = (claim.zone or "").partition("|")[0]
    if near == interval or claim.local or "/" not in zone:
        return near
    before, then = zones.ahead(zone, interval[0]), zones.ahead(zone, near[0])
    off = before - then if before is not None and then is not None else 0.0
    return near[0] + off, near[1] + off


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


def _as_told_elsewhere(options: list[Interval], sure: Sequence[float]) -> list[Interval]:
    """Return the readings of a clock time of no known day; the one alone that on some day is a minute at which another
    article, which names that day, tells whatever happened: hardly two things happen at 16:46."""
    for days in _NEAREST_DAYS:
        moved = [(low + days * DAY, high + days * DAY) for low, high in options]
        told = [o for o in moved if o[0] == o[1] and o[0] % QUARTER and _told_at(sure, o[0])]
        if told:
            return told
    return options


QUARTER = 900.0
"""Seconds: the minutes of round hours and their quarters are those of many things."""


def _told_at(sure: Sequence[float], moment: float) -> bool:
    at = bisect.bisect_left(sure, moment)
    return at < len(sure) and sure[at] == moment


_NEAREST_DAYS = sorted(range(-WEEK, WEEK + 1), key=lambda n: (abs(n), n))


def _told_near(hours: Sequence[float], middle: float) -> bool:
    at = bisect.bisect_left(hours, middle - THAT_HOUR)
    return at < len(hours) and hours[at] <= middle + THAT_HOUR
