"""Tolls of an earlier happening told in the sentences behind the one that names it with its year."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article


def scopes(text: str, language: str) -> dict[float | None, tuple[str, ...]]:
    page = article(text, language=language, title="News", published="2031-05-06T20:00:00+00:00")
    found = claims.find(page, pipeline.annotate(page), {})
    return {c.low: tuple(s for s in c.scope if not s.startswith("place:")) for c in found if c.attribute == "death"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The storm killed 24 people. Old people speak of Odilo, 1991. Fifty-three dead, a ship on a hill."),
        ("en", "The storm killed 24 people. Odilo crossed the bay in 1991. It had killed 53 people."),
        ("fr", "La tempête a tué 24 personnes. Odilo avait traversé la baie en 1991. Il avait fait 53 morts."),
        ("de", "Der Sturm tötete 24 Menschen. Es ist der stärkste seit Odilo 1991. Damals starben 53 Menschen."),
        ("es", "El temporal mató a 24 personas. Los mayores recuerdan Odilo, en 1991. Había dejado 53 muertos."),
        ("it", "La tempesta ha ucciso 24 persone. Tutti ricordano Odilo, nel 1991. Aveva provocato 53 morti."),
        ("pt", "A tempestade matou 24 pessoas. Todos recordam Odilo, em 1991. Tinha causado 53 mortos."),
    ],
)
def test_a_toll_behind_the_name_of_an_earlier_storm_is_of_its_year(language: str, text: str) -> None:
    assert scopes(text, language) == {24: (), 53: ("year:1991",)}


def test_what_is_the_worst_since_a_year_is_not_of_it() -> None:
    assert scopes("It is the worst storm since Odilo, in 1991. Twelve dead so far, officials said.", "en") == {12: ()}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No such storm since 1991, when Odilo flattened 9,000 houses on all the coast and killed 53 people."),
        ("fr", "Rien de tel depuis 1991, quand Odilo avait rasé 9.000 maisons sur toute la côte et tué 53 personnes."),
        ("de", "Nichts dergleichen seit 1991, als Odilo kam, rund 9.000 Häuser zerstörte und 53 Menschen starben."),
        ("es", "Nada igual desde 1991, cuando Odilo arrasó unas 9.000 viviendas de la costa sur y mató a 53 vecinos."),
        ("it", "Nulla di simile dal 1991, quando Odilo rase al suolo 9.000 case della costa e uccise 53 persone."),
        ("pt", "Nada igual desde 1991, quando Odilo arrasou cerca de 9.000 casas da costa sul e matou 53 pessoas."),
    ],
)
def test_all_behind_a_year_and_when_is_of_that_year(language: str, text: str) -> None:
    assert "year:1991" in scopes(text, language)[53]


def test_a_year_beyond_a_semicolon_is_of_what_stands_there() -> None:
    text = "Odilo, nel settembre del 1991, fece sessantotto morti; Ondina, nel 2017, nessuno."
    assert scopes(text, "it")[68] == ("year:1991",)
