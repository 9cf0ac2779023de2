"""What the quotes of a text say and who speaks, as plain values."""

from __future__ import annotations

from recoupe.model import Name
from recoupe.quotes import find


def said(text: str, language: str = "en", names: tuple[Name, ...] = ()) -> list[tuple[str, str, str]]:
    """Return (kind, words, who) of each quote."""
    return [
        (q.kind, " / ".join(text[a:b].strip() for a, b in q.content), q.speaker[0].entity if q.speaker else "")
        for q in find(text, language=language, names=names)
    ]


def heard(
    text: str, language: str = "en", kinds: tuple[str, ...] = ("direct", "mixed", "indirect")
) -> list[tuple[str, str]]:
    """Return (words, who) of the quotes of some kinds, those that somebody is said to have said by default."""
    return [(words, who) for kind, words, who in said(text, language) if kind in kinds]
