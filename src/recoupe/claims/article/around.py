"""What the words around a value mean: by these the sentences of values are compared (`comparison.likeness`)."""

from __future__ import annotations

import functools

import msgspec

from recoupe.claims.article import nounless
from recoupe.claims.article.ground import cues
from recoupe.model import Article, Claim
from recoupe.text import vocabulary
from recoupe.text.normalise import fold

FAR = 30
"""Words from a value beyond which nothing is told of it."""


def with_words(article: Article, claim: Claim) -> Claim:
    """Return a claim of an article with the meanings of the words around its value."""
    return msgspec.structs.replace(claim, around=words(article, claim))


def words(article: Article, claim: Claim) -> tuple[str, str, str]:
    """Return what the words of a claim's sentence mean: those before its value, the nearest first, its own, those
    behind it. A blank stands between words, "|" between what one word means."""
    anchor, (start, end) = claim.anchor, claim.sentence
    end = _own_end(article, claim) if claim.unit == "instant" else end
    told = anchor.end if claim.unit != nounless.RANK else anchor.start + len(anchor.exact.split()[0])
    before, own, behind = (
        _meant(article.text[a:b], article.language)
        for a, b in ((start, anchor.start), (anchor.start, told), (told, end))
    )
    return " ".join(before[: -FAR - 1 : -1]), " ".join(own), " ".join(behind[:FAR])


def _own_end(article: Article, claim: Claim) -> int:
    """Return where what a clock time is of ends: "at 3:10 p.m., an hour after the dam broke" it did not break."""
    behind = article.text[claim.anchor.end : claim.sentence[1]]
    found = (c for c in cues.find(behind, article.language) if c.section == "offset" and c.key in _ANOTHER)
    return next((claim.anchor.end + c.end for c in found), claim.sentence[1])


_ANOTHER = frozenset(("after", "elapsed", "before"))


@functools.lru_cache(maxsize=1 << 13)
def _meant(text: str, language: str | None) -> list[str]:
    """Return what each word means; many pages print one sentence."""
    return ["|".join(keys) for keys in vocabulary.told(fold(text), language)]
