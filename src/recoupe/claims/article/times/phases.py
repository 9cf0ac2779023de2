"""What a time is of: the phase of an event that stands nearest to it, and the event."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import msgspec
import regex

from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import FAR, Scene, Sentence, cost, nearest
from recoupe.languages import load
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

ACTS = frozenset(
    (
        "resignation", "oath", "result", "dissolution", "alarm", "gates", "separation", "abort", "contact", "arrest",
        "identification", "reading", "photo", "announcement", "trading_halt", "adoption", "freeing", "signing",
    )
)  # fmt: skip
"""What is done at an instant, and said by a verb of its own: no other verb further away tells what was done then."""

POINT_EVENTS = ACTS | frozenset(
    (
        "attack", "explosion", "accident", "fire", "quake", "storm", "flood", "robbery", "outage", "hostage",
        "handshake", "clash", "eruption", "landslide", "cyberattack", "spill", "aftershock",
    )
)  # fmt: skip
"""Happenings without a schedule: their start and their occurrence are one attribute."""

SESSIONS = frozenset(("talks", "sitting", "debate", "trial"))
"""What is suspended and goes on later."""

SUSPENDED = ("pause", "suspended")
"""Keys of the words that say so, of a session by its name or of anything."""

MOVES = ("arrival", "departure")
OPENING = ("start", "occurrence")
"""Phases of an event that say when it came about."""
WEAK_PENALTY = 40
BEYOND_PHASE = 60
FOLLOWS = 15
"""How much nearer a phase behind a clock time must be than one before it."""

SHORT = 60
"""A line this short without an event of its own (an item of a schedule) belongs to what stands before it."""

COME_ABOUT = frozenset(("vote", "adoption", "trial", "result", "announcement", "freeing", "reading", "resignation"))
"""Events that are said to come or arrive when they happen."""

CALLED = 20
"""Characters between a call and the verb that says that it came in: "la prima chiamata ai soccorsi è arrivata"."""

COMES = 10
"""Characters between such an event and the verb: "il voto è arrivato"."""


def phase_and_event(
    scene: Scene, sentence: Sentence, span: tuple[int, int]
) -> tuple[Found | None, str | None, str | None]:
    """Return the phase nearest to a value (its word in this sentence, its key) and the event.

    A short line without an event takes those of the lines before.

    An event with another phase between it and the value ("starts at 11 and ends with a press conference") is not meant.
    """
    phases = [c for c in outside(sentence.of("phase"), span) if c.key != "last"]
    phases = [
        c
        for c in phases
        if not (_of_another_moment(scene, sentence, span, c) or _counted_from(scene, sentence, span, c))
    ]
    phase = _come_about(scene, sentence, phase_of(scene, sentence, span, phases))
    event = event_of(scene, sentence, span, other=[c for c in phases if phase and c.key != phase.key])
    if phase is not None and phase.key == "occurrence" and _beside(scene, sentence, span, event, phase):
        event = None  # what happened is said by its verb: "collapsed at 11:20, shortly after an earthquake"
    if event in ACTS and phase is not None and any(c.start == phase.start for c in _until(sentence)):
        return None, None, event  # "the sirens did not go off until 9:30": then they did
    if event in ACTS and phase is not None and _done(scene, sentence, span, event, phase):
        return None, None, event
    if phase is not None and phase.key == "publication":
        return None, None, None  # when the page was written
    if phase is None and event in SESSIONS and any(c.key in SUSPENDED for c in sentence.of("aside")):
        return None, None, None  # one that is suspended neither begins nor ends
    cue = phase
    if event is None and phase is not None and any(c.start == phase.start for c in sentence.of("door")):
        return None, None, None  # gates that are shut end nothing
    if phase is not None and _of_two_clauses(scene, sentence, span, event, phase):
        return None, None, None
    if event is None and _goes_on(scene, sentence, span, phase):
        for before in reversed(scene.sentences[max(0, sentence.number - 6) : sentence.number]):
            tail = (before.end, before.end)
            event = event_of(scene, before, tail, 1000)
            if phase is None:
                phase = nearest(scene, before, tail, [c for c in before.of("phase") if c.key in ("start", "end")], 1000)
            if event or before.end - before.start > SHORT:
                break
    return cue, (phase.key if phase else None), event


def _of_another_moment(scene: Scene, sentence: Sentence, span: tuple[int, int], phase: Found) -> bool:
    """Tell whether a phase behind a value is of a moment before or after it: "at 7:38, shortly after it had left"."""
    text = scene.article.text
    return any(
        span[1] <= c.start and c.end <= phase.start and not _MARK.search(text, c.end, phase.start)
        for c in sentence.of("offset")
        if c.key in ("before", "after") and any(b.start <= c.start and c.end <= b.end for b in sentence.of("break"))
    )


_MARK = compiled_by_regex(r"[,;:.()–—\n]")


def _goes_on(scene: Scene, sentence: Sentence, span: tuple[int, int], phase: Found | None) -> bool:
    """Tell whether a short sentence goes on about the event of the lines before it: one that says no more than a time
    ("Central: 2:30 p.m.", "The Kremlin had said 22:30"), or what phase it was."""
    if sentence.end - sentence.start > SHORT:
        return False
    if phase is not None:
        return phase.key not in MOVES
    text = scene.article.text
    beside = text[sentence.start : span[0]] + " " + text[span[1] : sentence.end]
    small: int = sum(word[0].islower() for word in WORD.findall(beside))
    return small <= ITEM


ITEM = 4
"""Words in small letters that an item of a schedule has beside its time; more say what else happened then."""


def _of_two_clauses(scene: Scene, sentence: Sentence, span: tuple[int, int], event: str | None, phase: Found) -> bool:
    """Tell whether a phase before a value is of another clause than the value, and nothing names what began or ended.

    "It began to sheer and had slowed when it met the pier at 4:52": no meeting began then.
    """
    if phase.end > span[0] or phase.key not in ("start", "end", "resume"):
        return False
    broken = any(c.section == "break" and phase.end <= c.start and c.end + 2 < span[0] for c in sentence.cues)
    return broken and all(c.key != event for c in outside(sentence.of("event"), span))


def _until(sentence: Sentence) -> list[Found]:
    return [c for c in sentence.of("offset") if c.key == "until"]


def phase_of(scene: Scene, sentence: Sentence, span: tuple[int, int], phases: Sequence[Found]) -> Found | None:
    """Return the phase a clock time is of: the nearest; one before it rather than one as near behind it.

    ("Left the port at 14:30 and struck the pier": a time follows its verb, unless the verb ends the sentence.)
    """
    before = nearest(scene, sentence, span, [c for c in phases if c.end <= span[0]])
    behind = nearest(scene, sentence, span, [c for c in phases if c.start >= span[1]])
    if before is None or behind is None:
        return before or behind
    gap = cost(scene, sentence, span, (before.start, before.end))
    return behind if cost(scene, sentence, span, (behind.start, behind.end)) + FOLLOWS < gap else before


def _come_about(scene: Scene, sentence: Sentence, phase: Found | None) -> Found | None:
    """Return a phase of arrival as one of occurrence where an event is what came: "the vote came at 5:47".

    Where a call for help is what came in, the phase is its own.
    """
    if phase is None or phase.key != "arrival":
        return phase
    calls = [c for c in sentence.of("phase") if c.key == "alert" and 0 < phase.start - c.end <= CALLED]
    if calls:
        return calls[-1]
    came = [c for c in sentence.of("event") if c.key in COME_ABOUT and 0 < phase.start - c.end <= COMES]
    text = scene.article.text
    what = any("," not in text[c.end : phase.start] for c in came)
    return msgspec.structs.replace(phase, key="occurrence") if what else phase


def _beside(scene: Scene, sentence: Sentence, span: tuple[int, int], event: str | None, phase: Found) -> bool:
    """Tell whether all words of an event stand in another clause than the phase of a value."""
    words = [c for c in outside(sentence.of("event"), span) if c.key == event]
    text = scene.article.text
    return bool(words) and all("," in text[min(c.end, phase.end) : max(c.start, phase.start)] for c in words)


def _done(scene: Scene, sentence: Sentence, span: tuple[int, int], act: str, phase: Found) -> bool:
    """Tell whether an act stands nearer to a value than the phase: "sworn in at 10 before leaving".

    One behind the value must be plainly nearer ("left at 7:52 and vanished"), as of two phases (see `_phase`).
    """
    words = [c for c in outside(sentence.of("event"), span) if c.key == act]
    if any(c.start <= phase.start < c.end for c in words):
        return True  # "the decision was published at"
    other = cost(scene, sentence, span, (phase.start, phase.end))
    margin = FOLLOWS if phase.end <= span[0] else 0
    return any(
        cost(scene, sentence, span, (c.start, c.end)) + (margin if c.start >= span[1] else 0) <= other
        for c in words
        if margin == 0 or not next_clause(scene, span, c)
    )


def next_clause(scene: Scene, span: tuple[int, int], cue: Found) -> bool:
    """Tell whether a word behind a value stands in a clause that "and" begins: "began at 2:15 and was announced"."""
    if cue.start < span[1]:
        return False
    word = _NEXT.match(scene.article.text, span[1], cue.start)
    return word is not None and fold(word[1]) in conjunctions(scene.article.language)


_NEXT = compiled_by_regex(r"[ \u00a0)]{1,2}(\p{L}+)[ \u00a0]", regex.V1)


@functools.lru_cache(maxsize=32)
def conjunctions(language: str | None) -> frozenset[str]:
    """Return the words that join two clauses or two people."""
    return frozenset(map(fold, load(language).table("concepts").get("conjunctions", ())))


def event_of(
    scene: Scene,
    sentence: Sentence,
    span: tuple[int, int],
    limit: int = FAR,
    other: Sequence[Found] = (),
    own: Callable[[Found], bool] = lambda cue: True,
) -> str | None:
    """Return the event concept a value belongs to. Verbs of speaking ("weak") give way to a noun in reach.

    An event beyond one of the cues `other` belongs to that cue; one that is not `own` to the value's clause is none.
    """
    best: tuple[int, int, str] | None = None
    for cue in filter(own, outside([*sentence.of("event"), *sentence.of("weak")], span)):
        if held(scene, sentence, span, cue) or _so_long_from(scene, sentence, span, cue):
            continue
        if _counted_from(scene, sentence, span, cue):
            continue
        price = cost(scene, sentence, span, (cue.start, cue.end))
        price += WEAK_PENALTY if cue.section == "weak" else 0
        low, high = (cue.end, span[0]) if cue.end <= span[0] else (span[1], cue.start)
        price += BEYOND_PHASE * sum(1 for c in other if low <= c.start and c.end <= high)
        if cue.start >= span[1]:  # "at 6:00 GMT, two days after it was signed"
            price += BEYOND_PHASE * any(
                c.key == "after" and low <= c.start and c.end <= high for c in sentence.of("offset")
            )
            price += BEYOND_PHASE * next_clause(scene, span, cue)
        if price <= limit and (best is None or (price, cue.start) < best[:2]):
            best = price, cue.start, cue.key
    return best[2] if best else None


def _so_long_from(scene: Scene, sentence: Sentence, span: tuple[int, int], cue: Found) -> bool:
    """Tell whether a value is told as so long before or after an event: "at 6:45, 15 minutes before the sirens"."""
    if cue.start < span[1] or cue.key not in ACTS:
        return False
    lengths = [t for t in sentence.times if t.type == "DURATION" and span[1] <= t.start and t.end <= cue.start]
    return any(
        0 <= c.start - t.end <= OFFSET and c.end <= cue.start and not _MARK.search(scene.article.text, t.end, cue.start)
        for t in lengths
        for c in sentence.of("offset")
        if c.key in ("before", "after")
    )


def _counted_from(scene: Scene, sentence: Sentence, span: tuple[int, int], cue: Found) -> bool:
    """Tell whether a value behind a comma is told as so long after what stands before the comma: "an hour after the end
    of the talks, at 6:30 p.m.": they did not end then."""
    text = scene.article.text
    if cue.end > span[0] or "," not in text[cue.end : span[0]]:
        return False
    return any(
        t.start < c.start <= t.end + OFFSET and c.end <= cue.start and not _MARK.search(text, c.end, cue.start)
        for t in sentence.times
        if t.type == "DURATION" and t.end <= cue.start
        for c in sentence.of("offset")
        if c.key in ("before", "after", "elapsed")
    )


