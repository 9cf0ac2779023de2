"""Whom a count is of in the event that is told of."""

from __future__ import annotations

import pytest

from tests.claims.helpers import count, only, told


def test_loot_is_counted_alike_whatever_it_is_called() -> None:
    english = "Thieves made off with eight pieces on Sunday."
    german = "Sie erbeuteten neun Schmuckstücke."
    (a,) = only(english, count(english, "eight pieces", 8, None, unit="thing", of_text="pieces"))  # type: ignore[arg-type]
    (b,) = only(
        german, count(german, "neun Schmuckstücke", 9, None, unit="thing", of_text="Schmuckstücke"), language="de"
    )  # type: ignore[arg-type]
    assert a.attribute == b.attribute == "things stolen"


def test_those_who_came_to_a_march_marched() -> None:
    (came,) = [c for c in told("A demonstration on the square was attended by 800 people.") if c.low == 800]
    assert came.attribute == "protester"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Unos 640 vecinos fueron evacuados en un radio de un kilómetro.", "es"),
        ("Gli sfollati in un raggio di un chilometro sono 640 abitanti.", "it"),
    ],
)
def test_those_led_out_within_a_radius_are_in_no_shelter(text: str, language: str) -> None:
    assert "people in shelters" not in {c.attribute for c in told(text, language)}
    assert "people in shelters" in {c.attribute for c in told("Unos 640 vecinos fueron evacuados en escuelas.", "es")}
