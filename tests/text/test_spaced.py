"""Texts whose marks were set apart: their numbers are read whole, and no sentence ends within one."""

from __future__ import annotations

import pytest

from recoupe import pipeline
from recoupe.text import sentences
from recoupe.text.numbers import find
from recoupe.text.spaced import is_spaced

SPACED = (
    "The 31 - year - old coach said a quake of magnitude 5. 9 had left 26, 000 people homeless, at 9 a. m. local time."
)


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        (SPACED, True),
        ("A mid - table side sold 1, 000 seats.", True),
        ("A mid-table side sold 12, 000 of them.", False),  # a hyphen stands where others print it
        ("It rose to 5.9, then 12, 000 left.", False),
        ("In 2031, 400 people came.", False),
    ],
)
def test_it_is_seen_by_hyphens_and_signs(text: str, spaced: bool) -> None:
    assert is_spaced(text) is spaced


def test_numbers_are_read_whole() -> None:
    assert [n.low for n in find(SPACED, language="en")] == [31, 5.9, 26_000, 9]
    assert 26_000 not in [n.low for n in find("In the end it was 26, 000 or so.".replace("000", "140"), language="en")]


def test_no_sentence_ends_within_a_number() -> None:
    assert len(sentences.split(SPACED, language="en")) == 1
    assert len(sentences.split("It measured 5. 9 people died.", language="en")) == 2  # nothing else is set apart


def test_an_age_has_its_hyphens_apart() -> None:
    told = pipeline.annotate(_page("Police shot a 48 - year - old deputy, and 26, 000 came to his funeral."))
    assert [(q.of, q.low) for q in told.quantities][:1] == [("age", 48)]


def _page(text: str) -> object:
    from tests.claims.helpers import article

    return article(text, language="en")
