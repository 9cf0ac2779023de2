"""Reports: what each cue of a sentence reports, and who its subject is."""

from __future__ import annotations

import msgspec

from recoupe.quotes.cues import Cue, cues, noun_phrase, subject_left
from recoupe.quotes.grammar import FINITE, GERUND, INFINITIVE, Grammar
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


def reports(words: list[Token], grammar: Grammar) -> list[Report]:
    """Return the reports of a sentence, in the order of their cues."""
    found: list[Report] = []
    quoted = [k for k, t in enumerate(words) if t.kind == QUOTED]
    hits = cues(words, grammar)
    for n, cue in enumerate(hits):
        end = len(words)
        report = _report(words, cue, hits[n + 1 :], found, quoted, grammar)
        if report is not None:
            found.append(report)
    return found


def follows_quotation(words: list[Token], grammar: Grammar) -> bool:
    """Tell whether a sentence is only "Ann said" or "said Ann" to the quotation that ended the one before."""
    for cue in cues(words[:12], grammar)[:1]:
        if cue.form in (GERUND, INFINITIVE) or cue.strength not in ("say", "ask", "voice", "tell"):
            return False
        span = cue.subject or subject_left(words, cue.first, grammar)
        if span is None or span[0] > 1 or (span[1] > cue.first and not cue.glued):
            return False
        follows = words[cue.last] if cue.last < len(words) else None
        if follows is not None and follows.low == "," and cue.last + 1 < len(words) and words[cue.last + 1].kind == QUOTED:
            return False
        if cue.strength == "tell":
            return any(t.low == "." for t in words[cue.last : cue.last + 4])
        return (
            follows is None
            or follows.low in ".,;"
            or (
                follows.low in grammar.adverbial
                and _complement(words, cue.last, grammar) is None
                and _colon(words, cue.last) is None
            )
        )
    return False


def _report(
    words: list[Token], cue: Cue, later: list[Cue], earlier: list[Report], quoted: list[int], grammar: Grammar
) -> Report | None:
    if cue.strength == "according":
        return _according(words, cue, later, grammar)
    if cue.form in (GERUND, INFINITIVE):
        return _dependent(words, cue, later, earlier, quoted, grammar)
    before = cue.first - 1
    subject = cue.subject
    inverted = cue.inverted
    at_mark = before >= 0 and (
        words[before].kind == QUOTED or words[before].low in ",–—-" or words[before].low in grammar.like
    )
    if cue.strength == "tell" and not grammar.habits.get("tell_inverts", True):
        at_mark = False
    if subject is None and (at_mark or (grammar.habits.get("verb_second") and _verb_first(words, cue, grammar))):
        has_quote = any(k < cue.first for k in quoted)
        short = (
            not grammar.habits.get("verb_second")
            and not has_quote
            and cue.first - 1 - _clause_start(words, cue.first, grammar) <= 3
            and before > 0
        )
        if at_mark and not has_quote and grammar.habits.get("verb_second"):
            start = _clause_start(words, cue.first, grammar)
            short = (
                start < before
                and words[start].low not in grammar.openers
                and words[start].low not in grammar.prepositions
                and words[start].low not in grammar.stop
                and subject_left(words, cue.first, grammar) is not None
            )
        if at_mark and not has_quote and not grammar.habits.get("verb_second"):
            short = short or _left_is_noun(words, cue, grammar)
        if not short and not _insertion_after_quote(words, cue, grammar):
            subject = _right(words, cue, has_quote, grammar)
        inverted = subject is not None
    if subject is None and cue.strength != "impersonal":
        subject = subject_left(words, cue.first, grammar)
        if subject is None:
            return _shared(words, cue, later, earlier, quoted, grammar)
        inverted = False
    left = cue.first if inverted or subject is None else subject[0]
    right = max(cue.last, subject[1]) if inverted and subject else cue.last
    return _place(words, cue, subject, (left, right), later, quoted, inverted, grammar)


