"""Counts of those in one place, told beside the count of all: "149 died, 88 of them in Brenz".

    the count of all    one told before, or in the same sentence
    a part              a smaller count of the same, whose place is not that of all

A part is of its own place, whatever else its sentence names, and of no other part of which nobody says which. The count
of all is of none of those places. A hospital is a place too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.numbers import sites
from recoupe.claims.article.times.phases import conjunctions
from recoupe.claims.values import CUMULATIVE, bounds, meet
from recoupe.model import Claim
from recoupe.text.normalise import fold
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled_by_regex

COUNTED = CUMULATIVE - {"burnt area", "containment", "damage"} | {"body", "treated", "without power"}
"""What a disaster has everywhere it strikes."""

_SOME = "part:"

WITHIN = "within:"
"""In the scope of a part of one place: its place narrows it, though the story's own lie there."""

_TREATED = frozenset(("injury", "hospitalised", "treated", "survivor", "victim"))
"""Those whom one hospital of several may count."""

_AT_HOSPITAL = 60
"""Within this cost of a count a hospital has counted it."""

_BESIDE = 4
"""Characters between a word for a hospital and its name: " de "."""

_CALLED = compiled_by_regex(r" (?:\p{Ll}{1,3} )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)")
"""The name of a hospital behind the word for one."""

_CALLED_BEFORE = compiled_by_regex(r"(?<=(?i:the|at) )(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*) $")
"""The same before it."""

_LONGEST = 40
"""Characters of such a name, at most."""

Places = dict[str, str]
"""What the places of a count are called, by their ids; none where it is some place of which no name is told."""


def parted(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, those of one place among several with that place as theirs."""
    kinds: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        if claim.attribute in COUNTED and claim.rule == "count" and claim.low is not None:
            kinds[claim.attribute, claim.unit, _kind(claim)].append(at)
    out = list(claims)
    sentences = {(s.start, s.end): s for s in scene.sentences} if kinds else {}
    for its in kinds.values():
        if len(its) > 1 or claims[its[0]].attribute in _TREATED:
            for at, claim in _told_apart(scene, {at: claims[at] for at in its}, sentences).items():
                out[at] = claim
    return out


def _kind(claim: Claim) -> tuple[str, ...]:
    """Return what narrows a claim but for places and parts."""
    return tuple(s for s in claim.scope if not s.startswith(("place:", _SOME)))


def _told_apart(
    scene: Scene, claims: Mapping[int, Claim], sentences: Mapping[tuple[int, int], Sentence]
) -> dict[int, Claim]:
    places = {at: _places(scene, sentences.get(c.sentence), c) for at, c in claims.items()}
    parts = {
        at: its
        for at, its in places.items()
        if its and any(_is_whole(claims[at], claims[of]) and places[of] != its for of in claims)
    }
    out = {}
    for at, claim in claims.items():
        ward = _hospital(scene, sentences.get(claim.sentence), claim)
        if ward is not None and any(_is_whole(claim, whole) for whole in claims.values()):
            parts[at] = ward
        elif ward:
            out[at] = _scoped(claim, (*claim.scope, *(f"place:{id_}" for id_ in ward)))  # all there are, or another's
    gone = {f"place:{id_}" for its in parts.values() for id_ in its}
    for at, claim in claims.items():
        if at in parts:
            out[at] = _of(claim, parts[at])
        elif any(_is_whole(claims[part], claim) for part in parts):
            out[at] = _scoped(claim, [s for s in claim.scope if s not in gone])
    return out


def _is_whole(part: Claim, whole: Claim) -> bool:
    """Tell whether one claim counts all of whom another counts some."""
    if bounds(whole)[0] <= bounds(part)[1] or (whole.was is not None and meet(whole.was, bounds(part))):
        return False
    return whole.anchor.start < part.anchor.start or whole.sentence == part.sentence


def _of(claim: Claim, places: Places) -> Claim:
    kept = (s for s in claim.scope if not s.startswith(("place:", _SOME)))
    names = {id_: name for id_, name in claim.named if f"place:{id_}" not in claim.scope} | places
    where = [f"place:{id_}" for id_ in places] or ["elsewhere:"]
    scope = tuple(sorted((*kept, WITHIN, *where)))
    return msgspec.structs.replace(claim, scope=scope, named=tuple(sorted(names.items())))


def _scoped(claim: Claim, scope: Sequence[str]) -> Claim:
    return msgspec.structs.replace(claim, scope=tuple(sorted(set(scope))))


def _places(scene: Scene, sentence: Sentence | None, claim: Claim) -> Places:
    """Return the place a count is told of and those joined to it by "and", where no other number lies between."""
    if sentence is None:
        return {}
    span = (claim.anchor.start, claim.anchor.end)
    near = sites.beside(scene, sentence, span)
    if not near or _numbers(scene, *_between(span, (near[0].start, near[0].end))):
        return {}
    joined = [p for p in near[1:] if _joined(scene, *_between((p.start, p.end), (near[0].start, near[0].end)))]
    return dict(called(scene, sentence, place) for place in (near[0], *joined))


def called(scene: Scene, sentence: Sentence, place: sites.Place) -> tuple[str, str]:
    """Return the id of a place and its name: that of the name it is, else of one the story has, else its word."""
    known = next((scene.entity(n) for n in sentence.names if n.start == place.start), None)
    known = known or next((id_ for id_, name in scene.names.items() if fold(name) == fold(place.name)), None)
    return known or fold(place.name), place.name


def _between(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return (one[1], other[0]) if one[1] <= other[0] else (other[1], one[0])


def _joined(scene: Scene, low: int, high: int) -> bool:
    words = {fold(word) for word in WORD.findall(scene.article.text, low, high)}
    return not words.isdisjoint(conjunctions(scene.article.language)) and not _numbers(scene, low, high)


def _numbers(scene: Scene, low: int, high: int) -> bool:
    """Tell whether a number stands in `[low, high)`: what lies beyond is its."""
    text = scene.article.text
    if any(c.isdigit() for c in text[low:high]):
        return True
    table = numerals(scene.article.language or "")
    values = (table.value(fold(word)) for word in WORD.findall(text, low, high))
    return any(value is not None and value > 1 for value in values)


def _hospital(scene: Scene, sentence: Sentence | None, claim: Claim) -> Places | None:
    """Return the hospital that counts those it took in, empty where it has no name; None where none does."""
    if claim.attribute not in _TREATED or sentence is None:
        return None
    span = (claim.anchor.start, claim.anchor.end)
    wards = (c for c in sentence.of("group") if c.key == "hospital")
    ward = nearest(scene, sentence, span, wards, _AT_HOSPITAL)
    if ward is None or (span[0] <= ward.start and ward.end <= span[1]):
        return None
    for name in sentence.names:
        if max(name.start - ward.end, ward.start - name.end) <= _BESIDE:
            text = scene.article.text
            words = text[name.start : max(name.start, min(name.end, ward.start))] + text[ward.end : name.end]
            called = (words or text[name.start : name.end]).strip(" \u00a0'’")
            return {fold(called): called}
    text = scene.article.text
    told = _CALLED.match(text, ward.end) or _CALLED_BEFORE.search(text, max(0, ward.start - _LONGEST), ward.start)
    return {fold(told[1]): told[1]} if told is not None else {}
