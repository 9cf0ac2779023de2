"""What a story has many of is no dispute."""

from __future__ import annotations

import pytest

from recoupe.claims.comparison import many
from recoupe.model import Claim, Finding, Value
from tests.claims.helpers import claim
from tests.claims.helpers import told as told_of


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ivo Timms missed four games last autumn. He played in 10 games."),
        ("fr", "Ivo Timms a manqué quatre matchs cet automne. Il a joué 10 matchs."),
        ("de", "Ivo Timms verpasste im Herbst vier Spiele. Er kam auf 10 Spiele."),
        ("es", "Ivo Timms se perdió cuatro partidos en otoño. Jugó 10 partidos."),
        ("it", "Ivo Timms ha saltato quattro partite in autunno. Ha giocato 10 partite."),
        ("pt", "Ivo Timms falhou quatro jogos no outono. Fez 10 jogos."),
    ],
)
def test_matches_missed_are_no_matches_played(language: str, text: str) -> None:
    assert [c.attribute for c in told_of(text, language)] == ["match missed", "match"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The match in Varnholt was stopped with 17 seconds left."),
        ("fr", "Le match de Varnholt a été arrêté à dix minutes de la fin."),
        ("de", "Das Spiel in Varnholt wurde zehn Minuten vor Schluss abgebrochen."),
        ("es", "El partido de Varnholt fue suspendido a falta de diez minutos."),
        ("it", "La partita di Varnholt è stata sospesa a dieci minuti dalla fine."),
        ("pt", "O jogo de Varnholt foi interrompido a dez minutos do fim."),
        ("en", "The walls of Varnholt shook after another night of clashes."),
        ("es", "Varnholt despertó tras otra noche de disturbios."),
        ("it", "Varnholt si è svegliata dopo un'altra notte di scontri."),
        ("pt", "Varnholt acordou depois de outra noite de confrontos."),
    ],
)
def test_what_is_left_of_a_time_and_one_of_several_are_no_length(language: str, text: str) -> None:
    assert not [c for c in told_of(text, language) if c.unit == "second"]
