"""How like two values' sentences are: what each tells around its value, and how much of it they share.

    a value and its sentence -> names, concepts, other values and words, the nearer to the value the more each tells
                             -> how much each of these tells: the fewer values stand beside it, the more
                             -> the value of another page whose sentence is most like it, each being the other's

Words are compared by what they mean (the table `vocabulary`), unknown ones by how they begin: names, places and
learned words are spelt alike in most languages.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from recoupe.claims.article import around, nounless
from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.comparison.group import Key
from recoupe.claims.values import Item, meet
from recoupe.model import Article
from recoupe.text.currencies import is_money

RARE = 20
"""A feature that more values have proposes no pairs."""

TELLING = 3.0
"""Weight of what two sentences must share beside the words of their values: two rare things or three."""

MEASURED = 2
"""Things two sentences must share beside the words of two measures that differ: a length or a share is of anything, and
one word ("usual") does not tell of what. Counts, sums and hours bring a word of their own."""

EVENS = 50
"""Values added to a story's for the weight of a feature: a small story says little of how rare a word is."""

FEW, BY_CHANCE = 400, 0.04
"""Each time a story's values are twice as many as FEW two sentences must be so much more alike: more are by chance."""

NEAR = 2.0
"""Words from a value within which a word tells wholly what it is of; further away the less."""

_NEAR = tuple(min(1.0, NEAR / away) for away in range(1, around.FAR + 1))
"""How wholly a word tells what the value is of, the nearest first."""

ELSEWHERE = 0.5
"""How much a name, a concept or another value of the clause tells, wherever it stands."""

Group = tuple[Key, Sequence[Item]]


class Told(NamedTuple):
    """A value with what its sentence tells, how near to it; `own` are the words of the value itself.

    `copies` are the same words on other pages.
    """

    key: Key
    item: Item
    features: Mapping[str, float]
    own: frozenset[str]
    copies: list[Item]


def told(
    groups: Iterable[Group], clauses: Mapping[str, Sequence[Clause]], articles: Mapping[str, Article]
) -> Iterator[Told]:
    """Yield the values of clauses, once for each place of a text, and a sentence that many pages print once."""
    starts = {article: [c.start for c in its] for article, its in clauses.items()}
    seen: set[tuple[str, int]] = set()
    first: dict[tuple[object, ...], Told] = {}
    for key, items in groups:
        for item in items:
            anchor = item.claim.anchor
            place = anchor.place
            at = bisect.bisect_right(starts.get(anchor.article, ()), place[1]) - 1
            if at < 0 or place in seen:
                continue
            clause = clauses[anchor.article][at]
            if anchor.end > clause.end or not clause.stems or clause.unsure:
                continue
            seen.add(place)
            start, end = item.claim.sentence
            words = articles[anchor.article].text[start:end], anchor.start - start, key, item.interval
            if words in first:
                first[words].copies.append(item)
                continue
            features, own = _features(clause, item, articles[anchor.article])
            features[key.attribute] = 1.0
            first[words] = Told(key, item, features, own | {key.attribute}, [])
            yield first[words]


def _features(clause: Clause, item: Item, article: Article) -> tuple[dict[str, float], frozenset[str]]:
    """Return what a sentence tells with how near it stands to a value, and the words of the value itself."""
    before, own, behind = (part.split() for part in item.claim.around or around.words(article, item.claim))
    amounts = [(of, much) for of, much in clause.amounts if not item.interval[0] <= much <= item.interval[1]]
    found = dict.fromkeys((*(of for of, _ in amounts), *(f"{much:.10g}" for _, much in amounts)), ELSEWHERE)
    found |= dict.fromkeys((k.partition(":")[2].lstrip("-") for k in clause.keys), ELSEWHERE)
    found |= dict.fromkeys(clause.entities, ELSEWHERE)
    for words in (before, behind):
        for whole, word in zip(_NEAR, words, strict=False):
            if "|" not in word:
                if whole > found.get(word, 0.0):
                    found[word] = whole
                continue
            keys = word.split("|")
            near = whole / len(keys)
            for key in keys:
                if near > found.get(key, 0.0):
                    found[key] = near
    return found, frozenset("|".join(own).split("|") if own else ())


def alike(told: Sequence[Told], enough: Callable[[Told, Told], float]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of values of two pages whose sentences are, of all of the other's page, the most alike.

    `enough` gives the likeness (cosine of the weighted features) that two values need in a small story.
    """
    counts = Counter(chain.from_iterable(one.features for one in told))
    weight = {f: math.log((len(told) + EVENS) / count) for f, count in counts.items()}
    whole = [math.fsum([weight[f] * near for f, near in one.features.items()]) for one in told]
    chance = max(0.0, BY_CHANCE * math.log2((len(told) + 1) / FEW))
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for a, b in _proposed(told, counts):
        one, other = told[a], told[b]
        pages = one.item.claim.anchor.page, other.item.claim.anchor.page
        needed = math.inf if pages[0] == pages[1] else chance + enough(one, other)
        if needed > 1:
            continue
        mine, theirs = one.features, other.features
        common = {f: math.sqrt(mine[f] * theirs[f]) * weight[f] for f in mine.keys() & theirs.keys()}
        beside = [much for f, much in common.items() if f not in one.own and f not in other.own]
        if math.fsum(beside) < TELLING or (len(beside) < MEASURED and _measures_differ(one, other)):
            continue
        like = math.fsum(common.values()) / math.sqrt(whole[a] * whole[b])
        if like >= needed:
            best[a, pages[1]] = max(best.get((a, pages[1]), (0.0, 0)), (like, b))
            best[b, pages[0]] = max(best.get((b, pages[0]), (0.0, 0)), (like, a))
    for (a, _), (_, b) in sorted(best.items()):
        if a < b and best[b, told[a].item.claim.anchor.page][1] == a:
            yield a, b


def _measures_differ(one: Told, other: Told) -> bool:
    """Tell whether two values are lengths, shares, speeds or their like and do not fit each other."""
    itself = one.key.unit in ("person", "thing", "instant", "day") or is_money(one.key.unit)
    return not itself and not meet(one.item.interval, other.item.interval)


def _proposed(told: Sequence[Told], counts: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return the pairs of values that share a rare feature beside their own words, in order.

    They are of one unit, or one is a number of which no unit is known and the other counts or costs something.
    """
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        kind = (
            COUNTED if one.key.unit in ("person", "thing", nounless.NUMBER) or is_money(one.key.unit) else one.key.unit
        )
        for feature in one.features.keys() - one.own:
            if 1 < counts[feature] <= RARE:
                holding[feature, kind].append(number)
    pairs = {pair for held in holding.values() for pair in combinations(held, 2)}
    return sorted((a, b) for a, b in pairs if _comparable(told[a].key.unit, told[b].key.unit))


COUNTED = "counted"


def _comparable(one: str, other: str) -> bool:
    return (one == other) != (nounless.NUMBER in (one, other))
