"""Placement: what a cue with its subject reports, by how words in marks, commas and clauses stand around the two."""

from __future__ import annotations

from recoupe.quotes import order, voices
from recoupe.quotes.behind import on_title, told_behind
from recoupe.quotes.cues import Cue
from recoupe.quotes.cuts import cut
from recoupe.quotes.ends import end_of
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.parted import told_around, told_before
from recoupe.quotes.scene import Report, Scene
from recoupe.quotes.setting import Setting, setting
from recoupe.quotes.view import COMMA, POINT, QUOTED, WHOLE, WORD, Token
from recoupe.quotes.voiced import voiced
from recoupe.quotes.voices import opens_with_participle

SAYING = ("say", "tell", "ask")
"""Strengths of verbs that take a whole clause."""

_AROUND, _BEHIND = "around", "behind"


def place(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, edge: tuple[int, int], inverted: bool
) -> Report | None:
    """Return what a cue reports whose subject is `subject`, None where it reports nothing.

    Cue and subject together are the tokens `[first, last)` of `edge`; `inverted` says that the subject stands behind.
    """
    if not order.governs(scene.words, cue, scene.grammar):
        return None
    s = setting(scene, cue, subject, edge, inverted)
    words, grammar = scene.words, scene.grammar
    if inverted and words[s.left - 1].kind == QUOTED and words[s.start].low in grammar.objectives:
        return Report(cue, subject, [(k, k + 1) for k in s.before if k >= s.start], "object-first")
    if s.like:
        close = next((k for k in range(s.right, min(len(words) - 1, s.right + 12)) if words[k].low == ","), None)
        if _opens_as(s, close):
            if close is None:
                return None
            return cut(words, Report(cue, subject, [(close + 1, end_of(scene, close + 1))], "as-first"), grammar)
        if not s.comma and not (s.touching and words[s.left - 1].low in (WHOLE, COMMA)):
            return None  # "praised her “courage” as he promised to"
    if s.touching and not inverted and s.after and s.colon is None and _clause_follows(s):
        return told_behind(scene, cue, subject, s.right, s.complement)
    if _behind_marks(s):
        if _introduced(s) or _sets_the_scene(s):
            return told_behind(scene, cue, subject, s.right, s.complement)
        return told_before(scene, cue, subject, s.edges, "quote-verb")
    if _behind_clause(s):
        if inverted and cue.strength == "ask" and subject is not None and _is_asked_for(s, subject[0]):
            return None
        return told_before(scene, cue, subject, s.edges, "clause-verb")
    inserted = _inserted(s)
    if inserted == _BEHIND:
        told = Report(cue, subject, [(s.right + 1, end_of(scene, s.right + 1))], "comma-clause")
        return cut(words, told, grammar)
    if inserted == _AROUND:
        return told_around(scene, cue, subject, s.edges)
    parted = _parted(s)
    if parted is not None:
        return told_around(scene, cue, subject, (s.start, s.left, parted))
    if s.comma and s.colon == s.right and _whole_clause(s):
        return told_around(scene, cue, subject, s.edges)
    return voiced(s) if cue.strength == "voice" else told_behind(scene, cue, subject, s.right, s.complement)


def _is_asked_for(s: Setting, first: int) -> bool:
    """ "The mayor, 51, elected in 2021, demands the departure of the prefect": tell whether a thing stands behind
    a verb of asking, and nobody who may have asked."""
    if s.words[first].low not in s.scene.grammar.determiners or first + 1 >= len(s.words):
        return False
    head = s.words[first + 1]
    return not head.capital and not voices.known(head.low, s.scene.grammar)


def _opens_as(s: Setting, close: int | None) -> bool:
    """ "As Poe put it, ...", "It was, as Poe put it, “...”": what is reported stands behind the comma at `close`."""
    words, grammar, left = s.words, s.scene.grammar, s.left
    inside = close is not None and s.comma and words[close + 1].kind == QUOTED
    return inside or left == 0 or (left == 1 and (words[0].low in grammar.joining or words[0].kind == POINT))


def _clause_follows(s: Setting) -> bool:
    """ "Walking in to chants of “Poe!,” the mayor said she was “ready”": words of the narrator's open the sentence, and
    a clause stands behind the verb."""
    words, grammar = s.words, s.scene.grammar
    first, follows = s.before[0], words[s.right]
    opens = follows.low in grammar.pronouns and follows.low not in grammar.objects
    opens = opens or (follows.low in grammar.determiners and follows.low not in grammar.dates)
    return opens and first > 0 and any(t.kind == WORD for t in words[:first]) and words[first - 1].low != ","


