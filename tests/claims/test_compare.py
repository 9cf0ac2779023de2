import datetime as dt
from typing import Any

from recoupe import claims
from recoupe.claims.article.ground.happening import events, main_event
from recoupe.claims.comparison.group import groups
from recoupe.model import Claim, Finding
from tests.claims.helpers import alone, article, claim

NOON = 1_935_835_200.0


def instant(art: str, seconds: float, **fields: Any) -> Claim:
    given = {"attribute": "start", "unit": "instant", "scope": ("event:talks",), "rule": "clock"}
    return claim(art, seconds, fields.pop("high", seconds), **(given | fields))


def verdicts(*made: Claim) -> dict[str, list[Finding]]:
    articles = [article("xx", id_) for id_ in sorted({c.anchor.article for c in made})]
    out: dict[str, list[Finding]] = {}
    for finding in claims.compare(made, articles, alone):
        out.setdefault(finding.status, []).append(finding)
    return out


def test_equal_counts_agree_by_all_their_origins() -> None:
    found = verdicts(claim("a", 84, 84), claim("b", 84, 84))
    assert list(found) == ["agreed"]
    assert found["agreed"][0].independent == (2, 2)


def test_different_counts_are_disputed() -> None:
    (finding,) = verdicts(claim("a", 16, 16), claim("b", 17, 17))["disputed"]
    assert [v.low for v in finding.values] == [16, 17]
    assert finding.explanation.startswith("The values do not fit")


def test_at_least_meets_more() -> None:
    assert list(verdicts(claim("a", 15, None, qualifier="at least"), claim("b", 17, 17))) == ["rounded"]


def test_more_than_half_a_million_does_not_meet_a_million() -> None:
    found = verdicts(
        claim("a", 500_000, None, attribute="protester"), claim("b", 1_000_000, 1_000_000, attribute="protester")
    )
    assert list(found) == ["disputed"]


def test_tolls_evolve_with_later_articles_even_downwards() -> None:
    found = verdicts(
        claim("a", 9, 9, as_of="2031-05-06"),
        claim("b", 12, 12, as_of="2031-05-07"),
        claim("c", 11, 11, as_of="2031-05-08"),
    )
    assert [v.low for v in found["evolving"][0].values] == [9, 12, 11]


def test_a_correction_makes_a_series() -> None:
    assert list(verdicts(claim("a", 12, 12), claim("b", 11, 11, status="corrected"))) == ["evolving"]


def test_other_scopes_never_meet() -> None:
    found = verdicts(
        claim("a", 16, 16), claim("b", 20, 20, scope=("year:1998",)), claim("c", 5, 5, scope=("group:men",))
    )
    assert list(found) == ["alone"]


def test_a_denied_value_is_nobodys() -> None:
    assert list(verdicts(claim("a", 16, 16), claim("b", 17, 17, status="denied"))) == ["alone"]


def test_values_far_apart_are_of_two_things() -> None:
    found = verdicts(
        claim("a", 180, 180, attribute="duration", unit="second", scope=("event:press",)),
        claim("b", 720, 720, attribute="duration", unit="second", scope=("event:press",)),
    )
    assert "disputed" not in found


def test_nearly_three_hours_and_three_hours_fit() -> None:
    found = verdicts(
        claim("a", 8640, 10799, attribute="duration", unit="second", scope=("event:talks",)),
        claim("b", 10800, 10800, attribute="duration", unit="second", scope=("event:talks",)),
    )
    assert list(found) == ["rounded"]


def test_one_instant_in_two_zones() -> None:
    found = verdicts(instant("a", NOON, zone="UTC"), instant("b", NOON, zone="Asia/Shanghai"))
    assert list(found) == ["same instant"]


def test_half_an_hour_is_a_dispute_and_the_same_instant_is_still_shown() -> None:
    found = verdicts(
        instant("a", NOON, zone="UTC"), instant("b", NOON, zone="Asia/Shanghai"), instant("c", NOON + 1800, zone="UTC")
    )
    assert set(found) == {"disputed", "same instant"}


def test_a_clock_without_zone_takes_the_reading_that_fits() -> None:
    local = instant("b", NOON + 7200, local=True, readings=((NOON, NOON),))
    assert "disputed" not in verdicts(instant("a", NOON, zone="UTC"), local)


