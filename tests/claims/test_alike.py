"""One number told under several scopes is one finding; numbers that many things have are not."""

from __future__ import annotations

import msgspec
import pytest

from recoupe.claims.comparison import alike
from recoupe.model import Finding, Support, Value
from tests.claims.helpers import alone


def finding(
    attribute: str, number: float, words: str, articles: str, scope: str = "", status: str = "agreed"
) -> Finding:
    support = tuple(Support(article=a, page=a, start=0, end=len(words), exact=words, status="stated") for a in articles)
    return Finding(
        id=f"{attribute}{scope}{words}{articles}", status=status, attribute=attribute, scope=scope, unit="person",
        values=(Value(low=number, high=number, display=words, support=support),), independent=alone(articles),
        explanation="", weight=float(len(articles)), reason=status,
    )  # fmt: skip


def test_the_same_words_under_two_scopes_are_one_line_with_what_half_of_them_have() -> None:
    (one,) = alike.joined(
        [
            finding("officer", 12.0, "12 Doran customs officers", "abc", "Doran, harbour"),
            finding("officer", 12.0, "12 Doran customs officers", "d", "Doran, 2019", "alone"),
        ],
        alone,
    )
    assert (one.scope, one.independent, len(one.values[0].support)) == ("Doran, harbour", (4, 4), 4)


def test_a_phrase_joins_two_attributes() -> None:
    said = "12 Doran customs officers"
    found = [finding("officer", 12.0, said, "ab"), finding("charged", 12.0, said, "cd")]
    assert len(alike.joined(found, alone)) == 1


def test_three_words_in_common_join_two_attributes() -> None:
    officers, agents = "12 Doran customs police officers", "12 Doran customs police agents"
    found = [finding("officer", 12.0, officers, "ab"), finding("agent", 12.0, agents, "cd")]
    assert len(alike.joined(found, alone)) == 1
    assert len(alike.joined([found[0], finding("agent", 12.0, "12 Doran agents", "cd")], alone)) == 2


def test_what_two_lone_pages_tell_is_agreed() -> None:
    found = [
        finding("ticket", 208.0, "208 tickets", "a", status="alone"),
        finding("ticket", 208.0, "208 bilhetes", "b", "Varnholt", "alone"),
    ]
    (one,) = alike.joined(found, alone)
    assert (one.status, one.independent) == ("agreed", (2, 2))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (finding("clerk", 3.0, "three clerks", "a", "port"), finding("clerk", 3.0, "three clerks", "b", "church")),
        (finding("death", 14.0, "14 dead", "a", "2002"), finding("death", 14.0, "14 dead", "b", "2019")),
        (finding("death", 12.0, "12 dead", "a"), finding("injury", 12.0, "12 hurt", "b")),
        (finding("ticket", 200.0, "200 tickets", "a"), finding("ticket", 200.0, "200 bilhetes", "b", "Varnholt")),
        (finding("death", 12.0, "12 dead", "a"), finding("death", 12.0, "12 dead", "b", status="disputed")),
        (finding("prisoner", 84.0, "84 prisoners", "a", "planned"), finding("prisoner", 84.0, "84 prisoners", "b")),
    ],
)  # fmt: skip
def test_two_things_stay_two(a: Finding, b: Finding) -> None:
    assert alike.joined([a, b], alone) == [a, b]


def test_a_year_of_half_of_the_sources_stays() -> None:
    found = [finding("death", 14.0, "14 dead", "a"), finding("death", 14.0, "14 dead", "b", "2002")]
    (one,) = alike.joined(found, alone)
    assert one.scope == "2002"


def lasted(seconds: float, words: str, article: str, scope: str) -> Finding:
    found = finding("duration", seconds, words, article, scope, "alone")
    return msgspec.structs.replace(found, unit="second")


def test_a_telling_length_is_one_wherever_each_page_says_it_was() -> None:
    found = [
        lasted(11 * 604_800.0, "elf Wochen", "a", "talks, Varnholt"),
        lasted(11 * 604_800.0, "eleven weeks", "b", "talks"),
    ]
    assert [f.independent for f in alike.joined(found, alone)] == [(2, 2)]


@pytest.mark.parametrize("days", [2, 20])
def test_a_small_or_round_length_may_be_of_other_talks(days: int) -> None:
    found = [
        lasted(days * 86_400.0, "zwei Tage", "a", "talks, Varnholt"),
        lasted(days * 86_400.0, "two days", "b", "talks, Lunden"),
    ]
    assert len(alike.joined(found, alone)) == 2


def test_some_of_them_is_as_many_as_they_are() -> None:
    found = [
        finding("hospitalised", 2.0, "two", "a", status="alone"),
        finding("hospitalised", 2.0, "due ricoverati", "b", "part", "alone"),
    ]
    assert len(alike.joined(found, alone)) == 1


def test_people_of_a_nation_are_those_of_whom_more_is_said() -> None:
    found = [
        finding("death", 3.0, "tres españoles", "a", "Spanish", "alone"),
        finding("person", 3.0, "três espanhóis", "b", "Spanish", "alone"),
        finding("person", 3.0, "three Italians", "c", "Italian", "alone"),
    ]
    assert sorted((f.attribute, f.scope, f.independent[0]) for f in alike.joined(found, alone)) == [
        ("death", "Spanish", 2), ("person", "Italian", 1),
    ]  # fmt: skip


def test_a_parliament_has_as_many_seats_as_members() -> None:
    found = [finding("seat", 300.0, "300 Sitze", "a"), finding("member of parliament", 300.0, "300 députés", "b")]
    assert [f.independent for f in alike.joined(found, alone)] == [(2, 2)]
