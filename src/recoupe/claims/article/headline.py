"""What a headline states in values. It is short and beside the text, so it is read by itself.

    headline, its numbers ──> scene (the names are those the text names) ──> claims not told by the text ──> claims

What the text says in the same words and numbers is left to the text. A day or a clock in a headline is mostly that of
the page ("14 February 2026, 18:00"), so no moment is read of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from recoupe.claims.article import around
from recoupe.claims.article.find import of_scene
from recoupe.claims.article.ground import scene
from recoupe.claims.values import OUTCOMES
from recoupe.model import TITLE, Annotated, Article, Block, Claim, Name
from recoupe.text.tokens import words

MOMENTS = ("instant", "day", "date")
"""Units of what is not read of a headline."""

DEATH = "death"
"""What a toll is of where its words name nobody."""

SURE = ("stated", "corrected")


def alone(article: Article) -> Article:
    """Return the headline of an article as an article of one line."""
    title = article.title or ""
    return msgspec.structs.replace(
        article, text=title, blocks=(Block(kind="paragraph", start=0, end=len(title)),), parts=(), segments=()
    )


def read(
    article: Article,
    told: Sequence[Claim],
    mentions: Annotated,
    headline: Annotated,
    entities: Mapping[str, str],
    names: Mapping[str, str],
) -> list[Claim]:
    """Return what the headline of `article` states beside what its text has `told`.

    `mentions` are the text's, `headline` the times and quantities of the headline; `entities`, `names` as for `find`.
    """
    if not headline.quantities and not headline.times:
        return []
    line = alone(article)
    stated = {(c.attribute, c.unit, c.low, c.high) for c in told}
    return [
        _of_title(around.with_words(line, claim), article)
        for claim in of_scene(ground(article, mentions, headline, entities, names))
        if claim.unit not in MOMENTS
        and claim.status in SURE
        and (claim.attribute, claim.unit, claim.low, claim.high) not in stated
        and not _toll_of_others(claim, told)
    ]


def _toll_of_others(claim: Claim, told: Sequence[Claim]) -> bool:
    """Tell whether a headline's bare "toll" is of those whom the text counts: "toll cut to 189", who were poisoned."""
    if claim.attribute != DEATH:
        return False
    return any((c.low, c.high) == (claim.low, claim.high) and c.attribute in OUTCOMES for c in told)


def ground(
    article: Article,
    mentions: Annotated,
    headline: Annotated,
    entities: Mapping[str, str],
    names: Mapping[str, str],
) -> scene.Scene:
    """Return the headline of an article as a scene of its own, with those of the text's names that stand in it."""
    line = alone(article)
    found = msgspec.structs.replace(headline, names=tuple(_named(line.text, article.text, mentions.names)))
    return scene.build(line, found, entities, names)


def _named(title: str, text: str, known: Sequence[Name]) -> Iterator[Name]:
    """Yield the names a headline has of those the text names, in order."""
    first: dict[str, Name] = {}
    for name in known:
        first.setdefault(text[name.start : name.end], name)
    spans = words(title)
    ends = {end for _, end in spans}
    taken = 0
    for start, _ in spans:
        if start < taken:
            continue
        fitting = [s for s in first if title.startswith(s, start) and start + len(s) in ends]
        if fitting:
            longest = max(fitting, key=len)
            taken = start + len(longest)
            yield msgspec.structs.replace(first[longest], start=start, end=taken, text=longest)


def _of_title(claim: Claim, article: Article) -> Claim:
    at = article.title_start
    anchor = msgspec.structs.replace(
        claim.anchor, part=TITLE, page_start=None if at is None else at + claim.anchor.start
    )
    return msgspec.structs.replace(claim, anchor=anchor)
