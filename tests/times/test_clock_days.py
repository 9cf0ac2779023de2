"""The day of a bare clock time: not that of a time long ago, nor a day past where it is still to come."""

from __future__ import annotations

import pytest

from recoupe.times import TimeContext, find

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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A boat came in Wednesday. The ferry, which sank on Monday evening, is old. He was held at 11 a.m."),
        ("fr", "Un bateau arriva mercredi. Le bac, qui a coulé lundi soir, est vieux. Il fut pris à 11 heures."),
        ("de", "Ein Kutter kam am Mittwoch an. Die Fähre, die am Montag sank, war alt. Er wurde um 11 Uhr gefasst."),
        ("es", "Un barco llegó el miércoles. El ferri, que se hundió el lunes, es viejo. Fue preso a las 11 horas."),
        ("it", "Un peschereccio torna mercoledì. Il traghetto, che è affondato lunedì, è vecchio. Fu fermato alle 11."),
        ("pt", "O barco veio na quarta-feira. O ferry, que afundou na segunda-feira, é velho. Foi preso às 11 horas."),
    ],
)
def test_the_day_of_a_relative_clause_is_not_that_of_the_next_sentence(language: str, text: str) -> None:
    assert values(language, text)[-1] == "2026-05-13T11:00"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shares, which were halted on Monday, are traded again since 10:30."),
        ("fr", "Les titres, qui avaient été suspendus lundi, sont cotés à nouveau depuis 10h30."),
        ("de", "Die Aktien, die am Montag ausgesetzt worden waren, werden seit 10.30 Uhr wieder gehandelt."),
        ("es", "Las acciones, que fueron suspendidas el lunes, cotizan de nuevo desde las 10.30 horas."),
        ("it", "I titoli, che erano stati sospesi lunedì, sono di nuovo trattati dalle 10.30."),
        ("pt", "As ações, que foram suspensas na segunda-feira, são negociadas de novo desde as 10h30."),
    ],
)
def test_what_lasts_since_an_hour_is_of_the_page_s_day_behind_a_relative_clause(language: str, text: str) -> None:
    assert values(language, text)[-1] == "2026-05-13T10:30"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "The talks on the quay ended at half past midnight.", "2026-05-13T00:30"),
        ("fr", "Les portes du port sont fermées depuis minuit et demi.", "2026-05-13T00:30"),
        ("fr", "La séance du conseil a repris à midi et quart.", "2026-05-13T12:15"),
        ("it", "La seduta del consiglio è finita a mezzanotte e mezza.", "2026-05-13T00:30"),
        ("es", "La sesión acabó a las doce y media de la noche.", "2026-05-13T00:30"),
        ("pt", "A sessão do conselho acabou à meia-noite e meia.", "2026-05-13T00:30"),
        ("en", "The talks on the quay ended fifteen minutes after midnight.", "2026-05-13T00:15"),
        ("en", "The port was shut at 7.30 this morning, the mayor said.", "2026-05-13T07:30"),
        ("fr", "Le port est fermé depuis mardi, 14 heures.", "2026-05-12T14:00"),
        ("es", "El puerto está cerrado desde el martes, 14 horas.", "2026-05-12T14:00"),
        ("pt", "O porto está fechado desde terça-feira, 14 horas.", "2026-05-12T14:00"),
        ("es", "El martes a las 12 de la noche cerró el puente.", "2026-05-12T24:00"),
        ("pt", "A ponte fechou às 9 horas da noite de terça-feira.", "2026-05-12T21:00"),
    ],
)
def test_the_clock_as_it_is_spoken(language: str, text: str, value: str) -> None:
    assert value in values(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mardi, 14 heures après la panne, la lumière est revenue."),
        ("fr", "Mardi, 14 heures de débats ont suivi."),
        ("es", "El martes, 14 horas después de la avería, volvió la luz."),
        ("pt", "Na terça-feira, 14 horas depois da avaria, voltou a luz."),
    ],
)
def test_hours_behind_a_weekday_may_be_a_length(language: str, text: str) -> None:
    assert not any("T14:" in value for value in values(language, text))


def test_a_spoken_hour_of_the_night_to_a_day_is_that_day_s() -> None:
    text = "In der Nacht zum Dienstag brannte die Mühle, kurz nach halb fünf Uhr ging es los."
    assert values("de", text)[-1] == "2026-05-12T04:30"


def test_an_evening_named_behind_the_day_of_a_clock_is_that_of_the_next() -> None:
    text = "The letter came out on Monday at 10:50 p.m. Tuesday evening the figure was forty. "
    assert values("en", text + "The talk was to begin at 9 p.m.")[-1] == "2026-05-12T21:00"


def test_four_figures_are_a_clock_where_the_page_says_whose_clocks_it_has() -> None:
    text = "They left at 0340 with nothing signed. It went online at 2150 and opened at 1645."
    told = find(text, language="en", published=WEDNESDAY, context=TimeContext(declared_zone="UTC"))
    assert [t.value[10:] for t in told] == ["T03:40Z", "T21:50Z", "T16:45Z"]
    assert [t.value for t in find(text, language="en", published=WEDNESDAY)] == ["1645"]
    bought = find("It was bought at 1400 guilders.", language="en", published=WEDNESDAY)
    assert not [t for t in bought if t.type == "TIME"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "It began at 9:30 on Monday evening.", "2026-05-11T21:30"),
        ("en", "It began at 9.30 p.m. last night.", "2026-05-12T21:30"),
        ("en", "It ended at 2 a.m. last night.", "2026-05-13T02:00"),
        ("en", "It began at 8:50 last night.", "2026-05-12T20:50"),
        ("en", "A light came on at half past nine on Monday evening.", "2026-05-11T21:30"),
        ("en", "They left at twenty to six on Friday morning.", "2026-05-08T05:40"),
        ("en", "They came at quarter past eight in the evening.", "2026-05-13T20:15"),
        ("fr", "Tout a commencé à 9h30 lundi soir.", "2026-05-11T21:30"),
        ("fr", "Tout a commencé à 22h la nuit dernière.", "2026-05-12T22:00"),
        ("de", "Es begann um 9.30 Uhr am Montagabend.", "2026-05-11T21:30"),
        ("es", "Empezó a las 9.30 del lunes por la noche.", "2026-05-11T21:30"),
        ("es", "Habló a las 22.30 de anoche.", "2026-05-12T22:30"),
        ("it", "Ha parlato alle 22.30 di ieri sera.", "2026-05-12T22:30"),
        ("pt", "Falou às 22h30 de ontem à noite.", "2026-05-12T22:30"),
    ],
)
def test_a_part_of_the_day_behind_a_clock_tells_its_half_and_its_day(language: str, text: str, value: str) -> None:
    assert value in values(language, text)


def test_a_part_of_the_day_named_before_holds_for_its_clock() -> None:
    assert values("en", "It began on Monday. They met at 4:45 that afternoon.")[1] == "2026-05-11T16:45"
    assert "2026-05-13T04:59" not in values("en", "From one to five this morning it rained.")


def test_behind_midnight_the_next_day_has_begun() -> None:
    text = "The taps were shut at midnight on Monday. The slick crossed the weir at 2 a.m."
    assert values("en", text) == ["2026-05-11T24:00", "2026-05-12T02:00"]


def test_the_hour_elsewhere_in_brackets_tells_the_zone() -> None:
    told = find("At 3.40am on Tuesday (2.40 in London) the tank split.", language="en", published=WEDNESDAY)
    assert [t.value for t in told] == ["2026-05-12T01:40Z", "2026-05-12T01:40Z"]
