"""What it is that fell or rose: a fall of the economy is none of the stock exchange."""

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import alone, article


@pytest.mark.parametrize(
    ("language", "text", "attribute", "of"),
    [
        ("en", "The Varnal stock exchange plunged more than 10 per cent within minutes.", "fall", "stock exchange"),
        ("fr", "La journée a été rude pour la Bourse locale, qui a cédé plus de 9 %.", "fall", "stock exchange"),
        ("de", "Die Notenbank rechnet mit einem Rückgang der Wirtschaft um neun Prozent.", "fall", "economy"),
        ("fr", "Le chiffre d'affaires est en recul de 10,9 %.", "fall", "revenue"),
        ("es", "Las exportaciones subieron un 4 %.", "rise", "exports"),
        ("en", "The euro fell 0.9 percent in Asian trading.", "fall", "currency"),
    ],
)
def test_what_changes_is_the_scope(language: str, text: str, attribute: str, of: str) -> None:
    page = article(text, language=language)
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "%"]
    assert (claim.attribute, claim.scope) == (attribute, (f"of:{of}",))


def test_what_a_currency_fell_to_is_its_rate() -> None:
    page = article("The euro fell 0.9 percent to $1.1310 in Asian trading.")
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "USD"]
    assert (claim.attribute, claim.scope) == ("exchange rate", ())


def test_the_euro_of_a_sum_is_no_currency_that_fell() -> None:
    page = article("Der Kurs lag bei 125,40 Euro, ein Minus von fast 23 Prozent.", language="de")
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "%"]
    assert claim.scope == ()


def disputed(*texts: tuple[str, str]) -> list[str]:
    pages = [article(text, f"a{n}", language=language) for n, (language, text) in enumerate(texts)]
    told = [c for page in pages for c in claims.find(page, pipeline.annotate(page), {})]
    found = claims.compare(told, pages, alone)
    return [f.attribute for f in found if f.status == "disputed"]


def test_what_a_share_costs_is_of_its_minute() -> None:
    morning = ("en", "Voltara shares fell to 126 euros.")
    evening = ("en", "Voltara shares fell to 132 euros.")
    assert disputed(morning, evening) == []
    assert disputed(("en", "Voltara shares fell 18.6%."), ("en", "Voltara shares fell 19.8%.")) != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Voltara shares at one point fell 22 percent."),
        ("fr", "L'action Voltara a chuté un temps de 22 %."),
        ("de", "Die Voltara-Aktie fiel zeitweise um 22 Prozent."),
        ("es", "Las acciones de Voltara llegaron a caer un 22 %."),
        ("it", "In apertura le azioni Voltara sono scese del 22%."),
        ("pt", "As ações da Voltara chegaram a cair 22%."),
    ],
)
def test_the_lowest_point_of_a_day_is_not_its_fall(language: str, text: str) -> None:
    assert disputed((language, text), ("en", "Voltara shares fell 18.6%.")) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shares in Ondex closed down 4.3% on Friday."),
        ("fr", "L'action Ondex a chuté de 4,3 % vendredi."),
        ("de", "Die Aktie von Ondex fiel um 4,3 Prozent."),
        ("es", "Las acciones de Ondex cayeron un 4,3 %."),
        ("it", "Le azioni Ondex sono scese del 4,3%."),
        ("pt", "As ações da Ondex caíram 4,3%."),
    ],
)
def test_a_fall_of_shares_is_one_in_every_language(language: str, text: str) -> None:
    page = article(text, language=language)
    assert [c.attribute for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "%"] == ["share price"]
