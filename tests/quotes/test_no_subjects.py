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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le maire, 51 ans, élu en 2021, demande la démission de la préfète. Elle a répondu : « Non. »", "fr"),
        ("Il sindaco, 51 anni, eletto nel 2021, chiede le dimissioni della prefetta.", "it"),
    ],
)
def test_what_is_demanded_has_demanded_nothing(text: str, language: str) -> None:
    assert not [q for q in find(text, language=language) if q.kind == "indirect"]
    assert not [who for who, _ in spoken(text, language) if "mission" in who]


def test_who_asks_behind_the_question_has_asked_it() -> None:
    (quote,) = find("Où est la clé, demande la voisine.", language="fr")
    assert [s.name for s in quote.speaker] == ["la voisine"]


def test_a_name_does_not_go_on_in_the_next_sentence() -> None:
    text = "« Nous rentrons », précise un porte-parole du groupe Sud. Dans les monts, la route reste coupée."
    (quote,) = find(text, language="fr")
    assert [s.entity for s in quote.speaker] == ["un porte-parole du groupe Sud"]