def test_a_clock_without_zone_disputes_when_no_reading_fits() -> None:
    local = instant("b", NOON + 7200 + 1200, local=True, readings=((NOON + 1200, NOON + 1200),))
    assert "disputed" in verdicts(instant("a", NOON, zone="UTC"), local)


def test_a_plan_that_was_not_kept_evolves() -> None:
    found = verdicts(instant("a", NOON, status="planned"), instant("b", NOON + 2400))
    assert "disputed" not in found
    assert len(found["evolving"]) == 1


def test_a_plan_kept_is_one_instant_with_what_happened() -> None:
    found = verdicts(instant("a", NOON, status="planned"), instant("b", NOON))
    assert [[len(v.support) for v in f.values] for f in found["agreed"]] == [[2]]
    assert "alone" in verdicts(instant("a", NOON, status="planned"), instant("a", NOON, at=20))


def test_a_weekday_cannot_accuse() -> None:
    day = {"attribute": "date", "unit": "day", "scope": ("event:talks",), "rule": "day"}
    found = verdicts(claim("a", 0, 86399, **day), claim("b", 86400, 172799, loose=True, **day))
    assert "disputed" not in found


def test_two_days_printed_for_one_meeting_are_disputed() -> None:
    day = {"attribute": "date", "unit": "day", "scope": ("event:talks",), "rule": "day"}
    low = 1_935_792_000.0
    found = verdicts(claim("a", low, low + 86399, **day), claim("b", low + 86400, low + 172799, **day))
    assert list(found) == ["disputed"]


def test_parts_that_do_not_add_up() -> None:
    found = verdicts(
        claim("a", 16, 16),
        claim("a", 7, 7, attribute="man", sentence=(20, 40), scope=("group:men",)),
        claim("a", 8, 8, attribute="woman", sentence=(20, 40), scope=("group:women",)),
    )
    (finding,) = found["disputed"]
    assert finding.attribute == "sum of death"
    assert {v.low for v in finding.values} == {16, 15}


def test_parts_that_add_up_are_no_finding() -> None:
    found = verdicts(
        claim("a", 15, 15),
        claim("a", 7, 7, attribute="man", sentence=(20, 40), scope=("group:men",)),
        claim("a", 8, 8, attribute="woman", sentence=(20, 40), scope=("group:women",)),
    )
    assert "disputed" not in found


def test_a_page_may_contradict_itself() -> None:
    made = [
        claim("a", 10800, None, attribute="duration", unit="second", scope=("event:talks",)),
        claim("a", 7200, 7200, attribute="duration", unit="second", scope=("event:talks",), sentence=(20, 40)),
    ]
    (finding,) = verdicts(*made)["disputed"]
    assert finding.independent == (1, 1)


def test_two_lengths_of_one_sentence_are_of_two_things() -> None:
    made = [
        claim("a", 7_862_400, 7_862_400, attribute="duration", unit="second", scope=("event:auction",)),
        claim("a", 15_724_800, 15_724_800, attribute="duration", unit="second", scope=("event:auction",)),
    ]
    assert "disputed" not in verdicts(*made)


def test_the_order_of_claims_changes_nothing() -> None:
    made = [claim("a", 16, 16), claim("b", 17, 17), claim("c", 16, 16), instant("a", NOON), instant("b", NOON + 1800)]
    articles = [article("xx", id_) for id_ in "abc"]
    assert claims.compare(made, articles, alone) == claims.compare(made[::-1], articles[::-1], alone)


def test_disputed_tolls_come_first() -> None:
    made = [
        claim("a", 16, 16),
        claim("b", 17, 17),
        claim("a", 5, 5, attribute="bus"),
        claim("b", 5, 5, attribute="bus"),
    ]
    articles = [article("xx", id_) for id_ in "ab"]
    assert [f.attribute for f in claims.compare(made, articles, alone)] == ["death", "bus"]


def test_nothing_gives_nothing() -> None:
    assert claims.compare([], [], alone) == []


def test_a_rounded_number_fits_what_it_was_rounded_from() -> None:
    revenue = {"attribute": "revenue", "unit": "EUR"}
    assert list(verdicts(claim("a", 5.3e9, 5.3e9, **revenue), claim("b", 5.32e9, 5.32e9, **revenue))) == ["rounded"]
    assert list(verdicts(claim("a", 5.3e9, 5.3e9, **revenue), claim("b", 5.4e9, 5.4e9, **revenue))) == ["disputed"]


