"""Claims from quantities: tolls and other counts, money, percentages, measures."""

from __future__ import annotations

from recoupe.claims.article.ground import circumstances, status
from recoupe.claims.article.ground import scope as scopes
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.numbers import (
    batches,
    bounds,
    changes,
    counted,
    doing,
    groups,
    markets,
    measures,
    money,
    no_count,
    none_of,
    options,
    other_figures,
    owners,
    repeats,
    sites,
    subjects,
)
from recoupe.claims.values import CUMULATIVE, OUTCOMES
from recoupe.model import Claim, Quantity
from recoupe.text.currencies import is_money

_SKIPPED = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))

_TOLD_TO_THE_LAST = frozenset(
    ("factory", "farm", "drone", "missile", "rocket", "bomb", "explosion", "shot", "attacker", "thief", "helicopter")
)
"""What makes a story's own event: of these even one or two are worth comparing."""

_OF_PEOPLE = frozenset(("protester", "without power"))
"""What is told of people though a page may count their homes, or a crowd without a noun."""

_RUN = frozenset(("employee", "bank branch"))
"""What a company has now: a year beside it is that of its founding, or of what is planned."""

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
            elif not out or not bounds.is_converted(scene, out[-1], claim):
                out.append(claim)
            elif quantity.unit == claim.unit and not is_money(claim.unit):
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


def _count(scene: Scene, sentence: Sentence, quantity: Quantity) -> Claim | None:
    if quantity.low is None and quantity.high is None:
        return None
    if quantity.unit in _SKIPPED and quantity.of != "age":
        return None
    if quantity.of == "age" and (quantity.high or quantity.low or 0) < 1:
        return None  # a baby of seven months
    attribute = _attribute(scene, sentence, quantity)
    if attribute is None or _too_few(quantity, attribute) or no_count.has_no_noun(scene, quantity, attribute):
        return None
    if no_count.counts_nothing(scene, sentence, quantity) or other_figures.was_no_change(scene, quantity):
        return None
    span = (quantity.start, quantity.end)
    if attribute in _SHARES and options.is_of_counting(scene, sentence, span):
        attribute = options.COUNTED
    elif attribute == "%" and options.side(scene, sentence, span) is not None:
        attribute = "vote share"
    elif (told := markets.against_the_price(scene, sentence, quantity, attribute)) is not None:
        attribute = told
    elif markets.moved(scene, sentence, quantity, attribute) or markets.priced(scene, sentence, quantity, attribute):
        attribute = markets.SHARES
    elif attribute in _MAY_HAVE_SIDES and _chose(scene, sentence, span):
        attribute = "vote share" if quantity.unit == "%" else "vote"
    attribute, scope = groups.narrowed(scene, sentence, quantity, attribute)
    if attribute == "match" and nearest(scene, sentence, span, _missed(sentence), MISSED):
        attribute = "match missed"
    if money.is_rate(sentence, quantity):
        attribute, scope = "exchange rate", set()
    if attribute in OUTCOMES and none_of.happened(scene, sentence, quantity):
        attribute = none_of.SAFE if attribute != none_of.SAFE else "death"
    if attribute in OUTCOMES and none_of.all_but(scene, sentence, quantity):
        return None  # "all but 46 were released": so many were not
    owner = owners.scope(scene, sentence, quantity, attribute)
    if owner is None:
        return None
    scope |= owner
    around = circumstances.find(scene, sentence, span)
    beside = scopes.of_the_country(around.scope, attribute)
    if attribute == "age":
        beside = ()  # whose it is says all: no year, no place beside it is of the age
    if attribute in ("speed", "speed limit"):  # which of the two is decided already
        beside = tuple(s for s in beside if s != "limit:")
    place = measures.away_from(scene, sentence, quantity)
    if place is not None:
        attribute = "distance"
        scope.add(f"from:{place}")
        beside = tuple(s for s in beside if not s.startswith("place:"))
    if attribute in sites.OF_A_SITE:
        beside = tuple(s for s in beside if not s.startswith("place:"))
    employing = around.status == "planned" and any(c.key == "employee" for c in sentence.of("role"))
    if attribute in _RUN and not employing:
        beside = tuple(s for s in beside if not s.startswith("year:"))  # "the plant (1,260 staff) will close in 2031"
    was = bounds.before(sentence, quantity)
    if was is not None:
        beside = tuple(s for s in beside if s not in ("past:", "elsewhere:"))  # "fell to 312 from 410 a year earlier"
    site, called = sites.scope(scene, sentence, span, attribute)
    scope |= site
    low, high, unit = bounds.meant(quantity)
    if attribute == quantity.unit:
        attribute = unit
    elif attribute == changes.RATE_CHANGE and quantity.unit not in bounds.CONVERTED:
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
        was=was,
    )


def _missed(sentence: Sentence) -> list[Found]:
    return [c for c in sentence.of("deed") if c.key == "missed"]


MISSED = 40
"""Within this cost of a count of matches a word says that somebody did not play them."""


def _chose(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether those counted gave their votes for a side told of them alone."""
    return options.side(scene, sentence, span, behind_only=True) is not None


_THINGS = frozenset(("outbreak", *doing.ANIMALS))
"""What words that count people may count."""


def _too_few(quantity: Quantity, attribute: str) -> bool:
    """Tell whether so few are counted that nobody would check it: "the two presidents"."""
    return (
        attribute not in CUMULATIVE | repeats.COUNTED | _TOLD_TO_THE_LAST
        and (quantity.high or quantity.low or 0) <= 2
        and quantity.unit in (None, "person", "thing")
    )


def _attribute(scene: Scene, sentence: Sentence, quantity: Quantity) -> str | None:
    """Return what is counted or measured: its concept, else its noun, as far as what stands beside does not tell."""
    told = [q for q in sentence.quantities if q.end <= quantity.start] if quantity.rule == "converted" else []
    if told:  # the same sum in other money
        same = _attribute(scene, sentence, told[-1])
        return quantity.unit if same == told[-1].unit else same
    if quantity.unit == "person" and quantity.of and other_figures.is_whole(scene, sentence, quantity):
        return quantity.of  # "12 of the 45 injured are in hospital"
    attribute = subjects.refined(scene, sentence, quantity, doing.attribute(scene, sentence, quantity))
    attribute = measures.apart(scene, sentence, quantity, attribute)
    return counted.came(scene, sentence, quantity, attribute)
