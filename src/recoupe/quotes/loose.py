"""Loose quotations: words in marks beside no cue of their sentence, and lines of dialogue without marks."""

from __future__ import annotations

import itertools

from recoupe.quotes import uncued, view
from recoupe.quotes.drafts import Draft, is_speech, is_title
from recoupe.quotes.listener import DASHES, Listener
from recoupe.quotes.marks import Marked
from recoupe.quotes.scene import Report
from recoupe.quotes.view import QUOTED, WORD, Token

SIGNING = frozenset("-–—―")
"""Dashes between words in marks and who signs them."""

AGAIN = 5
"""Words of a quotation that stands twice in an article, and quotations before it in which it is looked for."""


def colon(ear: Listener, words: list[Token], k: int) -> bool:
    """ "From the report: "..."": a colon before a quotation, without a verb that reports."""
    span = ear.marked[words[k].marked]
    if ear.text.count(" ", span.inner_start, span.inner_end) < 3 and words[k - 2].low not in ear.grammar.nouns:
        return False
    speaker = ear.speakers.before_colon(words, k)
    if k <= 3 and all(t.low in ear.grammar.joining for t in words[: k - 1]):
        speaker = ear.speakers.last  # "And: “...”"
    if speaker is None and (not words[k].capital or words[k].low == view.PIECE):
        return False
    ear.add(ear.draft(words, [(k, k + 1)], speaker, None, "colon-name"))
    ear.speakers.hear(speaker)
    return True


def loose(ear: Listener, words: list[Token], k: int, only_quotes: bool) -> None:
    """A quotation no cue reports: it goes on with the one before it, or is nobody's."""
    last = _goes_on(ear, only_quotes)
    span = ear.marked[words[k].marked]
    long = ear.text.count(" ", span.inner_start, span.inner_end) >= 3
    heard = (
        ("direct", "mixed", "indirect")
        if only_quotes and ear.paragraph == (last.paragraph if last else -1)
        else ("direct", "mixed")
    )
    near = (
        last is not None
        and (ear.paragraph == last.paragraph or not _printed_before(ear, span))
        and last.kind in heard
        and last.speaker is not None
        and last.rule != "signed"
        and (ear.paragraph == last.paragraph or (ear.paragraph - last.paragraph == 1 and words[0].start == ear.start))
        and (not last.quoted or _single(ear, span.start) == _single(ear, last.quoted[-1][0] - 1))
    )
    if long and ear.grammar.habits.get("inset") and _inset(ear, span):
        return
    if last is not None and last.rule == "colon-name" and last.speaker is not None and _listed(ear, words, k, last):
        ear.add(ear.draft(words, [(k, k + 1)], last.speaker, None, "colon-name"))
        return
    if near and last is not None and last.kind == "indirect":
        ear.add(ear.draft(words, [(k, k + 1)], last.speaker, None, "goes-on"))
        return
    if (
        near
        and last is not None
        and (only_quotes or (k == 0 and long and ear.paragraph == last.paragraph))
        and (long or ear.paragraph == last.paragraph)
    ):
        last.content.append((span.inner_start, span.inner_end))
        last.quoted.append((span.inner_start, span.inner_end))
        last.paragraph = ear.paragraph
        return
    if (
        _unnamed_verb(ear, words, k, long)
        or (long and _signed(ear, words, k))
        or (long and only_quotes and _topic_speaks(ear, words, k))
    ):
        return
    draft = ear.draft(words, [(k, k + 1)], None, None, "marks")
    draft.speaker = None
    if ear.grammar.habits.get("mixed") == "marks" and is_speech(ear.text, span.inner_start, span.inner_end):
        ear.add(draft)  # somebody's words, though nobody is named
        return
    draft.kind = "marked"
    draft.use = (
        "title" if is_title(ear.text, ear.grammar, span.inner_start, span.inner_end) else "unknown" if long else "scare"
    )
    ear.add(draft)
    if span.carries:
        ear.carried.append(draft)


def _listed(ear: Listener, words: list[Token], k: int, last: Draft) -> bool:
    """ "Poe: “We stay”, and “we sell nothing”": behind the colon a second quotation follows the first."""
    j = k - 1
    while j > 0 and (words[j].low in ear.grammar.joining or words[j].low in ",;"):
        j -= 1
    return words[j].kind == QUOTED and bool(last.quoted) and _inner(ear, words[j]) == last.quoted[-1]


def _inner(ear: Listener, token: Token) -> tuple[int, int]:
    span = ear.marked[token.marked]
    return span.inner_start, span.inner_end


def _single(ear: Listener, at: int) -> bool:
    """Tell whether the mark at `at` is a single one: a headline between double ones."""
    return ear.text[at] in "'‘‚‹"


def _unnamed_verb(ear: Listener, words: list[Token], k: int, long: bool) -> bool:
    exclaimed = ear.text[ear.marked[words[k].marked].inner_end - 1] in "!?"
    find = uncued.unnamed_verb if long or exclaimed else uncued.named_verb
    report = find(words, k, ear.grammar, exclaimed)
    report = report or uncued.noun_cue(words, k, ear.grammar) or uncued.judged(words, k, ear.grammar)
    if report is None:
        return False
    ear.report(words, report)
    return True