def test_counts_below_a_thousand_are_meant_as_printed() -> None:
    assert list(verdicts(claim("a", 120, 120), claim("b", 118, 118))) == ["disputed"]


def test_one_nations_dead_are_not_the_toll() -> None:
    found = verdicts(
        claim("a", 14, 14, scope=("group:CZ",)),
        claim("b", 14, 14, scope=("group:CZ", "place:x")),
        claim("c", 19, 19),
        claim("d", 19, 19),
    )
    assert {(f.scope, f.values[0].low) for f in found["agreed"]} <= {("", 19), ("Czech", 14), ("Czech, x", 14)}


def test_the_raid_of_a_robbery_is_that_robbery() -> None:
    of = {"attribute": "duration", "unit": "second", "rule": "length"}
    found = verdicts(
        claim("a", 420, 420, scope=("event:robbery",), **of),
        claim("b", 420, 420, scope=("event:robbery",), **of),
        claim("c", 240, 240, scope=("event:attack",), **of),
    )
    assert [v.low for v in found["disputed"][0].values] == [420, 240]


def test_one_article_rounds_nothing_against_itself() -> None:
    assert "rounded" not in verdicts(
        claim("a", 1000, None, attribute="guard"), claim("a", 1200, 1200, attribute="guard")
    )


def test_two_tolls_of_one_day_are_disputed_until_an_hour_tells_them_apart() -> None:
    same_day = verdicts(claim("a", 11, 11, attribute="arrest"), claim("b", 14, 14, attribute="arrest"))
    assert list(same_day) == ["disputed"]
    later = verdicts(
        claim("a", 11, 11, attribute="arrest", as_of="2031-05-06T09:00:00Z"),
        claim("b", 14, 14, attribute="arrest", as_of="2031-05-06T18:00:00Z"),
    )
    assert list(later) == ["evolving"]


def test_about_half_past_seven_stands_with_half_past_seven() -> None:
    noon = 1_935_000_000.0
    found = verdicts(
        instant("a", noon), instant("b", noon - 900, high=noon + 900, qualifier="APPROX"), instant("c", noon + 1800)
    )
    (finding,) = found["disputed"]
    assert [len({s.article for s in v.support}) for v in finding.values] == [2, 1]


def test_two_articles_of_one_hand_stand_alone() -> None:
    made = (claim("a", 84, 84), claim("b", 84, 84))
    articles = [article("xx", "a"), article("xx", "b")]
    assert [f.status for f in claims.compare(made, articles, lambda ids: (1, 1))] == ["alone"]


def day(art: str, date: str, **fields: Any) -> Claim:
    low = dt.datetime.fromisoformat(date).replace(tzinfo=dt.UTC).timestamp()
    given = {"attribute": "date", "unit": "day", "scope": ("event:strike",), "rule": "day", "as_of": "2031-05-06"}
    return claim(art, low, low + 86_399, **(given | fields))


def test_two_days_ahead_are_two_answers_to_when_the_next_one_is() -> None:
    told = [day(a, "2031-05-06") for a in ("a", "b", "c")]
    found = verdicts(*told, day("a", "2031-05-20", status="planned"), day("b", "2031-05-22"))
    (finding,) = found["disputed"]
    assert [v.low for v in finding.values] == ["2031-05-20T00:00:00", "2031-05-22T00:00:00"]


def test_what_there_is_one_of_ahead_is_put_off_by_a_week_but_talks_are_many() -> None:
    told = [day(a, "2031-05-06") for a in ("a", "b", "c")]
    week = day("a", "2031-05-20", status="planned"), day("b", "2031-05-27")
    assert len(verdicts(*told, *week)["disputed"]) == 1
    held = {"scope": ("event:talks",)}
    talks = [day(a, "2031-05-06", **held) for a in ("a", "b", "c")]
    more = day("a", "2031-05-20", status="planned", **held), day("b", "2031-05-27", **held)
    assert "disputed" not in verdicts(*talks, *more)


def test_two_days_past_are_two_events() -> None:
    told = [day(a, "2031-05-06") for a in ("a", "b", "c")]
    assert "disputed" not in verdicts(*told, day("a", "2031-04-20"), day("b", "2031-04-22"))


