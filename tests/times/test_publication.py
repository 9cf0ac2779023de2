"""A clock told in the past tense was not later than the publication."""

from recoupe.times import find

TOLD = "The crew landed at 11:26 a.m. (7:26 p.m. GMT) and walked to the harbour."


def test_before_the_instant_of_publication_it_was_the_day_before() -> None:
    first, second = find("Valdemar, May 14. " + TOLD, language="en", published="2026-05-14T06:00:00+00:00")[-2:]
    assert first.value == second.value == "2026-05-13T19:26Z"


def test_after_it_the_day_stands() -> None:
    first, second = find(TOLD, language="en", published="2026-05-14T23:00:00+00:00")
    assert first.value == second.value == "2026-05-14T19:26Z"


def test_without_its_hour_both_are_readings() -> None:
    times = find("Valdemar, May 14. " + TOLD, language="en", published="2026-05-14")
    assert [t.value for t in times[1:]] == ["2026-05-14T19:26Z"] * 2
    assert [t.readings for t in times[1:]] == [("2026-05-13T19:26Z",)] * 2


def test_what_lies_ahead_stays_ahead() -> None:
    (time,) = find("The crew will land at 7:26 p.m. GMT.", language="en", published="2026-05-14T06:00:00+00:00")
    assert (time.value, time.readings) == ("2026-05-14T19:26Z", ())


def test_a_printed_day_is_the_day() -> None:
    (time,) = find("The crew landed Thursday at 7:26 p.m. GMT.", language="en", published="2026-05-14T06:00:00+00:00")
    assert time.value == "2026-05-14T19:26Z"


def test_a_weekday_says_which_day_it_was() -> None:
    times = find("On Thursday the port was closed. " + TOLD, language="en", published="2026-05-14")
    assert [t.readings for t in times] == [(), (), ()]


def test_four_digits_before_gmt_are_a_clock() -> None:
    first, second = find(
        "The hull broke at about 6:40 p.m. local time (1640 GMT).", language="en", published="2026-05-14"
    )
    assert (first.zone, second.value) == ("+02:00", "2026-05-14T16:40Z")
