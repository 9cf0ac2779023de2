"""What one side says and another denies: where no number differs and yet two camps stand.

statements that are denied where they stand (facts.denied)
  -> one line for those in the same or like words, with the pages that say so and name no denial (likeness)
  -> what is said, against the clauses that deny it
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.article.facts.denied import Denied
from recoupe.claims.own import of_the_story
from recoupe.claims.sayings.likeness import Likeness
from recoupe.model import DENIED, Article, Finding, Independent, Value
from recoupe.model.ids import digest
from recoupe.text import anchors
from recoupe.text.disjoint import Groups
from recoupe.text.normalise import fold
from recoupe.text.vocabulary import told

MOST = 12
"""The most lines of what is denied."""

ALIKE = ((3, 0.6), (4, 0.35))
"""Words of meaning that two denied statements must share to be one in other words or another language, and the share of
the words of the shorter that these are; words that stand in the headlines of the story say nothing."""

_Span = tuple[str, int, int]


def find(
    denied: Sequence[Denied], likeness: Likeness, by_id: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return what is denied, most told first: what is said, and the clauses that deny it."""
    if not denied:
        return []
    joined = Groups(len(denied))
    denial_of = within(likeness.told, denied)
    beside: dict[int, list[Clause]] = defaultdict(list)
    for one, other in likeness.pairs:
        numbers = [denial_of[n] for n in (one, other) if n in denial_of]
        if not numbers or not likeness.same(one, other):
            continue
        joined.join(numbers[0], numbers[-1])
        if len(numbers) == 1:
            beside[numbers[0]].append(likeness.told[other if one in denial_of else one])
    headlines = [_meaning(a.title or "", a.language) for a in by_id.values()] if len(denied) > 1 else []
    own = of_the_story(headlines, len(headlines))
    meant = [_meaning(by_id[d.article].text[d.start : d.end], by_id[d.article].language) - own for d in denied]
    for (n, a), (m, b) in combinations(enumerate(meant), 2):
        if any(len(a & b) >= max(least, share * min(len(a), len(b))) for least, share in ALIKE):
            joined.join(n, m)
    found = [
        _finding([denied[n] for n in group], [c for n in group for c in beside[n]], by_id, independent)
        for group in joined.sets()
    ]
    return sorted(found, key=lambda f: (-f.weight, f.id))[:MOST]


def within(clauses: Iterable[Clause], denied: Iterable[Denied]) -> dict[int, int]:
    """Return by the numbers of the clauses that are part of what is denied the number of the denial."""
    by_article: dict[str, list[tuple[int, Denied]]] = defaultdict(list)
    for number, one in enumerate(denied):
        by_article[one.article].append((number, one))
    return {
        n: number
        for n, clause in enumerate(clauses)
        for number, one in by_article.get(clause.article, ())
        if one.start <= clause.start < one.end
    }


def _meaning(words: str, language: str | None) -> frozenset[str]:
    """Return what words mean, one key each."""
    return frozenset(keys[0] for keys in told(fold(words), language, everyday=True))


def _finding(
    denied: Sequence[Denied], beside: Iterable[Clause], by_id: Mapping[str, Article], independent: Independent
) -> Finding:
    alike = [(c.article, c.start, c.end) for c in beside]
    said = _value([*((d.article, d.start, d.end) for d in denied), *alike], by_id)
    gainsaid = _value([(d.article, d.low, d.high) for d in denied], by_id)
    origins = independent(sorted({s.article for s in chain(said.support, gainsaid.support)}))
    return Finding(
        id="f" + digest("denied", *(f"{s.article}:{s.start}" for v in (said, gainsaid) for s in v.support)),
        status="disputed" if origins[0] > 1 else "alone",  # one article tells what both sides say
        attribute="statement",
        scope="",
        values=(said, gainsaid),
        independent=origins,
        explanation="One side says so, and the other denies it.",
        weight=90.0 + min(20.0, 4.0 * origins[0]),
        reason=DENIED,
    )


def _value(spans: Iterable[_Span], by_id: Mapping[str, Article]) -> Value:
    """Return places of texts as one value: first in the words most print, of equal ones the fewest."""
    places = sorted(set(spans))
    worded = {(a, start, end): " ".join(by_id[a].text[start:end].split()) for a, start, end in places}
    often = Counter(worded.values())
    places.sort(key=lambda p: (-often[worded[p]], len(worded[p]), p))
    support = tuple(anchors.support(by_id[a], start, end, (start, end)) for a, start, end in places)
    return Value(low=None, high=None, display=worded[places[0]], support=support)