def _behind_marks(s: Setting) -> bool:
    """ "“...,” Ann Poe said": what is reported is the quotation before cue and subject."""
    if not (s.touching or s.quote_comma):
        return False
    closes = bool(s.before) and s.words[s.before[-1]].low in (WHOLE, COMMA)
    if s.touching and not closes and not s.inverted and _describes(s):
        return False
    if _told_in_aside(s) or on_title(s.words, s.start, s.left, s.scene.grammar):
        return False
    shows = s.complement == s.right and s.words[s.right].low in s.scene.grammar.that  # "in “The Tide” he shows that"
    return (s.complement is None or (not shows and closes)) and (s.cue.strength != "call" or (s.ended and closes))


def _describes(s: Setting) -> bool:
    """ "the “quiet tide” movement continues": tell whether a piece in marks stands between an article and a noun."""
    quote = s.before[-1]
    article = s.words[quote - 1].low if quote > s.start else ""
    return article in s.scene.grammar.determiners and quote + 1 == s.left


def _told_in_aside(s: Setting) -> bool:
    """ "Although Poe admitted they had been “friends,” she claimed ...": tell whether the words in marks are what a
    verb of the clause that opens the sentence tells, and that of the main clause tells something of its own."""
    words, grammar = s.words, s.scene.grammar
    first = s.start
    while first < s.left and (words[first].low in grammar.joining or words[first].low in grammar.auxiliaries):
        first += 1
    if s.inverted or not s.before or words[first].low not in grammar.breaking:
        return False
    if s.right >= len(words) or words[s.right].kind != WORD:
        return False
    if words[s.right].low in grammar.adverbial and s.cue.strength != "think":
        return False
    quote = s.before[-1]
    return any(
        r.rule in ("verb-clause", "that") and r.cue.first > first and any(a <= quote < b for a, b in r.content)
        for r in s.scene.earlier
    )


def _introduced(s: Setting) -> bool:
    """ "When somebody shouted “Rill,” Poe joked, “Come on up!”": a clause that tells when or how opens the sentence,
    and a whole sentence in marks follows the verb: that is what is said."""
    words, grammar = s.words, s.scene.grammar
    start, left, right = s.edges
    opener = words[start]
    if not s.before or s.before[0] <= start + 1 or left <= start + 2 or right + 1 >= len(words):
        return False
    voiced = s.cue.strength == "voice" and words[right].kind == QUOTED and words[right].capital
    said = next((k for k in range(right + 1, min(len(words), right + 8)) if words[k].kind == QUOTED), None)
    parted = said is not None and words[right].low in ",:" and words[said - 1].low in ",:" and words[said].capital
    if not parted and not voiced:
        return False
    return (
        opener.low in grammar.breaking
        or opener.low in grammar.adverbial
        or opens_with_participle(words, start, left, grammar)
    )


def _sets_the_scene(s: Setting) -> bool:
    """ "On Monday, after a meeting on the “yellow caps”, Ann Poe promised to “stay”": what opens the sentence only says
    when or where, with a word in marks in it, and what is said follows the verb."""
    words, grammar, right = s.words, s.scene.grammar, s.right
    if not s.quote_comma or s.subject is None or len(s.before) != 1 or s.before[0] < s.start + 2 or right >= len(words):
        return False
    quote = words[s.before[0]]
    opener = s.start + (words[s.start].low in grammar.determiners)
    if quote.capital != grammar.habits.get("nouns_capital", False) or quote.low == COMMA:
        return False
    if words[opener].low not in grammar.dates and not _opens_with_preposition(words, s.start, grammar):
        return False
    if s.inverted:  # where the verb stands second, the opening has none
        second = grammar.habits.get("verb_second") and words[right].low == ","
        return bool(second) and not any(t.low in grammar.finite for t in words[s.start : s.before[0]])
    return bool(s.after) or (words[right].kind == WORD and not s.ended)


def _behind_clause(s: Setting) -> bool:
    """ "The costs would rise, Ann Poe said": what is reported is the clause before the comma."""
    if not s.comma or s.left - s.start < 4 or not s.ended or s.complement is not None or s.colon is not None:
        return False
    if s.cue.strength not in (*SAYING, "think") or (s.after and not s.inverted and not _accompanied(s)):
        return False
    deed = any(t.low in s.scene.grammar.clausal for t in s.words[s.left : s.right])
    if deed and s.inverted and not s.before and s.right < len(s.words) and s.words[s.right].kind == WORD:
        return False  # "The rescue, with two boats, saw the four sailors walk"
    said = [r for r in s.scene.earlier if r.rule == "quote-verb" and r.cue.strength in SAYING]
    if s.before and any(a <= s.before[-1] < b for r in said for a, b in r.content):
        return False  # "“...,” said a sailor, who, like the others, answered": the words are the sailor's
    return bool(s.before) or s.inverted or not _opens_with_preposition(s.words, s.start, s.scene.grammar)


