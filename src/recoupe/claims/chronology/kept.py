"""Which lines of a timeline are kept: what surely happened on its day, in this story.

Left out: lines about nobody the story is about, days long before the story that one article alone recalls, days that
one article alone tells and does not name, clock times of a day that no page tells, what one page alone says had been
planned ("should have sailed at 7"), is to be done by then, or dates by a weekday before the story on which nobody else
tells anything.
A big story keeps what two origins tell in words they share.
"""

from __future__ import annotations

import bisect
import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

import regex

from recoupe.claims.article.facts.naming import Naming
from recoupe.claims.article.ground import quoted
from recoupe.claims.article.ground.seconds import DAY, iso_seconds
from recoupe.claims.article.times import day_words
from recoupe.claims.article.times.dated import LATELY, NAMELESS
from recoupe.claims.chronology import lines
from recoupe.claims.chronology.story_days import CLOSING
from recoupe.claims.chronology.tellings import Telling, told_by
from recoupe.claims.chronology.words import words
from recoupe.model import Annotated, Article, Independent, Quantity
from recoupe.text.patterns import compiled_by_regex

_DIGIT = compiled_by_regex(r"\p{N}", regex.V1)

BACKGROUND = 45 * DAY
"""What lies further back than this before the story's day is background: kept only where two articles recall it."""

NAMED_BY = 2
"""Origins that must tell of a day, by its number, what no table knows a word for."""

_PROPER = compiled_by_regex(r"(?<=[\p{Ll},] )\p{Lu}\p{L}{3,}", regex.V1)
"""A word in capitals within a sentence."""

PROPER = 4
"""Pages that must print such a word for it to be a name of the story; three may be of one language's nouns."""

NEAR = 60 * DAY
"""What one page plans, or recalls, within this of the story's day of whom it is about is a line all the same."""

SEVERAL = 4
"""Articles from which on a story tells its events more than once: what one of them alone dates must be dated well."""

MANY = 40
"""A story of more pages than this keeps only what two origins tell."""


def pages(articles: Sequence[Article]) -> int:
    """Return how many pages the articles stand on: a live blog of thirty entries is one."""
    return len({a.part_of or a.id for a in articles})


PLANS = 3 * DAY
"""From how long after the story's day on a plan must name somebody the story is about."""

OURS = 0.3
"""Share of the articles of such a story that must name somebody or somewhere before the story is about them."""

SAID = 2
"""Words beside the story's own that a third of those who tell a line without an hour share: it is one happening."""

EVERYWHERE = 0.1
FEW = 10
"""Share of all tellings, and their number, from which on a word is the story's own."""


