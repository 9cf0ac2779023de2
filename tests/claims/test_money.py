"""What a sum of money is of."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article, attributes, measure, only, told


def test_a_sum_beside_the_damage_of_a_disaster() -> None:
    text = "After the earthquake, damage came to 40 million dollars."
    assert attributes(text, measure(text, "40 million dollars", 4e7, "USD")) == [("40 million dollars", "damage")]
    text = "The company said damage came to 40 million dollars."
    assert attributes(text, measure(text, "40 million dollars", 4e7, "USD")) == [("40 million dollars", "USD")]


def test_no_share_costs_millions() -> None:
    text = "The bank spent 5.2 billion euros to hold the price."
    (claim,) = only(text, measure(text, "5.2 billion euros", 5.2e9, "EUR", "share price"))
    assert claim.attribute == "EUR"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ransom gang held. The hackers had the run of the servers and then demanded a cool €5 million."),
        ("fr", "Demande de rançon à Brunn. Les pirates voulaient 5 millions d'euros pour les données."),
        ("it", "Cyberattacco a Brunn. Il capo della banda chiedeva alla compagnia 5 milioni di euro."),
    ],
)
def test_what_extortioners_demand_is_a_ransom(language: str, text: str) -> None:
    page = article(text, language=language, title=text.split(".")[0])
    (found,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "EUR"]
    assert found.attribute == "ransom"


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
