"""Bare numbers of what a sentence names far before, or behind them."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text", "value", "of"),
    [
        ("de", "Nach dem Brand in der Weberei ist die Zahl der Toten auf 31 gestiegen.", 31, "death"),
        ("de", "Auf mindestens 19 ist die Zahl der Verletzten geklettert.", 19, "injury"),
        ("en", "The death toll from the fire that gutted a weaving mill in the port rose to 31.", 31, "death"),
        ("fr", "Le bilan de l'incendie qui a ravagé, vendredi, une filature du port est passé à 31.", 31, "death"),
        ("it", "Il bilancio del rogo che venerdì ha distrutto la filanda del porto è salito a 31.", 31, "death"),
        ("fr", "Passe à 31 le nombre de morts dans la filature.", 31, "death"),
        ("es", "Aumenta a 19 el número de heridos en la hilandería.", 19, "injury"),
        ("es", "Rebajaron a 31 la cifra de muertos en la hilandería.", 31, "death"),
        ("it", "Sale a 31 il bilancio dei morti nella filanda.", 31, "death"),
        ("pt", "Sobe para 19 o número de feridos na fiação.", 19, "injury"),
    ],
)  # fmt: skip
def test_the_verb_leads_from_the_toll_to_its_number(language: str, text: str, value: float, of: str) -> None:
    assert [(q.low, q.of, q.rule) for q in find(text, language=language)] == [(value, of, "toll")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The death toll is now 31, up by three."),
        ("de", "Die Zahl der Toten stieg um drei auf 31."),
        ("es", "La cifra de muertos subió en tres, a 31."),
        ("es", "La cifra de muertos bajó a 31, tres menos que el viernes."),
        ("it", "Il bilancio è di 31, tre in meno rispetto a venerdì."),
        ("pt", "O número de mortos subiu para 31, três a mais que na sexta."),
    ],
)
def test_by_how_many_a_toll_differs_is_no_toll(language: str, text: str) -> None:
    assert [q.low for q in find(text, language=language) if q.of == "death"] == [31]


def test_those_hurt_in_between_leave_open_whose_number_it_is() -> None:
    text = "The toll of the fire, in which 14 were injured, rose to 31."
    assert [q.low for q in find(text, language="en") if q.of == "death"] == []


@pytest.mark.parametrize(
    ("language", "text", "value", "of"),
    [
        ("de", "Im Tal starben nach Angaben der Wehr 13 Menschen.", 13, "death"),
        ("es", "Los equipos han rescatado con vida a 87 personas.", 87, "rescued"),
        ("fr", "Les secours ont sorti vivantes 24 personnes.", 24, "rescued"),
        ("it", "Sono state estratte vive 87 persone.", 87, "rescued"),
        ("pt", "Foram resgatadas com vida 87 pessoas.", 87, "rescued"),
    ],
)
def test_a_source_or_how_they_were_found_stands_between_the_verb_and_those_counted(
    language: str, text: str, value: float, of: str
) -> None:
    assert [(q.low, q.of) for q in find(text, language=language)] == [(value, of)]
