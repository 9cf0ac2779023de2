"""What a value was and what it became; what a bare number numbers."""

from __future__ import annotations

import re

import pytest

from recoupe.model.mention import Quantity, Time
from recoupe.quantities import find

TIMES = re.compile(r"un mois plus tôt|mayo|September")


def told(text: str, language: str) -> list[tuple[float | None, str | None, str | None, bool]]:
    return [(q.low, q.unit, q.of, q.old) for q in find(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "old", "new", "unit", "of"),
    [
        ("en", "The death toll rose from 41 to 58 overnight.", 41, 58, "person", "death"),
        ("fr", "Le budget sera porté de 31 à 45 milliards de dirhams.", 31e9, 45e9, "DIRHAM", "budget"),
        ("fr", "La participation a grimpé de 51 % à 64 %.", 51, 64, "%", "turnout"),
        ("es", "La tasa de paro bajó del 12,4 % al 11,8 %.", 12.4, 11.8, "%", "unemployment"),
        ("es", "El partido pasaría de 33 a 52 escaños.", 33, 52, "thing", "seat"),
        ("de", "Die Wahlbeteiligung sank von 71,2 auf 65,8 Prozent.", 71.2, 65.8, "%", "turnout"),
        ("de", "Die Zahl der Toten ist von 12 auf 17 gestiegen.", 12, 17, "person", "death"),
        ("it", "Il partito passa da 21 a 34 seggi.", 21, 34, "thing", "seat"),
        ("pt", "O investimento vai aumentar de 50 para 80 milhões de euros.", 50e6, 80e6, "EUR", "investment"),
        ("nl", "Het aantal doden steeg van 12 naar 17.", 12, 17, "person", "death"),
        ("ru", "Число погибших выросло с 12 до 17.", 12, 17, "person", "death"),
    ],
)
def test_both_values_are_told_and_which_was(
    language: str, text: str, old: float, new: float, unit: str, of: str
) -> None:
    assert told(text, language) == [(old, unit, of, True), (new, unit, of, False)]


@pytest.mark.parametrize(
    ("language", "text", "new", "old", "of"),
    [
        ("en", "The party took 47 seats, down from 63 at the last election.", 47, 63, "seat"),
        ("en", "Inflation slowed to 3.4% in October from 3.9% in September.", 3.4, 3.9, "inflation"),
        ("fr", "L'inflation atteint 3,4 %, contre 3,9 % un mois plus tôt.", 3.4, 3.9, "inflation"),
        ("es", "La inflación fue del 3,4 %, frente al 3,9 % de mayo.", 3.4, 3.9, "inflation"),
    ],
)
def test_what_it_was_may_stand_behind(language: str, text: str, new: float, old: float, of: str) -> None:
    times = [Time(start=m.start(), end=m.end(), text=m[0], type="DATE", value="") for m in TIMES.finditer(text)]
    found = find(text, language=language, times=times)
    assert [(q.low, q.of, q.old) for q in found] == [(new, of, False), (old, of, True)]


def test_what_is_compared_is_not_what_it_was() -> None:
    text = "Inflation is 3.4% here, compared with 3.9% in the islands; 40% of Greens agree, against 52% of others."
    assert not any(q.old for q in find(text, language="en"))


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("fr", "de 10 à 15 blessés", 10, 15),
        ("en", "from 3 to 4 million people", 3e6, 4e6),
        ("it", "da 10 a 15 feriti", 10, 15),
    ],
)
def test_a_range_without_a_verb_of_change_is_one_value(language: str, text: str, low: float, high: float) -> None:
    (q,) = find(text, language=language)
    assert (q.low, q.high, q.old) == (low, high, False)


def test_nouns_of_their_own_are_not_shared() -> None:
    found = find("La peine passe de 8 ans à 6 ans, de 5 km à 3 villages.", language="fr")
    assert [(q.low, q.unit) for q in found if q.rule == "change"] == []


@pytest.mark.parametrize(
    ("language", "text", "low", "of"),
    [
        ("en", "The number of injured rose to 60.", 60, "injury"),
        ("en", "The number of people missing stands at 12.", 12, "missing"),
        ("fr", "Le nombre de blessés est de 60.", 60, "injury"),
        ("es", "El número de fallecidos asciende a 19.", 19, "death"),
        ("de", "Die Zahl der Vermissten liegt bei 12.", 12, "missing"),
        ("it", "Il numero dei feriti è salito a 60.", 60, "injury"),
        ("pt", "O número de feridos subiu para 60.", 60, "injury"),
        ("fr", "Le bilan des interpellations s'établit à 212.", 212, "arrest"),
        ("it", "Il bilancio degli arresti è salito a 212.", 212, "arrest"),
    ],
)
def test_the_number_of_them_is_told_bare(language: str, text: str, low: float, of: str) -> None:
    (q,) = find(text, language=language)
    assert (q.low, q.of, q.rule) == (low, of, "toll")


def test_by_how_much_it_rose_is_no_number_of_them() -> None:
    found: list[Quantity] = find("The number of injured rose by 12.", language="en")
    assert found == []
    assert find("Le nombre de blessés a augmenté de 12.", language="fr") == []


@pytest.mark.parametrize(
    ("language", "text", "low", "of"),
    [
        ("pt", "O grupo teve um prejuízo de 1,4 mil milhões de euros e receitas de 21,3 mil milhões.", 1.4e9, "loss"),
        ("es", "Tuvo pérdidas de 1.420 millones de euros en el semestre y facturó 21.300 millones.", 1.42e9, "loss"),
        ("en", "The deficit came down from 6.1 percent of gross domestic product.", 6.1, "deficit"),
        ("de", "Das Defizit lag bei 6,1 Prozent des Bruttoinlandsprodukts.", 6.1, "deficit"),
    ],
)
def test_a_word_behind_a_number_is_of_the_next_or_of_all(language: str, text: str, low: float, of: str) -> None:
    assert [q.of for q in find(text, language=language) if q.low == low] == [of]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "At 06.00 the federal police came."), ("fr", "À 06.30, 12 policiers.")]
)
def test_digits_of_a_clock_count_nobody(language: str, text: str) -> None:
    assert [q.low for q in find(text, language=language) if q.low and q.low < 7] == []


def test_an_article_is_no_number_that_anything_fell_to() -> None:
    assert [low for low, *_ in told("Long de 1.264 mètres, le pont passe à 38 mètres de haut.", "fr")] == [1264, 38]


def test_money_that_is_ready_is_no_loan() -> None:
    assert "loan" not in [of for _, _, of, _ in told("500 millions d'euros prêts pour aider la ville.", "fr")]
    assert "loan" in [of for _, _, of, _ in told("La banque accorde 500 millions d'euros de prêts à la ville.", "fr")]
