"""Folding keeps offsets true, and gives the same whatever else stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.normalise import fold, plain

CHARACTERS = st.characters(max_codepoint=0x2FFF)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Été à l'Élysée\u202f: « 20\u00a0% »", "l'ete a l'elysee : « 20 % »"),
        ("Œuvre, Straße – “Ærø”", 'ouvre, strase - "aro"'),
        ("Łódź ▶ Čapek ‑ İzmir", "lodz ▶ capek - izmir"),
        ("Ушаков й Ё", "ушаков и е"),
        ("plain `code`", "plain `code`"),
    ],
)
def test_case_accents_and_marks_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(CHARACTERS, max_size=60))
def test_each_character_is_folded_by_itself_in_any_text(text: str) -> None:
    """However a text is folded (as bytes, by its few accents, letter by letter), a character's fold is the same."""
    folded = fold(text + "é")
    assert len(folded) == len(text) + 1
    assert folded == "".join(fold(char + "é")[0] for char in text) + "e"
    assert fold(text + "é" + " aA" * 200) == folded + " aa" * 200
    assert fold(folded) == folded


@given(st.text(CHARACTERS, max_size=60))
def test_plain_text_is_as_long_and_keeps_case_and_accents(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain("L’É – " + text) == "L'É - " + plain(text)
