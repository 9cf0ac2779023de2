"""Times that a page prints but nothing of the story happened at: a stamp before its first words, the length of a video,
the day on which a picture of the archives was taken, an hour of a day nobody tells.

    "7.15pm The minister has left" | "The bridge 1:24" | "in this 7 July file photo" | "in March 2009, at 3 a.m."
"""

from __future__ import annotations

import functools

from recoupe.claims.article.ground import cues
from recoupe.claims.article.times import day_words
from recoupe.model import Article, Time
from recoupe.text.patterns import compiled_by_regex

_BARE = compiled_by_regex(r"\d{1,2}(?:[.:hH]\d{2})? ?(?:[ap]\.?m\.?)?", 0)
_WORDS_BEHIND = compiled_by_regex(r" {1,2}[\"“«„]?\p{Lu}[\p{L}'’.-]* \p{L}")
_HEAD = compiled_by_regex(r"(?m)^[ \u00a0•*-]*\d{1,2}[.:hH]\d{2}(?!\d)")
"""A line that begins with a clock."""


def clock(article: Article, time: Time) -> bool:
    """Tell whether a clock time is none at which something happened."""
    unknown = "-XX" in time.value[4:10]
    return unknown or day_words.of_a_recording(article, time) or _of_a_stamp(article, time)


def of_the_archives(article: Article, sentence: tuple[int, int]) -> bool:
    """Tell whether a sentence says what a picture shows that was taken long ago."""
    said = cues.find(article.text[slice(*sentence)], article.language)
    return any((c.section, c.key) == ("aside", "archive") for c in said)


def _of_a_stamp(article: Article, time: Time) -> bool:
    """Tell whether a bare clock before the first words of a line is when they were put there.

    Where several lines begin so it is a chronicle: there they tell when things happened.
    """
    text = article.text
    line = text.rfind("\n", 0, time.start) + 1
    if text[line : time.start].strip(" \u00a0•") or not _BARE.fullmatch(time.text.strip()):
        return False
    return _WORDS_BEHIND.match(text, time.end) is not None and _heads(text) < CHRONICLE


CHRONICLE = 2
"""Lines that begin with a clock from which on a text is a chronicle."""


@functools.lru_cache(maxsize=64)
def _heads(text: str) -> int:
    return len(_HEAD.findall(text))
