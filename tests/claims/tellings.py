"""Tellings of a timeline made by hand, all in May 2031."""

from __future__ import annotations

import datetime as dt
from typing import Any

from recoupe.claims.chronology.tellings import Telling
from tests.claims.helpers import article, time

VOTE, SIREN = ("vote", "start", ""), ("alarm", "occurrence", "")
FLAGS = ("planned", "loose", "weekday", "guessed", "day_named", "dayless", "announced")


def at(moment: str) -> float:
    return dt.datetime.fromisoformat(f"2031-05-{moment}+00:00").timestamp()


def telling(id_: str, text: str, words: str, value: str, begin: str, what: Any = VOTE, **given: Any) -> Telling:
    """Return a telling of `words` at an instant of May 2031; `given` are flags, the zone and the day of its page."""
    zone = {k: given.pop(k) for k in ("zone", "zone_from", "mod") if k in given}
    page = article(text, id_, **{k: given.pop(k) for k in ("published", "language") if k in given})
    flags: dict[str, Any] = {f: given.pop(f, False) for f in FLAGS} | {"clock": True, "beside": frozenset()} | given
    start = text.rfind(". ", 0, text.index(words)) + 2 if ". " in text[: text.index(words)] else 0
    return Telling(
        article=page, sentence=(start, len(text)), time=time(text, words, "TIME", value, **zone), begin=at(begin),
        what=what, telling=True, named=True, block="paragraph", **flags,
    )  # fmt: skip


def begins(tellings: list[Telling]) -> list[str]:
    return [dt.datetime.fromtimestamp(t.begin, tz=dt.UTC).strftime("%dT%H:%M") for t in tellings]
