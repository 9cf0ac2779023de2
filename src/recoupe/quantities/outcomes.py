"""Outcomes: the verb that tells what befell those counted, before the number, behind the noun, or around both."""

from __future__ import annotations

import re

from recoupe.quantities import around, when
from recoupe.quantities.lexicon import LAST_OR_ELIDED, NEXT, WORD, Hit
from recoupe.quantities.words import Words
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_BREAK = compiled(r"[,;:.()\[\]«»\"–\n]")
_ENDS = compiled(r"[.;:()\n]")
_INSERTED = compiled(r" ?[,(] ?(?=([^\W\d_]+))")
_TO_ITS_END = compiled(r"[^,;.()\n]{3,70}[,)]")
_AGES = compiled(r" (?:[^\W\d_]{1,5} ){0,3}\d{1,3}(?: [^\W\d_]{1,3} \d{1,3})? ([^\W\d_]+)")
_REACH_VERB = 70
"""Characters behind a noun in which the verb that tells the outcome may stand."""
_FIRST = compiled(r" ([^\W_]+)")
_LAST = compiled(r"([^\W_]+) $")
_SMALL = frozenset(("a", "the", "les", "los", "las", "den", "die"))
_ARTICLES = frozenset(("the", "le", "la", "les", "un", "une", "a", "an"))


def verb_before(folded: str, start: int, left: int, words: Words) -> Hit | None:
    """Return the verb before the number, which acts upon those counted ("killing at least 17"): right before it, or
    before when it did ("killed on Saturday 17 people")."""
    source = _past_source(folded, start, left, words)
    found = _right_before(folded, start, left, words)
    return found or (_right_before(folded, source, left, words) if source != start else None)


def _right_before(folded: str, start: int, left: int, words: Words) -> Hit | None:
    at = start
    for _ in range(2):
        hit = around.ending_at(folded, at, left, words.active)
        if hit is not None:
            return hit
        hit = when.verb_before(folded, start, left, words) if at == start else None
        if hit is not None:
            return hit
        tail = LAST_OR_ELIDED.search(folded, max(left, at - 14), at)
        if tail is None or (tail[1] not in words.skip and tail[1] not in words.links and tail[1] not in _SMALL):
            return None
        at = tail.start()
    return None


def _past_source(folded: str, start: int, left: int, words: Words) -> int:
    """Return where who tells of a number begins right before it ("starben nach Angaben der Polizei 13 Menschen"), else
    the number's own start."""
    hits = words.held_after.all(folded, max(left, start - _SOURCE), start)
    if not hits or len(WORD.findall(folded, hits[-1].end, start)) > _SOURCE_WORDS:
        return start
    return start if re.search(r"[^\w '-]|\d", folded[hits[-1].end : start]) else hits[-1].start


_SOURCE, _SOURCE_WORDS = 60, 4
"""Characters and words before a number in which its source is named."""


def verb_around(folded: str, start: int, end: int, right: int, words: Words) -> Hit | None:
    """Return the verb in two pieces that holds those counted between them ("nahm drei Männer fest")."""
    before = list(WORD.finditer(folded, max(0, start - 40), start))[-4:]
    for m in reversed(before):
        for key, piece in words.separated.get(m.group(), ()):
            if re.search(rf"[^.;:]{{0,{_REACH_VERB}}}(?<!\w){piece}(?!\w)", folded[end:right]):
                return Hit(m.start(), m.end(), key)
    return None


