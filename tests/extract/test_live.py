"""Live blogs in flattened text: entries and their days."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe import extract
from recoupe.extract.clocklines import clock_heading
from recoupe.extract.lines import split
from recoupe.extract.live import days, entries, newest_first, stamped_last
from recoupe.model import Page


@pytest.mark.parametrize(
    ("line", "minute", "rest"),
    [
        ("9h05 - Le vent faiblit", 545, "Le vent faiblit"),
        ("12.31 Uhr: Schule geräumt.", 751, "Schule geräumt."),
        ("19:02(IST)", 1142, ""),
        ("7:05 p.m. Lift-off", 1145, "Lift-off"),
        ("• 23h15 : un pont fermé", 1395, "un pont fermé"),
        ("0:40 CET The wind drops", 40, "The wind drops"),
    ],
)
def test_clock_headings(line: str, minute: int, rest: str) -> None:
    found = clock_heading(line)
    assert found is not None
    assert (found[0], line[found[1] :].strip()) == (minute, rest)


@pytest.mark.parametrize(
    "line",
    ["12 h de débat n'ont pas suffi", "3.5 millions de foyers", "25:00 - rien", "2025 a été sèche", "Le vent faiblit"],
)
def test_no_clock_headings(line: str) -> None:
    assert clock_heading(line) is None


def test_a_programme_is_no_live_blog() -> None:
    lines = split("14:00 Arrival\n15:00 Tea\n16:00 Speeches\n17:00 Departure")
    assert entries(lines, told=False) == []


def test_bullets_make_a_live_blog_only_where_the_page_says_so() -> None:
    lines = split(
        "  • One\n    The first text ends here.\n  • Two\n    Another text.\n  • Three\n    A third text.\nAfter it."
    )
    assert entries(lines, told=False) == []
    found = entries(lines, told=True)
    assert [(e.first, e.last) for e in found] == [(0, 2), (2, 4), (4, 6)]


def test_points_under_labels_are_no_live_blog() -> None:
    lines = split(
        "- A bridge gave way\n- Nobody is hurt\nSent there:\n- 12 lorries\n- 40 sappers\nFlying:\n- 2 drones\nThe end"
    )
    assert entries(lines, told=True) == []


PAST_MIDNIGHT = "0h40 - Le vent faiblit\n23h15 - Un pont fermé\n20h05 - Quatre mille foyers sans courant"


def test_days_run_on_from_the_first() -> None:
    found = entries(split(PAST_MIDNIGHT), told=True)
    assert newest_first(found)
    assert days(found, dt.date(2025, 11, 4), None, {}) == [dt.date(2025, 11, 5)] + [dt.date(2025, 11, 4)] * 2


def test_no_entry_is_later_than_the_last_change() -> None:
    found = entries(split(PAST_MIDNIGHT), told=True)
    expected = [dt.date(2025, 11, 5)] + [dt.date(2025, 11, 4)] * 2
    assert days(found, None, dt.date(2025, 11, 5), {}) == expected
    assert days(found, dt.date(2025, 11, 5), dt.date(2025, 11, 5), {}) == expected


def test_without_a_day_there_is_none() -> None:
    assert days(entries(split(PAST_MIDNIGHT), told=True), None, None, {}) == [None] * 3


@pytest.mark.parametrize("stamp", ["2025-11-05", "2025-11-05T01"])
def test_a_stamp_without_minutes_is_that_of_the_newest_entry_where_it_is_printed_first(stamp: str) -> None:
    head = "DIRECT. Tempête Ondine : la vigilance est levée\nLes habitants ont passé la nuit dans le noir.\n"
    text = head + PAST_MIDNIGHT.replace("\n", "\nPlus rien ne bouge ici.\n")
    (live, *updates) = extract.read(Page(id="p", page="p", text=text, published=stamp)).articles
    assert (live.kind, live.published) == ("live", stamp)
    assert [u.published for u in updates] == ["2025-11-04T20:05", "2025-11-04T23:15", "2025-11-05T00:40"]


@pytest.mark.parametrize(
    ("minute", "last"),
    [(10 * 60 + 40, True), (12 * 60 + 30, True), (13 * 60, False), (11 * 60 + 15, False), (9 * 60, False)],
)
def test_a_page_stamped_behind_its_newest_entry_was_stamped_last(minute: int, last: bool) -> None:
    clocks = ("10:34", "08:30", "01:40", "23:20", "16:10", "11:20")
    found = entries(split("".join(f"{clock} Some news.\nText of it.\n" for clock in clocks)), told=True)
    assert stamped_last(found, minute) is last
