"""Where, and on which day, a count is told of what every place and day has its own of: staff, marchers, strikers.

"Roanne employs 1,840", "in Hagen sind 1.620 Menschen beschäftigt"  -> at:roanne, at:hagen
"Carron runs two mills and employs 900", "the 900 staff of Carron"  -> at:carron
"On Saturday the town marched. The organisers counted 6,000"        -> on:2031-07-25
"""

from __future__ import annotations

import functools
from typing import NamedTuple

import regex

from recoupe.claims.article.ground.patterns import ISO_DAY
from recoupe.claims.article.ground.scene import Scene, Sentence, cost
from recoupe.claims.article.times import day_words
from recoupe.languages import load
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

CROWDS = frozenset(("protester", "striker"))
"""Those who come on a day: on another day others come."""

BY_DAY = frozenset(("arrest",))
"""What is counted by the day and in all, while an event goes on."""

OF_A_SITE = CROWDS | {"employee"}
"""What every place has its own of."""

FAR = 90
"""From this cost on a place is not that of a value; one behind it must be half as near."""

APPOSED = 24
"""Characters from a place to the one it lies in: "Hagen, Germany", "Roanne in central France"."""

_NAME = r"(\p{Lu}[\p{L}'’-]+(?: (?:\p{Ll}{1,2} )?\p{Lu}[\p{L}'’-]+)*)"
_OTHER_CLAUSE = compiled_by_regex(r"[:;\n]")
_BESIDE = compiled_by_regex(r" ?(?:\p{Ll}{1,4}[ '’]){0,2}")


class Site(NamedTuple):
    """The scope that the place and the day of a count make, and names by the words of that scope."""

    scope: set[str]
    called: tuple[tuple[str, str], ...]


class Place(NamedTuple):
    """A place of a sentence."""

    start: int
    end: int
    name: str
    sure: bool
    """Whether it is known for a name: German nouns have capitals too."""


def scope(scene: Scene, sentence: Sentence, value: tuple[int, int], attribute: str) -> Site:
    """Return as scope the places and the day of a value of `attribute`, and what those that are sure are called."""
    if attribute in BY_DAY:
        day = _one_day(scene, sentence, value)
        return Site({f"on:{day}"} if day else set(), ())
    if attribute not in OF_A_SITE:
        return Site(set(), ())
    places = beside(scene, sentence, value)
    if not places and attribute == "employee":
        places = _employer(scene, sentence, value)
    day = _day(scene, sentence, value) if attribute in CROWDS else None
    called = tuple((fold(p.name), p.name) for p in places if p.sure)
    return Site({*(f"at:{fold(p.name)}" for p in places), *([f"on:{day}"] if day else ())}, called)