def _left_is_noun(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """The clause begins with a noun phrase and an insertion, and no verb: that is the subject."""
    if words[cue.first - 1].low != ",":
        return False
    span = subject_left(words, cue.first, grammar)
    if span is None or span[0] > _clause_start(words, cue.first, grammar) + 1:
        return False
    return not any(
        (t.low in grammar.verbs and not t.capital) or t.low in grammar.have for t in words[span[0] : span[1]]
    )


def unnamed_verb(words: list[Token], k: int, grammar: Grammar) -> tuple[Cue, tuple[int, int]] | None:
    """"“...,” beamed Ann Poe": behind a whole sentence in marks, a small word and a name are a verb that no table
    has and its subject."""
    at = k + 1
    if at < len(words) and words[at].low == ",":
        at += 1
    if at + 1 >= len(words) or words[at].kind != WORD or words[at].capital or not words[k].capital:
        return None
    small = grammar.stop | grammar.determiners | grammar.prepositions | grammar.complements | grammar.dates
    if words[at].low in small or words[at].low in grammar.pronouns or len(words[at].low) < 3:
        return None
    last = at + 1
    while last < len(words) and last - at < 3 and words[last].low in grammar.auxiliaries:
        last += 1
    span = noun_phrase(words, last, grammar)
    if span is None or not any(t.capital for t in words[span[0] : span[1]]):
        return None
    return Cue(at, last, at, FINITE, "voice", span, True), span


def insets(words: list[Token], grammar: Grammar) -> list[Report]:
    """Return the narrator's ", said Ann Poe," inside what are the words of a quotation."""
    found = []
    for cue in cues(words, grammar):
        at = cue.first - 1
        if (
            at < 1
            or words[at].low != ","
            or cue.form in (GERUND, INFINITIVE)
            or cue.strength not in ("say", "ask", "voice", "tell")
        ):
            continue
        span = cue.subject or noun_phrase(words, cue.last, grammar)
        if span is None:
            continue
        k = max(span[1], cue.last)
        while k < len(words) and words[k].low not in ".,;:!?":
            if k - span[1] > 6 or words[k].low in grammar.verbs:
                break
            k += 1
        if k < len(words) and words[k].low == ",":
            # "se souvient Ann Poe, boulangère."
            stop = next((j for j in range(k + 1, min(len(words), k + 8)) if words[j].kind == POINT), None)
            if (
                stop is not None
                and words[stop].low in ".,"
                and not any(t.low in grammar.verbs or t.low in grammar.pronouns for t in words[k + 1 : stop])
            ):
                k = stop
        if k < len(words) and words[k].low in ".,;:":
            content = [(0, at)] + ([(k + 1, len(words))] if k + 1 < len(words) else [])
            found.append(Report(cue, span, content, "inset"))
    return found


def _verb_first(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """In a verb-second clause that opens with something else than its subject, the subject follows the verb."""
    behind = words[cue.last].low if cue.last < len(words) else ""
    if cue.first and grammar.pronouns.get(behind, "n") in ("m", "f", "1") and behind not in grammar.determiners:
        return True
    k = cue.first
    while (
        k > 0
        and words[k - 1].kind == WORD
        and (
            words[k - 1].low not in grammar.stop
            or words[k - 1].low in grammar.linking
            or words[k - 1].low in grammar.openers
        )
    ):
        k -= 1
    return k == cue.first or words[k].low in grammar.openers or words[k].low in grammar.prepositions


def _insertion_after_quote(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "“...,” Ann Poe, the mayor, told ...": the subject stands between the quotation and the insertion."""
    if words[cue.first - 1].low != ",":
        return False
    span = subject_left(words, cue.first, grammar)
    if span is None or words[span[1]].low != ",":
        return False
    return span[1] < cue.first - 1 and span[0] > 0 and words[span[0] - 1].kind == QUOTED


def _right(words: list[Token], cue: Cue, has_quote: bool, grammar: Grammar) -> tuple[int, int] | None:
    """Return the subject behind the verb ("said Ann", "a dit à la presse Ann"): its noun phrase, None if it has none."""
    span = noun_phrase(words, cue.last, grammar)
    if span is not None:
        low = words[span[0]].low
        if not has_quote and low in grammar.pronouns and not grammar.habits.get("verb_second"):
            return None
        follows = words[span[1]] if span[1] < len(words) else None
        free = grammar.habits.get("verb_second")
        if (
            not free
            and follows is not None
            and follows.kind == WORD
            and (
                (follows.low in grammar.auxiliaries and follows.low not in grammar.adverbial)
                or follows.low in grammar.verbs
            )
        ):
            return None  # a clause: its verb follows
        return span
    if not has_quote or not grammar.habits.get("recipient_first"):
        return None
    # behind whom it is told to: "a dit à l'agence Tass Ann"
    k = cue.last
    for j in range(k + 1, min(len(words), k + 12)):
        if words[j].kind != WORD:
            break
        if words[j].capital and (j + 1 == len(words) or not words[j + 1].capital):
            start = j
            while start > k + 1 and words[start - 1].capital:
                start -= 1
            if j + 1 >= len(words) or words[j + 1].low in (",", "."):
                return (max(start, j - 2), j + 1)
    return None


def _place(
    words: list[Token],
    cue: Cue,
    subject: tuple[int, int] | None,
    edge: tuple[int, int],
    later: list[Cue],
    quoted: list[int],
    inverted: bool,
    grammar: Grammar,
) -> Report | None:
    left, right = edge
    before_quote = [k for k in quoted if k < left]
    after_quote = [k for k in quoted if k >= right]
    touching = left > 0 and words[left - 1].kind == QUOTED
    if touching and grammar.habits.get("verb_second") and words[left - 1].low not in (WHOLE, COMMA):
        touching = False  # "der „rote“ Minister sagte"
    if not touching and not inverted and before_quote and _apposed(words, before_quote[-1], left, grammar):
        left = before_quote[-1] + 1
        touching = True
    like = left > 0 and words[left - 1].low in grammar.like
    if like:
        left -= 1
    comma = left > 0 and words[left - 1].kind == POINT and words[left - 1].low in ",–—-"
    quote_comma = comma and left > 1 and words[left - 2].kind == QUOTED
    start = _clause_start(words, left, grammar)
    long_before = left - start >= 4
    follows = words[right] if right < len(words) else None
    ended = (
        follows is None
        or (follows.kind == POINT and follows.low in ".,;?!")
        or follows.low in grammar.adverbial
        or follows.low in grammar.dates
    )
    complement = None if like else _complement(words, right, grammar)
    if complement is not None and complement > right:
        distant = words[complement].low not in grammar.that and cue.strength not in ("tell", "ask")
        if (cue.strength == "call" or distant) and not grammar.habits.get("comma_complement"):
            complement = None
    colon = _colon(words, right)
    if like and left == 0:
        closed = next((k for k in range(right, min(len(words), right + 12)) if words[k].low == ","), None)
        if closed is None:
            return None
        return _cut(
            words, Report(cue, subject, [(closed + 1, _end(words, closed + 1, later, grammar))], "as-first"), grammar
        )
    if like and not comma:
        return None
    ended = ended or like
    if (touching or quote_comma) and (complement is None or words[before_quote[-1]].low in (WHOLE, COMMA)) and cue.strength != "call":
        return _post(words, cue, subject, (start, left), right, after_quote, later, grammar, "quote-verb")
    if (
        comma
        and long_before
        and ended
        and complement is None
        and (inverted or not after_quote)
        and cue.strength in ("say", "tell", "ask", "think")
        and colon is None
    ):
        if before_quote or inverted or not _opens_with_preposition(words, start, grammar):
            return _post(words, cue, subject, (start, left), right, after_quote, later, grammar, "clause-verb")
    parenthesis = (
        comma
        and follows is not None
        and follows.low == ","
        and cue.strength in ("say", "tell", "ask")
        and right + 2 < len(words)
    )
    if (
        parenthesis
        and not inverted
        and not long_before
        and not before_quote
        and not _opens_with_preposition(words, start, grammar)
    ):
        return _around(words, cue, subject, (start, left), right, later, grammar)
    if cue.strength == "voice" and complement is not None and grammar.habits.get("comma_complement"):
        return _pre(words, cue, subject, right, later, colon, complement, grammar)
    if (
        cue.strength == "voice"
        and colon is None
        and not (
            follows is not None
            and (
                follows.kind == QUOTED
                or (follows.low == "," and right + 1 < len(words) and words[right + 1].kind == QUOTED)
            )
        )
    ):
        return None
    return _pre(words, cue, subject, right, later, colon, complement, grammar)


def _around(
    words: list[Token],
    cue: Cue,
    subject: tuple[int, int] | None,
    before: tuple[int, int],
    right: int,
    later: list[Cue],
    grammar: Grammar,
) -> Report | None:
    """ "The costs, she said, were ...": what is reported stands on both sides of subject and verb."""
    start, last = before
    while last > start and words[last - 1].kind == POINT:
        last -= 1
    while start < last and (words[start].kind == POINT or words[start].low in grammar.joining):
        start += 1
    report = _cut(words, Report(cue, subject, [(right + 1, _end(words, right + 1, later, grammar))], "around"), grammar)
    if report is not None and last > start:
        report.content.insert(0, (start, last))
    return report


def _apposed(words: list[Token], quote: int, left: int, grammar: Grammar) -> bool:
    """Only words of a description stand between a quotation and the subject: "“...,” a friend, Ann Poe told"."""
    gap = words[quote + 1 : left]
    return (
        words[quote].low in (WHOLE, COMMA)
        and 0 < len(gap) <= 10
        and gap[0].kind == WORD
        and gap[-1].low == ","
        and all(
            t.low == ","
            or (
                t.kind == WORD
                and t.low not in grammar.verbs
                and t.low not in grammar.auxiliaries
                and t.low not in grammar.pronouns
            )
            for t in gap
        )
    )


def _opens_with_preposition(words: list[Token], start: int, grammar: Grammar) -> bool:
    return words[start].low in grammar.prepositions or words[start].low in grammar.adverbial


def _clause_start(words: list[Token], left: int, grammar: Grammar) -> int:
    """Return where the clause that ends at `left` begins: the sentence, or behind a semicolon."""
    for k in range(left - 1, -1, -1):
        if words[k].kind == POINT and words[k].low in ";:(":
            return k + 1
        if words[k].kind == POINT and words[k].low in ".!?" and k + 1 < left and words[k - 1].kind == QUOTED:
            return k + 1
    return 0


def _post(
    words: list[Token],
    cue: Cue,
    subject: tuple[int, int] | None,
    before: tuple[int, int],
    right: int,
    after_quote: list[int],
    later: list[Cue],
    grammar: Grammar,
    rule: str,
) -> Report | None:
    start, last = before
    while last > start and words[last - 1].kind == POINT and words[last - 1].low in ",–—-":
        last -= 1
    while start < last and words[start].kind == POINT and words[start].low not in "([$€£":
        start += 1
    if last <= start:
        return None
    content = [(start, last)]
    # the quotation goes on behind the verb: "..., he said, "..."
    for k in after_quote:
        gap = words[right:k]
        if any(c.first >= right and c.last <= k for c in later):
            break
        if (words[k - 1].kind == POINT and words[k - 1].low in ",:–—-." and len(gap) <= 14) or (
            content[-1][1] == right and all(t.kind == POINT for t in gap)
        ):
            content.append((k, k + 1))
            right = k + 1
        else:
            break
    return Report(cue, subject, content, rule)


def _colon(words: list[Token], at: int) -> int | None:
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


def _complement(words: list[Token], at: int, grammar: Grammar) -> int | None:
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


def _pre(
    words: list[Token],
    cue: Cue,
    subject: tuple[int, int] | None,
    right: int,
    later: list[Cue],
    colon: int | None,
    complement: int | None,
    grammar: Grammar,
) -> Report | None:
    end = _end(words, right, later, grammar)
    opener = words[_clause_start(words, cue.first, grammar)].low in grammar.breaking
    if (opener or cue.form == GERUND and words[cue.first - 1].kind == WORD) and later and colon is None:
        # "Though he said ..., she ...", "In a note announcing ..., she ...": a comma closes it
        end = next((k for k in range(right, end) if words[k].low == ","), end)
    if colon is not None and colon < end:
        start = colon + 1
        if start >= len(words):
            return Report(cue, subject, [], "colon", pending=True)
        if words[start].kind == QUOTED:
            last = start + 1
            while last < len(words) and words[last].kind == QUOTED:
                last += 1
            return Report(cue, subject, [(k, k + 1) for k in range(start, last)], "colon")
        return Report(cue, subject, [(start, len(words))], "colon")
    if complement is not None:
        return _cut(words, Report(cue, subject, [(complement, end)], "that"), grammar)
    start = right
    if start < len(words) and words[start].low == ",":
        closed = next((k for k in range(start + 1, min(start + 9, end)) if words[k].low == ","), None)
        if closed is not None and closed + 1 < end and words[closed + 1].low in grammar.complements:
            return _cut(words, Report(cue, subject, [(closed + 1, end)], "that"), grammar)
        if start + 1 < len(words) and words[start + 1].kind == QUOTED:
            return _cut(words, Report(cue, subject, [(start + 1, end)], "comma-quote"), grammar)
        if grammar.habits.get("comma_clause") and cue.strength == "say" and start + 2 < end:
            return _cut(words, Report(cue, subject, [(start + 1, end)], "comma-clause"), grammar)
        if cue.strength != "call":
            return None
    start = _behind_recipient(words, cue, start, end, grammar)
    if start >= end:
        return None
    return _cut(words, Report(cue, subject, [(start, end)], "verb-clause"), grammar)


def _behind_recipient(words: list[Token], cue: Cue, start: int, end: int, grammar: Grammar) -> int:
    """Step over dates, "in a statement" before a quotation, and whom it is told to."""
    while start < end and words[start].low in grammar.dates:
        start += 1
    if cue.strength in ("say", "ask", "tell"):
        for k in range(start, min(end, start + 12)):
            if words[k].kind == QUOTED and words[k - 1].low in (",", ":"):
                return k
            if words[k].kind != WORD and not (words[k].low == "," and k + 1 < end and words[k + 1].kind == QUOTED):
                break
    if cue.strength == "tell" and start < end:
        if words[start].low in grammar.pronouns or words[start].low in ("him", "me", "them", "us", "her"):
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


def _end(words: list[Token], start: int, later: list[Cue], grammar: Grammar) -> int:
    """Return where what is reported ends: the sentence, or a comma before another cue that reports beside it."""
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
        ):
            return k - 1
        if cue.strength == "according" and cue.inverted and k > start + 1:
            return k - 1 if words[k - 1].low == "," else k
    seen = False
    for k in range(start, len(words) - 1):
        seen = seen or words[k].kind == QUOTED
        if seen and words[k].low == "," and words[k + 1].low in grammar.breaking and any(c.first > k for c in later):
            return k
    return len(words)


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
        if low == "," and k + 1 < end and (short or words[k + 1].low in grammar.breaking):
            return k
        if low == "," and k + 2 < end and words[k + 1].low in grammar.joining and words[k + 2].low in grammar.pronouns:
            return k
        if short and (low in grammar.joining or low in grammar.breaking):
            return k
    return end


def _cut(words: list[Token], report: Report, grammar: Grammar) -> Report | None:
    start, end = report.content[0]
    inside = [k for k in range(start, end) if words[k].kind == QUOTED]
    if inside:
        gaps = zip(inside, inside[1:], strict=False)
        comma = next(
            (a for a, b in gaps if words[a].low == COMMA and words[a + 1].low not in grammar.joining and b - a > 5), None
        )
        if comma is not None and words[comma + 1].kind == WORD and report.rule != "around":
            end = comma + 1
            inside = [k for k in inside if k < end]
        end = _tail(words, inside[-1] + 1, end, report.cue.strength in ("call", "think"), grammar)
    while end > start and words[end - 1].kind == POINT and words[end - 1].low in ".,;:–—-)":
        end -= 1
    while end > start and words[start].kind == POINT and words[start].low in ",;:–—)":
        start += 1
    if end <= start:
        return None
    report.content = [(start, end)]
    return report


def _according(words: list[Token], cue: Cue, later: list[Cue], grammar: Grammar) -> Report | None:
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
                and any(t.kind == QUOTED for t in words[more:])
                and not any(t.kind == QUOTED for t in words[start:more])
            ):
                start = more + 1
        end = _end(words, start, later, grammar)
        return _cut(words, Report(cue, subject, [(start, end)], "according-first"), grammar) if end > start else None
    start = _clause_start(words, cue.first, grammar)
    end = cue.first
    quoted = [k for k, t in enumerate(words) if t.kind == QUOTED]
    if quoted and quoted[0] >= subject[1]:
        last = _end(words, subject[1], later, grammar)
        return (
            _cut(words, Report(cue, subject, [(subject[1], last)], "according-inside"), grammar)
            if last > subject[1]
            else None
        )
    return _cut(words, Report(cue, subject, [(start, end)], "according-last"), grammar) if end > start else None


def _shared(
    words: list[Token], cue: Cue, later: list[Cue], earlier: list[Report], quoted: list[int], grammar: Grammar
) -> Report | None:
    """A verb without a subject of its own takes the one of the verb before it ("said X and added Y")."""
    if cue.strength == "voice":
        return None
    subject = earlier[-1].subject if earlier else main_subject(words, cue.first, grammar)
    if subject is None:
        return None
    before = words[cue.first - 1].low if cue.first else ""
    if (before not in grammar.stop and before != ",") or before in grammar.breaking or before in grammar.like:
        return None
    report = _place(
        words, cue, subject, (cue.first, cue.last), later, [k for k in quoted if k >= cue.last], False, grammar
    )
    if report is not None:
        report.shared = True
    return report


def _dependent(
    words: list[Token], cue: Cue, later: list[Cue], earlier: list[Report], quoted: list[int], grammar: Grammar
) -> Report | None:
    """ ", adding that ...": the subject is the sentence's."""
    if cue.strength == "voice" or (cue.form == INFINITIVE and cue.strength not in ("say", "ask")):
        return None
    if (
        cue.form == INFINITIVE
        and _colon(words, cue.last) is None
        and _complement(words, cue.last, grammar) is None
        and not (cue.last < len(words) and words[cue.last].low == ",")
    ):
        return None
    if cue.first and words[cue.first - 1].low.endswith("'s"):
        return None
    if cue.first == 0:
        return _opening(words, cue, quoted, grammar)
    behind = [r for r in earlier if r.rule in ("quote-verb", "clause-verb")]
    subject = behind[-1].subject if behind else main_subject(words, cue.first, grammar)
    if subject is None and earlier:
        subject = earlier[-1].subject
    if (
        cue.form == GERUND
        and cue.first
        and words[cue.first - 1].kind == WORD
        and words[cue.first - 1].low not in grammar.stop
        and words[cue.first - 1].low not in grammar.prepositions
    ):
        near = subject_left(words, cue.first, grammar)
        subject = near or subject
    right = cue.last
    report = _pre(words, cue, subject, right, later, _colon(words, right), _complement(words, right, grammar), grammar)
    if report is None:
        return None
    report.rule = "dependent"
    report.shared = True
    return report


def _opening(words: list[Token], cue: Cue, quoted: list[int], grammar: Grammar) -> Report | None:
    """"Citing “delays,” the mayor ...": the subject stands behind the opening phrase."""
    if not quoted or cue.form != GERUND:
        return None
    comma = next((k for k in range(cue.last, len(words)) if words[k].low in (",", COMMA)), None)
    if comma is None or comma < quoted[0] or comma + 1 >= len(words):
        return None
    subject = noun_phrase(words, comma + 1, grammar)
    if subject is None:
        return None
    end = comma + 1 if words[comma].low == COMMA else comma
    return _cut(words, Report(cue, subject, [(cue.last, end)], "opening"), grammar)


def main_subject(words: list[Token], before: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the sentence's first noun phrase: a name or a pronoun near its start."""
    k = 0
    while k < before and words[k].kind == POINT:
        k += 1
    if k < before and (
        words[k].low in grammar.prepositions or words[k].low in grammar.dates or words[k].low in grammar.stop
    ):
        k = next((j + 1 for j in range(k, before) if words[j].low == ","), k)
    while k < before and words[k].kind == POINT:
        k += 1
    if k < before and words[k].kind == WORD:
        if words[k].low in grammar.pronouns:
            return (k, k + 1)
        last = k
        while (
            last < before
            and words[last].kind == WORD
            and last - k < 10
            and (
                last == k
                or words[last].capital
                or (
                    words[last].low not in grammar.verbs
                    and (words[last].low not in grammar.auxiliaries or words[last].low in grammar.linking)
                )
            )
        ):
            last += 1
        return (k, last)
    return None
