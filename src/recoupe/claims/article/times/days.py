"""Claims from dates: the day of an event, the year something was opened, built, founded."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import regex

from recoupe.claims.article.ground import circumstances, reference
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import FOUR_DIGITS, ISO_DAY
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest, of_times
from recoupe.claims.article.ground.seconds import DAY, NO_YEAR, YEAR, iso_seconds, yearless
from recoupe.claims.article.times import day_words, stray
from recoupe.claims.article.times.phases import MOVES, event_of
from recoupe.model import Claim, Time
from recoupe.text.patterns import compiled_by_regex

DAY_REACH = 130
_LINK = compiled_by_regex(r" (?:\p{L}{1,3} )?(?:\p{L}{1,3} )?")
_MONTH_DAY = compiled_by_regex(r"-\d{2}-\d{2}")
_DAY_NUMBER = compiled_by_regex(r"(?<![\d.:,hH])(?<!h )\d{1,2}(?![\d:hH]| h|[.:]\d)")
_NAMED_MONTH = compiled_by_regex(
    r"\d{1,2}(?:er|º|\.|st|nd|rd|th)? (?:de )?\p{L}{3,}|\p{L}{3,}\.? \d{1,2}(?!\d|:)", regex.V1
)


def find(scene: Scene) -> list[Claim]:
    """Return the claims of days and years of an article, in order."""
    return _put_off(scene, of_times(scene, _date))


def _put_off(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """Return claims without the days from which something was put off, which are what the new ones were: "from 19 May
    to 16 June"."""
    out: list[Claim] = []
    for claim in claims:
        before = out[-1] if out else None
        if (
            before is not None
            and before.low is not None
            and before.high is not None
            and (before.attribute, before.scope, before.sentence) == (claim.attribute, claim.scope, claim.sentence)
            and _TO.fullmatch(scene.article.text, before.anchor.end, claim.anchor.start)
            and any(c.key == "postponement" for c in _cues_of(scene, claim))
        ):
            out[-1] = msgspec.structs.replace(claim, was=(before.low, before.high))
        else:
            out.append(claim)
    return out


_TO = compiled_by_regex(r" (?:\p{L}{1,4} ){0,2}", regex.V1)


def _cues_of(scene: Scene, claim: Claim) -> tuple[Found, ...]:
    return next((s.cues for s in scene.sentences if (s.start, s.end) == claim.sentence), ())


