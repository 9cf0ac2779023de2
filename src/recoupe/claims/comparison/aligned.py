"""Values of clauses that tell one thing in like words, where no table knows that what they count is one.

    values and their sentences -> pairs of two pages whose sentences are most alike (`likeness`)
                               -> of one kind and scope, near, and not the same; never both in many pages
                               -> groups of linked pairs, a finding each

"Two thousand five hundred people were led out of Sofia's metro", "4,000 passengers had left the metro of Sofia on
foot". Precision first: values of two known attributes, of two people, places or years, or that one article prints side
by side are not one thing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from recoupe.claims.article import nounless, untold
from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.comparison import likeness, units
from recoupe.claims.comparison.group import Key
from recoupe.claims.comparison.likeness import Group, Told
from recoupe.claims.comparison.one_thing import TEN, Story, enough, generic, one_thing
from recoupe.claims.comparison.records import make
from recoupe.claims.values import LIKE_SENTENCES, Interval, Item, Meeting, all_meet, meet, of_its_minute
from recoupe.model import Article, Finding, Independent

ALMOST = 1.1
"""How far apart (larger over smaller) two lengths are that may be one, rounded: 45 minutes and 47."""

ONE_IN = 4
"""Of so many articles that print either of two values one may print both: to say that the other is wrong."""

NAMED = 2
"""Names at most that say what a value is of."""


def found(
    settled: Mapping[Key, Sequence[Item]],
    unknown: Mapping[Key, Sequence[Item]],
    clauses: Mapping[str, Sequence[Clause]],
    findings: Sequence[Finding],
    articles: Mapping[str, Article],
    independent: Independent,
    called: Mapping[str, str],
) -> list[Finding]:
    """Return findings of the values of like clauses where no finding shows them yet: those that differ, those alike.

    `settled` are the groups of values that tables know, `unknown` the others by unit; `called` gives the story's names
    of entities.
    """
    groups = [*settled.items(), *unknown.items()]
    told = list(likeness.told(groups, clauses, articles))
    certain = Meeting(t.item.interval for t in told if t.item.claim.zone and t.key.unit == "instant")
    like = ((told[a], told[b]) for a, b in likeness.alike(told, enough))
    story = Story(certain, called, articles)
    crews = {_place(item) for key, items in settled.items() if key.attribute == "crew" for item in items}
    pairs = [(a, b) for a, b in like if one_thing(a, b, story) and not _without_crew(a, b, crews)]
    differing, cited = _shown(findings, DIFFERING), _shown(findings, (*DIFFERING, *ALIKE))
    printed = _Printed(clauses, groups)
    differing_pairs = [
        (a, b)
        for a, b in pairs
        if not meet(a.item.interval, b.item.interval)
        and not _rounded(a, b)
        and not all(of_its_minute(t.key.attribute, t.key.unit, t.item.interval) for t in (a, b))
        and not _together(a, b, differing)
        and not _side_by_side(a, b, printed)
    ]
    apart = [
        kept for group in _linked(differing_pairs) if (kept := _of_one_thing(group, differing_pairs, printed, story))
    ]
    same = _by_value(settled, {t.key for group in apart for t in group})
    out = [_finding(group, same, called, articles, independent) for group in apart]
    equal = _linked((a, b) for a, b in pairs if a.item.interval == b.item.interval and not _cited(a, b, cited))
    for group in equal:
        if independent(sorted({t.item.claim.anchor.article for t in group}))[0] > 1:
            agreed = _finding(group, {}, called, articles, independent, "agreed")
            out.append(msgspec.structs.replace(agreed, reason=LIKE_SENTENCES))
    return out


DIFFERING = ("disputed", "evolving", "rounded")
ALIKE = ("agreed", "same instant")
"""Statuses of findings that set values against each other, and that say they are one."""


def _place(item: Item) -> tuple[str, tuple[int, int]]:
    return item.claim.anchor.article, item.claim.sentence


def _without_crew(a: Told, b: Told, crews: Set[tuple[str, tuple[int, int]]]) -> bool:
    """Tell whether one value is of passengers, with their crew counted beside them, the other of people in general."""
    return any(
        one.key.attribute == "passenger" and other.key.attribute != "passenger" and _place(one.item) in crews
        for one, other in ((a, b), (b, a))
    )


def _cited(a: Told, b: Told, cited: Mapping[tuple[str, int], set[str]]) -> bool:
    """Tell whether a finding of several pages rests on either of two values already."""
    return any(t.item.claim.anchor.place in cited for t in (a, b))


def _shown(findings: Iterable[Finding], statuses: Sequence[str]) -> dict[tuple[str, int], set[str]]:
    """Return by place of a text the findings of some statuses that cite it."""
    out: dict[tuple[str, int], set[str]] = defaultdict(set)
    for finding in findings:
        if finding.status in statuses:
            for support in (s for v in finding.values for s in v.support):
                out[support.place].add(finding.id)
    return out


def _together(a: Told, b: Told, shown: Mapping[tuple[str, int], set[str]]) -> bool:
    """Tell whether a finding sets two values against each other already, or one of them against others of its kind."""
    here, there = (shown.get(t.item.claim.anchor.place, set()) for t in (a, b))
    one_kind = a.key.attribute == b.key.attribute or a.key.unit == b.key.unit == "day"
    return not here.isdisjoint(there) or (one_kind and bool(here or there))


class _Printed:
    """Which articles print a value: by unit, small counts by what is counted, numerals without a noun under ""."""

    def __init__(self, clauses: Mapping[str, Sequence[Clause]], groups: Iterable[Group]) -> None:
        by_kind: dict[str, dict[Interval, set[str]]] = defaultdict(lambda: defaultdict(set))
        for key, items in groups:
            for item in items:
                for kind in {_kind(key, item), _own_kind(key)}:
                    by_kind[kind][item.interval].add(item.claim.anchor.article)
        for article, its in clauses.items():
            for n in {float(n) for clause in its for n in clause.numbers if n.isdecimal()}:
                by_kind[""][n, n].add(article)
        self._values = {kind: (Meeting(values), values) for kind, values in by_kind.items()}
        self._found: dict[tuple[str, Interval], frozenset[str]] = {}

    def by(self, told: Told, *, own: bool = False) -> frozenset[str]:
        """Return the articles that print what meets a value, of its `own` attribute where asked; a story's pairs ask
        for few values many times."""
        kind, value = _own_kind(told.key) if own else _kind(told.key, told.item), told.item.interval
        if (kind, value) not in self._found:
            of = [self._values[k] for k in (kind, "") if k in self._values and (k or kind == told.key.unit)]
            tellers = (articles[other] for meeting, articles in of for other in meeting.met(value))
            self._found[kind, value] = frozenset[str]().union(*tellers)
        return self._found[kind, value]


def _kind(key: Key, item: Item) -> str:
    """Return the unit of a value; of a small count, of which every text has several, with what is counted."""
    small = key.unit in ("person", "thing") and item.interval[0] < TEN
    return f"{key.unit} {key.attribute}" if small else key.unit


def _own_kind(key: Key) -> str:
    """Return the unit of a value with what is counted or measured."""
    return f"{key.unit} {key.attribute}"


def _rounded(a: Told, b: Told) -> bool:
    """Tell whether one of two shares is the other in whole numbers: 48 percent and 48.1; of two measures, the other in
    feet or miles."""
    if a.key.unit == b.key.unit and a.key.unit in units.MEASURES:
        return all_meet(units.loosened(a.key.unit, (a.item, b.item)))
    (low, high), (other, _) = sorted((a.item.interval, b.item.interval), key=lambda value: value[0] % 1)
    return a.key.unit == b.key.unit == "%" and low == high and low % 1 == 0 and low - 0.5 <= other < low + 0.5


def _side_by_side(a: Told, b: Told, printed: _Printed) -> bool:
    """Tell whether articles print both values: as two things, unless it is one of many. Of one known attribute, those
    that print either under it are asked too: eleven shots, and the seven bullets that struck."""
    if _both(a, b, printed.by(a), printed.by(b)):
        return True
    known = a.key.attribute == b.key.attribute and not generic(a.key)
    return known and _both(a, b, printed.by(a, own=True), printed.by(b, own=True))


def _both(a: Told, b: Told, here: frozenset[str], there: frozenset[str]) -> bool:
    both = here & there
    return len(both) * ONE_IN > len(here | there) or bool(both & {t.item.claim.anchor.article for t in (a, b)})


def _linked(pairs: Iterable[tuple[Told, Told]]) -> list[list[Told]]:
    """Return the values that pairs link, as groups in order."""
    group_of: dict[tuple[str, int], dict[tuple[str, int], Told]] = {}
    for pair in pairs:
        places = [t.item.claim.anchor.place for t in pair]
        fewer, more = sorted((group_of.get(p) or {p: t} for p, t in zip(places, pair, strict=True)), key=len)
        more |= fewer
        for place in (*fewer, *places):
            group_of[place] = more
    return [[g[p] for p in sorted(g)] for g in {id(g): g for g in group_of.values()}.values()]


def _of_one_thing(
    group: Sequence[Told], pairs: Iterable[tuple[Told, Told]], printed: _Printed, story: Story
) -> list[Told]:
    """Return of values that pairs link those that are all of one thing: the most linked first, without what is another
    thing than one of these, or what its article prints beside another of them. None where fewer than two are left."""
    if len(group) == TWO:
        return list(group)
    links = Counter(t.item.claim.anchor.place for pair in pairs for t in pair)
    kept: list[Told] = []
    for told in sorted(group, key=lambda t: (-links[t.item.claim.anchor.place], t.item.claim.anchor.place)):
        others = [o for o in group if not meet(told.item.interval, o.item.interval)]
        beside = any(told.item.claim.anchor.article in printed.by(o) for o in others)
        if not beside and all(one_thing(told, o, story) for o in others if o in kept):
            kept.append(told)
    several = any(not meet(a.item.interval, b.item.interval) for n, a in enumerate(kept) for b in kept[n + 1 :])
    return sorted(kept, key=lambda t: t.item.claim.anchor.place) if several else []


TWO = 2


def _by_value(settled: Mapping[Key, Sequence[Item]], keys: Set[Key]) -> Mapping[tuple[Key, Interval], Sequence[Item]]:
    """Return what is told under some keys, by value."""
    out: dict[tuple[Key, Interval], list[Item]] = defaultdict(list)
    for key in keys:
        for item in settled.get(key, ()):
            out[key, item.interval].append(item)
    return out


def _in_unit(told: Told, unit: str) -> list[Item]:
    """Return a value and its copies; a number of which no unit is known is in that of those it stands against."""
    items = [told.item, *told.copies]
    if told.key.unit != nounless.NUMBER:
        return items
    return [i._replace(claim=msgspec.structs.replace(i.claim, unit=unit)) for i in items]


def _finding(
    group: Sequence[Told],
    same: Mapping[tuple[Key, Interval], Sequence[Item]],
    called: Mapping[str, str],
    articles: Mapping[str, Article],
    independent: Independent,
    status: str | None = None,
) -> Finding:
    """Return the finding of a group, with all that others tell of these values under the same keys.

    One that says of nothing what it is of has the names that all its clauses share (`called`).
    """
    keys = Counter(t.key for t in group)
    named = [k for k in keys if not generic(k)] or [k for k in keys if k.unit != nounless.NUMBER]
    key = min(named, key=lambda k: (-keys[k], str(k)))
    items = {i.claim.anchor.place: i for t in group for i in _in_unit(t, key.unit)}
    for own, item in ((t.key, t.item) for t in group if t.item.claim.rule != untold.RULE):
        for other in same.get((own, item.interval), ()):
            items.setdefault(other.claim.anchor.place, other)
    if not (key.event or key.narrow or key.places):
        common = sorted(set.intersection(*(set(t.features) for t in group)) & called.keys())[:NAMED]
        key = key._replace(narrow=tuple(f"who:{called[id_]}" for id_ in common))
    chosen = [items[place] for place in sorted(items)]
    low, high = min(i.interval[0] for i in chosen), max(i.interval[1] for i in chosen)
    rounded = key.unit == "second" and high <= ALMOST * low
    return make(key, chosen, status or ("rounded" if rounded else "disputed"), articles, independent)
