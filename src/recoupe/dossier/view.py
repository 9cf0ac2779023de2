"""A dossier seen by a reader of one language: its own words, its articles by number and name, who said what.

Text, Markdown and HTML write it. What is compared is in `finding_lines`, the timeline in `events`, what was copied in
`passages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recoupe.dossier import moments, outlets
from recoupe.dossier import words as tables
from recoupe.dossier.finding_lines import FindingLines, independent
from recoupe.dossier.importance import BIG
from recoupe.dossier.lines import Column, Reference, shortened
from recoupe.dossier.references import References
from recoupe.model import OTHER_STORY, Article, Dossier, LeftOut, Said


class View:
    """A dossier seen by a reader of `lang`: names, labels and lines, computed once, never written to."""

    def __init__(self, dossier: Dossier, lang: str) -> None:
        self.dossier = dossier
        self.lang = lang
        self.words: Mapping[str, Any] = tables.load(lang)
        self.articles = {a.id: a for a in dossier.articles}
        self.numbers = {a.id: n for n, a in enumerate(dossier.articles, 1)}
        self.labels = outlets.labels(dossier.articles, self.words)
        self._homes = {
            a.id: outlets.source(self.articles.get(a.part_of or "", a), self.words) for a in dossier.articles
        }
        self.references = References(dossier, self.labels, self._homes)
        self.findings = FindingLines(dossier, lang, self.words, self.references)

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

    def notes(self, reference: Reference) -> list[str]:
        """Return what a reader should know of the words of a source: whose they are, how sure, not its own."""
        said = [
            self.words["headline"] if reference.part else "",
            self.status(reference.status),
            f"{self.words['according']} {reference.holder}" if reference.holder else "",
            self.words["copied"] if reference.copied else "",
        ]
        return [words for words in said if words]

    def count(self, word: str, number: int) -> str:
        """Return "3 pages": the number and the noun in its right form."""
        return f"{number} {self.words[word]['one' if number == 1 else 'many']}"

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
        return " · ".join([*parts, independent(c.origins, self.words)])

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
        order = {a: n for n, o in enumerate(self.dossier.origins) for a in o.articles}
        columns = [
            Column(label=label, articles=tuple(a.id for a in its), origin=order.get(its[0].id, len(order)))
            for label, its in self.by_outlet()
        ]
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
        """Tell whether the dossier is too big to list everything unfolded: its sources then stand by outlet, and what
        one origin alone tells is folded."""
        return len(self.dossier.articles) > BIG

    def by_outlet(self) -> list[tuple[str, list[Article]]]:
        """Return the articles by source, most articles first; an update of a live blog stands with the blog."""
        groups: dict[str, list[Article]] = {}
        for a in self.dossier.articles:
            groups.setdefault(self._homes[a.id], []).append(a)
        return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))

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