OFFSET = 2
"""Characters between a length and the word that says from which side it counts; Romance languages have it within."""


def held(scene: Scene, sentence: Sentence, span: tuple[int, int], cue: Found) -> bool:
    """Tell whether a happening is named for what it left: "the toll of the collapse rose on Saturday to 43", "the
    funeral of the victims of the fire will be held at 11".

    A time right behind it is its own ("the victims of the fire on 3 May").
    """
    text = scene.article.text
    if cue.key not in POINT_EVENTS or cue.key in ACTS or _ITS_OWN.fullmatch(text, cue.end, max(cue.end, span[0])):
        return False
    leads = [c for c in sentence.of("held") if 0 <= cue.start - c.end <= HELD]
    return any(_MARK.search(text, c.end, cue.start) is None and not c.end <= span[0] < cue.start for c in leads)


HELD = 18
"""Characters between "the toll of" and the happening: an article and a word."""

_ITS_OWN = compiled_by_regex(r" (?:\p{L}{1,3} ){0,2}", regex.V1)
"""Between a happening and the time that is its own: "of", "on"."""


def outside(found: list[Found], span: tuple[int, int]) -> list[Found]:
    return [c for c in found if c.end <= span[0] or c.start >= span[1]]


def attribute_of(phase: str | None, event: str | None) -> tuple[str, list[str]]:
    """Return the attribute and its event scope: "start" of "talks", "occurrence" of "accident", "arrival"."""
    if phase == "arrival" and event == "storm":
        return "occurrence", ["event:storm"]  # a storm that comes ashore
    if phase in ("arrival", "departure"):
        return phase, []
    if event in POINT_EVENTS and phase in (None, "start", "occurrence"):
        return "occurrence", [f"event:{event}"]
    if phase == "alert":
        return phase, []  # a story's own, whatever the call was for
    if phase == "occurrence" and event == "vote":
        return "occurrence", ["event:adoption"]  # a vote that takes place is one hand's or a chamber's: polls open
    scope = [f"event:{event}"] if event else []
    if phase == "resume" and event in OPENED_DAILY:
        return "start", scope  # what opens every day reopens
    if phase in (None, "occurrence"):
        return ("start" if event else "occurrence"), scope
    return phase, scope


OPENED_DAILY = frozenset(("branches",))
"""What opens its doors at a time, and reopens them."""
