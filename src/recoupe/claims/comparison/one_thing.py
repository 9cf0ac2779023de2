"""Whether two values of like clauses may be of one thing: by their kinds and scopes, how far apart they lie, and how
like their sentences are for that.

Values of two known attributes, of two people, places or years, of two nouns of one language, are not.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Set
from typing import NamedTuple

from recoupe.claims.article import nounless, untold
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.seconds import DAY, HOUR, YEAR
from recoupe.claims.article.numbers.sites import BY_DAY
from recoupe.claims.article.numbers.terms import KINDS
from recoupe.claims.article.times.lengths import LONGEST
from recoupe.claims.article.times.moments import UNTOLD
from recoupe.claims.comparison import units
from recoupe.claims.comparison.group import Key
from recoupe.claims.comparison.likeness import Told
from recoupe.claims.comparison.verdicts import BEFORE_A_TERM, going_on, of_other_years, on_other_days
from recoupe.claims.values import Item, Meeting, meet, neighbours
from recoupe.languages import load
from recoupe.model import Article
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

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

FEW = 3
"""The last of the ranks that are told of many things."""

RANKS_APART = 2
"""Between two ranks of one thing."""

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

_ENTITY = compiled_by_regex(r"e[0-9a-f]{10}")
_GENERIC = frozenset(
    (UNTOLD, "person", "thing", "household", "start", "occurrence", "duration", "second", "date", "price", "rise",
     "fall", "participant", "victim", "case")
)  # fmt: skip
"""Attributes that say little of what is meant."""

_COUNTED_FROM = ("delay", "time ")
"""Begins the attributes of lengths that say from what they are counted."""

TERMS = frozenset(KINDS.values())
"""What a court sets: another length of years is no term, and "it took six more years" stands beside one."""

_APART = ("past", "elsewhere", "limit")
"""Kinds of a scope that put a value beside the story."""

_SPANS = ("year", "period", "passage", "with", "within")
"""Kinds of a scope that say of which time a value is, whose meeting, or that it is a part: both have one or neither."""

_WHOSE = ("who", "place", "part")
"""Kinds of a scope that must not differ where both have them."""


def enough(a: Told, b: Told) -> float:
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
    known = not (generic(a.key) or generic(b.key))
    return max(apart, CLEARLY_LIKE if many or known else LIKE)


class Story(NamedTuple):
    """What is known of a story: the clock times printed with a zone, its names of entities, its articles by id."""

    certain: Meeting
    called: Mapping[str, str]
    articles: Mapping[str, Article]


def one_thing(a: Told, b: Told, story: Story) -> bool:
    """Tell whether two values may be of one thing."""
    unit = unit_of(a, b)
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
    if unit == "year" and _of_nobody(a, b):
        return False
    if differ and unit not in ("instant", "day") and (long or _in_one_language(a, b, story)) and _of_others(a, b):
        return False
    if differ and _few_of_a_kind(a, b) and _in_one_language(a, b, story) and _of_nobody(a, b):
        return False
    if differ and unit in units.MEASURES and generic(a.key) != generic(b.key):
        return False  # "a dam 74 metres high", "60 metres of its ramp": only one is said to be a height
    if differ and unit == "second" and any((end in a.own) != (end in b.own) for end in ENDS):
        return False  # "the last ten minutes", "the first 20 minutes": two ends of one time
    if differ and unit == "year" and (_of_two_acts(a, b, story) or not _of_one_word(a, b, story.called)):
        return False
    if differ and unit == "second" and _of_no_event(a, b) and _in_one_language(a, b, story):
        if not _of_one_word(a, b, story.called, _weekdays(story.articles[a.item.claim.anchor.article].language)):
            return False  # "three weeks away", "a single month gone by": one article has many lengths
    if differ and unit == "second" and _only_one_waited(a, b):
        return False  # "left the king waiting for an hour", "90-minute talks with the king"
    if differ and going_on(a.key) and on_other_days((a.item, b.item)):
        return False
    if a.key.attribute in BY_DAY and a.key.places != b.key.places:
        return False  # of one day, and of all
    if a.key == b.key and a.key.attribute == "age" and a.key.narrow:
        return False  # one person's, which were compared with the days they were told on
    if differ and a.key.attribute in TERMS and of_other_years((a.item, b.item), story.articles, before=BEFORE_A_TERM):
        return False
    if differ and "age" in (a.key.attribute, b.key.attribute) and of_other_years((a.item, b.item), story.articles):
        return False
    few = unit == nounless.RANK and a.item.interval[0] <= FEW  # there are many seconds
    if unit == nounless.RANK and (differ or few) and _of_two_nouns(a, b, story.articles, named=few):
        return False
    if differ and unit == "day" and _of_a_name(a, b, story.called):
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
    if differ and (_from_elsewhere(a, b, story) or _from_elsewhere(b, a, story)):
        return False  # "500 miles from Lorvan", "a range of 310 miles"
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


def _from_elsewhere(a: Told, b: Told, story: Story) -> bool:
    """Tell whether a distance is told from a place that the clause of the other does not name."""
    places = scopes.keys(a.item.claim.scope, "from") - scopes.keys(b.item.claim.scope, "from")
    named = {fold(story.called[f]) for f in b.features.keys() & story.called.keys()} if places else set[str]()
    return bool(places) and not any(place in name or name in place for place in places for name in named)


ENDS = (FIRST, "last")
"""Words of the vocabulary that are part of a length's own expression."""


