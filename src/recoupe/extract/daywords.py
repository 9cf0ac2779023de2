"""Words that tell on which day a text was written: dates without a year, weekdays, "tomorrow", "on the eve of".

They are found with their tense, as far as the nearest cue shows it (`[reference]` of the `furniture` tables). What
cannot be told is left untold: the reader of these mentions (`reference`) draws conclusions, this module does not.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import regex
from ahocorasick_rs import AhoCorasick

from recoupe.extract.dates import printed
from recoupe.extract.furniture import alternatives
from recoupe.extract.lines import key
from recoupe.languages import load
from recoupe.text import sentences
from recoupe.text.normalise import fold, plain
from recoupe.text.patterns import compiled_by_regex

_LONGEST = 200_000
_HANDLE = compiled_by_regex(r"\(@\w{1,30}\)")
_TOKEN = compiled_by_regex(r"[\p{L}'’]+|[.,;:!?()«»\"“”]", regex.V1)
_LONG = compiled_by_regex(r"\p{L}{5,}", regex.V1)


class DayWord(NamedTuple):
    """One mention. `kind` is date, weekday, tomorrow or eve; `weekday` counts from Monday 0.

    `tense` is past, future or None. `here` says that the words point at the day of writing ("ce vendredi"), `posted`
    that the date signs a post quoted in the text, which is older than the text, `coming` that a word for "next" stands
    with it; `dateline` is left to the reader of mentions. `keys` are the beginnings of the longer words of the
    sentence; of an eve, those of the event itself.
    """

    kind: str
    words: str
    start: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    tense: str | None = None
    here: bool = False
    posted: bool = False
    coming: bool = False
    dateline: bool = False
    keys: frozenset[str] = frozenset()

    def on(self, year: int) -> dt.date | None:
        """Return the date this mention names in `year`, None where there is none (29 February, 31 June)."""
        try:
            return dt.date(self.year or year, self.month or 0, self.day or 0)
        except ValueError:
            return None


class _Words(NamedTuple):
    finder: AhoCorasick  # of the words one of which every match of the pattern holds
    pattern: regex.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    past: tuple[frozenset[str], tuple[str, ...]]
    future: tuple[frozenset[str], tuple[str, ...]]
    small: frozenset[str]
    reporting: frozenset[str]
    next: frozenset[str]
    be: frozenset[str]


@functools.cache
def _words(language: str | None) -> _Words | None:
    table = load(language).table("furniture")
    dates, words = table.get("dates", {}), table.get("reference", {})
    if not words or not dates:
        return None
    months = {fold(name): n for n, names in enumerate(dates.get("months", ()), 1) for name in names}
    weekdays = {fold(name): n for n, names in enumerate(dates.get("weekdays", ())) for name in names if len(name) > 3}
    month, weekday = alternatives(months), alternatives(weekdays)
    this, link = alternatives(words.get("this", ())), alternatives(words.get("link", ()))
    beside = alternatives([*words.get("next", ()), *words.get("last", ())])
    reporting = frozenset(word.lower() for word in words.get("reporting", ()))
    coming = frozenset(fold(word) for word in words.get("next", ()))
    small = frozenset(fold(word) for word in words.get("small", ()))
    pattern = compiled_by_regex(
        rf"\b(?P<eve>{alternatives(words.get('eve', ()), functools.partial(map, fold))})"
        rf"|\b(?P<tomorrow>{alternatives(words.get('tomorrow', ()))})\b"
        rf"|\b(?:(?P<this>{this}) )?(?:(?P<w1>{weekday}),? )?(?:(?:{link}) )?(?P<d1>\d{{1,2}})(?:\p{{L}}{{2}}|[º.])? "
        rf"(?:\p{{L}}{{2}} )?(?P<m1>{month})\b(?:,? (?:\p{{L}}{{2,3}} )?(?P<y1>(?:19|20)\d\d)\b)?"
        rf"(?: (?P<n1>{beside})\b)?"
        rf"|\b(?:(?P<this2>{this}) )?(?:(?P<w2>{weekday}),? )?(?P<m2>{month})\.? (?P<d2>\d{{1,2}})(?:\p{{L}}{{2}})?\b"
        rf"(?:,? (?P<y2>(?:19|20)\d\d)\b)?"
        rf"|\b(?:(?P<this3>{this}) )?(?:(?P<n3>{beside}) )?(?P<w3>{weekday})\b(?: (?P<n4>{beside})\b)?",
        regex.V1,
    )
    named = {*map(key, (*months, *weekdays, *words.get("tomorrow", ()))), *map(fold, words.get("eve", ()))} - {""}
    return _Words(
        AhoCorasick(sorted(named)),
        pattern,
        months,
        weekdays,
        _cues(words.get("past", {})),
        _cues(words.get("future", {})),
        small,
        reporting,
        coming,
        frozenset(fold(word) for word in words.get("be", ())),
    )


def _cues(part: Mapping[str, Any]) -> tuple[frozenset[str], tuple[str, ...]]:
    # Accents stay here: "a" is no "à", "des" no "dès".
    return frozenset(w.lower() for w in part.get("words", ())), tuple(e.lower() for e in part.get("endings", ()))


def find(text: str, language: str | None) -> list[DayWord]:
    """Return the day words of `text` in order; none for a language without the tables."""
    words = _words(language)
    if words is None:
        return []
    text = plain(text[:_LONGEST])
    folded = fold(text)
    found = _posts(text)
    places = sorted({at for _, at, _ in words.finder.find_matches_as_indexes(folded, overlapping=True)})
    for start, end in sentences.split(text, language=language):
        if bisect.bisect_left(places, start) == bisect.bisect_left(places, end):
            continue
        keys: frozenset[str] | None = None
        for match in words.pattern.finditer(folded, start, end):
            if keys is None:
                keys = _keys(folded, start, end, words)
            of = _keys(folded, match.end(), _clause(folded, match.end(), end), words) if match["eve"] else keys
            found.append(_mention(match, text, (start, end), words)._replace(keys=of))
    return sorted(found, key=lambda w: w.start)


def _posts(text: str) -> list[DayWord]:
    """Dates that sign posts quoted in the text, in whatever language: "Name (@name) August 8, 2025"."""
    found = []
    for handle in _HANDLE.finditer(text):
        for one in printed(text[handle.end() : handle.end() + 40]):
            if one.start <= 3:
                day = dt.date.fromisoformat(one.iso[:10])
                words = text[handle.start() : handle.end() + one.end]
                mention = DayWord(
                    "date", words, handle.start(), day.day, day.month, day.year, tense="past", posted=True
                )
                found.append(mention)
    return found


def _keys(folded: str, start: int, end: int, words: _Words) -> frozenset[str]:
    found = {match.group() for match in _LONG.finditer(folded, start, end)}
    return frozenset(word[:6] for word in found - words.small)


def _clause(folded: str, start: int, end: int) -> int:
    comma = folded.find(",", start, end)
    return comma if comma >= 0 else end


def _mention(match: regex.Match[str], text: str, span: tuple[int, int], words: _Words) -> DayWord:
    g = match.groupdict()
    quoted = text[match.start() : match.end()]
    if g["eve"] or g["tomorrow"]:
        kind = "eve" if g["eve"] else "tomorrow"
        return DayWord(kind, quoted, match.start(), tense=_tense(text, span, match.span(), words, False))
    weekday = g["w1"] or g["w2"] or g["w3"]
    month = g["m1"] or g["m2"]
    return DayWord(
        "date" if month else "weekday",
        quoted,
        match.start(),
        day=int(g["d1"] or g["d2"]) if month else None,
        month=words.months[month] if month else None,
        year=int(g["y1"] or g["y2"]) if g["y1"] or g["y2"] else None,
        weekday=words.weekdays[weekday] if weekday else None,
        tense=_tense(text, span, match.span(), words, month is not None),
        coming=any(g[n] in words.next for n in ("n1", "n3", "n4") if g[n]),
        here=bool(g["this"] or g["this2"] or g["this3"]),
    )


def _tense(text: str, span: tuple[int, int], here: tuple[int, int], words: _Words, far: bool) -> str | None:
    """Return the tense of the nearest cue in the five words before, else behind a mention that opens the sentence.

    `far` looks twelve words back, over commas: a full date is seldom a mere aside.
    """
    before = _TOKEN.findall(text, max(span[0], here[0] - 220), here[0])
    inside = _TOKEN.findall(text, here[0], here[1])
    distance = 0
    back = [*reversed(inside), *reversed(before[-12 if far else -5 :])]
    for place, token in enumerate(back):
        if not token[0].isalpha():
            if token in ";:." or (token == "," and not far):
                break
            continue
        if _bare(token) in words.reporting:
            return "past" if distance <= 1 else None
        found = _cue(token, words)
        if found == "past" and _participle(token, back[place + 1 : place + 2], words):
            found = None
        if found:
            return found
        distance += place >= len(inside)
    behind = [_cue(token, words) for token in _TOKEN.findall(text, here[1], min(span[1], here[1] + 220))]
    if len(before) <= 2:
        return next((cue for cue in behind if cue), None)
    # No cue near: a sentence all in the future is a plan. Past tenses prove nothing here, "he said" is everywhere.
    around = {cue for cue in [*(_cue(token, words) for token in before), *behind] if cue}
    return "future" if around == {"future"} else None


def _participle(token: str, before: Sequence[str], words: _Words) -> bool:
    """Tell whether a form of the past has the tense of the verb before it: "will be handed out", ", shown live on"."""
    if _bare(token) in words.past[0]:
        return False
    return any(one == "," or _bare(one) in words.be for one in before)


def _bare(token: str) -> str:
    return token.lower().rsplit("'", 1)[-1]


def _cue(token: str, words: _Words) -> str | None:
    token = _bare(token)
    if token in words.future[0] or (len(token) >= 4 and words.future[1] and token.endswith(words.future[1])):
        return "future"
    if token in words.past[0] or (len(token) >= 5 and words.past[1] and token.endswith(words.past[1])):
        return "past"
    return None
