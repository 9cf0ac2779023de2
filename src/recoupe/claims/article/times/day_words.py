"""What the words around a time tell of it: a day of its own, an end ("until Friday"), no moment at all."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Sequence

import regex

from recoupe.claims.article.ground import cues
from recoupe.claims.article.ground.patterns import WORD
from recoupe.languages import load
from recoupe.model import Article, Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_DATE = compiled_by_regex(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}")
_LINK = compiled_by_regex(r"[ \u00a0'’]?(?:\p{L}{1,4}[ \u00a0'’]){0,2}", regex.V1)
_RUNNING = compiled_by_regex(r"\d{1,2}:\d{2}(?::\d{2})?", regex.V1)
_NUMBER = compiled_by_regex(r"\d{1,2}")
_DASH = compiled_by_regex(r" ?(?:\([^)\n]{2,40}\) ?)?[-–—]")
_LINE = 60
"""Characters of a paragraph in which an agency's line names place and day."""
_CLAUSE = compiled_by_regex(r"[,;:.!?]\s|\n")
_REACH = 70
"""Characters on either side of a time in which the verb of its clause is looked for."""
_BEFORE = 24
_SMALL = 2
_LED = compiled_by_regex(r"\p{L}+\s(?=\d)", regex.V1)


def own_day(words: str, language: str | None) -> bool:
    """Tell whether the words of a time name its day: a weekday, "yesterday", a day of a month."""
    meridiem = _meridiem(language)  # "a las cinco de la mañana" is no tomorrow
    told = [fold(w) for w in WORD.findall(meridiem.sub(" ", words) if meridiem else words)]
    weekdays, relative, months = _calendar(language)
    if not (weekdays | relative).isdisjoint(told) or _DATE.search(words):
        return True
    if any(f" {phrase} " in f" {' '.join(told)} " for phrase in _phrases(language)):
        return True
    return not months.isdisjoint(told) and _NUMBER.search(words) is not None


def bare_weekday(words: str, language: str | None) -> bool:
    """Tell whether a day is told by a weekday alone, of which week must be inferred."""
    told = [f for w in WORD.findall(words) if len(f := fold(w)) > _SMALL]
    return len(told) == 1 and told[0] in _calendar(language)[0] and _NUMBER.search(words) is None


def of_a_weekday(words: str, language: str | None) -> bool:
    """Tell whether the words of a clock time or a part of a day name a weekday and no date: "Thursday at 9 pm"."""
    told = {fold(w) for w in WORD.findall(words)}
    weekdays, _, months = _calendar(language)
    return not weekdays.isdisjoint(told) and months.isdisjoint(told) and not _DATE.search(words)


def weekday(words: str, language: str | None) -> int | None:
    """Return the one weekday (1 is Monday) that the words of a clock time name, None for any other number of them."""
    told = {fold(w) for w in WORD.findall(words)}
    numbers = {n for word in told for n in _numbered(language).get(word, ())}
    return min(numbers) if len(numbers) == 1 else None


@functools.lru_cache(maxsize=32)
def _numbered(language: str | None) -> dict[str, tuple[int, ...]]:
    table = load(language).table("times").get("weekday", {})
    found: dict[str, tuple[int, ...]] = {}
    for number, words in table.items():
        for word in map(fold, words):
            found[word] = (*found.get(word, ()), int(number))
    return found


