"""What a number is of, told by what stands beside it."""

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim
from tests.claims.helpers import article, count, mentions, name, time


def only(text: str, *found: object, language: str = "en") -> list[Claim]:
    return claims.find(article(text, language=language), mentions(*found), {})  # type: ignore[arg-type]


def measure(text: str, words: str, value: float, unit: str, of: str | None = None) -> object:
    return count(text, words, value, of or unit, unit=unit)


def test_a_fall_is_one_measure_in_every_language() -> None:
    english = "The tram left the rails and fell 30 metres."
    german = "Die Tram stürzte 30 Meter in die Tiefe."
    (a,) = only(english, measure(english, "30 metres", 30, "m"))
    (b,) = only(german, measure(german, "30 Meter", 30, "m", "depth"), language="de")
    assert a.attribute == b.attribute == "height of the fall"


def test_what_is_allowed_is_not_what_was_driven() -> None:
    text = "Der Zug fuhr 104 km/h; erlaubt sind 80 km/h."
    found = only(text, measure(text, "104 km/h", 104, "km/h"), measure(text, "80 km/h", 80, "km/h"), language="de")
    assert [(c.attribute, c.low) for c in found] == [("speed", 104), ("speed limit", 80)]


def test_miles_are_compared_as_kilometres_from_a_place() -> None:
    text = "Its centre was 12 miles from the village of Orvanne."
    (claim,) = only(text, measure(text, "12 miles", 12, "mi", "distance"))
    assert (claim.attribute, claim.unit, claim.scope) == ("distance", "km", ("from:orvanne",))
    assert claim.low is not None
    assert claim.high is not None
    assert claim.low < 19.3 < claim.high
    assert claim.display == "12 miles"


def test_two_measures_share_no_word() -> None:
    text = "El centro estaba a 18 km de Orvanne y a una profundidad de 35 km."
    found = only(
        text, measure(text, "18 km", 18, "km", "depth"), measure(text, "35 km", 35, "km", "depth"), language="es"
    )
    assert [c.attribute for c in found] == ["distance", "depth"]


def test_loot_is_counted_alike_whatever_it_is_called() -> None:
    english = "Thieves made off with eight pieces on Sunday."
    german = "Sie erbeuteten neun Schmuckstücke."
    (a,) = only(english, count(english, "eight pieces", 8, None, unit="thing", of_text="pieces"))  # type: ignore[arg-type]
    (b,) = only(
        german, count(german, "neun Schmuckstücke", 9, None, unit="thing", of_text="Schmuckstücke"), language="de"
    )  # type: ignore[arg-type]
    assert a.attribute == b.attribute == "things stolen"


def test_the_dead_of_one_nation_are_a_scope_of_their_own() -> None:
    text = "Among the dead are 14 Czechs."
    (claim,) = only(text, count(text, "14 Czechs", 14, "death", group=("CZ",)))
    assert claim.scope == ("group:CZ",)


def test_damaged_houses_are_not_those_destroyed() -> None:
    text = "In all 150 houses were destroyed, and 400 houses were damaged."
    found = only(
        text,
        count(text, "150 houses", 150, "house", unit="thing"),
        count(text, "400 houses", 400, "house", unit="thing"),
    )
    assert [c.scope for c in found] == [(), ("group:damaged",)]


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


def measures(text: str, *counts: object, language: str = "en") -> list[tuple[str, str]]:
    return [(c.display, c.attribute) for c in only(text, *counts, language=language)]


def test_gusts_are_not_the_wind() -> None:
    text = "The cyclone struck at night with sustained winds of 165 km/h (103 mph) and gusts of 230 km/h."
    wind, miles = measure(text, "165 km/h", 165, "km/h"), measure(text, "103 mph", 103, "mph")
    gusts = measure(text, "230 km/h", 230, "km/h")
    assert measures(text, wind, miles, gusts) == [("165 km/h", "wind speed"), ("230 km/h", "gust")]


def test_waves_rivers_and_altitudes_are_told_apart() -> None:
    text = "Waves of 9 metres hit the pier. The river rose to 7 metres. The plane had climbed to 2250 metres."
    found = measures(text, *(measure(text, f"{n} metres", n, "m") for n in (9, 7, 2250)))
    assert [attribute for _, attribute in found] == ["wave height", "water level", "altitude"]


def test_a_sum_beside_the_damage_of_a_disaster() -> None:
    text = "After the earthquake, damage came to 40 million dollars."
    assert measures(text, measure(text, "40 million dollars", 4e7, "USD")) == [("40 million dollars", "damage")]
    text = "The company said damage came to 40 million dollars."
    assert measures(text, measure(text, "40 million dollars", 4e7, "USD")) == [("40 million dollars", "USD")]


