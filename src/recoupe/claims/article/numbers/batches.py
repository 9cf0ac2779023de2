"""Counts of some of a whole that is told bit by bit: "the first four", "four more were brought out", "the last five".

Such a count and the whole are both true, so one does not contradict the other; nor does an earlier state of what only
grows, which an article tells again beside the newest ("four were rescued on Sunday, eight so far"), nor what comes on
top of a larger count of the same article ("two more deaths" beside "41 dead").
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.values import CUMULATIVE
from recoupe.languages import load
from recoupe.model import Claim, Quantity
from recoupe.text.normalise import fold

PART = "part:batch"
"""Scope of a count of some of a whole."""

RISING = frozenset(("rescued", "released", "evacuee"))
"""Of these an article that counts them twice tells how many there were before, or a part."""

_ADDED = RISING | {"arrest", "death", "body", "infected", "case"}
"""Of these "four more" are more than before; "305 more are missing" are those beside the dead."""

_REACH = 24
"""Characters beside a count in which a word that makes it a batch may stand."""


def is_batch(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> bool:
    """Tell whether a count is said to be of some: by a word before the number, behind it or behind what is counted."""
    if attribute not in CUMULATIVE | _ADDED:
        return False
    if quantity.part and quantity.rule == "of those":
        return True  # "six of the missing boys"
    text, language = scene.article.text, scene.article.language
    before = fold(text[max(sentence.start, quantity.start - _REACH) : quantity.start]).split()[-1:]
    inside = fold(text[quantity.start : quantity.end]).split()
    behind = fold(text[quantity.end : min(sentence.end, quantity.end + _REACH)]).split()[:1]
    near = {*before, *inside[1:], *behind}
    if not near.isdisjoint(_words(language, "batch")):
        return True
    if attribute not in _ADDED:
        return False
    more, beyond = _words(language, "batch_more"), _words(language, "batch_beyond")
    words = [*before, *inside, *behind, ""]
    said = (k for k in range(len(words) - 1) if k != len(before))  # the first word counted may be "more" of "more than"
    return any(words[k] in more and words[k + 1] not in beyond for k in said)


def settled(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return claims of one article; those that count fewer of what only grows, on a day, marked as of some of them."""
    most: dict[str, float] = {}
    for c in claims:
        if c.attribute in RISING and c.unit == "person" and c.status != "planned" and c.low is not None:
            most[c.attribute] = max(c.low, most.get(c.attribute, 0.0))
    dated = {(s.start, s.end) for s in scene.sentences if s.days} if most else set()

    def fewer(c: Claim) -> bool:
        counts = c.attribute in most and c.unit == "person" and c.sentence in dated and PART not in c.scope
        return counts and c.high is not None and c.high < most[c.attribute]

    return [msgspec.structs.replace(c, scope=(*c.scope, PART)) if fewer(c) else c for c in claims]


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
    if not said_more(scene, claim):
        return False
    like = (claim.attribute, "death") if claim.attribute == "victim" else (claim.attribute,)
    return any(c.attribute in like and c.low is not None and c.low > claim.low for c in claims)


def said_more(scene: Scene, claim: Claim) -> bool:
    """Tell whether a count is said to be of others: "another six", "sechs weitere"."""
    text, start, end = scene.article.text, claim.anchor.start, claim.anchor.end
    before = WORD.findall(text, max(claim.sentence[0], start - _BEFORE), start)[-1:]
    words = map(fold, [*before, *WORD.findall(text, start, end)])
    return not _words(scene.article.language, "batch_more").isdisjoint(words)


_BEFORE = 16
"""Characters before a count in which "another", "altri" may stand."""


@functools.lru_cache(maxsize=64)
def _words(language: str | None, part: str) -> frozenset[str]:
    return frozenset(map(fold, load(language).table("concepts").get(part, ())))
