"""A dispute is shown once, however many groups its values fell into."""

from __future__ import annotations

from recoupe.claims.comparison import overlapping
from recoupe.model import Finding, Support, Value
from tests.claims.helpers import alone, article

ARTICLES = {a.id: a for a in (article("x" * 50, f"a{n}") for n in range(4))}


def value(low: float, *places: tuple[str, int]) -> Value:
    support = tuple(Support(article=a, page="p", start=s, end=s + 1, exact="x") for a, s in places)
    return Value(low=low, high=low, display=f"{low:g}", support=support)


def finding(id_: str, status: str, *values: Value, scope: str = "", attribute: str = "death") -> Finding:
    return Finding(
        id=id_, status=status, attribute=attribute, scope=scope, values=values, independent=(2, 2), explanation="",
        unit="person", weight=float(len(values)),
    )  # fmt: skip


def test_findings_that_cite_one_place_are_one() -> None:
    first = finding("f1", "disputed", value(9.0, ("a0", 1)), value(4.0, ("a1", 5)))
    second = finding("f2", "disputed", value(4.0, ("a1", 5)), value(12.0, ("a2", 3)))
    (one,) = overlapping.joined([first, second], ARTICLES, alone)
    assert sorted(v.low for v in one.values if isinstance(v.low, float)) == [4, 9, 12]
    assert one.independent == (3, 3)
    assert "12" in one.explanation


def test_of_two_scopes_stays_what_half_of_the_sources_have() -> None:
    first = finding("f1", "disputed", value(9, ("a0", 1)), value(4, ("a1", 5), ("a2", 7)), scope="valley, German")
    second = finding("f2", "disputed", value(4, ("a1", 5)), value(12, ("a3", 3)), scope="valley")
    (one,) = overlapping.joined([first, second], ARTICLES, alone)
    assert one.scope == "valley, German"
    third = finding("f2", "disputed", value(4, ("a1", 5)), value(12, ("a3", 3)), scope="")
    (one,) = overlapping.joined([finding("f1", "disputed", value(9, ("a0", 1)), value(4, ("a1", 5)), scope="x"), third],
                                ARTICLES, alone)  # fmt: skip
    assert one.scope == "x"


def test_what_evolves_takes_in_what_repeats_it() -> None:
    evolving = finding("f1", "evolving", value(4, ("a1", 5)), value(7, ("a2", 3)), value(9, ("a0", 1)))
    echo = finding("f2", "disputed", value(9, ("a3", 1)), value(4, ("a1", 5)))
    (one,) = overlapping.joined([echo, evolving], ARTICLES, alone)
    assert one.status == "evolving"
    assert [len(v.support) for v in one.values] == [1, 1, 2]


def test_findings_of_two_attributes_that_cite_the_same_two_values_are_one() -> None:
    first = finding("f1", "disputed", value(9, ("a0", 1)), value(4, ("a1", 5)), value(3, ("a3", 1)))
    second = finding("f2", "disputed", value(9, ("a0", 1)), value(4, ("a1", 5)), value(12, ("a2", 3)), attribute="loss")
    (one,) = overlapping.joined([first, second], ARTICLES, alone)
    assert sorted(v.low for v in one.values if isinstance(v.low, float | int)) == [3, 4, 9, 12]


def test_others_stay_apart() -> None:
    first = finding("f1", "disputed", value(9, ("a0", 1)), value(4, ("a1", 5)))
    for other in (
        finding("f2", "disputed", value(4, ("a1", 5)), value(2, ("a2", 3)), attribute="injury"),
        finding("f2", "disputed", value(4, ("a1", 9)), value(2, ("a2", 3))),
        finding("f2", "agreed", value(4, ("a1", 5))),
    ):
        assert overlapping.joined([first, other], ARTICLES, alone) == [first, other]


def test_a_year_that_pages_agree_on_beside_several_names_is_one_line() -> None:
    def recalled(id_: str, scope: str, low: float, *places: tuple[str, int]) -> Finding:
        return finding(id_, "agreed", value(low, *places), scope=scope, attribute="year")

    found = [
        recalled("f1", "Varnholt", 2014, ("a0", 1), ("a1", 5)),
        recalled("f2", "Orle", 2014, ("a0", 9), ("a2", 5)),
        recalled("f3", "Orle", 2016, ("a0", 20), ("a2", 20)),
    ]
    lines = overlapping.joined(found, ARTICLES, alone)
    assert [(f.id, len(f.values[0].support)) for f in lines] == [("f2", 4), ("f3", 2)]
