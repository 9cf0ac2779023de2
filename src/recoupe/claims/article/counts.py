"""Claims from quantities: tolls and other counts, money, percentages, measures."""

from __future__ import annotations

import functools
import re
from math import inf

from recoupe.claims.article import (
    ages,
    batches,
    circumstances,
    cues,
    distances,
    doing,
    gatherings,
    no_count,
    options,
    other_figures,
    owners,
    repeats,
    sites,
    status,
    subjects,
)
from recoupe.claims.article import scope as scopes
from recoupe.claims.article.patterns import LONG_WORD, TOKEN
from recoupe.claims.article.scene import Scene, Sentence
from recoupe.claims.values import CUMULATIVE, OUTCOMES, SHARE_OF
from recoupe.languages import load
from recoupe.model import Claim, Quantity
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

NEEDS_WHO = frozenset(
    (
        "seat",
        "age",
        "vote",
        "vote share",
        "voting intention",
        "stake",
        "share price",
        "approval",
        "salary",
        "rank",
        "goal",
    )
)
"""What means nothing without the one it is of: a party's share, a person's age."""

MAY_BE_WHOLE = frozenset(("vote", "share price"))
"""Of these a number without anyone's name is the whole: votes cast, a lead in votes; or of the story's company."""

_SKIPPED = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))
GENERIC = frozenset(
    (
        "suspect", "person", "occupant", "victim", "people", "other", "inhabitant", "resident", "household", "customer",
        "subscriber",
    )
)  # fmt: skip
"""Groups that do not narrow a count: who is arrested is a suspect, who is killed a victim."""

OF_ITS_OWN = {
    "police officer": "police", "soldier": "military", "child": "children", "woman": "women", "man": "men",
    "girl": "women", "boy": "children", "civilian": "civilians",
}  # fmt: skip
"""The group each of these belongs to anyway: it narrows no count of them."""

SAME_PEOPLE = {
    "released": frozenset(("hostage", "detainee")),
    "hospitalised": frozenset(("hospital", "survivor")),
    "treated": frozenset(("hospital",)),
    "deployed": frozenset(("police", "military", "men", "worker", "officer", "official")),
    "affected": frozenset(("customer", "user", "subscriber", "saver", "shareholder", "household")),
    "rescuer": frozenset(("police", "men")),
    "dismissed": frozenset(("worker", "employee")),
    "attacker": frozenset(("men",)),
    "thief": frozenset(("men",)),
    "fugitive": frozenset(("suspect", "thief", "attacker")),
}
"""Groups that everyone of whom an outcome is told belongs to: who is let go was held, "hommes armés" are men."""

_BEFORE_TOO = ("identified", "unidentified")
"""Groups whose verb stands before what is counted too."""

_IN_HOSPITAL = frozenset(("injury", "victim", "survivor", "patient"))
"""Those who, where a hospital is named right beside them, are counted as they lie in it."""

_TOLD_TO_THE_LAST = frozenset(
    ("factory", "farm", "drone", "missile", "rocket", "bomb", "explosion", "shot", "attacker", "thief", "helicopter")
)
"""What makes a story's own event: of these even one or two are worth comparing."""

_OF_PERSONS = frozenset(("serious", "slight", "critical", "light", "children", "women", "men", "civilians"))
"""Groups of people: no things are badly hurt, none has an age or a sex."""

_OF_PEOPLE = frozenset(("protester", "without power"))
"""What is told of people though a page may count their homes, or a crowd without a noun."""

_SHARES = frozenset(("%", "vote share"))

_MAY_HAVE_SIDES = frozenset(("voter", "ballot", "approval", "person"))
"""What the people and the papers are called whose side is told: "176,565 voters said No", "45,586 blank ballots"."""

MOST = 150
"""A sentence with more numbers is a table: its numbers are not told in words, and reading it would take long."""


def find(scene: Scene) -> list[Claim]:
    """Return the claims of counts and measures of an article, in order."""
    out: list[Claim] = []
    for sentence in scene.sentences:
        if len(sentence.quantities) > MOST:
            continue
        for quantity in sentence.quantities:
            claim = _count(scene, sentence, quantity)
            if claim is None or _of_another_side(scene, out, claim):
                continue
            if out and _is_of_the_same(scene, out[-1], claim):
                out.pop()  # "nine officers and three gendarmes hurt": neither is the number of police hurt
            elif not out or not _converted_again(scene, out[-1], claim):
                out.append(claim)
            elif quantity.unit == claim.unit:
                out[-1] = claim  # "six miles, or 10 km": the round number is meant
    return batches.settled(scene, out)


