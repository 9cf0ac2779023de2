"""Lines that begin with a clock, as entries of live blogs do: "9h05 - ...", "Posted at 14:05", "12 giugno - 14:05"."""

from __future__ import annotations

import functools

import regex

from recoupe.extract.dates import ago
from recoupe.extract.daylabels import before_clock
from recoupe.extract.furniture import alternatives, listed
from recoupe.extract.lines import RULE, bullet
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_SHORT = 300  # characters of a line whose clock is remembered: a page's lines are asked for it three times
_FAR = 66  # characters in which a clock stands that a day, an age or a word may lead to
CLOCK_LIKE = compiled_by_regex(r"\d(?:[:.] ?\d\d|\d\d\d |[ \u00a0\u202f]?(?:[hH]|Uhr|[apAP]\.?[ \u00a0]?[mM]))")
_AGED = compiled_by_regex(
    r"^\d{1,2} ?\p{L}[^:]{1,30}?(?<![\d.:])(?=\d{1,2}(?:[:.]\d\d|h))", regex.V1
)  # "2 hours ago 15:40"
_LABELLED = compiled_by_regex(r"^\D[^:]{1,38}?(?<![\d.:])(?=\d{1,2}(?:[:.]\d\d|h| h \d\d))")
_RULED = RULE[0] + " \u00a0"
_NOTE = compiled_by_regex(r"^ ?\([^()]{0,60}\d[^()]{0,20}\)$")  # "(updated at 11:14)"
_MARKS = " \u00a0\u202f-–—|·•⋅,:"


@functools.cache
def _clock() -> regex.Pattern[str]:
    zones = alternatives(listed("dates", "zones"))
    words = alternatives(listed("dates", "clock"))
    return compiled_by_regex(
        r"(?P<open>[\[(] ?)?"
        rf"(?P<clock>(?:(?P<h>\d{{1,2}}) ?(?:[:.] ?(?P<i>\d\d)|h ?(?:(?P<j>\d\d)(?: ?min\b)?)?|(?= (?:{words}) ?:))"
        rf"|(?P<h>\d\d)(?P<i>\d\d)(?= (?:{zones})\b))(?::\d\d)?(?: ?(?P<half>[ap])\.? ?m(?:\b\.?|(?=[a-z])))?"
        rf"(?: ?(?:{words})\b)?(?: ?\(? ?(?:{zones}|[a-z]{{3,4}}(?=\)))\b ?\)?)?)"
        r"(?(open) ?[\])])(?P<rest> ?(?:[-–—:|·⋅•,.]|\+{3}) ?| +|$|(?<=[ap]m)(?=[a-z]))"
    )


def clock_heading(line: str) -> tuple[int, int, str] | None:
    """Return the minute of the day, how many characters the clock takes, and its words, when `line` begins with one."""
    return _clock_at(line, bullet(line))


def four_digits(line: str) -> tuple[int, int, str] | None:
    """Return the same of a line that begins with a clock in four figures, as few pages print it: "0905: ..."."""
    match = _FOUR.match(line, bullet(line))
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return int(match[1]) * 60 + int(match[2]), match.end(), match[1] + match[2]


_FOUR = compiled_by_regex(r"([0-2]\d)([0-5]\d)(?: ?[:–—-] ?| +(?=[\p{Lu}\"“«])|$)")


def labelled_clock(line: str) -> tuple[int, int, str] | None:
    """Return the same of a line in which an age, "Pinned" or "Posted at" may stand before the clock."""
    if not CLOCK_LIKE.search(line, 0, _FAR):
        return None
    return _short_labelled(line) if len(line) <= _SHORT else _labelled(line)


@functools.lru_cache(maxsize=8192)
def _short_labelled(line: str) -> tuple[int, int, str] | None:
    return _labelled(line)


def _labelled(line: str) -> tuple[int, int, str] | None:
    skip, loose = _label(line, len(line) - len(line.lstrip(_RULED)) if line.startswith(RULE) else bullet(line))
    return _clock_at(line, skip, loose=loose)


def _clock_at(line: str, skip: int, *, loose: bool = True) -> tuple[int, int, str] | None:
    """`loose` says that the entry's words may follow behind a mere space: "Um 14.05 Uhr brach" begins a sentence."""
    match = _clock().match(fold(line[skip : skip + 60]))
    if match is None or not (loose or match["rest"].strip(" ,.") or skip + match.end() == len(line)):
        return None
    hour, minute = int(match["h"]), int(match["i"] or match["j"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    plain_space = match["rest"].strip() == "" and match["rest"] != ""
    # "12 h de débat", "3.5 millions": behind a clock and a mere space stands a capital or a quotation mark.
    following = line[skip + match.end() : skip + match.end() + 1]
    if plain_space and not (match["i"] or match["j"]) and not (match["half"] or following.isupper()):
        return None
    if match["rest"] == "" and following and not following.isupper():
        return None  # "7.15pmThe talks": a saved page may have lost the space
    if (plain_space or match["rest"] == ". ") and following.islower():
        return None  # "12.06. war"
    end = len(line) if _NOTE.match(line[skip + match.end("clock") :]) else skip + match.end()
    return hour * 60 + minute, end, line[skip + match.start("clock") : skip + match.end("clock")].strip()


def _label(line: str, skip: int) -> tuple[int, bool]:
    """Return where the clock of a line begins whose `skip` first characters are a bullet: behind a day, an age,
    "Pinned", or a word that leads to a clock; and whether words may follow the clock without a sign between.
    """
    if day := before_clock(line[skip : skip + 60]):
        return skip + day.end, not day.led
    found = _LABELLED.match(line[skip : skip + 60])
    if found is None:
        found = _AGED.match(line[skip : skip + 60])
    label = found[0].strip(_MARKS) if found else ""
    if not found or not label:
        return skip, True
    loose = _labels().get(fold(label))
    age = ago(label) if loose is None else None
    if loose is None and (age is None or (age.start, age.end) != (0, len(label))):
        return skip, True
    return skip + found.end(), loose is not False


def signature(line: str) -> str:
    """Return the name that is all of a line but its clock: "Jane Doe 8.05am"; nothing for any other line."""
    found = signed(line)
    return found[0] if found else ""


def signed(line: str) -> tuple[str, tuple[int, int, str]] | None:
    """Return the name and the clock of a line that holds nothing else."""
    found = _LABELLED.match(line[:60])
    words = found[0].strip(_MARKS).split() if found else []
    if not found or not 2 <= len(words) <= 4 or not all(word[:1].isupper() for word in words):
        return None
    clock = _clock_at(line, found.end())
    return (" ".join(words), clock) if clock and clock[1] == len(line) else None


@functools.cache
def _labels() -> dict[str, bool]:
    """Return the words before the clock of an entry; whether the entry's words may follow behind a mere space."""
    strict = {fold(word): False for word in listed("dates", "at")}
    return strict | {fold(word): True for where in ("pinned", "stamped") for word in listed("live", where)}
