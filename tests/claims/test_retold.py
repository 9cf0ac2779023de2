"""One event that a page tells at another hour is one line, as is one clock under two names."""

from __future__ import annotations

import pytest

from recoupe.claims.chronology import lines, retold, words
from recoupe.claims.chronology.tellings import Telling, told_by
from tests.claims.helpers import alone
from tests.claims.tellings import SIREN, VOTE, telling

OATH = ("oath", "occurrence", "")
SAID = "She took the oath at 11:42 in the hall."


def told(id_: str, begin: str, what: tuple[str, str, str] = OATH, text: str = SAID, **given: object) -> Telling:
    return telling(id_, text, "11:42", "2031-05-06T11:42Z", begin, what, **({"findings": frozenset((1,))} | given))


def count(*groups: list[Telling]) -> int:
    return len(retold.folded([list(g) for g in groups], alone))


MOST = [told(i, "06T11:42") for i in "ab"]


@pytest.mark.parametrize(
    ("begin", "given", "expected"),
    [
        ("06T11:30", {}, 1),
        ("06T11:30", {"findings": frozenset((2,))}, 2),
        ("06T16:12", {}, 2),  # no slip of an hour or of a zone
        ("06T17:42", {}, 1),  # of a zone
    ],
)
def test_what_one_page_tells_of_an_event_at_another_hour_is_no_line(
    begin: str, given: dict[str, object], expected: int
) -> None:
    assert count(MOST, [told("c", begin, **given)]) == expected
    assert count([told("c", begin, **given)], MOST) == expected


def test_what_two_tell_stays_and_what_a_page_tells_beside_it() -> None:
    assert count([*MOST, told("e", "06T11:42")], [told(i, "06T11:30") for i in "cd"]) == 2
    again = f"It was raining, and at half past twelve he said it again. {SAID}"
    assert count([*MOST, told("c", "06T11:42")], [told("c", "06T12:30", text=again)]) == 2
    assert count([*MOST, told("c", "06T11:42", VOTE)], [told("c", "06T12:30", VOTE, f"And so: {SAID}")]) == 2
    assert count([*MOST, told("c", "06T11:42")], [told("c", "06T12:30", text=f"And so: {SAID}")]) == 1  # one oath


def test_a_plan_that_turned_out_otherwise_is_no_line() -> None:
    for written in ("2031-05-05T12:00:00Z", "2031-05-06T18:00:00Z"):
        plan = told("c", "06T11:00", planned=True, announced=True, published=written)
        assert count([told("a", "06T11:42")], [plan]) == 1
        assert count([told("a", "06T11:42")], [plan._replace(announced=False)]) == 2
        assert count([told("a", "06T11:42", planned=True, published=written)], [plan]) == (2 if "05T" in written else 1)


def test_a_full_hour_near_the_instant_that_many_tell_is_it() -> None:
    many = [told(i, "06T12:02", ("contact", "resume", "")) for i in "abde"]
    told_at = (("12:00", "resume", 1), ("12:01", "resume", 2), ("12:00", "end", 2), ("12:30", "resume", 2))
    for begin, phase, expected in told_at:
        full = told("c", f"06T{begin}", ("fire", phase, ""), findings=frozenset())
        assert count(many, [full]) == expected
        assert count(many[:3], [full]) == 2


def test_an_hour_and_a_day_of_one_page_are_of_one_event() -> None:
    hours = [told(i, "06T11:42", VOTE) for i in "ab"]
    day = told("c", "06T00:00", VOTE, clock=False)
    assert count([*hours, day], [told("c", "06T11:30", VOTE, f"And so: {SAID}")]) == 1


def test_one_instant_is_one_line_though_one_begins_with_an_hour_near_it() -> None:
    near = [told("d", "06T11:35"), *(told(i, "06T11:42") for i in "ab")]
    under_another_name = [told(i, "06T11:42", ("signing", "occurrence", "")) for i in "abef"]
    assert len(lines.merged([*near, *under_another_name])) == 1


def test_one_clock_of_a_page_is_of_one_line() -> None:
    again = told("c", "06T10:42", SIREN, findings=frozenset())
    (line,) = retold.folded([[*MOST, told("c", "06T11:42")], [again]], alone)
    assert told_by(line) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("begin", "given", "expected"),
    [
        ("06T11:10", {}, 1),
        ("06T10:50", {}, 2),  # too far off for one happening
        ("06T11:10", {"what": ("oath", "instant", "")}, 2),
        ("06T11:10", {"planned": True, "announced": True, "published": "2031-05-05T08:00:00Z"}, 2),
    ],
)
def test_an_hour_that_pages_dispute_is_one_line(begin: str, given: dict[str, object], expected: int) -> None:
    others = [told(i, begin, **given) for i in "de"]  # type: ignore[arg-type]
    most = [*MOST, told("c", "06T11:42")]
    assert len(retold.folded([list(most), list(others)], alone, frozenset((1,)))) == expected
    assert count(most, others) == 2


def test_a_line_says_at_which_other_hour_pages_put_it() -> None:
    (line,) = retold.folded([[*MOST, told("c", "06T11:42")], [told(i, "06T11:10") for i in "de"]], alone, {1})

    def otherwise(disputed: set[int]) -> tuple[str, ...]:
        return words.line(line, {"en": 1}, alone, set(), disputed).otherwise

    assert otherwise({1}) == ("2031-05-06T11:10:00Z",)
    assert otherwise(set()) == ()
