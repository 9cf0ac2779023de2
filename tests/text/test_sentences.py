"""Where sentences end."""

from recoupe.text.sentences import split


def test_a_small_word_with_a_capital_begins_a_sentence_behind_an_abbreviation() -> None:
    text = "The polls close at 7 p.m. The count follows in the U.S. He lives in the U.S. Senate's shadow."
    assert [text[a:b] for a, b in split(text, language="en")] == [
        "The polls close at 7 p.m.",
        "The count follows in the U.S.",
        "He lives in the U.S. Senate's shadow.",
    ]
