"""Numbers right behind a word for a relative and "of": ages, children, nobody whom a verb tells of."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


def told(text: str, language: str) -> list[tuple[float | None, str | None]]:
    return [(q.low, q.of) for q in find(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Her son of six and her daughter of four died when the roof fell."),
        ("fr", "Son fils de six ans et sa fille de quatre sont morts sous le toit."),
        ("de", "Ihr Sohn von sechs und ihre Tochter von vier starben unter dem Dach."),
        ("es", "Su hijo de seis y su hija de cuatro murieron bajo el techo."),
        ("it", "Il figlio di sei e la figlia di quattro sono morti sotto il tetto."),
        ("pt", "O filho de seis e a filha de quatro morreram debaixo do telhado."),
    ],
)
def test_a_childs_age_whose_years_are_left_out_counts_no_dead(language: str, text: str) -> None:
    assert told(text, language) == [(6, "age"), (4, "age")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A mother of four was injured."),
        ("fr", "Un père de quatre enfants a été blessé."),
        ("de", "Eine Mutter von vier Kindern wurde verletzt."),
        ("es", "La hija de dos maestros murió en el incendio."),
        ("it", "La figlia di due insegnanti è morta nel rogo."),
        ("pt", "A mãe de três crianças morreu."),
    ],
)
def test_a_parents_number_and_whose_child_it_is_count_nobody(language: str, text: str) -> None:
    assert told(text, language) == []


def test_a_toll_behind_words_that_end_as_years_do_is_no_age() -> None:
    assert told("Le bilan est de 24 morts.", "fr") == [(24, "death")]
