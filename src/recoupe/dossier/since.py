"""What is new in a dossier since an earlier one: findings, quotations and timeline lines, not mere pages.

Findings, quotations and lines of two dossiers are the same when they rest on the same words of the same pages: ids and
scopes change as a story grows, and an edited page keeps its address. What only moved between findings is no news.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from recoupe.model import Anchor, Article, Dossier, Finding, News, Support, TimelineEvent, Value
from recoupe.text.normalise import fold
from recoupe.text.tokens import words

Mark = tuple[str, str]
"""Where something is printed: the page, and its exact words."""

CONTAINED = 4
"""Words a quotation must have to be taken for part of a longer one that was known."""

MOVED = 10
"""Minutes an instant of the timeline must move to be told as changed."""


class _States(msgspec.Struct, frozen=True):
    """Two states of one story: ids known before, and what each page still prints."""

    old: Dossier
    new: Dossier
    known: frozenset[str]
    printed: dict[str, str]

    def prints(self, support: Support | Anchor) -> bool:
        """Tell whether a page of the new state still has the words."""
        return support.exact in self.printed.get(support.page, "")

    def telling(self, supports: Iterable[Support | Anchor]) -> tuple[str, ...]:
        """Return the new articles among the sources, all of them when none is new."""
        every = dict.fromkeys(s.article for s in supports)
        return tuple(a for a in every if a not in self.known) or tuple(every)


def compare(old: Dossier, new: Dossier) -> tuple[News, ...]:
    """Return what appeared, changed, was corrected or withdrawn from `old` to `new`, what matters most first.

    An article that adds none of these is said to repeat.
    """
    printed: dict[str, str] = defaultdict(str)
    for article in new.articles:
        printed[article.page] += f"{article.title or ''}\n{article.text}\n"
    states = _States(old, new, frozenset(a.id for a in old.articles), dict(printed))
    ranked = [*_findings(states), *_events(states), *_quotes(states)]
    news = [n for _, n in sorted(ranked, key=lambda pair: pair[0])]
    telling = {a for n in news for a in n.articles}
    pages = {(a.page, a.kind, a.title) for a in old.articles}
    for article in new.articles:
        edited = (article.page, article.kind, article.title) in pages
        if article.id in states.known or article.id in telling or article.kind == "update" or edited:
            continue
        news.append(News(kind="repeats", part="article", words=_called(article), articles=(article.id,)))
    present = {a.id for a in new.articles}
    news += [
        News(kind="withdrawn", part="article", words=_called(a), articles=(a.id,))
        for a in old.articles
        if a.id not in present and a.page not in states.printed
    ]
    return tuple(news)


def _called(article: Article) -> str:
    return article.title or " ".join(article.text[:80].split())


def _marks(supports: Iterable[Support | Anchor]) -> set[Mark]:
    return {(s.page, s.exact) for s in supports}


def _of(finding: Finding) -> list[Support]:
    return [s for v in finding.values for s in v.support]


def _findings(states: _States) -> Iterator[tuple[int, News]]:
    by_mark: dict[Mark, list[int]] = defaultdict(list)
    for number, finding in enumerate(states.old.findings):
        for mark in sorted(_marks(_of(finding))):
            by_mark[mark].append(number)
    values = {(f.attribute, v.low, v.high) for f in states.old.findings for v in f.values if v.low is not None}
    told: set[tuple[str, Mark]] = set()  # attribute and words: one value may stand in several findings
    used: set[str] = set()
    for finding in states.new.findings:
        was = _same(finding, states.old.findings, by_mark)
        if was is not None:
            yield from _changes(states, was, finding, told, again=was.id in used)
            used.add(was.id)
            continue
        marks = {(finding.attribute, m) for m in _marks(_of(finding))}
        fresh = [v for v in finding.values if (finding.attribute, v.low, v.high) not in values]
        if not fresh or marks <= told or all(s.article in states.known for s in _of(finding)):
            continue  # grouped anew: nobody says anything new
        told |= marks
        rank = {"disputed": 2, "evolving": 2, "alone": 8}.get(finding.status, 5)
        shown = " / ".join(v.display for v in finding.values)
        yield rank, _news("new", "finding", shown, states.telling(_of(finding)), finding)
    for finding in states.old.findings:
        if not any(states.prints(s) for s in _of(finding)):
            shown = " / ".join(v.display for v in finding.values)
            yield 3, _news("withdrawn", "finding", shown, states.telling(_of(finding)), finding)


def _news(kind: str, part: str, said: str, articles: tuple[str, ...], finding: Finding, was: str | None = None) -> News:
    about = f"{finding.attribute} · {finding.scope}" if finding.scope else finding.attribute
    return News(kind=kind, part=part, words=said, articles=articles, about=about, was=was, finding=finding.id)


def _same(finding: Finding, old: tuple[Finding, ...], by_mark: dict[Mark, list[int]]) -> Finding | None:
    """Return the earlier finding that rests on most of the same words, of one attribute; an equal scope on a tie."""
    shared: Counter[int] = Counter(n for mark in _marks(_of(finding)) for n in by_mark.get(mark, ()))
    fitting = [n for n in shared if (old[n].attribute, old[n].unit) == (finding.attribute, finding.unit)]
    if not fitting:
        named = (finding.attribute, finding.scope, finding.unit)
        return next((f for f in old if f.scope and (f.attribute, f.scope, f.unit) == named), None)
    return old[min(fitting, key=lambda n: (old[n].scope != finding.scope, -shared[n], n))]


def _changes(
    states: _States, was: Finding, now: Finding, told: set[tuple[str, Mark]], *, again: bool
) -> Iterator[tuple[int, News]]:
    """Yield what changed from `was` to `now`; `again` when another finding came of `was` already."""
    if was.status != now.status and not again and any(s.article not in states.known for s in _of(now)):
        yield 1, _news("changed", "finding", now.status, states.telling(_of(now)), now, was.status)
    before = {(v.low, v.high) for f in states.old.findings if f.attribute == now.attribute for v in f.values}
    marks = _marks(_of(was))
    for value in now.values:
        mine = {(now.attribute, m) for m in _marks(value.support)}
        known = (value.low, value.high) in before if value.low is not None else bool(marks & _marks(value.support))
        if known or mine <= told or all(s.article in states.known for s in value.support):
            continue
        told |= mine
        earlier = _edited(states, was, value)
        corrected = earlier or any(s.status == "corrected" for s in value.support)
        news = _news(
            "corrected" if corrected else "new", "value", value.display, states.telling(value.support), now, earlier
        )
        yield 0 if corrected else 4, news
    for value in was.values:
        if _gone(states, value) and any(states.prints(s) for s in _of(was)):
            yield 3, _news("withdrawn", "value", value.display, states.telling(value.support), now)


def _edited(states: _States, was: Finding, value: Value) -> str | None:
    """Return what a page that prints `value` now printed instead in the earlier state, None where it did not."""
    pages = {s.page for s in value.support}
    return next((s.exact for s in _of(was) if s.page in pages and not states.prints(s)), None)


def _gone(states: _States, value: Value) -> bool:
    """Tell whether no page prints a value any more."""
    return not any(states.prints(s) for s in value.support)


def _quotes(states: _States) -> Iterator[tuple[int, News]]:
    known: set[Mark] = set()
    keys: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for said in states.old.quotes:
        known |= _marks(said.support)
        keys[fold(said.speaker or "")].append(_key(said.words))
    for said in states.new.quotes:
        key = _key(said.words)
        told = any(_holds(other, key) for other in keys[fold(said.speaker or "")])
        if not told and not _marks(said.support) & known and any(a not in states.known for a in said.articles):
            yield 7, News(kind="new", part="quote", words=said.words, articles=said.articles, about=said.speaker)


def _key(said: str) -> tuple[str, ...]:
    return tuple(fold(said[s:e]) for s, e in words(said))


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    n = len(shorter)
    return longer == shorter or (
        n >= CONTAINED and any(longer[i : i + n] == shorter for i in range(len(longer) - n + 1))
    )


def _events(states: _States) -> Iterator[tuple[int, News]]:
    before: dict[Mark, list[TimelineEvent]] = defaultdict(list)
    for event in states.old.timeline:
        for mark in sorted(_marks(event.support)):
            before[mark].append(event)
    old_lines = {(e.begin, fold(e.what)) for e in states.old.timeline}
    for event in states.new.timeline:
        marks = sorted(_marks(event.support))
        known = [e for mark in marks for e in before.get(mark, ())]
        articles = states.telling(event.support)
        if not known and (event.begin, fold(event.what)) not in old_lines:
            yield 6, News(kind="new", part="event", words=event.what, articles=articles, about=event.display)
            continue
        if not known or all(s.article in states.known for s in event.support):
            continue
        if all(e.planned for e in known) and not event.planned:
            told = News(kind="changed", part="event", words=event.what, articles=articles, about=event.display)
            yield 1, msgspec.structs.replace(told, was="planned")
        elif all(_apart(e.begin, event.begin) for e in known):
            told = News(kind="changed", part="event", words=event.display, articles=articles, about=event.what)
            yield 1, msgspec.structs.replace(told, was=known[0].display)


def _apart(a: str, b: str) -> bool:
    """Tell whether two moments of the timeline are more than minutes apart, as far as both tell."""
    if len(a) <= 10 or len(b) <= 10:
        return a[:10] != b[:10]
    minutes = [int(x[8:10]) * 1440 + int(x[11:13]) * 60 + int(x[14:16]) for x in (a, b)]
    return a[:7] != b[:7] or abs(minutes[0] - minutes[1]) > MOVED
