"""The zone of a story's place: of the countries its leads name, and of their towns."""

from __future__ import annotations

import pytest

from recoupe import names
from recoupe.model import Name
from recoupe.times import EventZone, TimeContext, Zones, event_zone, find, zones_named

RIGA, WARSAW, LISBON = "Europe/Riga", "Europe/Warsaw", "Europe/Lisbon"


def place(text: str) -> Name:
    return Name(start=0, end=len(text), text=text, type="place", entity=text)


def zones(known: str = "", towns: str = "") -> Zones:
    return Zones(frozenset(known.split()), frozenset(towns.split()))


def test_a_town_counts_in_the_zone_of_its_country() -> None:
    assert zones_named([place("Coimbra")], "pt", names.country) == zones(towns=LISBON)
    assert zones_named([place("Lisboa")], "pt", names.country) == zones(known=LISBON)


def test_a_town_of_a_country_of_several_zones_tells_none() -> None:
    assert zones_named([place("Vorkuta")], "en", names.country) == zones()


def test_towns_tell_the_zone_that_no_country_tells() -> None:
    assert event_zone([zones(towns=LISBON)] * 3 + [zones(towns=WARSAW)]) == EventZone(LISBON, sure=False)
    assert event_zone([zones(towns=LISBON)] * 3 + [zones(towns=WARSAW)] * 2) is None


def test_where_a_ship_comes_from_does_not_outvote_the_country() -> None:
    assert event_zone([zones(RIGA)] * 3 + [zones(towns=WARSAW)] * 4) == EventZone(RIGA)


def test_the_towns_of_few_pages_tell_nothing() -> None:
    assert event_zone([zones(towns=LISBON)] + [zones()] * 9) is None


def test_the_towns_of_most_pages_outweigh_a_country_that_few_name() -> None:
    assert event_zone([zones(towns=LISBON)] * 6 + [zones(RIGA)]) == EventZone(LISBON, sure=False)


def test_local_time_is_not_that_of_a_place_only_towns_tell() -> None:
    text = "The ferry sank at 18:40 local time. It had left at 14:30."
    unsure = TimeContext(place_zone=LISBON, place_sure=False)
    first, _ = find(text, language="en", published="2031-05-06", context=unsure)
    assert (first.zone, first.readings) == ("local", ())
    sure = TimeContext(place_zone=LISBON)
    assert [t.zone for t in find(text, language="en", published="2031-05-06", context=sure)] == [LISBON, LISBON]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Empieza a las 20.00 (una hora menos en Lisboa)."),
        ("pt", "Começa às 20h30, menos uma hora em Lisboa."),
        ("fr", "Elle commence à 20h30, une heure de moins à Lisbonne."),
        ("it", "Inizia alle 20.30, un'ora in meno a Lisbona."),
        ("de", "Um 20 Uhr, eine Stunde weniger in Lissabon."),
        ("en", "At 8 p.m., an hour less in Lisbon."),
    ],
)
def test_a_place_whose_clocks_differ_by_an_hour_is_not_where_it_happens(language: str, text: str) -> None:
    start = next(i for i in range(len(text)) if text.startswith("Lis", i))
    named = Name(start=start, end=len(text) - 1, text=text[start:].strip(".)"), type="place", entity="x")
    assert zones_named([named], language, text=text) == zones()
    assert zones_named([named], language, text="x" * len(text)) == zones(LISBON)
