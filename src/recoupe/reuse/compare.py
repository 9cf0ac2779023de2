"""The door of the step: articles in, shared passages and origins out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from recoupe.model import Article, Origin, Passage, Quote
from recoupe.reuse import credits, edited, kinds, quoted, search
from recoupe.reuse.edited import Anchors, Match
from recoupe.reuse.groups import Groups
from recoupe.reuse.kinds import Side
from recoupe.reuse.origins import earliest, outlet_of
from recoupe.reuse.origins import origins as group
from recoupe.reuse.printed import Printed
from recoupe.reuse.printed import read as read_printed
from recoupe.reuse.settings import DEFAULT, ReuseSettings
from recoupe.reuse.words import read as read_words
from recoupe.reuse.words import spans
from recoupe.text import anchors

Place = tuple[int, int]
"""`[start, end)` in an article's text."""


class Shared(NamedTuple):
    """Words two articles share: what they are, how many are equal, where they stand in each."""

    kind: str
    equal: int
    left: Place
    right: Place


class Pair(NamedTuple):
    """Two articles that share runs of words."""

    left: Article
    right: Article
    runs: Anchors


Judge = Callable[[Pair], tuple[Shared, ...]]
"""Says what two articles share: from them, their quotes and the runs alone."""

Judged = Callable[[Sequence[Pair], Judge], Sequence[tuple[Shared, ...]]]
"""Says it for all pairs of one left article: asks the judge, or remembers what it said."""


def judge_each(pairs: Sequence[Pair], judge: Judge) -> Sequence[tuple[Shared, ...]]:
    """Judge every pair anew."""
    return [judge(pair) for pair in pairs]


class _Found(NamedTuple):
    """What two articles share, with their numbers in the order of the comparison."""

    left: int
    right: int
    shared: Shared


def passages(texts: Sequence[str]) -> list[Match]:
    """Return what every two of `texts` share, in words: exact runs of a dozen words and more, joined with what lies
    lightly edited around them. Nothing is judged here: templates and quotations are among them."""
    return list(edited.join(search.find([read_words(text) for text in texts])))


