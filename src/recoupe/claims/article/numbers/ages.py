"""Ages told as a length of years, or as a bare number behind who is named: "Karla Wend, de 57 años,"."""

from __future__ import annotations

import regex

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.claims.article.numbers import age_owners
from recoupe.model import Claim, Name, Time
from recoupe.text import numbers
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

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
            *(_of_an_extreme(scene, sentence, c) for c in sentence.of("office") if c.key in age_owners.EXTREMES),
            *(_of_an_office(scene, sentence, c) for c in sentence.of("office") if c.key not in age_owners.EXTREMES),
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
    before = fold(text[max(sentence.start, time.start - age_owners.LONGEST_LEAD) : time.start]).rstrip()
    told = behind in tuple(",):;.") and _OPENING.search(text[max(0, time.start - 5) : time.start]) is not None
    told = told or (behind == "," and before in age_owners.leads(language, "age_at"))
    told = told or (behind == "," and _apposed(scene, sentence, time.start))
    ends = behind in tuple(",.;") or _follows(text, time.end, age_owners.leads(language, "conjunctions"))
    if not told and ends:
        told = f" {before}".endswith(tuple(f" {word}" for word in age_owners.leads(language, "age_has")))
    if not told and not any(c.key in _TERMS for c in sentence.of("deed")):  # "devient à 68 ans le primat"
        told = _TURNS.match(text, time.end) is not None and f" {before}".endswith(
            tuple(f" {word}" for word in age_owners.leads(language, "age_turns"))
        )
    span = (time.start, time.end)
    who = age_owners.whose(scene, sentence, span) if told else None
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


def _of_an_extreme(scene: Scene, sentence: Sentence, office: Found) -> Claim | None:
    """Return the age of the youngest or the oldest of several that ends its clause: "the youngest patient is six, the
    oldest 83", "la plus âgée a six ans"."""
    text, end = scene.article.text, min(sentence.end, office.end + LONGEST_PHRASE)
    for number in numbers.find(text[office.end : end], language=scene.article.language):
        span = office.end + number.start, office.end + number.end
        if number.ordinal or number.article or number.low != number.high or not 1 <= number.low <= OLDEST:
            continue
        if any(q.start < span[1] and span[0] < q.end for q in sentence.quantities):
            continue
        years = next((t for t in sentence.times if t.start <= span[0] and span[1] <= t.end), None)
        if years is not None:
            span = years.start, years.end
        aged = years is None or _AGED.match(years.value) is not None
        ends = span[1] == sentence.end or _ENDED.match(text, span[1]) is not None
        mine = aged and ends and age_owners.extreme(scene, sentence, span[0]) == office.key
        return _claim(scene, sentence, span, number.low, office.key) if mine else None
    return None


_AGED = compiled_by_regex(r"P\d{1,3}Y$")
_ENDED = compiled_by_regex(r"[.,;)\n]")


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


def _claim(scene: Scene, sentence: Sentence, span: tuple[int, int], age: float, who: str) -> Claim:
    around = circumstances.find(scene, sentence, span)
    return Claim(
        attribute="age",
        scope=tuple(sorted((f"who:{who}", *age_owners.offices(scene, sentence, span, who)))),
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
