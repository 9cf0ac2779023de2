"""Dates and clocks as a reader writes them."""

from __future__ import annotations

import pytest

from recoupe.dossier import moments


def test_a_day_of_no_known_year_is_written_without_one() -> None:
    assert moments.moment("XXXX-12-25", "en") == "25 Dec"
    assert moments.moment("1945-05-08", "fr") == "8 mai 1945"


@pytest.mark.parametrize(
    ("when", "en", "fr"),
    [
        ("2031-05-06T08:15:00+01:00", "6 May 2031, 08:15 UTC+1", "6 mai 2031, 08:15 UTC+1"),
        ("2031-05-06T08:15:00+05:30", "6 May 2031, 08:15 UTC+5:30", "6 mai 2031, 08:15 UTC+5:30"),
        ("2031-05-06T08:15:00Z", "6 May 2031, 08:15 GMT", "6 mai 2031, 08:15 GMT"),
        ("2031-05-06T08:15", "6 May 2031, 08:15", "6 mai 2031, 08:15"),
        ("2031-05-06", "6 May 2031", "6 mai 2031"),
    ],
)
def test_when_a_page_was_published_is_said_on_its_own_clock(when: str, en: str, fr: str) -> None:
    assert [moments.stamp(when, code) for code in ("en", "fr")] == [en, fr]
