"""Cuts: what is told without the narrator's words that open or close it."""

from __future__ import annotations

import itertools

from recoupe.quotes.grammar import BASE, Grammar
from recoupe.quotes.scene import Report
from recoupe.quotes.view import COMMA, POINT, QUOTED, WHOLE, WORD, Token


def _tail(words: list[Token], behind: int, end: int, short: bool, tied: bool, grammar: Grammar) -> int:
    """Return where the narrator takes over again behind the last quoted words: a dash, "..., while", "..., which".

    `short` tells that something is called so, `tied` that the words in marks are part of a clause that is said.
    """
    if behind < end and words[behind - 1].low == COMMA:
        next_low = words[behind + 1].low if behind + 1 < end else ""
        if tied and words[behind].low in grammar.tying:
            return end  # "it was a “ruin,” because ..."
        ends = short or next_low in grammar.pronouns or _opposes(words, behind, end, grammar)
        if words[behind].low not in grammar.joining or ends:
            return behind
    for k in range(behind, end):
        low = words[k].low
        if words[k].kind == POINT and (low in "–—―;(" or (low == "-" and words[k].start > words[k - 1].end)):
            return k
        if (
            low == ","
            and k + 1 < end
            and (short or words[k + 1].low in grammar.breaking or words[k + 1].low in grammar.like)
        ):
            return k
        if tied and low == "," and k + 2 < end and _comments(words, k, grammar):
            return k
        if low == "," and k + 2 < end and words[k + 1].low in grammar.joining:
            if words[k + 2].low in grammar.pronouns or _opposes(words, k + 1, end, grammar):
                return k
        if short and low == ":":
            return k
        if short and _narrators(words, k, end, grammar):
            return k
    return end


def _told_again(words: list[Token], comma: int, quote: int, grammar: Grammar) -> bool:
    """ "said both are “lost,” but he gave one a compliment: “...”": tell whether behind words in marks that end with a
    comma a "but" and a pronoun lead to a colon before the next."""
    if words[comma].low != COMMA or words[quote - 1].low != ":" or quote - comma < 4:
        return False
    return words[comma + 1].low in grammar.opposing and words[comma + 2].low in grammar.pronouns


def _leaves(words: list[Token], quote: int, grammar: Grammar) -> bool:
    """ "tweeted, “Thank you, Ems!” on Friday", "cried, “Ann Poe,” who came": tell whether the narrator goes on right
    behind a sentence in marks that begins what is said."""
    behind = words[quote + 1]
    if behind.kind != WORD or behind.low in grammar.joining:
        return False
    if words[quote].low == COMMA:
        return True
    return words[quote].low == WHOLE and (behind.low in grammar.dates or behind.low in grammar.adverbial)


def _what(words: list[Token], report: Report, grammar: Grammar) -> bool:
    """ "What Poe calls “luck” is work": tell whether a "what" that opens a sentence is what something is called."""
    subject = report.subject
    return subject is not None and subject[0] == 1 and words[0].low in grammar.close - grammar.that


def _unfinished(words: list[Token], start: int, quote: int, grammar: Grammar) -> bool:
    """ "that, thanks to the “Tide Table,” he was first": tell whether only what opens a clause stands between "that"
    and the last words in marks, so that they end with a comma inside what is said."""
    if words[quote].low != COMMA or words[start].low not in grammar.that:
        return False
    first = start + 1 + (words[start + 1].low == ",")
    opens = words[first].low in grammar.adverbial or words[first].low in grammar.prepositions
    opens = opens or words[first].low in grammar.breaking or (first > start + 1 and first < quote)
    return opens and all(t.kind == WORD and t.low not in grammar.finite for t in words[first:quote])


def _comments(words: list[Token], k: int, grammar: Grammar) -> bool:
    """ "said it was “rigged” against him, a charge that ...", "..., drawing comparisons": behind the comma at `k` the
    narrator says what that is or does."""
    behind = words[k + 1]
    if behind.low in grammar.indefinite:
        return not words[k - 1].capital  # but "by Ann Poe, a sailor"
    if behind.low in grammar.tying or behind.low in grammar.adverbial:
        return False
    if words[k + 2].low in grammar.joining:
        return False  # "on schools, housing and courts"
    if behind.low.endswith(grammar.manner):
        behind = words[k + 2]  # "..., openly drawing comparisons"
    return len(behind.low) > 5 and behind.low.endswith(grammar.openings)


