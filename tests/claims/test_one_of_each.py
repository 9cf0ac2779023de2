"""Two values are of one thing: of one person, time and unit. Pages of sport and of courts, invented."""

from __future__ import annotations

import pytest

from recoupe import pipeline
from recoupe.claims.comparison import units
from recoupe.claims.values import Item, all_meet
from recoupe.model import Finding, Reading
from tests.claims.helpers import article, claim, told


def findings(*texts: tuple[str, str]) -> list[Finding]:
    pages = [
        article(text, f"a{n}", language=language, title=text.split(".")[0]) for n, (language, text) in enumerate(texts)
    ]
    return list(pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages]).findings)


def disputes(*texts: tuple[str, str]) -> list[Finding]:
    return [f for f in findings(*texts) if f.status == "disputed"]


YEARS = {
    "en": "{who} said she has worked at the Lorvan ground for {n} years with Karl Osten.",
    "fr": "{who} a dit travailler au stade de Lorvan depuis {n} ans avec Karl Osten.",
    "es": "{who} dijo que lleva {n} años trabajando en el estadio de Lorvan con Karl Osten.",
    "de": "{who} sagte, sie arbeite im Stadion von Lorvan seit {n} Jahren mit Karl Osten.",
}


@pytest.mark.parametrize("language", YEARS)
def test_the_years_of_two_people_are_no_dispute(language: str) -> None:
    pages = [YEARS[language].format(who=who, n=n) for who, n in (("Edda Brandvik", 15), ("Marta Rehle", 22))]
    assert disputes(*((language, text) for text in pages)) == []


GOALS = {
    "en": (
        "Lorvan beat Brenz on Sunday. He ended the season with 12 assists and five headers in 31 outings.",
        "Lorvan beat Brenz on Sunday. He ended the season with 14 assists and six headers in 29 outings.",
    ),
    "es": (
        "El Lorvan ganó el domingo al Brenz. Terminó la temporada con doce asistencias y cinco remates en 31 fechas.",
        "El Lorvan ganó el domingo al Brenz. Terminó la temporada con catorce asistencias y seis remates en 29 fechas.",
    ),
}


@pytest.mark.parametrize("language", GOALS)
def test_what_somebody_unnamed_did_is_nobodys(language: str) -> None:
    assert disputes(*((language, text) for text in GOALS[language])) == []


def test_a_term_of_another_year_is_another_term() -> None:
    old = "In 1989 Edda Brandvik was tried for fraud in Lorvan. The court sentenced Brandvik to seven years in prison."
    new = "Edda Brandvik was convicted in 2017 of fraud in Lorvan. The court sentenced Brandvik to ten years in prison."
    assert disputes(("en", old), ("en", new)) == []
    assert disputes(("en", old.replace("1989", "2017")), ("en", new)) != []


def test_how_long_something_took_is_no_term() -> None:
    court = (
        "Edda Brandvik was convicted of fraud in Lorvan. The jury in Lorvan sentenced Brandvik to ten years in prison."
    )
    later = (
        "A jury in Lorvan convicted Edda Brandvik of fraud, and it took another six years for Brandvik to own up to it."
    )
    assert disputes(("en", court), ("en", court), ("en", later)) == []


def test_men_of_whom_no_name_is_told_are_several() -> None:
    one = "A gunman hurt two people at Lorvan court. A 47-year-old man was taken to hospital."
    other = "A gunman hurt two people at Lorvan court. A 50-year-old man was taken to hospital."
    assert [f for f in disputes(("en", one), ("en", other)) if f.attribute == "age"] == []


def test_a_page_that_prints_two_days_tells_of_two_things() -> None:
    pages = (
        "On November 18 the Tern sank a trawler of pirates. "
        "On November 11 the Tern sank two boats of pirates off Lorvan.",
        "On November 19 the Tern sank a boat of pirates off Lorvan, the navy said.",
        "On November 18 the Tern sank a boat of pirates off Lorvan.",
    )
    found = [f for f in disputes(*(("en", text) for text in pages)) if f.unit == "day"]
    assert all("November 11" not in v.display for f in found for v in f.values)


@pytest.mark.parametrize(
    ("unit", "values", "fit"),
    [
        ("km", ((54.07395840000001, 58.5801216), (60.0, 60.0)), True),  # "35 miles", "60 km"
        ("km", ((54.07395840000001, 58.5801216), (67.0, 67.0)), False),
        ("m", ((8.77824, 9.50976), (10.0, 10.0)), True),  # "30-foot", "10-metre"
        ("m", ((60.0, 60.0), (62.0, 62.0)), False),  # nobody turned any
        ("km", ((23.11296, 25.03904), (18.8293248, 23.0136192)), True),  # "13 nautical miles", "some 13 miles"
    ],
)
def test_measures_turned_into_others_fit(unit: str, values: tuple[tuple[float, float], ...], fit: bool) -> None:
    items = [Item(claim("a", *v, unit=unit), v) for v in values]
    assert all_meet(units.loosened(unit, items)) is fit


def test_miles_at_sea_are_no_mistake() -> None:
    ship = "The Tern was about 13 nautical miles away from the freighter Osprey when it called for help."
    again = "The Tern was 13 nautical miles away from the freighter Osprey when it called for help."
    road = "The Tern was some 13 miles away from the freighter Osprey when it called for help."
    assert disputes(("en", ship), ("en", again), ("en", road)) == []


def test_a_sum_in_the_readers_own_dollars_is_the_same() -> None:
    found = told("A fire at the Lorvan stand did damage estimated at $US1 million ($1.52 million), the club said.")
    assert [(c.attribute, c.low) for c in found if c.unit == "USD"] == [("damage", 1_000_000)]


