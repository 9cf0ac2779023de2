"""What --explain says of a quantity: how exact, what it counts and by which words, whose part it is."""

from __future__ import annotations

from recoupe.quantities import explained, find


def why(text: str, language: str) -> list[tuple[str, ...]]:
    return [explained(q).why for q in find(text, language=language)]


def test_a_count_tells_its_interval_and_the_noun() -> None:
    assert why("On compte au moins 16 morts à Brélan.", "fr") == [
        ("'au moins 16 morts' is 16 or more (at least)", "counts death: the noun 'morts' behind the number")
    ]


def test_a_verb_and_a_group_are_told() -> None:
    (told,) = why("Police arrested 27 protesters outside the parliament.", "en")
    assert told[1:] == (
        "counts arrest: the verb 'arrested' before the number acts upon those counted",
        "narrowed to protester",
    )


def test_a_part_says_so() -> None:
    _, part = why("14 morts, dont 3 enfants", "fr")
    assert part[-2:] == ("narrowed to child", "part of a count before it")


def test_a_measure_tells_its_word_or_that_none_is_near() -> None:
    (known,) = why("Revenue was $4.5 million.", "en")
    assert known[1] == "measures revenue: 'Revenue' is the nearest word for what takes this unit"
    (open_,) = why("It was $4.5 million.", "en")
    assert open_[1] == "what it measures is open: no word for it is near; the unit alone is known"
