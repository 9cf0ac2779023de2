"""One number told twice is one line: findings that differ only by what happened to stand beside it are joined.

A scope is read off the words near a number ("12 Russian officers" near "2016", near "hackers"), so one number makes
several findings. They are joined where one attribute has one value and

- the same words ("12 Russian officers"), or from TELLING on the same words cut shorter ("12 Russians");
- or a number that is nobody's round figure, and one scope holds the other.

- or one scope but for "among them" and "in all".

A length is joined as a number of its unit is ("eleven weeks"). So are findings of two attributes with three words in
common beside the number ("12 Russian military officers", "12 Russian military agents"), "three Spaniards" and "three
dead Spaniards", the seats and the members of a parliament. Small numbers are said of many things: theirs need the same
words and one scope within the other. Two years are two things. What is disputed or evolving is left as it is.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from recoupe.claims.article.ground.patterns import FOUR_DIGITS, LONG_WORD
from recoupe.languages import load
from recoupe.model import Finding, Independent, Place, Support, Value
from recoupe.text.normalise import fold

JOINED = ("rounded", "agreed", "alone")
"""Statuses that may be joined, in the order in which a finding keeps its own."""

TELLING = 10
"""From this number on the same words are the same thing, whatever stands beside them."""

PHRASE = 3
"""Words beside their number that make phrases of two attributes one ("Russian military officers", "... officials")."""

LONGEST = 6
"""Words of the longest phrase that is compared so."""

NEUTRAL = frozenset(("part", "total"))
"""Parts of a scope that make the same number of the same people no other one."""

SEATS = frozenset(("seat", "member", "member of parliament"))
"""What a parliament of so many is counted in."""

UNITS = (604_800.0, 86_400.0, 3_600.0, 60.0)
"""Seconds of a week, a day, an hour, a minute: a length is as telling as its number of the largest it is whole of."""

_UNCOUNTED = ("instant", "day", "year", None)
_STEM = 6


class _Line(msgspec.Struct, frozen=True):
    """A finding as it is compared: its one number, the words around it as each article prints them, its scope."""

    finding: Finding
    number: float
    phrases: frozenset[frozenset[str]]
    scope: frozenset[str]


def joined(found: Sequence[Finding], independent: Independent) -> list[Finding]:
    """Return the findings with those that tell one number of one thing joined to the weightiest of them."""
    lines = [(n, line) for n, f in enumerate(found) if (line := _line(f)) is not None]
    lines.sort(key=lambda item: (JOINED.index(item[1].finding.status), -item[1].finding.weight, item[0]))
    hosts: dict[tuple[object, ...], list[int]] = defaultdict(list)
    guests: dict[int, list[Finding]] = defaultdict(list)
    by_number = dict(lines)
    gone: set[int] = set()
    for number, line in lines:
        near = dict.fromkeys(h for key in _keys(line) for h in hosts[key])
        host = next((h for h in near if _one_thing(by_number[h], line)), None)
        if host is None:
            for key in _keys(line):
                hosts[key].append(number)
        else:
            guests[host].append(line.finding)
            gone.add(number)
    return [_with(f, guests[n], independent) if n in guests else f for n, f in enumerate(found) if n not in gone]


def _line(finding: Finding) -> _Line | None:
    exact = [v for v in finding.values if isinstance(v.low, float | int) and v.low == v.high]
    if finding.status not in JOINED or finding.unit in _UNCOUNTED or not exact:
        return None
    phrases = frozenset(
        frozenset(fold(w)[:_STEM] for w in LONG_WORD.findall(s.exact)) for v in finding.values for s in v.support
    )
    scope = frozenset(p.strip() for p in finding.scope.split(",") if p.strip())
    number = float(exact[0].low or 0)
    if finding.unit == "second":
        number /= next((u for u in UNITS if number % u == 0), 1.0)
    return _Line(finding, number, phrases - {frozenset()}, scope)


def _keys(line: _Line) -> Iterator[tuple[object, ...]]:
    yield _kin(line.finding.attribute), line.finding.values[0].low, line.number
    for nation in sorted(line.scope & _nations()):
        yield nation, line.number
    fair = [sorted(p) for p in line.phrases if PHRASE <= len(p) <= LONGEST]
    for words in sorted({words for phrase in fair for words in combinations(phrase, PHRASE)}):
        yield line.finding.unit, line.number, *words


def _one_thing(a: _Line, b: _Line) -> bool:
    mine, theirs = ({p for p in line.scope if FOUR_DIGITS.fullmatch(p)} for line in (a, b))
    if (mine and theirs and mine != theirs) or ("planned" in a.scope) != ("planned" in b.scope):
        return False
    if a.finding.unit != b.finding.unit and not {a.finding.unit, b.finding.unit} <= {"person", "thing"}:
        return False
    within = a.scope <= b.scope or b.scope <= a.scope
    same = not a.phrases.isdisjoint(b.phrases)
    kin = _kin(a.finding.attribute) == _kin(b.finding.attribute) and a.number >= TELLING
    if a.finding.attribute != b.finding.attribute and not kin:
        if "person" in (a.finding.attribute, b.finding.attribute) and a.scope & b.scope & _nations():
            return within
        return a.number >= TELLING and any(
            len(p & q) >= PHRASE and max(len(p), len(q)) <= LONGEST for p in a.phrases for q in b.phrases
        )
    if a.finding.unit == "second":  # what lasted must be the same; elsewhere or later it may have lasted as long
        return _head(a) == _head(b) and a.number > TELLING and a.number % TELLING != 0
    if a.scope - NEUTRAL == b.scope - NEUTRAL:
        return True
    if a.number < TELLING:
        return same and within
    shorter = any(p <= q or q <= p for p in a.phrases for q in b.phrases)
    return same or shorter or (within and _odd(a.number))


def _kin(attribute: str) -> str:
    return "seat" if attribute in SEATS else attribute


@functools.cache
def _nations() -> frozenset[str]:
    """Return the adjectives of nations as scopes have them."""
    table = load("en").table("names").get("demonyms", {})
    return frozenset(str(forms[0]).title() for forms in table.values() if forms)


def _head(line: _Line) -> str:
    return line.finding.scope.partition(",")[0]


def _odd(number: float) -> bool:
    """Tell whether a number is no round figure: of two digits that do not end in 0, or with more than two to it."""
    digits = f"{number:.10g}".rstrip("0").replace(".", "")
    return number > TELLING and len(digits) >= 2


def _with(host: Finding, guests: Sequence[Finding], independent: Independent) -> Finding:
    """Return a finding with the sources of others; of their scopes stays what half of the sources at least have."""
    values = list(host.values)
    for guest in guests:
        for value in guest.values:
            at = next((n for n, v in enumerate(values) if (v.low, v.high) == (value.low, value.high)), None)
            if at is None:
                values.append(value)
            else:
                values[at] = msgspec.structs.replace(values[at], support=both(values[at], value))
    origins = independent(sorted({s.article for v in values for s in v.support}))
    lone = host.status == "alone" and origins[0] > 1
    return msgspec.structs.replace(
        host,
        values=tuple(values),
        scope=scope_of_most((host, *guests)),
        independent=origins,
        status="agreed" if lone else host.status,
        reason="agreed" if lone else host.reason,
        weight=max(f.weight for f in (host, *guests)),
    )


def scope_of_most(findings: Sequence[Finding]) -> str:
    """Return of the scopes of some findings what half of their sources at least have."""
    parts: dict[str, set[str]] = {}
    telling: set[str] = set()
    for finding in findings:
        its = {s.article for v in finding.values for s in v.support}
        telling |= its
        for part in filter(None, (p.strip() for p in finding.scope.split(","))):
            parts.setdefault(part, set()).update(its)
    return ", ".join(p for p, having in parts.items() if 2 * len(having) >= len(telling))


def both(a: Value, b: Value) -> tuple[Support, ...]:
    """Return the supports of two values, each place once."""
    seen: dict[tuple[Place, int], Support] = {}
    for support in (*a.support, *b.support):
        seen.setdefault((support.place, support.end), support)
    return tuple(seen.values())
