"""Whose a value is: who has an age, a share, a price, a side's votes; the person or body named nearest to it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import regex

from recoupe.claims.article.ground import belonging, cues
from recoupe.claims.article.ground.scene import Scene, Sentence, cost, nearest
from recoupe.claims.article.numbers import age_owners, options
from recoupe.languages import load
from recoupe.model import Name, Quantity
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_CAPITALS = compiled_by_regex(r"\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*", regex.V1)
_ARTICLE = compiled_by_regex(r"(?:\p{Lu}\p{L}{0,2} ?(?=\p{Lu}|$))?", regex.V1)

_OF_SIDES = frozenset(("vote share", "voting intention", "vote"))
"""What the answers to a referendum have."""

_WHO_REACH = 60
"""What a name nearest to a value may cost (see `scene.cost`)."""

NEEDS_WHO = frozenset(
    (
        "seat", "age", "vote", "vote share", "voting intention", "stake", "share price", "approval", "salary", "rank",
        "goal",
    )
)  # fmt: skip
"""What means nothing without the one it is of: a party's share, a person's age."""

MAY_BE_WHOLE = frozenset(("vote", "share price", "salary"))
"""Of these a number without anyone's name is the whole: votes cast, all wages; or of the story's company."""


def scope(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> set[str] | None:
    """Return as scope whose an age, a share or a price is, nobody's of other counts; None where it needs one."""
    if attribute not in NEEDS_WHO and attribute != "%":
        return set()
    who = of_whom(scene, sentence, quantity, attribute)
    if who is None:
        return set() if attribute in MAY_BE_WHOLE else None
    offices = age_owners.offices(scene, sentence, (quantity.start, quantity.end), who) if attribute == "age" else ()
    return {f"who:{who}", *offices}


def of_whom(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str) -> str | None:
    """Return who or what has an age, a share, a price. The state has one name, however it is called."""
    span = (quantity.start, quantity.end)
    if attribute == "age":
        noun = quantity.group[0] if quantity.group else None  # "a 34-year-old worker": one whom nothing else names
        if noun is None:
            return age_owners.whose(scene, sentence, span)
        return age_owners.apposed(scene, sentence, span) or age_owners.extreme(scene, sentence, span[0]) or noun
    if attribute == "stake" and nearest(scene, sentence, span, sentence.of("owner"), _WHO_REACH) is not None:
        return "state"
    if attribute in _OF_SIDES and (side := options.side(scene, sentence, span)) is not None:
        return side
    who = _who(
        scene, sentence, quantity, attribute, on_a_question=attribute == "vote share" and options.is_asked(scene)
    )
    if attribute not in _OF_COMPANIES or who is None:
        return who
    who = _company(scene, who)
    if who in _no_names(scene.article.language):
        return None  # "the French group's shares", "After a wild morning"
    common = attribute == "salary" and who.islower() and load(scene.article.language).table("names").get(_CAPITALISED)
    return None if common or who in fold(quantity.of_text or "").split() else who


_CAPITALISED = "nouns_capitalised"
_OF_COMPANIES = ("share price", "salary")
"""What a company has; its own word may stand with a capital: "Shares fell", "Löhne steigen"."""


@functools.lru_cache(maxsize=32)
def _no_names(language: str | None) -> frozenset[str]:
    """Return small words, and those for nations and their people, folded."""
    tables = load(language)
    nations = tables.table("names").get("demonyms", {}).values()
    listed = [word for words in nations if isinstance(words, list) for word in words]
    return frozenset(fold(word) for word in (*listed, *tables.table("concepts").get("stop", ())))


def _company(scene: Scene, who: str) -> str:
    """Return a company by its one name: "Tveit-Aktien" are those of Tveit, and that of "Tveit Union" where one is so
    called."""
    called, _, paper = who.rpartition("-")
    if called and any(c.section == "changing" for c in cues.find(paper, scene.article.language)):
        who = called
    names = [(scene.entity(n), fold(n.text)) for s in scene.sentences for n in s.names]
    names += [(id_, fold(name)) for id_, name in scene.names.items()]
    known = {id_ for id_, name in names if name.startswith(f"{who} ") or who.endswith(f" {name}")}
    return next(iter(known)) if len(known) == 1 else who


