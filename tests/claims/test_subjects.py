"""What a number is of, told by what stands beside it."""

from __future__ import annotations

from recoupe import claims, pipeline
from tests.claims.helpers import article, count, measure, mentions, name, only, time


def test_a_road_closed_for_hours() -> None:
    text = "A autoestrada esteve fechada durante 14 horas."
    (claim,) = only(text, time(text, "14 horas", "DURATION", "PT14H"), language="pt")
    assert claim.scope == ("event:closure",)


def test_closed_doors_close_no_road() -> None:
    text = "They met behind closed doors for two hours."
    (claim,) = only(text, time(text, "two hours", "DURATION", "PT2H"))
    assert claim.scope == ("event:talks",)


def test_an_age_between_commas_is_the_drivers() -> None:
    text = "O motorista, de 56 anos, está no hospital."
    (claim,) = only(text, time(text, "56 anos", "DURATION", "P56Y"), language="pt")
    assert (claim.attribute, claim.scope, claim.low) == ("age", ("who:driver",), 56)


def test_an_age_alone_is_of_who_was_named_before() -> None:
    text = "Karla Wend tritt zurück. Die 58-Jährige war neun Jahre im Amt."
    found = only(text, name(text, "Karla Wend"), count(text, "58-Jährige", 58, "age", unit="year"), language="de")
    assert [c.scope for c in found if c.attribute == "age"] == [("who:Karla Wend",)]


def test_a_share_is_not_of_the_party_whose_share_follows() -> None:
    text = "Sie kommt auf 30,4 Prozent der Stimmen, die Grüne Mitte auf 30,1 Prozent."
    shares = (
        measure(text, "30,4 Prozent", 30.4, "%", "vote share"),
        measure(text, "30,1 Prozent", 30.1, "%", "vote share"),
    )
    found = only(text, *shares, language="de")
    assert [(c.low, c.scope) for c in found if "who:grune mitte" in c.scope] == [(30.1, ("who:grune mitte",))]


def test_what_sets_off_is_the_march_not_the_minister() -> None:
    text = "Minister Anna Rell spoke at noon. The march left the square at 14:15."
    found = claims.find(
        article(text), mentions(name(text, "Anna Rell"), time(text, "14:15", "TIME", "2031-05-06T14:15")), {}
    )
    assert [c.scope for c in found if c.attribute == "departure"] == [("who:march",)]


def test_a_rate_is_of_the_number_it_stands_by() -> None:
    text = "The deal covers 31 bodies and 120 trucks a day."
    bodies = count(text, "31 bodies", 31, "body", unit="thing")
    found = only(text, bodies, count(text, "120 trucks", 120, "truck", unit="thing"))
    assert [c.scope for c in found] == [(), ("period:day",)]


def test_volume_a_second_is_a_flow_whatever_it_is_called() -> None:
    text = "Zeitweise schossen 1.150 Kubikmeter in der Sekunde über die Krone."
    (claim,) = only(text, measure(text, "1.150 Kubikmeter in der Sekunde", 1150, "m3/s", "m3/s"), language="de")
    assert (claim.attribute, claim.unit) == ("flow", "m3/s")


def test_rain_is_told_in_millimetres_or_inches() -> None:
    metric = "The cyclone brought floods. A gauge measured 312 mm before it fell silent."
    american = "The cyclone brought floods. A gauge logged 12.3 inches."
    (a,) = [c for c in only(metric, measure(metric, "312 mm", 312, "mm")) if c.unit == "mm"]
    (b,) = [c for c in only(american, measure(american, "12.3 inches", 12.3, "in")) if c.unit == "mm"]
    assert a.attribute == b.attribute == "rainfall"
    assert b.low is not None
    assert b.high is not None
    assert b.low < 312 < b.high


def test_the_state_owns_under_one_name() -> None:
    told = [
        ("The Treasury will own 30% of the shipyard.", "30%", "en"),
        ("La puissance publique contrôlera 30 % du groupe.", "30 %", "fr"),
        ("Künftig liegen 30 Prozent der Anteile in öffentlicher Hand.", "30 Prozent", "de"),
        ("El Estado se hará con el 30% de la naviera.", "30%", "es"),
        ("Lo Stato deterrà il 30 per cento del cantiere.", "30 per cento", "it"),
        ("O Estado fica com 30% da companhia.", "30%", "pt"),
    ]
    found = [only(text, measure(text, words, 30, "%", "stake"), language=language) for text, words, language in told]
    assert {(c.attribute, c.scope) for claims_ in found for c in claims_} == {("stake", ("who:state",))}
    assert all(len(claims_) == 1 for claims_ in found)


def test_a_year_of_a_date_is_no_age_of_a_find() -> None:
    text = "Президенты не вели переговоров с июня 2021 года, а этим камням около 3000 лет, сказал геолог."
    told = article(text, language="ru")
    found = [c for c in claims.find(told, pipeline.annotate(told), {}) if c.attribute == "dating"]
    assert [c.display for c in found] == ["3000 лет"]
