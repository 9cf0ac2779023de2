"""Lines of one day that tell one thing in the same words are one."""

from __future__ import annotations

import pytest

from recoupe.claims.chronology import alike
from recoupe.claims.chronology.tellings import Telling
from tests.claims.tellings import VOTE, telling


def day(id_: str, text: str, when: str, **given: object) -> Telling:
    return telling(id_, text, when, "2031-05-02", "02T00:00", (id_, "start", ""), clock=False, **given)


ONE = "Twelve officers of the harbour guard were indicted on Friday for smuggling."
SAME = "There were calls to resign after Friday's indictment of twelve officers of the harbour."
OTHER = "The bridge over the sound was shut on Friday after a storm."


@pytest.mark.parametrize(
    ("text", "common", "count"), [(SAME, (), 1), (OTHER, (), 2), (SAME, ("officers", "harbour"), 2)]
)
def test_one_day_told_in_the_same_words_is_one_line(text: str, common: tuple[str, ...], count: int) -> None:
    lines = [[day("a", ONE, "Friday")], [day("b", text, "Friday")]]
    assert len(alike.joined(lines, common)) == count


def test_hours_and_plans_stay_apart() -> None:
    plan = day("b", SAME, "Friday", planned=True, announced=True, published="2031-05-01T08:00:00Z")
    assert len(alike.joined([[day("a", ONE, "Friday")], [plan]], ())) == 2
    clocks = [telling(i, ONE, "Friday", "2031-05-02T10:00Z", "02T10:00", VOTE) for i in "ab"]
    assert len(alike.joined([[c] for c in clocks], ())) == 2


def test_a_copy_that_was_touched_up_is_no_line_of_its_own() -> None:
    touched = ONE.replace("for smuggling", "over smuggling")
    assert len(alike.copies([[day("a", ONE, "Friday")], [day("b", touched, "Friday")]])) == 1
    assert len(alike.copies([[day("a", ONE, "Friday")], [day("b", OTHER, "Friday")]])) == 2


def test_one_word_for_a_time_makes_one_line_however_its_sentence_is_read() -> None:
    text = "The sensors saw no fault before 1.55 p.m., the company says."
    one = telling("a", text, "before 1.55 p.m.", "2031-05-06T13:55Z", "06T13:45", ("", "clock", "x"))
    again = telling("a", text, "before 1.55 p.m.", "2031-05-06T13:55Z", "06T13:55")
    other = telling("b", text, "before 1.55 p.m.", "2031-05-06T13:55Z", "06T13:55")
    assert alike.each_once([[one], [again]]) == [[one]]
    assert alike.each_once([[one], [again, other]]) == [[one], [again, other]]
