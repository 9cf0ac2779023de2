"""What happened when: one line an event, however many articles tell it, in the order things happened.

    what is told when (tellings)
        -> bare weekdays and clock times without a day: on the day the story's other articles tell
        -> tellings of one event and phase on one day (lines; within minutes, for clock times) -> a line with sources
        -> the words shown: the sentence that says most of what the line's others say, each sentence once

Left out: days that only date a statement, days long before the story that one article alone recalls, lines without an
event, lines about nobody the story is about, days beside the story's own that one article alone tells and does not
name or that others tell hour by hour, clock times of a day that no page tells, what one page alone says had been
planned ("should have sailed at 7"). Planned is what hardly anybody tells as having happened.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import regex

from recoupe.claims.article import cues, happening, scene
from recoupe.claims.article.chronicle import Dated
from recoupe.claims.article.seconds import DAY, iso_seconds, unsure_by
from recoupe.claims.article.tellings import Telling, dated, enough, of_findings, of_sentences, offset_of
from recoupe.claims.article.told import Told
from recoupe.claims.chronology import lines
from recoupe.claims.chronology.story_days import (
    CLOSING,
    behind_the_start,
    in_their_week,
    lasts,
    live_days,
    on_their_day,
)
from recoupe.model import Annotated, Article, Finding, Independent, TimelineEvent
from recoupe.text import anchors
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_COMMA = compiled_by_regex(r"[,;][ \u00a0\n]", regex.V1)
_DIGIT = compiled_by_regex(r"\p{N}", regex.V1)
_WORD = compiled_by_regex(r"\p{L}{4,}", regex.V1)
_DATELINE = compiled_by_regex(
    r"\p{Lu}[\p{L}.'’-]*+(?:,? [\p{L}\p{N}][\p{L}\p{N}.'’-]*+){0,6}+(?: ?\([^()\n]{2,50}\))?+"
    r"(?: ?[\N{EM DASH}\N{EN DASH}] ?| - )",
    regex.V1,
)
"""How an agency opens: "GENOVA - ", "LIBREVILLE, Feb 9 (Agency) - "."""

BACKGROUND = 45 * DAY
"""What lies further back than this before the story's day is background: kept only where two articles recall it."""

LINES = 60
"""The most lines of a timeline: those of most articles, clock times before days."""

SEVERAL = 4
"""Articles from which on a story tells its events more than once: what one of them alone dates must be dated well."""

MANY = 40
"""A story of more articles than this keeps only what two origins tell."""

OURS = 0.3
"""Share of the articles of such a story that must name somebody or somewhere before the story is about them."""

CROWD = 5
"""Tellings from which on what most of them say is shown before what reads best; thrice as many for a clock time."""

SHAPE = 1
"""Of what a telling is worth, what comes before that: it happened, or is to come, as the line says."""

TOLD = 2
"""One in so many of the articles that tell a line must tell it as having happened for it to be no plan."""

SAID = 2
"""Words beside the story's own that a third of those who tell a line without an hour share: it is one happening."""

EVERYWHERE = 0.1
FEW = 10
"""Share of all tellings, and their number, from which on a word is the story's own."""

