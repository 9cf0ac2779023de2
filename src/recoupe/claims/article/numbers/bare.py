"""Claims from numbers without a noun of their own: a sentence says what they are of, or whose they are.

    a limit       "he was doing 117 km/h; 70 is allowed"           the unit of the speed before it
    a side        "180,000 people according to the unions, 82,000 according to the police"
    another side  "the firm speaks of 140 tonnes and firefighters of 260"       the verb is said once
    an answer     "There are 300 people outside. Organisers say 2,000."     a sentence that says nothing else
    a crowd       "police put the crowd at 82,000"                 in an article of a march, or beside the organisers'
                  "police put attendance at 3,500"                 of any other occasion

Whatever another mention holds (a time, a quantity) is left to it.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Sequence

import regex

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.numbers.counted import marching
from recoupe.claims.article.numbers.measures import SPEEDS
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text import numbers
from recoupe.text.normalise import fold
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled_by_regex

LIMIT_REACH = 40
SPEED_REACH = 250
"""Characters behind a speed within which a bare limit is of its unit."""

SIDE_REACH = 30
"""Cost between a bare number and the side that holds it."""

TURN_REACH = 120
"""The same where sides and numbers take turns."""

CROWD = 1000
"""The least bare number that can be a crowd."""

TOLD_ASIDE, ANSWERED = 5, 20
"""How many times the count before it a side's bare number may be; and where its sentence says nothing else."""

ANSWER = 7
"""Words at most of a sentence that says only who counts how many."""

GATHERED = 50
"""The least number of such a sentence: of fewer people it may tell anything."""

BIGGEST_CROWD = 10_000_000
"""More marched nowhere: a bare number beyond is money."""

PAIRS = 2
"""Sides that must take turns with as many numbers."""

MOST = 30
"""A sentence with more numbers is a table."""

_YEAR = compiled_by_regex(r"(?:1[89]|20|21)\d\d$")
_SIDES = frozenset(
    ("police", "unions", "counters", "company", "government", "hospitals", "rescuers", "army", "opposition")
)


def find(scene: Scene, counted: Sequence[Claim]) -> list[Claim]:
    """Return the claims of bare numbers of an article, in order. `counted` are those of its counts and measures."""
    out: list[Claim] = []
    starts = [c.anchor.start for c in counted]
    for sentence in scene.sentences:
        sides = [c for c in sentence.of("holder") if c.key in _SIDES]
        limits = [c for c in sentence.of("deed") if c.key == "limit"]
        gathering = _gathering(scene, sentence, sides)
        crowds = sentence.of("crowd") if gathering else []
        said = sentence.of("attribution") if sentence.quantities else []
        if not (sides or limits or crowds or said):
            continue
        reach = min(scene.sentences[max(0, sentence.number - 1)].start, sentence.start - SPEED_REACH)
        near = list(counted[bisect.bisect_left(starts, reach) : bisect.bisect_left(starts, sentence.end)])
        numerals = _numbers(scene, sentence)
        turns = _bracketed(scene, numerals, sides) or _in_turn(sentence, numerals, sides)
        for number in numerals:
            its = turns.get(number.start, sides)
            reach_of = SIDE_REACH if its is sides else TURN_REACH
            claim = (
                _limit(scene, sentence, number, limits, near)
                or _another(scene, sentence, number, said, near)
                or _side(scene, sentence, number, its, near, reach_of)
                or (_crowd(scene, sentence, number, [*crowds, *its], reach_of) if gathering else None)
            )
            if claim is not None:
                out.append(claim)
                near.append(claim)
    return out


def _bracketed(scene: Scene, numerals: Sequence[Number], sides: Sequence[Found]) -> dict[int, list[Found]]:
    """Return by where a number begins the side in brackets behind it, no side where none that is known stands there:
    "200,000 (unions), 82,000 (the town hall)"."""
    found = {}
    for number in numerals:
        told = _BRACKETS.match(scene.article.text, number.end)
        if told is not None:
            found[number.start] = [c for c in sides if told.start() < c.start < told.end()]
    return found if any(found.values()) else {}


_BRACKETS = compiled_by_regex(r"[\"”»]? ?\([^()\d\n]{2,60}\)")


