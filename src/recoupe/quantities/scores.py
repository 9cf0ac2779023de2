"""Scores: two small numbers joined by a hyphen or "to" near a word of sport ("won 2-1", "battus 3 à 0")."""

from __future__ import annotations

from recoupe.model.mention import Quantity
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_JOIN = compiled(r" ?- ?$|-$")
_COLON = compiled(r"(?<![\w:.,-])(\d{1,2}):(\d)(?![\d:]| ?uhr)")
_SIGN = compiled(r":(?<=\d:)(?=\d)")
_HIGHEST = 150
_REACH = 90


def scores(folded: str, found: list[Number], words: Words) -> set[int]:
    """Return the places in `found` of the first number of each score."""
    out: set[int] = set()
    if not words.score:
        return out
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if at - 1 in out or second.start - first.end > 3 or not _JOIN.fullmatch(folded[first.end : second.start]):
            continue
        if not all(n.low == n.high == int(n.low) <= _HIGHEST and not n.spelled for n in (first, second)):
            continue
        if folded[second.end : second.end + 1] in ("-", "%") or folded[second.end : second.end + 2] == " %":
            continue
        before = folded[first.start - 1 : first.start]
        if before in ("-", "/") or _near(folded, first.start, second.end, words) is False:
            continue
        out.add(at)
    return out


def colon_scores(folded: str, words: Words) -> list[tuple[int, int, float, float]]:
    """Return (start, end, first, second) of scores written with a colon ("2:1"), where the language writes them so."""
    if not words.score_colon:
        return []
    signs = (sign.start() for sign in _SIGN.finditer(folded))
    found = (_COLON.match(folded, at - 2) or _COLON.match(folded, at - 1) for at in signs)
    return [
        (m.start(), m.end(), float(m[1]), float(m[2]))
        for m in found
        if m is not None and _near(folded, m.start(), m.end(), words)
    ]


def sides(text: str, start: int, end: int, told: tuple[float, float]) -> list[Quantity]:
    """Return the two numbers of the score at `[start, end)`, the higher first."""
    words = text[start:end]
    return [
        Quantity(
            start=start, end=end, text=words, low=value, high=value, unit="score", of="score", group=(name,),
            rule="score",
        )
        for name, value in (("higher", max(told)), ("lower", min(told)))
    ]  # fmt: skip


def _near(folded: str, start: int, end: int, words: Words) -> bool:
    return bool(
        words.score.all(folded, max(0, start - _REACH), start)
        or words.score.all(folded, end, min(len(folded), end + _REACH // 2))
    )
