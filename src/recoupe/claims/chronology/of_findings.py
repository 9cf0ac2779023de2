"""Tellings of the instants that a story's findings hold: their zone and day were settled with its other articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recoupe.claims.article.facts import naming
from recoupe.claims.article.facts.naming import Naming
from recoupe.claims.article.ground import cues
from recoupe.claims.article.ground.patterns import WHOLE_DAY
from recoupe.claims.article.ground.seconds import DAY, HOUR, iso_seconds, unsure_by
from recoupe.claims.article.times import actual, dated, day_words
from recoupe.claims.article.times.phases import MOVES
from recoupe.claims.chronology.tellings import Telling
from recoupe.model import Annotated, Article, Finding, Support, Time, Value
from recoupe.text.patterns import compiled_by_regex

_TWICE = compiled_by_regex(r"[ .]{1,3}")
"""Between a clock time that a translation left over and the one that counts: "13 heures. 18:54 HAE"."""


def tellings(
    findings: Iterable[Finding],
    articles: Mapping[str, Article],
    mentions: Mapping[str, Annotated],
    named: Mapping[str, Sequence[Naming]],
    ids: Mapping[str, str],
) -> Iterator[Telling]:
    """Yield a telling for each source of an instant: its zone and day were settled with the story's other articles.

    `named` is whom each article names; `ids` gives the entity that a name stands for.
    """
    seen: set[tuple[str, int, str, str]] = set()
    instants = [f for f in findings if f.unit == "instant"]
    held: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, finding in enumerate(instants):
        for support in (s for v in finding.values for s in v.support):
            held[support.article, support.start].add(number)
    for finding in instants:
        about = [part for part in finding.scope.split(", ") if part != "planned"]
        who = ids.get(about[0], about[0]) if finding.attribute in MOVES and about else ""
        event = about[0] if about and not who else ""
        for value, support in ((v, s) for v in finding.values for s in v.support):
            key = (support.article, support.start, finding.attribute, finding.scope.removesuffix(", planned"))
            if key in seen:
                continue
            article = articles[support.article]
            what = event, finding.attribute, who
            telling = _of_support(article, mentions[article.id].times, named[article.id], value, support, what)
            if telling is not None:
                seen.add(key)
                yield telling._replace(findings=frozenset(held[support.article, support.start]))


def _of_support(
    article: Article,
    told: Sequence[Time],
    named: Sequence[Naming],
    value: Value,
    support: Support,
    what: tuple[str, str, str],
) -> Telling | None:
    """Return what a source of an instant tells, None where it is not told when it happened."""
    times = [t for t in told if t.start < support.end and support.start < t.end]
    whole = support.sentence or (support.start, support.end)
    beside = [t for t in told if whole[0] <= t.start < whole[1]]
    begin = _settled(article, beside, times, value)
    if begin is None or not actual.happens(article, times[0], whole):
        return None
    again = _printed_again(told, times[-1], article.text)
    shown = dated.shown(article, whole, (support.start, support.end))
    said = cues.find(article.text[whole[0] : whole[1]], article.language)
    return Telling(
        article=article,
        sentence=(shown[0], max(shown[1], again.end)) if again else shown,
        time=again or times[-1],
        begin=(iso_seconds(again.value) if again else None) or begin,
        clock=True,
        what=what,
        planned=support.status == "planned" or actual.still_to_come(article, begin, times[0]),
        loose=False,
        weekday=day_words.weekday_alone(beside, times[0], article.language),
        guessed=False,
        day_named=day_words.day_printed(article, beside, times[0]),
        dayless=not (article.published or article.reference or WHOLE_DAY.match(times[0].value)),
        telling=any(c.section in ("event", "weak", "phase") for c in said),
        named=support.sentence is not None and any(naming.within(n, whole[0], support.start) for n in named),
        block="paragraph",
        announced=support.status == "planned",
        beside=frozenset(c.key for c in said if c.section == "event"),
    )


def _settled(article: Article, beside: Sequence[Time], times: Sequence[Time], value: Value) -> float | None:
    """Return a value's instant: on the day its own sentence prints, else on that which the story settled."""
    low, high = (iso_seconds(v) if isinstance(v, str) and v.endswith("Z") else None for v in (value.low, value.high))
    if low is None or high is None or not times:
        return None
    begin = (low + high) / 2  # "about half past seven" is shown as half past seven
    first = times[0]
    own = iso_seconds(first.value) if first.value.endswith("Z") else None
    if own is not None and low <= own <= high:
        return own
    if not WHOLE_DAY.match(first.value) or not day_words.day_printed(article, beside, first):
        hours = _just_before(article, begin)
        return begin if hours is None else hours
    if own is None:
        day = iso_seconds(first.value[:10])
        elsewhere = day is not None and abs(begin - day) > 2 * DAY
        return begin + round((day - begin // DAY * DAY) / DAY) * DAY if day is not None and elsewhere else begin
    days = round((own - begin) / DAY)
    return own if days and abs(own - begin - days * DAY) <= max(HOUR, high - low) else begin


def _just_before(article: Article, begin: float) -> float | None:
    """Return a clock time on the day that puts it hours before the update of a live blog that tells it."""
    written = iso_seconds(article.published or "") if "T" in (article.published or "") else None
    if article.kind != "update" or written is None or -unsure_by(article.published or "") <= written - begin <= DAY:
        return None
    return begin + (written - begin) // DAY * DAY


def _printed_again(times: Sequence[Time], time: Time, text: str) -> Time | None:
    """Return the clock with its zone right behind one without: the first is left over from elsewhere."""
    if time.value.endswith("Z"):
        return None
    return next((t for t in times if t.value.endswith("Z") and _TWICE.fullmatch(text[time.end : t.start])), None)