PART = 2
"""Words of four letters or more that a part of a sentence must have beside its time to be shown without the rest."""


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
    settled: dict[str, dict[tuple[int, int], float]] = defaultdict(dict)
    for telling in tellings:
        settled[telling.article.id][telling.time.start, telling.time.end] = telling.begin
    tellings = [t for t in tellings if enough(t)]
    dates: dict[str, Sequence[Dated]] = {}
    for article in articles:
        mentions = mentions_by_article.get(article.id)
        if told is not None:
            dates[article.id] = told[article.id].dated
        elif mentions is not None:
            dates[article.id] = dated(scene.build(article, mentions, entities.get(article.id, {})))
    offsets = _offsets(articles, dates, settled)
    for article in sorted(articles, key=lambda a: a.id):
        offset = offsets.get(article.part_of or "")
        tellings.extend(of_sentences(article, dates.get(article.id, ()), settled[article.id], offset))
    of_story = _of_story(articles, mentions_by_article, entities, independent)
    tellings = behind_the_start(live_days(on_their_day(tellings), articles))
    tellings = in_their_week(in_their_week(tellings))  # the first settles what the second counts
    if len(articles) > MANY:
        tellings = [t for t in tellings if of_story(t)]
    people: dict[str, set[str]] = defaultdict(set)
    for article_id, found in mentions_by_article.items():
        for name in (n for n in found.names if n.type == "person"):
            people[entities.get(article_id, {}).get(name.entity, name.entity)].add(article_id)
    common = _common(tellings)
    centre = _centre(tellings)
    opened = [told[a.id].opened if told is not None else happening.events(a) for a in articles]
    main, lasting = happening.main_event(opened), lasts(tellings)
    least = 2 if len(articles) > MANY else 1
    kept = [
        g
        for g in lines.one_a_day(lines.merged(tellings, people), main)
        if _matters(g, centre)
        and not all(_strayed(t, centre) for t in g)
        and (len(articles) < SEVERAL or _told_well(g, main, lasting))
        and any(map(of_story, g))
        and not all(_of_somebody(t) and len(people[t.what[2]]) < 2 for t in g)
        and independent(sorted({t.article.id for t in g}))[0] >= least
        and (len(articles) <= MANY or g[0].clock or _one_happening(g, common, len(articles)))
        and not (
            all(_had_been_planned(t, mentions_by_article) for t in g)
            and independent(sorted({t.article.id for t in g}))[0] < 2
        )
    ]
    kept = lines.without_the_day_s_rest(kept, independent)
    languages = Counter(a.language for a in articles)
    chosen = sorted(kept, key=lambda g: (-len({t.article.id for t in g}), not g[0].clock, g[0].begin))[:LINES]
    shown: set[str] = set()
    drawn = _once([_line(g, languages, independent, shown) for g in chosen])
    return sorted(drawn, key=lambda e: (e.begin[:10], len(e.begin) > 10, e.begin, e.what))


def _offsets(
    articles: Iterable[Article],
    found: Mapping[str, Sequence[Dated]],
    settled: Mapping[str, Mapping[tuple[int, int], float]],
) -> dict[str, float]:
    """Return by how much the clocks of live blogs are behind UTC, where the story settled one of their updates."""
    told: dict[str, list[float]] = defaultdict(list)
    for article in articles:
        offset = offset_of(found.get(article.id, ()), settled.get(article.id, {}))
        if article.part_of is not None and offset is not None:
            told[article.part_of].append(offset)
    return {live: Counter(sorted(its)).most_common(1)[0][0] for live, its in told.items()}


def _of_story(
    articles: Sequence[Article],
    mentions: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    independent: Independent,
) -> Callable[[Telling], bool]:
    """Return what tells whether a telling is of the story: it names nobody at all, or somebody the story is about.

    Pages print other news too ("Also today: ..."), of people that nobody names again. A big story is about whom a share
    of its articles names.
    """
    places: dict[str, list[tuple[int, str]]] = {}
    naming: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        known = entities.get(article.id, {})
        names = mentions[article.id].names if article.id in mentions else ()
        places[article.id] = sorted([(n.start, known.get(n.entity, n.entity)) for n in names if not n.role])
        for _, entity in places[article.id]:
            naming[entity].append(article.id)
    many = len(articles) > MANY

    def is_ours(named: Sequence[str]) -> bool:
        if many:
            return len(set(named)) >= OURS * len(articles)
        return len(named) > len(set(named)) or independent(sorted(set(named)))[0] > 1

    ours = {e for e, named in naming.items() if is_ours(named)}

    def told(telling: Telling) -> bool:
        start, end = telling.sentence
        mine = places[telling.article.id]
        named = {e for _, e in mine[bisect.bisect_left(mine, (start,)) : bisect.bisect_left(mine, (end,))]}
        return not ours or (not named and not many) or not named.isdisjoint(ours)

    return told


def _told_well(group: Sequence[Telling], main: str | None, lasting: bool) -> bool:
    """Tell whether a line's event surely happened on its day: two articles tie them, or the words of one name the date.

    What one article tells of an event beside the story's `main` one by a weekday, or by a day it does not name ("three
    days before"), is left out; so is a clock time of a day that its page does not tell, in a story of several days
    (`lasting`).
    """
    if len({t.article.id for t in group}) > 1:
        return True
    if group[0].clock:
        return not (lasting and all(t.dayless for t in group))
    return any(t.day_named and (_DIGIT.search(t.time.text) or t.what[0] == main or _over(t)) for t in group)


