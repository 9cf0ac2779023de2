"""Terms of a text; invented words."""

from __future__ import annotations

from recoupe.stories.terms import LEAD, NAME_IN_TEXT, text_terms


def test_a_word_of_the_lead_counts_double_and_one_past_the_words_read_not_at_all() -> None:
    text = "ferry " + "of " * (LEAD - 1) + "harbour " + "of " * 300 + "pilot"
    weights, _ = text_terms(text, "en")
    assert weights["ferry"] == 2**0.5
    assert weights["harbo"] == 1
    assert "pilot" not in weights


def test_a_name_counts_four_times_a_word_and_more_slowly_than_often() -> None:
    weights, small = text_terms("of " * LEAD + "Tornby Tornby ferry", "en")
    assert weights["tornb"] == (2 * NAME_IN_TEXT) ** 0.5
    assert small == {"of", "ferry"}