def test_a_percentage_is_of_what_it_says() -> None:
    text = "The railway ran 38% of its trains."
    found = only(text, count(text, "38%", 38, "%", unit="%", group=("train",)))
    assert [c.attribute for c in found] == ["share of train"]


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


def test_centimetres_and_metres_are_one_unit_and_a_fall_beyond_a_semicolon_is_another_thing() -> None:
    text = "The river crested at 780 centimetres; it fell again by noon."
    (claim,) = only(text, measure(text, "780 centimetres", 780, "cm", "water level"))
    assert (claim.attribute, claim.unit) == ("water level", "m")
    assert claim.low == claim.high == pytest.approx(7.8)


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


def test_a_limit_that_leads_to_a_bare_number_is_that_number() -> None:
    text = "Il fiume ha toccato 7,1 metri, la soglia di allarme è 5."
    (claim,) = only(text, measure(text, "7,1 metri", 7.1, "m"), language="it")
    assert (claim.attribute, claim.scope) == ("water level", ())


def test_the_dead_of_one_calling_are_a_part_in_english_too() -> None:
    text = "Two firefighters died."
    (claim,) = only(text, count(text, "Two firefighters", 2, "death", group=("firefighter",)))
    assert claim.scope == ("group:firefighter",)


def test_points_of_a_rate_are_one_change_however_they_are_told() -> None:
    told = [
        ("The bank raised its interest rate by 50 basis points.", "50 basis points", 50.0, "bp", "en"),
        ("Der Leitzins steigt um 0,5 Prozentpunkte.", "0,5 Prozentpunkte", 0.5, "pp", "de"),
        ("El banco sube los tipos 0,5 puntos.", "0,5 puntos", 0.5, "thing", "es"),
    ]
    claims_ = []
    for text, words, value, unit, language in told:
        of = "point" if unit == "thing" else unit
        claims_ += only(text, measure(text, words, value, unit, of), language=language)
    assert {(c.attribute, c.low, c.high, c.unit) for c in claims_} == {("rate change", 0.5, 0.5, "pp")}


def test_points_of_a_game_or_of_a_party_are_no_change_of_rates() -> None:
    game = "They won by 4 points."
    party = "The Greens gained 0.5 percentage points."
    found = only(game, measure(game, "4 points", 4, "thing", "point"))
    found += only(party, measure(party, "0.5 percentage points", 0.5, "pp", "rise"))
    assert [c.attribute for c in found] == ["point", "rise"]


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


def test_what_falls_before_trading_is_halted_is_the_share() -> None:
    text = "Shares had lost a third, down 34%, before trading was halted."
    (claim,) = only(text, measure(text, "34%", 34, "%", "fall"))
    assert (claim.attribute, claim.scope) == ("share price", ())


def test_a_year_of_a_date_is_no_age_of_a_find() -> None:
    text = "Президенты не вели переговоров с июня 2021 года, а этим камням около 3000 лет, сказал геолог."
    told = article(text, language="ru")
    found = [c for c in claims.find(told, pipeline.annotate(told), {}) if c.attribute == "dating"]
    assert [c.display for c in found] == ["3000 лет"]


def test_a_wind_is_told_by_the_word_before_it() -> None:
    text = "The storm came ashore with sustained winds of 215 kilometres per hour and gusts of 265."
    (claim,) = only(text, measure(text, "215 kilometres per hour", 215, "km/h", "wind speed"))
    assert claim.attribute == "wind speed"


def test_what_was_converted_for_other_readers_may_be_rounded() -> None:
    text = "The wind reached 50 knots."
    (claim,) = only(text, measure(text, "50 knots", 50, "kn", "wind speed"))
    assert claim.unit == "km/h"
    assert claim.low is not None
    assert claim.high is not None
    assert claim.low < 90 < claim.high < 97


def test_no_share_costs_millions() -> None:
    text = "The bank spent 5.2 billion euros to hold the price."
    (claim,) = only(text, measure(text, "5.2 billion euros", 5.2e9, "EUR", "share price"))
    assert claim.attribute == "EUR"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ransom gang held. The hackers had the run of the servers and then demanded a cool €5 million."),
        ("fr", "Demande de rançon à Brunn. Les pirates voulaient 5 millions d'euros pour les données."),
        ("it", "Cyberattacco a Brunn. Il capo della banda chiedeva alla compagnia 5 milioni di euro."),
    ],
)
def test_what_extortioners_demand_is_a_ransom(language: str, text: str) -> None:
    page = article(text, language=language, title=text.split(".")[0])
    (found,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "EUR"]
    assert found.attribute == "ransom"
