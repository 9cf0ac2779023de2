"""Counts of others of a kind already counted: "eight rifles in the flat, six further ones at the house".

They are no other value of the first count. Tolls add up (`batches`); things that lie elsewhere are told apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground.scene import Scene
from recoupe.claims.article.numbers.batches import said_more
from recoupe.claims.values import OUTCOMES
from recoupe.model import Claim

FURTHER = "group:further"

REACH = 400
"""Characters back within which the first of the kind are counted."""


def marked(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, those of others of a kind counted before it in their scopes."""
    return [_further(c) if _is_further(scene, c, claims) else c for c in claims]


def _further(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, scope=tuple(sorted({*claim.scope, FURTHER})))


def _is_further(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> bool:
    if claim.unit != "thing" or claim.rule != "count" or claim.attribute in OUTCOMES or not said_more(scene, claim):
        return False
    start = claim.anchor.start
    return any(
        c.attribute == claim.attribute and c.low != claim.low and c.anchor.end <= start <= c.anchor.end + REACH
        for c in claims
    )