def _accompanied(s: Setting) -> bool:
    """ "“All of it” would go, she said, pointing to the “Tide”": behind a whole clause or words in marks, cue, subject
    and a comma, a participle tells what the narrator saw her do."""
    words, grammar, right = s.words, s.scene.grammar, s.right
    if right + 1 >= len(words) or words[right].low != "," or not s.comma:
        return False
    behind = words[right + 1]
    if len(behind.low) < 6 or behind.capital or not behind.low.endswith(grammar.openings):
        return False
    return bool(s.before) or any(t.low in grammar.finite for t in words[s.start : s.left])


def _inserted(s: Setting) -> str:
    """Return where what is reported stands when cue and subject stand between two commas, "" where nothing tells.

    On both sides ("The costs, she said, were ..."), or behind what only says where or when ("In Ems, she said, ...").
    """
    words, grammar, right = s.words, s.scene.grammar, s.right
    between = s.comma and right + 1 < len(words) and words[right].low == "," and s.cue.strength in SAYING
    if not between or s.inverted or s.quote_comma or grammar.habits.get("verb_second"):
        return ""
    opener = _opens_with_preposition(words, s.start, grammar)
    if words[right + 1].kind == QUOTED and right + 2 >= len(words):
        # "In cases of need, it said, “the town pays.”": a small letter goes on with the sentence begun before
        begun = not words[right + 1].capital or words[s.start].low in grammar.complements  # "If ..., I stay"
        goes_on = begun and not s.scene.earlier and _begun(words, s.start, s.left - 1, grammar)
        return _AROUND if goes_on else ""
    if opener and not s.before and not any(t.low == "," for t in words[s.start : s.left - 1]):
        if words[s.start].low in grammar.opposing and any(t.low in grammar.finite for t in words[s.start : s.left]):
            return _AROUND  # "While some could stay, she said, most would go"
        return _BEHIND
    return _AROUND if s.before or not opener else ""


def _parted(s: Setting) -> int | None:
    """ "The crew, Poe said later in the meeting, was “well paid”": cue, subject and what tells when or where stand
    between a subject and its verb. Return where the comma behind them stands."""
    words, grammar, right = s.words, s.scene.grammar, s.right
    if not s.comma or s.quote_comma or s.cue.strength not in SAYING or right >= len(words) or s.subject is None:
        return None
    if grammar.pronouns.get(words[s.subject[0]].low) == "r":
        return None  # "The fire, which broke out on Monday in Ems, has"
    if words[right].low not in grammar.adverbial and words[right].low not in grammar.dates:
        return None
    comma = next((k for k in range(right + 1, min(len(words) - 1, right + 8)) if words[k].kind != WORD), None)
    if comma is None or words[comma].low != "," or words[comma + 1].low not in grammar.finite:
        return None
    before = words[s.start : s.left - 1]
    if not before or any(t.kind != WORD or t.low in grammar.finite or t.low in grammar.verbs for t in before):
        return None
    return None if _opens_with_preposition(words, s.start, grammar) else comma


def _opens_with_preposition(words: list[Token], start: int, grammar: Grammar) -> bool:
    return words[start].low in grammar.prepositions or words[start].low in grammar.adverbial


def _begun(words: list[Token], start: int, comma: int, grammar: Grammar) -> bool:
    """Tell whether the words before "..., she said, “...”" begin what is said: a clause of its own ("If rain falls"),
    no "Instead", "On Monday", "At that time" or "and also"."""
    parted = (k for k in range(comma - 1, start, -1) if words[k].kind == POINT or words[k].low in grammar.joining)
    first = next((k + 1 for k in parted), start)
    if comma - first < 2 or (_opens_with_preposition(words, start, grammar) and comma - start < 5):
        return False
    when = grammar.dates | grammar.adverbial | grammar.determiners | grammar.auxiliaries
    return not all(t.low in when or t.low.isdigit() or t.kind == POINT for t in words[start:comma])


def _whole_clause(s: Setting) -> bool:
    """ "The town pays its part, she said: “All of it.”": tell whether a clause of its own, without marks, stands before
    the comma, and words in marks behind the colon."""
    words, grammar, cue = s.words, s.scene.grammar, s.cue
    comma = s.left - 1
    if cue.strength not in ("say", "tell") or s.scene.earlier or comma - s.start < 4 or cue.last + 1 >= len(words):
        return False
    opener = words[s.start].low
    if _opens_with_preposition(words, s.start, grammar) or opener in grammar.breaking or opener in grammar.verbs:
        return False  # "Asked about the flood that was coming, Ann Poe answered: “...”"
    clause = words[s.start : comma]
    if any(t.kind != WORD for t in clause) or not any(t.low in grammar.finite for t in clause):
        return False
    return any(t.kind == QUOTED for t in words[cue.last + 1 : cue.last + 3])
