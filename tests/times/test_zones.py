"""A clock with the zone of a country, a nationality or a city beside it."""

import pytest

from recoupe.text.zones import of_country, of_outlet
from recoupe.times import find

SAID = [
    ("fr", "Le bac part à 19 h 30, heure de Rabat.", "2026-05-13T18:30Z", "Africa/Casablanca"),
    ("fr", "Le bac part à 19 h 30, heure marocaine.", "2026-05-13T18:30Z", "Africa/Casablanca"),
    ("fr", "Le bac part à 19h30 (heure espagnole).", "2026-05-13T17:30Z", "Europe/Madrid"),
    ("fr", "Le vote s'ouvre à 14 heures, heure brésilienne.", "2026-05-13T17:00Z", "America/Sao_Paulo"),
    ("en", "The ferry leaves at 7:30 p.m. Lisbon time.", "2026-05-13T18:30Z", "Europe/Lisbon"),
    ("en", "The ferry leaves at 19:30 Moroccan time.", "2026-05-13T18:30Z", "Africa/Casablanca"),
    ("en", "The talks begin at 9 a.m. (local time in Rabat).", "2026-05-13T08:00Z", "Africa/Casablanca"),
    ("es", "Zarpa a las 19:30, hora de Lisboa.", "2026-05-13T18:30Z", "Europe/Lisbon"),
    ("es", "Zarpa a las 19.30 hora portuguesa.", "2026-05-13T18:30Z", "Europe/Lisbon"),
    ("es", "Empieza a las 21 horas, por el horario de Brasilia.", "2026-05-14T00:00Z", "America/Sao_Paulo"),
    ("es", "Empieza a las 10:00, hora local de Tokio.", "2026-05-13T01:00Z", "Asia/Tokyo"),
    ("it", "Parte alle 19.30 ora di Lisbona.", "2026-05-13T18:30Z", "Europe/Lisbon"),
    ("it", "Parte alle 19:30, ora spagnola.", "2026-05-13T17:30Z", "Europe/Madrid"),
    ("de", "Die Fähre legt um 6 Uhr (Ortszeit in Mitteleuropa) ab.", "2026-05-13T04:00Z", "Europe/Berlin"),
    ("de", "Die Fähre legt um 19.30 Uhr spanischer Zeit ab.", "2026-05-13T17:30Z", "Europe/Madrid"),
    ("de", "Die Fähre legt um 9 Uhr portugiesischer Zeit ab.", "2026-05-13T08:00Z", "Europe/Lisbon"),
    ("pt", "Parte às 19h30 no horário de Rabat.", "2026-05-13T18:30Z", "Africa/Casablanca"),
    ("pt", "Parte às 19h30, hora espanhola.", "2026-05-13T17:30Z", "Europe/Madrid"),
    ("pt", "Às 7h40, também de Lisboa, o navio parou.", "2026-05-13T06:40Z", "Europe/Lisbon"),
    ("fr", "Elle arrive à 23 heures temps de Paris.", "2026-05-13T21:00Z", "Europe/Paris"),
    ("en", "It came down at 7.41am on Wednesday (AEST).", "2026-05-12T21:41Z", "+10:00"),
    ("en", "The vote ends at 9 p.m. NZST.", "2026-05-13T09:00Z", "+12:00"),
    ("de", "Die Wahl endet um 21 Uhr (HKT).", "2026-05-13T13:00Z", "Asia/Hong_Kong"),
    ("pt", "A votação acaba às 21h (ART).", "2026-05-14T00:00Z", "America/Argentina/Buenos_Aires"),
    ("fr", "Elle arrive à 23 heures à Paris.", "2026-05-13T21:00Z", "Europe/Paris"),
    ("fr", "Le vote a lieu à 18 heures GMT+1.", "2026-05-13T17:00Z", "+01:00"),
    (
        "es",
        "Empieza a la 1:30 de la madrugada, tiempo del centro de México.",
        "2026-05-13T07:30Z",
        "America/Mexico_City",
    ),
    ("de", "Es beginnt um 17 Uhr in Paris.", "2026-05-13T15:00Z", "Europe/Paris"),
    ("pt", "Começa às 20 horas em Lisboa.", "2026-05-13T19:00Z", "Europe/Lisbon"),
]


@pytest.mark.parametrize(("language", "text", "value", "zone"), SAID)
def test_a_zone_by_city_country_or_nationality(language: str, text: str, value: str, zone: str) -> None:
    (time,) = find(text, language=language, published="2026-05-13")
    assert (time.value, time.zone, time.zone_from) == (value, zone, "printed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les armes se taisent à 6 heures, heure locale (5 heures à Paris)."),
        ("es", "Las armas callan a las 6 de la mañana (las 5 en París)."),
        ("it", "Le armi tacciono alle 6, ora locale (le 5 a Parigi)."),
        ("pt", "As armas calam-se às 6 horas locais (5 horas em Paris)."),
    ],
)
def test_the_same_hour_elsewhere_in_brackets_tells_the_zone_here(language: str, text: str) -> None:
    here, there = find(text, language=language, published="2026-05-13")
    assert (here.value, here.zone) == (there.value, "+03:00")
    assert there.zone == "Europe/Paris"


