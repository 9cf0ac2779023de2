"""A name that may be: what `chunks` cuts, `evidence` weighs and `find` decides on."""

from __future__ import annotations

import msgspec

PERSON, PLACE, ORGANISATION = "person", "place", "organisation"
KINDS = (PLACE, ORGANISATION, PERSON)
THING = "thing"
"""A ship, a storm, a film: it has a name and is none of the three."""


class Candidate(msgspec.Struct, gc=False):
    """A name that may be: its span, its words, what speaks for each type. Candidates may share a list of words."""

    start: int
    end: int
    words: list[str]
    initial: bool
    scores: dict[str, float]
    canonical: str | None = None
    titled: bool = False
    sure: bool = False
    role: str | None = None
    reasons: list[tuple[str, str]] = []
    decided: tuple[str, float] | None = None

    @property
    def text(self) -> str:
        words = self.words
        return words[0] if len(words) == 1 else " ".join(words).replace("' ", "'")

    def moved(self, by: int) -> Candidate:
        """Return this candidate as it stands `by` characters on, with scores and reasons of its own."""
        return Candidate(
            self.start + by, self.end + by, self.words, self.initial, dict(self.scores), self.canonical,
            self.titled, self.sure, self.role, list(self.reasons),
        )  # fmt: skip

    def add(self, kind: str, amount: float, why: str = "") -> None:
        """Let `amount` speak for `kind` (against it below 0); `why` says so to who asks for the rule."""
        self.scores[kind] = self.scores.get(kind, 0.0) + amount
        self.decided = None
        if why:
            self.reasons.append((kind, why))

    def weigh(self, scores: dict[str, float]) -> None:
        """Let `scores` speak in the place of what spoke so far."""
        self.scores, self.decided = scores, None

    def rule(self, kind: str, score: float) -> str:
        """Return what spoke for `kind`, its best: "person 4.6: given name first, verb of saying after"."""
        told = [why for for_kind, why in self.reasons if for_kind == kind]
        return f"{kind} {score:.1f}: {', '.join(told)}"

    def best(self) -> tuple[str, float]:
        """Return the type most speaks for, and how much; asked often, so written out and kept."""
        if self.decided is not None:
            return self.decided
        scores = self.scores
        kind, score = PLACE, scores.get(PLACE, 0.0)
        value = scores.get(ORGANISATION, 0.0)
        if value > score:
            kind, score = ORGANISATION, value
        value = scores.get(PERSON, 0.0)
        if value > score:
            kind, score = PERSON, value
        if THING in scores and scores[THING] > score:
            kind, score = THING, scores[THING]
        self.decided = kind, score
        return self.decided