def _in_turn(sentence: Sentence, numerals: Sequence[Number], sides: Sequence[Found]) -> dict[int, list[Found]]:
    """Return by where a number begins the side that holds it, where sides and numbers take turns.

    "Police put the crowd at 45,000 and organisers at 200,000". Of sides that no number parts ("the count of the firm")
    the first is meant; one behind a number with its noun holds that.
    """
    starts = sorted(n.start for n in numerals)
    if not starts:
        return {}
    ordered: list[Found] = []
    for side in sorted(sides, key=lambda c: c.start):
        if not ordered or bisect.bisect(starts, side.start) > bisect.bisect(starts, ordered[-1].start):
            ordered.append(side)
    spoken = ordered and any(q.end <= ordered[0].start for q in sentence.quantities)
    if len(ordered) == len(numerals) + 1 and spoken and ordered[0].start < starts[0]:
        ordered = ordered[1:]
    if len(numerals) != len(ordered) or len(ordered) < PAIRS:
        return {}
    turns = sorted([*((n.start, "number") for n in numerals), *((c.start, "side") for c in ordered)])
    kinds = [kind for _, kind in turns]
    if any(a == b for a, b in itertools.pairwise(kinds)):
        return {}
    return {n.start: [c] for n, c in zip(sorted(numerals, key=lambda n: n.start), ordered, strict=True)}


def _numbers(scene: Scene, sentence: Sentence) -> list[Number]:
    """Return the numbers of a sentence that no time and no quantity holds, years left out."""
    text = scene.article.text[sentence.start : sentence.end]
    found = numbers.find(text, language=scene.article.language)
    if len(found) > MOST:
        return []
    taken = [(t.start, t.end) for t in sentence.times] + [(q.start, q.end) for q in sentence.quantities]
    out = []
    for n in found:
        start, end = n.start + sentence.start, n.end + sentence.start
        if n.ordinal or n.article or n.high is None or any(s < end and start < e for s, e in taken):
            continue
        if not _YEAR.match(text[n.start : n.end]):
            out.append(Number(start=start, end=end, low=n.low, high=n.high, approximate=n.approximate))
    return out


def _limit(
    scene: Scene, sentence: Sentence, number: Number, limits: Sequence[Found], counted: Sequence[Claim]
) -> Claim | None:
    if nearest(scene, sentence, (number.start, number.end), limits, LIMIT_REACH) is None:
        return None
    before = [c for c in counted if c.unit in SPEEDS and 0 < number.start - c.anchor.end <= SPEED_REACH]
    if not before or not 5 <= number.low <= 400:
        return None
    return _claim(scene, sentence, number, "speed limit", before[-1].unit, (), None)


def _another(
    scene: Scene, sentence: Sentence, number: Number, said: Sequence[Found], told: Sequence[Claim]
) -> Claim | None:
    """Return the claim of a number behind the word that a verb of saying leads to the one before by, and nothing else.

    "The firm speaks of 140 tonnes of fish and firefighters of 260."
    """
    text = scene.article.text
    before = [c for c in told if c.rule == "count" and sentence.start <= c.anchor.start < number.start]
    if not before or _CLOSED.match(text, number.end) is None:
        return None
    last = before[-1]
    led = _LED.search(text, sentence.start, last.anchor.start)
    again = _LED.search(text, last.anchor.end, number.start)
    if led is None or again is None or fold(led[1]) != fold(again[1]):
        return None
    spoken = any(led.start() - 1 <= c.end <= led.end() and c.start < led.start() for c in said)
    between = text[last.anchor.end : again.start()]
    if not spoken or any(c.isdigit() for c in between) or _subject(scene.article.language).search(between) is None:
        return None
    if not last.low or not number.low or not 1 / TOLD_ASIDE <= number.low / last.low <= TOLD_ASIDE:
        return None
    return _claim(scene, sentence, number, last.attribute, last.unit, last.scope, None)


_LED = compiled_by_regex(r"(?<!\p{L})(\p{L}{1,4}) $")
"""The word before a number."""
_CLOSED = compiled_by_regex(r"[”\"»]?(?:[.,;)\n](?!\d)|$)")


@functools.lru_cache(maxsize=32)
def _subject(language: str | None) -> regex.Pattern[str]:
    """Return the pattern of who says the second number: ", le syndicat britannique", " and firefighters"."""
    joined = "|".join(map(regex.escape, load(language).table("concepts").get("conjunctions", ()))) or "(?!)"
    return compiled_by_regex(rf"(?:[,;]| (?:{joined})) [\p{{L}} '’-]{{2,40}}\p{{L}}{{2}} $", regex.V1)


