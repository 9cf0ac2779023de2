"""Claims of the floor or the deck where something happened: "opened fire from the 14th floor", "en la cubierta 5".

A tower has many floors, and people of a story live on several. So a floor is told only with what happened on it or from
it, right beside: shots, a fall, a blast, a fire that broke out. It is told apart by that.
"""

from __future__ import annotations

import msgspec

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.model import Claim
from recoupe.text import numbers
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

UNIT = "storey"

REACH = 80
"""Cost between a floor and what happened there."""

HIGHEST = 165
"""The highest floor that anybody can be on."""

_TO_WORD = compiled(r"(?:\.?[ºª°]|\.|esimo)?[ \u00a0-]")
"""What stands between the number of a floor and the word behind it: "14th-floor", "14. Stock", "14.º andar"."""


def find(scene: Scene) -> list[Claim]:
    """Return the claims of floors of an article, in order."""
    return [
        claim
        for sentence in scene.sentences
        if sentence.block != "caption" and (words := sentence.of("floor")) and (happened := _happened(scene, sentence))
        for number in numbers.find(scene.article.text[sentence.start : sentence.end], language=scene.article.language)
        if number.low == number.high and 1 <= number.low <= HIGHEST
        if (claim := _claim(scene, sentence, number, words, happened)) is not None
    ]


def _happened(scene: Scene, sentence: Sentence) -> list[Found]:
    """Return the words of a sentence that tell what happens on one floor."""
    began = [c for c in sentence.of("phase") if c.key in ("start", "occurrence")]
    if began and "fire" in scene.opening and not sentence.of("event"):
        return [msgspec.structs.replace(c, key="fire") for c in began]  # "it had broken out on deck 5"
    return [
        *(c for c in sentence.of("event") if c.key in ("attack", "explosion") or (c.key == "fire" and began)),
        *(c for c in sentence.of("lasting") if c.key == "attack"),
        *(c for c in sentence.of("deed") if c.key == "fall"),
    ]


def _claim(scene: Scene, sentence: Sentence, number: Number, words: list[Found], happened: list[Found]) -> Claim | None:
    text, at = scene.article.text, sentence.start
    span = _floor(text, (at + number.start, at + number.end), words, ordinal=number.ordinal)
    what = nearest(scene, sentence, span, happened, REACH) if span is not None else None
    if span is None or what is None:
        return None
    around = circumstances.find(scene, sentence, span)
    if around.status == "denied":
        return None
    return Claim(
        attribute="on floor",
        scope=(f"group:{what.key}",),
        low=number.low,
        high=number.low,
        unit=UNIT,
        display=text[span[0] : span[1]],
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status=around.status,
        holder=around.holder,
        as_of=scene.article.published,
        rule="floor",
    )


def _floor(text: str, number: tuple[int, int], words: list[Found], *, ordinal: bool) -> tuple[int, int] | None:
    """Return where the words of a floor begin and end: its number behind or before its word, None where it has none.

    "14 floors" counts them: a number that is no ordinal stands behind, or has a point or a sign. "Vingt-quatrième" is
    no fourth.
    """
    start, end = number
    if text[max(0, start - 1) : start] == "-":
        return None
    digits = not ordinal and text[start].isdigit()
    for word in words:
        between = _TO_WORD.fullmatch(text, end, word.start) if end <= word.start else None
        if between is not None and (ordinal or between.end() - between.start() > 1):
            return start, word.end
        if digits and word.end < start and text[word.end : start] in (" ", "\u00a0"):
            return word.start, end
    return None
