"""The words a line of a timeline shows: the sentence that says most of what the line's others say, each sentence once.

    tellings of a line -> in order of what they are worth to a reader -> a line with its sources

Planned is what hardly anybody tells as having happened.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter
from collections.abc import Mapping, Sequence, Set

import regex

from recoupe.claims.article.ground import cues
from recoupe.claims.article.ground.seconds import DAY, iso_seconds, unsure_by
from recoupe.claims.article.times import verbs
from recoupe.claims.article.times.phases import conjunctions
from recoupe.claims.chronology.lines import ROUND
from recoupe.claims.chronology.story_days import FURTHER
from recoupe.claims.chronology.tellings import Telling, told_by
from recoupe.languages import load
from recoupe.model import Independent, TimelineEvent
from recoupe.text import anchors
from recoupe.text.normalise import fold, small
from recoupe.text.patterns import compiled_by_regex
from recoupe.text.tenses import cues as cues_of_tense

_COMMA = compiled_by_regex(r"[,;][ \u00a0\n]", regex.V1)

_WORD = compiled_by_regex(r"\p{L}{4,}", regex.V1)

_FIRST = compiled_by_regex(r"(?:[^\p{L}\p{N}«»“”„\"]{0,3}+(?:\p{N}[\p{L}\p{N}]*+[.:]?)?+)*+(\p{L}+)", regex.V1)
"""The first word of a sentence, not of quoted ones."""

_DATELINE = compiled_by_regex(
    r"\p{Lu}[\p{L}.'’-]*+(?:,? [\p{L}\p{N}][\p{L}\p{N}.'’-]*+){0,6}+(?: ?\([^()\n]{2,50}\))?+"
    r"(?: ?[\N{EM DASH}\N{EN DASH}] ?| - )",
    regex.V1,
)
"""How an agency opens: "GENOVA - ", "LIBREVILLE, Feb 9 (Agency) - "."""

CROWD = 5
"""Tellings from which on what most of them say is shown before what reads best; thrice as many for a clock time."""

SHAPE = 1
"""Of what a telling is worth, what comes before that: it happened, or is to come, as the line says."""

TOLD = 2
"""One in so many of the articles that tell a line must tell it as having happened for it to be no plan."""

OPENS = 6
"""Characters at most before a time that opens its sentence: "At 7:15, she"."""

PART = 2
"""Words of four letters or more that a part of a sentence must have beside its time to be shown without the rest."""


def line(
    group: Sequence[Telling],
    languages: Mapping[str | None, int],
    independent: Independent,
    shown: set[str],
    disputed: Set[int] = frozenset(),
) -> TimelineEvent:
    """Return a line; `shown` holds the words that lines show already, each is shown once where others tell it.

    `disputed` are the numbers of the findings whose pages dispute one instant.
    """
    planned = _to_come(group)
    told = _ranked(group, languages, shown, planned=planned)
    if _said(told[0]) in shown:
        told[0] = told[0]._replace(sentence=_part(told[0]))
    shown.add(_said(told[0]))
    told[0] = told[0]._replace(sentence=_without_dateline(told[0]))
    once: dict[tuple[str, int], Telling] = {}
    for telling in told:
        once.setdefault((telling.article.id, telling.sentence[0]), telling)
    support = tuple(
        anchors.support(t.article, *t.sentence, t.sentence, "planned" if t.planned else "stated") for t in once.values()
    )
    moment = dt.datetime.fromtimestamp(told[0].begin, tz=dt.UTC)
    day = moment.strftime("%Y-%m-%d")
    return TimelineEvent(
        begin=_instant(told[0].begin) if told[0].clock else day,
        end=None,
        display=moment.strftime("%Y-%m-%d %H:%M UTC") if told[0].clock else day,
        what=" ".join(support[0].exact.split()),
        support=support,
        planned=planned,
        independent=independent(sorted(told_by(group))),
        otherwise=tuple(map(_instant, _otherwise(told, disputed))),
    )


def _instant(begin: float) -> str:
    return dt.datetime.fromtimestamp(begin, tz=dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _otherwise(told: Sequence[Telling], disputed: Set[int]) -> list[float]:
    """Return the other instants of a line, whose first telling is shown, that a finding holds in dispute with its
    own: exact ones, and none that is its own told roundly."""
    own = told[0].begin
    others = {
        t.begin
        for t in told
        if t.clock and t.time.mod is None and abs(t.begin - own) > ROUND and not disputed.isdisjoint(t.findings)
    }
    return sorted(others) if told[0].clock else []


def _ranked(
    group: Sequence[Telling], languages: Mapping[str | None, int], shown: Set[str], *, planned: bool
) -> list[Telling]:
    """Return the tellings of a line, first the one to show: at the hour most tell, in words not `shown` yet."""
    begins = Counter(t.begin for t in {(t.article.id, t.begin): t for t in group if t.clock}.values())
    crowd = len(group) >= (3 * CROWD if group[0].clock else CROWD)

    def rank(one: tuple[Telling, float]) -> tuple[object, ...]:
        telling, central = one
        worth = _worth(telling, languages, planned)
        return (
            not telling.clock,
            -begins[telling.begin],
            _said(telling) in shown,
            _said(telling).endswith(("...", "…")),
            *worth[:SHAPE],
            not telling.time.text or telling.time.mod is not None,  # about that hour, as a stamp is
            _unclear(telling),
            *((-central,) if crowd else ()),
            *worth[SHAPE:],
            -central,
            telling.sentence[1] - telling.sentence[0],
            telling.article.id,
            telling.sentence,
        )

    return [telling for telling, _ in sorted(zip(group, _central(group), strict=True), key=rank)]


def _part(telling: Telling) -> tuple[int, int]:
    """Return the part of a sentence, between commas, that holds the time: its other time has a line of its own.

    What is told by the way stays with that of which it is told; what has no verb, or not who did it, stays whole.
    """
    text = telling.article.text
    start, end = _clause(text, telling.sentence, (telling.time.start, telling.time.end))
    if by_the_way(telling):
        return telling.sentence[0], end  # "The ferry, which left at 14:30"
    said = text[start : max(start, telling.time.start)] + " " + text[min(end, telling.time.end) : end]
    head = cues.find(text[start:end], telling.article.language)
    # "says contact was lost at 12:50": whose words these are was told before
    reported = any(c.start == 0 and c.section == "attribution" for c in head)
    words = cues.find(text[start:end], telling.article.language, "statements")
    # "and restored at 4": what was restored stands before it
    cut = start > telling.sentence[0] and any(c.start == 0 and c.section == "clause" for c in words)
    tenses = cues_of_tense(telling.article.language)
    if start > telling.sentence[0] and tenses is not None:
        verb = tenses.search(small(text[start:end]))
        cut = cut or verb is None or verb.start() == 0  # "left office on Sunday": who did stands before it
    return (start, end) if not reported and not cut and len(_WORD.findall(said)) >= PART else telling.sentence


def _said(telling: Telling) -> str:
    return telling.article.text[slice(*telling.sentence)]


def _without_dateline(telling: Telling) -> tuple[int, int]:
    """Return a sentence without the place, day and agency it opens with."""
    start, end = telling.sentence
    text = telling.article.text
    opens = start == 0 or text[start - 1] == "\n"
    found = _DATELINE.match(text, start, end) if opens else None
    if found is None:
        return telling.sentence
    capitals = text[start : start + 3].isupper()
    return (found.end(), end) if capitals or ")" in found.group() else telling.sentence


def without_again(drawn: Sequence[TimelineEvent]) -> list[TimelineEvent]:
    """Return lines without those of a day that print again what another shows: "from Monday to Wednesday"."""
    shown: set[str] = set()
    out = []
    for event in drawn:
        if len(event.begin) > len("2031-05-06") or event.what not in shown:
            out.append(event)
        shown.add(event.what)
    return out


def _to_come(group: Sequence[Telling]) -> bool:
    """Tell whether hardly anybody tells it as having happened, and somebody as a plan or before its time."""
    clocks = [t for t in group if t.clock] or list(group)
    happened = {t.article.id for t in clocks if not t.planned and not _before(t)}
    return TOLD * len(happened) < len(told_by(clocks))


def _before(telling: Telling) -> bool:
    """Tell whether what is told lay ahead when its page was written; an entry of a chronicle tells what happens."""
    stamp = telling.article.published or ""
    written = iso_seconds(stamp)
    if written is None or not telling.time.text:
        return False
    if len(stamp) == len("2031-05-06"):
        return telling.begin >= written + (2 if telling.clock else 1) * DAY
    if not telling.clock:
        read_so = telling.weekday and verbs.past(telling.article, telling.time)  # "on Tuesday" may be a week off
        return telling.begin > (written + unsure_by(stamp) + DAY if read_so else (iso_seconds(stamp[:10]) or written))
    further = FURTHER if verbs.past(telling.article, telling.time) else 0.0  # its page was told further
    return telling.begin > written + unsure_by(stamp) + further


def _worth(telling: Telling, languages: Mapping[str | None, int], planned: bool) -> tuple[object, ...]:
    """Order tellings: what happened, or is to come, as the line says, in a whole sentence of fair length.

    Among those the story's main language, and one that names someone.
    """
    start, end = telling.sentence
    text = telling.article.text
    fair = 0 if 40 <= end - start <= 240 else 1
    whole = 0 if text[start].isupper() or text[start] in '«“"' else 1
    home = -languages[telling.article.language]
    return (
        telling.planned != planned,
        not telling.telling,
        fair,
        whole,
        telling.block == "caption",
        home,
        not telling.named,
    )


def _unclear(telling: Telling) -> int:
    """Return how many faults a sentence has that stands alone: it begins, or goes on behind its time, with a word for
    whom was named before; or it is quoted words; no verb tells that it happened; it tells it by the way."""
    start, end = telling.sentence
    text = telling.article.text
    opens = [_FIRST.match(text, start, end)]
    if telling.time.start - start <= OPENS:
        opens.append(_FIRST.match(text, telling.time.end, end))
    known = _of_somebody_before(telling.article.language)
    alone = all(m is not None and m[1].lower() not in known for m in opens)
    told = telling.planned or verbs.past(telling.article, telling.time)
    return (not alone) + (not told) + by_the_way(telling)


def by_the_way(telling: Telling) -> bool:
    """Tell whether what a time dates stands in a clause set between others: "The banks, shut since Monday, reopen",
    "the bridge, which was closed at 9, is open"."""
    start, end = telling.sentence
    text = telling.article.text
    low, high = _clause(text, telling.sentence, (telling.time.start, telling.time.end))
    if low == start:
        return False
    words = cues.find(text[low:high], telling.article.language, "statements")
    relative = _relative(telling.article.language)
    if relative is not None and relative.match(fold(text[low:high])):
        return True
    if any(c.start == 0 and c.section == "clause" for c in words):
        first = _FIRST.match(text, low, high)
        return first is None or fold(first[1]) not in conjunctions(telling.article.language)
    tenses = cues_of_tense(telling.article.language)
    verb = tenses.match(small(text[low:high])) if tenses is not None else None
    return verb is not None and verb.lastgroup == "back" and high < end


@functools.lru_cache(maxsize=32)
def _relative(language: str | None) -> regex.Pattern[str] | None:
    """Return the pattern of the words that a relative clause begins with."""
    words = load(language).table("times").get("relative")
    return compiled_by_regex(rf"(?:{words})\b") if words else None


def _clause(text: str, sentence: tuple[int, int], time: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a sentence, between commas, that holds a time."""
    start, end = sentence
    for m in _COMMA.finditer(text, start, end):
        if m.end() <= time[0]:
            start = m.end()
        elif m.start() >= time[1]:
            return start, m.start()
    return start, end


@functools.lru_cache(maxsize=32)
def _of_somebody_before(language: str | None) -> frozenset[str]:
    """Return a language's words for whom was named before: "she", "her"."""
    table = load(language).table("quotes")
    words = [*table.get("subject", {}).get("pronouns", ()), *table.get("nouns", {}).get("possessive", ())]
    return frozenset(words)  # as it is written: "el" is no "él"


def _central(group: Sequence[Telling]) -> list[float]:
    """Return how much of what a line's other articles say each telling says: shared words, for its own length."""
    said = [(t.article.id, words(t)) for t in group]
    spread = Counter(w for _, words in set(said) for w in words)
    return [sum(spread[w] - 1 for w in words) / (len(words) + 4) for _, words in said]


def words(telling: Telling) -> frozenset[str]:
    return _words_of(telling.article.text[slice(*telling.sentence)])


@functools.lru_cache(maxsize=8192)  # asked three times of each telling, and many tellings are copies
def _words_of(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(sentence)))
