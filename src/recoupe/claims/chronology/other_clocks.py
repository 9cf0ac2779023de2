"""Clock times of which no table knows what happened then: "the signals were switched to red at 6:50".

They are claims of `UNTOLD`, which compare with nothing; a line of the timeline needs no more than a sentence that tells
what happened, and an instant:

    printed with its zone   -> that instant
    bare                    -> by the clock of its page, as the instants that the story settled tell it
                            -> else by the clock of the place or outlet it was read by, where a page of the story tells
                               that the story is told by such a clock

On the day that stands beside it, else on the day it was read on where that is the last on which it can have been when
its page was written, else on that of its page's other instants where they are of one, else on that to which the days
of the story move it (`page_days`).
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from recoupe.claims.article.ground import cues, quoted
from recoupe.claims.article.ground.seconds import DAY, UNDATED, iso_seconds, unsure_by, yearless
from recoupe.claims.article.times import actual, day_words, verbs
from recoupe.claims.article.times.clock_times import NIGHT
from recoupe.claims.article.times.moments import UNTOLD
from recoupe.claims.chronology.page_clocks import ROUND, ahead_of, in_season, page_of
from recoupe.claims.chronology.story_days import FURTHER
from recoupe.claims.chronology.tellings import Telling
from recoupe.model import Annotated, Article, Claim, Time
from recoupe.text import zones

BESIDE = 6
"""Characters between a clock time and the day that it is of."""

NEIGHBOURS = 6
"""Times on either side of a clock time that may tell its day or be one span with it: in a table there are thousands."""

PARAGRAPH = 12
"""Times before a clock time among which its paragraph tells its day."""

LINK = 6
"""Characters between two times that are one span of time."""

PHASE = "clock"
"""What is told of such an instant: nothing but that it was."""


def tellings(
    claims: Mapping[str, Sequence[Claim]],
    articles: Sequence[Article],
    mentions: Mapping[str, Annotated],
    settled: Sequence[Telling],
) -> list[Telling]:
    """Return what the articles tell at instants that are not `settled`; `claims` are those of each, by its id."""
    clocks = _Clocks(settled)
    known = {(t.article.id, t.time.start) for t in settled}
    out: list[Telling] = []
    unread: list[tuple[Article, Claim, Time, list[Time]]] = []
    for article in articles:
        found = mentions.get(article.id, Annotated())
        said = quoted.spans(found.quotes)
        starts = [t.start for t in found.times]
        times = dict(zip(starts, found.times, strict=True))
        for claim in claims.get(article.id, ()):
            time = times.get(claim.anchor.start)
            if time is None or (article.id, time.start) in known or not _happened(article, claim, time):
                continue
            if quoted.holds(said, time.start):
                continue
            at = bisect.bisect_left(starts, time.start)
            near = found.times[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
            if any(_of_one_span(article.text, time, t) or _told_again(article, time, t) for t in near):
                continue
            beside = [t for t in near if claim.sentence[0] <= t.start < claim.sentence[1]]
            instant = clocks.instant(article, claim, time, beside, found.times[max(0, at - PARAGRAPH) : at])
            if instant is not None:
                out.append(_telling(article, claim, time, instant, beside))
            elif claim.local:
                unread.append((article, claim, time, beside))
    told = {t.begin for t in (*settled, *out)}
    for article, claim, time, beside in unread:
        met = _met(article, claim, told)
        if met is not None:
            out.append(_telling(article, claim, time, (met, True), beside))
    return out


def _met(article: Article, claim: Claim, told: Collection[float]) -> float | None:
    """Return the one instant that others tell which a clock of no known page shows in a zone of its language's press.

    It is of a minute that is none of the quarters', at which hardly two things happen.
    """
    assert claim.low is not None
    assert claim.high is not None
    shown = (claim.low + claim.high) / 2
    ahead = (zones.ahead(zone, shown) for zone in zones.of_press(article.language))
    met = {shown - a for a in ahead if a is not None and shown % ROUND and shown - a in told}
    return met.pop() if len(met) == 1 else None


def settled(tellings: Sequence[Telling]) -> list[Telling]:
    """Return tellings without those whose day nobody told (`guessed`), each of such a clock under its own minute."""
    out = []
    for telling in tellings:
        if telling.what[:2] == ("", PHASE):
            minute = str(int(telling.begin // 60))
            if telling.guessed and minute == telling.what[2]:
                continue
            telling = telling._replace(what=("", PHASE, minute))
        out.append(telling)
    return out


def _happened(article: Article, claim: Claim, time: Time) -> bool:
    """Tell whether a clock time of a known day is told as that of what has happened."""
    if claim.attribute != UNTOLD or claim.low is None or claim.low < UNDATED:
        return False
    if claim.status != "stated" and not (claim.status == "planned" and _before_the_plan(article, claim, time)):
        return False
    told = verbs.past(article, time) or day_words.since(article, time)  # "is closed since 2 p.m.": it was closed then
    return told and actual.happens(article, time, claim.sentence)


def of_a_rule(telling: Telling, times: Sequence[Time]) -> bool:
    """Tell whether a clock time tells from when to when something is forbidden each night, not when it happened."""
    if not telling.clock or (telling.what[0] != "curfew" and telling.what[1] != UNTOLD):
        return False
    at = bisect.bisect_left(times, telling.time.start, key=lambda t: t.start)
    near = times[max(0, at - 1) : at + 2]
    hours = (t for t in near if ":" in t.value or t.value.startswith("PT"))  # "22 heures" may be so many
    return any(_of_one_span(telling.article.text, telling.time, t) for t in hours)


def _of_one_span(text: str, time: Time, other: Time) -> bool:
    """Tell whether a clock time begins or ends what lasts: "from noon on Thursday to 2 p.m."."""
    first, second = (time, other) if time.start < other.start else (other, time)
    gap = text[first.end : second.start]
    linked = any(c.isalpha() or c in "-–" for c in gap) and not any(c in ".,;:!?" for c in gap)
    return first.start != second.start and len(gap) <= LINK and linked


def _told_again(article: Article, time: Time, other: Time) -> bool:
    """Tell whether a bare clock time stands before the same with its zone: "at 2:40 a.m. (2340 GMT)"."""
    zoned = other.value.endswith("Z") and ":" in other.value and not time.value.endswith("Z")
    return zoned and article.text[time.end : other.start].strip() == "("


def _before_the_plan(article: Article, claim: Claim, time: Time) -> bool:
    """Tell whether what is planned is told behind a clock time: "was suspended at 17:00 and will resume tomorrow"."""
    before = article.text[claim.sentence[0] : time.start]
    written = iso_seconds(article.published or "")
    ahead = any((c.section, c.key) == ("status", "plan") for c in cues.find(before, article.language))
    return not ahead and written is not None and (claim.low or 0.0) < written + unsure_by(article.published or "")


class _Clocks:
    """By how many seconds the clocks of pages are ahead of UTC, and the days they stand on, as settled instants tell.

    A page whose instants are all printed with one zone counts in that.
    """

    def __init__(self, settled: Sequence[Telling]) -> None:
        bare: dict[str, Counter[float]] = defaultdict(Counter)
        printed: dict[str, set[float]] = defaultdict(set)
        self._seen: dict[str, float] = {}
        place: Counter[float] = Counter()
        self._days: dict[str, set[float]] = defaultdict(set)
        for telling in settled:
            ahead, page = ahead_of(telling), page_of(telling.article)
            if ahead is None:
                continue
            if day_words.of_the_place(telling.time.text, telling.article.language):
                place[ahead] += 1
            self._seen.setdefault(page, telling.begin)
            if telling.day_named:
                self._days[page].add((telling.begin + ahead) // DAY)
            if telling.time.zone_from == "printed":
                if not telling.article.text[: telling.time.start].endswith("("):  # in brackets it is its readers' own
                    printed[page].add(ahead)
            else:
                bare[page][ahead] += 1
        self._pages = {page: next(iter(its)) for page, its in printed.items() if len(its) == 1}
        self._pages |= {page: its.most_common(1)[0][0] for page, its in bare.items()}
        self._place = min(place, key=lambda a: (-place[a], a), default=None)
        self._printing = {page for page, its in printed.items() if its}
        self._story = {ahead for its in bare.values() for ahead in its}.union(*printed.values())
        years = Counter(dt.datetime.fromtimestamp(t.begin, tz=dt.UTC).year for t in settled)
        self._year = min(years, key=lambda y: (-years[y], y), default=None)

    def _in_year(self, begin: float) -> float | None:
        """Return an instant whose day is printed without a year in that of the story, None where it is not known."""
        if not yearless(begin):
            return begin
        try:
            moment = dt.datetime.fromtimestamp(begin, tz=dt.UTC)
            return moment.replace(year=self._year).timestamp() if self._year is not None else None
        except ValueError:  # 29 February
            return None

    def instant(
        self, article: Article, claim: Claim, time: Time, beside: Sequence[Time], before: Sequence[Time]
    ) -> tuple[float, bool] | None:
        """Return the instant of a clock time in seconds since 1970, and whether its day is sure.

        None where its clock is not known.
        """
        assert claim.low is not None
        assert claim.high is not None
        begin = self._in_year((claim.low + claim.high) / 2)
        if begin is None:
            return None
        exact = iso_seconds(time.value) if not claim.local else None
        if exact is not None:
            begin += round((exact - begin) / DAY) * DAY  # on the day it was read on, whatever stands before it
        page = self._pages.get(page_of(article))
        if page is not None:
            page = in_season(page, article, self._seen[page_of(article)], begin)
        ahead = page
        local = day_words.of_the_place(time.text, article.language)
        if claim.local and local:  # "local time" is not the clock in which a page tells all else
            ahead = self._place if self._place is not None or page_of(article) in self._printing else page
        if claim.local and ahead is None and time.zone and time.zone != "local":
            read = zones.ahead(time.zone.partition("|")[0], begin)
            known = time.zone_from == "printed" or (time.zone_from == "outlet" and not local)
            ahead = read if known or (read in self._story and not local) else None
        if claim.local and ahead is None:
            return None
        begin -= (ahead or 0.0) if claim.local else 0.0
        shown = begin + (ahead or 0.0)
        day = _day_beside(article, time, beside)
        if day is None and day_words.own_day(time.text, article.language):
            return begin, True
        days = self._days.get(page_of(article), set()) if article.kind != "update" else set()
        if day is None and len(days) == 1 and not _just_before(article, begin):
            day = next(iter(days))
        if day is not None:
            begin += (day - shown // DAY) * DAY
        return begin, day is not None or _just_before(article, begin) or _told_before(article, time, before)


def _told_before(article: Article, time: Time, before: Sequence[Time]) -> bool:
    """Tell whether a clock time of its paragraph names the day before its page's on which this one was read.

    "It began on 3 May at 21:40 and ended at 21:52. The doors were opened at 22:05."
    """
    written = (article.published or article.reference or "")[:10]
    line = article.text.rfind("\n", 0, time.start)
    named = (
        t.value[:10]
        for t in before
        if t.start > line and ":" in t.value and day_words.own_day(t.text, article.language)
    )
    return (not written or time.value[:10] < written) and time.value[:10] in named


def _just_before(article: Article, begin: float) -> bool:
    """Tell whether an instant is the last of its hour before its page was written: else its day is not known."""
    written = iso_seconds(article.published or "")
    if written is None:
        return False
    if "T" not in (article.published or ""):
        return written <= begin < written + DAY
    unsure = max(FURTHER, unsure_by(article.published or "")) if article.kind != "update" else 0.0
    return -unsure <= written - begin < DAY or (article.kind == "update" and abs(written - begin) < DAY)


def _day_beside(article: Article, time: Time, beside: Sequence[Time]) -> float | None:
    """Return the day (days since 1970) that stands right beside a clock time: "On Thursday, at 10:20".

    Beside "the night of 10 to 11 October" it is that on which the clock time was read.
    """
    for day in beside:
        gap = article.text[day.end : time.start] if day.end <= time.start else article.text[time.end : day.start]
        whole = day.type == "DATE" and len(day.value) == len("2031-05-06")
        night = day.value.endswith(NIGHT) and day_words.own_day(day.text, article.language)
        told = iso_seconds(day.value if whole else time.value[:10]) if whole or night else None
        if told is not None and len(gap) <= BESIDE and not any(c in gap for c in ".;:!?\n"):
            return told // DAY
    return None


def _telling(
    article: Article, claim: Claim, time: Time, instant: tuple[float, bool], beside: Sequence[Time]
) -> Telling:
    begin, sure = instant
    return Telling(
        article=article,
        sentence=claim.sentence,
        time=time,
        begin=begin,
        clock=True,
        what=("", PHASE, str(int(begin // 60))),  # two such are one where they are told of one minute
        planned=False,
        loose=claim.loose,
        weekday=any(day_words.of_a_weekday(t.text, article.language) for t in beside),
        guessed=not sure,
        day_named=day_words.own_day(time.text, article.language) or _day_beside(article, time, beside) is not None,
        dayless=False,
        telling=True,
        named=False,
        block="paragraph",
        announced=False,
        beside=frozenset(),
    )
