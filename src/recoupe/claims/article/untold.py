"""Values of which no word that a table knows says what they are of: days, years, lengths, ages, shares, numbers.

They are claims for one purpose: a clause of another page may tell the same thing in like words (`comparison.aligned`).
Their rule is RULE; nothing else compares them.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article import nounless
from recoupe.claims.article.ground import holder, reference, status
from recoupe.claims.article.ground.patterns import FOUR_DIGITS
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.ground.seconds import DAY, NO_YEAR, iso_seconds
from recoupe.claims.article.numbers import amounts
from recoupe.claims.article.times import day_words, length_of, phases
from recoupe.claims.article.times.lengths import (
    LONGEST,
    SINCE_LAST,
    period_seconds,
    qualifier,
    since_the_last,
)
from recoupe.languages import load
from recoupe.model import Claim, Quantity, Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

RULE = "untold"

OLDEST = 120 * 366 * DAY
"""Seconds of the longest length that is compared: what is older is history."""

YEAR = "year"
"""Attribute of a year of which nothing is known."""

_DATE = compiled_by_regex(r"(\d{4}|XXXX)-\d{2}-\d{2}$")
_MONTH = compiled_by_regex(r"(\d{4})-(\d{2})$")
_YEAR = compiled_by_regex(r"(\d{4})$")
_DIGITS = compiled_by_regex(r"\d+")


def find(scene: Scene, told: Sequence[Claim]) -> list[Claim]:
    """Return the values of an article that none of the claims `told` holds, in order."""
    spans = sorted([*((c.anchor.start, c.anchor.end) for c in told), *amounts.spans(scene)])
    out = []
    for sentence in scene.sentences:
        if sentence.block in ("caption", "heading"):
            continue
        for claim in (*_times(scene, sentence), *_counts(scene, sentence), *_numbers(scene, sentence)):
            at = bisect.bisect_left(spans, (claim.anchor.end,))
            if not any(claim.anchor.start < end for _, end in spans[max(0, at - 4) : at]):
                out.append(claim)
    return out


def _times(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    for time in sentence.times:
        if time.type == "DURATION":
            length = time.low if time.low is not None and time.low == time.high else period_seconds(time.value)
            if length and _second_age(scene, time, length):
                years = length // YEAR_LONG
                yield _claim(scene, sentence, time, "age", "year", (years, years))
            elif length and length <= OLDEST and not _idle(scene, sentence, time, length):
                of = SINCE_LAST if since_the_last(scene, sentence, (time.start, time.end)) else "duration"
                length_told = _claim(scene, sentence, time, of, "second", (length, length))
                whose = _whose(scene, sentence, time) if length > LONGEST else ()
                yield msgspec.structs.replace(length_told, qualifier=qualifier(time), scope=whose)
        elif time.type == "DATE":
            yield from _date(scene, sentence, time)


def _idle(scene: Scene, sentence: Sentence, time: Time, length: float) -> bool:
    """Tell whether a length says nothing that another page could tell otherwise.

    "An hour less than in Madrid"; "two days after the ship struck the pier", which only tells when the page was
    written; "a day our children will learn of", which is no length.
    """
    offsets = sentence.of("offset")
    if any(c.key == "apart" and 0 <= c.start - time.end <= 1 for c in offsets):
        return True
    if length_of.nothing(scene, time) or length_of.cut_off(scene, sentence, (time.start, time.end)):
        return True
    leads = any(0 <= c.start - time.end <= 1 for c in sentence.of("break"))
    return time.value == A_DAY or (leads and length > DAY)


def _whose(scene: Scene, sentence: Sentence, time: Time) -> tuple[str, ...]:
    """Return as scope the person named last before a length of years: who has worked so long, or held an office."""
    people = [n for n in sentence.names if n.type == "person" and not n.role and n.end <= time.start]
    return (f"who:{scene.entity(people[-1])}",) if people else ()


A_DAY = "P1D"


def _second_age(scene: Scene, time: Time, length: float) -> bool:
    """Tell whether a length in years stands behind another number and "and": "two men of 32 and 37 years"."""
    if length < YOUNGEST:
        return False
    before = _NUMBER_AND.search(scene.article.text[max(0, time.start - PAIR) : time.start])
    joining = load(scene.article.language).table("concepts").get("conjunctions", ())
    return before is not None and fold(before[1]) in {fold(word) for word in joining}


YEAR_LONG = 365 * DAY
YOUNGEST = 10 * YEAR_LONG
"""From so many years on the second of two lengths is rather an age."""

PAIR = 14
"""Characters before a length in which the number it is told with is looked for."""

_NUMBER_AND = compiled_by_regex(r"(?<![\d.,])\d{1,2} (\p{L}{1,4}) $")


def _date(scene: Scene, sentence: Sentence, time: Time) -> Iterator[Claim]:
    day, month, year = (kind.match(time.value) for kind in (_DATE, _MONTH, _YEAR))
    idle = day_words.until(scene.article, time) or day_words.of_an_agency_line(scene.article, time)
    span = (time.start, time.end)
    # the day of a toll or a funeral, in words like those of the day of what it is of, or of those missing on another
    idle = idle or any(q.of == "missing" for q in sentence.quantities)
    idle = idle or any(phases.held(scene, sentence, span, c) for c in sentence.of("event"))
    if day and any(c.isdigit() for c in time.text) and not idle:
        known = reference.known(scene) or FOUR_DIGITS.search(time.text) is not None
        midnight = iso_seconds(time.value if known else f"{NO_YEAR}{time.value[4:]}")
        if midnight is not None and not _signed(scene, time) and not _of_a_range(sentence, time):
            yield _claim(scene, sentence, time, "date", "day", (midnight, midnight + DAY - 1))
    elif month and FOUR_DIGITS.search(time.text):
        begin, end = iso_seconds(f"{time.value}-01"), iso_seconds(f"{_after(month)}-01")
        if begin is not None and end is not None:
            yield _claim(scene, sentence, time, "date", "day", (begin, end - 1))
    elif year and _DIGITS.findall(time.text) == [year[0]]:
        begin, end = iso_seconds(f"{year[1]}-01-01"), iso_seconds(f"{int(year[1]) + 1:04d}-01-01")
        if begin is not None and end is not None and int(year[1]) != reference.year(scene):
            yield _claim(scene, sentence, time, YEAR, "year", (begin, end - 1))


def _after(month: regex.Match[str]) -> str:
    """Return the month after one, as "2031-05"."""
    number = 12 * int(month[1]) + int(month[2])
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _signed(scene: Scene, time: Time) -> bool:
    """Tell whether a day is printed as captions and stamps print it: with the year, which readers of news know.

    On a page without a date the year is the latest it names.
    """
    day = reference.day(scene)
    if day is None:
        return f"{reference.year(scene)}" in time.text
    return time.value[:10] <= day.isoformat() and f"{day.year}" in time.text


def _of_a_range(sentence: Sentence, time: Time) -> bool:
    """Tell whether a day is an end of several ("12 to 18 June")."""
    others = [t for t in sentence.times if t.type == "DATE"]
    return any(0 <= time.start - t.end <= RANGE or 0 <= t.start - time.end <= RANGE for t in others)


RANGE = 8
"""Characters between the days of a range."""


def _counts(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    for quantity in sentence.quantities:
        number = quantity.low if quantity.low is not None else quantity.high
        bounded = quantity.unit == "%" and None in (quantity.low, quantity.high)  # "a fine of up to 4%"
        if number is None or not (bounded or number == quantity.high):
            continue
        if quantity.of == "age":
            yield _claim(scene, sentence, quantity, "age", "year", (number, number))
        elif quantity.unit == "%":
            yield _claim(scene, sentence, quantity, "%", "%", (number, number))
        elif number == TWO and quantity.unit == "thing" and quantity.of is None:
            yield _claim(scene, sentence, quantity, "thing", "thing", (number, number))


TWO = 2.0
"""A count that nobody would check by itself ("two cables"), but beside three of the same."""


def _numbers(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Yield the numbers that no noun follows, the ranks and the steps of scales."""
    text, at = scene.article.text[sentence.start : sentence.end], sentence.start
    taken = [(m.start - at, m.end - at) for kind in (sentence.times, sentence.quantities) for m in kind]
    for one in nounless.find(text, scene.article.language, taken):
        value = _Words(at + one.start, at + one.end, text[one.start : one.end])
        yield _claim(scene, sentence, value, one.kind, one.kind, (one.value, one.value))


class _Words(NamedTuple):
    start: int
    end: int
    text: str


def _claim(
    scene: Scene,
    sentence: Sentence,
    value: Time | Quantity | _Words,
    attribute: str,
    unit: str,
    interval: tuple[float, float],
) -> Claim:
    span = (value.start, value.end)
    return Claim(
        attribute=attribute,
        scope=(),
        low=interval[0],
        high=interval[1],
        unit=unit,
        display=value.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status=status.find(scene, sentence, span),
        holder=holder.find(scene, sentence, span),
        as_of=scene.article.published,
        rule=RULE,
    )
