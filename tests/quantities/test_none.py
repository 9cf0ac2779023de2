"""Nobody is a count of nought, where a noun or a verb says of what."""

from __future__ import annotations

import pytest

from recoupe import quantities


def none(text: str, language: str) -> list[tuple[str, str | None]]:
    found = quantities.find(text, language=language)
    return [(q.text, q.of) for q in found if q.low == q.high == 0]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "No injuries were reported in Varnholt.", ("No injuries", "injury")),
        ("en", "Nobody was killed in the blast.", ("Nobody was killed", "death")),
        ("en", "No passengers were hurt.", ("No passengers", "injury")),
        ("fr", "Aucun blessé n'est à déplorer.", ("Aucun blessé", "injury")),
        ("fr", "Personne n'a été blessé.", ("Personne n'a été blessé", "injury")),
        ("es", "No hubo heridos en el incendio.", ("No hubo heridos", "injury")),
        ("de", "Es gab keine Verletzten.", ("keine Verletzten", "injury")),
        ("it", "Non ci sono vittime.", ("Non ci sono vittime", "death")),
        ("pt", "Não houve feridos.", ("Não houve feridos", "injury")),
        ("nl", "Er vielen geen doden.", ("geen doden", "death")),
    ],
)
def test_nobody_is_counted(language: str, text: str, found: tuple[str, str]) -> None:
    assert none(text, language) == [found]


def test_neither_nor_counts_twice() -> None:
    assert none("L'incendie n'a fait ni mort ni blessé.", "fr") == [("ni mort", "death"), ("ni blessé", "injury")]


def test_some_are_known_where_there_are_no_others() -> None:
    for text in ("No other injuries were reported.", "No fewer than twelve people were killed.", "No new deaths."):
        assert none(text, "en") == []


def test_who_does_something_is_not_counted() -> None:
    assert none("Ningún sobreviviente recuerda la alarma. No children were there.", "es") == []
    assert none("No children were there.", "en") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No one knows the exact number of people who died in the storm."),
        ("fr", "Personne ne sait combien de personnes sont mortes dans la tempête."),
        ("it", "Nessuno conosce il numero dei morti."),
    ],
)
def test_what_nobody_knows_is_no_toll(language: str, text: str) -> None:
    assert none(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry carried 140 passengers and crew."),
        ("fr", "Le bac emportait 140 passagers et membres d'équipage."),
        ("de", "Die Fähre trug 140 Passagiere und Besatzungsmitglieder."),
        ("es", "El barco llevaba 140 pasajeros y tripulantes."),
        ("it", "Il traghetto portava 140 passeggeri e membri dell'equipaggio."),
        ("pt", "O barco levava 140 passageiros e tripulantes."),
    ],
)
def test_passengers_and_crew_are_all_on_board(language: str, text: str) -> None:
    (found,) = quantities.find(text, language=language)
    assert found.of == "occupant"
