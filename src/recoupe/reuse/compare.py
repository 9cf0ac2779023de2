"""The door of the step: articles in, shared passages and origins out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from recoupe.model import Article, Origin, Passage, Quote
from recoupe.reuse import edited, pairs, quoted, search
from recoupe.reuse.edited import Match
from recoupe.reuse.origins import earliest, outlet_of
from recoupe.reuse.origins import origins as group
from recoupe.reuse.pairs import Compared, Place, Shared
from recoupe.reuse.printed import Printed
from recoupe.reuse.printed import read as read_printed
from recoupe.reuse.settings import DEFAULT, ReuseSettings
from recoupe.reuse.words import read as read_words
from recoupe.reuse.words import spans
from recoupe.text import anchors
from recoupe.text.disjoint import Groups


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
    compared: Compared | None = None,
) -> tuple[tuple[Passage, ...], tuple[Origin, ...]]:
    """Return the passages `articles` share and the origins they come from.

    `quotes` are the reported words of each article by its id, where known. Articles may be in any order; passages come
    longest first, origins in the order of their first article. An update of a live page is not compared with that
    page, nor a page with itself printed twice. `printed` is what each article prints, `compared` what every two
    of them share, where that is known.
    """
    by_id = {a.id: a for a in articles}
    quotes = quotes or {}
    if printed is None:
        printed = {a.id: read_printed(a, quotes.get(a.id, ()), settings) for a in articles}
    if compared is None:
        compared = pairs.compare(by_id, quotes, printed, settings=settings)
    credit = {a.id: printed[a.id].credits for a in articles}
    made = _merge([by_id[id_] for id_ in compared.articles], compared.shared, credit)
    made += _quotations(sorted(articles, key=lambda a: a.id), printed)
    return made, group(articles, made, credit)


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


def _merge(
    articles: Sequence[Article], found: Sequence[Shared], credit: Mapping[str, Sequence[str]]
) -> tuple[Passage, ...]:
    """Make one passage of matches that are the same words in several articles, in whatever order both come."""
    spans: dict[int, set[Place]] = defaultdict(set)
    for shared in found:
        spans[shared.left].add(shared.left_place)
        spans[shared.right].add(shared.right_place)
    places: list[tuple[int, Place]] = []  # in each article, the widest first
    at: dict[int, dict[Place, int]] = {}
    for number in sorted(spans, key=lambda n: articles[n].id):
        heads, cluster = _clusters(spans[number])
        at[number] = {span: len(places) + n for span, n in cluster.items()}
        places += [(number, head) for head in heads]
    groups = Groups(len(places))
    ends = [(at[left][left_place], at[right][right_place]) for left, right, _, _, left_place, right_place in found]
    for one, other in ends:
        groups.join(one, other)
    most: dict[int, int] = {}  # of the places of one group: the most equal words
    first: dict[int, int] = {}  # and the first kind
    for (one, _), shared in zip(ends, found, strict=True):
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
    made.sort(key=lambda p: (-p.words, p.sides[0].article, p.sides[0].start, p.kind, p.sides[0].end))
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
