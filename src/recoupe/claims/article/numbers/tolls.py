"""A headline's toll is of what the text says the same number of.

"Fair poisoning: toll cut to 189 / The number of people poisoned was cut to 189": nobody died.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground.scene import Scene
from recoupe.claims.values import OUTCOMES
from recoupe.model import Claim

DEATH = "death"
"""What a toll is of where nothing else is named."""


def as_told(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, a death toll of its title as what the text counts so many of and no dead."""
    title = scene.article.title or ""
    end = len(title) if title and scene.article.text.startswith(title) else 0
    said = {(c.attribute, c.low, c.high) for c in claims if c.anchor.start >= end and c.unit == "person"}

    def of(claim: Claim) -> Claim:
        value = claim.low, claim.high
        if claim.anchor.end > end or claim.attribute != DEATH or (DEATH, *value) in said:
            return claim
        others = sorted(a for a, *its in said if tuple(its) == value and a in OUTCOMES)
        return msgspec.structs.replace(claim, attribute=others[0]) if len(others) == 1 else claim

    return [of(c) for c in claims] if end else list(claims)
