"""Dates an article recalls: years, months and days far from its own, each with what its sentence tells of it.

    a date -> the words of its sentence up to the dates before and behind it
           -> what they mean, the nearest first; the names and numbers among them

By these `sayings.recalled` tells which articles recall the same: a year alone is one of many things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from recoupe.claims.article.facts.figures import telling
from recoupe.claims.article.facts.runs import BEFORE, Fact, Recalled, Run, common, demonyms, fact, words_around
from recoupe.claims.article.ground import quoted
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.model import Time
from recoupe.text import numbers, vocabulary
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_SEASON = compiled_by_regex(r"\d{4} ?[-–/] ?\d{2}(?!\d)")
"""Two years as one: "the 2030-31 season" is no date."""
DATE = compiled_by_regex(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LARGE = compiled_by_regex(r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]{3,}+")
_WORD = compiled_by_regex(r"\p{L}+")

TEN = 10.0
"""Numbers up to it are of anything."""

UNKNOWN = "~"
"""Begins the first letters of a word that no table knows."""

FAR = 20
"""Words from a date beyond which nothing is told of it."""

REACH = 240
"""Characters from it beyond which nobody is named with it."""


def recalled(ground: Scene, sentence: Sentence, said: Sequence[quoted.Span]) -> Iterator[Fact]:
    """Yield the years, months and days a sentence tells that are not of the article's own weeks."""
    article = ground.article
    own = (article.published or article.reference or "")[:10]
    dates = [t for t in sentence.times if t.type == "DATE" and DATE.fullmatch(t.value) and not t.mod]
    for time in dates:
        if quoted.holds(said, time.start) or not any(c.isdigit() for c in time.text) or near(time.value, own):
            continue
        if len(time.value) == len("2031") and _SEASON.match(article.text, time.start):
            continue
        names = [n for n in sentence.names if not n.role and abs(n.start - time.start) <= 2 * BEFORE]
        others = {t.value[:4] for t in dates} - {time.value[:4], own[:4]}
        beside = tuple(sorted({ground.entity(n) for n in names} | others))
        run = Run(time.start, time.end, None)
        yield msgspec.structs.replace(
            fact(ground, sentence, "recalled", time.value, run, words_around(ground, sentence, run), beside),
            of=_told(ground, sentence, time, dates),
        )


def near(value: str, own: str) -> bool:
    """Tell whether a date is of an article's own year, or of its own weeks where it tells a day or a month."""
    if len(own) < len("2031-05"):
        return False
    if len(value) == len("2031"):
        return value == own[:4]
    months = (int(value[:4]) - int(own[:4])) * 12 + int(value[5:7]) - int(own[5:7])
    return abs(months) <= 1


def _told(ground: Scene, sentence: Sentence, time: Time, dates: Sequence[Time]) -> Recalled:
    """Return what a sentence tells of one of its dates: up to the others, or to a semicolon before these."""
    text, language = ground.article.text, ground.article.language
    low = max((t.end for t in dates if t.end <= time.start), default=sentence.start)
    high = min((t.start for t in dates if t.start >= time.end), default=sentence.end)
    if low > sentence.start:
        low = max(low, text.rfind(";", low, time.start) + 1)
    if high < sentence.end:
        high = max(text.find(";", time.end, high), 0) or high
    low, high = max(low, time.start - REACH), min(high, time.end + REACH)
    names = _names(ground, sentence, (low, high))
    named = {word for _, name in names for word in _meant(name, language)}  # a name tells once
    counted = list(_numbers(ground, sentence, (low, high)))
    masked = "".join(
        " " if any(start <= at < end for start, end, _ in counted) else c for at, c in enumerate(text[low:high], low)
    )
    before, behind = (
        [word for word in _meant(part, language) if word not in named]
        for part in (masked[: time.start - low], masked[time.end - low :])
    )
    odd = {f"{number:.10g}" for _, _, number in counted if number > TEN and telling(number, known=True)}
    return Recalled(tuple(before[::-1][:FAR]), tuple(behind[:FAR]), names, tuple(sorted(odd)))


def _meant(text: str, language: str | None) -> list[str]:
    """Return what each word means, but for everyday words; an unknown one is marked."""
    out = []
    for word in _WORD.findall(fold(text)):
        known = vocabulary.meanings(word, language)
        if known:
            out.append("|".join(known))
        elif not vocabulary.meanings(word, language, "speech"):
            out += [UNKNOWN + beginning for (beginning,) in vocabulary.told(word, language)]
    return out


def _names(ground: Scene, sentence: Sentence, span: tuple[int, int]) -> tuple[tuple[str, str], ...]:
    """Return the names of a part of a sentence: the ids of those found, and words written large that no table knows."""
    text, language = ground.article.text, ground.article.language
    named = [n for n in sentence.names if not n.role and span[0] <= n.start and n.end <= span[1]]
    out = {(ground.entity(n), text[n.start : n.end]) for n in named}
    first = _WORD.search(text, sentence.start, sentence.end)
    for m in _LARGE.finditer(text, *span):
        word = fold(m.group())
        if any(n.start <= m.start() < n.end for n in named):
            out.add((word, m.group()))
        elif first is not None and first.start() == m.start():
            continue
        elif not (word in common(language) or word in demonyms(language) or vocabulary.meanings(word, language)):
            out.add((word, m.group()))
    return tuple(sorted(out))


def _numbers(ground: Scene, sentence: Sentence, span: tuple[int, int]) -> Iterator[tuple[int, int, float]]:
    """Yield the exact numbers of a part of a sentence, and the sums with their currency; none of a time."""
    for quantity in sentence.quantities:
        if span[0] <= quantity.start and quantity.end <= span[1] and is_money(quantity.unit or ""):
            yield quantity.start, quantity.end, quantity.low or 0.0
    times = [t for t in sentence.times if t.start < span[1] and span[0] < t.end]
    for number in numbers.find(ground.article.text[span[0] : span[1]], language=ground.article.language):
        start, end = span[0] + number.start, span[0] + number.end
        if number.low == number.high and not any(t.start < end and start < t.end for t in times):
            yield start, end, number.low
