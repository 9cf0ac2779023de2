"""Tolls of two countries together: "24 dead, 19 on the islands and five on the coast", where others tell the islands'.

The largest part of such a toll is what other pages of the same days call the toll: the count of all is then one of more
places than theirs, and the part is theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import DAY
from recoupe.claims.article.numbers.by_place import SUM
from recoupe.claims.article.numbers.wholes import WITHIN
from recoupe.claims.values import CUMULATIVE, moment
from recoupe.model import Claim

ALL_PLACES = "group:all places"
"""In the scope of a toll of more places than the story's other tolls are of."""

SAME_DAYS = 1.5 * DAY
"""Seconds between two pages whose tolls are of one time."""

_NARROWER = ("within:", "part:", "year:", "past:", "group:", "elsewhere:")


def told_apart(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a story, tolls of several places that others tell one of with a scope of their own."""
    wholes = {n: c for n, c in enumerate(claims) if scopes.key(c.scope, SUM[:-1]) is not None}
    if not wholes:
        return list(claims)
    plain: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.rule == "count" and claim.low is not None and not any(s.startswith(_NARROWER) for s in claim.scope):
            plain[claim.attribute].append(claim)
    of_all: dict[tuple[str, str], float] = {}
    for whole in wholes.values():
        largest = float(scopes.key(whole.scope, SUM[:-1]) or 0)
        if _tellers(plain[whole.attribute], whole, largest) > _tellers(plain[whole.attribute], whole, whole.low):
            of_all[whole.anchor.article, whole.attribute] = largest

    def of(number: int, claim: Claim) -> Claim:
        largest = of_all.get((claim.anchor.article, claim.attribute))
        if largest is None:
            return claim
        if number in wholes:
            return _scoped(claim, (*claim.scope, ALL_PLACES))
        if WITHIN in claim.scope and claim.low == claim.high == largest:
            return _scoped(claim, (s for s in claim.scope if s != WITHIN and not s.startswith("place:")))
        return claim

    return [of(n, c) for n, c in enumerate(claims)]


def parts_alone(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a story, those that tell alone what several others tell as a part with its place.

    A page of pictures has the four who died in the home and not the toll of which they are.
    """
    parts: dict[tuple[str, float | None], dict[str, Claim]] = defaultdict(dict)
    largest: dict[tuple[str, str], float] = defaultdict(float)
    for claim in claims:
        if claim.attribute in CUMULATIVE and claim.rule == "count" and claim.unit == "person":
            if WITHIN in claim.scope:
                parts[claim.attribute, claim.low].setdefault(claim.anchor.article, claim)
            told = (claim.anchor.article, claim.attribute)
            largest[told] = max(largest[told], claim.low or 0.0)
    known = {told for told, its in parts.items() if len(its) >= SEVERAL}
    plain = {
        (c.attribute, c.low)
        for c in claims
        if known
        and not any(s.startswith((*_NARROWER, "place:")) for s in c.scope)
        and c.low == largest.get((c.anchor.article, c.attribute))
    }

    of_parts = {place for its in parts.values() for c in its.values() for place in scopes.keys(c.scope, "place")}

    def of(claim: Claim) -> Claim:
        told = (claim.attribute, claim.low)
        where = scopes.keys(claim.scope, "place")
        if told not in known or told in plain or not where or where & of_parts:
            return claim  # two died in one town, and two in another
        if any(s.startswith(("year:", "past:")) for s in claim.scope):
            return claim
        part = min(parts[told].values(), key=lambda c: c.anchor.place)
        kept = (s for s in claim.scope if not s.startswith("place:"))
        there = (s for s in part.scope if s.startswith("place:"))
        return msgspec.structs.replace(_scoped(claim, (*kept, *there, WITHIN)), named=part.named)

    return [of(c) for c in claims] if known else list(claims)


SEVERAL = 2
"""Articles that tell a part with its place."""


def _tellers(claims: Iterable[Claim], whole: Claim, value: float | None) -> int:
    """Return how many other articles of the same days tell a toll."""
    at = moment(whole.as_of)
    near = (c for c in claims if c.low == value and abs(moment(c.as_of) - at) <= SAME_DAYS)
    return len({c.anchor.article for c in near} - {whole.anchor.article})


def _scoped(claim: Claim, scope: Iterable[str]) -> Claim:
    return msgspec.structs.replace(claim, scope=tuple(sorted(set(scope))))
