"""Telephone numbers: digits in groups that count nothing."""

from __future__ import annotations

from recoupe.text.letters import DECIMALS
from recoupe.text.patterns import compiled

_PHONE = compiled(
    r"(?<![\w.,])(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){2,5}(?![\w])|(?<!\w)\+\d{6,14}"
)
_GROUP = compiled(r"\d+")
_DIALLED = compiled(rf"[{DECIMALS}+](?:(?<=\d)[ .-]\d{{2,4}}[ .-]\d\d|(?<=\+)\d{{6}})")
"""What every telephone number has; few texts have it."""


def phones(folded: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each telephone number: looked for in the lines that hold what every one has."""
    found: list[tuple[int, int]] = []
    done = 0
    for sign in _DIALLED.finditer(folded):
        if sign.start() >= done:
            start, done = folded.rfind("\n", 0, sign.start()) + 1, folded.find("\n", sign.end())
            done = done if done >= 0 else len(folded)
            found += [m.span() for m in _PHONE.finditer(folded, start, done) if _is_phone(m.group())]
    return found


def _is_phone(text: str) -> bool:
    """Tell whether grouped digits are a telephone number: seven digits or more, not grouped by thousands."""
    digits = sum(c.isdigit() for c in text)
    if digits < 7:
        return False
    groups = _GROUP.findall(text)
    return text.startswith("+") or not (len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:]))
