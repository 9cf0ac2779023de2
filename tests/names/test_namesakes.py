"""Two of one family in one breath: the one called by the family name alone is not the other."""

from __future__ import annotations

import pytest

from recoupe.names import find


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dr Velber and her twin sister Greta Velber run the bakery. At night Velber kneads.", "en"),
        ("Mme Velber et sa sœur jumelle Greta Velber tiennent le four. La nuit, Mme Velber pétrit.", "fr"),
        ("Frau Velber und ihre Zwillingsschwester Greta Velber backen. Nachts knetet Frau Velber.", "de"),
        ("La doctora Velber y su hermana Greta Velber llevan el horno. De noche amasa Velber.", "es"),
        ("La dottoressa Velber e la sorella Greta Velber hanno il forno. Di notte impasta Velber.", "it"),
        ("A doutora Velber e a irmã Greta Velber têm a padaria. De noite amassa Velber.", "pt"),
    ],
)
def test_a_family_name_beside_a_namesake_is_another(text: str, language: str) -> None:
    called = [(n.text, n.entity) for n in find(text, language=language) if not n.role]
    assert ("Greta Velber", "Greta Velber") in called
    assert ("Velber", "Greta Velber") not in called
