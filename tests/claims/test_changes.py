"""What fell or rose by points or by a percentage."""

from __future__ import annotations

from tests.claims.helpers import measure, only, told


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


def test_what_falls_before_trading_is_halted_is_the_share() -> None:
    text = "Shares had lost a third, down 34%, before trading was halted."
    (claim,) = only(text, measure(text, "34%", 34, "%", "fall"))
    assert (claim.attribute, claim.scope) == ("share price", ())


def test_a_rate_of_growth_is_no_interest_rate() -> None:
    found = told("The lake was drying out at a rate of 12 percent.")
    assert {c.attribute for c in found if c.low == 12}.isdisjoint({"interest rate"})
