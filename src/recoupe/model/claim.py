"""Claims and findings: what an article states, and what comparing says."""

from __future__ import annotations

import msgspec

from recoupe.model.anchor import Anchor, Place, place


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One value one article states.

    `attribute` says what is measured ("start", "duration", "death", "date"), `scope` of what (a tuple of keys, the
    same in every language: entities, concepts, places, days). The value is `[low, high]` in `unit`: seconds since
    1970 UTC for instants, seconds for durations, else the number; None where open. `display` is how people read it.
    `status` is stated, planned, estimated, denied, corrected or updated: the last follows another value of its kind
    ("rose to", "now") and is printed as stated. `holder` is who says so when it is not the outlet.
    `readings` are other intervals that fit the words as well (a clock time whose zone is not printed); `local` says
    that low and high are a clock time not yet turned to UTC; `zone` is its zone where known (IANA name or offset);
    `loose` that its day is not printed beside it; `was` is what the article says the value was before it changed.
    `named` gives the story's name for each entity id of the scope. `around` is what the words of its sentence mean:
    before the value, its own, behind it; by these sentences are compared. `aside` tells that its event stands in
    another clause than the value: they may be of two things.
    """

    attribute: str
    scope: tuple[str, ...]
    low: float | None
    high: float | None
    unit: str
    display: str
    anchor: Anchor
    sentence: tuple[int, int]
    status: str = "stated"
    holder: str | None = None
    as_of: str | None = None
    qualifier: str | None = None
    rule: str = ""
    readings: tuple[tuple[float, float], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    local: bool = False
    zone: str | None = None
    loose: bool = False
    was: tuple[float, float] | None = None
    around: tuple[str, str, str] | None = None
    aside: bool = False


class Support(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article's words for a value: an anchor, with its sentence for reading, its status and who holds it.

    The sentence is of the text, or of the headline where `part` is "title". `unsaid` are the attribute and the event of
    its finding where these words do not say them: a dossier calls nothing what most of its words leave `unsaid`, and
    then has none of these.
    """

    article: str
    page: str
    start: int
    end: int
    exact: str
    page_start: int | None = None
    sentence: tuple[int, int] | None = None
    holder: str | None = None
    status: str | None = None
    as_of: str | None = None
    part: str | None = None
    unsaid: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        return place(self.article, self.start, self.part)


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One of a finding's values with the words that support it.

    `unit` is told where it is not the finding's: a sum that one page prints in other money than the others. `qualifier`
    is what its words say of the number: about, nearly, at least, more than, less than, up to.
    """

    low: float | str | None
    high: float | str | None
    display: str
    support: tuple[Support, ...]
    as_of: str | None = None
    unit: str | None = None
    qualifier: str | None = None


DENIED = "denied"
"""Reason of a finding of what one side says and the other denies."""


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Claims that may be compared, and the verdict.

    `status` is agreed, disputed, evolving, rounded, same instant or alone. `independent` is the range of independent
    origins behind the finding, `[low, high]`. `explanation` says in one sentence why the verdict (English); `reason` is
    the key of that sentence, the same in every language. `unit` is that of its values: seconds, instants, persons, an
    ISO 4217 code... `weight` orders findings: what a reader needs first is largest.
    """

    id: str
    status: str
    attribute: str
    scope: str
    values: tuple[Value, ...]
    independent: tuple[int, int]
    explanation: str
    unit: str | None = None
    weight: float = 0.0
    reason: str | None = None
