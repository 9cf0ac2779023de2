"""Ages: who is meant by one ("der 24-Jährige", "the 24-year-old", "l'homme de 24 ans")."""

from __future__ import annotations

import functools
import re

from recoupe.quotes.described import gender_of
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.people import People
from recoupe.text.patterns import compiled

BEFORE = 40
"""Characters before a name within which an age may stand: "the 24-year-old student Ann Poe"."""
NEAR = 400
"""Characters before an age within which whom it means was named, where nobody is told to be so old."""
_BEHIND = compiled(r",? \(?(\d{1,3})(?!\w|[.,:]\d)")


@functools.cache
def _aged(words: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(rf"\b(\d{{1,3}})[- \u00a0]?(?:{'|'.join(map(re.escape, words))})\b", re.I)


def age(words: str, people: People) -> int | None:
    """Return the age that a description tells."""
    aged = people.grammar.aged
    found = _aged(aged).search(words) if aged and any(c.isdigit() for c in words) else None
    return int(found[1]) if found is not None else None


def holder(people: People, years: int) -> str | None:
    """Return the one person of the article who is told to be so old beside the name, None where two are or nobody."""
    found = {k.entity for k in people.known if k.person and " " in k.entity and years in _told(people, k.start, k.end)}
    return found.pop() if len(found) == 1 else None


def gender(words: str, grammar: Grammar) -> str:
    """Return the gender that a description or its article tells, that of nobody named where they tell none."""
    return gender_of(words, grammar) or grammar.pronouns.get(words.split()[0].lower(), "") or "1"


def _told(people: People, start: int, end: int) -> list[int]:
    """Return the ages right beside a name `[start, end)`."""
    behind = _BEHIND.match(people.text, end)
    before = people.text[max(0, start - BEFORE) : start]
    line = before[max(before.rfind(stop) for stop in ".,;\n") + 1 :]
    years = age(line, people)
    return ([int(behind[1])] if behind is not None else []) + ([years] if years is not None else [])