@functools.lru_cache(maxsize=32)
def _calendar(language: str | None) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the names of the weekdays, the words of days such as "tomorrow", and the names of the months."""
    table = load(language).table("times")
    parts = (
        [fold(w) for words in table.get(part, {}).values() for w in words] for part in ("weekday", "dayword", "month")
    )
    weekdays, relative, months = (frozenset(w for w in part if w.isalpha()) for part in parts)
    return weekdays, relative, months


@functools.lru_cache(maxsize=32)
def _phrases(language: str | None) -> tuple[str, ...]:
    """Return the words of days that are several: "the next day", "am Tag darauf"."""
    table = load(language).table("times").get("dayword", {})
    return tuple(" ".join(map(fold, WORD.findall(w))) for words in table.values() for w in words if not w.isalpha())


@functools.lru_cache(maxsize=32)
def _meridiem(language: str | None) -> regex.Pattern[str] | None:
    """Return the words behind a clock that tell which half of the day it is of."""
    table = load(language).table("times").get("meridiem", {})
    words = [regex.escape(w) for its in table.values() for w in its if " " in w]
    return compiled_by_regex(rf"(?i)\b(?:{'|'.join(words)})\b", regex.V1) if words else None


def of_the_place(words: str, language: str | None) -> bool:
    """Tell whether the words of a clock time say that it is told in local time."""
    told = f" {fold(words)} "
    return any(f" {local} " in told for local in _local(language))


@functools.lru_cache(maxsize=32)
def _local(language: str | None) -> tuple[str, ...]:
    return tuple(fold(w) for w in load(language).table("times").get("zonename", {}).get("local", ()))


def had_been(article: Article, time: Time) -> bool:
    """Tell whether the clause of a time says what had happened by then: "the man had come in at 10:20"."""
    verbs = _pluperfect(article.language)
    if verbs is None:
        return False
    before = _CLAUSE.split(article.text[max(0, time.start - _REACH) : time.start])[-1]
    behind = _CLAUSE.split(article.text[time.end : time.end + _REACH])[0]
    return verbs.search(f"{before} {behind}") is not None


@functools.lru_cache(maxsize=32)
def _pluperfect(language: str | None) -> regex.Pattern[str] | None:
    verbs = load(language).table("times").get("tense", {}).get("pluperfect")
    return compiled_by_regex(rf"(?i)\b(?:{verbs})\b", regex.V1) if verbs else None


def until(article: Article, time: Time) -> bool:
    """Tell whether a time ends something that went on until then, or between two times: nothing happens at it."""
    return _behind(article, time, ("until",)) or _leads(article, time, "span")


def since(article: Article, time: Time) -> bool:
    """Tell whether a time is that since when something lasts, or has happened now and again."""
    return _leads(article, time, "since")


def _leads(article: Article, time: Time, key: str) -> bool:
    """Tell whether words that the table `times` has under a key stand right before a time."""
    words = _leading(article.language, key)
    if words is None:
        return False
    within = _LED.match(article.text, time.start, time.end)  # "dal 4 maggio"
    ends = (time.start, within.end()) if within is not None else (time.start,)
    return any(words.search(article.text, max(0, time.start - _REACH), end) is not None for end in ends)


@functools.lru_cache(maxsize=64)
def _leading(language: str | None, key: str) -> regex.Pattern[str] | None:
    words = load(language).table("times").get(key)
    return compiled_by_regex(rf"(?i)(?<!\p{{L}})(?:{words})\s?\Z") if words else None


def deadline(article: Article, time: Time) -> bool:
    """Tell whether something is to be done before a time: "by Friday noon"."""
    return _behind(article, time, ("by", "before"))


def _behind(article: Article, time: Time, keys: Collection[str]) -> bool:
    """Tell whether a time stands right behind words of some keys of the table `offset`."""
    text = article.text[max(0, time.start - _BEFORE) : time.end]
    at = min(time.start, _BEFORE)
    return any(
        c.key in keys and c.start <= at and _LINK.fullmatch(text[c.end : at]) is not None
        for c in cues.find(text, article.language)
        if c.section == "offset" and c.end <= at
    )


def of_an_agency_line(article: Article, time: Time) -> bool:
    """Tell whether a day is that of an agency's line, on which it sent its text ("VARNHOLT, 4 May (Lumen) -")."""
    text = article.text
    return time.start - text.rfind("\n", 0, time.start) <= _LINE and _DASH.match(text, time.end) is not None


def of_a_recording(article: Article, time: Time) -> bool:
    """Tell whether a clock is the length of a video: bare digits that end a title, no sentence ("The bridge 1:24")."""
    if not _RUNNING.fullmatch(time.text.strip()):
        return False
    line = article.text.find("\n", time.end)
    return article.text[time.end : line if line >= 0 else None].strip(" )") == ""


def of_a_noun(article: Article, time: Time) -> bool:
    """Tell whether a day is that of the noun beside it: "the request of 9 October", "Friday's closing price"."""
    before, behind = _noun(article.language)
    at = max(0, time.start - _REACH)
    if before is not None and before.search(article.text[at : time.start].lower()) is not None:
        return True
    return behind is not None and behind.match(article.text, time.end) is not None


@functools.lru_cache(maxsize=32)
def _noun(language: str | None) -> tuple[regex.Pattern[str] | None, regex.Pattern[str] | None]:
    table = load(language).table("times")
    before, behind = table.get("of_a_noun"), table.get("noun_of_it")
    return compiled_by_regex(before) if before else None, compiled_by_regex(behind) if behind else None


def weekday_alone(beside: Iterable[Time], time: Time, language: str | None) -> bool:
    """Tell whether nothing but a weekday tells the day of a time, in its words or in a day that stands `beside` it."""
    if ":" not in time.value:
        return bare_weekday(time.text, language) or (
            len(time.value) > len("2031-05-06") and of_a_weekday(time.text, language)
        )
    days = [t for t in beside if t.type == "DATE" and t.value[:10] == time.value[:10]]
    return of_a_weekday(time.text, language) or (bool(days) and all(bare_weekday(t.text, language) for t in days))


def day_printed(article: Article, beside: Sequence[Time], time: Time) -> bool:
    """Tell whether the day of a clock time is told by its own words or a date of its sentence, and was not inferred."""
    near = (t for t in beside if t.value[:10] == time.value[:10])
    return any(t.type == "DATE" or own_day(t.text, article.language) for t in near)
