"""Claims from durations: how long what lasted."""

from __future__ import annotations

import math

from recoupe.claims.article.facts import runs
from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest, of_times
from recoupe.claims.article.ground.seconds import DAY, HOUR, MONTH, YEAR
from recoupe.claims.article.times import length_of
from recoupe.claims.article.times.lasting import LASTING_REACH, of_an_event, speaker, what_lasted, whose_event
from recoupe.claims.article.times.phases import POINT_EVENTS, event_of
from recoupe.claims.values import POINTS
from recoupe.model import Claim, Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_PERIOD = compiled_by_regex(
    r"^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$"
)
_WEEK = 7 * DAY
_SECONDS = (YEAR, MONTH, _WEEK, DAY, HOUR, 60.0, 1.0)


EVENT_REACH, RIGHT_BEFORE = 60, 15
"""Within this cost an event is what was late; that close before "delayed by" rather than who is named."""
LONGEST = 400 * DAY
"""Longer than this are ages, terms and histories, not events."""
TERMS = frozenset(("event:custody",))
"""Events that last for years."""


def find(scene: Scene) -> list[Claim]:
    """Return the claims of durations of an article, in order."""
    return of_times(scene, _duration)


def _of_points(sentence: Sentence, time: Time) -> bool:
    """Tell whether what reads as three quarters of a year is of a percentage point."""
    return any(q.unit in POINTS and q.start <= time.start < q.end for q in sentence.quantities)


