"""Titles and scopes as a reader sees them."""

from __future__ import annotations

import msgspec
import pytest

from recoupe.dossier import labels
from recoupe.dossier import words as tables
from recoupe.languages import load
from recoupe.model import Finding, Value


def finding(attribute: str, scope: str = "", unit: str | None = None) -> Finding:
    three = Value(low=3.0, high=3.0, display="as printed", support=())
    return Finding(
        id="f1", status="agreed", attribute=attribute, scope=scope, values=(three,), independent=(1, 1),
        explanation="", unit=unit,
    )  # fmt: skip


def test_a_number_of_departures_is_no_departure() -> None:
    counted = msgspec.structs.replace(finding("departure"), unit="thing")
    words = tables.load("en")
    assert labels.title(counted, words, "en") == "departures"
    assert labels.title(msgspec.structs.replace(counted, unit="instant"), words, "en") == "Departure"
    assert (
        labels.title(msgspec.structs.replace(counted, attribute="share of departure"), words, "en")
        == "share of departures"
    )


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


def test_a_length_of_which_nothing_says_what_lasted_is_called_no_duration() -> None:
    words = tables.load("en")
    assert labels.title(finding("duration", "mourning"), words, "en") == "Duration"
    assert labels.title(finding("duration", "Ostria"), words, "en") == "Length of time"
    assert labels.title(finding("duration"), words, "en") == "Length of time"
    assert labels.title(finding("duration"), tables.load("fr"), "fr") == "Laps de temps"
    assert labels.title(finding("time since last"), words, "en") == "Time since the last"


@pytest.mark.parametrize(
    ("attribute", "scope", "little"),
    [
        ("date", "Varnholt", True),
        ("date", "arrest", False),
        ("duration", "Inés Caldera", True),
        ("end", "", True),
        ("start", "one on one", False),
        ("age", "Inés Caldera", False),
    ],
)
def test_what_only_an_event_names_stands_within_its_sentence(attribute: str, scope: str, little: bool) -> None:
    assert labels.says_little(finding(attribute, scope)) is little


def test_a_day_has_its_year_already_and_a_year_ahead_no_sign() -> None:
    day = finding("date", "arrest, 1995, earlier", unit="day")
    ahead = finding("savings", "+2033", unit="EUR")
    shown = [labels.scope(told, {}, tables.load("en"), "en", lambda key: "") for told in (day, ahead)]
    assert shown == ["arrest", "2033"]


def test_a_daughter_of_44_is_no_girl() -> None:
    grown = Value(low=44.0, high=44.0, display="44", support=())
    young = Value(low=9.0, high=9.0, display="9", support=())
    told = [msgspec.structs.replace(finding("age", "girl"), values=(v,)) for v in (grown, young)]
    assert [labels.scope(f, {}, tables.load("en"), "en", lambda key: "") for f in told] == ["woman", "girl"]