def test_hours_that_are_no_clock_stay_lengths() -> None:
    for language, text in (("pt", "Nas 20 horas seguintes choveu."), ("fr", "Il a marché (2 heures à pied).")):
        (time,) = find(text, language=language, published="2026-05-13")
        assert time.type == "DURATION"


def test_a_coast_tells_the_zone_of_the_clock_beside_it() -> None:
    begins = find("The session begins at 6:20 a.m. on the East Coast.", language="en", published="2026-05-13")
    assert [(t.value, t.zone) for t in begins] == [("2026-05-13T10:20Z", "America/New_York")]
    storm = find("Storms hit the East Coast on Monday at 6 p.m.", language="en", published="2026-05-13")
    assert [t.zone for t in storm] == [None]


def test_a_nationality_of_several_zones_tells_none() -> None:
    (time,) = find("It sank at 19:30 American time.", language="en", published="2026-05-13")
    assert (time.value, time.zone) == ("2026-05-13T19:30", None)
    assert of_country("US") is None
    assert of_country("BR") == "America/Sao_Paulo"


def test_an_outlet_counts_in_its_countrys_main_zone() -> None:
    assert of_outlet("https://news.example.com.br/a") == "America/Sao_Paulo"


def test_a_clock_takes_no_zone_from_the_next_line() -> None:
    text = "Kick-off in the stadium\n11:30 a.m.\nEastern (ET): 3:30 p.m.\nCentral (CT): 2:30 p.m."
    first, second, third = find(text, language="en", published="2026-05-13")
    assert (first.text, first.zone) == ("11:30 a.m.", None)
    assert (second.value, second.zone) == ("2026-05-13T19:30Z", "America/New_York")
    assert (third.value, third.zone) == ("2026-05-13T19:30Z", "America/Chicago")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "In London it was 3:40 p.m. when the news came.", "2031-05-06T14:40Z"),
        ("fr", "À Paris, il était 19h50 quand la nouvelle est tombée.", "2031-05-06T17:50Z"),
        ("de", "In Moskau war es 19.50 Uhr, als die Nachricht kam.", "2031-05-06T16:50Z"),
        ("es", "En Lima eran las 4:20 de la tarde cuando llegó la noticia.", "2031-05-06T21:20Z"),
        ("it", "La notizia è arrivata quando in Italia erano le 19.50.", "2031-05-06T17:50Z"),
        ("pt", "Em Lisboa eram 6h30 quando a notícia chegou.", "2031-05-06T05:30Z"),
        ("it", "La notizia è arrivata in Italia alle 19.50 precise.", "2031-05-06T19:50"),
    ],
)
def test_a_place_before_what_its_clock_shows_is_its_zone(language: str, text: str, value: str) -> None:
    (found,) = (t for t in find(text, language=language, published="2031-05-06") if t.type == "TIME")
    assert found.value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "El acto empieza a las 20.00 (una hora menos en Canarias).", "2031-05-06T18:00Z"),
        ("es", "El acto empieza a las 20.00, una hora más en Moscú.", "2031-05-06T18:00Z"),
        ("pt", "Às 17h30, mais uma hora em Itália, atraca o primeiro barco.", "2031-05-06T16:30Z"),
        ("pt", "O jogo começa às 20h30 (menos uma nos Açores).", "2031-05-06T19:30Z"),
        ("fr", "La réunion commence à 20h30, une heure de moins à Londres.", "2031-05-06T18:30Z"),
        ("it", "La riunione inizia alle 20.30, un'ora in meno a Londra.", "2031-05-06T18:30Z"),
        ("it", "La riunione inizia alle 20.30 (due ore in più a Mosca).", "2031-05-06T19:30Z"),
        ("de", "Die Gespräche beginnen um 20 Uhr, eine Stunde weniger in London.", "2031-05-06T18:00Z"),
        ("en", "The talks begin at 8 p.m., two hours ahead in Moscow.", "2031-05-06T19:00Z"),
        ("en", "It leaves at 8 p.m. and is two hours later in London.", "2031-05-06T20:00"),
    ],
)
def test_so_many_hours_more_or_less_elsewhere_tell_a_clocks_zone(language: str, text: str, value: str) -> None:
    found = next(t for t in find(text, language=language, published="2031-05-06") if t.type == "TIME")
    assert found.value == value
