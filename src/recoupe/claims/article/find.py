"""The claims of one article."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.claims.article import categories, company, passing
from recoupe.claims.article.ground import scene
from recoupe.claims.article.numbers import (
    ages,
    amounts,
    bare,
    batches,
    by_place,
    counts,
    datings,
    earlier,
    floors,
    further,
    recalled,
    repeats,
    terms,
    votes,
    wholes,
)
from recoupe.claims.article.times import days, lengths, moments, stamps
from recoupe.model import Annotated, Article, Claim


def find(
    article: Article, mentions: Annotated, entities: Mapping[str, str], names: Mapping[str, str] | None = None
) -> list[Claim]:
    """Return what `article` states in values, in the order of its text.

    `entities` maps a `Name.entity` of this article to the story-wide id of who or what is meant, `names` such ids to
    what the story calls them.
    """
    return of_scene(scene.build(article, mentions, entities, names))


def of_scene(ground: scene.Scene) -> list[Claim]:
    """Return what the article of a scene states."""
    voted = votes.find(ground)
    counts_of_all = earlier.dated(ground, wholes.parted(ground, batches.parts(ground, counts.find(ground))))
    counts_of_all = by_place.told(ground, recalled.dated(ground, counts_of_all))
    counted = [c for c in further.marked(ground, counts_of_all) if not any(_overlap(c, v) for v in voted)]
    found = [
        *moments.find(ground),
        *stamps.find(ground),
        *lengths.find(ground),
        *days.find(ground),
        *terms.find(ground),
        *voted,
        *counted,
        *ages.find(ground),
        *repeats.find(ground),
        *datings.find(ground),
        *floors.find(ground),
        *categories.find(ground),
    ]
    found.extend(bare.find(ground, counted))
    found = company.named(ground, found)
    found = passing.dated(ground, amounts.timed(ground, found, amounts.spans(ground)))
    return sorted(found, key=lambda c: (c.anchor.start, c.anchor.end, c.attribute, c.scope))


def _overlap(a: Claim, b: Claim) -> bool:
    return a.anchor.start < b.anchor.end and b.anchor.start < a.anchor.end
