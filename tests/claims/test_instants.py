"""The day of a clock time: one that is printed stays; one that is not goes to the day of the others, within reason."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from recoupe import claims, pipeline
from recoupe.claims.comparison import instants, readings, story_clock
from recoupe.model import Reading
from tests.claims.helpers import article, claim


def begins(*texts: str, published: tuple[str, ...]) -> list[str]:
    """Return the clock times of the timeline of a story, one article a text."""
    pages = [
        article(text, f"a{n}", published=day, title=text.split(".")[0])
        for n, (text, day) in enumerate(zip(texts, published, strict=True))
    ]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    return [e.begin for e in built.timeline if "T" in e.begin]


COLLAPSE = (
    "The roof of the Sarnow market collapsed on Tuesday at 16:50 local time, killing nine people in Sarnow.",
    "Nine people died in Sarnow when the market roof collapsed on Tuesday at 16:50 local time.",
)


def test_a_clock_with_its_weekday_is_not_moved_to_the_story_s_day() -> None:
    vigil = "A minute of silence will be held in Sarnow on Thursday at 11:00 for the nine people killed in the market."
    found = begins(*COLLAPSE, vigil, published=("2031-05-07",) * 3)
    assert [b[:10] for b in found] == ["2031-05-06", "2031-05-08"]


def test_a_clock_whose_day_stands_elsewhere_in_its_sentence_is_not_moved() -> None:
    vigil = "On Thursday a minute of silence will be held in Sarnow market at 11:00 for the nine people killed."
    found = begins(*COLLAPSE, vigil, published=("2031-05-07",) * 3)
    assert [b[:10] for b in found] == ["2031-05-06", "2031-05-08"]


def test_an_hour_without_a_day_goes_to_the_day_on_which_others_tell_that_hour() -> None:
    bare = "The roof of the Sarnow market collapsed at 16:50 local time, the mayor of Sarnow said."
    found = begins(*COLLAPSE, bare, published=("2031-05-07", "2031-05-07", "2031-05-09"))
    assert [b[:10] for b in found] == ["2031-05-06"]


@pytest.mark.parametrize(("clock", "day"), [("16:46", "06"), ("16:45", "09"), ("16:47", "09")])
def test_a_minute_that_is_surely_told_of_another_day_is_that_minute(clock: str, day: str) -> None:
    """So in a story of several days; a quarter of an hour is that of many things."""
    sure = (seconds("2031-05-06T16:45"), seconds("2031-05-06T16:46"))
    story = story_clock.StoryClock(seconds("2031-05-06"), True, {}, {}, sure=sure)
    read, there = seconds(f"2031-05-09T{clock}"), seconds(f"2031-05-06T{clock}")
    bare = claim("a", read, read, unit="instant", loose=True, as_of="2031-05-09")
    expected = there if day == "06" else read
    assert instants.settle([bare], {}, story) == [(expected, expected)]


def test_another_hour_of_a_story_of_several_days_stays_on_the_day_of_its_article() -> None:
    search = "The search in Sarnow ended on Wednesday at 21:00, the mayor of Sarnow said."
    reopened = "The first trader returned to Sarnow: the market reopened at 5:15 and the bells of Sarnow rang."
    found = begins(*COLLAPSE, search, reopened, published=("2031-05-07", "2031-05-07", "2031-05-08", "2031-05-10"))
    assert [b[:10] for b in found] == ["2031-05-06", "2031-05-07", "2031-05-10"]


def test_one_page_s_day_does_not_move_the_clocks_of_a_story_that_most_tell_on_its_own() -> None:
    talks = "The talks between Orlow and Sarnow began in Valdor at {} local time, the foreign ministry of Valdor said."
    wrong = "The square has been quiet on Tuesday. " + talks.format("16:00")
    lands = "The plane of the president of Orlow landed in Valdor on Monday at 20:10 local time, the ministry said."
    texts = [talks.format("16:47"), talks.format("16:47"), talks.format("16:50"), wrong, lands]
    found = begins(*texts, published=("2031-05-07",) * 5)
    assert "2031-05-07T15:47:00Z" in found


def test_what_has_happened_is_on_no_day_after_its_article_where_its_clock_hangs() -> None:
    morning = dt.datetime(2031, 5, 8, 13, 40, tzinfo=dt.UTC).timestamp()  # 9:40 in New York
    story = story_clock.StoryClock(dt.datetime(2031, 5, 9, tzinfo=dt.UTC).timestamp(), False, {}, {}, None)

    def settled(zone: str | None) -> list[tuple[float, float]]:
        told = claim("a1", morning, morning, unit="instant", rule="clock", zone=zone, loose=True, as_of="2031-05-08")
        return instants.settle([told], {}, story)

    assert settled("America/New_York") == [(morning, morning)]
    assert settled(None) == [(morning + 86_400, morning + 86_400)]


def test_what_has_happened_is_not_put_after_its_article() -> None:
    early = "The roof of the Sarnow market collapsed in Sarnow at 8:12, killing nine people, the mayor said."
    late = "The roof of the Sarnow hall collapsed on Friday at 9:20, killing nine people in Sarnow."
    found = begins(early, late, late, published=("2031-05-07", "2031-05-09", "2031-05-09"))
    assert found[0][:10] == "2031-05-07"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fact: the north gates of Sarnow were closed at 19:45 and remained so for a good hour."),
        ("de", "Fest steht: Die Nordtore von Sarnow wurden um 19.45 Uhr geschlossen und blieben es gut eine Stunde."),
        ("fr", "Les portes nord de Sarnow sont restées fermées à partir de 19 h 45, dit la mairie de Sarnow."),
    ],
)
def test_gates_that_are_shut_end_nothing(language: str, text: str) -> None:
    page = article(text, language=language)
    ends = [c for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.attribute == "end"]
    assert ends == []


def test_two_scores_of_a_shootout_are_set_against_each_other() -> None:
    texts = [
        "Velmora beat Sarnow 5-4 on penalties in the final of the cup, said coach Bruno Castel.",
        "The cup is Velmora's: Sarnow lost the final 5-4 on penalties, and coach Bruno Castel wept.",
        "Coach Bruno Castel lifted the cup after Velmora won the final 4-3 on penalties against Sarnow.",
    ]
    pages = [article(t, f"a{n}", title=t.split(".")[0]) for n, t in enumerate(texts)]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    shown = [{v.display for v in f.values} for f in built.findings if f.attribute == "score"]
    assert {"5-4", "4-3"} in shown
    assert all(len(displays) > 1 for displays in shown)


def test_an_hour_of_a_day_told_before_does_not_go_to_the_next_session() -> None:
    lead = "The leaders of Sarnow and Velmora met on Thursday in Brunn for summit talks on gas."
    first = f"{lead} The talks in Brunn began at 16:05 in the old town hall."
    second = f"{lead} The talks of the second day in Brunn began on Friday at 18:30, and the leaders left."
    found = begins(first, second, second, published=("2031-05-09", "2031-05-09", "2031-05-09"))
    assert "2031-05-08" in {b[:10] for b in found}


BEGAN = "The talks between Orlow and Sarnow in Brunn began on Tuesday at 16:05 local time (1305 GMT)."


def ended(*told: tuple[str, str]) -> set[str]:
    """Return when the talks ended, of two pages that print when they began in Brunn, and those `told` in a language."""
    texts = [("en", f"{BEGAN} The leaders left Brunn in silence.")] * 2 + list(told)
    pages = [
        article(text, f"a{n}", language=language, title=text.split(".")[0], published="2031-05-07")
        for n, (language, text) in enumerate(texts)
    ]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    return {str(v.low) for f in built.findings if (f.attribute, f.unit) == ("end", "instant") for v in f.values}


ITALIAN = ("it", "I colloqui tra Orlow e Sarnow a Brunn sono terminati martedì alle 17.40, ora italiana.")


def test_a_zone_that_a_page_prints_once_is_that_of_its_other_clocks() -> None:
    text = "The talks between Orlow and Sarnow in Brunn began on Tuesday at 9:05 a.m. EDT. They ended at 12:10 p.m."
    assert ended(ITALIAN, ("en", text)) == {"2031-05-06T15:40:00Z", "2031-05-06T16:10:00Z"}


def test_a_bare_clock_may_be_that_of_the_story_s_own_place() -> None:
    text = "The talks in Brunn between Orlow and Sarnow ended on Tuesday at 18:40, the foreign ministry said."
    assert ended(ITALIAN, ("en", text)) == {"2031-05-06T15:40:00Z"}


def test_a_clock_whose_day_is_printed_without_a_year_on_a_page_without_a_date_is_of_the_story_s_year() -> None:
    text = "The data went up in Sarnow at 6:40 p.m. EDT on April 28, a day before the roof collapsed."
    page = article(text, language="en", published=None)
    (found,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "instant"]
    story = story_clock.StoryClock(seconds("2031-05-06"), False, {}, {})
    assert readings.readings(found, page, [], story) == [(seconds("2031-04-28T22:40"),) * 2]


def test_what_has_happened_is_on_no_day_after_its_article_where_that_was_written() -> None:
    """A page of Rome of the 10th tells that a plane landed at 20:20: others that tell of the 12th do not move it."""
    story = story_clock.StoryClock(seconds("2031-05-12"), True, {}, {})
    at = seconds("2031-05-10T20:20")
    mine = claim("a", at, at, unit="instant", local=True, loose=True, as_of="2031-05-10")
    noon = seconds("2031-05-12T12:00")
    other = claim("b", noon, noon, 9, unit="instant", as_of="2031-05-12", zone="UTC")
    page = article("xx", "a", published="2031-05-10", url="https://www.posta.it/x")
    settled = instants.settle([mine, other, other], {"a": page}, story)
    assert settled[0] == (seconds("2031-05-10T18:20"),) * 2


def test_a_second_reading_that_only_another_clock_s_second_reading_meets_is_chance() -> None:
    """9:15 in one zone and 12:15 in another are one instant only if somebody has cause to read one of them so."""
    story = story_clock.StoryClock(seconds("2031-05-06"), False, {}, {})
    home, far = (seconds(f"2031-05-06T0{h}:15") for h in (7, 4))
    other = seconds("2031-05-06T10:15")
    one = claim("a", home, home, unit="instant", local=True, loose=True, readings=((home, home), (far, far)))
    two = claim("b", other, other, 9, unit="instant", local=True, loose=True, readings=((other, other), (far, far)))
    assert instants.settle([one, two], {}, story)[0] == (home, home)


def settled(text: str, published: str, language: str = "en") -> str:
    """Return the one clock of a text in UTC, its day not printed, as the story of that page alone has it."""
    page = article(text, "a", language=language, published=published, title="Sarnow")
    (told,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "instant"]
    story = story_clock.story_clock([told], {"a": page})
    ((low, _),) = instants.settle([told], {"a": page}, story)
    return f"{dt.datetime.fromtimestamp(low, dt.UTC):%m-%dT%H:%M}"


def test_what_had_happened_at_a_later_hour_than_the_page_s_was_the_day_before() -> None:
    text = "The mayor was found. The roof of the Sarnow market collapsed at 19:41, killing nine people."
    assert settled(text, "2031-05-07T22:00:00+01:00") == "05-07T18:41"
    assert settled(text, "2031-05-07T07:00:00+01:00") == "05-06T18:41"


def test_a_page_s_clocks_are_of_the_zone_of_its_press_whose_clocks_stamp_it() -> None:
    text = "O telhado do mercado de Sarnow caiu às 12h41 e matou nove pessoas."
    assert settled(text, "2031-07-07T22:00:00-03:00", "pt") == "07-07T15:41"
    assert settled(text, "2031-07-07T22:00:00+01:00", "pt") == "07-07T11:41"


def test_one_page_that_calls_its_clock_local_beside_another_zone_s_tells_the_clock_of_the_place() -> None:
    pair = "O capitão foi detido em Sarnow na quarta-feira às 11h locais (13h em Lisboa), disse a polícia de Sarnow."
    there = "The captain was arrested in Sarnow on Wednesday at 11:00, the police of Sarnow said."
    pages = [
        article(pair, "a", language="pt", published="2031-05-07T20:00:00+01:00", title="Sarnow"),
        article(there, "b", published="2031-05-07T18:00:00-01:00", title="Sarnow"),
    ]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    assert {e.begin for e in built.timeline if "T" in e.begin} == {"2031-05-07T12:00:00Z"}


def seconds(value: str) -> float:
    return dt.datetime.fromisoformat(value).replace(tzinfo=dt.UTC).timestamp()


def test_local_time_is_not_the_zone_that_its_page_tells_of_its_readers() -> None:
    text = "The lock closed at 18:20 (Lisbon time). The talks in Brunn ended at 19:40 local time."
    page = article(text, language="en", published="2031-05-06", url="https://www.margem.pt/1")
    *_, found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "instant"]
    story = story_clock.StoryClock(seconds("2031-05-06"), False, {}, {}, own={page.id: "Europe/Lisbon"})
    read = readings.readings(
        msgspec.structs.replace(found, readings=()), page, ["Europe/Lisbon", "Europe/Paris"], story
    )
    assert [dt.datetime.fromtimestamp(low, dt.UTC).strftime("%H:%M") for low, _ in read] == ["17:40"]


def test_a_clock_of_a_named_zone_shows_the_same_on_another_day() -> None:
    zone = {"unit": "instant", "attribute": "start", "scope": ("event:press",), "loose": True}
    first = dt.datetime(2031, 3, 6, 20, 30, tzinfo=dt.UTC).timestamp()
    mine = claim("a", first, first, zone="America/New_York", local=False, as_of="2031-03-09T22:00:00Z", **zone)
    others = [
        claim(name, first + 3 * 86400, first + 3 * 86400, as_of="2031-03-09T22:00:00Z", **zone | {"loose": False})
        for name in ("b", "c")
    ]
    pages = {i: article("", i, published="2031-03-09T22:00:00Z") for i in ("a", "b", "c")}
    got = instants.settle([mine, *others], pages, story_clock.story_clock([mine, *others], pages))
    assert got[0][0] == first + 3 * 86400 - 3600  # summer time began that Sunday


def test_what_a_page_calls_local_is_what_the_clocks_of_others_show() -> None:
    """10:50 on two French pages, "10:50 local time" on one of far away: its own press counts in other zones."""
    story = story_clock.StoryClock(seconds("2031-05-06"), False, {}, {})
    there, far, shown = (seconds(f"2031-05-06T{clock}") for clock in ("08:50", "16:50", "10:50"))
    bare = [
        claim(a, shown, shown, unit="instant", local=True, loose=True, readings=((there, there),)) for a in ("a", "b")
    ]
    local = claim("c", shown, shown, 9, unit="instant", local=True, loose=True, zone="local", readings=((far, far),))
    assert [i[0] for i in instants.settle([*bare, local], {}, story)] == [there] * 3
