"""What entries of a chronicle tell: the first sentence behind a clock time that stands alone, or of a dated update.

    "Friday, 3:05 a.m. The siren sounds." | an update of a live blog published at 3:05 -> the siren, at 3:05

Kept are entries that tell an event, count people hurt or sought, or name somebody; not those that quote, that tell a
plan, or that print a clock time or a day far off of their own, nor those that greet their readers or sum up. What
comes after or because of an event is not that event.
"""

from __future__ import annotations

import datetime as dt

from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.ground.seconds import DAY, iso_seconds
from recoupe.claims.article.times.dated import WORDS, Dated
from recoupe.claims.article.times.phases import MOVES, POINT_EVENTS, event_of
from recoupe.model import Time
from recoupe.text import zones

HEAD = 2
"""Words at most beside the time in a line that only says when."""

PAUSES = ("pause", "back")
"""What is paused and goes on again, said of no event by name."""

LONG = 240
"""Characters of an entry's first words and the sentence behind them that are shown as one."""

TOLL = frozenset(
    (
        "death", "victim", "injury", "injured", "missing", "rescued", "survivor", "evacuee", "arrest", "protester",
        "house", "turnout", "vote share",
    )
)  # fmt: skip
"""Counts that are what happened: "nine dead, three missing"."""

NEAR = 3 * DAY
"""Days from an entry within which what it names ("since Sunday") may still be its news."""

PHASE_REACH = 60

LINK = 12
"""Characters between "because of" and the event: "en raison d'un nouvel éboulement"."""

FEW = 2
"""Zones of a language's press up to which the likeliest is taken for an outlet's that tells none."""


def entries(ground: Scene, title: Scene | None = None) -> list[Dated]:
    """Return what the entries of an article tell, by the time at their head or that of the update it is.

    What an update tells in words that no table knows may be told by its `title`: "Harper leaves. He has come out of the
    room, fast."
    """
    out = []
    for sentence, time in _heads(ground, titled=title is not None):
        begin = iso_seconds(time.value)
        opening = _opening(ground, sentence)
        what = _what(ground, sentence) if _tells(ground, sentence) else None
        what = what or (_what(ground, opening) if opening is not None else None)
        if what is None and title is not None:
            what = _of_title(ground, sentence, title)
        aside = _planned(sentence) or (opening is not None and _planned(opening))  # "Good morning."
        if begin is not None and what is not None and not _own_time(sentence, begin) and not aside:
            out.append(_dated(ground, sentence, time, begin, what, opening or sentence))
    return out


def _opening(ground: Scene, sentence: Sentence) -> Sentence | None:
    """Return the few words with which an entry begins before its first whole sentence: "Debate opens."."""
    before = ground.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block == "heading" or not 0 < _said(ground, before) < WORDS or before.times:
        return None
    alone = "\n" not in ground.article.text[before.start : sentence.start]
    return before if alone and sentence.end - before.start <= LONG else None


def _heads(ground: Scene, *, titled: bool) -> list[tuple[Sentence, Time]]:
    """Return the first sentence of each entry with the instant it is told at."""
    text, found = ground.article.text, []
    stamped = first(ground, titled=titled)
    if stamped is not None:
        entry, instant = stamped
        zone = zones.LOCAL if ground.article.clock_zone == zones.LOCAL else None
        found.append((entry, Time(start=entry.start, end=entry.start, text="", type="TIME", value=instant, zone=zone)))
    for head, entry in zip(ground.sentences, ground.sentences[1:], strict=False):
        clocks = [t for t in head.times if ":" in t.value and iso_seconds(t.value) is not None]
        if (
            clocks
            and _said(ground, head) <= HEAD
            and _said(ground, entry) >= WORDS
            and "\n" not in text[head.end : entry.start]
        ):
            found.append((entry, clocks[-1]))
    return found


def first(ground: Scene, *, titled: bool = False) -> tuple[Sentence, str] | None:
    """Return the first sentence of an update with the clock that stamps it, in ISO; None for other articles.

    Where it is `titled` a few words are enough, for its title may tell what happened: "Talks adjourned: Pizzas arrive."
    In UTC, as far as the zone is known or its outlet tells it; a clock of where it happens stays as it is printed.
    """
    published = ground.article.published or ""
    if ground.article.kind != "update" or iso_seconds(published) is None or "T" not in published:
        return None
    entry = next((s for s in ground.sentences if s.block != "heading" and _tells(ground, s)), None)
    if entry is None and titled:
        entry = next((s for s in ground.sentences if s.block != "heading"), None)
    if entry is None:
        return None
    return entry, published if ground.article.clock_zone == zones.LOCAL else _instant(ground, published)


