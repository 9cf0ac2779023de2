"""What stands beside a value: bounds set by rule, a number's own cues and places, the day of a statement."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim, Quantity
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
