"""The places of parts of a count: which they are in a story, and that each has one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.numbers.wholes import WITHIN
from recoupe.model import Claim
from recoupe.text.normalise import fold


def places_of_parts(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the places of which no fewer articles tell a part of a count than another: the worst hit town is named as
    often as the land it lies in."""
    parts: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for place in scopes.keys(claim.scope, "place"):
            (parts if WITHIN in claim.scope else others)[place].add(claim.anchor.article)
    return frozenset(place for place, told in parts.items() if len(told) >= len(others[place]))


def named_alike(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with a place of which one page has only the word as the entity that others name so."""
    called: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for id_, name in claim.named:
            if fold(name) != id_:
                called[fold(name)][id_] += 1
    known = {name: min(ids, key=lambda id_: (-ids[id_], id_)) for name, ids in called.items()}

    def of(claim: Claim) -> Claim:
        words = scopes.keys(claim.scope, "place") & known.keys()
        if not words:
            return claim
        scope = {f"place:{known[s[6:]]}" if s[6:] in words and s.startswith("place:") else s for s in claim.scope}
        named = {(known.get(id_, id_), name) for id_, name in claim.named}
        return msgspec.structs.replace(claim, scope=tuple(sorted(scope)), named=tuple(sorted(named)))

    return [of(c) for c in claims]
