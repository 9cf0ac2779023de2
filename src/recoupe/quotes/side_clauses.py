"""Side clauses: where what is reported ends at the latest, as the clause of its verb stands beside the main one."""

from __future__ import annotations

from recoupe.quotes.clauses import clause_start
from recoupe.quotes.cues import Cue
from recoupe.quotes.ends import end_of
from recoupe.quotes.grammar import GERUND, Grammar
from recoupe.quotes.scene import Scene
from recoupe.quotes.view import COMMA, WORD, Token


def end_behind(scene: Scene, cue: Cue, subject: tuple[int, int] | None, behind: tuple[int, int | None]) -> int:
    """Return where what is reported ends at the latest: `behind` is the token behind cue and subject, and the colon
    there."""
    words, grammar, later = scene.words, scene.grammar, scene.later
    right, colon = behind
    end = end_of(scene, right)
    manner = cue.form == GERUND and words[cue.first - 1].kind == WORD
    if colon is None and (later or manner):
        start = clause_start(words, cue.first, grammar)
        opener = manner or _opens_aside(words, start, cue, grammar)
        if opener and not manner and subject is not None and subject[0]:
            opener = words[subject[0] - 1].low != ","
        opener = opener or _in_aside(words, cue, (subject, start), grammar)
        if opener and (later or (start + 1 == cue.first and _main_clause(words, right, end, grammar))):
            # "Though he said ..., she ...", "In a note announcing ..., she ...": a comma closes it
            end = next((k for k in range(right, end) if _parts(words, k, end, grammar)), end)
            end += end < len(words) and words[end].low == COMMA
    if _relative(words, cue, grammar):
        # "Poe, who had asked for ten years, calls himself “calm”": the comma before the main verb closes it
        end = next((c.first - 1 for c in later if c.first > right and words[c.first - 1].low == ","), end)
    return end


def _relative(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """Tell whether a verb is that of a clause about a noun: ", who said", ", che aveva chiesto"."""
    k = cue.first - 1
    if cue.form == GERUND and k > 1:
        adverb = words[k].low in grammar.auxiliaries
        return words[k - adverb].low == "," and words[k - adverb - 1].capital  # "Poe, later alleging that ..., said"
    relative = k > 0 and (words[k].low in grammar.that or grammar.pronouns.get(words[k].low) == "r")
    return relative and words[k - 1].low == ","


def _opens_aside(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> bool:
    """ "But even as Poe said ..., Rill": a word that opens a clause beside the main one, behind "but" and an adverb."""
    while start < cue.first and (
        words[start].low in grammar.joining
        or (words[start].low in grammar.auxiliaries and words[start].low not in grammar.finite)
    ):
        start += 1
    return words[start].low in grammar.breaking


def _in_aside(words: list[Token], cue: Cue, place: tuple[tuple[int, int] | None, int], grammar: Grammar) -> bool:
    """ "Some booed, and when Poe rose and said it was late, a man yelled", "Despite what Poe wrote in May, Rill said":
    tell whether a verb stands in an "and when", or in a "what" that opens the sentence; `place` is its subject and
    where its clause begins."""
    subject, start = place
    if subject is not None and start < subject[0] <= start + 2 and cue.strength in ("say", "tell"):
        low = words[subject[0] - 1].low
        if low in grammar.complements and low not in grammar.that and words[start].low not in grammar.joining:
            return subject[0] == start + 2
    for k in range(cue.first - 1, start + 1, -1):
        if words[k].kind != WORD:
            return False
        if words[k].low in grammar.breaking and words[k - 1].low in grammar.joining and words[k - 2].low == ",":
            return True
    return False


def _main_clause(words: list[Token], right: int, end: int, grammar: Grammar) -> bool:
    """ "After saying he was “too tired to stay,” he left": tell whether behind the first words in marks that end with a
    comma a pronoun, a name or a noun opens the main clause."""
    comma = next((k for k in range(right, end - 1) if words[k].low == COMMA), None)
    if comma is None:
        return False
    low = words[comma + 1].low
    return words[comma + 1].capital or low in grammar.definite or low in grammar.pronouns


def _parts(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a comma at `k` closes a clause; one inside marks does not before "and"."""
    inside = words[k].low == COMMA
    return words[k].low == "," or (inside and k + 1 < end and words[k + 1].low not in grammar.joining)
