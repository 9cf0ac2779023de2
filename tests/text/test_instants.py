"""ISO dates and times as instants."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.text.instants import instant


@pytest.mark.parametrize("value", ["2031-05-06", "2031-05-06Z", "2031-05-06T00:00Z", "2031-05-06T02:00:00+02:00"])
def test_a_date_begins_at_midnight_of_its_zone_else_of_utc(value: str) -> None:
    assert instant(value) == dt.datetime(2031, 5, 6, tzinfo=dt.UTC)


@pytest.mark.parametrize("value", [None, "", "XXXX-05-06", "2031-02-30", "2031-05-06TNI"])
def test_what_tells_no_day_is_no_instant(value: str | None) -> None:
    assert instant(value) is None


@pytest.mark.parametrize("value", ["2031-05-05T24:00", "2031-05-05T24:00Z"])
def test_a_day_ends_at_its_24_00(value: str) -> None:
    assert instant(value) == dt.datetime(2031, 5, 6, tzinfo=dt.UTC)