def _side(
    scene: Scene, sentence: Sentence, number: Number, sides: Sequence[Found], told: Sequence[Claim], within: int
) -> Claim | None:
    """Return the claim of a number that a side holds of what the count before it is of."""
    side = _holding(scene, sentence, number, sides, within)
    if side is None:
        return None
    reach = scene.sentences[max(0, sentence.number - 1)].start
    answering = _answers(scene, sentence)
    units = ("person", "%", "thing") if answering else ("person", "%")
    before = [c for c in told if c.rule == "count" and reach <= c.anchor.start < number.start and c.unit in units]
    apart = ANSWERED if answering else TOLD_ASIDE
    like = [c for c in before if c.low and number.low and 1 / apart <= number.low / c.low <= apart]
    fewest = GATHERED if answering else CROWD
    if not like or (like[-1].unit != "%" and min(number.low, like[-1].low or 0.0) < fewest):
        return None
    last = like[-1]
    if last.attribute == "person" and marching(scene, sentence):
        return _claim(scene, sentence, number, "protester", "person", last.scope, side)
    return _claim(scene, sentence, number, last.attribute, last.unit, last.scope, side)


def _answers(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence says no more than who counts how many: "Organisers say 2,000." """
    words = _WORDS.findall(scene.article.text, sentence.start, sentence.end)
    return len(words) <= ANSWER and bool(sentence.of("attribution")) and not sentence.quantities


_WORDS = compiled_by_regex(r"\p{L}+")


def _gathering(scene: Scene, sentence: Sentence, sides: Sequence[Found]) -> bool:
    """Tell whether bare numbers may count a crowd: the article is of one, or a side gives its count of one here."""
    if "protest" in scene.opening:
        return True
    keys = {c.key for c in sides}
    if "unions" in keys and "police" in keys:
        return True
    return bool(keys and sentence.of("crowd"))  # "police put attendance at 3,500"


def _crowd(scene: Scene, sentence: Sentence, number: Number, cues: Sequence[Found], within: int) -> Claim | None:
    span = (number.start, number.end)
    cue = nearest(scene, sentence, span, cues, LIMIT_REACH)
    if not CROWD <= number.low <= BIGGEST_CROWD or cue is None:
        return None
    holders = [c for c in cues if c.section == "holder"]
    only = len(holders) == 1 and cue.section == "crowd"  # "police put Saturday's attendance at 3,500"
    side = _holding(scene, sentence, number, holders, TURN_REACH if only else within)
    if side is None and "protest" not in scene.opening:
        return None
    attribute = "protester" if _of_a_march(scene, sentence) else "attended"
    return _claim(scene, sentence, number, attribute, "person", (), side)


def _of_a_march(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a crowd marches: the article or the sentences here are of a protest, or unions count it."""
    near = scene.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    told = any((c.section, c.key) in (("event", "protest"), ("role", "protester")) for s in near for c in s.cues)
    return told or "protest" in scene.opening or any(c.key == "unions" for c in sentence.of("holder"))


def _holding(scene: Scene, sentence: Sentence, number: Number, sides: Sequence[Found], within: int) -> Found | None:
    """Return the side that holds a number: of its own clause first ("unions put it at 180,000, police at 82,000")."""
    span = (number.start, number.end)
    text = scene.article.text
    own = [c for c in sides if "," not in text[min(c.end, span[1]) : max(c.start, span[0])]]
    return nearest(scene, sentence, span, own, within) or nearest(scene, sentence, span, sides, within)


def _claim(
    scene: Scene, sentence: Sentence, number: Number, attribute: str, unit: str, scope: tuple[str, ...],
    side: Found | None,
) -> Claim:  # fmt: skip
    span = (number.start, number.end)
    around = circumstances.find(scene, sentence, span)
    text = scene.article.text
    extra = () if scope or attribute == "speed limit" else scopes.of_the_country(around.scope, attribute)
    return Claim(
        attribute=attribute,
        scope=tuple(sorted({*scope, *extra})),
        low=number.low,
        high=number.high,
        unit=unit,
        display=text[number.start : number.end],
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status=around.status,
        holder=text[side.start : side.end] if side is not None else around.holder,
        as_of=scene.article.published,
        qualifier="about" if number.approximate else None,
        named=scene.named(scope),
        rule="count",
    )
