"""Which way a day without a year or week points: back or ahead, by the tense and the words near it."""

from __future__ import annotations

import functools
import re

import regex

from recoupe.times.grammar import Grammar, grammar

_STOP = re.compile(r"[.!?;:\n](?:\s|$)")
_BEHIND = re.compile(r"[.!?;:\n](?:\s|$)|[»”]")
"""What ends the clause behind a day: also a closing quotation mark, since who said it says nothing of the day."""


class Tense:
    """Reads the clause around a mention. `direction` is 1 for ahead, -1 for back, 0 when nothing tells."""

    def __init__(self, text: str, rules: Grammar) -> None:
        self.text = text
        self.cues = _cues(rules.code)
        self.age = _age(rules.code)

    def direction(self, start: int, end: int) -> int:
        if self.cues is None:
            return 0
        before = self.text[max(0, start - 110) : start]
        stops = list(_STOP.finditer(before))
        if stops:
            before = before[stops[-1].end() :]
        after = self.text[end : end + 70]
        stop = _BEHIND.search(after)
        if stop:
            after = after[: stop.start()]
        best: tuple[int, int] | None = None
        for m in self.cues.finditer(before):
            far = len(before) - m.end()
            best = (far, 1 if m.lastgroup == "ahead" else -1)
        behind = self.cues.search(after)
        if behind:
            far = behind.start() + 15 + (200 if "," in after[: behind.start()] and before.strip() else 0)
            if best is None or far < best[0]:
                best = (far, 1 if behind.lastgroup == "ahead" else -1)
        return best[1] if best else 0

    def is_age(self, start: int, end: int) -> bool:
        """Whether a count of years is somebody's age: "a boy of 6 years", "Jane Doe, 41 years"."""
        if self.age is None or self.age.search(self.text[max(0, start - 40) : start]) is None:
            return False
        if self.text[max(0, start - 2) : start].startswith(","):
            return self.text[end : end + 1] in (",", ")")
        return True


@functools.cache
def _age(code: str) -> regex.Pattern[str] | None:
    words = grammar(code).table.get("age", {}).get("before", ())
    return regex.compile(rf"(?<!\w)(?:{'|'.join(words)})\s$", regex.V1) if words else None


@functools.cache
def _cues(code: str) -> re.Pattern[str] | None:
    table = grammar(code).table.get("tense", {})
    ahead, back = ("|".join(w.replace(" ", r"\s+") for w in table.get(k, ())) for k in ("ahead", "back"))
    if not ahead or not back:
        return None
    return re.compile(rf"(?<![\w])(?:(?P<ahead>{ahead})|(?P<back>{back}))(?!\w)", re.IGNORECASE)
