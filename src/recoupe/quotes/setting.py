"""Setting: how a sentence stands around a cue and its subject: the words in marks, commas and clauses on each side."""

from __future__ import annotations

import msgspec

from recoupe.quotes.clauses import clause_start, colon_behind, complement_of
from recoupe.quotes.cues import Cue
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.scene import Scene
from recoupe.quotes.view import COMMA, POINT, QUOTED, WHOLE, WORD, Token


class Setting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How a sentence stands around a cue and its subject, which together are the tokens `[left, right)`.

    The clause before them begins at `start`. `before` and `after` are the quotations on each side; `touching` says that
    one ends right before them, `comma` that a comma, a dash or a colon behind a quotation does, `quote_comma` that a
    quotation stands before that. `like` says that "as" opens them ("as Poe put it"), `ended` that nothing of their
    clause follows. `complement` is where "that" opens what is reported, `colon` where a colon behind them stands.
    """

    scene: Scene
    cue: Cue
    subject: tuple[int, int] | None
    inverted: bool
    left: int
    right: int
    start: int
    before: list[int]
    after: list[int]
    like: bool
    touching: bool
    comma: bool
    quote_comma: bool
    ended: bool
    complement: int | None
    colon: int | None

    @property
    def words(self) -> list[Token]:
        """The tokens of the sentence."""
        return self.scene.words

    @property
    def edges(self) -> tuple[int, int, int]:
        """The clause before cue and subject, and where they end."""
        return self.start, self.left, self.right


SAID = 20
"""Characters of words in marks that open a sentence from which on they are said, and no title."""


def setting(scene: Scene, cue: Cue, subject: tuple[int, int] | None, edge: tuple[int, int], inverted: bool) -> Setting:
    """Return how a sentence stands around a cue and its subject, which are the tokens `[first, last)` of `edge`."""
    words, grammar = scene.words, scene.grammar
    left, right = edge
    before = [k for k in scene.quoted if k < left]
    like = left > 0 and words[left - 1].low in grammar.like
    so = inverted and left > 1 and words[left - 1].low in grammar.before_comma and words[left - 2].kind != WORD
    if like or so:
        left -= 1  # "..., as Poe put it", "„...“, so beschrieb ihn Rill"
    touching = left > 0 and words[left - 1].kind == QUOTED
    told = cue.strength == "impersonal" or words[left - 1].low in (WHOLE, COMMA)
    if touching and inverted and cue.strength in ("say", "tell") and left == 1:
        told = told or words[0].end - words[0].start >= SAID  # "„Das reicht uns nicht“ sagte Rill": the comma is lost
    if touching and grammar.habits.get("verb_second") and not told:
        touching = False  # "der „rote“ Minister sagte"
    if not touching and not inverted and before and _apposed(words, before[-1], left, grammar):
        left = before[-1] + 1
        touching = True
    cleft = left > 1 and words[left - 1].low == ":" and words[left - 2].kind == QUOTED
    comma = cleft or (left > 0 and words[left - 1].kind == POINT and words[left - 1].low in ",–—-")
    follows = words[right] if right < len(words) else None
    ended = (
        like
        or follows is None
        or (follows.kind == POINT and follows.low in ".,;?!")
        or follows.low in grammar.adverbial
        or follows.low in grammar.dates
    )
    return Setting(
        scene=scene,
        cue=cue,
        subject=subject,
        inverted=inverted,
        left=left,
        right=right,
        start=clause_start(words, left - 1 if cleft else left, grammar),
        before=before,
        after=[k for k in scene.quoted if k >= right],
        like=like,
        touching=touching,
        comma=comma,
        quote_comma=comma and left > 1 and words[left - 2].kind == QUOTED,
        ended=ended,
        complement=None if like else complement_of(words, right, cue, grammar),
        colon=colon_behind(words, right),
    )


def _apposed(words: list[Token], quote: int, left: int, grammar: Grammar) -> bool:
    """Only words of a description stand between a quotation and the subject: "“...,” a friend, Ann Poe told"."""
    gap = words[quote + 1 : left]
    return (
        words[quote].low in (WHOLE, COMMA)
        and 0 < len(gap) <= 10
        and gap[0].kind == WORD
        and gap[-1].low == ","
        and all(
            t.low == ","
            or (
                t.kind == WORD
                and t.low not in grammar.verbs
                and t.low not in grammar.auxiliaries
                and t.low not in grammar.pronouns
            )
            for t in gap
        )
    )
