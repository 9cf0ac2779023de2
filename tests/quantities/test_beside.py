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


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "It cut the rate by three points and a half.", 3.5),
        ("fr", "Le mur mesure deux mètres et demi de haut.", 2.5),
        ("es", "Bajó la tasa tres puntos y medio.", 3.5),
        ("it", "Ha tagliato il tasso di tre punti e mezzo.", 3.5),
        ("pt", "Baixou a taxa em três pontos e meio.", 3.5),
        ("it", "Costa due milioni di euro e mezzo mondo lo sa.", 2e6),
        ("it", "Il muro è alto due metri e mezzo.", 2.5),
    ],
)
def test_a_half_behind_the_unit(language: str, text: str, value: float) -> None:
    assert [(q.low, q.high) for q in find(text, language=language)] == [(value, value)]


def test_a_half_that_begins_a_number_of_its_own_is_left_to_it() -> None:
    found = find("Subió tres puntos y medio millón de personas se fue.", language="es")
    assert [q.low for q in found] == [3, 500_000]
