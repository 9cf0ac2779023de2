"""What is agreed and disputed at once is one finding; what says the same again is not shown; posts stand apart."""

from __future__ import annotations

import msgspec
import pytest

from recoupe.dossier import html, markdown, text
from recoupe.dossier.folding import folded
from recoupe.dossier.view import View
from recoupe.model import Finding, Support, Value
from tests.dossier.made import at, dossier, support


def said(number: float, *articles: str) -> Value:
    supports = tuple(Support(article=a, page=f"{a}.txt", start=0, end=2, exact="La") for a in articles)
    return Value(low=number, high=number, display=str(number), support=supports)


def finding(status: str, scope: str, *values: Value, attribute: str = "fine", unit: str | None = "EUR") -> Finding:
    return Finding(
        id=f"f-{status}-{scope}", status=status, attribute=attribute, scope=scope, values=values, unit=unit,
        independent=(2, 2), explanation="", weight=1.0,
    )  # fmt: skip


def independent(articles: object) -> tuple[int, int]:
    count = len(set(articles))  # type: ignore[call-overload]
    return count, count


def test_what_agrees_on_a_side_of_a_dispute_joins_it() -> None:
    dispute = finding("disputed", "", said(50e6, "a"), said(500e6, "b"))
    (joined,) = folded([dispute, finding("agreed", "2017", said(50e6, "c", "d"))], independent)
    assert [[s.article for s in v.support] for v in joined.values] == [["a", "c", "d"], ["b"]]
    assert joined.independent == (4, 4)


def test_a_value_between_the_sides_of_a_dispute_of_its_scope_is_a_side() -> None:
    dispute = finding("disputed", "", said(152, "a"), said(155, "b"), attribute="aboard", unit="person")
    agreed = finding("agreed", "", said(154, "c", "d"), attribute="aboard", unit="person")
    (joined,) = folded([dispute, agreed], independent)
    assert [v.low for v in joined.values] == [152, 155, 154]


@pytest.mark.parametrize(
    "other",
    [
        finding("agreed", "Italian", said(154, "c"), attribute="aboard", unit="person"),  # of others
        finding("agreed", "", said(80, "c"), attribute="aboard", unit="person"),  # far off
        finding("agreed", "", said(152, "c"), attribute="death", unit="person"),  # of another kind
        finding("alone", "", said(152, "c"), attribute="aboard", unit="person"),
    ],
)
def test_what_is_of_something_else_stays(other: Finding) -> None:
    dispute = finding("disputed", "", said(152, "a"), said(155, "b"), attribute="aboard", unit="person")
    assert folded([dispute, other], independent) == [dispute, other]


def test_small_numbers_are_said_of_many_things() -> None:
    dispute = finding("disputed", "", said(3, "a"), said(5, "b"), attribute="child", unit="person")
    other = finding("agreed", "school", said(3, "c", "d"), attribute="child", unit="person")
    assert folded([dispute, other], independent) == [dispute, other]


def test_who_holds_a_post_stands_apart_from_what_is_agreed() -> None:
    post = Finding(
        id="f8", status="agreed", attribute="post:president", scope="", independent=(2, 2), explanation="",
        values=(Value(low=None, high=None, display="Mara Lund", support=(support("a", "mardi"),)),),
    )  # fmt: skip
    whole = msgspec.structs.replace(dossier(), findings=(*dossier().findings, post))
    view = View(whole, "en")
    assert [line.line for line in view.findings.posts()] == ["President — Mara Lund"]
    assert all(line.id != "f8" for line in view.findings.lines("agreed"))
    page = text.write(whole, text.Page())
    assert page.index("AGREED (1)") < page.index("WHO IS WHO (1)") < page.index("President — Mara Lund")
    assert "## Who is who (1)" in markdown.write(whole)
    assert 'id="posts"' in html.write(whole)
    assert 'id="posts"' not in html.write(dossier())


def test_two_clocks_of_one_instant_are_no_line_beside_the_dispute_they_are_a_side_of() -> None:
    clocks = (support("a", "18h40"), support("c", "6:40 p.m."))
    same = Finding(
        id="f7", status="same instant", attribute="start", scope="collision", unit="instant", independent=(2, 2),
        explanation="", values=(at("2026-05-12T16:40:00Z", *clocks),),
    )  # fmt: skip
    shown = msgspec.structs.replace(dossier(), findings=(*dossier().findings, same))
    assert View(shown, "en").findings.lines("same instant") == []
    alone = msgspec.structs.replace(dossier(), findings=(same,))
    assert [line.id for line in View(alone, "en").findings.lines("same instant")] == ["f7"]


def test_a_date_that_another_finding_tells_what_of_is_not_recalled_beside_it() -> None:
    def dated(status: str, attribute: str, unit: str, low: str, high: str) -> Finding:
        value = Value(low=low, high=high, display=low[:4], support=(support("a", "18h40"), support("b", "19h10")))
        return Finding(
            id="f" + attribute, status=status, attribute=attribute, scope="", unit=unit, independent=(2, 2),
            explanation="", values=(value,),
        )  # fmt: skip

    year = dated("disputed", "year", "year", "2018-01-01T00:00:00", "2018-12-31T23:59:59")
    same, other = (
        dated("agreed", "recalled", "date", "2018", "2018"),
        dated("agreed", "recalled", "date", "2017", "2017"),
    )
    assert [f.attribute for f in folded([year, same], lambda ids: (2, 2))] == ["year"]
    assert [f.attribute for f in folded([year, other], lambda ids: (2, 2))] == ["year", "recalled"]


def test_what_was_planned_is_not_told_again_beside_what_was_done() -> None:
    done = finding("agreed", "press", said(7.0, "a", "b"), attribute="start", unit="instant")
    planned = finding("agreed", "planned, press", said(7.0, "a", "b"), attribute="start", unit="instant")
    assert folded([done, planned], independent) == [done]
    other = finding("agreed", "planned, press", said(7.0, "a", "c"), attribute="start", unit="instant")
    assert folded([done, other], independent) == [done, other]
