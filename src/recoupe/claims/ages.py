"""Whose an age is, and ages told as a length of years: "Karla Wend, de 57 años," / "o motorista, de 56 anos,"."""

from __future__ import annotations

import regex

from recoupe.claims import scope as scopes
from recoupe.claims import subjects
from recoupe.claims.scene import Scene, Sentence, cost, nearest
from recoupe.model import Claim, Time

REACH = 60
YOUNGEST, OLDEST = 14, 110
_YEARS = regex.compile(r"^P(\d{2,3})Y$")
_OPENING = regex.compile(r"[,(] ?(?:\p{Ll}{2} )?$", regex.V1)


def find(scene: Scene) -> list[Claim]:
    """Return the claims of ages that stand between commas as a length of years."""
    return [c for s in scene.sentences for t in s.times if t.type == "DURATION" and (c := _age(scene, s, t))]


def _age(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    years = _YEARS.match(time.value)
    text = scene.article.text
    if not years or not YOUNGEST <= int(years[1]) <= OLDEST:
        return None
    if text[time.end : time.end + 1] not in (",", ")") or not _OPENING.search(
        text[max(0, time.start - 5) : time.start]
    ):
        return None
    span = (time.start, time.end)
    who = whose(scene, sentence, span)
    if who is None:
        return None
    around = scopes.circumstances(scene, sentence, span)
    return Claim(
        attribute="age",
        scope=(f"who:{who}",),
        low=float(years[1]),
        high=float(years[1]),
        unit="year",
        display=time.text,
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
