"""Whose an age is, and ages told as a length of years: "Karla Wend, de 57 años," / "o motorista, de 56 anos,"."""

from __future__ import annotations

import functools

import regex

from recoupe.claims.article import circumstances, runs, subjects
from recoupe.claims.article.cues import Found
from recoupe.claims.article.scene import Scene, Sentence, cost, nearest
from recoupe.languages import load
from recoupe.model import Claim, Name, Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

REACH = 60
YOUNGEST, OLDEST = 14, 110
CHILD = 4
"""Years from which on a bare number between commas behind a name is an age."""
_YEARS = compiled_by_regex(r"^P(\d{2,3})Y$")
_OPENING = compiled_by_regex(r"[,(] ?(?:\p{Ll}{2} )?$", regex.V1)
_APPOSED = compiled_by_regex(r"\p{L}, \p{L}{2,4} (?:\p{Ll}{3,20} ){1,3}\p{Ll}{2} $", regex.V1)
"""Who someone is, behind a comma, up to the age: ", un électricien de 38 ans"."""
_IN_BRACKETS = 3
_BRACKETED = compiled_by_regex(r",? (?:\p{L}+ )*\p{Lu}[\p{L} -]{2,30} \(\d", regex.V1)
NEXT_ONE = 50
"""Characters behind an age in brackets in which the next of a list has its number."""
_BARE = compiled_by_regex(r"(?:, (?:(\d{2})(?=[,.])|(\d)(?=,))| \((\d{2})\))")


def find(scene: Scene) -> list[Claim]:
    """Return the claims of ages that are told as a length of years, or as a bare number behind a name."""
    return [
        claim
        for sentence in scene.sentences
        for claim in (
            *(_length(scene, sentence, t) for t in sentence.times if t.type == "DURATION"),
            *(_behind(scene, sentence, n) for n in sentence.names if n.type == "person" and not n.role),
            *(_of_an_office(scene, sentence, c) for c in sentence.of("office") if c.key not in subjects.EXTREMES),
        )
        if claim is not None
    ]


def _length(scene: Scene, sentence: Sentence, time: Time) -> Claim | None:
    """Return the age that a length of years tells: between commas, behind "he has", or at the head of a sentence."""
    years = _YEARS.match(time.value)
    if not years or not YOUNGEST <= int(years[1]) <= OLDEST:
        return None
    text, language = scene.article.text, scene.article.language
    behind = text[time.end : time.end + 1]
    before = fold(text[max(sentence.start, time.start - LONGEST_LEAD) : time.start]).rstrip()
    told = behind in tuple(",):;.") and _OPENING.search(text[max(0, time.start - 5) : time.start]) is not None
    told = told or (behind == "," and before in _leads(language, "age_at"))
    told = told or (behind == "," and _apposed(scene, sentence, time.start))
    ends = behind in tuple(",.;") or _follows(text, time.end, _leads(language, "conjunctions"))
    if not told and ends:
        told = f" {before}".endswith(tuple(f" {word}" for word in _leads(language, "age_has")))
    if not told and not any(c.key in _TERMS for c in sentence.of("deed")):  # "devient à 68 ans le primat"
        told = _TURNS.match(text, time.end) is not None and f" {before}".endswith(
            tuple(f" {word}" for word in _leads(language, "age_turns"))
        )
    span = (time.start, time.end)
    who = whose(scene, sentence, span) if told else None
    return _claim(scene, sentence, span, float(years[1]), who) if who is not None else None


def _follows(text: str, at: int, words: tuple[str, ...]) -> bool:
    """Tell whether one of `words` stands right behind a place."""
    m = _NEXT.match(text, at)
    return m is not None and fold(m[1]) in words


_NEXT = compiled_by_regex(r" (\p{L}+)")
_TURNS = compiled_by_regex(r" (?!d)\p{L}{2,}")
"""What stands behind "at 68": not "of prison", "of experience", "from the massacre" in any Romance language."""


