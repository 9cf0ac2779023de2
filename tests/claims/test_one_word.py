"""Counts that pages tell of one thing by other words, or with words that change nothing of it."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.comparison import group
from recoupe.model import Claim, Finding
from tests.claims.helpers import alone, article, claim, told


def compared(*made: Claim) -> list[tuple[str, str, list[float | str | None]]]:
    articles = [article("xx", id_) for id_ in sorted({c.anchor.article for c in made})]
    found: list[Finding] = claims.compare(made, articles, alone)
    return [(f.status, f.attribute, [v.low for v in f.values]) for f in found if f.status != "alone"]


def left(id_: str, attribute: str, low: int) -> Claim:
    return claim(id_, low, low, attribute=attribute, as_of=f"2031-05-0{'abc'.index(id_) + 1}")


def test_those_who_had_to_leave_are_the_evacuated_where_pages_tell_one_number_of_both() -> None:
    same = compared(left("a", "evacuee", 640), left("b", "displaced", 640), left("c", "evacuee", 730))
    assert same == [("evolving", "evacuee", [640, 730])]
    assert not compared(left("a", "evacuee", 640), left("b", "displaced", 910))


def test_those_who_breathed_smoke_are_the_hurt_where_pages_tell_two_numbers_of_both() -> None:
    told = [left("a", "injury", 17), left("a", "poisoned", 17), left("b", "injury", 26), left("c", "poisoned", 26)]
    assert compared(*told) == [("evolving", "injury", [17, 26])]
    assert not compared(left("a", "injury", 17), left("b", "poisoned", 17))


def test_those_missing_are_one_series_though_most_are_found() -> None:
    days = (claim(id_, n, n, attribute="missing", as_of=day) for id_, n, day in (
        ("a", 37, "2031-05-06"), ("b", 8, "2031-05-07"), ("c", 2, "2031-05-09"),
    ))  # fmt: skip
    assert compared(*days) == [("evolving", "missing", [37, 8, 2])]


def test_the_cars_in_all_are_those_that_others_count() -> None:
    cars = [claim(id_, n, n, attribute="carriage", unit="thing") for id_, n in (("a", 24), ("b", 24), ("c", 23))]
    whole = claim("d", 24, 24, attribute="carriage", unit="thing", scope=("group:total",))
    articles = [article("xx", c.anchor.article) for c in (*cars, whole)]
    (finding,) = claims.compare([*cars, whole], articles, alone)
    assert {s.article for s in finding.values[0].support} == {"a", "b", "d"}


@pytest.mark.parametrize(("attribute", "apart"), [("pupil", 1), ("person", 2)])
def test_of_people_of_a_kind_the_whole_may_differ_from_what_others_count(attribute: str, apart: int) -> None:
    """ "Two of the 26 pupils", "27 pupils": one class. "Two of the 26", "27 people" may be anybody."""
    others = [claim(id_, 27, 27, attribute=attribute) for id_ in ("a", "b")]
    whole = claim("d", 26, 26, attribute=attribute, scope=("group:total",))
    assert len(group.groups([*others, whole], [])) == apart
    fewer = claim("e", 20, 20, attribute=attribute, scope=("group:total",))
    assert len(group.groups([*others, fewer], [])) == 2  # another class


def test_pupils_are_children_anyway() -> None:
    (counted,) = [c for c in told("Unter den Reisenden waren 27 Schüler.", "de") if c.attribute == "pupil"]
    assert counted.scope == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The explosion was equal to 9 tonnes of TNT."),
        ("fr", "L'explosion équivalait à 9 tonnes de TNT."),
        ("de", "Die Explosion entsprach 9 Tonnen TNT."),
        ("es", "La explosión equivalió a 9 toneladas de TNT."),
        ("it", "L'esplosione equivaleva a 9 tonnellate di tritolo."),
        ("pt", "A explosão equivaleu a 9 toneladas de TNT."),
    ],
)
def test_a_blast_that_is_measured_in_tnt_has_no_weight(language: str, text: str) -> None:
    page = article(text, language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    assert [c.attribute for c in found if c.unit == "t"] == ["force of the blast"]


def test_a_river_is_no_kilometres_high() -> None:
    page = article("The river was polluted over 14 kilometres.")
    assert "water level" not in {c.attribute for c in claims.find(page, pipeline.annotate(page), {})}


def test_a_round_short_length_of_nothing_is_not_whatever_is_as_long() -> None:
    def lengths(km: int) -> list[tuple[str, str, list[float | str | None]]]:
        bare, named = (claim(id_, km, km, attribute=a, unit="km") for id_, a in (("a", "km"), ("b", "length")))
        return compared(bare, named)

    assert lengths(17) == [("agreed", "length", [17])]
    assert not lengths(15)


def test_a_thing_is_as_long_whenever_it_left() -> None:
    def long(id_: str, metres: int, *scope: str) -> Claim:
        return claim(id_, metres, metres, attribute="length", unit="m", scope=scope)

    assert compared(long("a", 210, "past:"), long("b", 230)) == [("disputed", "length", [210, 230])]
    older = (long("a", 210, "past:"), long("a", 240), long("b", 240))  # "the old one was 210 metres long"
    assert compared(*older) == [("agreed", "length", [240])]
