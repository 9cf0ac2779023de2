"""Words of two languages mean the same key; what no table knows is alike by how it begins."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from recoupe.text import vocabulary
from recoupe.text.vocabulary import meanings, told


def test_one_key_in_six_languages() -> None:
    words = {"en": "flooding", "fr": "inondations", "es": "inundaciones", "de": "uberschwemmung", "it": "alluvione"}
    shared = set.intersection(*(set(meanings(word, code)) for code, word in words.items()))
    assert len(shared) == 1
    assert shared <= set(meanings("enchentes", "pt"))


def test_a_whole_word_is_not_a_beginning() -> None:
    assert "accident" in meanings("crash", "fr")
    assert meanings("crashtest", "fr") == ()
    assert meanings("relaxer", "fr") == meanings("acquitte", "fr")


def test_all_beginnings_of_a_word_are_told_the_longest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"vocabulary": {"sea": ["mari", "mer."], "navy": ["marine"], "sailor": ["marin", "mari"], "old": ["vie"]}}
    monkeypatch.setattr(vocabulary, "load", lambda code: SimpleNamespace(table=lambda name: table))
    monkeypatch.setattr(vocabulary, "_entries", vocabulary._entries.__wrapped__)
    assert meanings("marines", "xx") == ("navy", "sailor", "sea")
    assert meanings("maritime", "xx") == ("sea", "sailor")
    assert (meanings("vie", "xx"), meanings("vies", "xx")) == (("old",), ())  # a short one is no beginning
    assert meanings("mar", "xx") == meanings("", "xx") == ()


def test_the_head_of_a_german_compound_is_found_inside() -> None:
    assert meanings("sonderwahlen", "de") == meanings("wahlen", "de") != ()


def test_unknown_words_are_their_beginnings_and_small_words_say_nothing() -> None:
    assert told("the varnholters of varnholt flooded", "en") == [("varnh",), ("varnh",), meanings("flooded", "en")]
    assert told("varnholt", None) == [("varnh",)]
