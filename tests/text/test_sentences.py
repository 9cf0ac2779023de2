"""Where sentences end."""

from recoupe.text.sentences import split


def test_a_small_word_with_a_capital_begins_a_sentence_behind_an_abbreviation() -> None:
    text = "The polls close at 7 p.m. The count follows in the U.S. He lives in the U.S. Senate's shadow."
    assert [text[a:b] for a, b in split(text, language="en")] == [
        "The polls close at 7 p.m.",
        "The count follows in the U.S.",
        "He lives in the U.S. Senate's shadow.",
    ]


def test_a_lost_break_between_paragraphs_ends_a_sentence() -> None:
    text = "On répare le quai.Le maire s'en réjouit « à moitié ».M. Duval, de Quai.Com et de l'U.S.Navy, se tait."
    told = [text[start:end] for start, end in split(text, language="fr")]
    assert told[:2] == ["On répare le quai.", "Le maire s'en réjouit « à moitié »."]
    assert told[2:] == ["M. Duval, de Quai.Com et de l'U.S.Navy, se tait."]