def _tells(ground: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence has words enough to tell an event: "A break." has."""
    return _said(ground, sentence) >= WORDS or any(c.key in PAUSES for c in sentence.of("aside"))


def _instant(ground: Scene, published: str) -> str:
    """Return when an update was published in UTC, by its outlet's zone where it prints none, else as it stands."""
    moment = dt.datetime.fromisoformat(published.replace("Z", "+00:00"))
    press = zones.of_press(ground.article.language)
    zone = zones.of_outlet(ground.article.url or ground.article.page) or (press[0] if len(press) <= FEW else None)
    told = moment.astimezone(dt.UTC) if moment.tzinfo else zones.to_utc(moment, zone) if zone else None
    return published if told is None else told.strftime("%Y-%m-%dT%H:%M:%SZ")


def _said(ground: Scene, sentence: Sentence) -> int:
    """Return how many words of a sentence are no time."""
    held = [(t.start, t.end) for t in sentence.times]
    words = WORD.finditer(ground.article.text, sentence.start, sentence.end)
    return sum(not any(s <= m.start() < e for s, e in held) for m in words)


def _of_title(ground: Scene, sentence: Sentence, title: Scene) -> tuple[str, str, str] | None:
    """Return what the title of an update tells, None where it asks or tells nothing; over what is quoted an event."""
    if len(title.sentences) != 1 or "?" in title.article.text or _planned(title.sentences[0]):
        return None
    what = _what(title, title.sentences[0])
    said = bool(sentence.of("attribution")) or _quotes(ground, sentence)
    return what if what is not None and (what[0] or not said) else None


def _own_time(sentence: Sentence, begin: float) -> bool:
    """Tell whether a sentence prints a clock time, or a day or a year far from that of its entry."""
    days = [iso_seconds((t.value + "-01-01"[len(t.value) - 4 :])[:10]) for t in sentence.times if t.value[:4].isdigit()]
    # "they will meet on Thursday": what is to come is not what the entry is of
    far = any(d is not None and not -DAY <= begin - d <= NEAR for d in days)
    return far or any(":" in t.value for t in sentence.times)


def _planned(sentence: Sentence) -> bool:
    """Tell whether a sentence says what is to come, or what was: that does not happen when the entry is written."""
    return any((c.section, c.key) in (("status", "plan"), ("aside", "recap")) for c in sentence.cues)


def _what(ground: Scene, sentence: Sentence) -> tuple[str, str, str] | None:
    """Return (event, phase, who) of an entry, None for one that only quotes or tells nothing."""
    if _quotes(ground, sentence):
        return None
    span = (sentence.start, sentence.start)
    phase = nearest(ground, sentence, span, [c for c in sentence.of("phase") if c.key != "last"], 10 * PHASE_REACH)
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    if phase is not None and phase.key in MOVES:
        return "", phase.key, ground.entity(people[0]) if people else ""
    event = event_of(ground, sentence, span, 10 * PHASE_REACH)
    only_weak = event is not None and all(c.key != event for c in sentence.of("event"))
    if only_weak and sentence.of("attribution"):
        event = None  # "Sources say that the decree talks of 60 days"
    if event is not None and not _in_passing(ground, sentence, event):
        return event, "occurrence" if event in POINT_EVENTS else phase.key if phase else "start", ""
    paused = [c.key for c in sentence.of("aside") if c.key in PAUSES]
    if paused:
        return "", paused[0], ""
    if any(q.of in TOLL for q in sentence.quantities):
        return "toll", "occurrence", ""
    told = people and not sentence.of("attribution")  # "The minister confirms that all are safe": no deed of hers
    return ("", "occurrence", ground.entity(people[0])) if told else None


def _quotes(ground: Scene, sentence: Sentence) -> bool:
    """Tell whether words of a sentence are quoted."""
    said = (span for q in ground.quotes if q.kind != "indirect" for span in q.content)
    return any(start < sentence.end and sentence.start < end for start, end in said)


def _in_passing(ground: Scene, sentence: Sentence, event: str) -> bool:
    """Tell whether all words of an event stand behind "after" or "because of"."""
    text = ground.article.text
    links = [c for c in (*sentence.of("offset"), *sentence.of("aside")) if c.key in ("after", "cause")]
    words = [c for c in (*sentence.of("event"), *sentence.of("weak")) if c.key == event]
    return all(any(0 <= w.start - c.end <= LINK and "," not in text[c.end : w.start] for c in links) for w in words)


def _dated(
    ground: Scene, sentence: Sentence, time: Time, begin: float, what: tuple[str, str, str], shown: Sentence
) -> Dated:
    return Dated(
        number=sentence.number,
        whole=(sentence.start, sentence.end),
        local=not time.value.endswith("Z"),
        sentence=(shown.start, sentence.end),
        time=time,
        begin=begin,
        clock=True,
        what=what,
        planned=False,
        loose=False,
        weekday=False,
        guessed=False,
        day_named=True,
        dayless=False,
        telling=True,
        named=bool(shown.names or sentence.names),
        block=sentence.block,
        announced=False,
        beside=frozenset(c.key for c in sentence.of("event")),
    )
