"""Quotes of an article: marks, reports and speakers put together, paragraph by paragraph.

text -> paragraphs -> marked spans -> sentences -> reports (cue, subject, content) -> who is meant -> quotes
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from recoupe.languages import normal_code
from recoupe.model import Block, Name, Quote, Speaker
from recoupe.quotes import datelines, loose, marks, overlaps, reports, turns, uncued, view
from recoupe.quotes.cues import Cue
from recoupe.quotes.drafts import Draft, finish
from recoupe.quotes.follows import follows_quotation, reports_already
from recoupe.quotes.grammar import FINITE, grammar
from recoupe.quotes.listener import DASHES, Listener
from recoupe.quotes.scene import Report
from recoupe.quotes.view import QUOTED, Token
from recoupe.text import sentences

CLOSERS = "\"'”’»“ \u00a0\u202f"
"""What may stand between the last stop inside marks and their end."""
UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Characters without a shape, which say in which direction a line runs."""
LONGEST = 200
"""Tokens of a sentence read together: a longer one is read in pieces, so that time stays linear."""


def find(
    text: str,
    *,
    language: str | None,
    names: Sequence[Name] = (),
    blocks: Sequence[Block] = (),
    foreign: Sequence[tuple[int, int, str]] = (),
) -> list[Quote]:
    """Return the quotes of `text`, in the order they begin.

    `language` is a BCP 47 code or None; `names` what the names step found (capitalised words stand in for what it did
    not); `blocks` the article's blocks; `foreign` the paragraphs `[start, end)` that are in another language, and in
    which. Offsets are characters of `text`. Never raises on any text.
    """
    return _Finder(text, normal_code(language), names, blocks, foreign).run()


