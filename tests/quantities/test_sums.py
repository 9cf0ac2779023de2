"""Bare billions are money where a sum before them says whose; nobody counts people so."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text", "values", "unit"),
    [
        ("fr", "20 milliards d'euros, dont 11,8 milliards destinés à l'hôpital.", [20e9, 11.8e9], "EUR"),
        ("en", "It is worth $30 billion. Some will go to hospitals: 4 billion in all.", [30e9, 4e9], "USD"),
        ("es", "8.000 millones de euros, de los cuales 3.000 millones irán a los heridos", [8e9, 3e9], "EUR"),
        ("de", "20 Milliarden Euro, davon 8 Milliarden für Krankenhäuser", [20e9, 8e9], "EUR"),
        ("it", "20 miliardi di euro, di cui 8 miliardi destinati ai feriti", [20e9, 8e9], "EUR"),
        (
            "fr",
            "50 millions d'euros, dont 12 millions pour les blessés et 8 millions pour eux",
            [50e6, 12e6, 8e6],
            "EUR",
        ),
    ],
)
def test_a_bare_sum_has_the_money_of_the_one_before(language: str, text: str, values: list[float], unit: str) -> None:
    assert [(q.low, q.unit) for q in find(text, language=language)] == [(value, unit) for value in values]


def test_there_are_not_so_many_people() -> None:
    (q,) = find("Le plan prévoit 11,8 milliards destinés à l'hôpital.", language="fr")
    assert (q.low, q.unit, q.of) == (11.8e9, "thing", None)


@pytest.mark.parametrize(
    ("language", "text", "unit", "of"),
    [
        ("en", "They paid $5 billion. A billion people watched.", "person", "person"),
        ("en", "They paid $5 billion, and 2 billion users were affected.", "person", "affected"),
        ("en", "They paid $5 billion for 3 billion barrels.", "barrel", "barrel"),
        ("fr", "Ils ont payé 5 millions d'euros. 3 millions ont été évacués.", "person", "evacuee"),
    ],
)
def test_what_has_a_noun_or_a_verb_of_its_own_is_no_money(language: str, text: str, unit: str, of: str) -> None:
    last = find(text, language=language)[-1]
    assert (last.unit, last.of) == (unit, of)


@pytest.mark.parametrize(
    ("language", "text", "of"),
    [
        ("fr", "L'État verse 42 millions d'euros. Le mal tient en un chiffre : 31 milliards de pertes.", "loss"),
        ("es", "Recibió 40 millones de euros. El grupo acumula 3.000 millones de pérdidas en dos años.", "loss"),
        ("fr", "Il doit 3 millions d'euros. La cour retient le détournement de 11,8 milliards versés.", "embezzled"),
        ("de", "Sie bekam 4 Millionen Euro. Die Kasse hat 3 Milliarden Schulden.", "debt"),
        ("en", "It got 40 million euros. The first draft had the state putting in 45 billion.", "capital"),
    ],
)
def test_a_word_that_is_always_of_money_makes_bare_billions_money(language: str, text: str, of: str) -> None:
    last = find(text, language=language)[-1]
    assert (last.unit, last.of, last.rule) == ("EUR", of, "sum")


def test_what_is_told_again_in_other_money_says_nothing_of_the_next_sum() -> None:
    text = "Das Darlehen beträgt 20 Milliarden Kronen (1,7 Milliarden Franken). Das kostet ihn 42 Milliarden."
    assert [q.unit for q in find(text, language="de")] == ["CROWN", "CHF", "CROWN"]
