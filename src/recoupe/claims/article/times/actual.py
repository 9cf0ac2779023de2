"""Whether a time is one at which something happened: none that only ends it ("until Friday"), none of the page itself,
of what would have been, or of a day after the page.
"""

from __future__ import annotations

from recoupe.claims.article.ground import cues
from recoupe.claims.article.ground.patterns import WHOLE_DAY
from recoupe.claims.article.ground.seconds import DAY, iso_seconds
from recoupe.claims.article.times import day_words, stray
from recoupe.model import Article, Time
from recoupe.text import zones

HYPOTHESIS_REACH = 70
"""Characters between a time and words such as "should have" that are of it."""


def happens(article: Article, time: Time, sentence: tuple[int, int]) -> bool:
    """Tell whether a time may be when something happened: no "until", none of the page itself, no "would have"."""
    if day_words.until(article, time) or stray.clock(article, time) or stray.of_the_archives(article, sentence):
        return False
    start, end = sentence
    might = [c for c in cues.find(article.text[start:end], article.language) if c.key == "hypothesis"]
    return not any(_touches(article.text, time, start + c.start, start + c.end) for c in might)


def _touches(text: str, time: Time, start: int, end: int) -> bool:
    """Tell whether words such as "should have" are of a time: of the first number behind them, or of their clause."""
    if end <= time.start:
        between = text[end : time.start]
        return len(between) <= HYPOTHESIS_REACH and not any(c.isdigit() for c in between)
    between = text[time.end : start]
    return len(between) <= HYPOTHESIS_REACH and not any(c in between for c in ",;:\n")


def still_to_come(article: Article, begin: float, time: Time) -> bool:
    """Tell whether a moment lies on a later day than the article: it was still to come.

    Its clock tells the day, where it is known; else a day more may be that of another zone.
    """
    written = iso_seconds((article.published or article.reference or "")[:10])
    if written is None or begin >= written + 2 * DAY:
        return written is not None
    day = _own_day(time) if article.published is not None else None
    return day is not None and day > written


def _own_day(time: Time) -> float | None:
    """Return the midnight of the day on which a clock time stands as its own clock shows it."""
    if ":" not in time.value or not WHOLE_DAY.match(time.value):
        return None
    seconds = iso_seconds(time.value)
    if seconds is None or not time.value.endswith("Z"):
        return iso_seconds(time.value[:10])
    ahead = zones.ahead(time.zone.partition("|")[0], seconds) if time.zone and time.zone != "UTC" else None
    return (seconds + ahead) // DAY * DAY if ahead is not None else None
