"""Quotation marks: what opens, what closes, and what a missing closer may take with it."""

from __future__ import annotations

import pytest

from recoupe.quotes.marks import Marked, opens, pair


def inner(text: str, next_opens: str = "") -> list[tuple[str, int]]:
    return [(text[m.inner_start : m.inner_end].strip(), m.depth) for m in pair(text, 0, len(text), next_opens)]


@pytest.mark.parametrize(
    "text",
    [
        "Elle dit « oui » ici.", "Elle dit «oui» ici.", "Ann said “oui” today.", 'Ann said "oui" today.',
        "Anna sagte „oui“ heute.", "Anna sagte „oui” heute.", "Anna sagte »oui« heute.", "Ann said ‘oui’ today.",
        "Ann said 'oui' today.", "Elle dit ‹ oui › ici.", "Ann said ``oui'' today.", "Ann said ''oui'' today.",
        "Ana disse “oui” hoje.", "Anna sagte ‚oui‘ heute.",
    ],
)  # fmt: skip
def test_every_pair_of_marks_holds_its_words(text: str) -> None:
    assert inner(text) == [("oui", 0)]


def test_an_apostrophe_is_no_mark() -> None:
    assert inner("It's the workers' right, isn't it?") == []
    assert inner("L'eau n'a pas d'odeur.") == []


def test_a_quotation_inside_a_quotation_is_deeper() -> None:
    assert inner("« Il m'a dit : “Partez”, et je suis parti »") == [
        ("Il m'a dit : “Partez”, et je suis parti", 0),
        ("Partez", 1),
    ]


def test_an_opener_without_a_closer_ends_with_its_sentence() -> None:
    text = "He called it “a mess of plans. Nothing else was said. The road stays shut."
    assert inner(text) == [("a mess of plans.", 0)]


def test_a_paragraph_that_opens_with_a_mark_may_carry_on() -> None:
    (span,) = pair("“We waited. Nobody came.", 0, 24, "“")
    assert isinstance(span, Marked)
    assert span.carries
    assert not span.closed


@pytest.mark.parametrize(("mark", "follows", "carries"), [("«", "»", True), ('"', '"', True), ('"', "“", False)])
def test_a_quotation_carries_on_with_the_mark_it_began_with(mark: str, follows: str, carries: bool) -> None:
    text = f"{mark}We waited. Nobody came."
    (span,) = pair(text, 0, len(text), follows)
    assert span.carries is carries


def test_a_closing_mark_that_opens_a_paragraph_opens_words_in_marks() -> None:
    assert inner("” … and the quay is shut,” said Ann Poe.") == [("… and the quay is shut,", 0)]
    assert inner("” and the quay is shut.") == []


def test_a_quotation_opened_again_drops_the_first_opener() -> None:
    assert [w for w, _ in inner("« Attendez. « Rien n'est prêt », dit-elle.")][-1] == "Rien n'est prêt"


def test_opens_tells_a_mark_from_an_apostrophe() -> None:
    assert opens("“Yes”", 0, 5)
    assert not opens("Yes", 0, 3)


def test_an_arrow_before_a_link_opens_nothing() -> None:
    assert inner("« Back to the list") == []
    assert inner("« Nous reviendrons sur ce point demain matin.") != []
