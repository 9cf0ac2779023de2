"""Who holds a value: each side its own figure, a speaker who is somebody, nobody who is counted."""

from __future__ import annotations

import msgspec
import pytest

from recoupe import claims, pipeline
from recoupe.model import Quote, Speaker
from tests.claims.helpers import article, count, mentions, name


def test_each_side_holds_its_own_figure() -> None:
    text = "Hundreds marched: 400 guards according to the police, 1,200 according to the unions."
    found = claims.find(
        article(text), mentions(count(text, "400 guards", 400, "guard"), count(text, "1,200", 1200, "guard")), {}
    )
    assert [c.holder for c in sorted(found, key=lambda c: c.anchor.start)] == ["police", "unions"]


def test_the_innermost_quotation_tells_the_holder() -> None:
    text = "Hundreds marched, 400 guards according to the unions, many less according to the police."
    found = mentions(count(text, "400 guards", 400, "guard"))
    inner, outer = text.index(" according to the unions"), text.index(" according to the police")
    spoken = (said((0, outer), "police"), said((0, inner), "unions"))
    (claim,) = claims.find(article(text), msgspec.structs.replace(found, quotes=spoken), {})
    assert claim.holder == "unions"


def said(span: tuple[int, int], who: str) -> Quote:
    return Quote(content=(span,), kind="indirect", speaker=(Speaker(start=0, end=1, name=who, entity=who),))


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("Anna Rell", "Anna Rell"),
        ("the harbour authority", "the harbour authority"),
        ("Their", None),
        ("who", None),
        ("heads of", None),
        ("The U", None),
        ("a jury of the county that indicted the twelve officers", None),
        ("05 a.m. in the capital", None),
        ("Le constructeur venait d'", None),
    ],
)
def test_a_holder_is_somebody(speaker: str, shown: str | None) -> None:
    text = "The dead are 17, it was said on Sunday."
    spoken = Quote(
        content=((0, len(text)),), kind="indirect", speaker=(Speaker(start=0, end=3, name=speaker, entity=speaker),)
    )
    found = msgspec.structs.replace(mentions(count(text, "17", 17, "death")), quotes=(spoken,))
    (claim,) = claims.find(article(text), found, {})
    assert claim.holder == shown


def test_a_name_behind_the_comma_of_according_to_holds_nothing() -> None:
    text = "According to the ruling, Mara Lund paid a fine of 14 million euros."
    said = count(text, "14 million euros", 14e6, "fine", unit="EUR")
    (claim,) = claims.find(article(text), mentions(said, name(text, "Mara Lund")), {})
    assert claim.holder is None


def test_what_is_counted_counts_nothing() -> None:
    text = "I counted eleven army lorries on the road to Velmar."
    page = article(text)
    assert [c.holder for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 11] == [None]
