"""The claims of one article."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.claims import ages, counts, days, lengths, moments, scene
from recoupe.model import Annotated, Article, Claim


def find(
    article: Article, mentions: Annotated, entities: Mapping[str, str], names: Mapping[str, str] | None = None
) -> list[Claim]:
    """Return what `article` states in values, in the order of its text.

    `entities` maps a `Name.entity` of this article to the story-wide id of who or what is meant, `names` such ids to
    what the story calls them.
    """
    ground = scene.build(article, mentions, entities, names)
    found = [*moments.find(ground), *lengths.find(ground), *days.find(ground), *counts.find(ground), *ages.find(ground)]
    return sorted(found, key=lambda c: (c.anchor.start, c.anchor.end, c.attribute, c.scope))
