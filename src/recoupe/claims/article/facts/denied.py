"""What an article says that somebody denies: a statement, and the clause that denies it without saying it again.

    "A trade unionist says it had turned back on Friday, which the company denies."    the sentence before "which"
    "The union said the fans were out of order. The operator denied it."               the sentence before
    "His lawyer rejected accounts by passengers that he had left the ship first."       what the accounts say

That a thing is denied tells that somebody holds it: both sides stand in the article itself. A denial that names what it
denies ("denied any pressure") says it in its own words, and is left to what compares sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from recoupe.claims.article.ground import cues, quoted
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import LONG_WORD, TOKEN
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex
from recoupe.text.vocabulary import function_words

LEAST = 5
"""Words of a statement that can be denied; fewer ("so the staff says") only lead to what was said before."""

TELLING = 3
"""Words of three letters and more, none of the grammar, that it must have."""

ADDED = 6
"""Words at most, none of the grammar, that a relative clause may add: "which Moscow has denied in the past"."""

SUBJECT = 8
"""Words at most of who denies, where he stands behind the verb: "this the operator of the line disputes"."""

OF_WHOM = 6
"""Words at most that say whose claims they are, before what they say."""

_BREAK = compiled_by_regex(r"[,;:(–—][ \u00a0]?|[ \u00a0]- ")
_END = compiled_by_regex(r"[.,;:!?)(–—]|[ \u00a0]- |\n")
_MARKED = frozenset('"“”«»„')


class Denied(msgspec.Struct, frozen=True):
    """A statement `[start, end)` of an article, and the clause `[low, high)` that denies it."""

    article: str
    start: int
    end: int
    low: int
    high: int


def read(ground: Scene) -> list[Denied]:
    """Return the statements of an article that are denied in it, in the order of its text."""
    text, out = ground.article.text, list[Denied]()
    found = cues.find(text, ground.article.language, "statements")
    verbs = [c for c in found if c.section == "denial" and c.key in ("verb", "object", "dismiss")]
    if not verbs:
        return out
    said = quoted.spans(ground.quotes)
    for sentence in ground.sentences:
        for verb in verbs:
            if sentence.start <= verb.start < sentence.end and not quoted.holds(said, verb.start):
                denied = _denied(ground, sentence, verb, found)
                if denied is not None and not quoted.holds(said, denied.low):
                    out.append(denied)
                    break
    return out


def _denied(ground: Scene, sentence: Sentence, verb: Found, found: Sequence[Found]) -> Denied | None:
    """Return what a verb of a sentence denies, None where it denies nothing that stands before it."""
    text = ground.article.text
    low = max((m.end() for m in _BREAK.finditer(text, sentence.start, verb.start)), default=sentence.start)
    closing = _END.search(text, verb.end, sentence.end)
    high = closing.start() if closing is not None else sentence.end
    inside = [c for c in found if low <= c.start and c.end <= high]
    if _doubtful(inside, verb) or text[low].isdigit():
        return None
    named = _named(ground, sentence, verb, low, found)
    if named is not None:
        return named
    clause = _Clause(low, high, verb, inside, _times(sentence))
    relative = clause.opening(("which", "claim"))
    if relative is not None:
        return _of_its_sentence(ground, sentence, clause, relative)
    if closing is not None and (text[closing.start()] == ":" or text[high : high + 2].strip()[:1] in _MARKED):
        return None  # what he says then may be of another thing
    return _of_what_stands_before(ground, sentence, clause)


class _Clause(NamedTuple):
    """A clause `[low, high)` with its verb that denies, the words of the tables in it, and its times."""

    low: int
    high: int
    verb: Found
    inside: Sequence[Found]
    times: Sequence[tuple[int, int]]

    def of(self, keys: Sequence[str]) -> list[Found]:
        return [c for c in self.inside if c.section == "denial" and c.key in keys]

    def opening(self, keys: Sequence[str]) -> Found | None:
        """Return what the clause begins with, of some keys of denials."""
        return next((c for c in self.of(keys) if c.start == self.low), None)

    def opener(self) -> Found | None:
        """Return the word that joins the clause to the one before it."""
        return next((c for c in self.inside if c.start == self.low and c.section == "clause"), None)

    def around(self, text: str, language: str | None, first: int) -> tuple[list[str], list[str]]:
        """Return the words before the verb, from `first`, and those behind it that are none of the grammar: without
        what stands for the statement or is passed over, and without times."""
        but, small = self.of(("it", "claims", "passed")), function_words(language)
        head = _words(text, first, self.verb.start, but)
        tail = _words(text, self.verb.end, self.high, [*but, *self.times])
        return head, [w for w in tail if w not in small]


def _of_its_sentence(ground: Scene, sentence: Sentence, clause: _Clause, relative: Found) -> Denied | None:
    """ "The union says it leaked, which the owner denies": return what stands before "which"."""
    low, verb = clause.low, clause.verb
    head, tail = clause.around(ground.article.text, ground.article.language, relative.end)
    if low == sentence.start or (verb.key == "dismiss" and relative.key != "claim") or not (head or tail):
        return None
    more = (c.start for c in clause.inside if c.section == "clause" and c.start >= verb.end)
    return _of(ground, sentence.start, low, low, next(more, clause.high) if len(tail) <= ADDED else verb.end)


def _of_what_stands_before(ground: Scene, sentence: Sentence, clause: _Clause) -> Denied | None:
    """ "The union says it leaked. The owner denies it": return the clause before it, or the sentence before."""
    text, low, verb, opener = ground.article.text, clause.low, clause.verb, clause.opener()
    it = clause.of(("it", "claims"))
    by_claim = any(c.key == "claims" for c in it)
    by_object = verb.key == "object" and any(_beside(text, low, verb, c) for c in it)
    if not (by_claim or by_object or verb.key == "verb"):
        return None
    head, tail = clause.around(text, ground.article.language, opener.end if opener is not None else low)
    inverted = not head and it and it[0].end <= verb.start and 0 < len(tail) <= SUBJECT  # "das bestreitet die Stadt"
    if not inverted and not (head and not tail):
        return None
    if _joined(text, sentence, low, opener) and _says(ground, sentence.start, low):
        return _of(ground, sentence.start, low, low, clause.high)
    before = ground.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block == "heading" or "\n" in text[before.end : sentence.start]:
        return None
    if text[before.start : before.end].rstrip('”»" ')[-1:] == "?":
        return None
    return _of(ground, before.start, before.end, sentence.start, clause.high)


def _beside(text: str, low: int, verb: Found, it: Found) -> bool:
    """Tell whether a word stands for what was said: where its clause begins, or beside the verb. Elsewhere "das" is an
    article."""
    first, last = sorted(((verb.start, verb.end), (it.start, it.end)))
    return it.start == low or len(TOKEN.findall(text, first[1], last[0])) <= 1


def _joined(text: str, sentence: Sentence, low: int, opener: Found | None) -> bool:
    """Tell whether a clause inside a sentence is one of its own: after ";" or a dash, or with a word that opens one."""
    before = text[sentence.start : low].rstrip()
    return bool(before) and (opener is not None or before[-1] in ";–—-")


def _named(ground: Scene, sentence: Sentence, verb: Found, low: int, found: Sequence[Found]) -> Denied | None:
    """Return what is denied as others say it: "rejected claims by passengers that he had left first"."""
    text = ground.article.text
    behind = [c for c in found if c.section == "denial" and verb.end <= c.start and c.end <= sentence.end]
    claims = next((c for c in behind if c.key == "claims" and len(TOKEN.findall(text, verb.end, c.start)) <= 1), None)
    that = next((c for c in behind if c.key == "that" and claims is not None and claims.end <= c.start), None)
    if claims is None or that is None or len(TOKEN.findall(text, claims.end, that.start)) > OF_WHOM:
        return None
    return _of(ground, that.end, sentence.end, low, that.start)


def _doubtful(inside: Sequence[Found], verb: Found) -> bool:
    """Tell whether a denial may not have been made: "did not deny", "may deny", "neither confirmed nor denied"."""
    return any(
        c.section == "negation" or (c.section in ("deed", "contrary") and c.key == "confirm" and c.start != verb.start)
        for c in inside
        if not verb.start <= c.start < verb.end
    )


def _of(ground: Scene, start: int, end: int, low: int, high: int) -> Denied | None:
    text = ground.article.text
    start += len(text[start:end]) - len(text[start:end].lstrip(" \u00a0,("))
    end = start + len(text[start:end].rstrip(" \u00a0,;:(–—-"))
    low += len(text[low:high]) - len(text[low:high].lstrip(" \u00a0("))
    high = low + len(text[low:high].rstrip(" \u00a0,"))
    return Denied(ground.article.id, start, end, low, high) if _says(ground, start, end) else None


def _says(ground: Scene, start: int, end: int) -> bool:
    """Tell whether words are enough to be a statement."""
    words = TOKEN.findall(ground.article.text, start, end)
    small = function_words(ground.article.language)
    return len(words) >= LEAST and sum(w not in small for w in map(fold, words) if LONG_WORD.fullmatch(w)) >= TELLING


def _words(text: str, start: int, end: int, but: Sequence[Found | tuple[int, int]]) -> list[str]:
    """Return the words of `[start, end)`, folded, that do not stand in one of the spans `but`."""
    spans = [(c.start, c.end) if isinstance(c, Found) else c for c in but]
    return [
        fold(m.group())
        for m in TOKEN.finditer(text, start, end)
        if not any(low <= m.start() < high for low, high in spans)
    ]


def _times(sentence: Sentence) -> list[tuple[int, int]]:
    return [(t.start, t.end) for t in sentence.times]
