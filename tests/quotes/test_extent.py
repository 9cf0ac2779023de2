"""Where what is said begins and ends, on invented English sentences: the words of each quote, and who said them."""

from __future__ import annotations

import pytest
from tests.quotes.reported import heard


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Poe said she backed the dredging law, which she called “a gift to sailors.”",
            [("she backed the dredging law", "Ann Poe"), ("a gift to sailors.", "Ann Poe")],
        ),
        (
            "Ann Poe argued the channel, which is widely used by pilots, “would not last a year”.",
            [("the channel, which is widely used by pilots, “would not last a year”", "Ann Poe")],
        ),
        (
            "Ann Poe declared “What a night!” and said that the crew would go on “to the end”.",
            [("What a night!", "Ann Poe"), ("that the crew would go on “to the end”", "Ann Poe")],
        ),
        (
            "Ann Poe suggested the pilot was asleep, called the log a “fairy tale” and left.",
            [("the pilot was asleep", "Ann Poe"), ("the log a “fairy tale”", "Ann Poe")],
        ),
        (
            "Ann Poe told the pilots her rival, Otto Hart, wants to “sell the quay”.",
            [("her rival, Otto Hart, wants to “sell the quay”", "Ann Poe")],
        ),
        (
            "Ann Poe complained that the vote had been “fixed” against her, a charge that the council denied.",
            [("that the vote had been “fixed” against her", "Ann Poe")],
        ),
        (
            "Ann Poe said the boat would “certainly sail” to the island, drawing cheers from the crew.",
            [("the boat would “certainly sail” to the island", "Ann Poe")],
        ),
        (
            "Ann Poe said tides “still decide too much” in town, including on fishing, housing and roads.",
            [("tides “still decide too much” in town, including on fishing, housing and roads", "Ann Poe")],
        ),
        (
            'Ann Poe said on "Meet the Harbour" that she would "take a look" at the chart.',
            [('that she would "take a look" at the chart', "Ann Poe")],
        ),
        (
            "Ann Poe told a hall in Port Ems, New Holm, on Monday that the quay was “a ruin”.",
            [("that the quay was “a ruin”", "Ann Poe")],
        ),
        (
            "After Ann Poe said the pilots might do better at “slower ports,” Otto Hart answered: “I dislike that.”",
            [
                ("the pilots might do better at “slower ports,”", "Ann Poe"),
                ("I dislike that.", "Otto Hart"),
            ],
        ),
        (
            "Ports are part of towns with many interests, Ann Poe said: “You pay forward for the next crew.”",
            [
                (
                    "Ports are part of towns with many interests / You pay forward for the next crew.",
                    "Ann Poe",
                )
            ],
        ),
        (
            "Asked whether the port should take the blame for the flood, Ann Poe said: “That would be good.”",
            [("That would be good.", "Ann Poe")],
        ),
        (
            "If Otto Hart debates in May, Ann Poe tweeted, “I will hire the hall myself.”",
            [("If Otto Hart debates in May / I will hire the hall myself.", "Ann Poe")],
        ),
        ("Ann Poe refers to the pilot as “Mr. Storm.”", [("the pilot as “Mr. Storm.”", "Ann Poe")]),
        ("Ann Poe threatened to “close the port”.", [("to “close the port”", "Ann Poe")]),
        (
            "“You think I am going to sell?” Ann Poe asked reporters with a laugh. “I am not selling.”",
            [("You think I am going to sell? / I am not selling.", "Ann Poe")],
        ),
        (
            "The crew chanted back at him, “Send them home,” and “Close the port.”",
            [("Send them home, / Close the port.", "The crew")],
        ),
        ("“The port is closed,” the two write.", [("The port is closed,", "the two")]),
        (
            "Ann Poe called the log “poor.” Adding, “The tables were wrong all year.”",
            [("the log “poor.”", "Ann Poe"), ("The tables were wrong all year.", "Ann Poe")],
        ),
        (
            "Ann Poe said the plan would fix the “broken” quay and she, once again, promised a “storm of work”.",
            [("the plan would fix the “broken” quay", "Ann Poe"), ("a “storm of work”", "Ann Poe")],
        ),
    ],
)
def test_words_and_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    assert heard(text) == expected


def test_a_sentence_that_follows_words_in_marks_of_another_report_is_its_own() -> None:
    text = 'Otto Hart proclaimed a goal of "peace at sea." Ann Poe told a crowd at the quay.'
    assert heard(text) == [('a goal of "peace at sea."', "Otto Hart")]


def test_a_colon_without_a_verb_of_saying_announces_the_next_paragraph() -> None:
    text = "When the old pilot died, Ann Poe sent out the following note:\n\n“We offer the crew our condolences.”"
    assert heard(text) == [("We offer the crew our condolences.", "Ann Poe")]


def test_a_line_of_a_dash_and_a_name_signs_the_words_before_it() -> None:
    text = "“The tide tables were wrong all year long.”\n\n- Ann Poe.\n\nThe harbour office denies that."
    assert heard(text) == [("The tide tables were wrong all year long.", "Ann Poe")]


def test_a_line_of_a_dash_and_a_clause_signs_nothing() -> None:
    text = "“The tide tables were wrong all year long.”\n\n- Nobody in the harbour office denied that."
    assert heard(text) == []


def test_words_set_once_more_beside_the_article_are_told_once() -> None:
    text = (
        "“The quay is older than the town itself,” Ann Poe said. “Nobody wanted to pay for a new one.”\n\n"
        "“Nobody wanted to pay for a new one.”\n\nThe council met on Monday."
    )
    told = "The quay is older than the town itself, / Nobody wanted to pay for a new one."
    assert heard(text) == [(told, "Ann Poe")]
