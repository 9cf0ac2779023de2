"""Values of clauses that tell one thing in like words, where no table knows that what they count is one.

    values and their sentences -> pairs of two pages whose sentences are most alike (`likeness`)
                               -> of one kind and scope, near, and not the same; never both in many pages
                               -> groups of linked pairs, a finding each

"Two thousand five hundred people were led out of Sofia's metro", "4,000 passengers had left the metro of Sofia on
foot". Precision first: values of two known attributes, of two people, places or years, or that one article prints side
by side are not one thing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

import msgspec
import regex

from recoupe.claims.article import nounless, untold
from recoupe.claims.article import scope as scopes
from recoupe.claims.article.clauses import Clause
from recoupe.claims.article.lengths import LONGEST
from recoupe.claims.article.moments import UNTOLD
from recoupe.claims.article.seconds import DAY, HOUR, YEAR
from recoupe.claims.comparison import likeness
from recoupe.claims.comparison.group import Key
from recoupe.claims.comparison.likeness import Group, Told
from recoupe.claims.comparison.records import make
from recoupe.claims.values import LIKE_SENTENCES, Interval, Item, Meeting, meet, neighbours
from recoupe.model import Article, Finding, Independent
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold

LIKE = 0.14
"""Likeness of two values' sentences from which they tell one thing."""

CLEARLY_LIKE = 0.25
"""The same for numbers below TEN, years and percentages, of which there are many, and where tables know both: what they
know tells them apart."""

FAR_APART = 2.5
"""How far apart (larger over smaller) two counts or sums may be that are further than two reports of one thing mostly
are: their sentences are clearly alike."""

TEN = 10

FIRST = "first"
"""The vocabulary's word for what was not before."""

DAYS_APART = 8 * DAY
"""Seconds between two days of one thing: what is put off is put off by a week at most."""

PLANS_APART = 40 * DAY
"""The same of days that are still to come, where the sentences are clearly alike."""

MONTHS_APART = 100 * DAY
"""Seconds between the beginnings of two months of one thing."""

RANKS_APART = 2
"""Between two ranks of one thing."""

ALMOST = 1.1
"""How far apart (larger over smaller) two lengths are that may be one, rounded: 45 minutes and 47."""

ONE_IN = 4
"""Of so many articles that print either of two values one may print both: to say that the other is wrong."""

KIN = (
    frozenset(("vote", "votes for", "votes against", "member of parliament", "senator", "delegate", "elector")),
    frozenset(("passenger", "occupant", "aboard", "tourist", "trapped", "affected", "customer", "user")),
    frozenset(("rescuer", "firefighter", "police officer", "soldier", "deployed", "employee", "worker", "volunteer")),
    frozenset(("evacuee", "displaced", "resident", "people in shelters", "rescued", "released", "homeless")),
    frozenset(("spectator", "protester", "visitor", "pilgrim", "fan", "guest", "supporter")),
    frozenset(("injury", "treated", "hospitalised", "patient", "poisoned", "infected", "case")),
    frozenset(("house", "building", "household", "damaged", "destroyed")),
    frozenset(("valuation", "cost", "prize", "loan", "aid", "investment", "budget", "savings", "ransom", "damage")),
    frozenset(("fine", "compensation", "damages")),
    frozenset(("tariff", "tax", "imports", "exports", "trade", "share price", "stake", "premium", "interest rate")),
    frozenset(("width", "diameter")),
    frozenset(("length", "distance")),
    frozenset(("intervention", "rescue", "flight", "cancellation", "departure", "train")),
)
"""Attributes that one thing may be told under: what pages call those they count differs more than the count."""

_ENTITY = regex.compile(r"e[0-9a-f]{10}")
_GENERIC = frozenset(
    (UNTOLD, "person", "thing", "household", "start", "occurrence", "duration", "second", "date", "price", "rise",
     "fall", "participant", "victim", "case")
)  # fmt: skip
"""Attributes that say little of what is meant."""

NAMED = 2
"""Names at most that say what a value is of."""

_COUNTED_FROM = ("delay", "time ")
"""Begins the attributes of lengths that say from what they are counted."""

_APART = ("past", "elsewhere", "limit")
"""Kinds of a scope that put a value beside the story."""

_SPANS = ("year", "period")
"""Kinds of a scope that say of which time a value is."""

_WHOSE = ("who", "place", "part")
"""Kinds of a scope that must not differ where both have them."""


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
    like = ((told[a], told[b]) for a, b in likeness.alike(told, _enough))
    story = _Story(certain, called, articles)
    pairs = [(a, b) for a, b in like if _one_thing(a, b, story)]
    differing, cited = _shown(findings, DIFFERING), _shown(findings, (*DIFFERING, *ALIKE))
    printed = _Printed(clauses, groups)
    apart = _linked(
        (a, b)
        for a, b in pairs
        if not meet(a.item.interval, b.item.interval)
        and not _together(a, b, differing)
        and not _side_by_side(a, b, printed)
    )
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


