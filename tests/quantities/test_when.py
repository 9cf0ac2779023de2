"""Counts with the day or the hour between the verb and the number."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The blast killed on Sunday night 27 people."),
        ("fr", "La déflagration a tué dimanche soir au moins 27 personnes."),
        ("de", "Die Explosion tötete am Sonntagabend 27 Menschen."),
        ("es", "El agresor mató la noche del domingo a 27 personas."),
        ("it", "Lo scoppio ha ucciso domenica sera 27 persone."),
        ("pt", "A explosão matou na noite de domingo 27 pessoas."),
    ],
)
def test_the_verb_is_found_past_when_it_was(language: str, text: str) -> None:
    assert [(q.of, q.low) for q in find(text, language=language)] == [("death", 27)]


def test_other_words_between_part_them() -> None:
    assert [q.of for q in find("He was killed on Sunday while 27 people watched.", language="en")] == ["person"]
