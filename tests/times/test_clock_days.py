"""The day of a bare clock time: not that of a time long ago, nor a day past where it is still to come."""

from __future__ import annotations

import pytest

from recoupe.times import find

WEDNESDAY = "2026-05-13"


def values(language: str, text: str, published: str = WEDNESDAY) -> list[str]:
    return [t.value for t in find(text, language=language, published=published)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In March 2009, a fire had broken out in the mill at 3 a.m. and burned for days."),
        ("fr", "En mars 2009, un incendie avait éclaté au moulin à 3 heures du matin."),
        ("de", "Im März 2009 war in der Mühle um 3 Uhr ein Feuer ausgebrochen."),
        ("es", "El último incendio, en marzo de 2009, empezó a las 3 de la madrugada."),
        ("it", "L'ultimo incendio, nel marzo 2009, era scoppiato alle 3 del mattino."),
        ("pt", "O último incêndio, em março de 2009, começou às 3 da madrugada."),
    ],
)
def test_the_hour_of_what_was_long_ago_is_of_no_known_day(language: str, text: str) -> None:
    assert values(language, text)[:2] == ["2009-03", "2009-03-XXT03:00"]


def test_who_took_office_long_ago_may_act_today() -> None:
    assert values("en", "Mara Lund, elected in March 2009, resigned at 3 p.m.")[-1] == "2026-05-13T15:00"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The boats stopped on Monday. The talks are scheduled to begin at 3 p.m."),
        ("en", "The boats stopped on Monday. The mayor will speak at 3 p.m."),
        ("fr", "Les bacs se sont arrêtés lundi. La maire prendra la parole à 15 heures."),
        ("de", "Die Fähren hielten am Montag. Die Gespräche sollen um 15 Uhr beginnen."),
        ("es", "Los barcos pararon el lunes. La alcaldesa hablará a las 15 horas."),
        ("it", "I traghetti si sono fermati lunedì. La sindaca parlerà alle 15."),
        ("pt", "Os barcos pararam na segunda-feira. A presidente falará às 15 horas."),
    ],
)
def test_what_is_still_to_come_is_on_no_day_past(language: str, text: str) -> None:
    assert values(language, text)[-1] == "2026-05-13T15:00"


def test_what_was_to_come_then_stays_on_its_day() -> None:
    text = "The boats stopped on Monday. The mayor said she would speak at 3 p.m."
    assert values("en", text)[-1] == "2026-05-11T15:00"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Le blocus a commencé cette nuit à minuit. À 7 heures, cent bacs étaient annulés.", "2026-05-13T07:00"),
        ("fr", "Le blocus a pris fin à 5 heures. À 7 heures, deux bacs étaient déjà partis.", "2026-05-12T07:00"),
        ("it", "Il blocco è iniziato a mezzanotte. Alle 7 cento traghetti erano cancellati.", "2026-05-13T07:00"),
    ],
)
def test_a_state_in_the_passive_is_no_pluperfect(language: str, text: str, value: str) -> None:
    assert values(language, text)[-1] == value
