"""Claims from clock times: instants of an event's phases, and those of which nothing is known but when they were."""

from __future__ import annotations

import itertools

import msgspec
import regex

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.ground.seconds import DAY, iso_seconds
from recoupe.claims.article.times import calls, clock_phases, clock_times, overnight
from recoupe.claims.article.times.clock_phases import BESIDE, About
from recoupe.claims.article.times.phases import attribute_of
from recoupe.languages import load
from recoupe.model import Claim, Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

UNTOLD = "instant"
"""Attribute of a clock time of which nothing is known but when it was."""

OPENS = 20
"""Characters from the beginning of a line within which "published" is said of the page: "Article published at 9:30"."""

SAID = 2
"""Words in small letters beside a clock time without which its line says nothing of what happened then."""


def find(scene: Scene) -> list[Claim]:
    """Return the claims of instants of an article, in order."""
    told = [_within(scene, sentence, _instants(scene, sentence)) for sentence in scene.sentences]
    return calls.numbered(scene, overnight.settled(told, scene.article.published))


def _within(scene: Scene, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Return the claims of a sentence, those of two clock times between which something happened as one: "between 7:28
    and 8:06 GMT". What only the second of them tells (its zone, its day) is told of both."""
    out: list[Claim] = []
    gone: set[int] = set()
    for claim in claims:
        if claim.anchor.start in gone:
            continue
        span = _span(scene, sentence, claim)
        if span is None or claim.low is None:
            out.append(claim)
            continue
        opens, then, length = span
        gone.add(then.start)
        same = (c for c in claims if c.anchor.start == then.start and c.attribute == claim.attribute)
        last = next(same, None)
        base, low = (claim, claim.low) if last is None or last.low is None else (last, last.low - length)
        anchor = scene.anchor(opens, then.end)
        joined = msgspec.structs.replace(
            base, low=low, high=low + length, scope=claim.scope, anchor=anchor, display=anchor.exact, readings=()
        )
        out.append(joined)
    return out


def _span(scene: Scene, sentence: Sentence, claim: Claim) -> tuple[int, Time, float] | None:
    """Return where the word "between" before a clock time stands, the second clock time behind it that "and" joins, and
    the seconds from one to the other."""
    text, words = scene.article.text, load(scene.article.language).table("concepts")
    start, end = claim.anchor.start, claim.anchor.end
    before = list(WORD.finditer(text, max(sentence.start, start - OPENING), start))[-2:]  # "entre las"
    between = next((w for w in reversed(before) if fold(w[0]) in map(fold, words.get("between", ()))), None)
    if between is None:
        return None
    joining = set(map(fold, words.get("conjunctions", ())))
    clocks = {t.start: m for t in sentence.times if (m := _CLOCK.search(t.value)) is not None}
    for then in sentence.times:
        if not end < then.start or start not in clocks or then.start not in clocks:
            continue
        if _JOINED.fullmatch(text, end, then.start) and not joining.isdisjoint(_words(text, end, then.start)):
            one, other = (60 * (60 * int(clocks[at][1]) + int(clocks[at][2])) for at in (start, then.start))
            return between.start(), then, (other - one) % DAY
    return None


def _words(text: str, start: int, end: int) -> list[str]:
    return [fold(word) for word in WORD.findall(text, start, end)]


_CLOCK = compiled_by_regex(r"T(\d\d):(\d\d)")
_JOINED = compiled_by_regex(r"[\p{L} .]{3,18}", regex.V1)
OPENING = 16
"""Characters of "between" and an article, before a clock time."""


def _instants(scene: Scene, sentence: Sentence) -> list[Claim]:
    """Return a claim for each clock time of a sentence; two that stand together are one instant told twice."""
    if _is_a_stamp(scene, sentence):
        return []
    groups = clock_times.together(scene, sentence)
    spans = [(g[0].start, g[-1].end) for g in groups]
    last: tuple[int, About] | None = None
    out: list[Claim] = []
    for group, span in zip(groups, spans, strict=True):
        about = clock_phases.find(scene, sentence, span, group[0])
        again = clock_phases.of_one_more(scene, sentence, last, span) if last is not None else None
        said = again or about
        rivals = [s for s in spans if s != span]
        taken = again is None and about is not None and clock_phases.is_another_s(scene, sentence, about, rivals, span)
        told = _told(scene, sentence, group, said) if said is not None and not taken else []
        last = (span[1], said) if told and said is not None else None
        out.extend(told or _untold(scene, sentence, group))
    return out


def _is_a_stamp(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a line says only how long ago the page put something out: "5 hours ago"."""
    times = [t for t in sentence.times if t.start == sentence.start and t.end >= sentence.end - 1]
    return bool(times) and _CLOCK_PRINTED.search(times[0].text) is None


_CLOCK_PRINTED = compiled_by_regex(r"\d ?[:.]|\dh|\d h(?!\p{L})|\d ?[ap]\.?m|\d\d\d|(?i:uhr|gmt|utc)")


def _told(scene: Scene, sentence: Sentence, clocks: list[Time], about: About) -> list[Claim]:
    """Return the claims of clock times that tell one instant."""
    told = clock_times.instants(scene, clocks, about.around.day)
    return [c for time, seconds, local in told for c in _instant(scene, sentence, time, about, (seconds, local))]


def spoken(scene: Scene) -> list[Claim]:
    """Return the claims of clock times at which somebody said something: "announced at 2:40 a.m.", in order.

    What is said then compares with nothing; that it was said is a line of a timeline.
    """
    out: list[Claim] = []
    for sentence in scene.sentences:
        for time in clock_times.alone(sentence):
            span = (time.start, time.end)
            if _said(scene, sentence, span) and clock_phases.find(scene, sentence, span, time) is None:
                around = circumstances.find(scene, sentence, span)
                out += _told(scene, sentence, [time], About(UNTOLD, None, None, (), around))
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


def _untold(scene: Scene, sentence: Sentence, clocks: list[Time]) -> list[Claim]:
    """Return the claims of a clock time of which no word that a table knows says what happened then.

    Other pages may tell the same instant by another verb (`comparison.clocks`). When a page was written, and when
    somebody only spoke, is no moment.
    """
    span = (clocks[0].start, clocks[-1].end)
    said = [*_written(sentence), *_saying(scene, sentence, span)]
    if nearest(scene, sentence, span, said, BESIDE) is not None:
        return []
    text = scene.article.text
    beside = (WORD.finditer(text, *part) for part in ((sentence.start, span[0]), (span[1], sentence.end)))
    small = (word for words in beside for word in words if word[0][0].islower())
    if len(list(itertools.islice(small, SAID))) < SAID:
        return []  # a stamp: "The Agency | Monday, 5 May, 7:24 a.m."
    around = circumstances.find(scene, sentence, span)
    return _told(scene, sentence, clocks, About(UNTOLD, None, None, (), around))


def _instant(scene: Scene, sentence: Sentence, time: Time, about: About, instant: tuple[float, bool]) -> list[Claim]:
    seconds, local = instant
    attribute, scope = (UNTOLD, []) if about.phase == UNTOLD else attribute_of(about.phase, about.event)
    low, high = clock_times.spread(time, seconds)
    others = (r for r in map(iso_seconds, time.readings) if local and r is not None)
    readings = tuple(clock_times.spread(time, r) for r in others)
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
            zone=clock_times.zone_of(scene, time),
            loose=not clock_times.is_dated(scene, sentence, time),
            named=scene.named(whose),
            rule="clock",
        )
        for whose in (tuple([f"who:{w}"] for w in about.who) or ([],))
    ]


def _planned(scene: Scene, seconds: float, local: bool, status: str) -> str:
    """A clock time later than the article was published is planned, whatever the words."""
    published = iso_seconds(scene.article.published or "")
    if status == "stated" and published is not None and not local and published < seconds - 60:
        if "T" in (scene.article.published or ""):
            return "planned"
    return status
