"""Some of a whole that is told bit by bit contradict neither the whole nor each other."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.article.numbers.batches import PART
from recoupe.model import Claim
from recoupe.quantities import find
from tests.claims.helpers import alone, article, claim


def told(text: str, language: str = "en", **fields: str) -> list[Claim]:
    page = article(text, language=language, title="News of the day", **fields)
    return claims.find(page, pipeline.annotate(page), {})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The first four miners were rescued.", "en"),
        ("Four more miners were rescued.", "en"),
        ("Another four miners were rescued.", "en"),
        ("Les quatre premiers mineurs ont été secourus.", "fr"),
        ("Quatre autres ouvriers ont été secourus.", "fr"),
        ("Die ersten vier Bergleute wurden gerettet.", "de"),
        ("Vier weitere Bergleute wurden gerettet.", "de"),
        ("Fueron rescatados los primeros cuatro mineros.", "es"),
        ("Cuatro pescadores más fueron rescatados.", "es"),
        ("I primi quattro minatori sono stati salvati.", "it"),
        ("Altri quattro minatori sono stati salvati.", "it"),
        ("Os primeiros quatro mineiros foram resgatados.", "pt"),
        ("Mais quatro mineiros foram resgatados.", "pt"),
    ],
)
def test_some_of_them(text: str, language: str) -> None:
    counts = [c for c in told(text, language) if c.low == 4]
    assert counts
    assert all(PART in c.scope for c in counts if c.attribute == "rescued")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("More than 20 miners were rescued.", "en"),
        ("Another 20 people are missing.", "en"),
        ("20 weitere Menschen werden vermisst.", "de"),
        ("Plus de 20 mineurs ont été secourus.", "fr"),
        ("Más de 20 mineros fueron rescatados.", "es"),
        ("Mais de 20 mineiros foram resgatados.", "pt"),
    ],
)
def test_all_of_them(text: str, language: str) -> None:
    (count,) = [c for c in told(text, language) if c.low == 20]
    assert PART not in count.scope


def test_what_was_before_is_told_again_beside_the_newest() -> None:
    text = "Eight miners have been rescued so far. On Sunday five miners were rescued."
    assert {c.low: PART in c.scope for c in told(text) if c.attribute == "rescued"} == {8: False, 5: True}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Six of the missing sailors attend the school.", "en"),
        ("Sechs der vermissten Jungen besuchen die Schule.", "de"),
    ],
)
def test_some_of_the_missing_are_not_the_missing(text: str, language: str) -> None:
    (count,) = [c for c in told(text, language) if c.low == 6]
    assert PART in count.scope


def test_what_only_grows_evolves_within_a_day() -> None:
    days = ((4, "2031-05-06"), (8, "2031-05-07"), (12, "2031-05-07"))

    def statuses(attribute: str) -> set[str]:
        made = [claim(str(n), n, n, attribute=attribute, as_of=day) for n, day in days]
        return {f.status for f in claims.compare(made, [article("xx", c.anchor.article) for c in made], alone)}

    assert statuses("rescued") == {"evolving"}
    assert statuses("death") == {"disputed"}


def test_a_team_is_no_herd() -> None:
    assert not [c for c in told("All the thirteen Wild Boars are out of the cave.") if c.attribute == "pig"]
    assert [c for c in told("All the thirteen wild boars are out of the cave.") if c.attribute == "pig"]


def test_the_sumidos_are_missing() -> None:
    (count,) = [c for c in told("Morlim tem ao menos 9 mortos e cerca de 300 sumidos.", "pt") if c.high == 330]
    assert count.attribute == "missing"


def test_a_coach_who_has_an_age_is_a_man() -> None:
    (age,) = [c for c in told("The 25-year-old coach is well.") if c.attribute == "age"]
    assert age.scope == ("who:coach",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The girls, aged 12-16, are well.", "en"),
        ("Twelve boys, ages 12–16, are well.", "en"),
        ("Zwölf Mädchen im Alter von 12-16 Jahren.", "de"),
        ("Des filles âgées de 12-16 ans.", "fr"),
    ],
)
def test_a_dash_between_two_ages(text: str, language: str) -> None:
    (age,) = [q for q in find(text, language=language) if q.of == "age"]
    assert (age.low, age.high) == (12, 16)


@pytest.mark.parametrize(
    ("known", "unknown", "language"),
    [
        ("So far 19 bodies were identified.", "So far 19 bodies have not been identified.", "en"),
        ("À ce jour, 19 corps ont été identifiés.", "À ce jour, 19 corps ne sont pas identifiés.", "fr"),
        ("Bisher sind 19 Leichen identifiziert.", "Bisher sind 19 Leichen nicht identifiziert.", "de"),
        ("Han sido identificados 19 cuerpos.", "Siguen sin identificar 19 cuerpos.", "es"),
        ("Sono stati identificati 19 corpi.", "Sono da identificare 19 corpi.", "it"),
        ("Foram identificados 19 corpos.", "Estão por identificar 19 corpos.", "pt"),
    ],
)
def test_who_is_identified_is_not_unidentified(known: str, unknown: str, language: str) -> None:
    for text, group in ((known, "group:identified"), (unknown, "group:unidentified")):
        (found,) = [c for c in told(text, language) if c.low == 19]
        assert [s for s in found.scope if s.startswith("group:")] == [group]
