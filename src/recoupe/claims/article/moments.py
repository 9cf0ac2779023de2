"""Claims from clock times: instants of an event's phases."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article import calls, circumstances, day_words, movers, stray
from recoupe.claims.article import scope as scopes
from recoupe.claims.article.circumstances import Circumstances
from recoupe.claims.article.cues import Found
from recoupe.claims.article.patterns import ISO_DAY, WORD
from recoupe.claims.article.phases import ACTS, MOVES, POINT_EVENTS, outside, phase_and_event, phase_of
from recoupe.claims.article.scene import Scene, Sentence, cost, nearest
from recoupe.claims.article.seconds import DAY, HOUR, NO_YEAR, iso_seconds, on_weekday
from recoupe.model import Claim, Time
from recoupe.text import zones
from recoupe.text.patterns import compiled_by_regex

OPENED_DAILY = frozenset(("branches",))
"""What opens its doors at a time, and reopens them."""

UNTOLD = "instant"
"""Attribute of a clock time of which nothing is known but when it was."""
BESIDE = 45
BEHIND = 10
OPENS = 20
"""Characters from the beginning of a line within which "published" is said of the page: "Article published at 9:30"."""
SAID = 2
"""Words in small letters beside a clock time without which its line says nothing of what happened then."""
BY_ITS_VERB = 80
"""How far from a clock time the verb of an act may stand: "at 10:05 the minister handed in her resignation"."""
FIRE_REACH = 25
_SAYING = ("phase", "event", "weak", "attribution")
ELLIPSIS = 90
"""Characters between two clock times of which the second may be of the first's verb."""
_CLOCK = compiled_by_regex(r"T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?$")

_BRACKET = compiled_by_regex(
    r",?(?: \p{Ll}{1,7}){0,3} \p{Lu}[\p{L}-]{1,14}(?: \p{Lu}[\p{L}-]{1,14}){0,2}(?: \p{Ll}{4})? \(", regex.V1
)
"""From one clock time to the same on another clock: "7:05 p.m. in Stockholm (1:05 p.m. New York time)", "17h30, heure
de Tbilissi (15h30 à Paris)", "5.30pm Tbilisi time (1.30pm UK time)"."""

_APPROXIMATE = {
    "APPROX": (-900.0, 900.0), "START": (0.0, 900.0), "END": (-900.0, 0.0), "AFTER": (0.0, 1200.0),
    "MORE_THAN": (0.0, 1200.0), "ON_OR_AFTER": (0.0, 1200.0), "EQUAL_OR_MORE": (0.0, 1200.0),
    "BEFORE": (-1200.0, 0.0), "LESS_THAN": (-1200.0, 0.0), "ON_OR_BEFORE": (-1200.0, 0.0),
    "EQUAL_OR_LESS": (-1200.0, 0.0),
}  # fmt: skip


PAIR_GAP = 14
"""Characters between two clock times that tell one instant twice: "11 a.m. local time (7 p.m. GMT)"."""


class _About(NamedTuple):
    """What a clock time is of: a phase (and the word that says it), an event, and who arrives or leaves."""

    phase: str | None
    cue: Found | None
    event: str | None
    who: tuple[str, ...]
    around: Circumstances


def find(scene: Scene) -> list[Claim]:
    """Return the claims of instants of an article, in order."""
    told = [_instants(scene, sentence) for sentence in scene.sentences]
    for number, mine in enumerate(told):
        nights = _overnight([*mine, *(told[number + 1][:1] if number + 1 < len(told) else ())], scene.article.published)
        told[number] = nights[: len(mine)]
    return calls.numbered(scene, [claim for mine in told for claim in mine])


