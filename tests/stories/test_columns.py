"""Columns of titles: heads learned from many stories that have them, tails; invented titles."""

from __future__ import annotations

from recoupe.model import StoryItem
from recoupe.stories.columns import REMEMBERED, Columns, split
from recoupe.stories.terms import CAPITAL, COLUMN, UNKNOWN, item_terms


def test_heads_and_tails_are_taken_off_and_short_titles_stay_whole() -> None:
    title = "Morning Brief: Ferry sinks off Port Quillan, nine dead | World | The Ardmoor Post"
    assert split(title) == ("Ferry sinks off Port Quillan, nine dead", ["Morning Brief"], ["The Ardmoor Post", "World"])
    assert split("Chess: Feld wins") == ("Chess: Feld wins", [], [])
    assert split("Port Quillan - Tornby") == ("Port Quillan - Tornby", [], [])


def test_a_column_is_what_three_stories_had() -> None:
    columns = Columns()
    for story in ("a", "b", "b", "b"):
        columns.see(["Morning Brief"], "en", story)
    assert not columns.worn("Morning Brief", "en")
    columns.see(["MORNING BRIEF"], "en", "c")
    assert columns.worn("Morning Brief", "en")
    assert not columns.worn("Morning Brief", "fr")


def test_the_words_of_a_worn_column_weigh_half_unless_the_title_says_them_too() -> None:
    columns = Columns()
    item = StoryItem(id="x", title="Morning Quibble: Ferry sinks in the morning fog", language="en")
    assert item_terms(item, columns).weights["quibb"] == CAPITAL * UNKNOWN
    for story in "abc":
        columns.see(["Morning Quibble"], "en", story)
    weights = item_terms(item, columns).weights
    assert weights["quibb"] == CAPITAL * UNKNOWN * COLUMN
    assert weights["#morning"] == 1.0


def test_the_words_of_a_tail_weigh_half_from_the_first_time_on() -> None:
    item = StoryItem(id="x", title="Grommet sinks in the fog | Ardmoor Post", language="en")
    weights = item_terms(item, Columns()).weights
    assert weights["ardmo"] == CAPITAL * UNKNOWN * COLUMN
    assert weights["gromm"] == CAPITAL * UNKNOWN


def test_what_was_not_seen_for_long_is_forgotten() -> None:
    columns = Columns()
    for story in "abc":
        columns.see(["Morning Brief"], "en", story)
    for n in range(REMEMBERED):
        columns.see([f"Column {n}"], "en", "a")
    assert not columns.worn("Morning Brief", "en")


def test_a_long_line_of_separators_takes_no_time() -> None:
    assert split(" | - : " * 4000)
