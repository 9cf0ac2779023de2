"""What happened when: one line an event, however many articles tell it, in the order things happened.

    what is told when (tellings): the instants of findings (of_findings), what sentences date beside them (of_sentences)
        -> bare clock times that nobody else settles: by the clock of their page (page_clocks)
        -> bare weekdays and clock times without a day: on the day the story's other articles tell (story_days), or that
           their page leaves them (page_days)
        -> tellings of one event and phase on one day (lines; within minutes, for clock times) -> a line with sources
        -> what a line tells less exactly than another (less_exact), at another hour (retold), or in its words (alike),
           into that one
        -> those that surely happened on their day, in this story (kept); no day whose hours others tell (lines)
        -> the words shown, each sentence once (words)

Days that only date a statement, and sentences without an event, are no tellings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recoupe.claims.article.facts import naming
from recoupe.claims.article.facts.naming import Naming
from recoupe.claims.article.ground import happening, scene
from recoupe.claims.article.times import chronicle, dated, moments
from recoupe.claims.article.times.dated import LATELY, NAMELESS, Dated
from recoupe.claims.article.told import Told
from recoupe.claims.chronology import (
    alike,
    kept,
    less_exact,
    lines,
    of_findings,
    of_sentences,
    other_clocks,
    page_clocks,
    page_days,
    retold,
    words,
)
from recoupe.claims.chronology.page_clocks import ahead_of
from recoupe.claims.chronology.story_days import behind_the_start, in_their_week, lasts, live_days, on_their_day
from recoupe.claims.chronology.tellings import Telling, enough, told_by
from recoupe.model import Annotated, Article, Claim, Finding, Independent, Time, TimelineEvent
from recoupe.text import instants, zones

_UNKNOWN = (NAMELESS, LATELY)

LINES = 60
"""The most lines of a timeline: those of most articles, clock times before days."""


def timeline(
    articles: Sequence[Article],
    mentions_by_article: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    independent: Independent,
    findings: Sequence[Finding] = (),
    told: Mapping[str, Told] | None = None,
) -> list[TimelineEvent]:
    """Return the dated events of a story, in order of when they happened (or are to happen).

    `findings` tell the instants that the story's articles settled together; without them each article's own count.
    `told` is what each article tells, where it was read before; its names are not asked for then.
    """
    named = {
        a.id: told[a.id].named
        if told is not None
        else naming.read(mentions_by_article.get(a.id, Annotated()).names, entities.get(a.id, {}))
        for a in articles
    }
    tellings = _tellings(articles, mentions_by_article, entities, named, findings, told)
    tellings = [
        t
        for t in tellings
        if not kept.of_a_rate(t, mentions_by_article) and not other_clocks.of_a_rule(t, _times(t, mentions_by_article))
    ]
    ours = kept.of_story(articles, named, independent)
    pages = kept.pages(articles)
    if pages > kept.MANY:
        tellings = [t for t in tellings if ours(t, False)]
    nameless = [t for t in tellings if t.what == NAMELESS]
    lately = [t for t in tellings if t.what == LATELY]
    tellings = [t for t in tellings if t.what not in _UNKNOWN]
    people = _people(named)
    main = happening.main_event([told[a.id].opened if told is not None else happening.events(a) for a in articles])
    story = kept.Story(
        articles=pages,
        main=main,
        centre=kept.day_of_most(tellings),
        lasting=lasts(tellings),
        days=kept.articles_of_days(tellings),
        common=kept.common_words(tellings),
        people=people,
        mentions=mentions_by_article,
        ours=ours,
        independent=independent,
    )
    instants_told = [f for f in findings if f.unit == "instant"]
    disputed = frozenset(n for n, f in enumerate(instants_told) if f.status == "disputed")
    told_once = retold.folded(less_exact.folded(lines.merged(tellings, people), main), independent, disputed)
    told_once = alike.joined(lines.one_a_day(told_once, main), story.common)
    groups = [g for g in told_once if story.keeps(g)]
    kept_lines = set(map(id, groups))
    nameless += [t for g in told_once if id(g) not in kept_lines for t in g if kept.of_a_numbered_day(t)]
    groups = lines.without_the_day_s_rest(groups, independent, main)
    if pages <= kept.MANY:  # of many pages three tell any day
        groups = less_exact.with_nameless(groups, nameless, story.keeps)
        groups = less_exact.with_aftermath(groups, lately, story.keeps)
    chosen = alike.each_once(sorted(alike.copies(groups), key=_foremost))[:LINES]
    languages = Counter(a.language for a in articles)
    shown: set[str] = set()
    drawn = words.without_again([words.line(g, languages, independent, shown, disputed) for g in chosen])
    return sorted(drawn, key=lambda e: (e.begin[:10], len(e.begin) > 10, e.begin, e.what))


def _tellings(
    articles: Sequence[Article],
    mentions_by_article: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    named: Mapping[str, Sequence[Naming]],
    findings: Iterable[Finding],
    told: Mapping[str, Told] | None,
) -> list[Telling]:
    """Return what the articles tell when: at the instants of `findings`, and in sentences of their own."""
    ids = {name: id_ for known in entities.values() for name, id_ in known.items()}
    by_id = {a.id: a for a in articles}
    printed = list(of_findings.tellings(findings, by_id, mentions_by_article, named, ids))
    counted_by = page_clocks.clocks_of(printed)
    found = page_clocks.read_again(printed, counted_by)
    settled: dict[str, dict[tuple[int, int], float]] = defaultdict(dict)
    for telling in found:
        settled[telling.article.id][telling.time.start, telling.time.end] = telling.begin
    tellings = [t for t in found if enough(t)]
    dates: dict[str, Sequence[Dated]] = {}
    clocks: dict[str, Sequence[Claim]] = {}
    for article in articles:
        mentions = mentions_by_article.get(article.id)
        if told is not None:
            dates[article.id] = told[article.id].dated
            clocks[article.id] = (*told[article.id].claims, *told[article.id].spoken)
        elif mentions is not None:
            ground = scene.build(article, mentions, entities.get(article.id, {}))
            dates[article.id] = [*dated.find(ground), *chronicle.entries(ground)]
            clocks[article.id] = (*moments.find(ground), *moments.spoken(ground))
    tellings += other_clocks.tellings(clocks, articles, mentions_by_article, found)
    offsets = _offsets(articles, dates, settled, found, counted_by.place)
    for article in sorted(articles, key=lambda a: a.id):
        offset = offsets.get(article.part_of or "")
        tellings.extend(of_sentences.tellings(article, dates.get(article.id, ()), settled[article.id], offset))
    nameless = [t for t in tellings if t.what in _UNKNOWN]
    tellings = [t for t in tellings if t.what not in _UNKNOWN]
    tellings = behind_the_start(live_days(on_their_day(tellings), articles))
    tellings = page_days.on_days_that_hold(tellings)
    tellings = in_their_week(in_their_week(tellings))  # the first settles what the second counts
    return [*other_clocks.settled(page_days.in_one_paragraph(tellings)), *nameless]


def _foremost(group: Sequence[Telling]) -> tuple[int, bool, bool, float]:
    """Order lines: those of most articles, clock times before days, and what sentences tell before what they recall."""
    return -len(told_by(group)), not group[0].clock, all(map(words.by_the_way, group)), group[0].begin


def _times(telling: Telling, mentions: Mapping[str, Annotated]) -> Sequence[Time]:
    return mentions.get(telling.article.id, Annotated()).times


def _people(named: Mapping[str, Sequence[Naming]]) -> dict[str, set[str]]:
    """Return by the ids of the people that are named the articles that name them."""
    people: dict[str, set[str]] = defaultdict(set)
    for article, its in named.items():
        for who in its:
            if who.person:
                people[who.entity].add(article)
    return people


def _offsets(
    articles: Iterable[Article],
    found: Mapping[str, Sequence[Dated]],
    settled: Mapping[str, Mapping[tuple[int, int], float]],
    clocks: Iterable[Telling],
    place: float | None,
) -> dict[str, float]:
    """Return by how much the clocks of live blogs are behind UTC, where the story settled one of their updates.

    Else by how much the hours are that these tell (`clocks`), or the stamp of the whole blog. A blog that says its
    hours are local counts by the clock of the story's place: `place` seconds ahead, None where that is not known.
    """
    told: dict[str, list[float]] = defaultdict(list)
    for article in articles:
        offset = of_sentences.offset_of(found.get(article.id, ()), settled.get(article.id, {}))
        if article.part_of is not None and offset is not None:
            told[article.part_of].append(offset)
    beside: dict[str, list[float]] = defaultdict(list)
    for telling in clocks:
        ahead = ahead_of(telling) if telling.time.zone_from != "printed" else None
        if telling.article.part_of is not None and ahead is not None:
            beside[telling.article.part_of].append(-ahead)
    here = {a.id for a in articles if a.clock_zone == zones.LOCAL}
    stamps = {a.id: instants.ahead(a.published) for a in articles if a.id not in here}
    stamped = {live: [-ahead] for live, ahead in stamps.items() if ahead is not None}
    local = {live: [-place] for live in here} if place is not None else {}
    known = stamped | dict(beside) | dict(told) | local
    return {live: Counter(sorted(its)).most_common(1)[0][0] for live, its in known.items()}
