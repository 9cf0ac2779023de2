"""What every two articles share: of two that were compared before, what was found then.

articles -> shared runs (search) -> joined passages (edited) -> judged (kinds) -> what two articles share
"""

from __future__ import annotations

import functools
import itertools
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from recoupe.model import Article, Quote
from recoupe.reuse import credits, edited, kinds, search
from recoupe.reuse.edited import Match
from recoupe.reuse.kinds import Side
from recoupe.reuse.origins import outlet_of
from recoupe.reuse.printed import Printed
from recoupe.reuse.settings import DEFAULT, ReuseSettings

Place = tuple[int, int]
"""`[start, end)` in an article's text."""

NEW = 20
"""Articles that are compared with all others one by one; of more, all are looked through together."""


class Shared(NamedTuple):
    """Words two articles share: the articles by number, what the words are, how many are equal, where they stand."""

    left: int
    right: int
    kind: str
    equal: int
    left_place: Place
    right_place: Place


class Compared(msgspec.Struct, frozen=True):
    """What every two of some articles share: `articles` are their ids, `keys` what stands for each of them with its
    quotations, empty where nothing does. The order tells nothing."""

    articles: tuple[str, ...] = ()
    keys: tuple[bytes, ...] = ()
    shared: tuple[Shared, ...] = ()


def compare(
    articles: Mapping[str, Article],
    quotes: Mapping[str, Sequence[Quote]],
    printed: Mapping[str, Printed],
    keys: Mapping[str, bytes] | None = None,
    *,
    before: Compared | None = None,
    settings: ReuseSettings = DEFAULT,
) -> Compared:
    """Return what every two of `articles` share; all is given by id.

    `keys` stand for the articles. Two that were compared `before`, as both keys tell, are not compared again.
    """
    known = _without_others(before or Compared(), keys or {})
    new = sorted(articles.keys() - set(known.articles))
    if not new:
        return known
    ids = (*known.articles, *new)
    side = functools.cache(lambda id_: kinds.side(articles[id_], quotes.get(id_, ())))
    shared = list(known.shared)
    for left, right, matches in _matches(ids, [printed[id_] for id_ in ids], len(known.articles), settings):
        pair = articles[ids[left]], articles[ids[right]]
        if not _one_article(*pair):
            sides = side(pair[0].id), side(pair[1].id)
            shared += (Shared(left, right, *one) for one in _judged(pair, sides, matches, settings))
    return Compared(ids, tuple((keys or {}).get(id_, b"") for id_ in ids), tuple(shared))


def _without_others(before: Compared, keys: Mapping[str, bytes]) -> Compared:
    """Return what was compared before without articles that are no more, or are not the same any more."""
    same = [bool(key) and keys.get(id_) == key for id_, key in zip(before.articles, before.keys, strict=True)]
    if all(same):
        return before
    number = dict(zip(itertools.compress(itertools.count(), same), itertools.count(), strict=False))
    return Compared(
        tuple(itertools.compress(before.articles, same)),
        tuple(itertools.compress(before.keys, same)),
        tuple(
            one._replace(left=number[one.left], right=number[one.right])
            for one in before.shared
            if one.left in number and one.right in number
        ),
    )


def _matches(
    ids: Sequence[str], texts: Sequence[Printed], known: int, settings: ReuseSettings
) -> Iterator[tuple[int, int, Iterator[Match]]]:
    """Yield what two texts share, by the numbers of both; not of two among the first `known` ones.

    The one of the lower id is on the left, whichever was known first: what lies around runs is read from there.
    """
    if known and len(texts) - known <= NEW and search.is_plain([text.grams for text in texts], settings.runs):
        for number in range(known, len(texts)):
            one = search.row(texts[number].words)
            others = [(text.words, text.grams) for text in texts[:number]]
            for other, runs in search.beside(one, others, settings.runs):
                rows = {other: search.row(texts[other].words), number: one}
                turned = ids[number] < ids[other]
                pair = (number, other) if turned else (other, number)
                anchors = array("q", [n for a, b, length in runs for n in ((b, a) if turned else (a, b)) + (length,)])
                yield *pair, edited.of_pair(rows.__getitem__, pair, anchors.tobytes(), settings.join)
        return
    order = sorted(range(len(ids)), key=ids.__getitem__)
    found = search.find([texts[number].words for number in order], settings.runs)
    for places, packed in found.pairs:
        left, right = order[places[0]], order[places[1]]
        if max(left, right) >= known:
            yield left, right, edited.of_pair(found.text, places, packed, settings.join)


def _one_article(left: Article, right: Article) -> bool:
    """Tell whether two articles are one, or one an update of the other."""
    return left.part_of == right.id or right.part_of == left.id or left.id == right.id


def _judged(
    pair: tuple[Article, Article], sides: tuple[Side, Side], matches: Iterable[Match], settings: ReuseSettings
) -> Iterator[tuple[str, int, Place, Place]]:
    """Yield the kind of each match that is no furniture, its equal words and its places in two articles."""
    left, right = pair
    for match in matches:
        if _same_article(left, right, sides, match, settings):
            continue
        kind = kinds.kind((left.text, right.text), sides, match, settings.kinds)
        if kind is None:
            continue
        places = _characters(sides[0], match.left_span), _characters(sides[1], match.right_span)
        if not _template(pair, match.equal, places, settings):
            yield kind, match.equal, *places


def _characters(side: Side, span: tuple[int, int]) -> tuple[int, int]:
    return side.spans[span[0]][0], side.spans[span[1] - 1][1]


def _same_article(
    left: Article, right: Article, pair: tuple[Side, Side], match: Match, settings: ReuseSettings
) -> bool:
    """One article printed twice: one outlet (or one page), and the words of both are all but the same."""
    if left.page != right.page and (outlet_of(left) is None or outlet_of(left) != outlet_of(right)):
        return False
    return match.equal >= settings.same * max(len(pair[0].spans), len(pair[1].spans))


def _template(pair: tuple[Article, Article], equal: int, places: tuple[Place, Place], settings: ReuseSettings) -> bool:
    """Page furniture: lines that pages of one host share as a whole, and notices of rights anywhere."""
    left, right = pair
    if equal > settings.template:
        return False
    if credits.is_rights(left.text[slice(*places[0])]):
        return True
    one_host = left.host is not None and left.host == right.host
    return one_host and all(
        kinds.whole_lines(article.text, *place) >= 0.8 for article, place in zip(pair, places, strict=True)
    )
