"""Clock times of one moment, whatever verb tells it."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from recoupe import claims
from recoupe.claims.article.times.lengths import odd
from recoupe.claims.values import transposed
from recoupe.model import Article, Claim, Finding
from tests.claims.helpers import article, count, mentions, time


def each(ids: Collection[str]) -> tuple[int, int]:
    return len(ids), len(ids)


def compared(*pages: tuple[str, str, str, str | None]) -> list[Finding]:
    """Return the findings of pages of one sentence: words, the clock in it, its value, its zone."""
    articles: list[Article] = []
    told: list[Claim] = []
    for number, (text, clock, value, zone) in enumerate(pages):
        page = article(text, id_=f"a{number}", published="2031-05-07T09:00:00Z")
        articles.append(page)
        known = time(text, clock, "TIME", value, zone=zone, zone_from="printed" if zone else None)
        told += claims.find(page, mentions(known), {})
    return claims.compare(told, articles, each)


LANDED = ("The probe landed at 3:15 p.m. in Paris on May 6.", "3:15 p.m.", "2031-05-06T13:15Z", "Europe/Paris")
CHEERED = ("The hall burst into cheers at 9:15 a.m. in New York.", "9:15 a.m.", "2031-05-06T13:15Z", "America/New_York")


def test_an_untold_clock_joins_the_moment_it_is() -> None:
    found = [f for f in compared(LANDED, CHEERED) if f.unit == "instant"]
    assert [(f.attribute, len(f.values)) for f in found] == [("arrival", 1)]
    assert {s.article for s in found[0].values[0].support} == {"a0", "a1"}


def test_the_same_digits_in_another_zone_are_disputed() -> None:
    mistaken = ("All was over by then: 3:15 p.m. GMT, a page says.", "3:15 p.m. GMT", "2031-05-06T15:15Z", "UTC")
    found = [f for f in compared(LANDED, CHEERED, mistaken) if f.status == "disputed"]
    assert [str(v.low)[11:16] for f in found for v in f.values] == ["13:15", "15:15"]


def test_other_digits_of_an_untold_clock_are_another_moment() -> None:
    other = ("The minister slept at 4:40 p.m. GMT as always.", "4:40 p.m. GMT", "2031-05-06T16:40Z", "UTC")
    assert [f.status for f in compared(LANDED, CHEERED, other) if f.status == "disputed"] == []


@pytest.mark.parametrize(("minute", "differs"), [("17", True), ("15", False)])
def test_one_odd_minute_of_two_hours_is_a_zone_mistaken(minute: str, differs: bool) -> None:
    paris = (f"Rain fell on Paris at 3:{minute} p.m.", f"3:{minute} p.m.", f"2031-05-06T13:{minute}Z", "Europe/Paris")
    york = (f"The hall stood up at 9:{minute} a.m.", f"9:{minute} a.m.", f"2031-05-06T13:{minute}Z", "America/New_York")
    rome = (f"It was 3:{minute} p.m. when bells rang.", f"3:{minute} p.m.", f"2031-05-06T13:{minute}Z", "Europe/Rome")
    later = (f"Dinner came at 2:{minute} p.m. GMT.", f"2:{minute} p.m. GMT", f"2031-05-06T14:{minute}Z", "UTC")
    assert bool([f for f in compared(paris, york, rome, later) if f.status == "disputed"]) is differs


def test_local_time_is_that_of_the_place_as_other_pages_tell_it() -> None:
    pair = "The peak erupted at 6:18 a.m. local time (22:18 GMT); the governor slept."
    mistaken = "El volcán entró en erupción a las 4:18, hora local."
    told: list[Claim] = []
    pages = [article(pair, id_, published=None) for id_ in ("b0", "b1")]
    for page in pages:
        local = time(pair, "6:18 a.m. local time", "TIME", "T06:18", zone="local", zone_from="printed")
        zoned = time(pair, "22:18 GMT", "TIME", "T22:18Z", zone="UTC", zone_from="printed")
        told += claims.find(page, mentions(local, zoned), {})
    pages.append(article(mistaken, "b2", published=None, language="es"))
    other = time(mistaken, "4:18, hora local", "TIME", "T04:18", zone="local", zone_from="printed")
    told += claims.find(pages[-1], mentions(other), {})
    found = [f for f in claims.compare(told, pages, each) if f.status == "disputed"]
    assert [str(v.low)[11:16] for f in found for v in f.values] == ["22:18", "20:18"]


def test_a_bare_clock_is_not_read_in_gmt() -> None:
    bare = ("The probe landed at 13:15, people say.", "13:15", "2031-05-06T13:15", None)
    gmt = ("It landed at 1:15 p.m. GMT.", "1:15 p.m. GMT", "2031-05-06T13:15Z", "UTC")
    found = [f for f in compared(gmt, bare) if f.attribute == "arrival" and len(f.values) == 1]
    assert not [f for f in found if len(f.values[0].support) == 2]


def test_a_round_hour_is_no_moment_by_itself() -> None:
    landed = ("The probe landed at 3 p.m. in Paris on May 6.", "3 p.m.", "2031-05-06T13:00Z", "Europe/Paris")
    cheered = ("The hall burst into cheers at 9 a.m. in New York.", "9 a.m.", "2031-05-06T13:00Z", "America/New_York")
    mistaken = ("All was over by then: 3 p.m. GMT, a page says.", "3 p.m. GMT", "2031-05-06T15:00Z", "UTC")
    assert [f for f in compared(landed, cheered, mistaken) if f.status == "disputed"] == []


@pytest.mark.parametrize(
    ("seconds", "is_odd"),
    [(1000, True), (19 * 3600, True), (135 * 60, True), (3600, False), (24 * 3600, False), (5400, False), (600, False)],
)
def test_lengths_that_two_pages_hardly_print_of_two_things(seconds: int, is_odd: bool) -> None:
    assert odd(float(seconds)) is is_odd


def test_digits_in_another_order_are_a_misprint() -> None:
    assert transposed((34.0, 34.0), (43.0, 43.0))
    assert not transposed((34.0, 34.0), (44.0, 44.0))
    assert not transposed((30.0, 38.0), (43.0, 43.0))


def measured(*pages: tuple[str, str, str, float]) -> list[Finding]:
    """Return the findings of pages of one sentence: words, the measure in it, its unit, its number."""
    articles = [article(text, id_=f"m{n}", published="2031-05-07T09:00:00Z") for n, (text, *_) in enumerate(pages)]
    told = [
        c
        for page, (text, words, unit, number) in zip(articles, pages, strict=True)
        for c in claims.find(page, mentions(count(text, words, number, "diameter", unit=unit)), {})
    ]
    return claims.compare(told, articles, each)


def test_the_same_number_in_another_unit_is_disputed() -> None:
    pages = [("The rock is 480 metres across.", "480 metres", "m", 480.0)] * 2
    mistaken = ("The rock is 480 feet across.", "480 feet", "ft", 480.0)
    assert [f.status for f in measured(*pages, mistaken) if len(f.values) > 1] == ["disputed"]


def test_a_measure_converted_is_not() -> None:
    pages = [("The rock is 480 metres across.", "480 metres", "m", 480.0)] * 2
    converted = ("The rock is 1,575 feet across.", "1,575 feet", "ft", 1575.0)
    assert [f for f in measured(*pages, converted) if f.status == "disputed"] == []
