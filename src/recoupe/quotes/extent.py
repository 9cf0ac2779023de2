"""Extent: which words of a sentence a cue reports, before it, behind it or on both sides."""

from __future__ import annotations

import itertools

import msgspec

from recoupe.quotes.cues import Cue, matches
from recoupe.quotes.grammar import GERUND, INFINITIVE, Grammar
from recoupe.quotes.phrases import noun_phrase, subject_left
from recoupe.quotes.view import COMMA, POINT, QUOTED, WHOLE, WORD, Token


class Report(msgspec.Struct):
    """What a cue reports: token ranges `[first, last)` of the sentence. `pending` when its words are yet to come (a
    colon ends the sentence). `rule` names the pattern."""

    cue: Cue
    subject: tuple[int, int] | None
    content: list[tuple[int, int]]
    rule: str
    pending: bool = False
    shared: bool = False


class Scene(msgspec.Struct, frozen=True):
    """A sentence as one of its cues sees it: its tokens, which of them are quotations, the cues that come later and
    the reports found before."""

    words: list[Token]
    grammar: Grammar
    quoted: list[int]
    later: list[Cue]
    earlier: list[Report]


def clause_start(words: list[Token], left: int, grammar: Grammar) -> int:
    """Return where the clause that ends at `left` begins: the sentence, or behind a semicolon."""
    closed = 0
    for k in range(left - 1, max(-1, left - 150), -1):
        if words[k].kind == POINT and words[k].low in "()":
            closed += 1 if words[k].low == ")" else -1
        if closed < 0 or (not closed and words[k].kind == POINT and words[k].low in ";:"):
            return k + 1
        if words[k].kind == POINT and words[k].low in ".!?" and k + 1 < left and words[k - 1].kind == QUOTED:
            return k + 1
    return 0


def around(scene: Scene, cue: Cue, subject: tuple[int, int] | None, edges: tuple[int, int, int]) -> Report | None:
    """ "The costs, she said, were ...": what is reported stands on both sides of subject and verb."""
    words, grammar = scene.words, scene.grammar
    start, last, right = edges
    while last > start and words[last - 1].kind == POINT:
        last -= 1
    while start < last and (words[start].kind == POINT or words[start].low in grammar.joining):
        start += 1
    report = cut(words, Report(cue, subject, [(right + 1, end_of(scene, right + 1))], "around"), grammar)
    if report is not None and last > start:
        report.content.insert(0, (start, last))
    return report


def behind_words(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, edges: tuple[int, int, int], rule: str
) -> Report | None:
    words = scene.words
    start, last, right = edges
    after_quote = [k for k in scene.quoted if k >= right]
    while last > start and words[last - 1].kind == POINT and words[last - 1].low in ",:–—-":
        last -= 1
    while start < last and words[start].kind == POINT and words[start].low not in "([$€£":
        start += 1
    if last <= start:
        return None
    content = [(start, last)]
    # the quotation goes on behind the verb: "..., he said, "..."
    for k in after_quote:
        gap = words[right:k]
        if any(c.first >= right and c.last <= k for c in scene.later):
            break
        if (words[k - 1].kind == POINT and words[k - 1].low in ",:–—-." and len(gap) <= 14) or (
            content[-1][1] == right and all(t.kind == POINT for t in gap)
        ):
            content.append((k, k + 1))
            right = k + 1
        else:
            break
    return Report(cue, subject, content, rule)


def colon_behind(words: list[Token], at: int) -> int | None:
    """Return the place of a colon within reach behind `at`, before any quotation or full stop."""
    for k in range(at, min(len(words), at + 16)):
        if words[k].kind == QUOTED:
            return None
        if words[k].kind == POINT:
            if words[k].low == ":":
                return k
            if words[k].low in ".;?!":
                return None
    return None


def complement_behind(words: list[Token], at: int, grammar: Grammar) -> int | None:
    """Return where "that" (or its like) opens the reported clause behind `at`, None when nothing does."""
    for k in range(at, min(len(words), at + 18)):
        token = words[k]
        if token.kind == QUOTED or (token.kind == POINT and token.low in ";:."):
            return None
        if token.low in grammar.complements or (k == at and token.low in grammar.close):
            return k
        if (
            k == at
            and token.low in grammar.pronouns
            and not (k + 1 < len(words) and words[k + 1].low in grammar.complements)
        ):
            return None
        if token.kind == POINT and token.low == ",":
            joined = grammar.habits.get("comma_complement")
            return k + 1 if joined and k + 1 < len(words) and words[k + 1].low in grammar.close else None
        if k > at and (
            (token.low in grammar.stop and token.low not in grammar.adverbial) or token.low in grammar.pronouns
        ):
            return None
    return None


