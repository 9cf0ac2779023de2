"""What a reader is shown, in which order, under which name: the one view that text, Markdown and HTML write."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec

from recoupe.dossier import labels, moments, outlets, own_words, values
from recoupe.dossier import words as tables
from recoupe.dossier.elsewhere import without_line
from recoupe.dossier.lines import Column, FindingLine, Reference, ValueLine, cut, shortened, within
from recoupe.dossier.spelling import Spelling
from recoupe.model import (
    OTHER_STORY,
    Anchor,
    Article,
    Dossier,
    Finding,
    LeftOut,
    Passage,
    Said,
    Support,
    TimelineEvent,
    Value,
)
from recoupe.text import anchors
from recoupe.text.normalise import fold
from recoupe.text.tokens import words as words_of

ORDER = ("disputed", "evolving", "rounded", "same instant", "agreed", "alone")
"""Statuses in the order a reader needs them."""


ROW = 90
"""Characters of a statement in the matrix."""

TITLE_ENDS = ".!?…:»”"
"""Marks behind which a title needs no colon before what its entry tells."""

MANY = 40
"""A dossier of more articles than this lists its sources by outlet, and folds what one origin alone tells."""


class View:
    """A dossier seen by a reader of `lang`: names, labels and lines, computed once, never written to."""

    def __init__(self, dossier: Dossier, lang: str) -> None:
        self.dossier = dossier
        self.lang = lang
        self.words: Mapping[str, Any] = tables.load(lang)
        self.articles = {a.id: a for a in dossier.articles}
        self.numbers = {a.id: n for n, a in enumerate(dossier.articles, 1)}
        self.labels = outlets.labels(dossier.articles, self.words)
        self.names = {e.id: e.name for e in dossier.entities}
        self._spelling = Spelling(dossier, lang)
        self._homes = {
            a.id: outlets.source(self.articles.get(a.part_of or "", a), self.words) for a in dossier.articles
        }
        self._copied = _copied(dossier)
        self._elsewhere = _beside_others(dossier.findings)
        self._without_line = without_line(dossier)

    def findings(self, *statuses: str, rests: bool = True) -> list[FindingLine]:
        """Return the lines of the findings `of` some statuses; see `finding`."""
        return [self.finding(f, rests=rests) for f in self.of(*statuses)]

    def of(self, *statuses: str) -> list[Finding]:
        """Return the findings of some statuses, weightiest first.

        Without posts (`posts`), and without what a reader meets elsewhere (`without_line`).
        """
        shown = (f for f in self.dossier.findings if f.status in statuses and not f.attribute.startswith(labels.POST))
        return [f for f in shown if f.id not in self._without_line]

    def posts(self, *, rests: bool = True) -> list[FindingLine]:
        """Return the lines that say who holds which post, weightiest first: to be looked up, not read as news."""
        return [self.finding(f, rests=rests) for f in self.dossier.findings if f.attribute.startswith(labels.POST)]

    def finding(self, finding: Finding, *, rests: bool = True) -> FindingLine:
        """Return a finding's line; `rests`: with the references it rests on."""
        if labels.nameless(finding):
            finding = self._spelling.own_first(finding)
        dated = finding.status == "evolving" and finding.unit not in ("instant", "day")
        alike: dict[str, list[Value]] = {}  # values that read alike (announced and happened) are one line
        read = {id(v): values.written(v, v.unit or finding.unit, "en") for v in finding.values}
        for value in finding.values:
            plain = values.written(_plain(value), value.unit or finding.unit, "en")
            # "about 800 tonnes" stands with 800
            alike.setdefault(plain if plain in read.values() else read[id(value)], []).append(value)
        stated = finding.attribute == "statement"
        bare = labels.says_little(finding) or (finding.status == "alone" and not stated)
        apart = finding.status in ("disputed", "evolving")  # each says what it is of; what is agreed is said once
        lines = tuple(
            ValueLine(
                display=cut(same[0].display) if stated else self.in_words(finding, min(same, key=_width)),
                references=self._references((s for v in same for s in v.support), bare=bare, each=apart)
                if rests
                else (),
                as_of=moments.stamp(same[0].as_of, self.lang) if dated and same[0].as_of else None,
                mark="✗" if stated and number else "✓" if stated else "",
            )
            for number, same in enumerate(alike.values())
        )
        if finding.unit == "instant":
            lines = _of_one_day(lines)
        title = self.title(finding)
        # of a statement, and of a count that only its own words can name, the words are the line
        own = stated or (title.startswith("“") and len(lines) == 1)
        one = finding.status in ("agreed", "alone", "same instant") and lines
        shown = f"“{lines[0].display}”" if stated and one else title
        return FindingLine(
            id=finding.id,
            status=finding.status,
            title=title,
            line=f"{shown} — {lines[0].display}" if one and not own else shown,
            row=f"“{shortened(lines[0].display, ROW)}”" if stated and lines else title,
            values=lines,
            independent=self.independent(finding.independent),
            explanation=str(self.words["status_says"][finding.status]),
        )

    def title(self, finding: Finding) -> str:
        """Return what the finding is about: the attribute in the reader's words, and its scope."""
        own = [s for v in finding.values for s in v.support if self.articles[s.article].language == self.lang]
        attribute = own_words.of(finding, own, self.lang) or labels.title(finding, self.words, self.lang)
        attribute = own_words.in_percent(finding, attribute, self.words)
        if finding.attribute == "recalled" and self._ahead(finding):
            attribute = str(self.words["attribute"]["ahead"])
        attribute = attribute[:1].upper() + attribute[1:]
        if attribute.startswith("“"):
            finding = own_words.without_said(finding, attribute)
        if finding.attribute not in self._elsewhere:
            finding = msgspec.structs.replace(finding, scope=_here(finding.scope))
        names = self.names | self._spelling.scope(finding)
        scope = labels.scope(finding, names, self.words, self.lang, lambda key: self._whole(finding, key))
        return f"{attribute} · {scope}" if scope else attribute

    def _ahead(self, finding: Finding) -> bool:
        """Tell whether the date of a finding is behind the story's days: nobody recalls what is to come."""
        begin = finding.values[0].low if finding.values else None
        return isinstance(begin, str) and begin > (self.dossier.story.last or begin)[: len(begin)]

    @property
    def heading(self) -> str:
        """The story's title: one in the reader's language where there is one."""
        story = self.dossier.story
        return story.titles.get(self.lang) or story.title or str(self.words["untitled"])

    @property
    def heading_language(self) -> str | None:
        """The language of `heading`."""
        story = self.dossier.story
        return self.lang if self.lang in story.titles else story.language

    def _references(self, supports: Iterable[Support], *, bare: bool, each: bool) -> tuple[Reference, ...]:
        """Return a reference for each support; of one article that prints the same words again, the first.

        In a big dossier those first that are witnesses of their own: no copy, and of an outlet that is not yet there.
        `bare`: nothing else says what the words are of, so the first stands within its sentence, or `each` does.
        """
        found: dict[tuple[str | None, ...], Reference] = {}
        for support in supports:
            words = (support.article, fold(support.exact))
            if bare and support.sentence:
                words = (support.article, f"{support.sentence[0]} {support.part}")  # "10 a.m. (0800 GMT)" shows it once
            key = (*words, support.status, support.holder)
            found.setdefault(key, self.reference(support, bare=bare))
        told = list(found.values())
        if self.many:
            seen: Counter[str] = Counter()
            ranks = []
            for r in told:
                home = self._homes[r.article]
                ranks.append((r.copied, seen[home]))
                seen[home] += 1
            told = [told[n] for n in sorted(range(len(told)), key=lambda n: (*ranks[n], n))]
        if bare and not each:
            told[1:] = [msgspec.structs.replace(r, shown=r.exact) for r in told[1:]]
        return tuple(told)

    def _whole(self, finding: Finding, key: str) -> str:
        """Return the word of a finding's sentences that begins with `key`, nothing where none in the reader's language
        does."""
        for support in (s for v in finding.values for s in v.support):
            if self.articles[support.article].language != self.lang:
                continue
            start, end = support.sentence or (support.start, support.end)
            article = self.articles[support.article]
            text = anchors.words(article, 0, len(article.text), support.part)
            for low, high in words_of(text[start:end]):
                if fold(text[start + low : start + high]).startswith(key):
                    return text[start + low : start + high]
        return ""

    def reference(self, support: Support | Anchor, *, bare: bool = False) -> Reference:
        """Return the reference of some words; `bare`: nothing else says what they are of."""
        article = self.articles[support.article]
        sentence = getattr(support, "sentence", None)
        holder = getattr(support, "holder", None)
        copies = () if support.part else self._copied.get(support.article, ())
        told = anchors.words(article, sentence[0], sentence[1], support.part) if sentence else ""
        shown = within(told, support.start - sentence[0], support.end - sentence[0]) if sentence and bare else ""
        return Reference(
            article=support.article,
            start=support.start,
            end=support.end,
            exact=support.exact,
            label=self.labels[support.article],
            number=self.numbers[support.article],
            copied=any(s <= support.start and support.end <= e for s, e in copies),
            status=getattr(support, "status", None),
            holder=self.names.get(holder, holder) if holder else None,
            part=support.part,
            sentence=told,
            shown=shown or support.exact,
        )

    def notes(self, reference: Reference) -> list[str]:
        """Return what a reader should know of the words of a source: whose they are, how sure, not its own."""
        said = [
            self.words["headline"] if reference.part else "",
            self.status(reference.status),
            f"{self.words['according']} {reference.holder}" if reference.holder else "",
            self.words["copied"] if reference.copied else "",
        ]
        return [words for words in said if words]

    def independent(self, span: tuple[int, int]) -> str:
        """Return the independence range in words."""
        low, high = span
        forms = self.words["independent"]
        form = "range" if low != high else "one" if high == 1 else "many"
        return str(forms[form].format(low=low, high=high))

    def count(self, word: str, number: int) -> str:
        """Return "3 pages": the number and the noun in its right form."""
        return f"{number} {self.words[word]['one' if number == 1 else 'many']}"

    def in_words(self, finding: Finding, value: Value) -> str:
        """Return a finding's value as the reader's language writes it, in its own unit where it has one."""
        if value.low is None and value.high is None and finding.attribute != "statement":
            known = values.keyed(finding.attribute, value.display, self.lang)
            return known or self._spelling.of(value.display, value.support)
        return values.written(value, value.unit or finding.unit, self.lang)

    def status(self, status: str | None) -> str:
        """Return a claim's status in the reader's words, nothing for what is simply stated."""
        return "" if status in (None, "stated") else str(self.words.get(status, status))

    def left_out(self) -> list[tuple[str, LeftOut, str]]:
        """Return what was left out, its name, and how many of a page there are: each page and reason once."""
        found: dict[tuple[str, str], list[LeftOut]] = {}
        for left in self.dossier.coverage.left_out:
            found.setdefault((left.title or left.about, left.reason), []).append(left)
        return [(name, its[0], f" ({len(its)})" if len(its) > 1 else "") for (name, _), its in found.items()]

    def published(self, article: Article) -> str:
        """Return when an article was published, nothing where that is not known."""
        return moments.stamp(article.published, self.lang) if article.published else ""

    def days(self) -> str:
        """Return the days the story covers."""
        story = self.dossier.story
        return " – ".join(dict.fromkeys(moments.moment(day, self.lang) for day in (story.first, story.last) if day))

    def reason(self, left: LeftOut) -> str:
        """Return why something was left out in the reader's words; what a reader of pages said of a fault stays."""
        for begins, said in self.words.get("reason", {}).items():
            if left.reason.startswith(begins):
                return f"{said}{left.reason.removeprefix(begins)}"
        return left.reason

    def summary(self) -> str:
        """Return the first line: how much was read, and how much of it is independent."""
        c = self.dossier.coverage
        parts = [self.count("pages", c.pages), self.count("articles", c.articles)]
        others = sum(left.reason.startswith(OTHER_STORY) for left in c.left_out)
        parts += [self.count("other_stories", others)] if others else []
        parts += [self.count("languages", len(c.languages))] if c.languages else []
        return " · ".join([*parts, self.independent(c.origins)])

    def marks_of(self, article: Article) -> list[str]:
        """Return what a reader should know of an article: cut off, behind a paywall, a translation, undated."""
        notes = [self.words["kind"][article.kind]] if article.kind != "article" else []
        notes += [self.words["truncated"]] if article.truncated else []
        notes += [self.words["paywalled"]] if article.paywalled else []
        if article.derivative:
            notes.append(self.words["derivative"].get(article.derivative, article.derivative))
        if not article.published and not article.part_of:
            notes.append(article.relative_time or self.words["undated"])
        return notes

    def columns(self) -> list[Column]:
        """Return the matrix's sources: one an outlet, most articles first, outlets of one origin side by side."""
        groups: dict[str, list[str]] = {}
        for a in self.dossier.articles:
            groups.setdefault(self._homes[a.id], []).append(a.id)
        order = {a: n for n, o in enumerate(self.dossier.origins) for a in o.articles}
        columns = [Column(label=k, articles=tuple(v), origin=order.get(v[0], len(order))) for k, v in groups.items()]
        return sorted(columns, key=lambda c: (-len(c.articles), c.origin, c.label))

    def speakers(self) -> list[tuple[str, list[Said]]]:
        """Return the quotations by speaker: who is quoted in most articles first, what most origins print first.

        Of what is printed alike, what is in the reader's language: translations of one sentence follow it.
        """
        groups: dict[str, list[Said]] = {}
        for said in self.dossier.quotes:
            who = said.speaker or "?"
            groups.setdefault(who[:1].upper() + who[1:], []).append(said)  # "Le maire" and "le maire" are one
        heard = {who: len({a for one in said for a in one.articles}) for who, said in groups.items()}
        for lines in groups.values():
            lines.sort(key=lambda one: (-one.independent[0], -len(one.articles), self._foreign(one)))
        return sorted(groups.items(), key=lambda item: -heard[item[0]])

    def _foreign(self, said: Said) -> bool:
        return all(self.articles[a].language != self.lang for a in said.articles)

    @property
    def many(self) -> bool:
        """Tell whether the dossier is too big to list everything unfolded."""
        return len(self.dossier.articles) > MANY

    def by_outlet(self) -> list[tuple[str, list[Article]]]:
        """Return the articles by source, most articles first; an update of a live blog stands with the blog."""
        groups: dict[str, list[Article]] = {}
        for a in self.dossier.articles:
            groups.setdefault(self._homes[a.id], []).append(a)
        return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))

    def what(self, event: TimelineEvent) -> str:
        """Return an event's words as a line; one cut out of its sentence begins with dots.

        The entry of a live blog goes on from its title: "Drone over the port: A small craft circles, then it is gone."
        """
        article = self.articles.get(event.support[0].article)
        title = " ".join((article.title or "").split()) if article is not None and article.kind == "update" else ""
        if not title or len(title) > ROW or fold(title) in fold(event.what):
            return cut(event.what)
        return f"{title}{'' if title[-1] in TITLE_ENDS else ':'} {cut(event.what)}"

    def when(self, event: TimelineEvent) -> str:
        """Return when an event was, in the reader's language."""
        return moments.moment(event.begin, self.lang)

    def sources(self, event: TimelineEvent) -> list[Reference]:
        """Return one reference a source of an event, in the order of the articles."""
        found: dict[str, Reference] = {}
        for support in event.support:
            reference = self.reference(support)
            found.setdefault(reference.label, reference)
        return sorted(found.values(), key=lambda r: r.number)

    def said(self, said: Said) -> str:
        """Return a quotation's words: in marks when all are the speaker's, else with the outlet's own."""
        return f"“{said.words}”" if said.kind == "direct" else said.words

    def identified(self, said: Said) -> str:
        """Return with which words a speaker is printed by a role or an origin, and the words that tell who that is."""
        once = {(one.printed.exact.casefold(), one.told): one for one in reversed(said.identified)}
        lines = []
        for one in reversed(once.values()):
            printed, told = (f"“{shortened(a.exact, 90)}” [{self.numbers[a.article]}]" for a in (one.printed, one.told))
            who = self.words["who_that_is_not" if one.other else "who_that_is"]
            lines.append(f"{self.words['printed_as']} {printed}, {who} {told}")
        return "; ".join(lines)

    def recent(self) -> tuple[list[TimelineEvent], list[TimelineEvent]]:
        """Return the timeline in two: what was before the story's own weeks, and the story's own.

        Its weeks begin two before the day by which a tenth of its articles were published: one old page dates no story.
        """
        days = sorted(d[:10] for a in self.dossier.articles if (d := a.published or a.reference) and len(d) >= 10)
        if not days:
            return [], list(self.dossier.timeline)
        edge = (date.fromisoformat(days[len(days) // 10]) - timedelta(days=14)).isoformat()
        before = [e for e in self.dossier.timeline if e.begin[:10] < edge]
        return before, [e for e in self.dossier.timeline if e.begin[:10] >= edge]

    def foremost(self, events: Sequence[TimelineEvent], limit: int) -> list[int]:
        """Return the places of the `limit` lines that most articles tell, clock times first, in the order of time."""

        def rank(number: int) -> tuple[int, bool, int]:
            event = events[number]
            return -len({s.article for s in event.support}), len(event.begin) <= len("2031-05-06"), number

        return sorted(sorted(range(len(events)), key=rank)[:limit])

    def copies(self) -> list[Passage]:
        """Return the passages that make articles dependent, longest first."""
        dependent = [p for p in self.dossier.passages if p.kind in ("copy", "edited")]
        return sorted(dependent, key=lambda p: -p.words)

    def quoted_by_both(self) -> list[Passage]:
        """Return the passages that are quotations or statements: shared, but no sign of copying."""
        return sorted((p for p in self.dossier.passages if p.kind not in ("copy", "edited")), key=lambda p: -p.words)


ELSEWHERE = "elsewhere"
"""The part of a scope that sets a count apart from that of the place the story is about."""


def _of_one_day(lines: tuple[ValueLine, ...]) -> tuple[ValueLine, ...]:
    """Return the values of instants of one day with the clock alone as what a cell of the matrix shows."""
    told = [line.display.rpartition(", ") for line in lines]
    if len({day for day, _, _ in told}) != 1 or not all(joint for _, joint, _ in told):
        return lines
    return tuple(msgspec.structs.replace(li, mark=clock) for li, (_, _, clock) in zip(lines, told, strict=True))


def _plain(value: Value) -> Value:
    """Return a value told with "about" as the number itself, another as it is."""
    low, high = value.low, value.high
    if value.qualifier != "about" or not isinstance(low, float | int) or not isinstance(high, float | int):
        return value
    return msgspec.structs.replace(value, low=(low + high) / 2, high=(low + high) / 2, qualifier=None)


def _width(value: Value) -> float:
    """Return how wide a number is: an exact one says more than one told with "about"."""
    if not isinstance(value.low, float | int) or not isinstance(value.high, float | int):
        return math.inf
    return value.high - value.low


def _here(scope: str) -> str:
    return ", ".join(p for p in (p.strip() for p in scope.split(",")) if p and p != ELSEWHERE)


def _beside_others(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the attributes told of the story's place too: only of these "elsewhere" sets something apart."""
    return frozenset(f.attribute for f in findings if _here(f.scope) == f.scope)


def _copied(dossier: Dossier) -> dict[str, list[tuple[int, int]]]:
    """Return, by article, the spans whose words stand in an earlier article (or, undated, the first of the list)."""
    order = {a.id: n for n, a in enumerate(dossier.articles)}
    spans: dict[str, list[tuple[int, int]]] = {}
    for p in dossier.passages:
        if p.kind not in ("copy", "edited"):
            continue
        root = p.first or min((s.article for s in p.sides), key=lambda a: order.get(a, len(order)))
        for side in p.sides:
            if side.article != root:
                spans.setdefault(side.article, []).append((side.start, side.end))
    return spans
