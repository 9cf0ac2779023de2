"""What the sentences of one article date by themselves: the day or the instant beside an event they tell.

Left out: days that only date a statement ("said on Friday"), sentences without an event, headings, times at which
nothing happened (`actual`), a day outside of the quotation that names the event or inside it.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.claims.article.facts import clauses
from recoupe.claims.article.ground import cues, quoted, status
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import ISO_DAY, WHOLE_DAY, WORD
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.ground.seconds import DAY, iso_seconds
from recoupe.claims.article.times import actual, day_words, verbs
from recoupe.claims.article.times.clock_times import NIGHT
from recoupe.claims.article.times.phases import MOVES, POINT_EVENTS, phase_and_event
from recoupe.model import Article, Time
from recoupe.text.patterns import compiled_by_regex

WORDS = 5
"""Words a sentence must have to tell an event."""

REACH = 70
"""A day further than this from the event it is to date (characters and what separates them) dates something else."""

SAYING = 4
"""Words at most between a verb of saying and the day it is dated by."""

SAYINGS = ("speak", "announce", "confirm")
"""Deeds of the table `statements` that only say something."""

LONG = 200
"""Characters of a sentence beyond which only a clause of it is shown."""

NAMELESS = ("", "day", "")
"""What is told of a day by words that no table knows."""

LATELY = ("", "lately", "")
"""What has happened on a day of the week in which its page came out, told by such words."""

WEEK = 6 * DAY
"""Before a page came out, within which a weekday of what has happened is that day."""

_NUMBERED = compiled_by_regex(r"\d")


class Dated(NamedTuple):
    """A sentence that dates an event: `begin` in seconds, `clock` when it is an instant. `number` counts sentences.

    `sentence` is what is shown of the `whole` one.
    """

    number: int
    whole: tuple[int, int]
    local: bool  # of an entry: a clock time whose zone the story must tell
    sentence: tuple[int, int]
    time: Time
    begin: float
    clock: bool
    what: tuple[str, str, str]  # event, phase, who
    planned: bool
    loose: bool  # a clock time whose day is only that of its article
    weekday: bool  # a day told by its weekday alone
    guessed: bool  # a day told by words such as "today" on a page without a date of its own
    day_named: bool  # its own words name the day
    dayless: bool  # nothing in its article tells its day: it was taken from the story
    telling: bool  # the sentence itself says what happened
    named: bool  # someone is named before the time
    block: str  # the kind of block it stands in
    announced: bool  # its words say that it is to come
    beside: frozenset[str]  # the events its sentence speaks of


def find(ground: Scene) -> list[Dated]:
    """Return what the sentences of an article date, by themselves."""
    out = []
    for sentence in ground.sentences:
        if len(WORD.findall(ground.article.text[sentence.start : sentence.end])) < WORDS or sentence.block == "heading":
            continue
        out += [telling for time in sentence.times if (telling := _telling(ground, sentence, time)) is not None]
    return out


def _telling(ground: Scene, sentence: Sentence, time: Time) -> Dated | None:
    if time.type not in ("DATE", "TIME") or not WHOLE_DAY.match(time.value) or "\n" in time.text:
        return None
    clock = time.value.endswith("Z") and ":" in time.value
    begin = iso_seconds(time.value) if clock else iso_seconds(time.value[:10])
    if begin is None or (":" in time.value and not clock):
        return None
    if not actual.happens(ground.article, time, (sentence.start, sentence.end)):
        return None
    acts = _acts(ground, sentence)
    span = (time.start, time.end)
    told = [*sentence.of("event"), *sentence.of("weak"), *sentence.of("phase"), *acts]
    found = nearest(ground, sentence, span, told, REACH)
    said = not clock and _only_said(ground, sentence, time)
    if (said and not _news_of_its_page(ground, sentence, begin)) or (
        not clock and _of_another_noun(ground, sentence, time)
    ):
        return None
    if said:
        found = None  # that it was said is what the page tells
    if found is not None and (_apart(ground, time, found) or _counted_since(ground, time, found)):
        return None
    what = _what(ground, sentence, span, found if found in acts else None) if found is not None else None
    if what is None:
        if clock or sentence.block == "caption":
            return None  # a caption says when its picture was taken
        if not _names_a_day(ground.article, time) and not _lately(ground.article, time, begin):
            return None
        what = NAMELESS if _names_a_day(ground.article, time) else LATELY
    published = iso_seconds(ground.article.published or ground.article.reference or "")
    announced = status.find(ground, sentence, span) == "planned" or verbs.ahead(ground.article, time)
    over = published is not None and begin + DAY < published
    named = day_words.own_day(time.text, ground.article.language)
    return Dated(
        number=sentence.number,
        whole=(sentence.start, sentence.end),
        local=False,
        sentence=shown(ground.article, (sentence.start, sentence.end), _held(span, found)),
        time=time,
        begin=begin,
        clock=clock,
        what=what,
        planned=(announced and not over) or actual.still_to_come(ground.article, begin, time),
        loose=clock
        and published is not None
        and begin // DAY == published // DAY
        and not named
        and not any(ISO_DAY.match(t.value) for t in sentence.times if t.type == "DATE"),
        weekday=day_words.weekday_alone(sentence.times, time, ground.article.language),
        guessed=not clock and ground.article.published is None and not any(c.isdigit() for c in time.text),
        day_named=named,
        dayless=False,
        telling=found is not None and found.section != "phase",
        named=any(n.end <= time.start for n in sentence.names if n.type != "place"),
        block=sentence.block,
        announced=announced,
        beside=frozenset(c.key for c in sentence.of("event")),
    )


def _held(time: tuple[int, int], event: Found | None) -> tuple[int, int]:
    """Return the words from the first of a time and its event to the last."""
    return time if event is None else (min(time[0], event.start), max(time[1], event.end))


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


def _acts(ground: Scene, sentence: Sentence) -> list[Found]:
    """Return the acts of a sentence that only the table `facts` has: a signing, a landfall."""
    text = ground.article.text[sentence.start : sentence.end]
    return [
        Found(sentence.start + c.start, sentence.start + c.end, c.section, c.key)
        for c in cues.find(text, ground.article.language, "statements")
        if c.section == "act"
    ]


def _apart(ground: Scene, time: Time, event: Found) -> bool:
    """Tell whether only one of a time and an event stands in quoted words: they are not of one statement."""
    said = quoted.spans(ground.quotes)
    return any((s <= time.start < e) != (s <= event.start < e) for s, e in said)


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


LEAD = 600
"""Characters at the beginning of an article in which it tells its news."""


def _news_of_its_page(ground: Scene, sentence: Sentence, begin: float) -> bool:
    """Tell whether a sentence is of the lead of a page of the day it tells: what was said then is its news, unless it
    is of something that happened ("Five died when the bridge fell, police said on Friday")."""
    written = iso_seconds((ground.article.published or "")[:10])
    happened = any(c.key in POINT_EVENTS for c in sentence.of("event"))
    return sentence.start < LEAD and written == begin and ground.article.kind == "article" and not happened


def _counted_since(ground: Scene, time: Time, event: Found) -> bool:
    """Tell whether what happens at one moment is only counted since a day: "five have been arrested since Friday"."""
    return event.key in POINT_EVENTS and event.end <= time.start and day_words.since(ground.article, time)


def _of_another_noun(ground: Scene, sentence: Sentence, time: Time) -> bool:
    """Tell whether a day is that of a noun beside it which is no event: it dates nothing else of its sentence."""
    if not day_words.of_a_noun(ground.article, time):
        return False
    near = (c for c in sentence.of("event") if 0 <= time.start - c.end <= NOUN or 0 <= c.start - time.end <= NOUN)
    return next(near, None) is None


NOUN = 28
"""Characters between a day and the event whose it is: "Friday's gun attack", "the deadly fire of Tuesday"."""


def _between(text: str, time: Time, start: int, end: int) -> int:
    """Return how many words stand between a time and other words; many where a mark parts them."""
    between = text[end : time.start] if end <= time.start else text[time.end : start]
    return SAYING + 1 if any(c in between for c in ",;:\n") else len(WORD.findall(between))


def shown(article: Article, whole: tuple[int, int], held: tuple[int, int]) -> tuple[int, int]:
    """Return what is shown of the sentence `whole`: of a long one the clause that has all of `held` in it."""
    start, end = whole
    if end - start > LONG:
        for low, high in clauses.spans(article, start, end):
            alone = low == start or article.text[low].isupper()  # it begins as a sentence does
            if alone and low <= held[0] and held[1] <= high and len(WORD.findall(article.text[low:high])) >= WORDS:
                return low, high
    return whole