def _of_somebody(telling: Telling) -> bool:
    """Tell whether an entry tells of a person and no event: no line where no other article names that person."""
    event, phase, who = telling.what
    return not event and phase == "occurrence" and bool(who)


def _over(telling: Telling) -> bool:
    """Tell whether a telling was over when its page was written."""
    written = iso_seconds((telling.article.published or telling.article.reference or "")[:10])
    return written is not None and not telling.announced and telling.begin <= written


def _centre(tellings: Sequence[Telling]) -> float | None:
    days = Counter(t.begin // DAY * DAY for t in tellings)
    return min(days, key=lambda d: (-days[d], -d)) if days else None


def _matters(group: Sequence[Telling], centre: float | None) -> bool:
    if centre is None or group[0].begin >= centre - BACKGROUND:
        return True
    return len({t.article.id for t in group}) > 1


def _strayed(telling: Telling, centre: float | None) -> bool:
    """Tell whether nothing but the date of a page days after the story's day tells the day of a clock time.

    What ends or goes on again does so then.
    """
    written = iso_seconds((telling.article.published or "")[:10])
    if centre is None or written is None or written - centre < 2 * DAY or telling.article.kind == "update":
        return False
    return telling.clock and not telling.day_named and telling.what[1] not in CLOSING and telling.begin >= centre + DAY


def _line(
    group: Sequence[Telling],
    languages: Mapping[str | None, int],
    independent: Independent,
    shown: set[str],
) -> TimelineEvent:
    """Return a line; `shown` holds the words that lines show already, each is shown once where others tell it."""
    planned = _to_come(group)
    begins = Counter(t.begin for t in {(t.article.id, t.begin): t for t in group if t.clock}.values())
    crowd = len(group) >= (3 * CROWD if group[0].clock else CROWD)

    def rank(one: tuple[Telling, float]) -> tuple[object, ...]:
        telling, central = one
        worth = _worth(telling, languages, planned)
        return (
            not telling.clock,
            -begins[telling.begin],
            _said(telling) in shown,
            _said(telling).endswith(("...", "…")),
            *worth[:SHAPE],
            *((-central,) if crowd else ()),
            *worth[SHAPE:],
            -central,
            telling.sentence[1] - telling.sentence[0],
            telling.article.id,
            telling.sentence,
        )

    told = [telling for telling, _ in sorted(zip(group, _central(group), strict=True), key=rank)]
    if _said(told[0]) in shown:
        told[0] = told[0]._replace(sentence=_part(told[0]))
    shown.add(_said(told[0]))
    told[0] = told[0]._replace(sentence=_without_dateline(told[0]))
    once: dict[tuple[str, int], Telling] = {}
    for telling in told:
        once.setdefault((telling.article.id, telling.sentence[0]), telling)
    support = [
        anchors.support(t.article, *t.sentence, t.sentence, "planned" if t.planned else "stated") for t in once.values()
    ]
    first = told[0]
    moment = dt.datetime.fromtimestamp(first.begin, tz=dt.UTC)
    begin = moment.strftime("%Y-%m-%dT%H:%M:%SZ") if first.clock else moment.strftime("%Y-%m-%d")
    return TimelineEvent(
        begin=begin,
        end=None,
        display=moment.strftime("%Y-%m-%d %H:%M UTC") if first.clock else begin,
        what=" ".join(support[0].exact.split()),
        support=tuple(support),
        planned=planned,
        independent=independent(sorted({t.article.id for t in group})),
    )


def _part(telling: Telling) -> tuple[int, int]:
    """Return the part of a sentence, between commas, that holds the time: its other time has a line of its own."""
    start, end = telling.sentence
    text = telling.article.text
    for m in _COMMA.finditer(text, start, end):
        if m.end() <= telling.time.start:
            start = m.end()
        elif m.start() >= telling.time.end:
            end = m.start()
            break
    said = text[start : max(start, telling.time.start)] + " " + text[min(end, telling.time.end) : end]
    head = cues.find(text[start:end], telling.article.language)
    # "says contact was lost at 12:50": whose words these are was told before
    reported = any(c.start == 0 and c.section == "attribution" for c in head)
    return (start, end) if not reported and len(_WORD.findall(said)) >= PART else telling.sentence


def _said(telling: Telling) -> str:
    return telling.article.text[slice(*telling.sentence)]


def _without_dateline(telling: Telling) -> tuple[int, int]:
    """Return a sentence without the place, day and agency it opens with."""
    start, end = telling.sentence
    text = telling.article.text
    opens = start == 0 or text[start - 1] == "\n"
    found = _DATELINE.match(text, start, end) if opens else None
    if found is None:
        return telling.sentence
    capitals = text[start : start + 3].isupper()
    return (found.end(), end) if capitals or ")" in found.group() else telling.sentence


def _once(drawn: Sequence[TimelineEvent]) -> list[TimelineEvent]:
    """Return lines without those of a day that print again what another shows: "from Monday to Wednesday"."""
    shown: set[str] = set()
    out = []
    for event in drawn:
        if len(event.begin) > len("2031-05-06") or event.what not in shown:
            out.append(event)
        shown.add(event.what)
    return out


def _to_come(group: Sequence[Telling]) -> bool:
    """Tell whether hardly anybody tells it as having happened, and somebody as a plan or before its time."""
    clocks = [t for t in group if t.clock] or list(group)
    happened = {t.article.id for t in clocks if not t.planned and not _before(t)}
    return TOLD * len(happened) < len({t.article.id for t in clocks})


def _before(telling: Telling) -> bool:
    """Tell whether what is told lay ahead when its page was written; an entry of a chronicle tells what happens."""
    stamp = telling.article.published or ""
    written = iso_seconds(stamp)
    if written is None or not telling.time.text:
        return False
    if len(stamp) == len("2031-05-06"):
        return telling.begin >= written + (2 if telling.clock else 1) * DAY
    return telling.begin > written + unsure_by(stamp) + (0 if telling.clock else DAY)


def _had_been_planned(telling: Telling, mentions: Mapping[str, Annotated]) -> bool:
    """Tell whether a telling says afterwards what was to be: had it been so, it would be told so.

    Of two hours of one sentence it is not told which was the plan.
    """
    start, end = telling.sentence
    clocks = {t.value for t in mentions[telling.article.id].times if start <= t.start < end and ":" in t.value}
    return telling.announced and lines.over(telling) and len(clocks) < 2


def _worth(telling: Telling, languages: Mapping[str | None, int], planned: bool) -> tuple[object, ...]:
    """Order tellings: what happened, or is to come, as the line says, in a whole sentence of fair length.

    Among those the story's main language, and one that names someone.
    """
    start, end = telling.sentence
    text = telling.article.text
    fair = 0 if 40 <= end - start <= 240 else 1
    whole = 0 if text[start].isupper() or text[start] in '«“"' else 1
    home = -languages[telling.article.language]
    return (
        telling.planned != planned,
        not telling.telling,
        fair,
        whole,
        telling.block == "caption",
        home,
        not telling.named,
    )


def _common(tellings: Sequence[Telling]) -> frozenset[str]:
    """Return the words that stand in a good part of all tellings."""
    spread = Counter(w for t in tellings for w in _words(t))
    return frozenset(w for w, n in spread.items() if n >= max(FEW, EVERYWHERE * len(tellings)))


def _one_happening(group: Sequence[Telling], common: frozenset[str], articles: int) -> bool:
    """Tell whether those who tell a line of a big story tell one thing: in words they share, or very many of them."""
    many = len({t.article.id for t in group}) >= EVERYWHERE * articles
    return many or len(_shared(group) - common) >= SAID


def _words(telling: Telling) -> frozenset[str]:
    return _words_of(telling.article.text[slice(*telling.sentence)])


@functools.lru_cache(maxsize=8192)  # asked three times of each telling, and many tellings are copies
def _words_of(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(sentence)))


def _shared(group: Sequence[Telling]) -> frozenset[str]:
    """Return the words that a third of the articles of a line use, two at least."""
    spread = Counter(w for _, w in {(t.article.id, w) for t in group for w in _words(t)})
    return frozenset(w for w, n in spread.items() if n >= max(2.0, len({t.article.id for t in group}) / 3))


def _central(group: Sequence[Telling]) -> list[float]:
    """Return how much of what a line's other articles say each telling says: shared words, for its own length."""
    said = [(t.article.id, _words(t)) for t in group]
    spread = Counter(w for _, words in set(said) for w in words)
    return [sum(spread[w] - 1 for w in words) / (len(words) + 4) for _, words in said]
