"""What it is that fell or rose: a fall of the economy is none of the stock exchange."""

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article


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
