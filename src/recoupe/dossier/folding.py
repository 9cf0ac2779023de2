"""What several pages agree on, and others dispute: one finding, not two.

A scope is read off what stands beside a number, so the 50 million of a dispute may be told once more as agreed
("fines · 2017"). Whoever reads that a value is agreed after reading that it is disputed trusts neither.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.model import Finding, Independent, Support, Value

TELLING = 10
"""From this number on the same value of one attribute is the same thing, whatever stands beside it."""

APART = 1.1
"""How far apart (larger over smaller) the values of a dispute may be for one between them to be a side of it."""

PLANNED = "planned"
"""Part of the scope of what lies ahead."""

ONE = ("agreed", "same instant")
"""Statuses of findings whose values are one."""

_UNCOUNTED = (None, "instant", "day", "date", "year")


def folded(findings: Sequence[Finding], independent: Independent) -> list[Finding]:
    """Return findings with those that agree on a side of a dispute joined to it.

    So is a value between the sides of a dispute of its very scope: three say 154 where others say 152 and 155.
    """
    out = list(findings)
    disputes = [n for n, f in enumerate(out) if f.status == "disputed" and f.unit not in _UNCOUNTED]
    gone: set[int] = set()
    for number, finding in enumerate(findings):
        value = _one_value(finding)
        if value is None:
            continue
        for host in disputes:
            joined = _joined(out[host], finding, value, independent)
            if joined is not None:
                out[host] = joined
                gone.add(number)
                break
    gone.update(n for n, f in enumerate(out) if PLANNED in f.scope and any(_holds(other, f) for other in out))
    dated = [f for f in out if f.unit in ("year", "day") and f.status != "alone"]
    gone.update(n for n, f in enumerate(out) if f.attribute == "recalled" and any(_tells(d, f) for d in dated))
    return [f for n, f in enumerate(out) if n not in gone]


def _holds(other: Finding, planned: Finding) -> bool:
    """Tell whether a finding has all that another says of what was planned: a page that tells it as done has it too."""
    scope = ", ".join(part for part in planned.scope.split(", ") if part != PLANNED)
    if (other.attribute, other.status, other.scope) != (planned.attribute, planned.status, scope):
        return False
    told = {(s.place, s.end) for v in other.values for s in v.support}
    return planned.status in ONE and all((s.place, s.end) in told for v in planned.values for s in v.support)


def _tells(dated: Finding, recalled: Finding) -> bool:
    """Tell whether a finding has the date of another among its values, in the same articles: it says what of."""
    begin = recalled.values[0].low
    articles = {s.article for s in recalled.values[0].support}
    return any(
        isinstance(begin, str) and isinstance(v.low, str) and v.low.startswith(begin)
        and articles <= {s.article for s in v.support}
        for v in dated.values
    )  # fmt: skip


def _one_value(finding: Finding) -> Value | None:
    exact = [v for v in finding.values if isinstance(v.low, int | float) and v.low == v.high]
    agreed = finding.status == "agreed" and finding.unit not in _UNCOUNTED
    return exact[0] if agreed and len(exact) == len(finding.values) == 1 else None


def _joined(host: Finding, guest: Finding, value: Value, independent: Independent) -> Finding | None:
    """Return a dispute with an agreed value among its sides, None where it is of something else."""
    if (host.attribute, host.unit) != (guest.attribute, guest.unit):
        return None
    at = next((n for n, v in enumerate(host.values) if (v.low, v.high) == (value.low, value.high)), None)
    values = list(host.values)
    if at is not None and _number(value) > TELLING and "planned" not in host.scope + guest.scope:
        values[at] = msgspec.structs.replace(values[at], support=_both(values[at], value))
    elif at is None and host.scope == guest.scope and _between(host, _number(value)):
        values.append(value)
    else:
        return None
    told = {s.article for v in values for s in v.support}
    return msgspec.structs.replace(host, values=tuple(values), independent=independent(sorted(told)))


def _number(value: Value) -> float:
    return float(value.low) if isinstance(value.low, int | float) else 0.0


def _between(host: Finding, number: float) -> bool:
    told = [float(b) for v in host.values for b in (v.low, v.high) if isinstance(b, int | float)]
    return bool(told) and 0 < min(told) < number < max(told) <= APART * min(told)


def _both(a: Value, b: Value) -> tuple[Support, ...]:
    known = {(s.place, s.end) for s in a.support}
    return (*a.support, *(s for s in b.support if (s.place, s.end) not in known))
