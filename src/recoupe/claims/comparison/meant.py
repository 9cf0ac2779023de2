"""Claims in the words the story means: one word for those it counts under several, one money, the one person meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.own import of_the_story
from recoupe.claims.values import LOST, OUTCOMES, bounds, meet, neighbours
from recoupe.model import Claim
from recoupe.text import currencies
from recoupe.text.patterns import compiled

_ONE_WORD = (
    ("carriage", ("car",)),
    ("prisoner", ("inmate", "detainee")),
    ("bird", ("animal",)),
    ("thief", ("attacker",)),
    ("customer", ("user", "saver", "subscriber")),
    ("attended", ("spectator", "visitor")),
    ("flight", ("cancellation",)),
    ("job", ("dismissed",)),
)
"""Concepts with those that a story which counts them means by another word: a train's "voitures", the "presos" of an
exchange of prisoners, the "bêtes" of a cull of birds, the gunmen of a robbery, those who use or save at a firm,
those dismissed of a firm that cuts jobs."""

TOLD = 2
"""Articles that must use the first word."""


def in_one_word(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with one attribute for what the story counts under several words."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.attribute].add(claim.anchor.article)
    meant = {other: word for word, others in _ONE_WORD if len(told[word]) >= TOLD for other in others}
    meant |= _of_one_stem(told) | _of_one_number(claims)
    travelled = len(told["aboard"] | told["passenger"]) >= TOLD

    fates = {(c.anchor.article, c.sentence) for c in claims if c.attribute in LOST}

    def word(claim: Claim) -> str:
        # "29 are missing, 14 of them Germans": not all the Germans who travelled
        if travelled and _of_a_nation(claim) and (claim.anchor.article, claim.sentence) not in fates:
            return "aboard"
        return meant.get(claim.attribute, claim.attribute)

    units = {claim.attribute: claim.unit for claim in claims if claim.unit in _COUNTED}

    def renamed(claim: Claim) -> Claim:
        attribute = word(claim)
        if attribute == claim.attribute:
            return claim
        unit = units.get(attribute, claim.unit) if claim.unit in _COUNTED else claim.unit
        return msgspec.structs.replace(claim, attribute=attribute, unit=unit)

    return [renamed(claim) for claim in claims]


_COUNTED = frozenset(("person", "thing"))
"""Units of numbers: those who lose their jobs are persons, the jobs are things."""


def _of_one_number(claims: Sequence[Claim]) -> dict[str, str]:
    """Return one word for two of which pages tell one number: "4,300 were evacuated", "4,300 had to leave their homes".

    One large number is enough, or two small ones.
    """
    told: dict[str, set[float]] = defaultdict(set)
    for claim in claims:
        told[claim.attribute].add(sum(bounds(claim)) / 2)
    shared = {(word, other): told[word] & told[other] for word, other in _TWO_WORDS}
    return {
        other: word for (word, other), same in shared.items() if max(same, default=0.0) >= MANY or len(same) >= TOLD
    }


_TWO_WORDS = (("evacuee", "displaced"), ("injury", "poisoned"))
"""Concepts with another that may be the same people: those hurt by smoke are "intossicati"."""

MANY = 100
"""A number from which on two words with the same one hardly mean two things."""


def _of_one_stem(told: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Return for nouns no table knows the same noun of another language: a country's "talars" are its "talari"."""
    stems: dict[str, list[str]] = defaultdict(list)
    for noun in sorted(told, key=lambda noun: (-len(told[noun]), noun)):
        if noun[2:3] == ":" and len(stem := noun[3:].rstrip(_ENDINGS)) >= _LONG:
            stems[stem].append(noun)
    return {noun: same[0] for same in stems.values() for noun in same[1:]}


_ENDINGS = "aeiosxn"
"""Letters that plurals end in."""

_LONG = 5
"""Letters of a stem that two languages hardly share by chance."""


def _of_a_nation(claim: Claim) -> bool:
    """Tell whether people of one nation are counted of whom nothing is said but that they were there."""
    return claim.attribute in _THERE and any(_NATION.match(scope) for scope in claim.scope)


_THERE = frozenset(("aboard", "passenger", "person", "tourist"))
_NATION = compiled(r"group:[A-Z]{2}$")


