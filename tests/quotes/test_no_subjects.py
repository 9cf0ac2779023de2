"""What stands where a subject does and is none."""

from __future__ import annotations

import pytest
from tests.quotes.test_speakers import spoken

from recoupe.quotes import find


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Contactée à Oslo, la société a confirmé le contrôle, expliquant que « rien n'était fêlé ».", "fr"),
        ("Contactada en Oslo, la empresa confirmó el control, explicando que «nada estaba roto».", "es"),
        ("Contattata a Oslo, la società ha confermato il controllo, spiegando che «nulla era rotto».", "it"),
        ("Contatada em Oslo, a empresa confirmou o controlo, explicando que «nada estava partido».", "pt"),
    ],
)
def test_whom_a_newspaper_has_asked_is_named_behind_that(text: str, language: str) -> None:
    assert {name for name, _ in spoken(text, language)} & {"la société", "la empresa", "la società", "a empresa"}
    assert not [name for name, _ in spoken(text, language) if "Oslo" in name]


def test_several_people_who_open_the_sentence_before_are_no_he() -> None:
    text = (
        "The hikers were well, Merrin said on Tuesday, of the nine. The parents of the first four, who were found on "
        "Sunday, have visited them.\n“Everyone is calm, and all can walk,” he said."
    )
    assert [name for name, _ in spoken(text, "en", "Merrin")] == ["Merrin"]


def test_what_a_deed_saw_is_no_speech() -> None:
    text = "The operation, involving 50 foreign divers, saw the four sailors walk out of the hold."
    assert not find(text, language="en")
    assert find("The bridge would hold, found the commission.", language="en")