def _of_nobody(a: Told, b: Told) -> bool:
    """Tell whether two years stand in clauses that name nobody in common: there are many firsts since some year."""
    return not any(_ENTITY.fullmatch(f) for f in a.features.keys() & b.features.keys())


def _only_one_waited(a: Told, b: Told) -> bool:
    """Tell whether the vocabulary's word for waiting stands beside one of two lengths, and nowhere by the other."""
    less, more = sorted(t.features.get(WAIT, 0.0) for t in (a, b))
    return not less and more >= BESIDE


WAIT = "wait"


def _of_no_event(a: Told, b: Told) -> bool:
    """Tell whether nothing is known of what either of two lengths is of."""
    return all(t.item.claim.rule == untold.RULE and t.key.event is None and generic(t.key) for t in (a, b))


def _few_of_a_kind(a: Told, b: Told) -> bool:
    """Tell whether small counts are of what no table knows, as many have: the goals of one player, and of another."""
    return all(
        (t.key.attribute[2:3] == ":" or t.key.attribute in _OF_PLAYERS)
        and t.key.unit in ("person", "thing")
        and t.item.interval[1] < MANY
        for t in (a, b)
    )


MANY = 100
_OF_PLAYERS = frozenset(("thing", "match", "point", "goal", "try", "medal", "rebound", "win", "lap"))
"""What each player, team or season has its own number of."""


def _in_one_language(a: Told, b: Told, story: Story) -> bool:
    one, other = (story.articles[t.item.claim.anchor.article].language for t in (a, b))
    return one == other


def _of_others(a: Told, b: Told) -> bool:
    """Tell whether two values stand in clauses that name others: a plant has many who worked there long, a match many
    players. What another language calls someone may not be known for the same."""
    one, other = ({f for f in t.features if _ENTITY.fullmatch(f)} for t in (a, b))
    return bool(one and other) and one.isdisjoint(other)


def _of_two_things(a: Told, b: Told, articles: Mapping[str, Article]) -> bool:
    """Tell whether of two things of one language only one is told by a noun that tables know ("games", "catches"), or
    the noun of one is none of the words of the other ("scores", "touchdowns")."""
    return any(
        one.key.attribute[2:3] == ":"
        and other.key.unit == "thing"
        and articles[other.item.claim.anchor.article].language == one.key.attribute[:2]
        and (not generic(other.key) or (other.key.attribute == "thing" and not _says(other, one.key.attribute[3:])))
        for one, other in ((a, b), (b, a))
    )


def _says(told: Told, noun: str) -> bool:
    """Tell whether one of the words of a value begins as a noun does, which is cut."""
    words = fold(told.item.claim.anchor.exact).split()
    return any(word.startswith(noun[:STEM]) for word in words)


STEM = 5
"""Letters by which two forms of a noun are one."""


def _of_two_nouns(a: Told, b: Told, articles: Mapping[str, Article], *, named: bool) -> bool:
    """Tell whether two ranks of one language have another word behind them ("second Tuesday", "third urgent patch"), or
    one of any two is none: "a second dam" is another dam. `named` ranks of one language need a word behind both."""
    anchors = [(articles[t.item.claim.anchor.article], t.item.claim.anchor.start) for t in (a, b)]
    if any(nounless.behind_article(article.text, start, article.language) for article, start in anchors):
        return True
    language, other = (article.language for article, _ in anchors)
    nouns = [set(t.item.claim.around[2].partition(" ")[0].split("|")) for t in (a, b) if t.item.claim.around]
    if language != other or len(nouns) < 2 or (not named and "" in (*nouns[0], *nouns[1])):
        return False
    return nouns[0].isdisjoint(nouns[1]) or "" in nouns[0]


