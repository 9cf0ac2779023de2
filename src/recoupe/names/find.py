"""Names of one article: candidates, then what the whole article knows of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from recoupe.model import Block, Name
from recoupe.names import namesakes
from recoupe.names.acronyms import Expansion, expansions
from recoupe.names.candidate import ORGANISATION, PERSON, PLACE, THING, Candidate
from recoupe.names.chunks import Chunker
from recoupe.names.headlines import loud_lines, refine
from recoupe.names.key import stem
from recoupe.names.roles import find_roles
from recoupe.names.spans import even, is_given, lookup, runs
from recoupe.names.tables import Lexicon, gazetteer, lexicon
from recoupe.text.mojibake import repair


class Recognised(NamedTuple):
    """A name somebody else found: its span in the text as given, its type, what to say of it when asked."""

    start: int
    end: int
    type: str  # person | place | organisation
    why: str


Recogniser = Callable[[str, str], Sequence[Recognised] | None]
"""Finds the names of (text, two-letter language) in order, without overlap; None for a language it does not know."""

_THRESHOLD = 1.0
_INITIAL_THRESHOLD = 2.4


def find(
    text: str,
    *,
    language: str | None,
    blocks: Sequence[Block] = (),
    recognise: Recogniser | None = None,
    explain: bool = False,
) -> list[Name]:
    """Return the names of `text` in order: person, place, organisation, each with its entity in this article.

    `blocks` tells where headings stand (their capitals say less). Roles ("le chancelier allemand") come with `role`
    set. `recognise` finds the names in the place of the tables, for the languages it knows; `explain` has each name's
    `rule` say what spoke for it. Offsets are characters of `text`; spans never overlap. Never raises on any text.
    """
    mended = repair(text)
    if mended:
        fixed, offsets = mended
        return [
            msgspec.structs.replace(
                n, start=offsets[n.start], end=offsets[n.end], text=text[offsets[n.start] : offsets[n.end]]
            )
            for n in find(fixed, language=language, recognise=recognise, explain=explain)
        ]
    lex = lexicon(language)
    plain = even(text)
    told = recognise(text, lex.code) if recognise else None
    longer = expansions(plain, lex) if "(" in plain else []
    found = _candidates(plain, lex, longer) if told is None else [_told(plain, one) for one in told]
    kept = [(c, best) for c in found if _accepted(c, best := c.best())]
    beside = namesakes.beside([(c.start, c.end, c.words) for c, best in kept if best[0] == PERSON], plain, lex)
    entities = _entities(kept, beside, {plain[e.short : e.short_end]: plain[e.start : e.end] for e in longer})
    rules = [c.rule(*best) if explain else "" for c, best in kept]
    names = [
        Name(start=c.start, end=c.end, text=text[c.start : c.end], type=best[0], entity=entity, rule=why)
        for (c, best), entity, why in zip(kept, entities, rules, strict=True)
    ]
    if "-" in plain:
        names = _without_pairs(names)
    for role in find_roles(plain, names, lex.code):
        words = text[role.start : role.end]
        names.append(
            msgspec.structs.replace(role, text=words, entity=words if role.entity == role.text else role.entity)
        )
    return sorted(names, key=lambda n: (n.start, n.end))


def _without_pairs(names: list[Name]) -> list[Name]:
    """Return the names without two joined by a hyphen ("the Rill-Varn talks", "the Morvia-Dorania border")."""
    words = {word for n in names if n.type == "person" for word in n.text.split()}

    def named(part: str) -> bool:
        found = lookup(part)
        return part in words or (found is not None and found[0] == PLACE)

    def pair(name: Name) -> bool:
        return name.text.count("-") == 1 and lookup(name.text) is None and all(map(named, name.text.split("-")))

    return [n for n in names if not pair(n)]


def _candidates(plain: str, lex: Lexicon, longer: list[Expansion]) -> list[Candidate]:
    """Return the candidates of a text with the evidence of the whole of it."""
    chunker = Chunker(plain, lex)
    found: list[Candidate] = []
    for run in runs(plain, lex):
        found.extend(chunker.candidates(run))
    if longer:
        found = _expanded(found, longer, plain)
    _spread(found, plain, lex)
    loud = loud_lines(plain)
    return refine(found, loud, _forms(found, loud), lex)


def _told(plain: str, one: Recognised) -> Candidate:
    """Return what a recogniser found as a candidate that is accepted."""
    made = Candidate(one.start, one.end, plain[one.start : one.end].split(), False, {})
    made.add(one.type, 5.0, one.why)
    return made


def _spread(found: list[Candidate], text: str, lex: Lexicon) -> None:
    """Let mentions of one form share their evidence, and full names explain their last words."""
    by_form: dict[str, list[Candidate]] = {}
    things: set[str] = set()
    for c in found:
        by_form.setdefault(c.text, []).append(c)
        if THING in c.scores and not c.titled:
            things.update((c.text, c.words[0]))
    for form, group in by_form.items():
        if len(group) > 1 or form in things:
            _share(group, form in things)
    for before, c in pairwise(found):
        if text[before.end : c.start].strip() in lex.list_joints:
            _beside_person(before, c)
            _beside_person(c, before)
    persons = _called(found)
    for c in found:
        if len(c.words) == 1 and _bare(c.words[0]) in persons:
            c.add(PERSON, 3.0, "family name of a person of the article")
            c.initial = False


def _beside_person(one: Candidate, other: Candidate) -> None:
    """In a list with a person a lone word that may be a name is rather one."""
    if len(one.words) == 1 and 0 < one.best()[1] < _THRESHOLD:
        kind, score = other.best()
        if kind == PERSON and score >= 2.0:
            one.add(PERSON, 0.6, "in a list with persons")
            one.add("verb", 1.0)


def _called(found: list[Candidate]) -> set[str]:
    """Return the words by which the article may call again whom it names in full."""
    first = gazetteer().family_first
    persons: set[str] = set()
    for c in found:
        kind, score = c.best() if len(c.words) > 1 else ("", 0.0)
        if kind == PERSON and score >= _THRESHOLD:
            persons.add(_bare(c.words[-1]))
            if len(c.words) <= 3 and c.words[0] in first:
                persons.add(c.words[0])
    return persons


def _share(group: list[Candidate], thing: bool) -> None:
    """Let the mentions of one form share their evidence; `thing` when the article says that it names a thing."""
    mean: dict[str, float] = {}
    for c in group:
        for kind, score in c.scores.items():
            mean[kind] = mean.get(kind, 0.0) + score / len(group)
    more = min(0.3, 0.15 * (len(group) - 1))
    anchored = len(group) > 1 and any(not c.initial for c in group)
    thing = thing and not any(c.titled for c in group)
    for c in group:
        own = c.scores
        c.weigh({k: 0.4 * own.get(k, 0.0) + 0.6 * v + (more if v > 0 else 0.0) for k, v in mean.items()})
        if anchored:
            c.initial = False
        if thing:
            c.add(THING, 6.0, "a thing elsewhere in the article")


def _bare(word: str) -> str:
    """Return a word without its case ending where the script has them (Трампа, Трамп)."""
    return stem(word) if word[0] > "\u0400" else word


def _forms(found: list[Candidate], loud: list[tuple[int, int]]) -> dict[str, str]:
    """Return the forms the article uses in running text, and the family names of its persons, with their types."""
    out: dict[str, str] = {}
    line = 0
    for c in found:
        while line < len(loud) and loud[line][1] <= c.start:
            line += 1
        best = c.best()
        if (line < len(loud) and loud[line][0] <= c.start) or not _accepted(c, best):
            continue
        kind = best[0]
        if c.initial and not (kind == PERSON and is_given(c.words[0])):
            continue
        if len(c.words) == 1 or c.canonical or (kind == PERSON and is_given(c.words[0])):
            out[c.text] = kind
            if kind == PERSON and len(c.words) > 1:
                out.setdefault(c.words[-1], kind)
    return out


def _accepted(c: Candidate, best: tuple[str, float]) -> bool:
    """Tell whether a candidate is a name, given what it is best (see `Candidate.best`)."""
    kind, score = best
    if kind == THING:
        return False
    if c.initial and c.scores.get("verb", 0.0) > 0:
        score += 1.4
    return score >= (_INITIAL_THRESHOLD if c.initial else _THRESHOLD)


def _expanded(found: list[Candidate], longer: list[Expansion], text: str) -> list[Candidate]:
    """Return the candidates with the names acronyms stand for in the place of what was found of them."""
    out: list[Candidate] = []
    position = 0
    kinds: dict[str, str] = {}
    for name in longer:
        while position < len(found) and found[position].end <= name.start:
            out.append(found[position])
            position += 1
        inside = []
        while position < len(found) and found[position].start < name.end:
            inside.append(found[position])
            position += 1
        if len(inside) == 1 and (inside[0].start, inside[0].end) == (name.start, name.end):
            whole = inside[0]
        else:
            whole = Candidate(name.start, name.end, text[name.start : name.end].split(), False, {})
        if whole.best()[0] != PERSON or whole.best()[1] < _THRESHOLD:
            whole.add(ORGANISATION, 5.0, "an acronym behind it")
        out.append(whole)
        kinds[text[name.short : name.short_end]] = whole.best()[0]
    out += found[position:]
    for c in out:
        if c.text in kinds:
            c.add(kinds[c.text], 4.0, "acronym the article explains")
    return out


def _entities(
    kept: list[tuple[Candidate, tuple[str, float]]], beside: frozenset[str], acronyms: dict[str, str]
) -> list[str]:
    """Return for each candidate, which has what it is best beside it, the fullest form the article gives of it, but for
    those that stand `beside` a namesake."""
    full: dict[str, set[str]] = {}
    first = gazetteer().family_first
    for c, best in kept:
        if best[0] == PERSON and len(c.words) > 1:
            form = c.text
            full.setdefault(c.words[-1], set()).add(form)
            if c.words[0] in first:
                full.setdefault(c.words[0], set()).add(form)
    others = _other_bearers(kept)
    out = []
    for c, best in kept:
        form = c.text
        entity = acronyms.get(form, form)
        if best[0] == PERSON and len(c.words) == 1:
            options = full.get(c.words[0], set())
            if len(options) == 1 and beside.isdisjoint(options) and form not in others:
                entity = next(iter(options))
        out.append(entity)
    return out


KNOWN = 4
"""Mentions by a family name alone before anybody is named in full, from which on it is that of somebody known."""


def _other_bearers(kept: list[tuple[Candidate, tuple[str, float]]]) -> set[str]:
    """Return the family names that an article uses alone before it names one bearer in full, once and in passing: they
    are of somebody whom every reader knows, not of his daughter."""
    alone: dict[str, int] = {}
    full: dict[str, int] = {}
    others: set[str] = set()
    for c, best in kept:
        word = c.words[-1]
        if best[0] != PERSON:
            continue
        if len(c.words) == 1:
            alone[word] = alone.get(word, 0) + 1
            continue
        full[word] = full.get(word, 0) + 1
        if full[word] == 1 and alone.get(word, 0) >= KNOWN:
            others.add(word)
    return {word for word in others if full[word] == 1}
