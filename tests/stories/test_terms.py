"""Terms of a text; invented words."""

from __future__ import annotations

import pytest

from recoupe.stories.terms import BESIDE, CAPITAL, LEAD, NAME_IN_TEXT, SMALL, UNKNOWN, text_terms, title_terms


def test_a_word_of_the_lead_counts_double_and_one_past_the_words_read_not_at_all() -> None:
    text = "grommet " + "of " * (LEAD - 1) + "quibble " + "of " * 300 + "pilot"
    weights, _ = text_terms(text, "en")
    assert weights["gromm"] == 2**0.5
    assert weights["quibb"] == 1
    assert "pilot" not in weights


def test_a_name_counts_four_times_a_word_and_more_slowly_than_often() -> None:
    weights, small = text_terms("of " * LEAD + "Tornby Tornby grommet", "en")
    assert weights["tornb"] == (2 * NAME_IN_TEXT) ** 0.5
    assert small == {"of", "gromm"}


def test_words_that_say_the_same_share_a_term_in_every_language_and_the_same_word_shares_two() -> None:
    one, other = title_terms("Mayor confesses", "en"), title_terms("Mayor admits", "en")
    assert "#admit" in one.keys() & other.keys() & title_terms("Le maire avoue", "fr").keys()
    assert one["confe"] == BESIDE * one["#admit"]
    assert "confe" not in other


def test_a_word_for_headlines_is_its_meaning_alone_and_an_unknown_one_its_stem_alone() -> None:
    assert title_terms("gold for Tornby", "en") == {"#gold": 1.0, "for": SMALL, "tornb": CAPITAL * UNKNOWN}


def test_in_a_title_set_in_capitals_a_name_weighs_more_than_a_known_word_and_a_small_word_least() -> None:
    weights = title_terms("Mayor Quibble With The Gold", "en")
    assert weights["quibb"] > weights["#gold"] > weights["the"]
    assert weights["with"] == pytest.approx(CAPITAL * SMALL)


@pytest.mark.parametrize(("text", "number"), [("up 2.4 %", "24"), ("plus 2,4 %", "24"), ("some 15,000 left", "15000")])
def test_a_number_with_a_point_or_comma_is_one_term(text: str, number: str) -> None:
    weights, _ = text_terms(text, "en")
    assert number in weights
    assert weights.keys() & {"2", "4", "15", "000"} == set()
