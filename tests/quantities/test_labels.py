"""Numbers of what their line or clause opens with."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


def told(text: str, language: str) -> list[tuple[float | None, str | None]]:
    return [(q.low, q.of) for q in find(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dead: 14. Injured: 40. Missing: at least 12 people."),
        ("fr", "Morts : 14. Blessés : 40. Disparus : au moins 12 personnes."),
        ("de", "Tote: 14. Verletzte: 40. Vermisste: mindestens 12."),
        ("es", "Muertos: 14. Heridos: 40. Desaparecidos: al menos 12."),
        ("it", "Morti: 14. Feriti: 40. Dispersi: almeno 12."),
        ("pt", "Mortos: 14. Feridos: 40. Desaparecidos: pelo menos 12."),
    ],
)
def test_a_label_says_what_its_number_is_of(language: str, text: str) -> None:
    assert told(text, language) == [(14, "death"), (40, "injury"), (12, "missing")]


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("it", "Le violazioni accertate dagli osservatori sono sette.", (7, "violation")),
        ("es", "Los heridos de la explosión son ya 23.", (23, "injury")),
        ("fr", "Les blessés recensés par les secours sont désormais 23.", (23, "injury")),
        ("en", "Injured in the blast are now 23, officials said.", (23, "injury")),
    ],
)
def test_a_subject_and_its_number_at_the_end(language: str, text: str, what: tuple[float, str]) -> None:
    assert told(text, language)[-1] == what


def test_the_next_one_needs_no_verb() -> None:
    assert told("I morti sono 22, i feriti 52.", "it") == [(22, "death"), (52, "injury")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Tote war 51."),
        ("de", "Die Toten waren 23, 34 und 51."),
        ("en", "The victim was 23. The victims were 23 and 34."),
        ("en", "Comments: 14. Photos: 12."),
    ],
)
def test_ages_and_furniture_are_no_tolls(language: str, text: str) -> None:
    assert told(text, language) == []
