"""Headlines whose capitals say nothing ("Prices Rise in Spain", "PRICES RISE"): what the article knows counts."""

from __future__ import annotations

from collections.abc import Container

import regex

from recoupe.names.candidate import KINDS, PERSON, Candidate
from recoupe.names.spans import is_given, is_table_name
from recoupe.names.tables import Lexicon, gazetteer
from recoupe.text.patterns import compiled, compiled_by_regex

_LINE = compiled(r"[^\n]+")
_WORDS = compiled_by_regex(r"\p{L}[\p{L}\p{M}'-]*", regex.V1)
_SMALL = compiled(r" [a-z]{4}")
_LOUD = compiled(r"[^\W\d_a-zß-öø-ÿ]")
"""A letter that a capitalised word may begin with: at least as many as such words."""
_LONGEST = 220


def loud_lines(text: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of the lines where nearly every longer word is capitalised, or all letters are capitals."""
    out = []
    for line in _LINE.finditer(text):
        if line.end() - line.start() > _LONGEST:
            continue
        printed = line.group()
        small = len(_SMALL.findall(printed))
        if small > 0.3 * (len(printed) / 4 + 1) or 3 * len(_LOUD.findall(printed)) < 7 * small:
            continue  # too many small words, however many longer ones there are: prose, told without its words
        words = _WORDS.findall(printed)
        longer = [w for w in words if len(w) > 3]
        if len(longer) < 3 or len(words) < 4:
            continue
        capital = sum(w[0].isupper() for w in longer)
        listed = printed.count(",") > 1  # "Ana Ruiz, Luis Gil, Eva Sanz": names, not a headline
        if (capital >= 0.8 * len(longer) and not listed) or sum(w.isupper() for w in longer) >= 0.7 * len(longer):
            out.append(line.span())
    return out


def refine(found: list[Candidate], loud: list[tuple[int, int]], known: dict[str, str], lex: Lexicon) -> list[Candidate]:
    """Return `found` with the candidates of loud lines, and those glued to a word before them, cut to what is known.

    `known` maps forms the article uses elsewhere in running text to their type.
    """
    out: list[Candidate] = []
    line = 0
    for c in found:
        while line < len(loud) and loud[line][1] <= c.start:
            line += 1
        in_loud = line < len(loud) and loud[line][0] <= c.start
        if in_loud and c.text not in known and not (c.canonical and c.sure):
            whole = c.best()[0] == PERSON and _parted(c, lex) and _stands(c, lex)
            out.extend([c] if whole else _cut(c, known) or ([c] if _stands(c, lex) else []))
        elif (
            len(c.words) > 1
            and c.best()[0] == PERSON
            and not c.titled
            and c.words[0] not in gazetteer().given
            and c.text not in known
        ):
            out.extend(_cut(c, known, all_of_it=True) or [c])
        else:
            out.append(c)
    return out


def _stands(c: Candidate, lex: Lexicon) -> bool:
    """Tell whether a name of a headline that stands nowhere else can be one: a given name and one or two words."""
    tables = gazetteer()
    if c.canonical or c.titled:
        return True
    if len(c.words) == 1:
        return c.words[0] in tables.surnames
    own = [w for w in c.words[1:] if w.lower() not in lex.particles]  # "Ursula von der Hardt" has one family name
    plain = [w for w in own if w.lower() not in lex.common and w.lower() not in lex.roles]
    if _parted(c, lex) and own and c.words[-1] in own:
        plain = [w for w in own if w in plain or w == c.words[-1]]  # "dalla Chiesa": a family name, whatever it means
    if c.best()[0] == "organisation" and c.best()[1] >= 3.5 and len(c.words) <= 5:
        return True
    noble = any(w in lex.noble for w in c.words[1:-1])
    return (noble or is_given(c.words[0])) and len(plain) == len(own) <= 3


def _parted(c: Candidate, lex: Lexicon) -> bool:
    """Tell whether a particle stands inside a candidate, small: "Ana de la Vega"."""
    return any(w in lex.particles for w in c.words[1:-1])


_NAME_WORDS = 12
"""Words of the longest name looked for inside another: a headline of a thousand capitals ends fast."""


def _cut(c: Candidate, known: Container[str], all_of_it: bool = False) -> list[Candidate]:
    """Return the known names inside `c`; with `all_of_it` only when they, and places of the tables, make all of it."""
    pieces: list[Candidate] = []
    position, offset, rest = 0, c.start, 0
    starts = []
    for word in c.words:
        starts.append(offset)
        offset += len(word) + (0 if word.endswith("'") else 1)
    if offset - 1 != c.end:
        return []
    while position < len(c.words):
        for end in range(min(len(c.words), position + _NAME_WORDS), position, -1):
            form = " ".join(c.words[position:end])
            form = form if form in known or not form.isupper() else form.title()
            kind = known[form] if isinstance(known, dict) and form in known else is_table_name(form)
            if kind and (end - position < len(c.words)):
                piece = Candidate(
                    starts[position], starts[end - 1] + len(c.words[end - 1]), c.words[position:end], False, {}
                )
                piece.add(kind, 4.0, "named elsewhere in the article, or in the tables")
                pieces.append(piece)
                position = end
                break
        else:
            rest += 1
            position += 1
    if not pieces or (all_of_it and rest):
        return []
    return [p for p in pieces if p.best()[0] in KINDS]
