"""Dates that several articles recall of one thing: a year alone is the year of a merger, of a strike, of a furnace.

    facts (facts.dates) -> pairs of two articles that tell a date alike and of one thing -> groups -> dates

Of one thing are those that share a name which the story hardly prints but beside this date, a telling number, the word
right beside the date, or two other things; none that stands beside several dates of the story, for it does not tell
which is meant. A day far from the story's own is one thing by itself, a month of a story that is not big, and two years
told together. The year before needs a name: anything is held against it. A big story joins by names alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations
from typing import NamedTuple

from recoupe.claims.article.facts.dates import UNKNOWN
from recoupe.claims.article.facts.runs import Fact, Recalled
from recoupe.claims.article.ground.patterns import FOUR_DIGITS
from recoupe.claims.own import MAIN, of_the_story
from recoupe.claims.sayings.support import cited
from recoupe.model import Article, Finding
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex
from recoupe.text.vocabulary import meanings

_WORD = compiled_by_regex(r"\p{L}+")

MANY = 3.0
"""Articles that must name somebody the story is about, at least."""

HALF = 0.5
"""The share of the pairs of two groups that must be of one thing, and of the articles that must name what is shown."""

DATES = 2
"""Dates of the story beside which a word may stand that tells which of them is meant."""

THINGS = 2
"""Things two sentences must share, where none of them tells by itself what is recalled."""

YEAR, MONTH, DAY = len("2031"), len("2031-05"), len("2031-05-06")

OPENING = 300
"""Characters an article opens with: two attacks of one year are two, in a story of an attack."""

BIG = 40
"""Articles from which on a story recalls so much that a month alone tells nothing."""


class Date(NamedTuple):
    """A date `day`, or the years from it to `until` ("" of one date), that `facts` recall; `of` is whom they name
    beside it, "" for nobody."""

    day: str
    until: str
    of: str
    facts: Sequence[Fact]


def find(facts: Sequence[Fact], articles: Sequence[Article], findings: Iterable[Finding]) -> Iterator[Date]:
    """Yield each date that two articles at least recall of one thing, but for what `findings` agree on."""
    settled = cited(f for f in findings if f.status == "agreed")
    told = [f for f in facts if f.relation == "recalled"]
    told = [f for f in told if not any(start <= f.at < end for start, end in settled.get(f.article, ()))]
    written = max((a.published or a.reference or "" for a in articles), default="")
    names = _Names(told, articles)
    for group in _groups(told, _Telling(told, articles, names)) if len(articles) <= BIG else _named(told, names):
        date = _date(group, names)
        recalling = len({f.article for f in date.facts})
        if not 1 < recalling < max(MANY, MAIN * len(articles)) or "" < date.until < date.day:
            continue  # what most tell is no memory; what lasted is told of the year it began
        if len(date.day) == YEAR and not date.of and not date.until and int(date.day) + 1 == int(written[:YEAR] or 0):
            continue  # the year before is what anything is held against
        yield date


def _date(group: Sequence[Fact], names: _Names) -> Date:
    """Return the date of facts that recall one thing: the exactest that two articles tell, else what all tell."""
    keys = Counter(key for key, _ in {(f.key, f.article) for f in group})
    sure = [key for key, number in keys.items() if number > 1]
    day = max(sure, key=len) if sure else min(keys, key=len)
    facts = [f for f in group if f.key.startswith(day)]
    beside = Counter(what for what, _ in {(w, f.article) for f in facts for w in f.beside})
    articles = len({f.article for f in facts})
    often = sorted((-number, what) for what, number in beside.items() if number > 1 and number >= HALF * articles)
    until = next((what for _, what in often if FOUR_DIGITS.fullmatch(what)), "")
    of = next((what for _, what in often if names.of_few(what)), "")
    if until:
        return Date(day, until, "", [f for f in facts if until in f.beside])
    return Date(day, "", of, facts)


def _groups(facts: Sequence[Fact], telling: _Telling) -> list[list[Fact]]:
    """Return facts that recall one thing together, in order; all dates of a group fit each other."""
    group_of = {n: [n] for n in range(len(facts))}
    pairs = telling.pairs()
    linked = {*pairs, *((n, m) for m, n in pairs)}
    for one, other in pairs:
        mine, theirs = group_of[one], group_of[other]
        if mine is theirs or not all(_fit(facts[m].key, facts[n].key) for m in mine for n in theirs):
            continue
        if sum((m, n) in linked for m in mine for n in theirs) < HALF * len(mine) * len(theirs):
            continue  # one sentence may tell of two things
        mine += theirs
        group_of.update(dict.fromkeys(theirs, mine))
    groups = {id(g): sorted(g) for g in group_of.values()}
    return [[facts[n] for n in g] for g in groups.values() if len(g) > 1]


def _named(facts: Sequence[Fact], names: _Names) -> list[list[Fact]]:
    """Return the same of a big story, where too many recall too much to be held against each other: a day by itself, a
    year or a month by the name, or the other year, that most tell beside it."""
    by_date: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_date[fact.key].append(fact)
    groups = []
    for date, group in sorted(by_date.items()):
        beside = Counter(what for what, _ in {(w, f.article) for f in group for w in f.beside})
        ranked = sorted((-number, what) for what, number in beside.items() if number > 1)
        best = next((what for _, what in ranked if FOUR_DIGITS.fullmatch(what) or names.of_few(what)), None)
        if len(date) == DAY or best is not None:
            groups.append([f for f in group if len(date) == DAY or best in f.beside])
    return groups


def _fit(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


class _Names:
    """The names that stand beside dates of a story, and how many of its articles print each anywhere."""

    def __init__(self, facts: Sequence[Fact], articles: Sequence[Article]) -> None:
        self._articles = articles
        self._printed: dict[str, set[str]] = defaultdict(set)
        self._prints: dict[str, int] = {}
        for fact in facts:
            for name, words in fact.of.names if fact.of else ():
                self._printed[name].add(words)

    def __contains__(self, what: str) -> bool:
        return what in self._printed

    def of_few(self, what: str) -> bool:
        """Tell whether something is a name, and none the story is about."""
        return 0 < self.printing(what) < max(MANY, MAIN * len(self._articles))

    def printing(self, name: str) -> int:
        """Return how many articles print a name as any of those does that stand beside a date."""
        if name not in self._prints:
            printed = self._printed.get(name, ())
            self._prints[name] = sum(any(words in a.text for words in printed) for a in self._articles)
        return self._prints[name]


class _Telling:
    """What tells of which thing a date of a story is: how many of its dates a word, name or number stands beside."""

    def __init__(self, facts: Sequence[Fact], articles: Sequence[Article], names: _Names) -> None:
        self._facts, self._names = facts, names
        years: dict[str, set[str]] = defaultdict(set)
        self._holding: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._recalling: dict[str, set[str]] = defaultdict(set)
        for number, fact in enumerate(facts):
            for thing in _things(fact):
                years[thing].add(fact.key[:YEAR])
                self._holding[thing, fact.key[:YEAR]].append(number)
            for name, _ in fact.of.names if fact.of else ():
                self._recalling[name].add(fact.article)
        self._few = frozenset(thing for thing, its in years.items() if len(its) <= DATES)
        self._rare = self._few - of_the_story((_opening(a) for a in articles), len(articles))

    def pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of facts of two articles that recall one thing, in order."""
        near = {
            pair
            for (thing, year), held in self._holding.items()
            if thing in self._few
            or (thing in self._names and self._of_the_date(thing, year))
            or FOUR_DIGITS.fullmatch(thing)
            or (MONTH <= len(thing) <= DAY and thing[4] == "-")
            for pair in combinations(held, 2)
        }
        facts = self._facts
        return [
            (m, n)
            for m, n in sorted(near)
            if facts[m].article != facts[n].article
            and _fit(facts[m].key, facts[n].key)
            and self._one_thing(facts[m], facts[n])
        ]

    def _one_thing(self, a: Fact, b: Fact) -> bool:
        if a.key == b.key and len(a.key) >= MONTH:
            return True
        if any(FOUR_DIGITS.fullmatch(w) for w in set(a.beside) & {*b.beside}):
            return True
        if a.of is None or b.of is None:
            return False
        if not self._few.isdisjoint(set(a.of.numbers).intersection(b.of.numbers)):
            return True
        names = {name for name, _ in a.of.names} & {name for name, _ in b.of.names} if a.native or b.native else set()
        if any(self._of_the_date(name, a.key[:YEAR]) for name in names):
            return True
        if _shared(_nearest(a.of), _nearest(b.of), self._rare):
            return True
        words = _shared((*a.of.before, *a.of.behind), (*b.of.before, *b.of.behind), self._rare)
        return words + (not names.isdisjoint(self._rare)) >= THINGS

    def _of_the_date(self, name: str, year: str) -> bool:
        """Tell whether a name tells which thing of a year is meant: a good part of the articles that print it recall
        the year beside it, and half of those that recall any."""
        recalling = len({self._facts[n].article for n in self._holding[name, year]})
        return recalling >= max(HALF * len(self._recalling[name]), MAIN * self._names.printing(name))