def in_one_money(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with "crowns" as those of the one country whose crowns the story names."""
    sure = currencies.settled(c.unit for c in claims)
    return [
        msgspec.structs.replace(c, unit=code, attribute=code if c.attribute == c.unit else c.attribute)
        if (code := sure.get(c.unit))
        else c
        for c in claims
    ]


def of_the_one_meant(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of terms and share prices that name nobody as those of the one most articles name.

    A term far from all that are told of him is someone else's, no one knows whose.
    """
    told: dict[str, dict[str, set[str]]] = {"term": defaultdict(set), "share price": defaultdict(set)}
    called: dict[str, tuple[tuple[str, str], ...]] = {}
    for claim in claims:
        for who in scopes.keys(claim.scope, "who") if _whose(claim) in told else ():
            told[_whose(claim)][who].add(claim.anchor.article)
            called.setdefault(who, claim.named)
    meant = {
        kind: min(named, key=lambda who: (-len(named[who]), who))
        for kind, named in told.items()
        if named and (kind == "term" or len(named) == 1)  # of several companies any may be meant
    }
    terms = [
        (c.attribute, bounds(c))
        for c in claims
        if c.rule == "term" and meant.get("term") in scopes.keys(c.scope, "who")
    ]

    def his(claim: Claim) -> bool:
        mine = bounds(claim)
        near = (
            neighbours(mine, value, claim.unit, claim.attribute) for attr, value in terms if attr == claim.attribute
        )
        return claim.rule != "term" or any(near)

    def of(claim: Claim) -> Claim:
        one = meant.get(_whose(claim))
        if one is None or scopes.keys(claim.scope, "who"):
            return claim
        if not his(claim):
            return msgspec.structs.replace(claim, scope=tuple(sorted((*claim.scope, "elsewhere:"))))
        return msgspec.structs.replace(claim, scope=tuple(sorted((*claim.scope, f"who:{one}"))), named=called[one])

    return [of(c) for c in claims]


def of_who_held_it(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with the ages of "the gunman" as those of the one person the story's articles call so."""
    called: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        for office in scopes.keys(claim.scope, "as"):
            for who in scopes.keys(claim.scope, "who"):
                called[f"who:{office}"].setdefault(who, claim)
    meant = {office: next(iter(named.items())) for office, named in called.items() if len(named) == 1}

    def of(claim: Claim) -> Claim:
        office = next((s for s in claim.scope if s in meant), None) if claim.attribute == "age" else None
        if office is None:
            return claim
        who, named = meant[office]
        scope = tuple(sorted(f"who:{who}" if s == office else s for s in claim.scope))
        return msgspec.structs.replace(claim, scope=scope, named=named.named)

    return [of(c) for c in claims]


def with_others(claims: Sequence[Claim], clauses: Mapping[str, Sequence[Clause]], articles: int) -> list[Claim]:
    """Return the claims of talks with those they are held with in their scopes only where that is nobody the story is
    about: the main ones are named as often as not. `clauses` holds those of each article."""
    named = (frozenset[str]().union(*[c.entities for c in its]) for its in clauses.values())
    main = of_the_story(named, articles) if clauses else None

    def of(claim: Claim) -> Claim:
        usual = {s for s in claim.scope if s.startswith("with:") and (main is None or s[5:] in main)}
        kept = tuple(s for s in claim.scope if s not in usual)
        return msgspec.structs.replace(claim, scope=kept) if usual else claim

    return [of(c) for c in claims]


def of_everyone(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without the calling that everyone in the story has: the dead of a mine are its miners.

    They may be called workers and, where no women are told of, men. No calling goes from an outcome of which an article
    sets those of one against others.
    """
    outcomes = [c for c in claims if c.attribute in OUTCOMES and c.rule == "count"]
    groups_of = [(c.anchor.article, scopes.keys(c.scope, "group")) for c in outcomes]
    callings = CALLINGS if any("women" in told for _, told in groups_of) else CALLINGS | {"men"}
    naming = {article for article, told in groups_of if told & callings}
    telling = {article for article, _ in groups_of}
    common = callings if len(naming) >= max(EVERYONE, EVERYONES_SHARE * len(telling)) else frozenset()
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in outcomes if common else ():
        told[claim.anchor.article, claim.attribute].append(claim)
    parts = {
        claim.attribute
        for same in told.values()
        for claim in same
        for other in same
        for g in scopes.keys(claim.scope, "group") & common - scopes.keys(other.scope, "group")
        if not meet(bounds(claim), bounds(other))
    }
    gone = {f"group:{g}" for g in common}

    def of(claim: Claim) -> Claim:
        if claim.attribute not in OUTCOMES or claim.attribute in parts or gone.isdisjoint(claim.scope):
            return claim
        return msgspec.structs.replace(claim, scope=tuple(s for s in claim.scope if s not in gone))

    return [of(c) for c in claims]


EVERYONE = 3
"""Articles that must call victims by a calling before it is what they all are."""

EVERYONES_SHARE = 0.5
"""The same as a share of the articles that tell of victims."""

CALLINGS = frozenset(
    (
        "passenger", "pupil", "student", "worker", "employee", "miner", "skier", "climber", "hiker", "tourist",
        "patient", "migrant", "refugee", "worshipper", "spectator", "fan", "pilgrim", "fisher", "sailor", "inmate",
        "guest", "visitor", "farmer", "resident", "participant",
    )
)  # fmt: skip
"""What all victims of one happening may be."""


def _whose(claim: Claim) -> str:
    """Return the kind of a claim that is someone's though its article may not name them."""
    return claim.rule if claim.rule == "term" else claim.attribute
