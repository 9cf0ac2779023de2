"""Who holds a value: the speaker of the quotation it stands in, else who stands behind "according to"."""

from __future__ import annotations

import functools

from recoupe.claims.article.ground import belonging
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.languages import load
from recoupe.text.normalise import fold

NEAR = 90
"""Within this cost words of attribution are of a value."""


def find(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> str | None:
    """Return the name of who holds the value: the speaker of its quotation, else who stands behind "according to"."""
    around = [
        (start, -end, quote)
        for quote in scene.quotes
        if quote.speaker
        for start, end in quote.content
        if start <= value[0] and value[1] <= end
    ]
    quoted = max(around, key=lambda q: q[:2])[2] if around else None  # who is cited within another's words said them
    beside = [
        c
        for c in sentence.of("attribution")
        if not belonging.parted(sentence, value, c) and not _reports_else(scene, c.start, c.end, value)
    ]
    sides = len({c.start for c in sentence.of("holder")}) > 1 and len(sentence.quantities) > 1
    if quoted is not None and not (quoted.kind == "indirect" and sides and beside):
        return _shown(quoted.speaker[0].entity, scene.article.language)
    cue = nearest(scene, sentence, value, beside, NEAR)
    if cue is None:
        return None

    def told(start: int) -> bool:  # "according to the ruling, Larrieu took": what stands behind the comma holds nothing
        return start < cue.end or "," not in scene.article.text[cue.end : start]

    counted = [value, *((q.start, q.end) for q in sentence.quantities)]  # "18 million CFA francs, says the ruling"
    who = [
        n
        for n in sentence.names
        if n.type != "place" and not any(s <= n.start < e for s, e in counted) and told(n.start)
    ]
    name = nearest(scene, sentence, (cue.start, cue.end), who, 25)
    if name is not None:
        return name.entity
    offices = [
        c
        for c in sentence.of("holder")
        if told(c.start) and not any(s <= c.start < e for s, e in counted)  # "I counted eleven army lorries"
    ]
    office = nearest(scene, sentence, (cue.start, cue.end), offices, 25)
    return scene.article.text[office.start : office.end] if office is not None else None


def _reports_else(scene: Scene, start: int, end: int, value: tuple[int, int]) -> bool:
    """ "“...,” said Ann Poe, 26, whose sister was among the 40 hurt", "announced at a meeting that began at 8 p.m. the
    sale": tell whether the verb at `[start, end)` reports other words, and the value stands where the narrator tells
    who spoke, when and where."""
    reports = [q for q in scene.quotes if q.speaker and any(c.start < end and start < c.end for c in q.cue)]
    told = [q for q in reports if q.kind == "indirect" and q.rule.startswith("verb-clause")]
    return value[0] > end and (
        any(q.kind != "indirect" for q in reports) or any(value[1] <= q.content[0][0] for q in told)
    )


MOST_WORDS = 6
"""Words of the longest name or office that is shown as a holder; more are a clause."""


def _shown(who: str, language: str | None) -> str | None:
    """Return who holds a value as it may be shown: no pronoun, no clause, no phrase cut in its middle ("heads of")."""
    words = fold(who).split()
    small, cut = _small_words(language)
    if not 0 < len(words) <= MOST_WORDS or all(w in small for w in words):
        return None
    if who[0].isdigit() or who[-1] in "'’":  # "05 a.m. in the capital", "the maker had just d'"
        return None
    if words[-1] in _days(language):
        return None  # "el miércoles"
    return None if words[-1] in cut or len(words[-1]) < 2 else who


@functools.lru_cache(maxsize=32)
def _days(language: str | None) -> frozenset[str]:
    """Return the names of weekdays and months: nobody's."""
    times = load(language).table("times")
    return frozenset(fold(w) for part in ("weekday", "month") for forms in times.get(part, {}).values() for w in forms)


@functools.lru_cache(maxsize=32)
def _small_words(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that name nobody alone, and those no name ends in."""
    subject, concepts = load(language).table("quotes").get("subject", {}), load(language).table("concepts")
    alone = {fold(w) for w in (*subject.get("pronouns", ()), *str(subject.get("determiners", "")).split())}
    return frozenset(alone), frozenset(fold(w) for w in concepts.get("stop", ()))
