"""Whose an age is: who is named or holds an office beside it, else whom the sentences before spoke of."""

from __future__ import annotations

import functools

import regex

from recoupe.claims.article.facts import runs
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, cost, nearest
from recoupe.languages import load
from recoupe.model import Name
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

REACH = 60
"""Within this cost an age is of a person or an office; characters between it and what else names who it is."""

LONGEST_LEAD = 12
"""Characters of the longest words that lead to an age."""


@functools.lru_cache(maxsize=32)
def leads(language: str | None, part: str) -> tuple[str, ...]:
    """Return the words of a part of the table `concepts` that lead to an age, or to who has it."""
    return tuple(fold(word) for word in load(language).table("concepts").get(part, ()))


def whose(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return the person an age is of: named or holding a known office nearest to it, else named alone just before.

    "The 38-year-old man" is who the sentences before spoke of: the gunman.
    """
    text = scene.article.text
    if _OWNS.match(text, span[1]):
        return None  # "the 10-year-old's death and the arrest of Aldo Vins": who was named before
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    name = nearest(scene, sentence, span, people, REACH)
    if name is not None and _OWN.fullmatch(text, name.end, span[0]) and _NOUN.match(text, span[1]):
        name = None  # "Vins's 30-year-old record", "Vins's 10-year-old son"
    if name is not None and name.start > span[1]:
        ahead = scene.article.text[span[1] : name.start].rpartition(",")
        name = None if ahead[1] and ahead[2].strip() else name  # "the 27-year-old Dane, the Spaniard Aldo Vins"
    office = _nearest_office(scene, sentence, span)
    if name is None:
        extremes = [c for c in sentence.of("office") if c.key in EXTREMES]
        office = nearest(scene, sentence, span, extremes, REACH) or office
    elif office is not None and not 0 <= name.start - office.end <= BESIDE:  # "her 13-year-old son Emil"
        beside = cost(scene, sentence, span, (name.start, name.end))
        if beside > cost(scene, sentence, span, (office.start, office.end)):
            name = None
    if name is not None:
        return scene.entity(name)
    nominal = _NOMINAL.search(scene.article.text, *span) is not None
    if nominal and not people and (office is None or office.section == "mover"):
        # "der 27-Jährige", whom the article is about, or the sentence before
        return _only_person_before(scene, sentence.start) or _alone_before(scene, sentence)
    if office is not None and not _of_another_noun(scene, span, office):
        anyone = office.key in ANYONE and _definite(scene, min(span[0], office.start))
        return (_office_before(scene, sentence) if anyone else None) or office.key
    return None if people else _alone_before(scene, sentence)


def _alone_before(scene: Scene, sentence: Sentence) -> str | None:
    """Return the one person whom the sentence before names; who is cited there speaks of another."""
    if not sentence.number:
        return None
    before = scene.sentences[sentence.number - 1]
    cited = [(s.start, s.end) for quote in scene.quotes for s in quote.speaker]
    people = [n for n in before.names if n.type == "person" and not n.role]
    named = {scene.entity(n) for n in people if not any(s < n.end and n.start < e for s, e in cited)}
    return named.pop() if len(named) == 1 else None


_OWNS = compiled_by_regex(r"['’]s(?!\p{L})")
_OWN = compiled_by_regex(r"['’]s? (?:\p{Ll}+ )?")

_NOMINAL = compiled_by_regex(r"(?<=\d-)J|^J\p{L}+|\p{Lu}\p{L}*jährige", regex.V1)
"""An age that is a noun, in a language that tells nouns by their capitals: "27-Jährige", "Siebzehnjährige"."""


def extreme(scene: Scene, sentence: Sentence, at: int) -> str | None:
    """Return who of several an age at a place is of by the clause it ends: "the youngest patient is a boy of 4"."""
    told = [c for c in sentence.of("office") if c.key in EXTREMES and 0 < at - c.end <= REACH]
    return told[-1].key if told and not _PARTED.search(scene.article.text, told[-1].end, at) else None


_PARTED = compiled_by_regex(r"[,;:()\n]")


def _only_person_before(scene: Scene, at: int) -> str | None:
    """Return the one person whom the article has named before a place; None where it named others too."""
    named = {
        scene.entity(n)
        for s in scene.sentences
        if s.start < at
        for n in s.names
        if n.type == "person" and not n.role and " " in n.text
    }
    return named.pop() if len(named) == 1 else None


def apposed(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return the person or the sole office that an age and its noun are put beside: "Aldo Vins, a 38-year-old driver",
    "the alleged ringleader, a Dane of 24 years", "a 24-year-old Dane known as Kestrel", "la directrice de 55 ans, Ada
    Wend, part"."""
    text = scene.article.text
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    for name in people:
        if " " in name.text and text[name.end : name.end + 1] == "," and _LEADS_TO.fullmatch(text, span[1], name.start):
            return scene.entity(name)
        before = fold(text[span[1] : name.start]).rstrip(_QUOTES) if span[1] <= name.start <= span[1] + REACH else ""
        if before.endswith(_called(scene.article.language)) and not any(c in before for c in ",;:."):
            return scene.entity(name)
    whom = [(n.end, scene.entity(n)) for n in people]
    whom += [(c.end, c.key) for c in sentence.of("office") if c.key in SOLE]
    for end, who in sorted(whom, reverse=True):
        if 0 < span[0] - end <= REACH and _BESIDE_A_NAME.fullmatch(text, end, span[0]):
            return who
    return None


_BESIDE_A_NAME = compiled_by_regex(r"(?: \p{L}+){0,3}, [^,;:.()\n]{0,40}", regex.V1)
"""From who someone is called to the age of the noun put beside: "chef présumé du groupe, un Roumain de "."""

_LEADS_TO = compiled_by_regex(r"(?: \p{Ll}+){0,2}, ", regex.V1)
"""From the age of an office to the name put beside it."""

_QUOTES = " «\"'“„‘"


def _of_another_noun(scene: Scene, span: tuple[int, int], office: Found) -> bool:
    """Tell whether an age with an article before it and a noun behind it is of that noun, not of what moved before it:
    "a ship ploughed into a 51-year-old bridge"."""
    if office.section != "mover" or office.end > span[0]:
        return False
    text = scene.article.text
    before = text[max(0, span[0] - LONGEST_ARTICLE) : span[0]].split(" ")
    article = len(before) > 1 and not before[-1] and fold(before[-2]) in runs.articles(scene.article.language)
    return article and _NOUN.match(text, span[1]) is not None


LONGEST_ARTICLE = 8
"""Characters before an age in which an article stands."""

_NOUN = compiled_by_regex(r" \p{Ll}{2,}", regex.V1)

ANYONE = frozenset(("man", "woman", "girl", "boy"))
"""Offices that anyone holds."""

LOOK_BACK = 3
"""Sentences back in which "the man" was spoken of by what he did."""


def _definite(scene: Scene, at: int) -> bool:
    """Tell whether the word right before `at` says that someone known is meant."""
    word = _LAST.search(scene.article.text, max(0, at - LONGEST_LEAD), at)
    return word is not None and fold(word[1]) in leads(scene.article.language, "definite_one")


_LAST = compiled_by_regex(r"(\p{L}+)[ '’]$", regex.V1)


def _office_before(scene: Scene, sentence: Sentence) -> str | None:
    """Return the last office but anyone's that the sentences before name."""
    for earlier in reversed(scene.sentences[max(0, sentence.number - LOOK_BACK) : sentence.number]):
        told = [c.key for c in earlier.of("office") if c.key not in ANYONE and c.key not in EXTREMES]
        if told:
            return told[-1]
    return None


def offices(scene: Scene, sentence: Sentence, span: tuple[int, int], who: str) -> list[str]:
    """Return as scope what the one an age is of is called right before the name ("le preneur d'otages, Aldo Vins").

    `who` is the entity the age is of.
    """
    named = [n for n in sentence.names if scene.entity(n) == who]
    name = nearest(scene, sentence, span, named)
    if name is None:
        return []
    beside = [
        c
        for c in sentence.of("office")
        if c.key in SOLE and (-1 <= name.start - c.end <= BESIDE or _also_called(scene, sentence, c, span, name))
    ]
    return [f"as:{c.key}" for c in beside[-1:]]


def _also_called(scene: Scene, sentence: Sentence, office: Found, span: tuple[int, int], name: Name) -> bool:
    """Tell whether an office and a name behind it are of one: "the alleged ringleader, known as Kestrel, is 26", "the
    ringleader, a 24-year-old Dane known as Kestrel"."""
    if not office.end <= name.start <= office.end + 2 * REACH:
        return False
    before = fold(scene.article.text[max(office.end, name.start - CALLED) : name.start]).rstrip(_QUOTES)
    return before.endswith(_called(scene.article.language))


CALLED = 34
"""Characters of the longest words that lead to what someone is called."""


@functools.lru_cache(maxsize=32)
def _called(language: str | None) -> tuple[str, ...]:
    return tuple(f" {word}" for word in leads(language, "called"))


SOLE = frozenset(("attacker", "suspect", "ringleader", "driver", "pilot", "captain"))
"""Offices that one person holds in most stories."""

BESIDE = 3
"""Characters between an office and the name of who holds it."""


def _nearest_office(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> Found | None:
    """Return who or what an age is of where no name tells: the driver, the pilot, the plane."""
    held = [c for c in sentence.of("office") if c.key not in EXTREMES]
    movers = (c for c in sentence.of("mover") if c.key in AGEING)
    return nearest(scene, sentence, span, [*held, *movers], REACH)


AGEING = frozenset(("train", "plane", "ship", "bus", "rocket"))
"""What moves and was built once: a march has no age."""

EXTREMES = frozenset(("youngest", "oldest"))
"""Offices that tell of whom among several an age is, where no name does."""
