"""Findings as lines: which are listed, what each is called, its values with the words they rest on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from recoupe.dossier import labels, moments, own_words, values
from recoupe.dossier.elsewhere import without_line
from recoupe.dossier.lines import FindingLine, ValueLine, cut, shortened
from recoupe.dossier.references import References
from recoupe.dossier.spelling import Spelling
from recoupe.model import DENIED, Dossier, Finding, Value
from recoupe.text import anchors
from recoupe.text.normalise import fold
from recoupe.text.tokens import words as words_of

ORDER = ("disputed", "evolving", "rounded", "same instant", "agreed", "alone")
"""Statuses in the order a reader needs them."""

ROW = 90
"""Characters of a statement in the matrix."""

ELSEWHERE = "elsewhere"
"""The part of a scope that sets a count apart from that of the place the story is about."""


class FindingLines:
    """The findings of a dossier as a reader of `lang` is shown them, in the dossier's own `words`."""

    def __init__(self, dossier: Dossier, lang: str, words: Mapping[str, Any], references: References) -> None:
        self._dossier = dossier
        self._lang = lang
        self._words = words
        self._references = references
        self._articles = {a.id: a for a in dossier.articles}
        self._names = {e.id: e.name for e in dossier.entities}
        self._spelling = Spelling(dossier, lang)
        self._elsewhere = _beside_others(dossier.findings)
        self._without_line = without_line(dossier)

    def lines(self, *statuses: str, rests: bool = True) -> list[FindingLine]:
        """Return the lines of the findings `of` some statuses; see `line`."""
        return [self.line(f, rests=rests) for f in self.of(*statuses)]

    def of(self, *statuses: str) -> list[Finding]:
        """Return the findings of some statuses, weightiest first.

        Without posts (`posts`), and without what a reader meets elsewhere (`without_line`).
        """
        shown = (f for f in self._dossier.findings if f.status in statuses and not f.attribute.startswith(labels.POST))
        return [f for f in shown if f.id not in self._without_line]

    def posts(self, *, rests: bool = True) -> list[FindingLine]:
        """Return the lines that say who holds which post, weightiest first: to be looked up, not read as news."""
        return [self.line(f, rests=rests) for f in self._dossier.findings if f.attribute.startswith(labels.POST)]

    def line(self, finding: Finding, *, rests: bool = True) -> FindingLine:
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
                references=self._references.of_all((s for v in same for s in v.support), bare=bare, each=apart)
                if rests
                else (),
                as_of=moments.stamp(same[0].as_of, self._lang) if dated and same[0].as_of else None,
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
        shown = " — ".join(f"“{line.display}”" for line in lines) if stated and one else title  # said, and denied
        return FindingLine(
            id=finding.id,
            status=finding.status,
            title=title,
            line=f"{shown} — {lines[0].display}" if one and not own else shown,
            row=f"“{shortened(lines[0].display, ROW)}”" if stated and lines else title,
            values=lines,
            independent=independent(finding.independent, self._words),
            explanation=str(self._words["status_says"][finding.status]),
        )

    def title(self, finding: Finding) -> str:
        """Return what the finding is about: the attribute in the reader's words, and its scope."""
        own = [s for v in finding.values for s in v.support if self._articles[s.article].language == self._lang]
        attribute = own_words.of(finding, own, self._lang) or labels.title(finding, self._words, self._lang)
        attribute = own_words.in_percent(finding, attribute, self._words)
        if finding.attribute == "recalled" and self._ahead(finding):
            attribute = str(self._words["attribute"]["ahead"])
        if finding.reason == DENIED:
            attribute = str(self._words["attribute"]["denied"])
        attribute = attribute[:1].upper() + attribute[1:]
        if attribute.startswith("“"):
            finding = own_words.without_said(finding, attribute)
        if finding.attribute not in self._elsewhere:
            finding = msgspec.structs.replace(finding, scope=_here(finding.scope))
        names = self._names | self._spelling.scope(finding)
        scope = labels.scope(finding, names, self._words, self._lang, lambda key: self._whole(finding, key))
        return f"{attribute} · {scope}" if scope else attribute

    def _ahead(self, finding: Finding) -> bool:
        """Tell whether the date of a finding is behind the story's days: nobody recalls what is to come."""
        begin = finding.values[0].low if finding.values else None
        return isinstance(begin, str) and begin > (self._dossier.story.last or begin)[: len(begin)]

    def _whole(self, finding: Finding, key: str) -> str:
        """Return the word of a finding's sentences that begins with `key`, nothing where none in the reader's language
        does."""
        for support in (s for v in finding.values for s in v.support):
            if self._articles[support.article].language != self._lang:
                continue
            start, end = support.sentence or (support.start, support.end)
            article = self._articles[support.article]
            text = anchors.words(article, 0, len(article.text), support.part)
            for low, high in words_of(text[start:end]):
                if fold(text[start + low : start + high]).startswith(key):
                    return text[start + low : start + high]
        return ""

    def in_words(self, finding: Finding, value: Value) -> str:
        """Return a finding's value as the reader's language writes it, in its own unit where it has one."""
        if value.low is None and value.high is None and finding.attribute != "statement":
            known = values.keyed(finding.attribute, value.display, self._lang)
            return known or self._spelling.of(value.display, value.support)
        return values.written(value, value.unit or finding.unit, self._lang)


def independent(span: tuple[int, int], words: Mapping[str, Any]) -> str:
    """Return the independence range in the dossier's own words."""
    low, high = span
    forms = words["independent"]
    form = "range" if low != high else "one" if high == 1 else "many"
    return str(forms[form].format(low=low, high=high))


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
