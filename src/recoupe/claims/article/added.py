"""Counts that come on top of another of their article: "two more deaths" beside "41 dead"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from recoupe.claims.article.patterns import WORD
from recoupe.claims.article.scene import Scene
from recoupe.claims.values import CUMULATIVE
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text.normalise import fold


def parts(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, those that only add to a larger count of the same as a part of it.

    Where the article tells no larger count ("12 died and another 40 were hurt") the words set it beside other people.
    """
    return [_part(claim) if _adds(scene, claim, claims) else claim for claim in claims]


def _part(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, scope=tuple(sorted({*claim.scope, "part:"})))


def _adds(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> bool:
    if claim.attribute not in CUMULATIVE or claim.qualifier is not None or claim.low is None:
        return False
    text, start, end = scene.article.text, claim.anchor.start, claim.anchor.end
    before = WORD.findall(text, max(claim.sentence[0], start - REACH), start)[-1:]
    if _more(scene.article.language).isdisjoint(map(fold, [*before, *WORD.findall(text, start, end)])):
        return False
    return any(c.attribute == claim.attribute and c.low is not None and c.low > claim.low for c in claims)


REACH = 16
"""Characters before a count in which "another", "altri" may stand."""


@functools.lru_cache(maxsize=32)
def _more(language: str | None) -> frozenset[str]:
    return frozenset(map(fold, load(language).table("concepts").get("none_more", ())))
