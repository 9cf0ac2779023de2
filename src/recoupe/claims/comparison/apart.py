"""Counts of what every place and day has its own of, by the place and the day they are told of.

A count that names no place may be of any, where the story tells of one. Where it tells of several that have nothing in
common, it is of the one whose value it meets, else nobody knows of which. Nobody counted a crowd before it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import HOUR, iso_seconds
from recoupe.claims.values import bounds, meet, moment
from recoupe.model import Claim

UNKNOWN = "?"
"""Begins the place of what is told of none that is known: it is not shown."""

EARLIER = 14 * HOUR
"""How long before a day begins in Greenwich it begins elsewhere, at most."""

Part = tuple[tuple[str, ...], list[Claim]]
"""What tells the claims of one place or day apart, as places of a key, and they."""


def parts(claims: Sequence[Claim]) -> Iterator[Part]:
    """Yield the claims of one group by place and day; all of them at once where the story tells of one."""
    for place, there in _by_place(claims):
        for day, then in _by_day(there):
            yield (*place, *day), then


def _by_place(claims: Sequence[Claim]) -> list[Part]:
    sure = {word for c in claims for word, _ in c.named}
    telling = {(word, c.anchor.article) for c in claims for word in scopes.keys(c.scope, "at")}
    words = [word for word, _ in telling]
    known = {word for word in words if word in sure or words.count(word) > 1}

    def of(claim: Claim) -> frozenset[str]:
        return scopes.keys(claim.scope, "at") & known

    named = _joined([c for c in claims if of(c)], of)
    if len(named) < 2:
        return [((), list(claims))]
    out: list[Part] = [((_most(part, of),), part) for part in named]
    lost: list[Claim] = []
    for claim in claims:
        if of(claim):
            continue
        fitting = [part for part in named if any(meet(bounds(claim), bounds(c)) for c in part)]
        (fitting[0] if len(fitting) == 1 else lost).append(claim)
    unknown = _joined(lost, lambda _: frozenset())
    return [*out, *(((f"{UNKNOWN}{n}",), part) for n, part in enumerate(unknown))]


def _by_day(claims: Sequence[Claim]) -> list[Part]:
    """Return claims by day. One that tells none is of the last day before it was told, else of one nobody knows."""

    def of(claim: Claim) -> frozenset[str]:
        return scopes.keys(claim.scope, "on")

    dated = _joined([c for c in claims if of(c)], of)
    if not dated:
        return [((), list(claims))]
    days = sorted((_most(part, of), part) for part in dated)
    early: list[Claim] = []
    for claim in claims:
        if of(claim):
            continue
        past = [part for day, part in days if moment(claim.as_of) >= (iso_seconds(day) or 0.0) - EARLIER]
        fitting = [part for part in past if any(meet(bounds(claim), bounds(c)) for c in part)]
        (fitting[-1] if fitting else past[-1] if past else early).append(claim)
    if len(days) == 1 and not early:
        return [((), days[0][1])]
    unknown: list[Part] = [((f"{UNKNOWN}early",), early)] if early else []
    return [*(((day,), part) for day, part in days), *unknown]


def _most(claims: Sequence[Claim], of: Callable[[Claim], frozenset[str]]) -> str:
    """Return the word most of some claims have."""
    words = [word for claim in claims for word in sorted(of(claim))]
    return min(words, key=lambda word: (-words.count(word), word))


def _joined(claims: Sequence[Claim], of: Callable[[Claim], frozenset[str]]) -> list[list[Claim]]:
    """Return claims in groups that share a word or whose values meet: one count is hardly told of two places."""
    out: list[list[Claim]] = []
    for claim in claims:
        near = [
            part for part in out
            if any(of(claim) & of(c) or meet(bounds(claim), bounds(c)) for c in part)
        ]  # fmt: skip
        out = [part for part in out if part not in near]
        out.append([*(c for part in near for c in part), claim])
    return out
