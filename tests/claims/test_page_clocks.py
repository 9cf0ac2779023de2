"""Clock times of a timeline: the clock its page counts in, and the day its page leaves them."""

from __future__ import annotations

import pytest

from recoupe.claims.chronology import page_clocks, page_days
from recoupe.claims.chronology.tellings import Telling
from tests.claims.helpers import article, time
from tests.claims.tellings import SIREN, VOTE, at, begins, telling

PRINTED = {"zone": "Europe/Paris", "zone_from": "printed"}
GUESSED = {"zone": "America/La_Paz", "zone_from": "place"}


OWN = "The vote ended at 17:42. The siren went off at 11:30 in the harbour."
GMT = {"zone": "UTC", "zone_from": "printed"}
OTHER = telling("b", "The vote ended at 15:42 GMT.", "15:42 GMT", "2031-05-06T15:42Z", "06T15:42", **GMT)


def read_again(tellings: list[Telling]) -> list[Telling]:
    return page_clocks.read_again(tellings, page_clocks.clocks_of(tellings))


def page(words: str = "11:30", **given: str) -> list[Telling]:
    """Return a page whose 17:42 another settles, and whose 11:30 was read in the zone of a place."""
    text = OWN.replace("11:30", words)
    return [
        telling("a", text, "17:42", "2031-05-06T17:42", "06T15:42"),
        telling("a", text, words, "2031-05-06T11:30", "06T15:30", SIREN, **(GUESSED | given)),
    ]


def test_a_clock_that_nobody_settles_is_read_as_the_settled_one_of_its_page() -> None:
    assert begins(read_again([*page(), OTHER])) == ["06T15:42", "06T09:30", "06T15:42"]


def test_without_another_page_to_settle_it_a_clock_keeps_its_reading() -> None:
    assert begins(read_again(page())) == ["06T15:42", "06T15:30"]


def test_local_time_is_not_the_clock_of_its_page() -> None:
    assert begins(read_again([*page("11:30 local time"), OTHER]))[1] == "06T15:30"


def two_pages_local() -> list[Telling]:
    """Return what two pages tell on the clock of the place, with its zone."""
    said = "The vote ended at 9:42 local time (0642 GMT)."
    return [
        telling(i, said, "9:42 local time", "2031-05-06T06:42Z", "06T06:42", zone="+03:00", zone_from="printed")
        for i in "bc"
    ]


def test_local_time_is_that_which_two_pages_tell() -> None:
    pairs = two_pages_local()
    lone = "The siren went off at 11:30 local time."
    siren = telling("d", lone, "11:30 local time", "2031-05-06T11:30", "06T15:30", SIREN, **GUESSED)
    assert begins(read_again([*pairs, siren]))[2] == "06T08:30"
    assert begins(read_again([pairs[0], siren]))[1] == "06T15:30"


def test_a_page_stamped_by_the_clock_of_the_place_counts_in_it() -> None:
    pairs = two_pages_local()
    lone = "The siren went off at 11:30."
    for stamp, begin in (("2031-05-06T20:00:00+03:00", "06T08:30"), ("2031-05-06T20:00:00+01:00", "06T15:30")):
        siren = telling("d", lone, "11:30", "2031-05-06T11:30", "06T15:30", SIREN, published=stamp, **GUESSED)
        assert begins(read_again([*pairs, siren]))[2] == begin


def test_a_clock_to_an_odd_minute_that_another_page_tells_stays() -> None:
    mine = [t._replace(begin=at("06T15:31")) if t.what == SIREN else t for t in page("11:31")]
    mine[1] = mine[1]._replace(time=time(mine[1].article.text, "11:31", "TIME", "2031-05-06T11:31", **GUESSED))
    theirs = OTHER._replace(begin=at("07T15:31"), what=("fire", "occurrence", ""))
    assert begins(read_again([*mine, OTHER, theirs]))[1] == "06T15:31"


NIGHT = "The siege began at 21:44 and ended at 2:10 on Tuesday."


def test_an_evening_told_before_small_hours_in_a_sentence_is_on_the_day_before() -> None:
    clocks = [("21:44", "2031-05-06T21:44", "06T19:44"), ("2:10 on Tuesday", "2031-05-06T02:10", "06T00:10")]
    told = [telling("a", NIGHT, *clock, VOTE if n else SIREN, **PRINTED) for n, clock in enumerate(clocks)]
    other = told[0]._replace(article=article(NIGHT, "b"), sentence=(1, 2))
    assert begins(page_days.on_days_that_hold([*told, other])) == ["05T19:44", "06T00:10", "05T19:44"]
    told[0] = told[0]._replace(day_named=True)
    assert begins(page_days.on_days_that_hold(told)) == ["06T19:44", "06T00:10"]


