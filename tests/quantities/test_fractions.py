"""Shares told as fractions and ratios, and what looks like one and is none."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text", "share", "base"),
    [
        ("en", "Half of the country's hospitals are shut.", 50, "hospital"),
        ("en", "one in five voters is undecided", 20, "voter"),
        ("en", "one commuter train in three will run", 100 / 3, "train"),
        ("en", "half its staff walked out", 50, "worker"),
        ("en", "every third household has no water", 100 / 3, "household"),
        ("en", "one in four Americans back the plan", 25, "US"),
        ("fr", "un train sur trois circule", 100 / 3, "train"),
        ("fr", "neuf élèves sur dix", 90, "pupil"),
        ("fr", "la moitié de la population a fui", 50, "resident"),
        ("es", "uno de cada tres trenes", 100 / 3, "train"),
        ("es", "dos tercios de las escuelas", 200 / 3, "school"),
        ("de", "Jeder dritte Zug fällt aus.", 100 / 3, "train"),
        ("de", "Ein Viertel der Krankenhäuser ist zerstört.", 25, "hospital"),
        ("it", "un treno su tre", 100 / 3, "train"),
        ("it", "un terzo degli elettori", 100 / 3, "voter"),
        ("pt", "um em cada três comboios", 100 / 3, "train"),
        ("pt", "metade dos voos está cancelada", 50, "flight"),
        ("nl", "een op de drie treinen", 100 / 3, "train"),
        ("ru", "половина домов без света", 50, "house"),
        ("ar", "نصف المنازل", 50, "house"),
    ],
)
def test_a_fraction_is_a_share_of_what_is_counted(language: str, text: str, share: float, base: str) -> None:
    (q,) = find(text, language=language)
    assert (q.unit, q.group) == ("%", (base,))
    assert q.low is not None
    assert q.high is not None
    assert q.low < share < q.high
    assert q.high - q.low < 0.11 * share  # as exact as journalists mean it


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "exact"),
    [
        ("en", "nearly two thirds of teachers", 60, 200 / 3, "nearly two thirds of teachers"),
        ("fr", "plus de la moitié des maisons", 50, None, "plus de la moitié des maisons"),
        ("de", "knapp die Hälfte der Lehrer", 45, 50, "knapp die Hälfte der Lehrer"),
        ("it", "più della metà della popolazione", 50, None, "più della metà della popolazione"),
        ("pt", "mais da metade dos voos", 50, None, "mais da metade dos voos"),
        ("es", "al menos uno de cada diez soldados", 10, None, "al menos uno de cada diez soldados"),
    ],
)
def test_the_words_say_how_exact(language: str, text: str, low: float, high: float | None, exact: str) -> None:
    (q,) = find(text, language=language)
    assert (q.low, q.text) == (pytest.approx(low), exact)
    assert q.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was away a third of the time, half of the night and half an hour more."),
        ("en", "the second half of the matches, the first third of the trains"),
        ("en", "a two-thirds majority; rated 4 out of 5; the Third Reich"),
        ("en", "half of the Russian army"),
        ("en", "One in five bookings was cancelled."),  # no table knows bookings, and they are not five
        ("fr", "trois quarts d'heure, le quart de finale, la moitié du pays, la moitié de la ville"),
        ("de", "die Hälfte der Stadt, die zweite Hälfte der Spiele, ein Viertel mehr"),
        ("en", "a third of those with jobs"),
        ("fr", "trois quarts des investissements étrangers"),
        ("es", "la mitad del país"),
        ("ru", "половина города"),
    ],
)
def test_other_halves_are_no_shares(language: str, text: str) -> None:
    assert find(text, language=language) == []


def test_what_comes_in_small_numbers_is_counted() -> None:
    assert [q.unit for q in find("Two out of three hostages were freed.", language="en")] == ["person", "person"]
    assert find("Zwei von drei Verdächtigen wurden gefasst.", language="de")[0].of == "arrest"
    assert find("49 out of 50 states", language="en")[0].unit == "thing"
    assert find("deux sur trois routes", language="fr")[0].unit == "thing"


def test_a_ratio_without_a_noun_is_of_what_the_one_before_is_of() -> None:
    one, two = find("Un train sur trois circulera, contre deux sur trois la veille.", language="fr")
    assert one.group == two.group == ("train",)
    assert two.text == "deux sur trois"


def test_a_number_inside_is_its_own() -> None:
    half, all_of_them = find("Half of the 300 hostages were freed.", language="en")
    assert (half.text, half.group, all_of_them.low) == ("Half", ("hostage",), 300)


@pytest.mark.parametrize(
    ("language", "text", "value", "rate"),
    [
        ("en", "The bank cut its rate by three-quarters of a percentage point to 3.25%.", 0.75, 3.25),
        ("fr", "La banque centrale a relevé son taux directeur d'un demi-point, à 4,5 %.", 0.5, 4.5),
        ("de", "Die Notenbank hebt den Leitzins um einen halben Prozentpunkt auf 3 Prozent an.", 0.5, 3),
        ("es", "El banco central recortó los tipos en un cuarto de punto, hasta el 3%.", 0.25, 3),
        ("it", "Il costo del denaro sale di mezzo punto al 2 per cento.", 0.5, 2),
        ("pt", "O banco central subiu a taxa diretora em meio ponto, para 3%.", 0.5, 3),
        ("nl", "De bank verlaagt de rente met een half procentpunt naar 3 procent.", 0.5, 3),
        ("ru", "Банк снизил ставку на полпункта, до 7 процентов.", 0.5, 7),
        ("ar", "رفع البنك المركزي سعر الفائدة نصف نقطة مئوية إلى 5 في المئة.", 0.5, 5),
    ],
)
def test_a_part_of_a_point_is_points_and_what_it_leads_to_is_the_rate(
    language: str, text: str, value: float, rate: float
) -> None:
    change, level = find(text, language=language)
    assert (change.low, change.high, change.unit, change.of) == (value, value, "pp", "interest rate")
    assert (level.low, level.unit, level.of) == (rate, "%", "interest rate")
