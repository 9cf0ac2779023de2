"""What is told of a value is what its own clause says of it; what only stands near is not."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.comparison.group import Key, unsaid
from recoupe.model import Claim
from tests.claims.helpers import article, claim


def told(text: str, language: str) -> list[Claim]:
    page = article(text, language=language)
    return claims.find(page, pipeline.annotate(page), {})


def attributes(text: str, language: str) -> list[str]:
    return [c.attribute for c in told(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "All but 46 of those held have been released."),
        ("fr", "Tous sauf 46 ont été libérés."),
        ("de", "Bis auf 46 wurden alle freigelassen."),
        ("es", "Todos menos 46 fueron liberados."),
        ("it", "Tutti tranne 46 sono stati liberati."),
        ("pt", "Todos menos 46 foram libertados."),
    ],
)
def test_all_but_so_many_are_the_others(language: str, text: str) -> None:
    assert "released" not in attributes(text, language)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Un ouvrier agricole de 34 ans a été contaminé, a dit le ministre Pavel Idrin.", "worker"),
        ("es", "El contagio de un operario de 34 años cambió el tono.", "worker"),
        ("it", "Il primo caso è un operaio di 34 anni, ricoverato a Varnholt.", "worker"),
        ("pt", "Um operário de 34 anos foi internado.", "worker"),
        ("fr", "Le chef présumé, un Roumain de 34 ans connu de la police, a été cueilli chez lui.", "ringleader"),
    ],
)
def test_a_length_of_years_behind_someone_is_an_age(language: str, text: str, who: str) -> None:
    ages = [c for c in told(text, language) if c.attribute == "age"]
    assert [(c.low, c.scope) for c in ages] == [(34.0, (f"who:{who}",))]


def test_years_of_service_are_no_age() -> None:
    assert "age" not in attributes("Un policier de 20 ans d'expérience a témoigné.", "fr")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le couvre-feu s'appliquera de 22 heures à 5 heures à partir de vendredi."),
        ("fr", "Au terme d'une journée de liesse, des heurts ont éclaté entre policiers et manifestants."),
        ("en", "The curfew was lifted on Sunday, after a night without a shot."),
    ],
)
def test_clocks_and_occasions_are_no_lengths(language: str, text: str) -> None:
    assert "duration" not in attributes(text, language)


def test_a_day_that_a_verb_or_noun_says_lasted_is_a_length() -> None:
    assert "duration" in attributes("Le couvre-feu a duré une journée.", "fr")
    assert "duration" in attributes("Depois de um dia inteiro de negociações, os ministros partiram.", "pt")


@pytest.mark.parametrize(
    ("language", "text", "aside"),
    [
        ("en", "On Friday, police arrested five people.", False),
        ("en", "Police arrested five people on Friday.", False),
        ("en", "Orlov, who came to the throne on May 9, has resigned.", True),
        ("fr", "Un député, qui avait voté les crédits, résumait dimanche l'embarras général.", True),
    ],
)
def test_a_day_may_stand_beside_the_event_of_another_clause(language: str, text: str, aside: bool) -> None:
    (day,) = [c for c in told(text, language) if c.unit == "day"]
    assert day.aside is aside


def test_what_flies_is_not_stolen() -> None:
    flown = told("Des bouteilles ont volé place du Moulin vers 14h30.", "fr")
    stolen = told("Les malfaiteurs ont volé des bijoux à 9h30.", "fr")
    assert [[s for c in found for s in c.scope] for found in (flown, stolen)] == [[], ["event:robbery"]]


def test_a_parliament_does_not_land() -> None:
    assert attributes("Um 10.50 Uhr stand die Königin im Landsting vor den Abgeordneten.", "de") == ["instant"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officials are watching 58 close contacts of the infected worker."),
        ("fr", "Les traceurs suivent 58 cas contacts."),
        ("de", "58 Kontaktpersonen werden beobachtet."),
        ("es", "Las autoridades vigilan a 58 contactos del trabajador infectado."),
        ("it", "Sono seguiti 58 contatti stretti."),
        ("pt", "As autoridades acompanham 58 contatos do trabalhador infectado."),
    ],
)
def test_contacts_of_one_infected_are_not_infected(language: str, text: str) -> None:
    assert attributes(text, language) == ["contact"]


def test_what_a_claim_does_not_say_of_its_group_is_known() -> None:
    key = Key("end", "instant", "protest", (), (), False)
    said = claim("a", 0.0, 0.0, attribute="end", scope=("event:protest",), unit="instant")
    silent = claim("b", 0.0, 0.0, attribute="instant", scope=(), unit="instant")
    beside = claim("c", 0.0, 0.0, attribute="end", scope=("event:protest",), unit="instant", aside=True)
    assert [unsaid(key, c) for c in (said, silent, beside)] == [(), ("end", "protest"), ("protest",)]
    opened = claim("d", 0.0, 0.0, attribute="start", scope=("event:hostage",), unit="instant")
    assert unsaid(Key("occurrence", "instant", "hostage", (), (), False), opened) == ()


def scoped(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(c.attribute, c.scope) for c in told(text, language)]


def test_a_year_is_of_the_number_it_stands_behind() -> None:
    text = "The budget passed with five members absent, and the deficit, 6.1 per cent last year, is to fall."
    assert scoped(text, "en") == [("member", ()), ("deficit", ("past:", "year:2030"))]


def test_what_the_police_seized_is_not_all_that_was_stolen() -> None:
    stolen = "Thieves stole the crown jewels. The jewels are worth 88 million euros."
    assert "value of the loot" in attributes(stolen, "en")
    seized = "Thieves stole the crown jewels. Investigators seized cryptocurrency worth 1.1 million euros."
    assert [a for a in attributes(seized, "en") if a in ("seizure", "value of the loot")] == ["seizure"]


def test_those_who_occupy_a_hall_are_not_aboard() -> None:
    hall = "Dans l'hémicycle, une centaine d'occupants ont déployé une banderole."
    ride = "Un train a déraillé près de Varnholt. Une centaine d'occupants ont attendu des secours."
    assert [[a for a in attributes(t, "fr") if a in ("aboard", "occupant")] for t in (hall, ride)] == [
        ["occupant"],
        ["aboard"],
    ]


def test_animals_that_died_are_no_deaths() -> None:
    text = "Some 1.5 million birds are condemned on three farms and almost half a million are already dead."
    assert [(c.attribute, c.unit) for c in told(text, "en") if c.low != 3.0] == [("bird", "thing"), ("bird", "thing")]


def test_homes_of_a_disease_are_outbreaks() -> None:
    text = "Épidémie de rougeole à Varnholt. La région compte désormais six foyers."
    assert attributes(text, "fr") == ["outbreak"]


def test_who_speaks_alone_holds_a_speech() -> None:
    text = "The talks of the two leaders began in Vellmar. Mara Dolen spoke for about twenty minutes."
    page = article(text, language="en")
    spoke = [c.scope for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second"]
    assert [s[0] for s in spoke] == ["event:speech"]


def test_a_month_long_ban_is_no_rate() -> None:
    (found,) = told("The minister found 160 million euros and slapped a month-long ban on exports.", "en")
    assert "period:month" not in found.scope


def test_the_second_clock_of_a_range_starts_nothing() -> None:
    text = "Le couvre-feu s'appliquera de 22 heures à 5 heures à partir de vendredi."
    assert "instant" not in [c.unit for c in told(text, "fr")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They broke the railings at 18:52 with a stolen van."),
        ("fr", "Ils ont forcé la grille à 18h52 avec un camion volé."),
        ("de", "Um 18.52 Uhr rammten sie das Tor mit einem gestohlenen Lieferwagen."),
        ("es", "A las 18.52 embistieron la verja con una furgoneta robada."),
        ("it", "Alle 18.52 hanno sfondato il cancello con un furgone rubato."),
        ("pt", "Às 18h52 derrubaram o portão com uma carrinha roubada."),
    ],
)
def test_a_stolen_van_is_no_theft(language: str, text: str) -> None:
    assert [c.scope for c in told(text, language) if c.unit == "instant"] == [()]
