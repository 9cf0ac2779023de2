"""What is told to have happened when: sentences of articles with the day or the instant of an event.

    findings of instants  -> tellings with the day and zone that the story's articles settled together
    dated sentences       -> tellings of days, and of clock times no finding holds (`dated`, of one article by itself)

Left out: days that only date a statement ("said on Friday"), sentences without an event, headings, what a time only
ends ("until Friday"), what would or should have been, the lengths of videos, a day outside of the quotation that names
the event or inside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.article import chronicle, clauses, cues, day_words, naming, quoted, scope, stray, verbs
from recoupe.claims.article.chronicle import HEAD, WORDS, Dated
from recoupe.claims.article.cues import Found
from recoupe.claims.article.naming import Naming
from recoupe.claims.article.patterns import WORD
from recoupe.claims.article.phases import MOVES, POINT_EVENTS, phase_and_event
from recoupe.claims.article.scene import Scene, Sentence, nearest
from recoupe.claims.article.seconds import DAY, HOUR, iso_seconds, unsure_by
from recoupe.model import Annotated, Article, Finding, Support, Time, Value
from recoupe.text import zones
from recoupe.text.patterns import compiled_by_regex

REACH = 70
"""A day further than this from the event it is to date (characters and what separates them) dates something else."""

SAYING = 4
"""Words at most between a verb of saying and the day it is dated by."""

SAYINGS = ("speak", "announce", "confirm")
"""Deeds of the table `statements` that only say something."""

LONG = 200
"""Characters of a sentence beyond which only the clause that tells the event is shown."""

NAMELESS = ("", "day", "")
"""What is told of a day by words that no table knows."""

NIGHT = "TNI"

LATELY = ("", "lately", "")
"""What has happened on a day of the week in which its page came out, told by such words."""

WEEK = 6 * DAY
"""Before a page came out, within which a weekday of what has happened is that day."""

_NUMBERED = compiled_by_regex(r"\d")
_DAY = compiled_by_regex(r"^\d{4}-\d{2}-\d{2}(?:T|$)")
_TWICE = compiled_by_regex(r"[ .]{1,3}")
"""Between a clock time that a translation left over and the one that counts: "13 heures. 18:54 HAE"."""


class Telling(NamedTuple):
    """The same with the article whose sentence it is."""

    article: Article
    sentence: tuple[int, int]
    time: Time
    begin: float
    clock: bool
    what: tuple[str, str, str]
    planned: bool
    loose: bool
    weekday: bool
    guessed: bool
    day_named: bool
    dayless: bool
    telling: bool
    named: bool
    block: str
    announced: bool
    beside: frozenset[str]
    findings: frozenset[int] = frozenset()
    """The findings, by number, that hold its instant."""


def dated(ground: Scene, title: Scene | None = None) -> list[Dated]:
    """Return what the sentences of an article date, by themselves; `title` is the headline of an update."""
    out = []
    for sentence in ground.sentences:
        if len(WORD.findall(ground.article.text[sentence.start : sentence.end])) < WORDS or sentence.block == "heading":
            continue
        out += [telling for time in sentence.times if (telling := _telling(ground, sentence, time)) is not None]
    return out + chronicle.entries(ground, title)


def of_sentences(
    article: Article, found: Iterable[Dated], known: Mapping[tuple[int, int], float], offset: float | None = None
) -> list[Telling]:
    """Return what the sentences of an article date (`found`).

    Times that are `known`, by place with their instant, are not told again. `offset` is what the clocks of its entries
    are from UTC where none of its own tells (`offset_of`). A sentence that tells the hour of a day
    says no more by that day, and one instant on two clocks is told once.
    """
    entries = [d for d in found if d.time.end <= d.whole[0]]
    fresh = [d for d in found if not _settled_elsewhere(d, known)]
    own = offset_of(entries, known)
    fresh = [d for d in fresh if d not in entries] + _of_entries(entries, offset if own is None else own)
    out = []
    instants: set[tuple[int, float]] = set()
    for one in fresh:
        if not one.clock or (one.number, one.begin) in instants:
            continue
        instants.add((one.number, one.begin))
        out.append(Telling(article, *one[3:]))
    for one in fresh:
        start, end = one.whole
        clocks = [begin for (at, _), begin in known.items() if start <= at < end]
        clocks += [begin for number, begin in instants if number == one.number]
        if not one.clock and not any(-DAY < i - one.begin < 2 * DAY for i in clocks):
            out.append(Telling(article, *one[3:]))
    return out


def _settled_elsewhere(one: Dated, known: Mapping[tuple[int, int], float]) -> bool:
    """Tell whether the story settled a time, or another clock of its sentence that shows the same hour in its zone."""
    start, end = one.whole
    return any(
        (low < one.time.end and one.time.start < high)
        or (one.clock and start <= low < end and (begin - one.begin) % DAY == 0)
        for (low, high), begin in known.items()
    )


def offset_of(entries: Iterable[Dated], known: Mapping[tuple[int, int], float]) -> float | None:
    """Return by how many seconds the clocks of a chronicle's entries are behind UTC, as settled instants tell.

    The clock that stamps an update is known by where its sentence begins.
    """
    instants = {start: begin for (start, _), begin in known.items()}
    local = [d for d in entries if d.local and d.time.end <= d.whole[0]]
    offsets = [instants[d.time.start] - d.begin for d in local if d.time.start in instants]
    return Counter(round(o / HOUR * 4) * HOUR / 4 for o in offsets).most_common(1)[0][0] if offsets else None


def _of_entries(entries: Sequence[Dated], offset: float | None) -> list[Dated]:
    """Return the entries of a chronicle in UTC; without an offset those that tell their zone."""
    moved = [d._replace(begin=d.begin + offset, local=False) for d in entries if d.local and offset is not None]
    return [d for d in entries if not d.local] + moved


def _telling(ground: Scene, sentence: Sentence, time: Time) -> Dated | None:
    if time.type not in ("DATE", "TIME") or not _DAY.match(time.value) or "\n" in time.text:
        return None
    clock = time.value.endswith("Z") and ":" in time.value
    begin = iso_seconds(time.value) if clock else iso_seconds(time.value[:10])
    if begin is None or (":" in time.value and not clock):
        return None
    if not happens(ground.article, time, (sentence.start, sentence.end)):
        return None
    acts = _acts(ground, sentence)
    span = (time.start, time.end)
    told = [*sentence.of("event"), *sentence.of("weak"), *sentence.of("phase"), *acts]
    found = nearest(ground, sentence, span, told, REACH)
    if not clock and _only_said(ground, sentence, time):
        return None
    if found is not None and _apart(ground, time, found):
        return None
    what = _what(ground, sentence, span, found if found in acts else None) if found is not None else None
    if what is None:
        if clock or sentence.block == "caption":
            return None  # a caption says when its picture was taken
        if not _names_a_day(ground.article, time) and not _lately(ground.article, time, begin):
            return None
        what = NAMELESS if _names_a_day(ground.article, time) else LATELY
    published = iso_seconds(ground.article.published or ground.article.reference or "")
    announced = scope.status(ground, sentence, span) == "planned" or verbs.ahead(ground.article, time)
    over = published is not None and begin + DAY < published
    named = day_words.own_day(time.text, ground.article.language)
    dates = (t for t in sentence.times if t.type == "DATE")
    return Dated(
        number=sentence.number,
        whole=(sentence.start, sentence.end),
        local=False,
        sentence=_clause(ground, sentence, time, (found.start, found.end) if found else span),
        time=time,
        begin=begin,
        clock=clock,
        what=what,
        planned=(announced and not over) or _after(ground.article, begin, time),
        loose=clock
        and published is not None
        and begin // DAY == published // DAY
        and not named
        and not any(map(scope.dated, dates)),
        weekday=_of_a_weekday(sentence.times, time, ground.article.language),
        guessed=not clock and ground.article.published is None and not any(c.isdigit() for c in time.text),
        day_named=named,
        dayless=False,
        telling=found is not None and found.section != "phase",
        named=any(n.end <= time.start for n in sentence.names if n.type != "place"),
        block=sentence.block,
        announced=announced,
        beside=frozenset(c.key for c in sentence.of("event")),
    )


def _names_a_day(article: Article, time: Time) -> bool:
    """Tell whether a day is told by its number in the month: "on 8 July"; not where an agency dates its text."""
    numbered = _NUMBERED.search(time.text) is not None and day_words.own_day(time.text, article.language)
    return numbered and not day_words.of_an_agency_line(article, time)


def _lately(article: Article, time: Time, begin: float) -> bool:
    """Tell whether a day is of the week before its page came out, and what is told of it has happened."""
    if time.value.endswith(NIGHT):
        return False  # "in the night to Friday" is of two days
    written = iso_seconds((article.published or "")[:10])
    return written is not None and 0 <= written - begin <= WEEK and verbs.past(article, time)


def _what(ground: Scene, sentence: Sentence, span: tuple[int, int], act: Found | None) -> tuple[str, str, str] | None:
    """Return (event, phase, who) of a time at `span`: of an `act` where one is nearest. None where none is told."""
    _, phase, event = phase_and_event(ground, sentence, span)
    if act is not None:
        phase, event = "occurrence", act.key
    if phase in MOVES:
        people = [n for n in sentence.names if n.type == "person" and not n.role and n.end <= span[0]]
        return ("", phase, ground.entity(people[-1])) if people else None
    if event is None:
        return None
    whole = event in POINT_EVENTS and phase in (None, "start", "last")
    return event, "occurrence" if whole else phase or "start", ""


def _of_a_weekday(beside: Iterable[Time], time: Time, language: str | None) -> bool:
    """Tell whether nothing but a weekday tells the day of a time, in its words or in a day that stands `beside` it."""
    if ":" not in time.value:
        return day_words.bare_weekday(time.text, language) or (
            len(time.value) > len("2031-05-06") and day_words.of_a_weekday(time.text, language)
        )
    days = [t for t in beside if t.type == "DATE" and t.value[:10] == time.value[:10]]
    return day_words.of_a_weekday(time.text, language) or (
        bool(days) and all(day_words.bare_weekday(t.text, language) for t in days)
    )


def _acts(ground: Scene, sentence: Sentence) -> list[Found]:
    """Return the acts of a sentence that only the table `facts` has: a signing, a landfall."""
    text = ground.article.text[sentence.start : sentence.end]
    return [
        Found(sentence.start + c.start, sentence.start + c.end, c.section, c.key)
        for c in cues.find(text, ground.article.language, "statements")
        if c.section == "act"
    ]


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
        return len(between) <= REACH and not any(c.isdigit() for c in between)
    between = text[time.end : start]
    return len(between) <= REACH and not any(c in between for c in ",;:\n")


def _apart(ground: Scene, time: Time, event: Found) -> bool:
    """Tell whether only one of a time and an event stands in quoted words: they are not of one statement."""
    said = quoted.spans(ground.quotes)
    return any((s <= time.start < e) != (s <= event.start < e) for s, e in said)


def _after(article: Article, begin: float, time: Time) -> bool:
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
    if ":" not in time.value or not _DAY.match(time.value):
        return None
    seconds = iso_seconds(time.value)
    if seconds is None or not time.value.endswith("Z"):
        return iso_seconds(time.value[:10])
    ahead = zones.ahead(time.zone.partition("|")[0], seconds) if time.zone and time.zone != "UTC" else None
    return (seconds + ahead) // DAY * DAY if ahead is not None else None


def _only_said(ground: Scene, sentence: Sentence, time: Time) -> bool:
    """Tell whether a day dates what someone says ("said on Friday"), not what happened."""
    text = ground.article.text
    events = [c for c in sentence.cues if c.section in ("event", "weak", "phase")]
    near = min((_between(text, time, c.start, c.end) for c in events), default=SAYING + 1)
    said = [(c.start, c.end) for q in ground.quotes for c in q.cue if sentence.start <= c.start < sentence.end]
    said += [(c.start, c.end) for c in sentence.of("attribution")]
    verbs = cues.find(text[sentence.start : sentence.end], ground.article.language, "statements")
    said += [(sentence.start + c.start, sentence.start + c.end) for c in verbs if c.key in SAYINGS]
    return any(_between(text, time, start, end) <= min(SAYING, near) for start, end in said)


def _between(text: str, time: Time, start: int, end: int) -> int:
    """Return how many words stand between a time and other words; many where a mark parts them."""
    between = text[end : time.start] if end <= time.start else text[time.end : start]
    return SAYING + 1 if any(c in between for c in ",;:\n") else len(WORD.findall(between))


def _clause(ground: Scene, sentence: Sentence, time: Time, event: tuple[int, int]) -> tuple[int, int]:
    """Return the sentence, or of a long one the clause that holds both the time and the event."""
    whole = (sentence.start, sentence.end)
    if sentence.end - sentence.start <= LONG:
        return whole
    for start, end in clauses.spans(ground.article, sentence.start, sentence.end):
        if _begins(ground.article, start, sentence.start) and start <= min(time.start, event[0]) and event[1] <= end:
            enough = time.end <= end and len(WORD.findall(ground.article.text[start:end])) >= WORDS
            return (start, end) if enough else whole
    return whole


def _begins(article: Article, start: int, sentence: int) -> bool:
    """Tell whether a clause can stand alone: the sentence begins with it, or it begins as a sentence does."""
    return start == sentence or article.text[start].isupper()


def of_findings(
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
    if begin is None or not happens(article, times[0], whole):
        return None
    again = _printed_again(told, times[-1], article.text)
    shown = _shown(article, support)
    said = cues.find(article.text[whole[0] : whole[1]], article.language)
    return Telling(
        article=article,
        sentence=(shown[0], max(shown[1], again.end)) if again else shown,
        time=again or times[-1],
        begin=(iso_seconds(again.value) if again else None) or begin,
        clock=True,
        what=what,
        planned=support.status == "planned" or _after(article, begin, times[0]),
        loose=False,
        weekday=_of_a_weekday(beside, times[0], article.language),
        guessed=False,
        day_named=_printed_day(article, beside, times[0]),
        dayless=not (article.published or article.reference or _DAY.match(times[0].value)),
        telling=any(c.section in ("event", "weak", "phase") for c in said),
        named=support.sentence is not None and any(naming.within(n, whole[0], support.start) for n in named),
        block="paragraph",
        announced=support.status == "planned",
        beside=frozenset(c.key for c in said if c.section == "event"),
    )


def told_by(tellings: Iterable[Telling]) -> set[str]:
    """Return the ids of the articles that some tellings are of."""
    return {t.article.id for t in tellings}


def stamped(telling: Telling) -> bool:
    """Tell whether an entry of a live blog tells something by the time that stands above it: its day is known."""
    return telling.clock and telling.article.kind == "update" and not telling.time.text


def enough(telling: Telling) -> bool:
    """Tell whether a telling says more than when: the head of an entry does not, the entry itself does."""
    return len(WORD.findall(telling.article.text[slice(*telling.sentence)])) > HEAD


def _shown(article: Article, support: Support) -> tuple[int, int]:
    start, end = support.sentence or (support.start, support.end)
    if end - start > LONG:
        for low, high in clauses.spans(article, start, end):
            if (
                _begins(article, low, start)
                and low <= support.start
                and support.end <= high
                and len(WORD.findall(article.text[low:high])) >= WORDS
            ):
                return low, high
    return start, end


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
    if not _DAY.match(first.value) or not _printed_day(article, beside, first):
        hours = _just_before(article, begin)
        return begin if hours is None else hours
    if own is None:
        day = iso_seconds(first.value[:10])
        elsewhere = day is not None and abs(begin - day) > 2 * DAY
        return begin + round((day - begin // DAY * DAY) / DAY) * DAY if day is not None and elsewhere else begin
    days = round((own - begin) / DAY)
    return own if days and abs(own - begin - days * DAY) <= max(HOUR, high - low) else begin


def _printed_day(article: Article, beside: Sequence[Time], time: Time) -> bool:
    """Tell whether the day of a clock time is told by its own words or a date of its sentence, and was not inferred."""
    near = (t for t in beside if t.value[:10] == time.value[:10])
    return any(t.type == "DATE" or day_words.own_day(t.text, article.language) for t in near)


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
