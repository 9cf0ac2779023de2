"""Whether a value is stated, or planned, estimated, denied, corrected: by the cues of its sentence that are its own."""

from __future__ import annotations

import regex

from recoupe.claims.article.ground import belonging
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene, Sentence, cost, nearest
from recoupe.languages import load
from recoupe.text.patterns import compiled_by_regex

NEAR = 90
"""Within this cost a cue is of a value."""


VERB = 15
"""How far before a clock time its verb stands: "that began at 5 p.m."."""


def find(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> str:
    """Return stated, planned, estimated, denied, corrected, or updated where it follows another of its kind."""
    found = {
        c.key
        for c in sentence.cues
        if c.section == "status"
        and not _in_a_name(scene, c)
        and not _said_apart(scene, value, c)
        and cost(scene, sentence, value, (c.start, c.end)) <= NEAR
        and not (c.key == "plan" and _plans_another(scene, sentence, value, c))
    }
    for cue, name in (
        ("denial", "denied"),
        ("correction", "corrected"),
        ("update", "updated"),
        ("plan", "planned"),
        ("estimate", "estimated"),
    ):
        if cue in found:
            return of_count(scene, sentence, value, name) if cue == "estimate" else name
    return "stated"


def _in_a_name(scene: Scene, cue: Found) -> bool:
    """Tell whether a word with a capital stands behind one without: "Corriere della Sera" tells no "será"."""
    text = scene.article.text
    if not text[cue.start].isupper() or load(scene.article.language).table("names").get("nouns_capitalised"):
        return False
    return _SMALL_BEFORE.search(text, max(0, cue.start - LONGEST_SMALL), cue.start) is not None


def _said_apart(scene: Scene, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether a cue stands in quoted words beside which the value is told: "We will not make it", at 6 p.m."""
    marked = ((s, e) for quote in scene.quotes for s, e in quote.content if quote.kind != "indirect")
    own = next(((s, e) for s, e in marked if s <= cue.start < e), None)
    if own is None or own[0] <= value[0] < own[1]:
        return False
    return len(WORD.findall(scene.article.text, *own)) >= SAID


SAID = 4
"""Words in marks from which they are a saying of their own, not a word of the sentence held at arm's length."""


_SMALL_BEFORE = compiled_by_regex(r"\p{Ll}[ \u00a0]$", regex.V1)

LONGEST_SMALL = 3
"""Characters in front of a word that show whether the one before it is small."""


def of_count(scene: Scene, sentence: Sentence, value: tuple[int, int], said: str) -> str:
    """Return the status of a number as `said`, or stated where the words for it are of another clause or number.

    "The museum, which drew 640,000 visitors, will close": nobody plans those visitors.
    """
    key = _OF_ONE.get(said)
    if key is None:
        return said
    for cue in sentence.cues:
        first, last = (value[1], cue.start) if cue.start >= value[1] else (cue.end, value[0])
        if cue.section != "status" or cue.key != key or _APART.search(scene.article.text, first, max(first, last)):
            continue
        of_another = belonging.parted(sentence, value, cue) or belonging.nearer_another(sentence, value, cue)
        if key == "plan" or not of_another:
            return said
    return "stated"


_APART = compiled_by_regex(r"[,;:()–—]")

_OF_ONE = {"planned": "plan", "estimated": "estimate"}


def _plans_another(scene: Scene, sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether a plan is of another clock time, length or clause: "set for 20:00, the match began at 20:37, as it
    would"; "went on for two hours, well over the scheduled 30 minutes".

    ("The call began at 5 p.m., the head said she would appeal": it did begin.)
    """
    own_type = next((t.type for t in sentence.times if t.start <= value[0] < t.end), "TIME")
    others = [t for t in sentence.times if t.type == own_type and not t.start <= value[0] < t.end]
    own = belonging.gap(value, cue)
    nearer = [t for t in others if belonging.gap((t.start, t.end), cue) < own]
    text = scene.article.text
    if "," in text[value[1] : cue.start] and _told_before(scene, sentence, value):
        return True
    beside = [t for t in nearer if "," not in text[t.end : cue.start] + text[cue.end : t.start]]
    return any("," in text[t.end : value[0]] or "," in text[value[1] : t.start] for t in beside)


def _told_before(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> bool:
    """Tell whether the verb of a clock time stands right before it, in its clause: "that began at 5 p.m."."""
    if not any(t.type == "TIME" and t.start <= value[0] < t.end for t in sentence.times):
        return False
    verbs = [c for c in sentence.of("phase") if c.end <= value[0] and "," not in scene.article.text[c.end : value[0]]]
    return nearest(scene, sentence, value, verbs, VERB) is not None
