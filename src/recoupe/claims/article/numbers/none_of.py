"""Counts of those to whom what is told did not happen: "none of the 22 crew was hurt", "all but 46 were released"."""

from __future__ import annotations

import functools
import re

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Quantity
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

SAFE = "survivor"
"""What those are of whom it is said that none was hurt, killed or lost."""


def _led_by(scene: Scene, sentence: Sentence, quantity: Quantity, part: str) -> bool:
    """Tell whether words of a part of the table `concepts` lead to a count."""
    before = fold(scene.article.text[max(sentence.start, quantity.start - LEAD) : quantity.start]).rstrip()
    return before.endswith(_leading_words(scene.article.language, part))


def all_but(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether what is said of others did not happen to those counted: "all but three were found"."""
    return _led_by(scene, sentence, quantity, "all_but")


def happened(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether what is said of a count happened to none of those counted.

    "None of the 14 passengers and six crew was hurt"; "of the 14 passengers nobody survived".
    """
    if _led_by(scene, sentence, quantity, "none_of"):
        return True
    text = scene.article.text
    if quantity.of == SAFE and quantity.rule != "noun":
        clause = fold(_CLAUSE_END.split(text[quantity.end : min(sentence.end, quantity.end + NOBODY)])[0])
        if any(re.search(rf"(?<!\w){re.escape(w)}", clause) for w in _leading_words(scene.article.language, "nobody")):
            return True
    before = next((q for q in reversed(sentence.quantities) if q.end <= quantity.start), None)
    link = text[before.end : quantity.start].split() if before is not None else ()
    return before is not None and len(link) == 1 and len(link[0]) <= 3 and happened(scene, sentence, before)


_CLAUSE_END = compiled_by_regex(r"[.;:!?,\n]")

NOBODY = 70
"""Characters behind a count in which "nobody" may be who survived of them."""

LEAD = 24
"""Characters before a count in which "none of the" may stand."""


@functools.lru_cache(maxsize=32)
def _leading_words(language: str | None, part: str) -> tuple[str, ...]:
    return tuple(fold(words) for words in load(language).table("concepts").get(part, ()))
