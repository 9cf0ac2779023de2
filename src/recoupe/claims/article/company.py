"""With whom talks are held: "the president met Odo Varn on Friday", "a two-hour meeting with the envoy Anna Rill"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.model import Claim, Name
from recoupe.text.patterns import compiled_by_regex

TALKS = "event:talks"

REACH = 70
"""Characters before a name within which "with" stands: posts may be between, "with the French prime minister, X"."""

OBJECT = 25
"""The same of a word for talks that has the name as its object: "met the envoy Anna Rill"."""


def named(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of talks with those they are held with in their scopes ("with:" and the entity's id)."""
    by_start = {s.start: s for s in scene.sentences}
    return [_named(scene, by_start.get(c.sentence[0]), c) if TALKS in c.scope else c for c in claims]


def _named(scene: Scene, sentence: Sentence | None, claim: Claim) -> Claim:
    people = _with(scene, sentence) if sentence is not None else []
    if not people:
        return claim
    whose = {f"with:{scene.entity(n)}" for n in people}
    names = scene.named(f"who:{scene.entity(n)}" for n in people)
    scope, called = {*claim.scope, *whose}, {*claim.named, *names}
    return msgspec.structs.replace(claim, scope=tuple(sorted(scope)), named=tuple(sorted(called)))


def _with(scene: Scene, sentence: Sentence) -> list[Name]:
    """Return the people of a sentence that talks are held with."""
    text, talks = scene.article.text, [c for c in sentence.of("event") if c.key == "talks"]
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    found, last = [], sentence.start
    for name in people:
        before = [(c.end, REACH) for c in sentence.of("company") if last <= c.start]
        before += [(c.end, OBJECT) for c in talks if last <= c.start and "," not in text[c.end : name.start]]
        leads = [end for end, reach in before if end <= name.start <= end + reach]
        if any(_MARK.search(text, end, name.start) is None for end in leads):
            found.append(name)
        last = name.end
    return found


_MARK = compiled_by_regex(r"[.;:()](?:\s|$)|\n")
