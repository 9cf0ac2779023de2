"""What a number is of where a near word misleads: a bridge's age, a slab's length, those none of whom was hurt."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim
from tests.claims.helpers import article


def told(text: str, language: str = "en") -> list[Claim]:
    page = article(text, language=language, title="News of the day")
    return claims.find(page, pipeline.annotate(page), {})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("None of the 22 crew members was hurt.", "en"),
        ("Aucun des 22 membres d'équipage n'a été blessé.", "fr"),
        ("Ninguno de los 22 tripulantes resultó herido.", "es"),
        ("Nessuno dei 22 membri dell'equipaggio è rimasto ferito.", "it"),
        ("Nenhum dos 22 tripulantes ficou ferido.", "pt"),
    ],
)
def test_those_none_of_whom_was_hurt_are_no_injured(text: str, language: str) -> None:
    attributes = {c.attribute for c in told(text, language) if c.low == 22}
    assert attributes
    assert "injury" not in attributes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("None of the 22 passengers and four crew members survived the crash.", "en"),
        ("Aucun des 22 passagers et quatre membres d'équipage n'a survécu.", "fr"),
        ("Keiner der 22 Passagiere und vier Besatzungsmitglieder hat überlebt.", "de"),
        ("Von den 22 Passagieren und vier Besatzungsmitgliedern hat niemand überlebt.", "de"),
        ("Ninguno de los 22 pasajeros y cuatro tripulantes sobrevivió.", "es"),
        ("Nessuno dei 22 passeggeri e quattro membri dell'equipaggio è sopravvissuto.", "it"),
        ("Nenhum dos 22 passageiros e quatro tripulantes sobreviveu.", "pt"),
    ],
)
def test_those_none_of_whom_survived_are_no_survivors(text: str, language: str) -> None:
    found = told(text, language)
    assert {c.low for c in found} == {22, 4}
    assert "survivor" not in {c.attribute for c in found}


def test_the_age_of_a_bridge_is_not_that_of_the_ship_that_hit_it() -> None:
    assert not [c for c in told("A giant ship ploughed into a 51-year-old bridge.") if c.scope == ("who:ship",)]
    assert [c for c in told("The ship, a 51-year-old ferry, sank.") if c.attribute == "age"]


def test_what_falls_into_a_river_is_no_level_of_it() -> None:
    assert "water level" not in {c.attribute for c in told("A slab of 74 metres simply folded into the river.")}
    assert "water level" in {c.attribute for c in told("The river climbed to 7.4 metres.")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The text guarantees a flow of 410 cubic metres per second from April to September.", "en"),
        ("Le texte garantit d'avril à septembre un débit de 410 m3 par seconde.", "fr"),
        ("Dort sollen von April bis September mindestens 410 Kubikmeter pro Sekunde fliessen.", "de"),
    ],
)
def test_a_span_of_months_of_no_year_dates_no_value(text: str, language: str) -> None:
    flows = [c for c in told(text, language) if c.unit in ("m3/s", "m3")]
    assert flows
    assert not any(s.startswith("year:") for c in flows for s in c.scope)


def test_those_who_came_to_a_march_marched() -> None:
    (came,) = [c for c in told("A demonstration on the square was attended by 800 people.") if c.low == 800]
    assert came.attribute == "protester"


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        ("Mercredi 6 mai, au passage au rouge des feux de circulation, le conducteur s'est arrêté.", "fr", "fire"),
        ("La línea permanecerá cerrada el jueves 7 de mayo.", "es", "stay"),
    ],
)
def test_lights_are_no_fire_and_what_stays_shut_no_visit(text: str, language: str, event: str) -> None:
    assert f"event:{event}" not in {s for c in told(text, language) for s in c.scope}


def test_a_question_that_is_asked_again_resumes_nothing() -> None:
    asked = told("La collision de mercredi relance une question sur les ponts.", "fr")
    assert not [c for c in asked if "resume" in c.attribute]


def test_the_articles_of_a_text_are_no_objects() -> None:
    assert "object" not in {c.attribute for c in told("Le projet de communiqué compte dix-sept articles.", "fr")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La tour a signalé un vol en détresse à 9h30.", "fr"),
        ("The controllers declared the plane in distress at 9:30 a.m.", "en"),
        ("Der Pilot meldete um 9.30 Uhr Luftnotlage.", "de"),
        ("El avión se declaró en emergencia a las 9.30 horas.", "es"),
        ("L'aereo si è dichiarato in emergenza alle 9.30.", "it"),
        ("O avião declarou-se em emergência às 9h30.", "pt"),
    ],
)
def test_a_plane_in_distress_is_an_alert_and_no_theft(text: str, language: str) -> None:
    (clock,) = [c for c in told(text, language) if c.rule == "clock"]
    assert clock.attribute == "alert"
    assert "event:robbery" not in clock.scope


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Loyal sailors killed 34 coup plotters.", "en"),
        ("Les marins ont tué 34 putschistes.", "fr"),
        ("Im Hafen lagen 34 getötete Putschisten.", "de"),
        ("Murieron 90 vecinos, entre ellos 34 golpistas.", "es"),
        ("Nel porto sono stati uccisi 34 golpisti.", "it"),
        ("No porto morreram 34 golpistas.", "pt"),
    ],
)
def test_plotters_are_a_part_of_the_dead(text: str, language: str) -> None:
    (claim,) = [c for c in told(text, language) if c.low == 34]
    assert (claim.attribute, claim.scope) == ("death", ("group:militant",))


@pytest.mark.parametrize(
    ("text", "language"),
    [("Onze généraux ont été arrêtés au port.", "fr"), ("Three generals were arrested.", "en")],
)
def test_generals_are_no_police(text: str, language: str) -> None:
    (claim,) = told(text, language)
    assert (claim.attribute, claim.scope) == ("arrest", ("group:officer",))


def test_nobody_dies_by_halves() -> None:
    assert [c for c in told("18,20 I morti: tutti erano al porto.", "it") if c.attribute == "death"] == []