def _is_of_the_same(scene: Scene, last: Claim, claim: Claim) -> bool:
    """Tell whether two counts side by side are of one group that neither is the whole of."""
    if last.attribute not in OUTCOMES or (last.attribute, last.scope) != (claim.attribute, claim.scope):
        return False
    between = scene.article.text[last.anchor.end : claim.anchor.start]
    alike = any(s.startswith("group:") for s in claim.scope) and last.low != claim.low
    return alike and last.sentence == claim.sentence and len(between) <= APART and "," not in between


APART = 8
"""Characters of " and ", " und ", " et de "."""


def _of_another_side(scene: Scene, before: list[Claim], claim: Claim) -> bool:
    """Tell whether a sentence has told another share of whoever a share seems to be of: "A won 51 % to B's 49"."""
    if claim.attribute != "vote share" and (claim.attribute != "%" or not options.is_asked(scene)):
        return False
    mine = _told_of(claim)
    told = [
        c for c in before if c.attribute == claim.attribute and c.sentence == claim.sentence and _told_of(c) == mine
    ]
    return any((c.low, c.high) != (claim.low, claim.high) for c in told)


def _told_of(claim: Claim) -> frozenset[str]:
    """Return of whom and of which time a share is."""
    return frozenset(s for s in claim.scope if s.startswith(("who:", "year:", "past:", "period:")))


def _converted_again(scene: Scene, last: Claim, claim: Claim) -> bool:
    """Tell whether a measure only repeats the one before it in another unit: "165 kph (103 mph)"."""
    between = scene.article.text[last.anchor.end : claim.anchor.start]
    beside = _AGAIN.fullmatch(between) is not None
    return last.unit == claim.unit and last.unit in _METRIC and beside and _near(last, claim)


def _near(a: Claim, b: Claim) -> bool:
    values = [v for v in (a.low, a.high, b.low, b.high) if v is not None]
    return max(values) - min(values) <= CONVERSION * max(values)


_METRIC = frozenset(metric for metric, _ in subjects.CONVERTED.values())
_AGAIN = compiled_by_regex(r" ?(?:[(/]|, (?:or|ou|o|oder|of) (?:\p{L}{4,8} )?) ?")
CONVERSION = 0.08
"""Part of itself by which a measure may change when it is converted and rounded."""


_DECIMAL = frozenset(("cm", "bp", "kW", "GW", "MWh", "TWh", "kWh", "l", "MB", "TB", "PB"))
"""Units that only move the point: nothing is rounded."""


EXCHANGE = 0.01
"""Part of itself by which a sum converted to other money may differ: pages take the rates of other hours."""


def _count(scene: Scene, sentence: Sentence, quantity: Quantity) -> Claim | None:
    if quantity.low is None and quantity.high is None:
        return None
    if quantity.unit in _SKIPPED and quantity.of != "age":
        return None
    if quantity.of == "age" and (quantity.high or quantity.low or 0) < 1:
        return None  # a baby of seven months
    attribute = _attribute(scene, sentence, quantity)
    if attribute is None or _too_few(quantity, attribute) or _of_no_noun(scene, quantity, attribute):
        return None
    if no_count.counts_nothing(scene, sentence, quantity) or other_figures.was_no_change(scene, quantity):
        return None
    span = (quantity.start, quantity.end)
    if attribute in _SHARES and options.is_of_counting(scene, sentence, span):
        attribute = options.COUNTED
    elif attribute == "%" and options.side(scene, sentence, span) is not None:
        attribute = "vote share"
    elif attribute in _MAY_HAVE_SIDES and _chose(scene, sentence, span):
        attribute = "vote share" if quantity.unit == "%" else "vote"
    attribute, scope = _narrowed(scene, sentence, quantity, attribute)
    if subjects.is_rate(sentence, quantity):
        attribute, scope = "exchange rate", set()
    if attribute in OUTCOMES and _of_none(scene, sentence, quantity):
        attribute = SAFE if attribute != SAFE else "death"
    if attribute in OUTCOMES and _led_by(scene, sentence, quantity, "all_but"):
        return None  # "all but 46 were released": so many were not
    owner = _owner(scene, sentence, quantity, attribute)
    if owner is None:
        return None
    scope |= owner
    around = circumstances.find(scene, sentence, span)
    beside = scopes.of_the_country(around.scope, attribute)
    if attribute == "age":
        beside = ()  # whose it is says all: no year, no place beside it is of the age
    if attribute in ("speed", "speed limit"):  # which of the two is decided already
        beside = tuple(s for s in beside if s != "limit:")
    place = subjects.away_from(scene, sentence, quantity)
    if place is not None:
        attribute = "distance"
        scope.add(f"from:{place}")
        beside = tuple(s for s in beside if not s.startswith("place:"))
    if attribute in sites.OF_A_SITE:
        beside = tuple(s for s in beside if not s.startswith("place:"))
    employing = around.status == "planned" and any(c.key == "employee" for c in sentence.of("role"))
    if attribute == "employee" and not employing:
        beside = tuple(s for s in beside if not s.startswith("year:"))  # "the plant (1,260 staff) will close in 2031"
    site, called = sites.scope(scene, sentence, span, attribute)
    scope |= site
    low, high, unit = _meant(quantity)
    if attribute == quantity.unit:
        attribute = unit
    elif attribute == subjects.RATE_CHANGE and quantity.unit not in subjects.CONVERTED:
        unit = "pp"  # "0.75 points"
    return Claim(
        attribute=attribute,
        scope=tuple(sorted({*scope, *beside})),
        low=low,
        high=high,
        unit="person" if attribute in _OF_PEOPLE else "thing" if attribute in _THINGS else unit,
        display=quantity.text,
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status="stated" if attribute == "age" else status.of_count(scene, sentence, span, around.status),
        holder=around.holder,
        as_of=scene.article.published,
        qualifier=quantity.qualifier,
        named=(*scene.named((*scope, *beside)), *called),
        rule="count",
        was=_was(sentence, quantity),
    )


