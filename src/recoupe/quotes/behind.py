"""Behind: what a cue reports that stands behind it and its subject."""

from __future__ import annotations

from recoupe.quotes.clauses import colon_behind
from recoupe.quotes.cues import Cue
from recoupe.quotes.cuts import cut
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.recipients import behind_recipient
from recoupe.quotes.relatives import crowd
from recoupe.quotes.scene import Report, Scene
from recoupe.quotes.side_clauses import end_behind
from recoupe.quotes.view import POINT, QUOTED, WORD, Token


def told_behind(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, right: int, complement: int | None
) -> Report | None:
    """ "She said that ...", "she called it “...”", "she said: “...”": what is reported stands behind token `right`,
    where cue and subject end. `complement` is where a "that" opens it."""
    words, grammar = scene.words, scene.grammar
    colon = colon_behind(words, right)
    end = end_behind(scene, cue, subject, (right, colon))
    if colon is not None and any(crowd(words, c.first, c.last, grammar) for c in scene.later if c.last == colon):
        return None  # "Poe spoke to supporters who chanted: “...”"
    if colon is not None and colon < end:
        that = complement == right and words[right].low in grammar.that
        opened = right if that or _opens_clause(words, cue, right, colon, grammar) else None
        return _behind_colon(scene, cue, subject, colon, (opened, end))
    if cue.strength == "think" and _to_something(words, right, grammar):
        return None  # "agreed to a call"
    whole = _behind_relative(words, subject, complement, end, grammar)
    if whole is not None:
        return cut(words, Report(cue, subject, [(whole, end)], "comma-quote"), grammar)
    if complement is not None:
        if all(t.kind == POINT for t in words[complement + 1 : end]):
            return None  # "The mayor denies that."
        return cut(words, Report(cue, subject, [(complement, end)], "that"), grammar)
    start = right
    if start < len(words) and words[start].low == ",":
        rule, start = _behind_comma(words, cue, start, end, grammar)
        if rule is not None:
            return cut(words, Report(cue, subject, [(start, end)], rule), grammar)
        if cue.strength != "call":
            return None
    start = _behind_occasion(words, behind_recipient(words, cue, start, end, grammar), end, grammar)
    start += start + 1 < end and words[start].low in "-–—" and words[start + 1].kind == QUOTED  # "told us - “...”"
    if start >= end or (all(t.kind != QUOTED for t in words[start:end]) and _tells_nothing(words, cue, start, grammar)):
        return None
    if on_title(words, start, end, grammar):
        return None
    if start and words[start].kind == QUOTED and words[start].title and words[start - 1].low in grammar.named:
        return None  # "say the men of the trawler “Salt”, the first to come"
    return cut(words, Report(cue, subject, [(start, end)], "verb-clause"), grammar)


def _behind_relative(
    words: list[Token], subject: tuple[int, int] | None, that: int | None, end: int, grammar: Grammar
) -> int | None:
    """ "racconta un'italiana che vive qui da anni, «...»": behind somebody unnamed, "che" opens what is told of them;
    return where words in marks follow its comma."""
    if subject is None or that is None or subject[1] != that or words[subject[0]].low not in grammar.indefinite:
        return None
    quoted = next((k for k in range(that, end) if words[k].kind == QUOTED), None)
    return quoted if quoted is not None and words[quoted - 1].low == "," else None


def _behind_occasion(words: list[Token], start: int, end: int, grammar: Grammar) -> int:
    """ "announced on Sunday night, at a meeting that began at eight, the sale of": step over what tells when and where
    it was said, up to the article of what is said."""
    at, kinds = start, (grammar.adverbial, grammar.prepositions, grammar.dates)
    while at < end and any(words[at].low in opening for opening in kinds):
        if at > start and words[at].low in grammar.determiners:
            break
        comma = next((k for k in range(at + 1, end) if words[k].kind != WORD and words[k].low != "."), end)
        if comma + 1 >= end or words[comma].low != ",":
            return start
        at = comma + 1
    return at if at < end and words[at].low in grammar.determiners else start


def _to_something(words: list[Token], k: int, grammar: Grammar) -> bool:
    """Tell whether behind a verb of thought stands "to" and a thing, and no deed."""
    return k + 1 < len(words) and words[k].low in grammar.to and words[k + 1].low in grammar.determiners


def on_title(words: list[Token], start: int, end: int, grammar: Grammar) -> bool:
    """ "said on Monday on “The Tide”": tell whether a date or a preposition opens words that tell only where, and all
    in marks among them is a title."""
    if start >= end or grammar.habits.get("nouns_capital") or words[start].low in grammar.governed:
        return False
    opener = words[start - 1] if start and words[start - 1].low in grammar.particles else words[start]  # "spoke on"
    if opener.low not in grammar.adverbial and opener.low not in grammar.dates:
        return False
    quoted = [t for t in words[start:end] if t.kind == QUOTED]
    if not quoted or not all(t.title for t in quoted):
        return False
    clause = grammar.finite | grammar.complements | grammar.like
    return not any(t.low in clause for t in words[start:end])


def _opens_clause(words: list[Token], cue: Cue, right: int, colon: int, grammar: Grammar) -> bool:
    """ "Poe said she has one gift: “...”": tell whether a pronoun right behind the verb opens a clause of its own."""
    if cue.strength != "say" or not grammar.habits.get("bare_nouns") or right + 2 >= colon:
        return False
    low = words[right].low
    subject = grammar.pronouns.get(low, "r") != "r" and low not in grammar.objects
    return subject and words[right + 1].low in grammar.finite


def _behind_colon(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, colon: int, opened: tuple[int | None, int]
) -> Report | None:
    """Return the report of what stands behind a colon; `opened` is where a "that" opens what may hold it, and its
    end."""
    words, later, start = scene.words, scene.later, colon + 1
    complement, end = opened
    if complement is not None and start < len(words) and not any(c.first > start for c in later):
        # "adds that there are two ways: “...”": the colon stands inside what is said
        return cut(words, Report(cue, subject, [(complement, end)], "that"), scene.grammar)
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


def _behind_comma(words: list[Token], cue: Cue, start: int, end: int, grammar: Grammar) -> tuple[str | None, int]:
    """Return the rule by which what is reported stands behind the comma at `start`, None where none says so, and where
    it begins."""
    closed = next((k for k in range(start + 1, min(start + 14, end)) if words[k].low == ","), None)
    if closed is not None and closed + 1 < end and words[closed + 1].low in grammar.complements:
        return "that", closed + 1
    if closed is not None and closed - start < 5 and closed + 1 < end and words[closed + 1].kind == QUOTED:
        start = closed
    if start + 1 < len(words) and words[start + 1].kind == QUOTED:
        return "comma-quote", start + 1
    if grammar.habits.get("comma_clause") and cue.strength == "say" and start + 2 < end:
        return "comma-clause", start + 1
    return None, start


def _tells_nothing(words: list[Token], cue: Cue, start: int, grammar: Grammar) -> bool:
    """Tell whether without words in marks and without "that" a verb is one of deeds ("held talks", "continues to
    lead"), or what follows it only how, where or itself ("tweeted from Ems", "bestätigt worden", "äußerte sich")."""
    first = words[start].low
    if words[cue.verb].low in grammar.clausal or first in grammar.circumstances:
        return True
    return bool(grammar.habits.get("verb_second")) and (first in grammar.finite or first in grammar.reported)
