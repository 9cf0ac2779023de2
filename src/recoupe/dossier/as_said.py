"""Findings called by what their pages say: an attribute or event that hardly any of their words tell is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from recoupe.model import Finding, Support

ENOUGH = 2
"""Articles that must say what a value is of before it is called so, where fewer than half do."""

PLAIN = {"instant": "instant", "day": "date", "second": "second"}
"""What a moment, a day or a length is called of which nothing is said."""


def as_said(finding: Finding) -> Finding:
    """Return a finding under the attribute and the scope that enough of its words say (`Support.unsaid`)."""
    supports = [s for v in finding.values for s in v.support]
    if not any(s.unsaid for s in supports):
        return finding

    def said(part: str) -> bool:
        return _enough(supports, lambda s: part not in s.unsaid)

    values = tuple(
        msgspec.structs.replace(v, support=tuple(msgspec.structs.replace(s, unsaid=()) for s in v.support))
        for v in finding.values
    )
    parts = (p.strip() for p in finding.scope.split(","))
    plain = PLAIN.get(finding.unit or "", finding.attribute)
    return msgspec.structs.replace(
        finding,
        attribute=finding.attribute if said(finding.attribute) else plain,
        scope=", ".join(p for p in parts if p and said(p)),
        values=values,
    )


def called(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings as their pages say; without days that differ, of an event that hardly any of them names: nobody
    can tell whether they may."""
    for finding in findings:
        told = as_said(finding)
        nameless = finding.scope and not told.scope and told.attribute == PLAIN["day"]
        if not (nameless and finding.status in ("disputed", "evolving")):
            yield told


def _enough(supports: list[Support], saying: Callable[[Support], bool]) -> bool:
    told, said = ({s.article for s in its} for its in (supports, filter(saying, supports)))
    return len(said) >= ENOUGH or 2 * len(said) >= len(told)
