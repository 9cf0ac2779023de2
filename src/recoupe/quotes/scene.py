"""Scene: a sentence as one of its cues sees it, and the report made of it."""

from __future__ import annotations

import msgspec

from recoupe.quotes.cues import Cue
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.view import Token


class Report(msgspec.Struct, gc=False):
    """What a cue reports: token ranges `[first, last)` of the sentence. `pending` when its words are yet to come (a
    colon ends the sentence). `rule` names the pattern."""

    cue: Cue
    subject: tuple[int, int] | None
    content: list[tuple[int, int]]
    rule: str
    pending: bool = False
    shared: bool = False


class Scene(msgspec.Struct, frozen=True, gc=False):
    """A sentence as one of its cues sees it: its tokens, which of them are quotations, the cues that come later and
    the reports found before."""

    words: list[Token]
    grammar: Grammar
    quoted: list[int]
    later: list[Cue]
    earlier: list[Report]
