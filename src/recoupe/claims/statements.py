"""What several articles say in their own words: sentences that say the same, and those that say the contrary.

    clauses (clauses.read)
      -> "there was none of it": one thing, the same in every language            -> agreed
      -> one deed done to one thing or person, by nobody else ("rode in the car")  -> agreed
      -> clauses that share rare keys (stems in one language; names, deeds, notions across languages)
         -> most of what the shorter one says is in the other, and nothing in them clashes -> agreed
      -> one doer, one deed, one thing done to, and the opposite sign             -> disputed

Precision first: what is left out is only not shown. Candidates share a rare key or pair of keys, so the cost grows with
the text and not with the pairs of sentences.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.claims import clauses
from recoupe.claims.clauses import Clause, Deed
from recoupe.claims.told import Told
from recoupe.model import Annotated, Article, Finding, Support, Value
from recoupe.model.ids import digest
from recoupe.text import anchors

Independent = Callable[[Collection[str]], tuple[int, int]]

LIKE = 0.42
"""Share of two clauses' weight that must be common within one language (weighted Jaccard)."""

SO_LIKE = 0.5
"""The share for clauses that say the contrary: but for the negation or the opposite word they are one sentence."""

RARE = 12
"""A key in more clauses than this proposes no pairs."""

SHARED = 3
LEAST = 40
"""Characters of a clause that is compared by its words."""

KEYS = 3
"""Keys that clauses of two languages must share, a name or number and a deed or notion among them."""

COVERED = 0.75
"""Share of the weight of the shorter clause's keys that the other must have."""

SPREAD = 0.05
"""The share of the articles that must tell one deed, or one thing there was none of, in the words of the tables alone:

in a story of hundreds of articles a few of them speak of another deal.
"""

MAIN = 0.35
"""What this share of the articles names is the story's own: it tells no two statements apart."""

RECURRING = frozenset(("meet", "die", "hurt", "investigate", "rise", "win", "high", "possible", "true"))
"""Deeds done again and again in one story, and states: that two clauses tell one does not make it the same one."""

MOST = 30
"""The most statements shown: beyond these a reader only skims."""


def find(
    articles: Sequence[Article],
    mentions: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    independent: Independent,
    read: Mapping[str, Told] | None = None,
    findings: Iterable[Finding] = (),
) -> list[Finding]:
    """Return the statements that articles of two origins share, and those that contradict each other.

    `read` is what each article tells, where it was read before. What holds a value that `findings` have others dispute,
    or that changed, is one side of that and agreed by nobody.
    """
    told = [
        clause
        for article in sorted(articles, key=lambda a: a.id)
        for clause in (
            clauses.read(article, mentions.get(article.id, Annotated()), entities.get(article.id, {}))
            if read is None
            else read[article.id].clauses
        )
    ]
    by_id = {a.id: a for a in articles}
    found = []
    contested = _contested(findings)
    for group in same([c for c in told if not _holds(c, contested)], len(articles)):
        origins = independent(sorted({c.article for c in group}))
        if origins[0] > 1:
            found.append(_agreed(group, by_id, origins))
    found = sorted(found, key=lambda f: (-f.weight, f.id))[:MOST]
    for yes, no in contrary(told):
        origins = independent(sorted({c.article for c in (*yes, *no)}))
        if origins[0] > 1:
            found.append(_disputed(yes, no, by_id, origins))
    return found


def _contested(findings: Iterable[Finding]) -> dict[str, list[int]]:
    """Return where the values of disputes and series stand in each article."""
    found: dict[str, set[int]] = defaultdict(set)
    for finding in findings:
        if finding.status in ("disputed", "evolving"):
            for support in (s for v in finding.values for s in v.support):
                found[support.article].add(support.start)
    return {article: sorted(places) for article, places in found.items()}


def _holds(clause: Clause, places: Mapping[str, Sequence[int]]) -> bool:
    mine = places.get(clause.article, ())
    at = bisect.bisect_left(mine, clause.start)
    return at < len(mine) and mine[at] < clause.end


def same(told: Sequence[Clause], articles: int) -> list[list[Clause]]:
    """Return groups of clauses that say the same, each of two articles at least, the largest first."""
    main = _main(told, articles)
    out: list[list[Clause]] = []
    covered: set[tuple[str, int]] = set()
    parts = [part for group in (*_absent(told, main), *_done(told, main)) for part in _of_one_thing(group, main)]
    least = max(2.0, SPREAD * articles)
    for group in sorted(parts, key=lambda g: -len(g)):
        if len({c.article for c in group}) < least:
            continue
        if sum((c.article, c.start) in covered for c in group) * 2 < len(group):
            out.append(group)
            covered.update((c.article, c.start) for c in group)
    out += _alike([c for c in told if (c.article, c.start) not in covered])
    return sorted(out, key=lambda g: (-len({c.article for c in g}), g[0].article, g[0].start))


