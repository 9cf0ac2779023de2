"""Origins: articles that come from one hand, every sign that joins them, and how many hands stand behind a statement.

Signs: shared passages, one agency credited, one outlet, outlets of one publisher, updates of one live page, a
translation, extracts seen on one aggregator's page (what that page chose to show). Some make one origin; all lower the
range of independent hands for the articles they name. They do not spread: that an aggregator shows extracts of one
newspaper on two pages does not make these pages one hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recoupe.model import Article, Dependence, Origin, Passage
from recoupe.model.ids import digest
from recoupe.reuse import credits
from recoupe.text.normalise import fold


class Groups:
    """Disjoint sets (union by first come)."""

    def __init__(self, items: Iterable[str]) -> None:
        self._parent = {item: item for item in items}

    def find(self, item: str) -> str:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, items: Sequence[str]) -> None:
        for other in items[1:]:
            a, b = self.find(items[0]), self.find(other)
            if a != b:
                self._parent[max(a, b)] = min(a, b)

    def sets(self) -> list[list[str]]:
        """The sets in the order in which their first members were given; members likewise."""
        found: dict[str, list[str]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())


def interval(article: Article) -> tuple[str, str] | None:
    """When `article` was published, as two ISO strings that can be compared; None when the page does not tell."""
    if article.published:
        return (
            article.published,
            article.published + "~",
        )  # '~' sorts behind every digit: "2025-08" ends after "2025-08-31"
    if article.published_between:
        return (article.published_between[0], article.published_between[1] + "~")
    return None


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


def _short(words: str, length: int = 80) -> str:
    one_line = " ".join(words.split(None, length)[:length])  # so many words are longer than so many characters
    return one_line if len(one_line) <= length else one_line[: length - 1].rsplit(" ", 1)[0] + "…"


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
    groups = Groups(by_id)
    for pair in _closest(passages, by_id):
        groups.join(pair)
    dependent = {s.article for p in passages if p.kind in ("copy", "edited") for s in p.sides}
    for sign in evidence:
        if sign.kind == "agency":
            groups.join([i for i in sign.articles if len(credit[i]) == 1])
        elif sign.kind in ("outlet", "publisher"):
            groups.join([i for i in sign.articles if i not in dependent and not credit[i]])
        elif sign.kind in ("live page", "translation"):
            groups.join(sign.articles)
    touching: dict[str, list[Dependence]] = {}
    for sign in evidence:
        for head in dict.fromkeys(groups.find(i) for i in sign.articles):
            touching.setdefault(head, []).append(sign)
    shares = _shares(passages, by_id)
    made = []
    for ids in groups.sets():
        made.append(
            Origin(
                id=digest("origin", *sorted(ids)),
                articles=tuple(ids),
                root=ids[0] if len(ids) == 1 else earliest([by_id[i] for i in ids]),
                credit=", ".join(sorted({agency for i in ids for agency in credit[i]})) or None,
                evidence=tuple(touching.get(groups.find(ids[0]), ())),
                copied=tuple((i, shares[i]) for i in ids if i in shares),
            )
        )
    return tuple(made)


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
    shared: dict[tuple[str, str], int] = {}
    for passage in passages:
        if passage.kind in ("copy", "edited"):
            sides = sorted({s.article: s.end - s.start for s in passage.sides}.items())
            for n, (one, length) in enumerate(sides):
                for other, other_length in sides[n + 1 :]:
                    shared[one, other] = shared.get((one, other), 0) + min(length, other_length)
    best: dict[str, tuple[int, str, str]] = {}
    pairs: set[tuple[str, str]] = set()
    for (one, other), length in sorted(shared.items()):
        for article in (one, other):
            if article not in best or length > best[article][0]:
                best[article] = (length, one, other)
        if 2 * length > max(len(by_id[one].text), len(by_id[other].text)):
            pairs.add((one, other))
    return sorted(pairs | {(one, other) for _, one, other in best.values()})


class Independence:
    """How many independent hands stand behind some articles, by `origins`; `outlets` by article id.

    Asked for every finding, so the signs of each article are listed once, and an answer is given again.
    """

    def __init__(self, origins: Sequence[Origin], outlets: Mapping[str, str | None]) -> None:
        self._outlets = {article: fold(outlet or "") for article, outlet in outlets.items()}
        self._signs: dict[str, list[int]] = {}
        self._counted: dict[tuple[str, ...], tuple[int, int]] = {}
        together: dict[frozenset[str], None] = {}
        for origin in origins:
            whole = frozenset(origin.articles)
            together[whole] = None
            # what lies within one origin is joined by it
            together.update((ids, None) for s in origin.evidence if not (ids := frozenset(s.articles)) <= whole)
        for n, ids in enumerate(together):
            for article in ids if len(ids) > 1 else ():
                self._signs.setdefault(article, []).append(n)

    def count(self, articles: Iterable[str]) -> tuple[int, int]:
        """Return (low, high) for `articles` (ids).

        High counts distinct outlets (an article whose outlet is not known counts for itself). Low is what remains
        after every sign of dependence is followed.
        """
        ids = tuple(sorted(set(articles)))
        if ids not in self._counted:
            self._counted[ids] = self._count(ids)
        return self._counted[ids]

    def _count(self, ids: Sequence[str]) -> tuple[int, int]:
        if len(ids) == 1:
            return 1, 1
        high = {self._outlets.get(i) or f"\0{i}" for i in ids}
        parent = list(range(len(ids)))
        first: dict[int, int] = {}
        low = len(ids)
        for number, article in enumerate(ids):
            if low == 1:
                break
            for sign in self._signs.get(article, ()):
                one, other = root(parent, first.setdefault(sign, number)), root(parent, number)
                if one != other:
                    parent[other] = one
                    low -= 1
        return (low, max(low, len(high)))


def root(parent: list[int], number: int) -> int:
    """Return what stands for the set of `number` in a forest where each points to its parent; paths get shorter."""
    while parent[number] != number:
        parent[number] = number = parent[parent[number]]
    return number


def independent(
    articles: Iterable[str], origins: Sequence[Origin], outlets: Mapping[str, str | None]
) -> tuple[int, int]:
    """Return how many independent hands stand behind `articles`, once; see Independence."""
    return Independence(origins, outlets).count(articles)
