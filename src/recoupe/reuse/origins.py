"""Origins: articles that come from one hand, and every sign that joins them.

Signs: shared passages, one agency credited, one outlet, outlets of one publisher, updates of one live page, a
translation, extracts seen on one aggregator's page (what that page chose to show). Some make one origin; all lower the
range of independent hands for the articles they name. They do not spread: that an aggregator shows extracts of one
newspaper on two pages does not make these pages one hand.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recoupe.model import Article, Dependence, Origin, Passage
from recoupe.model.ids import digest
from recoupe.reuse import credits
from recoupe.text.disjoint import Groups
from recoupe.text.normalise import fold


def interval(article: Article) -> tuple[str, str] | None:
    """When `article` was published, as two ISO strings that can be compared; None when the page does not tell."""
    if article.published:
        begin = end = article.published
    elif article.published_between:
        begin, end = article.published_between
    else:
        return None
    return begin, f"{end}~"  # '~' sorts behind every digit: "2025-08" ends after "2025-08-31"


def earliest(articles: Sequence[Article]) -> str | None:
    """Return the id of the article that came first, None when the dates do not decide it.

    An agency's own article is first: the others print what it sent. Else every article must have a date and one must
    end before all others begin. Updates and extracts count by their own dates.
    """
    wires = [a for a in articles if credits.agency_of(a)]
    if len(wires) == 1:
        return wires[0].id
    dated = [(interval(a), a) for a in articles]
    known = [(when, a) for when, a in dated if when is not None]
    if len(known) != len(articles) or not known:
        return None
    when, first = min(known, key=lambda pair: (pair[0][1], pair[0][0], pair[1].id))
    if all(a is first or _before(when, other) for other, a in known):
        return first.id
    return None


def _before(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether `one` ended before `other` began, compared as far as both are told (day with day, minute with minute)."""
    end, begin = one[1].rstrip("~"), other[0]
    length = min(len(end), len(begin), 10)
    if end[:length] != begin[:length]:
        return end[:length] < begin[:length]
    if len(end) >= 19 and len(begin) >= 19 and end[19:] == begin[19:]:  # one clock
        return end < begin
    return False


def outlet_of(article: Article) -> str | None:
    """The folded name of who published `article`; its host when the outlet is not told and it is no extract."""
    name = article.outlet or (article.host if article.kind != "extract" else None)
    return fold(name).strip() if name else None


def signs(
    articles: Sequence[Article], passages: Sequence[Passage], credit: Mapping[str, Sequence[str]]
) -> list[Dependence]:
    """Return every sign that two or more of `articles` come from one hand."""
    found = [
        Dependence(
            kind="passage",
            articles=tuple(dict.fromkeys(s.article for s in p.sides)),
            words=f"{p.words} words in common: {_short(p.sides[0].exact)}",
        )
        for p in passages
        if p.kind in ("copy", "edited")
    ]
    by_agency: dict[str, list[str]] = {}
    by_outlet: dict[str, list[Article]] = {}
    by_publisher: dict[str, list[Article]] = {}
    for article in articles:
        for agency in credit.get(article.id, ()):
            by_agency.setdefault(agency, []).append(article.id)
        key = outlet_of(article)
        if key and article.outlet:
            by_outlet.setdefault(key, []).append(article)
        house = credits.publisher(article.outlet) or credits.publisher(article.host)
        if house:
            by_publisher.setdefault(house, []).append(article)
    for name, ids in sorted(by_agency.items()):
        if len(ids) > 1:
            found.append(Dependence(kind="agency", articles=tuple(ids), words=f"all credit {name}"))
    for items in by_outlet.values():
        if len(items) > 1:
            found.append(_sign("outlet", items, f"all published by {items[0].outlet}"))
    for house, items in sorted(by_publisher.items()):
        if len({outlet_of(a) for a in items}) > 1:
            found.append(_sign("publisher", items, f"outlets of {house}"))
    for article in articles:
        if article.derivative:
            found.append(_sign("translation", [article], f"{article.derivative}, source not named"))
    return found + _parts(articles) + _same_page(articles)


def _sign(kind: str, articles: Iterable[Article], words: str) -> Dependence:
    return Dependence(kind=kind, articles=tuple(a.id for a in articles), words=words)


def _parts(articles: Sequence[Article]) -> list[Dependence]:
    """Updates are by the hand that keeps their live page."""
    known = {a.id for a in articles}
    live: dict[str, list[str]] = {}
    for article in articles:
        if article.part_of is not None and article.part_of in known:
            live.setdefault(article.part_of, []).append(article.id)
    return [
        Dependence(kind="live page", articles=(head, *ids), words="updates of one live page")
        for head, ids in live.items()
    ]