def _cited(a: Told, b: Told, cited: Mapping[tuple[str, int], set[str]]) -> bool:
    """Tell whether a finding of several pages rests on either of two values already."""
    return any(t.item.claim.anchor.place in cited for t in (a, b))


def _enough(a: Told, b: Told) -> float:
    """Return how like the sentences of two values must be."""
    apart = _for_distance(a, b)
    if apart >= CLEARLY_LIKE:  # most values are far from each other
        return apart
    many = any(
        t.key.unit in ("year", "%", *nounless.STEPS)
        or (t.key.unit in ("person", "thing") and t.item.interval[0] < TEN)
        or (t.key.unit == "second" and t.item.interval[0] > LONGEST)
        for t in (a, b)
    )
    many = many or (a.key.unit in ("day", "instant") and a.item.interval == b.item.interval)  # the story's own day
    known = not (_generic(a.key) or _generic(b.key))
    return max(apart, CLEARLY_LIKE if many or known else LIKE)


class _Story(NamedTuple):
    """What is known of a story: the clock times printed with a zone, its names of entities, its articles by id."""

    certain: Meeting
    called: Mapping[str, str]
    articles: Mapping[str, Article]


def _one_thing(a: Told, b: Told, story: _Story) -> bool:
    """Tell whether two values may be of one thing."""
    unit = _unit(a, b)
    clockless = UNTOLD in (a.item.claim.attribute, b.item.claim.attribute)  # whatever group its digits brought it to
    if not clockless and not (_of_one_kind(a.key, b.key) and not _of_two_things(a, b, story.articles)):
        return False
    unknown = untold.RULE in (a.item.claim.rule, b.item.claim.rule)  # of what is planned nothing is known
    terms = unit == "%" or is_money(unit)
    if not (unknown or terms) and (a.item.claim.status == "planned") != (b.item.claim.status == "planned"):
        return False
    if unit == "day" and (a.item.claim.loose or b.item.claim.loose):
        return False
    long = unit == "second" and a.item.interval[0] > LONGEST
    differ = not meet(a.item.interval, b.item.interval)
    if (unit == "year" and _of_nobody(a, b)) or (long and differ and _of_others(a, b)):
        return False
    if differ and unit == "year" and not _of_one_word(a, b, story.called):
        return False
    if differ and unit == nounless.RANK and _of_two_nouns(a, b, story.articles):
        return False
    long = long or untold.YEAR in (a.key.attribute, b.key.attribute)
    if long and any(FIRST in t.features for t in (a, b)):
        # "the first visit in ten years", "the first of the two since 2019": there are many firsts
        return meet(a.item.interval, b.item.interval)
    apart = _APART if unit not in ("instant", "day") else _APART[:2]
    if any(scopes.keys(i.claim.scope, kind) for i in (a.item, b.item) for kind in apart):
        return False
    if any(scopes.keys(a.item.claim.scope, kind) != scopes.keys(b.item.claim.scope, kind) for kind in _SPANS):
        return False
    for kind in _WHOSE:
        here, there = scopes.keys(a.item.claim.scope, kind), scopes.keys(b.item.claim.scope, kind)
        if here and there and here.isdisjoint(there):
            return False
    if scopes.keys(a.item.claim.scope, "group") != scopes.keys(b.item.claim.scope, "group"):
        return False  # "63 arrests", "41 French arrested"
    if unit == "instant" and _of_another_zone(a.item, b.item, story.certain):
        return False
    turned = is_money(unit) and any(f[0].isdigit() for f in a.features.keys() & b.features.keys())
    return not turned  # one sum turned into two dollars


def _of_nobody(a: Told, b: Told) -> bool:
    """Tell whether two years stand in clauses that name nobody in common: there are many firsts since some year."""
    return not any(_ENTITY.fullmatch(f) for f in a.features.keys() & b.features.keys())


def _of_others(a: Told, b: Told) -> bool:
    """Tell whether two lengths of years stand in clauses that name others: a plant has many who worked there long."""
    one, other = ({f for f in t.features if _ENTITY.fullmatch(f)} for t in (a, b))
    return bool(one and other) and one.isdisjoint(other)


def _of_two_things(a: Told, b: Told, articles: Mapping[str, Article]) -> bool:
    """Tell whether of two things of one language only one is told by a noun that tables know: "games", "catches"."""
    return any(
        one.key.attribute[2:3] == ":"
        and other.key.unit == "thing"
        and not _generic(other.key)
        and articles[other.item.claim.anchor.article].language == one.key.attribute[:2]
        for one, other in ((a, b), (b, a))
    )


def _of_two_nouns(a: Told, b: Told, articles: Mapping[str, Article]) -> bool:
    """Tell whether two ranks of one language have another word behind them: "second Tuesday", "third urgent patch"."""
    language, other = (articles[t.item.claim.anchor.article].language for t in (a, b))
    nouns = [set(t.item.claim.around[2].partition(" ")[0].split("|")) for t in (a, b) if t.item.claim.around]
    return language == other and len(nouns) == 2 and nouns[0].isdisjoint(nouns[1])


