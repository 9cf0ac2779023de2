"""What happened when: one line an event, however many articles tell it, in the order things happened.

    sentences with a day or an instant and the event it is of -> tellings
        -> tellings of one event and phase on one day (within half an hour, for clock times) -> a line with its sources

Left out: days that only date a statement, days long before the story that one article alone recalls, lines without an
event. Planned is what is still to come for every article that tells it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

import regex

from recoupe.claims import scene, scope
from recoupe.claims.moments import DAY, HOUR, MOVES, POINT_EVENTS, iso_seconds, phase_and_event
from recoupe.claims.scene import Scene, Sentence, nearest
from recoupe.model import Annotated, Article, Support, Time, TimelineEvent
from recoupe.text import anchors

Independent = Callable[[Collection[str]], tuple[int, int]]

BACKGROUND = 45 * DAY
"""What lies further back than this before the story's day is background: kept only where two articles recall it."""

LINES = 60
"""The most lines of a timeline: those of most articles, clock times before days."""

SAME = HOUR / 6
"""Clock times further apart than this are two lines: what is disputed is not settled by a timeline."""

NEAR = HOUR / 2
"""How near to another telling's a clock time must be to take its day."""

REACH = 70
"""A day further than this from the event it is to date (characters and what separates them) dates something else."""

WORDS = 5

_DAY = regex.compile(r"^\d{4}-\d{2}-\d{2}(?:T|$)")
_WORD = regex.compile(r"\p{L}+", regex.V1)


class Telling(NamedTuple):
    """A sentence of an article that dates an event: `begin` in seconds, `clock` when it is an instant."""

    article: Article
    sentence: tuple[int, int]
    time: Time
    begin: float
    clock: bool
    what: tuple[str, str, str]  # event, phase, who
    planned: bool
    loose: bool  # a clock time whose day is only that of its article


def timeline(
    articles: Sequence[Article],
    mentions_by_article: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    independent: Independent,
) -> list[TimelineEvent]:
    """Return the dated events of a story, in order of when they happened (or are to happen)."""
    tellings: list[Telling] = []
    for article in sorted(articles, key=lambda a: a.id):
        mentions = mentions_by_article.get(article.id)
        if mentions is not None and mentions.times:
            tellings.extend(_tellings(scene.build(article, mentions, entities.get(article.id, {}))))
    groups = _merged(_on_their_day(tellings))
    centre = _centre(tellings)
    kept = [g for g in groups if _matters(g, centre)]
    languages = Counter(a.language for a in articles)
    chosen = sorted(kept, key=lambda g: (-len({t.article.id for t in g}), not g[0].clock, g[0].begin))[:LINES]
    lines = [_line(g, languages, independent) for g in chosen]
    return sorted(lines, key=lambda e: (e.begin[:10], len(e.begin) > 10, e.begin, e.what))


def _tellings(ground: Scene) -> list[Telling]:
    out = []
    for sentence in ground.sentences:
        if (
            len(_WORD.findall(ground.article.text[sentence.start : sentence.end])) < WORDS
            or sentence.block == "heading"
        ):
            continue
        for time in sentence.times:
            telling = _telling(ground, sentence, time)
            if telling:
                out.append(telling)
    return out


def _telling(ground: Scene, sentence: Sentence, time: Time) -> Telling | None:
    if time.type not in ("DATE", "TIME") or not _DAY.match(time.value) or "\n" in time.text:
        return None
    clock = time.value.endswith("Z") and ":" in time.value
    begin = iso_seconds(time.value) if clock else iso_seconds(time.value[:10])
    if begin is None or (":" in time.value and not clock):
        return None
    span = (time.start, time.end)
    found = nearest(ground, sentence, span, [*sentence.of("event"), *sentence.of("weak"), *sentence.of("phase")], REACH)
    if found is None:
        return None
    _, phase, event = phase_and_event(ground, sentence, span)
    if event is None and phase not in MOVES:
        return None
    who = ""
    if phase in MOVES:
        people = [n for n in sentence.names if n.type == "person" and not n.role and n.end <= time.start]
        if not people:
            return None
        who, event = ground.entity(people[-1]), None
    phase = "occurrence" if event in POINT_EVENTS and phase in (None, "start", "last") else phase or "start"
    planned = scope.status(ground, sentence, span) == "planned"
    dates = [t for t in sentence.times if t.type == "DATE"]
    published = iso_seconds(ground.article.published or ground.article.reference or "")
    if published is not None and begin + DAY < published:
        planned = False
    return Telling(
        ground.article,
        (sentence.start, sentence.end),
        time,
        begin,
        clock,
        (event or "", phase or "", who),
        planned,
        clock and published is not None and begin // DAY == published // DAY and not any(map(scope.dated, dates)),
    )


