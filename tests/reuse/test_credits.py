"""Credits: where they stand and where the same words are none."""

from __future__ import annotations

import pytest
from tests.made import article

from recoupe.model import Block
from recoupe.reuse import Independence, compare, credits

COPIED = (
    "The harbour authority wants the fishing fleet to leave the northern basin before winter, to give up the disputed "
    "quota and to pay for the broken lock gates that have blocked the canal since March."
)
BODY = "The ferry from Tarnsund was late again on Monday, its captain said.\n" * 12


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("TARNSUND (AFP) - The ferry was late.\n" + BODY, ("AFP",)),
        ("By Lotte Brill\nTARNSUND (Reuters) – The ferry was late.\n" + BODY, ("Reuters",)),
        (BODY + "\nLe Courrier avec AFP", ("AFP",)),
        (BODY + "\n(avec AFP et Reuters)", ("AFP", "Reuters")),
        (BODY + "\nFuente: Europa Press", ("Europa Press",)),
        (BODY + "\ndpa", ("dpa",)),
        (BODY + "\nQuelle: dpa/AFP", ("AFP", "dpa")),
        (BODY + "\n(ANSA)", ("ANSA",)),
        ("МОСКВА, 3 апр — РИА Новости. Паром опоздал.\n" + BODY, ("RIA Novosti",)),
        (BODY + "\nThe captain told Reuters that the sea was high.", ()),
        (BODY + "\nSelon l'AFP, la mer était haute ce jour-là.", ()),
        (BODY + "\nThe AP exam was easy.", ()),
    ],
)
def test_credits(text: str, agencies: tuple[str, ...]) -> None:
    assert credits.credited(article(text, "a")) == agencies


def test_credit_given_by_the_page() -> None:
    assert credits.credited(article(BODY, "a", credits=("Lotte Brill avec AFP",))) == ("AFP",)


def test_a_caption_credits_the_picture() -> None:
    caption = "The ferry at sea. (Reuters)"
    one = article(f"{caption}\n{BODY}", "a", blocks=(Block(kind="caption", start=0, end=len(caption)),))
    assert credits.credited(one) == ()


def test_one_agency_is_one_hand_and_who_hid_it_is_named() -> None:
    one = article(f"{COPIED}\n{BODY}\n(AFP)", "a", outlet="Harbour Post")
    two = article(f"{COPIED} Nothing more was said in the harbour.", "b", outlet="Valley Echo")
    passages, origins = compare([one, two])
    assert passages[0].credit == "AFP"
    assert passages[0].uncredited == ("b",)
    assert origins[0].credit == "AFP"
    assert dict(origins[0].copied)["b"] > 0.5
    assert [e.kind for e in origins[0].evidence] == ["passage"]


def test_the_agency_itself_is_the_root() -> None:
    wire = article(COPIED, "w", outlet="AFP", published="2031-04-02T08:00:00Z")
    early = article(f"{COPIED} It was a calm day.", "e", outlet="Harbour Post", published="2031-04-01")
    passages, origins = compare([early, wire])
    assert passages[0].first == "w"
    assert origins[0].root == "w"


def test_range_follows_signs_among_the_articles_asked_about() -> None:
    page = [
        article("The main piece of the page tells of a long winter.", "m", host="Reader"),
        article("A first extract about eels.", "x1", kind="extract", outlet="Valley Echo", page="m.txt"),
        article("A second extract about boats.", "x2", kind="extract", outlet="Harbour Post", page="m.txt"),
        article("A piece seen elsewhere about mills.", "y", kind="extract", outlet="Valley Echo", page="n.txt"),
    ]
    _, origins = compare(page)
    count = Independence(origins, {a.id: a.outlet or a.host for a in page}).count
    assert count(["x1", "x2"]) == (1, 2)
    assert count(["x1", "y"]) == (1, 1)
    assert count(["x2", "y"]) == (2, 2)
    assert count([]) == (0, 0)
