"""Which alert a clock time is of: the first, or one behind it ("the second alarm went off at 9:43")."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import msgspec

from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene, nearest
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text.normalise import fold

LATER = "call:second"
"""In a scope: of an alert that is not the first."""

BEFORE = 24
"""Characters before the word for an alert in which the word for its number stands: "un premier signal d'alarme"."""


def numbered(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """Return the claims of an article, those of its second alert apart from those of its first.

    Where one time is said to be that of the first alert, a later one of which nothing is said is that of another.
    """
    numbers = [_number(scene, claim) if claim.attribute == "alert" else None for claim in claims]
    firsts = [c.low for c, number in zip(claims, numbers, strict=True) if number == 1 and c.low is not None]
    if not any(numbers):
        return claims
    out = []
    for claim, number in zip(claims, numbers, strict=True):
        later = claim.attribute == "alert" and number is None and firsts and (claim.low or 0.0) > min(firsts)
        if later or (number or 1) > 1:
            claim = msgspec.structs.replace(claim, scope=tuple(sorted((*claim.scope, LATER))))
        out.append(claim)
    return out


def _number(scene: Scene, claim: Claim) -> int | None:
    """Return the number of the alert that a time is of, None where none is said."""
    sentence = next((s for s in scene.sentences if (s.start, s.end) == claim.sentence), None)
    if sentence is None:
        return None
    cues = [c for c in sentence.of("phase") if c.key == "alert"]
    cue = nearest(scene, sentence, (claim.anchor.start, claim.anchor.end), cues)
    if cue is None:
        return None
    words = [fold(w) for w in WORD.findall(scene.article.text, max(sentence.start, cue.start - BEFORE), cue.end)]
    said = _ordinals(scene.article.language)
    return next((said[word] for word in reversed(words) if word in said), None)


@functools.lru_cache(maxsize=32)
def _ordinals(language: str | None) -> Mapping[str, int]:
    """Return the numbers of a language's words for "first", "second" and so on."""
    table = load(language).table("times").get("ordinal", {})
    found = {fold(word): int(number) for number, words in table.items() if number.isdigit() for word in words}
    return found | {fold(word): 1 for word in load(language).table("concepts").get("firsts", ())}
