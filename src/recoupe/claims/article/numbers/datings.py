"""Claims of how old finds, rocks and stars are: "315,000 years old", "il y a 4,6 milliards d'années".

From a thousand years on a number of years is a dating, whatever words are around it: nothing else lasts so long.
"""

from __future__ import annotations

import functools

import regex

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene
from recoupe.claims.article.ground.seconds import YEAR
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text import numbers
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

OLDEST = 1_000
"""Years from which on nothing but a dating is told in years."""

_BEHIND = compiled_by_regex(r"[ \u00a0-](?:d['’]|de |di |of )?(\p{L}+)", regex.V1)


def find(scene: Scene) -> list[Claim]:
    """Return the claims of datings of an article, in order."""
    language, text = scene.article.language, scene.article.text
    words, out = _years(language), []
    for sentence in scene.sentences:
        said = " ".join(WORD.findall(text, sentence.start, sentence.end)) if words else ""
        if words.isdisjoint(fold(said).split()):
            continue
        for number in numbers.find(text[sentence.start : sentence.end], language=language):
            start, end = sentence.start + number.start, sentence.start + number.end
            behind = _BEHIND.match(text, end)
            if number.high != number.low or number.low < OLDEST or not behind or fold(behind[1]) not in words:
                continue
            span = (start, behind.end())
            if any(t.type == "DATE" and t.start < end and start < t.end for t in sentence.times):
                continue  # "с июня 2021 года", "año 1492"
            around = circumstances.find(scene, sentence, span)
            out.append(
                Claim(
                    attribute="dating",
                    scope=tuple(s for s in around.scope if s.startswith(("past:", "limit:"))),
                    low=number.low * YEAR,
                    high=number.low * YEAR,
                    unit="second",
                    display=text[span[0] : span[1]],
                    anchor=scene.anchor(*span),
                    sentence=(sentence.start, sentence.end),
                    status="stated" if around.status == "planned" else around.status,
                    holder=around.holder,
                    as_of=scene.article.published,
                    rule="duration",
                )
            )
    return out


@functools.lru_cache(maxsize=32)
def _years(language: str | None) -> frozenset[str]:
    """Return the words for a year, in one and in many."""
    table = load(language).table("times")
    return frozenset(fold(w) for part in ("unit", "units") for w in table.get(part, {}).get("year", ()))
