"""A happening named for what it left, counts on top of others, and what only looks like a plan or a fall."""

from __future__ import annotations

import msgspec
import pytest

from recoupe import claims, pipeline
from recoupe.claims.article import untold
from recoupe.claims.article.ground import scene
from recoupe.claims.comparison.meant import in_one_word
from recoupe.claims.values import neighbours
from recoupe.model import Claim
from tests.claims.helpers import article


def told(text: str, language: str = "en") -> list[Claim]:
    page = article(text, language=language, title="", published="2031-08-19T10:00:00+02:00")
    return claims.find(page, pipeline.annotate(page), {})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The death toll from the collapse of the grandstand rose on Saturday to 27.", "en"),
        ("Le bilan de l'effondrement de la tribune est monté samedi à 27 morts.", "fr"),
        ("L'ultima vittima del crollo è stata ritrovata sabato.", "it"),
        ("El balance del derrumbe subió el sábado a 27 muertos.", "es"),
        ("O balanço do desabamento subiu no sábado para 27 mortos.", "pt"),
        ("Die Opfer des Einsturzes wurden am Samstag in Velmora beigesetzt.", "de"),
    ],
)
def test_a_toll_or_a_victim_has_a_day_of_its_own(text: str, language: str) -> None:
    assert not [c for c in told(text, language) if c.attribute == "date" and "event:accident" in c.scope]


@pytest.mark.parametrize(
    ("text", "language"),
    [("The victims of the collapse on Saturday were miners.", "en"), ("Les victimes de l'accident de samedi.", "fr")],
)
def test_a_day_right_behind_a_happening_is_its_own(text: str, language: str) -> None:
    assert [c for c in told(text, language) if c.attribute == "date" and "event:accident" in c.scope]


def test_a_funeral_of_victims_is_no_accident() -> None:
    found = told("I funerali delle vittime della tragedia si terranno sabato mattina alle ore 11 a Velmora.", "it")
    assert ["event:ceremony" in c.scope for c in found if c.unit == "instant"] == [True]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I morti sono 41. È giunta la notizia di altri due decessi.", "it"),
        ("The dead are now 41. Two more deaths were reported.", "en"),
        ("41 morts ont été identifiés. Deux autres morts ont été annoncées.", "fr"),
        ("Es gibt 41 Tote. Zwei weitere Tote wurden gemeldet.", "de"),
    ],
)
def test_two_more_are_no_toll(text: str, language: str) -> None:
    scopes = {c.low: c.scope for c in told(text, language) if c.attribute == "death"}
    assert "part:" in scopes[2.0]
    assert "part:" not in scopes[41.0]


def test_the_new_ones_told_of_again_are_the_same_few() -> None:
    text = "Il y a 11 morts. Les corps de cinq nouvelles victimes ont été trouvés. Les cinq victimes sont des marins."
    assert ["part:" in c.scope for c in told(text, "fr") if c.attribute == "victim"] == [True, True]


def test_the_day_of_a_toll_is_no_other_tolls_day() -> None:
    days = [c for c in told("As of this morning (15 August), 17 people are still unaccounted for.") if c.unit == "day"]
    page = article("On 17 August the town named the 28 people still missing.", language="en", title="")
    assert not [*days, *(c for c in untold.find(scene.build(page, pipeline.annotate(page), {}), []) if c.unit == "day")]


def test_missing_germans_are_not_all_who_travelled() -> None:
    pages = [
        "The ship had 300 passengers, 90 of them Germans. Two were hurt.",
        "The ship had 300 passengers. So far 29 people are missing, 14 Germans, six Italians.",
    ]
    counted = [c for text in pages for c in told(text)]
    apart = [
        msgspec.structs.replace(c, anchor=msgspec.structs.replace(c.anchor, article=str(n)))
        for n, text in enumerate(pages)
        for c in told(text)
    ]
    assert counted
    assert [c.low for c in in_one_word(apart) if c.attribute == "aboard" and c.low in (14, 6)] == []


def test_others_who_were_hurt_are_all_who_were() -> None:
    assert [c.scope for c in told("Twelve died and another 40 were injured.") if c.attribute == "injury"] == [()]


def test_a_word_inside_a_name_plans_nothing() -> None:
    found = told("A imprensa de Velmora e o Diário da Sera escrevem que 11 pessoas morreram.", "pt")
    assert {c.status for c in found if c.unit == "person"} == {"stated"}


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke soll in mehr als 40 Metern Höhe eingestürzt sein.",
        "Die Zahl der Opfer wird von der Polizei mit 39 Toten angegeben.",
        "Das Feuer soll am Samstag 39 Menschen getötet haben.",
    ],
)
def test_what_is_said_to_have_been_is_not_planned(text: str) -> None:
    assert {c.status for c in told(text, "de") if c.rule == "count"} == {"stated"}


def test_what_shall_be_is_planned() -> None:
    assert {c.status for c in told("Die Brücke soll 40 Meter hoch sein.", "de") if c.rule == "count"} == {"planned"}


@pytest.mark.parametrize(
    ("text", "language", "attribute"),
    [
        ("Die Halle war bei Starkregen auf einer Länge von 200 Metern eingestürzt.", "de", "length"),
        ("La nave tiene una longitud de 200 metros.", "es", "length"),
        ("The rock left a 60-metre gash in the hull.", "en", "length"),
        ("Le choc a ouvert une brèche de 50 mètres dans la coque.", "fr", "length"),
        ("Lo scoglio ha aperto uno squarcio di 70 metri nello scafo.", "it", "length"),
        ("La roca abrió una vía de agua de 70 metros en el casco.", "es", "length"),
        ("Ein 50 Meter großes Leck klaffte im Rumpf.", "de", "length"),
        ("A rocha abriu um rasgão de 70 metros no casco.", "pt", "length"),
        ("Die 40 Meter hohe Autobahnbrücke über den Fluss Velm war alt.", "de", "height"),
    ],
)
def test_what_a_measure_is_of(text: str, language: str, attribute: str) -> None:
    assert [c.attribute for c in told(text, language) if c.unit == "m"] == [attribute]


def test_two_zeros_are_not_lost() -> None:
    assert not neighbours((5e6, 5e6), (5e8, 5e8), "EUR", "aid")
    assert neighbours((5e6, 5e6), (5e9, 5e9), "EUR", "aid")  # a million for a billion
