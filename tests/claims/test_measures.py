"""What a length or a speed measures."""

from __future__ import annotations

import pytest

from tests.claims.helpers import attributes, measure, only, told


def test_a_fall_is_one_measure_in_every_language() -> None:
    english = "The tram left the rails and fell 30 metres."
    german = "Die Tram stürzte 30 Meter in die Tiefe."
    (a,) = only(english, measure(english, "30 metres", 30, "m"))
    (b,) = only(german, measure(german, "30 Meter", 30, "m", "depth"), language="de")
    assert a.attribute == b.attribute == "height of the fall"


@pytest.mark.parametrize(
    ("language", "text", "length"),
    [
        ("en", "The glider fell 700 metres short of the harbour.", "700 metres"),
        ("de", "Das Segelflugzeug stürzte 700 Meter vor dem Hafen ab.", "700 Meter"),
        ("fr", "Le planeur est tombé 700 mètres avant le port.", "700 mètres"),
        ("es", "El planeador cayó 700 metros antes del puerto.", "700 metros"),
        ("it", "L'aliante è caduto 700 metri prima del porto.", "700 metri"),
        ("pt", "O planador caiu 700 metros antes do porto.", "700 metros"),
    ],
)
def test_how_far_off_it_came_down_is_no_height(language: str, text: str, length: str) -> None:
    (claim,) = only(text, measure(text, length, 700, "m"), language=language)
    assert claim.attribute == "distance"


def test_what_is_allowed_is_not_what_was_driven() -> None:
    text = "Der Zug fuhr 104 km/h; erlaubt sind 80 km/h."
    found = only(text, measure(text, "104 km/h", 104, "km/h"), measure(text, "80 km/h", 80, "km/h"), language="de")
    assert [(c.attribute, c.low) for c in found] == [("speed", 104), ("speed limit", 80)]


def test_miles_are_compared_as_kilometres_from_a_place() -> None:
    text = "Its centre was 12 miles from the village of Orvanne."
    (claim,) = only(text, measure(text, "12 miles", 12, "mi", "distance"))
    assert (claim.attribute, claim.unit, claim.scope) == ("distance", "km", ("from:orvanne",))
    assert claim.low is not None
    assert claim.high is not None
    assert claim.low < 19.3 < claim.high
    assert claim.display == "12 miles"


def test_two_measures_share_no_word() -> None:
    text = "El centro estaba a 18 km de Orvanne y a una profundidad de 35 km."
    found = only(
        text, measure(text, "18 km", 18, "km", "depth"), measure(text, "35 km", 35, "km", "depth"), language="es"
    )
    assert [c.attribute for c in found] == ["distance", "depth"]


def test_gusts_are_not_the_wind() -> None:
    text = "The cyclone struck at night with sustained winds of 165 km/h (103 mph) and gusts of 230 km/h."
    wind, miles = measure(text, "165 km/h", 165, "km/h"), measure(text, "103 mph", 103, "mph")
    gusts = measure(text, "230 km/h", 230, "km/h")
    assert attributes(text, wind, miles, gusts) == [("165 km/h", "wind speed"), ("230 km/h", "gust")]


def test_waves_rivers_and_altitudes_are_told_apart() -> None:
    text = "Waves of 9 metres hit the pier. The river rose to 7 metres. The plane had climbed to 2250 metres."
    found = attributes(text, *(measure(text, f"{n} metres", n, "m") for n in (9, 7, 2250)))
    assert [attribute for _, attribute in found] == ["wave height", "water level", "altitude"]


def test_a_wind_is_told_by_the_word_before_it() -> None:
    text = "The storm came ashore with sustained winds of 215 kilometres per hour and gusts of 265."
    (claim,) = only(text, measure(text, "215 kilometres per hour", 215, "km/h", "wind speed"))
    assert claim.attribute == "wind speed"


def test_a_limit_that_leads_to_a_bare_number_is_that_number() -> None:
    text = "Il fiume ha toccato 7,1 metri, la soglia di allarme è 5."
    (claim,) = only(text, measure(text, "7,1 metri", 7.1, "m"), language="it")
    assert (claim.attribute, claim.scope) == ("water level", ())


def test_what_falls_into_a_river_is_no_level_of_it() -> None:
    assert "water level" not in {c.attribute for c in told("A slab of 74 metres simply folded into the river.")}
    assert "water level" in {c.attribute for c in told("The river climbed to 7.4 metres.")}


def test_a_depth_is_no_distance() -> None:
    assert "distance" not in {c.attribute for c in told("L'épave repose à 450 mètres de profondeur.", "fr")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L'entrepôt se trouve à environ 450 mètres d'une école.", "fr"),
        ("El depósito, a unos 450 metros de las casas, ardió.", "es"),
        ("Il deposito, a circa 450 metri dalle case, è bruciato.", "it"),
        ("O armazém, a cerca de 450 metros das casas, ardeu.", "pt"),
    ],
)
def test_a_length_from_something_is_a_distance(text: str, language: str) -> None:
    assert {c.attribute for c in told(text, language) if c.unit == "m"} == {"distance"}
