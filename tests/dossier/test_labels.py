"""Titles, scopes and values as a reader sees them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from recoupe.dossier import labels
from recoupe.dossier import words as tables
from recoupe.languages import load
from recoupe.model import Finding, Value


def value(low: Any, high: Any = None, display: str = "as printed") -> Value:
    return Value(low=low, high=low if high is None else high, display=display, support=())


def finding(attribute: str, scope: str = "") -> Finding:
    return Finding(
        id="f1", status="agreed", attribute=attribute, scope=scope, values=(value(3.0),), independent=(1, 1),
        explanation="", weight=1.0,
    )  # fmt: skip


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
    assert (labels.value(value(low), unit, "en"), labels.value(value(low), unit, "fr")) == (en, fr)


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
    assert (labels.value(shown, unit, "en"), labels.value(shown, unit, "fr")) == (en, fr)


@pytest.mark.parametrize(
    ("low", "unit", "en"),
    [
        (2 * 2_629_746.0 + 10 * 86400, "second", "2 months 10 days"),
        (4.6e9 * 365.2425 * 86400, "second", "4.6 billion years"),
        (2.0, "SHILLING", "2 shilling"),
    ],
)
def test_lengths_of_months_and_days_and_money_without_a_code_read_well(low: float, unit: str, en: str) -> None:
    assert labels.value(value(low), unit, "en") == en


def test_a_number_of_departures_is_no_departure() -> None:
    counted = msgspec.structs.replace(finding("departure"), unit="thing")
    words = tables.load("en")
    assert labels.title(counted, words, "en") == "departures"
    assert labels.title(msgspec.structs.replace(counted, unit="instant"), words, "en") == "Departure"
    assert (
        labels.title(msgspec.structs.replace(counted, attribute="share of departure"), words, "en")
        == "share of departures"
    )


def test_a_year_is_no_instant() -> None:
    built = value("1992-01-01T00:00:00", "1992-12-31T23:59:59")
    assert labels.value(built, "year", "en") == "1992"


@pytest.mark.parametrize(
    ("attribute", "scope", "en", "fr"),
    [
        ("death", "Spanish, women", ("deaths", "Spanish, women"), ("morts", "espagnol, femmes")),
        ("child", "children", ("Children", ""), ("Enfants", "")),
        ("share of train", "day", ("share of trains", "per day"), ("part des trains", "par jour")),
        ("aid", "Varnholt, 2031-05-06", ("Aid", "Varnholt, 6 May 2031"), ("Aide", "Varnholt, 6 mai 2031")),
        ("distance", "from Varnholt", ("Distance", "from Varnholt"), ("Distance", "depuis Varnholt")),
        ("ban from office", "q1", ("Ban from office", "first quarter"), ("Inéligibilité", "premier trimestre")),
    ],
)
def test_titles_and_scopes_are_in_the_readers_words(
    attribute: str, scope: str, en: tuple[str, str], fr: tuple[str, str]
) -> None:
    for language, wanted in (("en", en), ("fr", fr)):
        words = tables.load(language)
        built = finding(attribute, scope)
        shown = labels.scope(built, {}, words, language, lambda key: "")
        assert (labels.title(built, words, language), shown) == wanted


def test_a_key_no_table_knows_is_the_word_it_was_cut_from() -> None:
    words = tables.load("en")
    built = finding("death", "passen, liv")
    whole = {"passen": "pasajeros"}
    assert labels.scope(built, {}, words, "en", lambda key: whole.get(key, "")) == "pasajeros"


def test_both_languages_name_the_same_things() -> None:
    en, fr = tables.load("en"), tables.load("fr")
    for part in ("scope", "attribute", "unit", "status", "kind"):
        assert set(en[part]) == set(fr[part])


def test_french_names_all_that_numbers_measure() -> None:
    words = tables.load("fr")
    concepts = load("fr").table("concepts")
    unnamed = [
        key
        for part in ("nouns", "cues")
        for key in concepts[part]
        if labels.name(key, words, "fr") in (words["measure"], words["count_of"])
        or (part == "cues" and key not in words["attribute"] and labels.name(key, words, "fr") == key.replace("_", " "))
    ]
    assert unnamed == []


def test_a_score_is_shown_with_both_its_numbers() -> None:
    assert labels.value(value(5.0, display="5-4"), "score", "en") == "5-4"


def test_pence_are_written_as_a_word() -> None:
    assert labels.value(value(742.0), "PENCE", "en") == "742 pence"


def test_a_length_of_which_nothing_says_what_lasted_is_called_no_duration() -> None:
    words = tables.load("en")
    assert labels.title(finding("duration", "mourning"), words, "en") == "Duration"
    assert labels.title(finding("duration", "Ostria"), words, "en") == "Length of time"
    assert labels.title(finding("duration"), words, "en") == "Length of time"
    assert labels.title(finding("duration"), tables.load("fr"), "fr") == "Laps de temps"
    assert labels.title(finding("time since last"), words, "en") == "Time since the last"


def test_a_day_of_no_known_year_is_written_without_one() -> None:
    assert labels.moment("XXXX-12-25", "en") == "25 Dec"
    assert labels.moment("1945-05-08", "fr") == "8 mai 1945"


def test_nobody_says_two_and_a_half_carts() -> None:
    couple = Value(low=2.25, high=2.75, display="a couple of carts", qualifier="about", support=())
    assert labels.value(couple, "thing", "en") == "a couple of carts"
    assert labels.value(couple, "km", "en") == "about 2.5 km"
