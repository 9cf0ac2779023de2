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


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", '"We ran," said Mara Holt, whose brother was among the 40 people taken to hospital.', "40 people"),
        ("es", "“Corrimos”, dijo Mara Holt, cuyo hermano está entre los 40 heridos.", "40 heridos"),
        ("de", "„Wir rannten“, sagte Mara Holt, deren Bruder unter den 40 Verletzten ist.", "40 Verletzten"),
        ("it", "«Siamo scappati», ha detto Mara Holt, il cui fratello è tra i 40 feriti.", "40 feriti"),
        ("pt", "“Corremos”, disse Mara Holt, cujo irmão está entre os 40 feridos.", "40 feridos"),
    ],
)
def test_who_speaks_holds_nothing_of_what_the_narrator_tells_of_them(language: str, text: str, value: str) -> None:
    page = article(text, language=language)
    held = {c.display: c.holder for c in claims.find(page, pipeline.annotate(page), {})}
    assert next(holder for display, holder in held.items() if value.split()[0] in display) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"Nobody is left behind," the governor told a news conference that started at 8:15 p.m.'),
        ("fr", "« Personne n'est oublié », a dit le maire lors d'une conférence de presse qui a débuté à 20 h 15."),
    ],
)
def test_the_clock_of_a_conference_is_not_told_by_who_speaks_there(language: str, text: str) -> None:
    page = article(text, language=language)
    assert [c.holder for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "start"] == [None]


def test_a_rate_is_no_source_and_an_event_that_recalls_another_tells_nothing() -> None:
    rate = article("Orlund will pay 3.5 billion pounds in all, 60 per cent less than on Monday.", language="en")
    recalls = article("Il a parlé. Il rappelle celui de Bocage, qui avait tué 90 personnes.", language="fr")
    held = [c.holder for page in (rate, recalls) for c in claims.find(page, pipeline.annotate(page), {})]
    assert held
    assert set(held) == {None}


def test_the_hour_at_which_a_sale_was_announced_is_the_narrator_s() -> None:
    text = "O banco central anunciou no domingo, numa conferência de imprensa iniciada às 20h30, a venda do banco."
    page = article(text, language="pt")
    held = [c.holder for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "start"]
    assert held == [None]