def _main(told: Iterable[Clause], articles: int) -> frozenset[str]:
    naming: dict[str, set[str]] = defaultdict(set)
    for clause in told:
        for entity in clause.entities:
            naming[entity].add(clause.article)
    return frozenset(e for e, named in naming.items() if len(named) >= max(2.0, MAIN * articles))


def _absent(told: Iterable[Clause], main: frozenset[str]) -> list[list[Clause]]:
    """Return the clauses by what they say there was none of: "no deal" of the story, apart from one "with Iran"."""
    groups: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for clause in told:
        for thing, of in clause.none_of[:1]:
            groups[thing, "" if of in main else of].append(clause)
    return [g for _, g in sorted(groups.items())]


def _done(told: Iterable[Clause], main: frozenset[str]) -> list[list[Clause]]:
    """Return the clauses by the deed they tell and what it is done to; by its doer too where only how it was done fits.

    Two doers are two deeds; a clause that names no doer ("they left in one car") goes to the deed told most.
    """
    told_by: dict[tuple[str, int, str], dict[str, list[Clause]]] = defaultdict(lambda: defaultdict(list))
    for clause in told:
        for deed in clause.deeds:
            for what in sorted(deed.what):
                if deed.key not in RECURRING and _tells(deed, what, main):
                    told_by[deed.key, deed.sign, what][deed.who].append(clause)
    out = []
    for (_, _, what), by_doer in sorted(told_by.items()):
        unnamed = by_doer.pop("", [])
        doers = sorted(by_doer.values(), key=lambda g: (-len(g), g[0].article, g[0].start))
        if doers:
            out += [[*doers[0], *unnamed], *doers[1:]]
        elif ":" in what:
            out.append(unnamed)  # nobody named did something to somebody: it may have been anybody
    return out


def _of_one_thing(group: Sequence[Clause], main: frozenset[str]) -> list[list[Clause]]:
    """Return clauses apart that tell other amounts, days or people: eight jewels are not nine.

    Those without go to the largest part.
    """

    def apart(a: Clause, b: Clause) -> bool:
        mine, theirs = a.entities - main, b.entities - main
        return _other_amount(a, b) or _other_day(a, b) or bool(mine and theirs and not mine & theirs)

    parts: list[list[Clause]] = []
    for clause in sorted(group, key=lambda c: (-len(c.amounts), -len(c.entities - main), c.article, c.start)):
        fitting = [p for p in parts if not any(apart(clause, c) for c in p)]
        if fitting:
            max(fitting, key=len).append(clause)
        else:
            parts.append([clause])
    return parts


def _other_amount(a: Clause, b: Clause) -> bool:
    """Tell whether two clauses count one thing differently, or have no amount in common."""
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return True
    mine, theirs = _by_kind(a), _by_kind(b)
    if any(kind in theirs and not much & theirs[kind] for kind, much in mine.items()):
        return True
    return bool(mine and theirs and not {x for _, x in a.amounts} & {x for _, x in b.amounts})


def _by_kind(clause: Clause) -> dict[str, set[float]]:
    kinds: dict[str, set[float]] = defaultdict(set)
    for of, much in clause.amounts:
        kinds[of].add(much)
    return kinds


def _tells(deed: Deed, what: str, main: frozenset[str]) -> bool:
    """Tell whether a deed is one deed by what stands beside it: a thing, someone, or of a named doer "first"."""
    if what.startswith(("notion:", "matter:")):
        return bool(deed.who) or deed.key != "land"  # planes are many: whose it was must be told
    return (bool(deed.who) and what == "manner:first") or (":" not in what and what not in main)


