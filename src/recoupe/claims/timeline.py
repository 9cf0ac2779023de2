"""What happened when: one line an event, however many articles tell it, in the order things happened.

    what is told when (tellings)
        -> tellings of one event and phase on one day (within half an hour, for clock times) -> a line with its sources

Left out: days that only date a statement, days long before the story that one article alone recalls, lines without an
event. Planned is what is still to come for every article that tells it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from recoupe.claims import scene
from recoupe.claims.moments import DAY, HOUR, iso_seconds
from recoupe.claims.tellings import Telling, dated, of_findings, of_sentences
from recoupe.claims.told import Told
from recoupe.model import Annotated, Article, Finding, Support, TimelineEvent
from recoupe.text import anchors

Independent = Callable[[Collection[str]], tuple[int, int]]

BACKGROUND = 45 * DAY
"""What lies further back than this before the story's day is background: kept only where two articles recall it."""

LINES = 60
"""The most lines of a timeline: those of most articles, clock times before days."""

MINUTE = 60.0

SAME = HOUR / 6
"""Clock times further apart than this are two lines: what is disputed is not settled by a timeline."""

NEAR = HOUR / 2
"""How near to another telling's a clock time must be to take its day."""

MANY = 40
"""A story of more articles than this keeps only what two origins tell."""


def timeline(
    articles: Sequence[Article],
    mentions_by_article: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    independent: Independent,
    findings: Iterable[Finding] = (),
    told: Mapping[str, Told] | None = None,
) -> list[TimelineEvent]:
    """Return the dated events of a story, in order of when they happened (or are to happen).

    `findings` tell the instants that the story's articles settled together; without them each article's own count.
    `told` is what each article tells, where it was read before.
    """
    ids = {name: id_ for known in entities.values() for name, id_ in known.items()}
    tellings = list(of_findings(findings, {a.id: a for a in articles}, mentions_by_article, ids))
    settled: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for telling in tellings:
        settled[telling.article.id].add((telling.time.start, telling.time.end))
    for article in sorted(articles, key=lambda a: a.id):
        mentions = mentions_by_article.get(article.id)
        if told is not None:
            tellings.extend(of_sentences(article, told[article.id].dated, settled[article.id]))
        elif mentions is not None and mentions.times:
            ground = scene.build(article, mentions, entities.get(article.id, {}))
            tellings.extend(of_sentences(article, dated(ground), settled[article.id]))
    groups = _merged(_on_their_day(tellings))
    centre = _centre(tellings)
    least = 2 if len(articles) > MANY else 1
    kept = [g for g in groups if _matters(g, centre) and independent(sorted({t.article.id for t in g}))[0] >= least]
    languages = Counter(a.language for a in articles)
    chosen = sorted(kept, key=lambda g: (-len({t.article.id for t in g}), not g[0].clock, g[0].begin))[:LINES]
    lines = [_line(g, languages, independent) for g in chosen]
    return sorted(lines, key=lambda e: (e.begin[:10], len(e.begin) > 10, e.begin, e.what))


def _on_their_day(tellings: Sequence[Telling]) -> list[Telling]:
    """Move a clock time without a day of its own to the day before where others tell the same event at that hour.

    So too where most clock times of the story stand on that day and it had not yet come when the article was published.
    """
    clocks = [t for t in tellings if t.clock]
    days = Counter(t.begin // DAY for t in clocks if not t.loose)
    main = min(days, key=lambda d: (-days[d], d)) if days else None
    out = []
    for telling in tellings:
        earlier = telling.begin - DAY
        if telling.loose and not telling.planned:
            told = any(
                abs(c.begin - earlier) <= (NEAR if c.what == telling.what else MINUTE)
                for c in clocks
                if c.what == telling.what or not c.loose
            )
            published = telling.article.published or telling.article.reference or ""
            late = len(published) == len("2031-05-06") or (iso_seconds(published) or telling.begin) < telling.begin
            if told or (late and earlier // DAY == main):
                telling = telling._replace(begin=earlier)
        out.append(telling)
    return out


def _merged(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return tellings of one event: of one kind, on one day; clock times within minutes of the line's first."""
    by_kind: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        event, phase, who = telling.what
        phase = "start" if phase == "occurrence" and not telling.clock else phase  # on a day the two are one
        by_kind[event, phase, who, "clock" if telling.clock else "day", str(telling.begin // DAY)].append(telling)
    out: list[list[Telling]] = []
    for _, members in sorted(by_kind.items()):
        line: list[Telling] = []
        for telling in sorted(members, key=lambda t: (t.begin, t.article.id, t.sentence)):
            if line and telling.begin - line[0].begin <= SAME:
                line.append(telling)
            else:
                line = [telling]
                out.append(line)
    return _days_into_clocks(_one_line_an_instant(out))


def _one_line_an_instant(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Join groups of clock times that one sentence tells of one instant: it is one event under two names."""
    home: dict[tuple[str, int, float], list[Telling]] = {}
    out: list[list[Telling]] = []
    for group in sorted(groups, key=lambda g: -len({t.article.id for t in g})):
        keys = [(t.article.id, t.sentence[0], t.begin) for t in group if t.clock]
        there = next((home[k] for k in keys if k in home), None)
        if there is None:
            there = group
            out.append(group)
        else:
            there.extend(group)
        for key in keys:
            home.setdefault(key, there)
    return out


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
    begins = Counter(t.begin for t in {(t.article.id, t.begin): t for t in group if t.clock}.values())
    told = sorted(group, key=lambda t: (not t.clock, -begins[t.begin], *_worth(t, languages)))
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
        what=" ".join(support[0].exact.split()),
        support=tuple(support),
        planned=_to_come(group),
        independent=independent(sorted({t.article.id for t in group})),
    )


def _to_come(group: Sequence[Telling]) -> bool:
    """Tell whether what is told was still to come for at least half of the articles that tell it."""
    clocks = [t for t in group if t.clock] or list(group)
    planned = {t.article.id for t in clocks if t.planned}
    return 2 * len(planned) >= len({t.article.id for t in clocks})


def _worth(telling: Telling, languages: Mapping[str | None, int]) -> tuple[object, ...]:
    """Order tellings: what happened before what was planned, a whole sentence of fair length that names someone.

    Among those the story's main language, then the shortest.
    """
    start, end = telling.sentence
    text = telling.article.text
    fair = 0 if 40 <= end - start <= 240 else 1
    whole = 0 if text[start].isupper() or text[start] in '«“"' else 1
    home = -languages[telling.article.language]
    return (
        telling.planned, not telling.telling, fair, whole, home, not telling.named, end - start, telling.article.id,
        telling.sentence,
    )  # fmt: skip
