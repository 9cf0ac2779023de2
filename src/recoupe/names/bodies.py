"""Bodies whose names are partly written small: "Ligue nationale de hockey", "le ministère russe de la Défense"."""

from __future__ import annotations

import functools

import regex

from recoupe.names.candidate import ORGANISATION, Candidate
from recoupe.names.spans import NEXT_WORD, Word
from recoupe.names.tables import Lexicon, lexicon, small_head_pattern
from recoupe.text.patterns import compiled_by_regex

_SMALL_MATTER = compiled_by_regex(r"[ ](?P<link>\p{Ll}{1,3})(?:[ ]|')\p{Ll}{4,}(?![\p{L}'-])", regex.V1)
_REACH = 60
"""Characters before a name in which the head of its body may begin."""


def may_widen(word: Word, lex: Lexicon) -> bool:
    """Tell whether a name that begins with `word` may go on in small letters."""
    return bool(lex.organisation_adjectives) and (
        word.low in lex.organisation_first or word.low in lex.organisation_heads
    )


def widen(c: Candidate, part: list[Word], text: str, lex: Lexicon) -> bool:
    """Take in what a body's name goes on with in small letters: "Ligue nationale de hockey"."""
    if not may_widen(part[0], lex):
        return False
    end = c.end
    adjectives = 0
    while adjectives < 3:
        word = NEXT_WORD.match(text, end)
        if word is None or not (word.group(1) in lex.organisation_adjectives or word.group(1) in lex.demonyms):
            break
        adjectives, end = adjectives + 1, word.end()
    if not adjectives:
        return False
    more = _SMALL_MATTER.match(text, end)
    if more and more.group("link") in lex.link_words and len(part) == 1:
        end = more.end()
    elif part[0].low in lex.organisation_singles:
        return False  # "el Gobierno central": the government, whichever
    c.words = [*c.words, *text[c.end : end].split()]
    c.end, c.initial = end, False
    c.add(ORGANISATION, 5.0, "head of a body with its adjective")
    return True


def small_head(c: Candidate, text: str, lex: Lexicon) -> int | None:
    """Return where the head of a body before `c` begins, written small: "le ministère russe de la Défense"."""
    links, ends = _links(lex.code)
    if text[c.start - 2 : c.start] not in ends or not text.endswith(links, 0, c.start):
        return None
    pattern = small_head_pattern(lex.code)
    found = pattern.search(text, max(0, c.start - _REACH), c.start) if pattern else None
    if found is None or (found["adjective"] and found["adjective"] not in lex.demonyms):
        return None
    return int(found.start())


@functools.cache
def _links(code: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return what links a head written small to its name, as it stands right before the name, and its last letters."""
    lex = lexicon(code)
    links = tuple(link + gap for link in sorted(lex.link_words) for gap in " '") if lex.organisation_common else ()
    return links, frozenset(link[-2:] for link in links)


def take_in(head: int, c: Candidate, text: str, lex: Lexicon) -> None:
    """Let `c` begin at its head, and end with the adjective of its matter."""
    c.words = [*text[head : c.start].split(), *c.words]
    more = NEXT_WORD.match(text, c.end)
    if more and more.group(1).lower() in lex.portfolio_adjectives:
        c.words.append(more.group(1))
        c.end = more.end(1)
    c.start, c.initial, c.sure = head, False, True
    c.add(ORGANISATION, 6.0, "head of a body, written small")