def _opposes(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """ "“a criminal hand”, but the police urge": tell whether at `k` a "but" opens a clause with a subject of
    its own, or goes on with what the narrator tells ("but stopped short of")."""
    if words[k].low not in grammar.opposing or k + 2 >= end:
        return False
    behind = words[k + 1]
    if behind.low in grammar.that:
        return False
    return behind.capital or behind.low in grammar.determiners or behind.low.endswith(grammar.pasts)


def _judges(words: list[Token], report: Report, grammar: Grammar) -> bool:
    """ "described the quay as a “ruin”": tell whether a verb that may take a clause calls something so here."""
    if words[report.cue.verb].low not in grammar.judging:
        return False
    start, end = report.content[0]
    quote = next(k for k in range(start, end) if words[k].kind == QUOTED)
    return any(t.low in grammar.like for t in words[max(start, quote - 2) : quote])


def _narrators(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """Tell whether behind what something is called the narrator goes on at `k`: "and", "after", "on Monday", "in a
    tweet"."""
    low = words[k].low
    if low in grammar.joining:
        return not _joins_nouns(words, k, end, grammar)
    if low in grammar.breaking or low in grammar.dates or low in grammar.occasion:
        return True
    if low not in grammar.adverbial:
        return False
    noun = next((t for t in words[k + 1 : min(end, k + 4)] if t.low not in grammar.determiners), None)
    return noun is not None and (noun.low in grammar.dates or noun.low in grammar.nouns)


def _joins_nouns(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """ "“soft” on workers and their families": the "and" at `k` joins no clause: no verb, no pronoun behind."""
    if k + 1 >= end:
        return False
    if any(t.low in grammar.to for t in words[max(0, k - 8) : k]) and _bare(words[k + 1], grammar):
        return True  # "called on the port to “wake up” and think again"
    if words[k - 1].kind == QUOTED:
        return False
    return not any(
        t.low in grammar.pronouns
        or t.low in grammar.finite
        or (t.low in grammar.verbs and not t.capital)
        or t.low.endswith((*grammar.pasts, *grammar.openings))
        for t in words[k + 1 : min(end, k + 5)]
    )


def _bare(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word is only the bare form of a verb of the tables ("consider")."""
    uses = grammar.verbs.get(token.low)
    return bool(uses) and all(form == BASE for form, _ in uses or ())


def _goes_on(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """ "promised “the truth” and decreed": behind words in marks alone, an "and" at `k` and a verb are the
    narrator's."""
    if k + 1 >= end or words[k].low not in grammar.joining:
        return False
    behind = words[k + 1]
    if behind.kind != WORD or behind.capital:
        return False
    return behind.low in grammar.verbs or behind.low in grammar.finite or behind.low.endswith(grammar.onward)


def _adverb(low: str, grammar: Grammar) -> bool:
    """Tell whether a word is a small adverb of the narrator's, that may stand before the words in marks."""
    return low in grammar.auxiliaries and not (
        low in grammar.finite or low in grammar.determiners or low in grammar.linking or low in grammar.prepositions
    )


def cut(words: list[Token], report: Report, grammar: Grammar) -> Report | None:
    """Return a report with its first words cut to what is told: without the narrator's words that open or close them.

    None where nothing is left.
    """
    start, end = report.content[0]
    end = next((k for k in range(start + 1, end) if words[k].low == ";"), end)  # another clause begins
    inside = [k for k in range(start, end) if words[k].kind == QUOTED]
    if inside and report.rule != "according-last":  # there the source ends it: "On “Ems,” it rained, according to Poe"
        whole = inside[0] == start and words[start].capital and start + 1 < end
        if whole and _leaves(words, start, grammar):
            end = start + 1
            inside = [start]
        gaps = list(itertools.pairwise(inside))
        comma = next(
            (a for a, b in gaps if words[a].low == COMMA and words[a + 1].low not in grammar.joining and b - a > 5),
            None,
        )
        if comma is None:
            comma = next((a for a, b in gaps if _told_again(words, a, b, grammar)), None)
        if comma is not None and words[comma + 1].kind == WORD and report.rule != "around":
            end = comma + 1
            inside = [k for k in inside if k < end]
        short = report.rule != "noun" and (report.cue.strength in ("call", "think") or _judges(words, report, grammar))
        if inside == [start] and _goes_on(words, start + 1, end, grammar):
            end = start + 1
        if short and _what(words, report, grammar):
            verb = (k for k in range(inside[-1] + 1, end) if words[k].low in grammar.finite)
            end = next(verb, end)
        if not _unfinished(words, start, inside[-1], grammar):
            end = _tail(words, inside[-1] + 1, end, short, not short and inside[-1] > start, grammar)
    while end > start and words[end - 1].kind == POINT and words[end - 1].low in '.,;:–—-)«»“”"':
        end -= 1
    while end > start and (
        (words[start].kind == POINT and words[start].low in ",;:–—)") or words[start].low in grammar.joining
    ):
        start += 1
    if start + 1 < end and words[start].low.endswith(grammar.manner) and words[start + 1].kind == QUOTED:
        start += 1  # "ha criticado duramente «un acto vil»"
    while start + 1 < end and words[start].kind == WORD and _adverb(words[start].low, grammar):
        if words[start + 1].low in grammar.like:
            break  # "describes himself as “calm”"
        if all(t.kind != QUOTED for t in words[start + 1 : start + 3]):
            break
        start += 1  # "si è detto invece “amareggiato”"
        start += start + 1 < end and words[start].low == ","  # "rät dazu, „zu warten“"
    if end <= start:
        return None
    governed = words[start].low in grammar.prepositions and not grammar.habits.get("verb_second")
    if governed and end - start > 1 and words[start + 1].kind == QUOTED:
        start += words[start].low not in grammar.like and words[start].low not in grammar.to
    if words[report.cue.verb].low in grammar.judging and end - start > 1:
        behind = words[start + 1]
        thing = behind.capital or behind.low in grammar.determiners or behind.low in grammar.objects
        # "spoke of", "referred to him as", but "threatened to leave"
        start += words[start].low in grammar.governed or (words[start].low in grammar.to and thing)
    if end <= start:
        return None
    report.content = [(start, end)]
    return report