def _instants(scene: Scene, sentence: Sentence) -> list[Claim]:
    """Return a claim for each clock time of a sentence; two that stand together are one instant told twice."""
    clocks = [t for t in sentence.times if t.type == "TIME" and _CLOCK.search(t.value) and "\n" not in t.text]
    clocks = [t for t in clocks if not _closes_a_range(sentence, t) and not stray.clock(scene.article, t)]
    out: list[Claim] = []
    pair: list[Time] = []
    pairs: list[list[Time]] = []
    for number, time in enumerate(clocks):
        pair.append(time)
        after = clocks[number + 1] if number + 1 < len(clocks) else None
        if after is None or not _paired(scene.article.text[time.end : after.start]):
            pairs.append(pair)
            pair = []
    spans = [(p[0].start, p[-1].end) for p in pairs]
    last: tuple[int, _About] | None = None
    said_once: Time | None = None
    for pair, span in zip(pairs, spans, strict=True):
        if len(pair) == 1 and pair[0].zone_from == "printed":
            said_once = pair[0] if "/" in (pair[0].zone or "") else None  # GMT is a reader's, beside a place's own
        elif len(pair) == 1 and said_once is not None and pair[0].zone in (None, said_once.zone):
            # "at 2:15 (Brasília time), and at 10:40": a place's zone said once holds to the sentence's end
            pair = [_in_zone(pair[0], said_once.zone or "")]
        about = _about(scene, sentence, span, pair[0])
        again = _again(scene, sentence, last, span) if last is not None else None
        told = _told(scene, sentence, pair, again) if again is not None else []
        if about is not None and again is None:
            told = _pair(scene, sentence, pair, about, [s for s in spans if s != span])
        said = again or about
        last = (span[1], said) if told and said is not None else None
        out.extend(told or _untold(scene, sentence, pair))
    return out


def _closes_a_range(sentence: Sentence, clock: Time) -> bool:
    """Tell whether a clock time is the second of two whose first reads as a length: "de 22 heures à 5 heures"."""
    return any(t.type == "DURATION" and 0 < clock.start - t.end <= RANGE for t in sentence.times)


RANGE = 3
"""Characters of a word that joins the two clock times of a range, with its spaces."""


def spoken(scene: Scene) -> list[Claim]:
    """Return the claims of clock times at which somebody said something: "announced at 2:40 a.m.", in order.

    What is said then compares with nothing; that it was said is a line of a timeline.
    """
    out: list[Claim] = []
    for sentence in scene.sentences:
        for time in (t for t in sentence.times if t.type == "TIME" and _CLOCK.search(t.value) and "\n" not in t.text):
            span = (time.start, time.end)
            if _said(scene, sentence, span) and _about(scene, sentence, span, time) is None:
                around = circumstances.find(scene, sentence, span)
                out += _told(scene, sentence, [time], _About(UNTOLD, None, None, (), around))
    return out


