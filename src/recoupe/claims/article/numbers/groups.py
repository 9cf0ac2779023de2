"""Which of their kind are counted: those of a nation or a calling, a part of them, those of an earlier time."""

from __future__ import annotations

import functools

from recoupe.claims.article.ground import cues
from recoupe.claims.article.ground.belonging import REACH, deed
from recoupe.claims.article.ground.patterns import LONG_WORD
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
from recoupe.claims.article.numbers import batches, changes, doing, other_figures
from recoupe.claims.values import CUMULATIVE, OUTCOMES, SHARE_OF
from recoupe.languages import load
from recoupe.model import Quantity
from recoupe.text.normalise import fold

GENERIC = frozenset(
    (
        "suspect", "person", "occupant", "victim", "people", "other", "inhabitant", "resident", "household", "customer",
        "subscriber",
    )
)  # fmt: skip
"""Groups that do not narrow a count: who is arrested is a suspect, who is killed a victim."""

OF_ITS_OWN = {
    "police officer": "police", "soldier": "military", "child": "children", "woman": "women", "man": "men",
    "girl": "women", "boy": "children", "civilian": "civilians", "pupil": "children", "student": "children",
}  # fmt: skip
"""The group each of these belongs to anyway: it narrows no count of them."""

SAME_PEOPLE = {
    "released": frozenset(("hostage", "detainee")),
    "hospitalised": frozenset(("hospital", "survivor")),
    "treated": frozenset(("hospital",)),
    "deployed": frozenset(("police", "military", "men", "worker", "officer", "official")),
    "affected": frozenset(("customer", "user", "subscriber", "saver", "shareholder", "household")),
    "rescuer": frozenset(("police", "men")),
    "dismissed": frozenset(("worker", "employee")),
    "attacker": frozenset(("men",)),
    "thief": frozenset(("men",)),
    "fugitive": frozenset(("suspect", "thief", "attacker")),
}
"""Groups that everyone of whom an outcome is told belongs to: who is let go was held, "hommes armés" are men."""

_BEFORE_TOO = ("identified", "unidentified")
"""Groups whose verb stands before what is counted too."""

_IN_HOSPITAL = frozenset(("injury", "victim", "survivor", "patient"))
"""Those who, where a hospital is named right beside them, are counted as they lie in it."""

_OF_PERSONS = frozenset(("serious", "slight", "critical", "light", "children", "women", "men", "civilians"))
"""Groups of people: no things are badly hurt, none has an age or a sex."""


