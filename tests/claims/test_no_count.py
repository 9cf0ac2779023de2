"""Numbers before a noun that count nothing."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim
from tests.claims.helpers import article


def told(text: str, language: str = "en") -> list[Claim]:
    page = article(text, language=language, title="News of the day")
    return claims.find(page, pipeline.annotate(page), {})


def numbers(text: str, language: str = "en") -> set[float | None]:
    return {c.low for c in told(text, language) if c.unit in ("person", "thing")}


def test_the_end_of_a_span_of_days_counts_nothing() -> None:
    assert numbers("The June 3-5 floods left 41 people homeless.") == {41}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "One in every 400 savers was cheated."),
        ("fr", "Un sur 400 clients a été lésé."),
        ("es", "Uno de cada 400 clientes fue estafado."),
        ("pt", "Um em cada 400 clientes foi enganado."),
    ],
)
def test_the_base_of_a_ratio_counts_nothing(language: str, text: str) -> None:
    assert 400 not in numbers(text, language)
    assert 400 in numbers({"en": "The bank has 400 savers.", "fr": "La banque a 400 clients."}.get(language, text[8:]))


def test_nobody_counts_parts_of_people() -> None:
    assert numbers("The firm brought Orrin 4.2 to users.") == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Karla Wend spoke. Children aged 17 and older may vote."),
        ("de", "Karla Wend sprach. Jugendliche im Alter von 17 Jahren und älter dürfen wählen."),
        ("es", "Habló Karla Wend. Los jóvenes de 17 años o más pueden votar."),
    ],
)
def test_a_bound_is_nobodys_age(language: str, text: str) -> None:
    assert "age" not in {c.attribute for c in told(text, language)}


def test_a_march_has_no_age() -> None:
    (age,) = [c for c in told("One 19-year-old at the march said that she was cold.") if c.low == 19] or [None]
    assert age is None or "who:march" not in age.scope


@pytest.mark.parametrize(
    ("language", "text", "attribute"),
    [
        ("pt", "Foram três abaixo-assinados e 1.140 assinaturas.", "subscriber"),
        ("fr", "Environ 4 000 vacanciers ont été cueillis sur la plage.", "arrest"),
        ("fr", "Il y avait 500 combattants du feu sur place.", "soldier"),
    ],
)
def test_a_word_of_two_meanings_counts_the_usual_one(language: str, text: str, attribute: str) -> None:
    found = {c.attribute for c in told(text, language)}
    assert found
    assert attribute not in found


def test_a_meeting_that_dates_back_to_a_year_was_built_in_none() -> None:
    found = told("La dernière rencontre entre les deux dirigeants remonte à juin 2019, il y a plus de six ans.", "fr")
    assert all("built" not in c.attribute for c in found)