def verb_behind(folded: str, end: int, right: int, words: Words) -> tuple[Hit, int] | None:
    """Return the verb behind that says what happened, and how far the expression goes (0: it does not take it in).

    The verb stands at once behind the noun (with at most two words between), or behind an auxiliary. A conjunction and
    another count may come between ("seven men and eight women were killed"), a relative clause may not.
    """
    aged = _past_ages(folded, end, words)
    inserted = _past_part(folded, aged, right, words)
    if aged != end and inserted == aged:
        found = verb_behind(folded, aged, right, words)
        return (found[0], 0) if found else None
    if inserted != end:
        found = verb_behind(folded, inserted, right, words)
        return (found[0], 0) if found else None
    stop = min(right, end + _REACH_VERB)
    passed, auxiliary = 0, False
    crossed = False
    for m in WORD.finditer(folded, end, stop):
        for key, piece in words.separated_behind.get(m.group(), ()) if passed <= 2 else ():
            if re.search(rf"[^.;:,]{{0,{_REACH_VERB}}}(?<!\w){piece}(?!\w)", folded[m.end() : right]):
                return Hit(m.start(), m.end(), key), 0
        between = folded[(end if passed == 0 and not auxiliary else m.start() - 2) : m.start()]
        if _BREAK.search(between.strip(" ")) or _ENDS.search(folded, end, m.start()):
            return None
        word = m.group()
        hit = words.verbs.match(folded, m.start(), word)
        if hit is not None and hit.end <= stop and (auxiliary or passed <= 2) and not (crossed and not auxiliary):
            if _of_others(folded, hit, end, words):
                return None
            if passed and _is_count(folded, end, m.start(), words):
                return None  # "of the 150 passengers, two are missing": the two are
            if crossed and _number_follows(folded, hit.end, words):
                return None  # "155 were aboard and survived only four": the four did
            return hit, (hit.end if not auxiliary and passed <= 1 and not crossed else 0)
        if word in words.aux:
            auxiliary = True
            passed += 1
        elif auxiliary:
            passed += 1
            if not words.verb_final and word not in words.adverbs:
                return None  # but "ont ainsi péri", "have since died"
        elif word in words.conjunctions and passed <= 1:
            crossed = True
            passed += 1
        elif word in words.stop and not crossed and word not in words.links and word not in _ARTICLES:
            passed += 3  # a place or time may stand between noun and verb, but then an auxiliary must say so
        else:
            passed += 1
        if passed > 7:
            return None
    return None


def _past_part(folded: str, end: int, right: int, words: Words) -> int:
    """Return where the clause goes on behind ", including four children,"; `end` where there is no such insertion."""
    m = _INSERTED.match(folded, end)
    if m is None:
        return end
    close = _TO_ITS_END.match(folded, m.end(), right)
    if close is None:
        return end
    if words.part.match(folded, m.end(), m[1]) is not None:
        return close.end()
    verb = NEXT.match(folded, close.end())
    return close.end() if verb is not None and verb[1] in words.aux else end


def _past_ages(folded: str, end: int, words: Words) -> int:
    """Return where the clause goes on behind the ages of those counted ("two men of 32 and 37 years"), else `end`."""
    m = _AGES.match(folded, end)
    return m.end() if m is not None and m[1] in words.times else end


def _is_count(folded: str, start: int, at: int, words: Words) -> bool:
    """Tell whether a bare number stands right before `at`: what comes is said of it."""
    before = _LAST.search(folded, max(start, at - 30), at)
    return before is not None and (before[1].isdecimal() or numerals(words.code).value(before[1]) is not None)


def _number_follows(folded: str, at: int, words: Words) -> bool:
    after = _FIRST.match(folded, at)
    return after is not None and (after[1].isdecimal() or numerals(words.code).value(after[1]) is not None)


def _of_others(folded: str, hit: Hit, end: int, words: Words) -> bool:
    """Tell whether those counted did it to others ("40 strikers have blocked", "12 officers have arrested")."""
    before = LAST_OR_ELIDED.search(folded, max(end, hit.start - 12), hit.start)
    word = folded[hit.start : hit.end]
    if before is None or before[1] not in words.have or " " in word:
        return False
    acts = words.active.match(folded, hit.start, word)
    return acts is not None and acts.end == hit.end


def follows(folded: str, end: int, words: Words) -> bool:
    """Tell whether a verb of outcome stands right behind `end`."""
    m = NEXT.match(folded, end)
    return m is not None and words.verbs.match(folded, m.start(1), m[1]) is not None