def narrowed(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> tuple[str, set[str]]:
    """Return what is counted, and as scope which of those: of a kind, a part, those of an earlier time."""
    if attribute == "age":
        return attribute, set()  # one person's
    # all the injured are the injured, a hospital is no kind of hospital
    groups = (
        _groups(scene, sentence, quantity)
        - {attribute, OF_ITS_OWN.get(attribute)}
        - SAME_PEOPLE.get(attribute, frozenset())
    )
    if quantity.unit == "thing":
        groups -= _OF_PERSONS  # "44 buildings are seriously damaged", "14 gadgets for children"
    if attribute == "arrest" and _suspected(scene, sentence, quantity):
        groups = frozenset(g for g in groups if len(g) == 2 and g.isupper())  # of what they are suspected all are
    if attribute == "injury" and groups & SAME_PEOPLE["affected"]:
        attribute, groups = "affected", groups - SAME_PEOPLE["affected"]  # "340 000 épargnants sont touchés"
    if attribute == "officer" and "police" in groups and scene.opening & doing.POLICED:
        attribute, groups = "police officer", groups - {"police"}
    if attribute in _IN_HOSPITAL and "hospital" in groups:
        attribute, groups = "hospitalised", groups - {"hospital"}  # "41 injured were taken to hospital"
    if attribute in ("person", "hospitalised") and "serious" in groups and _are_in_it(sentence, quantity):
        attribute = "injury"  # "four of them in serious condition"
    scope: set[str] = set()
    if quantity.old and attribute not in CUMULATIVE:
        scope.add("past:")  # tolls are told as they grow
    if quantity.part and attribute != "hospitalised" and not (groups and attribute in CUMULATIVE):
        scope.add("part:")  # a part of which is told who they are, or that it lies in hospital, is the number of those
    if batches.is_batch(scene, sentence, quantity, attribute):
        scope.add(batches.PART)
    if attribute == "%" and (change := other_figures.change(scene, sentence, quantity)) is not None:
        attribute = change
    elif attribute == "%" and groups:
        attribute, groups = f"{SHARE_OF}{min(groups)}", frozenset()
    scope.update(f"group:{g}" for g in groups if g != "total" or attribute not in CUMULATIVE)
    scope.update(_state(scene, sentence, quantity, attribute))
    scope.update(changes.what(scene, sentence, quantity, attribute))
    return attribute, scope


def _suspected(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether those counted are called suspects of what they are: "three suspected smugglers"; not those that a
    sentence with another year recalls."""
    year = (scene.article.published or "")[:4]
    if any(t.type == "DATE" and t.value[:4].isdigit() and t.value[:4] != year for t in sentence.times):
        return False
    words = load(scene.article.language).table("concepts").get("suspected", ())
    behind = LONG_WORD.match(scene.article.text, quantity.end + 1)  # "trois incendiaires présumés"
    told = fold(f"{quantity.text} {behind.group() if behind else ''}").split()
    return not {fold(word) for word in words}.isdisjoint(told)


def _are_in_it(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether how badly hurt they are is told of the very people counted."""
    return any(c.key == "serious" and quantity.start < c.start and c.end <= quantity.end for c in sentence.of("group"))


def _groups(scene: Scene, sentence: Sentence, quantity: Quantity) -> frozenset[str]:
    """Return the keys of the words that narrow a count: those inside it, and right behind it in its phrase."""
    if other_figures.is_whole(scene, sentence, quantity):
        return frozenset(quantity.group) & {other_figures.TOTAL}
    text = scene.article.text
    reach = quantity.end
    following = min((q.start for q in sentence.quantities if q.start >= quantity.end), default=sentence.end)
    while reach < min(following, quantity.end + 30) and text[reach] not in ",;.:()\n" and not text[reach].isdigit():
        reach += 1
    if quantity.unit == "%":  # what it is of; votes are their party's
        return frozenset(quantity.group) - {"vote"} if quantity.of == "%" else frozenset()
    if quantity.of == "score":
        return frozenset(quantity.group)  # the higher of two numbers, or the lower
    if quantity.unit not in (None, "person", "thing"):
        return frozenset()  # "a quake of magnitude 6.3 in the night": words that narrow counts narrow no measure
    found = {c.key for c in sentence.cues if c.section == "group" and quantity.start <= c.start and c.end <= reach}
    before = (c for c in sentence.cues if c.section == "group" and c.key in _BEFORE_TOO and c.end < quantity.start)
    found |= {c.key for c in before if text[c.end : quantity.start].isspace()}  # "foram identificadas 71 vítimas"
    inside = fold(text[quantity.start : quantity.end])
    # generals, "Offiziere", "naval officers": only who is called so in English is police
    of_police = "officer" in inside and any(
        c.key == "police" and quantity.start <= c.start < quantity.end for c in sentence.of("group")
    )
    kinds = {*quantity.group} - (set() if of_police else {"officer"})
    known = {c.key for g in kinds for c in cues.find(g, scene.article.language) if c.section == "group"}
    known |= {c.key for g in kinds for c in cues.find(g, "en") if c.section == "group"}
    concepts = _concepts()
    narrowing = [w for g in quantity.group if g not in GENERIC and g not in concepts for w in LONG_WORD.findall(g)]
    whole = {g for g in quantity.group if g in concepts and (quantity.of in OUTCOMES or fold(g) not in inside)}
    found |= {g for g in quantity.group if len(g) == 2 and g.isupper()}  # a nation by its code
    outcome = quantity.of in OUTCOMES  # of those killed, "three firefighters" are a part
    found |= known or whole | {doing.stem(fold(w)) for w in narrowing if outcome or fold(w) not in inside}
    found -= GENERIC
    if any(len(g) == 2 and g.isupper() for g in found):
        found -= set(_BEFORE_TOO)  # whose nation is known is known
    if "unidentified" in found:
        found.discard("identified")  # "not all have been identified"
    if quantity.of == "person" and quantity.of_text and not found:
        generic = any(c.section == "generic" for c in cues.find(quantity.of_text, scene.article.language))
        if not generic:  # "53 Britanniques": people of one kind
            found.add(doing.noun(quantity, scene.article.language) or "")
    return frozenset(g for g in found if g)


@functools.cache
def _concepts() -> frozenset[str]:
    """Return the keys of what may be counted: the same in every language, so those of one tell all."""
    table = load("en").table("concepts")
    return frozenset((*table.get("nouns", ()), *table.get("verbs", ())))


def _state(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> list[str]:
    """Return the scope of houses said to be damaged (those destroyed are other houses), of aftershocks, and of what
    each family of the dead is paid."""
    if attribute == "compensation":
        return ["group:each"] if deed(scene, sentence, quantity, "bereaved", REACH) else []
    if attribute == "magnitude":
        span = (quantity.start, quantity.end)
        return ["group:aftershock"] if _of_aftershock(scene, sentence, span) else []
    if attribute not in _HOUSES:
        return []
    cues = [c for c in sentence.of("deed") if c.key in ("damaged", "destroyed")]
    found = nearest(scene, sentence, (quantity.start, quantity.end), cues, REACH)
    return ["group:damaged"] if found is not None and found.key == "damaged" else []


_HOUSES = frozenset(("house", "building", "apartment", "school"))

SHOCK_REACH = 100
"""Within this cost a shock is the one measured."""


def _of_aftershock(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the shock named nearest to a magnitude is an aftershock."""
    shocks = [c for c in sentence.of("event") if c.key in ("quake", "aftershock")]
    found = nearest(scene, sentence, span, shocks, SHOCK_REACH)
    return found is not None and found.key == "aftershock"