def beside(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> list[Place]:
    """Return the place of a value, and behind it those it is said to lie in.

    The one right behind it, else the nearest before it, else the nearest behind; none beyond another number.
    """
    text = scene.article.text
    numbers = [(q.start, q.end) for q in sentence.quantities if (q.start, q.end) != value]

    def price(place: Place) -> int:
        after = place.start >= value[1]
        low, high = (value[1], place.start) if after else (place.end, value[0])
        if any(low <= a and b <= high for a, b in numbers) or _OTHER_CLAUSE.search(text, low, high):
            return FAR
        if after and _BESIDE.fullmatch(text, low, high):
            return 0
        return cost(scene, sentence, value, (place.start, place.end)) + (FAR // 2 if after else 1)

    found = [p for p in _named(scene, sentence) if price(p) < FAR]
    if not found:
        return []
    best = min(found, key=lambda p: (price(p), p))
    return [best, *(p for p in found if p is not best and max(p.start - best.end, best.start - p.end) <= APPOSED)]


def _named(scene: Scene, sentence: Sentence) -> list[Place]:
    """Return the places of a sentence: names of places, names behind "in" or "at", the name that employs."""
    text = scene.article.text
    behind = {m.start(1): m for m in _behind(scene.article.language).finditer(text, sentence.start, sentence.end)}
    roles = [c.start for c in sentence.of("role")]
    out = []
    events = sentence.of("event")  # "in Hurricane Vesna"
    for name in sentence.names:
        if any(name.start <= c.start < name.end for c in events):
            continue
        there = name.type == "place" or name.start in behind or any(0 < at - name.end <= 1 for at in roles)
        if there and not name.role and not any(t.start <= name.start < t.end for t in sentence.times):
            called = scene.names.get(scene.entity(name), name.entity)
            out.append(Place(name.start, name.end, called, sure=True))
    taken = [(n.start, n.end) for n in sentence.names] + [(t.start, t.end) for t in sentence.times]
    taken += [(c.start, c.end) for c in events]
    nouns = bool(load(scene.article.language).table("names").get("nouns_capitalised"))
    for start, m in behind.items():
        if not any(a < m.end(1) and start < b for a, b in taken):
            out.append(Place(start, m.end(1), m[1], sure=not nouns or m[1] in scene.names.values()))
    return sorted(out)


def _employer(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> list[Place]:
    """Return whose staff is counted: the name right behind or before, else the one an employing sentence opens with."""
    text = scene.article.text
    found = _OF_NAME.match(text, value[1], sentence.end) or _NAME_S.search(
        text, max(sentence.start, value[0] - OPENING), value[0]
    )
    if found is None and not load(scene.article.language).table("names").get("nouns_capitalised"):
        employing = [c.start for c in sentence.of("role") if c.key == "employee" and c.end <= value[0]]
        opening = _ANY_NAME.finditer(text, sentence.start, sentence.start + OPENING) if employing else ()
        found = next((m for m in opening if _is_name(text, m[1])), None)
        found = found if found is not None and found.end() <= employing[-1] else None
    if found is None or any(t.start <= found.start(1) < t.end for t in sentence.times):
        return []
    return [Place(found.start(1), found.end(1), found[1], sure=found[1] in scene.names.values())]


_OF_NAME = compiled_by_regex(rf" ?(?:\p{{Ll}}{{1,4}}[ '’]){{1,2}}{_NAME}")
_NAME_S = compiled_by_regex(rf"{_NAME}['’]s $")
_ANY_NAME = compiled_by_regex(rf"(?<![\p{{L}}'’-]){_NAME}")
OPENING = 40
"""Characters in which the name stands that a sentence opens with ("Founded in 1874, Carron"), or that has a number."""


def _is_name(text: str, word: str) -> bool:
    """Tell whether a word has its capital in the middle of a sentence too."""
    return regex.search(rf"(?<=[\p{{Ll}},] ){regex.escape(word)}\b", text) is not None


@functools.lru_cache(maxsize=32)
def _behind(language: str | None) -> regex.Pattern[str]:
    """Return the pattern of a name behind a preposition of place."""
    islands = load(language).table("names").get("island_prepositions", ())
    words = sorted((*load(language).table("names").get("place_prepositions", ()), *islands))
    said = "|".join(regex.escape(w) for w in words) or "(?!)"
    return compiled_by_regex(rf"(?<!\p{{L}})(?i:{said}) {_NAME}", regex.V1)


def _day(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> str | None:
    """Return the day a crowd came: of its sentence, else of the one before in its paragraph."""
    for n in (sentence.number, sentence.number - 1):
        if n < 0 or (n < sentence.number and "\n" in scene.article.text[scene.sentences[n].start : sentence.start]):
            break
        days = [
            (abs(t.start - value[0]), m[0])
            for t in scene.sentences[n].times
            if (m := ISO_DAY.match(t.value)) and t.type in ("DATE", "TIME")
        ]
        if days:
            return min(days)[1]
    return None


def _one_day(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> str | None:
    """Return the one day told in the clause of a value: as a date, or in its own words where none is known."""
    language = scene.article.language
    days = set()
    for time in sentence.times:
        if time.type in ("DATE", "TIME") and cost(scene, sentence, value, (time.start, time.end)) < FAR:
            m = ISO_DAY.match(time.value)
            if m is None and day_words.weekday(time.text, language) is None:
                continue
            if day_words.since(scene.article, time) or day_words.until(scene.article, time):
                return None
            days.add(m[0] if m is not None else fold(time.text))
    return min(days) if len(days) == 1 else None
