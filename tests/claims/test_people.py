"""Counts and ages of people told under several words by several articles: who is meant, and who is another."""

from __future__ import annotations

import pytest

from recoupe import claims, names, pipeline
from recoupe.model import Finding
from tests.claims.helpers import alone, article


def findings(*texts: str, status: str = "disputed") -> list[Finding]:
    """Return the findings of a status on invented English pages, each told an hour after the one before."""
    pages = [
        article(text, f"a{n}", language="en", published=f"2031-05-06T{10 + n}:00:00+02:00")
        for n, text in enumerate(texts)
    ]
    read = {p.id: pipeline.annotate(p) for p in pages}
    linked = names.link([(p.id, names.known(read[p.id].names)) for p in pages])
    called = {e.id: e.name for e in linked.entities}
    told = [c for p in pages for c in claims.find(p, read[p.id], linked.by_article.get(p.id, {}), called)]
    return [f for f in claims.compare(told, pages, alone) if f.status == status]


def values(found: list[Finding], attribute: str) -> list[list[float | str | None]]:
    return [[v.low for v in f.values] for f in found if f.attribute == attribute]


NAMED = "A gunman took hostages in a bank. The hostage-taker, Aldo Vins, 41, was shot dead."
CALLED = "A gunman took hostages in a bank. Police shot the 38-year-old man when he fired."


def test_the_age_of_the_gunman_is_that_of_the_one_who_is_called_so() -> None:
    found = findings(NAMED, CALLED)
    assert values(found, "age") == [[38.0, 41.0]]
    assert found[0].scope == "Aldo Vins"


def test_of_two_who_are_called_so_neither_is_meant() -> None:
    other = "A gunman took hostages in a bank. The hostage-taker, Bruno Kalt, 24, surrendered."
    assert values(findings(NAMED, other, CALLED), "age") == []


MINE = [
    "Five miners died in the mine.", "Six workers were killed when the mine collapsed.", "Six miners were killed.",
    "The mine killed 5 people.",
]  # fmt: skip


def test_what_everyone_is_makes_no_part() -> None:
    assert values(findings(*MINE), "death") == [[5.0, 6.0]]


def test_a_calling_that_an_article_sets_against_others_is_a_part() -> None:
    both = "Nine people died in the mine: six miners and three guides. Six miners were killed at once."
    assert values(findings(both, *MINE[1:3], "The mine killed 9 people."), "death") == []


def test_a_term_far_from_all_that_are_told_of_the_convict_is_someone_elses() -> None:
    main = "The court sentenced Aldo Vins to eight years in prison."
    aside = "The court ruled on Tuesday. His wife was sentenced to two years in prison."
    later = "The court ruled on Tuesday. She was sentenced to three years in prison."
    assert values(findings(main, main, aside, later), "prison sentence") == []
    seven = "The court ruled on Tuesday. It was a sentence of seven years in prison."
    assert len(values(findings(main, main, seven), "prison sentence")) == 1


def test_a_march_in_the_whole_country_is_not_that_of_one_place() -> None:
    town = "Thousands marched against the reform. Police counted 40,000 demonstrators on the square."
    country = "Thousands marched against the reform. Unions counted 60,000 demonstrators across the country."
    other = "Thousands marched against the reform. Police counted 90,000 demonstrators nationwide."
    assert values(findings(town, country), "protester") == []
    assert [sorted(map(str, v)) for v in values(findings(town, country, other), "protester")] == [
        ["60000.0", "90000.0"]
    ]


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("fr", "Le Chilien Mateo Irigoyen devient à 68 ans le primat de l'Église lucienne.", 68),
        ("it", "Il Gran Capitolo ha scelto Mateo Irigoyen, 67 anni: sarà Ilarione VI.", 67),
        ("es", "Mateo Irigoyen fue elegido este jueves. Tiene 67 años y será el primer primado chileno.", 67),
        ("en", "Princess Katarina, 44, took the oath.", 44),
    ],
)
def test_ages_told_as_a_length_of_years(language: str, text: str, age: int) -> None:
    page = article(text, language=language)
    found = [c.low for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.attribute == "age"]
    assert found == [age]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mateo Irigoyen a été condamné à 20 ans ferme par la cour de Varnholt."),
        ("it", "Mateo Irigoyen è tornato a 20 anni dalla strage di Varnholt."),
        ("fr", "Mateo Irigoyen a 20 ans d'expérience à Varnholt."),
    ],
)
def test_lengths_of_years_that_are_no_age(language: str, text: str) -> None:
    page = article(text, language=language)
    assert [c for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.attribute == "age"] == []


def test_an_age_is_not_that_of_the_next_in_a_list() -> None:
    text = "Bei dem 27 Jahre alten Dänen, dem Spanier Iñaki Zubeldi und dem Italiener Bruno Castel wurde es gefunden."
    page = article(text, language="de")
    found = [c for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.attribute == "age"]
    assert not any("Zubeldi" in scope for c in found for scope in c.scope)
