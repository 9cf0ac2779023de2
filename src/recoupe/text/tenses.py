"""Verbs, and words beside them, that tell whether something has happened, lies ahead or ends: the table `times`."""

from __future__ import annotations

import functools
import re

from recoupe.languages import load
from recoupe.text.patterns import compiled

DIRECTIONS = ("limit", "ahead", "back")
"""What words near a time tell: that it is the last or first of something, that it lies ahead, that it lies back."""

GROUP = compiled(r" (?:[^\W\d_]+ )?")
"""What stands between an auxiliary and its participle: a word at most."""


@functools.cache
def cues(language: str | None) -> re.Pattern[str] | None:
    """Return the pattern of these words, a group for each of the directions, None where a language has none.

    It is for a text in small letters (`normalise.small`): `re` takes three times as long to pass over case.
    """
    table = load(language).table("times").get("tense", {})
    if not table.get("ahead") or not table.get("back"):
        return None
    words = {part: "|".join(table.get(part, ())).replace(" ", r"\s+") for part in DIRECTIONS}
    groups = (f"(?P<{part}>{told})" for part, told in words.items() if told)
    return compiled(rf"(?<![\w])(?:{'|'.join(groups)})(?!\w)")
