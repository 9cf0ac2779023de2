"""Sentences with their times marked by hand: `language | published | sentence [| context]`.

A time is `[words](TYPE value; key=...)` with any of the keys of `KEYS`; context is `outlet=` and `place=`, IANA zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from recoupe.model.mention import Time
from recoupe.times import TimeContext, find

KEYS = {"begin": "begin", "end": "end_time", "zone": "zone", "from": "zone_from", "mod": "mod", "high": "high"}
_MARK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


class Wanted(NamedTuple):
    start: int
    end: int
    type: str
    value: str
    more: dict[str, str]


class Sentence(NamedTuple):
    language: str
    published: str
    text: str
    context: TimeContext
    times: tuple[Wanted, ...]

    def found(self) -> list[Time]:
        return find(self.text, language=self.language, published=self.published, context=self.context)


def sentences(path: Path) -> Iterator[Sentence]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        language, published, marked, *rest = (f.strip() for f in line.split(" | "))
        given = dict(pair.split("=") for pair in (rest[0].split() if rest else ()))
        text, times, done = "", [], 0
        for m in _MARK.finditer(marked):
            text += marked[done : m.start()]
            head, *more = m[2].split("; ")
            kind, value = head.split(" ")
            times.append(Wanted(len(text), len(text) + len(m[1]), kind, value, dict(x.split("=") for x in more)))
            text, done = text + m[1], m.end()
        context = TimeContext(outlet_zone=given.get("outlet"), place_zone=given.get("place"))
        yield Sentence(language, published, text + marked[done:], context, tuple(times))


def right(want: Wanted, time: Time) -> bool:
    """Whether value and all that is wanted beside it are right."""
    if (want.type, want.value) != (time.type, time.value):
        return False
    for key, value in want.more.items():
        if key == "readings":
            if list(time.readings) != value.split(","):
                return False
        elif str(getattr(time, KEYS[key])).removesuffix(".0") != value:
            return False
    return True
