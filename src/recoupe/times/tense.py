"""Which way a day without a year or week points: back or ahead, by the tense and the words near it."""

from __future__ import annotations

import functools
import re

import regex

from recoupe.languages import load
from recoupe.text.normalise import fold, small
from recoupe.text.patterns import compiled, compiled_by_regex
from recoupe.text.tenses import GROUP, cues
from recoupe.times.grammar import Grammar, before, grammar

_STOP = compiled(r"[!?;:\n](?:\s|$)|\.(?:\s+(?![a-zà-ÿ(])|\s?$)")
_MARK = compiled(r"[«»“”„\"]")
_OPENING = "«“„"
_SPOKEN = compiled(r"\w+\W+\w+\W+$")
_SPOKEN_SHORT = compiled(r"\w+\W+$")
"""What speech has before a day: two words, or one at its start ("Salimos el viernes"); with less it may be a title."""


_CLAUSE = compiled(r"\w\W+\w+\W+\w")
"""What stands before a day that ends its clause: three words; the clause behind the comma has a verb of its own."""
NEAR = 36
"""Characters before a time in which the verb of its clause stands, with the one it leads."""

_COMING = compiled(r"\w+(?:rán?|rà|ranno|rão)\b")
"""A verb in the future: behind it "desde" and "da" mean from a day on, not since it."""