@pytest.mark.parametrize(("verb", "day"), [("had come in", "05"), ("came in", "06")])
def test_what_had_happened_is_before_what_is_told_before_it(verb: str, day: str) -> None:
    text = f"The siege ended at 11:52. The man {verb} at 14:20."
    told = [
        telling("a", text, "11:52", "2031-05-06T11:52", "06T09:52", day_named=True, **PRINTED),
        telling("a", text, "14:20", "2031-05-06T14:20", "06T12:20", SIREN, **PRINTED),
    ]
    assert begins(page_days.on_days_that_hold(told)) == ["06T09:52", f"{day}T12:20"]


def test_a_clock_stands_on_the_weekday_of_its_words() -> None:
    text = "The siren went off on Tuesday at 9:44."
    told = telling("a", text, "Tuesday at 9:44", "2031-05-08T09:44", "08T07:44", SIREN, weekday=True, **PRINTED)
    assert begins(page_days.on_days_that_hold([told])) == ["06T07:44"]  # 6 May 2031 is a Tuesday
    others = [telling(i, text, "9:44", "2031-05-13T09:44", "13T07:44", VOTE, **PRINTED) for i in "bc"]
    assert begins(page_days.on_days_that_hold([told, *others]))[0] == "13T07:44"


def test_what_is_over_is_not_on_the_day_after_its_page() -> None:
    text = "The siren went off at 9:44 in the harbour."
    told = telling("a", text, "9:44", "2031-05-06T09:44", "07T07:44", SIREN, published="2031-05-06", **PRINTED)
    assert begins(page_days.on_days_that_hold([told])) == ["06T07:44"]
    assert begins(page_days.on_days_that_hold([told._replace(announced=True)])) == ["07T07:44"]
    later = telling("b", text, "9:44", "2031-05-07T09:44", "07T07:44", SIREN, published="2031-05-08", **PRINTED)
    assert begins(page_days.on_days_that_hold([told, later])) == ["07T07:44", "07T07:44"]


def test_a_clock_twice_as_near_to_the_night_of_the_story_on_another_day_is_of_that_day() -> None:
    text = "The siege ended at 23:52. The search went on at 2:30."
    day = {"published": "2031-05-08"} | PRINTED
    ended = [telling(i, text, "23:52", "2031-05-06T23:52", "06T21:52", **day) for i in "abc"]
    went_on = telling("a", text, "2:30", "2031-05-06T02:30", "06T00:30", SIREN, **day)
    assert begins(page_days.on_days_that_hold([*ended, went_on]))[3] == "07T00:30"
    assert begins(page_days.on_days_that_hold([*ended[:2], went_on]))[2] == "06T00:30"


def test_what_came_out_by_day_after_an_evening_was_not_before_it() -> None:
    text = "The plane was lost at 18:46. The names came out at 12:00."
    day = {"published": "2031-05-07"} | PRINTED
    lost = [telling(i, text, "18:46", "2031-05-06T18:46", "06T16:46", **day) for i in "abc"]
    named = telling("a", text, "12:00", "2031-05-07T12:00", "07T10:00", SIREN, **day)
    assert begins(page_days.on_days_that_hold([*lost, named]))[3] == "07T10:00"


def test_a_plan_of_the_night_is_of_the_hours_after_it() -> None:
    text = "The siege ended at 23:52. The search is to go on at 10:00."
    day = {"published": "2031-05-08"} | PRINTED
    ended = [telling(i, text, "23:52", "2031-05-06T23:52", "06T21:52", **day) for i in "abc"]
    for announced, begin in ((True, "07T08:00"), (False, "06T08:00")):
        planned = telling("a", text, "10:00", "2031-05-06T10:00", "06T08:00", SIREN, announced=announced, **day)
        assert begins(page_days.on_days_that_hold([*ended, planned]))[3] == begin


def test_local_time_is_that_of_the_place_though_another_page_took_it_for_its_own() -> None:
    pair = "Il était 9:42 (8:42 à Paris)."
    pairs = [
        telling(i, pair, "9:42", "2031-05-06T06:42Z", "06T06:42", zone="+03:00", zone_from="printed", language="fr")
        for i in "bc"
    ]
    said = "The siren went off at 9:42 {}."
    local = telling("d", said.format("local time"), "9:42 local time", "2031-05-06T09:42", "06T07:42", SIREN, **GUESSED)
    other = telling("e", said.format("in Paris"), "9:42 in Paris", "2031-05-06T07:42Z", "06T07:42", SIREN, **PRINTED)
    assert begins(read_again([*pairs, local, other]))[2:] == ["06T06:42", "06T07:42"]