def _who(scene: Scene, sentence: Sentence, quantity: Quantity, attribute: str, *, on_a_question: bool) -> str | None:
    """Return who is named nearest to a value. What is voted on is on no side: "voted to leave the union with 51 %"."""
    span = (quantity.start, quantity.end)
    apart = ("place", "organisation") if on_a_question else ("place",)
    names: list[Name] = [n for n in sentence.names if n.type not in apart]
    found = nearest(scene, sentence, span, names, _WHO_REACH)
    if found is not None and not _another_owns(scene, sentence, quantity, (found.start, found.end)):
        return scene.entity(found)
    return _unknown_name(scene, sentence, quantity, traded=attribute in _TRADED)


def _another_owns(scene: Scene, sentence: Sentence, quantity: Quantity, name: tuple[int, int]) -> bool:
    """Tell whether a name stands nearer to another number of the kind: "30.4 percent, the Greens 30.1 percent"."""
    mine = cost(scene, sentence, (quantity.start, quantity.end), name)
    rivals = [q for q in belonging.others(sentence, quantity) if q.unit == quantity.unit]
    return name[0] > quantity.end and any(cost(scene, sentence, (r.start, r.end), name) < mine for r in rivals)


def _unknown_name(scene: Scene, sentence: Sentence, quantity: Quantity, *, traded: bool) -> str | None:
    """Return the nearest words with capitals (a party no table knows), folded; those before the value first.

    Where none is near, the name the sentence opens with is its subject. German common nouns have capitals too: those
    of elections and statistics are listed, another only leaves the value alone.
    """
    if len(sentence.quantities) > belonging.LIST:
        return None
    span = (quantity.start, quantity.end)
    best: tuple[int, str] | None = None
    subject: str | None = None
    seen: set[str] = set()
    text = scene.article.text
    for m, start in _capitals(scene, sentence):
        if start < span[1] and span[0] < m.end():
            continue
        if traded and not _is_company(scene, m.group()):
            continue
        if m.start() - sentence.start <= 1 and " " in m.group():
            subject = fold(text[start : m.end()])
        owned = _another_owns(scene, sentence, quantity, (start, m.end()))
        if not owned:
            seen.add(fold(text[start : m.end()]))
        price = cost(scene, sentence, span, (start, m.end())) + (15 if start > span[0] else 0)
        if price > _WHO_REACH or (best is not None and price >= best[0]):
            continue
        if not owned:
            best = price, fold(text[start : m.end()])
    return best[1] if best else subject or (seen.pop() if len(seen) == 1 else None)


_TRADED = ("stake", "share price")


def _is_company(scene: Scene, called: str) -> bool:
    """Tell whether a word with a capital is more than any German noun: "»Optionen prüft«" names no company."""
    if not called.isalpha() or not load(scene.article.language).table("names").get(_CAPITALISED):
        return True
    return any(name.startswith(called) or called.startswith(name) for name in scene.names.values())


def _capitals(scene: Scene, sentence: Sentence) -> Iterator[tuple[regex.Match[str], int]]:
    """Yield the words with capitals of a sentence that may name someone, with where the name behind an article begins.

    Not: times, known names, common nouns, whose vote it is ("the elections in X", "X's election").
    """
    text = scene.article.text
    taken = [(t.start, t.end) for t in sentence.times] + [(n.start, n.end) for n in sentence.names]
    taken += [(q.start, q.end) for q in sentence.quantities]  # "125,40 Euro" names nobody
    nouns = [c for c in sentence.of("generic") if c.key == "noun"]
    votes = [c for c in sentence.of("event") if c.key == "vote"]
    for m in _CAPITALS.finditer(text, sentence.start, sentence.end):
        start = m.start() + len(_ARTICLE.match(m.group()).group())  # type: ignore[union-attr]
        if start >= m.end() or any(low < m.end() and start < high for low, high in taken):
            continue
        if any(c.start <= start and m.end() <= c.end for c in nouns) or text[m.end() : m.end() + 2] in ("'s", "’s"):
            continue
        if any(0 < start - v.end <= _OF_THE_VOTE and "," not in text[v.end : start] for v in votes):
            continue
        yield m, start


_OF_THE_VOTE = 20