def test_a_lone_value_that_only_repeats_one_is_left_out() -> None:
    told = claim("a", 84, 84, attribute="prisoner"), claim("b", 84, 84, attribute="prisoner")
    again = claim("a", 84, 84, attribute="prisoner", scope=("group:RU",))
    other = claim("a", 30, 30, attribute="prisoner", scope=("group:UA",))
    found = verdicts(*told, again, other)
    assert [f.values[0].low for f in found["alone"]] == [30]


def test_one_thing_under_two_words() -> None:
    told = [claim("a", 240, 240, attribute="prisoner"), claim("b", 240, 240, attribute="prisoner")]
    other = claim("c", 260, 260, attribute="inmate")
    assert [key.attribute for key, _ in groups([*told, other], [])] == ["prisoner"]
    assert [key.attribute for key, _ in groups([told[0], other], [])] == ["inmate", "prisoner"]


def test_victims_are_the_dead_where_that_many_died() -> None:
    found = verdicts(claim("a", 12, 12), claim("b", 12, 12, attribute="victim"), claim("c", 5, 5, attribute="victim"))
    assert found["agreed"][0].independent == (2, 2)
    assert [f.attribute for f in found["alone"]] == ["victim"]


def test_the_lead_says_what_happened_not_what_surrounds_it() -> None:
    text = "A train derailed near Orlow. Two days of mourning were declared."
    crash, none, meeting = (events(article(t)) for t in (text, "Nothing of the kind.", "The council met."))
    assert main_event([crash, crash, none]) == "accident"
    assert main_event([crash, *[meeting] * 7]) is None


def test_weekdays_alone_set_no_accident_on_another_day() -> None:
    crash = [instant(a, NOON, attribute="occurrence", scope=("event:accident",)) for a in ("a", "b")]
    later = [day(a, "2031-05-07", scope=("event:accident",), loose=True) for a in ("a", "b")]
    assert not [f for found in verdicts(*crash, *later).values() for f in found if f.attribute == "date"]
    firm = [day(a, "2031-05-07", scope=("event:accident",)) for a in ("a", "b")]
    assert [f.attribute for f in verdicts(*crash, *firm)["agreed"] if f.unit == "day"] == ["date"]


def test_what_one_article_says_a_value_was_and_became_is_no_dispute() -> None:
    fine = {"attribute": "fine", "unit": "EUR"}
    first, later = claim("a", 50e6, 50e6, **fine), claim("b", 60e6, 60e6, was=(50e6, 50e6), **fine)
    assert list(verdicts(first, later)) == ["evolving"]
    assert "disputed" in verdicts(claim("c", 70e6, 70e6, **fine), later)


def test_what_a_value_was_is_joined_to_what_it_became_however_far_apart_and_whoever_tells_the_new_one() -> None:
    fish: dict[str, Any] = {"attribute": "fish", "unit": "t"}
    old = claim("a", 4, 4, **fish)
    told, again = claim("b", 22, 22, was=(4, 4), **fish), claim("c", 22, 22, **fish)
    found = verdicts(old, told, again)
    assert list(found) == ["evolving"]
    assert [v.low for v in found["evolving"][0].values] == [4, 22]


def disputed(*made: Claim) -> list[str]:
    return [f.attribute for f in verdicts(*made).get("disputed", ())]


def test_one_clock_taken_for_two_zones_is_disputed() -> None:
    there = instant("a", NOON - 3 * 3600, zone="Africa/Nairobi", display="12:00")
    assert disputed(there, instant("b", NOON, zone="UTC", display="12:00 GMT")) == ["start"]
    assert disputed(there, instant("b", NOON + 600, zone="UTC", display="12:10 GMT")) == []


def test_a_lost_zero_is_disputed_and_another_sum_is_not() -> None:
    fine = {"attribute": "fine", "unit": "EUR", "rule": "money"}
    assert disputed(claim("a", 5e7, 5e7, **fine), claim("b", 5e8, 5e8, **fine)) == ["fine"]
    assert disputed(claim("a", 5e7, 5e7, **fine), claim("b", 3e8, 3e8, **fine)) == []
    dead = claim("b", 160, 160, attribute="helicopter", unit="thing")
    assert disputed(claim("a", 16, 16, attribute="helicopter", unit="thing"), dead) == []


