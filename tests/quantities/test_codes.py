"""Numbers that count nothing."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le G20 et le vol 93, article 49"), ("fr", "Tél. 01 42 34 56 78"), ("fr", "une maison"),
        ("fr", "l'une des deux"),        ("en", "Air Force One and one of them"), ("en", "in 2019"),
        ("en", "the Group of Seven"),
        ("en", "call +442079460000"),         ("en", "the two leaders"), ("fr", "trois fois plus"),
    ],
)  # fmt: skip
def test_kept_out(language: str, text: str) -> None:
    assert find(text, language=language) == []


def test_a_row_of_numbers_counts_nothing_and_leaves_the_words_before_it_alone() -> None:
    row = " ".join(str(n % 10) for n in range(4000))
    told = "The flood killed 12 people and destroyed 40 houses."
    found = find(f"{told}\n\nThe table was lost on the way:\n\n{row}\n", language="en")
    assert [(q.low, q.of) for q in found] == [(12.0, "death"), (40.0, "house")]


def test_figures_in_one_long_piece_are_a_code() -> None:
    assert [q.text for q in find("9166103 Climber dead. 1200 climbers came.", language="en")] == ["1200 climbers"]


def test_a_share_of_one_half_each_counts_nobody() -> None:
    assert find("Une holding détenue à 50-50 par les deux villes.", language="fr") == []
    assert find("Eine Millionen-Klage und eine Milliarden-Strafe drohen.", language="de") == []
