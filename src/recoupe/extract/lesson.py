"""What an article teaches those read with it, by itself: `templates` and `reference` put it together."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from hashlib import blake2b

import msgspec
import regex

from recoupe.extract import daywords
from recoupe.extract.daywords import DayWord
from recoupe.extract.lines import key
from recoupe.model import Article
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_OPENING = 6000  # characters in which an article names what it is about
# Capitals inside a sentence: the first word of one is seldom a name.
_NAME = compiled_by_regex(r"(?<=[\p{L}\p{N},;:][ \u00a0]|['’«“(])\p{Lu}[\p{L}'’-]{3,}", regex.V1)


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """What stands for the folded words of an article's `title` and of each of its `blocks`, in order (0 for none); of
    one without a day of publication its `day_words`, places counted in its title and text; the beginnings of the
    `names` it opens with."""

    title: int = 0
    blocks: tuple[int, ...] = ()
    day_words: tuple[DayWord, ...]
    names: frozenset[str]


Learn = Callable[[Article], Lesson]
"""Gives what an article teaches: `learn`, or what remembers what it gave."""


def learn(article: Article) -> Lesson:
    """Return what `article` teaches: from its title, text, blocks, language and day of publication alone."""
    blocks = tuple(_number(article.text[b.start : b.end]) for b in article.blocks)
    return msgspec.structs.replace(days(article), title=_number(article.title or ""), blocks=blocks)


def _number(words: str) -> int:
    """Return 64 bits that stand for what two printings of some words have in common; 0 where there is nothing."""
    printed = key(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(printed, digest_size=8).digest(), "big") if printed else 0


def days(article: Article) -> Lesson:
    """Return what `article` teaches of days alone: enough for those of its own page."""
    return _days(article.title or "", article.text, article.language, dated=day(article.published) is not None)


@functools.lru_cache(maxsize=1024)
def _days(title: str, text: str, language: str | None, *, dated: bool) -> Lesson:
    """Asked for when a page is read, again with all pages, and again with those of its story."""
    return Lesson(
        day_words=() if dated else tuple(daywords.find(f"{title}\n{text}", language)),
        names=frozenset(fold(name)[:7] for name in _NAME.findall(f"{title}\n{text[:_OPENING]}")),
    )


def day(iso: str | None) -> dt.date | None:
    """Return the day of an ISO time, None where it tells none: the ends of the calendar are printed for no day."""
    try:
        found = dt.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
    return found if dt.MINYEAR < found.year < dt.MAXYEAR else None