def _opening(article: Article) -> set[str]:
    """Return what the words an article opens with mean: what its story is about."""
    words = _WORD.findall(fold(article.text[:OPENING]))
    return {key for word in words for key in meanings(word, article.language)}


def _shared(mine: Iterable[str], theirs: Iterable[str], telling: Set[str]) -> int:
    """Return how many words share a telling meaning, on the side that has fewer: one word may mean two things."""
    left = [telling & {*word.split("|")} for word in set(mine)]
    right = [telling & {*word.split("|")} for word in set(theirs)]
    return min(
        sum(any(keys & other for other in others) for keys in its) for its, others in ((left, right), (right, left))
    )


def _things(fact: Fact) -> set[str]:
    """Return all that may tell what a fact recalls."""
    days = {fact.key} if len(fact.key) >= MONTH else set()
    years = {w for w in fact.beside if FOUR_DIGITS.fullmatch(w)}
    if fact.of is None:
        return days | years
    words = {key for word in (*fact.of.before, *fact.of.behind) for key in word.split("|")}
    return days | years | words | {name for name, _ in fact.of.names} | set(fact.of.numbers)


def _nearest(told: Recalled) -> tuple[str, ...]:
    return tuple(w for w in (*told.before[:1], *told.behind[:1]) if not w.startswith(UNKNOWN))