THRESHOLDS = {
    "en": "Under the rules the vote can only be declared valid with a turnout of more than 50 percent.",
    "fr": "Pour être validé, le scrutin doit réunir une participation de plus de 50 %.",
    "de": "Damit die Wahl gültig ist, braucht es eine Wahlbeteiligung von mehr als 50 Prozent.",
    "es": "Para ser válida, la votación exige una participación de más del 50 %.",
    "it": "Per essere valida, la votazione richiede un'affluenza superiore al 50 per cento.",
    "pt": "Para ser válida, a votação exige uma participação de mais de 50%.",
}


@pytest.mark.parametrize("language", THRESHOLDS)
def test_what_a_rule_asks_for_is_a_bound(language: str) -> None:
    found = [c for c in told(THRESHOLDS[language], language) if c.unit == "%"]
    assert ["limit:" in c.scope for c in found] == [True]


def test_voters_of_a_share_are_not_those_counted() -> None:
    found = told("Some 2.4 million people, accounting for 88 percent of the registered voters, cast their ballots.")
    assert "eligible" not in [c.attribute for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Two nearly killed by a falling gate spoke of the Lorvan match.",
        "The 76ers fired their coach after the match.",
        "He sang of the nineteen sixties before the match.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert [c for c in told(text) if c.rule == "count"] == []


def test_halves_with_a_hyphen_are_whole() -> None:
    found = told("Edda Brandvik was sentenced to 2-1/2 years in prison for fraud.")
    assert [c.low for c in found if c.attribute == "prison sentence"] == [2.5 * 365.2425 * 86400]


DELIBERATED = {
    "en": "The jury deliberated for six hours, spread over two days, before it convicted Edda Brandvik.",
    "fr": "Les jurés ont délibéré pendant six heures avant de condamner Edda Brandvik.",
    "de": "Die Geschworenen berieten sechs Stunden, ehe sie Edda Brandvik verurteilten.",
    "es": "El jurado deliberó durante seis horas antes de condenar a Edda Brandvik.",
    "it": "La camera di consiglio è durata sei ore, poi la condanna di Edda Brandvik.",
    "pt": "Os jurados deliberaram durante seis horas antes de condenar Edda Brandvik.",
}


@pytest.mark.parametrize("language", DELIBERATED)
def test_a_jury_deliberates_and_a_trial_lasts(language: str) -> None:
    found = [c for c in told(DELIBERATED[language], language) if c.unit == "second" and "event:deliberation" in c.scope]
    assert [c.low is not None and c.low >= 6 * 3600 * 0.9 for c in found] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The trial heard witnesses for six hours, spread over two days."),
        ("de", "Der Prozess dauerte sechs Stunden, über zwei Tage verteilt."),
    ],
)
def test_over_two_days_may_say_in_how_many(language: str, text: str) -> None:
    lengths = [c for c in told(text, language) if c.unit == "second" and (c.high is None or c.high >= 86400)]
    assert all(c.high is not None for c in lengths)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police arrested the striker three houses away."),
        ("en", "The keeper was arrested five buildings from the stadium."),
        ("fr", "Le gardien a été arrêté trois maisons plus loin."),
        ("de", "Der Torwart wurde drei Häuser weiter festgenommen."),
        ("es", "El portero fue detenido tres casas más allá."),
    ],
)
def test_houses_may_be_a_way(language: str, text: str) -> None:
    assert [c.attribute for c in told(text, language) if c.rule == "count"] == ["distance"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Falk came late, delaying the meeting of the two coaches by an hour and 20 minutes."),
        ("en", "He once kept the board waiting 47 minutes for one of their meetings."),
        ("de", "Falk ließ den Vorstand vor dem Treffen 47 Minuten warten."),
        ("fr", "Falk a fait attendre 47 minutes les dirigeants avant leur réunion."),
    ],
)
def test_a_wait_is_no_meeting(language: str, text: str) -> None:
    assert [c for c in told(text, language) if c.attribute in ("duration", "second")] == []


def test_a_line_that_says_how_long_ago_it_was_posted_tells_no_hour() -> None:
    assert [
        c
        for c in told("The talks of the two clubs began in Lorvan.\n5 hours ago\nFalk was there.")
        if c.unit == "instant"
    ] == []


PLACED = [
    ("The demonstration against Lorvan FC near the LVPD grew on Sunday.", "LVPD"),
    ("Falk was arrested on Sunday at Brenz Gov. Edda Brandvik's house.", "Brenz Gov"),
]


@pytest.mark.parametrize(("text", "name"), PLACED)
def test_not_every_name_is_a_place(text: str, name: str) -> None:
    found = findings(("en", text), ("en", text.replace("on Sunday", "late on Sunday")))
    assert [v.display for f in found if f.attribute == "place" for v in f.values if name in v.display] == []


FLOORS = {
    "en": "Falk hid on the third floor of the stand.",
    "fr": "Falk s'est caché au troisième étage de la tribune.",
    "de": "Falk versteckte sich im dritten Stock der Tribüne.",
    "es": "Falk se escondió en la tercera planta de la tribuna.",
    "it": "Falk si è nascosto al terzo piano della tribuna.",
    "pt": "Falk escondeu-se no terceiro andar da bancada.",
}


@pytest.mark.parametrize("language", FLOORS)
def test_a_floor_is_no_rank(language: str) -> None:
    from recoupe.claims.article import nounless

    assert [n.kind for n in nounless.find(FLOORS[language], language, ())] == []


def test_a_season_high_is_no_height() -> None:
    found = told("Falk ran for a season-high 716 metres on Sunday. The stand is a 40-metre-high tower.")
    assert [c.attribute for c in found if c.unit == "m"][:1] == ["m"]
