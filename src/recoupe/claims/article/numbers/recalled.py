"""Counts of an earlier happening told in the sentences behind the one that names it with its year.

"Older people speak of Bertram, 1989. Sixty-one dead, and a ship on a hill."       words without a verb
"Bertram had crossed it in 1989. It had killed 61 people, 68 with the crew."        what had happened before
"The worst since Bertram, 1989. Back then 61 people died."                          a word for that time

The year is that of the sentence before, where it tells one earlier year and no other day.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground import reference
from recoupe.claims.article.ground.patterns import FOUR_DIGITS
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.numbers.wholes import COUNTED
from recoupe.claims.values import MEASURED
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text.patterns import compiled

_YEAR, _PAST = "year:", "past:"

OPENING = 3
"""Characters before a number that opens its sentence: a mark of quotation, a dash."""

SINCE = 40
"""Characters between "since" and the year it leads to: " Hurricane Bertram in "."""


def dated(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, those of a happening that the sentence before recalls with its year."""
    at = {(s.start, s.end): s.number for s in scene.sentences} if claims else {}

    def of(claim: Claim) -> Claim:
        number = at.get(claim.sentence, 0)
        if not number or claim.rule != "count" or claim.attribute not in COUNTED | MEASURED:
            return claim
        sentence, before = scene.sentences[number], scene.sentences[number - 1]
        if "\n" in scene.article.text[before.start : sentence.start]:
            return claim
        told = _before(scene, sentence, claim)
        year = _year(scene, before, since=_PAST in claim.scope) if told or _PAST in claim.scope else None
        if year is None:
            return claim
        kept = {s for s in claim.scope if not s.startswith((_YEAR, _PAST))}
        return msgspec.structs.replace(claim, scope=tuple(sorted({*kept, f"{_YEAR}{year}"})))

    return [of(c) for c in claims]


def _before(scene: Scene, sentence: Sentence, claim: Claim) -> bool:
    """Tell whether a sentence tells a count of what the one before speaks of: by no verb, or by what had happened."""
    had = _had(scene.article.language)
    if had is not None and had.search(scene.article.text, sentence.start, claim.anchor.start) is not None:
        return True
    quantity = next((q for q in sentence.quantities if q.start == claim.anchor.start), None)
    verbless = quantity is not None and quantity.rule == "noun" and not sentence.times
    return verbless and claim.anchor.start - sentence.start <= OPENING


@functools.lru_cache(maxsize=32)
def _had(language: str | None) -> re.Pattern[str] | None:
    words = load(language).table("times").get("tense", {}).get("pluperfect")
    return compiled(rf"\b(?:{words})(?!\w)", re.IGNORECASE) if words else None


def _year(scene: Scene, sentence: Sentence, *, since: bool) -> str | None:
    """Return the one earlier year a sentence tells, None where it tells another day too; what is only the beginning of
    a time ("the worst since 1989") says nothing of what follows unless a word of that sentence does (`since`)."""
    own = reference.year(scene)
    dates = [t for t in sentence.times if t.type == "DATE"]
    years = {m[0] for t in dates if (m := FOUR_DIGITS.match(t.value))}
    if own is None or len(years) != 1 or len(years) != len({t.value[:4] for t in dates}) or int(min(years)) >= own:
        return None
    begins = (c for c in sentence.of("scope") if c.key == "since" and 0 <= dates[0].start - c.end <= SINCE)
    return None if not since and any(begins) else min(years)
