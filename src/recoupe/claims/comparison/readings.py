"""The readings of a clock time: the instants it may stand for where its zone or its day is not printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from recoupe.claims.article.ground.seconds import DAY, HOUR, UNDATED, iso_seconds, placed, unsure_by, yearless
from recoupe.claims.article.times.clock_times import LOCAL
from recoupe.claims.comparison.story_clock import StoryClock, home_of, shift
from recoupe.claims.values import Interval
from recoupe.model import Article, Claim
from recoupe.text import instants, zones


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


def printed_zones(claims: Sequence[Claim], articles: Mapping[str, Article], told: Mapping[str, int]) -> list[str]:
    """Return the zones clock times are printed in, and those their outlets count in; without any the story's.

    Those in which most of the story's articles (`told`) print clock times stand first.
    """
    homes = {home_of(articles.get(c.anchor.article)) for c in claims}
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
        return [shift(interval, claim.zone.partition("|")[0])]  # "EST" on no known day: the place's own time
    language = article.language if article else None
    others = (z for z, spoken in story.languages.items() if len(spoken) == 1 and language not in spoken)
    theirs = {*others, "UTC"}  # a bare clock is nobody's GMT
    names = [z for z in printed if z not in theirs]
    home = home_of(article)
    if home:
        names.insert(0, home)
    own = story.own.get(claim.anchor.article)
    if own:
        names.insert(1 if home else 0, own)
    names.extend(_of_its_press(article, interval[0]) if not home else ())
    if claim.zone == LOCAL:  # "8:20 local time": whoever says so counts in another zone
        names = [z for z in names if z not in (home, own)] or names
    options = [*claim.readings, *(shift(interval, name) for name in dict.fromkeys(names))]
    if story.ahead is not None and not home and not own:
        there = interval[0] - story.ahead, interval[1] - story.ahead
        if article is not None and instants.ahead(article.published) == story.ahead:
            return [there]  # a page of the story's place
        options.append(there)  # its press may be of another language
    return list(dict.fromkeys(options)) or [interval]


def _of_its_press(article: Article | None, at: float) -> list[str]:
    """Return the zones the press of an article's language counts in; first those whose clocks show what the stamp of
    its publication shows."""
    if article is None:
        return []
    ahead = instants.ahead(article.published)
    return sorted(zones.of_press(article.language), key=lambda name: at - shift((at, at), name)[0] != ahead)


def before_its_page(options: list[Interval], claim: Claim, article: Article | None) -> list[Interval]:
    """Return the readings of a clock time whose day is not printed, none of what had happened behind its page.

    "The call came at 19:41", on a page of noon, was in a zone that far ahead, or else on the evening before. A page may
    be told further for an hour after its stamp.
    """
    stamps = [s for s in (article.published, article.modified) if s] if article else []
    written = [iso_seconds(s) for s in stamps if "T" in s and not unsure_by(s)]
    if not claim.loose or claim.status == "planned" or len(written) < max(1, len(stamps)):
        return options
    last = max(w for w in written if w is not None)
    over = [(low, high) for low, high in options if not last + HOUR < low <= last + DAY]
    return over or [(low - DAY, high - DAY) for low, high in options]
