"""Counts of nobody: "no injuries were reported", "n'a fait ni mort ni blessé", "niemand wurde verletzt"."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.model.mention import Quantity
from recoupe.quantities import around, nouns, outcomes
from recoupe.quantities.counted import Counted, counted
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import NEXT, WORD
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number

_SUBJECTS = frozenset(("survivor",))
"""Those who do things themselves: "no survivor remembers an alarm"."""

_ANYONE = frozenset(("person", "victim"))
"""Whom a clause of its own tells of behind "nobody knows"."""


def found(folded: str, text: str, words: Words) -> Iterator[Quantity]:
    """Yield the counts of nobody to whom something happened, in order: zero dead, hurt, arrested.

    Other nouns are left alone: who says that there were no children does not count them.
    """
    if words.none is None:
        return
    for m in words.none.finditer(folded):
        left, right = around.clause(folded, m.start(), m.end())
        number = Number(start=m.start(), end=m.end(), low=0.0, high=0.0)
        what = _befallen(folded, text, m.end(), right, words) if m[0] in words.nobody else None
        alone = m[0] in words.nobody  # "no one knows the number of dead": a pronoun takes no noun
        if what is None and not alone and nouns.behind(folded, number, right, words)[0] is not None:
            what = counted(folded, text, number, (m.start(), left, right, right), words)
        if what is None or what.of not in keys().outcomes - _SUBJECTS:
            continue
        end = max(m.end(), what.end)
        beside = (NEXT.match(folded, m.end()), NEXT.match(folded, end))
        if any(word is not None and word[1] in words.none_more for word in beside):
            continue  # "no other victims", "no fewer than twelve dead": some are known
        yield Quantity(
            start=m.start(), end=end, text=text[m.start() : end], low=0.0, high=0.0, unit="person", of=what.of,
            of_text=what.of_text, group=what.group, rule="none",
        )  # fmt: skip


def _befallen(folded: str, text: str, end: int, right: int, words: Words) -> Counted | None:
    """Return what the verb behind "nobody" says did not happen to anybody."""
    verb = outcomes.verb_behind(folded, end, right, words)
    if verb is None:
        return None
    hit = verb[0]
    between = ((word.start(), word.group()) for word in WORD.finditer(folded, end, hit.start))
    nouns_between = (words.nouns.match(folded, start, word) for start, word in between)
    if any(noun is not None and noun.key in _ANYONE for noun in nouns_between):
        return None  # "personne ne sait combien de personnes sont mortes"
    return Counted(unit="person", of=hit.key, of_text=text[hit.start : hit.end], end=hit.end, rule="none")
