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
    adding = {(c.attribute, c.low) for c in claims if _adds(scene, c, claims)}
    return [_part(c) if (c.attribute, c.low) in adding else c for c in claims]  # "The five found today": the same five


def _part(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, scope=tuple(sorted({*claim.scope, "part:"})))


def _adds(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> bool:
    if claim.attribute not in CUMULATIVE or claim.qualifier is not None or claim.low is None:
        return False
    text, start, end = scene.article.text, claim.anchor.start, claim.anchor.end
    before = WORD.findall(text, max(claim.sentence[0], start - REACH), start)[-1:]
    if _more(scene.article.language).isdisjoint(map(fold, [*before, *WORD.findall(text, start, end)])):
        return False
    like = (claim.attribute, "death") if claim.attribute == "victim" else (claim.attribute,)
    return any(c.attribute in like and c.low is not None and c.low > claim.low for c in claims)


REACH = 16
"""Characters before a count in which "another", "altri" may stand."""


@functools.lru_cache(maxsize=32)
def _more(language: str | None) -> frozenset[str]:
    return frozenset(map(fold, load(language).table("concepts").get("none_more", ())))
