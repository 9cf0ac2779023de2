"""Find the times of a text.

text -> trigger words -> windows around them -> patterns -> the longest that do not overlap
     -> neighbours joined (a day and its clock) -> values, in reading order -> double clocks reconciled
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from recoupe.languages import load, normal_code
from recoupe.model.mention import Time
from recoupe.text.letters import DECIMALS
from recoupe.text.normalise import fold, letter_runs
from recoupe.text.patterns import compiled
from recoupe.text.vocabulary import function_words
from recoupe.times import masks
from recoupe.times.calendar import SECONDS
from recoupe.times.clocks import agreed, happened, reconcile
from recoupe.times.context import TimeContext
from recoupe.times.explain import Explained, explained
from recoupe.times.grammar import Grammar, candidates, clocks_joined, grammar, is_also_a_word
from recoupe.times.join import CLOCKS, days_behind, joined
from recoupe.times.numbers import spelled
from recoupe.times.parts import Part
from recoupe.times.patterns import Rule
from recoupe.times.resolve import Resolver
from recoupe.times.triggers import EDGE

_NAMED = compiled(r"[A-ZÀ-Ý](?:[\w’'.-]*[\w’'-]|[\w]{0,2}\.)? $")
_BEHIND_A_DAY = compiled(r"(?<!\d)\d{1,2}[\s/-]$")
_NUMBERED = compiled(r"[.,]?\s?\d")
_DIGIT = compiled(f"[{DECIMALS}{masks.NUMBER}]")
_REACH = 44
"""Characters around a trigger word in which a pattern may match."""
_LONGEST = 1500
"""Characters of a window, so that the work stays linear in a text that is all numbers."""


def find(
    text: str,
    *,
    language: str | None,
    published: str | None = None,
    context: TimeContext = TimeContext(),  # noqa: B008
    explain: bool = False,
) -> list[Time]:
    """Return the times of `text` in order, without overlaps.

    `published` is the ISO day or instant that relative words are read from; without it `context.reference` is. With
    neither, absolute times have values and relative ones "". When only bounds are known (`context.between`), a time has
    a value where both bounds give the same; else "" with both as readings. A language without a table gives no times.
    `explain` fills `why` of each: the day it was read from, the tense, the zone and how it was chosen.
    """
    rules = grammar(normal_code(language))
    if rules.triggers is None or not text:
        return []
    folded = fold(text)
    parts = joined(_parts(text, folded, rules), folded, rules)
    if not parts:
        return []
    if published is None and context.reference is None and context.between is not None:
        first, last = (_read(parts, text, folded, rules, day, context, explain) for day in context.between)
        late = {(time.start, time.end): time for time in last}
        return [agreed(time, late.get((time.start, time.end), time)) for time in first]
    return _read(parts, text, folded, rules, published, context, explain)


def _read(
    parts: list[Part], text: str, folded: str, rules: Grammar, published: str | None, context: TimeContext, why: bool
) -> list[Time]:
    resolver = (Explained if why else Resolver)(text, folded, rules, published, context)
    resolver.day_behind = days_behind(parts, folded)
    read = [t for p in parts if (t := resolver.time(p)) is not None]
    paired = reconcile(read, folded, context, clocks_joined(rules.code))
    times = happened(paired, resolver.told, resolver.reference, resolver.moment)
    return [explained(*t) for t in zip(read, paired, times, strict=True)] if why else times


class _Window(NamedTuple):
    start: int
    end: int
    near: int


def _windows(text: str, folded: str, rules: Grammar) -> Iterator[_Window]:
    assert rules.triggers is not None
    start = end = near = -1
    for m in rules.triggers.find(folded):
        first, last = m.start(), m.end() - 1  # without the edge
        word = m[0][1:]
        if word in rules.shouted and not text[first:last].isupper():
            continue  # "et" and "est" are words
        bit = rules.bit_of(word)
        if start < 0 or first - _REACH > end or last - start > _LONGEST:
            if start >= 0:
                yield _Window(start, end, near)
            start, near = max(0, first - _REACH), 0
        end = last + _REACH
        near |= bit
    if start >= 0:
        yield _Window(start, min(end, len(folded)), near)


def _parts(text: str, folded: str, rules: Grammar) -> list[Part]:
    found: list[Part] = []
    done = 0
    for window in _windows(text, folded, rules):
        start, end = max(window.start, done), min(window.end, len(folded))
        while start > 0 and start > done and folded[start - 1].isalnum():
            start -= 1
        while end < len(folded) and folded[end].isalnum() and end < window.end + 30:
            end += 1
        done = end
        piece, offset = EDGE + folded[start:end], start - 1
        told = spelled(folded, start, end, rules.code) if window.near & rules.counted else {}
        numbers = {(a - offset, b - offset): value for (a, b), value in told.items()}
        for a, b in numbers:
            if piece.startswith(rules.parts, a):
                continue  # "three quarters of an hour" are no three
            if piece[a:b] in rules.words["month"] and _BEHIND_A_DAY.search(piece[max(0, a - 4) : a]):
                continue  # "13 sept. 2025", "13 dez 2025": a month
            piece = piece[:a] + masks.NUMBER * (b - a) + piece[b:]
        number = _DIGIT.search(piece) is not None
        zoned: str | None = ""  # not looked for yet
        words: list[str] = []
        for order, rule in candidates(rules.code, window.near):
            if rule.kind == "zone" and not any(part.kind in CLOCKS for part in found):
                break
            if rule.literals and not all(map(piece.__contains__, rule.literals)):
                continue
            if rule.need and not any(map(piece.__contains__, rule.need)):
                continue
            if rule.counted and not number:
                continue
            if rule.listed:
                words = words or letter_runs(piece)
                if any(listed.isdisjoint(words) for listed in rule.listed):
                    continue
            if rule.zoned and zoned == "":
                zoned = rules.zones.masked(piece)
            seen = zoned if rule.zoned else piece
            if seen is None:
                continue
            for m in rule.pattern.finditer(seen):
                part = _part(m, piece, rule, order, offset, numbers)
                if part is None or not _allowed(part, rules) or not _capital(text, part, rules):
                    continue
                if not _counts(text, part, rules):
                    found.append(part)
    return _longest(found)


def _part(
    m: re.Match[str],
    piece: str,
    rule: Rule,
    order: int,
    offset: int,
    numbers: dict[tuple[int, int], tuple[float, float]],
) -> Part | None:
    slots: dict[str, str] = dict(rule.fixed)
    for n, word in enumerate(m.groups()):
        if word is None:
            continue
        if word.startswith(masks.NUMBER):
            if m.span(n + 1) not in numbers:
                return None
            low, high = numbers[m.span(n + 1)]
            word = f"{low:g}" if low == high else f"{low:g}..{high:g}"
        elif rule.zoned:
            word = piece[m.start(n + 1) : m.end(n + 1)]
        slots[rule.slots[n]] = word
    if m.end() == m.start() + 1:
        return None
    return Part(m.start() + 1 + offset, m.end() + offset, rule.kind, rule.name, slots, order)


def _allowed(part: Part, rules: Grammar) -> bool:
    """A pattern may be for some units `only`."""
    if "unit2" in part.slots and "unit" in part.slots:  # "2 hours, 15 minutes", not "two hours, 1 hour"
        first, second = (rules.words["unit"].get(part.slots[slot], part.slots[slot]) for slot in ("unit", "unit2"))
        if SECONDS.get(second, 0) >= SECONDS.get(first, 0):
            return False
    if "until" in part.slots:  # "2019/20": a season or a year that is no calendar year
        first, last = part.slots.get("year", ""), part.slots["until"]
        if not first.isdigit() or (int(first) + 1) % 100 != int(last[-2:]):
            return False
    only = part.slots.get("only")
    if only is None:
        return True
    unit = part.slots.get("unit")
    return (rules.words["unit"].get(" ".join(unit.split()), unit) if unit else "period") in only.split()


def _capital(text: str, part: Part, rules: Grammar) -> bool:
    """Words that are also other words ("may", "march") need a capital."""
    if rules.table.get("names") and part.kind in ("part", "set", "dayword") and text[part.start].isupper():
        before = _NAMED.search(text, max(0, part.start - 24), part.start)
        if before is not None and part.start:
            return False  # "The Daily Courier", "Dallas Morning News"
    guarded = rules.guarded
    if part.slots.get("month") in rules.numbered and not {"day", "year", "year2"} & part.slots.keys():
        return False  # "Jan", "Mar": names as well
    if part.slots.get("weekday") in rules.numbered and not {"day", "month"} & part.slots.keys():
        if _NUMBERED.match(text, part.end) is None:
            return False  # "Sun", "Wed": names and words as well
    if is_also_a_word(part.slots.get("zonename", "")) and not text[part.start : part.end].isupper():
        return False
    if (
        part.slots.get("dayword") in rules.lower
        and text[part.start].isupper()
        and text[max(0, part.start - 2) : part.start].strip(" ")
    ):
        if text[part.start - 2] not in ".!?\n":
            return False
    if "day" in part.slots and "month" in part.slots:
        return True  # "march 5" in a text without capitals
    return not any(
        part.slots.get(slot) in guarded and not any(c.isupper() for c in text[part.start : part.end])
        for slot in ("month", "weekday", "season")
    )


def _counts(text: str, part: Part, rules: Grammar) -> bool:
    """Tell whether four digits alone count what stands behind them: "1130 operations", "près de 1100 actes".

    A year that far back is told with a small word before it ("in 1066") and none of weight behind.
    """
    if part.slots.keys() != {"year"} or not part.slots["year"].isdigit():
        return False
    if _is_part_of_more(text, part, rules):
        return True
    if int(part.slots["year"]) >= MODERN:
        return False
    if part.end - part.start > len(part.slots["year"]):
        return False  # "im Jahr 1130"
    small = function_words(rules.code)
    before = _WORD_BEFORE.search(text, max(0, part.start - LONG_WORD), part.start)
    behind = _WORD_BEHIND.match(text, part.end)
    if before is None or fold(before[1]) not in small:
        return True
    return behind is not None and behind[1].islower() and fold(behind[1]) not in small


def _is_part_of_more(text: str, part: Part, rules: Grammar) -> bool:
    """Tell whether four digits are a part of a larger number right before: "5400 Stellen, davon 1900 in Lorn"."""
    of_which = _of_which(rules.code)
    before = text[max(0, part.start - WHOLE) : part.start]
    if of_which is None or of_which.search(fold(before)) is None:
        return False
    figures = (int("".join(filter(str.isdigit, m[0]))) for m in _FIGURES.finditer(before))
    return any(n > int(part.slots["year"]) for n in figures)


WHOLE = 60
"""Characters before a part in which the whole stands."""

_FIGURES = compiled(r"\d(?:[\d.,\s]{0,9}\d)?")


@functools.cache
def _of_which(code: str) -> re.Pattern[str] | None:
    """Return what stands before a part of a number: "of which", "dont"; None in a language without words for it."""
    words = load(code).table("concepts").get("part", ())
    return compiled(rf"(?<!\w)(?:{'|'.join(map(re.escape, map(fold, words)))})\s?$") if words else None


MODERN = 1500
"""Years from which on four digits are a year before anything else."""

LONG_WORD = 24
_WORD_BEFORE = compiled(r"([^\W\d_]+)['’ ]$")
_WORD_BEHIND = compiled(r" ([^\W\d_]+)")


def _longest(parts: list[Part]) -> list[Part]:
    """Return the parts that do not overlap: the longest first, then the earlier pattern of the table."""
    starts: list[int] = []
    chosen: list[Part] = []
    for part in sorted(parts, key=lambda p: ("outside" in p.slots, p.start - p.end, p.order, p.start)):
        n = bisect.bisect_left(starts, part.start)
        if (n and chosen[n - 1].end > part.start) or (n < len(starts) and starts[n] < part.end):
            continue
        starts.insert(n, part.start)
        chosen.insert(n, part)
    return chosen