def _date(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    if time.type != "DATE" and not (time.type == "TIME" and _prints_day(time)):
        return None
    return (
        _year(scene, sentence, time) if time.value.isdigit() and len(time.value) == 4 else _day(scene, sentence, time)
    )


def _prints_day(time: Time) -> bool:
    """Tell whether a clock time or part of a day is printed with its day of the month ("06 h 42 mardi 3 mars").

    With a zone beside it the day is that zone's: elsewhere it may be another, and the instant is compared.
    """
    m = ISO_DAY.match(time.value)
    return (
        m is not None
        and time.zone_from != "printed"
        and _NAMED_MONTH.search(time.text) is not None
        and int(m[3]) in _numbers(time.text)
    )


def _numbers(text: str) -> set[int]:
    return {int(n) for n in _DAY_NUMBER.findall(text)}


def _day(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    value = time.value
    if not reference.known(scene) and _MONTH_DAY.match(value[4:]) and not FOUR_DIGITS.search(time.text):
        value = f"{NO_YEAR}{value[4:]}"  # none known (another year of the text is no help): the story tells
    elif value.startswith("XXXX-"):
        value = f"{reference.year(scene) or NO_YEAR}{value[4:]}"
    m = ISO_DAY.match(value)
    if not m:
        return None
    seconds = iso_seconds(m.group())
    span = (time.start, time.end)
    idle = day_words.until(scene.article, time) or day_words.of_an_agency_line(scene.article, time)
    idle = idle or stray.of_the_archives(scene.article, (sentence.start, sentence.end))
    if seconds is None or idle or _of_report(scene, sentence, time):
        return None
    event = event_of(scene, sentence, span, DAY_REACH, own=_own_words(scene, sentence, span))
    resumed = [c for c in sentence.of("phase") if c.key == "resume"]
    if nearest(scene, sentence, span, resumed, DAY_REACH // 2) is not None:
        return _claim(scene, sentence, time, "date of resume", seconds, None)
    if event in (None, "flight") and _of_a_rocket(scene, sentence, span):
        return _claim(scene, sentence, time, "date", seconds, "launch")
    if event is None:
        return None
    phase = nearest(scene, sentence, span, [c for c in sentence.of("phase") if c.key in ("start", "end")], 30)
    moves = nearest(scene, sentence, span, [c for c in sentence.of("phase") if c.key in MOVES], DAY_REACH)
    if moves is not None and (phase is None or moves.start < phase.start):
        return None  # the day someone came, not the day of what they came for
    attribute = "date" if phase is None or phase.key in ("start", "occurrence") else f"date of {phase.key}"
    return _claim(scene, sentence, time, attribute, seconds, event)


def _own_words(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> Callable[[Found], bool]:
    """Return what tells whether a day may be an event's.

    Not one before which it lies ("on Sunday, the eve of the summit"; "ahead of the summit, on Sunday"), nor one it
    came after ("elected on Thursday, hours after the resignation"; but "after the riot on Monday"), nor one whose own
    year stands before it ("meddling in the 2016 election, which they were charged with on Friday"), nor one in what
    somebody is reported to have said behind it ("on Monday he hoped that the summit would be useful").
    """
    text, followed = scene.article.text, sentence.of("ahead")
    leads = [c for c in followed if c.key != "after"]
    years = [t for t in sentence.times if t.type == "DATE" and t.value.isdigit() and len(t.value) == 4]

    reported = [part for q in scene.quotes for part in q.content if span[1] <= part[0] < sentence.end]

    def own(cue: Found) -> bool:
        if any(start <= cue.start < end for start, end in reported):
            return False
        if any(0 <= cue.start - t.end <= OF_ITS_YEAR for t in years):
            return False
        behind = cue.start >= span[1]
        led = [
            c
            for c in (followed if behind else leads)
            if 0 <= cue.start - c.end <= LED and "," not in text[c.end : cue.start]
        ]
        if behind:
            return not any(c.start >= span[1] for c in led)
        return not led or "," not in text[cue.end : span[0]]

    return own


OF_ITS_YEAR = 14
"""Characters between a year and the event it is of: "2016 presidential election"."""

LED = 30
"""Characters between "on the eve of" and the event: "his first meeting"."""


def _of_a_rocket(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a day is that on which a rocket or probe set off: named beside it, or what the article is about."""
    phases = [c for c in sentence.of("phase") if c.key in ("departure", "start", "arrival")]
    phase = nearest(scene, sentence, span, phases, DAY_REACH)
    if phase is None or phase.key == "arrival":
        return False
    mover = nearest(scene, sentence, (phase.start, phase.end), sentence.of("mover"))
    if mover is not None:
        return mover.key == "rocket"
    told = [c.key for s in scene.sentences[:IN_FRONT] for c in s.of("mover")]
    return phase.key == "departure" and told.count("rocket") > 1 and 2 * told.count("rocket") > len(told)


IN_FRONT = 12
"""Sentences that say what an article is about."""


def _claim(scene: Scene, sentence: Sentence, time: Time, attribute: str, seconds: float, event: str | None) -> Claim:
    around = circumstances.find(scene, sentence, (time.start, time.end))
    of = (f"event:{event}",) if event else ()
    scope = (s for s in scopes.kept(around.scope, place=True) if s != "period:year")  # a day of the annual meeting
    return Claim(
        attribute=attribute,
        scope=tuple(sorted((*of, *scope))),
        low=seconds,
        high=seconds + DAY - 1,
        unit="day",
        display=time.text,
        anchor=scene.anchor(time.start, time.end),
        sentence=(sentence.start, sentence.end),
        status="planned" if _to_come(scene, seconds) else around.status,
        holder=around.holder,
        as_of=scene.article.published,
        named=scene.named(around.scope),
        loose=not any(c.isdigit() for c in time.text),
        aside=event is not None and _aside(scene, sentence, time, event),
        rule="day",
    )


def _aside(scene: Scene, sentence: Sentence, time: Time, event: str) -> bool:
    """Tell whether the word for an event stands in another clause than a day: it may be of something else.

    A day that opens its sentence has its comma: "On Friday, police arrested five".
    """
    span = (time.start, time.end)
    words = [c for c in (*sentence.of("event"), *sentence.of("weak")) if c.key == event]
    cue = nearest(scene, sentence, span, words, DAY_REACH)
    if cue is None:
        return False
    text = scene.article.text
    gap = text[cue.end : span[0]] if cue.end <= span[0] else text[span[1] : cue.start]
    opens = cue.start >= span[1] and not any(char in text[sentence.start : span[0]] for char in _MARKS)
    return any(char in gap.removeprefix(",") if opens else char in gap for char in _MARKS)


_MARKS = ",;:()–—"


def _to_come(scene: Scene, seconds: float) -> bool:
    """Tell whether a day lies after the day an article was written, whatever its words."""
    written = iso_seconds((scene.article.published or scene.article.reference or "")[:10])
    return written is not None and seconds >= written + 2 * DAY and not yearless(seconds)


def _of_report(scene: Scene, sentence: Sentence, time: Time) -> bool:
    """Tell whether the day is that of a statement ("prosecutors said on Tuesday"), not of what it tells."""
    text = scene.article.text
    return any(_LINK.fullmatch(text[c.end : time.start]) for c in sentence.of("attribution") if c.end <= time.start)


def _year(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    """Return the claim of a year in which something was opened, built, founded."""
    span = (time.start, time.end)
    found = nearest(scene, sentence, span, sentence.of("milestone"), 60)
    seconds = iso_seconds(f"{time.value}-01-01")
    after = iso_seconds(f"{int(time.value) + 1:04d}-01-01")
    if found is None or seconds is None or after is None:
        return None
    off = _years_off(scene, time) * YEAR
    names = [n for n in sentence.names if n.type == "person"] if found.key in ("born", "elected") else []
    whose = [f"who:{scene.entity(names[0])}"] if names else []
    if found.key in ("born", "elected") and not names:
        return None
    return Claim(
        attribute=f"year {found.key}",
        scope=tuple(whose),
        low=seconds - off,
        high=after - 1 + off,
        unit="year",
        display=time.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        as_of=scene.article.published,
        named=scene.named(whose),
        rule="year",
    )


def _years_off(scene: Scene, time: Time) -> int:
    """Return by how many years a year told as so many years ago may be another: "nearly two decades ago"."""
    written = reference.year(scene) if time.rule == "ago" else None
    if written is None:
        return 0
    years = written - int(time.value)
    return max(1, round(ROUNDED * years)) if time.mod or years % 10 == 0 else 1


ROUNDED = 0.15
"""Part of a round number of years by which it may be off."""
