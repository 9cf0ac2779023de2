"""A paper whose name stands in marks; marks typed the wrong way round."""

from __future__ import annotations

import pytest
from tests.quotes.reported import heard

from recoupe.quotes.marks import pair


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Segundo Anna Costa, 11 pessoas morreram. Já o “La Cronaca” afirma que há 20 mortos.", "pt"),
        ('Según Anna Costa, 11 personas murieron. El diario "La Cronaca" afirma que hay 20 muertos.', "es"),
        ('Secondo Anna Costa i morti sono 11. Il quotidiano "La Cronaca" scrive che i morti sono 20.', "it"),
        ("Selon Anna Costa, 11 personnes sont mortes. Le journal « La Cronaca » affirme qu'il y a 20 morts.", "fr"),
        ('According to Anna Costa 11 people died. The daily "La Cronaca" says that 20 people died.', "en"),
        ("Secondo Anna Costa i morti sono 11. Il quotidiano «Cronaca» scrive che i morti sono 20.", "it"),
    ],
)
def test_a_paper_in_marks_says_what_it_writes(text: str, language: str) -> None:
    assert "Cronaca" in heard(text, language)[-1][1]


def test_an_opener_typed_behind_a_word_and_before_a_comma_closes() -> None:
    text = "“Il bilancio è di 20 feriti“, riferisce Rossi. Il sindaco dichiara: “Gli abitanti hanno paura”."
    words = [text[m.inner_start : m.inner_end] for m in pair(text, 0, len(text))]
    assert words == ["Il bilancio è di 20 feriti", "Gli abitanti hanno paura"]
