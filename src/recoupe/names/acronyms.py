"""Names with their acronym in brackets: "Harbour Workers Union (HWU)".

The words before the bracket are read backwards, each letter of the acronym the first of a word; small words that join
may be left out. After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003), made stricter: no word that does not join may be without its letter.
"""

from __future__ import annotations

import msgspec
import regex

from recoupe.names.tables import Lexicon
from recoupe.text.patterns import compiled_by_regex

_BRACKET = compiled_by_regex(r"\((\p{Lu}{2,8})\)", regex.V1)
_WORD = compiled_by_regex(r"(?r)(?<![\p{L}\p{N}-])(?:\p{L}[\p{L}\p{M}]*')?\p{L}[\p{L}\p{M}\p{N}-]*", regex.V1)
_REACH = 140
"""Characters before a bracket in which its name must begin."""


class Expansion(msgspec.Struct, frozen=True, gc=False):
    """`[start, end)` is the name, `[short, short_end)` its acronym."""

    start: int
    end: int
    short: int
    short_end: int


def expansions(text: str, lex: Lexicon) -> list[Expansion]:
    """Return the names of `text` that an acronym in brackets follows, in order. Linear in the length of `text`."""
    found = []
    for bracket in _BRACKET.finditer(text):
        if bracket.group(1).lower() in lex.not_names or text[bracket.start() - 1 : bracket.start()] != " ":
            continue
        start = _begin(text, bracket.start() - 1, bracket.group(1), lex)
        if start is not None:
            found.append(Expansion(start, bracket.start() - 1, bracket.start(1), bracket.end(1)))
    return found


def _begin(text: str, end: int, letters: str, lex: Lexicon) -> int | None:
    """Return where the name begins whose words give `letters`, None when they do not."""
    left = len(letters) - 1
    reached = end
    for word in _WORD.finditer(text, max(0, end - _REACH), end):
        gap = text[word.end() : reached]
        if gap.strip(" -&'") or "\n" in gap:
            return None
        piece = word.group()
        start = word.start() + piece.find("'") + 1  # "l'eau"
        parts = [p for p in text[start : word.end()].split("-") if p]
        initials = "".join(p[0] for p in parts).upper()
        reached = word.start()
        small = piece.lower() in lex.connectors or piece.lower() in lex.particles or piece.lower() in lex.link_words
        if len(parts) > 1 and left + 1 >= len(parts) and letters[left + 1 - len(parts) : left + 1] == initials:
            left -= len(parts)
        elif initials[0] == letters[left]:
            left -= 1
        elif not small:
            return None
        if left < 0:
            return start if text[start].isupper() else None
    return None
