"""Claims from times: instants of an event's phases, durations of what lasted, days of happenings."""

from __future__ import annotations

import datetime as dt

import regex

from recoupe.claims import scope as scopes
from recoupe.claims.cues import Found
from recoupe.claims.scene import FAR, Scene, Sentence, cost, nearest
from recoupe.model import Claim, Time

POINT_EVENTS = frozenset(
    ("attack", "explosion", "accident", "fire", "quake", "storm", "flood", "robbery", "outage", "hostage", "handshake")
)
"""Happenings without a schedule: their start and their occurrence are one attribute."""

WEAK_PENALTY = 40
HOUR = 3600.0
DAY = 86400.0

_CLOCK = regex.compile(r"T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?$")
_DATE = regex.compile(r"^(\d{4})-(\d{2})-(\d{2})")
_PERIOD = regex.compile(
    r"^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$"
)
_SECONDS = (31_557_600.0, 2_629_800.0, 604_800.0, DAY, HOUR, 60.0, 1.0)

_APPROXIMATE = {
    "APPROX": (-900.0, 900.0), "START": (0.0, 900.0), "END": (-900.0, 0.0), "AFTER": (0.0, 1200.0),
    "MORE_THAN": (0.0, 1200.0), "ON_OR_AFTER": (0.0, 1200.0), "EQUAL_OR_MORE": (0.0, 1200.0),
    "BEFORE": (-1200.0, 0.0), "LESS_THAN": (-1200.0, 0.0), "ON_OR_BEFORE": (-1200.0, 0.0),
    "EQUAL_OR_LESS": (-1200.0, 0.0),
}  # fmt: skip


def find(scene: Scene) -> list[Claim]:
    """Return the claims of instants, durations and days of an article, in order."""
    out: list[Claim] = []
    for sentence in scene.sentences:
        clocks = [t for t in sentence.times if t.type == "TIME" and _CLOCK.search(t.value)]
        for time in clocks:
            claim = _instant(scene, sentence, time)
            if claim:
                out.append(claim)
        out.extend(c for t in sentence.times if t.type == "DURATION" and (c := _duration(scene, sentence, t)))
        out.extend(c for t in sentence.times if t.type == "DATE" and (c := _day(scene, sentence, t)))
    return out


# ---- instants ----