def _of_one_word(a: Told, b: Told, called: Mapping[str, str]) -> bool:
    """Tell whether two years stand beside one word that is no name.

    "Russia's 2014 annexation of Crimea" and "a 2017 law" that speak of the same people are two things.
    """
    common = a.features.keys() & b.features.keys() - a.own - b.own
    names = {word for f in common & called.keys() for word in fold(called[f]).split()}
    return any(
        math.sqrt(a.features[f] * b.features[f]) >= BESIDE and not any(name.startswith(f) for name in names)
        for f in common
    )


BESIDE = 0.75
"""How near to both of two years (see `likeness`) the word stands that says of what they are."""


def _for_distance(a: Told, b: Told) -> float:
    """Return how like the sentences of two values must be for how far they are from each other."""
    one, other, unit = a.item.interval, b.item.interval, _unit(a, b)
    if unit == "day":
        gap = abs(one[0] - other[0])
        if min(one[1] - one[0], other[1] - other[0]) <= DAYS_APART:
            planned = a.item.claim.status == b.item.claim.status == "planned"
            return 0.0 if gap <= DAYS_APART else CLEARLY_LIKE if planned and gap <= PLANS_APART else math.inf
        return 0.0 if gap <= MONTHS_APART or abs(gap - YEAR) < DAYS_APART else math.inf  # or that month a year before
    if unit in nounless.STEPS:
        return 0.0 if abs(one[0] - other[0]) <= RANKS_APART else math.inf
    if neighbours(one, other, unit, (a if not _generic(a.key) else b).key.attribute):
        return 0.0
    low, high = sorted((one, other))
    counts = unit in ("person", "thing") or is_money(unit)
    return CLEARLY_LIKE if counts and low[1] > 0 and high[0] <= FAR_APART * low[1] else math.inf


def _unit(a: Told, b: Told) -> str:
    """Return the unit of two values; that of the other where one is a number of which none is known."""
    return a.key.unit if a.key.unit != nounless.NUMBER else b.key.unit


def _of_another_zone(a: Item, b: Item, certain: Meeting) -> bool:
    """Tell whether two clock times may be one read in two zones: whole hours apart, and the zone of one is a guess.

    It is none where some page prints that instant with its zone.
    """
    known = (i.claim.zone or any(certain.met(i.interval)) for i in (a, b))
    return (a.interval[0] - b.interval[0]) % HOUR == 0 and not all(known)


def _of_one_kind(a: Key, b: Key) -> bool:
    """Tell whether two groups may hold one thing: what one of them says of it is said by any word, or by the same.

    Two nouns of one language that no table knows are two things: 106 carries and 52 catches.
    """
    if a.attribute == b.attribute:
        return _generic(a) or a.narrow == b.narrow
    if a.attribute[2:3] == ":" and a.attribute[:3] == b.attribute[:3]:
        return False
    if a.unit == "second" and any(k.attribute.startswith(_COUNTED_FROM) for k in (a, b)):
        return False
    if a.unit == "instant":
        return {a.attribute, b.attribute} <= _GENERIC
    return _generic(a) or _generic(b) or any({a.attribute, b.attribute} <= kin for kin in KIN)


def _generic(key: Key) -> bool:
    return (
        key.attribute in (*_GENERIC, nounless.NUMBER) or key.attribute == key.unit or key.attribute[2:3] == ":"
    )  # a noun of one language


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
                by_kind[_kind(key, item)][item.interval].add(item.claim.anchor.article)
        for article, its in clauses.items():
            for n in {float(n) for clause in its for n in clause.numbers if n.isdecimal()}:
                by_kind[""][n, n].add(article)
        self._values = {kind: (Meeting(values), values) for kind, values in by_kind.items()}
        self._found: dict[tuple[str, Interval], frozenset[str]] = {}

    def by(self, told: Told) -> frozenset[str]:
        """Return the articles that print what meets a value; a story's pairs ask for few values many times."""
        kind, value = _kind(told.key, told.item), told.item.interval
        if (kind, value) not in self._found:
            of = [self._values[k] for k in (kind, "") if k in self._values and (k or kind == told.key.unit)]
            tellers = (articles[other] for meeting, articles in of for other in meeting.met(value))
            self._found[kind, value] = frozenset[str]().union(*tellers)
        return self._found[kind, value]


def _kind(key: Key, item: Item) -> str:
    """Return the unit of a value; of a small count, of which every text has several, with what is counted."""
    small = key.unit in ("person", "thing") and item.interval[0] < TEN
    return f"{key.unit} {key.attribute}" if small else key.unit


def _side_by_side(a: Told, b: Told, printed: _Printed) -> bool:
    """Tell whether articles print both values: as two things, unless it is one of many."""
    here, there = printed.by(a), printed.by(b)
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
    named = [k for k in keys if not _generic(k)] or [k for k in keys if k.unit != nounless.NUMBER]
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
