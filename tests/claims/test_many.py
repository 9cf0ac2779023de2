"""What a story has many of is no dispute."""

from __future__ import annotations

import pytest

from recoupe import pipeline
from recoupe.claims.comparison import many
from recoupe.model import Claim, Finding, Reading, Value
from tests.claims.helpers import article, claim
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
    assert len(many.without([finding], told(finding.attribute, finding.unit or "", *pages), {}, {})) == kept


def test_what_was_corrected_or_is_held_by_two_sides_is_one_thing() -> None:
    finding = dispute("goal", "thing", 4.0, 6.0)
    sides = [
        claim(f"a{n}", low, low, at, attribute="goal", unit="thing", holder=holder)
        for n in range(2)
        for at, (low, holder) in enumerate(((4.0, "the club"), (6.0, "the league")))
    ]
    assert many.without([finding], sides, {}, {}) == [finding]


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


def built(*texts: str, published: tuple[str, ...] = ()) -> list[Finding]:
    days = (*published, *["2031-05-06"] * len(texts))
    pages = [
        article(text, f"a{n}", language="en", title="The match of Varnholt against Orle", published=days[n])
        for n, text in enumerate(texts)
    ]
    return list(pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages]).findings)


def test_points_of_two_players_agree_by_chance() -> None:
    found = built(
        "Hugo Delval scored 21 points for Varnholt, and Karim Lestrade added 14 points before the break.",
        "Varnholt won in Orle. Aldo Vins had 14 points, the guard Ivo Timms 17 points and eleven assists.",
        "Hugo Delval had 21 points and Bo Lind 12 points as Varnholt beat Orle on its own floor.",
        "The coach of Orle praised Hugo Delval, who made 21 points, and Emil Rask, who made 17 points.",
    )
    agreed = [f for f in found if f.attribute == "point" and f.status == "agreed"]
    assert [v.display for f in agreed for v in f.values] == ["21 points"]


RIOTS = (
    "The riots in Varnholt followed the death of a boy. After five days of riots the government called in the army.",
    "The riots in Varnholt followed the death of a boy. A week of riots has left the old town in ruins.",
)


@pytest.mark.parametrize(("second", "disputes"), [("2031-05-06", 1), ("2031-05-08", 0)])
def test_what_goes_on_has_lasted_longer_the_next_day(second: str, disputes: int) -> None:
    found = built(*RIOTS, published=("2031-05-06", second))
    assert len([f for f in found if f.status == "disputed"]) == disputes


def test_a_noun_that_is_none_of_the_others_words_counts_another_thing() -> None:
    told = "Hugo Delval had seven catches for 44 yards and {} for Varnholt against Orle."
    assert not [f for f in built(told.format("four scores"), told.format("two touchdowns")) if f.status == "disputed"]


def test_a_score_between_others_is_of_another_match() -> None:
    other = "Varnholt beat Orle in the hall, and in the other match Brunn beat Lorn 85-68."
    assert not [f for f in built("Varnholt beat Orle 77-68 in the hall.", other) if f.status == "disputed"]
    again = "Varnholt beat Orle 85-68 in the hall, and in the other match Brunn beat Lorn."
    assert [f for f in built("Varnholt beat Orle 77-68 in the hall.", again) if f.status == "disputed"]


def test_there_are_many_seconds() -> None:
    found = built(
        "The Varnholt club scored on its second attempt against Orle, and Hugo Delval lifted the cup.",
        "With the second goal of the evening against Orle the Varnholt club won, and Hugo Delval lifted the cup.",
    )
    assert not [f for f in found if f.attribute == "rank"]
