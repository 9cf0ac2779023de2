"""Overlaps: words that two reports of one sentence both hold belong to one of them."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.model import Speaker
from recoupe.quotes.drafts import Draft
from recoupe.quotes.scene import Report

MARKS = 2
"""Characters of marks that close words which two reports hold, one with its marks."""
TOGETHER = 16
"""Reports of one sentence held against each other."""


def said_already(report: Report, kept: list[tuple[Report, Speaker | None]], quoted: list[int]) -> bool:
    """ "“...,” Poe said, according to Tass": the words are Poe's, the agency is only where they were read."""
    mine = {k for k in quoted for a, b in report.content if a <= k < b}
    return bool(mine) and any(
        other.cue.strength in ("say", "tell", "ask", "voice")
        and speaker is not None
        and mine <= {k for k in quoted for a, b in other.content if a <= k < b}
        for other, speaker in kept
    )


def drop_nested(drafts: list[Draft], since: int, unknown: Callable[[Speaker], bool]) -> None:
    """Drop drafts of one sentence, those from `since`: quoted words belong to the outermost that holds them. `unknown`
    tells that a speaker is a pronoun that stands for nobody known."""
    mine = [d for d in drafts[since:] if d.quoted and d.kind != "marked"][:TOGETHER]
    if len(mine) < 2:
        return
    for d in mine:
        for other in mine:
            if other is d or not set(d.quoted) <= set(other.quoted):
                continue
            if other.kind == "direct" and d.kind == "direct":
                if d.quoted == other.quoted:
                    # "Poe said: “...,” she added": told once, by the first who is known, or by the later verb where
                    # both mean one person
                    first, second = (d, other) if mine.index(d) < mine.index(other) else (other, d)
                    beside = first.speaker is None or _one(first.speaker, second.speaker)
                    (first if beside else second).kind = "nested"
                continue
            aside = d.rule in ("around", "quote-verb", "clause-verb") and len(d.quoted) < len(other.quoted)
            if aside and other.rule == "that" and _one(d.speaker, other.speaker):
                d.kind = "nested"  # "Poe wants “peace”, he says, and “quiet”": told once
                continue
            if other.rule in ("quote-verb", "clause-verb") and _swallows(d, other):
                d.kind = "nested"  # "The study found a “rise”, Poe says": one report has swallowed the narrator's words
                continue
            if d.content[0][0] > other.content[0][0] and d.content[-1][1] <= other.content[-1][1] + MARKS:
                if d.strength in ("say", "tell") and d.rule == "that" and other.strength in ("say", "tell"):
                    if d.speaker is None or unknown(d.speaker):
                        d.kind = "nested"  # "Poe says it underlines that": nobody but her
                    continue  # "sources say that Poe warned that": both are heard
                weak = other.strength in ("call", "think") and (
                    d.strength not in ("call", "think") or (other.strength == "call" and d.rule != "dependent")
                )
                (other if weak else d).kind = "nested"
    drafts[since:] = [d for d in drafts[since:] if d.kind != "nested"]


def _swallows(draft: Draft, other: Draft) -> bool:
    """Tell whether a draft that begins inside another's words holds the verb behind them too."""
    cue, end = other.cue or (0, 0), other.content[-1][1]
    return other.content[0][0] < draft.content[0][0] < end <= cue[0] < draft.content[-1][1]


def _one(speaker: Speaker | None, other: Speaker | None) -> bool:
    """Tell whether two speakers are one."""
    return speaker is not None and other is not None and speaker.entity == other.entity