def compare(
    articles: Sequence[Article],
    *,
    quotes: Mapping[str, Sequence[Quote]] | None = None,
    settings: ReuseSettings = DEFAULT,
    printed: Mapping[str, Printed] | None = None,
    judged: Judged = judge_each,
) -> tuple[tuple[Passage, ...], tuple[Origin, ...]]:
    """Return the passages `articles` share and the origins they come from.

    `quotes` are the reported words of each article by its id, where known. Articles may be in any order; passages come
    longest first, origins in the order of their first article. An update of a live page is not compared with that
    page, nor a page with itself printed twice. `printed` is what each article prints, where it was read before;
    `judged` may remember what pairs of articles share.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    quotes = quotes or {}
    if printed is None:
        printed = {a.id: read_printed(a, quotes.get(a.id, ()), settings) for a in articles}
    known = search.find([printed[a.id].words for a in ordered], settings.runs)
    sides: dict[str, Side] = {}

    def side(article: Article) -> Side:
        if article.id not in sides:
            sides[article.id] = kinds.side(article, quotes.get(article.id, ()))
        return sides[article.id]

    by_left: dict[int, list[tuple[int, Pair]]] = {}
    for (left, right), runs in known.pairs:
        if not _one_article(ordered[left], ordered[right]):
            by_left.setdefault(left, []).append((right, Pair(ordered[left], ordered[right], runs)))
    found: list[_Found] = []
    for left, others in by_left.items():
        number = {pair.right.id: right for right, pair in others}

        def judge(pair: Pair, left: int = left, number: Mapping[str, int] = number) -> tuple[Shared, ...]:
            matches = edited.of_pair(known.text, (left, number[pair.right.id]), pair.runs, settings.join)
            return tuple(_judged(pair, (side(pair.left), side(pair.right)), list(matches), settings))

        answers = judged([pair for _, pair in others], judge)
        for (right, _), shared in zip(others, answers, strict=True):
            found += [_Found(left, right, one) for one in shared]
    credit = {a.id: printed[a.id].credits for a in ordered}
    made = _merge(ordered, found, credit) + _quotations(ordered, printed)
    return made, group(articles, made, credit)


def _one_article(left: Article, right: Article) -> bool:
    """Tell whether two articles are one, or one an update of the other."""
    return left.part_of == right.id or right.part_of == left.id or left.id == right.id


def _judged(pair: Pair, sides: tuple[Side, Side], matches: Sequence[Match], settings: ReuseSettings) -> list[Shared]:
    found = []
    for match in matches:
        if _same_article(pair.left, pair.right, sides, match, settings):
            continue
        kind = kinds.kind((pair.left.text, pair.right.text), sides, match, settings.kinds)
        if kind is None:
            continue
        places = _characters(sides[0], match.left_span), _characters(sides[1], match.right_span)
        one = Shared(kind, match.equal, *places)
        if not _template(pair.left, pair.right, one, settings):
            found.append(one)
    return found


def _quotations(articles: Sequence[Article], printed: Mapping[str, Printed]) -> tuple[Passage, ...]:
    made = []
    for places in quoted.shared((a, printed[a.id].quotations) for a in articles):
        members = [article for article, _, _ in places]
        if len({outlet_of(a) or a.id for a in members}) > 1 and not _one_page(members):
            sides = tuple(anchors.of_span(*place) for place in places)
            length = len(spans(sides[0].exact))
            made.append(Passage(sides=sides, words=length, kind="quotation", first=earliest(members)))
    return tuple(sorted(made, key=lambda p: (-p.words, p.sides[0].article, p.sides[0].start)))


def _one_page(articles: Sequence[Article]) -> bool:
    return len({a.page for a in articles}) == 1


def _characters(side: Side, span: tuple[int, int]) -> tuple[int, int]:
    return side.spans[span[0]][0], side.spans[span[1] - 1][1]


def _same_article(
    left: Article, right: Article, pair: tuple[Side, Side], match: Match, settings: ReuseSettings
) -> bool:
    """One article printed twice: one outlet (or one page), and the words of both are all but the same."""
    if left.page != right.page and (outlet_of(left) is None or outlet_of(left) != outlet_of(right)):
        return False
    return match.equal >= settings.same * max(len(pair[0].spans), len(pair[1].spans))


def _template(left: Article, right: Article, found: Shared, settings: ReuseSettings) -> bool:
    """Page furniture: lines that pages of one host share as a whole, and notices of rights anywhere."""
    words = left.text[found.left[0] : found.left[1]]
    if found.equal > settings.template:
        return False
    if credits.is_rights(words):
        return True
    one_host = left.host is not None and left.host == right.host
    return one_host and all(
        kinds.whole_lines(article.text, *span) >= 0.8 for article, span in ((left, found.left), (right, found.right))
    )


def _merge(
    articles: Sequence[Article], found: Sequence[_Found], credit: Mapping[str, Sequence[str]]
) -> tuple[Passage, ...]:
    """Make one passage of matches that are the same words in several articles."""
    spans: dict[int, set[Place]] = defaultdict(set)
    for left, right, shared in found:
        spans[left].add(shared.left)
        spans[right].add(shared.right)
    places: list[tuple[int, Place]] = []  # in each article, the widest first
    at: dict[int, dict[Place, int]] = {}
    for number in sorted(spans):
        heads, cluster = _clusters(spans[number])
        at[number] = {span: len(places) + n for span, n in cluster.items()}
        places += [(number, head) for head in heads]
    groups = Groups(len(places))
    ends = [(at[left][shared.left], at[right][shared.right]) for left, right, shared in found]
    for one, other in ends:
        groups.join(one, other)
    most: dict[int, int] = {}  # of the places of one group: the most equal words
    first: dict[int, int] = {}  # and the first kind
    for (one, _), (_, _, shared) in zip(ends, found, strict=True):
        group, rank = groups.find(one), _RANK[shared.kind]
        if shared.equal > most.get(group, 0):
            most[group] = shared.equal
        if rank < first.setdefault(group, rank):
            first[group] = rank
    widest: dict[int, dict[int, Place]] = defaultdict(dict)
    for place, (number, span) in enumerate(places):
        widest[groups.find(place)].setdefault(number, span)
    made = [
        _passage([(articles[n], span) for n, span in widest[group].items()], most.get(group, 0), kind, credit)
        for group, kind in first.items()
    ]
    made.sort(key=lambda p: (-p.words, p.sides[0].article, p.sides[0].start, p.kind))
    return tuple(made)


def _clusters(spans: Collection[Place]) -> tuple[list[Place], dict[Place, int]]:
    """Return the spans of one article that stand for those like them, the longest first, and each span's number there.

    Spans are alike that share more than four fifths of their length.
    """
    number: dict[Place, int] = {}
    heads: list[Place] = []
    first = 0  # spans come longest first: heads before this one are too long to share enough with any that follow
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        start, end = span
        length = end - start
        while first < len(heads) and 5 * length <= 4 * (heads[first][1] - heads[first][0]):
            first += 1
        for n in range(first, len(heads)):
            low, high = heads[n]
            if low < end and start < high and _mostly_both(start, end, low, high):
                number[span] = n
                break
        else:
            number[span] = len(heads)
            heads.append(span)
    return heads, number


def _mostly_both(start: int, end: int, low: int, high: int) -> bool:
    both = min(end, high) - max(start, low)
    return both * 5 > 4 * (max(end, high) - min(start, low))


_KINDS = ("copy", "edited", "quotation", "statement")
_RANK = {kind: rank for rank, kind in enumerate(_KINDS)}


def _passage(
    members: Sequence[tuple[Article, Place]], equal: int, kind: int, credit: Mapping[str, Sequence[str]]
) -> Passage:
    articles = [article for article, _ in members]
    agencies = sorted({agency for a in articles for agency in credit[a.id]})
    agency = agencies[0] if len(agencies) == 1 else None
    return Passage(
        sides=tuple(anchors.of_span(article, *span) for article, span in members),
        words=equal,
        kind=_KINDS[kind],  # the word itself: records leave it out by its identity
        first=earliest(articles),
        credit=agency,
        uncredited=tuple(a.id for a in articles if agency and not credit[a.id]),
    )