def _duration(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    if time.type != "DURATION" or _of_points(sentence, time):
        return None
    span = (time.start, time.end)
    low, high = time.low, time.high
    if low is None and high is None:
        low = high = period_seconds(time.value)
    longest = high if high is not None else low
    if longest is None or longest <= 0:
        return None
    if _of_a_clock(sentence, time, longest) or length_of.cut_off(scene, sentence, span):
        return None
    if length_of.spread(scene, time) and (whole := period_seconds(time.value)) is not None:
        low = high = whole  # "four hours, spread over two days"
    told = _told_of(scene, sentence, span, longest)
    if told is None:
        return None
    attribute, of = told
    if attribute == "duration" and longest in (DAY, DAY / 2) and _an_occasion(scene, sentence, time):
        return None
    if attribute in ("duration", "second") and length_of.nothing(scene, time):
        return None
    if longest > LONGEST and (TERMS.isdisjoint(of) or _of_someone(scene.article.text, span)):
        return None
    if low is not None and low == high and not length_of.spread(scene, time):
        low, high = _loosened(low, time.mod)
    around = circumstances.find(scene, sentence, span)
    elapsed = attribute == "duration" and _elapsed(sentence, span)
    if attribute != "delay":  # who was late says it all
        no = ("period:", "year:") if elapsed else ("period:",)  # a length is no rate
        of += tuple(s for s in around.scope if not s.startswith(no))
    return Claim(
        attribute=attribute,
        scope=tuple(sorted(of)),
        low=low or None,
        high=high,
        unit="second",
        display=time.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status="stated" if elapsed and around.status == "planned" else around.status,
        holder=around.holder,
        as_of=scene.article.published,
        qualifier=qualifier(time),
        named=scene.named((*of, *around.scope)),
        rule="duration",
        aside=attribute == "duration" and length_of.aside(scene, sentence, span, of[0].removeprefix("event:")),
    )


def _of_a_clock(sentence: Sentence, time: Time, length: float) -> bool:
    """Tell whether what reads as a length is the first of two clock times: "de 22 heures à 5 heures"."""
    return length <= DAY and any(t.type == "TIME" and 0 < t.start - time.end <= RANGE for t in sentence.times)


def _of_someone(text: str, span: tuple[int, int]) -> bool:
    """Tell whether years stand between commas: "el dueño, de 48 años, seguirá en prisión preventiva" has that age."""
    return text[span[1] : span[1] + 1] == "," and "," in text[max(0, span[0] - COMMA) : span[0]]


COMMA = 6
"""Characters from the comma before someone's age to its number: ", de "."""

RANGE = 3
"""Characters of a word that joins the two clock times of a range, with its spaces."""


def _an_occasion(scene: Scene, sentence: Sentence, time: Time) -> bool:
    """Tell whether "a day", "une nuit" is an occasion, "24-hour" of whatever never stops: what lasted that long is said
    by a verb before it or a noun right behind ("a whole day of talks", "a 24-hour strike")."""
    words = fold(time.text).replace("'", " ")
    if words.split(" ")[0] not in runs.articles(scene.article.language) and not words.startswith("24-"):
        return False
    lasting = any(c.section == "lasting" or c.key == "last" for c in sentence.cues if 0 <= time.start - c.end <= BEFORE)
    named = (c for section in ("event", "weak") for c in sentence.of(section))
    behind = (c for c in named if c.start >= time.start and c.end > time.end)  # "hour strike" is one
    return not (lasting or any(c.start - time.end <= BEHIND for c in behind))


BEFORE, BEHIND = 20, 15
"""Characters from a verb to a length, and from a length to the noun of what lasted."""


def _told_of(
    scene: Scene, sentence: Sentence, span: tuple[int, int], length: float
) -> tuple[str, tuple[str, ...]] | None:
    """Return what a length of time is, as attribute and scope: from when, until what, of whose delay, of which event.

    Where nothing says so it is kept if it is odd; none that only leads to a moment.
    """
    if since_the_last(scene, sentence, span):
        return SINCE_LAST, ()
    since = _since(scene, sentence, span)
    if since is not None:
        return f"time after {since}", ()
    until = _until(scene, sentence, span) if length <= DAY else None
    if until is not None:
        return f"time until {until}", ()
    late = _late(scene, sentence, span) if length <= LONGEST_DELAY else None
    if late is not None:
        return "delay", (late,)
    if length_of.put_off(scene, sentence, span):
        return None
    if _is_offset(sentence, span) and not (_put_out(scene, sentence, span) or _right_behind_its_verb(sentence, span)):
        return None
    event = what_lasted(scene, sentence, span)
    if event is not None and length >= TOO_LONG.get(event, math.inf):
        event = None
    if event is None:
        return ("second", ()) if odd(length) else None
    whose = speaker(scene, sentence, span) if event == "speech" else whose_event(scene, sentence, span, event)
    return "duration", (f"event:{event}", *whose)


TOO_LONG = {
    "speech": DAY, "press": DAY / 2, "meal": DAY / 2, "match": DAY / 2, "one_on_one": DAY / 2, "handshake": HOUR,
}  # fmt: skip
"""Events that no one makes last so long: "a day our children will learn of at school" is no speech's."""


BESIDE = 2
"""Characters between a length and the event it is of: "14 Stunden Verhandlungen"."""


def _elapsed(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a length is over: "will shut three plants by 2029 under a deal struck after 14 hours of talks"."""
    return any(c.key == "elapsed" and 0 <= span[0] - c.end <= 2 for c in sentence.of("offset"))


def odd(length: float) -> bool:
    """Tell whether a length in seconds is no round one, so that two pages hardly print it of two things: 19 hours,
    16 minutes and 40 seconds; not 10 hours, 24 hours, an hour and a half, four weeks, a month."""
    unit = next(u for u in (YEAR, MONTH, _WEEK, DAY, HOUR, 60.0, 1.0) if length % u == 0 or u == 1.0)
    number = length / unit
    if number >= COMPOUND:
        return length % (HOUR / 2) != 0
    return number > ROUND and number % ROUND != 0 and number not in _COMMON


ROUND = 10
COMPOUND = 100
"""From so many of a smaller unit on a length is told in two: 135 minutes are two hours and a quarter."""
_COMMON = frozenset((12, 14, 15, 24, 25, 36, 45, 48, 72, 75, 90, 96))


def _since(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return the phase a length of time is counted from: "nine minutes after taking off" (departure)."""
    after = [c for c in sentence.of("offset") if c.key == "after" and span[1] - 2 <= c.start <= span[1] + 2]
    before = [c for c in sentence.of("offset") if c.key == "before" and span[1] - 2 <= c.start <= span[1] + 2]
    if not after or before:
        return None
    behind = [c for c in sentence.of("phase") if 0 <= c.start - after[0].end <= SINCE_REACH and c.key in SINCE]
    between = scene.article.text[after[0].end : behind[0].start] if behind else ","
    return behind[0].key if not any(char in between for char in ",;.\n") else None


def _until(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return what came to pass after a length of time: "sank 48 minutes later", "sank within an hour".

    It stands right beside; "an hour before it sank" and "for an hour" tell no such length.
    """
    before = {c.key for c in sentence.of("offset") if 0 <= span[0] - c.end <= 2}
    if any(c.key in ("before", "ago") and -2 <= c.start - span[1] <= 2 for c in sentence.of("offset")):
        return None
    if "ago" in before and "within" not in before:
        return None
    found = nearest(scene, sentence, span, [c for c in sentence.of("until") if not span[0] <= c.start < span[1]], NEXT)
    return found.key if found is not None else None


def since_the_last(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a length is the time in which something had not been: "the first visit in ten years"."""
    leads = [c for c in sentence.of("offset") if c.key in ("within", "ago") and 0 <= span[0] - c.end <= 2]
    first = [c for c in sentence.of("offset") if c.key == "first" and 0 < span[0] - c.end <= FIRST_REACH]
    text = scene.article.text
    return bool(leads) and any(not any(char in ",;:." for char in text[c.end : span[0]]) for c in first)


SINCE_LAST = "time since last"
FIRST_REACH = 60
"""Characters between "first" and the time in which there was none."""

NEXT = 30
"""Cost between a length of time and what came to pass after it."""


def _put_out(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a fire was under control after a length of time: so long it burned."""
    within = any(c.key == "within" and 0 <= span[0] - c.end <= 2 for c in sentence.of("offset"))
    control = [c for c in sentence.of("phase") if c.key == "control"]
    return within and nearest(scene, sentence, span, control, 2 * LASTING_REACH) is not None


def _right_behind_its_verb(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a verb that takes a length stands right before one: "they spoke for an hour before walking out"."""
    return any(
        0 <= span[0] - c.end <= (2 if c.key != "deliberation" else DURING)
        for c in sentence.of("lasting")
        if c.key in ("talk", "speech", "deliberation")
    )


DURING = 12
"""Characters of a blank and a word that leads to a length: " durante "."""


SINCE = frozenset(("departure", "start"))
SINCE_REACH = 30


LONGEST_DELAY = 2 * DAY


def _late(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return as a scope who or what was late by a length of time, None where nothing is said to be.

    The word stands right beside the length; who is late ("llegó casi una hora tarde") is named before it in the
    sentence, else it is what happens there ("a final delayed by 37 minutes").
    """
    words = [c for c in sentence.of("offset") if c.key == "late" and not of_an_event(sentence, c)]
    behind = any(
        span[0] < c.start <= span[1] + length_of.LATE_REACH and c.end > span[1] for c in words
    )  # "40 minutes late"
    before = any(0 <= span[0] - c.end <= length_of.LATE_REACH for c in words)
    if not behind and not before:
        return None
    event = event_of(scene, sentence, span, EVENT_REACH)
    event = f"event:{event}" if event is not None and event not in POINT_EVENTS else None
    beside = (c for c in sentence.of("event") if 0 <= span[0] - c.end <= RIGHT_BEFORE)
    if before and any(f"event:{c.key}" == event for c in beside):
        return event
    named = [n for n in sentence.names if n.type in ("person", "organisation") and n.end <= span[0]]
    moved = [c for c in sentence.of("mover") if c.end <= span[0]]
    who = nearest(scene, sentence, span, named) if named else None
    if who is not None:
        return f"who:{scene.entity(who)}"
    mover = nearest(scene, sentence, span, moved)
    return f"who:{mover.key}" if mover is not None else event


def _is_offset(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a length of time only leads to a moment: "two hours later", "il y a trois jours"."""
    if _elapsed(sentence, span) and any(0 < c.start - span[1] <= BESIDE for c in sentence.of("event")):
        return False  # "nach 14 Stunden Verhandlungen"
    return any(
        (c.key in ("after", "late") and span[0] < c.end <= span[1] + 12 and c.start <= span[1] + 2)
        or (c.key == "ago" and c.end <= span[1] and span[0] - 2 <= c.end)
        for c in sentence.of("offset")
    )


def _loosened(length: float, mod: str | None) -> tuple[float | None, float | None]:
    if mod == "APPROX":
        return length * 0.9, length * 1.1
    if mod in ("LESS_THAN", "BEFORE"):
        return length * 0.85, length - 1
    if mod in ("EQUAL_OR_LESS", "ON_OR_BEFORE"):
        return None, length
    if mod in ("MORE_THAN", "AFTER"):
        return length + 1, None
    if mod in ("EQUAL_OR_MORE", "ON_OR_AFTER"):
        return length, None
    return length, length


def qualifier(time: Time) -> str | None:
    """Return what words say of a length, as of any number; None where it is a range: "at least six to seven hours"."""
    plain = period_seconds(time.value)
    if time.mod is None or plain is None or (plain == time.low and time.high not in (None, plain)):
        return None
    return "nearly" if time.mod == "APPROX" and time.high == plain else _QUALIFIERS.get(time.mod)


_QUALIFIERS = {
    "APPROX": "about", "LESS_THAN": "less than", "BEFORE": "less than", "EQUAL_OR_LESS": "up to",
    "ON_OR_BEFORE": "up to", "MORE_THAN": "more than", "AFTER": "more than", "EQUAL_OR_MORE": "at least",
    "ON_OR_AFTER": "at least",
}  # fmt: skip
"""Modifiers of TIMEX3 in the words that stand for numbers."""


def period_seconds(value: str) -> float | None:
    """Return the seconds of an ISO 8601 period ("PT2H15M"), None when it is none."""
    m = _PERIOD.match(value)
    if not m or value in ("P", "PT"):
        return None
    total = sum(float(part) * size for part, size in zip(m.groups(), _SECONDS, strict=True) if part)
    return total or None
