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


def test_officers_of_an_army_are_no_police() -> None:
    told_of = [c.scope for c in told("The port hosted nine naval officers.") if c.low == 9]
    assert told_of
    assert not any("group:police" in scope for scope in told_of)
    assert any("group:police" in c.scope for c in told("Nine officers died in the raid.") if c.low == 9)


def test_things_have_no_age() -> None:
    assert [c.scope for c in told("At least 14 gadgets for children were sold.")] == [()]


def test_a_rate_of_growth_is_no_interest_rate() -> None:
    found = told("The lake was drying out at a rate of 12 percent.")
    assert {c.attribute for c in found if c.low == 12}.isdisjoint({"interest rate"})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The 64 injured still in hospital were visited by the mayor.", "en"),
        ("Les 64 blessés encore hospitalisés vont mieux.", "fr"),
        ("64 Verletzte liegen noch in Kliniken.", "de"),
        ("Siguen hospitalizados 64 heridos.", "es"),
        ("I medici curano ancora 64 feriti.", "it"),
        ("Continuam internados 64 feridos.", "pt"),
    ],
)
def test_the_injured_still_in_hospital_are_not_all_who_were_hurt(text: str, language: str) -> None:
    assert {c.attribute for c in told(text, language)} == {"hospitalised"}


def test_all_who_were_hurt_are_not_those_still_in_hospital() -> None:
    found = {c.low: c.attribute for c in told("Of the 230 injured, 64 were still in hospital.")}
    assert found == {230: "injury", 64: "hospitalised"}


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


def test_a_depth_is_no_distance() -> None:
    assert "distance" not in {c.attribute for c in told("L'épave repose à 450 mètres de profondeur.", "fr")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The explosion shocked the port. An appeal has raised $3 million (2.7 million euros).", "en"),
        ("L'explosion a ému le port. La cagnotte atteint 3 millions de dollars (2,7 millions d'euros).", "fr"),
        ("Nach der Explosion gingen 3 Millionen Dollar (2,7 Millionen Euro) an Spenden ein.", "de"),
        ("Tras la explosión, la colecta suma 3 millones de dólares (2,7 millones de euros).", "es"),
        ("Dopo l'esplosione la colletta ha raggiunto 3 milioni di dollari (2,7 milioni di euro).", "it"),
        ("Após a explosão, a vaquinha soma 3 milhões de dólares (2,7 milhões de euros).", "pt"),
    ],
)
def test_what_is_given_after_a_disaster_is_no_prize(text: str, language: str) -> None:
    assert [c.attribute for c in told(text, language) if c.unit in ("USD", "EUR")] == ["donation", "donation"]


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