def _said(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a clock time is when somebody spoke."""
    return not _written(sentence) and nearest(scene, sentence, span, _saying(scene, sentence, span), BESIDE) is not None


def _written(sentence: Sentence) -> list[Found]:
    """Return the words at the beginning of a sentence for when a page was written."""
    return [c for c in sentence.of("phase") if c.key == "publication" and c.start - sentence.start <= OPENS]


def _saying(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> list[Found]:
    """Return the words for saying in the clause of a clock time, as far as a comma behind it."""
    text = scene.article.text
    return [c for c in sentence.of("attribution") if c.start < span[0] or "," not in text[span[1] : c.start]]


def _in_zone(time: Time, zone: str) -> Time:
    """Return a clock time of a known day in UTC, as a clock of `zone` tells it."""
    seconds = iso_seconds(time.value) if time.value[:1].isdigit() else None
    local = dt.datetime.fromtimestamp(seconds, tz=dt.UTC).replace(tzinfo=None) if seconds is not None else None
    instant = zones.to_utc(local, zone) if local is not None else None
    return msgspec.structs.replace(time, value=f"{instant:%Y-%m-%dT%H:%M}Z") if instant is not None else time


def _overnight(told: list[Claim], published: str | None) -> list[Claim]:
    """Return clock times in their order, one whose night ends at the next on the day before that one's.

    "Halted at 9:44 p.m. and resumed at 2:10 a.m. on Thursday": only the second has its day beside it. "It began at
    10:30 p.m. and lasted four hours. Word came at 2:40 a.m.", published that day: the night was that before.
    """
    out = list(told)
    today = iso_seconds((published or "")[:10])
    for at in range(len(out) - 2, -1, -1):
        one, after = told[at], out[at + 1]
        if not one.loose or one.status == "planned" or one.low is None or one.high is None or after.low is None:
            continue
        begun, ended = _shown(one), _shown(after)
        again = after is not told[at + 1] and one.low == told[at + 1].low  # that instant on another clock
        if after.loose and not again and ended // DAY * DAY != today:
            continue
        of_a_night = begun % DAY >= EVENING and ended % DAY <= SMALL_HOURS
        if (after.loose or after.sentence != one.sentence) and not (again or of_a_night):
            continue
        if again or (begun > ended and 0 < ended - (begun - DAY) <= NIGHT):
            readings = tuple((low - DAY, high - DAY) for low, high in one.readings)
            out[at] = msgspec.structs.replace(
                one, low=one.low - DAY, high=one.high - DAY, readings=readings, loose=after.loose
            )
    return out


EVENING, SMALL_HOURS = 18 * HOUR, 6 * HOUR
"""Seconds of the day from which a night is told, and to which."""


def _shown(claim: Claim) -> float:
    """Return the seconds that the clock of an instant shows where it was read."""
    assert claim.low is not None
    ahead = zones.ahead(claim.zone.partition("|")[0], claim.low) if claim.zone and not claim.local else None
    return claim.low + (ahead or 0.0)


NIGHT = 12 * HOUR
"""Seconds from a clock time to the next of its sentence within which both are of one night."""


def _untold(scene: Scene, sentence: Sentence, clocks: list[Time]) -> list[Claim]:
    """Return the claims of a clock time of which no word that a table knows says what happened then.

    Other pages may tell the same instant by another verb (`comparison.clocks`). When a page was written, and when
    somebody only spoke, is no moment.
    """
    span = (clocks[0].start, clocks[-1].end)
    if nearest(scene, sentence, span, [*_written(sentence), *_saying(scene, sentence, span)], BESIDE) is not None:
        return []
    text = scene.article.text
    beside = (WORD.finditer(text, *part) for part in ((sentence.start, span[0]), (span[1], sentence.end)))
    small = (word for words in beside for word in words if word[0][0].islower())
    if len(list(itertools.islice(small, SAID))) < SAID:
        return []  # a stamp: "The Agency | Monday, 5 May, 7:24 a.m."
    around = circumstances.find(scene, sentence, span)
    return _told(scene, sentence, clocks, _About(UNTOLD, None, None, (), around))


def _again(scene: Scene, sentence: Sentence, last: tuple[int, _About], span: tuple[int, int]) -> _About | None:
    """Return what a clock time is of whose clause has no verb of its own: "A landed at 9:30, B at 10:15".

    Between the two times stands one more person, and no word of another event.
    """
    end, about = last
    if about.phase not in MOVES or not about.who or span[0] - end > ELLIPSIS:
        return None
    gap = scene.article.text[end : span[0]]
    closed = regex.search(r"[;:.!?](?=\s)|\n", gap.removeprefix("."))
    between = [n for n in sentence.names if n.type == "person" and end <= n.start and n.end <= span[0]]
    people = {scene.entity(n) for n in between} - set(about.who)
    others = [c for c in sentence.cues if c.section in _SAYING and end <= c.start < span[0]]
    others += [c for c in sentence.cues if c.section in ("phase", "attribution") and 0 <= c.start - span[1] <= BEHIND]
    if closed or others or len(people) != 1:
        return None
    around = circumstances.find(scene, sentence, span)
    return about._replace(who=tuple(people), around=around._replace(status=about.around.status))


def _paired(between: str) -> bool:
    """Tell whether two clock times tell one instant, by what stands between them."""
    return len(between) <= PAIR_GAP or _BRACKET.fullmatch(between) is not None


def _pair(
    scene: Scene, sentence: Sentence, clocks: list[Time], about: _About, rivals: Sequence[tuple[int, int]]
) -> list[Claim]:
    if about.cue is not None and _told_of(scene, sentence, about.cue, rivals, clocks):
        return []
    return _told(scene, sentence, clocks, about)


def _told(scene: Scene, sentence: Sentence, clocks: list[Time], about: _About) -> list[Claim]:
    """Return the claims of clock times that tell one instant."""
    told = [(t, *_seconds(scene, t, about.around.day)) for t in clocks]
    zoned = [seconds for _, seconds, local in told if not local and seconds is not None]
    out = []
    for number, (time, seconds, local) in enumerate(told):
        if seconds is None or (local and not zoned and number):
            continue  # two clocks without zones: the first is the outlet's own
        if local and zoned and (seconds - zoned[0]) % QUARTER:
            continue  # no two zones are so far apart: another moment
        if local and zoned:
            time, seconds, local = _beside(time, seconds, zoned[0]), zoned[0], False
        out.extend(_instant(scene, sentence, time, about, (seconds, local)))
    return out


QUARTER = 900.0
"""Seconds: zones are whole quarters of an hour apart."""


def _beside(time: Time, local: float, utc: float) -> Time:
    """Return a clock time without a zone with the one that the clock beside it gives: what it shows is `local`."""
    ahead = (local - utc + DAY / 2) % DAY - DAY / 2
    minutes = int(abs(ahead) // 60)
    sign = "-" if ahead < 0 else "+"
    return msgspec.structs.replace(time, zone=f"{sign}{minutes // 60:02}:{minutes % 60:02}", zone_from="printed")


def _about(scene: Scene, sentence: Sentence, span: tuple[int, int], time: Time) -> _About | None:
    cue, phase, event = phase_and_event(scene, sentence, span)
    if phase in ("end", "start") and event == "vote" and _of_some_stations(sentence):
        return None
    if phase is None and event is None:
        return None
    around = circumstances.find(scene, sentence, (time.start, time.end))
    if phase is None and (event not in POINT_EVENTS or event in ACTS) and around.status != "planned":
        events = [*sentence.of("event"), *(c for c in sentence.of("weak") if c.key == "launch")]
        acts = [c for c in events if c.key in ACTS]
        before = nearest(scene, sentence, span, [c for c in events if c.end <= span[0]], BESIDE)
        before = before or nearest(scene, sentence, span, [c for c in acts if c.end <= span[0]], BY_ITS_VERB)
        behind = nearest(scene, sentence, span, [c for c in events if c.start >= span[1]], BEHIND)
        behind = behind or nearest(scene, sentence, span, [c for c in acts if c.start >= span[1]], BY_ITS_VERB)
        if before is None and behind is None:
            return None  # something said or seen while the event was going on
    if phase == "departure" and cue is not None and _fire_spread(sentence, cue):
        return _About(None, cue, "fire", (), around)
    if phase in ("start", "end", "resume") and event == "talks" and _parliament(scene):
        return _About(phase, cue, "sitting", (), around)  # its "session", its "Sitzung"
    comes = phase in MOVES and not (phase == "arrival" and event == "storm")
    who = movers.who(scene, sentence, span, cue) if comes else ()
    if phase == "departure" and who == ("rocket",):
        return _About(None, cue, "launch", (), around)  # a rocket that leaves is launched
    return _About(phase, cue, event, who, around)


def _parliament(scene: Scene) -> bool:
    """Tell whether an article opens with a law being passed, or a vote after a debate."""
    return "adoption" in scene.opening or {"vote", "debate"} <= scene.opening or "sitting" in scene.opening


def _fire_spread(sentence: Sentence, leaves: Found) -> bool:
    """Tell whether a fire is what leaves ("l'incendie est parti d'un hangar"): it broke out there."""
    fires = [c for c in sentence.of("event") if c.key == "fire" and 0 <= leaves.start - c.end <= FIRE_REACH]
    if not fires:
        return False
    others = [c.start for c in sentence.of("mover")] + [n.start for n in sentence.names if n.type == "person"]
    return not any(fires[-1].end <= start < leaves.start for start in others)


def _told_of(
    scene: Scene, sentence: Sentence, cue: Found, rivals: Sequence[tuple[int, int]], clocks: Sequence[Time]
) -> bool:
    """Tell whether a phase is that of another clock time: "contact was lost at 6:38; the first call came at 6:44".

    The other is nearer to it, and to no other phase ("left at 14:30, struck the pier at 18:10": each has its own).
    """
    mine = cost(scene, sentence, (clocks[0].start, clocks[-1].end), (cue.start, cue.end))
    phases = sentence.of("phase")
    return any(
        cost(scene, sentence, rival, (cue.start, cue.end)) < mine
        and phase_of(scene, sentence, rival, outside(phases, rival)) == cue
        for rival in rivals
    )


def _instant(scene: Scene, sentence: Sentence, time: Time, about: _About, instant: tuple[float, bool]) -> list[Claim]:
    seconds, local = instant
    attribute, scope = (UNTOLD, []) if about.phase == UNTOLD else attribute_of(about.phase, about.event)
    low, high = _spread(time, seconds)
    readings = tuple(_spread(time, r) for r in map(iso_seconds, time.readings) if r is not None) if local else ()
    around = about.around
    return [
        Claim(
            attribute=attribute,
            scope=tuple(sorted((*scope, *whose, *scopes.kept(around.scope, place=not about.who)))),
            low=low,
            high=high,
            unit="instant",
            display=time.text,
            anchor=scene.anchor(time.start, time.end),
            sentence=(sentence.start, sentence.end),
            status=_planned(scene, seconds, local, around.status),
            holder=around.holder,
            as_of=scene.article.published,
            qualifier=time.mod,
            readings=readings,
            local=local,
            zone=_zone(scene, time),
            loose=not _dated(sentence, time),
            named=scene.named(whose),
            rule="clock",
        )
        for whose in (tuple([f"who:{w}"] for w in about.who) or ([],))
    ]


LOCAL = "local"
"""The zone of a clock time told in "local time"."""


def _zone(scene: Scene, time: Time) -> str | None:
    """Return the zone a clock time is told in, LOCAL where its words say no more, None where they do not say."""
    if time.zone_from == "printed":
        return time.zone
    return LOCAL if day_words.of_the_place(time.text, scene.article.language) else None


def _dated(sentence: Sentence, time: Time) -> bool:
    """Tell whether the day of a clock time is printed with it, or elsewhere in its sentence."""
    if "+" in time.rule:
        return True
    zone = zones.zone(time.zone) if time.zone and time.zone_from == "printed" else None
    moment = iso_seconds(time.value)
    if zone is not None and moment is not None:
        own = dt.datetime.fromtimestamp(max(0.0, moment), tz=zone).date().isoformat()
    else:
        own = time.value[:10]
    return own in sentence.days


def _planned(scene: Scene, seconds: float, local: bool, status: str) -> str:
    """A clock time later than the article was published is planned, whatever the words."""
    published = iso_seconds(scene.article.published or "")
    if status == "stated" and published is not None and not local and published < seconds - 60:
        if "T" in (scene.article.published or ""):
            return "planned"
    return status


def _of_some_stations(sentence: Sentence) -> bool:
    """ "police had closed 92 polling stations by 5 p.m.": tell whether so many places of a vote are counted, of which
    closing or opening is told, and not of the vote."""
    return any(q.of in _STATIONS for q in sentence.quantities)


_STATIONS = frozenset(("polling station", "school"))


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


def _seconds(scene: Scene, time: Time, sentence_day: str | None) -> tuple[float | None, bool]:
    """Return (seconds since 1970, local?) of a clock time; of no known day, the article's. Local: not yet in UTC."""
    m = _CLOCK.search(time.value)
    if not m:
        return None, False
    exact = iso_seconds(time.value)
    if exact is not None:
        return exact, not m[4]
    clock = int(m[1]) * HOUR + int(m[2]) * 60 + int(m[3] or 0)
    day = sentence_day or scene.article.published or scene.article.reference
    base = iso_seconds(day[:10]) if day and ISO_DAY.match(day) else _undated(scene, time)
    return (base or 0.0) + clock, not m[4]


def _undated(scene: Scene, time: Time) -> float:
    """Return where a clock time on a page of no known day is counted from: a day printed without a year is of none."""
    if time.value.startswith("XXXX-"):
        return iso_seconds(f"{NO_YEAR}{time.value[4:10]}") or 0.0
    number = day_words.weekday(time.text, scene.article.language)
    return on_weekday(number) if number is not None else 0.0


def _spread(time: Time, seconds: float) -> tuple[float, float]:
    """Return the interval a clock time stands for: "vers 19 h 30" is a quarter of an hour either way."""
    before, after = _APPROXIMATE.get(time.mod or "", (0.0, 0.0))
    return seconds + before, seconds + after
