"""Values as a reader writes them."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.dossier import values
from recoupe.model import Value


def value(low: Any, high: Any = None, display: str = "as printed") -> Value:
    return Value(low=low, high=low if high is None else high, display=display, support=())


@pytest.mark.parametrize(
    ("low", "unit", "en", "fr"),
    [
        (1300.0, "person", "1,300", "1\u202f300"),
        (5.3e9, "EUR", "5.3 billion EUR", "5,3 milliards EUR"),
        (5e11, "thing", "500 billion", "500 milliards"),
        (1_234_567.0, "person", "1,234,567", "1\u202f234\u202f567"),
        (38.0, "%", "38%", "38\u202f%"),
        (1.0, "year", "1 year", "1 an"),
        (22.0, "year", "22 years", "22 ans"),
        (10 * 365.2425 * 86400, "second", "10 years", "10 ans"),
        (6 * 365.2425 * 86400, "second", "6 years", "6 ans"),
        (4, "rank", "no. 4", "n° 4"),
        (3, "level", "level 3", "niveau 3"),
        (2_629_746.0, "second", "1 month", "1 mois"),
        (3 * 86400.0, "second", "3 days", "3 jours"),
        (77 * 86400.0, "second", "11 weeks", "11 semaines"),
        (14 * 86400.0, "second", "14 days", "14 jours"),
        (8100.0, "second", "2 h 15 min", "2 h 15 min"),
        (6.3, "magnitude", "6.3", "6,3"),
    ],
)
def test_a_number_is_written_as_the_reader_writes_it(low: float, unit: str, en: str, fr: str) -> None:
    assert (values.written(value(low), unit, "en"), values.written(value(low), unit, "fr")) == (en, fr)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "unit", "en", "fr"),
    [
        (90.0, 110.0, "about", "person", "about 100", "environ 100"),
        (9.0, None, "at least", "person", "at least 9", "au moins 9"),
        (30.0, None, "more than", "thing", "more than 30", "plus de 30"),
        (3.51e9, 3.9e9, "nearly", "EUR", "nearly 3.9 billion EUR", "près de 3,9 milliards EUR"),
        (None, 3.2, "up to", "%", "up to 3.2%", "jusqu'à 3,2\u202f%"),
        (1920.0, 2880.0, "about", "second", "about 40 min", "environ 40 min"),
        (4.95e6, 5.05e6, None, "EUR", "5 million EUR", "5 millions EUR"),  # converted, told as it is printed
        (31.6667, 35.0, "about", "%", "as printed", "as printed"),
        (16.0, 20.0, None, "person", "16 to 20", "16 à 20"),
        (20 * 2_629_746.0, 20 * 2_629_746.0, "up to", "second", "up to 20 months", "jusqu'à 20 mois"),
        (21600.0, 25200.0, None, "second", "6 to 7 h", "6 à 7 h"),
        (9000.0, 12600.0, None, "second", "2 h 30 to 3 h 30 min", "2 h 30 à 3 h 30 min"),
        (3e9, 4e9, None, "EUR", "3 to 4 billion EUR", "3 à 4 milliards EUR"),
        (31.6667, 35.0, None, "%", "as printed", "as printed"),
        (20.0, None, "several", "person", "as printed", "as printed"),
    ],
)
def test_what_a_page_says_of_its_number_is_said_in_the_readers_language(
    low: float | None, high: float | None, qualifier: str | None, unit: str, en: str, fr: str
) -> None:
    shown = Value(low=low, high=high, display="as printed", support=(), qualifier=qualifier)
    assert (values.written(shown, unit, "en"), values.written(shown, unit, "fr")) == (en, fr)


@pytest.mark.parametrize(
    ("low", "unit", "en"),
    [
        (2 * 2_629_746.0 + 10 * 86400, "second", "2 months 10 days"),
        (4.6e9 * 365.2425 * 86400, "second", "4.6 billion years"),
        (2.0, "SHILLING", "2 shilling"),
    ],
)
def test_lengths_of_months_and_days_and_money_without_a_code_read_well(low: float, unit: str, en: str) -> None:
    assert values.written(value(low), unit, "en") == en


def test_a_year_is_no_instant() -> None:
    built = value("1992-01-01T00:00:00", "1992-12-31T23:59:59")
    assert values.written(built, "year", "en") == "1992"


def test_a_score_is_shown_with_both_its_numbers() -> None:
    assert values.written(value(5.0, display="5-4"), "score", "en") == "5-4"


def test_pence_are_written_as_a_word() -> None:
    assert values.written(value(742.0), "PENCE", "en") == "742 pence"


def test_nobody_says_two_and_a_half_carts() -> None:
    couple = Value(low=2.25, high=2.75, display="a couple of carts", qualifier="about", support=())
    assert values.written(couple, "thing", "en") == "a couple of carts"
    assert values.written(couple, "km", "en") == "about 2.5 km"


def test_a_part_told_by_a_word_is_about_so_many_per_cent() -> None:
    half = Value(low=47.5, high=52.5, display="metade da população", support=())
    span = Value(low=47.5, high=52.5, display="47,5 a 52,5 %", support=())
    assert [values.written(v, "%", "en") for v in (half, span)] == ["about 50%", "47.5% to 52.5%"]


def test_billions_are_said_in_few_digits() -> None:
    sum_ = Value(low=12.74e9, high=13.26e9, display="cerca de R$ 13 bilhões", support=(), qualifier="about")
    assert values.written(sum_, "BRL", "en") == "about 13 billion BRL"