@functools.cache
def _weekdays(language: str | None) -> frozenset[str]:
    """Return how the weekdays of a language begin: they tell when, not what."""
    words = load(language).table("times").get("weekday", {}).values()
    return frozenset(fold(word)[:STEM] for its in words for word in its)


def _of_one_word(a: Told, b: Told, called: Mapping[str, str], idle: Set[str] = frozenset()) -> bool:
    """Tell whether two years or lengths stand beside one word that is no name.

    "Russia's 2014 annexation of Crimea" and "a 2017 law" that speak of the same people are two things.
    """
    common = (a.features.keys() & b.features.keys()) - a.own - b.own - idle
    names = {word for f in common & called.keys() for word in fold(called[f]).split()}
    return any(
        math.sqrt(a.features[f] * b.features[f]) >= BESIDE and not any(name.startswith(f) for name in names)
        for f in common
    )


def _of_two_acts(a: Told, b: Told, story: Story) -> bool:
    """Tell whether each of two years of one language tells which of its noun is meant: "its 2014 annexation", "the 2016
    election", "the 2020 election". No page has another year for one of these."""
    articles = [story.articles[t.item.claim.anchor.article] for t in (a, b)]
    return articles[0].language == articles[1].language and all(
        nounless.behind_determiner(article.text, told.item.claim.anchor.start, article.language)
        or nounless.behind_of(article.text, told.item.claim.anchor.start, article.language)
        for told, article in zip((a, b), articles, strict=True)
    )


def _of_a_name(a: Told, b: Told, called: Mapping[str, str]) -> bool:
    """Tell whether the clauses of two days share nothing but whom they name, and that one's office: "le président"."""
    common = a.features.keys() & b.features.keys() - a.own - b.own
    names = {word for f in common & called.keys() for word in fold(called[f]).split()}
    common -= {a.key.attribute, b.key.attribute, *_OFFICES, *called}
    return not any(not _ENTITY.fullmatch(f) and not any(name.startswith(f) for name in names) for f in common)


_OFFICES = ("president", "minister", "prosecutor", "mayor", "government")
"""Words of the vocabulary that stand beside names."""

BESIDE = 0.75
"""How near to both of two years or lengths (see `likeness`) the word stands that says of what they are."""


def _for_distance(a: Told, b: Told) -> float:
    """Return how like the sentences of two values must be for how far they are from each other."""
    one, other, unit = a.item.interval, b.item.interval, unit_of(a, b)
    if unit == "day":
        gap = abs(one[0] - other[0])
        if min(one[1] - one[0], other[1] - other[0]) <= DAYS_APART:
            planned = a.item.claim.status == b.item.claim.status == "planned"
            return 0.0 if gap <= DAYS_APART else CLEARLY_LIKE if planned and gap <= PLANS_APART else math.inf
        return 0.0 if gap <= MONTHS_APART or abs(gap - YEAR) < DAYS_APART else math.inf  # or that month a year before
    if unit in nounless.STEPS:
        return 0.0 if abs(one[0] - other[0]) <= RANKS_APART else math.inf
    if neighbours(one, other, unit, (a if not generic(a.key) else b).key.attribute):
        return 0.0
    low, high = sorted((one, other))
    counts = unit in ("person", "thing") or is_money(unit)
    return CLEARLY_LIKE if counts and low[1] > 0 and high[0] <= FAR_APART * low[1] else math.inf


def unit_of(a: Told, b: Told) -> str:
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
        return generic(a) or a.narrow == b.narrow
    if a.attribute[2:3] == ":" and a.attribute[:3] == b.attribute[:3]:
        return False
    if a.unit == "second" and any(k.attribute.startswith(_COUNTED_FROM) or k.attribute in TERMS for k in (a, b)):
        return False
    if a.unit == "instant":
        return {a.attribute, b.attribute} <= _GENERIC
    return generic(a) or generic(b) or any({a.attribute, b.attribute} <= kin for kin in KIN)


def generic(key: Key) -> bool:
    return (
        key.attribute in (*_GENERIC, nounless.NUMBER) or key.attribute == key.unit or key.attribute[2:3] == ":"
    )  # a noun of one language
