"""Whose an age is, and ages told as a length of years: "Karla Wend, de 57 años," / "o motorista, de 56 anos,"."""

from __future__ import annotations

import functools

import regex

from recoupe.claims.article import scope as scopes
from recoupe.claims.article import subjects
from recoupe.claims.article.scene import Scene, Sentence, cost, nearest
from recoupe.languages import load
from recoupe.model import Claim, Name, Time
from recoupe.text.normalise import fold

REACH = 60
YOUNGEST, OLDEST = 14, 110
_YEARS = regex.compile(r"^P(\d{2,3})Y$")
_OPENING = regex.compile(r"[,(] ?(?:\p{Ll}{2} )?$", regex.V1)
_BARE = regex.compile(r"(?:, (\d{2})(?=[,.])| \((\d{2})\))")


def find(scene: Scene) -> list[Claim]:
    """Return the claims of ages that are told as a length of years, or as a bare number behind a name."""
    return [
        claim
        for sentence in scene.sentences
        for claim in (
            *(_length(scene, sentence, t) for t in sentence.times if t.type == "DURATION"),
            *(_behind(scene, sentence, n) for n in sentence.names if n.type == "person" and not n.role),
        )
        if claim is not None
    ]


def _length(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    """Return the age that a length of years tells: between commas, behind "he has", or at the head of a sentence."""
    years = _YEARS.match(time.value)
    if not years or not YOUNGEST <= int(years[1]) <= OLDEST:
        return None
    text, language = scene.article.text, scene.article.language
    behind = text[time.end : time.end + 1]
    before = fold(text[max(sentence.start, time.start - LONGEST_LEAD) : time.start]).rstrip()
    told = behind in (",", ")") and _OPENING.search(text[max(0, time.start - 5) : time.start]) is not None
    told = told or (behind == "," and before in _leads(language, "age_at"))
    if not told and behind in (",", ".", ";"):
        told = before.endswith(tuple(f" {word}" for word in _leads(language, "age_has")))
    span = (time.start, time.end)
    who = whose(scene, sentence, span) if told else None
    return _claim(scene, sentence, span, float(years[1]), who) if who is not None else None


def _behind(scene: Scene, sentence: Sentence, name: Name) -> Claim | None:
    """Return the age right behind a name: "Karla Wend, 57, said", "Karla Wend (57)"."""
    m = _BARE.match(scene.article.text, name.end)
    if m is None or m.lastindex is None or " " not in name.text:
        return None
    age = float(m[m.lastindex])
    span = m.span(m.lastindex)
    return _claim(scene, sentence, span, age, scene.entity(name)) if YOUNGEST <= age <= OLDEST else None


LONGEST_LEAD = 12
"""Characters of the longest words that lead to an age."""


@functools.lru_cache(maxsize=32)
def _leads(language: str | None, part: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in load(language).table("concepts").get(part, ()))


def _claim(scene: Scene, sentence: Sentence, span: tuple[int, int], age: float, who: str) -> Claim:
    around = scopes.circumstances(scene, sentence, span)
    return Claim(
        attribute="age",
        scope=(f"who:{who}",),
        low=age,
        high=age,
        unit="year",
        display=scene.article.text[span[0] : span[1]],
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status=around.status,
        holder=around.holder,
        as_of=scene.article.published,
        named=scene.named((f"who:{who}",)),
        rule="count",
    )


def whose(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return the person an age is of: named or holding a known office nearest to it, else named alone just before."""
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    name = nearest(scene, sentence, span, people, REACH)
    office = subjects.office(scene, sentence, span, REACH)
    if name is not None and office is not None:
        beside = cost(scene, sentence, span, (name.start, name.end))
        if beside > cost(scene, sentence, span, (office.start, office.end)):
            name = None
    if name is not None:
        return scene.entity(name)
    if office is not None:
        return office.key
    if people or not sentence.number:
        return None
    before = scene.sentences[sentence.number - 1]
    named = {scene.entity(n) for n in before.names if n.type == "person" and not n.role}
    return named.pop() if len(named) == 1 else None
