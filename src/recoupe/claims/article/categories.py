"""Claims of a storm's category: "a Category 4 hurricane", "ciclón de categoría 3"."""

from __future__ import annotations

import functools
import re

from recoupe.claims.article import nounless
from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.scene import Scene
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled

ATTRIBUTE = "category"
"""What is told, and its unit: the step of a scale."""

HIGHEST = 5
"""The highest category of a storm."""

_BESIDE = ("past:", "year:", "elsewhere:")
"""What sets a category beside the story: an earlier storm's, another year's."""


def find(scene: Scene) -> list[Claim]:
    """Return the categories an article tells of its storm, in order."""
    words = _words(scene.article.language)
    if words is None or ("storm" not in scene.opening and scene.article.kind != "update"):
        return []  # an update may not name what its page is about
    out = []
    for sentence in scene.sentences:
        text = fold(scene.article.text[sentence.start : sentence.end])
        if len(text) != sentence.end - sentence.start or words.search(text) is None:
            continue
        for one in nounless.find(text, scene.article.language, ()):
            if one.kind != nounless.LEVEL or one.value > HIGHEST or words.match(text, one.start) is None:
                continue
            span = (sentence.start + one.start, sentence.start + one.end)
            around = circumstances.find(scene, sentence, span)
            out.append(
                Claim(
                    attribute=ATTRIBUTE,
                    scope=tuple(s for s in around.scope if s.startswith(_BESIDE)),
                    low=one.value,
                    high=one.value,
                    unit=ATTRIBUTE,
                    display=scene.article.text[span[0] : span[1]],
                    anchor=scene.anchor(*span),
                    sentence=(sentence.start, sentence.end),
                    status=around.status,
                    holder=around.holder,
                    as_of=scene.article.published,
                    rule="count",
                )
            )
    return out


@functools.lru_cache(maxsize=32)
def _words(language: str | None) -> re.Pattern[str] | None:
    """Return the pattern of a language's words for a category, behind which its number stands."""
    words = load(language).table("concepts").get("category", ())
    return compiled(rf"\b(?:{'|'.join(re.escape(fold(w)) for w in words)}) ") if words else None