class _Finder:
    """Reads paragraph by paragraph; `pending` is a report whose words come in the next one, behind a colon; it is
    `announced` where no verb reports, so that one in the next paragraph is heard before it."""

    def __init__(
        self,
        text: str,
        language: str,
        names: Sequence[Name],
        blocks: Sequence[Block],
        foreign: Sequence[tuple[int, int, str]],
    ) -> None:
        self.language = language
        self.foreign = sorted(foreign)
        self.blocks = blocks
        self.ear = Listener(text, names, grammar(language))
        self.plain = view.unmarked(text)
        self.pending: Report | None = None
        self.announced: Report | None = None
        self.pending_speaker: Speaker | None = None
        self.pending_at = -1
        self.pending_cue = (0, 0)

    def run(self) -> list[Quote]:
        text = self.ear.text
        lines = _paragraphs(text)
        labelled = turns.turns(text, lines)
        for n, (start, end) in enumerate(lines):
            follows = lines[n + 1] if n + 1 < len(lines) else None
            next_opens = marks.opens(text, *follows) if follows is not None else ""
            self.ear.paragraph, self.ear.start = n, start
            if self.foreign:
                self.ear.listen(grammar(self._language_at(start)))
            if start in labelled:
                turns.hear(self.ear, labelled[start], end)
                continue
            self.paragraph(start, end, next_opens)
        return finish(text, self.ear.drafts, self.ear.speakers)

    def _language_at(self, start: int) -> str:
        at = bisect.bisect_right(self.foreign, start, key=lambda span: span[0]) - 1
        return self.foreign[at][2] if at >= 0 and start < self.foreign[at][1] else self.language

    def paragraph(self, start: int, end: int, next_opens: str) -> None:
        ear = self.ear
        text = ear.text
        if self.pending is not None and self.pending_at >= ear.paragraph - 1 and self._block_quote(start, end):
            return
        start = datelines.behind(text, start, end)
        ear.marked = marks.pair(text, start, end, next_opens)
        announces = bool(next_opens) and text[end - 1] == ":"
        if text[start] in loose.SIGNING and not ear.marked and loose.signature(ear, start, end):
            return
        if not ear.marked and not announces and view.vocabulary(self.plain[start:end]).isdisjoint(ear.grammar.speaking):
            ear.pass_by(start)
            return
        if text[start] in DASHES and not ear.marked and loose.dialogue(ear, start, end):
            return
        split = sentences.split(text[start:end], language=ear.grammar.code)
        places = [m.start for m in ear.marked]
        held: list[Token] = []
        for a, b in view.sentences([(start + a, start + b) for a, b in split], ear.marked):
            has_mark = bisect.bisect_left(places, a) < bisect.bisect_left(places, b)
            follows = bool(held) and held[-1].kind == QUOTED
            if follows and text[a] in loose.SIGNING:
                held = held + view.tokens(text, a, b, ear.marked)  # "“We stay.” — Ann Poe"
                continue
            last = announces and b == end
            if not has_mark and not last and self._silent(a, b, follows):
                if held:
                    self.sentence(held)
                held = []
                ear.speakers.previous, ear.sentence = ear.sentence, a
                continue
            words = view.tokens(text, a, b, ear.marked)
            asked = follows and text[held[-1].start : held[-1].end].rstrip(CLOSERS).endswith("?")
            if follows and not reports_already(held, ear.grammar) and follows_quotation(words, ear.grammar, asked):
                held = held + words
                continue
            if held:
                self.sentence(held)
            held = words
            whole = (len(held) - 1) // LONGEST * LONGEST
            for at in range(0, whole, LONGEST):
                self.sentence(held[at : at + LONGEST])
            held = held[whole:]
        if held:
            self.sentence(held)
            if announces and self.pending_at != ear.paragraph and held[-1].low == ":":
                self._announce(held)

    def _silent(self, start: int, end: int, follows: bool) -> bool:
        colon = self.ear.text[end - 1] == ":"
        return self.ear.grammar.silent(self.plain[start:end], behind_quotation=follows, colon=colon)

    def _announce(self, words: list[Token]) -> None:
        """ "Ann Poe sent out a note:": a colon before a paragraph in marks, without a verb that reports."""
        ear = self.ear
        speaker = ear.speakers.before_colon(words, len(words) - 1)
        if speaker is None or any(t.kind == QUOTED for t in words):
            return
        colon = words[-1]
        cue = Cue(len(words) - 1, len(words), len(words) - 1, FINITE, "say", None)
        self.pending = self.announced = Report(cue, None, [], "colon-paragraph", pending=True)
        self.pending_speaker, self.pending_at, self.pending_cue = speaker, ear.paragraph, (colon.start, colon.end)

    def _block_quote(self, start: int, end: int) -> bool:
        """A block set as a quotation behind a colon has no marks of its own: all of it is said."""
        inside = any(b.kind == "quote" and b.start <= start < b.end for b in self.blocks)
        if not inside or marks.opens(self.ear.text, start, end):
            return False
        ear, n = self.ear, self.ear.paragraph
        speaker, cue = self.pending_speaker, self.pending_cue
        ear.add(Draft([(start, end)], [(start, end)], "direct", speaker, cue, "block", n, strength="say"))
        self.pending_at = n
        ear.speakers.hear(speaker)
        ear.pass_by(start)
        return True

    def sentence(self, words: list[Token]) -> None:
        ear, n = self.ear, self.ear.paragraph
        ear.speakers.previous, ear.sentence = ear.sentence, words[0].start
        since = len(ear.drafts)
        quoted = [k for k, t in enumerate(words) if t.kind == QUOTED] if ear.marked else []
        ear.speakers.listen_to([words[k] for k in quoted])
        found = reports.reports(words, quoted, ear.grammar)
        only_quotes = bool(quoted) and all(t.kind == QUOTED or t.kind == view.POINT for t in words)
        covered: set[int] = set()
        stale = self.pending_at < n - 1 or (found and self.pending_at < n and self.pending is self.announced)
        if self.pending is not None and stale:
            self.pending = None
        if self.pending is not None and quoted and words[0].kind == QUOTED and self.pending_at < n:
            speaker = self.pending_speaker
            ear.add(ear.draft(words, [(0, 1)], speaker, None, "colon-paragraph"))
            ear.drafts[-1].cue = self.pending_cue
            covered.add(0)
            ear.speakers.hear(speaker)
            self.pending = None
        kept: list[tuple[Report, Speaker | None]] = []
        for report in found:
            if report.cue.strength == "according" and overlaps.said_already(report, kept, quoted):
                continue
            speaker = ear.speakers.resolve(report, words, kept)
            if report.pending:
                self.pending, self.pending_speaker, self.pending_at = report, speaker, n
                self.pending_cue = (words[report.cue.first].start, words[report.cue.last - 1].end)
                continue
            draft = ear.draft(words, report.content, speaker, report, report.rule)
            if report.cue.strength in ("call", "think", "voice") and draft.kind == "indirect":
                kept.append((report, speaker))
                continue
            if not draft.content:
                continue
            kept.append((report, speaker))
            ear.add(draft)
            for a, b in report.content:
                covered.update(k for k in quoted if a <= k < b)
            if not _within(report, kept[:-1]):
                ear.speakers.hear(speaker, aloud=draft.kind != "indirect")
        if ear.carried and kept and words[0].kind == QUOTED:
            self._carry(since)
        if not kept and quoted and not only_quotes:
            noun = uncued.noun_cue(words, quoted[0], ear.grammar)
            if noun is not None:
                kept.append((noun, ear.report(words, noun)))
                covered.update(k for a, b in noun.content for k in quoted if a <= k < b)
        own = any(r.cue.strength in ("say", "impersonal") for r in found)
        if not kept and not own and ear.grammar.reported and not only_quotes:
            if self._reported_mood(words):
                covered.update(quoted)
        overlaps.drop_nested(ear.drafts, since, ear.speakers.unknown)
        for k in quoted:
            if k in covered:
                continue
            if k and words[k - 1].low == ":" and loose.colon(ear, words, k):
                continue
            loose.loose(ear, words, k, only_quotes)

    def _reported_mood(self, words: list[Token]) -> bool:
        """A sentence whose verb stands in the mood of reported speech goes on with what the last speaker said."""
        ear, n = self.ear, self.ear.paragraph
        reported = ear.grammar.reported
        if not any(t.low in reported for t in words) or any(ear.grammar.pronouns.get(t.low) == "1" for t in words):
            return False  # "ich glaube" is an interview's own voice
        own = uncued.own_clause(words, ear.grammar)
        if own is not None:
            speaker = ear.speakers.resolve(own, words, [])
            if speaker is not None:
                ear.add(ear.draft(words, own.content, speaker, own, own.rule))
                ear.speakers.hear(speaker)
            return speaker is not None
        last = next((d for d in reversed(ear.drafts[-6:]) if d.kind != "marked"), None)
        near = last is not None and (
            last.paragraph == n or (n - last.paragraph == 1 and last.content[-1][1] >= ear.speakers.previous)
        )
        speaker = last.speaker if near and last is not None else None
        if speaker is None:
            return False
        ear.add(ear.draft(words, [(0, len(words))], speaker, None, "reported-mood"))
        return True

    def _carry(self, since: int) -> None:
        """A quotation over several paragraphs whose speaker is named in its last one: all of it is theirs."""
        ear, n = self.ear, self.ear.paragraph
        last = ear.drafts[since] if len(ear.drafts) > since else None
        if last is not None and last.kind == "direct" and ear.carried[-1].paragraph == n - 1:
            chain = [d for k, d in enumerate(ear.carried) if n - d.paragraph == len(ear.carried) - k]
            last.content = [part for d in chain for part in d.content] + last.content
            last.quoted = [part for d in chain for part in d.quoted] + last.quoted
            ear.drafts = [d for d in ear.drafts if all(d is not c for c in chain)]
        ear.carried = []


def _within(report: Report, kept: Sequence[tuple[Report, Speaker | None]]) -> bool:
    """ "The mayor said that Poe had told him no. “...”, she added": Poe is not who spoke last, but whom she cites."""
    at = report.cue.first
    return any(who is not None and any(a < at < b for a, b in other.content) for other, who in kept)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each line that has words, without the white space around it."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip().strip(UNSEEN).strip()
        if bare:
            start = at + line.index(bare[0])
            found.append((start, start + len(bare)))
        at += len(line)
    return found
