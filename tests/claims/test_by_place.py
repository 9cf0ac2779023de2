"""Tolls by place, each a bare number, and tolls of several places where others tell one's."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.article.facts import clauses
from tests.claims.helpers import alone, article, claim


def told(text: str, language: str) -> list[tuple[float | None, str]]:
    page = article(text, language=language, title="News")
    found = claims.find(page, pipeline.annotate(page), {})
    return [(c.low, next((name for _, name in c.named), "")) for c in found if c.attribute == "death"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The storm killed 24 people, 19 in the Veldt Islands and five in Lornia."),
        ("fr", "Le bilan est de 24 morts : dix-neuf aux îles Veldt et cinq en Lornia."),
        ("de", "Der Sturm tötete 24 Menschen: 19 auf den Inseln Veldt und fünf in Lornia."),
        ("es", "Los muertos suman ya 24: diecinueve en Veldt y cinco en Lornia."),
        ("it", "La tempesta ha fatto 24 morti: 19 alle isole Veldt e cinque in Lornia."),
        ("pt", "Subiu para 24 o número de mortos: 19 nas ilhas Veldt e cinco em Lornia."),
    ],
)
def test_the_parts_of_a_toll_have_their_places(language: str, text: str) -> None:
    parts = told(text, language)
    assert [number for number, _ in parts] == [24, 19, 5]
    assert parts[0][1] == ""
    assert "Veldt" in parts[1][1]
    assert parts[2][1] == "Lornia"


def test_parts_may_stand_behind_the_toll() -> None:
    text = "The death toll rose to twelve. Seven people died in Anse, four in Brenz and one in Lorn."
    assert told(text, "en") == [(12, ""), (7, "Anse"), (4, "Brenz"), (1, "Lorn")]


def test_numbers_that_do_not_make_up_a_toll_are_no_parts_of_it() -> None:
    assert told("The storm killed 24 people, 19 in Anse and seven in Lorn.", "en") == [(24, "")]


def test_a_toll_of_two_countries_is_not_the_one_that_others_tell_of_one() -> None:
    texts = (
        "The storm killed 24 people, 19 in the Veldt Islands and five in Lornia.",
        "The storm killed 19 people.",
        "The storm killed 24 people, officials said a week on.",
    )
    days = ("06", "06", "13")
    pages = [
        article(t, f"a{n}", title="News", published=f"2031-05-{d}T10:00:00+00:00")
        for n, (t, d) in enumerate(zip(texts, days, strict=True))
    ]
    found = [c for page in pages for c in claims.find(page, pipeline.annotate(page), {})]
    deaths = [f for f in claims.compare(found, pages, alone) if f.attribute == "death"]
    series = {f.scope: [(v.low, len(v.support)) for v in f.values] for f in deaths}
    assert series[""] == [(19, 2), (24, 1)]
    assert series["all places"] == [(24, 1)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "fourteen of them in the town of Brenz", "three of them in the town of Brenz"),
        ("fr", "quatorze dans la ville de Brenz", "trois dans la ville de Brenz"),
        ("de", "vierzehn in der Stadt Brenz", "drei in der Stadt Brenz"),
        ("es", "catorce en la ciudad de Brenz", "tres en la ciudad de Brenz"),
        ("it", "quattordici nella città di Brenz", "tre nella città di Brenz"),
        ("pt", "catorze na cidade de Brenz", "três na cidade de Brenz"),
    ],
)
def test_clauses_of_other_number_words_do_not_say_the_same(language: str, one: str, other: str) -> None:
    pages = [article(text, language=language, title="News") for text in (one, other)]
    numbers = [c.numbers for page in pages for c in clauses.read(page, pipeline.annotate(page), {})]
    assert numbers == [("14",), ("3",)]


def test_a_page_that_has_a_part_alone_tells_that_part() -> None:
    texts = (
        "The storm killed 24 people. Four residents of a home in Brenz died, and 20 others in Lorn.",
        "The storm has 24 dead. Four residents died in a home in Brenz.",
        "Candles for the four residents who died in Oldhome.",
        "At least two people died, the first reports said.",
    )
    pages = [
        article(t, f"a{n}", title="News", published=f"2031-05-06T{20 - n}:00:00+00:00") for n, t in enumerate(texts)
    ]
    part = {"attribute": "death", "named": (("brenz", "Brenz"),)}
    made = [
        claim("a0", 24, 24), claim("a1", 24, 24), claim("a3", 2, None, display="two people"),
        *(claim(a, 4, 4, at=20, scope=("place:brenz", "within:"), **part) for a in ("a0", "a1")),
        claim("a2", 4, 4, scope=("place:oldhome",), named=(("oldhome", "Oldhome"),)),
    ]  # fmt: skip
    deaths = [f for f in claims.compare(made, pages, alone) if f.attribute == "death"]
    told = [(f.scope, v.low, len(v.support)) for f in deaths for v in f.values]
    assert sorted(told) == [("", 2, 1), ("", 24, 2), ("Brenz", 4, 3)]
