"""The noun that a number counts: right behind it, behind words that pass on to it, or behind an article of its own."""

from __future__ import annotations

from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import LAST_OR_ELIDED, NEXT, WORD, Hit
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_GAP = compiled(r"[ '-]")
_WITH_BEHIND = compiled(r" ([^\W\d_]+)(?= ?[^\w ]|$| [^\W\d_]+)")


def behind(folded: str, number: Number, right: int, words: Words) -> tuple[Hit | None, list[str]]:
    """Return the noun counted, and the words passed over to reach it."""
    at = number.end
    passed: list[str] = []
    free = words.adjectives_before
    while at < right:
        gap = _GAP.match(folded, at)
        if gap is None:
            break
        m = WORD.match(folded, gap.end())
        if m is None or m.end() > right:
            break
        word = m.group()
        hit = words.nouns.match(folded, m.start(), word)
        if hit is not None and hit.end <= right and _number_fits(hit, number, words) and not _leads(folded, hit, words):
            return _longest_head(folded, hit, right, number, words), passed
        if not passed and not free and word in words.definite:
            return _behind_article(folded, number, m.end(), right, words), passed
        if word in words.skip:
            at = m.end()
            passed.append(word)
            if len(passed) > 4:
                break
            continue
        if word in words.stop or free == 0 or folded[gap.start() : gap.end()] == "'":
            break
        free -= 1
        passed.append(word)
        at = m.end()
    return None, passed


def _behind_article(folded: str, number: Number, at: int, right: int, words: Words) -> Hit | None:
    """Return the noun of "son 13 los muertos", "una settantina i feriti": what a number that ends its own phrase tells
    of. An outcome needs no more; other nouns need a copula or a comma before, lest they begin the next phrase."""
    m = NEXT.match(folded, at)
    hit = words.nouns.match(folded, m.start(1), m[1]) if m else None
    if hit is None or hit.end > right or 1900 <= number.low <= 2100:
        return None
    before = LAST_OR_ELIDED.search(folded, max(0, number.start - 16), number.start)
    opened = before is None or before[1] in words.aux or before[1] in words.conjunctions
    return hit if opened or hit.key in keys().outcomes else None


def _leads(folded: str, hit: Hit, words: Words) -> bool:
    """Tell whether a noun that is an adjective too stands before another ("seize jeunes manifestants")."""
    if folded[hit.start : hit.end] not in words.skip:
        return False
    m = NEXT.match(folded, hit.end)
    return m is not None and words.nouns.match(folded, m.start(1), m[1]) is not None


def _number_fits(hit: Hit, number: Number, words: Words) -> bool:
    """In English a noun behind a number above one is plural: "12 prisoner swaps" counts no prisoners."""
    return not (words.plural_follows and hit.single and (number.high is None or number.high > 1))


def _longest_head(folded: str, hit: Hit, right: int, number: Number, words: Words) -> Hit:
    """Where nouns stand in a row, the last is counted ("200 police vehicles"), unless the second is a genitive."""
    if not words.adjectives_before or words.genitive_behind or hit.key in keys().outcomes:
        return hit
    if folded[hit.end : hit.end + 1] == " ":
        m = WORD.match(folded, hit.end + 1)
        if m and m.end() <= right:
            following = words.nouns.match(folded, m.start(), m.group())
            if following and following.end <= right and _number_fits(following, number, words):
                if following.key not in keys().outcomes:
                    return following
    return hit


def follows(folded: str, end: int, words: Words) -> bool:
    """Tell whether a word that may be a noun stands right behind `end`."""
    m = NEXT.match(folded, end)
    return m is not None and m[1] not in words.stop and m[1] not in words.aux


def others_follow(folded: str, number: Number, words: Words) -> bool:
    """ "injured 500 more": a word that only passes on to a noun, and no noun."""
    m = _WITH_BEHIND.match(folded, number.end)
    if m is None or (m[1] not in words.skip and m[1] not in words.links):
        return False
    n = NEXT.match(folded, m.end())
    return n is None or n[1] in words.stop
