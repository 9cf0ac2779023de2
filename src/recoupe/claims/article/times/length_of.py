"""Whether the words of a length of time say that an event lasted so long, or only stand in one sentence with one.

"three days of talks", "the four-hour trial", "the talks went on for six hours"   -> it did
"the board needs ten days to decide on the strike", "a month since the attack"     -> something else did
"with 17 seconds left", "after another night of clashes"                           -> nothing lasted so long

A length that is not said of its event is compared as before, and is not called by it (see `Claim.aside`).
"""

from __future__ import annotations

import functools

import regex

from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.times.lasting import LASTING_REACH, OF_A_STORY, of_an_event
from recoupe.languages import load
from recoupe.model import Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

WORDS = 4
"""Words between a length and its event: "the vote was prolonged by an hour"."""

ENDING = ("last", "control")
"""Phases that say how long something went on: it lasted three days, it was put out after two."""

_MARK = compiled_by_regex(r"[,;:.!?()\n\d–—]| - ")


def aside(scene: Scene, sentence: Sentence, span: tuple[int, int], event: str) -> bool:
    """Tell whether the length at `span` is not said of `event`: no verb says that something lasted, and the event
    does not stand within a few words of it."""
    if any(_near(span, c) for c in sentence.cues if c.key in ENDING or (c.section == "lasting" and _counts(scene, c))):
        return False
    return not any(_tied(scene, sentence, span, c) for s in ("event", "weak") for c in sentence.of(s) if c.key == event)


def _counts(scene: Scene, verb: Found) -> bool:
    """Tell whether a verb of lasting is one in this article: vigils that "were held" kept no hostages."""
    return verb.key not in OF_A_STORY or not scene.opening.isdisjoint(OF_A_STORY[verb.key])


def _near(span: tuple[int, int], verb: Found) -> bool:
    return max(verb.start - span[1], span[0] - verb.end) <= LASTING_REACH


def _tied(scene: Scene, sentence: Sentence, span: tuple[int, int], cue: Found) -> bool:
    start, end = (cue.end, span[0]) if cue.end <= span[0] else (span[1], cue.start)
    between = scene.article.text[start : max(start, end)]
    since = any(c.key == "since" and start <= c.start and c.end <= end for c in sentence.of("scope"))
    return not since and len(between.split()) <= WORDS and _MARK.search(between) is None


def nothing(scene: Scene, time: Time) -> bool:
    """Tell whether a length is what is left of something, or one of several alike, or lies ahead of something: of all
    of it none tells."""
    text = scene.article.text
    before, behind = fold(text[max(0, time.start - LEFT) : time.start]), fold(text[time.end : time.end + LEFT])
    left_before, left_behind, one_more = _nothing(scene.article.language)
    if left_before.search(before) or left_behind.match(behind) or one_more.fullmatch(fold(time.text)):
        return True
    ahead = _ahead(scene.article.language)
    return ahead is not None and ahead[0].search(before) is not None and ahead[1].match(behind) is not None


@functools.cache
def _ahead(language: str | None) -> tuple[regex.Pattern[str], regex.Pattern[str]] | None:
    """Return what stands before and behind a length that lies ahead of something: "a dos días de la votación"."""
    table = load(language).table("concepts")
    if not table.get("ahead_before"):
        return None
    before, behind = (
        "|".join(regex.escape(fold(word)) for word in table[key]) for key in ("ahead_before", "ahead_behind")
    )
    return compiled_by_regex(rf"\b(?:{before})\s$"), compiled_by_regex(rf"\s(?:{behind})(?!\p{{L}})")


def cut_off(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a sentence breaks off right behind a length: "landed in Brenz half an hour ..."."""
    return _DOTS.match(scene.article.text, span[1], sentence.end + CUT) is not None


_DOTS = compiled_by_regex(r"(?: \p{L}{1,3})? ?(?:\.\.\.|…)")
CUT = 4
"""Characters of the dots that a sentence is cut off with, and of a blank."""


def put_off(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether something was put off by a length, or somebody waited so long: "delaying the talks by an hour",
    "kept the minister waiting for 45 minutes"."""
    text = scene.article.text
    lasted = [c.start for c in sentence.cues if c.section == "lasting" or c.key == "last"]

    def near(cue: Found) -> bool:
        low, high = (cue.end, span[0]) if cue.end <= span[0] else (span[1], cue.start)
        if span[0] <= cue.start < span[1] or _CLAUSE.search(text, low, max(low, high)):
            return False
        reach = LATE_REACH if cue.start >= span[1] else WAITED
        return high - low <= reach and not any(low <= at < high for at in lasted)

    waits = (c for c in sentence.of("offset") if c.key == "waited")
    late = (c for c in sentence.of("offset") if c.key == "late" and c.end + LATE_REACH < span[0])  # else see `_late`
    return any(near(c) for c in (*waits, *late) if not of_an_event(sentence, c))


_CLAUSE = compiled_by_regex(r"[,;:.()\n]")
WAITED = 40
"""Characters from a word for a delay to how long it was: "delaying the meeting of the two leaders by "."""


LATE_REACH = 3
"""Characters from a length to a word behind it that says that somebody was late: "40 minutes late"."""


def spread(scene: Scene, time: Time) -> bool:
    """Tell whether "over two days" says in how many days it was, not that it took more: a word for that stands beside
    it ("spread over two days", "über zwei Tage verteilt")."""
    words = _spread(scene.article.language)
    text = scene.article.text
    before, behind = fold(text[max(0, time.start - SPREAD) : time.start]), fold(text[time.end : time.end + SPREAD])
    return time.mod in _MORE and (words[0].search(before) is not None or words[1].match(behind) is not None)


_MORE = ("MORE_THAN", "AFTER")
SPREAD = 24
"""Characters of the longest such word with its blank."""


@functools.cache
def _spread(language: str | None) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    table = load(language).table("concepts").get("spread", ())
    words = "|".join(regex.escape(fold(word)) for word in table) or "(?!)"
    return compiled_by_regex(rf"\b(?:{words})\s*$"), compiled_by_regex(rf"\s*(?:{words})\b")


LEFT = 18
"""Characters of the longest words that say that a length is what is left."""


@functools.cache
def _nothing(language: str | None) -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    """Return what stands before and behind what is left of a time, and a length of one more."""
    table = load(language).table("concepts")
    before, behind, more = (
        "|".join(regex.escape(fold(word)) for word in table.get(key, ())) or "(?!)"
        for key in ("left_before", "left_behind", "one_more")
    )
    return (
        compiled_by_regex(rf"\b(?:{before})\s*$"),
        compiled_by_regex(rf"\s*(?:{behind})\b"),
        compiled_by_regex(rf"(?:{more})\s+\S+"),
    )
