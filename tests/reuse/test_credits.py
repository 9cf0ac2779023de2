"""Credits: where they stand and where the same words are none."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.model import Article, Block
from recoupe.reuse import compare, credits, independent

COPIED = (
    "The harbour authority wants the fishing fleet to leave the northern basin before winter, to give up the disputed "
    "quota and to pay for the broken lock gates that have blocked the canal since March."
)
BODY = "The ferry from Tarnsund was late again on Monday, its captain said.\n" * 12


def article(name: str, text: str, **more: Any) -> Article:
    fields: dict[str, Any] = {
        "id": name, "page": name, "kind": "article", "title": None, "outlet": None, "host": None, "authors": (),
        "published": None, "published_evidence": None, "language": "en", "text": text, "blocks": (),
    }  # fmt: skip
    return Article(**(fields | more))


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
    assert credits.credited(article("a", text)) == agencies


def test_credit_given_by_the_page() -> None:
    assert credits.credited(article("a", BODY, credits=("Lotte Brill avec AFP",))) == ("AFP",)


def test_a_caption_credits_the_picture() -> None:
    caption = "The ferry at sea. (Reuters)"
    one = article("a", f"{caption}\n{BODY}", blocks=(Block(kind="caption", start=0, end=len(caption)),))
    assert credits.credited(one) == ()


def test_one_agency_is_one_hand_and_who_hid_it_is_named() -> None:
    one = article("a", f"{COPIED}\n{BODY}\n(AFP)", outlet="Harbour Post")
    two = article("b", f"{COPIED} Nothing more was said in the harbour.", outlet="Valley Echo")
    passages, origins = compare([one, two])
    assert passages[0].credit == "AFP"
    assert passages[0].uncredited == ("b",)
    assert origins[0].credit == "AFP"
    assert dict(origins[0].copied)["b"] > 0.5
    assert [e.kind for e in origins[0].evidence] == ["passage"]


def test_the_agency_itself_is_the_root() -> None:
    wire = article("w", COPIED, outlet="AFP", published="2031-04-02T08:00:00Z")
    early = article("e", f"{COPIED} It was a calm day.", outlet="Harbour Post", published="2031-04-01")
    passages, origins = compare([early, wire])
    assert passages[0].first == "w"
    assert origins[0].root == "w"


def test_range_follows_signs_among_the_articles_asked_about() -> None:
    page = [
        article("m", "The main piece of the page tells of a long winter.", host="Reader"),
        article("x1", "A first extract about eels.", kind="extract", outlet="Valley Echo", page="m"),
        article("x2", "A second extract about boats.", kind="extract", outlet="Harbour Post", page="m"),
        article("y", "A piece seen elsewhere about mills.", kind="extract", outlet="Valley Echo", page="n"),
    ]
    _, origins = compare(page)
    outlets = {a.id: a.outlet or a.host for a in page}
    assert independent(["x1", "x2"], origins, outlets) == (1, 2)
    assert independent(["x1", "y"], origins, outlets) == (1, 1)
    assert independent(["x2", "y"], origins, outlets) == (2, 2)
    assert independent([], origins, outlets) == (0, 0)
