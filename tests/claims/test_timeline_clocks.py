"""A timeline settles no dispute: each clock time keeps its own line and its own sentence."""

from __future__ import annotations

from recoupe import claims
from tests.claims.helpers import alone, article, mentions, time


def test_two_starts_half_an_hour_apart_are_two_lines_said_by_their_own_sentences() -> None:
    early = "The summit talks began at 7:30 p.m. GMT in the harbour hall."
    late = "The summit talks began at 8 p.m. GMT in the harbour hall."
    vague = "The summit talks began on Tuesday in the old harbour hall."
    told = {
        "a": (early, time(early, "7:30 p.m. GMT", "TIME", "2031-05-06T19:30Z")),
        "b": (late, time(late, "8 p.m. GMT", "TIME", "2031-05-06T20:00Z")),
        "c": (vague, time(vague, "Tuesday", "DATE", "2031-05-06")),
    }
    articles = [article(text, id_) for id_, (text, _) in told.items()]
    lines = claims.timeline(articles, {id_: mentions(when) for id_, (_, when) in told.items()}, {}, alone)
    clocks = {line.begin: line.what for line in lines if "T" in line.begin}
    assert clocks == {"2031-05-06T19:30:00Z": early, "2031-05-06T20:00:00Z": late}
