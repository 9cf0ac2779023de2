"""What lasted: the event that a length of time is of, and whose it was."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.times.phases import conjunctions, event_of
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

LASTING_REACH = 40
"""Cost between a length and the verb that takes it."""

SUBJECT = 15
"""Characters from the last name to a verb of which both are the subject."""

AT_ITS_VERB = 2
"""The same where one person alone is its subject."""


def of_an_event(sentence: Sentence, cue: Found) -> bool:
    """Tell whether a cue is a part of an event's words: nobody is late by eight hours "behind closed doors"."""
    return any(c.start <= cue.start and cue.end < c.end for c in sentence.of("event"))


def what_lasted(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return the event a length of time is of: before the value where a verb says that it lasted, else the nearest.

    A sentence without an event that says how long something is to last is about the event of the sentence before.
    """
    within = next((c for c in sentence.of("event") if span[0] <= c.start < span[1] < c.end), None)
    if within is not None:
        return within.key  # "three days of mourning" where a table has "days of mourning"
    opening = scene.opening
    told = [c for c in sentence.of("lasting") if c.key not in OF_A_STORY or opening & OF_A_STORY[c.key]]
    lasting = nearest(scene, sentence, span, told, LASTING_REACH)
    rivals = [c for c in sentence.of("event") if not _led_to(sentence, span, c)] if lasting is not None else []
    if lasting is not None and nearest(scene, sentence, span, [lasting, *rivals]) == lasting:
        if lasting.key in ("speech", "talk") and _before_the_press(scene, sentence, span):
            return "press"  # "before reporters they spoke for a dozen minutes"
        if lasting.key == "speech" and _of_two(scene, sentence, lasting):
            return "talks"  # "Niemi and Orban spoke for an hour"
        if lasting.key == "talk" and (opening.isdisjoint(MET) or _alone(scene, sentence, lasting)):
            return "speech"
        # a road closed for hours, the ground shaking for seconds
        return CALLED.get(lasting.key, lasting.key)
    lasts = [c for c in sentence.of("phase") if c.key == "last" and c.end <= span[0] and span[0] - c.end <= 30]
    if lasts:
        before = [c for c in (*sentence.of("event"), *sentence.of("weak")) if c.start < lasts[-1].start]
        found = nearest(scene, sentence, (lasts[-1].start, lasts[-1].start), before, LASTS_REACH)
        if found or any(c.section == "event" for c in sentence.cues) is False:
            return found.key if found else None
    event = event_of(scene, sentence, span, own=_own_words(scene, sentence, span))
    if event in AT_ONCE or (event in MET and _spoken_of(sentence, span)):
        return None  # "twelve minutes from the arrest", "they spoke of twenty minutes"
    if event is None and "fire" in opening and any(c.key == "control" for c in sentence.of("phase")):
        return "fire"  # "it was put out after six hours"
    if event == "talks" and any(c.key == event and _alone(scene, sentence, c) for c in sentence.of("weak")):
        return "speech"
    if event is None and (other := _told_before(scene, sentence, span)) is not None:
        return what_lasted(scene, sentence, other)
    if event is None and sentence.number and any(c.key == "plan" for c in sentence.of("status")):
        before_it = scene.sentences[sentence.number - 1]
        event = event_of(scene, before_it, (before_it.end, before_it.end), 1000)
    return event


def _spoken_of(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a length is what people spoke of: a preposition stands right before it, and a verb alone says that
    they spoke."""
    of_it = any(c.key == "from" and c.end + 1 == span[0] for c in sentence.of("away"))
    return of_it and not any(c.key in MET for c in sentence.of("event"))


def _alone(scene: Scene, sentence: Sentence, verb: Found) -> bool:
    """Tell whether one person alone is named in a sentence, right before its verb of speaking: with nobody."""
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    return len({scene.entity(n) for n in people}) == 1 and 0 <= verb.start - people[-1].end <= AT_ITS_VERB


LASTS_REACH = 300
"""Cost between a verb that says that something lasted and what did, before it: the whole clause may stand between."""

CALLED = {"validity": "ceasefire", "talk": "talks"}
"""The events that words for a length are of, where their own key is another's."""

AT_ONCE = frozenset(
    (
        "accident", "explosion", "arrest", "resignation", "oath", "result", "dissolution", "separation", "abort",
        "identification", "announcement", "adoption", "freeing", "signing",
    )
)  # fmt: skip
"""What happens or is done at once: only a verb that says so makes it last."""


def _told_before(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return the length before a semicolon that a length behind it stands against: "in 90 seconds; some say four
    minutes"."""
    text = scene.article.text
    lengths = [t for t in sentence.times if t.type == "DURATION" and ";" in text[t.end : span[0]]]
    return (lengths[-1].start, lengths[-1].end) if lengths else None


def _of_two(scene: Scene, sentence: Sentence, verb: Found) -> bool:
    """Tell whether the verb of a length is said of two people, joined by "and" right before it."""
    people = [n for n in sentence.names if n.type == "person" and n.end <= verb.start]
    if len(people) < 2 or verb.start - people[-1].end > SUBJECT:
        return False
    joined = _NEXT_WORD.fullmatch(scene.article.text, people[-2].end, people[-1].start)
    return joined is not None and fold(joined[1]) in conjunctions(scene.article.language)


_NEXT_WORD = compiled_by_regex(r" (\p{L}{1,4}) ")


def _before_the_press(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the clause of a length speaks of a press conference.

    Not one that it leads to: "they had spoken for two hours before walking out to a news conference".
    """
    return any(not _led_to(sentence, span, c) for c in sentence.of("event") if c.key == "press")


def _led_to(sentence: Sentence, span: tuple[int, int], event: Found) -> bool:
    """Tell whether an event behind a length is what came after it: "for two hours before the press conference"."""
    before = [c for c in sentence.of("offset") if c.key == "before" and not of_an_event(sentence, c)]
    return any(span[0] < c.start and span[1] < c.end <= event.start for c in before)


def _own_words(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> Callable[[Found], bool]:
    """Return what tells whether a word for an event may be said of a length.

    Words beyond a semicolon are of another clause, as is what the length leads to ("before"), and a verb of speaking
    beyond a comma ("he was gone for an hour, paced the garden and phoned").
    """
    text = scene.article.text

    def own(cue: Found) -> bool:
        between = text[cue.end : span[0]] if cue.end <= span[0] else text[span[1] : cue.start]
        apart = ";:," if cue.section == "weak" else ";"
        return not any(char in between for char in apart) and not _led_to(sentence, span, cue)

    return own


def whose_event(scene: Scene, sentence: Sentence, span: tuple[int, int], event: str) -> list[str]:
    """Return the body whose event a length is of, as scope: "a two-day NATO summit", "le sommet de l'Otan".

    `group` lets it go where the story is about that event.
    """
    cue = nearest(scene, sentence, span, [c for c in sentence.of("event") if c.key == event])
    if cue is None or event not in OF_A_BODY:
        return []
    text = scene.article.text
    bodies = (n for n in sentence.names if n.type == "organisation" and not n.role)
    return [
        f"who:{scene.entity(n)}"
        for n in bodies
        if text[n.end : cue.start] in (" ", "-") or _OF.fullmatch(text, cue.end, max(cue.end, n.start))
    ][:1]


OF_A_BODY = frozenset(("talks", "assembly", "sitting"))
"""Events of which many bodies have their own."""

_OF = compiled_by_regex(r" \p{L}{1,3}(?: \p{L}{1,3})?['’ ]+(?:\p{L}['’])?")


def speaker(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> list[str]:
    """Return whose speech a length is of, as scope: the person named nearest in its sentence, those before it first.

    Where it names nobody, the one person the sentence before names.
    """
    people = [n for n in sentence.names if n.type == "person" and not n.role]
    before = nearest(scene, sentence, span, [n for n in people if n.end <= span[0]])
    who = before or nearest(scene, sentence, span, people)
    if who is None and not people and sentence.number:
        last = scene.sentences[sentence.number - 1]
        named = {scene.entity(n) for n in last.names if n.type == "person" and not n.role}
        return [f"who:{one}" for one in named] if len(named) == 1 else []
    return [f"who:{scene.entity(who)}"] if who is not None else []


MET = frozenset(("talks", "one_on_one"))
"""Events of articles in which people who spoke so long spoke with one another."""

SPOKEN = MET | frozenset(("debate", "vote", "adoption", "sitting", "speech", "trial", "assembly", "resignation"))

OF_A_STORY = {
    "attack": frozenset(("attack",)),
    "hostage": frozenset(("hostage",)),
    "validity": frozenset(("ceasefire",)),
    "talk": SPOKEN,
    "speech": SPOKEN,
}
"""Words for a length that mean it only in articles which open with one of these events."""