def _chose(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether those counted gave their votes for a side told of them alone."""
    return options.side(scene, sentence, span, behind_only=True) is not None


_THINGS = frozenset(("outbreak", *doing.ANIMALS))
"""What words that count people may count."""

SAFE = "survivor"
"""What those are of whom it is said that none was hurt, killed or lost."""


def _led_by(scene: Scene, sentence: Sentence, quantity: Quantity, part: str) -> bool:
    """Tell whether words of a table lead to a count: "none of the 22 crew was hurt", "all but three were found"."""
    before = fold(scene.article.text[max(sentence.start, quantity.start - LEAD) : quantity.start]).rstrip()
    return before.endswith(_leading_words(scene.article.language, part))


def _of_none(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether what is said of a count happened to none of those counted.

    "None of the 14 passengers and six crew was hurt"; "of the 14 passengers nobody survived".
    """
    if _led_by(scene, sentence, quantity, "none_of"):
        return True
    text = scene.article.text
    if quantity.of == SAFE and quantity.rule != "noun":
        clause = fold(_CLAUSE_END.split(text[quantity.end : min(sentence.end, quantity.end + NOBODY)])[0])
        if any(re.search(rf"(?<!\w){re.escape(w)}", clause) for w in _leading_words(scene.article.language, "nobody")):
            return True
    before = next((q for q in reversed(sentence.quantities) if q.end <= quantity.start), None)
    link = text[before.end : quantity.start].split() if before is not None else ()
    return before is not None and len(link) == 1 and len(link[0]) <= 3 and _of_none(scene, sentence, before)


_CLAUSE_END = compiled_by_regex(r"[.;:!?,\n]")
NOBODY = 70
"""Characters behind a count in which "nobody" may be who survived of them."""

LEAD = 24
"""Characters before a count in which "none of the" may stand."""


@functools.lru_cache(maxsize=32)
def _leading_words(language: str | None, part: str) -> tuple[str, ...]:
    return tuple(fold(words) for words in load(language).table("concepts").get(part, ()))


def _of_no_noun(scene: Scene, quantity: Quantity, attribute: str) -> bool:
    """Tell whether no noun is counted where all nouns have a capital ("um fünf los", "auf 31 gestiegen"), and whether
    one with a capital is where they have none: "the thirteen Grey Wolves" are a team."""
    if attribute in doing.ANIMALS and not load(scene.article.language).table("names").get("nouns_capitalised"):
        return any(word[0].isupper() for word in TOKEN.findall(quantity.text)[1:])
    if attribute[2:3] != ":" or not load(scene.article.language).table("names").get("nouns_capitalised"):
        return False
    return not any(word[0].isupper() for word in TOKEN.findall(quantity.text) if not word[0].isdigit())


def _too_few(quantity: Quantity, attribute: str) -> bool:
    """Tell whether so few are counted that nobody would check it: "the two presidents"."""
    return (
        attribute not in CUMULATIVE | repeats.COUNTED | _TOLD_TO_THE_LAST
        and (quantity.high or quantity.low or 0) <= 2
        and quantity.unit in (None, "person", "thing")
    )


def _narrowed(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> tuple[str, set[str]]:
    """Return what is counted, and as scope which of those: of a kind, a part, those of an earlier time."""
    if attribute == "age":
        return attribute, set()  # one person's
    # all the injured are the injured, a hospital is no kind of hospital
    groups = (
        _groups(scene, sentence, quantity)
        - {attribute, OF_ITS_OWN.get(attribute)}
        - SAME_PEOPLE.get(attribute, frozenset())
    )
    if quantity.unit == "thing":
        groups -= _OF_PERSONS  # "44 buildings are seriously damaged", "14 gadgets for children"
    if attribute == "injury" and groups & SAME_PEOPLE["affected"]:
        attribute, groups = "affected", groups - SAME_PEOPLE["affected"]  # "340 000 épargnants sont touchés"
    if attribute == "officer" and "police" in groups and scene.opening & doing.POLICED:
        attribute, groups = "police officer", groups - {"police"}
    if attribute in _IN_HOSPITAL and "hospital" in groups:
        attribute, groups = "hospitalised", groups - {"hospital"}  # "41 injured were taken to hospital"
    if attribute in ("person", "hospitalised") and "serious" in groups and _are_in_it(sentence, quantity):
        attribute = "injury"  # "four of them in serious condition"
    scope: set[str] = set()
    if quantity.old and attribute not in CUMULATIVE:
        scope.add("past:")  # tolls are told as they grow
    if quantity.part and attribute != "hospitalised" and not (groups and attribute in CUMULATIVE):
        scope.add("part:")  # a part of which is told who they are, or that it lies in hospital, is the number of those
    if batches.is_batch(scene, sentence, quantity, attribute):
        scope.add(batches.PART)
    if attribute == "%" and (change := other_figures.change(scene, sentence, quantity)) is not None:
        attribute = change
    elif attribute == "%" and groups:
        attribute, groups = f"{SHARE_OF}{min(groups)}", frozenset()
    scope.update(f"group:{g}" for g in groups if g != "total" or attribute not in CUMULATIVE)
    scope.update(subjects.state(scene, sentence, quantity, attribute))
    scope.update(subjects.changing(scene, sentence, quantity, attribute))
    return attribute, scope


def _are_in_it(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether how badly hurt they are is told of the very people counted."""
    return any(c.key == "serious" and quantity.start < c.start and c.end <= quantity.end for c in sentence.of("group"))


def _owner(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> set[str] | None:
    """Return as scope whose an age, a share or a price is, nobody's of other counts; None where it needs one."""
    if attribute not in NEEDS_WHO and attribute != "%":
        return set()
    who = owners.of_whom(scene, sentence, quantity, attribute)
    if who is None:
        return set() if attribute in MAY_BE_WHOLE else None
    offices = ages.offices(scene, sentence, (quantity.start, quantity.end), who) if attribute == "age" else ()
    return {f"who:{who}", *offices}


def _meant(quantity: Quantity) -> tuple[float | None, float | None, str]:
    """Return the bounds a quantity is meant within and their unit, a metric one."""
    low, high = quantity.low, quantity.high
    if low is not None and low == high:
        low, high = _loosened(low, quantity.qualifier)
        if quantity.rule == "converted" and low is not None and low == high:
            low, high = low * (1 - EXCHANGE), low * (1 + EXCHANGE)
    unit = quantity.unit or "thing"
    return _converted(low, high, unit) if unit in subjects.CONVERTED else (low, high, unit)


def _was(sentence: Sentence, quantity: Quantity) -> tuple[float, float] | None:
    """Return what the sentence says the value was before: "from 42 million to 35"."""
    if quantity.old:
        return None
    for other in sentence.quantities:
        if other.old and (other.unit, other.of) == (quantity.unit, quantity.of) and other.group == quantity.group:
            return (other.low if other.low is not None else 0.0), (other.high if other.high is not None else inf)
    return None


def _converted(low: float | None, high: float | None, unit: str) -> tuple[float | None, float | None, str]:
    """Return bounds in the metric unit: of two pages, one for miles and one for kilometres, either may have rounded."""
    metric, factor = subjects.CONVERTED[unit]
    if low is not None and low == high and unit not in _DECIMAL:
        low, high = low * (1 - CONVERSION / 2), low * (1 + CONVERSION / 2)
    return (low * factor if low is not None else None), (high * factor if high is not None else None), metric


def _loosened(value: float, qualifier: str | None) -> tuple[float | None, float | None]:
    if qualifier == "about":
        return value * 0.9, value * 1.1
    if qualifier == "nearly":
        return value * 0.85, value
    if qualifier in ("at least", "more than"):
        return value, None
    if qualifier in ("up to", "less than", "at most"):
        return None, value
    return value, value


def _attribute(scene: Scene, sentence: Sentence, quantity: Quantity) -> str | None:
    """Return what is counted or measured: its concept, else its noun, as far as what stands beside does not tell."""
    told = [q for q in sentence.quantities if q.end <= quantity.start] if quantity.rule == "converted" else []
    if told:  # the same sum in other money
        same = _attribute(scene, sentence, told[-1])
        return quantity.unit if same == told[-1].unit else same
    if quantity.unit == "person" and quantity.of and other_figures.is_whole(scene, sentence, quantity):
        return quantity.of  # "12 of the 45 injured are in hospital"
    attribute = subjects.refined(scene, sentence, quantity, doing.attribute(scene, sentence, quantity))
    attribute = distances.apart(scene, sentence, quantity, attribute)
    return gatherings.came(scene, sentence, quantity, attribute)


@functools.cache
def _concepts() -> frozenset[str]:
    """Return the keys of what may be counted: the same in every language, so those of one tell all."""
    table = load("en").table("concepts")
    return frozenset((*table.get("nouns", ()), *table.get("verbs", ())))


def _groups(scene: Scene, sentence: Sentence, quantity: Quantity) -> frozenset[str]:
    """Return the keys of the words that narrow a count: those inside it, and right behind it in its phrase."""
    if other_figures.is_whole(scene, sentence, quantity):
        return frozenset(quantity.group) & {other_figures.TOTAL}
    text = scene.article.text
    reach = quantity.end
    following = min((q.start for q in sentence.quantities if q.start >= quantity.end), default=sentence.end)
    while reach < min(following, quantity.end + 30) and text[reach] not in ",;.:()\n" and not text[reach].isdigit():
        reach += 1
    if quantity.unit == "%":  # what it is of; votes are their party's
        return frozenset(quantity.group) - {"vote"} if quantity.of == "%" else frozenset()
    if quantity.of == "score":
        return frozenset(quantity.group)  # the higher of two numbers, or the lower
    if quantity.unit not in (None, "person", "thing"):
        return frozenset()  # "a quake of magnitude 6.3 in the night": words that narrow counts narrow no measure
    found = {c.key for c in sentence.cues if c.section == "group" and quantity.start <= c.start and c.end <= reach}
    before = (c for c in sentence.cues if c.section == "group" and c.key in _BEFORE_TOO and c.end < quantity.start)
    found |= {c.key for c in before if text[c.end : quantity.start].isspace()}  # "foram identificadas 71 vítimas"
    inside = fold(text[quantity.start : quantity.end])
    # generals, "Offiziere", "naval officers": only who is called so in English is police
    of_police = "officer" in inside and any(
        c.key == "police" and quantity.start <= c.start < quantity.end for c in sentence.of("group")
    )
    kinds = {*quantity.group} - (set() if of_police else {"officer"})
    known = {c.key for g in kinds for c in cues.find(g, scene.article.language) if c.section == "group"}
    known |= {c.key for g in kinds for c in cues.find(g, "en") if c.section == "group"}
    concepts = _concepts()
    narrowing = [w for g in quantity.group if g not in GENERIC and g not in concepts for w in LONG_WORD.findall(g)]
    whole = {g for g in quantity.group if g in concepts and (quantity.of in OUTCOMES or fold(g) not in inside)}
    found |= {g for g in quantity.group if len(g) == 2 and g.isupper()}  # a nation by its code
    outcome = quantity.of in OUTCOMES  # of those killed, "three firefighters" are a part
    found |= known or whole | {doing.stem(fold(w)) for w in narrowing if outcome or fold(w) not in inside}
    found -= GENERIC
    if any(len(g) == 2 and g.isupper() for g in found):
        found -= set(_BEFORE_TOO)  # whose nation is known is known
    if "unidentified" in found:
        found.discard("identified")  # "not all have been identified"
    if quantity.of == "person" and quantity.of_text and not found:
        generic = any(c.section == "generic" for c in cues.find(quantity.of_text, scene.article.language))
        if not generic:  # "53 Britanniques": people of one kind
            found.add(doing.noun(quantity, scene.article.language) or "")
    return frozenset(g for g in found if g)