def test_small_hours_behind_a_named_evening_are_of_the_next_day() -> None:
    text = "The phones rang at 11 p.m. on Monday. The vote was over at 12:45 a.m. in the hall."
    evening = telling("a", text, "11 p.m. on Monday", "2031-05-05T21:00Z", "05T21:00", SIREN, day_named=True, **PRINTED)
    small = telling("a", text, "12:45 a.m.", "2031-05-04T22:45Z", "04T22:45", **PRINTED)
    assert begins(page_days.on_days_that_hold([evening, small])) == ["05T21:00", "05T22:45"]
    named = small._replace(day_named=True)
    assert begins(page_days.on_days_that_hold([evening, named])) == ["05T21:00", "04T22:45"]


@pytest.mark.parametrize(("published", "day"), [("2031-05-06T12:40:00Z", "06"), ("2031-05-09T12:40:00Z", "05")])
def test_a_page_of_the_day_after_the_night_tells_that_night(published: str, day: str) -> None:
    night = "The vote ended at 03:50 in the hall."
    told = [telling(i, night, "03:50", "2031-05-06T01:50Z", "06T01:50", **PRINTED) for i in "abc"]
    text = "The march set off at 11:00 from the harbour."
    march = telling("d", text, "11:00", "2031-05-05T09:00Z", "05T09:00", SIREN, published=published, **PRINTED)
    assert begins(page_days.on_days_that_hold([*told, march]))[3] == f"{day}T09:00"


@pytest.mark.parametrize(
    ("between", "what", "day"), [(" ", SIREN, "05"), ("\n", SIREN, "06"), (" ", ("", "departure", ""), "06")]
)
def test_a_paragraph_goes_on_on_the_day_it_named(between: str, what: tuple[str, ...], day: str) -> None:
    text = f"Lund landed at 17:42 on Monday.{between}Vance landed at 14:20 in the rain."
    first = telling("a", text, "17:42 on Monday", "2031-05-05T15:42Z", "05T15:42", SIREN, day_named=True, **PRINTED)
    then = telling("a", text, "14:20", "2031-05-06T12:20Z", "06T12:20", what, **PRINTED)
    assert begins(page_days.in_one_paragraph([first, then])) == ["05T15:42", f"{day}T12:20"]


def test_midnight_of_a_weekday_still_stands_on_it() -> None:
    said = telling("a", "It ends at midnight on Thursday.", "midnight on Thursday", "2031-05-08T24:00", "08T22:00",
                   ("vote", "end", ""), weekday=True, zone="Europe/Paris", zone_from="outlet")  # fmt: skip
    assert begins(page_days.on_days_that_hold([said])) == ["08T22:00"]


def test_a_clock_that_most_pages_tell_is_not_read_by_the_clock_of_one() -> None:
    texts = [(i, "The siren went off at 11:30 in the harbour.") for i in "cde"]
    same = [telling(i, t, "11:30", "2031-05-06T11:30", "06T15:30", SIREN, **GUESSED) for i, t in texts]
    assert begins(read_again([*page(), OTHER, *same])) == [
        "06T15:42", "06T15:30", "06T15:42", "06T15:30", "06T15:30", "06T15:30",
    ]  # fmt: skip


def test_what_leads_up_to_an_hour_that_others_tell_is_of_its_day() -> None:
    text = "It was to leave at 18:00 and left at 18:25. At 19:32 the siren went off."
    own = {"published": "2031-05-07T18:40:00-01:00"}
    left = telling("a", text, "18:25", "2031-05-07T18:25", "07T19:25", VOTE, **own)
    called = telling("a", text, "19:32", "2031-05-07T19:32", "06T20:32", SIREN, **own)
    other = telling("b", "The siren went off at 20:32 GMT.", "20:32 GMT", "2031-05-06T20:32Z", "06T20:32", SIREN)
    assert begins(page_days.in_one_paragraph([left, called, other])) == ["06T19:25", "06T20:32", "06T20:32"]
    held = telling("a", text.replace("18:25", "11:00"), "11:00", "2031-05-07T11:00", "07T12:00", VOTE, **own)
    assert begins(page_days.in_one_paragraph([held, called, other]))[0] == "07T12:00"


def test_an_hour_that_its_own_sentence_sets_on_another_day_stays() -> None:
    text = "The shares, halted on Monday at 15:42, are traded again since 10:30."
    first = telling("a", text, "15:42", "2031-05-05T15:42", "05T14:42", VOTE, day_named=True)
    then = telling("a", text, "10:30", "2031-05-06T10:30", "06T09:30", VOTE, published="2031-05-06T12:00:00+01:00")
    assert begins(page_days.in_one_paragraph([first, then._replace(article=first.article)])) == ["05T14:42", "06T09:30"]
