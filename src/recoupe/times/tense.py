"""Which way a day without a year or week points: back or ahead, by the tense and the words near it."""

from __future__ import annotations

import functools
import re

from recoupe.text.normalise import fold
from recoupe.times.grammar import Grammar, grammar

_STOP = re.compile(r"[.!?;:\n](?:\s|$)")


class Tense:
    """Reads the clause around a mention. `direction` is 1 for ahead, -1 for back, 0 when nothing tells."""

    def __init__(self, folded: str, rules: Grammar) -> None:
        self.folded = folded
        self.cues = _cues(rules.code)

    def direction(self, start: int, end: int) -> int:
        if self.cues is None:
            return 0
        before = self.folded[max(0, start - 90) : start]
        stops = list(_STOP.finditer(before))
        if stops:
            before = before[stops[-1].end() :]
        after = self.folded[end : end + 70]
        stop = _STOP.search(after)
        if stop:
            after = after[: stop.start()]
        best: tuple[int, int] | None = None
        for m in self.cues.finditer(before):
            far = len(before) - m.end()
            best = (far, 1 if m.lastgroup == "ahead" else -1)
        m = self.cues.search(after)
        if m:
            far = m.start() + 15 + (60 if "," in after[: m.start()] and before.strip() else 0)
            if best is None or far < best[0]:
                best = (far, 1 if m.lastgroup == "ahead" else -1)
        return best[1] if best else 0


@functools.cache
def _cues(code: str) -> re.Pattern[str] | None:
    table = grammar(code).table.get("tense", {})
    ahead, back = ("|".join(fold(w).replace(" ", r"\s+") for w in table.get(k, ())) for k in ("ahead", "back"))
    if not ahead or not back:
        return None
    return re.compile(rf"(?<!\w)(?:(?P<ahead>{ahead})|(?P<back>{back}))(?!\w)")
