"""What is told to have happened when: sentences of articles with the day or the instant of an event.

    findings of instants  -> tellings with the day and zone that the story's articles settled together
    dated sentences       -> tellings of days, and of clock times no finding holds (`dated`, of one article by itself)

Left out: days that only date a statement ("said on Friday"), sentences without an event, headings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from recoupe.claims import clauses, cues, scope
from recoupe.claims.moments import DAY, HOUR, MOVES, POINT_EVENTS, iso_seconds, phase_and_event
from recoupe.claims.scene import Scene, Sentence, nearest
from recoupe.model import Annotated, Article, Finding, Support, Time, Value

REACH = 70
"""A day further than this from the event it is to date (characters and what separates them) dates something else."""

WORDS = 5
"""Words a sentence must have to tell an event."""

SAYING = 4
"""Words at most between a verb of saying and the day it is dated by."""

SAYINGS = ("speak", "announce", "confirm")
"""Deeds of the table `statements` that only say something."""

LONG = 200
"""Characters of a sentence beyond which only the clause that tells the event is shown."""

_DAY = regex.compile(r"^\d{4}-\d{2}-\d{2}(?:T|$)")
_WORD = regex.compile(r"\p{L}+", regex.V1)
_TWICE = regex.compile(r"[ .]{1,3}")
"""Between a clock time that a translation left over and the one that counts: "13 heures. 18:54 HAE"."""


class Dated(NamedTuple):
    """A sentence that dates an event: `begin` in seconds, `clock` when it is an instant. `number` counts sentences."""

    number: int
    sentence: tuple[int, int]
    time: Time
    begin: float
    clock: bool
    what: tuple[str, str, str]  # event, phase, who
    planned: bool
    loose: bool  # a clock time whose day is only that of its article
    telling: bool  # the sentence itself says what happened
    named: bool  # someone is named before the time


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
    telling: bool
    named: bool


def dated(ground: Scene) -> list[Dated]:
    """Return what the sentences of an article date, by themselves."""
    out = []
    for sentence in ground.sentences:
        if (
            len(_WORD.findall(ground.article.text[sentence.start : sentence.end])) < WORDS
            or sentence.block == "heading"
        ):
            continue
        out += [telling for time in sentence.times if (telling := _telling(ground, sentence, time)) is not None]
    return out


def of_sentences(article: Article, found: Iterable[Dated], known: Collection[tuple[int, int]] = ()) -> list[Telling]:
    """Return what the sentences of an article date (`found`); times that are `known`, by place, are not told again."""
    out = []
    instants: set[tuple[int, float]] = set()
    for one in found:
        if any(low < one.time.end and one.time.start < high for low, high in known):
            continue
        if one.clock and (one.number, one.begin) in instants:
            continue  # one instant on two clocks
        instants.add((one.number, one.begin))
        out.append(Telling(article, *one[1:]))
    return out


def _telling(ground: Scene, sentence: Sentence, time: Time) -> Dated | None:
    if time.type not in ("DATE", "TIME") or not _DAY.match(time.value) or "\n" in time.text:
        return None
    clock = time.value.endswith("Z") and ":" in time.value
    begin = iso_seconds(time.value) if clock else iso_seconds(time.value[:10])
    if begin is None or (":" in time.value and not clock):
        return None
    span = (time.start, time.end)
    found = nearest(ground, sentence, span, [*sentence.of("event"), *sentence.of("weak"), *sentence.of("phase")], REACH)
    if found is None or (not clock and _only_said(ground, sentence, time)):
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
    planned = planned or _after(ground.article, begin)
    return Dated(
        sentence.number,
        _clause(ground, sentence, time, (found.start, found.end)),
        time,
        begin,
        clock,
        (event or "", phase or "", who),
        planned,
        clock and published is not None and begin // DAY == published // DAY and not any(map(scope.dated, dates)),
        found.section != "phase",
        any(n.end <= time.start for n in sentence.names if n.type != "place"),
    )


def _after(article: Article, begin: float) -> bool:
    """Tell whether a moment lies on a later day than the article: it was still to come."""
    written = iso_seconds((article.published or article.reference or "")[:10])
    return written is not None and begin >= written + 2 * DAY


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
    return SAYING + 1 if any(c in between for c in ",;:\n") else len(_WORD.findall(between))


def _clause(ground: Scene, sentence: Sentence, time: Time, event: tuple[int, int]) -> tuple[int, int]:
    """Return the sentence, or of a long one the clause that holds both the time and the event."""
    whole = (sentence.start, sentence.end)
    if sentence.end - sentence.start <= LONG:
        return whole
    for start, end in clauses.spans(ground.article, sentence.start, sentence.end):
        if _begins(ground.article, start, sentence.start) and start <= min(time.start, event[0]) and event[1] <= end:
            enough = time.end <= end and len(_WORD.findall(ground.article.text[start:end])) >= WORDS
            return (start, end) if enough else whole
    return whole


def _begins(article: Article, start: int, sentence: int) -> bool:
    """Tell whether a clause can stand alone: the sentence begins with it, or it begins as a sentence does."""
    return start == sentence or article.text[start].isupper()


def of_findings(
    findings: Iterable[Finding],
    articles: Mapping[str, Article],
    mentions: Mapping[str, Annotated],
    ids: Mapping[str, str],
) -> Iterator[Telling]:
    """Yield a telling for each source of an instant: its zone and day were settled with the story's other articles.

    `ids` gives the entity that a name stands for.
    """
    seen: set[tuple[str, int, str, str]] = set()
    for finding in findings:
        if finding.unit != "instant":
            continue
        about = [part for part in finding.scope.split(", ") if part != "planned"]
        for value in finding.values:
            for support in value.support:
                article = articles[support.article]
                key = (support.article, support.start, finding.attribute, finding.scope.removesuffix(", planned"))
                times = [t for t in mentions[article.id].times if t.start < support.end and support.start < t.end]
                begin = _settled(article, times, value)
                if begin is None or key in seen or not times:
                    continue
                seen.add(key)
                again = _printed_again(mentions[article.id].times, times[-1], article.text)
                who = ids.get(about[0], about[0]) if finding.attribute in MOVES and about else ""
                event = about[0] if about and not who else ""
                yield Telling(
                    article,
                    _shown(article, support),
                    again or times[-1],
                    (iso_seconds(again.value) if again else None) or begin,
                    True,
                    (event, finding.attribute, who),
                    support.status == "planned" or _after(article, begin),
                    False,
                    _says_what(article, support),
                    any(support.sentence[0] <= n.start < support.start for n in mentions[article.id].names)
                    if support.sentence
                    else False,
                )


def _says_what(article: Article, support: Support) -> bool:
    start, end = support.sentence or (support.start, support.end)
    found = cues.find(article.text[start:end], article.language)
    return any(c.section in ("event", "weak", "phase") for c in found)


def _shown(article: Article, support: Support) -> tuple[int, int]:
    start, end = support.sentence or (support.start, support.end)
    if end - start > LONG:
        for low, high in clauses.spans(article, start, end):
            if (
                _begins(article, low, start)
                and low <= support.start
                and support.end <= high
                and len(_WORD.findall(article.text[low:high])) >= WORDS
            ):
                return low, high
    return start, end


def _settled(article: Article, times: Sequence[Time], value: Value) -> float | None:
    """Return a value's instant, on the day its own words tell where that is not merely the day of publication."""
    low, high = (iso_seconds(v) if isinstance(v, str) and v.endswith("Z") else None for v in (value.low, value.high))
    if low is None or high is None:
        return None
    begin = (low + high) / 2  # "about half past seven" is shown as half past seven
    if not times:
        return None
    hours = _just_before(article, begin)
    if hours is not None:
        return hours
    own = iso_seconds(times[0].value) if times[0].value.endswith("Z") else None
    published = (article.published or article.reference or "")[:10]
    if own is None:
        day = iso_seconds(times[0].value[:10]) if _DAY.match(times[0].value) else None
        elsewhere = day is not None and abs(begin - day) > 2 * DAY and times[0].value[:10] != published
        return begin + round((day - begin // DAY * DAY) / DAY) * DAY if day is not None and elsewhere else begin
    if low <= own <= high:
        return own
    days = round((own - begin) / DAY)
    same_hour = abs(own - begin - days * DAY) <= max(HOUR, high - low)
    return own if days and same_hour and times[0].value[:10] != published else begin


def _just_before(article: Article, begin: float) -> float | None:
    """Return a clock time on the day that puts it hours before the update of a live blog that tells it."""
    written = iso_seconds(article.published or "") if "T" in (article.published or "") else None
    if article.kind != "update" or written is None or 0 <= written - begin <= DAY:
        return None
    return begin + (written - begin) // DAY * DAY


def _printed_again(times: Sequence[Time], time: Time, text: str) -> Time | None:
    """Return the clock with its zone right behind one without: the first is left over from elsewhere."""
    if time.value.endswith("Z"):
        return None
    return next((t for t in times if t.value.endswith("Z") and _TWICE.fullmatch(text[time.end : t.start])), None)
