"""Mentions: anchored times, names, quantities and quotes. Offsets are characters of the article's text."""

from __future__ import annotations

import msgspec


class Time(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A time expression (TimeML's TIMEX3, with the interval beside it).

    `type` is DATE, TIME, DURATION or SET and `value` the TIMEX3 value ("2025-08-15T19:30Z", "PT2H15M", "P30D",
    "2025-08-13TNI"); clock times whose zone is known are given in UTC with "Z", others without a zone. `mod` is the
    TIMEX3 modifier (APPROX, START, END, MID, EQUAL_OR_LESS, EQUAL_OR_MORE,
    LESS_THAN, MORE_THAN, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER).
    `begin`/`end_time` bound the mention as ISO instants ("2025-08-15T19:30:00Z") or, when no zone is known, as ISO
    local times without one. `low`/`high` are seconds, for durations. `zone` is the zone as an IANA name or offset with
    `zone_from` = printed | place | outlet; `readings` are other values that fit as well. `value` is "" when a
    relative expression cannot be resolved (no reference date): never a guess. `rule` names the pattern, for --explain;
    `why` is the evidence that gave the value, a sentence each, where it was asked for.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None = None
    begin: str | None = None
    end_time: str | None = None
    low: float | None = None
    high: float | None = None
    zone: str | None = None
    zone_from: str | None = None
    readings: tuple[str, ...] = ()
    rule: str = ""
    why: tuple[str, ...] = ()


class Name(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A name of a person, place or organisation. `entity` is the fullest form the article gives of who is meant.

    `text` is the bare name, without titles. `role` marks a description that stands for a person or body ("le chef du
    Kremlin"); its `entity` is who that is where the article or the tables say so.
    """

    start: int
    end: int
    text: str
    type: str  # person | place | organisation
    entity: str
    role: bool = False
    rule: str = ""


class Quantity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A number with what it counts: `[low, high]`, None where open ("more than 20" is low 20, high None).

    `unit` is person, thing, EUR, %, km, ... ; `of` is the concept key of what is counted or measured ("death",
    "prisoner", "price"), the same in every language, `of_text` the words it was read from. `qualifier` is several
    ("dozens"), about, nearly, at least, more than, less than, up to, or exact (None). `group` holds what narrows the
    count: country codes ("RU"), keys of the people counted ("woman", "soldier"), "each" (of several sides), "total"
    (the whole of which another quantity counts a part), "higher"/"lower" (the sides of a score, which share one span),
    what a percentage or a fraction is of ("train"), else folded words. `of` is None for a noun no table knows; of a
    measure of nothing known it is the unit itself. `why` is the evidence, where it was asked for.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    of_text: str | None = None
    qualifier: str | None = None
    group: tuple[str, ...] = ()
    part: bool = False  # "of whom", "dont", "including": part of another count in the same sentence
    old: bool = False  # what it was before it changed: the 12 of "rose from 12 to 17"
    rule: str = ""
    why: tuple[str, ...] = ()


class Speaker(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Who speaks: `[start, end)` of the words that name them there ("a-t-il" has the pronoun's), and who that is."""

    start: int
    end: int
    name: str
    entity: str


class Cue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The words that report: "a déclaré", "according to"."""

    start: int
    end: int


class Quote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Reported words. `content` has several spans when the narrator cuts in.

    `kind` is direct, mixed (quoted words inside the narrator's sentence, `quoted` has their spans), indirect or marked
    (words in marks that nobody is said to have said). A quotation without a speaker has an empty `speaker`; `use` then
    says what it is: scare, title, or unknown. A speaker who is only a pronoun that stands for nobody known has `use`
    unknown too: nobody to print beside the words. `within` is the start of the quote it is nested in.
    """

    content: tuple[tuple[int, int], ...]
    kind: str
    speaker: tuple[Speaker, ...] = ()
    cue: tuple[Cue, ...] = ()
    use: str | None = None
    within: int | None = None
    rule: str = ""
    quoted: tuple[tuple[int, int], ...] = ()


class Annotated(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """All mentions of one article."""

    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