def _on_their_day(tellings: Sequence[Telling]) -> list[Telling]:
    """Move a clock time without a day of its own to the day before where others tell the same event at that hour."""
    clocks = [t for t in tellings if t.clock]
    out = []
    for telling in tellings:
        earlier = telling.begin - DAY
        if telling.loose and any(c.what == telling.what and abs(c.begin - earlier) <= NEAR for c in clocks):
            telling = telling._replace(begin=earlier)
        out.append(telling)
    return out


def _merged(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return tellings of one event: of one kind, on one day; clock times within minutes of the line's first."""
    by_kind: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_kind[(telling.what, telling.clock, telling.begin // DAY)].append(telling)
    out: list[list[Telling]] = []
    for key in sorted(by_kind, key=str):
        members = sorted(by_kind[key], key=lambda t: (t.begin, t.article.id, t.sentence))
        for telling in members:
            last = out[-1] if out else None
            if (
                last
                and last[0].what == telling.what
                and last[0].clock == telling.clock
                and (abs(telling.begin - last[0].begin) <= SAME)
            ):
                last.append(telling)
            else:
                out.append([telling])
    return _days_into_clocks(out)


def _days_into_clocks(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Let a day's line go into the only clock-time line of its event and day: the same event, told more exactly."""
    clocks: dict[tuple[object, ...], list[list[Telling]]] = defaultdict(list)
    for group in groups:
        if group[0].clock:
            clocks[group[0].what, group[0].begin // DAY].append(group)
    out = []
    for group in groups:
        there = clocks.get((group[0].what, group[0].begin // DAY), [])
        if not group[0].clock and len(there) == 1:
            there[0].extend(group)
        else:
            out.append(group)
    return out


def _centre(tellings: Sequence[Telling]) -> float | None:
    days = Counter(t.begin // DAY * DAY for t in tellings)
    return min(days, key=lambda d: (-days[d], -d)) if days else None


def _matters(group: Sequence[Telling], centre: float | None) -> bool:
    if centre is None or group[0].begin >= centre - BACKGROUND:
        return True
    return len({t.article.id for t in group}) > 1


def _line(group: Sequence[Telling], languages: Mapping[str | None, int], independent: Independent) -> TimelineEvent:
    told = sorted(group, key=lambda t: (not t.clock, *_worth(t, languages)))
    support = []
    seen: set[tuple[str, int]] = set()
    for telling in told:
        start, end = telling.sentence
        if (telling.article.id, start) in seen:
            continue
        seen.add((telling.article.id, start))
        anchor = anchors.of_span(telling.article, start, end)
        support.append(
            Support(
                article=anchor.article, page=anchor.page, start=start, end=end, exact=anchor.exact,
                page_start=anchor.page_start, sentence=telling.sentence,
                status="planned" if telling.planned else "stated", as_of=telling.article.published,
            )
        )  # fmt: skip
    first = told[0]
    moment = dt.datetime.fromtimestamp(first.begin, tz=dt.UTC)
    begin = moment.strftime("%Y-%m-%dT%H:%M:%SZ") if first.clock else moment.strftime("%Y-%m-%d")
    return TimelineEvent(
        begin=begin,
        end=None,
        display=moment.strftime("%Y-%m-%d %H:%M UTC") if first.clock else begin,
        what=support[0].exact,
        support=tuple(support),
        planned=all(t.planned for t in group if t.clock == first.clock),
        independent=independent(sorted({t.article.id for t in group})),
    )


def _worth(telling: Telling, languages: Mapping[str | None, int]) -> tuple[object, ...]:
    """Order tellings: what happened before what was planned, the story's main language, a sentence of fair length."""
    length = telling.sentence[1] - telling.sentence[0]
    fair = 0 if 40 <= length <= 240 else 1
    return (telling.planned, -languages[telling.article.language], fair, length, telling.article.id, telling.sentence)
