"""What one article tells by itself: all that comparing and the timeline need of it, beside its text."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from recoupe.claims.article import around, headline, untold
from recoupe.claims.article.facts import clauses, denied, facts, figures, naming
from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.article.facts.denied import Denied
from recoupe.claims.article.facts.figures import Figure
from recoupe.claims.article.facts.naming import Naming
from recoupe.claims.article.facts.runs import Fact
from recoupe.claims.article.find import of_scene
from recoupe.claims.article.ground import happening, scene
from recoupe.claims.article.times import chronicle, dated, moments
from recoupe.claims.article.times.dated import Dated
from recoupe.model import Annotated, Article, Claim


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """`claims` in the order of the text, and those of values that are `untold`, clock times at which something was
    `spoken`, the `clauses` that statements are made of, what is said and `denied`, the sentences that are `dated`, the
    `facts` of names, the telling `figures`, the events it `opened` with, whom it names where (`named`)."""

    claims: tuple[Claim, ...]
    untold: tuple[Claim, ...]
    spoken: tuple[Claim, ...]
    clauses: tuple[Clause, ...]
    denied: tuple[Denied, ...]
    dated: tuple[Dated, ...]
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    opened: frozenset[str]
    named: tuple[Naming, ...]


def read(
    article: Article,
    mentions: Annotated,
    entities: Mapping[str, str],
    names: Mapping[str, str],
    titled: Annotated = Annotated(),  # noqa: B008  (frozen)
) -> Told:
    """Return what `article` tells. `entities` and `names` are as for `find`; `titled` is what its headline mentions."""
    ground = scene.build(article, mentions, entities, names)
    found = of_scene(ground)
    title = headline.ground(article, mentions, titled, entities, names) if article.part_of and article.title else None
    stated = [around.with_words(article, claim) for claim in found]
    return Told(
        claims=(*headline.read(article, stated, mentions, titled, entities, names), *stated),
        untold=tuple(around.with_words(article, claim) for claim in untold.find(ground, found)),
        spoken=tuple(moments.spoken(ground)),
        clauses=tuple(clauses.read(article, mentions, entities)),
        denied=tuple(denied.read(ground)),
        dated=(*dated.find(ground), *chronicle.entries(ground, title)),
        facts=tuple(facts.read(ground)),
        figures=tuple(figures.read(ground)),
        opened=happening.events(article),
        named=tuple(naming.read(mentions.names, entities)),
    )


def lying_at(page: str, told: Told) -> Told:
    """Return what the article of a page at `page` tells; it may have been read when the page lay elsewhere."""
    claims = (*told.claims, *told.untold, *told.spoken)
    if not claims or claims[0].anchor.page == page:
        return told
    moved = (tuple(_moved(c, page) for c in its) for its in (told.claims, told.untold, told.spoken))
    return msgspec.structs.replace(told, claims=next(moved), untold=next(moved), spoken=next(moved))


def _moved(claim: Claim, page: str) -> Claim:
    return msgspec.structs.replace(claim, anchor=msgspec.structs.replace(claim.anchor, page=page))
