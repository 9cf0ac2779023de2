"""Numbers with a unit."""

from __future__ import annotations

import time

import pytest

from recoupe.model.mention import Quantity
from recoupe.quantities import find


def one(text: str, language: str) -> Quantity:
    found = find(text, language=language)
    assert len(found) == 1, found
    return found[0]


def test_money_with_magnitude() -> None:
    q = one("près de 50 millions de dollars d'aide", "fr")
    assert (q.low, q.high, q.unit, q.of, q.qualifier) == (45e6, 50e6, "USD", "aid", "nearly")
    assert one("a €1.2bn deal", "en").low == 1.2e9
    assert one("50 M€", "fr").low == 50e6


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Outflow peaked at 1,150 cubic metres a second."),
        ("fr", "Le débit a atteint 1 150 mètres cubes par seconde."),
        ("de", "Der Abfluss stieg auf 1.150 Kubikmeter pro Sekunde."),
        ("es", "El caudal llegó a 1.150 metros cúbicos por segundo."),
        ("it", "La portata è di 1.150 metri cubi al secondo."),
        ("pt", "A vazão chegou a 1.150 metros cúbicos por segundo."),
        ("fr", "Le texte garantit un débit de 1 150 m³ d'eau par seconde."),
        ("en", "A flow of 1,150 cubic metres of water per second is promised."),
    ],
)
def test_a_flow_is_a_volume_a_second(language: str, text: str) -> None:
    assert [(q.low, q.unit, q.of) for q in find(text, language=language)] == [(1150.0, "m3/s", "flow")]


def test_a_volume_a_second_time_is_no_flow() -> None:
    (found,) = find("A tank of 300 cubic metres burst for a second time.", language="en")
    assert found.unit == "m3"


def test_words_without_end_behind_a_volume_take_no_time() -> None:
    begin = time.process_time()
    (found,) = find("Il faut 400 m³ " + f"{'a' * 60} " * 4 + "de plus.", language="fr")
    assert time.process_time() - begin < 2.0
    assert found.unit == "m3"


@pytest.mark.parametrize(
    ("language", "text", "unit", "of"),
    [
        ("fr", "La sonde est inclinée de 8 degrés.", "°", "angle"),
        ("pt", "Parou com inclinação de 8 graus.", "°", "angle"),
        ("de", "Gelandet ist die Sonde bei 8 Grad südlicher Breite.", "°", "angle"),
        ("en", "It leans at 8 degrees on a slope.", "°", "angle"),
        ("es", "En Tolhuin hacía 8 grados y lloviznaba.", "°C", "temperature"),
    ],
)
def test_degrees_of_a_slope_are_no_heat(language: str, text: str, unit: str, of: str) -> None:
    assert [(q.low, q.unit, q.of) for q in find(text, language=language)] == [(8.0, unit, of)]


@pytest.mark.parametrize(
    ("language", "text", "of"),
    [
        ("en", "The fund holds 12% of Carron.", "stake"),
        ("en", "The party holds 12% of the seats.", "%"),
        ("fr", "Le parti détient 12 % des sièges.", "%"),
        ("es", "El partido posee el 12 % de los escaños.", "%"),
        ("de", "Die Partei hält 12 Prozent der Sitze.", "%"),
    ],
)
def test_a_share_of_seats_is_no_stake(language: str, text: str, of: str) -> None:
    assert [q.of for q in find(text, language=language)] == [of]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Il fronte è largo 620 metri.", "width"),
        ("La barca era a 30 chilometri al largo di Lampedusa.", "distance"),
    ],
)
def test_what_is_off_a_coast_has_no_width(text: str, of: str) -> None:
    assert [q.of for q in find(text, language="it")] == [of]


def test_the_hour_of_something_is_part_of_no_speed() -> None:
    text = "Un pont de 640 mètres à l'heure où l'équipe arrive ; la sonde avance de 9 mètres à l'heure."
    assert [(q.low, q.unit) for q in find(text, language="fr")] == [(640.0, "m"), (9.0, "m/h")]
