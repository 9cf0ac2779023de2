"""A dossier as a terminal page: what matters first, as wide as the reader's screen."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.dossier import events, moments, news, passages
from recoupe.dossier.lines import FindingLine, Reference, shortened
from recoupe.dossier.terminal import Styled, Terminal
from recoupe.dossier.view import View
from recoupe.model import Dossier

STYLES = {
    "disputed": "bold red", "evolving": "bold yellow", "rounded": "cyan", "same instant": "cyan", "agreed": "green",
    "alone": "dim",
}  # fmt: skip
SHOWN = {"disputed": 12, "evolving": 12, "rounded": 6, "same instant": 6, "agreed": 10, "alone": 5}
"""Findings shown of each status unless all are asked for: a first page, not the whole file."""
POSTS = 8
QUOTES = 12
EVENTS = 16
OUTLETS = 30
"""Posts, quotations, events and outlets shown: as many lines as a reader goes through on a screen."""
COPIES = 8
NEWS = 20
LEFT_OUT = 20
EXACT = 120
"""Characters shown of the words a value rests on."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """How to write: the reader's language, columns, colours or not, all lines or the first ones."""

    lang: str = "en"
    width: int = 100
    colour: bool = False
    everything: bool = False


def write(dossier: Dossier, page: Page) -> str:
    """Return the dossier as text; with colours it holds ANSI escapes."""
    terminal = Terminal(page.width, colour=page.colour)
    _Writer(View(dossier, page.lang), terminal, page).write()
    return terminal.text()


