"""Those none of whom was hurt are no injured, those none of whom survived no survivors."""

from __future__ import annotations

import pytest

from tests.claims.helpers import told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("None of the 22 crew members was hurt.", "en"),
        ("Aucun des 22 membres d'équipage n'a été blessé.", "fr"),
        ("Ninguno de los 22 tripulantes resultó herido.", "es"),
        ("Nessuno dei 22 membri dell'equipaggio è rimasto ferito.", "it"),
        ("Nenhum dos 22 tripulantes ficou ferido.", "pt"),
    ],
)
def test_those_none_of_whom_was_hurt_are_no_injured(text: str, language: str) -> None:
    attributes = {c.attribute for c in told(text, language) if c.low == 22}
    assert attributes
    assert "injury" not in attributes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("None of the 22 passengers and four crew members survived the crash.", "en"),
        ("Aucun des 22 passagers et quatre membres d'équipage n'a survécu.", "fr"),
        ("Keiner der 22 Passagiere und vier Besatzungsmitglieder hat überlebt.", "de"),
        ("Von den 22 Passagieren und vier Besatzungsmitgliedern hat niemand überlebt.", "de"),
        ("Ninguno de los 22 pasajeros y cuatro tripulantes sobrevivió.", "es"),
        ("Nessuno dei 22 passeggeri e quattro membri dell'equipaggio è sopravvissuto.", "it"),
        ("Nenhum dos 22 passageiros e quatro tripulantes sobreviveu.", "pt"),
    ],
)
def test_those_none_of_whom_survived_are_no_survivors(text: str, language: str) -> None:
    found = told(text, language)
    assert {c.low for c in found} == {22, 4}
    assert "survivor" not in {c.attribute for c in found}