def _relative(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """Tell whether a verb is that of a clause about a noun: ", who said", ", che aveva chiesto"."""
    k = cue.first - 1
    relative = k > 0 and (words[k].low in grammar.that or grammar.pronouns.get(words[k].low) == "r")
    return relative and words[k - 1].low == ","


def _to_something(words: list[Token], k: int, grammar: Grammar) -> bool:
    """Tell whether behind a verb of thought stands "to" and a thing, and no deed."""
    return k + 1 < len(words) and words[k].low in grammar.to and words[k + 1].low in grammar.determiners


def before_words(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, right: int, complement: int | None
) -> Report | None:
    words, grammar = scene.words, scene.grammar
    later, colon = scene.later, colon_behind(words, right)
    end = end_of(scene, right)
    opener = words[clause_start(words, cue.first, grammar)].low in grammar.breaking
    if (opener or (cue.form == GERUND and words[cue.first - 1].kind == WORD)) and later and colon is None:
        # "Though he said ..., she ...", "In a note announcing ..., she ...": a comma closes it
        end = next((k for k in range(right, end) if words[k].low == ","), end)
    if _relative(words, cue, grammar):
        # "Poe, who had asked for ten years, calls himself “calm”": the comma before the main verb closes it
        end = next((c.first - 1 for c in later if c.first > right and words[c.first - 1].low == ","), end)
    if colon is not None and colon < end:
        start = colon + 1
        if start >= len(words):
            return Report(cue, subject, [], "colon", pending=True)
        if words[start].kind == QUOTED:
            last = start + 1
            while last < len(words) and words[last].kind == QUOTED:
                last += 1
            return Report(cue, subject, [(k, k + 1) for k in range(start, last)], "colon")
        if any(c.first >= start and colon_behind(words, c.last) is not None for c in later):
            return None  # "... criticised it: so Poe said: “...”"
        return Report(cue, subject, [(start, len(words))], "colon")
    if cue.strength == "think" and _to_something(words, right, grammar):
        return None  # "agreed to a call"
    if complement is not None:
        return cut(words, Report(cue, subject, [(complement, end)], "that"), grammar)
    start = right
    if start < len(words) and words[start].low == ",":
        closed = next((k for k in range(start + 1, min(start + 14, end)) if words[k].low == ","), None)
        if closed is not None and closed + 1 < end and words[closed + 1].low in grammar.complements:
            return cut(words, Report(cue, subject, [(closed + 1, end)], "that"), grammar)
        if closed is not None and closed - start < 5 and closed + 1 < end and words[closed + 1].kind == QUOTED:
            start = closed
        if start + 1 < len(words) and words[start + 1].kind == QUOTED:
            return cut(words, Report(cue, subject, [(start + 1, end)], "comma-quote"), grammar)
        if grammar.habits.get("comma_clause") and cue.strength == "say" and start + 2 < end:
            return cut(words, Report(cue, subject, [(start + 1, end)], "comma-clause"), grammar)
        if cue.strength != "call":
            return None
    start = _behind_recipient(words, cue, start, end, grammar)
    if start >= end:
        return None
    return cut(words, Report(cue, subject, [(start, end)], "verb-clause"), grammar)


def _behind_recipient(words: list[Token], cue: Cue, start: int, end: int, grammar: Grammar) -> int:
    """Step over dates, "in a statement" before a quotation, and whom it is told to."""
    while start < end and words[start].low in grammar.dates:
        start += 1
    start = _behind_aside(words, start, end, grammar)
    if cue.strength in ("say", "ask", "tell"):
        for k in range(start, min(end, start + 12)):
            if words[k].kind == QUOTED and (
                words[k - 1].low in (",", ":")
                or (k - start > 1 and words[start].low in grammar.adverbial and grammar.habits.get("recipient_first"))
            ):
                return k
            if words[k].kind != WORD and not (words[k].low == "," and k + 1 < end and words[k + 1].kind == QUOTED):
                break
    if cue.strength == "tell" and start < end:
        if words[start].low in grammar.pronouns or words[start].low in grammar.objects:
            return start + 1
        k = start + 1
        while (
            k < end
            and words[k].kind == WORD
            and (
                words[k].capital
                or words[k - 1].low in grammar.determiners
                or words[k].low in grammar.prepositions
                or words[k - 1].low in grammar.prepositions
            )
        ):
            k += 1
        near = next((j for j in range(k, min(end, k + 3)) if words[j].low in grammar.pronouns), None)
        return k if near is None else near
    if start < end and words[start].low in grammar.adverbial and cue.strength == "say":
        k = start
        while k < end and k - start < 8 and words[k].kind == WORD and words[k].low not in grammar.pronouns:
            k += 1
        if k < end and words[k].low in grammar.pronouns:
            return k
    return start


def _behind_aside(words: list[Token], start: int, end: int, grammar: Grammar) -> int:
    """Step over a set phrase behind the verb: "dénonce quant à elle « ... »"."""
    for phrase in grammar.asides.get(words[start].low, ()) if start < end else ():
        if matches(words, start, phrase):
            return min(end, start + len(phrase))
    return start


def end_of(scene: Scene, start: int) -> int:
    """Return where what is reported ends: the sentence, or a comma before another cue that reports beside it."""
    words, grammar, later = scene.words, scene.grammar, scene.later
    for cue in later:
        k = cue.first
        if cue.form == GERUND and k > start and words[k - 1].low in (WHOLE, COMMA):
            return k
        if cue.form == GERUND and k > start + 1 and (words[k - 1].low == "," or words[k - 1].low in grammar.joining):
            return k - 1 if k < 2 or words[k - 2].low != "," else k - 2
        if (
            cue.form not in (GERUND, INFINITIVE)
            and k > start + 2
            and words[k - 1].low in grammar.joining
            and cue.subject is None
            and cue.strength != "think"
        ):
            return k - 1
        if cue.form not in (GERUND, INFINITIVE) and cue.subject is None:
            comma = _next_clause(words, start, k, grammar) or _joined_clause(words, start, cue, grammar)
            if comma is not None:
                return comma
        if cue.strength == "according" and cue.inverted and k > start + 1:
            return k - 1 if words[k - 1].low == "," else k
    seen = False
    for k in range(start, len(words) - 1):
        seen = seen or words[k].kind == QUOTED
        if seen and words[k].low == "," and words[k + 1].low in grammar.breaking and any(c.first > k for c in later):
            return k
    return len(words)


def _next_clause(words: list[Token], start: int, verb: int, grammar: Grammar) -> int | None:
    """ "Poe called it “slow”, Rill spoke of “a start”": return the comma before the subject of a verb at `verb`, where
    quoted words stand right before that comma."""
    for k in range(verb - 1, max(start, verb - 8), -1):
        token = words[k]
        if token.kind == QUOTED or (token.kind == POINT and token.low != ","):
            return None
        if token.low == ",":
            behind = words[k + 1]
            quoted = words[k - 1].kind == QUOTED and words[k - 1].low not in (COMMA,)
            opens = behind.capital or behind.low in grammar.definite
            return k if quoted and opens and k + 1 < verb else None
    return None


def _joined_clause(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> int | None:
    """ "Poe called it “slow,” but he also saw “a start”": return where, behind words in marks, the "but" of a clause
    with its own subject stands that `cue` is the verb of."""
    if cue.strength not in ("say", "tell", "ask"):
        return None
    subject = subject_left(words, cue.first, grammar)
    joint = subject[0] - 1 if subject is not None else 0
    if joint <= start + 1 or words[joint].low not in grammar.joining or words[joint - 1].kind == WORD:
        return None
    return joint if any(t.kind == QUOTED for t in words[start:joint]) else None


def _tail(words: list[Token], behind: int, end: int, short: bool, grammar: Grammar) -> int:
    """Return where the narrator takes over again behind the last quoted words: a dash, "..., while", "..., which"."""
    if behind < end and words[behind - 1].low == COMMA:
        next_low = words[behind + 1].low if behind + 1 < end else ""
        if words[behind].low not in grammar.joining or short or next_low in grammar.pronouns:
            return behind
    for k in range(behind, end):
        low = words[k].low
        if words[k].kind == POINT and low in "–—;(" and k > behind - 1:
            return k
        if (
            low == ","
            and k + 1 < end
            and (short or words[k + 1].low in grammar.breaking or words[k + 1].low in grammar.like)
        ):
            return k
        if low == "," and k + 2 < end and words[k + 1].low in grammar.joining and words[k + 2].low in grammar.pronouns:
            return k
        if short and k >= behind and _narrators(words, k, end, grammar):
            return k
    return end


def _narrators(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """Tell whether behind what something is called the narrator goes on at `k`: "and", "after", "on Monday", "in a
    tweet"."""
    low = words[k].low
    if low in grammar.joining:
        return not _joins_nouns(words, k, end, grammar)
    if low in grammar.breaking or low in grammar.dates:
        return True
    if low not in grammar.adverbial:
        return False
    noun = next((t for t in words[k + 1 : min(end, k + 4)] if t.low not in grammar.determiners), None)
    return noun is not None and (noun.low in grammar.dates or noun.low in grammar.nouns)


def _joins_nouns(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """ "“soft” on workers and their families": the "and" at `k` joins no clause: no verb, no pronoun behind."""
    if k + 1 >= end or words[k - 1].kind == QUOTED:
        return False
    return not any(
        t.low in grammar.pronouns
        or t.low in grammar.finite
        or (t.low in grammar.verbs and not t.capital)
        or t.low.endswith((*grammar.pasts, *grammar.openings) or ("\0",))
        for t in words[k + 1 : min(end, k + 5)]
    )


def _adverb(low: str, grammar: Grammar) -> bool:
    """Tell whether a word is a small adverb of the narrator's, that may stand before the words in marks."""
    return low in grammar.auxiliaries and not (
        low in grammar.finite or low in grammar.determiners or low in grammar.linking or low in grammar.prepositions
    )


def cut(words: list[Token], report: Report, grammar: Grammar) -> Report | None:
    start, end = report.content[0]
    end = next((k for k in range(start + 1, end) if words[k].low == ";"), end)  # another clause begins
    inside = [k for k in range(start, end) if words[k].kind == QUOTED]
    if inside:
        gaps = itertools.pairwise(inside)
        comma = next(
            (a for a, b in gaps if words[a].low == COMMA and words[a + 1].low not in grammar.joining and b - a > 5),
            None,
        )
        if comma is not None and words[comma + 1].kind == WORD and report.rule != "around":
            end = comma + 1
            inside = [k for k in inside if k < end]
        short = report.cue.strength in ("call", "think") and report.rule != "noun"
        end = _tail(words, inside[-1] + 1, end, short, grammar)
    while end > start and words[end - 1].kind == POINT and words[end - 1].low in '.,;:–—-)«»“”"':
        end -= 1
    while end > start and (
        (words[start].kind == POINT and words[start].low in ",;:–—)") or words[start].low in grammar.joining
    ):
        start += 1
    while start + 1 < end and words[start].kind == WORD and _adverb(words[start].low, grammar):
        if all(t.kind != QUOTED for t in words[start + 1 : start + 3]):
            break
        start += 1  # "si è detto invece “amareggiato”"
    governed = words[start].low in grammar.prepositions and not grammar.habits.get("verb_second")
    if governed and end - start > 1 and words[start + 1].kind == QUOTED:
        start += words[start].low not in grammar.like and words[start].low not in grammar.to
    if words[report.cue.verb].low in grammar.judging and end - start > 1 and words[start].low in grammar.governed:
        start += 1
    if end <= start:
        return None
    report.content = [(start, end)]
    return report


def according(scene: Scene, cue: Cue) -> Report | None:
    words, grammar = scene.words, scene.grammar
    subject = cue.subject
    if subject is None:
        return None
    if cue.first == 0 or (words[cue.first - 1].low not in (",",) and cue.first < 3):
        start = max(subject[1], cue.last)
        # behind the comma that closes what is said of the source
        comma = next((k for k in range(start, min(len(words), start + 25)) if words[k].low == ","), None)
        if comma is not None:
            start = comma + 1
            more = next((k for k in range(start, min(len(words), start + 12)) if words[k].low == ","), None)
            if (
                more is not None
                and not grammar.verbs.keys() & {t.low for t in words[start:more]}
                and words[start].low not in grammar.pronouns
                and words[more - 1].kind == WORD
                and (more + 1 >= len(words) or words[more + 1].low not in grammar.joining)
                and any(t.kind == QUOTED for t in words[more:])
                and not any(t.kind == QUOTED for t in words[start:more])
            ):
                start = more + 1
        end = end_of(scene, start)
        return cut(words, Report(cue, subject, [(start, end)], "according-first"), grammar) if end > start else None
    start = clause_start(words, cue.first, grammar)
    end = cue.first
    quoted = scene.quoted
    if quoted and quoted[0] >= subject[1]:
        last = end_of(scene, subject[1])
        return (
            cut(words, Report(cue, subject, [(subject[1], last)], "according-inside"), grammar)
            if last > subject[1]
            else None
        )
    return cut(words, Report(cue, subject, [(start, end)], "according-last"), grammar) if end > start else None


def opening(words: list[Token], cue: Cue, quoted: list[int], grammar: Grammar) -> Report | None:
    """ "Citing “delays,” the mayor ...": the subject stands behind the opening phrase."""
    if not quoted or cue.form != GERUND:
        return None
    comma = next((k for k in range(cue.last, len(words)) if words[k].low in (",", COMMA)), None)
    if comma is None or comma < quoted[0] or comma + 1 >= len(words):
        return None
    subject = noun_phrase(words, comma + 1, grammar)
    if subject is None:
        return None
    end = comma + 1 if words[comma].low == COMMA else comma
    return cut(words, Report(cue, subject, [(cue.last, end)], "opening"), grammar)