def test_small_counts_of_one_thing_may_differ_by_two() -> None:
    def flown(art: str, count: float) -> Claim:
        return claim(art, count, count, attribute="helicopter", unit="thing")

    assert disputed(flown("a", 3), flown("b", 5)) == ["helicopter"]
    assert disputed(flown("a", 1), flown("b", 3)) == []


def test_years_of_the_same_digits_are_a_misprint() -> None:
    def founded(art: str, year: int) -> Claim:
        first, last = (dt.datetime(y, 1, 1, tzinfo=dt.UTC).timestamp() for y in (year, year + 1))
        return claim(art, first, last - 1, attribute="year founded", unit="year", rule="day")

    assert disputed(founded("a", 1871), founded("b", 1817)) == ["year founded"]
    assert disputed(founded("a", 1871), founded("b", 1896)) == []


def test_a_part_is_compared_where_the_words_say_which() -> None:
    part = ("part:x",)
    assert disputed(claim("a", 2, 2, scope=part), claim("b", 3, 3, scope=part)) == []
    crew = ("group:firefighter", "part:x")
    assert disputed(claim("a", 2, 2, scope=crew), claim("b", 3, 3, scope=crew)) == ["death"]


def test_crowns_are_those_of_the_one_country_a_story_names() -> None:
    sums = {"attribute": "loan", "unit": "CROWN"}
    norwegian = claim("b", 20e9, 20e9, attribute="loan", unit="NOK")
    (finding,) = verdicts(claim("a", 20e9, 20e9, **sums), norwegian)["agreed"]
    assert finding.unit == "NOK"
    two = [claim(art, 20e9, 20e9, attribute="loan", unit=unit) for art, unit in (("b", "NOK"), ("c", "DKK"))]
    assert {f.unit for f in verdicts(claim("a", 20e9, 20e9, **sums), *two)["alone"]} == {"CROWN", "NOK", "DKK"}


def test_a_bound_of_another_page_tells_a_value_twice() -> None:
    loan = {"attribute": "loan", "unit": "EUR"}
    told = [claim("a", 18.2e9, 18.2e9, **loan), claim("b", 18e9, None, qualifier="more than", **loan)]
    other = claim("c", 17.6e9, 17.6e9, **loan)
    pages = [article(f"x{id_}", id_, language=language) for id_, language in (("a", "fr"), ("b", "fr"), ("c", "de"))]
    assert [f.status for f in claims.compare([*told, other], pages, alone)] == ["disputed"]
    assert not [f for f in claims.compare([told[0], other], pages, alone) if f.status == "disputed"]


def test_two_pages_that_print_one_sentence_tell_a_value_once() -> None:
    counted = {"attribute": "skier", "unit": "person"}
    told = [claim("a", 3, 3, **counted), claim("b", 3, 3, **counted), claim("c", 4, 4, **counted)]
    for texts, found in ((("three", "three", "four"), []), (("three", "drei", "four"), ["disputed"])):
        pages = [article(t, i, language=code) for t, i, code in zip(texts, "abc", ("fr", "fr", "en"), strict=True)]
        assert [f.status for f in claims.compare(told, pages, alone) if f.status != "agreed"] == found


def test_people_of_one_nation_on_board_are_one_count_under_any_noun() -> None:
    said = {"scope": ("group:FR",)}
    ship = [claim(a, 900, 900, attribute="passenger") for a in ("a", "b")]
    one, two = claim("a", 212, 212, attribute="passenger", **said), claim("b", 226, 226, attribute="person", **said)
    assert disputed(*ship, one, two) == ["aboard"]
    assert disputed(one, two) == []


def test_a_fall_of_the_share_is_that_of_the_one_company_named() -> None:
    def fall(art: str, value: float, *scope: str) -> Claim:
        return claim(art, value, value, attribute="share price", unit="%", scope=scope)

    assert disputed(fall("a", 61, "who:vall"), fall("b", 68)) == ["share price"]
    assert disputed(fall("a", 61, "who:vall"), fall("b", 68), fall("c", 12, "who:orvane")) == []


def test_a_lost_zero_is_seen_past_another_value() -> None:
    def fine(art: str, value: float) -> Claim:
        return claim(art, value, value, attribute="fine", unit="EUR")

    assert disputed(fine("a", 5e7), fine("b", 8e7), fine("b", 5e7), fine("c", 5e8)) == ["fine"]
    assert disputed(fine("a", 5e7), fine("b", 8e7), fine("c", 3e8)) == []