class _Writer:
    def __init__(self, view: View, terminal: Terminal, page: Page) -> None:
        self.view = view
        self.terminal = terminal
        self.page = page
        self.words = view.words

    def write(self) -> None:
        dossier = self.view.dossier
        self.terminal.write(self.view.heading, style="bold")
        self.terminal.write(self.view.summary(), style="dim")
        if not dossier.articles:
            self.terminal.write(self.words["nothing"])
            self._left_out()
            return
        if dossier.coverage.pages == 1:
            self.terminal.write(self.words["one_page"], style="dim")
        self._news()
        self._findings()
        self._posts()
        self._timeline()
        self._quotes()
        self._copies()
        self._sources()
        self._left_out()

    def _heading(self, words: str) -> None:
        self.terminal.write("")
        self.terminal.write(words.upper(), style="bold")

    def _limit(self, total: int, limit: int) -> int:
        return total if self.page.everything else min(limit, total)

    def _more(self, hidden: int) -> None:
        if hidden > 0:
            self.terminal.write(f"    … {hidden} {self.words['more']} (--all)", style="dim")

    def _news(self) -> None:
        if self.view.dossier.since is None:
            return
        lines = news.lines(self.view)
        self._heading(f"{self.words['since']} ({len(lines)})")
        if not lines:
            self.terminal.write("  " + self.words["nothing_new"], style="dim")
        shown = self._limit(len(lines), NEWS)
        for kind, words in lines[:shown]:
            self.terminal.write(f"{kind}: {shortened(words, 200)}", indent=2)
        self._more(len(lines) - shown)

    def _findings(self) -> None:
        for status, limit in SHOWN.items():
            found = self.view.findings.of(status)
            if status == "disputed" and not found:
                self._heading(self.words["status"]["disputed"])
                self.terminal.write("  " + self.words["nothing_disputed"], style="dim")
            if not found:
                continue
            self._heading(f"{self.words['status'][status]} ({len(found)})")
            self.terminal.write(self.words["status_says"][status], style="italic", indent=2)
            # what one origin alone tells of a big story is mostly beside it
            shown = self._limit(len(found), 0 if status == "alone" and self.view.many else limit)
            for finding in found[:shown]:
                self._finding(self.view.findings.line(finding))
            self._more(len(found) - shown)

    def _finding(self, line: FindingLine) -> None:
        mark = Styled("● ", STYLES[line.status])
        self.terminal.write("  ", mark, Styled(line.line, "bold"), Styled(f"  [{line.independent}]", "dim"))
        if line.status in ("agreed", "alone", "same instant"):
            self._references([r for v in line.values for r in v.references], indent=6)
            return
        for value in line.values:
            when = f" ({self.words['as_of']} {value.as_of})" if value.as_of else ""
            self.terminal.write(f"{value.display}{when}", style=STYLES[line.status], indent=4)
            self._references(list(value.references), indent=6)

    def _posts(self) -> None:
        posts = self.view.findings.posts()
        if not posts:
            return
        self._heading(f"{self.words['posts']} ({len(posts)})")
        shown = self._limit(len(posts), POSTS)
        for line in posts[:shown]:
            numbers = sorted({r.number for v in line.values for r in v.references})
            self.terminal.write(f"{line.line} ", self._numbers(numbers), indent=2)
        self._more(len(posts) - shown)

    @staticmethod
    def _numbers(numbers: list[int]) -> Styled:
        more = f" +{len(numbers) - 8}" if len(numbers) > 8 else ""
        return Styled("".join(f"[{n}]" for n in numbers[:8]) + more, "dim")

    def _references(self, references: list[Reference], indent: int) -> None:
        shown = references if self.page.everything else references[:6]
        said: list[str | Styled] = []
        for n, r in enumerate(shown):
            said.append(f"; [{r.number}] {r.label}" if n else f"[{r.number}] {r.label}")
            said.append(Styled(f" “{shortened(r.shown, EXACT)}”", "dim"))
            notes = self.view.notes(r)
            said.append(Styled(f" ({', '.join(notes)})" if notes else "", "dim"))
        if len(references) > len(shown):
            said.append(Styled(f"; … {len(references) - len(shown)} {self.words['more']}", "dim"))
        self.terminal.write(*said, indent=indent)

    def _timeline(self) -> None:
        before, own = events.recent(self.view.dossier)
        if not before and not own:
            return
        self._heading(self.words["timeline"])
        shown = self._limit(len(own), EVENTS)
        rows: list[tuple[str, Sequence[str | Styled]]] = []
        old = before if self.page.everything else before[-3:]
        for event in old + [own[n] for n in events.foremost(own, shown)]:
            numbers = sorted({self.view.numbers[s.article] for s in event.support})
            notes = events.notes(event, self.words, self.view.lang)
            beside = Styled(f" ({'; '.join(notes)})" if notes else "", "yellow")
            what = (shortened(events.what(event, self.view.articles), 220), beside, " ", self._numbers(numbers))
            rows.append((moments.moment(event.begin, self.view.lang), what))
        self.terminal.rows(rows, style="bold", indent=2)
        self._more(len(own) - shown + len(before) - len(old))

    def _quotes(self) -> None:
        quotes = self.view.dossier.quotes
        if not quotes:
            return
        self._heading(f"{self.words['quotes']} ({len(quotes)})")
        left = self._limit(len(quotes), QUOTES)
        shown = 0
        for speaker, said in self.view.speakers():
            if shown >= left:
                break
            self.terminal.write(f"  {speaker}", style="bold")
            for one in said[: max(1, left - shown)][: None if self.page.everything else 3]:
                numbers = sorted({self.view.numbers[a] for a in one.articles})
                self.terminal.write(shortened(self.view.said(one), 220) + " ", self._numbers(numbers), indent=4)
                if one.identified:
                    self.terminal.write(f"({self.view.identified(one)})", style="dim", indent=6)
                shown += 1
        self._more(len(quotes) - shown)

    def _copies(self) -> None:
        self._heading(self.words["copies"])
        copies = passages.copies(self.view.dossier)
        if not copies:
            self.terminal.write("  " + self.words["no_copies"], style="dim")
        shown = self._limit(len(copies), COPIES)
        for passage in copies[:shown]:
            sides = " = ".join(f"[{self.view.numbers[s.article]}] {self.view.labels[s.article]}" for s in passage.sides)
            notes = [f"{passage.words} {self.words['words_shared']}"]
            notes += [self.words["edited"]] if passage.kind == "edited" else []
            notes += [f"{self.words['agency']} {passage.credit}"] if passage.credit else []
            if passage.first in self.view.labels:
                notes.append(f"{self.words['first']}: {self.view.labels[passage.first]}")
            self.terminal.write(f"{sides} — {', '.join(notes)}", indent=2)
            self.terminal.write(f"“{shortened(passage.sides[0].exact, 240)}”", style="dim", indent=6)
        self._more(len(copies) - shown)

    def _sources(self) -> None:
        self._heading(self.words["sources"])
        if self.view.many and not self.page.everything:
            self._outlets()
            return
        for a in self.view.dossier.articles:
            if a.kind == "update" and not self.page.everything:
                continue
            marks = self.view.marks_of(a)
            when = f"{self.view.published(a)} " if a.published else ""
            title = a.title or shortened(a.text, 70)
            line = f"[{self.view.numbers[a.id]}] {self.view.labels[a.id]}: {title} "
            notes = when + (f"({', '.join(marks)})" if marks else "")
            self.terminal.write(line, Styled(notes, "dim"), indent=2)

    def _outlets(self) -> None:
        """Write the sources of a big dossier: a line an outlet, with the numbers of its articles."""
        outlets = self.view.by_outlet()
        for label, articles in outlets[:OUTLETS]:
            numbers = [self.view.numbers[a.id] for a in articles]
            listed = "".join(f"[{n}]" for n in numbers[:12]) + (" …" if len(numbers) > 12 else "")
            self.terminal.write(f"{label} ", Styled(listed, "dim"), style="bold", indent=2)
        self._more(len(outlets) - OUTLETS)

    def _left_out(self) -> None:
        out = self.view.left_out()
        if out:
            self._heading(self.words["left_out"])
            shown = self._limit(len(out), LEFT_OUT)
            for name, item, times in out[:shown]:
                self.terminal.write(f"{name}{times}: {self.view.reason(item)}", indent=2)
            self._more(len(out) - shown)
        seen = len(self.view.dossier.sightings)
        if seen:
            self.terminal.write("")
            self.terminal.write(f"  {self.words['sightings']}: {seen}", style="dim")