def _signed(ear: Listener, words: list[Token], k: int) -> bool:
    """ "“We stay.” — Ann Poe, baker": only quotations, a dash and a name of two words or more: it is signed."""
    at = k + 1
    while at < len(words) and words[at].low in SIGNING:
        at += 1
    if at == k + 1 or any(t.kind == WORD for t in words[:k]):
        return False
    last = at
    while last < len(words) and words[last].kind == WORD and words[last].capital:
        last += 1
    ends = last == len(words) or words[last].low in ",(."
    if last - at < 2 or not ends or any(t.low in ear.grammar.verbs for t in words[last:]):
        return False
    speaker = ear.speakers.signature(words[at].start, words[last - 1].end)
    ear.add(ear.draft(words, [(k, k + 1)], speaker, None, "signed"))
    ear.speakers.hear(speaker)
    return True


def signature(ear: Listener, start: int, end: int) -> bool:
    """A line that is a dash and a name signs the words in marks of the line before, which nobody is known to have
    said."""
    last = ear.drafts[-1] if ear.drafts else None
    if last is None or last.kind != "marked" or last.use != "unknown" or last.paragraph != ear.paragraph - 1:
        return False
    words = view.tokens(ear.text, start, end, [])
    first = next((k for k, t in enumerate(words) if t.kind == WORD), 0)
    close = first
    while close < len(words) and words[close].kind == WORD and words[close].capital:
        close += 1
    ends = close == len(words) or words[close].low in ",(."
    if not first or close == first or not ends or any(t.low in ear.grammar.verbs for t in words[close:]):
        return False
    last.speaker = ear.speakers.signature(words[first].start, words[close - 1].end)
    last.kind, last.use, last.rule, last.why = "direct", None, "signed", ear.speakers.why
    ear.speakers.hear(last.speaker)
    ear.pass_by(start)
    return True


def _printed_before(ear: Listener, span: Marked) -> bool:
    """Words set once more in large letters beside the article: they go on with nothing."""
    words = ear.text[span.inner_start : span.inner_end].strip(" .,…\n")
    if words.count(" ") < AGAIN:
        return False
    return any(words in ear.text[a:b] for d in ear.drafts[-AGAIN:] for a, b in d.quoted)


def _topic_speaks(ear: Listener, words: list[Token], k: int) -> bool:
    """A whole sentence in marks behind one about somebody, in one paragraph: it is theirs."""
    if ear.speakers.previous < ear.start or ear.speakers.previous == words[0].start or not words[k].capital:
        return False
    nouns = ear.grammar.habits.get("nouns_capital")  # where all have a capital, two in a row are hardly a name
    found = ear.speakers.persons(ear.speakers.previous, words[0].start)
    persons = [k for k in found if k.type or (" " in k.entity and not nouns)]
    last = ear.drafts[-1] if ear.drafts else None
    if last is not None and last.kind == "marked" and last.use == "unknown":
        if last.content[0][0] >= ear.speakers.previous:
            return False  # "“...,” the mayor riffed. “...”": it goes on with what nobody is known to have said
    if not persons or "\n" in ear.text[ear.speakers.previous : words[0].start]:
        return False
    speaker = ear.speakers.named(persons[0])
    ear.add(ear.draft(words, [(k, k + 1)], speaker, None, "topic"))
    ear.speakers.hear(speaker)
    return True


def _goes_on(ear: Listener, only_quotes: bool) -> Draft | None:
    """Return the draft that a quotation without a cue may go on with: the last, or the last quoted of the sentence
    before ("“...,” she told Tass after he said no. “...”")."""
    last = ear.drafts[-1] if ear.drafts else None
    if only_quotes and last is not None and last.kind in ("indirect", "marked"):
        for draft in ear.drafts[:-4:-1]:
            if draft.kind in ("direct", "mixed") and draft.cue is not None and draft.cue[0] >= ear.speakers.previous:
                return draft
    return last


def _inset(ear: Listener, span: Marked) -> bool:
    """ "« Rien n'est sûr, a dit Ann Poe. Attendons. »": the narrator speaks inside the marks."""
    inner = view.tokens(ear.text, span.inner_start, span.inner_end, [])
    return any(_heard(ear, inner, report, "inset") for report in uncued.insets(inner, ear.grammar))


def _heard(ear: Listener, words: list[Token], report: Report, rule: str) -> bool:
    """Add the speech of a report among `words` where its speaker is known, and tell whether it was."""
    speaker = ear.speakers.resolve(report, words, [])
    parts = [(words[a].start, words[b - 1].end) for a, b in report.content if b > a]
    if speaker is None or not parts:
        return False
    cue = (words[report.cue.first].start, words[report.cue.last - 1].end)
    why = ear.speakers.why
    ear.add(Draft(parts, list(parts), "direct", speaker, cue, rule, ear.paragraph, strength="say", why=why))
    ear.speakers.hear(speaker)
    return True


def dialogue(ear: Listener, start: int, end: int) -> bool:
    """A line that opens with a dash is speech where the narrator says whose: "— Never, says Ann Poe."."""
    if not ear.grammar.habits.get("dialogue"):
        return False
    words = view.tokens(ear.text, start, end, [])
    turns = [k for k, t in enumerate(words) if t.low in DASHES and (not k or _turns(ear, words, k))]
    found = False
    for first, last in itertools.pairwise([*turns, len(words)]):
        turn = words[first + 1 : last]
        for report in uncued.insets(turn, ear.grammar, ",?!…—–")[:1]:
            found |= _heard(ear, turn, report, "dialogue")
    if found:
        ear.pass_by(start)
    return found


def _turns(ear: Listener, words: list[Token], k: int) -> bool:
    """Tell whether a dash inside a line opens another turn, not the narrator's "? — asked Ann Poe"."""
    behind = words[k + 1] if k + 1 < len(words) else None
    return words[k - 1].low in ".?!…" and behind is not None and behind.low not in ear.grammar.verbs