class Story(NamedTuple):
    """What tells whether a line is kept: the story it is of.

    `articles` counts them, `main` is the event most of them open with, `centre` the day most tellings are of, `lasting`
    that they are of several days, `days` how many articles tell of each, `common` the words in a good part of them.
    `people` has by each one's id the articles that name them. `ours` tells whether a telling is of the story.
    """

    articles: int
    main: str | None
    centre: float | None
    lasting: bool
    days: Mapping[float, int]
    common: frozenset[str]
    people: Mapping[str, Collection[str]]
    mentions: Mapping[str, Annotated]
    ours: Callable[[Telling, bool], bool]
    independent: Independent

    def keeps(self, group: Sequence[Telling]) -> bool:
        """Tell whether the tellings of one line make one to show."""
        if group[0].what == LATELY:
            return self._lately(group)
        if not _matters(group, self.centre) or all(_strayed(t, self.centre) for t in group):
            return False
        if self.articles >= SEVERAL and not _told_well(group, self.main, self.lasting):
            return False
        if not any(self.ours(t, False) for t in group):
            return False
        if all(_of_somebody(t) and len(self.people.get(t.what[2], ())) < 2 for t in group):
            return False
        origins = self.independent(sorted(told_by(group)))[0]
        if group[0].what == NAMELESS and origins < NAMED_BY and not any(map(self._near, group)):
            return False
        if self.articles > MANY:
            return origins > 1 and (group[0].clock or _one_happening(group, self.common, self.articles))
        return origins > 1 or not all(_had_been_planned(t, self.mentions) or self._aside(t) for t in group)

    def _lately(self, group: Sequence[Telling]) -> bool:
        """Tell whether what has happened on a weekday is a line: after the story's day, or before it of several."""
        near = [t for t in group if self._near(t)]
        if group[0].begin > (self.centre or 0.0):
            return len(group) == 1 and bool(near)
        return self.independent(sorted(told_by(near)))[0] > 1

    def _aside(self, telling: Telling) -> bool:
        """Tell whether what one origin tells is no step of the story: a deadline, others' plan, a weekday astray, when
        somebody was quoted."""
        article, time = telling.article, telling.time
        if telling.what[1] == "clock" and self._quotes(telling):
            return True  # when a witness was quoted
        if not telling.clock and quoted.holds(self._said(telling), time.start):
            return True  # "Yesterday I chose what to wear," she said
        if telling.planned:
            late = self.centre is not None and telling.begin >= self.centre + PLANS
            others = telling.what[0] != self.main and not self.ours(telling, True)
            return day_words.deadline(article, time) or (late and others)
        astray = telling.weekday and telling.clock and telling.begin < (self.centre or 0.0)
        return astray and self.days[telling.begin // DAY] == 1 and telling.what[0] != self.main

    def _quotes(self, telling: Telling) -> bool:
        """Tell whether words of a telling's sentence are quoted."""
        start, end = telling.sentence
        return any(s < end and start < e for s, e in self._said(telling))

    def _said(self, telling: Telling) -> list[tuple[int, int]]:
        """Return the words quoted as they were said: of some in a sentence ('saying it was "considering its options"')
        what stands around them is the page's."""
        return quoted.spans(q for q in self.mentions[telling.article.id].quotes if q.kind == "direct")

    def _near(self, telling: Telling) -> bool:
        """Tell whether a day is near the story's own, and its sentence names somebody the story is about."""
        near = self.centre is not None and abs(telling.begin - self.centre) <= NEAR
        return near and self.articles <= MANY and self.ours(telling, telling.what != NAMELESS)


def of_story(
    articles: Sequence[Article], named: Mapping[str, Sequence[Naming]], independent: Independent
) -> Callable[[Telling, bool], bool]:
    """Return what tells whether a telling is of the story: it names nobody at all, or somebody the story is about.

    Asked for what surely is, only what names somebody the story is about, or has a name that many of its pages print.

    `named` is whom each article names. Pages print other news too ("Also today: ..."), of people that nobody names
    again. Where a paragraph names somebody of the story, a place that nobody names again is one of its own. A big
    story is about whom a share of its articles names.
    """
    naming: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        for who in named[article.id]:
            naming[who.entity] += [article.id] * len(who.starts)
    many = pages(articles) > MANY

    def is_ours(by: Sequence[str]) -> bool:
        if many:
            return len(set(by)) >= OURS * len(articles)
        return len(by) > len(set(by)) or independent(sorted(set(by)))[0] > 1

    ours = {entity for entity, by in naming.items() if by and is_ours(by)}
    people = {who.entity for its in named.values() for who in its if who.person}

    @functools.cache
    def spread() -> Counter[str]:
        return Counter(w for a in articles for w in set(_PROPER.findall(a.text)))

    @functools.cache
    def places(article: str) -> list[tuple[int, str]]:
        return sorted((start, who.entity) for who in named[article] for start in who.starts)

    def there(telling: Telling, start: int, end: int) -> set[str]:
        mine = places(telling.article.id)
        return {e for _, e in mine[bisect.bisect_left(mine, (start,)) : bisect.bisect_left(mine, (end,))]}

    def told(telling: Telling, surely: bool) -> bool:
        start, end = telling.sentence
        whom = there(telling, start, end)
        if surely:
            said = set(_PROPER.findall(telling.article.text, start, end))
            language = telling.article.language
            known = (w for w in said if spread()[w] >= PROPER and not day_words.own_day(f"1 {w}", language))
            return not whom.isdisjoint(ours) or any(known)
        if not ours or (not whom and not many) or not whom.isdisjoint(ours):
            return True
        if not whom.isdisjoint(people):
            return telling.article.kind == "update" and bool(telling.what[0])  # an entry's chief of police is its own
        text = telling.article.text
        start, end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        return not many and not there(telling, start, end if end >= 0 else len(text)).isdisjoint(ours)

    return told


def of_a_rate(telling: Telling, mentions: Mapping[str, Annotated]) -> bool:
    """Tell whether the sentence of a telling counts nothing but by how much a price rose or fell: no happening.

    "At 9:05 it gained 5.2%." Prices move all day long; a halt of trading and results are events.
    """
    if telling.what[0] in _OF_MARKETS or (telling.what[0] and telling.planned):
        return False
    start, end = telling.sentence
    its = mentions.get(telling.article.id, Annotated()).quantities
    told = its[bisect.bisect_left(its, start, key=_start) : bisect.bisect_left(its, end, key=_start)]
    return all(q.of in _RATES for q in told) and any(q.unit == "%" for q in told)


def _start(quantity: Quantity) -> int:
    return quantity.start


_RATES = frozenset(("rise", "fall", "change", "share price", "trade", "%"))
_OF_MARKETS = frozenset(("trading_halt", "results"))


def _told_well(group: Sequence[Telling], main: str | None, lasting: bool) -> bool:
    """Tell whether a line's event surely happened on its day: two articles tie them, or the words of one name the date.

    What one article tells of an event beside the story's `main` one by a weekday, or by a day it does not name ("three
    days before"), is left out; so is a clock time of a day that its page does not tell, in a story of several days
    (`lasting`).
    """
    if len(told_by(group)) > 1:
        return True
    if group[0].clock:
        return not (lasting and all(t.dayless for t in group))
    return any(t.day_named and (_DIGIT.search(t.time.text) or t.what[0] == main or _over(t)) for t in group)


def of_a_numbered_day(telling: Telling) -> bool:
    """Tell whether a day is told by its number in the month and without an hour: two that tell it tell one thing."""
    return not telling.clock and telling.day_named and _DIGIT.search(telling.time.text) is not None


def _of_somebody(telling: Telling) -> bool:
    """Tell whether an entry tells of a person and no event: no line where no other article names that person."""
    event, phase, who = telling.what
    return not event and phase == "occurrence" and bool(who)


def _over(telling: Telling) -> bool:
    """Tell whether a telling was over when its page was written."""
    written = iso_seconds((telling.article.published or telling.article.reference or "")[:10])
    return written is not None and not telling.announced and telling.begin <= written


def day_of_most(tellings: Sequence[Telling]) -> float | None:
    """Return the day most tellings are of (its midnight), the later of two."""
    days = Counter(t.begin // DAY * DAY for t in tellings)
    return min(days, key=lambda d: (-days[d], -d)) if days else None


def articles_of_days(tellings: Sequence[Telling]) -> Counter[float]:
    """Return how many articles tell anything of each day (days since 1970)."""
    return Counter(day for day, _ in {(t.begin // DAY, t.article.id) for t in tellings})


def _matters(group: Sequence[Telling], centre: float | None) -> bool:
    if centre is None or group[0].begin >= centre - BACKGROUND:
        return True
    return len(told_by(group)) > 1


def _strayed(telling: Telling, centre: float | None) -> bool:
    """Tell whether nothing but the date of a page days after the story's day tells the day of a clock time.

    What ends or goes on again does so then.
    """
    written = iso_seconds((telling.article.published or "")[:10])
    if centre is None or written is None or written - centre < 2 * DAY or telling.article.kind == "update":
        return False
    return telling.clock and not telling.day_named and telling.what[1] not in CLOSING and telling.begin >= centre + DAY


def _had_been_planned(telling: Telling, mentions: Mapping[str, Annotated]) -> bool:
    """Tell whether a telling says afterwards what was to be: had it been so, it would be told so.

    Of two hours of one sentence it is not told which was the plan.
    """
    start, end = telling.sentence
    clocks = {t.value for t in mentions[telling.article.id].times if start <= t.start < end and ":" in t.value}
    return telling.announced and lines.over(telling) and len(clocks) < 2


def common_words(tellings: Sequence[Telling]) -> frozenset[str]:
    """Return the words that stand in a good part of all tellings."""
    spread = Counter(w for t in tellings for w in words(t))
    return frozenset(w for w, n in spread.items() if n >= max(FEW, EVERYWHERE * len(tellings)))


def _one_happening(group: Sequence[Telling], common: frozenset[str], articles: int) -> bool:
    """Tell whether those who tell a line of a big story tell one thing: in words they share, or very many of them."""
    many = len(told_by(group)) >= EVERYWHERE * articles
    return many or len(_shared(group) - common) >= SAID


def _shared(group: Sequence[Telling]) -> frozenset[str]:
    """Return the words that a third of the articles of a line use, two at least."""
    spread = Counter(w for _, w in {(t.article.id, w) for t in group for w in words(t)})
    return frozenset(w for w, n in spread.items() if n >= max(2.0, len(told_by(group)) / 3))
