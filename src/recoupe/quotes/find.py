"""Quotes of an article: marks, reports and speakers put together, paragraph by paragraph.

text -> paragraphs -> marked spans -> sentences -> reports (cue, subject, content) -> who is meant -> quotes
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence

from recoupe.languages import normal_code
from recoupe.model import Block, Name, Quote, Speaker
from recoupe.quotes import marks, reports, uncued, view
from recoupe.quotes.drafts import Draft, finish, is_title
from recoupe.quotes.extent import Report
from recoupe.quotes.grammar import Grammar, grammar
from recoupe.quotes.marks import Marked
from recoupe.quotes.speakers import Speakers
from recoupe.quotes.view import QUOTED, Token
from recoupe.text import sentences

LONGEST = 200
"""Tokens of a sentence read together: a longer one is read in pieces, so that time stays linear."""
DASHES = "—–"
"""What opens a line of dialogue in languages that set it without marks."""
UNCUED = frozenset(("goes-on", "colon-paragraph", "reported-mood", "block"))
"""Rules whose speaker is the one who spoke before."""
TOGETHER = 16
"""Reports of one sentence held against each other."""


def find(text: str, *, language: str | None, names: Sequence[Name] = (), blocks: Sequence[Block] = ()) -> list[Quote]:
    """Return the quotes of `text`, in the order they begin.

    `language` is a BCP 47 code or None; `names` what the names step found (capitalised words stand in for what it did
    not); `blocks` the article's blocks. Offsets are characters of `text`. Never raises on any text.
    """
    return _Finder(text, normal_code(language), names, blocks).run()


class _Finder:
    def __init__(self, text: str, language: str, names: Sequence[Name], blocks: Sequence[Block]) -> None:
        self.text = text
        self.language = language
        self.grammar: Grammar = grammar(language)
        self.blocks = blocks
        self.speakers = Speakers(text, names, self.grammar)
        self.drafts: list[Draft] = []
        self.pending: Report | None = None
        self.pending_speaker: Speaker | None = None
        self.pending_at = -1
        self.pending_cue = (0, 0)
        self.paragraph_start = 0
        self.carried: list[Draft] = []
        self.current = 0

    def run(self) -> list[Quote]:
        lines = _paragraphs(self.text)
        for n, (start, end) in enumerate(lines):
            follows = lines[n + 1] if n + 1 < len(lines) else None
            next_opens = follows is not None and marks.opens(self.text, *follows)
            self.paragraph(n, start, end, next_opens)
        return finish(self.text, self.grammar, self.drafts, self.speakers)

    def paragraph(self, n: int, start: int, end: int, next_opens: bool) -> None:
        text = self.text
        self.paragraph_start = start
        if self.pending is not None and self.pending_at >= n - 1 and self._block_quote(n, start, end):
            return
        marked = marks.pair(text, start, end, next_opens)
        if not marked and view.vocabulary(text[start:end]).isdisjoint(self.grammar.speaking):
            self.speakers.previous = self.current = start
            return
        if text[start] in DASHES and not marked and self._dialogue(n, start, end):
            return
        spans = view.sentences(
            [(start + a, start + b) for a, b in sentences.split(text[start:end], language=self.language)], marked
        )
        places = [m.start for m in marked]
        held: list[Token] = []
        for a, b in spans:
            has_mark = bisect.bisect_left(places, a) < bisect.bisect_left(places, b)
            follows = bool(held) and held[-1].kind == QUOTED
            triggers = self.grammar.triggers if follows else self.grammar.speaking
            if not has_mark and view.vocabulary(text[a:b]).isdisjoint(triggers):
                if held:
                    self.sentence(n, held, marked)
                held = []
                self.speakers.previous, self.current = self.current, a
                continue
            words = view.tokens(text, a, b, marked)
            if follows and reports.follows_quotation(words, self.grammar):
                held = held + words
                continue
            if held:
                self.sentence(n, held, marked)
            held = words
            whole = (len(held) - 1) // LONGEST * LONGEST
            for at in range(0, whole, LONGEST):
                self.sentence(n, held[at : at + LONGEST], marked)
            held = held[whole:]
        if held:
            self.sentence(n, held, marked)

    def _block_quote(self, n: int, start: int, end: int) -> bool:
        """A block set as a quotation behind a colon has no marks of its own: all of it is said."""
        inside = any(b.kind == "quote" and b.start <= start < b.end for b in self.blocks)
        if not inside or marks.opens(self.text, start, end):
            return False
        speaker, cue = self.pending_speaker, self.pending_cue
        self.drafts.append(Draft([(start, end)], [(start, end)], "direct", speaker, cue, "block", n, strength="say"))
        self.pending_at = n
        self.speakers.hear(speaker)
        self.speakers.previous = self.current = start
        return True

    def sentence(self, n: int, words: list[Token], marked: list[Marked]) -> None:
        self.speakers.previous, self.current = self.current, words[0].start
        since = len(self.drafts)
        found = reports.reports(words, self.grammar)
        quoted = [k for k, t in enumerate(words) if t.kind == QUOTED]
        only_quotes = bool(quoted) and all(t.kind == QUOTED or t.kind == view.POINT for t in words)
        covered: set[int] = set()
        if self.pending is not None and self.pending_at < n - 1:
            self.pending = None
        if self.pending is not None and quoted and words[0].kind == QUOTED and self.pending_at < n:
            speaker = self.pending_speaker
            self.drafts.append(self._draft(n, words, marked, [(0, 1)], speaker, None, "colon-paragraph"))
            self.drafts[-1].cue = self.pending_cue
            covered.add(0)
            self.speakers.hear(speaker)
            self.pending = None
        kept: list[tuple[Report, Speaker | None]] = []
        for report in found:
            if report.cue.strength == "according" and self._said_already(report, kept, quoted):
                continue
            speaker = self.speakers.resolve(report, words, kept)
            if report.pending:
                self.pending, self.pending_speaker, self.pending_at = report, speaker, n
                self.pending_cue = (words[report.cue.first].start, words[report.cue.last - 1].end)
                continue
            draft = self._draft(n, words, marked, report.content, speaker, report, report.rule)
            if report.cue.strength in ("call", "think", "voice") and draft.kind == "indirect":
                kept.append((report, speaker))
                continue
            if not draft.content:
                continue
            kept.append((report, speaker))
            self.drafts.append(draft)
            for a, b in report.content:
                covered.update(k for k in quoted if a <= k < b)
            self.speakers.hear(speaker)
        if self.carried and kept and words[0].kind == QUOTED:
            self._carry(n, since)
        if not kept and quoted and not only_quotes:
            noun = uncued.noun_cue(words, quoted[0], self.grammar)
            if noun is not None:
                kept.append((noun, self._report(n, words, marked, noun)))
                covered.update(k for a, b in noun.content for k in quoted if a <= k < b)
        if not kept and self.grammar.reported and not only_quotes:
            if self._reported_mood(n, words, marked):
                covered.update(quoted)
        self._drop_nested(since)
        for k in quoted:
            if k in covered:
                continue
            if k and words[k - 1].low == ":" and self._colon(n, words, marked, k):
                continue
            self.loose(n, words, marked, k, only_quotes)

    def _said_already(self, report: Report, kept: list[tuple[Report, Speaker | None]], quoted: list[int]) -> bool:
        """ "“...,” Poe said, according to Tass": the words are Poe's, the agency is only where they were read."""
        mine = {k for k in quoted for a, b in report.content if a <= k < b}
        return bool(mine) and any(
            other.cue.strength in ("say", "tell", "ask", "voice")
            and speaker is not None
            and mine <= {k for k in quoted for a, b in other.content if a <= k < b}
            for other, speaker in kept
        )

    def _reported_mood(self, n: int, words: list[Token], marked: list[Marked]) -> bool:
        """A sentence whose verb stands in the mood of reported speech goes on with what the last speaker said."""
        if not any(t.low in self.grammar.reported for t in words):
            return False
        last = self.drafts[-1] if self.drafts else None
        near = last is not None and n - last.paragraph <= 1 and last.content[-1][1] >= self.speakers.previous
        speaker = last.speaker if near and last is not None else None
        if speaker is None:
            return False
        self.drafts.append(self._draft(n, words, marked, [(0, len(words))], speaker, None, "reported-mood"))
        return True

    def _carry(self, n: int, since: int) -> None:
        """A quotation over several paragraphs whose speaker is named in its last one: all of it is theirs."""
        last = self.drafts[since] if len(self.drafts) > since else None
        if last is not None and last.kind == "direct" and self.carried[-1].paragraph == n - 1:
            chain = [d for k, d in enumerate(self.carried) if n - d.paragraph == len(self.carried) - k]
            last.content = [part for d in chain for part in d.content] + last.content
            last.quoted = [part for d in chain for part in d.quoted] + last.quoted
            self.drafts = [d for d in self.drafts if all(d is not c for c in chain)]
        self.carried = []

    def _drop_nested(self, since: int) -> None:
        """Quoted words belong to the outermost report that holds them."""
        mine = [d for d in self.drafts[since:] if d.quoted and d.kind != "marked"][:TOGETHER]
        if len(mine) < 2:
            return
        for d in mine:
            for other in mine:
                if (
                    other is d
                    or (other.kind == "direct" and d.kind == "direct")
                    or not set(d.quoted) <= set(other.quoted)
                ):
                    continue
                aside = d.rule in ("around", "quote-verb", "clause-verb") and len(d.quoted) < len(other.quoted)
                if aside and other.rule == "that" and _one(d.speaker, other.speaker):
                    d.kind = "nested"  # "Poe wants “peace”, he says, and “quiet”": told once
                    continue
                if d.content[0][0] > other.content[0][0] and d.content[-1][1] <= other.content[-1][1]:
                    if d.strength in ("say", "tell") and d.rule == "that" and other.strength in ("say", "tell"):
                        continue  # "sources say that Poe warned that": both are heard
                    weak = other.strength in ("call", "think") and (
                        d.strength not in ("call", "think") or (other.strength == "call" and d.rule != "dependent")
                    )
                    (other if weak else d).kind = "nested"
        self.drafts[since:] = [d for d in self.drafts[since:] if d.kind != "nested"]

    def _colon(self, n: int, words: list[Token], marked: list[Marked], k: int) -> bool:
        """ "From the report: "..."": a colon before a quotation, without a verb that reports."""
        span = marked[words[k].marked]
        if self.text.count(" ", span.inner_start, span.inner_end) < 3:
            return False
        speaker = self.speakers.before_colon(words, k)
        if k <= 3 and all(t.low in self.grammar.joining for t in words[: k - 1]):
            speaker = self.speakers.last  # "And: “...”"
        if speaker is None and (not words[k].capital or words[k].low == view.PIECE):
            return False
        self.drafts.append(self._draft(n, words, marked, [(k, k + 1)], speaker, None, "colon-name"))
        self.speakers.hear(speaker)
        return True

    def loose(self, n: int, words: list[Token], marked: list[Marked], k: int, only_quotes: bool) -> None:
        """A quotation no cue reports: it goes on with the one before it, or is nobody's."""
        last = self._goes_on(only_quotes)
        span = marked[words[k].marked]
        long = self.text.count(" ", span.inner_start, span.inner_end) >= 3
        heard = (
            ("direct", "mixed", "indirect")
            if only_quotes and n == (last.paragraph if last else -1)
            else ("direct", "mixed")
        )
        near = last is not None and last.kind in heard and last.speaker is not None and n - last.paragraph <= 1
        if near and last is not None and last.kind == "indirect":
            self.drafts.append(self._draft(n, words, marked, [(k, k + 1)], last.speaker, None, "goes-on"))
            return
        if (
            near
            and last is not None
            and (only_quotes or (k == 0 and long and n == last.paragraph))
            and (long or n == last.paragraph)
        ):
            last.content.append((span.inner_start, span.inner_end))
            last.quoted.append((span.inner_start, span.inner_end))
            last.paragraph = n
            return
        if long and self.grammar.habits.get("inset") and self._inset(n, span):
            return
        if self._unnamed_verb(n, words, marked, k, long) or (
            long and only_quotes and self._topic_speaks(n, words, marked, k)
        ):
            return
        draft = self._draft(n, words, marked, [(k, k + 1)], None, None, "marks")
        draft.kind = "marked"
        draft.use = (
            "title"
            if is_title(self.text, self.grammar, span.inner_start, span.inner_end)
            else "unknown"
            if long
            else "scare"
        )
        draft.speaker = None
        self.drafts.append(draft)
        if span.carries:
            self.carried.append(draft)

    def _unnamed_verb(self, n: int, words: list[Token], marked: list[Marked], k: int, long: bool) -> bool:
        report = uncued.unnamed_verb(words, k, self.grammar) if long else uncued.named_verb(words, k, self.grammar)
        report = report or uncued.noun_cue(words, k, self.grammar)
        if report is None:
            return False
        self._report(n, words, marked, report)
        return True

    def _report(self, n: int, words: list[Token], marked: list[Marked], report: Report) -> Speaker | None:
        """Add the draft of a report that stands alone; return who speaks."""
        speaker = self.speakers.resolve(report, words, [])
        self.drafts.append(self._draft(n, words, marked, report.content, speaker, report, report.rule))
        self.speakers.hear(speaker)
        return speaker

    def _topic_speaks(self, n: int, words: list[Token], marked: list[Marked], k: int) -> bool:
        """A whole sentence in marks behind one about somebody, in one paragraph: it is theirs."""
        if (
            self.speakers.previous < self.paragraph_start
            or self.speakers.previous == words[0].start
            or not words[k].capital
        ):
            return False
        persons = [
            k for k in self.speakers.persons(self.speakers.previous, words[0].start) if k.type or " " in k.entity
        ]
        if not persons or "\n" in self.text[self.speakers.previous : words[0].start]:
            return False
        speaker = self.speakers.named(persons[0])
        self.drafts.append(self._draft(n, words, marked, [(k, k + 1)], speaker, None, "topic"))
        self.speakers.hear(speaker)
        return True

    def _goes_on(self, only_quotes: bool) -> Draft | None:
        """Return the draft that a quotation without a cue may go on with: the last, or the last quoted of the sentence
        before ("“...,” she told Tass after he said no. “...”")."""
        last = self.drafts[-1] if self.drafts else None
        if only_quotes and last is not None and last.kind in ("indirect", "marked"):
            for draft in self.drafts[:-4:-1]:
                if (
                    draft.kind in ("direct", "mixed")
                    and draft.cue is not None
                    and draft.cue[0] >= self.speakers.previous
                ):
                    return draft
        return last

    def _inset(self, n: int, span: Marked) -> bool:
        """ "« Rien n'est sûr, a dit Ann Poe. Attendons. »": the narrator speaks inside the marks."""
        inner = view.tokens(self.text, span.inner_start, span.inner_end, [])
        for report in uncued.insets(inner, self.grammar):
            speaker = self.speakers.resolve(report, inner, [])
            parts = [(inner[a].start, inner[b - 1].end) for a, b in report.content if b > a]
            if speaker is None or not parts:
                continue
            cue = (inner[report.cue.first].start, inner[report.cue.last - 1].end)
            self.drafts.append(
                Draft(parts, list(parts), "direct", speaker, cue, "inset", n, strength="say", why=self.speakers.why)
            )
            self.speakers.hear(speaker)
            return True
        return False

    def _dialogue(self, n: int, start: int, end: int) -> bool:
        """A line that opens with a dash is speech where the narrator says whose: "— Never, says Ann Poe."."""
        if not self.grammar.habits.get("dialogue"):
            return False
        words = view.tokens(self.text, start, end, [])
        turns = [k for k, t in enumerate(words) if t.low in DASHES and (not k or self._turns(words, k))]
        found = False
        for first, last in itertools.pairwise([*turns, len(words)]):
            turn = words[first + 1 : last]
            for report in uncued.insets(turn, self.grammar, ",?!…—–")[:1]:
                speaker = self.speakers.resolve(report, turn, [])
                parts = [(turn[a].start, turn[b - 1].end) for a, b in report.content if b > a]
                if speaker is None or not parts:
                    continue
                cue = (turn[report.cue.first].start, turn[report.cue.last - 1].end)
                self.drafts.append(
                    Draft(
                        parts, list(parts), "direct", speaker, cue, "dialogue", n, strength="say", why=self.speakers.why
                    )
                )
                self.speakers.hear(speaker)
                found = True
        if found:
            self.speakers.previous = self.current = start
        return found

    def _turns(self, words: list[Token], k: int) -> bool:
        """Tell whether a dash inside a line opens another turn, not the narrator's "? — asked Ann Poe"."""
        behind = words[k + 1] if k + 1 < len(words) else None
        return words[k - 1].low in ".?!…" and behind is not None and behind.low not in self.grammar.verbs

    def _draft(
        self,
        n: int,
        words: list[Token],
        marked: list[Marked],
        ranges: list[tuple[int, int]],
        speaker: Speaker | None,
        report: Report | None,
        rule: str,
    ) -> Draft:
        content: list[tuple[int, int]] = []
        inside: list[tuple[int, int]] = []
        plain = 0
        for a, b in ranges:
            for t in words[a:b]:
                if t.kind == QUOTED:
                    span = marked[t.marked]
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
            content, inside, kind, speaker, cue, rule, n, strength=report.cue.strength if report else "", why=why
        )


def _one(speaker: Speaker | None, other: Speaker | None) -> bool:
    """Tell whether two speakers are one."""
    return speaker is not None and other is not None and speaker.entity == other.entity


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each line that has words, without the white space around it."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + line.index(bare[0])
            found.append((start, start + len(bare)))
        at += len(line)
    return found
