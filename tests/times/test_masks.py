"""Words that name a zone are set aside before the patterns are tried."""

from __future__ import annotations

from recoupe.times.masks import BOTH, NATION, PLACE, ZoneWords

WORDS = ZoneWords({"new york": "a", "york": "b", "london": "c", "french": "d"}, {"french": "d", "spanish": "e"})


def test_each_character_of_the_longest_words_is_masked() -> None:
    assert WORDS.masked("in new  york, 5 p.m.") == f"in {PLACE * 9}, 5 p.m."


def test_a_word_both_lists_have_is_either() -> None:
    assert WORDS.masked("spanish and french time") == f"{NATION * 7} and {BOTH * 6} time"


def test_an_ending_stands_behind_the_mask() -> None:
    assert WORDS.masked("londoner zeit") == f"{PLACE * 6}er zeit"


def test_nothing_to_mask() -> None:
    assert WORDS.masked("new yacht of the yorkshire clubs") is None
