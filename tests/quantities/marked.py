"""Sentences with their quantities marked by hand; the format is told at the head of `wire.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from recoupe.model.mention import Quantity
from recoupe.quantities import find
from recoupe.times import find as find_times

_MARK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


class Wanted(NamedTuple):
    start: int
    end: int
    low: float | None
    high: float | None
    of: str | None
    more: dict[str, str]


class Sentence(NamedTuple):
    language: str
    text: str
    quantities: tuple[Wanted, ...]

    def found(self) -> list[Quantity]:
        times = find_times(self.text, language=self.language, published="2031-05-15")
        return find(self.text, language=self.language, times=times)


def _number(word: str) -> float | None:
    return None if word == "-" else float(word)


def sentences(path: Path) -> Iterator[Sentence]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        language, marked = line.split(" | ")
        text, wanted, done = "", [], 0
        for m in _MARK.finditer(marked):
            text += marked[done : m.start()]
            head, _, rest = m[2].partition("; ")
            low, high, of = head.split(" ", 2)
            more = dict(pair.split("=") for pair in re.findall(r"\w+=(?:[^=]+)(?= \w+=|$)", rest))
            wanted.append(
                Wanted(len(text), len(text) + len(m[1]), _number(low), _number(high), None if of == "-" else of, more)
            )
            text, done = text + m[1], m.end()
        yield Sentence(language, text + marked[done:], tuple(wanted))


def value_right(want: Wanted, got: Quantity) -> bool:
    return all(
        a is b is None or (a is not None and b is not None and abs(a - b) <= 1e-6 * max(1, abs(b)))
        for a, b in ((got.low, want.low), (got.high, want.high))
    )


def group_right(want: Wanted, got: Quantity) -> bool:
    """Whether group, part, unit and qualifier are those wanted; what is not told is not asked."""
    more = want.more
    return (
        ("group" not in more or more["group"] in got.group)
        and ("part" not in more or got.part)
        and ("unit" not in more or got.unit == more["unit"])
        and ("qualifier" not in more or got.qualifier == more["qualifier"].replace("_", " "))
    )
