"""Numbers spelled in words near a time (stand-in until recoupe.text.numbers serves them)."""

from __future__ import annotations

import functools
import re

_WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "fr": "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
}


@functools.cache
def _table(code: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    if code not in _WORDS:
        return None
    values = {w: n for n, w in enumerate(_WORDS[code].split()) if w not in ("un", "one", "zero")}
    for n, ten in enumerate(_TENS[code].split()):
        values[ten] = (n + 2) * 10
        for k, unit in enumerate(_WORDS[code].split()[1:10], 1):
            values.setdefault(f"{ten}-{unit}", (n + 2) * 10 + k)
            values.setdefault(f"{ten} {unit}", (n + 2) * 10 + k)
    body = "|".join(sorted(map(re.escape, values), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)"), values


def spelled(piece: str, code: str) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the spans of numbers written in words in a folded text, with their lowest and highest value."""
    table = _table(code)
    if table is None:
        return {}
    return {m.span(): (float(table[1][m.group()]),) * 2 for m in table[0].finditer(piece)}
