"""The door of the step: articles in, shared passages and origins out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from recoupe.model import Article, Origin, Passage, Quote
from recoupe.reuse import credits, edited, kinds, quoted
from recoupe.reuse.edited import Match, Run
from recoupe.reuse.kinds import Side
from recoupe.reuse.origins import Groups, earliest, outlet_of
from recoupe.reuse.origins import origins as group
from recoupe.reuse.printed import Printed
from recoupe.reuse.printed import read as read_printed
from recoupe.reuse.runs import find as find_runs
from recoupe.reuse.settings import DEFAULT, ReuseSettings
from recoupe.reuse.words import corpus, corpus_of, spans
from recoupe.text import anchors


class Shared(NamedTuple):
    """Words two articles share: what they are, how many are equal, `[start, end)` in the text of each."""

    kind: str
    equal: int
    left: tuple[int, int]
    right: tuple[int, int]


class Pair(NamedTuple):
    """Two articles that share runs of words."""

    left: Article
    right: Article
    runs: tuple[Run, ...]


Judge = Callable[[Pair], tuple[Shared, ...]]
"""Says what two articles share: from them, their quotes and the runs alone."""

Judged = Callable[[Sequence[Pair], Judge], Sequence[tuple[Shared, ...]]]
"""Says it for all pairs of one left article: asks the judge, or remembers what it said."""


def judge_each(pairs: Sequence[Pair], judge: Judge) -> Sequence[tuple[Shared, ...]]:
    """Judge every pair anew."""
    return [judge(pair) for pair in pairs]


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    equal: int
    numbers: tuple[int, int]
    left: tuple[int, int]
    right: tuple[int, int]


def passages(texts: Sequence[str], settings: ReuseSettings = DEFAULT) -> list[Match]:
    """Return what every two of `texts` share, in words: exact runs of `settings.runs.least` words and more, joined with
    what lies lightly edited around them. Nothing is judged here: templates and quotations are among them."""
    known = corpus(texts)
    return list(edited.join(known, find_runs(known, settings.runs), settings.join))


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
    known = corpus_of(printed[a.id].words for a in ordered)
    sides: dict[str, Side] = {}

    def side(article: Article) -> Side:
        if article.id not in sides:
            sides[article.id] = kinds.side(article, quotes.get(article.id, ()))
        return sides[article.id]

    by_left: dict[int, list[tuple[int, Pair]]] = {}
    for (left, right), runs in edited.pairs(find_runs(known, settings.runs)):
        if not _one_article(ordered[left], ordered[right]):
            by_left.setdefault(left, []).append((right, Pair(ordered[left], ordered[right], runs)))
    found: list[_Found] = []
    for left, others in by_left.items():
        number = {pair.right.id: right for right, pair in others}

        def judge(pair: Pair, left: int = left, number: Mapping[str, int] = number) -> tuple[Shared, ...]:
            matches = edited.of_pair(known, (left, number[pair.right.id]), pair.runs, settings.join)
            return tuple(_judged(pair, (side(pair.left), side(pair.right)), list(matches), settings))

        answers = judged([pair for _, pair in others], judge)
        for (right, _), shared in zip(others, answers, strict=True):
            found += [
                _Found(kind=s.kind, equal=s.equal, numbers=(left, right), left=s.left, right=s.right) for s in shared
            ]
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
    places: dict[int, list[tuple[int, int]]] = {}
    for item in found:
        places.setdefault(item.numbers[0], []).append(item.left)
        places.setdefault(item.numbers[1], []).append(item.right)
    keys = {n: _clusters(spans) for n, spans in places.items()}
    groups = Groups((n, k) for n in sorted(keys) for k in sorted(set(keys[n].values())))
    for item in found:
        left, right = item.numbers
        groups.join([(left, keys[left][item.left]), (right, keys[right][item.right])])
    collected: dict[tuple[int, int], list[_Found]] = {}
    for item in found:
        left, _ = item.numbers
        collected.setdefault(groups.find((left, keys[left][item.left])), []).append(item)
    made = [_passage(articles, items, credit) for items in collected.values()]
    made.sort(key=lambda p: (-p.words, p.sides[0].article, p.sides[0].start, p.kind))
    return tuple(made)


def _clusters(spans: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Number the spans of one article; spans that share more than four fifths of their length get one number."""
    number: dict[tuple[int, int], int] = {}
    heads: list[tuple[int, int]] = []
    first = 0  # spans come longest first: heads before this one are too long to share enough with any that follow
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        length = span[1] - span[0]
        while first < len(heads) and 5 * length <= 4 * (heads[first][1] - heads[first][0]):
            first += 1
        for n in range(first, len(heads)):
            head = heads[n]
            both = min(span[1], head[1]) - max(span[0], head[0])
            if both * 5 > 4 * (max(span[1], head[1]) - min(span[0], head[0])):
                number[span] = n
                break
        else:
            number[span] = len(heads)
            heads.append(span)
    return number


_RANK = ("copy", "edited", "quotation", "statement")


def _passage(articles: Sequence[Article], items: Sequence[_Found], credit: Mapping[str, Sequence[str]]) -> Passage:
    widest: dict[int, tuple[int, int]] = {}
    for item in items:
        for number, span in zip(item.numbers, (item.left, item.right), strict=True):
            old = widest.get(number)
            if old is None or (old[0] - old[1], old) > (span[0] - span[1], span):
                widest[number] = span
    members = [articles[n] for n in sorted(widest)]
    sides = tuple(anchors.of_span(articles[n], *widest[n]) for n in sorted(widest))
    agencies = sorted({agency for a in members for agency in credit[a.id]})
    agency = agencies[0] if len(agencies) == 1 else None
    return Passage(
        sides=sides,
        words=max(i.equal for i in items),
        kind=_RANK[min(_RANK.index(i.kind) for i in items)],  # the word itself: records leave it out by its identity
        first=earliest(members),
        credit=agency,
        uncredited=tuple(a.id for a in members if agency and not credit[a.id]),
    )
