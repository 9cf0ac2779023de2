"""Amounts that came within a length of time, and measures of a storm by the coming they are of."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Finding
from tests.claims.helpers import alone, article


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The storm dumped rain on Brenz: 310 mm fell there in 36 hours."),
        ("fr", "L'orage a noyé la ville de Brenz : il est tombé 310 mm de pluie en trente-six heures."),
        ("de", "Das Unwetter zog über Brenz: Es fielen 310 Liter pro Quadratmeter in 36 Stunden."),
        ("es", "El temporal castigó Brenz: cayeron 310 litros por metro cuadrado en 36 horas."),
        ("it", "Il temporale su Brenz: sono caduti 310 millimetri di pioggia in 36 ore."),
        ("pt", "A tempestade em Brenz: caíram 310 milímetros de chuva em 36 horas."),
    ],
)
def test_the_time_an_amount_fell_in_lasts_nothing(language: str, text: str) -> None:
    page = article(text, language=language, title="News")
    told = [(c.attribute, "period:36 h" in c.scope) for c in claims.find(page, pipeline.annotate(page), {})]
    assert told == [("rainfall", True)]


def test_rain_of_a_day_to_come_is_a_forecast() -> None:
    page = article("The storm is crossing the coast. Rainfall: 150 to 300 mm through 2031-05-09.", title="Storm")
    told = [c.status for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "rainfall"]
    assert told == ["planned"]


def findings(language: str, *texts: str) -> list[Finding]:
    pages = [
        article(t, f"a{n}", title="News", language=language, published=f"2031-05-09T{10 + n}:00:00+00:00")
        for n, t in enumerate(texts)
    ]
    found = [c for page in pages for c in claims.find(page, pipeline.annotate(page), {})]
    return claims.compare(found, pages, alone)


@pytest.mark.parametrize(
    ("language", "isle", "coast"),
    [
        (
            "en",
            "The hurricane hit Anse at 03:40 GMT on 6 May with winds of 210 km/h.",
            "The hurricane hit Lorn at 01:30 GMT on 9 May with winds of 165 km/h.",
        ),
        (
            "fr",
            "L'ouragan a touché Anse le 6 mai à 3h40 GMT avec des vents de 210 km/h.",
            "L'ouragan a touché Lorn le 9 mai à 1h30 GMT avec des vents de 165 km/h.",
        ),
        (
            "de",
            "Der Hurrikan traf Anse am 6. Mai um 3.40 Uhr GMT mit Windgeschwindigkeiten von 210 Kilometern pro Stunde.",
            "Der Hurrikan traf Lorn am 9. Mai um 1.30 Uhr GMT mit Windgeschwindigkeiten von 165 Kilometern pro Stunde.",
        ),
        (
            "es",
            "El huracán tocó tierra en Anse el 6 de mayo a las 3:40 GMT con vientos de 210 km/h.",
            "El huracán tocó tierra en Lorn el 9 de mayo a la 1:30 GMT con vientos de 165 km/h.",
        ),
        (
            "it",
            "L'uragano ha colpito Anse il 6 maggio alle 3.40 GMT con venti di 210 km/h.",
            "L'uragano ha colpito Lorn il 9 maggio alle 1.30 GMT con venti di 165 km/h.",
        ),
        (
            "pt",
            "O furacão atingiu Anse em 6 de maio às 3h40 GMT com ventos de 210 km/h.",
            "O furacão atingiu Lorn em 9 de maio à 1h30 GMT com ventos de 165 km/h.",
        ),
    ],
)
def test_two_comings_of_a_storm_have_each_their_wind(language: str, isle: str, coast: str) -> None:
    told = [f for f in findings(language, isle, isle, coast, coast) if f.attribute == "wind speed"]
    assert sorted((f.status, f.values[0].low, f.scope[:10]) for f in told) == [
        ("agreed", 165, "2031-05-09"),
        ("agreed", 210, "2031-05-06"),
    ]


def test_a_wind_without_an_hour_is_of_the_coming_whose_value_it_has() -> None:
    isle = "The hurricane hit Anse at 03:40 GMT on 6 May with winds of 210 km/h."
    coast = "The hurricane hit Lorn at 01:30 GMT on 9 May with winds of 165 km/h."
    told = findings("en", isle, isle, coast, coast, "The hurricane had winds of 210 km/h.")
    winds = {f.scope: len(f.values[0].support) for f in told if f.attribute == "wind speed"}
    assert winds == {"2031-05-06": 3, "2031-05-09": 2}


def test_air_pressure_is_called_so() -> None:
    told = findings("en", "The hurricane had a pressure of 941 hPa.", "In the hurricane 938 millibars were read.")
    assert [(f.status, f.attribute) for f in told] == [("disputed", "air pressure")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The hurricane came ashore as a strong Category {} storm."),
        ("fr", "L'ouragan de catégorie {} a touché terre."),
        ("de", "Der Hurrikan der Kategorie {} traf auf Land."),
        ("es", "El huracán de categoría {} tocó tierra."),
        ("it", "L'uragano di categoria {} ha toccato terra."),
        ("pt", "O furacão de categoria {} chegou à costa."),
    ],
)
def test_a_storms_category_is_one_thing(language: str, text: str) -> None:
    told = [f for f in findings(language, text.format(2), text.format(2), text.format(3)) if f.unit == "category"]
    assert [(f.status, f.attribute, [v.low for v in f.values]) for f in told] == [("evolving", "category", [2, 3])]
