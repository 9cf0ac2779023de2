"""Dates of by-lines and page heads: abbreviated months of every language, a clock behind them."""

from __future__ import annotations

import pytest

from recoupe import times

SHORT = {
    "de": "JAN 1 Feb 2 Mär 3 mrz. 3 Apr 4 MAI 5 Jun 6 Jul 7 AUG 8 Sept 9 Okt 10 Nov 11 Dez 12",
    "es": "ENE 1 feb 2 Mar. 3 abr 4 MAY 5 jun 6 JUL 7 ago 8 Sept. 9 oct 10 NOV 11 dic 12",
    "fr": "JANV 1 févr 2 fév. 2 avr 4 JUIL 7 sept 9 SEPT. 9 oct 10 Nov 11 déc 12 Jun 6 Aug 8",
    "it": "GEN 1 feb 2 Mar 3 apr. 4 MAG 5 giu 6 LUG 7 ago 8 Set 9 sett 9 ott 10 NOV 11 dic 12",
    "nl": "JAN 1 feb 2 mrt 3 Apr 4 JUN 6 jul 7 aug. 8 SEP 9 okt 10 nov 11 Dec 12",
    "pt": "JAN 1 fev 2 Mar 3 abr. 4 MAI 5 jun 6 JUL 7 ago 8 Set 9 out 10 NOV 11 dez 12 DEZ. 12",
}
EVERY = [
    (code, word, int(month))
    for code, its in SHORT.items()
    for word, month in zip(its.split()[::2], its.split()[1::2], strict=True)
]


@pytest.mark.parametrize(("language", "word", "month"), EVERY)
@pytest.mark.parametrize("line", ["Ana Rill | 13 {} 2031", "Ana Rill 13-{}-2031"])
def test_a_short_month_between_a_day_and_a_year(language: str, word: str, month: int, line: str) -> None:
    found = times.find(line.format(word), language=language, published="2031-12-30")
    assert [t.value for t in found] == [f"2031-{month:02}-13"]


@pytest.mark.parametrize("language", SHORT)
def test_an_english_stamp_on_a_page_in_any_language(language: str) -> None:
    found = times.find("Ana Rill, Aug 13, 2031", language=language, published="2031-12-30")
    assert [t.value for t in found] == ["2031-08-13"]


@pytest.mark.parametrize("language", ["en", "es", "fr", "it", "pt"])
def test_the_clock_of_a_by_line_is_of_its_day(language: str) -> None:
    found = times.find("Ana Rill | 13 JUN 2031 10:05", language=language, published="2031-06-15")
    assert [t.value for t in found] == ["2031-06-13T10:05"]


@pytest.mark.parametrize("language", ["en", "es", "fr", "it", "pt"])
def test_no_clock_is_of_a_year(language: str) -> None:
    found = times.find("2031 10:05", language=language, published="2031-06-15")
    assert [t.value for t in found if t.type == "TIME"] == ["2031-06-15T10:05"]


def test_seven_and_ten_behind_a_day_are_months_only_there() -> None:
    assert [t.value for t in times.find("Il a dormi sept heures.", language="fr")] == ["PT7H"]
    assert [t.value for t in times.find("Esperou dez dias.", language="pt")] == ["P10D"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le signal s'est perdu à 22 h 40 min 51 s."),
        ("fr", "Le signal s'est perdu à 22h40 min 51 s."),
        ("en", "The signal was lost at 22:40:51."),
    ],
)
def test_the_seconds_of_a_clock_are_read_over(language: str, text: str) -> None:
    assert [t.value for t in times.find(text, language=language, published="2031-06-15")] == ["2031-06-15T22:40"]


FRIDAY = "2031-06-13T08:40:00+02:00"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "By Friday dawn 90 had been saved. The ship sent a call at 10:32 p.m. Paris time."),
        ("fr", "Vendredi à l'aube, 90 avaient été secourus. Le navire a lancé un appel à 22h32, heure de Paris."),
        ("es", "El viernes al alba habían salvado a 90. El barco pidió auxilio a las 22.32, hora de París."),
        ("it", "Venerdì all'alba 90 erano salvi. La nave ha lanciato un appello alle 22.32, ora di Parigi."),
    ],
)
def test_what_had_happened_by_the_hour_of_the_page_was_the_evening_before(language: str, text: str) -> None:
    (clock,) = [t for t in times.find(text, language=language, published=FRIDAY) if t.zone_from == "printed"]
    assert clock.value == "2031-06-12T20:32Z"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Friday the bank opened early. It called a meeting of the board for 1500 GMT."),
        ("fr", "Vendredi, la banque a ouvert tôt. Elle a convoqué son conseil pour 15h00 GMT."),
        ("es", "El viernes el banco abrió pronto. Ha convocado al consejo para las 15.00 GMT."),
        ("it", "Venerdì la banca ha aperto presto. Ha convocato il consiglio per le 15.00 GMT."),
        ("pt", "Na sexta-feira o banco abriu cedo. Convocou o conselho para as 15h00 GMT."),
    ],
)
def test_what_is_called_for_an_hour_is_to_come(language: str, text: str) -> None:
    (clock,) = [t for t in times.find(text, language=language, published=FRIDAY) if t.zone_from == "printed"]
    assert clock.value == "2031-06-13T15:00Z"
