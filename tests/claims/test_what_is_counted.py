"""What a number is of where a near word misleads: a bridge's age, a light for a fire, an article of a text."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article, told


def test_the_age_of_a_bridge_is_not_that_of_the_ship_that_hit_it() -> None:
    assert not [c for c in told("A giant ship ploughed into a 51-year-old bridge.") if c.scope == ("who:ship",)]
    assert [c for c in told("The ship, a 51-year-old ferry, sank.") if c.attribute == "age"]


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


def test_nobody_dies_by_halves() -> None:
    assert [c for c in told("18,20 I morti: tutti erano al porto.", "it") if c.attribute == "death"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry has a certificate for 350 passengers."),
        ("fr", "Le ferry portait un certificat pour 350 passagers."),
        ("de", "Die Fähre hatte eine Zulassung für 350 Passagiere."),
        ("es", "El ferri estaba autorizado para 350 pasajeros."),
        ("it", "Il traghetto era omologato per 350 passeggeri."),
        ("pt", "O navio estava licenciado para 350 passageiros."),
    ],
)
def test_what_a_ship_is_licensed_for_is_its_capacity(language: str, text: str) -> None:
    page = article(text, language=language)
    assert [c.attribute for c in claims.find(page, pipeline.annotate(page), {})] == ["capacity"]
