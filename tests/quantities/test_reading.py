"""The words of a quantity and how exact they make it."""

from __future__ import annotations

import pytest

from recoupe.model.mention import Quantity
from recoupe.quantities import find


def one(text: str, language: str) -> Quantity:
    found = find(text, language=language)
    assert len(found) == 1, found
    return found[0]


def test_span_is_the_values_own_words() -> None:
    q = one("On compte au moins 16 morts à Brélan.", "fr")
    assert (q.text, q.low, q.high, q.qualifier, q.of, q.unit) == (
        "au moins 16 morts",
        16,
        None,
        "at least",
        "death",
        "person",
    )


def test_what_a_toll_rose_to_is_no_bound() -> None:
    assert (one("Число погибших выросло до 21.", "ru").low, one("Погибли до 21 человека.", "ru").low) == (21, None)


def test_about_a_number_that_is_not_round_is_nearly_that_number() -> None:
    (some,) = find("Some 212 passengers were there.", language="en")
    (round_,) = find("Some 200 passengers were there.", language="en")
    assert (some.low, some.high) == (207.76, 216.24)
    assert (round_.low, round_.high) == (180.0, 220.0)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("fr", "Plus d'un millier de personnes ont été évacuées.", 1000.0, None),
        ("fr", "Moins d'une centaine de personnes ont été évacuées.", None, 100.0),
        ("en", "More than a dozen people died.", 12.0, None),
        ("es", "Hay más de un centenar de heridos.", 100.0, None),
        ("de", "Mehr als ein Dutzend Menschen starben.", 12.0, None),
        ("fr", "Une centaine de personnes ont été évacuées.", 90.0, 110.0),
    ],
)
def test_more_than_a_round_number_is_more_than_it(
    language: str, text: str, low: float | None, high: float | None
) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.high) == (low, high)
