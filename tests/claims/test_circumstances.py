"""What stands beside a value: bounds set by rule, a number's own cues and places, the day of a statement."""

from __future__ import annotations

import msgspec
import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim, Name, Quantity
from tests.claims.helpers import article, at, count, mentions, time


def speed(text: str, words: str, value: float) -> Quantity:
    return Quantity(**at(text, words), low=value, high=value, unit="km/h", of="speed")


def scope_of(found: list[Claim], words: str) -> tuple[str, ...]:
    (claim,) = [c for c in found if c.anchor.exact == words]
    return claim.scope


def test_a_limit_is_not_the_speed() -> None:
    text = "The coach was doing 104 km/h, just above the limit of 100 km/h for coaches."
    found = claims.find(article(text), mentions(speed(text, "104 km/h", 104), speed(text, "100 km/h", 100)), {})
    assert "limit:" not in scope_of(found, "104 km/h")
    assert all("limit:" in c.scope or c.attribute != "speed" for c in found if c.anchor.exact == "100 km/h")


def test_a_cue_of_the_past_is_of_the_number_it_follows() -> None:
    text = "There are 17 dead, and not 19 as in the previous count."
    found = claims.find(article(text), mentions(count(text, "17", 17, "death"), count(text, "19", 19, "death")), {})
    assert "past:" not in scope_of(found, "17")


def test_a_day_on_which_someone_spoke_is_not_the_day_of_the_event() -> None:
    text = "The crash killed four people, prosecutors said on Sunday."
    found = claims.find(article(text), mentions(time(text, "Sunday", "DATE", "2031-05-04")), {})
    assert [c for c in found if c.attribute == "date"] == []


def test_words_that_narrow_counts_narrow_no_measure() -> None:
    text = "A quake of magnitude 6.3 overnight shook the coast."
    found = claims.find(
        article(text), mentions(Quantity(**at(text, "6.3"), low=6.3, high=6.3, unit="magnitude", of="magnitude")), {}
    )
    assert scope_of(found, "6.3") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Un sismo con epicentro en Lisboa, Portugal, dejó un saldo de 120 muertos.",
        "Hubo 216 muertos, 71 en Lisboa y 86 en Madrid.",
    ],
)
def test_the_place_of_a_centre_or_of_a_part_is_not_the_toll_s(text: str) -> None:
    page = article(text, language="es")
    toll = next(c for c in claims.find(page, pipeline.annotate(page), {}) if c.low in (120, 216))
    assert not [s for s in toll.scope if s.startswith("place:")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three plants will close: Lisbon, Madrid and Turin."),
        ("es", "Cerrarán tres plantas industriales: Lisboa, Madrid y Turín."),
        ("it", "Chiudono tre stabilimenti, fra cui quello di Lisbona."),
        ("fr", "Trois usines ferment, dont celle de Lisbonne."),
        ("de", "Drei Fabriken schließen, darunter die in Lissabon."),
        ("pt", "Fecham três fábricas, incluindo a de Lisboa."),
    ],
)
def test_those_a_list_names_are_counted_and_not_where(language: str, text: str) -> None:
    page = article(text, language=language)
    (plants,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 3]
    assert not [s for s in plants.scope if s.startswith("place:")]


def test_where_plants_close_is_told_without_a_list() -> None:
    page = article("Three plants will close in Lisbon.")
    (plants,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 3]
    assert [s for s in plants.scope if s.startswith("place:")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales of the Orla works fell 19 percent, the steepest fall since 2009."),
        ("en", "Sales fell by 19 percent under a rule of the harbour, last used in March 2009."),
        ("fr", "Les ventes ont reculé de 19 %, la plus forte baisse depuis janvier 2009."),
        ("de", "Der Umsatz sank um 19 Prozent, der stärkste Rückgang seit der Krise von 2009."),
        ("es", "Las ventas cayeron un 19 %, la mayor caída desde 2009."),
        ("it", "Le vendite sono calate del 19 per cento, il calo più forte dal 2009."),
        ("pt", "As vendas caíram 19%, a maior queda desde 2009."),
    ],
)
def test_the_year_since_which_a_record_stands_is_not_the_value_s(language: str, text: str) -> None:
    page = article(text, language=language, published="2031-05-07T10:00:00Z")
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 19]
    assert found
    assert not any(s.startswith("year:") for c in found for s in c.scope)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry has lost at least 19 passengers since 2009."),
        ("en", "In the forest 19 hikers were hurt, a protest said, since 2009."),
        ("en", "Nineteen people were hurt in the last quarter of 2009."),
        ("fr", "Le bac a perdu plus de 19 passagers depuis 2009."),
        ("es", "El transbordador perdió más de 19 pasajeros desde 2009."),
        ("it", "Il traghetto ha perso più di 19 passeggeri dal 2009."),
        ("pt", "A barca perdeu mais de 19 passageiros desde 2009."),
        ("de", "An der Küste starben mindestens 19 Menschen seit 2009."),
    ],
)
def test_what_has_happened_since_a_year_or_in_it_keeps_it(language: str, text: str) -> None:
    page = article(text, language=language, published="2031-05-07T10:00:00Z")
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 19]
    assert "year:2009" in claim.scope


def test_the_word_of_a_limit_is_of_the_bare_number_it_leads_to() -> None:
    page = article("In der Kammer wurden 9 Grad gemessen, erlaubt sind vier.", language="de")
    (claim,) = claims.find(page, pipeline.annotate(page), {})
    assert claim.scope == ()


def test_a_place_in_a_list_is_of_its_own_number() -> None:
    text = "Sixty were hurt. Of those, 27 are French, 14 German, 11 from Lorn, six Belgian."
    page = article(text)
    annotated = pipeline.annotate(page)
    lorn = Name(**at(text, "Lorn"), type="place", entity="Lorn")
    found = claims.find(page, msgspec.structs.replace(annotated, names=(lorn,)), {})
    assert {c.low: c.scope for c in found} == {60: (), 27: ("group:FR",), 14: ("group:DE",), 6: ("group:BE",)}


def test_the_year_of_a_date_counts_nobody_in_a_list() -> None:
    page = article("The two presidents met for talks on May 7, 2029 in Lisbon.", published="2031-05-07T10:00:00Z")
    (day,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "day"]
    assert "place:Lisbon" in day.scope