def _apposed(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Tell whether an age ends a phrase behind a comma that says who someone is; a term of prison is no age."""
    if _APPOSED.search(scene.article.text, max(sentence.start, at - LONGEST_PHRASE), at) is None:
        return False
    return not any(c.key in _TERMS for c in sentence.of("deed"))


LONGEST_PHRASE = 50
"""Characters of a phrase that says who someone is, and the end of the name before it."""

_TERMS = frozenset(("prison", "firm", "suspended", "ban"))


def _behind(scene: Scene, sentence: Sentence, name: Name) -> Claim | None:
    """Return the age right behind a name: "Karla Wend, 57, said", "Karla Wend (57)".

    Behind a player's name alone a number is of a minute or a shirt.
    """
    called = scene.names.get(scene.entity(name), name.text)
    played = " " not in called and "match" in scene.opening
    held = any(c.start <= name.start and name.end <= c.end for c in sentence.of("office"))
    return None if played or held else _bare(scene, sentence, name.end, scene.entity(name))


def _of_an_office(scene: Scene, sentence: Sentence, office: Found) -> Claim | None:
    """Return the age right behind who has no name: "the driver, 44, was", "den Kapitän (52)"."""
    named = any(n.start < office.start < n.end for n in sentence.names)
    return None if named else _bare(scene, sentence, office.end, office.key)


def _bare(scene: Scene, sentence: Sentence, at: int, who: str) -> Claim | None:
    """Return the age of `who` that a number at a place tells by its commas or brackets."""
    m = _BARE.match(scene.article.text, at)
    if m is None or m.lastindex is None:
        return None
    text = scene.article.text
    if m.lastindex == _IN_BRACKETS and " " not in who and _BRACKETED.match(text, m.end(), m.end() + NEXT_ONE):
        return None  # "Brenz (43), Lorn (71)": where so many are counted
    age, span = float(m[m.lastindex]), m.span(m.lastindex)
    return _claim(scene, sentence, span, age, who) if CHILD <= age <= OLDEST else None


LONGEST_LEAD = 12
"""Characters of the longest words that lead to an age."""


@functools.lru_cache(maxsize=32)
def _leads(language: str | None, part: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in load(language).table("concepts").get(part, ()))


def _claim(scene: Scene, sentence: Sentence, span: tuple[int, int], age: float, who: str) -> Claim:
    around = circumstances.find(scene, sentence, span)
    return Claim(
        attribute="age",
        scope=tuple(sorted((f"who:{who}", *offices(scene, sentence, span, who)))),
        low=age,
        high=age,
        unit="year",
        display=scene.article.text[span[0] : span[1]],
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status="stated"
        if around.status == "planned"
        else around.status,  # "Inés Caldera, 44, will be mayor": she is 44
        holder=around.holder if around.holder != who else None,
        as_of=scene.article.published,
        named=scene.named((f"who:{who}",)),
        rule="count",
    )


def whose(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return the person an age is of: named or holding a known office nearest to it, else named alone just before.

    "The 38-year-old man" is who the sentences before spoke of: the gunman.
    """
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    name = nearest(scene, sentence, span, people, REACH)
    if name is not None and name.start > span[1]:
        ahead = scene.article.text[span[1] : name.start].rpartition(",")
        name = None if ahead[1] and ahead[2].strip() else name  # "the 27-year-old Dane, the Spaniard Aldo Vins"
    office = subjects.office(scene, sentence, span, REACH)
    if name is None:
        extremes = [c for c in sentence.of("office") if c.key in subjects.EXTREMES]
        office = nearest(scene, sentence, span, extremes, REACH) or office
    elif office is not None and not 0 <= name.start - office.end <= BESIDE:  # "her 13-year-old son Emil"
        beside = cost(scene, sentence, span, (name.start, name.end))
        if beside > cost(scene, sentence, span, (office.start, office.end)):
            name = None
    if name is not None:
        return scene.entity(name)
    nominal = _NOMINAL.search(scene.article.text, *span) is not None
    if nominal and not people and (office is None or office.section == "mover"):
        return _only_person_before(scene, sentence.start)  # "der 27-Jährige", whom the article is about
    if office is not None and not _of_another_noun(scene, span, office):
        anyone = office.key in ANYONE and _definite(scene, min(span[0], office.start))
        return (_office_before(scene, sentence) if anyone else None) or office.key
    if people or not sentence.number:
        return None
    before = scene.sentences[sentence.number - 1]
    named = {scene.entity(n) for n in before.names if n.type == "person" and not n.role}
    return named.pop() if len(named) == 1 else None


_NOMINAL = compiled_by_regex(r"(?<=\d-)J|^J\p{L}+|\p{Lu}\p{L}*jährige", regex.V1)
"""An age that is a noun, in a language that tells nouns by their capitals: "27-Jährige", "Siebzehnjährige"."""


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
    "the alleged ringleader, a Dane of 24 years", "a 24-year-old Dane known as Kestrel"."""
    text = scene.article.text
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    for name in people:
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
    return word is not None and fold(word[1]) in _leads(scene.article.language, "definite_one")


_LAST = compiled_by_regex(r"(\p{L}+)[ '’]$", regex.V1)


def _office_before(scene: Scene, sentence: Sentence) -> str | None:
    """Return the last office but anyone's that the sentences before name."""
    for earlier in reversed(scene.sentences[max(0, sentence.number - LOOK_BACK) : sentence.number]):
        told = [c.key for c in earlier.of("office") if c.key not in ANYONE and c.key not in subjects.EXTREMES]
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
    return tuple(f" {word}" for word in _leads(language, "called"))


SOLE = frozenset(("attacker", "suspect", "ringleader", "driver", "pilot", "captain"))
"""Offices that one person holds in most stories."""

BESIDE = 3
"""Characters between an office and the name of who holds it."""
