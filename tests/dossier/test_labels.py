"""Titles, scopes and values as a reader sees them."""

from __future__ import annotations

from typing import Any

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


def test_what_is_not_exact_keeps_the_words_of_its_page() -> None:
    assert labels.value(value(16.0, 20.0, "between 16  and 20"), "person", "fr") == "between 16 and 20"


def test_a_year_is_no_instant() -> None:
    built = value("1992-01-01T00:00:00", "1992-12-31T23:59:59")
    assert labels.value(built, "year", "en") == "1992"


@pytest.mark.parametrize(
    ("attribute", "scope", "en", "fr"),
    [
        ("death", "Spanish, women", ("deaths", "Spanish, women"), ("morts", "espagnol, femmes")),
        ("child", "children", ("Children", ""), ("Enfants", "")),
        ("share of train", "day", ("share of trains", "per day"), ("part des trains", "par jour")),
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
