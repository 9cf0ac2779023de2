"""Values of another event of the story's kind, after which this one came: "two weeks after a quake which killed 98"."""

from __future__ import annotations

import functools

from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.text.normalise import fold


def tells(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> bool:
    """Tell whether a relative clause tells a value of another event of the story's kind, after which this one came:
    "it came two weeks after another quake, which had killed 98"."""
    text = scene.article.text
    for cue in sentence.of("scope"):
        if cue.key not in ("after_another", "after_one") or cue.end > value[0]:
            continue
        named = next((c for c in sentence.of("event") if cue.end <= c.start <= cue.end + NAMED), None)
        other = cue.key == "after_another" and (named is None or named.key in scene.opening)
        if other or (named is not None and _comes_so_long(scene, sentence, cue, named.key)):
            words = fold(text[cue.end : value[0]]).replace(",", " ").split()
            if not _relatives(scene.article.language).isdisjoint(words):
                return True
    return False


def _comes_so_long(scene: Scene, sentence: Sentence, cue: Found, event: str) -> bool:
    """Tell whether an event of a kind is said to come so long after another of it: "the quake came two weeks after a
    quake"; "after a quake that killed 217" alone is of the story's own."""
    lengths = [t for t in sentence.times if t.type == "DURATION" and 0 <= cue.start - t.end <= SO_LONG]
    told = (c for c in sentence.of("event") if c.key == event and event in scene.opening)
    return bool(lengths) and any(c.end <= lengths[0].start for c in told)


SO_LONG = 12
"""Characters between a length of time and "after": " à peine ", " only "."""

NAMED = 20
"""Characters behind "after a" in which the event is named: "strong and shallow "."""


@functools.lru_cache(maxsize=32)
def _relatives(language: str | None) -> frozenset[str]:
    """Return the words with which a relative clause begins."""
    return frozenset(map(fold, load(language).table("concepts").get("relatives", ())))