def _alike(told: Sequence[Clause]) -> list[list[Clause]]:
    told = [c for c in told if c.end - c.start >= LEAST and not c.unsure and not c.bare]
    weight = _weights(told)
    parent = list(range(len(told)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    groups: dict[int, list[int]] = {n: [n] for n in parent}
    for a, b in _candidates(told):
        one, two = root(a), root(b)
        if one == two or not says_the_same(told[a], told[b], weight):
            continue
        # what joins by a third clause must not clash with any clause already there
        if any(_clash(told[m], told[n]) for m in groups[one] for n in groups[two]):
            continue
        low, high = sorted((one, two))
        parent[high] = low
        groups[low] += groups.pop(high)
    out = [[told[n] for n in members] for _, members in sorted(groups.items())]
    return [g for g in out if len({c.article for c in g}) > 1]


def _weights(told: Sequence[Clause]) -> dict[str, float]:
    """Return how much each stem (by language) and each key tells: the rarer the more."""
    stems: dict[str, Counter[str]] = defaultdict(Counter)
    keys: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for clause in told:
        stems[str(clause.language)].update(clause.stems)
        keys.update(clause.keys)
        keys.update(clause.entities)
        keys.update(clause.numbers)
        sizes[str(clause.language)] += 1
    weight = {f"{c}|{s}": math.log((sizes[c] + 1) / n) for c, found in stems.items() for s, n in found.items()}
    weight.update((k, math.log((len(told) + 1) / n)) for k, n in keys.items())
    return weight


def _candidates(told: Sequence[Clause]) -> list[tuple[int, int]]:
    """Return the pairs of clauses of different articles that share a rare stem, or a rare pair of keys."""
    told_by: dict[str | None, Counter[str]] = defaultdict(Counter)
    holding: Counter[str] = Counter()
    for clause in told:
        told_by[clause.language].update(clause.stems)
        holding.update(clause.keys | clause.entities)
    rare = {code: {s for s, n in found.items() if 1 < n <= RARE} for code, found in told_by.items()}
    stems: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    of_keys: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, clause in enumerate(told):
        for stem in clause.stems & rare[clause.language]:
            stems[clause.language, stem].append(number)
        again = sorted(k for k in clause.keys | clause.entities if holding[k] > 1)  # in other clauses too
        for keys in combinations(again, 2):
            of_keys[keys].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in stems.values():
        shared.update(combinations(numbers, 2))
    for numbers in of_keys.values():
        if 1 < len(numbers) <= RARE:
            for pair in combinations(numbers, 2):
                shared[pair] += 1 + SHARED
    return sorted(pair for pair, n in shared.items() if n >= SHARED and told[pair[0]].article != told[pair[1]].article)


def _clash(a: Clause, b: Clause) -> bool:
    """Tell whether two clauses cannot say the same: one denies, other numbers, other days, other people, opposites."""
    return (
        a.denies != b.denies
        or (a.language == b.language and a.numbers != b.numbers)
        or _other_amount(a, b)
        or bool(a.days and b.days and not a.days & b.days)
        or bool(a.entities - b.entities and b.entities - a.entities)
        or any(_opposite(k) in b.keys for k in a.keys)
    )


def _opposite(key: str) -> str:
    if not key.startswith("deed:"):
        return ""
    return f"deed:{key[6:]}" if key.startswith("deed:-") else f"deed:-{key[5:]}"


def says_the_same(a: Clause, b: Clause, weight: Mapping[str, float]) -> bool:
    """Tell whether two clauses say the same."""
    if _clash(a, b):
        return False
    if a.language == b.language:
        return _share(a.stems & b.stems, a.stems | b.stems, weight, f"{a.language}|") >= LIKE
    mine, theirs = a.keys | a.entities | a.numbers, b.keys | b.entities | b.numbers
    common = mine & theirs
    if len(common) < KEYS or not common & (a.entities | a.numbers) or not common & a.keys:
        return False
    if not any(k.startswith(("deed:", "notion:")) for k in common):
        return False
    return (
        _share(common, mine if len(mine) <= len(theirs) else theirs, weight) >= COVERED
        and _share(common, mine | theirs, weight) >= LIKE
    )


def _share(part: Iterable[str], whole: Iterable[str], weight: Mapping[str, float], prefix: str = "") -> float:
    total = sum(weight.get(prefix + k, 1.0) for k in sorted(whole))
    return sum(weight.get(prefix + k, 1.0) for k in sorted(part)) / total if total > 0 else 0.0


def contrary(told: Sequence[Clause]) -> list[tuple[list[Clause], list[Clause]]]:
    """Return (clauses that say someone did it, clauses that say they did not or did the opposite)."""
    told = [c for c in told if not c.unsure and not c.planned]
    out: list[tuple[list[Clause], list[Clause]]] = []
    seen: set[tuple[str, int]] = set()
    for yes, no in [*_opposite_deeds(told), *_gainsaid(told)]:
        places = [(c.article, c.start) for c in (*yes, *no)]
        if not any(p in seen for p in places):
            seen.update(places)
            out.append((yes, no))
    return out


def _opposite_deeds(told: Iterable[Clause]) -> list[tuple[list[Clause], list[Clause]]]:
    """Return the sides on one deed of one doer to one thing. Who says both tells a change, and is no side."""
    sides: dict[tuple[str, str, str], dict[int, list[Clause]]] = defaultdict(lambda: defaultdict(list))
    for clause in told:
        for deed in clause.deeds:
            for what in deed.what if deed.who and deed.key not in RECURRING else ():
                if not what.startswith("manner:"):
                    sides[deed.key, deed.who, what][deed.sign].append(clause)
    out = []
    for _, by_sign in sorted(sides.items()):
        both = {c.article for c in by_sign[1]} & {c.article for c in by_sign[-1]}
        yes = [c for c in by_sign[1] if c.article not in both]
        no = [c for c in by_sign[-1] if c.article not in both and not any(_other_day(c, y) for y in yes)]
        if yes and no:
            out.append((yes, no))
    return out


def _gainsaid(told: Sequence[Clause]) -> list[tuple[list[Clause], list[Clause]]]:
    """Return the pairs of clauses of one language that are one sentence but for a negation or an opposite word."""
    told = [c for c in told if c.end - c.start >= LEAST and not c.bare]
    weight = _weights(told)
    pairs = ((told[m], told[n]) for m, n in _candidates(told))
    return [([b], [a]) if _denied(a, b) else ([a], [b]) for a, b in pairs if says_the_contrary(a, b, weight)]


def says_the_contrary(a: Clause, b: Clause, weight: Mapping[str, float]) -> bool:
    """Tell whether two clauses are one sentence but for one negation or one opposite word."""
    opposite = any(_opposite(k) in b.keys for k in a.keys)
    if a.language != b.language or (a.denies and b.denies) or opposite == (a.denies != b.denies):
        return False
    if a.numbers != b.numbers or a.entities != b.entities or _other_amount(a, b) or _other_day(a, b):
        return False
    return _share(a.stems & b.stems, a.stems | b.stems, weight, f"{a.language}|") >= SO_LIKE


def _denied(a: Clause, b: Clause) -> bool:
    return a.denies or any(k.startswith("deed:-") for k in a.keys - b.keys)


def _other_day(a: Clause, b: Clause) -> bool:
    return bool(a.days and b.days and not a.days & b.days)


def _agreed(group: Sequence[Clause], by_id: Mapping[str, Article], origins: tuple[int, int]) -> Finding:
    value = _value(group, by_id)
    return Finding(
        id="f" + digest("statement", *(f"{s.article}:{s.start}" for s in value.support)),
        status="agreed",
        attribute="statement",
        scope="",
        values=(value,),
        independent=origins,
        explanation=f"{len({c.article for c in group})} articles say so in words of their own.",
        weight=40.0 + min(30.0, 4.0 * origins[0]),
        reason="agreed",
    )


def _disputed(
    yes: Sequence[Clause], no: Sequence[Clause], by_id: Mapping[str, Article], origins: tuple[int, int]
) -> Finding:
    values = (_value(yes, by_id), _value(no, by_id))
    return Finding(
        id="f" + digest("statement", "disputed", *(f"{s.article}:{s.start}" for v in values for s in v.support)),
        status="disputed",
        attribute="statement",
        scope="",
        values=values,
        independent=origins,
        explanation="One side says it was done, the other that it was not or that the opposite was.",
        weight=90.0 + min(20.0, 4.0 * origins[0]),
        reason="disputed",
    )


def _value(group: Sequence[Clause], by_id: Mapping[str, Article]) -> Value:
    """Return clauses as one value, in the words of the one that says least beside what the others say.

    In the language most of them are in, a whole sentence rather than a part, and a short one.
    """
    languages = Counter(c.language for c in group)
    naming = Counter(k for c in group for k in {*c.entities, *c.days, *(f"{much:g}" for _, much in c.amounts)})
    told = sorted(
        group,
        key=lambda c: (
            -languages[c.language],
            c.end - c.start < LEAST,
            sum(naming[k] == 1 for k in {*c.entities, *c.days, *(f"{much:g}" for _, much in c.amounts)}),
            not by_id[c.article].text[c.start].isupper(),
            c.end - c.start,
            c.article,
            c.start,
        ),
    )
    support = []
    seen: set[tuple[str, int]] = set()
    for clause in told:
        if (clause.article, clause.start) in seen:
            continue
        seen.add((clause.article, clause.start))
        article = by_id[clause.article]
        place = anchors.of_span(article, clause.start, clause.end)
        support.append(
            Support(
                article=place.article, page=place.page, start=clause.start, end=clause.end, exact=place.exact,
                page_start=place.page_start, sentence=(clause.start, clause.end), status="stated",
                as_of=article.published,
            )
        )  # fmt: skip
    return Value(low=None, high=None, display=" ".join(support[0].exact.split()), support=tuple(support))
