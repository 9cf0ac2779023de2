"""Lines of a timeline that tell less exactly what another tells go into it, odd minutes to the day that is named."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.article.times.dated import NAMELESS
from recoupe.claims.chronology import less_exact, lines
from recoupe.claims.chronology.tellings import Telling, told_by
from recoupe.model import Block
from tests.claims.helpers import alone, article
from tests.claims.tellings import SIREN, VOTE, at, telling

PARIS = {"zone": "Europe/Paris", "zone_from": "printed"}
TEXT = "The vote began at 23:17 in the hall."


def told(id_: str, begin: str, what: tuple[str, str, str] = VOTE, **given: object) -> Telling:
    return telling(id_, TEXT, "23:17", "2031-05-06T21:17Z", begin, what, **(PARIS | given))


@pytest.mark.parametrize(
    ("begin", "given", "count"),
    [
        ("06T21:30", {"mod": "APPROX"}, 1),
        ("06T21:30", {}, 2),  # another minute is another claim
        ("06T21:40", {"mod": "APPROX"}, 2),  # too far
        ("06T21:30", {"mod": "APPROX", "planned": True, "announced": True}, 2),
    ],
)
def test_about_an_hour_is_the_instant_near_it_that_three_tell(begin: str, given: dict[str, object], count: int) -> None:
    sure = [told(i, "06T21:17") for i in "abc"]
    vague = [told("d", begin, SIREN, **given)]
    assert len(less_exact.folded([sure, vague], None)) == count
    assert len(less_exact.folded([sure[:2], vague], None)) == 2
    assert len(less_exact.folded([sure, [told("a", begin, SIREN, **given)]], None)) == 2  # who tells both tells two


@pytest.mark.parametrize(
    ("begin", "what", "count"),
    [
        ("06T00:00", VOTE, 1),
        ("07T00:00", VOTE, 2),
        ("06T00:00", SIREN, 2),
        ("06T00:00", ("vote", "end", ""), 2),
    ],
)
def test_the_day_of_an_event_goes_to_its_hour(begin: str, what: tuple[str, str, str], count: int) -> None:
    hour = [told(i, "06T21:17") for i in "ab"]
    day = [told("c", begin, what, clock=False)]
    groups = less_exact.folded([hour, day], None)
    assert len(groups) == count
    assert sum(len(told_by(g)) for g in groups) == 3
    assert len(less_exact.folded([hour[:1], day], None)) == 2


def test_the_day_is_that_which_the_clock_shows() -> None:
    hour = [told(i, "05T22:17") for i in "ab"]  # 0:17 in Paris, on the 6th
    assert len(less_exact.folded([hour, [told("c", "06T00:00", clock=False)]], None)) == 1


def test_an_odd_minute_goes_to_the_one_day_a_page_names() -> None:
    bare = [told(i, "06T21:17", SIREN) for i in "ab"]
    named = told("c", "07T21:17", ("fire", "occurrence", ""), day_named=True)
    (line,) = lines.merged([*bare, named])
    assert {t.begin for t in line} == {at("07T21:17")}
    other = told("d", "08T21:17", ("storm", "occurrence", ""), day_named=True)
    assert len(lines.merged([*bare, named, other])) == 3


def test_a_day_beside_the_main_event_goes_to_the_hour_of_that() -> None:
    for beside, count in ((frozenset({"vote"}), 1), (frozenset({"fire"}), 2)):
        hour = [told(i, "06T21:17") for i in "abc"]
        day = [told("d", "06T00:00", SIREN, clock=False, beside=beside)]
        assert len(less_exact.folded([hour, day], "vote")) == count


def test_a_day_in_words_no_table_knows_goes_to_the_line_of_that_day() -> None:
    unknown = [told(i, "08T00:00", NAMELESS, clock=False) for i in "abc"]
    kept = less_exact.with_nameless([], unknown, lambda group: len(told_by(group)) > 2)
    assert [len(told_by(g)) for g in kept] == [3]
    assert less_exact.with_nameless([], unknown[:2], lambda group: len(told_by(group)) > 2) == []
    (line,) = less_exact.with_nameless([[told("d", "08T00:00", clock=False)]], unknown, lambda _: True)
    assert told_by(line) == set("abcd")
    hours = [told(i, "08T21:17") for i in "de"]
    assert less_exact.with_nameless([hours], unknown, lambda _: True) == [hours]


def test_two_pages_that_tell_a_day_make_a_line_whatever_they_call_it() -> None:
    texts = (
        "The firm first wrote to the board of Varnholt on 8 July 2031.",
        "A letter reached the board of Varnholt on 8 July 2031, it says.",
        "On 8 July 2031 the board of Varnholt had mail from its rival.",
    )
    pages = [article(text, f"a{n}", published="2031-07-20") for n, text in enumerate(texts)]
    caption = Block(kind="caption", start=0, end=len(texts[0]))
    pictured = [article(texts[0], "a0", published="2031-07-20", blocks=(caption,)), *pages[1:]]
    for some, count in ((pages, 1), (pages[:2], 1), (pages[:1], 0), (pictured[:2], 0)):
        known = {a.id: pipeline.annotate(a) for a in some}
        assert len(claims.timeline(some, known, {}, alone)) == count


def test_two_that_agree_on_a_minute_tell_another_happening() -> None:
    fire = ("fire", "occurrence", "")
    most = [told(i, "06T21:17", fire) for i in "abcdefg"]
    assert len(lines.merged([*most, told("x", "06T21:41", fire)])) == 1
    assert len(lines.merged([*most, told("x", "06T21:41", fire), told("y", "06T21:41", fire)])) == 2


def test_a_day_as_the_clock_of_an_hour_shows_it_is_that_hour_s() -> None:
    hour = [telling(i, TEXT, "23:17", "2031-05-06T00:30", "05T22:30", VOTE) for i in "ab"]
    day = told("c", "06T00:00", NAMELESS, clock=False, day_named=True)
    assert less_exact.with_nameless([hour], [day], lambda group: True) == [hour]


def test_a_plan_for_a_day_told_by_its_hours_is_no_line() -> None:
    hour = [told(i, "06T21:17") for i in "ab"]
    plan = told("c", "06T00:00", NAMELESS, clock=False, day_named=True, planned=True, announced=True)
    assert less_exact.with_nameless([hour], [plan], lambda group: True) == [hour]
    assert len(less_exact.with_nameless([], [plan], lambda group: True)) == 1


def test_about_an_instant_of_which_no_table_knows_what_happened_is_that_instant() -> None:
    sure = [told(i, "06T21:17", ("", "clock", "1")) for i in "abc"]
    vague = [told("d", "06T21:30", ("", "clock", "2"), mod="AFTER")]
    assert len(less_exact.folded([sure, vague], None)) == 1
