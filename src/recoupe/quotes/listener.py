"""Listener: what the reading of one article has heard so far, and how a report becomes a draft."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.model import Name, Speaker
from recoupe.quotes import view
from recoupe.quotes.drafts import Draft
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.marks import Marked
from recoupe.quotes.scene import Report
from recoupe.quotes.speakers import Speakers
from recoupe.quotes.view import QUOTED, Token

DASHES = "—–"
"""What opens a line of dialogue in languages that set it without marks."""
UNCUED = frozenset(("goes-on", "colon-paragraph", "reported-mood", "block"))
"""Rules whose speaker is the one who spoke before."""


class Listener:
    """The drafts of an article and who speaks in it.

    `paragraph` counts paragraphs, `start` is where the one being read begins, `marked` its words in quotation marks,
    `sentence` where the sentence being read begins. `carried` are quotations that go on in the next paragraph.
    """

    def __init__(self, text: str, names: Sequence[Name], grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.speakers = Speakers(text, names, grammar)
        self.drafts: list[Draft] = []
        self.carried: list[Draft] = []
        self.paragraph = 0
        self.start = 0
        self.sentence = 0
        self.marked: list[Marked] = []

    def listen(self, grammar: Grammar) -> None:
        """Read on in another language."""
        self.grammar = self.speakers.grammar = grammar

    def add(self, draft: Draft) -> None:
        """Keep a draft, with the language it was read in."""
        draft.language = self.grammar.code
        self.drafts.append(draft)

    def draft(
        self,
        words: list[Token],
        ranges: list[tuple[int, int]],
        speaker: Speaker | None,
        report: Report | None,
        rule: str,
    ) -> Draft:
        """Return the draft of what stands in token `ranges` of a sentence; one that is a lone quotation is without its
        marks."""
        content: list[tuple[int, int]] = []
        inside: list[tuple[int, int]] = []
        plain = 0
        for a, b in ranges:
            for t in words[a:b]:
                if t.kind == QUOTED:
                    span = self.marked[t.marked]
                    inside.append((span.inner_start, span.inner_end))
                elif t.kind == view.WORD:
                    plain += 1
            if b - a == 1 and words[a].kind == QUOTED:
                content.append(inside[-1])
            elif b > a:
                content.append((words[a].start, words[b - 1].end))
        kind = "indirect" if not inside else "mixed" if plain else "direct"
        cue = (words[report.cue.first].start, words[report.cue.last - 1].end) if report else None
        why = "" if rule in UNCUED else self.speakers.why
        return Draft(
            content,
            inside,
            kind,
            speaker,
            cue,
            rule,
            self.paragraph,
            strength=report.cue.strength if report else "",
            why=why,
        )

    def report(self, words: list[Token], report: Report) -> Speaker | None:
        """Add the draft of a report that stands alone; return who speaks."""
        speaker = self.speakers.resolve(report, words, [])
        self.add(self.draft(words, report.content, speaker, report, report.rule))
        self.speakers.hear(speaker)
        return speaker

    def pass_by(self, at: int) -> None:
        """Step over words nobody says, which begin at `at`."""
        self.speakers.previous = self.sentence = at
