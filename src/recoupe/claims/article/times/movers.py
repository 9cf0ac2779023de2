"""Who or what arrives or leaves at a clock time: who comes to help, a person, a train, whoever was named before."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import FAR, Scene, Sentence, nearest
from recoupe.claims.article.times.phases import outside
from recoupe.languages import load
from recoupe.model import Name
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex


def who(scene: Scene, sentence: Sentence, span: tuple[int, int], cue: Found | None) -> tuple[str, ...]:
    """Return who or what arrives or leaves (`cue`, the word that says so): the rescuers that are its subject, the
    person named nearest before the value, else what moves (a train).

    Else who was named last before, where the sentence has no subject of its own; a sentence before that names two
    together gives both ("their planes left").
    """
    if cue is not None and _come_to_help(scene, sentence, cue):
        return (sentence.of("helper")[0].key,)
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    before = [n for n in people if n.end <= span[0]]
    subject = _own_subject(scene, sentence, cue) if cue is not None else []
    movers = [
        c for c in outside(sentence.of("mover"), span)
        if cue is None or not subject or not 0 <= c.start - cue.end <= OBJECT
    ]  # fmt: skip
    person = nearest(scene, sentence, span, before, 1000)
    if person:
        return (scene.entity(person),)
    mover = nearest(scene, sentence, span, movers, 1000)
    visit = "talks" in scene.opening  # the planes of a summit carry its guests
    if mover and not visit:
        return (mover.key,)
    named = nearest(scene, sentence, span, people, FAR)
    if named:
        return (scene.entity(named),)
    if len(subject) >= A_SUBJECT and not _a_name(scene, subject):
        return ()
    for earlier in reversed(scene.sentences[max(0, sentence.number - 4) : sentence.number]):
        people = [n for n in earlier.names if n.type == "person" and not n.role]
        last = list(dict.fromkeys(scene.entity(n) for n in people if not _beside(scene, earlier, n)))
        if last:
            return () if len(subject) >= A_SUBJECT else tuple(last) if len(last) == 2 else (last[0],)
        if earlier.of("mover") and not visit:
            return (earlier.of("mover")[-1].key,)
    return ()


def _beside(scene: Scene, sentence: Sentence, name: Name) -> bool:
    """Tell whether a person is who somebody comes after or before: "After the envoy Odo Varn the minister came"."""
    others = [n.start for n in sentence.names if n.type == "person" and not n.role and n is not name]
    leads = (c for c in sentence.of("break") if 0 <= name.start - c.end <= POST)
    return any(
        not _MARK.search(scene.article.text, c.end, name.start) and not any(c.end <= o < name.start for o in others)
        for c in leads
    )


POST = 45
"""Characters from "after" to a name: someone's post."""


def _come_to_help(scene: Scene, sentence: Sentence, cue: Found) -> bool:
    """Tell whether rescuers are who arrives or leaves: nothing else that moves, no person and no comma stands between
    them and the verb."""
    helping = [c for c in sentence.of("helper") if c.end <= cue.start]
    if not helping:
        return False
    last = helping[-1]
    others = [c.start for c in sentence.of("mover")] + [n.start for n in sentence.names if n.type == "person"]
    between = scene.article.text[last.end : cue.start]
    return not any(last.end <= start < cue.start for start in others) and not _MARK.search(between)


_MARK = compiled_by_regex(r"[,;:()–—\n]")


def _own_subject(scene: Scene, sentence: Sentence, cue: Found) -> list[str]:
    """Return the words of a subject that no table knows, where a sentence has one before its verb: "the first crews
    only arrived at 8:05", "the Ostrian Havel Dorn is to land last".

    Nothing where a pronoun ("his plane", "they") goes back to who was named before.
    """
    text = scene.article.text
    words = {fold(m[0]) for m in WORD.finditer(text, sentence.start, cue.start)}
    if _pronouns(scene.article.language) & words:
        return []
    taken = [(c.start, c.end) for c in sentence.cues if c.section in ("offset", "break", "phase", "event")]
    taken += [(t.start, t.end) for t in sentence.times]
    return [
        m[0]
        for m in WORD.finditer(text, sentence.start, cue.start)
        if len(m[0]) >= A_NOUN and not any(low < m.end() and m.start() < high for low, high in taken)
    ]


def _a_name(scene: Scene, subject: Sequence[str]) -> bool:
    """Tell whether a subject may be what moves by its name: "the Hanne Borg, 170 metres long, had left the quay"."""
    nouns = load(scene.article.language).table("names").get("nouns_capitalised")
    return not nouns and any(word[0].isupper() for word in subject)


OBJECT = 8
"""Characters from a verb to what is left: "the last passengers had left the ship", which left no port then."""

A_NOUN = 5
"""Letters from which on a word before a verb is more than an article, a pronoun or an auxiliary."""

A_SUBJECT = 2
"""Such words that are a subject: one may be an adjective ("the return flight is expected at 5:45")."""


@functools.lru_cache(maxsize=32)
def _pronouns(language: str | None) -> frozenset[str]:
    """Return the words that go back to someone named before: "he", "their"; "it" and "one" may be nobody."""
    quotes = load(language).table("quotes")
    told = quotes.get("subject", {}).get("pronouns", {}).items()
    back = (word for word, whose in told if whose in _OF_SOMEBODY)
    return frozenset(fold(word) for word in (*back, *quotes.get("nouns", {}).get("possessive", ())))


_OF_SOMEBODY = frozenset(("m", "f", "p", "fp"))
"""What the table `quotes` says of pronouns for him, her and them."""
