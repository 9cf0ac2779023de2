"""Every language's time table compiles, and every kind of pattern has a reader."""

from __future__ import annotations

import inspect
import re

import pytest

from recoupe.languages import available, load
from recoupe.times import find, resolve
from recoupe.times.grammar import grammar
from recoupe.times.patterns import SPACE, trie

CODES = [code for code in available() if load(code).table("times")]
KINDS = set(re.findall(r'"(\w+)": self\.', inspect.getsource(resolve))) | {"zone"}


@pytest.mark.parametrize("code", CODES)
def test_every_pattern_has_a_reader_and_a_trigger(code: str) -> None:
    rules = grammar(code).rules
    assert rules
    assert {rule.kind for rule in rules} <= KINDS
    assert all(rule.near for rule in rules)


@pytest.mark.parametrize("code", CODES)
def test_no_pattern_matches_nothing(code: str) -> None:
    assert [rule.name for rule in grammar(code).rules if rule.pattern.fullmatch("")] == []


@pytest.mark.parametrize("code", CODES)
def test_the_groups_of_a_pattern_are_its_slots(code: str) -> None:
    """What a slot holds is read by its number: a pattern has no groups of its own but such as hold nothing."""
    assert [rule.name for rule in grammar(code).rules if rule.pattern.groups != len(rule.slots)] == []


def test_a_rule_says_which_whole_words_must_be_near() -> None:
    listed = {rule.name: rule.listed for rule in grammar("en").rules}
    assert {"jan", "sept"} <= listed["short-month-day"][0]  # glued to its day by a mark alone
    assert {"this", "next"} <= listed["this-unit"][0]
    assert listed["weekday"] == ()  # in an optional group


@pytest.mark.parametrize("code", CODES)
def test_twelve_months_and_seven_days(code: str) -> None:
    words = grammar(code).words
    assert {int(v) for v in words["month"].values()} == set(range(1, 13))
    assert {int(v) for v in words["weekday"].values()} == set(range(1, 8))


@pytest.mark.parametrize("code", CODES)
def test_an_iso_day_is_read_in_every_language_that_lists_it(code: str) -> None:
    if "iso" in {rule.name for rule in grammar(code).rules}:
        assert [t.value for t in find("(2031-05-15)", language=code)] == ["2031-05-15"]


def test_trie_matches_its_words_only() -> None:
    pattern = re.compile(trie(["an", "ans", "annee", "an dernier"]))
    assert all(pattern.fullmatch(word) for word in ("an", "ans", "annee", "an  dernier"))
    assert pattern.fullmatch("ann") is None


def test_trie_has_what_words_begin_with_once_and_no_group_for_one_ending() -> None:
    assert trie(["an", "annee", "an", "jour", "a.m."]) == rf"(?:a(?:{re.escape('.m.')}|n(?:nee)?)|jour)"
    assert trie(["un an"]) == rf"un{SPACE}an"
    assert trie([]) == trie([""]) == ""
    assert trie(["", "x"]) == "(?:x)?"
