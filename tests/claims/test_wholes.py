"""Counts of one place told beside the count of all: parts, which dispute with no other page's whole."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim, Finding
from tests.claims.helpers import alone, article


def told(text: str, language: str = "en", attribute: str = "death") -> list[Claim]:
    page = article(text, language=language, title="News of the day")
    return [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == attribute]


def places(claim: Claim) -> list[str]:
    return sorted(name for _, name in claim.named) if "within:" in claim.scope else []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At least 61 people died in the storm. Thirty-four people were killed in Larnsund alone."),
        ("fr", "La tempête a fait au moins 61 morts. Rien qu'à Larnsund, 34 personnes ont perdu la vie."),
        ("de", "Bei dem Sturm starben mindestens 61 Menschen. 34 Tote gab es in Larnsund."),
        ("es", "La tormenta dejó 61 muertos. Solo en Larnsund hay 34 muertos."),
        ("it", "La tempesta ha provocato 61 morti. Solo a Larnsund i morti sono 34."),
        ("pt", "A tempestade fez 61 mortos. Só em Larnsund há 34 mortos."),
        ("en", "The death toll rose to 61, with 34 of the victims in Larnsund and the rest on the coast."),
        ("pt", "O número de mortos subiu para 61, dos quais 34 em Larnsund."),
    ],
)
def test_a_smaller_count_of_a_place_is_a_part(language: str, text: str) -> None:
    whole, part = told(text, language)
    assert (whole.low, places(whole), part.low, places(part)) == (61, [], 34, ["Larnsund"])


def test_places_joined_by_and_are_one_part() -> None:
    _, part = told("The storm killed 61 people. In Norway and Denmark, 34 people died.")
    assert places(part) == ["Denmark", "Norway"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 240 people were injured. The Sankt Jorgen hospital said it had taken in 52 injured."),
        ("fr", "On compte 240 blessés. L'hôpital Sankt Jorgen a reçu 52 blessés."),
        ("de", "Es gab 240 Verletzte. In der Klinik Sankt Jorgen werden 52 Verletzte behandelt."),
        ("es", "Hay 240 heridos. Al hospital Sankt Jorgen llegaron 52 heridos."),
        ("it", "I feriti sono 240. All'ospedale Sankt Jorgen sono arrivati 52 feriti."),
        ("pt", "Há 240 feridos. O hospital Sankt Jorgen recebeu 52 feridos."),
    ],
)
def test_whom_one_hospital_took_in_are_a_part(language: str, text: str) -> None:
    part = next(c for c in told(text, language, "injury") if c.low == 52)
    assert places(part) == ["Sankt Jorgen"]


def findings(*texts: str) -> list[Finding]:
    pages = [article(t, f"a{n}", title=f"Storm {n}", published=f"2031-05-0{n + 1}") for n, t in enumerate(texts)]
    found = [c for page in pages for c in claims.find(page, pipeline.annotate(page), {})]
    return [f for f in claims.compare(found, pages, alone) if f.attribute == "death"]


def test_the_toll_of_the_worst_hit_town_is_not_that_of_the_storm() -> None:
    """Every page names the town, so that it seems to be where the story is."""
    found = findings(
        "The storm killed 61 people. In Larnsund, 34 people were killed.",
        "The storm killed 70 people. In Larnsund, 39 people were killed.",
        "In Larnsund, 41 people were killed by the storm.",
    )
    series = {f.scope: [v.low for v in f.values] for f in found}
    assert series == {"": [61, 70], "Larnsund": [34, 39, 41]}


def test_a_hospital_alone_is_one_of_the_storms_where_other_pages_tell_all() -> None:
    pages = [
        article("Some 240 people were injured. The Sankt Jorgen hospital took in 52 injured.", "a0"),
        article("Some 240 people were injured, 31 of them seriously.", "a1"),
        article("The Sankt Jorgen hospital took in 58 injured.", "a2"),
    ]
    found = [c for page in pages for c in claims.find(page, pipeline.annotate(page), {})]
    told = {f.scope: [v.low for v in f.values] for f in claims.compare(found, pages, alone) if f.attribute == "injury"}
    assert told["Sankt Jorgen"] == [52, 58]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The storm killed 61 people, 34 of them on Larnsund, in Hurricane Vesna."),
        ("de", "Bei dem Sturm starben 61 Menschen. Allein auf Larnsund gab es 34 Tote."),
        ("fr", "La tempête a fait 61 morts. Sur Larnsund, 34 personnes ont perdu la vie."),
    ],
)
def test_islands_are_places_and_storms_are_none(language: str, text: str) -> None:
    part = next(c for c in told(text, language) if c.low == 34)
    assert places(part) == ["Larnsund"]


def test_homes_without_power_are_those_of_their_place() -> None:
    told_of = told("Some 80,000 homes lost power. In Norway 22,000 homes were without power.", "en", "without power")
    assert [places(c) for c in told_of] == [[], ["Norway"]]


def test_what_one_page_tells_as_two_winds_is_no_dispute_in_miles() -> None:
    pages = [
        article("The storm hit Vestby with winds of 250 kph. Its winds are now 170 kph.", "a0"),
        article("The storm hit with winds of 250 kph.", "a1"),
        article("The storm, with winds of 250 kph, hit Vestby.", "a2"),
        article("The storm, packing winds of 106 mph, moves on.", "a3"),
    ]
    found = [c for page in pages for c in claims.find(page, pipeline.annotate(page), {})]
    assert "disputed" not in {f.status for f in claims.compare(found, pages, alone)}
