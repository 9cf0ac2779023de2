"""Lines called by the words of their pages."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.dossier import own_words
from recoupe.dossier import words as tables
from recoupe.model import Finding, Support, Value


def finding(attribute: str, *exact: str, **fields: Any) -> Finding:
    supports = tuple(Support(article="a", page="a.txt", start=0, end=9, exact=words) for words in exact)
    value = Value(low=3.0, high=3.0, display=exact[0], support=supports)
    given = {
        "id": "f", "status": "alone", "attribute": attribute, "scope": "", "values": (value,), "unit": "person",
        "independent": (1, 1), "explanation": "", "weight": 1.0,
    }  # fmt: skip
    return Finding(**(given | fields))


def called(found: Finding, language: str = "en") -> str | None:
    return own_words.of(found, found.values[0].support, language)


@pytest.mark.parametrize(
    ("attribute", "words", "line"),
    [
        ("spectator", "about 90 supporters", "“about 90 supporters”"),
        ("employee", "40 personnel", "“40 personnel”"),
        ("spectator", "about 90 spectators", None),
        ("injury", "nine wounded", None),  # the hurt are always called so
        ("employee", "31", None),
    ],
)
def test_a_count_is_called_as_its_page_does_where_the_concept_has_another_name(
    attribute: str, words: str, line: str | None
) -> None:
    assert called(finding(attribute, words)) == line


def test_pages_that_say_the_name_itself_are_called_by_it() -> None:
    assert called(finding("weapon", "four pistols", "four", unit="thing")) == "“four pistols”"
    assert called(finding("weapon", "four pistols", "four weapons", unit="thing")) is None


def test_values_that_differ_are_called_by_the_concept() -> None:
    assert called(finding("spectator", "about 90 supporters", status="disputed")) is None


def test_an_ordinal_is_called_by_its_noun() -> None:
    told = finding("rank", "fourth of", "fourth Lorvan", "fourth ballot", unit="rank", status="agreed")
    assert called(told) == "“fourth ballot”"
    assert called(finding("rank", "fourth of", unit="rank")) is None


def test_the_scope_does_not_say_again_what_the_words_do() -> None:
    told = finding("man", "five young men", scope="men, Lorvik")
    assert own_words.without_said(told, "“eight young men”").scope == "Lorvik"


def test_a_percentage_of_what_is_told_in_money_is_called_so() -> None:
    words = tables.load("fr")
    assert own_words.in_percent(finding("budget", "18 %", unit="%"), "Budget", words) == "Budget, en %"
    assert own_words.in_percent(finding("turnout", "18 %", unit="%"), "Participation", words) == "Participation"
