"""Parted: what a cue reports that stands before it and its subject, or on both sides of them."""

from __future__ import annotations

from recoupe.quotes.cues import Cue
from recoupe.quotes.cuts import cut
from recoupe.quotes.ends import end_of
from recoupe.quotes.grammar import GERUND, Grammar
from recoupe.quotes.scene import Report, Scene
from recoupe.quotes.view import COMMA, POINT, QUOTED, WORD, Token


def told_around(scene: Scene, cue: Cue, subject: tuple[int, int] | None, edges: tuple[int, int, int]) -> Report | None:
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


def told_before(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, edges: tuple[int, int, int], rule: str
) -> Report | None:
    """ "“...,” she said, “...”": what is reported stands before cue and subject, and may go on behind them.

    `edges` are where the clause before them begins, and the tokens `[first, last)` of the two.
    """
    words = scene.words
    start, last, right = edges
    after_quote = [k for k in scene.quoted if k >= right]
    while last > start and words[last - 1].kind == POINT and words[last - 1].low in ",:–—-":
        last -= 1
    while start < last and words[start].kind == POINT and words[start].low not in "([$€£":
        start += 1
    if last <= start:
        return None
    start = _behind_earlier(scene, start, last)
    content = [] if _told_already(scene, subject, start, last) else [(start, last)]
    # the quotation goes on behind the verb: "..., he said, "..."
    for k in after_quote:
        if not _goes_on(scene, k, right, bool(content) and content[-1][1] == right):
            break
        content.append((k, k + 1))
        right = k + 1
    that = _that_behind(scene, right) if content and content[-1][1] == last else None
    if that is not None and that < end_of(scene, that):
        content.append((that, end_of(scene, that)))
    return Report(cue, subject, content, rule) if content else None


def _that_behind(scene: Scene, right: int) -> int | None:
    """ "“We are worried,” Poe wrote in a letter, that the port may sink": return where behind what tells where or to
    whom it was said a comma and a "that" go on."""
    words, grammar = scene.words, scene.grammar
    if not grammar.habits.get("bare_nouns"):
        return None  # ", que criticou": a relative clause
    for k in range(right, min(len(words) - 2, right + 10)):
        if words[k].low == "," and words[k + 1].low in grammar.that and words[k + 2].kind == WORD:
            return None if words[k + 2].low in grammar.finite else k + 1
        if words[k].kind != WORD or words[k].low in grammar.verbs or words[k].low in grammar.finite:
            return None
    return None


def _behind_earlier(scene: Scene, start: int, last: int) -> int:
    """ "“It is late,” she said, but despite the hour, “I stay,” said Poe": return where the words that touch a verb
    begin, behind those that an earlier one has."""
    words = scene.words
    ends = [
        max(r.cue.last, r.subject[1])
        for r in scene.earlier
        if r.rule == "quote-verb" and r.subject is not None and start < r.cue.first < last
    ]
    if not ends or words[last - 1].kind != QUOTED:
        return start
    return next((k for k in range(max(ends), last) if words[k].kind == QUOTED), start)


def _told_already(scene: Scene, subject: tuple[int, int] | None, start: int, last: int) -> bool:
    """ "Poe said she liked it because “it is dry,” she said": tell whether the words before a verb whose subject is a
    pronoun are reported already, by one at the head of the sentence."""
    if subject is None or scene.grammar.pronouns.get(scene.words[subject[0]].low) not in ("m", "f", "p"):
        return False
    return any(
        r.rule in ("verb-clause", "that")
        and r.cue.strength in ("say", "tell")
        and r.subject is not None
        and r.subject[0] == start
        and r.content[0][1] >= last
        for r in scene.earlier
    )


def _goes_on(scene: Scene, k: int, right: int, beside: bool) -> bool:
    """Tell whether the words in marks at `k` go on with a quotation, behind the narrator's words from `right` on: "...,
    she said, "..."", "..., she said, but "..."", "..., she said, citing a rule, "and ...""."""
    words, grammar = scene.words, scene.grammar
    gap, before = words[right:k], words[k - 1]
    if words[k].title and k > right + 1 and before.low == "," and words[k - 2].low in grammar.named:
        return False  # "“...,” she wrote in her novel, “The Tide.”"
    inside = not words[k].capital and before.low == ","  # its sentence began before the narrator's words
    aside = (GERUND, "call") if inside else ()
    if any(c.first >= right and c.last <= k and (c.form, c.strength) != aside for c in scene.later):
        return False
    ends = words[k].low == COMMA or (k + 1 < len(words) and words[k + 1].low == ",")  # "“...”, said Poe"
    if ends and any(0 < c.first - k < 4 and c.form != GERUND for c in scene.later):
        return False  # "“...,” she said, but for all that, “...,” said Poe": it is Poe's
    if (before.kind == POINT and before.low in ",:–—-." and len(gap) <= 14) or _goes_on_reported(gap, grammar):
        return True
    if beside and all(t.kind == POINT for t in gap):
        return True
    if not inside and not words[k].capital and _goes_on_aside(gap, grammar):
        return True
    joined = 1 < len(gap) <= 4 and gap[0].low == "," and gap[1].low in grammar.joining
    return joined and all(t.kind == POINT or t.low in grammar.joining or t.low in grammar.auxiliaries for t in gap)


def _goes_on_aside(gap: list[Token], grammar: Grammar) -> bool:
    """ "“...,” Poe wrote in a letter to the port, and “...”": only where, when or to whom it was said, a comma and an
    "and" stand between."""
    if not 4 < len(gap) <= 14 or gap[-1].low not in grammar.joining or gap[-2].low != ",":
        return False
    if gap[0].low not in grammar.adverbial and gap[0].low not in grammar.dates:
        return False
    return all(t.kind == WORD and t.low not in grammar.finite and t.low not in grammar.verbs for t in gap[:-2])


def _goes_on_reported(gap: list[Token], grammar: Grammar) -> bool:
    """ "„Es war spät“, stellte Rill fest, seien „die Pumpen“ ...": behind a comma the mood of reported speech."""
    comma = next((k for k, t in enumerate(gap) if t.low == ","), len(gap))
    return any(t.low in grammar.reported for t in gap[comma + 1 : comma + 3])
