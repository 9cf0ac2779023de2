"""The verdict on a group of values: agreed, disputed, evolving, rounded, same instant, alone, or none."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

import regex

from recoupe.claims.article.ground import cues
from recoupe.claims.article.ground.seconds import DAY, YEAR
from recoupe.claims.article.numbers import batches
from recoupe.claims.comparison.group import FORECAST, Key
from recoupe.claims.comparison.unnamed import ANYBODY
from recoupe.claims.values import (
    CUMULATIVE,
    FOLLOWING,
    MARKETS,
    OPEN,
    SHARE_OF,
    Interval,
    Item,
    all_meet,
    in_turn,
    meet,
    moment,
    of_its_minute,
)
from recoupe.model import Article
from recoupe.text import anchors
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_STEM = compiled_by_regex(r"(?<!\p{L})\p{L}{5}", regex.V1)


SHARED = 6
"""Word beginnings two sentences of one language share when they count the same unnamed thing."""


CORE = CUMULATIVE | {
    "protester", "aboard", "crew", "turnout", "abstention", "vote share", "seat", "vote", "magnitude",
    "depth", "height", "length", "speed", "wind speed", "wind force", "revenue", "profit", "loss", "dividend", "job",
    "employee",
    "eligible", "voter", "firefighter", "police officer", "rescuer", "deployed", "age", "fine",
    "striker", "attended", "ransom", "share price", "distance", "rainfall", "height of the fall",
    "things stolen", "value of the loot", "reward", "people in shelters", "shelter", "helicopter", "investigator",
    "lead in votes", "votes for", "votes against",
    "abstentions in the vote", "absent members", "gust", "wave height", "water level", "flow", "altitude",
    "treated", "intruder", "contact", "air pressure", "price per share", "guarantee", "bad loans", "withdrawals",
    "category",
    "body", "violation", "rate change", "on floor", "force of the blast", "released", "dissenting votes", "pull-back",
}  # fmt: skip
"""What is the same thing in one story without more said: there is one toll, one turnout, one net profit."""


REVISED = frozenset(
    (
        "vote share", "turnout", "seat", "lead in votes", "votes for", "votes against", "reward", "people in shelters",
        "shelter", "magnitude", "embezzled", "donation", "price per share", "category",
    )
)  # fmt: skip
"""What is counted or set anew as an event goes on, without growing and shrinking with it."""


_SEVERAL = frozenset((("on floor", "storey"), ("distance", "m")))
"""What a story may have several of, with its unit: floors where it happened, things some metres apart."""

SPOKEN = frozenset(("speech", "press"))
"""Events a story has several of on several days."""

MINUTES = 300.0


def verdict(key: Key, items: list[Item], by_id: Mapping[str, Article]) -> str | None:
    """Return the status of a group of neighbours, None when it is not worth a line."""
    articles = {i.claim.anchor.article for i in items}
    pairs_meet = all_meet(items)
    distinct = len({(round(i.interval[0], 3), round(i.interval[1], 3)) for i in items})
    if key.unit == "instant" and not pairs_meet and _within_minutes(items):
        return "rounded"
    if pairs_meet:
        if distinct > 1 and len(articles) > 1:
            return "rounded"
        if len(articles) > 1:
            return "same instant" if key.unit == "instant" and clocks(items) > 1 else "agreed"
        return "alone"
    if len(articles) > 1 and _became(items):
        return "evolving"
    if len(articles) == 1 and key.attribute == "protester" and sides(items):
        return "disputed"  # the police and those who marched
    if len(articles) == 1 and key.unit == "instant" and not sides(items):
        return None  # one article's two clock times are of two moments
    if len(articles) == 1 and key.unit == "second" and len({i.claim.sentence for i in items}) == 1:
        return None  # two lengths of one sentence are of two things: "13-week bills and 26-week bills"
    if len(articles) == 1 and key.unit not in ("instant", "second", "day", "year") and key.attribute not in CUMULATIVE:
        return None  # one article's several numbers are rarely of one thing
    if key.unit == "thing" and key.attribute in ("missing", "death", "injury"):
        return None  # missing e-mails
    if key.planned and key.attribute in FORECAST and key.unit in ("km/h", "mm", "m", "person"):
        return None  # two forecasts are of two places or two days
    if key.attribute == "person":
        return None  # people of whom nothing is said are any people
    if key.unit not in ("instant", "second", "day", "year") and key.attribute not in CORE:
        two_sides = key.attribute.startswith(SHARE_OF) and sides(items)  # "34% of teachers", "55%, say the unions"
        if not _alike(items, by_id) or not (_told_twice(items, by_id) or two_sides):
            return None
    if key.unit == "day" and key.event in SPOKEN:
        return None
    if going_on(key) and on_other_days(items):
        return None
    if key.attribute == "age" and (_grown(items) or of_other_years(items, by_id)):
        return None
    if key.attribute == "age" and not ANYBODY.isdisjoint(n[4:] for n in key.narrow) and not _told_twice(items, by_id):
        return None  # a story has several men
    if items[0].claim.rule == "term" and of_other_years(items, by_id, before=BEFORE_A_TERM):
        return None  # the sentence of 1959 and that of 1997
    if key.attribute in ("dating", "second") and not (_told_twice(items, by_id) and _alike(items, by_id)):
        return None  # a story dates several things
    if (key.event == "announcement" or (key.attribute, key.unit) in _SEVERAL) and not _told_twice(items, by_id):
        return None  # a story has several announcements
    if any(n.startswith("elsewhere:") for n in key.narrow) or _of_some_part(key):
        return None
    if key.attribute == "magnitude" and key.narrow:
        return None  # there are many aftershocks
    if in_turn(key.attribute, key.unit) and _told_in_turn(items):
        return "evolving"
    if (key.attribute in CUMULATIVE or key.attribute in REVISED) and _evolves(items):
        return "evolving"
    if not _of_moments(key, items, by_id):
        return "disputed"
    return "evolving" if key.unit == "%" and len(articles) > 1 else None


def _of_moments(key: Key, items: Sequence[Item], by_id: Mapping[str, Article]) -> bool:
    """Tell whether what a share costs, or how far it fell, is told of moments that differ: no dispute.

    A price is of its minute. "At one point it had lost 20%" is not the day's loss, nor is what was lost in two days.
    """
    if key.attribute not in MARKETS:
        return False
    if key.unit != "%":
        return all(of_its_minute(key.attribute, key.unit, i.interval) for i in items)

    def momentary(item: Item) -> bool:
        article = by_id.get(item.claim.anchor.article)
        said = article.text[slice(*item.claim.sentence)] if article is not None else ""
        return article is not None and any(c.key == "momentary" for c in cues.find(said, article.language))

    return all_meet([i for i in items if not momentary(i)])


def _told_in_turn(items: Sequence[Item]) -> bool:
    """Tell whether one article tells two of the values: an old one beside a new one."""
    return any(
        a.claim.anchor.article == b.claim.anchor.article and not meet(a.interval, b.interval)
        for a, b in itertools.combinations(items, 2)
    )


def _grown(items: Sequence[Item]) -> bool:
    """Tell whether all who tell another age wrote so much later or earlier: 27 at the arrest, 29 at the verdict.

    A page without a date tells an age that a dated one tells too.
    """
    told = sorted((moment(i.claim.as_of), i.interval[0]) for i in items if i.claim.as_of)
    first, age = told[0] if told else (0.0, 0.0)
    ages = {i.interval[0] for i in items}
    return ages == {other for _, other in told} and all(
        abs(passed - years) < YEAR and (passed > SOON or not years)
        for at, other in told
        for passed, years in ((at - first, (other - age) * YEAR),)
    )


BEFORE_A_TERM = 240
"""Characters before the sentence of a term in which the year of the trial is told."""


def of_other_years(items: Sequence[Item], by_id: Mapping[str, Article], before: int = 0) -> bool:
    """Tell whether the sentences of values that differ print other years: "in 2005, at 91", "he said at 92 in 2006".
    Characters `before` them, of the same text, are looked at too."""
    told = []
    for item in items:
        article = by_id.get(item.claim.anchor.article)
        start, end = item.claim.sentence
        said = article.text[max(0, start - before) : end] if article is not None else ""
        told.append((item.interval, frozenset(_YEAR.findall(said))))
    pairs = [(a, b) for n, (value, a) in enumerate(told) for other, b in told[n + 1 :] if not meet(value, other)]
    return all(a and b and a.isdisjoint(b) for a, b in pairs)


_YEAR = compiled_by_regex(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)")

GOING_ON = frozenset(
    ("clash", "protest", "war", "strike", "siege", "search", "fire", "flood", "attack", "hostage", "blackout")
)
"""Events of which pages tell how many days they have lasted so far: a page of the next day tells one more."""


def going_on(key: Key) -> bool:
    """Tell whether a length is of an event of which pages tell how long it has lasted so far."""
    return key.unit == "second" and key.event in GOING_ON and not key.planned


def on_other_days(items: Sequence[Item]) -> bool:
    """Tell whether lengths of days that differ are told by pages of other days, or of days not known."""
    return all(
        min(a.interval[1], b.interval[1]) >= DAY
        and (a.claim.as_of is None or b.claim.as_of is None or a.claim.as_of[:10] != b.claim.as_of[:10])
        for n, a in enumerate(items)
        for b in items[n + 1 :]
        if not meet(a.interval, b.interval)
    )


SOON = 60 * DAY
"""Seconds within which nobody who reports an event grows older."""


def _of_some_part(key: Key) -> bool:
    """Tell whether a part of a whole is counted and nothing says which: "three of them", "the first four"."""
    if batches.PART in key.narrow:
        return True
    return any(n.startswith("part:") for n in key.narrow) and not any(n.startswith("group:") for n in key.narrow)


def _alike(items: Sequence[Item], by_id: Mapping[str, Article]) -> bool:
    """Tell whether sentences with different values share words: what a story may count several of needs a likeness.

    Sentences of two languages cannot be held against each other: they pass.
    """
    told = []
    for item in items:
        article = by_id.get(item.claim.anchor.article)
        if article is None:
            continue
        start, end = item.claim.sentence
        words = frozenset(_STEM.findall(fold(anchors.words(article, start, end, item.claim.anchor.part))))
        told.append((item.interval, article.language, words))
    return any(
        not meet(a, b) and (language != other or len(words & others) >= SHARED)
        for n, (a, language, words) in enumerate(told)
        for b, other, others in told[n + 1 :]
    )


def _told_twice(items: Sequence[Item], by_id: Mapping[str, Article]) -> bool:
    """Tell whether two articles tell one value ("18.2 billion", "a little more than 18 billion"), or one tells two:
    each of one page alone, they may be of two things. Those that print one sentence are one."""
    tellers: dict[Interval, set[str]] = defaultdict(set)
    for item in items:
        article = by_id.get(item.claim.anchor.article)
        said = anchors.words(article, *item.claim.sentence, item.claim.anchor.part) if article is not None else ""
        tellers[item.interval].add(said.strip() or item.claim.anchor.article)
    if len({i.claim.anchor.article for i in items}) == 1:
        return True
    told = sorted(tellers.items())
    return any(len(articles) > 1 for _, articles in told) or any(
        meet(a, b) and _narrow(a) and _narrow(b) and len(mine | others) > 1
        for n, (a, mine) in enumerate(told)
        for b, others in told[n + 1 :]
    )


def _narrow(interval: Interval) -> bool:
    """Tell whether an interval tells a value: it is no wider than "more than" is meant."""
    return 0 < interval[1] <= OPEN * interval[0]


def sides(items: Sequence[Item]) -> bool:
    """Tell whether every value is held by someone, and two that do not meet by two."""
    return all(i.claim.holder for i in items) and len({i.claim.holder for i in items}) > 1


def _within_minutes(items: Sequence[Item]) -> bool:
    """Tell whether clock times differ by five minutes at most: one moment, read off several clocks."""
    return max(i.interval[0] for i in items) - min(i.interval[1] for i in items) <= MINUTES


def clocks(items: Sequence[Item]) -> int:
    return len({i.claim.zone for i in items if i.claim.zone})


def _became(items: Sequence[Item]) -> bool:
    """Tell whether all that differ are what a value was and what one of the articles says it became."""
    turned = [(i.interval, i.claim.was) for i in items if i.claim.was is not None]

    def became(new: Interval, old: Interval) -> bool:
        return any(value == new and meet(was, old) for value, was in turned)

    told = sorted({i.interval for i in items})
    return all(meet(a, b) or became(a, b) or became(b, a) for a, b in itertools.combinations(told, 2))


def _evolves(items: Sequence[Item]) -> bool:
    """Tell whether the values follow each other in time: corrections are announced, or later articles say another."""
    if any(i.claim.status in FOLLOWING for i in items):
        return True
    spans: dict[Interval, list[float]] = defaultdict(list)
    for item in items:
        if item.claim.as_of is None:
            return False
        spans[item.interval].append(moment(item.claim.as_of))
    ranges = sorted((min(times), max(times)) for times in spans.values())
    if all(a[1] < b[0] for a, b in itertools.pairwise(ranges)):
        return True
    told = [(min(times), max(times)) for _, times in sorted(spans.items())]  # of a day's pages none tells its hour
    return items[0].claim.attribute in batches.RISING and all(a[1] <= b[0] for a, b in itertools.pairwise(told))
