"""The door of the step: articles in, shared passages and origins out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from recoupe.model import Article, Origin, Passage, Quote
from recoupe.reuse import credits, edited, kinds, quoted
from recoupe.reuse.edited import JoinSettings, Match
from recoupe.reuse.kinds import KindSettings, Side
from recoupe.reuse.origins import Groups, earliest, outlet_of
from recoupe.reuse.origins import origins as group
from recoupe.reuse.runs import RunSettings
from recoupe.reuse.runs import find as find_runs
from recoupe.reuse.words import corpus, spans
from recoupe.text import anchors


class ReuseSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What counts as a shared passage; see each part. `template`: longest line, in words, that one host's pages may
    share as furniture; `same`: share of both articles from which they are one article printed twice; `quotation`:
    fewest words of a quotation that several print."""

    runs: RunSettings = RunSettings()
    join: JoinSettings = JoinSettings()
    kinds: KindSettings = KindSettings()
    template: int = 60
    same: float = 0.9
    quotation: int = 3


_DEFAULT = ReuseSettings()


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    match: Match
    left: tuple[int, int]
    right: tuple[int, int]


def passages(texts: Sequence[str], settings: ReuseSettings = _DEFAULT) -> list[Match]:
    """Return what every two of `texts` share, in words: exact runs of `settings.runs.least` words and more, joined with
    what lies lightly edited around them. Nothing is judged here: templates and quotations are among them."""
    known = corpus(texts)
    return list(edited.join(known, find_runs(known, settings.runs), settings.join))


def compare(
    articles: Sequence[Article],
    *,
    quotes: Mapping[str, Sequence[Quote]] | None = None,
    settings: ReuseSettings = _DEFAULT,
) -> tuple[tuple[Passage, ...], tuple[Origin, ...]]:
    """Return the passages `articles` share and the origins they come from.

    `quotes` are the reported words of each article by its id, where known. Articles may be in any order; passages come
    longest first, origins in the order of their first article. An update of a live page is not compared with that
    page, nor a page with itself printed twice.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    quotes = quotes or {}
    sides: dict[int, Side] = {}

    def side(number: int) -> Side:
        if number not in sides:
            sides[number] = kinds.side(ordered[number], quotes.get(ordered[number].id, ()))
        return sides[number]

    found: list[_Found] = []
    for match in passages([a.text for a in ordered], settings):
        left, right = ordered[match.left], ordered[match.right]
        if left.part_of == right.id or right.part_of == left.id or left.id == right.id:
            continue
        pair = (side(match.left), side(match.right))
        if _same_article(left, right, pair, match, settings):
            continue
        kind = kinds.kind((left.text, right.text), pair, match, settings.kinds)
        if kind is None:
            continue
        at_left, at_right = _characters(pair[0], match.left_span), _characters(pair[1], match.right_span)
        item = _Found(kind=kind, match=match, left=at_left, right=at_right)
        if not _template(left, right, item, settings):
            found.append(item)
    credit = {a.id: credits.credited(a) for a in ordered}
    made = _merge(ordered, found, credit) + _quotations(ordered, quotes, settings)
    return made, group(articles, made, credit)


def _quotations(
    articles: Sequence[Article], quotes: Mapping[str, Sequence[Quote]], settings: ReuseSettings
) -> tuple[Passage, ...]:
    made = []
    for places in quoted.shared(articles, quotes, settings.quotation, settings.runs.least):
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


def _template(left: Article, right: Article, found: _Found, settings: ReuseSettings) -> bool:
    """Page furniture: lines that pages of one host share as a whole, and notices of rights anywhere."""
    words = left.text[found.left[0] : found.left[1]]
    if found.match.equal > settings.template:
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
        places.setdefault(item.match.left, []).append(item.left)
        places.setdefault(item.match.right, []).append(item.right)
    keys = {n: _clusters(spans) for n, spans in places.items()}
    groups = Groups(f"{n}:{k}" for n in sorted(keys) for k in sorted(set(keys[n].values())))
    for item in found:
        m = item.match
        groups.join([f"{m.left}:{keys[m.left][item.left]}", f"{m.right}:{keys[m.right][item.right]}"])
    collected: dict[str, list[_Found]] = {}
    for item in found:
        collected.setdefault(groups.find(f"{item.match.left}:{keys[item.match.left][item.left]}"), []).append(item)
    made = [_passage(articles, items, credit) for items in collected.values()]
    made.sort(key=lambda p: (-p.words, p.sides[0].article, p.sides[0].start, p.kind))
    return tuple(made)


def _clusters(spans: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Number the spans of one article; spans that share more than four fifths of their length get one number."""
    number: dict[tuple[int, int], int] = {}
    heads: list[tuple[int, int]] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        for n, head in enumerate(heads):
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
        for number, span in ((item.match.left, item.left), (item.match.right, item.right)):
            old = widest.get(number)
            if old is None or (old[0] - old[1], old) > (span[0] - span[1], span):
                widest[number] = span
    members = [articles[n] for n in sorted(widest)]
    sides = tuple(anchors.of_span(articles[n], *widest[n]) for n in sorted(widest))
    agencies = sorted({agency for a in members for agency in credit[a.id]})
    agency = agencies[0] if len(agencies) == 1 else None
    return Passage(
        sides=sides,
        words=max(i.match.equal for i in items),
        kind=min((i.kind for i in items), key=_RANK.index),
        first=earliest(members),
        credit=agency,
        uncredited=tuple(a.id for a in members if agency and not credit[a.id]),
    )
