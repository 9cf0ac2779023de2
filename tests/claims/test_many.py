"""What a story has many of is no dispute."""

from __future__ import annotations

import pytest
from tests.claims.helpers import claim

from recoupe.claims.comparison import many
from recoupe.model import Claim, Finding, Value


def dispute(attribute: str, unit: str, *lows: float | str) -> Finding:
    values = tuple(Value(low=low, high=low, display=str(low), support=()) for low in lows)
    return Finding(
        id="f", status="disputed", attribute=attribute, scope="", values=values, independent=(2, 2), explanation="",
        unit=unit,
    )  # fmt: skip


def told(attribute: str, unit: str, *pages: tuple[float, ...]) -> list[Claim]:
    """Return claims of one kind: a tuple of values for each page."""
    return [
        claim(f"a{n}", low, low, at, attribute=attribute, unit=unit)
        for n, lows in enumerate(pages)
        for at, low in enumerate(lows)
    ]


@pytest.mark.parametrize(
    ("finding", "pages", "kept"),
    [
        (dispute("goal", "thing", 4.0, 6.0), ((4, 2, 3), (6, 3), (4,), (8,)), 0),
        (dispute("goal", "thing", 4.0, 6.0), ((4, 2), (6,), (4,), (8,)), 1),  # one page alone tells of two things
        (dispute("goal", "thing", 4.0, 6.0), ((4,), (6,), (4,)), 1),
        (dispute("ticket", "thing", 400.0, 600.0), ((400, 2), (600, 3), (400,)), 1),  # no other thing has as many
        (dispute("death", "thing", 4.0, 6.0), ((4, 2), (6, 3), (4,)), 1),  # a toll has a past
        (dispute("%", "%", 65.0, 55.0), ((65, 80), (55, 52, 82), (65,)), 0),
        (dispute("interest rate", "%", 3.5, 3.25), ((3.5, 2.75), (3.25, 2.75), (3.5,)), 1),
        (dispute("year", "year", "2004-01-01T00:00:00", "2008-01-01T00:00:00"), ((1, 5), (2, 9), (1,)), 0),
        (dispute("year", "year", "2004-01-01T00:00:00", "2005-01-01T00:00:00"), ((1, 5), (2, 9), (1,)), 1),  # a slip
    ],
)
def test_pages_that_print_several_tell_of_several(
    finding: Finding, pages: tuple[tuple[float, ...], ...], kept: int
) -> None:
    assert len(many.without([finding], told(finding.attribute, finding.unit or "", *pages))) == kept


def test_what_was_corrected_or_is_held_by_two_sides_is_one_thing() -> None:
    finding = dispute("goal", "thing", 4.0, 6.0)
    sides = [
        claim(f"a{n}", low, low, at, attribute="goal", unit="thing", holder=holder)
        for n in range(2)
        for at, (low, holder) in enumerate(((4.0, "the club"), (6.0, "the league")))
    ]
    assert many.without([finding], sides) == [finding]
