"""What stands right beside a number."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "Force 8 winds were blowing when the trawler capsized.", 8),
        ("de", "Böen der Stärke neun erschwerten die Suche.", 9),
        ("fr", "Il y avait un vent de force 9, rafales comprises.", 9),
        ("nl", "Er stond windkracht 7.", 7),
        ("en", "Winds of 9 Beaufort were measured.", 9),
    ],
)
def test_the_force_of_a_wind(language: str, text: str, force: float) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.unit, found.of) == (force, "Bft", "wind force")


def test_a_quake_of_that_strength_is_no_wind() -> None:
    assert find("Ein Beben der Stärke 6 hat die Insel erschüttert.", language="de")[0].of == "magnitude"


@pytest.mark.parametrize(
    ("text", "low", "unit", "of"),
    [
        ("The war has displaced 1.2m people.", 1_200_000, "person", "displaced"),
        ("More than 3m homes were hit.", 3_000_000, "thing", "house"),
        ("The site has 12k users.", 12_000, "person", "user"),
        ("A line of 30m trees fell.", 30, "m", "m"),
        ("The wave was 3m high.", 3, "m", "height"),
    ],
)
def test_a_letter_means_millions_before_those_counted(text: str, low: float, unit: str, of: str) -> None:
    (found,) = find(text, language="en")
    assert (found.low, found.unit, found.of) == (low, unit, of)
