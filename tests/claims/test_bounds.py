"""Within which bounds a number is meant."""

from __future__ import annotations

import pytest

from tests.claims.helpers import measure, only


def test_centimetres_and_metres_are_one_unit_and_a_fall_beyond_a_semicolon_is_another_thing() -> None:
    text = "The river crested at 780 centimetres; it fell again by noon."
    (claim,) = only(text, measure(text, "780 centimetres", 780, "cm", "water level"))
    assert (claim.attribute, claim.unit) == ("water level", "m")
    assert claim.low == claim.high == pytest.approx(7.8)


def test_what_was_converted_for_other_readers_may_be_rounded() -> None:
    text = "The wind reached 50 knots."
    (claim,) = only(text, measure(text, "50 knots", 50, "kn", "wind speed"))
    assert claim.unit == "km/h"
    assert claim.low is not None
    assert claim.high is not None
    assert claim.low < 90 < claim.high < 97
