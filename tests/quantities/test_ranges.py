"""Ranges of counts joined by a dash, and numbers that say of what kind a thing is."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The police counted 2,000-2,500 people.", (2000, 2500)),
        ("en", "The slide killed 20-30 people.", (20, 30)),
        ("en", "Some 10-15 million people fled.", (10e6, 15e6)),
        ("en", "The hut is 20-30 km away.", (20, 30)),
        ("fr", "La police a compté 2 000-2 500 personnes.", (2000, 2500)),
        ("de", "Die Polizei zählte 2.000–2.500 Menschen.", (2000, 2500)),
        ("es", "La policía contó 200-250 personas.", (200, 250)),
        ("it", "La polizia ha contato 200-250 persone.", (200, 250)),
        ("pt", "A polícia contou 200–250 pessoas.", (200, 250)),
    ],
)
def test_two_counts_joined_by_a_dash_are_a_range(language: str, text: str, told: tuple[float, float]) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.high) == told


@pytest.mark.parametrize(
    "text",
    [
        "The bill fell by 48-52 votes.",  # two sides
        "From 1975-1980 victims were silent.",  # two years
        "See page 10-45 people said.",  # too far apart
    ],
)
def test_other_numbers_joined_by_a_dash_are_none(text: str) -> None:
    assert all(q.low == q.high for q in find(text, language="en") if q.unit != "score")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They closed five-star hotels."),
        ("en", "They showed 16-bit video games."),
        ("en", "They built 10-lane roads."),
        ("de", "Sie zeigten die 16-Bit-Spiele."),
    ],
)
def test_a_number_that_says_of_what_kind_things_are_counts_none(language: str, text: str) -> None:
    assert find(text, language=language) == []


def test_a_word_joined_to_a_number_may_say_how_exact_it_is() -> None:
    (found,) = find("They closed 20-odd hotels.", language="en")
    assert (found.low, found.of) == (20, "hotel")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The team surpassed 300 athletes."),
        ("fr", "L'équipe a franchi la barre des 300 athlètes."),
        ("de", "Das Team überschreitet die Marke von 300 Athleten."),
        ("es", "El equipo supera la cifra de 300 atletas."),
        ("it", "La squadra supera quota 300 atleti."),
        ("pt", "A equipe supera a marca de 300 atletas."),
    ],
)
def test_a_mark_that_is_passed_is_a_bound(language: str, text: str) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.high, found.qualifier) == (300, None, "more than")
