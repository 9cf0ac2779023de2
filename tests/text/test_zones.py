"""Zones: names, offsets, instants."""

from __future__ import annotations

import datetime as dt

from recoupe.text.zones import ahead, to_utc, zone

NOON = dt.datetime(2031, 7, 10, 12)


def test_summer_time_counts() -> None:
    assert to_utc(NOON, "Europe/Rome") == dt.datetime(2031, 7, 10, 10, tzinfo=dt.UTC)


def test_offset() -> None:
    assert to_utc(NOON, "-03:30") == dt.datetime(2031, 7, 10, 15, 30, tzinfo=dt.UTC)


def test_unknown_names_have_no_zone() -> None:
    assert zone("Nowhere/Valdemar") is None
    assert to_utc(NOON, "../etc/passwd") is None
    assert zone("+99:00") is None


def test_instants_out_of_range_have_no_value() -> None:
    assert to_utc(dt.datetime.min, "+02:00") is None


def test_how_far_clocks_are_ahead_changes_with_the_season() -> None:
    noon = NOON.replace(tzinfo=dt.UTC).timestamp()
    assert (ahead("Europe/Rome", noon), ahead("Europe/Rome", noon - 180 * 86_400)) == (7_200, 3_600)
    assert ahead("-03:30", noon) == -12_600
    assert ahead("Nowhere/Land", noon) is None
    assert ahead("Europe/Rome", 1e18) is None


def test_only_files_of_the_tz_database_are_zones() -> None:
    for name in ("zone.tab", "zone", "America", "Europe/../Europe/Rome", "/etc/localtime", ""):
        assert zone(name) is None
    assert str(zone("America/Port-au-Prince")) == "America/Port-au-Prince"
    assert str(zone("Etc/GMT+3")) == "Etc/GMT+3"