def _same_page(articles: Sequence[Article]) -> list[Dependence]:
    pages: dict[str, list[Article]] = {}
    for article in articles:
        pages.setdefault(article.page, []).append(article)
    return [
        _sign("same page", items, f"seen on one page of {items[0].host or items[0].page}")
        for items in pages.values()
        if any(a.kind == "extract" for a in items) and len(items) > 1
    ]


_SHORT = 80
"""Characters of a passage that its sign quotes."""


def _short(words: str) -> str:
    line = " ".join(words.split(None, _SHORT)[:_SHORT])  # so many words are longer than so many characters
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rsplit(" ", 1)[0] + "…"


def origins(
    articles: Sequence[Article], passages: Sequence[Passage], credit: Mapping[str, Sequence[str]]
) -> tuple[Origin, ...]:
    """Group `articles` by hand, in the order of the first article of each; an article alone is an origin of one.

    `credit` holds the agencies that each article names.

    An article that takes words from several sources joins the one it shares most words with: two agencies do not
    become one because a newspaper prints both. What an outlet wrote itself (no credit, no passage) is one origin.
    Every origin lists all signs that touch its articles, those that joined nothing included.
    """
    evidence = signs(articles, passages, credit)
    by_id = {a.id: a for a in articles}
    known = list(by_id)
    number = {id_: n for n, id_ in enumerate(known)}
    groups = Groups(len(number))
    for ids in _of_one_hand(passages, evidence, by_id, credit):
        for one, other in itertools.pairwise(ids):
            groups.join(number[one], number[other])
    touching: dict[int, list[Dependence]] = {}
    for sign in evidence:
        for head in dict.fromkeys(groups.find(number[i]) for i in sign.articles):
            touching.setdefault(head, []).append(sign)
    shares = _shares(passages, by_id)
    made = []
    for members in groups.sets():
        ids = tuple(known[n] for n in members)
        made.append(
            Origin(
                id=digest("origin", *sorted(ids)),
                articles=ids,
                root=ids[0] if len(ids) == 1 else earliest([by_id[i] for i in ids]),
                credit=", ".join(sorted({agency for i in ids for agency in credit[i]})) or None,
                evidence=tuple(touching.get(groups.find(members[0]), ())),
                copied=tuple((i, shares[i]) for i in ids if i in shares),
            )
        )
    return tuple(made)


def _of_one_hand(
    passages: Sequence[Passage],
    evidence: Sequence[Dependence],
    by_id: Mapping[str, Article],
    credit: Mapping[str, Sequence[str]],
) -> Iterator[Sequence[str]]:
    """Yield the ids of articles that a sign makes one origin."""
    yield from _closest(passages, by_id)
    dependent = {s.article for p in passages if p.kind in ("copy", "edited") for s in p.sides}
    for sign in evidence:
        if sign.kind == "agency":
            yield [i for i in sign.articles if len(credit[i]) == 1]
        elif sign.kind in ("outlet", "publisher"):
            yield [i for i in sign.articles if i not in dependent and not credit[i]]
        elif sign.kind in ("live page", "translation"):
            yield sign.articles


def _shares(passages: Sequence[Passage], by_id: Mapping[str, Article]) -> dict[str, float]:
    """The share of each article's characters that stand in copied or edited passages, each character once."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for passage in passages:
        if passage.kind in ("copy", "edited"):
            for side in passage.sides:
                spans.setdefault(side.article, []).append((side.start, side.end))
    shares: dict[str, float] = {}
    for article, places in spans.items():
        covered, reach = 0, 0
        for start, end in sorted(places):
            covered += max(0, end - max(start, reach))
            reach = max(reach, end)
        shares[article] = round(covered / max(1, len(by_id[article].text)), 3)
    return shares


def _closest(passages: Sequence[Passage], by_id: Mapping[str, Article]) -> list[tuple[str, str]]:
    """Each article with the one it shares most words with, and all pairs that share more than half of both."""
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for passage in passages:
        if passage.kind in ("copy", "edited"):
            sides = sorted({s.article: s.end - s.start for s in passage.sides}.items())
            for (one, length), (other, other_length) in itertools.combinations(sides, 2):
                shared[one, other] += length if length < other_length else other_length
    best: dict[str, tuple[int, str, str]] = {}
    pairs: set[tuple[str, str]] = set()
    for (one, other), length in sorted(shared.items()):
        for article in (one, other):
            if article not in best or length > best[article][0]:
                best[article] = (length, one, other)
        if 2 * length > max(len(by_id[one].text), len(by_id[other].text)):
            pairs.add((one, other))
    return sorted(pairs | {(one, other) for _, one, other in best.values()})
