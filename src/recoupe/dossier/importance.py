"""Which finding a reader needs first: docs/design/0016-importance.md says why.

Added to the weight a finding brings (its verdict, what it is about, its independent origins): how much of the story
tells it, whether it stands where articles begin, whether it was corrected, how strong the weaker side of a dispute is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from recoupe.dossier.labels import POST
from recoupe.model import DENIED, Article, Finding

LEAD = 600
"""Characters at the head of an article: what stands there is what its newsroom holds to be the news."""

IN_LEAD = 12.0
SPREAD = 20.0
CORRECTED = 10.0
SIDE = 5.0
A_DAY = 25.0
"""Taken off an agreed day: that a meeting was on Monday is seldom what an editor has to know."""

ONE_HAND = 15.0
"""Taken off what may all come from one hand: followed to the end, its origins may be one."""

A_POST = 30.0
"""Taken off a post: who is president is to be looked up, and no news."""

UNNAMED = 12.0
"""Taken off a count of something no table knows ("300 billboards"): it is rarely what the story is about."""

STRAY = 70.0
"""Taken off what hardly anybody tells of a big story: round-ups print other news on the same page."""

SLIP = 45.0
"""Taken off a dispute of hardly anybody against very many: one page's slip, to be known, but no two camps."""

BIG = 40
"""Articles beyond which a story is big, or a side of a dispute."""

HARDLY = 0.01
"""Share of the articles of a big story below which hardly anybody tells a thing."""


def weigh(finding: Finding, articles: Mapping[str, Article]) -> float:
    """Return a finding's weight in its dossier; the same articles give the same weight whatever their order."""
    supports = [s for v in finding.values for s in v.support]
    if not supports:
        return finding.weight
    telling = {s.article for s in supports}
    leading = {s.article for s in supports if s.start < LEAD}
    weight = finding.weight + SPREAD * len(telling) / max(1, len(articles)) + IN_LEAD * len(leading) / len(telling)
    if any(s.status == "corrected" for s in supports):
        weight += CORRECTED
    if finding.status == "disputed":
        sides = sorted((len({s.article for s in v.support}) for v in finding.values), reverse=True)
        weight += SIDE * min(3.0, math.log2(sides[1])) if len(sides) > 1 and sides[1] else 0.0
        if sides[0] > BIG and sum(sides[1:]) <= 1 + HARDLY * sides[0]:
            weight -= SLIP
    elif finding.attribute.startswith("date"):
        weight -= A_DAY
    elif finding.attribute.startswith(POST):
        weight -= A_POST
    if finding.independent[0] < 2 and finding.status != "alone":
        weight -= ONE_HAND
    told_alone = finding.status != "disputed" or finding.reason == DENIED
    if told_alone and len(articles) > BIG and len(telling) <= 1 + HARDLY * len(articles):
        weight -= STRAY
    if finding.attribute[2:3] == ":":
        weight -= UNNAMED
    return round(weight, 6)
