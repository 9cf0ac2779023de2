"""What the words around a value mean."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.claims.article import around
from recoupe.model import Anchor, Claim
from tests.made import article


@pytest.mark.parametrize(
    ("unit", "exact", "own", "behind"),
    [("person", "40 blorvs", "blorv", "mirqu gnelf"), ("rank", "40th blorv", "", "blorv mirqu gnelf")],
)
def test_words_are_told_before_within_and_behind_a_value(unit: str, exact: str, own: str, behind: str) -> None:
    text = f"Zzyq. Vorn xyzzyq grolk {exact} mirqun gnelfs."
    start = text.index(exact)
    anchor = Anchor(article="a", page="p", start=start, end=start + len(exact), exact=exact)
    claim = Claim(
        attribute="x", scope=(), low=40, high=40, unit=unit, display=exact, anchor=anchor, sentence=(6, len(text))
    )
    told = around.words(article(text, language="en"), claim)
    assert told[0].split() == ["grolk", "xyzzy", "vorn"]  # the nearest first, by their first letters
    assert (told[1].split(), told[2].split()) == (own.split(), behind.split())


def test_what_is_far_from_a_value_is_not_told() -> None:
    text = " ".join(f"{chr(97 + n % 26)}qqqz" for n in range(100)) + " 40."
    anchor = Anchor(article="a", page="p", start=len(text) - 3, end=len(text) - 1, exact="40")
    claim = Claim(
        attribute="x", scope=(), low=40, high=40, unit="m", display="40", anchor=anchor, sentence=(0, len(text))
    )
    assert len(around.words(article(text, language="en"), claim)[0].split()) == around.FAR


@pytest.mark.parametrize(
    ("language", "text", "clock"),
    [
        ("en", "It was 3:10 p.m., fifty minutes after the dam broke.", "3:10 p.m."),
        ("fr", "Il était 15h10, cinquante minutes après la rupture du barrage.", "15h10"),
        ("de", "Es war 15.10 Uhr, fünfzig Minuten nach dem Bruch des Damms.", "15.10 Uhr"),
        ("es", "Eran las 15.10, cincuenta minutos después de la rotura de la presa.", "15.10"),
    ],
)
def test_what_stands_behind_after_is_of_another_moment(language: str, text: str, clock: str) -> None:
    start = text.index(clock)
    anchor = Anchor(article="a", page="p", start=start, end=start + len(clock), exact=clock)
    of = Claim(attribute="instant", scope=(), low=0.0, high=0.0, unit="instant", display=clock, anchor=anchor,
               sentence=(0, len(text)))  # fmt: skip
    whole = around.words(article(text, language=language), Claim(**{**_fields(of), "unit": "person"}))
    told = around.words(article(text, language=language), of)
    assert 0 < len(told[2].split()) < len(whole[2].split())


def _fields(claim: Claim) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in claim.__struct_fields__}
