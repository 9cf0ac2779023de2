"""Which years a sentence only compares with: "its biggest one-day fall since 2009", "a rule last used in March 2020".

What the sentence tells before it is not of such a year.
"""

from __future__ import annotations

import functools

import regex

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Time
from recoupe.text.patterns import compiled_by_regex

REACH = 130
"""Characters before a year within which the record stands that has lasted since."""

_FIGURE = compiled_by_regex(r"\d")


def compared_with(scene: Scene, sentence: Sentence, value: tuple[int, int], time: Time) -> bool:
    """Tell whether a year or day behind a value is but the last time that something was so; the date itself, and
    what stands behind it, may be of that time ("the worst since 2009, when 12 died")."""
    words = _words(scene.article.language)
    if words is None or time.start < value[1]:
        return False
    text = scene.article.text
    figure = _FIGURE.search(text, time.start, time.end)  # "since 2009" may be one expression
    end = figure.start() if figure is not None else time.start
    return words.search(text, max(sentence.start, time.start - REACH), end) is not None


@functools.lru_cache(maxsize=32)
def _words(language: str | None) -> regex.Pattern[str] | None:
    """Return the pattern of a record and "since" that lead to a date, or of an aside such as ", last used in"."""
    table = load(language).table("times")
    record, since, last = (table.get(key) for key in ("record", "since", "last_time"))
    if not record or not since or not last:
        return None
    stands = rf"(?<!\p{{L}})(?:{record})(?!\p{{L}})[^.;:\n]{{0,60}}?"
    lasting = rf"{stands}(?<!\p{{L}})(?:{since})(?!\p{{L}})[^.;:,\d\n]{{0,40}}"
    aside = rf"[,(–—][^.;:,()\d\n]{{0,40}}(?<!\p{{L}})(?:{last})\s[^.;:,\d\n]{{0,12}}"
    return compiled_by_regex(rf"(?i)(?:{lasting}|{aside})\Z")