def _instant(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    span = (time.start, time.end)
    phase, event = _phase_and_event(scene, sentence, span)
    if phase is None and event is None:
        return None
    around = scopes.circumstances(scene, sentence, span)
    attribute, scope = _attribute(phase, event)
    if attribute in ("arrival", "departure"):
        who = _who(scene, sentence, span)
        if who is None:
            return None
        scope.append(f"who:{who}")
    seconds, local = _seconds(scene, time, around.day)
    if seconds is None:
        return None
    low, high = _spread(time, seconds)
    readings = tuple(_spread(time, r) for r in map(_iso_seconds, time.readings) if r is not None)
    return Claim(
        attribute=attribute,
        scope=tuple(sorted((*scope, *_kept(around.scope, place=attribute not in ("arrival", "departure"))))),
        low=low,
        high=high,
        unit="instant",
        display=time.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status=_planned(scene, seconds, local, around.status),
        holder=around.holder,
        as_of=scene.article.published,
        qualifier=time.mod,
        readings=readings,
        local=local,
        zone=time.zone,
        loose=around.day is None,
        rule="clock",
    )


def _kept(scope: tuple[str, ...], *, place: bool) -> list[str]:
    return [s for s in scope if place or not s.startswith("place:")]


def _planned(scene: Scene, seconds: float, local: bool, status: str) -> str:
    """A clock time later than the article was published is planned, whatever the words."""
    published = _iso_seconds(scene.article.published or "")
    if status == "stated" and published is not None and not local and published < seconds - 60:
        if "T" in (scene.article.published or ""):
            return "planned"
    return status


def _attribute(phase: str | None, event: str | None) -> tuple[str, list[str]]:
    """Return the attribute and its event scope: "start" of "talks", "occurrence" of "accident", "arrival"."""
    if phase in ("arrival", "departure"):
        return phase, []
    if event in POINT_EVENTS and phase in (None, "start", "occurrence"):
        return "occurrence", [f"event:{event}"]
    scope = [f"event:{event}"] if event else []
    if phase in (None, "occurrence"):
        return ("start" if event else "occurrence"), scope
    return phase, scope


def _phase_and_event(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> tuple[str | None, str | None]:
    """Return the phase and event nearest to a value; a short line without either takes those of the line before."""
    phase = nearest(scene, sentence, span, _outside(sentence.of("phase"), span))
    event = event_of(scene, sentence, span)
    if phase and event:
        return phase.key, event
    text_length = sentence.end - sentence.start
    for back in (1, 2, 3, 4, 5, 6):
        if sentence.number - back < 0 or (phase is None and text_length > 60 and back > 1):
            break
        before = scene.sentences[sentence.number - back]
        tail = (before.end, before.end)
        if phase is None and event is None and text_length <= 60:
            phase = nearest(scene, before, tail, before.of("phase"), 1000)
        if event is None and phase is not None and phase.key not in ("arrival", "departure"):
            event = event_of(scene, before, tail, 1000)
        if phase and event:
            break
        if before.block not in ("list",) and back >= 2:
            break
    return (phase.key if phase else None), event


def event_of(scene: Scene, sentence: Sentence, span: tuple[int, int], limit: int = FAR) -> str | None:
    """Return the event concept a value belongs to. Verbs of speaking ("weak") give way to a noun in reach."""
    strong = nearest(scene, sentence, span, _outside(sentence.of("event"), span), limit)
    weak = nearest(scene, sentence, span, _outside(sentence.of("weak"), span), limit)
    if strong and weak:
        price = cost(scene, sentence, span, (strong.start, strong.end))
        other = cost(scene, sentence, span, (weak.start, weak.end)) + WEAK_PENALTY
        return strong.key if price <= other else weak.key
    found = strong or weak
    return found.key if found else None


def _outside(found: list[Found], span: tuple[int, int]) -> list[Found]:
    return [c for c in found if c.end <= span[0] or c.start >= span[1]]


def _who(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return who arrives or leaves: the person named nearest before the value, else anyone named just before it."""
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    before = [n for n in people if n.end <= span[0]]
    found = nearest(scene, sentence, span, before, 1000) or nearest(scene, sentence, span, people, FAR)
    if found:
        return scene.entity(found)
    for back in (1, 2, 3):
        if sentence.number - back < 0:
            return None
        earlier = [n for n in scene.sentences[sentence.number - back].names if n.type == "person" and not n.role]
        if earlier:
            return scene.entity(earlier[0])
    return None


def _seconds(scene: Scene, time: Time, sentence_day: str | None) -> tuple[float | None, bool]:
    """Return (seconds since 1970, local?) of a clock time; of no known day, the article's. Local: not yet in UTC."""
    m = _CLOCK.search(time.value)
    if not m:
        return None, False
    exact = _iso_seconds(time.value)
    if exact is not None:
        return exact, not m[4]
    clock = int(m[1]) * HOUR + int(m[2]) * 60 + int(m[3] or 0)
    day = sentence_day or scene.article.published or scene.article.reference
    base = _iso_seconds(day[:10]) if day and _DATE.match(day) else 0.0
    return (base or 0.0) + clock, not m[4]


def _iso_seconds(value: str) -> float | None:
    """Return seconds since 1970 UTC of an ISO date or date-time; one without a zone is counted as if in UTC."""
    try:
        moment = dt.datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return moment.timestamp()


def _spread(time: Time, seconds: float) -> tuple[float, float]:
    """Return the interval a clock time stands for: "vers 19 h 30" is a quarter of an hour either way."""
    before, after = _APPROXIMATE.get(time.mod or "", (0.0, 0.0))
    return seconds + before, seconds + after


# ---- durations ----


def _duration(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    span = (time.start, time.end)
    low, high = time.low, time.high
    if low is None and high is None:
        length = period_seconds(time.value)
        if length is None:
            return None
        low = high = length
    longest = high if high is not None else low
    if longest is None or longest <= 0 or longest > 40 * DAY:
        return None
    event = event_of(scene, sentence, span)
    if event is None:
        return None
    if low is not None and low == high:
        low, high = _loosened(low, time.mod)
    if not low:
        low = None
    around = scopes.circumstances(scene, sentence, span)
    return Claim(
        attribute="duration",
        scope=tuple(sorted((f"event:{event}", *around.scope))),
        low=low,
        high=high,
        unit="second",
        display=time.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status=around.status,
        holder=around.holder,
        as_of=scene.article.published,
        qualifier=time.mod,
        rule="duration",
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


def period_seconds(value: str) -> float | None:
    """Return the seconds of an ISO 8601 period ("PT2H15M"), None when it is none."""
    m = _PERIOD.match(value)
    if not m or value in ("P", "PT"):
        return None
    total = sum(float(part) * size for part, size in zip(m.groups(), _SECONDS, strict=True) if part)
    return total or None


# ---- days ----


def _day(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    m = _DATE.match(time.value)
    if not m or not any(c.isdigit() for c in time.text):
        return None  # a weekday alone depends on a reference date: too weak to accuse a page with
    seconds = _iso_seconds(m.group())
    span = (time.start, time.end)
    event = event_of(scene, sentence, span, 80)
    if seconds is None or event is None:
        return None
    phase = nearest(scene, sentence, span, sentence.of("phase"), 60)
    around = scopes.circumstances(scene, sentence, span)
    return Claim(
        attribute="date" if phase is None or phase.key in ("start", "occurrence") else f"date of {phase.key}",
        scope=tuple(sorted((f"event:{event}", *_kept(around.scope, place=True)))),
        low=seconds,
        high=seconds + DAY - 1,
        unit="day",
        display=time.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status=around.status,
        holder=around.holder,
        as_of=scene.article.published,
        rule="day",
    )