class Tense:
    """Reads the clause around a mention. `direction` is 1 for ahead, -1 for back, 0 when nothing tells."""

    def __init__(self, text: str, rules: Grammar) -> None:
        self.text = text
        self.cues = cues(rules.code)
        self.age = _age(rules.code)
        self.own = _words(rules.code, "own")
        self.fronted = _words(rules.code, "fronted")
        self.pluperfect = _words(rules.code, "pluperfect")
        self.still = _words(rules.code, "still")
        self.beside = _words(rules.code, "beside")
        self.since = before(rules.code, "since")
        self.nouns_capital = bool(load(rules.code).table("names").get("nouns_capitalised"))

    def direction(self, start: int, end: int, *, week: bool = False) -> int:
        return self.told(start, end, week=week)[0]

    def told(self, start: int, end: int, *, week: bool = False) -> tuple[int, str]:
        """Return the direction of the day at `[start, end)` and the words that tell it.

        A limit ("by February") lies ahead; by a day of the `week` much has been done already: there a verb comes first.
        """
        if self.cues is None:
            return 0, ""
        before, speech = self._before(start)
        if self.own is not None and self.own.match(self.text, end):
            before, speech = before[-12:], False  # "Friday's talks": what they are to bring tells nothing of their day
        rest = self.text[end : end + 70]
        mark = _MARK.search(rest)
        stop = _STOP.search(rest)
        after = rest[: stop.start()] if stop else rest
        if mark:  # who said it says nothing of the day
            after = after[: mark.start()]
            if not self._opens(end + mark.start()):
                speech = speech or _SPOKEN.search(before) is not None
        best: tuple[int, int, str] | None = None
        limit, future, coming = "", -1, False
        for m in self.cues.finditer(small(before)):
            far = len(before) - m.end()
            words = before[m.start() : m.end()]
            if m.lastgroup == "limit" and week:
                limit = words
                continue
            if self._noun(before, m):
                continue
            if m.lastgroup != "back":
                future, coming = m.end(), _COMING.match(m.group()) is not None
            elif future >= 0 and GROUP.fullmatch(before, future, m.start()) and (coming or not self._since(m.group())):
                best = (far, 1, words)  # "will stay closed", "sera fermé": the participle goes with its auxiliary
                continue
            best = (far, -1 if m.lastgroup == "back" else 1, words)
        low = small(after)
        behind = self._behind(after, low, 0)
        if behind and behind.lastgroup == "limit" and week:
            limit = after[behind.start() : behind.end()]
            behind = self._behind(after, low, behind.end())
        if behind and limit and best is None and not after[behind.end() :].strip():
            return 1, limit  # "Banken bis Mittwoch geschlossen": no verb tells what has been
        if behind and best is not None and self._of_the_next(after, behind.start()):
            behind = None
        if behind and not ("," in after[: behind.start()] and self._is_clause(before)):
            far = behind.start() + 15
            if best is None or far < best[0]:
                best = (far, -1 if behind.lastgroup == "back" else 1, after[behind.start() : behind.end()])
        if best is None and limit:
            return 1, limit  # "by Friday": a day still to come, unless the verb is in the past
        if best is None and speech:
            return 1, "speech"  # nobody tells what was in the present tense
        return (best[1], best[2]) if best else (0, "")

    def _behind(self, after: str, low: str, start: int) -> re.Match[str] | None:
        """Return the first cue behind a day; `low` is what stands there in small letters."""
        assert self.cues is not None
        return next((m for m in self.cues.finditer(low, start) if not self._noun(after, m)), None)

    def _of_the_next(self, after: str, start: int) -> bool:
        """Tell whether a verb behind a day is of what is told next of the same subject: "met on Friday and would"."""
        return self.beside is not None and self.beside.fullmatch(after[:start].strip(" ,")) is not None

    def _noun(self, words: str, m: re.Match[str]) -> bool:
        """Tell whether what reads like a past verb is a noun, where nouns have capitals: "die Gewerkschaft"."""
        return self.nouns_capital and m.lastgroup == "back" and words[m.start()].isupper() and m.start() > 0

    def _since(self, words: str) -> bool:
        """Tell whether a cue says since when something lasts: "is closed since"."""
        return self.since is not None and self.since.search(fold(words)) is not None

    def had_been(self, start: int, end: int) -> bool:
        """Tell whether the clause of a time is in the pluperfect."""
        if self.pluperfect is None:
            return False
        rest = self.text[end : end + 70]
        stop = _STOP.search(rest)
        clause = self._before(start)[0] + " " + (rest[: stop.start()] if stop else rest)
        return self.pluperfect.search(clause) is not None

    def to_come(self, start: int, end: int) -> bool:
        """Tell whether what a time is of is still to come when the text is written: "will", not "would"."""
        direction, words = self.told(start, end) if self.still is not None else (0, "")
        if direction <= 0 or self.still is None:
            return False
        near = self._before(start)[0][-NEAR:]  # "is scheduled to begin at"
        return self.still.match(words) is not None or self.still.search(near) is not None

    def _is_clause(self, before: str) -> bool:
        """Tell whether the words before a day are a clause rather than a phrase: "On Friday, ..."."""
        return _CLAUSE.search(before) is not None and not (self.fronted and self.fronted.match(before.lstrip()))

    def _before(self, start: int) -> tuple[str, bool]:
        """Return the clause before a day, without quotations that ended there, and whether the day is in speech."""
        before = self.text[max(0, start - 110) : start]
        stops = list(_STOP.finditer(before))
        if stops:
            before = before[stops[-1].end() :]
        marks = list(_MARK.finditer(before))
        if not marks:
            return before, False
        last = marks[-1]
        if self._opens(start - len(before) + last.start()):
            inside, head = before[last.end() :], not before[: last.start()].strip()
            return inside, (_SPOKEN_SHORT if head else _SPOKEN).search(inside) is not None
        opening = marks[-2].start() if len(marks) > 1 else 0
        return before[:opening] + " " * (last.end() - opening) + before[last.end() :], False

    def _opens(self, at: int) -> bool:
        """Say whether a quotation mark opens: by the spaces beside it, since languages use the same marks both ways."""
        behind, ahead = self.text[max(0, at - 1) : at].strip("(["), self.text[at + 1 : at + 2]
        if not behind.strip() and (ahead.isalnum() or (ahead in "¿¡([…" and ahead)):
            return True
        if behind.strip() and not (ahead and ahead.isalnum()):
            return False
        return self.text[at] in _OPENING

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
    return compiled_by_regex(rf"(?<!\w)(?:{'|'.join(words)})\s$", regex.V1) if words else None


@functools.cache
def _words(code: str, key: str) -> re.Pattern[str] | None:
    """Return the words that make a day the owner of those behind it (`own`), that open a phrase rather than a clause
    (`fronted`), that join a second verb to the first (`beside`), or the verbs of what had happened (`pluperfect`)
    or is to come when the text is written (`still`)."""
    words = grammar(code).table.get("tense", {}).get(key)
    return compiled(rf"\b(?:{words})(?!\w)", re.IGNORECASE) if words else None
