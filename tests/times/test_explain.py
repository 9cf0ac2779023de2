"""What --explain says of a time: the day it was read from, the tense, the zone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from tests.times.marked import sentences

from recoupe.times import TimeContext, find

DAY = "2031-05-15"


def why(text: str, language: str = "en", published: str | None = DAY, **context: str) -> list[tuple[str, ...]]:
    found = find(text, language=language, published=published, context=TimeContext(**context), explain=True)  # type: ignore[arg-type]
    return [t.why for t in found]


def test_a_weekday_tells_the_day_it_was_read_from_and_the_tense() -> None:
    assert why("The council will meet Tuesday.") == [
        ("read from 2031-05-15: the article was published", "it lies ahead: 'will'")
    ]
    assert why("Le ministre a démissionné mardi.", "fr")[0][1] == "it lies back: 'démissionné'"


def test_the_source_of_the_day_is_told_when_it_is_not_the_publication() -> None:
    (told,) = why(
        "He left yesterday.", published=None, reference="2031-05-14", reference_from="address, '/2031/05/14/'"
    )
    assert told == ("read from 2031-05-14: address, '/2031/05/14/'",)


def test_a_clock_tells_its_zone_and_why_it_was_chosen() -> None:
    (printed,) = why("It starts at 8 p.m. Tokyo time.")
    assert printed[-1] == "zone Asia/Tokyo: printed beside the clock"
    (outlet,) = why("It starts at 8 p.m.", outlet_zone="Europe/Paris", place_zone="Asia/Tokyo")
    assert outlet[-2:] == (
        "zone Europe/Paris: that of the outlet; none is printed",
        "it may also be 2031-05-15T18:00Z, 2031-05-15T11:00Z",
    )
    (none,) = why("It starts at 8 p.m.")
    assert none[-1] == "no zone: none is printed, and neither place nor outlet tells one"


def test_a_clock_leans_on_the_day_named_before_it() -> None:
    _, clock = why("On Monday the harbour was closed. It reopened at 9:15.")
    assert clock[0] == "day 2031-05-12: named before it"


def test_two_clocks_tell_each_other() -> None:
    first, _ = why("They meet at 11:00 a.m. (10:00 p.m. Moscow time).")
    assert "alone it would be 2031-05-15T11:00: the clock beside it tells its zone and day" in first


def test_no_day_to_read_from() -> None:
    assert why("He left on Friday.", published=None) == [("no value: there is no day to read it from",)]


def test_what_says_its_own_year_is_read_from_nothing() -> None:
    assert why("It opened on 3 May 2030.") == [()]


@pytest.mark.parametrize(
    "sentence", list(sentences(Path(__file__).parent / "sentences.txt"))[::4], ids=lambda s: s.text[:50]
)
def test_explaining_changes_no_value(sentence) -> None:  # type: ignore[no-untyped-def]
    plain = sentence.found()
    noted = find(
        sentence.text, language=sentence.language, published=sentence.published, context=sentence.context, explain=True
    )
    assert [msgspec.structs.replace(t, why=()) for t in noted] == plain
