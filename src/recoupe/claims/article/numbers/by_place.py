"""Counts of a toll by place, each a bare number, where they make up its number.

    "24 dead: 19 on the islands and five in Brenz"                      behind the count of all
    "Seven people died in Anse, four in Brenz and one in Lorn"          after it, the first of them with its noun

A part is of its place, the count of all of none of them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.numbers import sites
from recoupe.claims.article.numbers.wholes import COUNTED, WITHIN, called
from recoupe.languages import load
from recoupe.model import Claim
from recoupe.text import numbers
from recoupe.text.patterns import compiled_by_regex

SUM = "sum:"
"""Begins the scope of a count of all with the largest of the parts that make it up."""

FIRST = 60
"""Characters from a count to the first of its parts."""

PLACE = 45
"""Characters from a number to its place: " auf der kleinen Insel "."""

SENTENCES = 2
"""Sentences between the count of all and its parts, at most."""

_ENDED = compiled_by_regex(r"[.;!?\n]")
_OPENED = compiled_by_regex(r"[:,(–—]")


class _Part(NamedTuple):
    start: int
    end: int
    number: float
    place: sites.Place


def told(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article with those that tell a count by place, in the order of its text."""
    out = list(claims)
    sentences = {(s.start, s.end): s for s in scene.sentences} if claims else {}
    for claim in claims:
        sentence = sentences.get(claim.sentence)
        if sentence is None or not _counts(claim):
            continue
        behind = _behind(scene, sentence, claim)
        parts = _summed(behind, claim.low or 0.0) if behind and behind[0].start - claim.anchor.end <= FIRST else []
        if len(parts) > 1 and _OPENED.search(scene.article.text, claim.anchor.end, parts[0].start):
            out = _parted(scene, sentence, out, claim, parts)
            continue
        until = min(behind[0].start, claim.anchor.end + PLACE) if behind else claim.anchor.end
        own = _place(scene, _where(scene.article.language).match(scene.article.text, claim.anchor.end, until))
        if own is None:
            continue
        listed = [_Part(claim.anchor.start, claim.anchor.end, claim.low or 0.0, own), *behind]
        whole = next((w for w in _before(out, claim, sentence, scene) if len(_summed(listed, w.low or 0.0)) > 1), None)
        if whole is not None:
            out = _parted(scene, sentence, out, whole, _summed(listed, whole.low or 0.0))
    return sorted(out, key=lambda c: (c.anchor.start, c.anchor.end))


def _counts(claim: Claim) -> bool:
    return claim.attribute in COUNTED and claim.unit == "person" and claim.rule == "count" and (claim.low or 0.0) >= 1


def _before(claims: Sequence[Claim], part: Claim, sentence: Sentence, scene: Scene) -> Iterator[Claim]:
    """Yield the counts of the same told before, the nearest first."""
    earliest = scene.sentences[max(0, sentence.number - SENTENCES)].start
    for claim in reversed(claims):
        near = earliest <= claim.anchor.start < part.anchor.start
        if near and _counts(claim) and (claim.attribute, claim.unit) == (part.attribute, part.unit):
            yield claim


def _behind(scene: Scene, sentence: Sentence, claim: Claim) -> list[_Part]:
    """Return the bare numbers behind a count that have a place each, up to the first that has none."""
    text = scene.article.text
    ended = _ENDED.search(text, claim.anchor.end, sentence.end)
    limit = ended.start() if ended is not None else sentence.end
    found = [
        (claim.anchor.end + n.start, claim.anchor.end + n.end, n)
        for n in numbers.find(text[claim.anchor.end : limit], language=scene.article.language)
    ]
    where = _where(scene.article.language)
    out: list[_Part] = []
    for at, (start, end, number) in enumerate(found):
        until = found[at + 1][0] if at + 1 < len(found) else limit
        timed = any(t.start < end and start < t.end for t in sentence.times)
        place = _place(scene, where.match(text, end, min(until, end + PLACE)))
        if timed or number.ordinal or number.low != number.high or place is None:
            break
        out.append(_Part(start, end, number.low, place))
    return out


def _place(scene: Scene, found: regex.Match[str] | None) -> sites.Place | None:
    return sites.Place(found.start(1), found.end(1), found[1], sure=True) if found is not None else None


@functools.lru_cache(maxsize=32)
def _where(language: str | None) -> regex.Pattern[str]:
    """Return the pattern of a name behind a preposition of place, a few words between at most."""
    table = load(language).table("facts").get("where", {})
    words = sorted((*table.get("at", ()), *table.get("also", ())), key=len, reverse=True)
    said = "|".join(map(regex.escape, words)) or "(?!)"
    small = r"(?:\p{Ll}+[ '’]){0,3}?"
    return compiled_by_regex(rf" {small}(?:{said})[ '’]{small}(\p{{Lu}}[\p{{L}}'’-]+(?: \p{{Lu}}[\p{{L}}'’-]+)*)")


def _summed(parts: Sequence[_Part], whole: float) -> list[_Part]:
    """Return the first of some parts that make up a number, none where they do not."""
    left = whole
    for at, part in enumerate(parts):
        left -= part.number
        if left <= 0:
            return list(parts[: at + 1]) if left == 0 else []
    return []


def _parted(
    scene: Scene, sentence: Sentence, claims: Sequence[Claim], whole: Claim, parts: Sequence[_Part]
) -> list[Claim]:
    """Return claims with the parts of one of them, which is of none of their places."""
    where = dict(called(scene, sentence, part.place) for part in parts)
    gone = {f"place:{id_}" for id_ in where}
    kept = tuple(s for s in whole.scope if not s.startswith(("place:", SUM)))
    largest = max(part.number for part in parts)
    total = tuple(sorted({*(s for s in whole.scope if s not in gone and not s.startswith(SUM)), f"{SUM}{largest:g}"}))
    named = tuple(known for known in whole.named if known[0] not in where)
    out = [
        msgspec.structs.replace(whole, scope=total, named=named) if claim is whole else claim
        for claim in claims
        if not any(p.start < claim.anchor.end and claim.anchor.start < p.end for p in parts) or claim is whole
    ]
    for part in parts:
        id_, name = called(scene, sentence, part.place)
        out.append(
            msgspec.structs.replace(
                whole,
                scope=tuple(sorted({*kept, WITHIN, f"place:{id_}"})),
                low=part.number,
                high=part.number,
                display=scene.article.text[part.start : part.end],
                anchor=scene.anchor(part.start, part.end),
                sentence=(sentence.start, sentence.end),
                named=((id_, name),),
                qualifier=None,
                was=None,
            )
        )
    return out
