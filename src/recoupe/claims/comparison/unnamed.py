"""Ages of someone whose name stands elsewhere: "a man of 57 opened fire", and the name two paragraphs on.

They are set against the ages that the story's other pages tell of that name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.article.ground import scope as scopes
from recoupe.model import Claim

ANYBODY = frozenset(("man", "woman", "attacker", "suspect", "driver", "pilot", "captain"))
"""Whom an age is of where no name is told with it."""

TOLD = 2
"""Articles that must tell the age of a name."""

YEARS = 2
"""Years between two tellings of one age; further apart it is rather someone else's."""


def of_the_one_named(claims: Sequence[Claim], clauses: Mapping[str, Sequence[Clause]]) -> list[Claim]:
    """Return the claims with an age of "a man" as that of the one person of about that age whom the article names.

    An article that tells that person's age with the name tells another of the man. `clauses` holds those of each
    article.
    """
    aged: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.attribute == "age" and claim.low is not None:
            for who in scopes.keys(claim.scope, "who") - ANYBODY:
                aged[who][claim.anchor.article].add(claim.low)
    known = {who: told for who, told in aged.items() if len(told) >= TOLD}

    def of(claim: Claim) -> Claim:
        who = scopes.key(claim.scope, "who") if claim.attribute == "age" else None
        if who not in ANYBODY or claim.low is None:
            return claim
        here = claim.anchor.article
        named = frozenset[str]().union(*(c.entities for c in clauses.get(here, ())))
        near = [one for one, told in known.items() if one in named and _near(claim.low, told)]
        if len(near) != 1 or here in known[near[0]]:
            return claim
        scope = tuple(sorted(f"who:{near[0]}" if s == f"who:{who}" else s for s in claim.scope))
        called = next((c.named for c in claims if f"who:{near[0]}" in c.scope and c.named), claim.named)
        return msgspec.structs.replace(claim, scope=scope, named=called)

    return [of(c) for c in claims] if known else list(claims)


def _near(age: float, told: Mapping[str, set[float]]) -> bool:
    return any(abs(age - other) <= YEARS for ages in told.values() for other in ages)