def test_a_term_of_one_article_is_no_second_thing_of_another() -> None:
    def term(art: str, years: int) -> Claim:
        length = years * 31_557_600.0
        given = {"attribute": "prison sentence", "unit": "second", "rule": "term", "scope": ("who:vall",)}
        return claim(art, length, length, **given)

    assert disputed(term("a", 8), term("b", 8), term("b", 7), term("c", 8), term("d", 7)) == ["prison sentence"]
    assert disputed(term("a", 8), term("b", 8), term("b", 7), term("c", 8)) == []


def test_a_sum_in_other_money_is_disputed_where_several_print_it_in_one() -> None:
    def loan(art: str, unit: str, value: float = 2e9, display: str = "2 billion coins") -> Claim:
        return claim(art, value, value, attribute="loan", unit=unit, display=display)

    (finding,) = verdicts(loan("a", "SEK"), loan("b", "SEK"), loan("c", "EUR"))["disputed"]
    assert sorted(s.article for v in finding.values for s in v.support) == ["a", "b", "c"]
    assert sorted(v.unit or finding.unit for v in finding.values) == ["EUR", "SEK"]
    assert disputed(loan("a", "SEK"), loan("c", "EUR")) == []
    assert disputed(loan("a", "SEK"), loan("b", "SEK"), loan("c", "EUR", display="2 billion")) == []
    assert disputed(loan("a", "SEK"), loan("b", "SEK"), loan("c", "EUR", display="€2 billion")) == ["loan"]
    assert disputed(loan("a", "SEK"), loan("b", "SEK"), loan("a", "EUR")) == []
    assert disputed(loan("a", "SEK"), loan("b", "SEK"), loan("c", "EUR", 2e8)) == []


def test_what_a_dispute_shows_whole_is_not_shown_again_as_rounded() -> None:
    def loan(art: str, unit: str, **more: Any) -> Claim:
        return claim(art, 2e9, 2e9, attribute="loan", unit=unit, display="2 billion coins", **more)

    nearly = claim("d", None, 2e9, attribute="loan", unit="SEK", display="up to 2 billion coins", qualifier="up to")
    found = verdicts(loan("a", "SEK"), loan("b", "SEK"), nearly, loan("c", "EUR"))
    assert list(found) == ["disputed"]


def test_whoever_writes_years_later_tells_another_age() -> None:
    def aged(art: str, age: int, day: str | None) -> Claim:
        return claim(art, age, age, attribute="age", unit="year", scope=("who:e1",), as_of=day)

    undated = aged("c", 29, None)
    assert "disputed" not in verdicts(aged("a", 27, "2031-06-25"), aged("b", 29, "2033-03-20"), undated)
    assert "disputed" in verdicts(aged("a", 27, "2031-06-25"), undated)
    assert "disputed" in verdicts(aged("a", 27, "2031-06-25"), aged("b", 29, "2031-06-26"))
    assert "disputed" in verdicts(aged("a", 27, "2031-06-25"), aged("b", 30, "2033-03-20"))


def test_half_a_million_in_words_fits_what_is_near_it() -> None:
    half = claim("a", 500_000, 500_000, display="half a million cars", rule="count", attribute="car", unit="thing")
    near = claim("b", 476_000, 476_000, display="476,000 cars", rule="count", attribute="car", unit="thing")
    assert list(verdicts(half, near)) == ["rounded"]


def test_money_without_hundredths_may_have_had_some() -> None:
    def price(page: str, value: float) -> Claim:
        return claim(page, value, value, display=f"${value}", rule="count", attribute="share price", unit="USD")

    assert list(verdicts(price("a", 71), price("b", 71.4))) == ["rounded"]
    assert list(verdicts(price("a", 71), price("b", 71.6))) != ["rounded"]
    assert list(verdicts(price("a", 7), price("b", 7.4))) != ["rounded"]


def test_a_second_alert_is_set_against_no_first_one() -> None:
    first = instant("a1", 0, attribute="alert", scope=())
    assert list(verdicts(first, instant("a2", 1380, attribute="alert", scope=()))) == ["disputed"]
    assert "disputed" not in verdicts(first, instant("a2", 1380, attribute="alert", scope=("call:second",)))
